#include "parse/yaml_slips.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/bullet.h"
#include "parse/field_line.h"
#include "parse/flow.h"

/* What one function of the table has found in a line. */
struct found {
    const struct problem_words *words;
    size_t at;         /* offset of the slip in the line */
    struct str mended; /* the whole line */
    bool unshown;      /* the mended line is only for trying: it is not what was meant */
};

/* Returns the line with [from, to) replaced. */
static struct str replaced(struct arena *arena, struct str line, size_t from, size_t to,
                           struct str with)
{
    return STR_JOIN(arena, str_slice(line, 0, from), with, str_from(line, to));
}

/* Returns the line with its value in quotation marks, and a comment after it still one. */
static struct str with_quoted_value(struct arena *arena, const struct field_line *line)
{
    struct str value = field_line_value(line);
    size_t comment = str_find(value, STR(" # "));
    size_t end = comment == SIZE_MAX ? line->end : line->value + comment;
    struct str quoted =
        field_line_quoted(arena, blank_trim(str_slice(line->text, line->value, end)));
    return replaced(arena, line->text, line->value, end, quoted);
}

static bool is_any_of(char c, const char *set)
{
    return c && strchr(set, c);
}

/* ---- what stands before the name ---- */

static bool see_indent(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words tab = {{YAML_IS_TAB}, {YAML_NO_TABS}};
    static const struct problem_words hard = {
        {"innrykket har et hardt mellomrom", "the indentation has a no-break space in it"},
        {"bruk vanlige mellomrom foran linjen", "use ordinary spaces before the line"}};
    struct buf front = BUF_INIT;
    size_t at = 0, first = SIZE_MAX;
    for (size_t len; at < line->text.len; at += len) {
        len = blank_hard_len(str_from(line->text, at));
        bool is_tab = line->text.ptr[at] == '\t';
        if (!len && !is_tab && line->text.ptr[at] != ' ')
            break;
        if (first == SIZE_MAX && (len || is_tab)) {
            first = at;
            found->words = is_tab ? &tab : &hard;
        }
        buf_put(&front, is_tab ? STR("  ") : STR(" "));
        len = len ? len : 1;
    }
    found->at = first;
    found->mended = replaced(arena, line->text, 0, at, buf_finish(&front, arena));
    return first != SIZE_MAX && at < line->text.len;
}

static bool see_bullet(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words words = {
        {"et punkt i en liste begynner med bindestrek og mellomrom",
         "an item of a list begins with a hyphen and a space"},
        {"skriv begge tegnene foran punktet", "write both before the item"}};
    struct str rest = str_from(line->text, line->content);
    size_t len = bullet_len(rest);
    struct str item = blank_trim(str_from(rest, len));
    if (len == 0 || item.len == 0 || item.ptr[0] == '-' || str_starts(rest, STR("**")))
        return false;
    found->words = &words;
    found->at = line->content;
    found->mended = STR_JOIN(arena, str_slice(line->text, 0, line->content), STR("- "), item);
    return true;
}

/* The first field stands further in than the others, or is an item, and so shuts them out. */
static bool see_first_field(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words item = {
        {"feltene er ingen liste, så det første kan ikke begynne med bindestrek",
         "the fields are no list, so the first cannot begin with a hyphen"},
        {"slett bindestreken", "delete the hyphen"}};
    static const struct problem_words indented = {
        {"det første feltet er rykket inn, men ikke de andre",
         "the first field is indented, but not the others"},
        {"begynn hvert felt i første kolonne", "begin each field in the first column"}};
    if (line->colon == SIZE_MAX || line->content == 0)
        return false;
    found->words = line->content > line->item ? &item : &indented;
    found->at = line->content > line->item ? line->item : 0;
    found->mended = str_copy(arena, str_from(line->text, line->content));
    return true;
}

/* ---- the colon ---- */

/* Returns how many bytes people write in place of a colon at the front of a text, or 0. */
static size_t other_colon_len(struct str text)
{
    static const struct str signs[] = {STR_INIT("："), STR_INIT("﹕"), STR_INIT("∶"), STR_INIT("="),
                                       STR_INIT(";")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(text, signs[i]))
            return signs[i].len;
    return 0;
}

/* Returns the end of a name at `at`, of ASCII letters, digits, `_` and `-`. */
static size_t name_end(struct str text, size_t at)
{
    while (at < text.len && (ascii_is_alphanumeric(text.ptr[at]) || is_any_of(text.ptr[at], "_-")))
        at++;
    return at;
}

