#include "base/buf.h"
#include "base/escape.h"
#include "commands/help.h"

/*
 * Each option, and each word, is a line that holds when __samling_at says so
 * (src/help/samling.fish): after this command, and for a word also as the word of this number.
 */

static void fish_put_takes(struct buf *out, const struct option_row *row)
{
    switch (help_takes(row)) {
    case HELP_NOTHING: break;
    case HELP_FOLDERS: buf_lit(out, " -a '(__fish_complete_directories)'"); break;
    case HELP_FILES: buf_lit(out, " -F"); break;
    case HELP_CHOICES:
        buf_lit(out, " -a '");
        help_put_choices(out, row);
        buf_byte(out, '\'');
        break;
    }
}

static void fish_put_description(struct buf *out, const char *text)
{
    buf_lit(out, " -d '");
    escape_fish(out, str_of(text));
    buf_lit(out, "'\n");
}

/* Appends a letter as «-s C», a long name as «-l output». */
static void fish_put_name(struct buf *out, struct str name)
{
    bool is_long = str_starts(name, STR("--"));
    buf_format(out, " -%c %.*s", is_long ? 'l' : 's', STR_ARG(str_from(name, is_long ? 2 : 1)));
}

static void fish_put_at(struct buf *out, const struct help *help)
{
    struct str name = help_name(help);
    buf_format(out, "complete -c samling -n '__samling_at %.*s", STR_ARG(name));
    buf_put(out, name.len ? STR("") : STR("\"\""));
}

static void fish_put_option(struct buf *out, const struct help *help, const struct option_row *row)
{
    struct str rest = str_of(row->name), name;
    fish_put_at(out, help);
    buf_byte(out, '\'');
    while (option_name(&rest, &name))
        fish_put_name(out, name);
    if (option_kind_of(row) != OPTION_FLAG) {
        buf_put(out, help_takes(row) == HELP_FILES ? STR(" -r") : STR(" -x"));
        fish_put_takes(out, row);
    }
    fish_put_description(out, row->help);
}

/* To count the words before it one must know which options have a value. */
static void fish_put_word(struct buf *out, const struct help *help, const struct option_row *row,
                          size_t number)
{
    fish_put_at(out, help);
    if (option_kind_of(row) != OPTION_WORDS) {
        buf_format(out, " %zu", number);
        for (size_t i = 0; i < help->count; i++)
            if (!option_is_word(&help->rows[i]) && help->rows[i].value)
                buf_format(out, " %s", help->rows[i].name);
    }
    buf_byte(out, '\'');
    fish_put_takes(out, row);
    fish_put_description(out, row->help);
}

void help_put_fish(struct buf *out, const struct help *help)
{
    size_t words = 0;
    for (size_t i = 0; i < help->count; i++)
        if (!option_is_word(&help->rows[i]))
            fish_put_option(out, help, &help->rows[i]);
        else if (++words && help_takes(&help->rows[i]) != HELP_NOTHING)
            fish_put_word(out, help, &help->rows[i], words);
}

void help_put_fish_program(struct buf *out, const struct help *help)
{
    for (size_t i = 0; i < command_count; i++) {
        fish_put_at(out, help);
        buf_format(out, "' -a %s", commands[i].name);
        fish_put_description(out, commands[i].help[said_language()]);
    }
    help_put_fish(out, help);
}
