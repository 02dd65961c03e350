#include <stdio.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "report/shared.h"

static const char *const severity_colours[] = {
    [SEVERITY_ADVICE] = "\033[36m", [SEVERITY_WARNING] = "\033[33m", [SEVERITY_ERROR] = "\033[31m"};

static size_t shown_width(struct str text)
{
    struct buf visible = BUF_INIT;
    visible_put(&visible, text);
    size_t width = utf8_count(buf_str(&visible));
    buf_release(&visible);
    return width;
}

/* The caret is indented by what is shown, as wide as it is shown. */
static void print_excerpt(struct buf *out, struct span span)
{
    struct report_excerpt excerpt = report_excerpt(span);
    struct str shown = {excerpt.before.ptr,
                        excerpt.before.len + excerpt.marked.len + excerpt.after.len};
    buf_format(out, "%6zu | %s", source_place(span.source, span.start).line,
               excerpt.cut_before ? "…" : "");
    visible_put(out, shown);
    buf_format(out, "%s\n       | ", excerpt.cut_after ? "…" : "");
    size_t pad = shown_width(excerpt.before) + (excerpt.cut_before ? 1 : 0);
    size_t width = shown_width(excerpt.marked);
    while (pad--)
        buf_byte(out, ' ');
    buf_byte(out, '^');
    while (width-- > 1)
        buf_byte(out, '~');
    buf_byte(out, '\n');
}

static void print_finding(struct buf *out, struct arena *arena, const struct finding *finding,
                          const struct report_look *look)
{
    const struct source *source = finding->span.source;
    enum severity severity = finding->rule->severity;
    if (source) {
        struct place place = source_place(source, finding->span.start);
        visible_put(out, source->path);
        buf_format(out, ":%zu:%zu: ", place.line, place.column);
    }
    buf_format(out, "%s%s%s: ", look->colour ? severity_colours[severity] : "",
               report_severity(severity, look->language), look->colour ? "\033[0m" : "");
    buf_put(out, diag_text(arena, finding, look->language));
    buf_format(out, " [%s]\n", finding->rule->id);
    if (source && finding->span.end) /* else it is about the file as a whole */
        print_excerpt(out, finding->span);
    struct str help = report_help(arena, finding, look->language);
    if (help.len)
        buf_format(out, "         %s: %.*s\n", report_help_word(look->language), STR_ARG(help));
}

/* Tells how many findings of a rule in a file are not among those that are shown. */
static void print_more(struct buf *out, const struct tally *tally, enum diag_language language)
{
    if (tally->source) {
        visible_put(out, tally->source->path);
        buf_lit(out, ": ");
    }
    report_more(out, tally, language);
    buf_byte(out, '\n');
}

/* Tells the rest of a file at its end, where `next` has come among the tallies, and moves it on. */
static void print_rest(struct buf *out, const struct diags *diags, const struct source *source,
                       size_t *next, const struct report_look *look)
{
    for (; *next < diags->more; ++*next) {
        const struct tally *tally = diags->tallies.items[*next];
        if (tally->source && str_cmp(tally->source->path, source->path) > 0)
            return;
        if (tally->source && tally->rule->severity >= look->least)
            print_more(out, tally, look->language);
    }
}

/* The same of findings without a file, or of files that are not shown at all. */
static void print_rest_anywhere(struct buf *out, const struct diags *diags,
                                const struct report_look *look)
{
    for (size_t i = 0; i < diags->more && !diags->tallies.items[i]->source; i++)
        if (diags->tallies.items[i]->rule->severity >= look->least)
            print_more(out, diags->tallies.items[i], look->language);
}

void report_put_text(struct buf *out, const struct diags *diags, const struct report_look *look)
{
    struct arena arena;
    arena_init(&arena);
    size_t next = 0;
    for (size_t i = 0; i < diags->len; i++) {
        const struct finding *finding = &diags->items[i];
        const struct source *source = finding->span.source;
        bool last = i + 1 == diags->len || diags->items[i + 1].span.source != source;
        if (finding->rule->severity >= look->least)
            print_finding(out, &arena, finding, look);
        if (last && source)
            print_rest(out, diags, source, &next, look);
    }
    print_rest_anywhere(out, diags, look);
    arena_release(&arena);
}

void report_put_silenced(struct buf *out, const struct diags *diags, enum diag_language language)
{
    size_t count = diags->silenced.count;
    if (count)
        buf_format(out, "%zu %s:\n", count, report_exceptions(count, language));
    for (size_t i = 0; i < diags->silenced.len; i++) {
        const struct silenced *silenced = &diags->silenced.items[i];
        struct span span = silenced->finding.span;
        buf_lit(out, "  ");
        if (span.source) {
            visible_put(out, span.source->path);
            buf_format(out, ":%zu", source_place(span.source, span.start).line);
        }
        buf_format(out, " [%s] ", silenced->finding.rule->id);
        visible_put(out, silenced->reason);
        buf_byte(out, '\n');
    }
    for (size_t i = 0; i < diags->silenced.more; i++) {
        buf_lit(out, "  ");
        print_more(out, diags->silenced.tallies.items[i], language);
    }
}

void report_text(const struct report *report)
{
    struct report_look look = {report->language, SEVERITY_ADVICE, report->colour};
    struct buf out = BUF_INIT;
    report_put_text(&out, report->diags, &look);
    if (report->excuses)
        report_put_silenced(&out, report->diags, report->language);
    report_flush(&out, stderr);
    buf_release(&out);
}
