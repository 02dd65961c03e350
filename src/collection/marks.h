#ifndef COLLECTION_MARKS_H
#define COLLECTION_MARKS_H

#include "collection/facet.h"
#include "collection/shown.h"
#include "schema/schema.h"

struct own_schemas;

/*
 * What the marks (`x-…`) of a collection's schema say of its entries: what they are
 * called, where they and the files made of them lie, and which sections they have.
 */
struct entry_kind {
    struct str folder;         /* where the files lie: content/<folder>/<term>/<slug>.md */
    struct str path;           /* the folder of the pages; with .html, the page that lists all */
    struct str overview;       /* address of the page of pictures, without .html, or absent */
    struct str print;          /* address of the page with all entries, likewise */
    struct str compare;        /* address of the page that puts some side by side, likewise */
    struct str news;           /* address of the page of what is new, likewise */
    struct str search;         /* folder of the search index, or absent */
    struct str data;           /* folder of the open data, or absent */
    struct str catalogue;      /* name of the catalogue in it, without .ttl, or absent */
    struct str about;          /* what an entry is about, a type of schema.org, or absent */
    struct str downloads;      /* folder of the editions to take along, or absent */
    struct str form;           /* slug of the page that has the form, or absent */
    const struct value *names; /* nouns: one, many; by language */
    struct str related;        /* the field with slugs of other entries (x-entry), or absent */
    struct str sectioned; /* the field whose value decides the sections of the body, or absent */
    const struct value *sections;          /* x-sections: by value, and "*" for all others */
    struct shown_list shown[SHOWN_PLACES]; /* x-show */
    struct crossed_list crossed;           /* its pairs */
};

/*
 * Reads the entry kind and the facets off the marks of a compiled schema. Returns false
 * if a mark is wrong; the findings say what. Kind and facets keep views of the schema,
 * which must outlive them, and the list of facets must not grow any more.
 */
bool marks_read(struct arena *arena, const struct schema *schema, struct own_schemas *own,
                struct entry_kind *kind, struct facet_list *facets, struct diags *diags);

/* Returns the title of a field in a language: what x-title has, or else `title`. */
struct str marks_title(const struct schema *schema, struct str language);

/* The same; the name of the field if it has no title. */
struct str marks_name(const struct schema_property *property, struct str language);

/* The same of the folder, whose mark is `mark`; else the noun for one, or the facet's name. */
struct str marks_folder_name(const struct value *mark, const struct facet *folder,
                             struct str language);

/* Returns the list of sections for this value of `kind->sectioned`, or NULL if none are named. */
const struct value *entry_sections(const struct entry_kind *kind, struct str value);

#endif
