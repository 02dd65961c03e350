#include "writing/mark_forms.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/blank.h"
#include "parse/comment.h"

/* ---- what stands there ---- */

/* A mark that is not closed within so many bytes is none. */
enum { MARK_MAX = 300 };

static bool is_word_byte(char c)
{
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80;
}

/* How far a text reaches to the end of the first `closing` after its first `skip` bytes, or 0. */
static size_t reach(struct str text, size_t skip, struct str closing)
{
    text = str_slice(text, 0, text.len < MARK_MAX ? text.len : MARK_MAX);
    if (text.len < skip)
        return 0;
    size_t found = str_find(str_from(text, skip), closing);
    return found == SIZE_MAX ? 0 : skip + found + closing.len;
}

/* Returns how many of a sign stand in a row, as far as it matters. */
static size_t run_of(struct str text, char c)
{
    size_t count = 0;
    while (count < text.len && count < MARK_MAX && text.ptr[count] == c)
        count++;
    return count;
}

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.ptr[at] : ' ';
}

static bool begins_block(const struct mark_place *place)
{
    return place->at == (place->block ? place->block->start : 0);
}

/* Whether nothing but blanks and signs of quotes stands before a byte on its line of the source. */
static bool begins_line_at(const struct mark_place *place, size_t at)
{
    if (!place->prose || at == place->block->start)
        return at == (place->block ? at : 0);
    /* A line end within a paragraph is a blank. */
    return place->prose->text.ptr[at - 1] == ' ' && prose_begins_line(place->prose, at);
}

static bool begins_line(const struct mark_place *place)
{
    return begins_line_at(place, place->at);
}

/* What stands before a place in its block, as far as it matters. */
static struct str text_before(const struct mark_place *place)
{
    size_t start = place->block->start;
    size_t near = place->at - start > MARK_MAX ? place->at - MARK_MAX : start;
    return prose_text(place->prose, near, place->at);
}

/* ---- emphasis ---- */

/* `**` that make nothing bold; 2**3 is a power, and of a line of them a hard blank is told. */
static size_t fits_strong(const struct mark_place *place)
{
    size_t run = run_of(place->text, '*');
    bool line = place->before == '*' || (run > 2 && begins_block(place));
    if (line && blank_trim(str_from(place->text, run)).len == 0)
        return 0;
    bool power = ascii_is_digit(place->before) && ascii_is_digit(byte_at(place->text, run));
    return power ? 0 : run;
}

/* `__` at the edge of a word; within one it is part of a name, and a longer run is a gap to fill.
 */
static size_t fits_strong_line(const struct mark_place *place)
{
    if (place->before == '_')
        return 0;
    size_t run = run_of(place->text, '_');
    bool left = is_word_byte(place->before), right = is_word_byte(byte_at(place->text, run));
    return run == 2 && left != right ? run : 0;
}

/*
 * Returns how far behind a sign the next one of its kind stands that might close it, or 0: none
 * that is escaped, nor one that begins a line, as an item without its space does. What has been
 * looked through is not looked through again for the signs that stand there.
 */
static size_t next_sign(const struct mark_place *place)
{
    struct mark_ahead *ahead = &place->ahead[place->text.ptr[0] == '_'];
    size_t most = place->text.len < MARK_MAX ? place->text.len : MARK_MAX, end = place->at + most;
    if (ahead->at <= place->at)
        *ahead = (struct mark_ahead){.at = place->at + 1};
    for (; !ahead->found && ahead->at < end; ahead->at += !ahead->found)
        ahead->found = place->text.ptr[ahead->at - place->at] == place->text.ptr[0] &&
                       !prose_is_escaped(place->prose, ahead->at) &&
                       !begins_line_at(place, ahead->at);
    return ahead->found && ahead->at < end ? ahead->at - place->at : 0;
}

/*
 * A sign that opens emphasis which is then not closed. One that is not closed at all may
 * also refer to a note, *, so it counts only within a sentence, and if no word has one
 * behind it.
 */
