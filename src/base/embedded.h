#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

#include "base/str.h"

/*
 * Files that the program has in itself, as they lie in src/: those of src/start/, which a new
 * collection is made of, the manuals of src/manual/ as text, those of src/help/, which stand
 * around the help in its other forms, and those of src/live/, which the program shows of a site
 * that is being written. The Makefile makes the table; a file that is put there is found by itself.
 */
struct embedded_file {
    struct str path; /* below src/: start/nb/plain/content/site.yaml, manual/samling-schema.txt */
    struct str text;
};

/* All of them, by path. */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

/* Returns the text of one; the absent str if there is no such file. */
struct str embedded_text(struct str path);

#endif
