#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>

#include "base/diag.h"

struct buf;
struct confine;

/*
 * Findings in the format that their reader asks for. `text` is for people, the others
 * are for programs. All tell the same findings in the same order.
 *
 * Calling sequence
 * ----------------
 *
 *     const struct report_format *format = report_format(name);
 *     diag_sort(&diags);
 *     struct report report = {.diags = &diags, .folder = STR("."), .language = DIAG_NB};
 *     report_write(format, &report);
 *
 * `text` goes to standard error. A format that is `on_stdout` has standard output to
 * itself: the caller must write nothing else there. It writes each finding as soon as it is
 * put together, so that memory does not grow with their number. Where only some of the
 * findings were kept (base/diag.h), all formats say how many more there are.
 *
 * `build` tells less than `check`, and calls the function for its part:
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
 * A report points at the findings, which must not change until report_write() returns.
 * Whatever it allocates is freed by then.
 *
 * To add a format
 * ---------------
 *
 *  1. report_<name>() in a file of its own, <name>.c, with what shared.h offers;
 *  2. its declaration below, its row in report.c and its name in REPORT_VALUES and REPORT_NAMES_…;
 *  3. its check in tests/laws/findings-in-other-forms.
 */
#define REPORT_VALUES   "text|github|sarif|json"
#define REPORT_NAMES_NB "text, github, sarif eller json"
#define REPORT_NAMES_EN "text, github, sarif or json"

struct report {
    const struct diags *diags; /* sorted */
    struct str folder;         /* the value of -C: the paths of findings begin there */
    enum diag_language language;
    bool colour;  /* for `text`, on a terminal */
    bool excuses; /* for `text`: list the exceptions, too; the others always do */
};

struct report_format {
    const char *name;
    void (*write)(const struct report *report);
    bool on_stdout;
    struct str (*appends_to)(void); /* returns the path of a file that it adds to; or NULL */
};

/* Returns the format of a name, or NULL. */
const struct report_format *report_format(struct str name);

/* Allows what writing the report will need, before the program is shut in (base/confine.h). */
void report_allow(const struct report_format *format, struct arena *arena, struct confine *confine);

/* Writes the whole report, and flushes it. */
void report_write(const struct report_format *format, const struct report *report);

/*
 * text: file:line:column, sentence, the line with a caret, help; and at the end, if asked
 * for, the exceptions that documents have made. An empty span at the start of a file means the
 * file as a whole, and no line is shown. After those of a file stands for each rule how
 * many more it has.
 */
void report_text(const struct report *report);

/* Appends the findings alone, without the exceptions. */
struct report_look {
    enum diag_language language;
    enum severity least; /* leave out what is less severe */
    bool colour;
};
void report_put_text(struct buf *out, const struct diags *diags, const struct report_look *look);

/*
 * Appends the exceptions: «2 unntak:», then file and line, rule and reason of each.
 * Nothing if there are none.
 */
void report_put_silenced(struct buf *out, const struct diags *diags, enum diag_language language);

/* Returns the word for this number of exceptions: «unntak», “exception”, “exceptions”. */
const char *report_exceptions(size_t count, enum diag_language language);

/*
 * json, version 1: one object, in UTF-8, one finding a line.
 *
 *     {"version":1,
 *      "findings":[{"rule":"unknown-term","severity":"error","file":"content/recipes/bakst/a.md",
 *                   "line":6,"column":15,"endLine":6,"endColumn":18,
 *                   "message":"…","help":"…","suggestion":"mel"}, …],
 *      "silenced":[{"rule":"long-sentences", …, "reason":"Et sitat fra loven."}, …],
 *      "more":[{"rule":"raw-html","severity":"error","file":"content/pages/om.md",
 *               "count":130,"silenced":false}, …],
 *      "counts":{"error":1,"warning":0,"advice":0}}
 *
 * Every finding has all names; null where it has no value. `severity` is error, warning
 * or advice in every language. `file` begins where -C points. Lines and columns are
 * counted from 1, columns in code points, and the end is the place after the last
 * character. A finding about a file as a whole has line 1, and null for column and
 * end. `message`, `help` and `file` are as in `text`: an invisible character is written
 * \u{202E}, and a byte that is not UTF-8 \xF8. `help` repeats the suggestion. A finding
 * for which a document has made an exception is in `silenced` only, with its `reason`,
 * and is not counted. `counts` are of all findings, and `more` says how many of them are
 * not in the two lists; its `file` is null where they are in several. Version 1 may get more names,
 * so readers must skip those that they do not know.
 */
void report_json(const struct report *report);

/*
 * github: workflow commands, which GitHub shows at the lines of a pull request. It
 * shows ten of each severity and drops the rest, so we write no more than that, and
 * then how many were left out. All of them are appended to the file that
 * GITHUB_STEP_SUMMARY names, as far as there is room, and the exceptions after them.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
void report_github(const struct report *report);

/* Returns the path of that summary, GITHUB_STEP_SUMMARY; the empty text without. */
struct str github_summary(void);

/*
 * sarif: Static Analysis Results Interchange Format 2.1.0 (OASIS), one run with the
 * rules that occur. Addresses are relative to the folder that the program was started
 * in. Findings for which a document has made an exception come last, with a suppression
 * `inSource`. How many more there are is told in notifications of an invocation.
 */
void report_sarif(const struct report *report);

/*
 * Append the rules as `samling rules` prints them. report_put_rules() puts all, a line
 * each: id, severity and sentence. report_put_rule() puts one, with its help and in both
 * languages, `language` first. What depends on the finding is shown as «…».
 */
void report_put_rules(struct buf *out, const struct rule_list *rules, enum diag_language language);
void report_put_rule(struct buf *out, const struct rule *rule, enum diag_language language);

#endif
