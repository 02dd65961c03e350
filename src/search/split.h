#ifndef SEARCH_SPLIT_H
#define SEARCH_SPLIT_H

#include "plan/plan.h"
#include "search/documents.h"
#include "search/options.h"
#include "search/words.h"

/*
 * A large index in many small files, so that what a search loads depends on the
 * query and not on the size of the collection.
 *
 *     start      count, places, letters, stop_words, endings, doubling and facets as in one file
 *                (search.h), and
 *       sorts          of each o-file the order that it has some of: ["title", "title", …]
 *       word_files     where each w-file begins: of its first suffix the letters up to the first
 *                      that the last suffix in the file before it does not share. A capital
 *                      counts the letters that are as where the file before begins, A for none,
 *                      and the others follow: "AaknBnneAb" is akn, anne, b
 *       files          {o, w, p, f}: of each kind the hashes in the names of its files
 *                      (named.h), HASH_IN_INDEX digits for each, by its number
 *       f              [0, 0, …], as long as there are f-files, for them to fill
 *       o, w, p        empty objects, for the other files to fill
 *     f<N>       samling_index.f[N]=[[field, id, name, set of entries], …]; all of these are
 *                loaded with start, so a set that is long is not there, but
 *                [field, id, name, "p3.14", number of entries]
 *     o<N>       samling_index.o[N]=[rank, …];
 *     w<N>       samling_index.w[N]=["word word …","list list …","form form …"];
 *     p<N>       samling_index.p[N]=["list", …];
 *
 * What stands in several o-files of an order, or in several f-files, is read as one list.
 *
 * To find the words that contain a part, a search looks for suffixes of words that
 * begin with it. All suffixes of all words are sorted, and each w-file has the words
 * of consecutive suffixes. A suffix has at least three letters, or is a whole word;
 * so a part of two letters finds that word only. What suffixes one document can add is
 * bounded (search/suffixes.h). If many words end alike, several files begin with the same
 * suffix, and the file before them may end with it, too.
 *
 * A word is repeated in the file of each of its suffixes, and its list with it. A
 * list that is too long for that stands once, in a p-file, and beside the word stand
 * what that file is and, after a full stop, its place there: «p3.14». In a list that is
 * too long for a p-file the same stands for the last set, that of the text: it says least of an
 * entry, and need not be there for a first answer. So it is with the set of a term. The sets of a
 * facet share their p-files with nothing else, for they are wanted together: when the filters count
 * what was found.
 *
 * The forms are how words are written (written.h), if not as they are folded; folded, each is
 * one of the words, and it stands in the file of the suffix that is the whole word. Without any
 * there is no third text. One file of all needs none, for it has the texts.
 *
 * Appends the files to `files`; their paths and bytes live in `arena`. The words are of no further
 * use: the arena that holds their uses is released when these have been written down.
 */
void search_split(struct made_files *files, struct arena *arena,
                  const struct search_documents *documents, const struct search_words *words,
                  struct arena *uses, const struct search_options *options);

#endif
