#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H

#include <stdbool.h>

/*
 * Shuts the program in: after confine_enter() it reaches the files that it has asked for
 * and no others, whatever a fault in a parser makes it try. This is Landlock
 * (landlock(7), Linux 5.13), by system calls and without a library, and it lasts until the
 * program ends.
 *
 * Calling sequence
 * ----------------
 *
 *     struct confine confine;
 *     confine_begin(&confine, required);
 *     confine_allow(&confine, content.fd, CONFINE_READ);
 *     confine_allow(&confine, parent.fd, CONFINE_PUBLISH);
 *     confine_enter(&confine);                  // before content is read and threads begin
 *
 * What may be done
 * ----------------
 *
 * What a descriptor stands for decides, not its path: a folder that gets another name keeps
 * its rights, and a new one has those of the folder it is made in. A right counts for all
 * that lies below. What is open already stays open.
 *
 * Nothing else can be opened, listed, made, removed, renamed or cut short; no program can be
 * started. As far as the kernel knows how: no TCP (ABI 4), no ioctl on devices (ABI 5), no
 * abstract sockets and no signals to others (ABI 6). An older kernel refuses less. With ABI 1
 * it refuses links and renames from one folder to another altogether; then a build copies
 * instead of linking.
 *
 * What remains possible: to see that a file is there, how large it is and when it changed; to
 * change rights and times of files; UDP and sockets in the file system. And since a site is
 * replaced by renaming in the folder that it lies in, a build may write and remove in that
 * folder and below: for the usual `public` that is the whole project, content too. It may
 * read nothing there but content, theme and the old site.
 *
 * Errors
 * ------
 *
 * A kernel without Landlock is no failure unless `required`: then that ends the program with
 * the reason (base/die.h). What is refused later is the machine's refusal like any other.
 *
 * Ownership
 * ---------
 *
 * Descriptors are the caller's, and need not stay open.
 */
struct confine {
    bool required;
    int ruleset; /* -1: there is no Landlock */
    int reason;  /* then: errno */
    unsigned abi;
};

enum confine_use {
    CONFINE_READ = 1 << 0,    /* list folders, read files */
    CONFINE_LIST = 1 << 1,    /* list folders only */
    CONFINE_APPEND = 1 << 2,  /* write to a file, or make it */
    CONFINE_PUT = 1 << 3,     /* put single files in place, and make folders (base/fs_whole.h) */
    CONFINE_PUBLISH = 1 << 4, /* replace folders (publish/folder.h) */
};

void confine_begin(struct confine *confine, bool required);

/* Allows these uses of a file, or of a folder and all below it. */
void confine_allow(struct confine *confine, int fd, unsigned uses);

/* Shuts the program in. Called once, while there is one thread. */
void confine_enter(struct confine *confine);

/* Returns the version of Landlock's interface in this kernel, 0 if there is none. */
unsigned confine_abi(void);

#endif
