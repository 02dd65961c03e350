#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "plan/plan.h"
#include "search/options.h"

/*
 * The search index: what a browser needs to search and to filter the collection. It
 * must work for pages opened from a folder, where scripts may not fetch files. So
 * the files of the index are scripts that assign data, loaded with <script src>.
 *
 *     struct search_index *index = search_begin(&collection, &options);
 *     …                                              // the texts of bodies may go
 *     search_end(index, &files, &arena);             // to a struct made_files
 *
 * The files are made while the plan is (search_add), since their number depends on what is in them.
 *
 * Read on in documents.h (what is found: entries, and places as well), words.h (which words
 * stand where), synonyms.h (which words stand for others), sections.h (which headings are no
 * words), lexicon.h (how words are found within longer ones), code.h (how a set of documents is
 * written), parts.h (what the files say), written.h (how words are written), split.h (a large index
 * in many small files), suffixes.h (how that finds parts of words), orders.h (how entries can be
 * sorted), marked.h (numbers that come in any order), named.h (what the files are called).
 *
 * Entries have their places in the collection's order, which is by folder, as their numbers, from
 * 0 up to `count`. Places have the numbers from there on.
 *
 * A small index is one file. It has the form of a split one with a single file of
 * each kind, so that the script which reads it needs to know one form only:
 *
 *     sok/start-0a1b2c3.js   var samling_index={…};
 *       count         the number of entries
 *       places        [[title, path, language, kind], …], in the order of their numbers;
 *                     language is "" for the site's own; kind is, of a term's page, the noun
 *                     of its facet, else "". What is shown of an entry is not here: the page
 *                     with the search has a card of each, in the order of their numbers
 *       letters       the table for folding a query, as norwegian_put_letters() writes it
 *       stop_words    of a query, left out unless they are all of it: those of the language,
 *       endings       and of the collection; what to take off words, and which of that has a
 *       doubling      doubled letter before it (base/language.h)
 *       facets        the fields by which entries are filtered: ["themes", …]
 *       f             [[[field, id, name, set of entries], …]]: of each term which entries have it
 *       sorts         the names of the orders that the collection has (orders.h): ["title", …]
 *       o             [[rank, …], …]: of each of them the place of each entry in that order,
 *                     by the entry's number
 *       texts         the body of each entry as plain text, by number: each block a line, and
 *                     of the headings those that the schema does not ask for
 *       w             [[words, lists]]: all words, folded and sorted by their bytes, then
 *                     the list of each, both with spaces between. A list has four sets of
 *                     documents with commas between: those with the word in the title, in
 *                     the names, in the summary, in the text. Empty sets at its end, and
 *                     their commas, are left out
 */

/*
 * Reads the words of the collection. Returns an index that search_end() makes and frees; NULL if
 * the schema names no folder for its files (x-entries.search).
 */
struct search_index *search_begin(const struct collection *collection,
                                  const struct search_options *options);

/* Appends its files to `files`, the one that the others are loaded from as the last of them. */
void search_end(struct search_index *index, struct made_files *files, struct arena *arena);

/* For its row in site/families.c. Names the index in the plan, and adds its files if inputs.index
 * has been begun. */
void search_add(struct plan *plan);

#endif
