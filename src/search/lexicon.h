#ifndef SEARCH_LEXICON_H
#define SEARCH_LEXICON_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Finds which of many texts begin at a place in another text, in one walk over
 * its bytes.
 *
 *     lexicon_init(&lexicon, texts, count);
 *     struct lexicon_walk walk = lexicon_start(&lexicon);
 *     for (size_t i = from; i < text.len && lexicon_step(&lexicon, &walk, text.ptr[i]); i++)
 *         if (lexicon_ends(&lexicon, &walk))
 *             found(walk.from);
 *
 * A walk from every place of a text finds every text of the lexicon in it. A
 * walk ends after the longest match at the latest, so all of them together take
 * time linear in the text, by the length of the longest text of the lexicon.
 */
struct lexicon {
    const struct str *texts; /* the caller's, by their bytes */
    size_t len;
    size_t starts[256 + 1]; /* by first byte: the first text with it, or with a later one */
};

/* The texts [from, to) begin with the `depth` bytes that the walk has read. */
struct lexicon_walk {
    size_t from, to, depth;
};

/* `texts` ascend by their bytes, and none is empty; of equal ones the first is found. They must
 * outlive the lexicon. */
void lexicon_init(struct lexicon *lexicon, const struct str *texts, size_t len);

struct lexicon_walk lexicon_start(const struct lexicon *lexicon);

/* Reads one byte more. Returns false, and the walk is over, when no text goes on with it. */
bool lexicon_step(const struct lexicon *lexicon, struct lexicon_walk *walk, char byte);

/* Whether what the walk has read is a whole text; it is then texts[walk->from]. */
bool lexicon_ends(const struct lexicon *lexicon, const struct lexicon_walk *walk);

#endif
