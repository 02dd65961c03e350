#include "commands/help.h"

#include <assert.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/embedded.h"
#include "base/nearest.h"

static const struct help_form forms[] = {
    {HELP_TEXT, {{0}}, help_put_text, help_put_text_program},
    {"man",
     {[DIAG_NB] = STR_INIT("help/samling.nb.1"), [DIAG_EN] = STR_INIT("help/samling.en.1")},
     help_put_man,
     help_put_man_program},
    {"bash",
     {STR_INIT("help/samling.bash"), STR_INIT("help/samling.bash")},
     help_put_bash,
     help_put_bash_program},
    {"zsh",
     {STR_INIT("help/samling.zsh"), STR_INIT("help/samling.zsh")},
     help_put_zsh,
     help_put_zsh_program},
    {"fish",
     {STR_INIT("help/samling.fish"), STR_INIT("help/samling.fish")},
     help_put_fish,
     help_put_fish_program},
};

const struct help_form *help_form_of(struct str name)
{
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (str_eq(name, str_of(forms[i].name)))
            return &forms[i];
        nearest_try(&nearest, str_of(forms[i].name));
    }
    if (nearest.best.len)
        die(SAID("ukjent form «%.*s»; mente du «%.*s»?",
                 "unknown form “%.*s”; did you mean “%.*s”?"),
            STR_ARG(name), STR_ARG(nearest.best));
    die(SAID("ukjent form «%.*s»; formene er %s", "unknown form “%.*s”; the forms are %s"),
        STR_ARG(name), HELP_FORMS);
}

static void print_and_clear(struct buf *text)
{
    buf_write(text, stdout);
    buf_clear(text);
}

void help_print(const struct help_form *form, const struct help *help)
{
    struct buf text = BUF_INIT;
    form->put(&text, help);
    buf_write(&text, stdout);
    buf_release(&text);
}

void help_ask(char option[HELP_ASKED_MAX], const struct help_form *form)
{
    snprintf(option, HELP_ASKED_MAX, HELP_OPTION "=%s", form->name);
}

static struct str text_around(const struct help_form *form)
{
    struct str text = embedded_text(form->around[said_language()]);
    return text.ptr ? text : STR("@program\n");
}

/* Each command has its rows to itself, so it is asked to print its part. */
static void print_commands(const struct help_form *form)
{
    char option[HELP_ASKED_MAX];
    help_ask(option, form);
    for (size_t i = 0; i < command_count; i++)
        commands[i].run(2, (char *[]){(char *)commands[i].name, option, NULL});
}

void help_print_all(const struct help_form *form, const struct help *help)
{
    struct buf text = BUF_INIT;
    struct str rest = text_around(form);
    for (struct str line; rest.len && str_cut(&rest, '\n', &line);) {
        if (str_eq(line, STR("@program"))) {
            form->put_program(&text, help);
        } else if (str_eq(line, STR("@commands"))) {
            print_and_clear(&text);
            print_commands(form);
        } else if (str_eq(line, STR("@date"))) {
            buf_lit(&text, ".Dd " SAMLING_DATE "\n");
        } else {
            buf_format(&text, "%.*s\n", STR_ARG(line));
        }
    }
    print_and_clear(&text);
    buf_release(&text);
}

/* ---- what a usage text says ---- */

static struct str first_line(const struct help *help)
{
    struct str rest = str_of(help->usage), line;
    str_cut(&rest, '\n', &line);
    return line;
}

/* Stores what stands before and after the dash of the first line. */
static void cut_first_line(const struct help *help, struct str *before, struct str *after)
{
    static const struct str dash = STR_INIT(" – ");
    struct str line = first_line(help);
    size_t at = str_find(line, dash);
    assert(at != SIZE_MAX);
    *before = str_slice(line, 0, at);
    *after = str_from(line, at + dash.len);
}

struct str help_name(const struct help *help)
{
    struct str before, after;
    cut_first_line(help, &before, &after);
    size_t space = str_rfind_byte(before, ' ');
    return space == SIZE_MAX ? STR("") : str_from(before, space + 1);
}

struct str help_summary(const struct help *help)
{
    struct str before, after;
    cut_first_line(help, &before, &after);
    return after;
}

struct str help_body(const struct help *help)
{
    enum { PARAGRAPHS_BEFORE = 2 };
    static const struct str gap = STR_INIT("\n\n");
    struct str body = str_of(help->usage);
    for (int i = 0; i < PARAGRAPHS_BEFORE; i++) {
        size_t at = str_find(body, gap);
        if (at == SIZE_MAX)
            return STR("");
        body = str_from(body, at + gap.len);
    }
    return body;
}

/* ---- what an option takes ---- */

enum help_takes help_takes(const struct option_row *row)
{
    if (row->kind & OPTION_NAMES_FOLDER)
        return HELP_FOLDERS;
    if (row->kind & OPTION_NAMES_FILE)
        return HELP_FILES;
    bool choices = str_find_byte(str_of(row->value), '|') != SIZE_MAX;
    return choices ? HELP_CHOICES : HELP_NOTHING;
}

void help_put_choices(struct buf *out, const struct option_row *row)
{
    for (const char *at = row->value; *at; at++)
        buf_byte(out, *at == '|' ? ' ' : *at);
}
