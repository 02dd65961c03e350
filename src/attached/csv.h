#ifndef ATTACHED_CSV_H
#define ATTACHED_CSV_H

#include "base/str.h"

/*
 * Returns the first cell that a spreadsheet would take for a formula, and counts them: it
 * begins with =, @, + or - and is no number. The absent str if there is none. What stands
 * between the cells is the character of `;`, `,` and tab that the first line has most of;
 * cells may be in quotes (RFC 4180).
 */
struct str csv_formula(struct str text, size_t *count);

#endif
