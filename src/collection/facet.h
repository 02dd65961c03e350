#ifndef COLLECTION_FACET_H
#define COLLECTION_FACET_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/value.h"

struct arena;
struct document;
struct entry;
struct facet;

/*
 * Facets: the fields by which entries are told apart and browsed, as the
 * schema's marks declare them (collection/marks.h). Which they are is the
 * collection's business; no facet is known to the program by name.
 *
 * A facet is one of
 *  - the folder of an entry             (x-folder, terms from a vocabulary);
 *  - a field of ids from a vocabulary   (x-terms);
 *  - a field of a few fixed values      (enum, with names in x-values);
 *  - an open field, whose every value is a term (x-browse on text or integers);
 *  - a field that is true or false, with one term, for true. Its id is the
 *    field's name and its names are in x-values, under `true`.
 *
 * To add a facet: a mark in content/schema.yaml; nothing here.
 */

/* A name as it is written, and its folded words, one space apart (base/norwegian.h). */
struct term_name {
    struct str text;
    struct str words;
};

struct term_names {
    struct term_name *items;
    size_t len, cap;
};

struct term {
    const struct facet *facet;
    struct str id;
    struct str slug;                 /* the last part of its address */
    struct str path;                 /* the address of its page; absent: the facet has no pages */
    const struct document *document; /* the vocabulary's file, or NULL */
    const struct value *label;       /* its name: one text, or a map of language to text */
    struct term_names labels;        /* that name in each language, the site's own first */
    struct term_name short_name;     /* its abbreviation, or the absent str */
    struct term_names names;         /* what else it is called */
    struct str summary;              /* a line of definition, from x-values or the file */
    int64_t order;
    struct str key; /* for sorting */
    size_t number;  /* among the facet's terms */
    struct {
        const struct entry **items;
        size_t len, cap;
    } entries; /* in the collection's order */
};

enum facet_order { FACET_BY_NAME, FACET_AS_WRITTEN, FACET_BY_NUMBER };

struct facet {
    struct str field;          /* of the entry; for the folder a name of its own */
    struct str vocabulary;     /* folder of the terms' files, or the absent str */
    const struct value *title; /* of the field */
    const struct value *names; /* one, many; by language */
    struct str path;           /* where the pages lie; absent: no pages */
    bool of_folder;
    bool of_truth;  /* true or false: has one term */
    bool open;      /* the entries make the terms */
    bool index;     /* has a page that lists its terms */
    bool grouped;   /* a term's page groups its entries by folder */
    bool main;      /* the first value counts most and must be there */
    int64_t weight; /* how much a shared term relates two entries */
    enum facet_order order;
    struct span span; /* of the mark, in the schema */
    struct {
        struct term **items;
        size_t len, cap;
    } terms; /* in the order they are listed */
    struct map by_id;
    struct map by_slug; /* of an open one: two of its terms must not share an address */
};

struct facet_list {
    struct facet *items;
    size_t len, cap;
};

/* Where a facet stands in the list: the number by which entries keep their terms of it. */
size_t facet_number(const struct facet_list *facets, const struct facet *facet);

/* The first whose terms are the files of this folder, or NULL. */
const struct facet *facet_of_vocabulary(const struct facet_list *facets, struct str vocabulary);

/* The term with this id, or NULL. */
struct term *facet_term(const struct facet *facet, struct str id);

/*
 * The id that a value stands for: its text, its number written out, `true` or
 * `false`; the absent str for null, a list and a map.
 */
struct str facet_id(struct arena *arena, const struct value *value);

/* The slug of that id. A number below zero begins with `minus-`: a slug cannot show its sign. */
struct str facet_slug(struct arena *arena, const struct value *value);

/*
 * Adds a term at the end, with its address; the facet must lie where it stays.
 *
 *     term = facet_add(arena, facet, id, slug);
 *     term->label = …; term->document = …;
 *     facet_name(arena, term, language);   // its names, once label and document are set
 *     …
 *     facet_sort(arena, facet, language);  // when no more will come
 */
struct term *facet_add(struct arena *arena, struct facet *facet, struct str id, struct str slug);
void facet_name(struct arena *arena, struct term *term, struct str language);
void facet_sort(struct arena *arena, struct facet *facet, struct str language);

/*
 * The term that was meant, or NULL: by its other names, then by a slip in its id,
 * then by how the words of its name begin («Landbruksdep» for «Landbruks- og
 * mat…»), then by slips in its name. In short ids one slip makes another id, so
 * there the slip must be one and the id the only one so near.
 */
const struct term *facet_nearest(const struct facet *facet, struct str written,
                                 struct diags *diags);

#endif
