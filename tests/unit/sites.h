#ifndef TESTS_SITES_H
#define TESTS_SITES_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/str.h"
#include "publish/folder.h"

/*
 * Publishing small sites, and looking at what came of it.
 *
 * Each test works in an empty temporary folder of its own (sites_setup) and
 * has an arena. A site is a list of paths and texts, in the order of their
 * paths; it ends with a path of NULL. Outputs are put from several threads.
 */
struct file {
    const char *path, *text;
};

enum { FILES_MAX = 2048, QUICK = FOLDER_NO_SYNC };

extern struct arena arena;
extern char home[256]; /* the temporary folder */

int sites_setup(void **state);
int sites_teardown(void **state);

#define EACH(test) cmocka_unit_test_setup_teardown(test, sites_setup, sites_teardown)

struct folder *put_all(const char *output, const struct file *files, unsigned flags);
/* To `public`. */
struct folder_result publish(const struct file *files, unsigned flags);

/* Makes a file, with its folders, or replaces it. */
void make_file(const char *path, const char *text);

struct stat info_of(const char *path);
bool exists(const char *path);

/* Path and bytes of every file in a folder; with `places`, inode, times and rights instead. */
struct str tree_of(const char *path, bool places);

void assert_text(const char *path, const char *expected);
/* Nothing of ours lies beside the folder. */
void assert_no_litter(void);
/* sha256sum itself is content with `public`. */
void assert_sums(void);

#endif
