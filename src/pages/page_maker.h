#ifndef PAGES_PAGE_MAKER_H
#define PAGES_PAGE_MAKER_H

#include "pages/view.h"
#include "pages/words.h"

/*
 * A page while its values are made: what the `make` of a family is handed, and how
 * it puts values in.
 *
 * Calling sequence
 * ----------------
 *
 * page_make() puts the names that all pages share, then calls the family's `make`,
 * which puts the rest:
 *
 *     page_crumb(maker, title, path);      // steps above the page, if any
 *     page_title(maker, title, summary);   // each page must
 *     page_put(maker, STR("body"), value); // names of its own
 *
 * To add a name for templates
 * ---------------------------
 *
 *  1. page_put() in the file of the page, or values_…() in the file of the fragment;
 *  2. the name in the shape there;
 *  3. a line in theme/README.md.
 */
struct page_maker {
    const struct view *view;
    const struct tongue *tongue;
    const struct output *output;
    struct arena *arena;
    struct str root;      /* the relative path up to the site's root, or its whole path */
    struct str canonical; /* the path of the page that search engines should keep; absent: none */
    struct value *map;
    struct value *breadcrumb;
};

/* Returns the values for the template of an output. They live in `arena` and in the view. */
const struct value *page_make(const struct view *view, const struct output *output,
                              struct arena *arena);

/* The shape of what all pages share; the fragment `common` of pages/shapes.h. */
extern const char page_common_shape[];

/* Returns a word of the theme in the language of the page. */
struct str page_word(const struct page_maker *maker, enum own_word word);

/* Returns one that a theme of older days may lack; then what stands in for it. */
struct str page_word_or(const struct page_maker *maker, struct str key, struct str otherwise);

/* Returns what a link to an output says: the title that its family gives it, else its path. */
struct str page_title_of(const struct page_maker *maker, const struct output *output);

/* Put a value under a name; an absent text puts nothing. */
void page_put(struct page_maker *maker, struct str name, const struct value *value);
void page_text(struct page_maker *maker, struct str name, struct str text);

/* Puts a list, and beside it whether it has items: `terms` and `terms_any`. */
void page_list(struct page_maker *maker, struct str name, const struct value *list);

/* Adds a step to the breadcrumb; page_crumb_entries() adds the list of all entries. */
void page_crumb(struct page_maker *maker, struct str title, struct str path);
void page_crumb_entries(struct page_maker *maker);

/*
 * Put the title of the page, the title of its window and its description; for an
 * empty description, the site's. page_title() makes the title of the window from
 * the title of the page and the site's. A later page of a list has its number between them, and
 * the first page as the last step of the breadcrumb.
 */
void page_titles(struct page_maker *maker, struct str title, struct str window,
                 struct str description);
void page_title(struct page_maker *maker, struct str title, struct str description);

/* Puts the address where the document's file can be changed, if the settings have edit_url. */
void page_edit_url(struct page_maker *maker, const struct document *document);

/*
 * Returns which items of a list of `count` stand on the page: all of them, unless it is a page of
 * several (plan/paged.h).
 */
struct plan_part page_window(const struct page_maker *maker, size_t count);

/* Puts the number of all entries, `count` and `count_text`. */
void page_count_all(struct page_maker *maker);

/*
 * Puts `facets`, all of them by the names of their fields; `browse`, those with pages; `home`,
 * `filters` and `charts`, those that x-show names there; and `main`, the main facet.
 */
void page_facets(struct page_maker *maker);

#endif
