#ifndef PAGES_NOUNS_H
#define PAGES_NOUNS_H

#include "base/value.h"
#include "collection/collection.h"

/*
 * The nouns of a collection in the words of a theme, which know none: «Søk i {the_entries}»
 * becomes «Søk i oppskriftene».
 *
 *     {entry} {entries} {an_entry} {the_entry} {the_entries}        what an entry is called
 *     {folder} {folders} {a_folder} {the_folder} {the_folders}      the facet of the folders
 *     {topic} {topics} {a_topic} {the_topic} {the_topics}           the main facet (x-main)
 *
 * With a capital, {Entries}, the noun has one, too. The nouns are those of `name` in the
 * schema: one, many, an, the_one, the_many. A collection that does not give one of the last
 * three gets the plain noun instead. Other text in braces stays as it is:
 * {0} and its like are for scripts.
 */

/*
 * Returns the words with the nouns in them. Those that C looks up (pages/words.h) stand first: of
 * hundreds they are the only ones that a page has searched for.
 */
const struct value *nouns_fill(struct arena *arena, const struct value *texts,
                               const struct collection *collection, struct str language);

/*
 * Takes the next hole, a word or a digit in braces, off the front of a text, and moves `rest` past
 * it. False when there are no more. nouns_know() says whether it is the name of a noun, with a
 * capital or not.
 */
bool nouns_hole(struct str *rest, struct str *hole);
bool nouns_know(struct str hole);

/* Offers all names of nouns to a search for the nearest. */
struct nearest;
void nouns_try(struct nearest *nearest);

#endif
