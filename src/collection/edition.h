#ifndef COLLECTION_EDITION_H
#define COLLECTION_EDITION_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "base/source.h"

struct buf;
struct language;

/*
 * What every entry said in the edition before, so that a build can tell what has changed. It is
 * kept in the collection, for a build asks nothing but the files there; the program writes it when
 * it writes the list of published paths (build --accept-paths).
 *
 *     # what the file is for
 *
 *     ingredienser/mel.html
 *     	title	Mel
 *     	status	ny
 *     	topics	korn	bakst
 *     	summary	#1d4a7c00
 *     		Bruk	#00f03bd1
 *
 * The address of each entry, and below it a line for each fact that readers see: after a tab the
 * name of the field, and after further tabs what it says: of a facet the ids of the terms, of the
 * title and of dates the text, of all else a number made of it. A line without the name of a field
 * is about a section of the text, under its heading. Of a history each item has such a number.
 *
 *     edition_read(&edition, &root, path, &diags);
 *     … edition_find(&edition, path) …
 *     … edition_now(&arena, &collection, entry, path) …        // collection/edition_now.h
 *     edition_text(&arena, language, entries, count)
 *     edition_release(&edition);
 */
enum { EDITION_MAX = 64 * 1024 * 1024 }; /* bytes */

struct edition_fact {
    struct str key;    /* of a section of the text: empty */
    struct str values; /* with tabs between them */
};

struct edition_entry {
    struct str path;
    struct str facts; /* their lines, as they stand in the file */
};

/* One whose bytes are all 0 is empty. */
struct edition {
    struct arena arena; /* holds all of it */
    struct source source;
    bool there; /* the file exists */
    struct {
        struct edition_entry *items;
        size_t len, cap;
    } entries;
    struct map by_path;
};

/*
 * Reads what there was into an empty edition, if there is such a file. A line that is none of these
 * is told.
 */
void edition_read(struct edition *edition, const struct fs_root *root, struct str path,
                  struct diags *diags);

/* Frees it. It is empty afterwards. */
void edition_release(struct edition *edition);

/* Returns what the entry at a path said, or NULL. */
const struct edition_entry *edition_find(const struct edition *edition, struct str path);

/*
 * Takes the first of the facts; false when there are none.
 *
 *     for (struct str rest = entry->facts; edition_next(&rest, &fact);)
 */
bool edition_next(struct str *facts, struct edition_fact *fact);

/* Returns the values of the fact with that key, or the absent str. */
struct str edition_values(const struct edition_entry *entry, struct str key);

/* Whether two of them have the same lines: if not, they may still say the same. */
bool edition_same(const struct edition_entry *a, const struct edition_entry *b);

/* Returns the text of the file, with a head in that language. */
struct str edition_text(struct arena *arena, const struct language *language,
                        const struct edition_entry *entries, size_t count);

/* Returns the first of the values; the absent str if there is none. */
struct str edition_value(struct str values);

/* Whether one of the values is this one. */
bool edition_has(struct str values, struct str value);

#endif
