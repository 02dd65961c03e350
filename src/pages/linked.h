#ifndef PAGES_LINKED_H
#define PAGES_LINKED_H

#include "pages/page_maker.h"

/*
 * What a page is about, in the words of https://schema.org/, for search engines and others that
 * read JSON-LD. Each function puts `linked_data`: the way to the page (BreadcrumbList) and the
 * page itself. The `make` of a page calls one of them last, when its titles and its breadcrumb are
 * there.
 *
 *     linked_site()       the front page: WebSite
 *     linked_entry()      an entry: Article, about what x-entries.about in the schema names
 *     linked_entries()    a page that lists entries: CollectionPage with an ItemList
 *     linked_terms()      one that lists the terms of a facet
 *     linked_data()       the page about the open data: Dataset
 *     linked_page()       any other: WebPage
 *
 * Addresses are full when the site has a known one; else they are relative, as links are, and
 * what must be full is left out. Lists have the first LINKED_MAX items of the page (`here`) and the
 * number of all, so that the cost of a page does not follow the size of the collection.
 */
enum { LINKED_MAX = 20 };

void linked_site(struct page_maker *maker);
void linked_entry(struct page_maker *maker, const struct entry *entry);
void linked_entries(struct page_maker *maker, const struct entry *const *entries, size_t count,
                    struct plan_part here);
void linked_terms(struct page_maker *maker, const struct term *const *terms, size_t count,
                  struct plan_part here);
void linked_data(struct page_maker *maker);
void linked_page(struct page_maker *maker);

#endif
