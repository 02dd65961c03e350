#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "kit.h"

/* ---- places ---- */

static void test_lines(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text;
        size_t count;
        const char *first, *last;
    } cases[] = {
        {"", 1, "", ""},   {"a", 1, "a", "a"},  {"a\n", 2, "a", ""},      {"a\nb", 2, "a", "b"},
        {"\n", 2, "", ""}, {"\n\n", 3, "", ""}, {"æ\nø\nå", 3, "æ", "å"}, {"a\r\nb", 2, "a\r", "b"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source *source = kit_source(kit, str_of(cases[i].text));
        assert_int_equal(source->line_count, cases[i].count);
        assert_str(cases[i].text, source_line(source, 1), cases[i].first);
        assert_str(cases[i].text, source_line(source, source->line_count), cases[i].last);
    }
    struct source *absent = kit_source(kit, (struct str){0});
    assert_int_equal(absent->line_count, 1);
    assert_int_equal(source_place(absent, 0).column, 1);
    assert_int_equal(source_offset_bytes(absent, 1, 1), 0);
    assert_int_equal(source_offset_runes(absent, 1, 3), 0);
}

static void test_places_count_code_points(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("aæb\n\n€😀c\n"));
    static const struct {
        size_t offset, line, column;
    } cases[] = {
        {0, 1, 1}, {1, 1, 2}, {3, 1, 3},  {4, 1, 4},  {5, 2, 1},
        {6, 3, 1}, {9, 3, 2}, {13, 3, 3}, {14, 3, 4}, {15, 4, 1},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct place place = source_place(source, cases[i].offset);
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.column, cases[i].column);
        assert_int_equal(source_offset_runes(source, place.line, place.column), cases[i].offset);
    }
}

static void test_offsets_stay_on_their_line(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("aæb\nc\n"));
    static const struct {
        size_t line, column, bytes, runes;
    } cases[] = {
        {1, 1, 0, 0}, {1, 2, 1, 1},        {1, 4, 3, 4}, {1, 5, 4, 4}, {1, 99, 4, 4}, {2, 1, 5, 5},
        {2, 2, 6, 6}, {2, SIZE_MAX, 6, 6}, {3, 1, 7, 7}, {3, 5, 7, 7}, {4, 1, 7, 7},  {99, 2, 7, 7},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        assert_int_equal(source_offset_bytes(source, cases[i].line, cases[i].column),
                         cases[i].bytes);
        assert_int_equal(source_offset_runes(source, cases[i].line, cases[i].column),
                         cases[i].runes);
    }
}

static void test_spans_are_cut_to_the_text(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("abc"));
    assert_str("inside", kit_spanned(source_span(source, 1, 2)), "b");
    assert_str("past the end", kit_spanned(source_span(source, 2, 99)), "c");
    assert_str("all past the end", kit_spanned(source_span(source, 98, 99)), "");
    assert_str("backwards", kit_spanned(source_span(source, 2, 1)), "");
    assert_int_equal(source_span(source, SIZE_MAX, SIZE_MAX).start, 3);
    assert_str("of a view", kit_spanned(source_span_of(source, str_slice(source->text, 1, 2))),
               "b");
    assert_str("of its end", kit_spanned(source_span_of(source, str_from(source->text, 3))), "");
}

