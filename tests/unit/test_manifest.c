#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "kit.h"
#include "publish/manifest.h"

#define HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void test_manifest(void **state)
{
    static const char good[] = HASH "  a b\n" HASH "  a/b\n" HASH "  \303\246\n";
    struct manifest manifest;
    struct buf text = BUF_INIT;
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    assert_true(manifest_parse(&manifest, arena, str_of(good)));
    assert_int_equal(manifest.len, 3);
    manifest_put(&text, &manifest);
    assert_string_equal(buf_finish(&text, arena).ptr, good);
    assert_true(hash_eq(manifest_find(&manifest, STR("a/b"))->hash, hash_of(STR("abc"))));
    assert_null(manifest_find(&manifest, STR("a/")));
    assert_true(manifest_parse(&manifest, arena, STR("")));
    assert_null(manifest_find(&manifest, STR("a")));
}

static void test_manifest_refused(void **state)
{
    static const char *const bad[] = {
        "\n",
        HASH "\n",
        HASH "  \n",
        HASH " *a\n",
        HASH "  a",
        HASH "  a\r\n",
        HASH "  /a\n",
        HASH "  a//b\n",
        HASH "  ../a\n",
        HASH "  a/.\n",
        HASH "  a/\n",
        HASH "  a\\nb\n",
        HASH " a\n",
        " " HASH " a\n",
        "# a\n",
        HASH "  b\n" HASH "  a\n",
        HASH "  a\n" HASH "  a\n",
        HASH "  a\n\n",
    };
    struct manifest manifest;
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    for (size_t i = 0; i < ROWS(bad); i++)
        if (manifest_parse(&manifest, arena, str_of(bad[i])))
            fail_msg("taken: «%s»", bad[i]);
    assert_false(manifest_parse(&manifest, arena, STR(HASH "  a\0\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_manifest),
        WITH_KIT(test_manifest_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
