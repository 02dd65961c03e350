#ifndef BASE_FS_PLACE_H
#define BASE_FS_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* Where a folder lies: in which one, inside which other ones, and on which mount. */

/*
 * Returns the path of the folder that a path lies in, as it can be opened: "." for a name
 * alone, "/" at the top. Slashes at the end of the path do not count.
 */
struct str fs_folder_of(struct str path);

/*
 * Returns the folder that the running program lies in, links resolved; the absent str where the
 * system does not tell (without /proc).
 */
struct str fs_program_folder(struct arena *arena);

/*
 * Stores the path, from the folder `outer`, of what stands at `path`: "" for the folder itself.
 * Links on the way are resolved, but what stands there is not followed. False when nothing does,
 * or not in that folder.
 */
bool fs_path_within(struct arena *arena, struct str path, struct str outer, struct str *within);

/*
 * Returns a number that is the same for all that lies on one mount, also where one file
 * system is mounted in two places. On kernels that tell it nowhere (before 5.8, without
 * /proc) it is that of the file system. May be called from any thread.
 */
uint64_t fs_mount_of(int fd);

/*
 * True if `inner` is the folder `outer` or lies below it, links resolved. Either may still
 * have to be made, but then the folder that it will lie in must be there. It asks for the
 * folders themselves and not for what they are called, so links, names in other letters and
 * long paths make no difference.
 *
 * Ends the program when that cannot be found out: who asks would protect what is in `outer`.
 */
bool fs_is_within(struct str inner, struct str outer);

#endif
