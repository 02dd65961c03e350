#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rule.h"
#include "base/source.h"
#include "base/str.h"
#include "base/tally.h"

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
 * Limits
 * ------
 *
 * Content is a stranger's, and a file of 256 KiB can have as many findings as bytes. Of one rule in
 * one file the first DIAG_KEPT_MAX that are added are kept, and of one severity the first
 * DIAG_TOLD_MAX when they are sorted; the others are counted (base/tally.h), so that diag_count()
 * is right whatever is kept. Exceptions are for a rule in a file, so a silenced finding takes no
 * place from one that counts.
 *
 * Ownership
 * ---------
 *
 * A finding keeps rule and arguments, not a finished sentence, so that it can be
 * shown in any language and format. The arguments are copied; the rule is a row
 * of a table. The source of the span must live as long as the findings.
 */

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
 * DIAG_SUGGESTIONS_MAX searches are made.
 */
enum {
    DIAG_SUGGESTIONS_MAX = 100,
    DIAG_KEPT_MAX = 50,   /* of a rule in a file */
    DIAG_TOLD_MAX = 5000, /* of a severity, and of the silenced ones; after diag_sort() */
    DIAG_ARG_MAX = 1000,  /* bytes of an argument: what is longer is cut, with «…» at its end */
};

/* A finding that the writer has made an exception for. It is kept apart and shown as that. */
struct silenced {
    struct finding finding;
    struct str reason; /* in the writer's words */
};

struct diags {
    struct arena arena;
    size_t suggestions;       /* searches asked for, refused ones included */
    struct finding *items;    /* those that are kept */
    size_t len, cap;          /* len is no count of what was found: see diag_total() */
    size_t count[SEVERITIES]; /* of all that count, kept or not */
    struct tallies tallies;
    size_t more; /* how many tallies at the front have `more`; set by diag_sort() */
    struct {
        struct silenced *items;
        size_t len, cap;
        size_t count; /* of all */
        struct tallies tallies;
        size_t more;
    } silenced;
};

void diag_init(struct diags *diags);
void diag_release(struct diags *diags);

/* Adds a finding, or counts it if enough of the kind are kept. `detail` is copied. */
void diag_add(struct diags *diags, const struct rule *rule, struct span span, struct detail detail);

/*
 * Counts one search for a suggestion; called once before each search. False when
 * DIAG_SUGGESTIONS_MAX have been made: then the caller does not search.
 */
bool diag_take_suggestion(struct diags *diags);

/* True once a search has been refused: from then on findings are kept short. */
bool diag_is_brief(const struct diags *diags);

/* Returns the reason why a rule does not count in a file, or the absent str when it does. */
typedef struct str diag_excuse(const struct rule *rule, const struct source *source, void *context);

/* Moves the excused findings from the list that counts to `silenced`. */
void diag_silence(struct diags *diags, diag_excuse *excuse, void *context);

/* Returns whether the findings of a file (NULL: of none) are asked for. */
typedef bool diag_wanted(const struct source *source, void *context);

/* Drops those that nobody asked for, as if they had not been found. Before diag_sort(). */
void diag_keep(struct diags *diags, diag_wanted *wanted, void *context);

/*
 * Adds the findings of `from`, which still belong to it and are valid until it is
 * released. diag_merge() takes over their memory, too, and leaves `from` empty.
 */
void diag_gather(struct diags *into, const struct diags *from);
void diag_merge(struct diags *into, struct diags *from);

/*
 * Sorts by file, place, rule and arguments, so that the order depends on nothing but
 * what was found; those of rules that are `told_last` come after all files. Of equal findings at
 * the same place one is kept, with its suggestion if any of them has one. Then those beyond
 * DIAG_TOLD_MAX are dropped and counted, and what is left has its final form: `more` tallies say
 * how many are not in the list, of which rule and in which file, or in files of which there is no
 * finding in the list.
 */
void diag_sort(struct diags *diags);

/*
 * Return the number of findings, kept or counted, silenced ones left out: of this severity,
 * and of all. Until diag_sort() has run, equal ones are counted each for itself.
 */
size_t diag_count(const struct diags *diags, enum severity severity);
size_t diag_total(const struct diags *diags);

/* Returns the number of findings by a rule. */
size_t diag_count_of(const struct diags *diags, const struct rule *rule);

/*
 * Return the sentence of a finding, and what its rule says to write instead ("" if it
 * says nothing). The arguments are put in as visible_put() shows them. The words
 * around it, such as severity and suggestion, are added by report/.
 */
struct str diag_text(struct arena *arena, const struct finding *finding,
                     enum diag_language language);
struct str diag_help(struct arena *arena, const struct finding *finding,
                     enum diag_language language);

#endif
