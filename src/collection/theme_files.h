#ifndef COLLECTION_THEME_FILES_H
#define COLLECTION_THEME_FILES_H

#include <stdbool.h>

#include "base/str.h"

/*
 * What lies where in a theme. The same holds for what a collection sets in the place of parts
 * of the theme, in a folder of its content:
 *
 *     templates/NAME.mustache    a page, or a partial of one
 *     strings/LANGUAGE.yaml      the words of the interface, by key
 *     assets/FILE                published with its hash in the name
 */
#define THEME_FOLDER     "theme"
#define OWN_THEME_FOLDER "content/" THEME_FOLDER

enum theme_part { THEME_TEMPLATES, THEME_STRINGS, THEME_ASSETS };

/*
 * Stores which part a path below the theme's folder belongs to, and its name there without the
 * ending. False if the file is none of a theme's.
 */
bool theme_file_is(struct str path, enum theme_part *part, struct str *name);

#endif
