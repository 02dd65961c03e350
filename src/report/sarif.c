#include "base/buf.h"
#include "base/escape.h"
#include "base/vec.h"
#include "report/shared.h"

#define SARIF_SCHEMA \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

static const char *const levels[] = {
    [SEVERITY_ADVICE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

/* The rules that occur, in the order in which they first do. */
struct rules {
    const struct rule **items;
    size_t len, cap;
};

static size_t index_of(const struct rules *rules, const struct rule *rule)
{
    size_t i = 0;
    while (i < rules->len && rules->items[i] != rule)
        i++;
    return i;
}

static struct rules gather_rules(struct arena *arena, const struct diags *diags)
{
    struct rules rules = {0};
    for (size_t i = 0; i < diags->len; i++)
        if (index_of(&rules, diags->items[i].rule) == rules.len)
            vec_push(arena, &rules, diags->items[i].rule);
    for (size_t i = 0; i < diags->silenced.len; i++)
        if (index_of(&rules, diags->silenced.items[i].finding.rule) == rules.len)
            vec_push(arena, &rules, diags->silenced.items[i].finding.rule);
    return rules;
}

static void put_text(struct buf *out, const char *name, struct str text)
{
    buf_format(out, ",\"%s\":{\"text\":", name);
    escape_json_string(out, text);
    buf_byte(out, '}');
}

static void put_rule(struct buf *out, struct arena *arena, const struct rule *rule,
                     enum diag_language language)
{
    struct finding finding = report_alone(rule);
    struct str help = report_help(arena, &finding, language);
    buf_lit(out, "{\"id\":");
    escape_json_string(out, str_of(rule->id));
    put_text(out, "shortDescription", diag_text(arena, &finding, language));
    if (help.len)
        put_text(out, "help", help);
    buf_format(out, ",\"defaultConfiguration\":{\"level\":\"%s\"}}", levels[rule->severity]);
}

/* A path as an address: its parts percent-encoded, the slashes kept. */
static void put_address(struct buf *out, struct str path)
{
    bool first = true;
    if (str_starts(path, STR("/")))
        buf_lit(out, "file://");
    for (struct str part; str_cut(&path, '/', &part); first = false) {
        if (!first)
            buf_byte(out, '/');
        escape_url(out, part);
    }
}

static void put_location(struct buf *out, const struct report *report,
                         const struct finding *finding)
{
    struct report_range range = report_range(finding);
    struct buf path = BUF_INIT;
    report_path(&path, report, finding);
    buf_lit(out, ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
    put_address(out, buf_str(&path));
    buf_format(out, "\"},\"region\":{\"startLine\":%zu", range.line);
    if (range.column)
        buf_format(out, ",\"startColumn\":%zu,\"endLine\":%zu,\"endColumn\":%zu", range.column,
                   range.end_line, range.end_column);
    buf_lit(out, "}}}]");
    buf_release(&path);
}

static void put_result(struct buf *out, struct arena *arena, const struct report *report,
                       const struct rules *rules, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    struct buf message = BUF_INIT;
    report_message(&message, arena, report, finding);
    buf_lit(out, "{\"ruleId\":");
    escape_json_string(out, str_of(rule->id));
    buf_format(out, ",\"ruleIndex\":%zu,\"level\":\"%s\"", index_of(rules, rule),
               levels[rule->severity]);
    put_text(out, "message", buf_str(&message));
    if (finding->span.source)
        put_location(out, report, finding);
    buf_release(&message);
}

static void put_suppression(struct buf *out, struct str reason)
{
    struct buf shown = BUF_INIT;
    diag_visible(&shown, reason);
    buf_lit(out, ",\"suppressions\":[{\"kind\":\"inSource\",\"justification\":");
    escape_json_string(out, buf_str(&shown));
    buf_lit(out, "}]");
    buf_release(&shown);
}

static void put_tool(struct buf *out, struct arena *arena, const struct rules *rules,
                     enum diag_language language)
{
    buf_lit(out, "{\"$schema\":\"" SARIF_SCHEMA "\",\"version\":\"2.1.0\",\"runs\":[{");
    buf_lit(out, "\"tool\":{\"driver\":{\"name\":\"samling\",\"version\":\"" SAMLING_VERSION "\"");
    buf_lit(out, ",\"rules\":[");
    for (size_t i = 0; i < rules->len; i++) {
        buf_put(out, i ? STR(",\n") : STR("\n"));
        put_rule(out, arena, rules->items[i], language);
    }
    buf_lit(out, "\n]}},\"columnKind\":\"unicodeCodePoints\",");
    buf_format(out, "\"language\":\"%s\",", language == DIAG_NB ? "nb" : "en");
}

void report_sarif(const struct report *report)
{
    const struct diags *diags = report->diags;
    struct arena arena, each;
    arena_init(&arena);
    arena_init(&each);
    struct rules rules = gather_rules(&arena, diags);
    struct buf out = BUF_INIT;
    put_tool(&out, &arena, &rules, report->language);
    buf_lit(&out, "\"results\":[");
    size_t count = diags->len + diags->silenced.len;
    for (size_t i = 0; i < count; i++) {
        const struct silenced *silenced =
            i < diags->len ? NULL : &diags->silenced.items[i - diags->len];
        buf_put(&out, i ? STR(",\n") : STR("\n"));
        put_result(&out, &each, report, &rules, silenced ? &silenced->finding : &diags->items[i]);
        if (silenced)
            put_suppression(&out, silenced->reason);
        buf_byte(&out, '}');
        report_flush(&out, stdout);
        arena_reset(&each);
    }
    buf_lit(&out, "\n]}]}\n");
    report_flush(&out, stdout);
    buf_release(&out);
    arena_release(&each);
    arena_release(&arena);
}
