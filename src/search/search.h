#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "plan/plan.h"

/*
 * The search index: what a browser needs to search the collection and to
 * filter it, also when the pages are opened from a folder. So its files are
 * scripts that assign data, loaded with <script src>; nothing is fetched.
 *
 *     struct made_files files = {0};
 *     search_make(&files, &arena, &collection, &(struct search_options){.threads = 4});
 *     plan_make(&plan, …, &files, …);
 *
 * The index is made from the collection, and before the plan: how many files
 * it has depends on what is in them.
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
struct search_options {
    size_t threads;
    /* What a test may set smaller; 0 is the limit below. */
    size_t start_max, words_max, lists_max, list_inline, entries_each;
};

enum {
    /*
     * Bytes of an index in one file. It comes whole with the first letter that
     * is typed; compressed it is then a quarter, the size of a picture.
     */
    SEARCH_START_MAX = 256 * 1024,
    /*
     * Of a split one, where a search loads a few files at a time. The time goes to their
     * number and the reader's data to their size.
     */
    SEARCH_WORDS_MAX = 12 * 1024,
    SEARCH_LISTS_MAX = 8 * 1024,
    SEARCH_LIST_INLINE = 12, /* a list so short stands beside its word: that is most of them */
    SEARCH_ENTRIES_EACH = 4  /* entries a file: hits are far apart, so few more than one is used */
};

/* Adds no files when the schema has no place for them (x-entries.search). */
void search_make(struct made_files *files, struct arena *arena, const struct collection *collection,
                 const struct search_options *options);

#endif
