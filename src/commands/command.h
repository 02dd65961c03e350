#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/said.h"
#include "base/str.h"

/*
 * The commands. Each is one function in a file of its own, cmd_<verb>.c, and one row in
 * the table of main.c. It returns the status that the program exits with.
 *
 * To add a command
 * ----------------
 *
 *  1. src/commands/cmd_<verb>.c with its options, its help (commands/help.h tells how that is
 *     written) and its function;
 *  2. its declaration below and its row in main.c;
 *  3. a line in README.md and a test under tests/laws/.
 *
 * The manual page and the completions have it then, for they are made of the same
 * (commands/help.h).
 */
struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *help[DIAG_LANGUAGES]; /* what it does, in one line */
};

/* All of them, in the order in which they are shown. */
extern const struct command commands[];
extern const size_t command_count;

/* Returns the command of this name, or NULL. */
const struct command *command_find(struct str name);

/* Ends the program: there is no such command, but perhaps one that was meant. */
_Noreturn void command_refuse(struct str name);

enum exit_status {
    EXIT_FINE = 0,
    EXIT_FINDINGS = 1, /* the content has errors; nothing was published */
    EXIT_MISUSE = 2,   /* wrong use, or the machine failed (base/die.h) */
};

int cmd_build(int argc, char **argv);
int cmd_serve(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_diff(int argc, char **argv);
int cmd_help(int argc, char **argv);
int cmd_init(int argc, char **argv);
int cmd_new(int argc, char **argv);
int cmd_rules(int argc, char **argv);
int cmd_schema(int argc, char **argv);
int cmd_sign(int argc, char **argv);
int cmd_verify(int argc, char **argv);

/*
 * The options of a command, one row each; options_read() both reads them and makes the
 * help from them, in all its forms. Every command has -h, --help and --lang besides
 * (commands/lang.h); one that makes something in a language has a row of its own for --lang, whose
 * target gets the tag.
 *
 * What the help calls a value or a word is in the language of messages, as all of the help, so a
 * command makes its rows when it runs: {"--output", SAID("MAPPE", "FOLDER"), …}. A value with bars
 * in it is the choices that there are: "text|json".
 *
 * The words on the command line that are no options go to the rows of kind OPTION_WORD,
 * in their order; the user must give one for each. Rows of kind OPTION_MAYBE_WORD come
 * after those and take words that may be left out; then their targets stay as they
 * were. A row of kind OPTION_WORDS is the last of all and takes any number. After `--` every
 * word is such a word, even if it begins with a hyphen.
 *
 * A text or a word that names a folder or a file says so, and shells complete it then:
 * OPTION_TEXT | OPTION_NAMES_FOLDER.
 */
enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_NUMBER,
    OPTION_WORD,
    OPTION_MAYBE_WORD,
    OPTION_WORDS,
    OPTION_KINDS = 7, /* the bits of these */
    OPTION_NAMES_FOLDER = 8,
    OPTION_NAMES_FILE = 16 /* or a folder with files */
};

struct option_words {
    struct str *items;
    size_t len, cap;
    struct arena *arena; /* the caller's, for the items */
};

struct option_row {
    const char *name;  /* "--jobs", "-h, --help"; for a word, what the help calls it */
    const char *value; /* what the help calls the value; for a word its choices; or NULL */
    enum option_kind kind;
    void *target; /* bool * for a flag, size_t * for a number, struct option_words * for words,
                     struct str * for the others */
    const char *help;
};

/* Returns what kind a row is, and whether it is one of those that take words. */
static inline enum option_kind option_kind_of(const struct option_row *row)
{
    return row->kind & OPTION_KINDS;
}

static inline bool option_is_word(const struct option_row *row)
{
    return option_kind_of(row) >= OPTION_WORD;
}

/*
 * Stores the first name that *rest has in *name and takes it off. False if there is none.
 *
 *     for (struct str rest = str_of(row->name), name; option_name(&rest, &name);)
 */
bool option_name(struct str *rest, struct str *name);

/*
 * Reads argv[1 …] into the targets. An unknown option, a missing value or word, or a
 * word too many ends the program with a message and status 2. Returns true if the user
 * asked for help, which has been printed, in the form that was asked for: --help, --help=man …
 */
bool options_read(int argc, char **argv, const struct option_row *rows, size_t count,
                  const char *const usage[DIAG_LANGUAGES]);

/*
 * The rows of the commands that read content: where it is, and whether it may be read without
 * base/confine.h.
 */
#define OPTION_FOLDER(target) \
    { \
        "-C", SAID("MAPPE", "FOLDER"), OPTION_TEXT | OPTION_NAMES_FOLDER, target, \
            SAID("mappen som har content/ (uten: der du står)", \
                 "the folder that has content/ (without: where you stand)") \
    }

#define OPTION_REQUIRE_SANDBOX(target) \
    { \
        "--require-sandbox", NULL, OPTION_FLAG, target, \
            SAID("stopp hvis kjernen ikke kan stenge programmet inne", \
                 "stop if the kernel cannot shut the program in") \
    }

#endif
