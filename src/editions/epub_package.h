#ifndef EDITIONS_EPUB_PACKAGE_H
#define EDITIONS_EPUB_PACKAGE_H

#include "pages/book.h"

/*
 * The package document of an e-book: what it is (Dublin Core, and schema.org for how it can be
 * read: EPUB Accessibility 1.1), which files it has, and the order in which the chapters are read.
 * The files stand in the order in which they lie in the archive, chapters first.
 *
 * The book is known by its address on the site, or if that has none by a number that is made of
 * what the collection is called. It was changed on the newest of these dates: that of the edition
 * in site.yaml, and those in the field `updated` of the entries; or else in 1980, as the files of
 * an archive without a date are. No clock is asked.
 */
#define EPUB_FOLDER  "EPUB/"
#define EPUB_PACKAGE EPUB_FOLDER "package.opf"

/* The pictures of a book: outputs of the site, which keep their paths. */
struct epub_pictures {
    const struct output **items;
    size_t len, cap;
    bool shown;  /* texts show some; all others are motifs, which say nothing */
    bool moving; /* some may move */
};

struct epub_package {
    const struct book *book;
    const struct output *output; /* of the edition */
    const struct epub_pictures *pictures;
};

void epub_package_put(struct buf *out, struct arena *scratch, const struct epub_package *package);

#endif
