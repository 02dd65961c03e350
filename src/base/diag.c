#include "base/diag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/visible.h"

enum { ARGS = sizeof((struct detail *)0)->args / sizeof(struct str) };

void diag_init(struct diags *diags)
{
    *diags = (struct diags){0};
    arena_init(&diags->arena);
}

void diag_release(struct diags *diags)
{
    arena_release(&diags->arena);
    diag_init(diags);
}

/* Counts a finding. True if it is to be kept, too. */
static bool admit(struct diags *diags, const struct rule *rule, const struct source *source)
{
    struct tally *tally = tally_of(&diags->tallies, &diags->arena, rule, source);
    diags->count[rule->severity]++;
    if (tally->kept == DIAG_KEPT_MAX) {
        tally->more++;
        return false;
    }
    tally->kept++;
    return true;
}

/* Copies an argument; a longer one than DIAG_ARG_MAX is cut where a character begins. */
static struct str copy_arg(struct arena *arena, struct str arg)
{
    size_t end = DIAG_ARG_MAX;
    if (arg.len <= DIAG_ARG_MAX)
        return str_copy(arena, arg);
    while (end > DIAG_ARG_MAX - 4 && ((unsigned char)arg.ptr[end] & 0xC0) == 0x80)
        end--;
    return STR_JOIN(arena, str_slice(arg, 0, end), STR("…"));
}

void diag_add(struct diags *diags, const struct rule *rule, struct span span, struct detail detail)
{
    assert(rule->id); /* a name in the enum of rules without its row */
    if (!admit(diags, rule, span.source))
        return;
    for (size_t i = 0; i < ARGS; i++)
        detail.args[i] = copy_arg(&diags->arena, detail.args[i]);
    detail.suggestion = str_copy(&diags->arena, detail.suggestion);
    vec_push(&diags->arena, diags, ((struct finding){rule, span, detail}));
}

bool diag_take_suggestion(struct diags *diags)
{
    return diags->suggestions++ < DIAG_SUGGESTIONS_MAX;
}

bool diag_is_brief(const struct diags *diags)
{
    return diags->suggestions > DIAG_SUGGESTIONS_MAX;
}

/* Counts anew: those in the list, and those that are in none. */
static void recount(struct diags *diags)
{
    memset(diags->count, 0, sizeof diags->count);
    for (size_t i = 0; i < diags->len; i++)
        diags->count[diags->items[i].rule->severity]++;
    for (size_t i = 0; i < diags->tallies.len; i++)
        diags->count[diags->tallies.items[i]->rule->severity] += diags->tallies.items[i]->more;
    diags->silenced.count = diags->silenced.len;
    for (size_t i = 0; i < diags->silenced.tallies.len; i++)
        diags->silenced.count += diags->silenced.tallies.items[i]->more;
}

/* Asks for the excuse of each rule in each file, and moves what was not kept of the excused. */
static void excuse_tallies(struct diags *diags, diag_excuse *excuse, void *context)
{
    for (size_t i = 0; i < diags->tallies.len; i++) {
        struct tally *tally = diags->tallies.items[i];
        struct str reason = excuse(tally->rule, tally->source, context);
        if (!reason.ptr)
            continue;
        tally->reason = str_copy(&diags->arena, reason);
        if (tally->more)
            tally_of(&diags->silenced.tallies, &diags->arena, tally->rule, tally->source)->more +=
                tally->more;
        tally->kept = tally->more = 0;
    }
}

void diag_silence(struct diags *diags, diag_excuse *excuse, void *context)
{
    size_t kept = 0;
    excuse_tallies(diags, excuse, context);
    for (size_t i = 0; i < diags->len; i++) {
        struct finding finding = diags->items[i];
        struct str reason =
            tally_of(&diags->tallies, &diags->arena, finding.rule, finding.span.source)->reason;
        if (reason.ptr)
            vec_push(&diags->arena, &diags->silenced, ((struct silenced){finding, reason}));
        else
            diags->items[kept++] = finding;
    }
    diags->len = kept;
    recount(diags);
}

static void drop_tallies(struct tallies *tallies, diag_wanted *wanted, void *context)
{
    for (size_t i = 0; i < tallies->len; i++)
        if (!wanted(tallies->items[i]->source, context))
            tallies->items[i]->kept = tallies->items[i]->more = 0;
}

void diag_keep(struct diags *diags, diag_wanted *wanted, void *context)
{
    size_t kept = 0, silenced = 0;
    for (size_t i = 0; i < diags->len; i++)
        if (wanted(diags->items[i].span.source, context))
            diags->items[kept++] = diags->items[i];
    for (size_t i = 0; i < diags->silenced.len; i++)
        if (wanted(diags->silenced.items[i].finding.span.source, context))
            diags->silenced.items[silenced++] = diags->silenced.items[i];
    diags->len = kept;
    diags->silenced.len = silenced;
    drop_tallies(&diags->tallies, wanted, context);
    drop_tallies(&diags->silenced.tallies, wanted, context);
    recount(diags);
}

static void gather_more(struct tallies *into, struct arena *arena, const struct tallies *from)
{
    for (size_t i = 0; i < from->len; i++)
        if (from->items[i]->more)
            tally_of(into, arena, from->items[i]->rule, from->items[i]->source)->more +=
                from->items[i]->more;
}

