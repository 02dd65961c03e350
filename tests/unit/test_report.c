#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "kit.h"
#include "report/shared.h"

/* Findings as people read them. The forms for programs have a law: findings-in-other-forms. */

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

static struct str printed(struct kit *kit, struct report_look look)
{
    struct buf out = BUF_INIT;
    report_put_text(&out, &kit->diags, &look);
    return buf_finish(&out, &kit->arena);
}

/* How one finding at these bytes is shown; only the excerpt, without the first line. */
static struct str excerpt(struct kit *kit, struct str text, size_t start, size_t end)
{
    kit_forget(kit);
    struct span span = source_span(kit_source(kit, text), start, end);
    diag_add(&kit->diags, &plain, span, NO_DETAIL);
    struct str all = printed(kit, (struct report_look){0}), first;
    str_cut(&all, '\n', &first);
    return all;
}

static void test_the_suggestion_comes_before_the_help(void **state)
{
    struct kit *kit = *state;
    struct finding finding = {.rule = &error,
                              .detail = {.args = {STR("a"), STR("b")}, .suggestion = STR("ø")}};
    assert_str("nb", report_help(&kit->arena, &finding, DIAG_NB), "mente du «ø»? skriv b");
    assert_str("en", report_help(&kit->arena, &finding, DIAG_EN), "did you mean “ø”? write b");
    finding.rule = &plain;
    assert_str("alone", report_help(&kit->arena, &finding, DIAG_NB), "mente du «ø»?");
    finding.detail.suggestion = STR("a\n\033\xFF");
    assert_str("visible", report_help(&kit->arena, &finding, DIAG_EN),
               "did you mean “a\\u{000A}\\u{001B}\\xFF”?");
    finding.detail.suggestion = (struct str){0};
    assert_str("none", report_help(&kit->arena, &finding, DIAG_NB), "");
}

static void test_rules_are_listed(void **state)
{
    struct kit *kit = *state;
    const struct rule first[] = {error, advice}, second[] = {plain};
    const struct rule_table tables[] = {{first, 2}, {NULL, 0}, {second, 1}};
    const struct rule_list list = {tables, 3};
    struct buf out = BUF_INIT;
    report_put_rules(&out, &list, DIAG_NB);
    assert_str("nb", buf_take(&out, &kit->arena),
               "error-rule   feil      … er ikke …\n"
               "advice-rule  råd       råd om …\n"
               "plain-rule   feil      galt\n");
    report_put_rule(&out, &first[0], DIAG_EN);
    assert_str("en first", buf_take(&out, &kit->arena),
               "error-rule: error\n"
               "\nen  … is not …\n    help: write …\n"
               "\nnb  … er ikke …\n    hjelp: skriv …\n");
    report_put_rules(&out, NULL, DIAG_NB);
    report_put_rule(&out, &plain, DIAG_NB);
    assert_str("no help", buf_finish(&out, &kit->arena),
               "plain-rule: feil\n\nnb  galt\n\nen  wrong\n");
    assert_ptr_equal(rule_find(&list, STR("plain-rule")), second);
    assert_ptr_equal(rule_at(&list, 2), second);
    assert_null(rule_at(&list, 3));
    assert_null(rule_find(&list, STR("other-rule")));
    assert_null(rule_find(NULL, STR("plain-rule")));
}

static void test_nothing_is_printed_of_nothing(void **state)
{
    struct kit *kit = *state;
    assert_str("nothing", printed(kit, (struct report_look){0}), "");
}

static void test_printed_in_norwegian(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("---\ntype: øve\n"));
    diag_add(&kit->diags, &error, source_span(source, 10, 14),
             (struct detail){.args = {STR("øve"), STR("prøve")}, .suggestion = STR("prøve")});
    diag_add(&kit->diags, &warning, NO_SPAN, NO_DETAIL);
    diag_sort(&kit->diags);
    assert_str("nb", printed(kit, (struct report_look){DIAG_NB, SEVERITY_ADVICE, false}),
               "advarsel: advarsel [warning-rule]\n"
               "content/measures/nfd/x.md:2:7: feil: øve er ikke prøve [error-rule]\n"
               "     2 | type: øve\n"
               "       |       ^~~\n"
               "         hjelp: mente du «prøve»? skriv prøve\n");
}

static void test_printed_in_english_and_colour(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("abc"));
    diag_add(&kit->diags, &error, source_span(source, 1, 2),
             (struct detail){.args = {STR("a"), STR("b")}});
    diag_add(&kit->diags, &warning, source_span(source, 2, 2), NO_DETAIL);
    diag_add(&kit->diags, &advice, source_span(source, 3, 3), (struct detail){.args = {STR("c")}});
    assert_str("en", printed(kit, (struct report_look){DIAG_EN, SEVERITY_ADVICE, true}),
               "content/measures/nfd/x.md:1:2: \033[31merror\033[0m: a is not b [error-rule]\n"
               "     1 | abc\n"
               "       |  ^\n"
               "         help: write b\n"
               "content/measures/nfd/x.md:1:3: \033[33mwarning\033[0m: warning [warning-rule]\n"
               "     1 | abc\n"
               "       |   ^\n"
               "content/measures/nfd/x.md:1:4: \033[36madvice\033[0m: advice on c [advice-rule]\n"
               "     1 | abc\n"
               "       |    ^\n");
}

