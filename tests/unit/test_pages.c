#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/map.h"
#include "kit.h"
#include "pages/book.h"
#include "pages/inlined.h"
#include "pages/page_maker.h"
#include "pages/scripts.h"
#include "pages/shapes.h"
#include "site/families.h"
#include "site/site.h"

/*
 * Every page of tests/pages/full, held against its shape: what a page is given
 * is in the shape, and each name of a shape is given by some page.
 *
 * A fragment such as @card is one shape wherever it is used, so its names are
 * told apart by their own shapes: one page that gives them is enough.
 */
struct ledger {
    struct arena arena;
    struct map given; /* the shape's address and name of a member */
    size_t faults;
};

static struct str key_of(struct ledger *ledger, const struct shape_member *member)
{
    return str_format(&ledger->arena, "%p %.*s", (const void *)member->shape,
                      STR_ARG(member->name));
}

static void complain(struct ledger *ledger, const char *what, struct str path)
{
    print_error("%.*s: %s\n", STR_ARG(path), what);
    ledger->faults++;
}

static const struct shape_member *member_of(const struct shape *map, struct str name)
{
    for (size_t i = 0; i < map->members.len; i++)
        if (str_eq(map->members.items[i].name, name))
            return &map->members.items[i];
    return NULL;
}

static bool is_text(const struct value *value)
{
    return value->kind == VALUE_TEXT || value->kind == VALUE_INT || value->kind == VALUE_REAL;
}

static void compare(struct ledger *ledger, const struct shape *shape, const struct value *value,
                    struct str path);

static void compare_map(struct ledger *ledger, const struct shape *shape, const struct value *value,
                        struct str path)
{
    for (size_t i = 0; i < value->map.len; i++) {
        const struct member *member = &value->map.items[i];
        const struct shape_member *found = member_of(shape, member->key);
        struct str inner = STR_JOIN(&ledger->arena, path, STR("."), member->key);
        if (!found) {
            complain(ledger, "er gitt, men står ikke i formen", inner);
            continue;
        }
        map_add(&ledger->given, key_of(ledger, found), (void *)found);
        compare(ledger, found->shape, member->value, inner);
    }
}

static void compare(struct ledger *ledger, const struct shape *shape, const struct value *value,
                    struct str path)
{
    bool fits = false;
    switch (shape->kind) {
    case SHAPE_TEXT: fits = is_text(value); break;
    case SHAPE_HTML: fits = value->kind == VALUE_HTML; break;
    case SHAPE_TRUTH: fits = value->kind == VALUE_BOOL; break;
    case SHAPE_LIST: fits = value->kind == VALUE_LIST; break;
    case SHAPE_MAP: fits = value->kind == VALUE_MAP; break;
    }
    if (!fits) {
        complain(ledger, "er av et annet slag enn formen sier", path);
    } else if (shape->kind == SHAPE_MAP) {
        compare_map(ledger, shape, value, path);
    } else if (shape->kind == SHAPE_LIST) {
        struct str inner = STR_JOIN(&ledger->arena, path, STR("[]"));
        for (size_t i = 0; i < value->list.len; i++)
            compare(ledger, shape->item, value->list.items[i], inner);
    }
}

/*
 * The settings ask for addresses of folders here, so no file is ever told; and the lists are long,
 * so the form has no ids.
 */
static bool is_ruled_out(struct str path)
{
    static const struct str never[] = {STR_INIT(".base_url_file"), STR_INIT(".edit_url_file"),
                                       STR_INIT(".form.entries[].id"),
                                       STR_INIT(".form.entries[].title")};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (str_ends(path, never[i]))
            return true;
    return false;
}