/* A name, and something else than a colon and a blank before the value. */
static bool see_colon(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words joined = {
        {"det mangler mellomrom etter kolon", "a space is missing after the colon"},
        {"skriv ett mellomrom mellom kolon og verdien",
         "write a space between the colon and the value"}};
    static const struct problem_words hard = {
        {"etter kolon står et hardt mellomrom, som ikke er et vanlig mellomrom",
         "after the colon is a no-break space, which is no ordinary space"},
        {"slett det, og skriv et mellomrom", "delete it, and write a space"}};
    static const struct problem_words other = {
        {"det mangler et vanlig kolon etter feltnavnet",
         "an ordinary colon is missing after the name of the field"},
        {"skriv kolon og mellomrom", "write a colon and a space"}};
    struct str text = line->text;
    size_t name = name_end(text, line->content), at = name;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    bool colon = at < text.len && text.ptr[at] == ':';
    size_t len = colon ? 1 : other_colon_len(str_from(text, at));
    struct str rest = str_from(text, at + len), value = blank_trim(rest);
    if (name == line->content || len == 0 || value.len == 0 || str_starts(rest, STR("//")) ||
        (colon && is_any_of(rest.ptr[0], " \t")))
        return false;
    found->words = !colon ? &other : blank_hard_len(rest) ? &hard : &joined;
    found->at = at + (colon ? len : 0);
    bool plain = str_find(value, STR(": ")) == SIZE_MAX && str_find(value, STR(" #")) == SIZE_MAX;
    found->mended = STR_JOIN(arena, str_slice(text, 0, name), STR(": "),
                             plain ? value : field_line_quoted(arena, value));
    return true;
}

/* A name and a blank, and no colon at all: the first word of the line is the name. */
static bool see_no_colon(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words words = {
        {"det mangler kolon og mellomrom etter feltnavnet",
         "a colon and a space are missing after the name of the field"},
        {"skriv feltet slik: «navn: verdi»", "write the field like this: “name: value”"}};
    size_t name = name_end(line->text, line->content);
    if (line->colon != SIZE_MAX || name == line->content || name >= line->end ||
        line->text.ptr[name] != ' ')
        return false;
    found->at = line->content;
    found->mended = replaced(arena, line->text, name, name, STR(":"));
    found->words = &words;
    return true;
}

/* A colon and a blank within a value: quotation marks make it a part of the text. */
static bool see_inner_colon(struct arena *arena, const struct field_line *line, struct found *found)
{
    struct str value = field_line_value(line);
    if (line->colon == SIZE_MAX || value.len == 0 || is_any_of(value.ptr[0], "\"'[{|>#"))
        return false;
    size_t at = str_find(value, STR(": "));
    at = at == SIZE_MAX && str_ends(value, STR(":")) ? value.len - 1 : at;
    if (at == SIZE_MAX)
        return false;
    found->at = line->value + at;
    bool curly = str_starts(value, STR("“")) && str_ends(value, STR("”"));
    found->mended = curly ? replaced(arena, line->text, line->value, line->end,
                                     field_line_quoted(arena, str_slice(value, 3, value.len - 3)))
                          : with_quoted_value(arena, line);
    return true;
}

/* ---- how the value begins ---- */

/* Signs that mean something at the front of a value, though none of it is used here. */
static bool see_first_sign(struct arena *arena, const struct field_line *line, struct found *found)
{
    struct str value = field_line_value(line);
    struct str rest = str_from(value, value.len > 0);
    if (value.len == 0)
        return false;
    bool block = is_any_of(value.ptr[0], "|>");
    bool alone = is_any_of(value.ptr[0], "-?:") && is_any_of(rest.len ? rest.ptr[0] : 'x', " \t");
    while (block && rest.len && (ascii_is_digit(rest.ptr[0]) || is_any_of(rest.ptr[0], "+-")))
        rest = str_from(rest, 1);
    block = block && blank_trim(rest).len > 0 && !str_starts(str_trim(rest), STR("#"));
    found->at = line->value;
    found->mended = with_quoted_value(arena, line);
    return block || alone || is_any_of(value.ptr[0], "*&!@`%,]}");
}

/* ---- quotation marks ---- */

