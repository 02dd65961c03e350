#include <stdint.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/escape.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "commands/help.h"

/*
 * The manual page is mdoc(7). What is prose on the terminal is broken anew: a line a sentence, as
 * formatters ask for, and none too long.
 */
enum { WIDTH_MAX = 78 };

struct man {
    struct buf *out;
    size_t column; /* in the line of prose that is being written; 0: at the beginning of one */
    bool shown;    /* in a display, whose lines are as they are */
    size_t indent; /* of the first line there */
};

static void man_end_line(struct man *man)
{
    if (man->column)
        buf_byte(man->out, '\n');
    man->column = 0;
}

/* ---- options and words ---- */

static void man_put_argument(struct buf *out, const char *macro, struct str text)
{
    buf_format(out, " %s ", macro);
    escape_mdoc_argument(out, text);
}

/* Appends « Fl \-output Ar FOLDER», « Fl h , Fl \-help». */
static void man_put_option(struct buf *out, const struct option_row *row)
{
    struct str rest = str_of(row->name), name;
    for (bool first = true; option_name(&rest, &name); first = false) {
        buf_put(out, first ? STR("") : STR(" ,"));
        man_put_argument(out, "Fl", str_from(name, 1));
    }
    if (row->value)
        man_put_argument(out, "Ar", str_of(row->value));
}

static void man_put_word(struct buf *out, const struct option_row *row)
{
    man_put_argument(out, "Ar", str_of(row->name));
    buf_put(out, option_kind_of(row) == OPTION_WORDS ? STR(" ...") : STR(""));
}

static void man_put_synopsis(struct buf *out, const struct help *help)
{
    buf_lit(out, ".D1 Nm");
    man_put_argument(out, "Cm", help_name(help));
    buf_put(out, SAID(STR(" Oo Ar valg ... Oc"), STR(" Oo Ar option ... Oc")));
    for (size_t i = 0; i < help->own; i++) {
        const struct option_row *row = &help->rows[i];
        bool must = option_kind_of(row) == OPTION_WORD;
        if (!option_is_word(row))
            continue;
        buf_put(out, must ? STR("") : STR(" Oo"));
        man_put_word(out, row);
        buf_put(out, must ? STR("") : STR(" Oc"));
    }
    buf_byte(out, '\n');
}

/* ---- prose ---- */

/* Whether a word ends a sentence, be it in brackets or quotation marks. */
static bool man_ends_sentence(struct str word)
{
    static const struct str closing[] = {STR_INIT(")"), STR_INIT("»"), STR_INIT("”")};
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (str_ends(word, closing[i]))
            word.len -= closing[i].len;
    return str_ends(word, STR(".")) || str_ends(word, STR("!")) || str_ends(word, STR("?"));
}

/* A letter beyond ASCII counts as much as what formatters read in its place, such as \[u00E5]. */
static size_t man_width_of(struct str text)
{
    enum { AS_NUMBER = 8 };
    size_t letters = utf8_count(text), ascii = 0;
    for (size_t i = 0; i < text.len; i++)
        ascii += (unsigned char)text.ptr[i] < 0x80;
    return ascii + (letters - ascii) * AS_NUMBER;
}

/* What is a name, and no word, is not parted at the end of a line. */
static bool man_is_whole(struct str word)
{
    return str_find_byte(word, '/') != SIZE_MAX || str_find_byte(word, '_') != SIZE_MAX;
}

static bool man_is_option(struct str word)
{
    size_t hyphens = str_starts(word, STR("--")) ? 2 : 1;
    return str_starts(word, STR("-")) && word.len > hyphens && ascii_is_letter(word.ptr[hyphens]);
}

/* An option stands on a line of its own, and so does what follows it: « .Fl \-strict ,». */
static void man_option(struct man *man, struct str word)
{
    size_t end = word.len;
    while (end && str_find_byte(STR(".,;:!?)"), word.ptr[end - 1]) != SIZE_MAX)
        end--;
    man_end_line(man);
    buf_lit(man->out, ".Fl ");
    escape_mdoc_argument(man->out, str_slice(word, 1, end));
    for (size_t i = end; i < word.len; i++)
        buf_format(man->out, " %c", word.ptr[i]);
    buf_byte(man->out, '\n');
}

static void man_word(struct man *man, struct str word)
{
    if (man_is_option(word)) {
        man_option(man, word);
        return;
    }
    struct buf escaped = BUF_INIT;
    buf_put(&escaped, man_is_whole(word) ? STR("\\%") : STR(""));
    escape_mdoc(&escaped, word);
    size_t width = man_width_of(buf_str(&escaped));
    if (man->column && man->column + 1 + width > WIDTH_MAX)
        man_end_line(man);
    if (man->column)
        buf_byte(man->out, ' ');
    man->column += width + (man->column > 0);
    buf_put(man->out, buf_str(&escaped));
    if (man_ends_sentence(word))
        man_end_line(man);
    buf_release(&escaped);
}

