#ifndef COLLECTION_DOCUMENT_H
#define COLLECTION_DOCUMENT_H

#include "base/fs.h"
#include "base/source.h"
#include "base/value.h"
#include "writing/writing.h"
#include "schema/schema.h"
#include "parse/markdown.h"

struct arena;

/*
 * One Markdown file of the collection, read and checked by itself.
 *
 * An entry, a term of a vocabulary and a page differ in the schema of their
 * fields and in what is made of them afterwards; as documents they are alike.
 */
enum document_kind { DOCUMENT_ENTRY, DOCUMENT_TERM, DOCUMENT_PAGE };

struct document {
    enum document_kind kind;
    struct str folder; /* the one it lies in: a term's id for entries, a vocabulary for terms */
    struct str slug;   /* the file name without .md */
    struct source source;
    struct value *fields; /* settled by the schema; NULL when they could not be read */
    struct markdown body;
    bool body_read;             /* false: it could not be, and why has been said */
    size_t number;              /* among all documents, by path */
    struct writing_facts facts; /* for the checks that compare documents */
};

/* How documents are read. */
struct document_reader {
    const struct fs_root *root; /* holds the collection's folder */
    const struct schema *schema;
    struct str language; /* of a document that does not say its own */
    bool advice;         /* look for what is only advice, too */
    const struct schema *of_entries;
    struct str entries, entries_lie; /* what they are called, and where they belong */
};

/*
 * Reads the file at `document->source.path`, checks its fields and how it is
 * written. Called for many documents at once; all it writes is the document's, the
 * arenas' and the findings'. `scratch` may be reset afterwards.
 */
void document_read(struct document *document, const struct document_reader *reader,
                   struct arena *arena, struct arena *scratch, struct diags *diags);

/*
 * The schemas that are the program's own: of terms, pages, the settings and the
 * synonyms, and of the marks in a collection's schema, at its top and at its fields.
 */
enum builtin_schema {
    SCHEMA_TERM,
    SCHEMA_PAGE,
    SCHEMA_SITE,
    SCHEMA_SYNONYMS,
    SCHEMA_TOP_MARKS,
    SCHEMA_FIELD_MARKS
};
const struct schema *builtin_schema(struct arena *arena, enum builtin_schema which);

#endif
