#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>

#include "collection/own_schemas.h"
#include "kit.h"
#include "schema/schema.h"
#include "serve/editor_link.h"
#include "serve/findings.h"
#include "serve/live.h"

/* What the browser is given by the preview: findings as JSON, addresses of editors, files. */

static const struct rule advice = {
    .id = "advice-rule", .severity = SEVERITY_ADVICE, .text = {"råd", "advice"}};
static const struct rule warning = {
    .id = "warning-rule", .severity = SEVERITY_WARNING, .text = {"advarsel", "warning"}};
static const struct rule error = {.id = "error-rule",
                                  .severity = SEVERITY_ERROR,
                                  .text = {"«{0}» er galt", "“{0}” is wrong"},
                                  .help = {"skriv noe annet", "write something else"}};

static const struct findings_view view = {
    .language = DIAG_NB, .edition = 17, .folder = STR_INIT("/home/æ b")};

/* Returns the JSON of the findings, read by somebody else. */
static json_t *told(struct kit *kit, struct findings_view how)
{
    struct buf out = BUF_INIT;
    diag_sort(&kit->diags);
    findings_put_json(&out, &kit->diags, &how);
    struct str text = buf_finish(&out, &kit->arena);
    json_t *json = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    return json;
}

static void assert_member(const json_t *map, const char *name, const char *expected)
{
    const char *text = json_string_value(json_object_get(map, name));
    assert_c(name, text ? text : "(none)", expected);
}

static void find(struct kit *kit, const struct rule *rule, struct str text, size_t from, size_t to)
{
    diag_add(&kit->diags, rule, source_span(kit_source(kit, text), from, to),
             (struct detail){.args = {STR("a<b>\n")}, .suggestion = STR("mel")});
}

static void test_a_finding_has_its_line_and_its_place(void **state)
{
    struct kit *kit = *state;
    struct findings_view how = view;
    assert_true(editor_template(STR("vscode"), &how.editor));
    find(kit, &error, STR("first\næ <script> end\n"), 9, 17);
    json_t *json = told(kit, how), *row = json_array_get(json_object_get(json, "findings"), 0);
    assert_int_equal(json_integer_value(json_object_get(json, "edition")), 17);
    assert_member(json, "language", "nb");
    assert_member(row, "severity", "error");
    assert_member(row, "rule", "error-rule");
    assert_member(row, "message", "«a<b>\\u{000A}» er galt");
    assert_member(row, "help", "mente du «mel»? skriv noe annet");
    assert_member(row, "before", "æ ");
    assert_member(row, "marked", "<script>");
    assert_member(row, "after", " end");
    assert_int_equal(json_integer_value(json_object_get(row, "line")), 2);
    assert_int_equal(json_integer_value(json_object_get(row, "column")), 3);
    struct str open = str_of(json_string_value(json_object_get(row, "open")));
    assert_true(str_starts(open, STR("vscode://file/home/%C3%A6%20b/")));
    assert_true(str_ends(open, STR(":2:3")));
    json_decref(json);
}

static void test_a_long_line_is_cut(void **state)
{
    struct kit *kit = *state;
    find(kit, &error, kit_repeat(kit, "abcdefghij", 100), 500, 505);
    json_t *json = told(kit, view), *row = json_array_get(json_object_get(json, "findings"), 0);
    struct str before = str_of(json_string_value(json_object_get(row, "before")));
    assert_true(str_starts(before, STR("…")) && before.len < 100);
    assert_member(row, "marked", "abcde");
    assert_true(str_ends(str_of(json_string_value(json_object_get(row, "after"))), STR("…")));
    assert_null(json_object_get(row, "open"));
    json_decref(json);
}

static void test_a_whole_file_and_no_file(void **state)
{
    struct kit *kit = *state;
    find(kit, &error, STR("text"), 0, 0);
    diag_add(&kit->diags, &warning, NO_SPAN, NO_DETAIL);
    json_t *json = told(kit, view), *rows = json_object_get(json, "findings");
    json_t *whole = json_array_get(rows, 0), *none = json_array_get(rows, 1);
    assert_int_equal(json_integer_value(json_object_get(whole, "line")), 1);
    assert_null(json_object_get(whole, "column"));
    assert_null(json_object_get(whole, "marked"));
    assert_null(json_object_get(none, "file"));
    json_decref(json);
}

static void test_errors_come_first_and_advice_is_left_out(void **state)
{
    struct kit *kit = *state;
    find(kit, &advice, STR("text"), 0, 1);
    find(kit, &warning, STR("text"), 1, 2);
    json_t *json = told(kit, view);
    assert_member(json_object_get(json, "words"), "title", "Dette bør rettes");
    assert_member(json_object_get(json, "words"), "told", "1 advarsel");
    assert_int_equal(json_array_size(json_object_get(json, "findings")), 1);
    json_decref(json);
    for (size_t i = 0; i < FINDINGS_SHOWN; i++)
        find(kit, &error, kit_repeat(kit, "a", 100), i, i + 1);
    struct findings_view english = view;
    english.language = DIAG_EN;
    json = told(kit, english);
    json_t *words = json_object_get(json, "words"), *rows = json_object_get(json, "findings");
    assert_member(words, "title", "This must be mended");
    assert_member(words, "told", "50 errors and 1 warning");
    assert_member(words, "more", "… and 1 more. “samling check” shows everything.");
    assert_int_equal(json_array_size(rows), FINDINGS_SHOWN);
    assert_member(json_array_get(rows, 0), "severity", "error");
    json_decref(json);
}

