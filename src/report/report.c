#include "report/report.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/die.h"

static void report_text(const struct report *report)
{
    session_report(report->session, SEVERITY_ADVICE, report->language);
}

static const struct report_format formats[] = {
    {"text", report_text, false},
    {"github", report_github, true},
    {"sarif", report_sarif, true},
    {"json", report_json, true},
};

const struct report_format *report_format(struct str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_eq(name, str_of(formats[i].name)))
            return &formats[i];
    return NULL;
}

void report_write(const struct report_format *format, const struct report *report)
{
    format->write(report);
    if (fflush(stdout) != 0 || ferror(stdout))
        die_errno("kan ikke skrive det som ble funnet");
}

struct report_range report_range(const struct finding *finding)
{
    struct span span = finding->span;
    if (!span.source)
        return (struct report_range){0};
    if (!span.end) /* the file as a whole, as in base/diag.h */
        return (struct report_range){.line = 1};
    struct place start = source_place(span.source, span.start);
    struct place end = source_place(span.source, span.end);
    return (struct report_range){start.line, start.column, end.line, end.column};
}

void report_path(struct buf *out, const struct report *report, const struct finding *finding)
{
    struct str folder = report->folder;
    if (!finding->span.source)
        return;
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

void report_message(struct buf *out, struct arena *arena, const struct report *report,
                    const struct finding *finding)
{
    struct str help = diag_help(arena, finding, report->language);
    buf_put(out, diag_text(arena, finding, report->language));
    if (help.len)
        buf_format(out, "\n%s: %.*s", report->language == DIAG_NB ? "hjelp" : "help",
                   STR_ARG(help));
}

void report_flush(struct buf *text)
{
    struct str all = buf_str(text);
    fwrite(all.ptr, 1, all.len, stdout);
    buf_clear(text);
}
