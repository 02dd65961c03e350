#include "base/nearest.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/norwegian.h"

enum { LONGEST = 64 };

/* Both at most LONGEST bytes; three rows of the table are enough. */
static size_t distance(struct str a, struct str b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        last[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
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
    return (struct nearest){.word = word, .distance = SIZE_MAX};
}

void nearest_try(struct nearest *nearest, struct str candidate)
{
    struct buf word = BUF_INIT, other = BUF_INIT;
    norwegian_fold(&word, nearest->word);
    norwegian_fold(&other, candidate);
    if (word.len && word.len <= LONGEST && other.len <= LONGEST) {
        size_t allowed = (word.len + 2) / 3;
        size_t far = distance(buf_str(&word), buf_str(&other));
        if (far <= allowed && far < other.len && far < nearest->distance) {
            nearest->best = candidate;
            nearest->distance = far;
        }
    }
    buf_release(&word);
    buf_release(&other);
}