/* Long lines are counted in another way than short ones: every place both ways. */
static void test_places_in_long_lines(void **state)
{
    struct kit *kit = *state;
    struct buf text = BUF_INIT;
    static const char *const letters[] = {"a", "æ", "€", "😀"};
    for (size_t i = 0; i < 6000; i++) {
        buf_put(&text, str_of(letters[(i * 7 + i / 13) % 4]));
        if (i % 1999 == 300 || i % 1999 == 301)
            buf_byte(&text, '\n');
    }
    struct source *source = kit_source(kit, buf_take(&text, &kit->arena));
    buf_release(&text);
    assert_int_equal(source->line_count, 7);
    size_t line = 1, column = 1;
    for (struct str rest = source->text; rest.len;) {
        size_t offset = source->text.len - rest.len;
        struct place place = source_place(source, offset);
        assert_int_equal(place.line, line);
        assert_int_equal(place.column, column);
        assert_int_equal(source_offset_runes(source, line, column), offset);
        bool ended = utf8_next(&rest) == '\n';
        line += ended;
        column = ended ? 1 : column + 1;
    }
    for (line = 1; line <= source->line_count; line++) {
        size_t end = (size_t)(source_line(source, line).ptr - source->text.ptr) +
                     source_line(source, line).len;
        assert_int_equal(source_offset_runes(source, line, 5000), end);
        assert_int_equal(source_offset_runes(source, line, SIZE_MAX / 2), end);
    }
}

/* ---- findings ---- */

static const struct rule advice = {
    .id = "advice-rule", .severity = SEVERITY_ADVICE, .text = {"råd om {0}", "advice on {0}"}};
static const struct rule warning = {
    .id = "warning-rule", .severity = SEVERITY_WARNING, .text = {"advarsel", "warning"}};
static const struct rule error = {.id = "error-rule",
                                  .severity = SEVERITY_ERROR,
                                  .text = {"{0} er ikke {1}", "{0} is not {1}"},
                                  .help = {"skriv {1}", "write {1}"}};
static const struct rule plain = {
    .id = "plain-rule", .severity = SEVERITY_ERROR, .text = {"galt", "wrong"}};

static void test_sorted_by_file_place_and_rule(void **state)
{
    struct kit *kit = *state;
    struct source *b = kit_source(kit, STR("12345")), *a = kit_source(kit, STR("12345"));
    b->path = STR("b.md");
    a->path = STR("a.md");
    diag_add(&kit->diags, &plain, source_span(b, 1, 2), NO_DETAIL);
    diag_add(&kit->diags, &plain, source_span(a, 3, 4), NO_DETAIL);
    diag_add(&kit->diags, &warning, source_span(a, 0, 4), NO_DETAIL);
    diag_add(&kit->diags, &error, source_span(a, 3, 4), (struct detail){.args = {STR("y")}});
    diag_add(&kit->diags, &error, source_span(a, 3, 4), (struct detail){.args = {STR("x")}});
    diag_add(&kit->diags, &plain, NO_SPAN, NO_DETAIL);
    assert_c("order", kit_findings(kit),
             "plain-rule, 1:1 warning-rule, 1:4 error-rule, 1:4 error-rule, 1:4 plain-rule, "
             "1:2 plain-rule");
    assert_str("arguments", kit->diags.items[2].detail.args[0], "x");
    assert_str("file", kit->diags.items[5].span.source->path, "b.md");
}

static void test_the_same_is_said_once(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("12345"));
    for (size_t i = 0; i < 3; i++)
        for (size_t start = 0; start < 3; start++) {
            diag_add(&kit->diags, &plain, source_span(source, start, start + i), NO_DETAIL);
            diag_add(&kit->diags, &plain, NO_SPAN, NO_DETAIL);
        }
    assert_c("once", kit_findings(kit),
             "plain-rule, 1:1 plain-rule, 1:2 plain-rule, 1:3 plain-rule");
    diag_sort(&kit->diags);
    assert_int_equal(kit->diags.len, 4);
}

/* Which of several is kept must not hang on who found it first: any order of adding gives the same.
 */