static void test_least_leaves_out_what_is_less(void **state)
{
    struct kit *kit = *state;
    static const char *const expected[] = {
        [SEVERITY_ADVICE] = "råd: råd om  [advice-rule]\nfeil: galt [plain-rule]\n"
                            "advarsel: advarsel [warning-rule]\n",
        [SEVERITY_WARNING] = "feil: galt [plain-rule]\nadvarsel: advarsel [warning-rule]\n",
        [SEVERITY_ERROR] = "feil: galt [plain-rule]\n",
    };
    diag_add(&kit->diags, &advice, NO_SPAN, NO_DETAIL);
    diag_add(&kit->diags, &warning, NO_SPAN, NO_DETAIL);
    diag_add(&kit->diags, &plain, NO_SPAN, NO_DETAIL);
    diag_sort(&kit->diags);
    for (enum severity least = SEVERITY_ADVICE; least <= SEVERITY_ERROR; least++)
        assert_str("least", printed(kit, (struct report_look){.least = least}), expected[least]);
}

static void test_caret_stands_under_the_place(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text;
        size_t start, end;
        const char *excerpt;
    } cases[] = {
        {"abc\n", 0, 3, "     1 | abc\n       | ^~~\n"},
        {"æøå b", 7, 8, "     1 | æøå b\n       |     ^\n"},
        {"æøå b", 2, 6, "     1 | æøå b\n       |  ^~\n"},
        {"\ta\tb\n", 1, 4, "     1 |  a b\n       |  ^~~\n"},
        {"a\n\nb\n", 2, 2, "     2 | \n       | ^\n"},
        {"ab\n", 2, 3, "     1 | ab\n       |   ^\n"},    /* the line end itself */
        {"ab\ncd\n", 1, 5, "     1 | ab\n       |  ^\n"}, /* marked on its first line only */
        {"ab\n", 3, 3, "     2 | \n       | ^\n"},        /* the end of the file */
        {"a\x1B"
         "b c",
         4, 5, "     1 | a\\u{001B}b c\n       |            ^\n"},
        {"a\x1B"
         "b",
         1, 2, "     1 | a\\u{001B}b\n       |  ^~~~~~~~\n"},
        {"a \xE2\x80\xAE"
         "b",
         2, 5, "     1 | a \\u{202E}b\n       |   ^~~~~~~~\n"},
        {"a\xE5"
         "b",
         1, 2, "     1 | a\\xE5b\n       |  ^~~~\n"},
        {"a\xF0", 1, 2, "     1 | a\\xF0\n       |  ^~~~\n"},
        {"a\xF0\nb", 1, 2, "     1 | a\\xF0\n       |  ^~~~\n"},
        {"\xE2\x82", 0, 1, "     1 | \\xE2\\x82\n       | ^~~~\n"},
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_str(cases[i].text, excerpt(kit, str_of(cases[i].text), cases[i].start, cases[i].end),
                   cases[i].excerpt);
}

/* Views that end where their memory does: ASan sees it if a byte more is read. */
static void test_broken_utf8_at_the_very_end(void **state)
{
    struct kit *kit = *state;
    static const char *const ends[] = {"\xC3", "\xE2", "\xE2\x82", "\xF0", "\xF0\x9F\x98", "\x80"};
    for (size_t i = 0; i < ROWS(ends); i++)
        for (size_t before = 0; before < 160; before += 53) {
            size_t len = before + strlen(ends[i]);
            char *text = memory_resize(NULL, len);
            memset(text, 'a', before);
            memcpy(text + before, ends[i], strlen(ends[i]));
            struct str shown = excerpt(kit, (struct str){text, len}, before, before + 1);
            assert_true(str_find(shown, STR("^~~~\n")) != SIZE_MAX);
            kit_forget(kit);
            free(text);
        }
}

static struct str as_long_line(struct kit *kit, const char *before, size_t count, const char *what,
                               size_t after)
{
    return STR_JOIN(&kit->arena, kit_repeat(kit, before, count), str_of(what),
                    kit_repeat(kit, ".", after));
}

