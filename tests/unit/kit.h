#ifndef TESTS_UNIT_KIT_H
#define TESTS_UNIT_KIT_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"
#include "publish/folder.h"

/*
 * What unit tests share.
 *
 * Every test gets a kit from its state: an arena and findings, new for each test
 * and released after it. Nothing in it is global, so a test never sees what
 * another one left.
 *
 *     static void test_something(void **state)
 *     {
 *         struct kit *kit = *state;
 *         …
 *     }
 *
 *     const struct CMUnitTest tests[] = {WITH_KIT(test_something)};
 *
 * WITH_FOLDER gives the test an empty temporary folder too, which is its working
 * directory and is removed after it.
 */
struct kit {
    struct arena arena;
    struct diags diags;
    char folder[256]; /* absolute; "" without WITH_FOLDER */
};

int kit_setup(void **state);
int kit_teardown(void **state);
int kit_folder_setup(void **state);
int kit_folder_teardown(void **state);

#define WITH_KIT(test) cmocka_unit_test_setup_teardown(test, kit_setup, kit_teardown)
#define WITH_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, kit_folder_setup, kit_folder_teardown)

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Returns a source with this text and the path of a measure, as the gate would leave it. */
struct source *kit_source(struct kit *kit, struct str text);

/* Forgets the findings, for the next row of a table. */
void kit_forget(struct kit *kit);

/* Returns what was found, in order: "1:4 yaml-tag, 3:1 yaml-anchor"; "" when nothing was. */
const char *kit_findings(struct kit *kit);

/* Returns the bytes of a span. */
struct str kit_spanned(struct span span);

/* Returns a text `count` times over. */
struct str kit_repeat(struct kit *kit, const char *text, size_t count);

/* Fails, showing both, unless they are the same; `about` tells which row it is. */
void assert_str(const char *about, struct str actual, const char *expected);
void assert_c(const char *about, const char *actual, const char *expected);

/* Runs `act` in a process of its own, which must end with status 2 and this in its message. */
void assert_dies_with(const char *message, void (*act)(void *context), void *context);

/*
 * Skips the test when a public suite is not there, and tells which; otherwise
 * returns the path of its folder: `name` in SAMLING_SUITES, or in ../shared/suites.
 */
struct str kit_suite(struct kit *kit, const char *name);

/*
 * Files in the test's folder, and sites published to it. WITH_FOLDER is needed.
 *
 * A site is a list of paths and texts, in the order of their paths; it ends with
 * a path of NULL. Outputs are put from several threads, every other one piece by piece.
 */
struct kit_file {
    const char *path, *text;
};

enum { KIT_FILES_MAX = 2048, QUICK = FOLDER_NO_SYNC };

/* Puts a site, and returns the folder for the test to commit or abandon. */
struct folder *kit_put(struct kit *kit, const char *output, const struct kit_file *files,
                       unsigned flags);
/* Puts the text of paths[index] in pieces of so many bytes. */
void kit_put_pieces(struct folder *folder, size_t index, struct str text, size_t size);
/* Puts a site to `public`, and commits it. */
struct folder_result kit_publish(struct kit *kit, const struct kit_file *files, unsigned flags);

/* Makes a file and its folders, or replaces it. */
void kit_make_file(struct kit *kit, const char *path, const char *text);

bool kit_exists(const char *path);
struct stat kit_stat(const char *path);

/* Returns path and bytes of every file in a folder; with `places`, inode, times and rights. */
struct str kit_tree(struct kit *kit, const char *path, bool places);

void assert_file(struct kit *kit, const char *path, const char *expected);
/* Fails if publishing left anything beside the folder. */
void assert_no_litter(struct kit *kit);
/* Fails unless sha256sum itself is content with `public`. */
void assert_sums(void);

#endif
