#include "parse/setext.h"

#include "parse/prose.h"

/* In bytes. A longer text is taken for a sentence, and a shorter line for one of a signature. */
enum { TEXT_MAX = 100, LINE_MIN = 3 };

static bool is_drawn(struct str line)
{
    size_t same = 0;
    while (same < line.len && line.ptr[same] == line.ptr[0])
        same++;
    return line.len && same == line.len && (line.ptr[0] == '-' || line.ptr[0] == '=');
}

/* The first such line ends the text, so it is the one; cmark does not say where it is. */
struct setext setext_read(const struct source *source, size_t start, size_t last)
{
    struct setext setext = {0};
    size_t first = source_place(source, start).line;
    if (str_starts(str_from(source->text, start), STR("#")))
        return setext;
    for (size_t line = first + 1; line <= last && line <= source->line_count; line++) {
        struct str under = prose_line(source, line);
        setext.lines++;
        if (is_drawn(under)) {
            setext.under = under;
            break;
        }
    }
    /* The line that ends the fields of a file has no empty line before it. */
    struct str above = first > 2 ? prose_line(source, first - 1) : STR("");
    setext.boxed =
        above.len >= LINE_MIN && is_drawn(above) && prose_line(source, first - 2).len == 0;
    return setext;
}

bool setext_is_accident(const struct setext *setext, struct str text)
{
    static const struct str ends[] = {STR_INIT("."), STR_INIT(","), STR_INIT(";")};
    if (!setext->under.ptr)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i]))
            return true;
    return setext->lines > 1 || setext->boxed || text.len > TEXT_MAX ||
           setext->under.len < LINE_MIN;
}
