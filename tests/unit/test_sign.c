#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "kit.h"
#include "base/base64.h"
#include "base/buf.h"
#include "base/hash.h"
#include "publish/sign.h"

/* Stores the bytes of hexadecimal digits. */
static void from_hex(const char *digits, uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned byte = 0;
        assert_int_equal(sscanf(digits + 2 * i, "%2x", &byte), 1);
        bytes[i] = (uint8_t)byte;
    }
}

/* RFC 8032, section 7.1: the tests 1, 2 and 3. */
static void test_known_answers(void **state)
{
    static const struct {
        const char *secret, *public, *signature;
        struct str text;
    } answers[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
         "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
         "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
         STR_INIT("")},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
         STR_INIT("\x72")},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
         "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
         "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
         STR_INIT("\xaf\x82")},
    };
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct sign_secret secret;
        struct sign_public public;
        struct signature expected;
        from_hex(answers[i].secret, secret.bytes, SIGN_KEY_SIZE);
        from_hex(answers[i].public, public.bytes, SIGN_KEY_SIZE);
        from_hex(answers[i].signature, expected.bytes, SIGN_SIZE);
        assert_true(sign_public_eq(sign_public_of(&secret), public));
        struct signature signature = sign_text(&secret, answers[i].text);
        assert_memory_equal(signature.bytes, expected.bytes, SIGN_SIZE);
        assert_true(sign_holds(&public, answers[i].text, &signature));
        assert_false(sign_holds(&public, STR("another"), &signature));
        signature.bytes[SIGN_SIZE - 1] ^= 1;
        assert_false(sign_holds(&public, answers[i].text, &signature));
    }
}

/* RFC 4648, section 10; and what decoders that are kinder take. */
static void test_base64_has_one_text(void **state)
{
    static const struct str good[] = {
        STR_INIT(""),         STR_INIT("Zg=="),     STR_INIT("Zm8="),    STR_INIT("Zm9v"),
        STR_INIT("Zm9vYg=="), STR_INIT("Zm9vYmE="), STR_INIT("Zm9vYmFy")};
    static const char *const bad[] = {"Zh==",  "Zg=",      "Zg",   "Zg==\n",
                                      "Z g==", "Zg==Zg==", "Zm8-", "="};
    uint8_t bytes[6];
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct buf text = BUF_INIT;
        base64_put(&text, (const uint8_t *)"foobar", i);
        assert_true(str_eq(buf_str(&text), good[i]));
        assert_true(base64_parse(good[i], bytes, i));
        assert_memory_equal(bytes, "foobar", i);
        assert_false(base64_parse(good[i], bytes, i + 1));
        assert_false(i && base64_parse(good[i], bytes, i - 1));
        buf_release(&text);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        for (size_t size = 0; size <= sizeof bytes; size++)
            assert_false(base64_parse(str_of(bad[i]), bytes, size));
}

