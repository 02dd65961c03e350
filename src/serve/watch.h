#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fs.h"

/*
 * Tells that something changed in some folders or below them, by inotify(7). Not what: whoever is
 * told looks at the stamps of the files (site/inputs.h), which also tell of what happened before
 * the folders were watched.
 *
 * Calling sequence
 * ----------------
 *
 *     struct watch watch;
 *     watch_open(&watch, WATCH_CALM);
 *     watch_folder(&watch, &site.root, STR("content"));
 *     watch_folder(&watch, &site.root, STR("theme"));       // it need not be there yet
 *     … look at all files, once …                           // after they are watched
 *     for (;;) {
 *         struct pollfd polled = {.fd = watch_fd(&watch), .events = POLLIN};
 *         poll(&polled, 1, watch_timeout(&watch));
 *         if (watch_changed(&watch))
 *             … look at all files again …
 *     }
 *     watch_close(&watch);
 *
 * One change
 * ----------
 *
 * Editors save in several steps (write beside and rename over, cut short and write), and `git
 * checkout` changes hundreds of files. All of it is one change: it is told when nothing more has
 * happened for a while, the calm, and after so many times that even if it goes on and on.
 *
 * What counts is what fs_walk() lists: names that begin with a dot do not, such as the swap and
 * lock files of editors, nor what lies beyond a link. A backup file (`x.md~`) counts, for it comes
 * and goes with the change that it is of.
 *
 * A folder may be missing, come, go away and be replaced by another: then its name is waited for in
 * the folder that it would lie in. New folders are watched at once, with all that is in them.
 *
 * After confine_enter() (base/confine.h) it goes on with folders that may be read; the root itself
 * need not be among them.
 *
 * Errors
 * ------
 *
 * Where the system lets no more folders be watched that ends the program, which says what to do
 * about it; once it has been seen to work, it says so and goes on with those that it has. A folder
 * that may not be read is not watched before it may. If the system lost count of events, everything
 * is as if it had changed.
 *
 * Ownership
 * ---------
 *
 * Roots and names of folders are the caller's and must outlive the watch, which holds one
 * descriptor and no more memory than the folders ask for: files cost nothing.
 */

/*
 * Milliseconds of calm. Longer than the steps of an editor's save are apart, and longer than the
 * tick in which the stamp of a file does not tell two writes apart (base/fs_stamp.h): what was
 * saved need not be read twice. Shorter than anybody sees.
 */
enum { WATCH_CALM = 25, WATCH_CALMS_MAX = 20 };

enum { WATCH_FOLDERS_MAX = 8 };

struct watch {
    int fd;
    double calm;        /* in ms, as all times here; on the clock of base/stages.h */
    double first, last; /* events since the last change was told; 0: none */
    struct watched_place {
        const struct fs_root *root;
        struct str folder;
    } places[WATCH_FOLDERS_MAX];
    size_t count;
    bool working;       /* has been asked what has changed: nothing ends the program any more */
    bool told;          /* that it is too much to watch */
    struct arena arena; /* of what is watched now, sorted by number */
    struct watched {
        int number;        /* inotify's, of the folder */
        struct str waited; /* the one name in it that counts, or absent: all do */
    } * items;
    size_t len, cap;
};

void watch_open(struct watch *watch, unsigned calm);

/* Watches a folder below a root, "" for the root itself, and all below it. */
void watch_folder(struct watch *watch, const struct fs_root *root, struct str folder);

/* The descriptor that poll() waits for, with POLLIN. */
int watch_fd(const struct watch *watch);

/* How many milliseconds poll() may wait: until the calm is over, -1 if nothing has happened. */
int watch_timeout(const struct watch *watch);

/* Reads what has happened, without waiting. True, once, when something changed and it is calm. */
bool watch_changed(struct watch *watch);

void watch_close(struct watch *watch);

#endif
