#include "base/json.h"
#include "base/buf.h"
#include "base/visible.h"
#include "report/shared.h"

/* Every finding has all names, so a value that it lacks is null. */
static void put_text_or_null(struct json *json, struct str name, struct str text)
{
    json_key(json, name);
    if (text.len)
        json_put_text(json, text);
    else
        json_put_null(json);
}

static void put_number_or_null(struct json *json, struct str name, size_t number)
{
    json_key(json, name);
    if (number)
        json_put_number(json, number);
    else
        json_put_null(json);
}

/* Puts the names of any finding. Leaves the map open, since a silenced one has a reason, too. */
static void open_finding(struct json *json, struct arena *arena, const struct finding *finding,
                         enum diag_language language)
{
    struct report_range range = report_range(finding);
    struct str path = finding->span.source ? finding->span.source->path : STR("");
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("rule"), str_of(finding->rule->id));
    json_put_member(json, STR("severity"),
                    str_of(report_severity(finding->rule->severity, DIAG_EN)));
    put_text_or_null(json, STR("file"), visible_text(arena, path));
    put_number_or_null(json, STR("line"), range.line);
    put_number_or_null(json, STR("column"), range.column);
    put_number_or_null(json, STR("endLine"), range.end_line);
    put_number_or_null(json, STR("endColumn"), range.end_column);
    put_text_or_null(json, STR("message"), diag_text(arena, finding, language));
    put_text_or_null(json, STR("help"), report_help(arena, finding, language));
    put_text_or_null(json, STR("suggestion"), visible_text(arena, finding->detail.suggestion));
}

static void close_finding(struct json *json, struct arena *arena)
{
    json_close(json);
    report_flush(json->out, stdout);
    arena_reset(arena);
}

static void put_findings(struct json *json, struct arena *arena, const struct report *report)
{
    const struct diags *diags = report->diags;
    json_key(json, STR("findings"));
    json_open_list(json, JSON_LINES);
    for (size_t i = 0; i < diags->len; i++) {
        open_finding(json, arena, &diags->items[i], report->language);
        close_finding(json, arena);
    }
    json_close(json);
    json_key(json, STR("silenced"));
    json_open_list(json, JSON_LINES);
    for (size_t i = 0; i < diags->silenced.len; i++) {
        const struct silenced *silenced = &diags->silenced.items[i];
        open_finding(json, arena, &silenced->finding, report->language);
        put_text_or_null(json, STR("reason"), visible_text(arena, silenced->reason));
        close_finding(json, arena);
    }
    json_close(json);
}

static void put_tallies(struct json *json, struct arena *arena, const struct tallies *tallies,
                        size_t count, bool silenced)
{
    for (size_t i = 0; i < count; i++) {
        const struct tally *tally = tallies->items[i];
        struct str path = tally->source ? tally->source->path : STR("");
        json_open_map(json, JSON_TIGHT);
        json_put_member(json, STR("rule"), str_of(tally->rule->id));
        json_put_member(json, STR("severity"),
                        str_of(report_severity(tally->rule->severity, DIAG_EN)));
        put_text_or_null(json, STR("file"), visible_text(arena, path));
        json_put_figure(json, STR("count"), tally->more);
        json_key(json, STR("silenced"));
        json_put_bool(json, silenced);
        close_finding(json, arena);
    }
}

static void put_more(struct json *json, struct arena *arena, const struct diags *diags)
{
    json_key(json, STR("more"));
    json_open_list(json, JSON_LINES);
    put_tallies(json, arena, &diags->tallies, diags->more, false);
    put_tallies(json, arena, &diags->silenced.tallies, diags->silenced.more, true);
    json_close(json);
}

static void put_severity_counts(struct json *json, const struct diags *diags)
{
    json_key(json, STR("counts"));
    json_open_map(json, JSON_TIGHT);
    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_ADVICE; severity--) {
        json_put_figure(json, str_of(report_severity((enum severity)severity, DIAG_EN)),
                        diag_count(diags, (enum severity)severity));
    }
    json_close(json);
}

void report_json(const struct report *report)
{
    struct arena arena;
    arena_init(&arena);
    struct buf out = BUF_INIT;
    struct json json = json_into(&out);
    json_open_map(&json, JSON_TIGHT);
    json_put_figure(&json, STR("version"), 1);
    put_findings(&json, &arena, report);
    put_more(&json, &arena, report->diags);
    put_severity_counts(&json, report->diags);
    json_close(&json);
    buf_byte(&out, '\n');
    report_flush(&out, stdout);
    buf_release(&out);
    arena_release(&arena);
}
