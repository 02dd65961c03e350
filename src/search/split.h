#ifndef SEARCH_SPLIT_H
#define SEARCH_SPLIT_H

#include "plan/plan.h"
#include "search/options.h"
#include "search/words.h"

/*
 * A large index in many small files, so that what a search loads depends on
 * what is searched for and not on the size of the collection.
 *
 *     start.js   count, letters and names as in one file, and
 *       entries_each   how many entries each e-file has
 *       word_files     the first suffix of each w-file
 *       e, w, p        empty objects, for the files to fill
 *     f.js       samling_index.facets=[…];
 *     e<N>.js    samling_index.e[N]=[entry, …];
 *     w<N>.js    samling_index.w[N]=["word word …","list list …"];
 *     p<N>.js    samling_index.p[N]=["list", …];
 *
 * A search for a part of words looks up that part as the beginning of suffixes:
 * all suffixes of all words are sorted, and a w-file has the words of consecutive
 * ones. A suffix has three letters or more, or is the whole word: two letters are
 * looked up only as a word. Words that end alike may fill several files; then more
 * than one file has the same first suffix, and the end of the file before may have
 * it, too.
 *
 * So a list stands in as many files as its word. A long one stands once, in a
 * p-file, and beside the word that file's name and, after a dot, its place there.
 */
void search_split(struct made_files *files, struct arena *arena,
                  const struct collection *collection, const struct search_words *words,
                  const struct search_options *options);

#endif
