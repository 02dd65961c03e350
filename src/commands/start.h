#ifndef COMMANDS_START_H
#define COMMANDS_START_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The files of a new collection, put in place all at once or not at all.
 *
 *     struct start start = {.arena = &arena};
 *     start_add(&start, STR("nn"), STR("plain"), STR(""));
 *     start_add_theme(&start);
 *     start_put(&start, STR("kokebok"));
 *
 * What they say lies in src/start/LANGUAGE/SET/, as the files that they become. To add a
 * language: a folder with the sets that the others have, which the Makefile finds by itself; the
 * law a-new-collection-builds then tries it. To add a file: put it into the set of every language.
 */
struct start_file {
    struct str path; /* in the folder of the collection */
    struct str text;
};

struct start {
    struct arena *arena; /* the caller's */
    struct start_file *items;
    size_t len, cap;
};

/* Adds a file. */
void start_add_file(struct start *start, struct str path, struct str text);

/*
 * Adds the files of a set, each with `before` in front of its path there. False if the language
 * has no such set.
 */
bool start_add(struct start *start, struct str language, struct str set, struct str before);

/* Adds the program's theme, as `theme/`. Where there is none that ends the program. */
void start_add_theme(struct start *start);

/* Returns the languages that have this set, with commas between them. */
struct str start_languages(struct arena *arena, struct str set);

/*
 * Puts the files into a folder, which is made unless it is there. Ends the program, and leaves
 * everything as it was, if one of the first parts of their paths (content, theme …) is there
 * already, or if the machine refuses.
 */
void start_put(const struct start *start, struct str folder);

#endif
