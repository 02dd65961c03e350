#ifndef PAGES_EDITOR_PARTS_H
#define PAGES_EDITOR_PARTS_H

#include "base/buf.h"
#include "pages/editor_inputs.h"

/*
 * What the sections of the editor's page share; for pages/editor*.c only.
 *
 * A section appends what stands below its heading, and returns the number that the page says of it
 * beside its name at the top. What strangers wrote goes through editor_text() and the functions
 * below it, which show it as one visible line (base/visible.h) and escape it.
 */
struct editor_page {
    struct buf *out;
    struct arena *scratch;
    const struct editor_inputs *inputs;
    enum diag_language language;
};

enum { EDITOR_LISTED_MAX = 200 }; /* items of a list */

size_t editor_put_findings(struct editor_page *page);
size_t editor_put_silenced(struct editor_page *page);
size_t editor_put_alike(struct editor_page *page);
size_t editor_put_coverage(struct editor_page *page);
size_t editor_put_due(struct editor_page *page);
size_t editor_put_ages(struct editor_page *page);
size_t editor_put_languages(struct editor_page *page);
size_t editor_put_fields(struct editor_page *page);
size_t editor_put_addresses(struct editor_page *page);
size_t editor_put_news(struct editor_page *page);

/* Append what somebody wrote; the same in some language, marked where it is not the page's. */
void editor_text(struct editor_page *page, struct str text);
void editor_text_in(struct editor_page *page, struct str text, struct str language);

/* Append a name out of the schema, in the site's language; and the noun for so many entries. */
void editor_label(struct editor_page *page, const struct value *label);
void editor_noun(struct editor_page *page, size_t count);

/* Append a term, by its short name where that is asked for; an entry, as a link where it has a page
 * to lead to; an address; a place in a file, the line only if it is not 0, as a link where there is
 * an editor to open it. */
void editor_term(struct editor_page *page, const struct term *term, bool brief);
void editor_entry(struct editor_page *page, const struct entry *entry);
void editor_address(struct editor_page *page, struct str path);
void editor_place(struct editor_page *page, struct str path, size_t line);

/* Append a share of a whole in per cent: 12 %. */
void editor_percent(struct editor_page *page, size_t part, size_t whole);

/* Append a paragraph that says that there is nothing; and how many items are left out, if any. */
void editor_nothing(struct editor_page *page, const char *sentence);
void editor_more(struct editor_page *page, size_t count);

/*
 * A table: its caption, and then a heading for each column.
 *
 *     editor_table(page, caption);
 *     editor_column(page, heading, EDITOR_NUMBERS); …
 *     editor_rows(page);
 *     … <tr><th scope="row">…</th><td>…</td></tr> …
 *     editor_table_end(page);
 */
enum editor_column { EDITOR_TEXTS, EDITOR_NUMBERS };
void editor_table(struct editor_page *page, const char *caption);
void editor_column(struct editor_page *page, const char *heading, enum editor_column kind);
void editor_rows(struct editor_page *page);
void editor_number(struct editor_page *page, size_t number); /* a cell */
void editor_table_end(struct editor_page *page);

#endif