/* What it opens for /a b/æ?.md at 3:9; NULL: it is refused. */
static const struct {
    const char *named, *opens;
} templates[] = {
    {"vscode", "vscode://file/a%20b/%C3%A6%3F.md:3:9"},
    {"zed", "zed://file/a%20b/%C3%A6%3F.md:3:9"},
    {"idea", "idea://open?file=/a%20b/%C3%A6%3F.md&line=3&column=9"},
    {"my-ed.2://x?f={file}&l={line}&again={line}", "my-ed.2://x?f=/a%20b/%C3%A6%3F.md&l=3&again=3"},
    {"https://localhost:8080{file}", "https://localhost:8080/a%20b/%C3%A6%3F.md"},
    {"", NULL},
    {"vim", NULL},
    {"Vscode", NULL},
    {"{file}", NULL},
    {"{file}://a", NULL},
    {"a://b", NULL},
    {"a:{file}", NULL},
    {"a:///{file}{name}", NULL},
    {"a://{file} b", NULL},
    {"a://{file}\"b", NULL},
    {"a://{file}\n", NULL},
    {"1a://{file}", NULL},
    {"javascript://%0Aalert(1)//{file}", NULL},
    {"JavaScript://{file}", NULL},
    {"data://text/html,{file}", NULL},
    {"vbscript://{file}", NULL},
    {"blob://{file}", NULL},
    {"file://{file}", NULL},
    {"java\tscript://{file}", NULL},
    {" javascript://{file}", NULL},
    {"å://{file}", NULL},
};

/* The setting is taken or refused as the option is. */
static void test_editors_and_templates(void **state)
{
    struct kit *kit = *state;
    const struct schema *site = builtin_schema(&kit->arena, SCHEMA_SITE);
    const struct schema *editor = schema_property(site, STR("editor"))->schema;
    for (size_t i = 0; i < ROWS(templates); i++) {
        const char *named = templates[i].named;
        struct str template;
        bool taken = editor_template(str_of(named), &template);
        assert_int_equal(taken, templates[i].opens != NULL);
        struct value *value = value_text(&kit->arena, str_of(named));
        if (schema_check(editor, value, &kit->arena, &kit->diags) != taken)
            fail_msg("the setting and the option differ about «%s»", named);
        if (!taken)
            continue;
        struct buf out = BUF_INIT;
        editor_link_put(&out, template, STR("/a b/æ?.md"), (struct place){3, 9});
        assert_str(named, buf_finish(&out, &kit->arena), templates[i].opens);
    }
}

static void test_the_names_are_those_of_the_setting(void **state)
{
    struct kit *kit = *state;
    const struct schema *site = builtin_schema(&kit->arena, SCHEMA_SITE);
    const struct schema *editor = schema_property(site, STR("editor"))->schema;
    struct buf names = BUF_INIT;
    struct str name, template;
    for (size_t i = 0; (name = editor_name(i)).len; i++) {
        assert_true(schema_check(editor, value_text(&kit->arena, name), &kit->arena, &kit->diags));
        assert_true(editor_template(name, &template));
        assert_false(str_eq(template, name));
        assert_true(editor_template(template, &template)); /* holds to its own rules */
        buf_format(&names, "%s%.*s", i ? ", " : "", STR_ARG(name));
    }
    assert_str("names", buf_finish(&names, &kit->arena), EDITOR_NAMES);
}

static void test_files_by_name(void **state)
{
    (void)state;
    static const char *const there[] = {"live.js", "live.css", "listen.js", "findings.js"};
    static const char *const not_there[] = {
        "", "live", "live.js/", "/live.js", "../live/live.js", "live.js\n"};
    for (size_t i = 0; i < ROWS(there); i++)
        assert_true(live_file(str_of(there[i])).len > 0);
    for (size_t i = 0; i < ROWS(not_there); i++)
        assert_null(live_file(str_of(not_there[i])).ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_a_finding_has_its_line_and_its_place),
        WITH_KIT(test_a_long_line_is_cut),
        WITH_KIT(test_a_whole_file_and_no_file),
        WITH_KIT(test_errors_come_first_and_advice_is_left_out),
        WITH_KIT(test_editors_and_templates),
        WITH_KIT(test_the_names_are_those_of_the_setting),
        WITH_KIT(test_files_by_name),
    };
    return cmocka_run_group_tests_name("serve_findings", tests, NULL, NULL);
}
