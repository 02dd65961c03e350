#ifndef RENDER_SEARCH_SPLIT_H
#define RENDER_SEARCH_SPLIT_H

#include "render/search.h"
#include "render/search_words.h"

/*
 * A large index in many small files, so that what a search loads depends on
 * what is searched for and not on the size of the collection.
 *
 *     start.js   count and names as in one file, split: true, and
 *       entries_each   how many entries each e-file has
 *       word_files     the first suffix of each w-file
 *       list_files     the number of the first word of each p-file
 *       e, w, p        empty objects, for the files to fill
 *     f.js       samling_index.facets=[…];
 *     e<N>.js    samling_index.e[N]=[entry, …];
 *     w<N>.js    samling_index.w[N]=["word word …","set of the words' numbers"];
 *     p<N>.js    samling_index.p[N]=["list", …];
 *
 * A word stands in each w-file in whose range one of its suffixes is: a search
 * for a part of words looks up that part as the beginning of suffixes. A suffix
 * has three letters or more, or is the whole word: two letters are looked up only
 * as a word. All words in the order of their bytes have numbers, from 0; a p-file
 * has the lists of consecutive words.
 */
void search_split(struct made_files *files, struct arena *arena,
                  const struct collection *collection, const struct search_words *words,
                  const struct search_options *options);

#endif
