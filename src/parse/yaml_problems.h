#ifndef PARSE_YAML_PROBLEMS_H
#define PARSE_YAML_PROBLEMS_H

#include "base/diag.h"
#include "base/source.h"

struct arena;

/*
 * Explains libyaml's error messages to the writer of the file: what is wrong and what
 * to write instead, in both languages. `problem` is libyaml's own text.
 *
 * To add one: a row in the table of yaml_problems.c, and one in the test of
 * syntax errors in tests/unit/test_yaml.c.
 */

struct problem_words {
    const char *text[DIAG_LANGUAGES]; /* what is wrong */
    const char *help[DIAG_LANGUAGES]; /* what to write instead */
};

/* Phrases that yaml_slips.c and flow.c have as well. */
#define YAML_NEVER_CLOSED \
    "det avsluttende anførselstegnet mangler", "the quotation mark is never closed"
#define YAML_SAME_QUOTE \
    "avslutt verdien med det samme tegnet som den begynner med", \
        "end the value with the same mark that it begins with"
#define YAML_IS_TAB "innrykket er en tabulator", "the indentation is a tab"
#define YAML_NO_TABS \
    "bruk mellomrom foran linjen, ikke tabulator", "use spaces before the line, not a tab"

/* True if libyaml notices this too late: the place to show is where the construct began. */
bool yaml_problem_is_at_start(struct str problem);

/*
 * Returns the arguments of RULE_YAML_SYNTAX: the fault in Norwegian and in English,
 * then the help in both. `at` is the offset of the fault in the source; the line there
 * is looked at, since it may tell more than libyaml does.
 */
struct detail yaml_problem_detail(struct arena *arena, const struct source *source,
                                  struct str problem, size_t at);

/* Returns the same arguments from words; `after` follows what is wrong, in both languages. */
struct detail yaml_problem_in_words(struct arena *arena, const struct problem_words *words,
                                    struct str after);

#endif
