#ifndef PAGES_CITATION_H
#define PAGES_CITATION_H

#include "pages/view.h"

struct json;
struct page_maker;

/*
 * How a text of the site is cited: who, what, when and where, once, for what people read on its
 * page, what its meta tags say, and the bibliographies of the whole (data/bibliography.h).
 *
 * The author is who publishes the site. The folder of an entry may be a body that answers for
 * what it tells of, but it may as well be a meal, and the schema does not say which; who publishes
 * answers for the text. An entry was issued when it was last looked at, or else when it came to the
 * site; a page, with the edition.
 *
 * To add a form: a row in citation_forms, its writer, and its row in data/bibliography.c.
 */
struct citation {
    struct str key; /* the entry's id, with `:` for `/`: unique, and no sign in it is BibTeX's */
    struct str author, title, site, version, language, summary, rights;
    struct str issued;  /* may be a month or a year */
    struct str address; /* its full address; absent: the site has none */
};

struct citation citation_of_entry(struct arena *arena, const struct view *view,
                                  const struct entry *entry);
struct citation citation_of_page(struct arena *arena, const struct view *view,
                                 const struct text_page *page);

/*
 * Append a citation as a whole record. BibTeX has `@misc`, since each of its styles knows it, with
 * an address and without. RIS has the line ends of its specification, which `line_end` is in a
 * file. Neither knows a text but as one line.
 */
void citation_put_bibtex(struct buf *out, const struct citation *citation);
void citation_put_ris(struct buf *out, const struct citation *citation, struct str line_end);

/* Puts it as an item of CSL-JSON, for Zotero and whatever else has citeproc. */
void citation_put_csl(struct json *json, const struct citation *citation);

/* The bibliographies of the whole, each beside the other open data under this ending. */
enum citation_form { CITATION_BIBTEX, CITATION_RIS, CITATION_CSL, CITATION_FORMS };
extern const struct citation_form_name {
    struct str name, ending;
} citation_forms[CITATION_FORMS];

/* Puts `cited` into a page, for its template. */
extern const char cited_shape[];
void citation_put_entry(struct page_maker *maker, const struct entry *entry);
void citation_put_page(struct page_maker *maker, const struct text_page *page);

#endif
