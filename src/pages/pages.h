#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include "plan/plan.h"
#include "pages/page_maker.h"

/*
 * The kinds of page, each in a file of its own. Of each kind: which outputs there
 * are, what its template is given, the shape of that, and what a link to one of
 * them says. site/families.c has a row for each; plan/family.h says when each
 * function is called.
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

/* overview.c: tables and charts of the collection. */
void overview_page_add(struct plan *plan);
extern const char overview_page_shape[];
void overview_page_make(struct page_maker *maker);
struct str overview_page_title(const struct page_maker *maker, const struct output *output);

/* print.c: all entries on one page, or a page that leads to parts of them (plan/print_parts.h). */
void print_page_add(struct plan *plan);
extern const char print_page_shape[];
void print_page_make(struct page_maker *maker);
struct str print_page_title(const struct page_maker *maker, const struct output *output);

/* booklet.c: the entries of a term on one page, with a cover; or on several (plan/print_parts.h).
 */
void booklet_page_add(struct plan *plan);
extern const char booklet_page_shape[];
void booklet_page_make(struct page_maker *maker);
struct str booklet_page_title(const struct page_maker *maker, const struct output *output);

/* compare.c: some entries side by side; compared.h has what they say. */
void compare_page_add(struct plan *plan);
extern const char compare_page_shape[];
void compare_page_make(struct page_maker *maker);
struct str compare_page_title(const struct page_maker *maker, const struct output *output);

/* downloads.c: what there is of the collection to take along (plan/downloads.h). */
void downloads_page_add(struct plan *plan);
extern const char downloads_page_shape[];
void downloads_page_make(struct page_maker *maker);
struct str downloads_page_title(const struct page_maker *maker, const struct output *output);

/* news_page.c: what is new and what has changed (news.h). */
void news_page_add(struct plan *plan);
extern const char news_page_shape[];
void news_page_make(struct page_maker *maker);
struct str news_page_title(const struct page_maker *maker, const struct output *output);

/* entry.c: one entry. */
void entry_page_add(struct plan *plan);
extern const char entry_page_shape[];
void entry_page_make(struct page_maker *maker);
struct str entry_page_title(const struct page_maker *maker, const struct output *output);

/* facet.c: all terms of one facet. */
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

/* redirect.c: a former address, or that of a folder, which leads on. plan/redirects.h and
 * plan/folder_pages.h have their `add`. */
extern const char redirect_page_shape[];
void redirect_page_make(struct page_maker *maker);
void folder_page_make(struct page_maker *maker);

/* A fragment of pages/shapes.h: an entry wherever it is shown whole. */
extern const char content_shape[];

/* Puts what `content_shape` names, except the body: its links depend on the page. */
void page_put_content(const struct page_maker *maker, struct value *map, const struct entry *entry);

#endif
