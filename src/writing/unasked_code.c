#include "writing/unasked_code.h"

#include <stdint.h>

#include "base/ascii.h"
#include "parse/comment.h"
#include "parse/prose.h"
#include "writing/blanks.h"
#include "writing/rules.h"
#include "writing/words.h"

/* Returns the run of backticks or tildes that a text begins with, if it can be a fence. */
static struct str fence_at(struct str text)
{
    enum { FENCE_MIN = 3 };
    size_t len = 0;
    while (len < text.len && (text.ptr[0] == '`' || text.ptr[0] == '~') &&
           text.ptr[len] == text.ptr[0])
        len++;
    return str_slice(text, 0, len >= FENCE_MIN ? len : 0);
}

/* A line that looks as if it should close a fence, and why it does not. */
enum closing { CLOSING_NONE, CLOSING_GOOD, CLOSING_BLANK, CLOSING_SHORT };

static enum closing closing_of(struct str opening, struct str line)
{
    struct str fence = fence_at(line), rest = str_from(line, fence.len);
    if (!fence.len || fence.ptr[0] != opening.ptr[0])
        return CLOSING_NONE;
    if (rest.len && blanks_hard(rest) == rest.len)
        return CLOSING_BLANK;
    if (str_trim(rest).len)
        return CLOSING_NONE;
    return fence.len < opening.len ? CLOSING_SHORT : CLOSING_GOOD;
}

/*
 * Whether a listing has the line that ends it. When a quote or list ends first, cmark gives
 * the line after that as the last one; if it looks like an end, the next listing begins there.
 */
static bool is_closed(const struct prose *prose, size_t index, struct str opening)
{
    const struct prose_block *block = &prose->blocks.items[index];
    bool begins_next = index + 1 < prose->blocks.len &&
                       prose->blocks.items[index + 1].first_line <= block->last_line;
    return block->last_line <= prose->source->line_count && !begins_next &&
           block->code_lines + 1 == block->last_line - block->first_line &&
           closing_of(opening, prose_line(prose->source, block->last_line)) == CLOSING_GOOD;
}

/* Returns the number of the first line of the listing that almost closes it, or 0. */
static size_t find_almost(const struct source *source, const struct prose_block *block,
                          struct str opening, enum closing *closing)
{
    for (size_t i = block->first_line + 1; i <= block->last_line && i <= source->line_count; i++) {
        *closing = closing_of(opening, prose_line(source, i));
        if (*closing > CLOSING_GOOD)
            return i;
    }
    *closing = CLOSING_NONE;
    return 0;
}

/* What to do, by how the line almost closes the fence. The gaps take the fence and the line. */
static const struct fence_help {
    struct str nb[3], en[3];
} fence_helps[] = {
    [CLOSING_NONE] = {{STR_INIT("sett en linje med bare «"),
                       STR_INIT("» der koden slutter, med samme innrykk som den første; skal det "
                                "ikke være kode, så ta bort tegnene"),
                       STR_INIT("")},
                      {STR_INIT("put a line with nothing but “"),
                       STR_INIT("” where the code ends, indented as the first one; if it is to be "
                                "no code, take the signs away"),
                       STR_INIT("")}},
    [CLOSING_BLANK] = {{STR_INIT("slett det harde mellomrommet etter «"), STR_INIT("» på linje "),
                        STR_INIT(", som skal avslutte den")},
                       {STR_INIT("delete the hard space after “"), STR_INIT("” on line "),
                        STR_INIT(", which is to end it")}},
    [CLOSING_SHORT] = {{STR_INIT("skriv «"), STR_INIT("» på linje "),
                        STR_INIT(" også, så avslutter den blokken")},
                       {STR_INIT("write “"), STR_INIT("” on line "),
                        STR_INIT(", too, so that it ends the block")}},
};

