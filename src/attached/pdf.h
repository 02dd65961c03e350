#ifndef ATTACHED_PDF_H
#define ATTACHED_PDF_H

#include "base/str.h"

/*
 * Returns the name in a PDF that says it does more than show pages: runs a script, starts
 * a program, holds other files (ISO 32000-2, 12.6.4 and 7.11.4). The absent str if there is
 * none. Only what is not compressed is seen: object streams (7.5.7) are not unpacked, so a
 * PDF that hides such a name passes. Readers of PDF ask before they run anything; this is to
 * tell authors of what they did not mean to publish.
 */
struct str pdf_active(struct str bytes);

#endif