/* Returns the text without the one quotation mark at its end, whichever it is. */
static struct str without_last_mark(struct str text)
{
    static const struct str marks[] = {STR_INIT("\""), STR_INIT("'"), STR_INIT("”"), STR_INIT("“"),
                                       STR_INIT("»"),  STR_INIT("’"), STR_INIT("´")};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(text, marks[i]))
            return str_slice(text, 0, text.len - marks[i].len);
    return text;
}

static bool see_open_quote(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words words = {{YAML_NEVER_CLOSED}, {YAML_SAME_QUOTE}};
    struct str value = field_line_value(line);
    if (value.len == 0 || !is_any_of(value.ptr[0], "\"'") || flow_quote_end(value, 0) != SIZE_MAX)
        return false;
    struct str mark = str_slice(value, 0, 1);
    struct str inner = without_last_mark(str_from(value, 1));
    found->words = &words;
    found->at = line->value;
    found->mended =
        replaced(arena, line->text, line->value, line->end, STR_JOIN(arena, mark, inner, mark));
    return true;
}

/* Whether what follows a value that has its end is nothing, or a comment. */
static bool is_rest_of_line(struct str rest)
{
    return str_trim(rest).len == 0 || str_starts(str_trim(rest), STR("#"));
}

static bool see_text_after_quote(struct arena *arena, const struct field_line *line,
                                 struct found *found)
{
    static const struct problem_words inner = {
        {"anførselstegn inne i en verdi som selv står i anførselstegn",
         "a quotation mark within a value that is itself in quotation marks"},
        {"bruk «…» inne i teksten, eller den andre typen anførselstegn rundt verdien",
         "use “…” within the text, or the other kind of mark around the value"}};
    static const struct problem_words after = {
        {"verdien fortsetter etter anførselstegnet som avslutter den",
         "the value goes on after the quotation mark that ends it"},
        {"sett den andre typen anførselstegn rundt hele verdien",
         "put the other kind of quotation mark around the whole value"}};
    static const struct problem_words blank = {{FLOW_HARD_BLANK}, {FLOW_DELETE}};
    struct str value = field_line_value(line);
    size_t end = value.len && is_any_of(value.ptr[0], "\"'") ? flow_quote_end(value, 0) : SIZE_MAX;
    if (end == SIZE_MAX || is_rest_of_line(str_from(value, end)))
        return false;
    struct str rest = str_from(value, end), text = blank_trim(rest);
    bool doubled = text.len > 0 && text.len <= 2, whole = value.ptr[value.len - 1] == value.ptr[0];
    for (size_t i = 0; i < text.len; i++)
        doubled = doubled && text.ptr[i] == value.ptr[0];
    struct str meant = value;
    if (text.len == 0 || doubled)
        meant = str_slice(value, 0, end);
    else
        meant = field_line_quoted(arena, whole ? str_slice(value, 1, value.len - 1) : value);
    found->words = text.len == 0 ? &blank : whole || doubled ? &inner : &after;
    found->at = line->value + end + (text.len ? (size_t)(text.ptr - rest.ptr) : 0);
    found->mended = replaced(arena, line->text, line->value, line->end, meant);
    return true;
}

/* ---- brackets ---- */

static bool see_flow(struct arena *arena, const struct field_line *line, struct found *found)
{
    struct str value = field_line_value(line);
    if (value.len == 0 || !is_any_of(value.ptr[0], "[{"))
        return false;
    struct flow_fault fault;
    if (!flow_look(arena, value, &fault))
        return false;
    found->words = fault.words;
    found->at = line->value + fault.at;
    found->mended = replaced(arena, line->text, line->value, line->end, fault.mended);
    return true;
}

/* ---- comments ---- */

/* ` #` ends an unquoted text, which then cannot go on on the next line. */
static bool see_comment(struct arena *arena, const struct field_line *line, struct found *found)
{
    static const struct problem_words words = {
        {"« #» gjør resten av linjen til en kommentar, og teksten fortsetter på den neste",
         "“ #” makes the rest of the line a comment, and the text goes on on the next"},
        {"sett hele verdien i anførselstegn", "put the whole value in quotation marks"}};
    struct str value = field_line_value(line);
    size_t at = str_find(value, STR(" #"));
    if (at == SIZE_MAX || is_any_of(value.ptr[0], "\"'[{#"))
        return false;
    found->words = &words;
    found->at = line->value + at + 1;
    found->mended = replaced(arena, line->text, found->at, found->at + 1, STR(""));
    found->unshown = true;
    return true;
}

/* ---- all of them ---- */

