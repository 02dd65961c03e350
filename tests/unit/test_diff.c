#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "compare/diff.h"
#include "compare/parts.h"
#include "kit.h"

enum { MANY = 3000, HUGE = 1000 * 1000 * 1000 };

/* Whatever kind of page it is, all of it is as long as it can be. */
static struct diff_page longest_page(struct kit *kit, size_t number)
{
    static const unsigned parts[] = {1u << PART_TEXT, 1u << PART_LISTS, 1u << PART_OTHER,
                                     1u << PART_NEWS};
    static const struct inventory_file small = {.size = 0}, large = {.size = HUGE};
    struct str text = kit_repeat(kit, "`<𝔘", 160);
    struct diff_page page = {.before = &small,
                             .after = &large,
                             .fate = (enum page_fate)(number % (PAGE_LEADS + 1)),
                             .path = kit_repeat(kit, "𝔘`\x01", 200),
                             .title = kit_repeat(kit, "*<𝔘", 200),
                             .leads_to = kit_repeat(kit, "`𝔘", 200),
                             .parts = parts[number / (PAGE_LEADS + 1) % ROWS(parts)],
                             .text = {.gone_count = HUGE, .come_count = HUGE}};
    for (size_t i = 0; i < SENTENCES_KEPT; i++)
        page.text.gone[i] = page.text.come[i] = text;
    return page;
}

static void put_unlisted(struct inventory *inventory, struct str *paths, size_t count)
{
    *inventory = (struct inventory){.root = {.path = paths[0]}};
    inventory->missing.items = inventory->beside.items = paths;
    inventory->missing.len = inventory->beside.len = count;
}

/* A section leaves out what does not fit, so short pages may fill it better than long ones. */
static void shorten(struct diff *diff, size_t len)
{
    for (size_t i = 0; i < diff->pages.len; i++) {
        struct diff_page *page = &diff->pages.items[i];
        page->path.len = page->path.len < len ? page->path.len : len;
        page->leads_to.len = page->title.len = len;
        for (size_t k = 0; k < SENTENCES_KEPT; k++)
            page->text.gone[k].len = page->text.come[k].len = len;
    }
}

static void test_report_is_never_too_long_for_a_comment(void **state)
{
    struct kit *kit = *state;
    static struct diff_page pages[MANY];
    static struct diff_file files[MANY];
    struct str paths[20];
    struct inventory before, after;
    struct diff diff = {.before = &before,
                        .after = &after,
                        .pages = {pages, MANY, MANY},
                        .files = {files, MANY, MANY},
                        .shared_pages = HUGE,
                        .framed = HUGE,
                        .styled = HUGE,
                        .framed_all = true,
                        .styled_all = true,
                        .totals = {{HUGE, HUGE, HUGE}, {HUGE, HUGE, 1}}};
    for (size_t i = 0; i < ROWS(paths); i++)
        paths[i] = kit_repeat(kit, "𝔘`", 200);
    put_unlisted(&before, paths, ROWS(paths));
    put_unlisted(&after, paths, ROWS(paths));
    for (size_t i = 0; i < MANY; i++) {
        pages[i] = longest_page(kit, i);
        files[i] = (struct diff_file){pages[i].path, i % 2 == 0, i % 3 == 0};
    }
    size_t longest = 0;
    for (size_t len = 400; len > 0; len = len * 3 / 4) {
        shorten(&diff, len);
        for (int language = 0; language < DIAG_LANGUAGES; language++) {
            struct buf out = BUF_INIT;
            diff_put(&out, &diff, (enum diag_language)language);
            assert_in_range(out.len, 1, DIFF_MAX);
            longest = out.len > longest ? out.len : longest;
            buf_release(&out);
        }
    }
    assert_in_range(longest, DIFF_MAX / 10 * 9, DIFF_MAX); /* else the rooms were not filled */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_report_is_never_too_long_for_a_comment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
