#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/sitemap.h"
#include "kit.h"

/* The sitemap of more pages than there is room for in one file, which no test builds. */

enum { FILE_MAX = 500 * 1000 };

static const struct family pages = {.name = "page", .template = "page", .lasting = true};
static const struct family assets = {.name = "asset"};
static const struct family moved = {.name = "redirect", .lasting = true, .wave = 1};
static const struct family sitemap = {.name = "sitemap", .wave = 1};

struct world {
    struct collection collection;
    struct plan plan;
};

static void open_world(struct world *world, const char *base_url, size_t page_count)
{
    collection_init(&world->collection);
    plan_init(&world->plan);
    world->collection.settings.base_url = str_of(base_url);
    world->collection.settings.language = STR("nb");
    world->plan.collection = &world->collection;
    world->plan.family = &pages;
    for (size_t i = 0; i < page_count; i++)
        plan_add(&world->plan,
                 (struct output){.path = str_format(&world->plan.arena, "p/%zu.html", i)});
    world->plan.family = &assets;
    plan_add(&world->plan, (struct output){.path = STR("assets/a.js")});
    world->plan.family = &moved;
    plan_add(&world->plan, (struct output){.path = STR("former.html")});
    world->plan.family = &sitemap;
    sitemap_add(&world->plan);
}

static void close_world(struct world *world)
{
    plan_release(&world->plan);
    collection_release(&world->collection);
}

static struct str made(const struct world *world, const char *path)
{
    for (size_t i = 0; i < world->plan.outputs.len; i++)
        if (str_eq(world->plan.outputs.items[i].path, str_of(path)))
            return world->plan.outputs.items[i].made->bytes;
    return (struct str){0};
}

static size_t count_of(struct str text, const char *part)
{
    size_t count = 0;
    for (size_t at; (at = str_find(text, str_of(part))) < text.len; count++)
        text = str_from(text, at + 1);
    return count;
}

static void test_one_file(void **state)
{
    (void)state;
    struct world world;
    open_world(&world, "https://a.example/x&y/", 2);
    assert_str("sitemap", made(&world, "sitemap.xml"),
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
               "<url><loc>https://a.example/x&amp;y/p/0.html</loc></url>\n"
               "<url><loc>https://a.example/x&amp;y/p/1.html</loc></url>\n"
               "</urlset>\n");
    assert_false(made(&world, "sitemap-1.xml").len);
    close_world(&world);
}

/* Returns how many addresses the parts have, each of which is small. */
static size_t count_in_parts(struct world *world, size_t parts)
{
    size_t count = 0;
    for (size_t i = 1; i <= parts; i++) {
        struct str path = str_format(&world->plan.arena, "sitemap-%zu.xml", i);
        struct str part = made(world, path.ptr);
        assert_in_range(part.len, 1, FILE_MAX);
        count += count_of(part, "<url>");
    }
    return count;
}

static void test_parts(void **state)
{
    (void)state;
    static const struct {
        size_t pages, parts;
    } rows[] = {{5000, 0}, {10000, 2}, {50000, 6}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct world world;
        open_world(&world, "https://a.example/", rows[i].pages);
        struct str index = made(&world, "sitemap.xml");
        assert_in_range(index.len, 1, FILE_MAX);
        assert_int_equal(count_of(index, "<sitemap><loc>https://a.example/sitemap-"),
                         rows[i].parts);
        assert_int_equal(rows[i].parts ? count_in_parts(&world, rows[i].parts)
                                       : count_of(index, "<url>"),
                         rows[i].pages);
        close_world(&world);
    }
}

static void test_no_address(void **state)
{
    (void)state;
    struct world world;
    open_world(&world, "", 2);
    assert_false(made(&world, "sitemap.xml").len);
    close_world(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_file),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_no_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