static size_t fits_emphasis(const struct mark_place *place)
{
    char sign = place->text.ptr[0];
    bool opens =
        (place->before == ' ' || place->before == '(') && is_word_byte(byte_at(place->text, 1));
    if (!opens)
        return 0;
    size_t next = next_sign(place);
    if (next) {
        bool blank = place->text.ptr[next - 1] == ' ',
             word = is_word_byte(byte_at(place->text, next + 1));
        return blank || (word && sign == '*') ? next + 1 : 0;
    }
    bool noted = str_find_byte(text_before(place), sign) != SIZE_MAX;
    return sign == '*' && !begins_line(place) && !noted ? 1 : 0;
}

/* `~~x~~`, `==x==` */
static size_t fits_pair(const struct mark_place *place)
{
    struct str sign = str_slice(place->text, 0, 2);
    if (is_word_byte(place->before) || place->before == sign.ptr[0] ||
        byte_at(place->text, 2) == ' ' || byte_at(place->text, 2) == sign.ptr[0])
        return 0;
    return reach(place->text, 3, sign);
}

/* `x^2^`, `H~2~O`: a few letters or digits between two signs, right after a word. */
static size_t fits_script(const struct mark_place *place)
{
    enum { SCRIPT_MAX = 6 };
    size_t len = 1;
    while (len < place->text.len && len <= SCRIPT_MAX && is_word_byte(place->text.ptr[len]))
        len++;
    bool closed = len > 1 && byte_at(place->text, len) == place->text.ptr[0];
    return closed && (is_word_byte(place->before) || place->before == ')') ? len + 1 : 0;
}

/* ---- brackets ---- */

/* `[^1]`; the note itself, `[^1]: …`, is told of only if nothing refers to it. */
static size_t fits_footnote(const struct mark_place *place)
{
    size_t len = reach(place->text, 2, STR("]"));
    bool label = len > 3 && str_find_byte(str_slice(place->text, 0, len), ' ') == SIZE_MAX;
    bool note = byte_at(place->text, len) == ':' && begins_line(place);
    return label && !(note && place->told) ? len : 0;
}

/* `^[the note]`, right after a word */
static size_t fits_inner_note(const struct mark_place *place)
{
    return place->before == ' ' ? 0 : reach(place->text, 2, STR("]"));
}

static size_t fits_contents(const struct mark_place *place)
{
    static const struct str forms[] = {STR_INIT("[TOC]"), STR_INIT("[[TOC]]"),
                                       STR_INIT("[[_TOC_]]"), STR_INIT("{:toc}")};
    if (!begins_block(place))
        return 0;
    struct str text = str_trim(place->text);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_same(text, forms[i]))
            return text.len;
    return 0;
}

/* `[ ]`, `[x]` first in an item. */
static size_t fits_box(const struct mark_place *place)
{
    char in = ascii_lower(byte_at(place->text, 1));
    bool box = (in == ' ' || in == 'x') && byte_at(place->text, 2) == ']' &&
               byte_at(place->text, 3) == ' ';
    return box && begins_block(place) && place->block->listed ? 3 : 0;
}

/* `> [!NOTE]` */
static size_t fits_alert(const struct mark_place *place)
{
    size_t len = 2;
    while (ascii_is_letter(byte_at(place->text, len)))
        len++;
    bool closed = len > 2 && byte_at(place->text, len) == ']';
    return closed && begins_block(place) && place->block->quoted ? len + 1 : 0;
}

/* `[[x]]`; a[[1]] is code. */
static size_t fits_wiki(const struct mark_place *place)
{
    return is_word_byte(place->before) ? 0 : reach(place->text, 2, STR("]]"));
}

static size_t fits_embedded(const struct mark_place *place)
{
    return reach(place->text, 3, STR("]]"));
}

/* `](` of a link so broken that it is not known for one. In `\[a](b)` it is meant to be shown. */
static size_t fits_link_middle(const struct mark_place *place)
{
    return !place->prose || str_find_byte(text_before(place), '[') == SIZE_MAX ? 2 : 0;
}

/* `![` of a picture; in «Hei![1]» it is no picture's. */
static size_t fits_picture_front(const struct mark_place *place)
{
    return place->before == ' ' ? 2 : 0;
}

/* ---- braces ---- */

/* A tag that ends what one before began, as {{< /x >}} and {% endx %}, is the same fault. */
static bool ends_tag(struct str tag)
{
    tag = str_from(tag, 2);
    while (tag.len && str_find_byte(STR("<%- "), tag.ptr[0]) != SIZE_MAX)
        tag = str_from(tag, 1);
    return str_starts(tag, STR("/")) || str_starts(tag, STR("end"));
}