static void tell_open(const struct prose_block *block, struct str opening, enum closing closing,
                      size_t almost, struct diags *diags)
{
    struct arena *arena = &diags->arena;
    struct str line = almost ? str_format(arena, "%zu", almost) : STR("");
    struct str last = str_format(arena, "%zu", block->first_line + block->code_lines);
    const struct str *nb = fence_helps[closing].nb, *en = fence_helps[closing].en;
    struct str fence = words_quoted(arena, opening);
    writing_tell(
        diags, WRITING_FENCE_OPEN, block->span,
        (struct detail){.args = {fence, last, STR_JOIN(arena, nb[0], fence, nb[1], line, nb[2]),
                                 STR_JOIN(arena, en[0], fence, en[1], line, en[2])}});
}

/* Whether the line that was to end a listing begins the next one. */
static bool runs_on(const struct prose *prose, size_t index, enum closing closing)
{
    const struct prose_block *block = &prose->blocks.items[index];
    const struct prose_block *next = index + 1 < prose->blocks.len ? block + 1 : NULL;
    return closing == CLOSING_BLANK ||
           (next && next->kind == PROSE_LISTING && next->first_line <= block->last_line);
}

/* Tells of a fence that does not end where it should. Returns whether the next is wrong by it. */
static bool check_fence(const struct prose *prose, size_t index, struct str opening,
                        struct diags *diags)
{
    const struct prose_block *block = &prose->blocks.items[index];
    enum closing closing;
    size_t almost = find_almost(prose->source, block, opening, &closing);
    if (is_closed(prose, index, opening) && closing != CLOSING_BLANK)
        return false;
    tell_open(block, opening, closing, almost, diags);
    return runs_on(prose, index, closing);
}

/* Whether a line has signs that programs and formats have, and sentences do not. */
static bool has_code_signs(struct str line)
{
    static const struct str signs[] = {STR_INIT("::="), STR_INIT("=="), STR_INIT("&&"),
                                       STR_INIT("()"), STR_INIT("->>")};
    line = str_trim(line);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_find(line, signs[i]) != SIZE_MAX)
            return true;
    bool ends = str_ends(line, STR(";")) &&
                (str_find_byte(line, '=') != SIZE_MAX || str_find_byte(line, '(') != SIZE_MAX);
    return ends || str_ends(line, STR("{")) || str_ends(line, STR("}"));
}

/*
 * Whether an indented listing was meant as one. Only its first lines are read, and marks of
 * Markdown's or HTML in front of them show that a page was meant.
 */
static bool is_code(const struct source *source, const struct prose_block *block)
{
    enum { LINES_MAX = 40 };
    bool signs = false;
    for (size_t i = block->first_line, count = 0; i <= block->last_line && count < LINES_MAX;
         i++, count++) {
        struct str line = prose_line(source, i);
        if (line.len && str_find_byte(STR("<[!|#*-"), line.ptr[0]) != SIZE_MAX)
            return false;
        signs |= has_code_signs(line);
    }
    return signs;
}

/* Whether a listing has a note to other writers in it, which is an error (comment-shown). */
static bool has_note(const struct prose *prose, const struct prose_block *block)
{
    const struct source *source = prose->source;
    size_t end =
        block->last_line < source->line_count ? source->lines[block->last_line] : source->text.len;
    struct comment_reader reader =
        comment_reader_of(str_slice(source->text, block->span.start, end));
    for (struct comment_mark mark; (mark = comment_next(&reader)).kind;)
        if (mark.kind == COMMENT_OPENS)
            return true;
    return false;
}

/* What ends one listing too late makes the next begin with its end: that is one fault. */
void unasked_code_check(const struct prose *prose, struct diags *diags)
{
    bool known = false;
    for (size_t i = 0; i < prose->blocks.len; i++) {
        const struct prose_block *block = &prose->blocks.items[i];
        if (block->kind != PROSE_LISTING)
            continue;
        struct str opening = fence_at(str_from(prose->source->text, block->span.start));
        if (opening.len)
            known = !known && check_fence(prose, i, opening, diags);
        else if (!has_note(prose, block) && !is_code(prose->source, block))
            writing_tell(diags, WRITING_INDENTED_CODE, block->span, NO_DETAIL);
    }
}
