#ifndef COMMANDS_HELP_H
#define COMMANDS_HELP_H

#include "commands/command.h"

struct buf;

/*
 * What a command says of itself, and the forms that it is said in.
 *
 *     samling build --help           its text, for the terminal
 *     samling build --help=man       its part of the manual page samling(1), or of another form
 *     samling help --format man      the whole page: the parts of all commands, one after another
 *
 * All forms are made of the same: the usage text of the command, the rows of its options, and the
 * table of commands. What stands around the parts lies in src/help/, with three lines that
 * something else is put in the place of:
 *
 *     @program     what is said of the program as a whole: its commands, its own options
 *     @commands    the part of each command
 *     @date        the date of the version, in the manual page
 *
 * The usage text
 * --------------
 *
 * is what a terminal shows, in lines of at most 90 characters. Its first paragraph is «samling
 * build – what it does», its second «Usage: …». Those after them are prose, in sentences; a line
 * that begins with a space is shown as it is, and so is all after «Example: » when the next line
 * stands below it.
 *
 * To add a form
 * -------------
 *
 *  1. help_put_<name>() and help_put_<name>_program() in help_<name>.c, which are declared below;
 *  2. its row in help.c and its name in HELP_FORMS; what stands around its parts, in src/help/;
 *  3. where it is installed: the Makefile;
 *  4. its reader in tests/laws/the-manual-tells-every-option.
 */
#define HELP_OPTION "--help"
#define HELP_TEXT   "text"
#define HELP_FORMS  HELP_TEXT "|man|bash|zsh|fish"

struct help {
    const char *usage; /* in the language of messages */
    const struct option_row *rows;
    size_t count;
    size_t own; /* how many of them, the first ones, are not those that every command has */
};

struct help_form {
    const char *name;
    struct str around[DIAG_LANGUAGES]; /* the path of what stands around (base/embedded.h) */
    void (*put)(struct buf *out, const struct help *help);
    void (*put_program)(struct buf *out, const struct help *help);
};

/* Returns the form of this name. Another ends the program. */
const struct help_form *help_form_of(struct str name);

/* Prints what a command says of itself. */
void help_print(const struct help_form *form, const struct help *help);

/* Writes the option that asks for a form into `option`. */
enum { HELP_ASKED_MAX = 32 };
void help_ask(char option[HELP_ASKED_MAX], const struct help_form *form);

/* Prints what all commands say of themselves; `help` is what the program does. */
void help_print_all(const struct help_form *form, const struct help *help);

/* ---- for the forms ---- */

/* Return the name of the command, and what it does: the words of the usage text's first line. */
struct str help_name(const struct help *help);
struct str help_summary(const struct help *help);

/* Returns what the usage text says after its first two paragraphs, or "". */
struct str help_body(const struct help *help);

/* How the value of an option, or a word, is completed. */
enum help_takes { HELP_NOTHING, HELP_CHOICES, HELP_FOLDERS, HELP_FILES };
enum help_takes help_takes(const struct option_row *row);

/* Appends the choices of a row with spaces between them. */
void help_put_choices(struct buf *out, const struct option_row *row);

void help_put_text(struct buf *out, const struct help *help);
void help_put_text_program(struct buf *out, const struct help *help);
void help_put_man(struct buf *out, const struct help *help);
void help_put_man_program(struct buf *out, const struct help *help);
void help_put_bash(struct buf *out, const struct help *help);
void help_put_bash_program(struct buf *out, const struct help *help);
void help_put_zsh(struct buf *out, const struct help *help);
void help_put_zsh_program(struct buf *out, const struct help *help);
void help_put_fish(struct buf *out, const struct help *help);
void help_put_fish_program(struct buf *out, const struct help *help);

#endif
