#ifndef COMMANDS_LANG_H
#define COMMANDS_LANG_H

#include "base/said.h"
#include "base/str.h"

/*
 * The option --lang, which every command has, and the language of messages (base/said.h) where
 * it is not given: that of the collection, or else that of the user's locale.
 *
 *     said_set_language(lang_of(argc, argv));
 *     argc = lang_move(argc, argv);
 *
 * It is asked for before anything else, for the help and the refusals of options.c have to be
 * said in it. What it names is read nowhere else, save by a command that has a row of its own for
 * it (commands/command.h).
 */
#define LANG_OPTION "--lang"
#define LANG_VALUES "nb|nn|en"

/*
 * Returns the language of messages, by the first of these that there is:
 *
 *     --lang           nb, nn (said in bokmål) or en; another, or none, ends the program
 *     the collection   `language` in content/site.yaml below what -C names, or where the user
 *                      stands: Norwegian if it is nb, nn or no, English if it is any other
 *     the locale       LC_ALL, LC_MESSAGES or LANG, the first that is set, by the same measure
 *
 * and is English without any.
 *
 * The look at site.yaml is the one thing that is read before the program is shut in
 * (base/confine.h), for the refusals that come before that are to be understood, too. Its lines are
 * compared with `language:`, up to 64 KiB of them, and nothing is made of the rest.
 */
enum diag_language lang_of(int argc, char **argv);

/*
 * Puts --lang and its value after the command when they stand before it: `--lang en build` becomes
 * `build --lang en`. Returns how many arguments there are: 1 if there is no command.
 */
int lang_move(int argc, char **argv);

/* Returns what site.yaml says of its language: the text after `language:`, or the absent str. */
struct str lang_written(struct str site);

#endif
