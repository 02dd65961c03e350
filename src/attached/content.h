#ifndef ATTACHED_CONTENT_H
#define ATTACHED_CONTENT_H

#include <stdbool.h>

#include "base/str.h"

/*
 * What the bytes of a file are, whatever its name says. It is told from how they begin, and
 * from the names in a ZIP, so it is a claim that a closer look may refute.
 */
enum content_kind {
    CONTENT_EMPTY,
    CONTENT_LFS_POINTER, /* what Git has instead of a large file (git-lfs, docs/spec.md) */
    CONTENT_PNG,
    CONTENT_JPEG,
    CONTENT_GIF,
    CONTENT_WEBP,
    CONTENT_SVG,
    CONTENT_PDF,
    CONTENT_ODT,
    CONTENT_DOCX,
    CONTENT_XLSX,
    CONTENT_ZIP,
    CONTENT_CUT_ZIP, /* its end is missing */
    CONTENT_OLE,     /* Office before 2007, or with a password */
    CONTENT_HTML,
    CONTENT_HEIC,
    CONTENT_AVIF,
    CONTENT_TIFF,
    CONTENT_BMP,
    CONTENT_PROGRAM,
    CONTENT_TEXT,
    CONTENT_UNKNOWN,
    CONTENT_KINDS
};

struct content {
    struct str ending;  /* that a file of this kind should have, or absent */
    struct str told[2]; /* what it is called, in Norwegian and English */
};

extern const struct content contents[CONTENT_KINDS];

enum content_kind content_of(struct str bytes);

/* Whether bytes of this kind belong in a file with this ending, which is in small letters. */
bool content_fits(enum content_kind kind, struct str ending);

#endif
