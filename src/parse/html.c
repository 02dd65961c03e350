#include "parse/html.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"

bool html_next_tag(struct str *rest, struct html_tag *tag)
{
    for (size_t at; (at = str_find_byte(*rest, '<')) != SIZE_MAX;) {
        struct str text = str_from(*rest, at + 1);
        tag->closing = str_starts(text, STR("/"));
        text = str_from(text, tag->closing);
        size_t len = 0;
        while (len < text.len && (ascii_is_letter(text.ptr[len]) ||
                                  (len && (ascii_is_digit(text.ptr[len]) || text.ptr[len] == '-'))))
            len++;
        *rest = str_from(text, len);
        tag->name = str_slice(text, 0, len);
        if (len)
            return true;
    }
    return false;
}

/* ---- what to write instead ---- */

/* What is written in Markdown in a way of its own, and the helps for it. */
enum help_kind {
    HELP_OTHER,
    HELP_END,
    HELP_BREAK,
    HELP_BELOW,
    HELP_ABOVE,
    HELP_BOLD,
    HELP_ITALIC,
    HELP_LINK,
    HELP_IMAGE,
    HELP_HEADING,
    HELP_LISTED,
    HELP_TABLE,
    HELP_QUOTE,
    HELP_RULE,
    HELP_CODE,
    HELP_FOLDED,
    HELP_LOOKS,
    HELP_ELSEWHERE,
};

static const struct html_help helps[] = {
    [HELP_OTHER] = {STR_INIT("skriv det som Markdown; skal tegnet «<» vises, skriv «\\<»"),
                    STR_INIT("write Markdown; for a “<” write “\\<”")},
    [HELP_END] = {STR_INIT("slett den; den avslutter ikke noe"),
                  STR_INIT("delete it; it ends nothing")},
    [HELP_BREAK] = {STR_INIT("skriv «\\» sist på linjen, og fortsett på neste"),
                    STR_INIT("write “\\” at the end of the line, and go on in the next")},
    [HELP_BELOW] = {STR_INIT("lim inn tegnet selv, som ₂ i CO₂"),
                    STR_INIT("paste the character itself, such as ₂ in CO₂")},
    [HELP_ABOVE] =
        {STR_INIT("lim inn tegnet selv, som ² i m²; er det en fotnote, så skriv den i teksten"),
         STR_INIT("paste the character itself, such as ² in m²; write a footnote in the text")},
    [HELP_BOLD] = {STR_INIT("skriv fet skrift slik: **viktig**"),
                   STR_INIT("write bold like this: **important**")},
    [HELP_ITALIC] = {STR_INIT("skriv kursiv slik: *viktig*"),
                     STR_INIT("write italics like this: *important*")},
    [HELP_LINK] =
        {STR_INIT("skriv lenken slik: [teksten](adressen); overskrifter får id av seg selv"),
         STR_INIT("write the link like this: [the text](address); headings get ids by themselves")},
    [HELP_IMAGE] = {STR_INIT("skriv bildet slik: ![hva det viser](bilde.png)"),
                    STR_INIT("write the picture like this: ![what it shows](picture.png)")},
    [HELP_HEADING] = {STR_INIT("skriv overskriften med nummertegn: «## …»"),
                      STR_INIT("write the heading with number signs: “## …”")},
    [HELP_LISTED] = {STR_INIT("skriv hvert punkt på en egen linje: «- …»"),
                     STR_INIT("write each item on a line of its own: “- …”")},
    [HELP_TABLE] = {STR_INIT("skriv innholdet som en liste"),
                    STR_INIT("write what is in it as a list")},
    [HELP_QUOTE] = {STR_INIT("begynn hver linje i sitatet med «> »"),
                    STR_INIT("begin each line of the quote with “> ”")},
    [HELP_RULE] = {STR_INIT("skriv «---» på en egen linje, med tomme linjer rundt"),
                   STR_INIT("write “---” on a line of its own, with empty lines around it")},
    [HELP_CODE] = {STR_INIT("sett ` rundt kode i en setning, og ``` over og under hele linjer"),
                   STR_INIT("put ` around code in a sentence, and ``` above and below lines")},
    [HELP_FOLDED] = {STR_INIT("skriv det som et avsnitt med en overskrift"),
                     STR_INIT("write it as a section with a heading")},
    [HELP_LOOKS] =
        {STR_INIT(
             "slett koden, og behold teksten; hvordan den ser ut, er bestemt for hele nettstedet"),
         STR_INIT("delete the code and keep the text; the theme sets how it looks")},
    [HELP_ELSEWHERE] = {STR_INIT("det kan ikke vises her; lenk til siden der det ligger"),
                        STR_INIT("it cannot be shown here; link to the page where it is")},
};

