#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>

#include "base/diag.h"
#include "site/site.h"

/*
 * What check found, in the form that its reader asks for.
 *
 *     const struct report_format *format = report_format(name);
 *     report_write(format, &report);
 *
 * `text` is for people and goes to standard error. The others are for programs
 * and have standard output to themselves. They tell of every finding, also
 * where `text` breaks off (DIAG_SHOWN_MAX), in the same order; a finding is
 * written as soon as it is put together, so that memory does not grow with them.
 *
 * To add a format:
 *  1. a function that writes it, in a file of its own, report_<name>.c;
 *  2. its declaration below, its row in report.c and its name in REPORT_NAMES;
 *  3. its check in tests/laws/findings-in-other-forms.
 */
#define REPORT_NAMES "text, github, sarif eller json"

struct report {
    const struct session *session;
    struct str folder; /* what -C said: where the paths of findings begin */
    enum diag_language language;
};

struct report_format {
    const char *name;
    void (*write)(const struct report *report);
    bool on_stdout;
};

/* NULL when there is none of this name. */
const struct report_format *report_format(struct str name);

/* Ends the program when what is to be written to standard output cannot be. */
void report_write(const struct report_format *format, const struct report *report);

/*
 * json, version 1: one object, in UTF-8, one finding a line.
 *
 *     {"version":1,
 *      "findings":[{"rule":"unknown-term","severity":"error","file":"content/measures/kld/a.md",
 *                   "line":6,"column":10,"endLine":6,"endColumn":17,
 *                   "message":"…","help":"…","suggestion":"kommuner"}, …],
 *      "silenced":[{"rule":"long-sentences", …, "reason":"Et sitat fra loven."}, …],
 *      "counts":{"error":1,"warning":0,"advice":0}}
 *
 * All names are always there; what a finding does not have is null. `severity`
 * is error, warning or advice in every language. `file` begins where -C points.
 * Lines and columns are counted from 1, columns in code points, and the end is
 * the place after the last character. A finding about a file as a whole has
 * line 1, and null for the three others. `message`, `help` and `file` are as
 * in `text`: what would be invisible is written \u{202E}, and bytes that are no
 * UTF-8 \xF8. `help` has the suggestion, too. What a document has made an
 * exception for is in `silenced` alone, with its `reason`, and is not counted. Names may
 * be added in version 1, so readers pass by those that they do not know.
 */
void report_json(const struct report *report);

/*
 * github: workflow commands, which GitHub shows at the lines of a pull request.
 * It shows ten of a kind and drops the rest, so we write no more than that, and
 * then how many were left out. All of them go into the file that
 * GITHUB_STEP_SUMMARY names, as far as there is room for them; and what documents
 * have made exceptions for.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
void report_github(const struct report *report);

/*
 * sarif: Static Analysis Results Interchange Format 2.1.0 (OASIS), one run with
 * the rules that occur. Addresses are relative to where the program was started. What
 * a document has made an exception for comes last, with a suppression `inSource`.
 */
void report_sarif(const struct report *report);

/* For those who write a format. */

/* Lines and columns as json has them; 0 is what is not known. */
struct report_range {
    size_t line, column, end_line, end_column;
};
struct report_range report_range(const struct finding *finding);

/* The path of a finding's file from where the program was started; empty without a file. */
void report_path(struct buf *out, const struct report *report, const struct finding *finding);

/* The sentence, and on a line of its own the help. */
void report_message(struct buf *out, struct arena *arena, const struct report *report,
                    const struct finding *finding);

/* To standard output; the buffer is emptied. */
void report_flush(struct buf *text);

#endif
