#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "report/shared.h"

/* The widths of the first two columns. */
static size_t widest_id(const struct rule_list *rules)
{
    const struct rule *rule;
    size_t width = 0;
    for (size_t i = 0; (rule = rule_at(rules, i)); i++)
        if (strlen(rule->id) > width)
            width = strlen(rule->id);
    return width;
}

static size_t widest_severity(enum diag_language language)
{
    size_t width = 0;
    for (enum severity severity = SEVERITY_ADVICE; severity <= SEVERITY_ERROR; severity++) {
        size_t own = utf8_count(str_of(report_severity(severity, language)));
        width = own > width ? own : width;
    }
    return width;
}

static void put_column(struct buf *out, const char *word, size_t width)
{
    buf_put(out, str_of(word));
    for (size_t i = utf8_count(str_of(word)); i < width + 2; i++)
        buf_byte(out, ' ');
}

void report_put_rules(struct buf *out, const struct rule_list *rules, enum diag_language language)
{
    size_t ids = widest_id(rules), severities = widest_severity(language);
    struct arena arena;
    arena_init(&arena);
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(rules, i)); i++) {
        struct finding finding = report_alone(rule);
        put_column(out, rule->id, ids);
        put_column(out, report_severity(rule->severity, language), severities);
        buf_put(out, diag_text(&arena, &finding, language));
        buf_byte(out, '\n');
    }
    arena_release(&arena);
}

static void put_rule_sentences(struct buf *out, struct arena *arena, const struct rule *rule,
                               enum diag_language language)
{
    struct finding finding = report_alone(rule);
    struct str text = diag_text(arena, &finding, language);
    struct str help = report_help(arena, &finding, language);
    buf_format(out, "\n%s  %.*s\n", language == DIAG_NB ? "nb" : "en", STR_ARG(text));
    if (help.len)
        buf_format(out, "    %s: %.*s\n", report_help_word(language), STR_ARG(help));
}

void report_put_rule(struct buf *out, const struct rule *rule, enum diag_language language)
{
    struct arena arena;
    arena_init(&arena);
    buf_format(out, "%s: %s\n", rule->id, report_severity(rule->severity, language));
    put_rule_sentences(out, &arena, rule, language);
    put_rule_sentences(out, &arena, rule, language == DIAG_NB ? DIAG_EN : DIAG_NB);
    arena_release(&arena);
}
