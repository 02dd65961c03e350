#ifndef SEARCH_USES_H
#define SEARCH_USES_H

#include <stdint.h>

/*
 * In which field of which document a word stands.
 *
 * To add a field of the index
 * ---------------------------
 *
 * A name in enum search_field, where note_document() of word_reader.c reads it, and its
 * weight in theme/assets/search.js.
 */
enum search_field {
    SEARCH_TITLE,
    SEARCH_NAMES, /* of an entry: all names of its terms, and the fields marked x-search;
                     of a term: what it is called besides its title, as in SEARCH_TITLE; of a
                     text page: its headings, and its address */
    SEARCH_SUMMARY,
    SEARCH_TEXT, /* the body, without the headings that all have (sections.h) */
    SEARCH_FIELDS,
    SEARCH_FIELDS_MASK = (1 << SEARCH_FIELDS) - 1
};

/* A document's number, and below it the fields as bits: document << SEARCH_FIELDS | 1 << field … */
typedef uint32_t search_use;
enum { SEARCH_NUMBER_MAX = UINT32_MAX >> SEARCH_FIELDS }; /* of a document, or of a word */

#endif
