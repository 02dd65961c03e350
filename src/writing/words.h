#ifndef WRITING_WORDS_H
#define WRITING_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct arena;
struct language;

/*
 * Text as sentences and words, as far as the rules about language need it. The words
 * that they know are data (base/language.h); `language` is that of the text, or NULL
 * when the program knows no words of it.
 */

/*
 * Takes the next sentence off the front of *rest; false when there are no more.
 *
 * A sentence ends at `.`, `!`, `?` or `…`, with the quotation marks and brackets
 * after it, where the text ends or something follows that can begin a sentence. The
 * full stop of «bl.a.», «jf.», «17. mai» and «J. Hansen» ends none. Where it
 * cannot be told, there are two: a rule that asks for shorter sentences then
 * says nothing.
 */
bool words_sentence(struct str *rest, const struct language *language, struct str *sentence);

/* How many pieces between blanks have a letter or a digit. */
size_t words_count(struct str text);

bool words_begin_with_letter(struct str text);

/* False only when no two capitals stand side by side, which is soon found out. */
bool words_have_capitals(struct str text);

/* A text as a finding quotes it: its beginning, if it is long. */
struct str words_quoted(struct arena *arena, struct str text);

/* Whether a link text says nothing of where it leads; `text` is folded words, one space apart. */
bool words_are_vague(struct str text, const struct language *language);

/* Whether an abbreviation needs no explanation, in any language: EU, NRK, PDF; roman numbers. */
bool words_is_familiar(struct str abbreviation);

#endif
