#include "writing/lines.h"

#include "base/ascii.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "parse/prose.h"
#include "writing/blanks.h"
#include "writing/rules.h"
#include "writing/words.h"

/*
 * Tells of «##Bakgrunn», and of a hard blank after the signs. One number sign alone may
 * also be a tag, «#bakgrunn», so then a capital must follow and the line must be the whole
 * paragraph.
 */
static void check_number_signs(const struct source *source, const struct prose_block *block,
                               struct str line, struct diags *diags)
{
    size_t count = 0;
    while (count < line.len && line.ptr[count] == '#')
        count++;
    struct str text = str_from(line, count);
    size_t blanks = blanks_hard(text);
    text = str_from(text, blanks);
    struct str rest = text;
    enum letter_kind letter = text.len ? norwegian_letter(utf8_next(&rest)) : LETTER_NONE;
    bool alone = block->first_line == block->last_line && letter == LETTER_CAPITAL;
    if (text.len == 0 || count > 6 || count < 1 || (count == 1 && !alone) ||
        (letter == LETTER_NONE && !blanks))
        return;
    struct blanks_words hard = blanks_words(&diags->arena, str_from(line, count));
    struct str signs = count == 1 ? STR("##") : str_slice(line, 0, count);
    writing_tell(
        diags, WRITING_HEADING_NO_SPACE, source_span_of(source, line),
        (struct detail){.args = {signs, words_quoted(&diags->arena, text), hard.nb, hard.en}});
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
 *  - HARD: `-`, `*` or `+` with a hard blank after it. That looks like an ITEM, so one is
 *    enough.
 *  - COUNT: a number without the space it needs (`1.Søk`), or what counts in a form that no
 *    space would help (`a) Søk`). The line just above must have the one before it.
 */
enum lead_kind {
    LEAD_NONE,
    LEAD_BULLET,
    LEAD_DASH,
    LEAD_TIGHT,
    LEAD_ITEM,
    LEAD_HARD,
    LEAD_COUNT,
};

struct lead {
    enum lead_kind kind;
    struct str sign; /* a view into the line */
    unsigned count;  /* of a COUNT, from 1; letters count, too */
    bool no_sign;    /* of a COUNT: Markdown has no lists with such signs */
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
    } dashes[] = {{STR_INIT("–"), false},
                  {STR_INIT("—"), false},
                  {STR_INIT("§"), true},
                  {STR_INIT("o"), true}};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (!str_starts(line, dashes[i].dash))
            continue;
        struct str rest = str_from(line, dashes[i].dash.len);
        size_t hard = blanks_hard(rest), blanks = hard ? hard : str_starts(rest, STR(" "));
        if (blanks && (!dashes[i].before_letter || words_begin_with_letter(str_from(rest, blanks))))
            return str_slice(line, 0, dashes[i].dash.len);
    }
    return (struct str){0};
}

/* `1.Søk`, `1)Søk`, `a) Søk`, `(a) Søk`, `(1) Søk`. */
static struct lead count_of(struct str line)
{
    enum { DIGITS_MAX = 3 };
    bool open = str_starts(line, STR("("));
    size_t at = open, digits = 0;
    unsigned count = 0;
    for (; at < line.len && ascii_is_digit(line.ptr[at]) && digits < DIGITS_MAX; at++, digits++)
        count = count * 10 + (unsigned)(line.ptr[at] - '0');
    bool letter = !digits && at < line.len && ascii_is_letter(line.ptr[at]);
    if (letter)
        count = (unsigned)(ascii_lower(line.ptr[at++]) - 'a') + 1;
    bool closed =
        at < line.len && (line.ptr[at] == ')' || (!letter && !open && line.ptr[at] == '.'));
    if ((!digits && !letter) || !closed)
        return (struct lead){0};
    struct str sign = str_slice(line, 0, at + 1), text = str_trim(str_from(line, at + 1));
    return words_begin_with_letter(str_from(text, blanks_hard(text)))
               ? (struct lead){LEAD_COUNT, sign, count, letter || open}
               : (struct lead){0};
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
    bool sign = line.len && str_find_byte(STR("-*+"), line.ptr[0]) != SIZE_MAX;
    if (sign && blanks_hard(str_from(line, 1)))
        return (struct lead){.kind = LEAD_HARD, .sign = str_slice(line, 0, 1)};
    if (bullet.len)
        return (struct lead){.kind = LEAD_BULLET, .sign = str_slice(line, 0, bullet.len)};
    if (dash_of(line).len)
        return (struct lead){.kind = LEAD_DASH, .sign = dash_of(line)};
    if (is_tight(line))
        return (struct lead){.kind = LEAD_TIGHT, .sign = str_slice(line, 0, 1)};
    if (str_starts(line, STR("- ")) || str_starts(line, STR("* ")))
        return (struct lead){.kind = LEAD_ITEM, .sign = str_slice(line, 0, 1)};
    return count_of(line);
}

/* Whether a tab parts two cells: after a number or label with its dash, as `**3.5** -`, it does
 * not. */
static bool has_inner_tab(struct str line, const struct lead *lead)
{
    struct str text = str_trim(str_from(line, lead->sign.len));
    size_t tab = str_find_byte(text, '\t');
    struct str before = str_trim(str_slice(text, 0, tab == SIZE_MAX ? 0 : tab));
    return before.len && !str_ends(before, STR("-")) && !str_ends(before, STR("–")) &&
           !str_ends(before, STR(")"));
}

