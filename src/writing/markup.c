#include "writing/markup.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/rules.h"
#include "writing/writing.h"

/* ---- lines ---- */

/* Returns a line without indentation and the signs of block quotes before its text. */
static struct str line_text(const struct source *source, size_t number)
{
    struct str line = source_line(source, number);
    while (line.len && (line.ptr[0] == ' ' || line.ptr[0] == '\t' || line.ptr[0] == '>'))
        line = str_from(line, 1);
    return str_trim(line);
}

/*
 * Tells of «##Bakgrunn». One number sign alone may also be a tag, «#bakgrunn», so then a
 * capital must follow and the line must be the whole paragraph.
 */
static void check_number_signs(const struct source *source, const struct prose_block *block,
                               struct str line, struct diags *diags)
{
    size_t count = 0;
    while (count < line.len && line.ptr[count] == '#')
        count++;
    struct str text = str_from(line, count), rest = text;
    enum letter_kind letter = text.len ? norwegian_letter(utf8_next(&rest)) : LETTER_NONE;
    bool alone = block->first_line == block->last_line && letter == LETTER_CAPITAL;
    if (letter == LETTER_NONE || count > 6 || count < 1 || (count == 1 && !alone))
        return;
    struct str signs = count == 1 ? STR("##") : str_slice(line, 0, count);
    writing_tell(diags, WRITING_HEADING_NO_SPACE, source_span_of(source, line),
                 (struct detail){.args = {signs, words_quoted(&diags->arena, text)}});
}

/*
 * The sign that a line begins with, and what it takes to hold it for an item of a list:
 *
 *  - BULLET: a sign that only other programs make lists with. It has no other meaning, so
 *    one is enough.
 *  - DASH: may also begin a line of speech, so two in one paragraph are needed.
 *  - TIGHT: `-` or `*` without the space after it. It may be part of the word, so the line
 *    just above must begin with the same sign, be it TIGHT or an ITEM.
 *  - ITEM: `-` or `*` with its space, as Markdown wants it. Nothing is told of it.
 */
enum lead_kind { LEAD_NONE, LEAD_BULLET, LEAD_DASH, LEAD_TIGHT, LEAD_ITEM };

struct lead {
    enum lead_kind kind;
    struct str sign; /* a view into the line */
};

/* Each of these returns the sign, if the line begins with one of its kind, or the absent str. */

static struct str bullet_of(struct str line)
{
    static const struct str bullets[] = {
        STR_INIT("•"),
        STR_INIT("‣"),
        STR_INIT("◦"),
        STR_INIT("●"),
        STR_INIT("○"),
        STR_INIT("▪"),
        STR_INIT("■"),
        STR_INIT("·"),
        STR_INIT("➢"),
        STR_INIT("►"),
        STR_INIT("\xEF\x82\xB7"),
        STR_INIT("\xEF\x82\xA7"), /* U+F0B7 and U+F0A7, from Word */
    };
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (str_starts(line, bullets[i]) && line.len > bullets[i].len)
            return bullets[i];
    return str_starts(line, STR("o\t")) ? STR("o") : (struct str){0};
}

/*
 * Word's bullets become § and o in some fonts. Those need a letter after them: «§ 5» is a
 * section of a law.
 */
static struct str dash_of(struct str line)
{
    static const struct {
        struct str dash;
        bool before_letter; /* only then */
    } dashes[] = {{STR_INIT("– "), false},
                  {STR_INIT("— "), false},
                  {STR_INIT("§ "), true},
                  {STR_INIT("o "), true}};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (str_starts(line, dashes[i].dash) &&
            (!dashes[i].before_letter ||
             words_begin_with_letter(str_from(line, dashes[i].dash.len))))
            return str_slice(line, 0, dashes[i].dash.len - 1);
    return (struct str){0};
}

/* A second asterisk on the same line makes the first emphasis. */
static bool is_tight(struct str line)
{
    bool sign = str_starts(line, STR("-")) || str_starts(line, STR("*"));
    return sign && words_begin_with_letter(str_from(line, 1)) &&
           (line.ptr[0] == '-' || str_find_byte(str_from(line, 1), '*') == SIZE_MAX);
}

