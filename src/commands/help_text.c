#include "base/buf.h"
#include "commands/help.h"

void help_put_text(struct buf *out, const struct help *help)
{
    buf_format(out, SAID("%s\n\nValg:\n", "%s\n\nOptions:\n"), help->usage);
    for (size_t i = 0; i < help->count; i++) {
        const struct option_row *row = &help->rows[i];
        struct buf head = BUF_INIT;
        buf_put(&head, str_of(row->name));
        if (row->value && !option_is_word(row))
            buf_format(&head, " %s", row->value);
        buf_format(out, "  %-18.*s %s\n", STR_ARG(buf_str(&head)), row->help);
        buf_release(&head);
    }
}

/* The second paragraph tells of the use, and what comes after it stands below the commands. */
void help_put_text_program(struct buf *out, const struct help *help)
{
    struct str body = help_body(help);
    struct str before = str_slice(str_of(help->usage), 0, (size_t)(body.ptr - help->usage));
    buf_format(out, "%.*s", STR_ARG(before));
    buf_put(out, SAID(STR("Kommandoer:\n"), STR("Commands:\n")));
    for (size_t i = 0; i < command_count; i++)
        buf_format(out, "  %-10s %s\n", commands[i].name, commands[i].help[said_language()]);
    buf_format(out, "\n%.*s\n", STR_ARG(body));
}
