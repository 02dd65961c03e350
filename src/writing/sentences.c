#include "writing/sentences.h"

#include "writing/rules.h"
#include "writing/writing.h"

/* The most words and sentences that pass. The help texts of the two rules name them, too. */
enum { LONG_SENTENCE = 30, LONG_PARAGRAPH = 6 };

static struct str counted(struct arena *arena, size_t count)
{
    return str_format(arena, "%zu", count);
}

static void tell_sentence(const struct writing *writing, struct str sentence, size_t words,
                          size_t before, struct diags *diags)
{
    writing_tell(diags, WRITING_LONG_SENTENCES, prose_span_of(writing->prose, sentence),
                 (struct detail){.args = {counted(writing->scratch, words),
                                          counted(writing->scratch, before)}});
}

/* One long sentence may be needed, so only the second of two in a row is told of. */
static void check_paragraph(const struct writing *writing, const struct prose_block *block,
                            struct diags *diags)
{
    size_t count = 0, before = 0;
    struct str rest = prose_block_text(writing->prose, block), sentence;
    for (; words_sentence(&rest, writing->language, &sentence); count++) {
        size_t words = words_count(sentence);
        if (words > LONG_SENTENCE && before > LONG_SENTENCE)
            tell_sentence(writing, sentence, words, before, diags);
        before = words;
    }
    if (count > LONG_PARAGRAPH)
        writing_tell(diags, WRITING_LONG_PARAGRAPH, block->span,
                     (struct detail){.args = {counted(writing->scratch, count)}});
}

void sentences_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    for (size_t i = 0; i < prose->blocks.len; i++) {
        const struct prose_block *block = &prose->blocks.items[i];
        if (block->kind == PROSE_PARAGRAPH && !block->quoted)
            check_paragraph(writing, block, diags);
    }
}
