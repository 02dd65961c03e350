#ifndef REPORT_SHARED_H
#define REPORT_SHARED_H

#include <stdio.h>

#include "report/report.h"

/*
 * What the formats share: where a finding is, and the words around it. Included by the
 * files of the formats, and by serve/findings.c, whose form browsers show; others include
 * report/report.h.
 */

/* Lines and columns as in report_json(); 0 where that has null. */
struct report_range {
    size_t line, column, end_line, end_column;
};
struct report_range report_range(const struct finding *finding);

/*
 * The line that a finding begins on, in parts; they are views, in which text of strangers stands
 * as it is. Of a long line it is what is around the place.
 */
struct report_excerpt {
    struct str before, marked, after;
    bool cut_before, cut_after; /* the line goes on there */
};

/* Returns the excerpt of a finding that has a place: its span has a source and an end. */
struct report_excerpt report_excerpt(struct span span);

/*
 * Appends the path of a finding's file from the folder that the program was started
 * in; nothing for a finding without a file.
 */
void report_path(struct buf *out, const struct report *report, const struct finding *finding);

/* Returns «feil», “error”. */
const char *report_severity(enum severity severity, enum diag_language language);

/*
 * Returns the suggestion as a question, then the help of the rule; the empty text
 * without either.
 */
struct str report_help(struct arena *arena, const struct finding *finding,
                       enum diag_language language);

/* Returns the word to put before that: «hjelp», “help”. */
const char *report_help_word(enum diag_language language);

/* Returns a finding of this rule without a file, whose arguments are all «…». */
struct finding report_alone(const struct rule *rule);

/* Appends the sentence of a finding, and its help on the next line. */
void report_message(struct buf *out, struct arena *arena, const struct report *report,
                    const struct finding *finding);

/* Appends «… og 3 til av samme slag [rule]». */
void report_more(struct buf *out, const struct tally *tally, enum diag_language language);

/* Writes the buffer to `file`, and empties it. */
void report_flush(struct buf *text, FILE *file);

#endif
