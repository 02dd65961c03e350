#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * What the user can say. Each command is one function in a file of its own,
 * cmd_<verb>.c, and one row in the table in main.c.
 *
 * To add a command:
 *  1. src/commands/cmd_<verb>.c with its options, its help and its function;
 *  2. its declaration below and its row in main.c;
 *  3. a line in README.md and a test under tests/commands/.
 */
enum exit_status {
    EXIT_FINE = 0,
    EXIT_FINDINGS = 1, /* the content has errors; nothing was published */
    EXIT_MISUSE = 2,   /* wrong use, or the machine failed (base/die.h) */
};

int cmd_build(int argc, char **argv);
int cmd_check(int argc, char **argv);

/*
 * Options of a command: one row each, from which reading and help follow.
 * OPTION_HELP (-h, --help) is added to every command.
 */
enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_NUMBER };

struct option_row {
    const char *name;  /* "--jobs" or "-C" */
    const char *value; /* what the help calls its value; NULL for a flag */
    enum option_kind kind;
    void *target; /* bool *, struct str * or size_t * */
    const char *help;
};

/*
 * Reads argv[1 …]. An unknown option, a missing value or an argument that is
 * not an option ends the program with a message and status 2. True when help
 * was asked for; it has been printed then.
 */
bool options_read(int argc, char **argv, const struct option_row *rows, size_t count,
                  const char *usage);

#endif
