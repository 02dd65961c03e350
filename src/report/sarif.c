#include "base/buf.h"
#include "base/escape.h"
#include "base/json.h"
#include "base/vec.h"
#include "base/visible.h"
#include "report/shared.h"

#define SARIF_SCHEMA \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

static const char *const levels[] = {
    [SEVERITY_ADVICE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

/*
 * The rules that occur, in the order of their first findings. A result refers to one
 * by its place.
 */
struct rule_index {
    const struct rule **items;
    size_t len, cap;
};

static size_t index_of(const struct rule_index *rules, const struct rule *rule)
{
    size_t i = 0;
    while (i < rules->len && rules->items[i] != rule)
        i++;
    return i;
}

static struct rule_index gather_rules(struct arena *arena, const struct diags *diags)
{
    struct rule_index rules = {0};
    for (size_t i = 0; i < diags->len; i++)
        if (index_of(&rules, diags->items[i].rule) == rules.len)
            vec_push(arena, &rules, diags->items[i].rule);
    for (size_t i = 0; i < diags->silenced.len; i++)
        if (index_of(&rules, diags->silenced.items[i].finding.rule) == rules.len)
            vec_push(arena, &rules, diags->silenced.items[i].finding.rule);
    return rules;
}

static void open_member(struct json *json, struct str name)
{
    json_key(json, name);
    json_open_map(json, JSON_TIGHT);
}

/* Puts a message object (SARIF 2.1.0, 3.11): {"text":"…"}. */
static void put_message(struct json *json, struct str name, struct str text)
{
    open_member(json, name);
    json_put_member(json, STR("text"), text);
    json_close(json);
}

static void put_rule(struct json *json, struct arena *arena, const struct rule *rule,
                     enum diag_language language)
{
    struct finding finding = report_alone(rule);
    struct str help = report_help(arena, &finding, language);
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("id"), str_of(rule->id));
    put_message(json, STR("shortDescription"), diag_text(arena, &finding, language));
    if (help.len)
        put_message(json, STR("help"), help);
    open_member(json, STR("defaultConfiguration"));
    json_put_member(json, STR("level"), str_of(levels[rule->severity]));
    json_close(json);
    json_close(json);
}

/* Returns a path as a URI reference: its parts percent-encoded, the slashes as they are. */
static struct str address_of(struct arena *arena, struct str path)
{
    struct buf out = BUF_INIT;
    bool first = true;
    if (str_starts(path, STR("/")))
        buf_lit(&out, "file://");
    for (struct str part; str_cut(&path, '/', &part); first = false) {
        if (!first)
            buf_byte(&out, '/');
        escape_url(&out, part);
    }
    return buf_finish(&out, arena);
}

static void put_region(struct json *json, const struct finding *finding)
{
    struct report_range range = report_range(finding);
    open_member(json, STR("region"));
    json_put_figure(json, STR("startLine"), range.line);
    if (range.column) {
        json_put_figure(json, STR("startColumn"), range.column);
        json_put_figure(json, STR("endLine"), range.end_line);
        json_put_figure(json, STR("endColumn"), range.end_column);
    }
    json_close(json);
}

static void put_location(struct json *json, struct arena *arena, const struct report *report,
                         const struct finding *finding)
{
    struct buf path = BUF_INIT;
    report_path(&path, report, finding);
    json_key(json, STR("locations"));
    json_open_list(json, JSON_TIGHT);
    json_open_map(json, JSON_TIGHT);
    open_member(json, STR("physicalLocation"));
    open_member(json, STR("artifactLocation"));
    json_put_member(json, STR("uri"), address_of(arena, buf_str(&path)));
    json_close(json);
    put_region(json, finding);
    json_close(json);
    json_close(json);
    json_close(json);
    buf_release(&path);
}

/* Puts a result (SARIF 2.1.0, 3.27). Leaves the map open for a suppression. */
static void open_result(struct json *json, struct arena *arena, const struct report *report,
                        const struct rule_index *rules, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    struct buf message = BUF_INIT;
    report_message(&message, arena, report, finding);
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("ruleId"), str_of(rule->id));
    json_put_figure(json, STR("ruleIndex"), index_of(rules, rule));
    json_put_member(json, STR("level"), str_of(levels[rule->severity]));
    put_message(json, STR("message"), buf_str(&message));
    if (finding->span.source)
        put_location(json, arena, report, finding);
    buf_release(&message);
}