/* The kinds are told apart by what stands after the sign; BULLET is asked first, as surest. */
static struct lead lead_of(struct str line)
{
    struct str bullet = bullet_of(line);
    if (bullet.len)
        return (struct lead){LEAD_BULLET, str_slice(line, 0, bullet.len)};
    if (dash_of(line).len)
        return (struct lead){LEAD_DASH, dash_of(line)};
    if (is_tight(line))
        return (struct lead){LEAD_TIGHT, str_slice(line, 0, 1)};
    if (str_starts(line, STR("- ")) || str_starts(line, STR("* ")))
        return (struct lead){LEAD_ITEM, str_slice(line, 0, 1)};
    return (struct lead){0};
}

static bool has_inner_tab(struct str line, const struct lead *lead)
{
    return str_find_byte(str_trim(str_from(line, lead->sign.len)), '\t') != SIZE_MAX;
}

/* What the lines of a paragraph have shown so far: each fault is told once. */
struct paragraph_lines {
    bool table, tight; /* told already */
    struct str bullet; /* a sign that makes no list; told when all lines have been seen */
    struct str dash;   /* the first one, which becomes `bullet` when a second comes */
    struct str before; /* the line before */
    struct lead lead;  /* of the line before */
};

static void check_line(const struct source *source, struct paragraph_lines *seen, struct str line,
                       struct diags *diags)
{
    struct lead lead = lead_of(line);
    if (!seen->bullet.ptr && lead.kind == LEAD_BULLET)
        seen->bullet = lead.sign;
    if (!seen->bullet.ptr && lead.kind == LEAD_DASH && seen->dash.ptr)
        seen->bullet = seen->dash;
    if (!seen->dash.ptr && lead.kind == LEAD_DASH)
        seen->dash = lead.sign;
    if (!seen->tight && lead.kind == LEAD_TIGHT && str_eq(seen->lead.sign, lead.sign)) {
        bool first = seen->lead.kind == LEAD_TIGHT; /* else the line before is as it should be */
        writing_tell(diags, WRITING_BULLET_NO_SPACE,
                     source_span_of(source, first ? seen->before : line),
                     (struct detail){.args = {lead.sign}});
        seen->tight = true;
    }
    if (!seen->table && has_inner_tab(line, &lead) && has_inner_tab(seen->before, &seen->lead)) {
        writing_tell(diags, WRITING_TAB_TABLE, source_span_of(source, seen->before), NO_DETAIL);
        seen->table = true;
    }
    seen->before = line;
    seen->lead = lead;
}

static void check_lines(const struct source *source, const struct prose_block *block,
                        struct diags *diags)
{
    struct paragraph_lines seen = {0};
    for (size_t i = block->first_line; i <= block->last_line && i <= source->line_count; i++) {
        struct str line = line_text(source, i);
        check_number_signs(source, block, line, diags);
        check_line(source, &seen, line, diags);
    }
    if (seen.bullet.ptr)
        writing_tell(diags, WRITING_BULLET_CHARACTER, source_span_of(source, seen.bullet),
                     (struct detail){.args = {seen.bullet}});
}

/* ---- code and addresses ---- */

static void check_listing(const struct source *source, const struct prose_block *block,
                          struct diags *diags)
{
    struct str code = str_from(source->text, block->span.start);
    if (!str_starts(code, STR("```")) && !str_starts(code, STR("~~~")))
        writing_tell(diags, WRITING_INDENTED_CODE, block->span, NO_DETAIL);
}

static bool is_alphanumeric(char c)
{
    return ascii_is_digit(c) || ascii_is_letter(c);
}

/* How much of a text is an address that it begins with. */
struct bare_address {
    size_t len; /* up to the next blank; 0: the text does not begin with an address */
    size_t end; /* without what belongs to the sentence; 0: the address has no host */
};

