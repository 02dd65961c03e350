#ifndef BASE_RULE_H
#define BASE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/said.h"
#include "base/str.h"

/*
 * Rules: what can be wrong, how grave it is, and the words to say it with.
 *
 * To add a rule
 * -------------
 *
 * A rule is one row in the table of the folder that finds it (parse/rules.c,
 * collection/rules.c, …); the recipe stands beside the table. It has a case under
 * tests/check/ named after it.
 */

enum severity { SEVERITY_ADVICE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITIES };

struct rule {
    const char *id; /* kebab case; never changes once released */
    enum severity severity;
    const char *text[DIAG_LANGUAGES]; /* what is wrong; "{0}" … "{3}" are the arguments */
    const char *help[DIAG_LANGUAGES]; /* what to write instead, or NULL; the same arguments */
    bool told_last; /* after those of all files: what the site lacks, and no text is to blame for */
    bool due;       /* must be mended before the site is published (collection/unset.h) */
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

#endif
