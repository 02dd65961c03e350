#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "plan/plan.h"
#include "search/options.h"

/*
 * The search index: what a browser needs to search the collection and to
 * filter it, also when the pages are opened from a folder. So its files are
 * scripts that assign data, loaded with <script src>; nothing is fetched.
 *
 *     struct made_files files = {0};
 *     search_make(&files, &arena, &collection, &(struct search_options){.threads = 4});
 *
 * The index is made while the outputs are planned (search_add), since how many
 * files it has depends on what is in them.
 *
 * To follow from here: words.h (which words stand where), synonyms.h
 * (which words stand for others), lexicon.h (how they are found in longer ones),
 * code.h (how a set of entries is written), parts.h (what the files say), split.h
 * (a large index in many small files).
 *
 * A small index is one file. It has the shape of a split one with one file of
 * each kind, so its reader needs to know one shape only:
 *
 *     sok/start.js   var samling_index={…};
 *       count         how many entries there are; they have numbers in their order
 *       entries_each  how many of them each file has: all
 *       letters       the letters that a query is folded by, as norwegian_put_letters() has them
 *       e             [[title, path, summary, language, folder, [main …]], …]
 *                     language is "" for the site's own; folder and main are places in
 *       names         [[the folders' names], [the names of the main facet's terms]]
 *       facets        {field, terms: [[id, name, set of entries], …]}, …
 *       texts         the body of each entry as plain text
 *       word_files    the first suffix of each file of words: [""]
 *       w             [[words, lists]]: all words, folded, by their bytes, and the
 *                     list of each; one space apart. A list is sets of entries:
 *                     with the word in the title, in the names, in the summary, in
 *                     the text; by commas, and without those at the end that are empty
 */

/* Adds no files when the schema has no place for them (x-entries.search). */
void search_make(struct made_files *files, struct arena *arena, const struct collection *collection,
                 const struct search_options *options);

/* The index as outputs: its row in site/families.c. None are added unless the plan is indexed. */
void search_add(struct plan *plan);
void search_put(struct buf *out, const struct output *output, const struct plan *plan,
                struct arena *scratch);

#endif
