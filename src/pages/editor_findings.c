#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "collection/similar.h"
#include "pages/editor_parts.h"

/* What one rule has found. */
struct found {
    const struct rule *rule;
    size_t count; /* of all, also those that nobody kept */
    const struct finding **items;
    size_t len, cap;
};

struct all_found {
    struct found **items;
    size_t len, cap;
    struct map by_rule;
};

enum { UNFOLDED_MAX = 3, OF_RULE_MAX = 100 };

static struct found *found_of(struct all_found *all, struct arena *arena, const struct rule *rule)
{
    struct found *found = map_get(&all->by_rule, str_of(rule->id));
    if (found)
        return found;
    found = arena_new(arena, struct found);
    found->rule = rule;
    map_add(&all->by_rule, str_of(rule->id), found);
    vec_push(arena, all, found);
    return found;
}

/* The gravest first, and then what there is most of. */
static int compare_found(const void *left, const void *right)
{
    const struct found *a = *(struct found *const *)left, *b = *(struct found *const *)right;
    if (a->rule->severity != b->rule->severity)
        return a->rule->severity > b->rule->severity ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return strcmp(a->rule->id, b->rule->id);
}

static struct all_found find_all(struct editor_page *page)
{
    const struct diags *diags = page->inputs->diags;
    struct arena *arena = page->scratch;
    struct all_found all = {0};
    map_init(&all.by_rule, arena);
    for (size_t i = 0; i < diags->len; i++) {
        struct found *found = found_of(&all, arena, diags->items[i].rule);
        vec_push(arena, found, (const struct finding *)&diags->items[i]);
        found->count++;
    }
    for (size_t i = 0; i < diags->more; i++)
        found_of(&all, arena, diags->tallies.items[i]->rule)->count +=
            diags->tallies.items[i]->more;
    if (all.len)
        qsort(all.items, all.len, sizeof *all.items, compare_found);
    return all;
}

static void put_found_place(struct editor_page *page, const struct finding *finding)
{
    const struct source *source = finding->span.source;
    bool whole = source && !finding->span.end; /* about the file as a whole (base/diag.h) */
    if (source)
        editor_place(page, source->path,
                     whole ? 0 : source_place(source, finding->span.start).line);
}

static void put_finding(struct editor_page *page, const struct finding *finding)
{
    struct str text = diag_text(page->scratch, finding, page->language);
    struct str help = diag_help(page->scratch, finding, page->language);
    struct str suggestion = finding->detail.suggestion;
    buf_lit(page->out, "<li>");
    put_found_place(page, finding);
    buf_lit(page->out, "<p>");
    editor_text(page, text);
    buf_lit(page->out, "</p>");
    if (suggestion.len || help.len)
        buf_lit(page->out, "<p class=\"help\">");
    if (suggestion.len) {
        buf_put(page->out, str_of(SAID("Mente du «", "Did you mean “")));
        editor_text(page, suggestion);
        buf_put(page->out, str_of(SAID("»?", "”?")));
        buf_put(page->out, help.len ? STR(" ") : STR(""));
    }
    editor_text(page, help);
    buf_put(page->out, suggestion.len || help.len ? STR("</p></li>\n") : STR("</li>\n"));
}

static void put_found(struct editor_page *page, const struct found *found)
{
    size_t shown = found->len < OF_RULE_MAX ? found->len : OF_RULE_MAX;
    buf_format(page->out, "<details%s><summary><code>%s</code> <span class=\"n\">%zu</span>",
               found->count <= UNFOLDED_MAX ? " open" : "", found->rule->id, found->count);
    buf_lit(page->out, "</summary>\n<ul class=\"finds\">\n");
    for (size_t i = 0; i < shown; i++)
        put_finding(page, found->items[i]);
    buf_lit(page->out, "</ul>\n");
    editor_more(page, found->count - shown);
    buf_lit(page->out, "</details>\n");
}

size_t editor_put_findings(struct editor_page *page)
{
    static const char *const names[SEVERITIES][DIAG_LANGUAGES] = {
        [SEVERITY_ERROR] = {"Feil", "Errors"},
        [SEVERITY_WARNING] = {"Advarsler", "Warnings"},
        [SEVERITY_ADVICE] = {"Råd", "Advice"},
    };
    const struct diags *diags = page->inputs->diags;
    struct all_found all = find_all(page);
    for (size_t s = SEVERITIES; s-- > 0;) {
        size_t count = diag_count(diags, (enum severity)s);
        buf_format(page->out, "<h3>%s <span class=\"n\">%zu</span></h3>\n",
                   names[s][page->language], count);
        for (size_t i = 0; i < all.len; i++)
            if (all.items[i]->rule->severity == (enum severity)s)
                put_found(page, all.items[i]);
        if (!count)
            editor_nothing(page, SAID("Ingen.", "None."));
    }
    return diag_total(diags);
}

