#ifndef PAGES_BOOK_H
#define PAGES_BOOK_H

#include "pages/page_maker.h"
#include "pages/places.h"

/*
 * The collection as a book: which chapters it has, in which order, and what the theme is given of
 * each. Which form the book has is another matter (editions/epub.h).
 *
 *     book_init(&book, &arena, &view);
 *     for (each of book.chapters)
 *         … render struct output book_output(chapter, output) …
 *
 * One template has all chapters (`epub.mustache`): each is given one of the maps that its shape
 * names, and beside it what all are given.
 *
 * The style sheet goes by the same way, for it is the theme's too: as the last of them, though it
 * is no chapter.
 *
 * To add a kind of chapter: its name here, its row in the table of book_values.c, and what the
 * template makes of it.
 */
enum chapter_kind {
    CHAPTER_COVER,
    CHAPTER_FRONT, /* the title page */
    CHAPTER_CONTENTS,
    CHAPTER_TERM, /* one of the folder's, before its entries; or, at the end, of another facet */
    CHAPTER_ENTRY,
    CHAPTER_PAGE,
    CHAPTER_FACET, /* before its terms */
    CHAPTER_STYLE,
    CHAPTER_KINDS
};

#define BOOK_COVER    "cover.png" /* the picture on the cover */
#define BOOK_CONTENTS "_contents.xhtml"
#define BOOK_STYLE    "book.css"

struct chapter {
    enum chapter_kind kind;
    struct str name; /* of its file: all lie in one folder */
    struct str language;
    union { /* what it shows; the kind knows which member is set */
        const struct term *term;
        const struct entry *entry;
        const struct text_page *page;
        const struct facet *facet;
    };
    const struct book *book;
};

struct book {
    struct view view; /* in which addresses are those in the book */
    struct places places;
    struct {
        struct chapter *items;
        size_t len, cap;
    } chapters;
};

/* Decides on the chapters. The view is that of the site, and both must outlive the book. */
void book_init(struct book *book, struct arena *arena, const struct view *view);

/*
 * Returns the output that a chapter is rendered as, by the template of the book's own one. It is in
 * no plan.
 */
struct output book_output(const struct chapter *chapter, const struct output *book);

/* What the template is given: for the row of the book in site/families.c. */
extern const char book_shape[];
void book_make(struct page_maker *maker);

#endif
