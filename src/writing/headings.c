#include "writing/headings.h"

#include "base/norwegian.h"
#include "parse/setext.h"
#include "writing/rules.h"
#include "writing/writing.h"

/*
 * In bytes. A longer line in bold or italics is taken for a sentence, whatever it ends
 * with. A heading of more than TITLE_MAX is not compared with the title, for which
 * all of it would have to be folded.
 */
enum { STRESSED_HEADING_MAX = 80, ITALIC_HEADING_MAX = 60, TITLE_MAX = 400 };

/* Whether the stretch is one link and nothing else. The links are in the order of the text. */
static bool is_one_link(const struct prose *prose, size_t start, size_t end)
{
    for (size_t low = 0, high = prose->links.len; low < high;) {
        size_t middle = low + (high - low) / 2;
        const struct prose_link *link = &prose->links.items[middle];
        if (link->start == start)
            return link->end == end;
        if (link->start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static bool is_heading(const struct prose *prose, size_t index)
{
    return index < prose->blocks.len && prose->blocks.items[index].kind == PROSE_HEADING;
}

/*
 * Whether a line in italics can stand for a heading. There are also captions and credits, as
 * «Foto: …» or «Kari Nordmann, 1947», names of files, and labels, as «Valgfritt» right under a
 * heading.
 */
static bool is_italic_heading(const struct prose *prose, size_t index, struct str text)
{
    bool last = index + 1 == prose->blocks.len || is_heading(prose, index + 1);
    bool label = index > 0 && is_heading(prose, index - 1);
    return !last && !label && text.len <= ITALIC_HEADING_MAX && words_begin_with_letter(text) &&
           str_find_byte(text, ':') == SIZE_MAX && str_find_byte(text, ',') == SIZE_MAX &&
           !str_eq(text, STR(PROSE_CODE));
}

/*
 * Tells of a line in bold or italics that stands as a heading. Sentences do not, nor does
 * a link in bold, which is a button.
 */
static void check_stress(const struct prose *prose, size_t index, struct diags *diags)
{
    const struct prose_block *block = &prose->blocks.items[index];
    struct str text = str_trim(prose_block_text(prose, block));
    if (!block->stress || block->listed || block->quoted || block->first_line != block->last_line ||
        text.len > STRESSED_HEADING_MAX || str_ends(text, STR(".")) || str_ends(text, STR("!")) ||
        str_ends(text, STR("?")) || is_one_link(prose, block->start, block->end))
        return;
    if (str_ends(text, STR(":")))
        text.len--;
    if (block->stress & PROSE_STRONG)
        writing_tell(diags, WRITING_BOLD_HEADING, block->span, (struct detail){.args = {text}});
    else if (is_italic_heading(prose, index, text))
        writing_tell(diags, WRITING_ITALIC_HEADING, block->span, (struct detail){.args = {text}});
}

/* Whether HTML is what follows: it is told of as that, and no page is made of it. */
static bool has_html(const struct prose *prose, const struct prose_block *heading)
{
    size_t line = heading->last_line + 1;
    while (line <= prose->source->line_count && !str_trim(source_line(prose->source, line)).len)
        line++;
    if (line > prose->source->line_count)
        return false;
    struct str text = str_trim(source_line(prose->source, line));
    return str_starts(text, STR("<")) && !str_starts(text, STR("<!--"));
}

static void tell_empty(const struct prose *prose, const struct prose_block *heading,
                       struct diags *diags)
{
    struct str text = str_trim(prose_block_text(prose, heading));
    struct setext setext = setext_read(prose->source, heading->span.start, heading->last_line);
    if (text.len && !setext_is_accident(&setext, text) && /* which is told of as that */
        !has_html(prose, heading))
        writing_tell(diags, WRITING_SECTION_EMPTY, heading->span,
                     (struct detail){.args = {words_quoted(&diags->arena, text)}});
}

/*
 * A heading is empty if the next block is a heading of its level or above, or if there is
 * none. HTML comments are not blocks.
 */
static void check_empty_sections(const struct prose *prose, struct diags *diags)
{
    const struct prose_block *empty = NULL;
    for (size_t i = 0; i < prose->blocks.len; i++) {
        const struct prose_block *block = &prose->blocks.items[i];
        bool heading = block->kind == PROSE_HEADING && !block->quoted && !block->listed;
        if (heading && empty && block->level <= empty->level)
            tell_empty(prose, empty, diags);
        empty = heading ? block : NULL;
    }
    if (empty)
        tell_empty(prose, empty, diags);
}

/* Of one at the level of the title that is told already, with what to do if it repeats it. */
static void check_repeated_title(const struct writing *writing, const struct prose_block *block,
                                 struct str title, struct diags *diags)
{
    struct str text = prose_block_text(writing->prose, block);
    if (block->level > 1 && title.len && text.len < TITLE_MAX &&
        str_eq(norwegian_words(writing->scratch, text), title))
        writing_tell(diags, WRITING_HEADING_REPEATS_TITLE, block->span, NO_DETAIL);
}

void headings_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    struct str title = value_get_str(writing->fields, STR("title"));
    if (!title.len)
        title = value_get_str(writing->fields, STR("name"));
    title = norwegian_words(writing->scratch, title);
    check_empty_sections(prose, diags);
    for (size_t i = 0; i < prose->blocks.len; i++) {
        const struct prose_block *block = &prose->blocks.items[i];
        if (block->kind == PROSE_HEADING)
            check_repeated_title(writing, block, title, diags);
        else if (block->kind == PROSE_PARAGRAPH)
            check_stress(prose, i, diags);
    }
}