static void find_unused(struct ledger *ledger, const struct shape *shape, struct str path)
{
    if (shape->kind == SHAPE_LIST)
        find_unused(ledger, shape->item, STR_JOIN(&ledger->arena, path, STR("[]")));
    for (size_t i = 0; shape->kind == SHAPE_MAP && i < shape->members.len; i++) {
        const struct shape_member *member = &shape->members.items[i];
        struct str inner = STR_JOIN(&ledger->arena, path, STR("."), member->name);
        if (is_ruled_out(inner))
            continue;
        if (!map_get(&ledger->given, key_of(ledger, member)))
            complain(ledger, "står i formen, men blir aldri gitt", inner);
        else
            find_unused(ledger, member->shape, inner);
    }
}

/* The collection that has everything, laid out in a folder of this run. */
static struct str lay_out(struct arena *arena)
{
    const char *tmp = getenv("TMPDIR");
    char *folder = (char *)str_format(arena, "%s/pages-XXXXXX", tmp ? tmp : "/tmp").ptr;
    assert_non_null(mkdtemp(folder));
    struct str command = str_format(arena, "tests/tools/lay-case tests/pages/full %s", folder);
    assert_int_equal(system(command.ptr), 0);
    return str_of(folder);
}

/* An edition that has a template has it for chapters, which stand in no plan. */
static void compare_chapters(struct ledger *ledger, const struct shape *shape,
                             const struct view *view, const struct output *edition)
{
    struct book book;
    book_init(&book, &ledger->arena, view);
    for (size_t i = 0; i < book.chapters.len; i++) {
        struct output output = book_output(&book.chapters.items[i], edition);
        compare(ledger, shape, page_make(view, &output, &ledger->arena), output.path);
    }
}

static void test_shapes_and_values_agree(void **state)
{
    (void)state;
    struct ledger ledger = {0};
    arena_init(&ledger.arena);
    map_init(&ledger.given, &ledger.arena);
    struct site site;
    struct site_options options = {.folder = lay_out(&ledger.arena), .load = {.threads = 1}};
    site_open(&site, &options);
    for (size_t i = 0; i < site.diags.len; i++)
        print_error("%s\n", diag_text(&ledger.arena, &site.diags.items[i], DIAG_NB).ptr);
    assert_true(site.whole);

    struct map named;
    shapes_init(&named, &ledger.arena, &site.collection, site.theme);
    const struct shape **shapes =
        arena_items(&ledger.arena, const struct shape *, site_family_count);
    size_t *pages = arena_items(&ledger.arena, size_t, site_family_count);
    for (size_t i = 0; i < site_family_count; i++)
        if (site_families[i].template)
            shapes[i] = shape_parse(&ledger.arena, site_families[i].shape, &named);
    for (size_t i = 0; i < site.plan.outputs.len; i++) {
        const struct output *output = &site.plan.outputs.items[i];
        size_t family = (size_t)(output->family - site_families);
        if (!output->family->template)
            continue;
        pages[family]++;
        if (output->family->edition) {
            compare_chapters(&ledger, shapes[family], &site.renderer.view, output);
            continue;
        }
        compare(&ledger, shapes[family], page_make(&site.renderer.view, output, &ledger.arena),
                output->path);
    }
    for (size_t i = 0; i < site_family_count; i++) {
        if (!site_families[i].template)
            continue;
        if (pages[i] == 0)
            complain(&ledger, "har ingen side", str_of(site_families[i].name));
        else
            find_unused(&ledger, shapes[i], str_of(site_families[i].name));
    }
    site_close(&site);
    size_t faults = ledger.faults;
    arena_release(&ledger.arena);
    assert_int_equal(faults, 0);
}

/* What plan/family.h asks of a row. */
static void test_rows_are_complete(void **state)
{
    (void)state;
    for (size_t i = 0; i < site_family_count; i++) {
        const struct family *family = &site_families[i];
        assert_non_null(family->name);
        assert_non_null(family->add);
        assert_true(!family->template == !family->shape);
        assert_true(!family->template == !family->make);
        bool is_page = family->template && !family->edition;
        assert_int_equal(is_page + !!family->put + !!family->put_seen + !!family->put_part +
                             !!family->edition,
                         1);
    }
}

