#ifndef SEARCH_LEXICON_H
#define SEARCH_LEXICON_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Finds which of many given texts stand at a place in a long text, in one walk over
 * the bytes there.
 *
 *     lexicon_init(&lexicon, texts, count);
 *     struct lexicon_walk walk = lexicon_start(&lexicon);
 *     for (size_t i = from; i < text.len && lexicon_step(&lexicon, &walk, text.ptr[i]); i++)
 *         if (lexicon_ends(&lexicon, &walk))
 *             found(walk.from);
 *
 * Walks from all places of a text find every occurrence of every text of the
 * lexicon. A walk is never longer than the longest text of the lexicon, so all walks
 * together take time linear in the text, times that length.
 */
struct lexicon {
    const struct str *texts; /* the caller's, sorted by their bytes */
    size_t len;
    size_t starts[256 + 1]; /* by a byte: the first text that begins with it or a later one */
};

/* A walk under way: texts[from] up to texts[to] begin with the `depth` bytes read so far. */
struct lexicon_walk {
    size_t from, to, depth;
};

/*
 * `texts` must be sorted by their bytes, none empty, and must outlive the lexicon. If
 * some are equal, the first is found.
 */
void lexicon_init(struct lexicon *lexicon, const struct str *texts, size_t len);

struct lexicon_walk lexicon_start(const struct lexicon *lexicon);

/* Reads one byte more. Returns false if no text goes on with it; then the walk is over. */
bool lexicon_step(const struct lexicon *lexicon, struct lexicon_walk *walk, char byte);

/* Whether the bytes that the walk has read are a whole text, which is texts[walk->from]. */
bool lexicon_ends(const struct lexicon *lexicon, const struct lexicon_walk *walk);

#endif
