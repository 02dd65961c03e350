#include "writing/parts.h"

struct str part_text(const struct prose *prose, const struct prose_part *part)
{
    if (part->empty || part->block == prose->blocks.len)
        return STR("");
    return prose_block_text(prose, &prose->blocks.items[part->block]);
}

struct str part_sign(const struct prose *prose, const struct prose_part *part)
{
    return str_slice(prose->source->text, part->span.start, part->span.end);
}

bool part_in_sentence(const struct prose *prose, const struct prose_part *part)
{
    if (!part->first || !part->cuts || part->block == 0)
        return false;
    const struct prose_block *before = &prose->blocks.items[part->block - 1];
    struct str text = str_trim(prose_block_text(prose, before));
    static const struct str ends[] = {STR_INIT("."), STR_INIT(":"), STR_INIT("!"),
                                      STR_INIT("?"), STR_INIT("…"), STR_INIT(";"),
                                      STR_INIT("»"), STR_INIT(")"), STR_INIT("\"")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(text, ends[i]))
            return false;
    return text.len > 0;
}