/* Whether a tag is a note to other writers, which is an error (comment-foreign), or ends one. */
static bool is_note(struct str tag)
{
    struct comment_reader reader = comment_reader_of(tag);
    struct comment_mark mark = comment_next(&reader);
    bool begins = mark.kind == COMMENT_FOREIGN && mark.text.ptr == tag.ptr;
    return begins || (ends_tag(tag) && str_find(tag, STR("comment")) != SIZE_MAX);
}

static size_t fits_closed_tag(const struct mark_place *place, struct str closing)
{
    size_t len = reach(place->text, 2, closing);
    bool known = place->told && ends_tag(place->text);
    return len && !known && !is_note(str_slice(place->text, 0, len)) ? len : 0;
}

static size_t fits_template(const struct mark_place *place)
{
    return fits_closed_tag(place, STR("}}"));
}

static size_t fits_tag(const struct mark_place *place)
{
    return fits_closed_tag(place, STR("%}"));
}

/* `{#id}`, `{.class}`, `{: .class}`, `{width=50%}` */
static size_t fits_attribute(const struct mark_place *place)
{
    size_t len = reach(place->text, 1, STR("}"));
    if (!len)
        return 0;
    struct str inside = str_trim(str_slice(place->text, 1, len - 1));
    size_t name = 0;
    while (ascii_is_letter(byte_at(inside, name)) || byte_at(inside, name) == '-')
        name++;
    bool sign = inside.len > 1 && str_find_byte(STR("#.:"), inside.ptr[0]) != SIZE_MAX &&
                (inside.ptr[0] == ':' || is_word_byte(inside.ptr[1]));
    bool attribute = sign || (name && byte_at(inside, name) == '=');
    return attribute && !is_note(str_slice(place->text, 0, len)) ? len : 0;
}

/* ---- at the front of a line ---- */

/* `:::note`; the line that ends it is the same fault. */
static size_t fits_container(const struct mark_place *place)
{
    if (!begins_line(place))
        return 0;
    size_t run = run_of(place->text, ':');
    bool ends = run == place->text.len || byte_at(place->text, run) == ' ';
    return ends && place->told ? 0 : run;
}

/* `!!! note`, `??? note` */
static size_t fits_admonition(const struct mark_place *place)
{
    char next = byte_at(place->text, 4);
    return byte_at(place->text, 3) == ' ' && next >= 'a' && next <= 'z' && begins_line(place) ? 3
                                                                                              : 0;
}

/* `: x` under a term */
static size_t fits_definition(const struct mark_place *place)
{
    return place->text.len > 2 && begins_line(place) ? 1 : 0;
}

static size_t fits_number_signs(const struct mark_place *place)
{
    return begins_block(place) && place->block->kind == PROSE_PARAGRAPH ? run_of(place->text, '#')
                                                                        : 0;
}

/* ---- others ---- */

/* `:smile:` */
static size_t fits_emoji(const struct mark_place *place)
{
    size_t len = 1, letters = 0;
    for (char c; c = byte_at(place->text, len),
                 (c >= 'a' && c <= 'z') || ascii_is_digit(c) || c == '_' || c == '-' || c == '+';
         len++)
        letters += c >= 'a' && c <= 'z';
    bool closed = letters > 1 && byte_at(place->text, len) == ':';
    return closed && place->before == ' ' && !is_word_byte(byte_at(place->text, len + 1)) ? len + 1
                                                                                          : 0;
}

/* `&oslah;`: Markdown knows all entities that there are, so this is none. */
static size_t fits_entity(const struct mark_place *place)
{
    enum { NAME_MIN = 2, NAME_MAX = 10 };
    size_t len = 1;
    while (len <= NAME_MAX && ascii_is_letter(byte_at(place->text, len)))
        len++;
    return len > NAME_MIN && byte_at(place->text, len) == ';' ? len + 1 : 0;
}

/* `|---|` where no table begins, which is told of as one. */
static size_t fits_table_rule(const struct mark_place *place)
{
    enum { RULE_MIN = 3 };
    size_t len = 1;
    while (str_find_byte(STR(" :"), byte_at(place->text, len)) != SIZE_MAX && len < place->text.len)
        len++;
    size_t run = run_of(str_from(place->text, len), '-');
    bool table = place->block && place->block->kind == PROSE_TABLE;
    return run >= RULE_MIN && !table ? len + run : 0;
}

