/*
 * The template language: the specification's own cases, our golden cases in
 * tests/template/, and what files cannot say.
 *
 * A golden case is a folder with `template.mustache`, its partials, `data.json`
 * and, to make it strict, `shape.txt`; then `expected` (the output) or
 * `findings` (what is said about it), and `ops` where the listing is of
 * interest. SAMLING_ACCEPT=1 writes these anew. A string in the data whose shape
 * is HTML becomes HTML.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/value.h"
#include "base/vec.h"
#include "json.h"
#include "kit.h"
#include "report/report.h"
#include "template/rules.h"
#include "template/shape.h"
#include "template/template.h"

static bool rule_seen[TEMPLATE_RULES];

/* A library, made file by file. */

struct files {
    struct template_file *items;
    size_t len, cap;
};

static void add_file(struct arena *arena, struct files *files, struct str name, struct str text)
{
    struct source *source = arena_new(arena, struct source);
    source_init(source, arena, STR_JOIN(arena, name, STR(".mustache")), text);
    vec_push(arena, files, ((struct template_file){name, source}));
}

/* What came of a template: its output, or what was found. */
struct outcome {
    bool compiled;
    size_t finding_count;
    struct str text, ops;
};

static struct str print_findings(struct arena *arena, struct diags *diags)
{
    struct buf text = BUF_INIT;
    report_put_text(&text, diags, &(struct report_look){.language = DIAG_NB});
    return buf_finish(&text, arena);
}

static struct outcome compile_and_run(struct arena *arena, const struct files *files,
                                      const struct shape *shape, const struct value *data)
{
    struct template_library library = {.files = files->items, .count = files->len};
    struct diags diags;
    struct buf out = BUF_INIT;
    struct outcome outcome = {0};
    diag_init(&diags);
    const struct template *template =
        template_compile(arena, &library, STR("template"), shape, &diags);
    outcome.finding_count = diags.len;
    outcome.compiled = template != NULL;
    assert_true(outcome.compiled == (diags.len == 0));
    for (size_t i = 0; i < diags.len; i++)
        rule_seen[diags.items[i].rule - template_rules] = true;
    if (template) {
        template_dump(template, &out);
        outcome.ops = buf_take(&out, arena);
        template_run(template, data, &out);
        outcome.text = buf_take(&out, arena);
    } else {
        outcome.text = print_findings(arena, &diags);
    }
    buf_release(&out);
    diag_release(&diags);
    return outcome;
}

/* Prints the difference when there is one. */
static bool same(struct str name, const char *what, struct str expected, struct str got)
{
    if (str_eq(expected, got))
        return true;
    print_error("%.*s: %s\n--- expected\n%.*s\n--- got\n%.*s\n---\n", STR_ARG(name), what,
                STR_ARG(expected), STR_ARG(got));
    return false;
}

/* The specification's cases. */

static bool spec_case(const struct value *test)
{
    struct arena arena;
    struct files files = {0};
    arena_init(&arena);
    add_file(&arena, &files, STR("template"), value_get_str(test, STR("template")));
    const struct value *partials = value_get(test, STR("partials"));
    for (size_t i = 0; partials && i < partials->map.len; i++)
        add_file(&arena, &files, partials->map.items[i].key,
                 value_str(partials->map.items[i].value));
    struct outcome outcome = compile_and_run(&arena, &files, NULL, value_get(test, STR("data")));
    bool right = same(value_get_str(test, STR("name")), "output",
                      value_get_str(test, STR("expected")), outcome.text);
    arena_release(&arena);
    return right;
}

static void spec_file(struct arena *arena, const char *path, size_t *right, size_t *wrong)
{
    const struct value *suite = json_read_file(arena, path);
    if (!suite)
        fail_msg("%s mangler", path);
    const struct value *tests = value_get(suite, STR("tests"));
    for (size_t i = 0; i < tests->list.len; i++)
        ++*(spec_case(tests->list.items[i]) ? right : wrong);
}

static void test_specification(void **state)
{
    static const char *const names[] = {"comments", "delimiters", "interpolation", "inverted",
                                        "partials", "sections",   "inheritance"};
    struct kit *kit = *state;
    struct str folder = kit_suite(kit, "mustache");
    size_t right = 0, wrong = 0;
    for (size_t i = 0; i < ROWS(names); i++) {
        struct str path = str_format(&kit->arena, "%s/%s.json", folder.ptr, names[i]);
        spec_file(&kit->arena, path.ptr, &right, &wrong);
    }
    print_message("suite: %s: %zu tilfeller, %zu feil\n", folder.ptr, right + wrong, wrong);
    assert_int_equal(wrong, 0);
}

/* Golden cases. */

static const char cases[] = "tests/template";

static struct str path_in(struct arena *arena, struct str folder, const char *name)
{
    return STR_JOIN(arena, folder, STR("/"), str_of(name));
}

