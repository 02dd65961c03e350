#ifndef EDITIONS_ONE_FILE_H
#define EDITIONS_ONE_FILE_H

#include "plan/plan.h"

/*
 * The site in one file, which opens from a mail or a memory stick: nothing is loaded, from
 * nowhere, and nothing is stored. It is a page of the theme, the template `onefile`, that has in
 * its <main> what all the pages have in theirs, each in an element (editions/moved.h):
 *
 *     <div class="page" data-part="copy" id="recipes/baking/bun" data-title="…">
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
 * A mail or an old phone takes no file of any size. When the pages become larger together than
 * ONE_FILE_MAX, that is a finding, before anything is published: the check makes those that have
 * not been shown, for nothing else tells how large they are. Not much more than that is held; of a
 * collection that is much larger, the size is reckoned from its first pages. A build asks when all
 * pages have been made, and not at all of a file that it keeps. A preview does not ask, and has an
 * empty file then.
 */
struct page_maker;

/*
 * Bytes of the pages; what is added to them, the search index the most, is less. Mail servers
 * commonly take 25 MB in all (Gmail, Microsoft 365, by default), and a file in a mail becomes a
 * third larger by its coding.
 */
enum { ONE_FILE_MAX = 10 * 1000 * 1000 };

void one_file_add(struct plan *plan);
extern const char one_file_shape[];
void one_file_make(struct page_maker *maker);
extern const struct edition_kind one_file_edition;

#endif