static const struct {
    const char *name;
    enum help_kind kind;
} elements[] = {
    {"br", HELP_BREAK},         {"sub", HELP_BELOW},        {"sup", HELP_ABOVE},
    {"b", HELP_BOLD},           {"strong", HELP_BOLD},      {"mark", HELP_BOLD},
    {"u", HELP_BOLD},           {"i", HELP_ITALIC},         {"em", HELP_ITALIC},
    {"cite", HELP_ITALIC},      {"a", HELP_LINK},           {"img", HELP_IMAGE},
    {"h1", HELP_HEADING},       {"h2", HELP_HEADING},       {"h3", HELP_HEADING},
    {"h4", HELP_HEADING},       {"summary", HELP_HEADING},  {"ul", HELP_LISTED},
    {"ol", HELP_LISTED},        {"li", HELP_LISTED},        {"dl", HELP_LISTED},
    {"table", HELP_TABLE},      {"tr", HELP_TABLE},         {"td", HELP_TABLE},
    {"th", HELP_TABLE},         {"blockquote", HELP_QUOTE}, {"hr", HELP_RULE},
    {"code", HELP_CODE},        {"pre", HELP_CODE},         {"kbd", HELP_CODE},
    {"details", HELP_FOLDED},   {"p", HELP_LOOKS},          {"div", HELP_LOOKS},
    {"span", HELP_LOOKS},       {"center", HELP_LOOKS},     {"font", HELP_LOOKS},
    {"section", HELP_LOOKS},    {"small", HELP_LOOKS},      {"style", HELP_LOOKS},
    {"iframe", HELP_ELSEWHERE}, {"video", HELP_ELSEWHERE},  {"audio", HELP_ELSEWHERE},
    {"embed", HELP_ELSEWHERE},  {"object", HELP_ELSEWHERE}, {"script", HELP_ELSEWHERE},
};

struct html_help html_help_for(const struct html_tag *tag)
{
    if (tag->closing)
        return helps[HELP_END];
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (str_same(tag->name, str_of(elements[i].name)))
            return helps[elements[i].kind];
    return helps[HELP_OTHER];
}

struct str html_small_figures(struct arena *arena, struct str name, struct str text)
{
    static const char figures[] = "0123456789+-";
    static const char *const below[] = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉", "₊", "₋"};
    static const char *const above[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁺", "⁻"};
    bool sub = str_same(name, STR("sub"));
    struct buf out = BUF_INIT;
    if (!sub && !str_same(name, STR("sup")))
        return (struct str){0};
    for (size_t i = 0; i < text.len; i++) {
        size_t figure = str_find_byte(str_of(figures), text.ptr[i]);
        if (figure == SIZE_MAX) {
            buf_release(&out);
            return (struct str){0};
        }
        buf_put(&out, str_of(sub ? below[figure] : above[figure]));
    }
    return buf_finish(&out, arena);
}

/* ---- what is open ---- */

/* Counts a tag. Returns whether it closes an element that was open; then it is no news. */
static bool count_tag(struct arena *arena, struct html_open *open, const struct html_tag *tag)
{
    size_t at = 0;
    while (at < open->len && !str_same(open->names[at], tag->name))
        at++;
    if (tag->closing) {
        bool closes = at < open->len && open->counts[at] > 0;
        if (closes)
            open->counts[at]--;
        return closes;
    }
    if (at == HTML_OPEN_MAX)
        return false;
    if (at == open->len)
        open->names[open->len++] = str_copy(arena, tag->name);
    open->counts[at]++;
    return false;
}

/* Takes a closing tag or a comment off the front; false when something else stands there. */
static bool take_end(struct str *rest)
{
    bool comment = str_starts(*rest, STR("<!--"));
    struct str end = comment ? STR("-->") : STR(">");
    size_t at = str_find(*rest, end);
    if (at == SIZE_MAX || !(comment || str_starts(*rest, STR("</"))))
        return false;
    *rest = str_trim(str_from(*rest, at + end.len));
    return true;
}

bool html_only_ends(struct arena *arena, struct html_open *open, struct str html)
{
    bool only = true;
    struct html_tag tag;
    for (struct str rest = html; html_next_tag(&rest, &tag);)
        only &= count_tag(arena, open, &tag);
    struct str rest = str_trim(html);
    while (only && rest.len)
        only = take_end(&rest);
    return only;
}