/* The absent str when there is no such file. */
static struct str read_file(struct arena *arena, struct str path)
{
    FILE *file = fopen(path.ptr, "r");
    struct buf text = BUF_INIT;
    char part[4096];
    if (!file)
        return (struct str){0};
    for (size_t len; (len = fread(part, 1, sizeof part, file)) > 0;)
        buf_put(&text, (struct str){part, len});
    fclose(file);
    struct str copy = buf_take(&text, arena);
    buf_release(&text);
    return copy;
}

static void write_file(struct str path, struct str text)
{
    FILE *file = fopen(path.ptr, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void add_folder(struct arena *arena, struct files *files, struct str folder)
{
    static const struct str ending = STR_INIT(".mustache");
    struct dirent **entries;
    int count = scandir(folder.ptr, &entries, visible, alphasort);
    assert_true(count >= 0);
    for (int i = 0; i < count; i++) {
        struct str name = str_copy(arena, str_of(entries[i]->d_name));
        if (str_ends(name, ending))
            add_file(arena, files, str_slice(name, 0, name.len - ending.len),
                     read_file(arena, path_in(arena, folder, entries[i]->d_name)));
        free(entries[i]);
    }
    free(entries);
}

/* JSON has no HTML: what the shape says is HTML becomes it. */
static void make_html(struct value *value, const struct shape *shape)
{
    if (shape->kind == SHAPE_HTML && value->kind == VALUE_TEXT)
        value->kind = VALUE_HTML;
    if (shape->kind == SHAPE_LIST && value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            make_html(value->list.items[i], shape->item);
    if (shape->kind == SHAPE_MAP && value->kind == VALUE_MAP)
        for (size_t i = 0; i < value->map.len; i++) {
            const struct shape *child = shape_get(shape, value->map.items[i].key);
            if (child)
                make_html(value->map.items[i].value, child);
        }
}

static struct outcome run_case(struct arena *arena, struct str folder)
{
    struct files files = {0};
    struct value *data = json_read_file(arena, path_in(arena, folder, "data.json").ptr);
    struct str notation = read_file(arena, path_in(arena, folder, "shape.txt"));
    const struct shape *shape = notation.ptr ? shape_parse(arena, notation.ptr, NULL) : NULL;
    add_folder(arena, &files, folder);
    if (!data)
        data = value_map(arena);
    if (shape)
        make_html(data, shape);
    return compile_and_run(arena, &files, shape, data);
}

static void accept_case(struct arena *arena, struct str folder, const struct outcome *outcome)
{
    struct str expected = path_in(arena, folder, "expected");
    struct str findings = path_in(arena, folder, "findings");
    struct str ops = path_in(arena, folder, "ops");
    write_file(outcome->compiled ? expected : findings, outcome->text);
    unlink(outcome->compiled ? findings.ptr : expected.ptr);
    if (access(ops.ptr, F_OK) == 0)
        write_file(ops, outcome->ops);
}

static bool golden_case(const char *name)
{
    struct arena arena;
    arena_init(&arena);
    struct str folder = STR_JOIN(&arena, str_of(cases), STR("/"), str_of(name));
    struct outcome outcome = run_case(&arena, folder);
    if (getenv("SAMLING_ACCEPT"))
        accept_case(&arena, folder, &outcome);
    const char *what = outcome.compiled ? "expected" : "findings";
    struct str ops = read_file(&arena, path_in(&arena, folder, "ops"));
    bool right = same(folder, what, read_file(&arena, path_in(&arena, folder, what)), outcome.text);
    if (ops.ptr)
        right = same(folder, "ops", ops, outcome.ops) && right;
    arena_release(&arena);
    return right;
}

static void test_golden_cases(void **state)
{
    struct dirent **entries;
    int count = scandir(cases, &entries, visible, alphasort);
    size_t wrong = 0;
    (void)state;
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        wrong += !golden_case(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    print_message("%s: %d tilfeller, %zu feil\n", cases, count, wrong);
    assert_int_equal(wrong, 0);
}

/* What files cannot say. */

/* One strict or lenient template, with at most one partial named "part". */
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

static void test_shape_notation(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    struct map named;
    map_init(&named, arena);
    struct shape *card = shape_parse(arena, "title path themes[name path]", NULL);
    map_add(&named, STR("card"), card);
    struct shape *page = shape_parse(arena,
                                     "body:html open? years[.] site{name menu[name]}\n "
                                     "cards[@card] more[@card why] top{@card} @card",
                                     &named);

    assert_int_equal(shape_get(page, STR("body"))->kind, SHAPE_HTML);
    assert_int_equal(shape_get(page, STR("open"))->kind, SHAPE_TRUTH);
    assert_int_equal(shape_get(page, STR("years"))->item->kind, SHAPE_TEXT);
    const struct shape *site = shape_get(page, STR("site"));
    assert_int_equal(shape_get(shape_get(site, STR("menu"))->item, STR("name"))->kind, SHAPE_TEXT);
    assert_ptr_equal(shape_get(page, STR("cards"))->item, card);
    assert_ptr_equal(shape_get(page, STR("top")), card);
    const struct shape *more = shape_get(page, STR("more"))->item;
    assert_non_null(shape_get(more, STR("why")));
    assert_ptr_equal(shape_get(more, STR("themes")), shape_get(card, STR("themes")));
    assert_null(shape_get(card, STR("why")));
    assert_int_equal(shape_get(page, STR("title"))->kind, SHAPE_TEXT);

    shape_put(arena, page, STR("extra"), shape_html(arena));
    assert_int_equal(shape_get(page, STR("extra"))->kind, SHAPE_HTML);
    assert_null(shape_get(page, STR("nothing")));
    assert_null(shape_get(card->members.items[0].shape, STR("title")));
}

static void test_text_never_raw_when_strict(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    struct value *data = value_map(arena);
    value_put(arena, data, STR("body"), value_text(arena, STR("<script>")));
    struct str raw = STR("{{{body}}}");
    assert_true(str_eq(run_text(arena, raw, (struct str){0}, "body:html", data).text,
                       STR("&lt;script&gt;")));
    assert_true(str_eq(run_text(arena, raw, (struct str){0}, NULL, data).text, STR("<script>")));
    data->map.items[0].value = value_html(arena, STR("<b>"));
    assert_true(str_eq(run_text(arena, raw, (struct str){0}, "body:html", data).text, STR("<b>")));
}

static void test_values(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    static const struct {
        double real;
        const char *text;
    } reals[] = {{1.21, "1.21"},
                 {0.1, "0.1"},
                 {100, "100"},
                 {-2.5, "-2.5"},
                 {1.0 / 3, "0.3333333333333333"}};
    struct str dot = STR("{{.}}");
    struct value *value = value_null(arena);
    assert_int_equal(run_text(arena, dot, (struct str){0}, NULL, value).text.len, 0);
    value->kind = VALUE_REAL;
    for (size_t i = 0; i < sizeof reals / sizeof *reals; i++) {
        value->real = reals[i].real;
        struct outcome outcome = run_text(arena, dot, (struct str){0}, NULL, value);
        assert_true(str_eq(outcome.text, str_of(reals[i].text)));
    }
    assert_true(
        str_eq(run_text(arena, dot, (struct str){0}, NULL, value_int(arena, INT64_MIN)).text,
               STR("-9223372036854775808")));
    assert_true(
        str_eq(run_text(arena, dot, (struct str){0}, NULL, value_bool(true)).text, STR("true")));
}

static void test_two_compiles_say_the_same(void **state)
{
    struct kit *kit = *state;
    struct arena *arena = &kit->arena;
    struct value *data = value_map(arena);
    struct str text = STR("{{>part}}{{#list}}{{>part}}{{/list}}{{#list}}{{>part}}{{/list}}");
    struct outcome outcome = run_text(arena, text, STR("{{wrong}}"), "list[a]", data);
    assert_int_equal(outcome.finding_count, 1);
}

/* A name may be asked for, and never be seen. */
static void test_what_is_put_out(void **state)
{
    static const struct {
        const char *text, *part;
        bool puts;
    } rows[] = {
        {"{{a}}", NULL, true},
        {"{{{a}}}", NULL, true},
        {"{{b}}", NULL, false},
        {"{{#a}}x{{b}}{{/a}}{{^a}}y{{/a}}", NULL, false},
        {"{{#a}}{{.}}{{/a}}", NULL, true},
        {"{{#a}}x{{/a}}{{#b}}{{.}}{{/b}}", NULL, false},
        {"{{#a}}{{>part}}{{/a}}", "{{b}}", true}, /* it may put out «.» */
        {"{{>part}}", "{{#b}}{{a}}{{/b}}", true},
        {"{{>part}}", "{{#a}}{{b}}{{/a}}", false},
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct files files = {0};
        add_file(&kit->arena, &files, STR("template"), str_of(rows[i].text));
        if (rows[i].part)
            add_file(&kit->arena, &files, STR("part"), str_of(rows[i].part));
        struct template_library library = {.files = files.items, .count = files.len};
        const struct template *template =
            template_compile(&kit->arena, &library, STR("template"), NULL, &kit->diags);
        assert_non_null(template);
        assert_int_equal(template_puts(template, STR("a")), rows[i].puts);
    }
}

static void test_every_rule_has_a_case(void **state)
{
    size_t unseen = 0;
    (void)state;
    for (size_t i = 0; i < TEMPLATE_RULES; i++)
        if (!rule_seen[i]) {
            print_error("no case provokes %s\n", template_rules[i].id);
            unseen++;
        }
    assert_int_equal(unseen, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_specification),   WITH_KIT(test_golden_cases),
        WITH_KIT(test_shape_notation),  WITH_KIT(test_text_never_raw_when_strict),
        WITH_KIT(test_values),          WITH_KIT(test_two_compiles_say_the_same),
        WITH_KIT(test_what_is_put_out), WITH_KIT(test_every_rule_has_a_case), /* after all others */
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
