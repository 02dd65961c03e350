#ifndef PAGES_WORDS_H
#define PAGES_WORDS_H

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

#endif
