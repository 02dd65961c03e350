#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "kit.h"
#include "base/hash.h"

static void assert_hash(struct kit *kit, struct str bytes, const char *expected)
{
    assert_str("hash", hash_hex(&kit->arena, hash_of(bytes)), expected);
}

/* The examples of FIPS 180-4, and of nothing. */
static void test_known_answers(void **state)
{
    struct kit *kit = *state;
    assert_hash(kit, STR(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_hash(kit, (struct str){0},
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_hash(kit, STR("abc"),
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_hash(kit, STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/* As `openssl dgst -sha256 -binary | base64` writes them. */
static void test_base64_is_what_policies_write(void **state)
{
    struct kit *kit = *state;
    assert_str("base64", hash_base64(&kit->arena, hash_of(STR(""))),
               "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assert_str("base64", hash_base64(&kit->arena, hash_of(STR("abc"))),
               "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

/* The examples of RFC 9923, each with its upper half folded in. */
static void test_numbers_are_those_of_scripts(void **state)
{
    (void)state;
    assert_int_equal(hash_number(STR("")), 0x811c9dc5u ^ 0x811c9dc5u >> 15);
    assert_int_equal(hash_number(STR("a")), 0xe40c292cu ^ 0xe40c292cu >> 15);
    assert_int_equal(hash_number(STR("foobar")), 0xbf9cf968u ^ 0xbf9cf968u >> 15);
}

static void test_a_million_letters(void **state)
{
    struct kit *kit = *state;
    static char letters[1000000];
    memset(letters, 'a', sizeof letters);
    assert_hash(kit, (struct str){letters, sizeof letters},
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void test_pieces_are_their_whole(void **state)
{
    (void)state;
    struct str whole = STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
    for (size_t cut = 0; cut <= whole.len; cut++) {
        struct hashing *hashing = hash_begin();
        hash_append(hashing, str_slice(whole, 0, cut));
        hash_append(hashing, (struct str){0});
        hash_append(hashing, str_from(whole, cut));
        assert_true(hash_eq(hash_end(hashing), hash_of(whole)));
    }
    assert_true(hash_eq(hash_end(hash_begin()), hash_of(STR(""))));
}

static void test_parse_reads_what_put_wrote(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    struct hash hash = hash_of(STR("samling")), read;
    assert_true(hash_parse(hash_hex(arena, hash), &read));
    assert_true(hash_eq(hash, read));
    assert_false(hash_eq(hash, hash_of(STR("Samling"))));
}

static void test_parse_refuses_the_rest(void **state)
{
    (void)state;
    struct hash hash;
    char text[HASH_DIGITS + 1];
    memset(text, 'a', sizeof text);
    assert_true(hash_parse((struct str){text, HASH_DIGITS}, &hash));
    assert_false(hash_parse((struct str){text, HASH_DIGITS - 1}, &hash));
    assert_false(hash_parse((struct str){text, HASH_DIGITS + 1}, &hash));
    assert_false(hash_parse((struct str){0}, &hash));
    static const char wrong[] = {'A', 'g', ' ', '\0', '/', ':', (char)0xE6};
    for (size_t i = 0; i < sizeof wrong; i++) {
        text[i] = wrong[i];
        assert_false(hash_parse((struct str){text, HASH_DIGITS}, &hash));
        text[i] = 'a';
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_known_answers),
        WITH_KIT(test_base64_is_what_policies_write),
        WITH_KIT(test_numbers_are_those_of_scripts),
        WITH_KIT(test_a_million_letters),
        WITH_KIT(test_pieces_are_their_whole),
        WITH_KIT(test_parse_reads_what_put_wrote),
        WITH_KIT(test_parse_refuses_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
