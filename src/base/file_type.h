#ifndef BASE_FILE_TYPE_H
#define BASE_FILE_TYPE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * The kinds of file that people put beside a text or link to, by the endings of their
 * names, and what becomes of them in a collection. What is in a file is another matter
 * (attached/content.h).
 *
 * To add a kind: its row in file_type.c. One that is to be published also needs a row in
 * attached/content.c, and a look at its bytes in attached/attachment.c.
 */
enum file_use {
    FILE_PICTURE,  /* published: a text may show it, or link to it */
    FILE_DOCUMENT, /* published: a text may link to it */
    FILE_MACROS,   /* the rest is not: it can hold macros */
    FILE_FORMAT,   /* it needs a program that many readers do not have */
    FILE_WEB,      /* it can hold scripts, and browsers run them */
    FILE_ARCHIVE,  /* it can hold anything */
    FILE_PROGRAM,
    FILE_PHOTO, /* browsers do not show it, or not all of them */
};

struct file_type {
    struct str ending; /* .pdf */
    struct str name;   /* PDF, as readers are told */
    enum file_use use;
};

/* All of them. */
extern const struct file_type file_types[];
extern const size_t file_type_count;

/*
 * Returns the kind of a file with this path, or NULL. The ending may be in capitals. A
 * name that is nothing but an ending has no kind.
 */
const struct file_type *file_type_of(struct str path);

/* Whether files of a kind, which may be NULL, are published. */
bool file_type_is_published(const struct file_type *type);

/* Whether readers are told that a link on the web leads to a file of a kind, which may be NULL. */
bool file_type_is_told(const struct file_type *type);

#endif
