#ifndef PAGES_COMPARED_H
#define PAGES_COMPARED_H

#include "base/buf.h"
#include "pages/view.h"

/*
 * What entries say of themselves, for the page that puts some of them side by side: scripts, which
 * that page loads by itself, also from a disk. It is what the fact box of an entry says
 * (pages/facts.h), in the language of the site, and before that the summary.
 *
 *     (self.samling_compared ||= {})["oat-cakes"] = {
 *       "title": "Oat cakes",
 *       "path": "recipes/baking/oat-cakes.html",
 *       "values": [[{"text":"Thin and crisp.","lang":"en"}],
 * [{"text":"Baking","href":"kitchen/baking.html"}], [], …]
 *     };
 *
 * There is a list of values for each field, in the order of `compared` (pages/compare.c). A value
 * has its `text`, before it the `figure` that it explains, `href` from the root of the site or to
 * elsewhere, and `date`; `lang`, of a value and of the title, only where it is not that of the
 * site.
 *
 * A file has some thirty entries: a file for each would cost a build more, and one for all would
 * cost the reader of a large collection more. An entry is in the file whose number is that of its
 * id (hash_number()) modulo the number of files, so the page needs no list of where each is.
 */

/* Returns how many files there are. */
size_t compared_files(const struct collection *collection);

/* The functions of its row in site/families.c. */
void compared_add(struct plan *plan);
void compared_put(struct buf *out, const struct output *output, const struct view *view,
                  struct arena *scratch);

#endif
