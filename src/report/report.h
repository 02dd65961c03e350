#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>

#include "base/diag.h"

/*
 * Findings in the form that their reader asks for. `text` is for people, the
 * others are for programs. They all tell the same findings in the same order.
 *
 * Calling sequence
 * ----------------
 *
 *     const struct report_format *format = report_format(name);
 *     diag_sort(&diags);
 *     struct report report = {.diags = &diags, .folder = STR("."), .language = DIAG_NB};
 *     report_write(format, &report);
 *
 * `text` goes to standard error. A format that is `on_stdout` has standard output
 * to itself: the caller writes nothing else there. Such a format tells every
 * finding, also where `text` breaks off (REPORT_SHOWN_MAX), and writes each as
 * soon as it is put together, so that memory does not grow with their number.
 *
 * A build says less than check does and asks for the parts:
 *
 *     struct report_look look = {.language = DIAG_NB, .least = SEVERITY_WARNING};
 *     report_put_text(&out, &diags, &look);
 *
 * Errors
 * ------
 *
 * report_format() returns NULL for a name that it does not know. A write that
 * fails (full disk, closed pipe) ends the program with status 2 (base/die.h).
 *
 * Ownership
 * ---------
 *
 * A report only looks at the findings, and they must not change meanwhile. All
 * that it makes itself is gone when it returns.
 *
 * To add a format
 * ---------------
 *
 *  1. report_<name>() in a file of its own, <name>.c, with what shared.h offers;
 *  2. its declaration below, its row in report.c and its name in REPORT_NAMES;
 *  3. its check in tests/laws/findings-in-other-forms.
 */
#define REPORT_NAMES "text, github, sarif eller json"

struct report {
    const struct diags *diags; /* sorted */
    struct str folder;         /* what -C said: where the paths of findings begin */
    enum diag_language language;
    bool colour; /* of `text`: whoever reads it has a terminal */
};

struct report_format {
    const char *name;
    void (*write)(const struct report *report);
    bool on_stdout;
};

const struct report_format *report_format(struct str name);

void report_write(const struct report_format *format, const struct report *report);

/*
 * text: file:line:column, sentence, the line with a caret, help; and at the end
 * the exceptions that documents have made. An empty span at the start of a file
 * is the file as a whole, and shows no line. Of one rule in one file
 * REPORT_SHOWN_MAX are shown, and then how many more there are.
 */
enum { REPORT_SHOWN_MAX = 50 };
void report_text(const struct report *report);

struct report_look {
    enum diag_language language;
    enum severity least; /* leave out what is less severe */
    bool colour;
};
void report_put_text(struct buf *out, const struct diags *diags, const struct report_look *look);

/* The silenced ones: «2 unntak:», then where, which rule, why. Nothing when there are none. */
void report_put_silenced(struct buf *out, const struct diags *diags, enum diag_language language);

/* What so many silenced findings are called: «unntak», “exceptions”. */
const char *report_exceptions(size_t count, enum diag_language language);

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

/*
 * The rules themselves, as `samling rules` prints them: id, severity and sentence,
 * a line each. One rule alone also has its help, and both in both languages, this
 * one first. What depends on the finding is shown as «…».
 */
void report_put_rules(struct buf *out, const struct rule_list *rules, enum diag_language language);
void report_put_rule(struct buf *out, const struct rule *rule, enum diag_language language);

#endif
