#ifndef SEARCH_OPTIONS_H
#define SEARCH_OPTIONS_H

#include <stddef.h>

/* How the index is made; see search/search.h. */
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

#endif
