#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/str.h"

struct buf;

/*
 * Findings: what is wrong with the content, where, and what to write instead. Nothing is thrown and
 * nothing stops: the reader goes on, findings are collected, sorted and shown all in one run
 * (report/report.h).
 *
 * Calling sequence
 * ----------------
 *
 *     struct diags diags;
 *     diag_init(&diags);
 *     diag_add(&diags, &collection_rules[RULE_UNKNOWN_TERM], span, (struct detail){.args = {id,
 * where}});
 *     ...
 *     diag_sort(&diags);
 *     if (diag_count(&diags, SEVERITY_ERROR)) …
 *     diag_release(&diags);
 *
 * Each job that runs in parallel has a struct diags of its own; diag_merge()
 * gathers them.
 *
 * Errors
 * ------
 *
 * There are none to check: a finding is the error. Running out of memory ends the
 * program (base/die.h).
 *
 * Ownership
 * ---------
 *
 * A finding keeps rule and arguments, not a finished sentence, so that it can be
 * shown in any language and format. The arguments are copied; the rule is a row
 * of a table. The source of the span must live as long as the findings.
 *
 * To add a rule
 * -------------
 *
 * A rule is one row in the table of the folder that finds it (parse/rules.c,
 * collection/rules.c, …); the recipe stands beside the table. It has a case under
 * tests/check/ named after it.
 */

enum severity { SEVERITY_ADVICE, SEVERITY_WARNING, SEVERITY_ERROR };

enum diag_language { DIAG_NB, DIAG_EN, DIAG_LANGUAGES };

struct rule {
    const char *id; /* kebab case; never changes once released */
    enum severity severity;
    const char *text[DIAG_LANGUAGES]; /* what is wrong; "{0}" … "{3}" are the arguments */
    const char *help[DIAG_LANGUAGES]; /* what to write instead, or NULL; the same arguments */
};

/* The rules of several folders as one list: their tables, one after another. */
struct rule_table {
    const struct rule *rows;
    size_t count;
};

struct rule_list {
    const struct rule_table *tables;
    size_t count;
};

/*
 * Returns the rule with this number (from 0), or NULL after the last. A NULL list is empty.
 *
 *     for (size_t i = 0; (rule = rule_at(list, i)); i++)
 */
const struct rule *rule_at(const struct rule_list *list, size_t number);

/* Returns the rule with this id, or NULL. */
const struct rule *rule_find(const struct rule_list *list, struct str id);

/* What is particular to one finding; members that are left out are empty. */
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
 * A suggestion is found by comparing with every valid value, so in a file that is
 * wrong everywhere the cost would grow with the square of its size. So at most
 * DIAG_SUGGESTIONS_MAX searches are made; report/text.c limits how much is shown.
 */
enum { DIAG_SUGGESTIONS_MAX = 100 };

/* A finding that the writer has made an exception for. It is kept apart and shown as that. */
struct silenced {
    struct finding finding;
    struct str reason; /* in the writer's words */
};

struct diags {
    struct arena arena;
    size_t suggestions; /* searches asked for, refused ones included */
    struct finding *items;
    size_t len, cap;
    struct {
        struct silenced *items;
        size_t len, cap;
    } silenced;
};

void diag_init(struct diags *diags);
void diag_release(struct diags *diags);

/* Adds a finding. `detail` is copied. */
void diag_add(struct diags *diags, const struct rule *rule, struct span span, struct detail detail);

/*
 * Counts one search for a suggestion; called once before each search. False when
 * DIAG_SUGGESTIONS_MAX have been made: then the caller does not search.
 */
bool diag_take_suggestion(struct diags *diags);

/* True once a search has been refused: from then on findings are kept short. */
bool diag_is_brief(const struct diags *diags);

/* Returns the reason why a finding does not count, or the absent str when it does. */
typedef struct str diag_excuse(const struct finding *finding, void *context);

/* Moves the excused findings from the list that counts to `silenced`. */
void diag_silence(struct diags *diags, diag_excuse *excuse, void *context);

/* Moves all findings of `from` into `into`; `from` is empty afterwards. */
void diag_merge(struct diags *into, struct diags *from);

/*
 * Sorts by file, place, rule and arguments, so that the order depends on nothing but
 * what was found. Of equal findings at the same place one is kept, with its suggestion
 * if any of them has one.
 */
void diag_sort(struct diags *diags);

/* Returns the number of findings of this severity, silenced ones left out. */
size_t diag_count(const struct diags *diags, enum severity severity);

/*
 * Appends content in a form that is safe to show: one line of valid UTF-8, in which
 * control characters, hidden ones and bytes that are not UTF-8 are visible as escapes.
 */
void diag_visible(struct buf *out, struct str text);

/*
 * Return the sentence of a finding, and what its rule says to write instead ("" if it
 * says nothing). The arguments are put in as diag_visible() shows them. The words
 * around it, such as severity and suggestion, are added by report/.
 */
struct str diag_text(struct arena *arena, const struct finding *finding,
                     enum diag_language language);
struct str diag_help(struct arena *arena, const struct finding *finding,
                     enum diag_language language);

#endif
