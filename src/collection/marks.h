#ifndef COLLECTION_MARKS_H
#define COLLECTION_MARKS_H

#include "collection/facet.h"
#include "schema/schema.h"

/*
 * What the marks (`x-…`) of a collection's schema say: what an entry is called
 * and where it lies, and by which fields entries are told apart.
 */
struct entry_kind {
    struct str folder;         /* where the files lie: content/<folder>/<term>/<slug>.md */
    struct str path;           /* where the pages lie */
    struct str overview;       /* the page of pictures, without its ending; absent: none */
    struct str print;          /* all entries on one page, likewise */
    struct str search;         /* where the search index lies; absent: there is none */
    struct str data;           /* where the open data lie; absent: there are none */
    struct str form;           /* the page of content/pages that has the form; absent: none */
    const struct value *names; /* one, many; by language */
    struct str related;        /* the field of ids of other entries (x-entry), or the absent str */
    struct str sectioned; /* the field whose value decides the sections of the body, likewise */
    const struct value *sections; /* x-sections: by value, and "*" for all others */
};

/*
 * Reads the entry kind and its facets off the marks of a compiled schema.
 * Returns false when a mark is wrong; what is wrong is then among the findings.
 * Kind and facets keep views of the schema, which must outlive them.
 */
bool marks_read(struct arena *arena, const struct schema *schema, struct entry_kind *kind,
                struct facet_list *facets, struct diags *diags);

/* The sections of an entry with this value of that field: a list, or NULL when none are named. */
const struct value *entry_sections(const struct entry_kind *kind, struct str value);

#endif