/* At most a hundred characters are shown, and the place is among them. */
static void test_long_lines_are_cut(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *letter;
        size_t before, after, shown_before, shown_after;
        bool cut_before, cut_after;
    } cases[] = {
        {"-", 0, 99, 0, 99, false, false},   {"-", 99, 0, 99, 0, false, false},
        {"-", 0, 100, 0, 99, false, true},   {"æ", 50, 500, 50, 49, false, true},
        {"-", 65, 100, 65, 34, false, true}, {"-", 66, 100, 65, 34, true, true},
        {"æ", 500, 500, 65, 34, true, true}, {"€", 500, 34, 65, 34, true, false},
        {"-", 500, 35, 65, 34, true, true},  {"😀", 5000, 0, 65, 0, true, false},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str line = as_long_line(kit, cases[i].letter, cases[i].before, "X", cases[i].after);
        size_t start = cases[i].before * strlen(cases[i].letter);
        const char *left = cases[i].cut_before ? "…" : "", *right = cases[i].cut_after ? "…" : "";
        struct str expected = STR_JOIN(
            &kit->arena, STR("     1 | "), str_of(left),
            as_long_line(kit, cases[i].letter, cases[i].shown_before, "X", cases[i].shown_after),
            str_of(right), STR("\n       | "),
            kit_repeat(kit, " ", cases[i].shown_before + cases[i].cut_before), STR("^\n"));
        assert_str("cut", excerpt(kit, line, start, start + 1), expected.ptr);
    }
}

static void test_marks_end_with_what_is_shown(void **state)
{
    struct kit *kit = *state;
    struct str shown = excerpt(kit, kit_repeat(kit, "a", 5000), 10, 4000);
    struct str expected =
        STR_JOIN(&kit->arena, STR("     1 | "), kit_repeat(kit, "a", 100), STR("…\n       | "),
                 kit_repeat(kit, " ", 10), STR("^"), kit_repeat(kit, "~", 89), STR("\n"));
    assert_str("marked", shown, expected.ptr);
}

/* What is no UTF-8 at all is cut as well, though it seems to have no second character. */
static void test_long_garbage_is_cut(void **state)
{
    struct kit *kit = *state;
    static const char *const bytes[] = {"\x80", "\xBF", "\xF0", "\xC3\xC3", "\xFF"};
    for (size_t i = 0; i < ROWS(bytes); i++) {
        struct str shown = excerpt(kit, kit_repeat(kit, bytes[i], 100000), 0, 1);
        assert_in_range(shown.len, 100, 4000);
    }
}

static void test_a_file_without_text_has_no_excerpt(void **state)
{
    struct kit *kit = *state;
    assert_str("empty", excerpt(kit, STR(""), 0, 0), "");
    assert_str("the file as a whole", excerpt(kit, STR("abc"), 0, 0), "");
}

static void test_paths_cannot_act_or_hide(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR(""));
    source->path = STR("content/\033[2J\n\xFF.md");
    diag_add(&kit->diags, &plain, source_span(source, 0, 0), NO_DETAIL);
    assert_str("path", printed(kit, (struct report_look){0}),
               "content/\\u{001B}[2J\\u{000A}\\xFF.md:1:1: feil: galt [plain-rule]\n");
}

static void test_a_rule_that_is_broken_often_is_told_in_short(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, kit_repeat(kit, "a", DIAG_KEPT_MAX + 2));
    for (size_t i = 0; i < DIAG_KEPT_MAX + 2; i++)
        diag_add(&kit->diags, &plain, source_span(source, i, i + 1), NO_DETAIL);
    for (size_t i = 0; i < DIAG_KEPT_MAX; i++)
        diag_add(&kit->diags, &warning, source_span(source, i, i + 1), NO_DETAIL);
    diag_sort(&kit->diags);
    assert_int_equal(diag_count(&kit->diags, SEVERITY_ERROR), DIAG_KEPT_MAX + 2);
    struct str all = printed(kit, (struct report_look){0}), line;
    size_t errors = 0, warnings = 0;
    while (str_cut(&all, '\n', &line) && all.ptr) {
        errors += str_ends(line, STR(": feil: galt [plain-rule]"));
        warnings += str_ends(line, STR(": advarsel: advarsel [warning-rule]"));
        if (all.len == 0)
            assert_str("the rest", line,
                       "content/measures/nfd/x.md: … og 2 til av samme slag [plain-rule]");
    }
    assert_int_equal(errors, DIAG_KEPT_MAX);
    assert_int_equal(warnings, DIAG_KEPT_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_the_suggestion_comes_before_the_help),
        WITH_KIT(test_rules_are_listed),
        WITH_KIT(test_nothing_is_printed_of_nothing),
        WITH_KIT(test_printed_in_norwegian),
        WITH_KIT(test_printed_in_english_and_colour),
        WITH_KIT(test_least_leaves_out_what_is_less),
        WITH_KIT(test_caret_stands_under_the_place),
        WITH_KIT(test_broken_utf8_at_the_very_end),
        WITH_KIT(test_long_lines_are_cut),
        WITH_KIT(test_marks_end_with_what_is_shown),
        WITH_KIT(test_long_garbage_is_cut),
        WITH_KIT(test_a_file_without_text_has_no_excerpt),
        WITH_KIT(test_paths_cannot_act_or_hide),
        WITH_KIT(test_a_rule_that_is_broken_often_is_told_in_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
