#include "writing/signs.h"

#include "base/ascii.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/parts.h"
#include "writing/rules.h"
#include "writing/writing.h"

/* Whether a dash with a blank on both sides, or the end of a sentence, stands in a text. */
static bool goes_on_as_sentence(struct str text)
{
    return str_find(text, STR(" - ")) != SIZE_MAX || str_find(text, STR(" – ")) != SIZE_MAX ||
           str_ends(str_trim(text), STR("."));
}

/* Whether what stands before a part ends in a colon, and so leads up to a list. */
static bool is_announced(const struct prose *prose, const struct prose_part *part)
{
    return part->block > 0 &&
           str_ends(str_trim(prose_block_text(prose, &prose->blocks.items[part->block - 1])),
                    STR(":"));
}

/* Whether a quote is one line. */
static bool is_one_line(const struct prose *prose, const struct prose_part *part)
{
    const struct prose_block *block = &prose->blocks.items[part->block];
    return block->first_line == block->last_line &&
           !(part->block + 1 < prose->blocks.len && block[1].quoted);
}

/*
 * Whether a sign belongs to the text: `+ 5 prosent`, `> 50 deltakere` and a dash in the middle of
 * a sentence, or with nothing before it the signs that mean «more than».
 */
static bool is_sign_of_text(const struct prose *prose, const struct prose_part *part)
{
    struct str sign = part_sign(prose, part), text = part_text(prose, part), letter = text;
    bool digit = text.len && ascii_is_digit(text.ptr[0]);
    bool quote = part->sign == PROSE_QUOTE, plus = str_eq(sign, STR("+"));
    if (!text.len || (!quote && part->items > 1))
        return false;
    bool small = norwegian_letter(utf8_next(&letter)) == LETTER_SMALL;
    bool dash = str_eq(sign, STR("-")) && small && goes_on_as_sentence(text);
    if (part->cuts)
        return (digit || plus || dash) && part_in_sentence(prose, part);
    return digit && !part->leads && !is_announced(prose, part) &&
           (plus || (quote && is_one_line(prose, part)));
}

static void check_sign(const struct prose *prose, const struct prose_part *part,
                       struct diags *diags)
{
    bool quote = part->sign == PROSE_QUOTE;
    if (!is_sign_of_text(prose, part))
        return;
    writing_tell(diags, WRITING_SENTENCE_CUT, part->span,
                 (struct detail){.args = {part_sign(prose, part),
                                          quote ? STR("et sitat") : STR("et punkt i en liste"),
                                          quote ? STR("a quote") : STR("an item of a list")}});
}

void signs_check(const struct prose *prose, struct diags *diags)
{
    for (size_t i = 0; i < prose->parts.len; i++)
        if (prose->parts.items[i].sign != PROSE_NUMBER)
            check_sign(prose, &prose->parts.items[i], diags);
}