void diag_gather(struct diags *into, const struct diags *from)
{
    for (size_t i = 0; i < from->len; i++)
        if (admit(into, from->items[i].rule, from->items[i].span.source))
            vec_push(&into->arena, into, from->items[i]);
    for (size_t i = 0; i < from->silenced.len; i++)
        vec_push(&into->arena, &into->silenced, from->silenced.items[i]);
    for (size_t i = 0; i < from->tallies.len; i++)
        into->count[from->tallies.items[i]->rule->severity] += from->tallies.items[i]->more;
    into->silenced.count += from->silenced.count;
    gather_more(&into->tallies, &into->arena, &from->tallies);
    gather_more(&into->silenced.tallies, &into->arena, &from->silenced.tallies);
}

void diag_merge(struct diags *into, struct diags *from)
{
    diag_gather(into, from);
    arena_adopt(&into->arena, &from->arena);
    diag_init(from);
}

/* Compares what makes two findings the same: file, start, rule and arguments. */
static int compare_what(const struct finding *a, const struct finding *b)
{
    struct str a_path = a->span.source ? a->span.source->path : (struct str){0};
    struct str b_path = b->span.source ? b->span.source->path : (struct str){0};
    int order = a->rule->told_last - b->rule->told_last;
    if (order == 0)
        order = str_cmp(a_path, b_path);
    if (order == 0)
        order = (a->span.start > b->span.start) - (a->span.start < b->span.start);
    if (order == 0)
        order = strcmp(a->rule->id, b->rule->id);
    for (size_t i = 0; order == 0 && i < ARGS; i++)
        order = str_cmp(a->detail.args[i], b->detail.args[i]);
    return order;
}

/*
 * qsort() is not stable, so everything that is shown takes part in the order. Among
 * equal findings one with a suggestion comes first, and that is the one that is kept.
 */
static int compare_findings(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    int order = compare_what(a, b);
    if (order == 0)
        order = (a->detail.suggestion.len == 0) - (b->detail.suggestion.len == 0);
    if (order == 0)
        order = str_cmp(a->detail.suggestion, b->detail.suggestion);
    if (order == 0)
        order = (a->span.end > b->span.end) - (a->span.end < b->span.end);
    return order;
}

/*
 * Sorts items whose first member is a finding, and drops duplicates. Returns how many
 * are left.
 */
static size_t sort_unique(void *items, size_t len, size_t size)
{
    char *bytes = items;
    size_t kept = 1;
    if (len == 0)
        return 0;
    qsort(items, len, size, compare_findings);
    for (size_t i = 1; i < len; i++)
        if (compare_what((void *)(bytes + (kept - 1) * size), (void *)(bytes + i * size)) != 0)
            memmove(bytes + kept++ * size, bytes + i * size, size);
    return kept;
}

_Static_assert(offsetof(struct silenced, finding) == 0, "sorted as findings");

/*
 * Drops sorted items beyond DIAG_TOLD_MAX of a severity, and brings the tallies in line
 * with the list. Returns how many are left.
 */
static size_t limit_told(void *items, size_t len, size_t size, struct tallies *tallies,
                         struct arena *arena)
{
    size_t told[SEVERITIES] = {0}, left = 0;
    char *bytes = items;
    for (size_t i = 0; i < tallies->len; i++)
        tallies->items[i]->kept = 0;
    for (size_t i = 0; i < len; i++) {
        const struct finding *finding = (void *)(bytes + i * size);
        if (told[finding->rule->severity]++ >= DIAG_TOLD_MAX) {
            tally_of(tallies, arena, finding->rule, NULL)->more++;
            continue;
        }
        tally_of(tallies, arena, finding->rule, finding->span.source)->kept++;
        memmove(bytes + left++ * size, finding, size);
    }
    tallies_fold(tallies, arena);
    return left;
}

void diag_sort(struct diags *diags)
{
    struct silenced *silenced = diags->silenced.items;
    struct tallies *tallies = &diags->tallies, *others = &diags->silenced.tallies;
    size_t one = sizeof *diags->items, other = sizeof *silenced;
    diags->len = sort_unique(diags->items, diags->len, one);
    diags->len = limit_told(diags->items, diags->len, one, tallies, &diags->arena);
    diags->more = tallies_sort(tallies);
    diags->silenced.len = sort_unique(silenced, diags->silenced.len, other);
    diags->silenced.len = limit_told(silenced, diags->silenced.len, other, others, &diags->arena);
    diags->silenced.more = tallies_sort(others);
    recount(diags);
}

size_t diag_count(const struct diags *diags, enum severity severity)
{
    return diags->count[severity];
}

size_t diag_total(const struct diags *diags)
{
    return diags->count[SEVERITY_ERROR] + diags->count[SEVERITY_WARNING] +
           diags->count[SEVERITY_ADVICE];
}

size_t diag_count_of(const struct diags *diags, const struct rule *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->len; i++)
        count += diags->items[i].rule == rule;
    for (size_t i = 0; i < diags->tallies.len; i++)
        count += diags->tallies.items[i]->rule == rule ? diags->tallies.items[i]->more : 0;
    return count;
}

/* Returns the text with "{0}" … "{3}" replaced by the arguments; "" when it is NULL. */
static struct str fill(struct arena *arena, const char *template, const struct str *args)
{
    struct buf out = BUF_INIT;
    for (const char *c = template; c && *c; c++) {
        if (c[0] == '{' && c[1] >= '0' && c[1] < '0' + ARGS && c[2] == '}') {
            visible_put(&out, args[c[1] - '0']);
            c += 2;
        } else {
            buf_byte(&out, *c);
        }
    }
    return buf_finish(&out, arena);
}

struct str diag_text(struct arena *arena, const struct finding *finding,
                     enum diag_language language)
{
    return fill(arena, finding->rule->text[language], finding->detail.args);
}

struct str diag_help(struct arena *arena, const struct finding *finding,
                     enum diag_language language)
{
    return fill(arena, finding->rule->help[language], finding->detail.args);
}
