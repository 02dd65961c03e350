#ifndef COMMANDS_TOLD_EDITION_H
#define COMMANDS_TOLD_EDITION_H

#include "base/str.h"

struct arena;
struct fs_root;
struct manifest;

/*
 * Which edition a published site says that it is: `edition` in its datapackage.json
 * (data/package.h). Both are absent where the site has no open data, or counts no editions.
 */
struct told_edition {
    struct str version, date;
};

struct told_edition told_edition_read(struct arena *arena, const struct fs_root *folder,
                                      const struct manifest *manifest);

#endif
