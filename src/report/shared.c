#include "report/shared.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/visible.h"

enum { LINE_WIDTH = 100 };

struct report_range report_range(const struct finding *finding)
{
    struct span span = finding->span;
    if (!span.source)
        return (struct report_range){0};
    if (!span.end) /* the file as a whole (base/diag.h) */
        return (struct report_range){.line = 1};
    struct place start = source_place(span.source, span.start);
    struct place end = source_place(span.source, span.end);
    return (struct report_range){start.line, start.column, end.line, end.column};
}

/* ---- the line ---- */

/*
 * Cuts a line off after LINE_WIDTH characters. Bytes that are not UTF-8 may look
 * like one endless character, so their number is limited, too.
 */
static struct str cut_line(struct str line)
{
    size_t len = utf8_skip(line, LINE_WIDTH);
    return str_slice(line, 0, len < LINE_WIDTH * 4 ? len : LINE_WIDTH * 4);
}

/* Returns the part of a line that holds the place, and sets `before` to what precedes that part. */
static struct str window_of_line(const struct source *source, struct place place,
                                 struct str *before)
{
    struct str line = source_line(source, place.line);
    bool fits = cut_line(line).len == line.len;
    size_t skip =
        !fits && place.column > LINE_WIDTH * 2 / 3 ? place.column - LINE_WIDTH * 2 / 3 : 0;
    size_t start = source_offset_runes(source, place.line, skip + 1);
    *before = str_slice(line, 0, start - source->lines[place.line - 1]);
    return cut_line(str_from(line, before->len));
}

struct report_excerpt report_excerpt(struct span span)
{
    struct place place = source_place(span.source, span.start);
    struct str line = source_line(span.source, place.line), skipped;
    struct str shown = window_of_line(span.source, place, &skipped);
    size_t start = span.source->lines[place.line - 1] + skipped.len, end = start + shown.len;
    size_t from = span.start < start ? start : span.start > end ? end : span.start;
    size_t to = span.end < from ? from : span.end > end ? end : span.end;
    return (struct report_excerpt){
        .before = str_slice(shown, 0, from - start),
        .marked = str_slice(shown, from - start, to - start),
        .after = str_from(shown, to - start),
        .cut_before = skipped.len > 0,
        .cut_after = skipped.len + shown.len < line.len,
    };
}

/* ---- words ---- */

void report_path(struct buf *out, const struct report *report, const struct finding *finding)
{
    struct str folder = report->folder;
    if (!finding->span.source)
        return;
    if (str_starts(finding->span.source->path, STR("/"))) /* of the program's theme */
        folder = STR(".");
    while (str_starts(folder, STR("./")))
        folder = str_from(folder, 2);
    while (folder.len > 1 && str_ends(folder, STR("/")))
        folder = str_slice(folder, 0, folder.len - 1);
    if (folder.len && !str_eq(folder, STR("."))) {
        buf_put(out, folder);
        if (!str_eq(folder, STR("/")))
            buf_byte(out, '/');
    }
    buf_put(out, finding->span.source->path);
}

const char *report_severity(enum severity severity, enum diag_language language)
{
    static const char *const names[DIAG_LANGUAGES][3] = {
        [DIAG_NB] = {"råd", "advarsel", "feil"},
        [DIAG_EN] = {"advice", "warning", "error"},
    };
    return names[language][severity];
}

struct str report_help(struct arena *arena, const struct finding *finding,
                       enum diag_language language)
{
    struct str help = diag_help(arena, finding, language);
    if (!finding->detail.suggestion.len)
        return help;
    struct buf out = BUF_INIT;
    buf_put(&out, language == DIAG_NB ? STR("mente du «") : STR("did you mean “"));
    visible_put(&out, finding->detail.suggestion);
    buf_put(&out, language == DIAG_NB ? STR("»?") : STR("”?"));
    if (help.len)
        buf_byte(&out, ' ');
    buf_put(&out, help);
    return buf_finish(&out, arena);
}

const char *report_help_word(enum diag_language language)
{
    return language == DIAG_NB ? "hjelp" : "help";
}

struct finding report_alone(const struct rule *rule)
{
    struct str open = STR("…");
    return (struct finding){rule, NO_SPAN, {.args = {open, open, open, open}}};
}

void report_message(struct buf *out, struct arena *arena, const struct report *report,
                    const struct finding *finding)
{
    struct str help = report_help(arena, finding, report->language);
    buf_put(out, diag_text(arena, finding, report->language));
    if (help.len)
        buf_format(out, "\n%s: %.*s", report_help_word(report->language), STR_ARG(help));
}

void report_more(struct buf *out, const struct tally *tally, enum diag_language language)
{
    buf_format(out,
               language == DIAG_NB ? "… og %zu til av samme slag [%s]"
                                   : "… and %zu more of the kind [%s]",
               tally->more, tally->rule->id);
}

const char *report_exceptions(size_t count, enum diag_language language)
{
    return language == DIAG_NB ? "unntak" : count == 1 ? "exception" : "exceptions";
}

void report_flush(struct buf *text, FILE *file)
{
    struct str all = buf_str(text);
    fwrite(all.ptr, 1, all.len, file);
    buf_clear(text);
}