static void test_which_one_is_kept_is_settled(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("12345"));
    static const struct {
        size_t end;
        const char *suggestion;
    } rows[] = {{3, "b"}, {2, ""}, {4, "a"}, {3, "a"}, {4, "b"}};
    for (size_t from = 0; from < ROWS(rows); from++)
        for (size_t step = 1; step < ROWS(rows); step++) {
            kit_forget(kit);
            for (size_t i = 0; i < ROWS(rows); i++) {
                size_t row = (from + i * step) % ROWS(rows);
                diag_add(&kit->diags, &plain, source_span(source, 1, rows[row].end),
                         (struct detail){.suggestion = str_of(rows[row].suggestion)});
            }
            assert_c("once", kit_findings(kit), "1:2 plain-rule");
            assert_str("the help is kept", kit->diags.items[0].detail.suggestion, "a");
            assert_int_equal(kit->diags.items[0].span.end, 3);
        }
}

/* Whoever asks for a search takes it; to look at the limit takes nothing. */
static void test_suggestions_are_taken(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < DIAG_SUGGESTIONS_MAX; i++) {
        assert_true(diag_take_suggestion(&kit->diags));
        assert_false(diag_is_brief(&kit->diags));
    }
    assert_false(diag_is_brief(&kit->diags));
    assert_false(diag_take_suggestion(&kit->diags));
    assert_true(diag_is_brief(&kit->diags));
}

static void test_sorting_nothing(void **state)
{
    struct kit *kit = *state;
    assert_c("nothing", kit_findings(kit), "");
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ERROR), 0);
}

static void test_merged_findings_are_all_there(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("12345"));
    for (size_t job = 0; job < 4; job++) {
        struct diags own;
        diag_init(&own);
        for (size_t i = 0; i < job; i++) { /* the arguments do not outlive the call */
            char name[8] = {(char)('a' + i), '\0'};
            diag_add(&own, i ? &error : &advice, source_span(source, job, job),
                     (struct detail){.args = {str_of(name)}, .suggestion = str_of(name)});
            name[0] = '!';
        }
        diag_merge(&kit->diags, &own);
        assert_int_equal(own.len, 0);
        diag_release(&own);
    }
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ADVICE), 3);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_WARNING), 0);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ERROR), 3);
    assert_c("order", kit_findings(kit),
             "1:2 advice-rule, 1:3 advice-rule, 1:3 error-rule, 1:4 advice-rule, 1:4 error-rule, "
             "1:4 error-rule");
    assert_str("copied", kit->diags.items[5].detail.args[0], "c");
    assert_str("copied", kit->diags.items[5].detail.suggestion, "c");
}

/* ---- limits ---- */

static const struct rule other = {
    .id = "other-rule", .severity = SEVERITY_WARNING, .text = {"annet", "other"}};

/* Adds a finding for each of `count` bytes of a source. */
static void add_many(struct diags *diags, const struct rule *rule, const struct source *source,
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        diag_add(diags, rule, source_span(source, i, i + 1), NO_DETAIL);
}

static void test_what_is_not_kept_is_counted(void **state)
{
    struct kit *kit = *state;
    enum { MANY = 4 * DIAG_KEPT_MAX };
    struct source *a = kit_source(kit, kit_repeat(kit, "a", MANY));
    struct source *b = kit_source(kit, kit_repeat(kit, "b", MANY));
    a->path = STR("a.md");
    b->path = STR("b.md");
    add_many(&kit->diags, &error, b, MANY);
    add_many(&kit->diags, &warning, b, DIAG_KEPT_MAX);
    add_many(&kit->diags, &error, a, DIAG_KEPT_MAX + 1);
    assert_int_equal(kit->diags.len, 3 * DIAG_KEPT_MAX);
    diag_sort(&kit->diags);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ERROR), MANY + DIAG_KEPT_MAX + 1);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_WARNING), DIAG_KEPT_MAX);
    assert_int_equal(diag_total(&kit->diags), MANY + 2 * DIAG_KEPT_MAX + 1);
    assert_int_equal(kit->diags.more, 2);
    struct tally *const *more = kit->diags.tallies.items;
    assert_true(more[0]->source == a && more[0]->rule == &error && more[0]->more == 1);
    assert_true(more[1]->source == b && more[1]->more == MANY - DIAG_KEPT_MAX);
}

