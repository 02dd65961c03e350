#ifndef COLLECTION_PUBLISHED_H
#define COLLECTION_PUBLISHED_H

#include "base/diag.h"
#include "base/fs.h"
#include "base/language.h"

struct arena;

/*
 * The list of published paths, which is kept in the collection: what has once been an
 * address of the site must stay one (plan/lasting.h).
 *
 *     # what the list is for
 *
 *     # a comment
 *     ingredienser/mel.html 2024-04-17
 *
 * One path a line, in any order, with the date on which it came to the site, in UTC; it may be a
 * month or a year, and paths that are older than the dates may have none. A collection without the
 * file has promised nothing. The program writes it when told to (build --accept-paths), and people
 * when they settle a conflict, so a line that is not a path is reported, and so is what stands
 * after it if it is no date.
 *
 * A line that begins with # is a comment on the path below it. Those above the first path
 * may also be the head of the list, which stays on top:
 *
 *  - if an empty line comes after one of them, the head ends at the last such line;
 *  - else, if the program's own head is among them, in any language, the head ends with it;
 *  - else all of them are the head.
 *
 * Other empty lines are dropped.
 */
enum {
    PUBLISHED_MAX = 16 * 1024 * 1024, /* bytes of the list */
    PUBLISHED_PATH_MAX = 1024,        /* bytes of a path in it */
};

struct published_path {
    struct str path;
    struct str since; /* the date, as it is written; or the absent str */
    struct span span;
    struct str above; /* the lines between the path before it and this one, as written */
};

struct published {
    struct source source;
    bool there; /* the file exists */
    struct published_path *items;
    size_t len, cap;
    struct str below; /* the lines after the last path */
};

/* Reads the list at a path below `root`, if there is one. */
void published_read(struct published *published, struct arena *arena, const struct fs_root *root,
                    struct str path, struct diags *diags);

/* The second half of published_read(): parses `published->source`. */
void published_parse(struct published *published, struct arena *arena, struct diags *diags);

/*
 * Returns the text of the list with `count` more paths on it, sorted, each once. What has no
 * date gets that of the same path among them. It keeps every path with its date, and every comment:
 * comments stay with their paths and the head on top. A list without a head is given the program's
 * own, in this language. If the text is read and put out again, it is the same. The list must have
 * been read without findings.
 */
struct str published_list(const struct published *published, const struct language *language,
                          struct arena *arena, const struct published_path *more, size_t count);

/*
 * Whether a text can be the path of a page, on every file system: folders that are slugs,
 * then a slug and `.html`; no name that Windows reserves, nor SHA256SUMS in small letters;
 * at most PUBLISHED_PAGE_MAX bytes.
 */
enum { PUBLISHED_PAGE_MAX = 200 };
bool published_is_page(struct str path);

#endif