static void man_words(struct man *man, struct str text)
{
    for (struct str word; str_cut(&text, ' ', &word);)
        if (word.len)
            man_word(man, word);
}

/* A sentence, made of what has neither a capital nor a full stop. */
static void man_sentence(struct man *man, struct str text)
{
    struct buf sentence = BUF_INIT;
    norwegian_put_capital(&sentence, text);
    if (!man_ends_sentence(text))
        buf_byte(&sentence, '.');
    man_words(man, buf_str(&sentence));
    man_end_line(man);
    buf_release(&sentence);
}

/* ---- the usage text ---- */

static size_t man_indent_of(struct str line)
{
    size_t indent = 0;
    while (indent < line.len && line.ptr[indent] == ' ')
        indent++;
    return indent;
}

static void man_end_display(struct man *man)
{
    if (man->shown)
        buf_lit(man->out, ".Ed\n");
    man->shown = false;
}

/* Appends a line of a display, of which `indent` bytes are only there to indent it. */
static void man_show(struct man *man, struct str line, size_t indent)
{
    man_end_line(man);
    if (!man->shown) {
        buf_lit(man->out, ".Bd -literal -offset indent\n");
        man->shown = true;
        man->indent = indent;
    }
    escape_mdoc(man->out, str_from(line, indent < man->indent ? indent : man->indent));
    buf_byte(man->out, '\n');
}

/*
 * Returns how many bytes a line has up to its example, when the line after it stands below that:
 *
 *     Example: samling init cookbook
 *              samling serve -C cookbook
 */
static size_t man_label_length(struct str line, struct str next)
{
    size_t at = str_find(line, STR(": "));
    if (at == SIZE_MAX || man_indent_of(line) > 0)
        return 0;
    return utf8_count(str_slice(line, 0, at + 2)) == man_indent_of(next) ? at + 2 : 0;
}

static void man_paragraph(struct man *man, struct str text)
{
    struct str line, next;
    buf_put(man->out, man_indent_of(text) ? STR("") : STR(".Pp\n"));
    while (str_cut(&text, '\n', &line)) {
        struct str rest = text;
        size_t label = str_cut(&rest, '\n', &next) ? man_label_length(line, next) : 0;
        if (man_indent_of(line)) {
            man_show(man, line, man_indent_of(line));
        } else if (label) {
            man_words(man, str_slice(line, 0, label));
            man_show(man, str_from(line, label), 0);
            man->indent = label;
        } else {
            man_end_display(man);
            man_words(man, line);
        }
    }
    man_end_line(man);
    man_end_display(man);
}

static void man_body(struct man *man, struct str body)
{
    while (body.len) {
        size_t end = str_find(body, STR("\n\n"));
        man_paragraph(man, str_slice(body, 0, end == SIZE_MAX ? body.len : end));
        body = end == SIZE_MAX ? STR("") : str_from(body, end + 2);
    }
}

static void man_options(struct man *man, const struct option_row *rows, size_t count)
{
    buf_put(man->out, count ? STR(".Bl -tag -width Ds\n") : STR(""));
    for (size_t i = 0; i < count; i++) {
        buf_lit(man->out, ".It");
        if (option_is_word(&rows[i]))
            man_put_word(man->out, &rows[i]);
        else
            man_put_option(man->out, &rows[i]);
        buf_byte(man->out, '\n');
        man_sentence(man, str_of(rows[i].help));
    }
    buf_put(man->out, count ? STR(".El\n") : STR(""));
}

void help_put_man(struct buf *out, const struct help *help)
{
    struct man man = {.out = out};
    buf_lit(out, ".Ss ");
    escape_mdoc_argument(out, help_name(help));
    buf_byte(out, '\n');
    man_put_synopsis(out, help);
    buf_lit(out, ".Pp\n");
    man_sentence(&man, help_summary(help));
    man_body(&man, help_body(help));
    man_options(&man, help->rows, help->own);
}

void help_put_man_program(struct buf *out, const struct help *help)
{
    struct man man = {.out = out};
    buf_lit(out, ".Bl -tag -width schema -compact\n");
    for (size_t i = 0; i < command_count; i++) {
        buf_lit(out, ".It");
        man_put_argument(out, "Cm", str_of(commands[i].name));
        buf_byte(out, '\n');
        man_sentence(&man, str_of(commands[i].help[said_language()]));
    }
    buf_lit(out, ".El\n");
    buf_put(out, SAID(STR(".Pp\nUten en kommando, og de to første etter enhver:\n"),
                      STR(".Pp\nWithout a command, and the first two after any:\n")));
    man_options(&man, help->rows, help->count);
}
