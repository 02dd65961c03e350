#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/escape.h"
#include "base/fs_place.h"
#include "base/fs_write.h"
#include "base/visible.h"
#include "report/shared.h"

enum {
    ANNOTATIONS_MAX = 10,      /* GitHub's limit for each severity in a step */
    SUMMARY_MAX = 1024 * 1024, /* GitHub's limit for the summary of a step, in bytes */
    TAIL_ROOM = 256            /* what we keep free for the end of the summary */
};

static const char *const commands[] = {
    [SEVERITY_ADVICE] = "notice", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

static void put_visible_path(struct buf *out, const struct report *report,
                             const struct finding *finding)
{
    struct buf path = BUF_INIT;
    report_path(&path, report, finding);
    visible_put(out, buf_str(&path));
    buf_release(&path);
}

static void put_place(struct buf *out, const struct report *report, const struct finding *finding)
{
    struct report_range range = report_range(finding);
    struct buf path = BUF_INIT;
    put_visible_path(&path, report, finding);
    buf_lit(out, "file=");
    escape_github_property(out, buf_str(&path));
    buf_format(out, ",line=%zu", range.line);
    if (range.end_line)
        buf_format(out, ",endLine=%zu", range.end_line);
    if (range.column &&
        range.line == range.end_line) /* GitHub takes columns within one line only */
        buf_format(out, ",col=%zu,endColumn=%zu", range.column, range.end_column);
    buf_byte(out, ',');
    buf_release(&path);
}

static void put_command(struct buf *out, struct arena *arena, const struct report *report,
                        const struct finding *finding)
{
    struct buf message = BUF_INIT;
    report_message(&message, arena, report, finding);
    buf_format(out, "::%s ", commands[finding->rule->severity]);
    if (finding->span.source)
        put_place(out, report, finding);
    buf_lit(out, "title=");
    escape_github_property(out, str_of(finding->rule->id));
    buf_lit(out, "::");
    escape_github_data(out, buf_str(&message));
    buf_byte(out, '\n');
    buf_release(&message);
}

/*
 * Puts a finding as a row of the summary. The summary is Markdown, but our part of it
 * is one table in HTML, and from <table> to the first empty line nothing is read as
 * Markdown (CommonMark 4.6). The texts of a finding are single lines, so there is no
 * empty line, and escape_html() is all that they need.
 */
static void put_row(struct buf *out, struct arena *arena, const struct report *report,
                    const struct finding *finding)
{
    struct report_range range = report_range(finding);
    struct buf path = BUF_INIT;
    put_visible_path(&path, report, finding);
    buf_lit(out, "<tr><td><code>");
    escape_html(out, buf_str(&path));
    if (range.line)
        buf_format(out, ":%zu", range.line);
    if (range.column)
        buf_format(out, ":%zu", range.column);
    buf_format(out, "</code></td><td>%s</td><td>",
               report_severity(finding->rule->severity, report->language));
    escape_html(out, diag_text(arena, finding, report->language));
    struct str help = report_help(arena, finding, report->language);
    if (help.len)
        buf_format(out, "<br>%s: ", report_help_word(report->language));
    escape_html(out, help);
    buf_format(out, "<br><code>%s</code></td></tr>\n", finding->rule->id);
    buf_release(&path);
}

/* Appends the exceptions that documents have made, as many as `room` lets `out` hold. */
static void put_silenced(struct buf *out, const struct report *report, size_t room)
{
    const struct diags *diags = report->diags;
    size_t count = diags->silenced.count, shown = 0;
    buf_format(out, "\n<p>%zu %s:</p>\n<ul>\n", count, report_exceptions(count, report->language));
    struct buf row = BUF_INIT;
    for (size_t i = 0; i < diags->silenced.len; i++) {
        const struct finding *finding = &diags->silenced.items[i].finding;
        struct buf reason = BUF_INIT, path = BUF_INIT;
        buf_clear(&row);
        put_visible_path(&path, report, finding);
        visible_put(&reason, diags->silenced.items[i].reason);
        buf_lit(&row, "<li><code>");
        escape_html(&row, buf_str(&path));
        buf_format(&row, ":%zu</code> <code>%s</code> ", report_range(finding).line,
                   finding->rule->id);
        escape_html(&row, buf_str(&reason));
        buf_lit(&row, "</li>\n");
        buf_release(&reason);
        buf_release(&path);
        if (out->len + row.len + TAIL_ROOM > room)
            break;
        buf_put(out, buf_str(&row));
        shown++;
    }
    if (shown < count)
        buf_format(out,
                   report->language == DIAG_NB ? "<li>… og %zu til</li>\n"
                                               : "<li>… and %zu more</li>\n",
                   count - shown);
    buf_lit(out, "</ul>\n");
    buf_release(&row);
}

/* Appends the table of findings, as many as `room` lets `out` hold. Returns how many those are. */
static size_t put_step_summary(struct buf *out, const struct report *report, size_t room)
{
    const struct diags *diags = report->diags;
    bool nb = report->language == DIAG_NB;
    struct arena arena;
    arena_init(&arena);
    struct buf row = BUF_INIT;
    size_t shown = 0;
    buf_put(out, nb ? STR("\n### Funn i innholdet\n\n<table>\n"
                          "<tr><th>Sted</th><th>Alvor</th><th>Hva</th></tr>\n")
                    : STR("\n### Findings in the content\n\n<table>\n"
                          "<tr><th>Place</th><th>Severity</th><th>What</th></tr>\n"));
    for (; shown < diags->len; shown++) {
        put_row(&row, &arena, report, &diags->items[shown]);
        if (out->len + row.len + TAIL_ROOM > room)
            break;
        buf_put(out, buf_str(&row));
        buf_clear(&row);
        arena_reset(&arena);
    }
    buf_lit(out, "</table>\n");
    if (shown < diag_total(diags))
        buf_format(out,
                   nb ? "\n%zu funn til er det ikke plass til her.\n"
                      : "\nThere is no room here for %zu more.\n",
                   diag_total(diags) - shown);
    buf_release(&row);
    arena_release(&arena);
    return shown;
}

/* Returns how many bytes may be added to the summary, which earlier commands may have begun. */
static size_t room_in(struct arena *arena, const struct fs_root *root, struct str name)
{
    struct str text;
    switch (fs_read(root, name, SUMMARY_MAX, arena, &text)) {
    case FS_OK: return SUMMARY_MAX - text.len;
    case FS_MISSING: return SUMMARY_MAX;
    default: return 0;
    }
}

/* Adds to the summary of the step, the file `path`. Returns how many findings it got. */
static size_t write_summary(const struct report *report, struct str path)
{
    struct arena arena;
    arena_init(&arena);
    size_t shown = 0;
    struct str name = str_name(path);
    struct fs_root root = fs_root_open(&arena, fs_folder_of(path));
    struct buf text = BUF_INIT;
    size_t room = room_in(&arena, &root, name), silenced = report->diags->silenced.len;
    if (report->diags->len)
        shown = put_step_summary(&text, report, room);
    if (silenced && text.len + TAIL_ROOM * 2 < room)
        put_silenced(&text, report, room);
    if (shown || (silenced && text.len))
        fs_append(&root, name, buf_str(&text));
    buf_release(&text);
    fs_root_close(&root);
    arena_release(&arena);
    return shown;
}

/* Writes the workflow commands. Returns how many findings were left out. */
static size_t put_commands(const struct report *report)
{
    const struct diags *diags = report->diags;
    size_t count[] = {[SEVERITY_ADVICE] = 0, [SEVERITY_WARNING] = 0, [SEVERITY_ERROR] = 0};
    size_t put = 0;
    struct arena arena;
    arena_init(&arena);
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < diags->len; i++) {
        if (count[diags->items[i].rule->severity]++ >= ANNOTATIONS_MAX)
            continue;
        put++;
        put_command(&out, &arena, report, &diags->items[i]);
        report_flush(&out, stdout);
        arena_reset(&arena);
    }
    buf_release(&out);
    arena_release(&arena);
    return diag_total(diags) - put;
}

struct str github_summary(void)
{
    return str_of(getenv("GITHUB_STEP_SUMMARY"));
}

void report_github(const struct report *report)
{
    struct str path = github_summary();
    size_t all = diag_total(report->diags), summed = 0;
    size_t left_out = put_commands(report);
    bool nb = report->language == DIAG_NB;
    if ((all || report->diags->silenced.len) && path.len)
        summed = write_summary(report, path);
    if (left_out == 0)
        return;
    printf(nb ? "%zu funn er ikke vist som merknader, for GitHub viser ti av hvert slag; "
              : "%zu findings are not shown as annotations, for GitHub shows ten of a kind; ",
           left_out);
    if (summed)
        printf(nb ? "sammendraget har %zu av %zu\n" : "the summary has %zu of %zu\n", summed, all);
    else
        puts(nb ? "«samling check» viser alle" : "“samling check” shows them all");
}
