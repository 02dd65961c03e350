#include "search/lexicon.h"

#include <assert.h>

enum { BYTES = 256 };

/* Returns a byte of a text; after its end -1, so that a text comes before those that go on. */
static int byte_at(struct str text, size_t at)
{
    return at < text.len ? (unsigned char)text.ptr[at] : -1;
}

/* Returns the first text of the walk whose byte at `depth` is `byte` or a later one. */
static size_t lower_bound(const struct lexicon *lexicon, const struct lexicon_walk *walk, int byte)
{
    size_t low = walk->from, high = walk->to;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (byte_at(lexicon->texts[middle], walk->depth) < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void lexicon_init(struct lexicon *lexicon, const struct str *texts, size_t len)
{
    *lexicon = (struct lexicon){.texts = texts, .len = len};
    struct lexicon_walk all = lexicon_start(lexicon);
    for (int byte = 0; byte <= BYTES; byte++)
        lexicon->starts[byte] = lower_bound(lexicon, &all, byte);
    assert(lexicon->starts[0] == 0);
}

struct lexicon_walk lexicon_start(const struct lexicon *lexicon)
{
    return (struct lexicon_walk){0, lexicon->len, 0};
}

/*
 * Sorted texts serve as a trie without building one: texts that begin alike are
 * neighbours, and each byte read leaves a narrower range of them. The range of a
 * first byte, at which most walks end, is in a table; a binary search finds the rest.
 */
bool lexicon_step(const struct lexicon *lexicon, struct lexicon_walk *walk, char byte)
{
    int value = (unsigned char)byte;
    if (walk->depth == 0) {
        walk->from = lexicon->starts[value];
        walk->to = lexicon->starts[value + 1];
    } else {
        walk->from = lower_bound(lexicon, walk, value);
        if (walk->from < walk->to && byte_at(lexicon->texts[walk->from], walk->depth) != value)
            walk->to = walk->from;
        else
            walk->to = lower_bound(lexicon, walk, value + 1);
    }
    walk->depth++;
    return walk->from < walk->to;
}

bool lexicon_ends(const struct lexicon *lexicon, const struct lexicon_walk *walk)
{
    return walk->from < walk->to && lexicon->texts[walk->from].len == walk->depth;
}
