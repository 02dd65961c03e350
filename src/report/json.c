#include "base/buf.h"
#include "base/escape.h"
#include "report/shared.h"

static void put_text(struct buf *out, const char *name, struct str text)
{
    buf_format(out, ",\"%s\":", name);
    if (text.len)
        escape_json_string(out, text);
    else
        buf_lit(out, "null");
}

static void put_number(struct buf *out, const char *name, size_t number)
{
    if (number)
        buf_format(out, ",\"%s\":%zu", name, number);
    else
        buf_format(out, ",\"%s\":null", name);
}

static struct str visible(struct arena *arena, struct str text)
{
    struct buf shown = BUF_INIT;
    diag_visible(&shown, text);
    text = buf_finish(&shown, arena);
    return text;
}

static void put_finding(struct buf *out, struct arena *arena, const struct finding *finding,
                        enum diag_language language)
{
    struct report_range range = report_range(finding);
    struct str path = finding->span.source ? finding->span.source->path : STR("");
    buf_lit(out, "{\"rule\":");
    escape_json_string(out, str_of(finding->rule->id));
    put_text(out, "severity", str_of(report_severity(finding->rule->severity, DIAG_EN)));
    put_text(out, "file", visible(arena, path));
    put_number(out, "line", range.line);
    put_number(out, "column", range.column);
    put_number(out, "endLine", range.end_line);
    put_number(out, "endColumn", range.end_column);
    put_text(out, "message", diag_text(arena, finding, language));
    put_text(out, "help", report_help(arena, finding, language));
    put_text(out, "suggestion", visible(arena, finding->detail.suggestion));
}

static void put_findings(struct buf *out, struct arena *arena, const struct diags *diags,
                         enum diag_language language)
{
    for (size_t i = 0; i < diags->len; i++) {
        buf_put(out, i ? STR(",\n") : STR("\n"));
        put_finding(out, arena, &diags->items[i], language);
        buf_byte(out, '}');
        report_flush(out, stdout);
        arena_reset(arena);
    }
}

static void put_silenced(struct buf *out, struct arena *arena, const struct diags *diags,
                         enum diag_language language)
{
    for (size_t i = 0; i < diags->silenced.len; i++) {
        const struct silenced *silenced = &diags->silenced.items[i];
        buf_put(out, i ? STR(",\n") : STR("\n"));
        put_finding(out, arena, &silenced->finding, language);
        put_text(out, "reason", visible(arena, silenced->reason));
        buf_byte(out, '}');
        report_flush(out, stdout);
        arena_reset(arena);
    }
}

void report_json(const struct report *report)
{
    const struct diags *diags = report->diags;
    struct arena arena;
    arena_init(&arena);
    struct buf out = BUF_INIT;
    buf_lit(&out, "{\"version\":1,\"findings\":[");
    put_findings(&out, &arena, diags, report->language);
    buf_lit(&out, "\n],\"silenced\":[");
    put_silenced(&out, &arena, diags, report->language);
    buf_format(&out, "\n],\"counts\":{\"error\":%zu,\"warning\":%zu,\"advice\":%zu}}\n",
               diag_count(diags, SEVERITY_ERROR), diag_count(diags, SEVERITY_WARNING),
               diag_count(diags, SEVERITY_ADVICE));
    report_flush(&out, stdout);
    buf_release(&out);
    arena_release(&arena);
}
