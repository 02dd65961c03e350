#ifndef EDITIONS_ONE_FILE_H
#define EDITIONS_ONE_FILE_H

#include "plan/plan.h"

/*
 * The site in one file, which opens from a mail or a memory stick: nothing is loaded, from
 * nowhere, and nothing is stored. It is a page of the theme, the template `onefile`, that has in
 * its <main> what all the pages have in theirs, each in an element (editions/moved.h):
 *
 *     <div class="page" id="tiltak/kld/natursats" data-title="…">
 *
 * and in the place of the style sheets and scripts that it loads, those themselves
 * (editions/inside.h). Where the template loads the search index, all files of that are.
 *
 * Which pages it has: those of families with `in_one_file`, in the order of their table and then
 * of their paths. Not among them is the form, which needs more than this.
 *
 * Errors
 * ------
 *
 * A mail or an old phone takes no file of any size. What becomes larger than ONE_FILE_MAX ends the
 * program, before the site is replaced, with its size and what to do. It is all held until then,
 * but not more than that.
 */
struct edition_maker;
struct page_maker;

/* Mail servers commonly take 10 MB in all (Exchange's default for a message from outside), of which
 * base64 in a mail adds a third to what is attached; what is sent otherwise may well be that large.
 */
enum { ONE_FILE_MAX = 10 * 1000 * 1000 };

void one_file_add(struct plan *plan);
extern const char one_file_shape[];
void one_file_make(struct page_maker *maker);
bool one_file_put(struct buf *out, struct edition_maker *maker, size_t part);

#endif