static void put_suppression(struct json *json, struct arena *arena, struct str reason)
{
    json_key(json, STR("suppressions"));
    json_open_list(json, JSON_TIGHT);
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("kind"), STR("inSource"));
    json_put_member(json, STR("justification"), visible_text(arena, reason));
    json_close(json);
    json_close(json);
}

static void put_tool(struct json *json, struct arena *arena, const struct rule_index *rules,
                     enum diag_language language)
{
    open_member(json, STR("tool"));
    open_member(json, STR("driver"));
    json_put_member(json, STR("name"), STR("samling"));
    json_put_member(json, STR("version"), STR(SAMLING_VERSION));
    json_key(json, STR("rules"));
    json_open_list(json, JSON_LINES);
    for (size_t i = 0; i < rules->len; i++)
        put_rule(json, arena, rules->items[i], language);
    json_close(json);
    json_close(json);
    json_close(json);
}

/* Puts the findings that count, then the silenced ones, and writes each when it is whole. */
static void put_results(struct json *json, const struct report *report,
                        const struct rule_index *rules)
{
    const struct diags *diags = report->diags;
    struct arena arena;
    arena_init(&arena);
    json_key(json, STR("results"));
    json_open_list(json, JSON_LINES);
    for (size_t i = 0; i < diags->len + diags->silenced.len; i++) {
        const struct silenced *silenced =
            i < diags->len ? NULL : &diags->silenced.items[i - diags->len];
        open_result(json, &arena, report, rules, silenced ? &silenced->finding : &diags->items[i]);
        if (silenced)
            put_suppression(json, &arena, silenced->reason);
        json_close(json);
        report_flush(json->out, stdout);
        arena_reset(&arena);
    }
    json_close(json);
    arena_release(&arena);
}

/* Puts how many findings are not among the results, each as a notification (3.58). */
static void put_tallies_of(struct json *json, const struct report *report,
                           const struct tallies *tallies, size_t count)
{
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < count; i++) {
        const struct tally *tally = tallies->items[i];
        struct finding file = {.rule = tally->rule, .span = {.source = tally->source}};
        struct buf message = BUF_INIT;
        report_more(&message, tally, report->language);
        json_open_map(json, JSON_TIGHT);
        open_member(json, STR("associatedRule"));
        json_put_member(json, STR("id"), str_of(tally->rule->id));
        json_close(json);
        json_put_member(json, STR("level"), STR("note"));
        put_message(json, STR("message"), buf_take(&message, &arena));
        if (tally->source)
            put_location(json, &arena, report, &file);
        json_close(json);
        buf_release(&message);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

/* Puts an invocation (SARIF 2.1.0, 3.20) where there is something to notify of. */
static void put_more_than_results(struct json *json, const struct report *report)
{
    const struct diags *diags = report->diags;
    if (!diags->more && !diags->silenced.more)
        return;
    json_key(json, STR("invocations"));
    json_open_list(json, JSON_TIGHT);
    json_open_map(json, JSON_TIGHT);
    json_key(json, STR("executionSuccessful"));
    json_put_bool(json, true);
    json_key(json, STR("toolExecutionNotifications"));
    json_open_list(json, JSON_LINES);
    put_tallies_of(json, report, &diags->tallies, diags->more);
    put_tallies_of(json, report, &diags->silenced.tallies, diags->silenced.more);
    json_close(json);
    json_close(json);
    json_close(json);
}

void report_sarif(const struct report *report)
{
    struct arena arena;
    arena_init(&arena);
    struct rule_index rules = gather_rules(&arena, report->diags);
    struct buf out = BUF_INIT;
    struct json json = json_into(&out);
    json_open_map(&json, JSON_TIGHT);
    json_put_member(&json, STR("$schema"), STR(SARIF_SCHEMA));
    json_put_member(&json, STR("version"), STR("2.1.0"));
    json_key(&json, STR("runs"));
    json_open_list(&json, JSON_TIGHT);
    json_open_map(&json, JSON_TIGHT);
    put_tool(&json, &arena, &rules, report->language);
    json_put_member(&json, STR("columnKind"), STR("unicodeCodePoints"));
    json_put_member(&json, STR("language"), report->language == DIAG_NB ? STR("nb") : STR("en"));
    put_results(&json, report, &rules);
    put_more_than_results(&json, report);
    json_close(&json);
    json_close(&json);
    json_close(&json);
    buf_byte(&out, '\n');
    report_flush(&out, stdout);
    buf_release(&out);
    arena_release(&arena);
}
