#ifndef SEARCH_WORD_READER_H
#define SEARCH_WORD_READER_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "search/documents.h"
#include "search/text_words.h"
#include "search/uses.h"
#include "search/written.h"

struct search_word;

/*
 * Reads the words of documents (documents.h), in which fields they stand (uses.h), and how they
 * are written (written.h). A worker has a reader of its own, which numbers the words in the order
 * it sees them, and knows them from then on.
 *
 *     struct word_reader reader;
 *     word_reader_init(&reader);
 *     reader.sources = &sources;
 *     struct read_words read = word_reader_read(&reader, document, &arena);
 *     … reader.words.items[read.uses[i] >> SEARCH_FIELDS] …
 *     word_reader_release(&reader);
 *
 * It takes time linear in the text.
 */

/* What all readers share, and none changes. */
struct word_sources {
    const struct search_documents *documents;
    struct lexicon phrases; /* of the synonyms */
};

/* A word that a reader has seen. */
struct seen_word {
    struct str text;
    uint32_t number;          /* the reader's own */
    size_t reading;           /* in which it was last seen, from 1; 0: none */
    size_t place;             /* its place among the uses of that document */
    struct search_word *word; /* the same word of all readers; set by words.c */
};

/* A form of a word, in a title, a summary, a text or a field; not in a term's names. */
struct seen_form {
    struct str text;
    bool has_capital;
    size_t reading; /* as in struct seen_word */
    const struct seen_word *of;
};

/* The words of one document. */
struct read_words {
    const struct word_reader *reader; /* NULL: it has not been read */
    const uint32_t *uses;             /* each word once: as search_use, but with its number */
    size_t len;
    const struct seen_form *const *forms; /* each once */
    size_t form_count;
};

struct word_reader {
    const struct word_sources *sources;
    struct arena arena;
    struct map by_text; /* → struct seen_word */
    struct map by_form; /* → struct seen_form */
    struct {
        struct seen_word **items;
        size_t len, cap;
    } words;       /* by number */
    size_t joined; /* so many of them have a `word` */
    size_t reading;
    struct {
        uint32_t *items;
        size_t len, cap;
    } uses; /* of the present document */
    struct {
        const struct seen_form **items;
        size_t len, cap;
    } forms; /* of the present document */
    struct buf body, folded;
    struct text_words found; /* the words of the present text */
};

void word_reader_init(struct word_reader *reader);

/*
 * Reads the words of a document into `arena`; of an entry not the names of its terms, for those are
 * other documents' words.
 */
struct read_words word_reader_read(struct word_reader *reader,
                                   const struct search_document *document, struct arena *arena);

/* Frees what the reader has seen. */
void word_reader_release(struct word_reader *reader);

#endif
