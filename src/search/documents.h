#ifndef SEARCH_DOCUMENTS_H
#define SEARCH_DOCUMENTS_H

#include <stdbool.h>

#include "collection/collection.h"
#include "search/sections.h"

struct arena;
struct buf;

/*
 * What a search can find: the entries, each under its number in the collection, and after
 * them the places, the other pages that readers look for. Places are, in this order,
 *
 *  - the text pages;
 *  - of each facet whose terms have pages, the page that lists them, if there is one, and
 *    the pages of those terms that some entry has, in the order of the list.
 *
 *     struct search_documents documents;
 *     search_documents_list(&documents, &arena, &collection);
 *
 * To add a kind of place: a function beside add_text_pages().
 */
struct search_document {
    struct str title, summary, language;
    const struct markdown *body; /* or NULL */
    const struct document *file; /* of an entry or a text page, whose words it has; or NULL */
    const struct entry *entry;   /* NULL: it is a place */
    const struct term *term;     /* whose page it is, or NULL */
    bool page;                   /* a text page */
    struct str path;             /* of a place; that of an entry is plan_entry_path() */
    struct str kind;             /* of a term's page, the noun of its facet */
};

struct search_documents {
    const struct collection *collection;
    struct search_document *items; /* by number */
    size_t len, cap;
    struct sections sections; /* whose headings are no text of an entry */
};

/* Lists them in `arena`; the texts stay where they are in the collection. */
void search_documents_list(struct search_documents *documents, struct arena *arena,
                           const struct collection *collection);

/* Appends the body of a document as plain text, a line for each block. */
void search_documents_put_text(struct buf *out, const struct search_documents *documents,
                               const struct search_document *document);

#endif
