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

/*
 * Tells of a line in bold or italics that stands as a heading. Sentences do not, nor does
 * a link in bold, which is a button. In italics there are also captions and credits, as
 * «Foto: …», so with a colon, or last in its section, such a line is left alone.
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
    bool last =
        index + 1 == prose->blocks.len || prose->blocks.items[index + 1].kind == PROSE_HEADING;
    if (block->stress & PROSE_STRONG)
        writing_tell(diags, WRITING_BOLD_HEADING, block->span, (struct detail){.args = {text}});
    else if (!last && text.len <= ITALIC_HEADING_MAX && words_begin_with_letter(text) &&
             str_find_byte(text, ':') == SIZE_MAX)
        writing_tell(diags, WRITING_ITALIC_HEADING, block->span, (struct detail){.args = {text}});
}

static void tell_empty(const struct prose *prose, const struct prose_block *heading,
                       struct diags *diags)
{
    struct str text = str_trim(prose_block_text(prose, heading));
    struct setext setext = setext_read(prose->source, heading->span.start, heading->last_line);
    if (text.len && !setext_is_accident(&setext, text)) /* which is told of as that */
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

static void check_repeated_title(const struct writing *writing, const struct prose_block *block,
                                 struct str title, struct diags *diags)
{
    struct str text = prose_block_text(writing->prose, block);
    if (title.len && text.len < TITLE_MAX && str_eq(norwegian_words(writing->scratch, text), title))
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
