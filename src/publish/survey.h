#ifndef PUBLISH_SURVEY_H
#define PUBLISH_SURVEY_H

#include <stddef.h>

#include "base/fs_walk.h"
#include "base/str.h"

struct arena;
struct manifest;

/*
 * Finds out whose the files are in a folder that may have been published to before.
 *
 * A file is an output of the coming build, or stale, or foreign. It is stale if an
 * earlier build wrote it and its bytes have not changed since; otherwise it is
 * foreign. A folder is foreign if it is empty and no output will be in it.
 */
struct survey {
    struct fs_list foreign;    /* files, links, empty folders; sorted */
    struct fs_list folders;    /* every folder there is; sorted */
    struct fs_entry signature; /* of the earlier build's SHA256SUMS; its path is absent if none */
    size_t stale;              /* how many */
    struct str blocking; /* the first foreign entry that is in the way of an output; or absent */
    struct str mounted;  /* the first foreign entry that lies on another mount; or absent */
};

/*
 * Looks through the folder. `paths` are the coming outputs, sorted; `before` lists the
 * outputs of the earlier build. A file at the path of an output is not read. If the folder
 * keeps to its mount (base/fs.h), what is mounted in it is found, but not looked into.
 */
struct survey survey_take(const struct fs_root *folder, const struct str *paths, size_t count,
                          const struct manifest *before, struct arena *arena);

/*
 * Returns the foreign files that people should be told of, all but .gitignore, and stores their
 * number. The paths of empty folders end with `/`.
 */
const struct str *survey_foreign(const struct survey *survey, struct arena *arena, size_t *count);

#endif
