#ifndef REPORT_SHARED_H
#define REPORT_SHARED_H

#include <stdio.h>

#include "report/report.h"

/*
 * What the formats have in common: where a finding is, and the words around it.
 * For those who write a format; others include report/report.h.
 */

/* Lines and columns as json has them; 0 is what is not known. */
struct report_range {
    size_t line, column, end_line, end_column;
};
struct report_range report_range(const struct finding *finding);

/* The path of a finding's file from where the program was started; empty without a file. */
void report_path(struct buf *out, const struct report *report, const struct finding *finding);

/* «feil», “error”. */
const char *report_severity(enum severity severity, enum diag_language language);

/* The suggestion as a question, and what the rule says to write instead; may be empty. */
struct str report_help(struct arena *arena, const struct finding *finding,
                       enum diag_language language);

/* The word before it: «hjelp», “help”. */
const char *report_help_word(enum diag_language language);

/* A finding of this rule whose particulars are left open: each argument is «…». */
struct finding report_alone(const struct rule *rule);

/* The sentence, and on a line of its own the help. */
void report_message(struct buf *out, struct arena *arena, const struct report *report,
                    const struct finding *finding);

/* Writes the buffer to `file`, and empties it. */
void report_flush(struct buf *text, FILE *file);

#endif
