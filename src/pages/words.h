#ifndef PAGES_WORDS_H
#define PAGES_WORDS_H

#include "base/str.h"

/*
 * The words of the theme that the program itself puts on pages; templates take
 * all others by name. Every file of theme/strings/ must have them
 * (pages/theme.h), so a page never asks in vain.
 *
 * To add one: its name here and its key in words.c, and the word in each file of
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

#endif