/* What the lines of a paragraph have shown so far: each fault is told once. */
struct paragraph_lines {
    bool table, tight, hard; /* told already */
    struct str bullet;       /* a sign that makes no list; told when all lines have been seen */
    struct str dash;         /* the first one, which becomes `bullet` when a second comes */
    struct str before;       /* the line before */
    bool broken;             /* that line ends in a line break that the page shows */
    struct lead lead;        /* of that line */
};

static bool counts_on(const struct lead *before, const struct lead *lead)
{
    return lead->kind == LEAD_COUNT && before->kind == LEAD_COUNT &&
           before->count + 1 == lead->count && before->no_sign == lead->no_sign;
}

/* Keeps the first sign that makes no list. */
static void note_bullet(struct paragraph_lines *seen, const struct lead *lead)
{
    if (!seen->bullet.ptr && lead->kind == LEAD_BULLET)
        seen->bullet = lead->sign;
    if (!seen->bullet.ptr && lead->kind == LEAD_DASH && seen->dash.ptr)
        seen->bullet = seen->dash;
    if (!seen->bullet.ptr && lead->no_sign && counts_on(&seen->lead, lead) && !seen->broken)
        seen->bullet = seen->lead.sign;
    if (!seen->dash.ptr && lead->kind == LEAD_DASH)
        seen->dash = lead->sign;
}

/* Whether a sign of Markdown's begins a line without the space that it needs. */
static bool lacks_space(const struct paragraph_lines *seen, const struct lead *lead)
{
    return lead->kind == LEAD_HARD ||
           (lead->kind == LEAD_TIGHT && str_eq(seen->lead.sign, lead->sign)) ||
           (counts_on(&seen->lead, lead) && !lead->no_sign);
}

static void check_space(const struct source *source, struct paragraph_lines *seen, struct str line,
                        const struct lead *lead, struct diags *diags)
{
    if (seen->tight || !lacks_space(seen, lead))
        return;
    /* The line before may be as it should be. */
    bool first = lead->kind != LEAD_HARD && seen->lead.kind == lead->kind &&
                 !str_starts(str_from(seen->before, seen->lead.sign.len), STR(" "));
    struct str sign = first ? seen->lead.sign : lead->sign, told = first ? seen->before : line;
    struct blanks_words hard = blanks_words(&diags->arena, str_from(told, sign.len));
    writing_tell(diags, WRITING_BULLET_NO_SPACE, source_span_of(source, told),
                 (struct detail){.args = {sign, hard.nb, hard.en}});
    seen->tight = true;
}

static void check_line(const struct source *source, struct paragraph_lines *seen, struct str line,
                       struct diags *diags)
{
    struct lead lead = lead_of(line);
    note_bullet(seen, &lead);
    check_space(source, seen, line, &lead, diags);
    if (!seen->table && has_inner_tab(line, &lead) && has_inner_tab(seen->before, &seen->lead)) {
        writing_tell(diags, WRITING_TAB_TABLE, source_span_of(source, seen->before), NO_DETAIL);
        seen->table = true;
    }
    seen->before = line;
    seen->lead = lead;
}

/* ---- hard blanks ---- */

/* Whether a line is `---`, `***` or `___`, and then only blanks, a hard one among them. */
static bool is_rule_with_blank(struct str line)
{
    size_t count = 0;
    while (count < line.len && line.ptr[count] == line.ptr[0])
        count++;
    return count > 2 && str_find_byte(STR("-*_"), line.ptr[0]) != SIZE_MAX &&
           blanks_hard(str_from(line, count)) == line.len - count && count < line.len;
}

/* Tells of a hard blank where only an ordinary one, or none, means something to Markdown. */
static void check_hard_blanks(const struct source *source, struct paragraph_lines *seen,
                              struct str line, struct diags *diags)
{
    size_t blanks = blanks_hard(line);
    struct str nb = STR("linjen er ikke tom, og skiller ikke avsnittene");
    struct str en = STR("the line is not empty, and parts no paragraphs");
    bool rule = line.len && is_rule_with_blank(line);
    if (rule) {
        nb = STR("linjen blir ikke en skillelinje");
        en = STR("the line is no thematic break");
    } else if (blanks < line.len) {
        nb = STR("det gir ikke innrykk");
        en = STR("it does not indent the line");
    }
    if (seen->hard || !(blanks || rule))
        return;
    struct str told = rule ? line : str_slice(line, 0, blanks);
    writing_tell(diags, WRITING_HARD_SPACE, source_span_of(source, told),
                 (struct detail){.args = {blanks_name(&diags->arena, told), nb, en}});
    seen->hard = true;
}

static void check_paragraph(const struct source *source, const struct prose_block *block,
                            struct diags *diags)
{
    struct paragraph_lines seen = {0};
    for (size_t i = block->first_line; i <= block->last_line && i <= source->line_count; i++) {
        struct str line = prose_line(source, i), whole = source_line(source, i);
        check_number_signs(source, block, line, diags);
        check_hard_blanks(source, &seen, line, diags);
        check_line(source, &seen, line, diags);
        seen.broken = str_ends(whole, STR("  ")) || str_ends(whole, STR("\\"));
    }
    if (seen.bullet.ptr)
        writing_tell(diags, WRITING_BULLET_CHARACTER, source_span_of(source, seen.bullet),
                     (struct detail){.args = {seen.bullet}});
}

void lines_check(const struct prose *prose, struct diags *diags)
{
    for (size_t i = 0; i < prose->blocks.len; i++)
        if (prose->blocks.items[i].kind == PROSE_PARAGRAPH)
            check_paragraph(prose->source, &prose->blocks.items[i], diags);
}