/* Made by minisign 0.11 -G -W and signify 31 -G -n, and used for nothing. */
static const struct {
    struct str public, secret;
} pairs[] = {
    {STR_INIT("untrusted comment: minisign public key 452E2F72EE303A03\n"
              "RWQDOjDuci8uRfnshJVqZwP/yuIG9LLnI+Lbgv1Mc7VyN+XwCn6pluhs\n"),
     STR_INIT("untrusted comment: minisign encrypted secret key\n"
              "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              "AAAzow7nIvLkUTTKvOT1U6NnqL8bG3ivmg1OtRvOXq0xPg7StUkGFNpvnshJVqZwP/yuIG"
              "9LLnI+Lbgv1Mc7VyN+XwCn6pluhsAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              "A=\n")},
    {STR_INIT("untrusted comment: signify public key\n"
              "RWS8IEB+nlHw5Cu+KckBAzsaFwA0YAxUOGHSUll7EUUoXlUxFIZXbm28\n"),
     STR_INIT("untrusted comment: signify secret key\n"
              "RWRCSwAAAAC+usPZUgsI6yYOfzgjxYibNyFRNFar2SS8IEB+nlHw5EjXvwE/cRaYXe9Na/"
              "i7T2rJ0xhgfNKyGvD9CVH2PhXAK74pyQEDOxoXADRgDFQ4YdJSWXsRRSheVTEUhldubbw="
              "\n")},
};

static void test_keys_of_both_tools(void **state)
{
    struct public_key public;
    struct secret_key secret;
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_int_equal(keys_read_public(pairs[i].public, &public), KEY_FINE);
        assert_int_equal(keys_read_secret(pairs[i].secret, &secret), KEY_FINE);
        struct public_key half = keys_public_of(&secret);
        assert_true(keys_id_eq(public.id, half.id) && sign_public_eq(public.key, half.key));
        assert_int_equal(keys_read_public(pairs[i].secret, &public), KEY_IS_SECRET);
        assert_int_equal(keys_read_secret(pairs[i].public, &secret), KEY_IS_PUBLIC);
    }
}

static void test_what_is_no_key(void **state)
{
    static const struct str texts[] = {
        STR_INIT(""),
        STR_INIT("\n"),
        STR_INIT("untrusted comment: "),
        STR_INIT("untrusted comment: x\n"),
        STR_INIT("untrusted comment: x\nRWQ=\n"),
        STR_INIT("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQ==\n-----END PRIVATE KEY-----\n")};
    struct public_key public;
    struct secret_key secret;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(keys_read_public(texts[i], &public), KEY_NONE);
        assert_int_equal(keys_read_secret(texts[i], &secret), KEY_NONE);
    }
}

/* Windows' line ends, and a last line without an end. */
static void test_keys_survive_mail(void **state)
{
    struct kit *kit = *state;
    struct public_key public;
    struct str text = pairs[0].public, comment, line;
    str_cut(&text, '\n', &comment);
    str_cut(&text, '\n', &line);
    struct str mailed = STR_JOIN(&kit->arena, comment, STR("\r\n"), line, STR("\r\n"));
    assert_int_equal(keys_read_public(mailed, &public), KEY_FINE);
    mailed = STR_JOIN(&kit->arena, comment, STR("\n"), line);
    assert_int_equal(keys_read_public(mailed, &public), KEY_FINE);
}

/* Whatever byte of a signature is changed, it holds no more; save in the comment that proves
 * nothing. */
static void test_each_byte_counts(void **state)
{
    struct kit *kit = *state;
    struct secret_key secret;
    struct signed_by by;
    keys_read_secret(pairs[0].secret, &secret);
    struct public_key public = keys_public_of(&secret);
    struct str list = STR("a list"), comment = STR("edition:1\tæøå");
    struct str file = sign_format(&secret, list, comment, &kit->arena);
    assert_int_equal(sign_check(file, &public, list, &by), SIGN_HOLDS);
    assert_true(str_eq(by.comment, comment) && keys_id_eq(by.id, secret.id));
    for (size_t i = str_find_byte(file, '\n'); i < file.len; i++) {
        struct str copy = str_copy(&kit->arena, file);
        ((char *)copy.ptr)[i] ^= 1;
        assert_int_not_equal(sign_check(copy, &public, list, &by), SIGN_HOLDS);
        assert_int_not_equal(sign_check(str_slice(file, 0, i), &public, list, &by), SIGN_HOLDS);
    }
    assert_int_equal(sign_check(file, &public, STR("a lisp"), &by), SIGN_OTHER_TEXT);
    public.id.bytes[0] ^= 1;
    assert_int_equal(sign_check(file, &public, list, &by), SIGN_OTHER_KEY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_answers),      cmocka_unit_test(test_base64_has_one_text),
        cmocka_unit_test(test_keys_of_both_tools), cmocka_unit_test(test_what_is_no_key),
        WITH_KIT(test_keys_survive_mail),          WITH_KIT(test_each_byte_counts),
    };
    return cmocka_run_group_tests_name("sign", tests, NULL, NULL);
}
