#ifndef SEARCH_WORD_READER_H
#define SEARCH_WORD_READER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "search/documents.h"
#include "search/term_words.h"
#include "search/uses.h"
#include "search/written.h"

struct search_word;

/*
 * Reads the words of documents (documents.h), in which fields they stand (uses.h), and how they
 * are written (written.h). A worker has a reader of its own, which numbers the words in the order
 * it sees them.
 *
 *     struct word_reader reader;
 *     word_reader_init(&reader, &sources);
 *     struct document_uses uses = word_reader_read(&reader, number); // by rising numbers
 *     … reader.words.items[uses.items[i] >> SEARCH_FIELDS] …
 *     word_reader_release(&reader);
 *
 * It takes time linear in the text.
 */

/* What all readers share, and none changes. */
struct word_sources {
    const struct search_documents *documents;
    struct lexicon phrases; /* of the synonyms */
    struct term_words terms;
};

/* A word that a reader has seen. */
struct seen_word {
    struct str text;
    uint32_t number;          /* the reader's own */
    size_t document;          /* in which it was last seen, from 1; 0: none */
    size_t place;             /* its place among the uses of that document */
    struct written written;   /* in titles, summaries, texts and fields; not in a term's names */
    struct search_word *word; /* the same word of all readers; set by words.c */
};

struct word_reader {
    const struct word_sources *sources;
    struct arena arena;
    struct map by_text; /* → struct seen_word */
    struct {
        struct seen_word **items;
        size_t len, cap;
    } words; /* by number */
    struct {
        uint32_t *items;
        size_t len, cap;
    } uses;          /* of the present document: as search_use, but with the word's number */
    size_t document; /* the present one, from 1 */
    struct buf body, folded;
    struct text_words found; /* the words of the present text */
};

/* The words of one document: as search_use, but with the word's number. */
struct document_uses {
    const uint32_t *items;
    size_t len;
};

/* `sources` must outlive the reader. */
void word_reader_init(struct word_reader *reader, const struct word_sources *sources);

/* Returns each word of the document with this number once. The list is the reader's. */
struct document_uses word_reader_read(struct word_reader *reader, size_t number);

/* Frees what the reader has seen, and the lists that it has returned. */
void word_reader_release(struct word_reader *reader);

#endif
