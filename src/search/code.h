#ifndef SEARCH_CODE_H
#define SEARCH_CODE_H

#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * Sets of small numbers as text, which a script in a browser decodes in a few lines.
 *
 * The alphabet is 0–9, A–Z, a–z, `-` and `_`: the value of a character is its
 * place in it. A set is either
 *
 *  - a list: for each number, in ascending order, the gap to the one before it
 *    (number - previous - 1, where the first one's previous is -1) in base 32,
 *    lowest digit first; every digit but the last of a gap has 32 added. It is
 *    the variable byte code of inverted indexes (Manning, Raghavan, Schütze,
 *    Introduction to Information Retrieval, 5.3.1) with six bits a digit;
 *  - a bitmap: `*`, then for each six numbers up to the last one a character,
 *    in which bit k is number 6i + k;
 *
 * whichever is shorter, and the list when they are equal. The empty set is "".
 */

/* Appends a set. `numbers` must ascend, each larger than the one before. */
void search_code_put(struct buf *out, const uint32_t *numbers, size_t count);

#endif