/*
 * Exceptions
 */

static bool is_same_exception(const struct silenced *a, const struct silenced *b)
{
    return a->finding.rule == b->finding.rule && a->finding.span.source == b->finding.span.source &&
           str_eq(a->reason, b->reason);
}

/* An exception excuses all that its rule finds in its file: one row for each of them. */
static int compare_silenced(const void *left, const void *right)
{
    const struct silenced *a = *(const struct silenced *const *)left;
    const struct silenced *b = *(const struct silenced *const *)right;
    const struct source *from = a->finding.span.source, *to = b->finding.span.source;
    int order = strcmp(a->finding.rule->id, b->finding.rule->id);
    if (!order)
        order = str_cmp(from ? from->path : STR(""), to ? to->path : STR(""));
    return order ? order : str_cmp(a->reason, b->reason);
}

static void put_exception(struct editor_page *page, const struct silenced *silenced, size_t count)
{
    buf_format(page->out, "<tr><th scope=\"row\"><code>%s</code></th><td>",
               silenced->finding.rule->id);
    if (silenced->finding.span.source)
        editor_place(page, silenced->finding.span.source->path, 0);
    buf_lit(page->out, "</td><td>");
    editor_text_in(page, silenced->reason, page->inputs->collection->settings.language);
    buf_lit(page->out, "</td>");
    editor_number(page, count);
    buf_lit(page->out, "</tr>\n");
}

static void put_exceptions(struct editor_page *page, const struct silenced **items, size_t len)
{
    size_t rows = 0, left = 0;
    for (size_t i = 0, next; i < len; i = next) {
        for (next = i + 1; next < len && is_same_exception(items[i], items[next]); next++)
            ;
        if (rows < EDITOR_LISTED_MAX)
            put_exception(page, items[i], next - i);
        else
            left += next - i;
        rows++;
    }
    editor_table_end(page);
    editor_more(page, left + page->inputs->diags->silenced.count - len);
}

size_t editor_put_silenced(struct editor_page *page)
{
    const struct diags *diags = page->inputs->diags;
    size_t len = diags->silenced.len;
    const struct silenced **items = arena_items(page->scratch, const struct silenced *, len);
    for (size_t i = 0; i < len; i++)
        items[i] = &diags->silenced.items[i];
    if (!diags->silenced.count) {
        editor_nothing(page, SAID("Ingen fil ber om unntak fra en regel.",
                                  "No file asks to be excepted from a rule."));
        return 0;
    }
    qsort(items, len, sizeof *items, compare_silenced);
    editor_table(page,
                 SAID("Regler som ikke gjelder i en fil", "Rules that a file is excepted from"));
    editor_column(page, SAID("Regel", "Rule"), EDITOR_TEXTS);
    editor_column(page, SAID("Fil", "File"), EDITOR_TEXTS);
    editor_column(page, SAID("Grunn", "Reason"), EDITOR_TEXTS);
    editor_column(page, SAID("Antall", "Times"), EDITOR_NUMBERS);
    editor_rows(page);
    put_exceptions(page, items, len);
    return diags->silenced.count;
}

/*
 * Texts that are nearly the same
 */

static void put_alike_pair(struct editor_page *page, const struct finding *finding)
{
    buf_lit(page->out, "<li>");
    editor_place(page, finding->span.source->path, 0);
    buf_put(page->out, str_of(SAID(" er nesten lik ", " is nearly the same as ")));
    editor_place(page, finding->detail.args[0], 0);
    buf_lit(page->out, "</li>\n");
}

size_t editor_put_alike(struct editor_page *page)
{
    const struct diags *diags = page->inputs->diags;
    const struct rule *rule = NULL;
    size_t shown = 0, count = 0;
    for (size_t i = 0; i < diags->len && !rule; i++)
        if (similar_has_rule(diags->items[i].rule))
            rule = diags->items[i].rule;
    if (!rule) {
        editor_nothing(page,
                       SAID("Ingen tekster er nesten like.", "No texts are nearly the same."));
        return 0;
    }
    count = diag_count_of(diags, rule);
    buf_lit(page->out, "<ul>\n");
    for (size_t i = 0; i < diags->len && shown < EDITOR_LISTED_MAX; i++)
        if (diags->items[i].rule == rule) {
            put_alike_pair(page, &diags->items[i]);
            shown++;
        }
    buf_lit(page->out, "</ul>\n");
    editor_more(page, count - shown);
    return count;
}