static struct bare_address bare_of(struct str text)
{
    static const struct str starts[] = {STR_INIT("https://"), STR_INIT("http://"),
                                        STR_INIT("www.")};
    size_t start = 0, len = 0;
    for (size_t i = 0; start == 0 && i < sizeof starts / sizeof *starts; i++)
        start = str_starts(text, starts[i]) ? starts[i].len : 0;
    while (start && len < text.len &&
           str_find_byte(STR(" \t<>\"|[]{}"), text.ptr[len]) == SIZE_MAX &&
           !str_starts(str_from(text, len), STR("»")))
        len++;
    /*
     * Punctuation at its end is the sentence's, and so is a closing bracket that the address
     * does not open (as in GitHub Flavored Markdown 0.29, 6.9).
     */
    size_t end = len, open = 0, closed = 0;
    for (size_t i = 0; i < len; i++) {
        open += text.ptr[i] == '(';
        closed += text.ptr[i] == ')';
    }
    while (end > start && str_find_byte(STR(".,;:!?'*_"), text.ptr[end - 1]) != SIZE_MAX)
        end--;
    if (end > start && text.ptr[end - 1] == ')' && closed > open)
        end--;
    struct str rest = str_slice(text, start < end ? start : end, end);
    bool found = rest.len && is_alphanumeric(rest.ptr[0]) && str_find_byte(rest, '.') != SIZE_MAX;
    return (struct bare_address){len, found ? end : 0};
}

/*
 * Whether `at` is within a link. The links are in the order of the text, and `at` only
 * grows: *link stays at the first one that ends after it.
 */
static bool is_in_link(const struct prose *prose, size_t *link, size_t at)
{
    while (*link < prose->links.len && prose->links.items[*link].end <= at)
        ++*link;
    return *link < prose->links.len && prose->links.items[*link].start <= at;
}

static void tell_bare_address(const struct prose *prose, size_t start, size_t end,
                              struct diags *diags)
{
    struct str address = prose_text(prose, start, end);
    if (!str_starts(address, STR("http")))
        address = STR_JOIN(&diags->arena, STR("https://"), address);
    writing_tell(diags, WRITING_BARE_ADDRESS, prose_span(prose, start, end),
                 (struct detail){.args = {address}});
}

static void check_bare_addresses(const struct prose *prose, const struct prose_block *block,
                                 size_t *link, struct diags *diags)
{
    for (size_t at = block->start; at < block->end; at++) {
        struct str text = prose_text(prose, at, block->end);
        char before = at > block->start ? prose->text.ptr[at - 1] : ' ';
        bool begins = text.ptr[0] == 'h' || text.ptr[0] == 'w';
        if (!begins || before == '@' || is_alphanumeric(before))
            continue;
        struct bare_address bare = bare_of(text);
        if (bare.end && !is_in_link(prose, link, at))
            tell_bare_address(prose, at, at + bare.end, diags);
        at += bare.len ? bare.len - 1 : 0;
    }
}

/* ---- fields ---- */

/*
 * Quotation marks that mean nothing to YAML, as pairs. Those of Norwegian, «», are left
 * out: a title may be a quotation.
 */
static const struct {
    struct str opening, closing;
} quotes[] = {
    {STR_INIT("“"), STR_INIT("”")}, {STR_INIT("“"), STR_INIT("“")}, {STR_INIT("„"), STR_INIT("”")},
    {STR_INIT("„"), STR_INIT("“")}, {STR_INIT("”"), STR_INIT("”")}, {STR_INIT("”"), STR_INIT("“")},
    {STR_INIT("‘"), STR_INIT("’")},
};

static void check_quotes(const struct value *value, struct str field, struct diags *diags)
{
    struct str text = str_trim(value_str(value));
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        struct str opening = quotes[i].opening, closing = quotes[i].closing;
        if (text.len <= opening.len + closing.len || !str_starts(text, opening) ||
            !str_ends(text, closing))
            continue;
        struct str marks = STR_JOIN(&diags->arena, opening, STR(" "), closing);
        writing_tell(diags, WRITING_QUOTED_VALUE, value->span,
                     (struct detail){.args = {marks, field}});
        return;
    }
}

void markup_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    size_t link = 0;
    for (size_t i = 0; i < WRITING_FIELDS; i++) {
        struct str name = writing_fields[i].name;
        check_quotes(value_get(writing->fields, name), name, diags);
    }
    for (size_t i = 0; i < prose->blocks.len; i++) {
        const struct prose_block *block = &prose->blocks.items[i];
        if (block->kind == PROSE_LISTING) {
            check_listing(prose->source, block, diags);
            continue;
        }
        check_bare_addresses(prose, block, &link, diags);
        if (block->kind == PROSE_TABLE)
            writing_tell(diags, WRITING_PIPE_TABLE, block->span, NO_DETAIL);
        if (block->kind == PROSE_PARAGRAPH)
            check_lines(prose->source, block, diags);
    }
}
