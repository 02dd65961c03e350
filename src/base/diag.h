#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/str.h"

struct buf;

/*
 * Findings: what is wrong with somebody's content, where, and what to write
 * instead. Nothing is thrown and nothing stops: the reader goes on, findings
 * are collected, sorted and shown all in one run (report/report.h).
 *
 *     struct diags diags;
 *     diag_init(&diags);
 *     diag_add(&diags, &rule_unknown_term, value->span, (struct detail){.args = {id, name}});
 *     ...
 *     diag_sort(&diags);
 *     if (diag_count(&diags, SEVERITY_ERROR)) …
 *
 * Each job that runs in parallel has a struct diags of its own; diag_merge()
 * gathers them. A finding keeps rule and arguments, not a finished sentence, so
 * that it can be shown in any language and format.
 *
 * A rule is one row in the table of the folder that finds it (parse/rules.c,
 * collection/rules.c, …). It has a case under tests/check/ named after it.
 */

enum severity { SEVERITY_ADVICE, SEVERITY_WARNING, SEVERITY_ERROR };

enum diag_language { DIAG_NB, DIAG_EN, DIAG_LANGUAGES };

struct rule {
    const char *id; /* kebab case; never changes once released */
    enum severity severity;
    /* What is wrong, and what to write instead (may be NULL); "{0}" … "{3}" are the arguments. */
    const char *text[DIAG_LANGUAGES];
    const char *help[DIAG_LANGUAGES];
};

/* All rules that somebody may want to look among: the tables of some folders, one after another. */
struct rule_table {
    const struct rule *rows;
    size_t count;
};

struct rule_list {
    const struct rule_table *tables;
    size_t count;
};

/*
 * The rule with this number, from 0, or NULL after the last. A list that is NULL has none.
 *
 *     for (size_t i = 0; (rule = rule_at(list, i)); i++)
 */
const struct rule *rule_at(const struct rule_list *list, size_t number);

/* The rule with this id, or NULL. */
const struct rule *rule_find(const struct rule_list *list, struct str id);

/* The particulars of one finding; what is left out is empty. */
struct detail {
    struct str args[4];
    struct str suggestion; /* the nearest valid value: «mente du …?» */
};

#define NO_DETAIL ((struct detail){0})

struct finding {
    const struct rule *rule;
    struct span span;
    struct detail detail; /* copied: the arguments may be short-lived */
};

/*
 * A file that is wrong all over says so in few words: what it costs to tell
 * must not grow with the square of what is wrong. So suggestions are looked
 * for DIAG_SUGGESTIONS_MAX times at most, and report/text.c has a limit, too.
 */
enum { DIAG_SUGGESTIONS_MAX = 100 };

/* A finding that its writer has made an exception for: kept apart, and shown as that. */
struct silenced {
    struct finding finding;
    struct str reason; /* in the writer's words */
};

struct diags {
    struct arena arena;
    size_t suggestions; /* that have been looked for */
    struct finding *items;
    size_t len, cap;
    struct {
        struct silenced *items;
        size_t len, cap;
    } silenced;
};

void diag_init(struct diags *diags);
void diag_release(struct diags *diags);

void diag_add(struct diags *diags, const struct rule *rule, struct span span, struct detail detail);

/*
 * Takes one of the searches for a suggestion; false when all have been taken.
 * Called once before each search.
 */
bool diag_take_suggestion(struct diags *diags);

/* Whether a search has been refused: from then on findings are kept short. */
bool diag_is_brief(const struct diags *diags);

/* The reason why a finding is not to count, or the absent str when it is. */
typedef struct str diag_excuse(const struct finding *finding, void *context);

/* Moves the excused findings from the list that counts to `silenced`. */
void diag_silence(struct diags *diags, diag_excuse *excuse, void *context);

/* Moves all findings of `from` into `into`. */
void diag_merge(struct diags *into, struct diags *from);

/*
 * By file, place, rule and arguments, so that the order depends on nothing but
 * what was found. The same finding at the same place is kept once, with its
 * suggestion if any of them has one.
 */
void diag_sort(struct diags *diags);

size_t diag_count(const struct diags *diags, enum severity severity);

/*
 * Content as it may be shown: control characters, hidden ones and what is no
 * UTF-8 become visible, and the result is one line of valid UTF-8.
 */
void diag_visible(struct buf *out, struct str text);

/*
 * The sentence of a finding, and what its rule says to write instead ("" if it
 * says nothing): the arguments put in, made visible. Severity, suggestion and
 * all other words around them are report/'s.
 */
struct str diag_text(struct arena *arena, const struct finding *finding,
                     enum diag_language language);
struct str diag_help(struct arena *arena, const struct finding *finding,
                     enum diag_language language);

#endif
