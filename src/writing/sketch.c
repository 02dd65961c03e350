#include "writing/sketch.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/norwegian.h"

enum { RUN = 5, WORDS_MIN = 60 };

static uint64_t hash_word(struct str word)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a: sketches are the same in every run */
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.ptr[i]) * 0x100000001b3u;
    return hash;
}

/* Mixes all bits of a hash (fmix64 of MurmurHash3): bin and value are to be independent. */
static uint64_t spread(uint64_t hash)
{
    hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdu;
    hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53u;
    return hash ^ hash >> 33;
}

/*
 * Notes the run of words that ends with the last one: Broder's shingle. `words` is a ring
 * of hashes, and `next` is where the oldest of them is. The order of the words counts.
 *
 * Broder permutes all shingles once for each value that is kept. Li, Owen and Zhang permute
 * once: the low bits of the hash choose the bin, the high bits compete in it.
 */
static void note_run(struct sketch *sketch, const uint64_t *words, size_t next)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < RUN; i++)
        hash = hash * 0x9e3779b97f4a7c15u + words[(next + i) % RUN];
    hash = spread(hash);
    uint32_t *bin = &sketch->bins[hash % SKETCH_BINS];
    uint32_t value = (uint32_t)(hash >> 32) | 1; /* 0 is an empty bin */
    if (*bin == 0 || value < *bin)
        *bin = value;
}

const struct sketch *sketch_make(struct arena *arena, struct str text)
{
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, text);
    struct sketch sketch = {0};
    uint64_t words[RUN];
    size_t count = 0;
    for (struct str rest = buf_str(&folded), word; norwegian_word(&rest, &word);) {
        words[count++ % RUN] = hash_word(word);
        if (count >= RUN)
            note_run(&sketch, words, count % RUN);
    }
    buf_release(&folded);
    if (count < WORDS_MIN)
        return NULL;
    struct sketch *kept = arena_new(arena, struct sketch);
    *kept = sketch;
    return kept;
}

/*
 * The estimate of Li, Owen and Zhang: N_mat / (k - N_emp), the bins that agree among those
 * that are not empty in both.
 */
unsigned sketch_likeness(const struct sketch *a, const struct sketch *b)
{
    unsigned same = 0, any = 0;
    for (size_t i = 0; i < SKETCH_BINS; i++) {
        any += a->bins[i] || b->bins[i];
        same += a->bins[i] && a->bins[i] == b->bins[i];
    }
    return any ? 100 * same / any : 0;
}
