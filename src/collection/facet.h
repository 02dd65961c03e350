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
 * schema's marks declare them (collection/marks.h). The program knows none by name.
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
    struct str slug;                 /* the last part of its address, without .html */
    struct str path;                 /* of its page; absent if the facet has no pages */
    const struct document *document; /* the vocabulary's file, or NULL */
    const struct value *label;       /* its name: one text, or a map of language to text */
    struct term_names labels;        /* that name in each language, the site's first */
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
    struct str field;            /* name of the entry's field; the folder has one of its own */
    struct str vocabulary;       /* folder of the terms' files, or the absent str */
    const struct value *title;   /* of the field */
    const struct value *names;   /* nouns: one, many; by language */
    const struct value *kinds;   /* x-kinds: a label for each kind of term, or NULL */
    const struct value *between; /* x-between: the two labels of each term's ends, or NULL */
    struct str path;             /* folder of the terms' pages; absent if they have none */
    struct str booklets;         /* folder of the terms' booklets, likewise (pages/booklet.c) */
    bool of_folder;              /* its terms are the folders of entries */
    bool of_truth;               /* its field is true or false, and it has one term */
    bool open;                   /* its terms come from the entries */
    bool index;                  /* has a page that lists its terms */
    bool grouped;                /* a term's page groups its entries by folder */
    bool main;                   /* an entry must have a value, and the first one counts most */
    bool ordered;                /* the order of its terms says more than how many have them */
    bool shelf;                  /* its terms have motifs, if no facet before it has */
    int64_t weight;              /* how much a shared term relates two entries */
    enum facet_order order;
    struct span span; /* of the mark, in the schema */
    struct {
        struct term **items;
        size_t len, cap;
    } terms; /* in the order they are listed */
    struct map by_id;
    struct map by_slug; /* of an open facet: two of its terms must not share an address */
};

struct facet_list {
    struct facet *items;
    size_t len, cap;
};

/* Returns the facet's place in the list: the number under which entries keep its terms. */
size_t facet_number(const struct facet_list *facets, const struct facet *facet);

/*
 * Returns what a facet is called over so many terms of an entry: the noun for them where the
 * facet's title has it, too; else the title, since that says more: «Passer for», not «Gruppe».
 */
struct str facet_heading(struct arena *arena, const struct facet *facet, struct str language,
                         size_t count);

/* Returns the first facet whose terms are the files of this folder, or NULL. */
const struct facet *facet_of_vocabulary(const struct facet_list *facets, struct str vocabulary);

/* Returns the facet of the field with that name, or NULL. */
const struct facet *facet_of_field(const struct facet_list *facets, struct str field);

/* Whether its terms are more than their ids, which are all that an open one has, and a truth. */
bool facet_has_names(const struct facet *facet);

/* Returns the term with this id, or NULL. */
struct term *facet_term(const struct facet *facet, struct str id);

/*
 * Returns the id that a value stands for: its text, its number written out, `true` or
 * `false`; the absent str for null, a list and a map.
 */
struct str facet_id(struct arena *arena, const struct value *value);

/* Returns the slug of that id. A negative number begins with `minus-`: slugs have no sign. */
struct str facet_slug(struct arena *arena, const struct value *value);

/*
 * Adds a term at the end, with its address. It points at the facet, which must not move
 * any more.
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
 * Returns the term that was likely meant by an id that no term has, or NULL. Looks for
 * one, in this order,
 *
 *  1. that has the text as a name, or as its id in other case or with quotation marks;
 *  2. whose id differs by slips. A slip in a short id may make another id, so there it
 *     must be a single one, and no other id as near;
 *  3. whose name has words that begin alike («Landbruksdep» for «Landbruks- og mat…»);
 *  4. whose name differs by slips.
 *
 * Each call takes one of the suggestions of `diags`; when they are used up it returns NULL.
 */
const struct term *facet_nearest(const struct facet *facet, struct str written,
                                 struct diags *diags);

#endif
