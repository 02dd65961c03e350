#ifndef COMMANDS_FORGE_H
#define COMMANDS_FORGE_H

#include "collection/collection.h"
#include "commands/start.h"

/*
 * The files that GitHub reads in .github/, for a collection: how to contribute, what a proposal is
 * to say, a form for an issue, and a workflow that checks, builds and publishes.
 *
 * They lie in src/start/LANGUAGE/github/, and are Mustache with the delimiters <% %>, since GitHub
 * has {{ }} for itself. They are given, each also with `_json` after its name as YAML takes it:
 *
 *     site       the title of the site
 *     one, many  what an entry is called
 *     place      what the folder of an entry stands for
 *     folder     the folder of the entries
 *     fields     of the form: id, label, description, required, options, several
 *     sections   of a text: id, label, description
 *
 * To add a value: here, in forge_values(), and where it is used in every language.
 */
#define FORGE_FOLDER ".github"

#define FORGE_IGNORED ".gitignore"

/* Adds them, in the language of the collection, or in English if there are none in it. */
void forge_add(struct start *start, const struct collection *collection);

/* Adds FORGE_IGNORED, so that what the program makes is not committed with what people write. */
void forge_add_ignored(struct start *start);

#endif
