#include <stdint.h>

#include "base/buf.h"
#include "base/escape.h"
#include "commands/help.h"

/* The specifications of _arguments: '--output=[publish here]:FOLDER:_files -/'. */

static void zsh_put_action(struct buf *out, const struct option_row *row)
{
    switch (help_takes(row)) {
    case HELP_NOTHING: buf_byte(out, ' '); break;
    case HELP_FOLDERS: buf_lit(out, "_files -/"); break;
    case HELP_FILES: buf_lit(out, "_files"); break;
    case HELP_CHOICES:
        buf_byte(out, '(');
        help_put_choices(out, row);
        buf_byte(out, ')');
        break;
    }
}

/* Of several names one is enough. */
static void zsh_put_names(struct buf *out, const struct option_row *row)
{
    struct str rest = str_of(row->name), name;
    if (str_find_byte(rest, ',') == SIZE_MAX)
        return;
    for (char before = '('; option_name(&rest, &name); before = ' ')
        buf_format(out, "%c%.*s", before, STR_ARG(name));
    buf_byte(out, ')');
}

/* A value may follow after = when the name is a long one. */
static void zsh_put_option(struct buf *out, const struct option_row *row, struct str name)
{
    bool flag = option_kind_of(row) == OPTION_FLAG;
    buf_byte(out, '\'');
    zsh_put_names(out, row);
    buf_format(out, "%.*s%s[", STR_ARG(name), flag || !str_starts(name, STR("--")) ? "" : "=");
    escape_zsh(out, str_of(row->help));
    buf_byte(out, ']');
    if (!flag) {
        buf_byte(out, ':');
        escape_zsh_message(out, help_takes(row) == HELP_CHOICES ? name : str_of(row->value));
        buf_byte(out, ':');
        zsh_put_action(out, row);
    }
    buf_byte(out, '\'');
}

static void zsh_put_word(struct buf *out, const struct option_row *row, size_t number)
{
    enum option_kind kind = option_kind_of(row);
    buf_byte(out, '\'');
    if (kind == OPTION_WORDS)
        buf_byte(out, '*');
    else
        buf_number(out, number);
    buf_put(out, kind == OPTION_MAYBE_WORD ? STR("::") : STR(":"));
    escape_zsh_message(out, str_of(row->help));
    buf_byte(out, ':');
    zsh_put_action(out, row);
    buf_byte(out, '\'');
}

/* Appends a line for each row, with `before` at the end of the one before it. */
static void zsh_put_rows(struct buf *out, const struct help *help, const char *before)
{
    size_t words = 0;
    for (size_t i = 0; i < help->count; i++) {
        const struct option_row *row = &help->rows[i];
        struct str rest = str_of(row->name), name;
        if (option_is_word(row)) {
            buf_format(out, "%s\n        ", before);
            zsh_put_word(out, row, ++words);
        }
        while (!option_is_word(row) && option_name(&rest, &name)) {
            buf_format(out, "%s\n        ", before);
            zsh_put_option(out, row, name);
        }
    }
}

void help_put_zsh(struct buf *out, const struct help *help)
{
    struct str name = help_name(help);
    buf_format(out, "_samling_%.*s() {\n    _arguments -S :", STR_ARG(name));
    zsh_put_rows(out, help, " \\");
    buf_lit(out, "\n}\n\n");
}

void help_put_zsh_program(struct buf *out, const struct help *help)
{
    buf_lit(out, "_samling_commands() {\n    local -a commands=(");
    for (size_t i = 0; i < command_count; i++) {
        buf_format(out, "\n        '%s:", commands[i].name);
        escape_zsh(out, str_of(commands[i].help[said_language()]));
        buf_byte(out, '\'');
    }
    buf_format(out, "\n    )\n    _describe -t commands '%s' commands\n}\n\n",
               SAID("kommando", "command"));
    buf_lit(out, "typeset -ga _samling_program=(");
    zsh_put_rows(out, help, "");
    buf_lit(out, "\n)\n");
}
