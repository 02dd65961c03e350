#include "base/buf.h"
#include "base/escape.h"
#include "commands/help.h"

/*
 * A command is a function that is asked by the name of an option, or by the number of a word, and
 * sets $takes, and $choices, if that takes a value; for «-» the choices are the options. The other
 * side of this is src/help/samling.bash.
 */
static void bash_put_takes(struct buf *out, const struct option_row *row)
{
    switch (help_takes(row)) {
    case HELP_NOTHING: buf_lit(out, "takes=nothing"); break;
    case HELP_FOLDERS: buf_lit(out, "takes=folders"); break;
    case HELP_FILES: buf_lit(out, "takes=files"); break;
    case HELP_CHOICES:
        buf_lit(out, "takes=choices choices='");
        help_put_choices(out, row);
        buf_byte(out, '\'');
        break;
    }
    buf_lit(out, " ;;\n");
}

/* Appends the names of an option with `between` before all but the first of all. */
static void bash_put_names(struct buf *out, const struct option_row *row, bool first,
                           const char *between)
{
    struct str rest = str_of(row->name), name;
    for (; option_name(&rest, &name); first = false)
        buf_format(out, "%s%.*s", first ? "" : between, STR_ARG(name));
}

static void bash_put_options(struct buf *out, const struct help *help)
{
    bool first = true;
    buf_lit(out, "    -) takes=choices choices='");
    for (size_t i = 0; i < help->count; i++) {
        if (option_is_word(&help->rows[i]))
            continue;
        bash_put_names(out, &help->rows[i], first, " ");
        first = false;
    }
    buf_lit(out, "' ;;\n");
}

void help_put_bash(struct buf *out, const struct help *help)
{
    size_t words = 0;
    struct str name = help_name(help);
    buf_format(out, "_samling_%.*s() {\n    case $1 in\n", STR_ARG(name));
    bash_put_options(out, help);
    for (size_t i = 0; i < help->count; i++) {
        const struct option_row *row = &help->rows[i];
        if (option_kind_of(row) == OPTION_FLAG)
            continue;
        buf_lit(out, "    ");
        if (option_kind_of(row) == OPTION_WORDS)
            buf_lit(out, "[0-9]*");
        else if (option_is_word(row))
            buf_number(out, ++words);
        else
            bash_put_names(out, row, true, " | ");
        buf_lit(out, ") ");
        bash_put_takes(out, row);
    }
    buf_lit(out, "    esac\n}\n");
}

/* Before there is a command, the first word is one. */
void help_put_bash_program(struct buf *out, const struct help *help)
{
    help_put_bash(out, help);
    buf_lit(out, "_samling_commands='");
    for (size_t i = 0; i < command_count; i++)
        buf_format(out, "%s%s", i ? " " : "", commands[i].name);
    buf_lit(out, "'\n");
}
