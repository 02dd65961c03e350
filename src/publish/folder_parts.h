#ifndef PUBLISH_FOLDER_PARTS_H
#define PUBLISH_FOLDER_PARTS_H

#include <stdatomic.h>

#include "base/fs_lock.h"
#include "base/fs_walk.h"
#include "publish/built.h"
#include "publish/folder.h"
#include "publish/manifest.h"
#include "publish/neighbours.h"

/*
 * What publish/folder.c shares with publish/folder_open.c, which locks the folder, finds out what
 * is there, and gives up.
 */
enum fate {
    FATE_NONE,    /* not put yet */
    FATE_KEPT,    /* the old file has these bytes */
    FATE_WRITTEN, /* is written to the new folder */
    FATE_TAKEN,   /* a foreign file with other bytes stands at its path */
    FATE_MOUNTED, /* a file on another mount stands at its path */
    FATE_LEFT_OUT,
};

struct folder {
    struct arena *arena;
    unsigned flags;
    struct neighbours at;    /* the output, and what is made beside it */
    struct str fresh_path;   /* the path of «.public.new», for messages */
    struct fs_root parent;   /* the folder that they are in */
    struct fs_root old;      /* the output as it is; fd -1 if there is none */
    atomic_int fresh_fd;     /* .public.new; -1 until something is written */
    struct fs_lock lock;     /* held from open to close */
    bool interrupted;        /* an earlier build has left .new or .old behind */
    struct str before_text;  /* the old SHA256SUMS; absent if there is none */
    struct manifest before;  /* its entries; empty if it is foreign */
    bool manifest_taken;     /* there is a SHA256SUMS, and it is foreign */
    struct manifest after;   /* path and hash of every output */
    struct str *paths;       /* the same paths */
    enum fate *fates;        /* of every output */
    struct built_file *made; /* the same paths, and room for one: stamp, and key if known */
    atomic_size_t reused;    /* how many outputs are kept without being made */
    atomic_size_t bytes;     /* of all outputs */
    struct fs_list there;    /* what the old folder holds, with stamps */
    const struct built *built_before; /* what was kept of the build before, or NULL */
    const struct built *known;        /* the same if it can be believed of the old site, or NULL */
    struct built *built;              /* what is kept of this one, or NULL */
    struct stages *stages;            /* NULL, or who asks */
};

/* Closes what folder_open() has opened, and lets others in. */
void folder_close(struct folder *folder);

/* Returns the path of the first folder in the old site that is a mount, or the absent str. */
struct str folder_find_mount(const struct folder *folder);

/* Abandon the folder and end the program: something foreign, or a mount, is in the way. */
_Noreturn void folder_refuse(struct folder *folder, struct str path);
_Noreturn void folder_refuse_mount(struct folder *folder, struct str path);

#endif
