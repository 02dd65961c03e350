#ifndef PAGES_TURNING_H
#define PAGES_TURNING_H

#include "pages/view.h"

struct paging;
struct template;

/*
 * The way between the pages of a list over several (plan/paged.h), as templates have it. Of many
 * pages the numbers of a few are shown: the first, the last, and those around this one.
 */

/* A fragment of pages/shapes.h: what each page of a list has. Of one on one page nothing is put. */
extern const char turning_shape[];

struct value *turning_value(struct arena *arena, const struct tongue *tongue,
                            const struct paging *paging);

/* Whether a template may show the way to the other pages, and not only say which page it is. */
bool turning_is_shown(const struct template *template);

/* Returns what a page says of itself: «side 2 av 5». */
struct str turning_says(struct arena *arena, const struct tongue *tongue,
                        const struct paging *paging);

#endif
