#ifndef PUBLISH_NEIGHBOURS_H
#define PUBLISH_NEIGHBOURS_H

#include "base/str.h"

struct arena;
struct confine;
struct fs_root;

/*
 * What a published folder has beside it, most of it while it is replaced (publish/folder.h), by
 * name.
 */
struct neighbours {
    struct str shown;              /* the path of the folder, for messages */
    struct str parent;             /* the path of the folder that all of these are in */
    struct str name;               /* «public» */
    struct str fresh, aside, lock; /* «.public.new», «.public.old», «.public.lock» */
    struct str built;              /* «.public.built», which stays (publish/built.h) */
};

/* Returns them for a path. One that ends in no name of a folder ends the program. */
struct neighbours neighbours_of(struct arena *arena, struct str output);

/*
 * Allows what publishing to `output` will need, before the program is shut in
 * (base/confine.h): to write in the folder that it lies in, and to read the old site and what is
 * kept of it. If that folder is missing nothing is allowed, and folder_open() tells.
 */
void neighbours_allow(struct confine *confine, struct arena *arena, struct str output);

/*
 * Ends the program if something else than a folder stands at the output's name in the folder that
 * it is in, or if it is a mount.
 */
void neighbours_check_output(const struct neighbours *at, const struct fs_root *parent);

#endif