static void test_merging_keeps_no_more(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, kit_repeat(kit, "a", 4 * DIAG_KEPT_MAX));
    for (size_t i = 0; i < 3; i++) {
        struct diags own;
        diag_init(&own);
        add_many(&own, &error, source, DIAG_KEPT_MAX + 7);
        diag_merge(&kit->diags, &own);
        diag_release(&own);
    }
    assert_int_equal(kit->diags.len, DIAG_KEPT_MAX);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ERROR), 3 * (DIAG_KEPT_MAX + 7));
}

/* Excuses `other` in every file. */
static struct str excuse_other(const struct rule *rule, const struct source *source, void *context)
{
    (void)context;
    return rule == &other && source ? STR("grunn") : (struct str){0};
}

static void test_silenced_findings_take_no_place(void **state)
{
    struct kit *kit = *state;
    enum { FILES = 2 * DIAG_TOLD_MAX / DIAG_KEPT_MAX };
    struct str text = kit_repeat(kit, "a", DIAG_KEPT_MAX + 1);
    for (size_t i = 0; i < FILES; i++) {
        struct source *source = kit_source(kit, text);
        source->path = str_format(&kit->arena, "%04zu.md", i);
        add_many(&kit->diags, &other, source, DIAG_KEPT_MAX + 1);
    }
    struct source *last = kit_source(kit, text);
    last->path = STR("sist.md");
    add_many(&kit->diags, &warning, last, 3);
    diag_silence(&kit->diags, excuse_other, NULL);
    diag_sort(&kit->diags);
    assert_int_equal(kit->diags.len, 3);
    assert_int_equal(kit->diags.more, 0);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_WARNING), 3);
    assert_int_equal(kit->diags.silenced.count, FILES * (DIAG_KEPT_MAX + 1));
    assert_int_equal(kit->diags.silenced.len, DIAG_TOLD_MAX);
}

/* A report has an end, however many files are broken; the rest is of no file. */
static void test_a_report_has_an_end(void **state)
{
    struct kit *kit = *state;
    enum { FILES = 10 + DIAG_TOLD_MAX / 2 };
    for (size_t i = FILES; i-- > 0;) {
        struct source *source = kit_source(kit, kit_repeat(kit, "a", DIAG_KEPT_MAX));
        source->path = str_format(&kit->arena, "%04zu.md", i);
        add_many(&kit->diags, &error, source, 2);
        add_many(&kit->diags, &warning, source, 1);
    }
    diag_sort(&kit->diags);
    assert_int_equal(kit->diags.len, DIAG_TOLD_MAX + FILES);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ERROR), 2 * FILES);
    assert_int_equal(kit->diags.more, 1);
    assert_null(kit->diags.tallies.items[0]->source);
    assert_int_equal(kit->diags.tallies.items[0]->more, 20);
    assert_str("the first are told", kit->diags.items[0].span.source->path, "0000.md");
}

static void test_long_arguments_are_cut(void **state)
{
    struct kit *kit = *state;
    struct str letters = kit_repeat(kit, "å", DIAG_ARG_MAX);
    for (size_t i = 0; i < 2; i++)
        diag_add(&kit->diags, &plain, NO_SPAN, (struct detail){.args = {str_from(letters, i * 2)}});
    diag_add(&kit->diags, &plain, NO_SPAN,
             (struct detail){.args = {STR_JOIN(&kit->arena, STR("a"), letters)}});
    for (size_t i = 0; i < kit->diags.len; i++) {
        struct str arg = kit->diags.items[i].detail.args[0];
        assert_in_range(arg.len, DIAG_ARG_MAX - 1, DIAG_ARG_MAX + 3);
        assert_int_equal(utf8_valid_until(arg), arg.len);
        assert_true(str_ends(arg, STR("å…")));
    }
}

/* ---- sentences ---- */

