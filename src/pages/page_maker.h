#ifndef PAGES_PAGE_MAKER_H
#define PAGES_PAGE_MAKER_H

#include "pages/view.h"
#include "pages/words.h"

/*
 * A page while its values are being made: what each file of a kind of page is
 * handed, and how it puts values in. The names are described for the theme's
 * author in theme/README.md.
 */
struct page_maker {
    const struct view *view;
    const struct tongue *tongue;
    const struct output *output;
    struct arena *arena;
    struct str root;      /* the way up to the site's root */
    struct str canonical; /* the path of the page that search engines should keep; absent: none */
    struct value *map;
    struct value *breadcrumb;
};

/*
 * Returns the values of an output that has a template: those that all pages
 * share, then those of its family. They live in `arena` and in the view.
 */
const struct value *page_make(const struct view *view, const struct output *output,
                              struct arena *arena);

/* The shape of what all pages share; the fragment `common` of pages/shapes.h. */
extern const char page_common_shape[];

/* Returns a word of the theme in the language of the page. */
struct str page_word(const struct page_maker *maker, enum own_word word);

/* Returns what an output is called where a page links to it: its family's title, else its path. */
struct str page_title_of(const struct page_maker *maker, const struct output *output);

/* Puts a name; an absent text puts nothing. */
void page_put(struct page_maker *maker, struct str name, const struct value *value);
void page_text(struct page_maker *maker, struct str name, struct str text);

/* Puts a list and, beside it, whether it has items: `terms` and `terms_any`. */
void page_list(struct page_maker *maker, struct str name, const struct value *list);

/* Adds a step to the breadcrumb. */
void page_crumb(struct page_maker *maker, struct str title, struct str path);
void page_crumb_entries(struct page_maker *maker); /* the list of all entries */

/* Puts the title of the page, the title of its window, and its description; without one, the
 * site's. page_titles() is given both titles, page_title() adds the site's to the one. */
void page_titles(struct page_maker *maker, struct str title, struct str window,
                 struct str description);
void page_title(struct page_maker *maker, struct str title, struct str description);

/* Puts where the file of the page can be changed, if that is known. */
void page_edit_url(struct page_maker *maker, const struct document *document);

/* Puts how many entries there are in all. */
void page_count_all(struct page_maker *maker);

/* Puts all facets: by the names of their fields, and those to browse by. */
void page_facets(struct page_maker *maker);

#endif
