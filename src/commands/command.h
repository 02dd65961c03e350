#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

/*
 * What the user can say. Each command is one function in a file of its own,
 * cmd_<verb>.c, and one row in the table in main.c.
 *
 * To add a command:
 *  1. src/commands/cmd_<verb>.c with its options, its help and its function;
 *  2. its declaration below and its row in main.c;
 *  3. a line in README.md and a test under tests/laws/.
 */
enum exit_status {
    EXIT_FINE = 0,
    EXIT_FINDINGS = 1, /* the content has errors; nothing was published */
    EXIT_MISUSE = 2,   /* wrong use, or the machine failed (base/die.h) */
};

int cmd_build(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_diff(int argc, char **argv);
int cmd_new(int argc, char **argv);
int cmd_rules(int argc, char **argv);
int cmd_schema(int argc, char **argv);

/*
 * Options of a command: one row each, from which reading and help follow.
 * -h and --help are added to every command.
 *
 * An OPTION_WORD has no name on the command line: such rows take the words that
 * are no options, in their order, and every one of them must be given. An
 * OPTION_MAYBE_WORD comes after them and may be left out; its target is left as
 * it was then. After `--` all words are such, also those that begin with a hyphen.
 */
enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_NUMBER, OPTION_WORD, OPTION_MAYBE_WORD };

struct option_row {
    const char *name;  /* "--jobs" or "-C"; of a word what the help calls it */
    const char *value; /* what the help calls its value; NULL for a flag and a word */
    enum option_kind kind;
    void *target; /* bool *, struct str *, size_t * or, of a word, struct str * */
    const char *help;
};

/*
 * Reads argv[1 …]. An unknown option, a missing value or word, or a word too
 * many ends the program with a message and status 2. True when help was asked
 * for; it has been printed then.
 */
bool options_read(int argc, char **argv, const struct option_row *rows, size_t count,
                  const char *usage);

/* The value of --lang, nb or en; another ends the program in the same way. */
enum diag_language options_language(struct str name);

#endif