/* `$$x$$` */
static size_t fits_formula(const struct mark_place *place)
{
    return reach(place->text, 3, STR("$$"));
}

/* ---- the marks ---- */

const struct mark_form mark_forms[MARK_FORMS] = {
    {STR_INIT("**"), fits_strong, true, true,
     STR_INIT("sett stjernene rett inntil ordene, uten mellomrom innenfor: «**viktig** for oss»; "
              "sett tegn som . og , utenfor. Skal stjernene vises, så skriv «\\*\\*»"),
     STR_INIT(
         "put the asterisks right next to the words, with no blank inside: “**this** matters”, "
         "and put marks such as . and , outside. For asterisks that show, write “\\*\\*”")},
    {STR_INIT("*"), fits_emphasis, true, false,
     STR_INIT(
         "sett stjernene rett inntil ordene, uten mellomrom innenfor: «*viktig* for oss»; skal "
         "stjernen vises, så skriv «\\*»"),
     STR_INIT("put the asterisks right next to the words, with no blank inside: “*this* matters”; "
              "for an asterisk that shows, write “\\*”")},
    {STR_INIT("__"), fits_strong_line, true, true,
     STR_INIT(
         "skriv fet skrift med stjerner rett inntil ordene: «**viktig**»; skal strekene vises, "
         "så skriv «\\_\\_»"),
     STR_INIT("write bold with asterisks right next to the words: “**this**”; for lines that show, "
              "write “\\_\\_”")},
    {STR_INIT("_"), fits_emphasis, true, false,
     STR_INIT("skriv kursiv med stjerner rett inntil ordene: «*viktig*»; skal strekene vises, så "
              "skriv «\\_»"),
     STR_INIT("write italics with asterisks right next to the words: “*this*”; for lines that "
              "show, write “\\_”")},
    {STR_INIT("~~"), fits_pair, false, true,
     STR_INIT("gjennomstreking finnes ikke her; slett det som ikke gjelder"),
     STR_INIT("there is no strikethrough here; delete what does not hold")},
    {STR_INIT("=="), fits_pair, false, true,
     STR_INIT("utheving finnes ikke her; bruk «**fet skrift**»"),
     STR_INIT("there is no highlighting here; use “**bold**”")},
    {STR_INIT("~"), fits_script, false, true,
     STR_INIT("senket skrift finnes ikke her; lim inn tegnet, som ₂ i CO₂"),
     STR_INIT("there are no subscripts here; paste the character, such as ₂ in CO₂")},
    {STR_INIT("^["), fits_inner_note, false, true,
     STR_INIT("fotnoter finnes ikke her; skriv noten i teksten, i parentes"),
     STR_INIT("there are no footnotes here; write the note in the text, in brackets")},
    {STR_INIT("^"), fits_script, false, true,
     STR_INIT("hevet skrift finnes ikke her; lim inn tegnet, som ² i m²"),
     STR_INIT("there are no superscripts here; paste the character, such as ² in m²")},
    {STR_INIT("[^"), fits_footnote, false, true,
     STR_INIT("fotnoter finnes ikke her; skriv noten i teksten, i parentes"),
     STR_INIT("there are no footnotes here; write the note in the text, in brackets")},
    {STR_INIT("["), fits_contents, false, true,
     STR_INIT("slett linjen; en innholdsliste lages ikke av den"),
     STR_INIT("delete the line; it makes no table of contents")},
    {STR_INIT("["), fits_box, false, false,
     STR_INIT("avkryssing finnes ikke her; slett «[ ]», og skriv med ord hva som er gjort"),
     STR_INIT("there are no tasks here; delete “[ ]”, and say in words what is done")},
    {STR_INIT("[!"), fits_alert, false, false,
     STR_INIT("slett det, og begynn avsnittet med et ord i fet skrift, som «**Merk:**»"),
     STR_INIT("delete it, and begin the paragraph with a word in bold, such as “**Note:**”")},
    {STR_INIT("[["), fits_wiki, false, true,
     STR_INIT("skriv lenken slik: [teksten](../mappe/fil.md)"),
     STR_INIT("write the link like this: [the text](../folder/file.md)")},
    {STR_INIT("![["), fits_embedded, false, true,
     STR_INIT("skriv bildet slik: ![hva det viser](bilde.png)"),
     STR_INIT("write the picture like this: ![what it shows](picture.png)")},
    {STR_INIT("{{"), fits_template, false, true,
     STR_INIT("maler og kortkoder finnes ikke her; skriv det som skal stå der"),
     STR_INIT("there are no templates and shortcodes here; write what is to stand there")},
    {STR_INIT("{%"), fits_tag, false, true,
     STR_INIT("maler finnes ikke her; skriv det som skal stå der"),
     STR_INIT("there are no templates here; write what is to stand there")},
    {STR_INIT("{:"), fits_contents, false, true,
     STR_INIT("slett linjen; en innholdsliste lages ikke av den"),
     STR_INIT("delete the line; it makes no table of contents")},
    {STR_INIT("{"), fits_attribute, false, true,
     STR_INIT("slett det; overskrifter får id-en sin av seg selv, og utseendet er bestemt for hele "
              "nettstedet"),
     STR_INIT("delete it; headings get their ids by themselves, and the theme sets how it looks")},
    {STR_INIT(":::"), fits_container, false, false,
     STR_INIT("slett linjene med kolon; begynn avsnittet med et ord i fet skrift, som «**Merk:**»"),
     STR_INIT("delete the lines with colons; begin the paragraph with a word in bold, such as "
              "“**Note:**”")},
    {STR_INIT("!!!"), fits_admonition, false, false,
     STR_INIT("slett det, og begynn avsnittet med et ord i fet skrift, som «**Merk:**»"),
     STR_INIT("delete it, and begin the paragraph with a word in bold, such as “**Note:**”")},
    {STR_INIT("???"), fits_admonition, false, false,
     STR_INIT("slett det, og begynn avsnittet med et ord i fet skrift, som «**Merk:**»"),
     STR_INIT("delete it, and begin the paragraph with a word in bold, such as “**Note:**”")},
    {STR_INIT(": "), fits_definition, false, false,
     STR_INIT("lister med forklaringer finnes ikke her; skriv «- **ordet:** forklaringen»"),
     STR_INIT("there are no lists of definitions here; write “- **the word:** what it means”")},
    {STR_INIT(":"), fits_emoji, false, true, STR_INIT("lim inn tegnet selv, eller ta det bort"),
     STR_INIT("paste the character itself, or take it away")},
    {STR_INIT("]("), fits_link_middle, false, true,
     STR_INIT("skriv lenken slik: [teksten](adressen)"),
     STR_INIT("write the link like this: [the text](address)")},
    {STR_INIT("!["), fits_picture_front, false, true,
     STR_INIT("skriv bildet slik: ![hva det viser](bilde.png)"),
     STR_INIT("write the picture like this: ![what it shows](picture.png)")},
    {STR_INIT("&"), fits_entity, false, false,
     STR_INIT("skriv tegnet selv; det finnes ingen slik kode"),
     STR_INIT("write the character itself; there is no such entity")},
    {STR_INIT("|"), fits_table_rule, true, true,
     STR_INIT("tabeller finnes ikke her; skriv innholdet som en liste"),
     STR_INIT("there are no tables here; write the content as a list")},
    {STR_INIT("$$"), fits_formula, false, true,
     STR_INIT("formler finnes ikke her; skriv det med ord, eller vis det som et bilde"),
     STR_INIT("there are no formulas here; write it in words, or show it as a picture")},
    {STR_INIT("#######"), fits_number_signs, false, false,
     STR_INIT("en overskrift har høyst seks nummertegn; skriv «## …»"),
     STR_INIT("a heading has six number signs at most; write “## …”")},
};

size_t mark_in_field(struct str value, size_t at)
{
    struct mark_place place = {
        .at = at, .text = str_from(value, at), .before = at ? value.ptr[at - 1] : ' '};
    for (size_t i = 0; i < MARK_FORMS; i++) {
        bool counts = mark_forms[i].field && str_starts(place.text, mark_forms[i].begins);
        size_t len = counts ? mark_forms[i].fits(&place) : 0;
        if (len)
            return len;
    }
    return 0;
}
