#ifndef BASE_NORWEGIAN_H
#define BASE_NORWEGIAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct buf;

/*
 * Letters as Norwegian uses them, on utf8proc's Unicode tables and nothing of
 * the machine's locale. Text is valid UTF-8, composed or decomposed.
 */

/*
 * Folds for comparing and searching: lower case, æ → ae, ø → o, å → a, other
 * letters to their base letter (é → e), soft hyphens and joiners left out; the
 * rest is kept.
 */
void norwegian_fold(struct buf *out, struct str text);

/*
 * Puts the letters that are folded to something else than their base letter,
 * each with what it becomes, one space apart: "æae äae øo …". It is what a
 * browser's script lacks to fold as norwegian_fold() does; Unicode's tables it
 * has. tests/search/letters.mjs compares the two, letter by letter.
 */
void norwegian_put_letters(struct buf *out);

/*
 * Takes the next word off the front of a folded text: a run of letters, marks
 * and digits (Unicode's L, M and N). False when there are no more.
 *
 *     for (struct str rest = buf_str(&folded), word; norwegian_word(&rest, &word);)
 */
bool norwegian_word(struct str *rest, struct str *word);

/* Puts a text with a capital at its beginning. */
void norwegian_put_capital(struct buf *out, struct str text);

/* The folded words of a text, one space apart: what two texts share that say the same. */
void norwegian_put_words(struct buf *out, struct str text);
struct str norwegian_words(struct arena *arena, struct str text);

/*
 * True for a mark: what stands on the letter before it, as accents do (Unicode's M, and all
 * that canonical ordering moves), or between letters unseen (joiners, soft hyphens).
 *
 * To put a run of marks in canonical order costs the square of its length, here and in
 * browsers. No language needs more than a few: stream-safe text has at most
 * NORWEGIAN_MARKS_MAX in a row (UAX #15, 13). The gate refuses longer runs; whatever
 * else is folded here, or made a key of, is put in order so many at a time.
 */
enum { NORWEGIAN_MARKS_MAX = 30 };
bool norwegian_is_mark(uint32_t rune);

/*
 * Returns a text with its letters composed (Unicode's NFC), as every font shows them well:
 * å for a and a ring after it. It is the text itself, not a copy, if they are.
 */
struct str norwegian_composed(struct arena *arena, struct str text);

/*
 * Puts a text such that two that look the same become equal: composed, each run of blanks,
 * hard ones too, one space, and without soft hyphens and joiners.
 */
void norwegian_put_look(struct buf *out, struct str text);

/* Returns a text such that two that differ only in case, accents and blanks become equal. */
struct str norwegian_alike(struct arena *arena, struct str text);

/* What kind of letter it is, if it is one; those of scripts without case are OTHER. */
enum letter_kind { LETTER_NONE, LETTER_SMALL, LETTER_CAPITAL, LETTER_OTHER };
enum letter_kind norwegian_letter(uint32_t rune);

/*
 * A key such that str_cmp() of two keys is the order of the texts in a
 * Norwegian list: spaces and signs before digits before letters, … z æ ø å,
 * with ä as æ and ö as ø; accents and case only decide between equals. In
 * names «aa» is an old spelling of å and sorts there (Aasen after Østby); in
 * words it is two letters.
 */
enum norwegian_order { NORWEGIAN_WORDS, NORWEGIAN_NAMES };
struct str norwegian_key(struct arena *arena, struct str text, enum norwegian_order order);

/* Of utf8proc, as it says itself. */
const char *norwegian_version(void);

#endif