static void test_sentences_in_both_languages(void **state)
{
    struct kit *kit = *state;
    struct finding finding = {.rule = &error,
                              .detail = {.args = {STR("a"), STR("b")}, .suggestion = STR("ø")}};
    assert_str("nb", diag_text(&kit->arena, &finding, DIAG_NB), "a er ikke b");
    assert_str("en", diag_text(&kit->arena, &finding, DIAG_EN), "a is not b");
    assert_str("nb", diag_help(&kit->arena, &finding, DIAG_NB), "skriv b");
    assert_str("en", diag_help(&kit->arena, &finding, DIAG_EN), "write b");
    finding.rule = &plain;
    assert_str("none", diag_help(&kit->arena, &finding, DIAG_NB), "");
}

static void test_arguments_are_put_in_once(void **state)
{
    struct kit *kit = *state;
    static const struct rule braces = {.id = "b", .text = {"{0}{4}{}{1} {3}{a} {", "en"}};
    struct finding finding = {.rule = &braces,
                              .detail = {.args = {STR("{1}"), STR("x"), STR("y"), STR("z")}}};
    assert_str("as they stand", diag_text(&kit->arena, &finding, DIAG_NB), "{1}{4}{}x z{a} {");
}

/* Nothing from the content can act on a terminal, hide, or pretend to be a line of ours. */
static void test_arguments_cannot_act_or_hide(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"\033[2J", "\\u{001B}[2J"},
        {"a\nfeil: b", "a\\u{000A}feil: b"},
        {"a\rb", "a\\u{000D}b"},
        {"a\tb", "a b"},
        {"\xC2\x9B"
         "31m",
         "\\u{009B}31m"},
        {"\xE2\x80\xAE", "\\u{202E}"},
        {"\xE2\x81\xA6", "\\u{2066}"},
        {"\xE2\x80\xA8", "\\u{2028}"},
        {"\xF3\xA0\x81\x81", "\\u{E0041}"},
        {"\x7F", "\\u{007F}"},
        {"bl\xE5"
         "b\xE6r",
         "bl\\xE5b\\xE6r"},
        {"a\xF0", "a\\xF0"},
        {"a\xF0\x9F\x98", "a\\xF0\\x9F\\x98"},
        {"\xC3\xA6\xC3", "æ\\xC3"},
        {"blåbær 😀", "blåbær 😀"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct detail detail = {.args = {str_of(cases[i].text), str_of(cases[i].text)}};
        struct finding finding = {.rule = &advice, .detail = detail};
        assert_str("text", diag_text(&kit->arena, &finding, DIAG_EN),
                   STR_JOIN(&kit->arena, STR("advice on "), str_of(cases[i].shown)).ptr);
        finding.rule = &error;
        assert_str("help", diag_help(&kit->arena, &finding, DIAG_NB),
                   STR_JOIN(&kit->arena, STR("skriv "), str_of(cases[i].shown)).ptr);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_lines),
        WITH_KIT(test_places_count_code_points),
        WITH_KIT(test_offsets_stay_on_their_line),
        WITH_KIT(test_spans_are_cut_to_the_text),
        WITH_KIT(test_places_in_long_lines),
        WITH_KIT(test_sorted_by_file_place_and_rule),
        WITH_KIT(test_the_same_is_said_once),
        WITH_KIT(test_which_one_is_kept_is_settled),
        WITH_KIT(test_suggestions_are_taken),
        WITH_KIT(test_sorting_nothing),
        WITH_KIT(test_merged_findings_are_all_there),
        WITH_KIT(test_what_is_not_kept_is_counted),
        WITH_KIT(test_merging_keeps_no_more),
        WITH_KIT(test_silenced_findings_take_no_place),
        WITH_KIT(test_a_report_has_an_end),
        WITH_KIT(test_long_arguments_are_cut),
        WITH_KIT(test_sentences_in_both_languages),
        WITH_KIT(test_arguments_are_put_in_once),
        WITH_KIT(test_arguments_cannot_act_or_hide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