/* In the order in which they are tried on a line; the first that lets the text be read counts. */
static const struct sight {
    bool (*see)(struct arena *, const struct field_line *, struct found *);
    bool first; /* only on the first line */
} sights[] = {
    {see_indent, false},     {see_first_field, true}, {see_bullet, false},
    {see_colon, false},      {see_open_quote, false}, {see_text_after_quote, false},
    {see_first_sign, false}, {see_flow, false},       {see_inner_colon, false},
    {see_comment, false},    {see_no_colon, false},
};

/* The part that is read, and how often it has been. */
struct trial {
    struct arena *arena;
    const struct source *source;
    struct span part;
    slip_reader *read;
    size_t reached; /* the line at which the text as it stands cannot be read on */
    size_t tries;
};

/* A text of 64 KiB is read as often as this at most. */
enum { TRIES_MAX = 24 };

static bool helps(struct trial *trial, size_t start, size_t end, struct str mended)
{
    struct str text = trial->source->text;
    struct str whole = STR_JOIN(trial->arena, str_slice(text, trial->part.start, start), mended,
                                str_slice(text, end, trial->part.end));
    return ++trial->tries <= TRIES_MAX && trial->read(whole) > trial->reached;
}

static bool look_at_line(struct trial *trial, size_t number, struct slip *slip)
{
    struct str text = source_line(trial->source, number);
    size_t start = trial->source->lines[number - 1];
    struct field_line line = field_line_read(text);
    for (size_t i = 0; i < sizeof sights / sizeof *sights && trial->tries < TRIES_MAX; i++) {
        struct found found = {0};
        if ((sights[i].first && start > trial->part.start) ||
            !sights[i].see(trial->arena, &line, &found) ||
            !helps(trial, start, start + text.len, found.mended))
            continue;
        size_t at = start + found.at;
        bool shown = !found.unshown && sights[i].see != see_indent;
        *slip = (struct slip){.words = found.words,
                              .span = source_span(trial->source, at, at + 1),
                              .mended = shown ? str_trim(found.mended) : STR("")};
        return true;
    }
    return false;
}

bool slip_find(struct arena *arena, const struct source *source, struct span part,
               slip_reader *read, struct slip *slip)
{
    struct trial trial = {.arena = arena, .source = source, .part = part, .read = read};
    size_t first = source_place(source, part.start).line;
    size_t last = part.end > part.start ? source_place(source, part.end - 1).line : first;
    trial.reached = read(str_slice(source->text, part.start, part.end));
    for (size_t i = first; i <= last && i < first + trial.reached && trial.tries < TRIES_MAX; i++)
        if (look_at_line(&trial, i, slip))
            return true;
    return false;
}

bool slip_hard_blank(struct arena *arena, struct span span, struct slip *slip)
{
    const struct source *source = span.source;
    struct str text = str_slice(source->text, span.start, span.end);
    bool item = str_starts(text, STR("-")) && blank_hard_len(str_from(text, 1));
    if (!item && !blank_hard_len(text))
        return false;
    size_t number = source_place(source, span.start).line;
    struct field_line line = field_line_read(source_line(source, number));
    struct found found = {0};
    if (!(item ? see_bullet : see_indent)(arena, &line, &found))
        return false;
    size_t at = source->lines[number - 1] + found.at;
    *slip = (struct slip){found.words, source_span(source, at, at + 1), STR("")};
    return true;
}

struct str slip_quoted_line(struct arena *arena, const struct source *source, size_t at)
{
    size_t number = source_place(source, at).line;
    struct field_line line = field_line_read(source_line(source, number));
    bool begins = source->lines[number - 1] + line.value == at;
    return begins ? str_trim(with_quoted_value(arena, &line)) : STR("");
}

bool slip_swallowed(struct arena *arena, struct span span, struct slip *slip)
{
    const struct source *source = span.source;
    size_t first = source_place(source, span.start).line;
    size_t last = source_place(source, span.end).line;
    if (first == last)
        return false;
    struct field_line line = field_line_read(source_line(source, first));
    struct found found;
    if (!see_open_quote(arena, &line, &found))
        return false;
    for (size_t i = first + 1; i <= last; i++) {
        struct field_line next = field_line_read(source_line(source, i));
        struct str name = field_line_name(&next);
        bool field = name.len && name_end(name, 0) == name.len && next.item <= line.item;
        if (!field)
            continue;
        *slip = (struct slip){found.words, source_span(source, span.start, span.start + 1),
                              str_trim(found.mended)};
        return true;
    }
    return false;
}
