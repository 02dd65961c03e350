#ifndef PLAN_FOLDER_PAGES_H
#define PLAN_FOLDER_PAGES_H

#include "plan/plan.h"

/*
 * The addresses of folders. Whoever cuts `tema/styring.html` down to `tema/` asks a web server
 * for `tema/index.html`. So each folder with pages has that file, which leads on, as a former
 * address does (plan/redirects.h), to the nearest list that there is:
 *
 *     a folder with the entries of a term     the page of that term
 *     a folder with a page beside it          that page: tema.html
 *     any other                               as the folder above; at last the front page
 *
 * No page links to these, so their addresses need not last. A document with the name `index`
 * would take such an address: that is a collision. A former address may have it.
 *
 * folder_pages_add() is the `add` of a family of wave 2, when all other pages are in the plan.
 */
void folder_pages_add(struct plan *plan);

#endif
