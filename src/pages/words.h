#ifndef PAGES_WORDS_H
#define PAGES_WORDS_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The words of the theme that C looks up; templates name all others. Every file of
 * theme/strings/ must have them, or there is a finding (pages/theme.h), so looking
 * one up never fails.
 *
 * To add one: its name here, its key in words.c, and the word in each file of
 * theme/strings/.
 */
enum own_word {
    WORD_HOME,
    WORD_ALL_ENTRIES,
    WORD_OVERVIEW,
    WORD_PRINT_ALL,
    WORD_NOT_FOUND,
    WORD_MOVED,
    WORD_SAME,          /* «samme», before a facet's noun */
    WORD_NAMED_RELATED, /* the entry itself names the other */
    WORD_JANUARY,
    WORD_DECEMBER = WORD_JANUARY + 11,
    OWN_WORDS
};

/* Their keys in theme/strings/. */
extern const struct str own_word_keys[OWN_WORDS];

/*
 * Sentences with holes {0} that C fills (values_fill in pages/values.h): of what is new, and of
 * lists over several pages. A theme that is older than those may lack them, as long as no
 * collection asks for them.
 */
enum own_sentence {
    SENTENCE_TITLE,   /* {0}: the former title */
    SENTENCE_FROM_TO, /* {0}: a field; {1}, {2}: the former and the present value */
    SENTENCE_CAME,    /* {0}: values; {1}: the field */
    SENTENCE_WENT,
    SENTENCE_DATE,          /* {0}: a field; {1}: the date */
    SENTENCE_FIELDS,        /* {0}: fields */
    SENTENCE_TEXT,          /* the text, without a heading */
    SENTENCE_SECTIONS,      /* {0}: headings */
    SENTENCE_SECTIONS_CAME, /* likewise */
    SENTENCE_SECTIONS_WENT,
    SENTENCE_PAGE_OF, /* {0}: the number of a page; {1}: how many there are */
    SENTENCE_DAY,     /* {0}: the day; {1}: the month; {2}: the year */
    OWN_SENTENCES
};

extern const struct str own_sentence_keys[OWN_SENTENCES];

/* Whether this is the key of such a word or sentence. */
bool own_words_have(struct str key);

#endif
