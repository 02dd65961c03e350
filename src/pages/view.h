#ifndef PAGES_VIEW_H
#define PAGES_VIEW_H

#include "base/value.h"
#include "plan/plan.h"
#include "pages/theme.h"

/*
 * The values that many pages share: the card of an entry, the value of a term, and
 * so on. They are made once, and every page that shows them points at them.
 *
 * That works because paths in them begin at the site's root. A page is given
 * `root`, the relative path up to it, and its template writes {{root}}{{path}}.
 *
 * A page in another language calls a term by another name. So there is one set of
 * the shared values, a struct tongue, for each language that the site's pages have.
 *
 * Calling sequence
 * ----------------
 *
 *     view_init(&view, &arena, &plan, &theme);
 *     // read-only from here on; for each page, on any thread:
 *     const struct tongue *tongue = view_tongue(&view, output->language);
 *     … cards_value(&scratch, tongue, entries, count) …        // pages/card.h
 *
 * Errors
 * ------
 *
 * None: the plan and the theme have been checked. view_tongue() falls back on the
 * site's own language.
 *
 * Ownership
 * ---------
 *
 * The shared values live in the arena that view_init() was given. They point into
 * the collection, the plan and the theme, which must outlive it. Functions that take
 * an arena return a new list or map there, which points at the shared values.
 *
 * To add a name
 * -------------
 *
 * Where the values are made, in the shape there, and in theme/README.md, where the
 * theme's author finds it.
 */
/* What a facet is called over one term of an entry, and over several. */
struct facet_headings {
    struct str over[2];
};

struct tongue {
    const struct view *view;
    struct str language;
    const struct value *texts;                   /* the theme's words, `t` in templates */
    const struct value *site;                    /* the settings */
    struct value **facets;                       /* by the facet's number */
    struct facet_headings *headings;             /* by the facet's number */
    struct value ***terms;                       /* by the facet's and the term's numbers */
    struct value ***alone;                       /* by the same: lists of that term alone */
    const struct value *none;                    /* a list of no term */
    struct value **cards;                        /* by the entry's number, or NULL (pages/card.h) */
    const struct value *by_field;                /* all facets, by the names of their fields */
    const struct value *browse;                  /* the facets that have a page of their own */
    const struct value *home, *filters, *charts; /* those that x-show names there */
    const struct value *main;                    /* the main facet, or NULL */
};

struct news;
struct places;

struct view {
    struct arena *arena;
    const struct collection *collection;
    const struct plan *plan;
    struct tongue *tongues;
    size_t tongue_count;
    bool prints_in_parts;        /* the page to print leads to others (plan/print_parts.h) */
    const struct news *news;     /* what is new and changed (pages/news.h): set by the caller */
    bool copy;                   /* the page is one of a copy of the site (editions/edition.h) */
    const struct places *places; /* where things are (pages/places.h); NULL: it is the site */
    size_t *download_sizes;      /* by enum download: bytes, stored by who makes them; 0: not yet */
    const struct value *assets;
    const struct value *pages;       /* links to the text pages, in their order */
    const struct value *first_pages; /* those of them that every page has */
};

/* Makes the shared values. */
void view_init(struct view *view, struct arena *arena, const struct plan *plan,
               const struct theme *theme);

/*
 * Makes those of another form of the site, in which addresses are what the places say, out of those
 * of the site. There are no cards.
 */
void view_init_elsewhere(struct view *view, struct arena *arena, const struct view *site,
                         const struct places *places);

/*
 * Returns the tongue for a page in this language; the site's own if the theme has no
 * words in it.
 */
const struct tongue *view_tongue(const struct view *view, struct str language);

/* Fragments of pages/shapes.h: a term, one that an entry has or proposes, a facet. */
extern const char term_shape[], had_term_shape[], facet_shape[];

/*
 * Every page has links to this many of the text pages at the most: in a list of all, on
 * all, the links would be the square of the pages. The front page has the whole list.
 */
enum { PAGES_MAX = 24 };

/*
 * A page that is about something else shows all terms of a facet that has no more than MANY_TERMS,
 * and else the FEW_TERMS with the most entries: the page of the facet has them all.
 */
enum { MANY_TERMS = 50, FEW_TERMS = 20 };

/*
 * Returns what an entry says in one field: its terms, then those that it proposes
 * (collection/proposals.h), or the values of a detail (pages/details.h); an empty list where it
 * says nothing.
 */
const struct value *view_values(struct arena *arena, const struct collection *collection,
                                const struct tongue *tongue, const struct shown_field *field,
                                const struct entry *entry);

/* Returns what an entry has in one facet, by its number: terms, then proposals, `most` in all. */
const struct value *view_terms(struct arena *arena, const struct tongue *tongue,
                               const struct entry *entry, size_t facet, size_t most);

/* Puts the title and the path of an entry, and its language if the page has another. */
void view_link(struct arena *arena, struct value *map, const struct plan *plan,
               const struct tongue *tongue, const struct entry *entry);

#endif
