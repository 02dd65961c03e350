/*
 * Templates that nobody means well with: nothing in them may crash, hang or
 * overrun a stack. What comes out is of less interest than that it ends.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "kit.h"
#include "base/buf.h"
#include "base/value.h"
#include "base/vec.h"
#include "template/shape.h"
#include "template/template.h"

struct files {
    struct template_file *items;
    size_t len, cap;
};

static void add_file(struct arena *arena, struct files *files, struct str name, struct str text)
{
    struct source *source = arena_new(arena, struct source);
    source_init(source, arena, name, text);
    vec_push(arena, files, ((struct template_file){name, source}));
}

struct outcome {
    bool compiled;
    size_t finding_count;
    struct str text;
};

static struct outcome compile_and_run(struct arena *arena, const struct files *files,
                                      const struct shape *shape, const struct value *data)
{
    struct template_library library = {.files = files->items, .count = files->len};
    struct diags diags;
    struct buf out = BUF_INIT;
    diag_init(&diags);
    const struct template *template =
        template_compile(arena, &library, STR("template"), shape, &diags);
    struct outcome outcome = {.compiled = template != NULL, .finding_count = diags.len};
    assert_true(outcome.compiled == (diags.len == 0));
    if (template)
        template_run(template, data, &out);
    outcome.text = buf_take(&out, arena);
    buf_release(&out);
    diag_release(&diags);
    return outcome;
}

/* One template, and a partial named "part"; strict with a notation. */
static struct outcome run_text(struct arena *arena, struct str text, struct str part,
                               const char *notation, const struct value *data)
{
    struct files files = {0};
    add_file(arena, &files, STR("template"), text);
    if (part.ptr)
        add_file(arena, &files, STR("part"), part);
    return compile_and_run(arena, &files, notation ? shape_parse(arena, notation, NULL) : NULL,
                           data);
}

static struct str repeated(struct arena *arena, struct str piece, size_t times)
{
    struct buf text = BUF_INIT;
    while (times--)
        buf_put(&text, piece);
    struct str copy = buf_take(&text, arena);
    buf_release(&text);
    return copy;
}

static void test_hostile_nesting(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    static const char *const opening[] = {"{{#a}}", "{{^a}}", "{{$a}}", "{{<part}}",
                                          "{{#a}}{{/b}}"};
    struct value *data = value_map(arena);
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
        for (int strict = 0; strict < 2; strict++) {
            struct str text = repeated(arena, str_of(opening[i]), 10000);
            struct str closed = STR_JOIN(arena, text, repeated(arena, STR("{{/a}}"), 10000));
            const char *notation = strict ? "a?" : NULL;
            assert_false(run_text(arena, text, STR("x"), notation, data).compiled);
            assert_false(run_text(arena, closed, STR("x"), notation, data).compiled);
        }
}

static void test_deepest_allowed(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    struct value *data = value_map(arena);
    value_put(arena, data, STR("a"), value_bool(true));
    for (size_t depth = 200; depth <= 201; depth++) {
        struct str text = STR_JOIN(arena, repeated(arena, STR("{{#a}}"), depth), STR("x"),
                                   repeated(arena, STR("{{/a}}"), depth));
        struct outcome outcome = run_text(arena, text, (struct str){0}, "a?", data);
        assert_int_equal(outcome.compiled, depth == 200);
        if (outcome.compiled)
            assert_true(str_eq(outcome.text, STR("x")));
    }
    /* The same partial, first at a depth where it has room and then at one where it has not. */
    struct str part = STR_JOIN(arena, repeated(arena, STR("{{#a}}"), 150), STR("x"),
                               repeated(arena, STR("{{/a}}"), 150));
    struct str twice = STR_JOIN(arena, STR("{{>part}}"), repeated(arena, STR("{{^a}}"), 60),
                                STR("{{>part}}"), repeated(arena, STR("{{/a}}"), 60));
    assert_int_equal(run_text(arena, twice, part, "a?", data).finding_count, 1);
}

static void test_endless_recursion_stops(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    static const char *const parts[] = {
        "x{{>part}}",
        "x{{>part}}{{>part}}",
        "x\n  {{>part}}\n",
        "{{#.}}x{{>part}}{{/.}}",
        "{{<part}}{{$a}}x{{$a}}{{/a}}{{/a}}{{/part}}{{$a}}{{/a}}",
        "{{$a}}{{<part}}{{$a}}{{$b}}{{/b}}{{/a}}{{$b}}{{$a}}{{/a}}{{/b}}{{/part}}{{/a}}",
    };
    struct value *data = value_map(arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct str part = str_of(parts[i]);
        assert_true(run_text(arena, STR("{{>part}}"), part, NULL, data).compiled);
        run_text(arena, STR("{{>part}}"), part, "a?", data);
    }
}

/* Each file takes in the next one twice, in two contexts; the last is empty. */
static void test_doubling(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    struct files files = {0};
    add_file(arena, &files, STR("template"), STR("{{>p0}}"));
    for (int i = 0; i < 40; i++)
        add_file(arena, &files, str_format(arena, "p%d", i),
                 str_format(arena, "{{#x}}{{>p%d}}{{/x}}{{#y}}{{>p%d}}{{/y}}", i + 1, i + 1));
    add_file(arena, &files, STR("p40"), STR(""));
    const struct shape *shape = shape_parse(arena, "x? y?", NULL);
    assert_int_equal(compile_and_run(arena, &files, shape, value_map(arena)).finding_count, 1);
    assert_true(compile_and_run(arena, &files, NULL, value_map(arena)).compiled);
}

static void test_hostile_text(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    static const char *const pieces[] = {
        "{{",   "}}",    "{{{",    "{{a",    "{{!",   "{{=",    "{{=a",   "{{= b=}}",
        "{{}}", "{{#}}", "{{a.}}", "{{/a}}", "{{a}}", "{{>a}}", "\r\n\t", "{{<a}}b"};
    struct value *data = value_map(arena);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct str text = repeated(arena, str_of(pieces[i]), 5000);
        run_text(arena, text, (struct str){0}, NULL, data);
        run_text(arena, STR_JOIN(arena, text, STR("}}")), (struct str){0}, "b", data);
    }
    struct str name = repeated(arena, STR("navn."), 200000);
    struct str text = STR_JOIN(arena, STR("{{"), name, STR("x}}{{#"), name, STR("y}}"));
    assert_false(run_text(arena, text, (struct str){0}, "navn{navn}", data).compiled);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_hostile_nesting),
        WITH_KIT(test_deepest_allowed),
        WITH_KIT(test_endless_recursion_stops),
        WITH_KIT(test_doubling),
        WITH_KIT(test_hostile_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
