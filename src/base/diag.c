#include "base/diag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { ARGS = sizeof((struct detail *)0)->args / sizeof(struct str) };

const struct rule *rule_at(const struct rule_list *list, size_t number)
{
    for (size_t t = 0; list && t < list->count; t++) {
        if (number < list->tables[t].count)
            return &list->tables[t].rows[number];
        number -= list->tables[t].count;
    }
    return NULL;
}

const struct rule *rule_find(const struct rule_list *list, struct str id)
{
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(list, i)); i++)
        if (str_eq(id, str_of(rule->id)))
            return rule;
    return NULL;
}

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

void diag_add(struct diags *diags, const struct rule *rule, struct span span, struct detail detail)
{
    assert(rule->id); /* a name in the enum of rules without its row */
    for (size_t i = 0; i < ARGS; i++)
        detail.args[i] = str_copy(&diags->arena, detail.args[i]);
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

void diag_silence(struct diags *diags, diag_excuse *excuse, void *context)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->len; i++) {
        struct finding finding = diags->items[i];
        struct str reason = excuse(&finding, context);
        if (!reason.ptr) {
            diags->items[kept++] = finding;
            continue;
        }
        reason = str_copy(&diags->arena, reason);
        vec_push(&diags->arena, &diags->silenced, ((struct silenced){finding, reason}));
    }
    diags->len = kept;
}

void diag_merge(struct diags *into, struct diags *from)
{
    for (size_t i = 0; i < from->len; i++)
        vec_push(&into->arena, into, from->items[i]);
    for (size_t i = 0; i < from->silenced.len; i++)
        vec_push(&into->arena, &into->silenced, from->silenced.items[i]);
    arena_adopt(&into->arena, &from->arena);
    diag_init(from);
}

/* Compares what makes two findings the same: file, start, rule and arguments. */
static int compare_what(const struct finding *a, const struct finding *b)
{
    struct str a_path = a->span.source ? a->span.source->path : (struct str){0};
    struct str b_path = b->span.source ? b->span.source->path : (struct str){0};
    int order = str_cmp(a_path, b_path);
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

void diag_sort(struct diags *diags)
{
    struct silenced *silenced = diags->silenced.items;
    diags->len = sort_unique(diags->items, diags->len, sizeof *diags->items);
    diags->silenced.len = sort_unique(silenced, diags->silenced.len, sizeof *silenced);
}

size_t diag_count(const struct diags *diags, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->len; i++)
        count += diags->items[i].rule->severity == severity;
    return count;
}

void diag_visible(struct buf *out, struct str text)
{
    while (text.len) {
        /* Four bytes are enough to know whether the next character is valid. */
        if (utf8_valid_until(str_slice(text, 0, text.len < 4 ? text.len : 4)) == 0) {
            buf_format(out, "\\x%02X", (unsigned char)text.ptr[0]);
            text = str_from(text, 1);
            continue;
        }
        uint32_t rune = utf8_next(&text);
        if (utf8_is_control(rune) || utf8_is_hidden(rune) || rune == '\n' || rune == 0x2028 ||
            rune == 0x2029)
            buf_format(out, "\\u{%04X}", rune);
        else
            buf_rune(out, rune == '\t' ? ' ' : rune);
    }
}

/* Returns the text with "{0}" … "{3}" replaced by the arguments; "" when it is NULL. */
static struct str fill(struct arena *arena, const char *template, const struct str *args)
{
    struct buf out = BUF_INIT;
    for (const char *c = template; c && *c; c++) {
        if (c[0] == '{' && c[1] >= '0' && c[1] < '0' + ARGS && c[2] == '}') {
            diag_visible(&out, args[c[1] - '0']);
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
