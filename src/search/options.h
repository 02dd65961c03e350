#ifndef SEARCH_OPTIONS_H
#define SEARCH_OPTIONS_H

#include <stddef.h>

struct known_words;

/* How the index is made; see search/search.h. */
struct search_options {
    size_t threads;
    struct known_words *known; /* NULL, or what earlier indexes were made from (search/words.h) */
    /* A test may set these smaller; 0 means the limit below. */
    size_t start_max, rows_max, words_max, lists_max, sets_max, list_inline;
};

enum {
    /*
     * The most bytes of an index that is one file. A reader loads all of it with the
     * first letter typed; compressed it is a quarter of this, the size of a picture.
     */
    SEARCH_START_MAX = 256 * 1024,
    /*
     * So many bytes are enough for a file of the facets' terms, or of an order: it gets no more
     * rows. A reader loads all of them, so there should be few.
     */
    SEARCH_ROWS_MAX = 256 * 1024,
    /*
     * The most bytes of a file of a split index. A search loads a few of them: the more
     * there are, the longer it takes; the larger they are, the more data it costs.
     */
    SEARCH_WORDS_MAX = 12 * 1024,
    SEARCH_LISTS_MAX = 8 * 1024,
    SEARCH_SETS_MAX =
        32 * 1024,          /* of the same for the sets of a facet, which are wanted together */
    SEARCH_LIST_INLINE = 12 /* lists up to this length, most of them, stand beside their words */
};

#endif
