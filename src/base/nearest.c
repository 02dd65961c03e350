#include "base/nearest.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/norwegian.h"
#include "base/utf8.h"

/*
 * The table of Wagner and Fischer (1974): row i, column j is the distance between the
 * first i letters of `a` and the first j of `b`. Three rows are enough, for a cell
 * depends on the row before it and, by a swap, on the last but one. The swap is
 * Damerau's (1964); since it continues from what was before both letters, neither can
 * be edited again, and that is the restriction. Both texts have at most NEAREST_MAX bytes.
 */
static size_t distance(struct str a, struct str b)
{
    size_t rows[3][NEAREST_MAX + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            /* Kept or exchanged; left out of `b`; added in `b`; swapped. */
            size_t best = last[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            best = last[j] + 1 < best ? last[j] + 1 : best;
            best = now[j - 1] + 1 < best ? now[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
                best = before[j - 2] + 1 < best ? before[j - 2] + 1 : best;
            now[j] = best;
        }
        size_t *oldest = before;
        before = last;
        last = now;
        now = oldest;
    }
    return last[b.len];
}

struct nearest nearest_to(struct str word)
{
    struct nearest nearest = {.distance = SIZE_MAX};
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, word);
    if (folded.len && folded.len <= NEAREST_MAX) {
        memcpy(nearest.word, folded.ptr, folded.len);
        nearest.len = folded.len;
        nearest.allowed = (folded.len + 2) / 3;
    }
    buf_release(&folded);
    return nearest;
}

/* Lengths that differ by more than the distance allowed: most candidates need not be compared. */
static bool may_be_near(const struct nearest *nearest, struct str text)
{
    size_t len = nearest->len, allowed = nearest->allowed;
    return len && text.len + allowed >= len && text.len <= len + allowed && text.len <= NEAREST_MAX;
}

void nearest_try(struct nearest *nearest, struct str candidate)
{
    bool plain = utf8_plain_until(candidate) == candidate.len; /* ASCII keeps its length */
    if (plain && !may_be_near(nearest, candidate))
        return;
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, candidate);
    struct str other = buf_str(&folded);
    if (may_be_near(nearest, other)) {
        size_t far = distance((struct str){nearest->word, nearest->len}, other);
        /* A distance of its whole length means that none of its letters was kept. */
        bool near = far <= nearest->allowed && far < other.len;
        nearest->rivals += near && far == nearest->distance;
        if (near && far < nearest->distance) {
            nearest->best = candidate;
            nearest->distance = far;
            nearest->rivals = 0;
        }
    }
    buf_release(&folded);
}
