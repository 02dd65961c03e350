#ifndef COMPARE_TEXT_H
#define COMPARE_TEXT_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct parts;

/*
 * Which sentences and fields of a page came and went between two editions of
 * it, and how many words. Where they stand does not count: a sentence, or a word,
 * that moved is neither gone nor come. So there is nothing to align, and time
 * and memory go with the length of the two texts.
 */
enum { SENTENCES_KEPT = 4 };

struct diff_text {
    /* The first few of those that are counted. They may be cut, and may not be UTF-8. */
    struct str gone[SENTENCES_KEPT], come[SENTENCES_KEPT];
    size_t gone_count, come_count;
    size_t words_gone, words_come;
};

/* Reads the units that are text or facts. The results live in `arena`; `scratch` may be reset. */
void diff_text_find(struct diff_text *diff, struct arena *arena, struct arena *scratch,
                    const struct parts *before, const struct parts *after);

#endif
