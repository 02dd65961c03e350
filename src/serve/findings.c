#include "serve/findings.h"

#include "base/buf.h"
#include "base/json.h"
#include "base/visible.h"
#include "report/shared.h"
#include "serve/editor_link.h"

static const struct {
    struct str must, should, and, open, close;
} words[DIAG_LANGUAGES] = {
    [DIAG_NB] = {STR_INIT("Dette må rettes"), STR_INIT("Dette bør rettes"), STR_INIT(" og "),
                 STR_INIT("Åpne i editoren"), STR_INIT("Lukk")},
    [DIAG_EN] = {STR_INIT("This must be mended"), STR_INIT("This should be mended"),
                 STR_INIT(" and "), STR_INIT("Open in the editor"), STR_INIT("Close")},
};

/* ---- the words around the findings ---- */

/* Appends «2 advarsler», or nothing for none. */
static void put_number_of(struct buf *out, size_t count, enum severity severity,
                          enum diag_language language)
{
    static const char *const many[DIAG_LANGUAGES][SEVERITIES] = {
        [DIAG_NB] = {"råd", "advarsler", "feil"},
        [DIAG_EN] = {"pieces of advice", "warnings", "errors"},
    };
    if (count)
        buf_format(out, "%zu %s", count,
                   count == 1 ? report_severity(severity, language) : many[language][severity]);
}

/* Appends «1 feil og 2 advarsler». */
static void put_told(struct buf *out, const struct diags *diags, enum diag_language language)
{
    size_t errors = diag_count(diags, SEVERITY_ERROR);
    size_t warnings = diag_count(diags, SEVERITY_WARNING);
    put_number_of(out, errors, SEVERITY_ERROR, language);
    if (errors && warnings)
        buf_put(out, words[language].and);
    put_number_of(out, warnings, SEVERITY_WARNING, language);
}

static void put_unshown(struct buf *out, const struct diags *diags, size_t shown,
                        enum diag_language language)
{
    size_t all = diag_count(diags, SEVERITY_ERROR) + diag_count(diags, SEVERITY_WARNING);
    if (all > shown)
        buf_format(out,
                   language == DIAG_NB ? "… og %zu til. «samling check» viser alt."
                                       : "… and %zu more. “samling check” shows everything.",
                   all - shown);
}

static void put_words_around(struct json *json, struct arena *arena, const struct diags *diags,
                             size_t shown, enum diag_language language)
{
    struct buf text = BUF_INIT;
    size_t errors = diag_count(diags, SEVERITY_ERROR);
    json_key(json, STR("words"));
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("title"), errors ? words[language].must : words[language].should);
    put_told(&text, diags, language);
    json_put_member(json, STR("told"), buf_take(&text, arena));
    put_number_of(&text, diag_count(diags, SEVERITY_WARNING), SEVERITY_WARNING, language);
    json_put_member(json, STR("warnings"), buf_take(&text, arena));
    put_unshown(&text, diags, shown, language);
    json_put_member(json, STR("more"), buf_finish(&text, arena));
    json_put_member(json, STR("help"), str_of(report_help_word(language)));
    json_put_member(json, STR("open"), words[language].open);
    json_put_member(json, STR("close"), words[language].close);
    json_close(json);
}

/* ---- a finding ---- */

static void put_excerpt(struct json *json, struct arena *arena, struct span span)
{
    struct report_excerpt excerpt = report_excerpt(span);
    struct str before = visible_text(arena, excerpt.before);
    struct str after = visible_text(arena, excerpt.after);
    json_put_member(json, STR("before"),
                    excerpt.cut_before ? STR_JOIN(arena, STR("…"), before) : before);
    json_put_member(json, STR("marked"), visible_text(arena, excerpt.marked));
    json_put_member(json, STR("after"),
                    excerpt.cut_after ? STR_JOIN(arena, after, STR("…")) : after);
}

static void put_opener(struct json *json, struct arena *arena, struct str path, struct place place,
                       const struct findings_view *view)
{
    struct buf link = BUF_INIT;
    if (!view->editor.len)
        return;
    editor_link_put_within(&link, view->editor, view->folder, path, place);
    json_put_member(json, STR("open"), buf_finish(&link, arena));
}

static void put_position(struct json *json, struct arena *arena, const struct finding *finding,
                         const struct findings_view *view)
{
    struct report_range range = report_range(finding);
    struct str path = finding->span.source->path;
    struct place place = {.line = range.line, .column = range.column ? range.column : 1};
    json_put_member(json, STR("file"), visible_text(arena, path));
    json_put_figure(json, STR("line"), range.line);
    if (range.column) {
        json_put_figure(json, STR("column"), range.column);
        put_excerpt(json, arena, finding->span);
    }
    put_opener(json, arena, path, place, view);
}

static void put_shown(struct json *json, struct arena *arena, const struct finding *finding,
                      const struct findings_view *view)
{
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("severity"),
                    str_of(report_severity(finding->rule->severity, DIAG_EN)));
    json_put_member(json, STR("rule"), str_of(finding->rule->id));
    json_put_member(json, STR("message"), diag_text(arena, finding, view->language));
    json_put_if(json, STR("help"), report_help(arena, finding, view->language));
    if (finding->span.source)
        put_position(json, arena, finding, view);
    json_close(json);
}

/* Returns how many were put. */
static size_t put_severity(struct json *json, struct arena *arena, const struct diags *diags,
                           enum severity severity, size_t most, const struct findings_view *view)
{
    size_t put = 0;
    for (size_t i = 0; i < diags->len && put < most; i++)
        if (diags->items[i].rule->severity == severity) {
            put_shown(json, arena, &diags->items[i], view);
            put++;
        }
    return put;
}

void findings_put_json(struct buf *out, const struct diags *diags, const struct findings_view *view)
{
    struct arena arena;
    arena_init(&arena);
    struct json json = json_into(out);
    json_open_map(&json, JSON_TIGHT);
    json_put_figure(&json, STR("edition"), view->edition);
    json_put_member(&json, STR("language"), view->language == DIAG_NB ? STR("nb") : STR("en"));
    json_key(&json, STR("findings"));
    json_open_list(&json, JSON_LINES);
    size_t errors = put_severity(&json, &arena, diags, SEVERITY_ERROR, FINDINGS_SHOWN, view);
    size_t warnings =
        put_severity(&json, &arena, diags, SEVERITY_WARNING, FINDINGS_SHOWN - errors, view);
    json_close(&json);
    put_words_around(&json, &arena, diags, errors + warnings, view->language);
    json_close(&json);
    buf_byte(out, '\n');
    arena_release(&arena);
}
