#ifndef COLLECTION_DOCUMENT_H
#define COLLECTION_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/fs_stamp.h"
#include "base/hash.h"
#include "base/source.h"
#include "base/value.h"
#include "parse/markdown.h"
#include "schema/schema.h"
#include "writing/check.h"

/*
 * One Markdown file of the collection, read and checked by itself.
 *
 * Calling sequence
 * ----------------
 *
 *     struct document document = {.kind = …, .folder = …, .slug = …, .source = {.path = path}};
 *     document_read(&document, &reader, NULL, &scratch);
 *     …                                   // fields, body, findings
 *     document_drop(&document);           // and document_read() again, if its file has changed
 *
 * An entry, a term of a vocabulary and a page differ in the schema of their
 * fields and in what is made of them afterwards; as documents they are alike.
 *
 * Ownership
 * ---------
 *
 * A document owns its text, fields, body and findings, in its own arena, or in those that it shares
 * with others: thousands of arenas leave much room unused. The findings point at its source, so the
 * struct must not move once it has been read. Terms, entries and links that point into it are
 * invalid when it has been dropped, or what it shares has been released.
 */
enum document_kind { DOCUMENT_ENTRY, DOCUMENT_TERM, DOCUMENT_PAGE, DOCUMENT_KINDS };

struct document {
    /* Where it lies. Set by the caller, and kept when it is dropped. */
    struct str folder;     /* its last one: a term's id for entries, the vocabulary for terms */
    struct str slug;       /* the file name without .md */
    struct fs_stamp stamp; /* of its file when that was found; all zero: not known */
    uint32_t number;       /* among all documents, by path */
    uint32_t holders;      /* how many stores have it (collection/store.h) */
    enum document_kind kind;

    /* Set by document_read(). */
    bool read;
    bool left_out;                  /* it is a draft, and no entry is to be made of it */
    bool body_read;                 /* false: it could not be, and why is among the findings */
    struct source source;           /* its path is set by the caller, and kept */
    struct document_memory *memory; /* holds all that follows; NULL: shared arenas do */
    struct diags *diags;            /* what is wrong with it by itself; NULL: nothing */
    struct value *fields;           /* settled by the schema; NULL when they could not be read */
    const struct member *misplaced; /* the field by which it seems to be an entry, if it is not */
    struct str language;            /* its own, or that of the site */
    struct str key;                 /* of its title, for sorting */
    struct str look;                /* of its title (norwegian_alike) */
    const struct value *aliases;    /* a field that is asked for often; NULL: it has none */
    const struct value *proposed;   /* likewise */
    struct span written;            /* the body, as it stands in the source */
    struct hash written_hash;       /* of the body, as it stands there */
    struct hash around_hash;        /* of all else that stands there */
    struct markdown body;
    struct writing_facts facts; /* for the checks that compare documents */
};

/* Of a document that may be read again. */
struct document_memory {
    struct arena all;
    struct arena fields; /* of the fields, if the text has been read since */
};

/* Of documents that will all be dropped together. One whose bytes are all 0 is empty. */
struct document_arenas {
    struct arena texts; /* of their bodies */
    struct arena all;   /* else */
};

/* How documents are read. Shared by the threads that read them, and not changed meanwhile. */
struct document_reader {
    const struct fs_root *root; /* holds the collection's folder */
    const struct schema *schemas[DOCUMENT_KINDS];
    struct str language; /* of a document that does not say its own */
    bool drafts;         /* as in struct load_options */
    bool advice;
    bool shares; /* their arenas, as in struct load_options */
};

/*
 * Reads the file at `document->source.path`, checks its fields and how it is
 * written. The document must be new, or have been dropped. Faults are added to its own
 * findings; what could not be read is NULL or empty.
 *
 * What is read lies in the document's own arena if `shared` is NULL. Nothing but the document and
 * these arenas is written to, so several threads may each read one, with arenas of their own.
 * `scratch` may be reset afterwards.
 *
 * The parser leaves the scalars of front matter unsettled (VALUE_PLAIN). They become texts,
 * numbers and dates when the fields are checked; before that only keys are looked at.
 */
void document_read(struct document *document, const struct document_reader *reader,
                   struct document_arenas *shared, struct arena *scratch);

/*
 * Reads the file of a document again, and takes over its text, if that is all that has changed: the
 * front matter, the links and the headings are as they were, and there is nothing to tell of it.
 * Values that point into the fields stay valid. False, and nothing has changed, if it is not so.
 */
bool document_read_text(struct document *document, const struct document_reader *reader,
                        struct arena *scratch);

/* Releases what document_read() has set, findings included. */
void document_drop(struct document *document);

/* Returns the span of a finding about the file as a whole: its first byte, with length 0. */
struct span document_span(const struct document *document);

/* Returns the span of a field's value, or that of the file when it has no such field. */
struct span document_field_span(const struct document *document, struct str field);

/* Returns the date in the field `updated` as it is written, or nothing if there is none. */
struct str document_updated(const struct document *document);

#endif