static void test_what_browsers_skip_is_left_out(void **state)
{
    static const struct {
        const char *written, *published;
    } rows[] = {
        {"/* a */\nb\n", "b\n"},
        {"b\n  /* a\n * a */\nc\n", "b\nc\n"},
        {"/* a */\n/* b */\nc", "c"},
        {"/* a */ b\n", "/* a */ b\n"},
        {"b /* a */\n", "b /* a */\n"},
        {"b = /x/\n* 2 /* a */\n", "b = /x/\n* 2 /* a */\n"},
        {"/*! licence */\nb\n", "/*! licence */\nb\n"},
        {"/* never ends\nb\n", "/* never ends\nb\n"},
        {"/*/\nb\n*/\nc\n", "c\n"},
        {"\n\nb", "b"},
        {"a {\n  b\n\n\t c\n}\n", "a {\nb\nc\n}\n"},
        {"a\n  \n", "a\n"},
        {"a  b \n", "a  b \n"},
        {"", ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_str(rows[i].written, script_lean(&arena, str_of(rows[i].written)),
                   rows[i].published);
    arena_release(&arena);
    (void)state;
}

static void test_parts_of_a_script_are_joined(void **state)
{
    struct asset assets[] = {
        {.name = STR("form-a.js"), .bytes = STR("a\n")},
        {.name = STR("form-b.js"), .bytes = STR("b\n")},
        {.name = STR("form-c.css"), .bytes = STR("c\n")},
        {.name = STR("form-d.js"), .bytes = STR("g\n")},
        {.name = STR("form.js"), .bytes = STR("d\n")},
        {.name = STR("format.js"), .bytes = STR("e\n")},
        {.name = STR("lone-a.js"), .bytes = STR("f\n")},
    };
    static const bool alone[ROWS(assets)] = {[3] = true};
    static const char *const left[][2] = {{"form-c.css", "c\n"},
                                          {"form-d.js", "g\n"},
                                          {"form.js", "a\nb\nd\n"},
                                          {"format.js", "e\n"},
                                          {"lone-a.js", "f\n"}};
    struct arena arena;
    arena_init(&arena);
    assert_int_equal(scripts_join(&arena, assets, ROWS(assets), alone), ROWS(left));
    for (size_t i = 0; i < ROWS(left); i++) {
        assert_str("name", assets[i].name, left[i][0]);
        assert_str(left[i][0], assets[i].bytes, left[i][1]);
    }
    arena_release(&arena);
    (void)state;
}

/* What would end its element, and what a browser would read as something else than its hash is of.
 */
static void test_what_stands_inside_a_page_ends_nowhere(void **state)
{
    static const struct {
        const char *file, *written, *inside;
    } rows[] = {
        {"a.css", "a { b: c }\n", "a { b: c }\n"},
        {"a.css", "a::after { content: \"</style>\" }", "a::after { content: \"<\\/style>\" }"},
        {"a.css", "<!-- a { b: c } -->", "<!-- a { b: c } -->"},
        {"a.js", "a = '</script>';\r\nb();\r", "a = '<\\/script>';\nb();\n"},
        {"a.js", "a = '<!-- <script';", "a = '\\x3c!-- <script';"},
        {"a.js", "a < /b/ && c<!d", "a < /b/ && c<!d"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct asset asset = {.name = str_of(rows[i].file), .bytes = str_of(rows[i].written)};
        struct str name = theme_asset_name(&arena, asset.name);
        const struct value *one = value_get(inlined_values(&arena, &asset, 1), name);
        struct str text = value_get(one, STR("text"))->text;
        assert_str(rows[i].written, text, rows[i].inside);
        assert_true(str_eq(value_get_str(one, STR("hash")), hash_base64(&arena, hash_of(text))));
    }
    arena_release(&arena);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes_and_values_agree),
        cmocka_unit_test(test_rows_are_complete),
        cmocka_unit_test(test_what_browsers_skip_is_left_out),
        cmocka_unit_test(test_parts_of_a_script_are_joined),
        cmocka_unit_test(test_what_stands_inside_a_page_ends_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
