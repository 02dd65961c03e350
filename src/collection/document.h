#ifndef COLLECTION_DOCUMENT_H
#define COLLECTION_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/source.h"
#include "base/value.h"
#include "parse/markdown.h"
#include "schema/schema.h"
#include "writing/check.h"

/*
 * One Markdown file of the collection, read and checked by itself.
 *
 *     struct document document = {.kind = …, .folder = …, .slug = …, .source = {.path = path}};
 *     document_read(&document, &reader, &scratch);
 *     …                                   // fields, body, findings
 *     document_drop(&document);           // and document_read() again, if its file has changed
 *
 * An entry, a term of a vocabulary and a page differ in the schema of their
 * fields and in what is made of them afterwards; as documents they are alike.
 *
 * A document owns all that reading it gave, in its own arena, and what was
 * found. Findings point at its source, so it must not be moved once it is read.
 * What others keep of it (terms, entries, links) is lost when it is dropped.
 */
enum document_kind { DOCUMENT_ENTRY, DOCUMENT_TERM, DOCUMENT_PAGE, DOCUMENT_KINDS };

struct document {
    /* Where it lies, which stays when it is dropped. */
    enum document_kind kind;
    struct str folder; /* the one it lies in: a term's id for entries, a vocabulary for terms */
    struct str slug;   /* the file name without .md */
    size_t number;     /* among all documents, by path */

    /* What reading it gave. */
    struct source source;           /* its path stays, too */
    struct arena arena;             /* holds all that follows */
    struct diags diags;             /* what is wrong with it by itself */
    struct value *fields;           /* settled by the schema; NULL when they could not be read */
    const struct member *misplaced; /* a field that shows it to be an entry, where it is none */
    struct str language;            /* its own, or that of the site */
    bool left_out;                  /* a draft that this build takes no notice of */
    bool body_read;                 /* false: it could not be, and why has been said */
    struct markdown body;
    struct writing_facts facts; /* for the checks that compare documents */
};

/* How documents are read. It is shared by threads, and does not change meanwhile. */
struct document_reader {
    const struct fs_root *root; /* holds the collection's folder */
    const struct schema *schemas[DOCUMENT_KINDS];
    struct str language; /* of a document that does not say its own */
    bool drafts;         /* drafts are taken in */
    bool advice;         /* look for what is only advice, too */
};

/*
 * Reads the file at `document->source.path`, checks its fields and how it is
 * written. The document must be new, or have been dropped. All that is written
 * is the document's, so many may be read at once; `scratch` is the caller's
 * for the time of the call, and may be reset afterwards.
 *
 * Front matter comes out of the parser with scalars that are not settled
 * (VALUE_PLAIN). They become texts, numbers and dates in one place, when the
 * fields are checked; before that only their keys are looked at.
 */
void document_read(struct document *document, const struct document_reader *reader,
                   struct arena *scratch);

/* Releases what reading it gave, findings included. */
void document_drop(struct document *document);

/* Returns the span of a finding about the file as a whole: its first byte, with length 0. */
struct span document_span(const struct document *document);

/* Returns the span of a field's value, or that of the file when it has no such field. */
struct span document_field_span(const struct document *document, struct str field);

#endif
