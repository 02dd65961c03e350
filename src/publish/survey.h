#ifndef PUBLISH_SURVEY_H
#define PUBLISH_SURVEY_H

#include <stddef.h>

#include "base/fs.h"
#include "base/str.h"

struct arena;
struct manifest;

/*
 * Whose is what in a folder that has been published to before?
 *
 * An entry is an output of the coming build, or a file that an earlier build
 * left and nobody has touched (stale), or somebody else's (foreign). Folders
 * are nobody's, except that an empty one in which nothing is due is foreign.
 */
struct survey {
    struct fs_list foreign; /* files, links, empty folders; sorted */
    struct fs_list folders; /* every folder there is; sorted */
    size_t stale;
    struct str
        blocking; /* the first foreign entry that has no room beside the outputs; or absent */
};

/*
 * `paths` are the coming outputs, sorted; `before` is what the earlier build
 * left. What stands in an ordinary file at an output's path is not looked at.
 */
struct survey survey_take(const struct fs_root *folder, const struct str *paths, size_t count,
                          const struct manifest *before, struct arena *arena);

#endif
