#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include "plan/plan.h"
#include "pages/page_maker.h"

/*
 * The kinds of page, each in the file of its name: which outputs there are, what
 * its template is given and the shape of it, what one of them is called. They are
 * rows of site/families.c; plan/family.h says when each function is called.
 */

/* home.c: the front page. */
void home_page_add(struct plan *plan);
extern const char home_page_shape[];
void home_page_make(struct page_maker *maker);
struct str home_page_title(const struct page_maker *maker, const struct output *output);

/* list.c: the list of all entries. */
void list_page_add(struct plan *plan);
extern const char list_page_shape[];
void list_page_make(struct page_maker *maker);
struct str list_page_title(const struct page_maker *maker, const struct output *output);

/* overview.c: pictures of the collection. */
void overview_page_add(struct plan *plan);
extern const char overview_page_shape[];
void overview_page_make(struct page_maker *maker);
struct str overview_page_title(const struct page_maker *maker, const struct output *output);

/* print.c: all entries on one page. */
void print_page_add(struct plan *plan);
extern const char print_page_shape[];
void print_page_make(struct page_maker *maker);
struct str print_page_title(const struct page_maker *maker, const struct output *output);

/* entry.c: one entry. */
void entry_page_add(struct plan *plan);
extern const char entry_page_shape[];
void entry_page_make(struct page_maker *maker);
struct str entry_page_title(const struct page_maker *maker, const struct output *output);

/* facet.c: the terms of a facet. */
void facet_page_add(struct plan *plan);
extern const char facet_page_shape[];
void facet_page_make(struct page_maker *maker);
struct str facet_page_title(const struct page_maker *maker, const struct output *output);

/* term.c: one term with its entries. */
void term_page_add(struct plan *plan);
extern const char term_page_shape[];
void term_page_make(struct page_maker *maker);
struct str term_page_title(const struct page_maker *maker, const struct output *output);

/* text_page.c: a text of content/pages. */
void text_page_add(struct plan *plan);
extern const char text_page_shape[];
void text_page_make(struct page_maker *maker);
struct str text_page_title(const struct page_maker *maker, const struct output *output);

/* not_found.c: shown in the place of any address that is missing. */
void not_found_page_add(struct plan *plan);
extern const char not_found_page_shape[];
void not_found_page_make(struct page_maker *maker);

/* redirect.c: a former address, which leads on. plan/redirects.h adds them. */
extern const char redirect_page_shape[];
void redirect_page_make(struct page_maker *maker);

/* Fragments of shapes: of an entry wherever all of it is shown, and of one that is printed. */
extern const char content_shape[], printed_shape[];

/* Puts what `content_shape` names, but for the body. */
void page_put_content(const struct page_maker *maker, struct value *map, const struct entry *entry);

#endif
