#ifndef PAGES_MAKING_H
#define PAGES_MAKING_H

#include "pages/view.h"

/*
 * What the files pages*.c share and nobody else includes: a page while its
 * view is being made, and what is put into it.
 */
struct making {
    const struct view *view;
    const struct tongue *tongue;
    const struct output *output;
    struct arena *arena;
    struct str root;
    struct value *map;
    struct value *breadcrumb;
};

/* A word of the theme in the language of the page. */
struct str page_word(const struct making *page, struct str key);

/* Puts a name; an absent text puts nothing. */
void page_put(struct making *page, struct str name, const struct value *value);
void page_text(struct making *page, struct str name, struct str text);

/* The next step of the breadcrumb. */
void page_crumb(struct making *page, struct str title, struct str path);

/* The titles of the page, and its description; without one, the site's. */
void page_title(struct making *page, struct str title, struct str description);

/* Where the file of the page can be changed, if that is known. */
void page_edit_url(struct making *page, const struct document *document);

/* How many entries there are in all. */
void page_all_count(struct making *page);

/* What the list of all entries is called. */
struct str page_entries_title(const struct making *page);

/* Makers in pages_entry.c: one entry, and all of them on one page. */
void make_entry(struct making *page);
void make_print(struct making *page);

#endif
