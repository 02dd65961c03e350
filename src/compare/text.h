#ifndef COMPARE_TEXT_H
#define COMPARE_TEXT_H

#include <stddef.h>

#include "base/str.h"

struct arena;
struct parts;

/*
 * Which sentences and facts of a page came and went between two editions of it, and
 * how many words. Their places do not count: a sentence or a word that has moved has
 * neither come nor gone. So nothing need be aligned, and time and memory are linear
 * in the two texts.
 */
enum { SENTENCES_KEPT = 4 };

struct diff_text {
    /* The first SENTENCES_KEPT of each, maybe cut off, and maybe not valid UTF-8. */
    struct str gone[SENTENCES_KEPT], come[SENTENCES_KEPT];
    size_t gone_count, come_count;
    size_t words_gone, words_come;
};

/*
 * Compares the units of text and of facts. The results live in `arena`; the caller
 * may reset `scratch` when it returns.
 */
void diff_text_find(struct diff_text *diff, struct arena *arena, struct arena *scratch,
                    const struct parts *before, const struct parts *after);

#endif
