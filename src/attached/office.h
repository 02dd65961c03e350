#ifndef ATTACHED_OFFICE_H
#define ATTACHED_OFFICE_H

#include "base/str.h"

/*
 * Documents that are a ZIP of XML: OpenDocument (ODF 1.3, part 2) and Office Open XML
 * (ECMA-376, part 2). What they are and what they hold is told from the names inside.
 */

enum office_kind { OFFICE_NONE, OFFICE_CUT, OFFICE_ODT, OFFICE_DOCX, OFFICE_XLSX };

/* Returns what the bytes of a ZIP are; OFFICE_CUT if its end is missing. */
enum office_kind office_of(struct str bytes);

/* Returns the name in it of a file that holds macros or controls, or the absent str. */
struct str office_macro(struct str bytes);

#endif
