#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;

/*
 * What the program knows of a language: its words and phrases, which are data. The
 * Makefile makes one table of all files src/words/<language>.yaml and compiles it in, so
 * nothing is read when the program runs, and threads share the table.
 *
 *     const struct language *language = language_of(STR("nn"));       // NULL: none such
 *     if (language_has(language, WORDS_VAGUE, text, str_eq)) …
 *     if (languages_have(WORDS_ROLES, part, str_starts)) …
 *     struct str title = language_says(language, PHRASE_SCAFFOLD_VALUES);
 *
 * Texts that can be in any language, and what is looked at before its language is
 * known, ask languages_have(); the rules of one text ask language_has().
 *
 * To add a word: write it in its list. To add a language: a file src/words/<language>.yaml
 * with all the keys that the others have; an empty list is []. To add a list or a phrase:
 * its key in every file, and its name, in capitals, in one of the enums here; what a
 * script of the theme needs of it, pages/form_known.c puts into the page.
 * tests/unit/test_words.c finds what is missing, and words that are not written as they
 * are compared.
 */

/* The lists, by their keys. */
enum language_list {
    WORDS_KIN,              /* tags of languages whose words count, too */
    WORDS_ABBREVIATIONS,    /* without their last full stop */
    WORDS_CLOSING,          /* abbreviations that may end a sentence */
    WORDS_VAGUE,            /* link texts, folded (base/norwegian.h) */
    WORDS_FAMILIAR,         /* abbreviations that are known to all */
    WORDS_ROLES,            /* beginnings of what is no name of a person, folded */
    WORDS_EXAMPLE_DOMAINS,  /* of e-mail addresses that are no one's */
    WORDS_PRIVATE_MAIL,     /* domains of e-mail that people have for themselves */
    WORDS_AT_SIGNS,         /* what is written in brackets instead of @ */
    WORDS_INSTITUTIONS,     /* parts of the names of bodies, folded */
    WORDS_PHONE_WORDS,      /* that stand before a telephone number and are no names, folded */
    WORDS_SWITCHBOARDS,     /* parts of words for numbers that many share, folded */
    WORDS_INTRANET_DOMAINS, /* that only a private network knows */
    WORDS_INTRANET_HOSTS,   /* first labels of hosts there */
    WORDS_LOGIN_PATHS,      /* parts of addresses that ask who the reader is */
    WORDS_LOGIN_HOSTS,      /* that ask it, and those below them */
    WORDS_REDIRECTS,        /* hosts that only lead on to another, and those below them */
    WORDS_TRACKERS,         /* keys in addresses that follow the reader */
    WORDS_MONTHS,           /* twelve names, the first three letters of which are enough */
    WORDS_COUNTED,          /* what an ordinal number stands before: «2. ledd» */
    WORDS_MEANS_TRUE,       /* folded, as WORDS_MEANS_FALSE */
    WORDS_MEANS_FALSE,
    WORDS_COPIES,     /* what file managers put before or after the name of a copy */
    WORDS_STOP_WORDS, /* that a search reads only when there are no others, folded */
    WORDS_ENDINGS,    /* what a search takes off words, the longest first, folded */
    WORDS_DOUBLING,   /* those of them before which a letter is doubled in short words, too */
    WORD_LISTS
};

/* The phrases, by their keys. */
enum language_phrase {
    PHRASE_PLACEHOLDER,   /* what begins a placeholder (base/placeholder.h), after the bracket */
    PHRASE_SCAFFOLD_LEAD, /* this and the rest: what a new entry tells (collection/scaffold.h) */
    PHRASE_SCAFFOLD_VALUES,
    PHRASE_SCAFFOLD_PARTS,
    PHRASE_SCAFFOLD_REQUIRED,
    PHRASE_SCAFFOLD_AT_LEAST,
    PHRASE_SCAFFOLD_AT_MOST,
    PHRASE_SCAFFOLD_CHARACTERS,
    PHRASE_SCAFFOLD_ITEMS,
    PHRASE_SCAFFOLD_CHOICE,
    PHRASE_SCAFFOLD_ENTRY,
    PHRASE_SCAFFOLD_PARTIAL_DATE,
    PHRASE_SCAFFOLD_EMAIL,
    PHRASE_SCAFFOLD_NUMBER,
    PHRASE_SCAFFOLD_TEXT,
    PHRASE_TERM_SHORT, /* this and the next two: fields of a new term */
    PHRASE_TERM_NAMES,
    PHRASE_TERM_SUMMARY,
    PHRASE_SCAFFOLD_MISSING, /* before the way to propose what the values lack */
    PHRASE_PROPOSED_TITLE,   /* this and the next: of the field for it (collection/proposals.h) */
    PHRASE_PROPOSED_HELP,
    PHRASE_PROPOSED_NAME,
    PHRASE_PROPOSED_URL,
    PHRASE_DRAFT_TITLE, /* this and the next: of that field (collection/entry_fields.h) */
    PHRASE_DRAFT_HELP,
    PHRASE_HISTORY_TITLE, /* likewise */
    PHRASE_HISTORY_HELP,
    PHRASE_PATHS_FIRST,  /* the two lines at the head of the list of addresses, without their # */
    PHRASE_PATHS_SECOND, /* (collection/published.h) */
    PHRASE_NEWS_FIRST,   /* likewise of what has been told of changes (collection/told.h) */
    PHRASE_NEWS_SECOND,
    PHRASE_EDITION_FIRST, /* and of what every entry said (collection/edition.h) */
    PHRASE_EDITION_SECOND,
    PHRASE_PICTURES,   /* the folder of a site that has its pictures */
    PHRASE_START_HERE, /* the file to begin with in a copy of a site, without .html */
    PHRASE_DECIMAL,    /* the sign before decimals */
    PHRASES
};

struct language_words {
    struct str key; /* in the file */
    const struct str *items;
    size_t len;
};

struct language {
    struct str tag; /* nb: the name of its file */
    struct language_words lists[WORD_LISTS];
    struct {
        struct str key, text;
    } phrases[PHRASES];
};

/* All of them, by tag. */
extern const struct language languages[];
extern const size_t language_count;

/* The language of a tag; NULL when there is no file of it. */
const struct language *language_of(struct str tag);

/* The same, or English: for what must be said in some language. */
const struct language *language_or_english(struct str tag);

/* How a text is compared with a word: str_eq, str_starts, str_same … */
typedef bool word_fits(struct str text, struct str word);

/* Whether a word in the list fits, of the language or its kin; false when it is NULL. */
bool language_has(const struct language *language, enum language_list list, struct str text,
                  word_fits *fits);

/* Whether a word in the list fits, of any language. */
bool languages_have(enum language_list list, struct str text, word_fits *fits);

/* Appends the words of a list, of the language and its kin, one space apart; none when it is NULL.
 */
void language_put_words(struct buf *out, const struct language *language, enum language_list list);

struct str language_says(const struct language *language, enum language_phrase phrase);

/* Appends the size of a file in bytes as people are told it: `340 kB`, `1,2 MB`. */
void language_put_size(struct buf *out, const struct language *language, size_t size);

/* 1 … 12 for a text that begins as the name of a month does, in any language; 0: none. */
int languages_month(struct str text);

#endif
