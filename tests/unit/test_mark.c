#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/hash.h"
#include "collection/load.h"
#include "kit.h"
#include "pages/mark.h"

static const struct asset own[] = {{.name = STR_INIT("icon.svg"), .bytes = STR_INIT("<svg/>")}};

/* Loads a collection that has a shelf, and adds its mark to a theme. */
static void open_marked(struct theme *theme, struct collection *collection, struct kit *kit,
                        bool addressed)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("tests/collection"));
    collection_init(collection);
    assert_true(
        collection_load(collection, &root, &(struct load_options){.threads = 1}, &kit->diags));
    collection->settings.base_url = addressed ? STR("https://example.org/") : (struct str){0};
    mark_add(theme, &kit->arena, collection);
    fs_root_close(&root);
}

static struct str seven(struct str hash)
{
    return str_slice(hash, 0, 7);
}

/*
 * The hash in a name says what a picture is made from, and nothing of the bytes. When only those
 * after the names are others, MARK_FORM must be another (pages/mark.h); when the first is, it is
 * the content in tests/collection that has changed.
 */
static void test_a_name_never_means_another_picture(void **state)
{
    static const char *const expected[] = {
        "icon.svg 6a12860",     "icon-180.png 188e6f4", "icon-192.png 064b785",
        "icon-512.png 721d16b", "share.png ecf0373",
    };
    struct kit *kit = *state;
    struct theme theme = {0};
    struct collection collection;
    open_marked(&theme, &collection, kit, true);
    assert_int_equal(theme.asset_count, sizeof expected / sizeof *expected);
    assert_str("all", seven(theme.assets[0].hash), "4aab357");
    for (size_t i = 0; i < theme.asset_count; i++) {
        struct buf bytes = BUF_INIT;
        mark_put(&bytes, theme.assets[i].name, &collection);
        struct str hash = hash_hex(&kit->arena, hash_of(buf_str(&bytes)));
        assert_str(expected[i], STR_JOIN(&kit->arena, theme.assets[i].name, STR(" "), seven(hash)),
                   expected[i]);
        assert_str("the same in all", theme.assets[i].hash, theme.assets[0].hash.ptr);
        buf_release(&bytes);
    }
    collection_release(&collection);
}

/* Without an address no page can name share.png. */
static void test_a_theme_keeps_its_own(void **state)
{
    struct kit *kit = *state;
    struct theme theme = {.assets = (struct asset *)own, .asset_count = 1};
    struct collection collection;
    open_marked(&theme, &collection, kit, false);
    assert_int_equal(theme.asset_count, 4);
    assert_str("its own", theme.assets[0].bytes, "<svg/>");
    for (size_t i = 1; i < theme.asset_count; i++) {
        assert_true(theme.assets[i].drawn);
        assert_true(str_starts(theme.assets[i].name, STR("icon-")));
    }
    collection_release(&collection);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_a_name_never_means_another_picture),
        WITH_KIT(test_a_theme_keeps_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
