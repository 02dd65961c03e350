#ifndef COLLECTION_COLLECTION_H
#define COLLECTION_COLLECTION_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "collection/document.h"
#include "collection/facet.h"
#include "collection/label.h"
#include "collection/marks.h"
#include "collection/published.h"
#include "collection/store.h"
#include "collection/synonyms.h"
#include "schema/schema.h"

/*
 * The whole collection: settings, entries, facets with their terms, pages.
 *
 *     struct collection collection;
 *     collection_init(&collection);
 *     bool whole = collection_load(&collection, &root, &options, &diags);
 *     …                                  // read-only from here on
 *     collection_release(&collection);
 *
 * Loading reads every file once, in parallel, and then gathers what they say
 * in one thread, so that nothing depends on the number of threads. Afterwards
 * nothing changes any more, and all threads may look.
 *
 * Everything lives as long as the collection. Its own arena holds what is
 * gathered; what a document says is held by the document (collection/store.h).
 */
#define CONTENT_FOLDER "content"
#define PAGES_FOLDER   "pages" /* below it */
#define SITE_FILE      CONTENT_FOLDER "/site.yaml"
#define SCHEMA_FILE    CONTENT_FOLDER "/schema.yaml"
#define SYNONYMS_FILE  CONTENT_FOLDER "/synonyms.yaml"
#define PATHS_FILE     CONTENT_FOLDER "/paths.txt"

struct term_refs {
    const struct term **items;
    size_t *places; /* where the entry stands in each term's list of entries */
    size_t len, cap;
};

struct entry {
    const struct document *document;
    struct str title, summary;
    struct str language;
    const struct term *folder; /* the term of its folder */
    struct term_refs *terms;   /* one list a facet, by the facet's number */
    struct {
        const struct entry **items;
        size_t len, cap;
    } related; /* as the entry itself names them */
    int64_t order;
    struct str key; /* the title's, for sorting */
    size_t number;  /* in the collection's order */
};

struct text_page {
    const struct document *document;
    struct str title, summary;
    struct str language;
    int64_t order;
    struct str key; /* the title's, for sorting */
};

/* A picture that lies in the collection. Its name is fit for an address, like a document's. */
enum { PICTURE_MAX = 16 * 1024 * 1024 }; /* bytes */
#define PICTURE_MAX_SHOWN "16 MiB"
struct picture {
    struct str path; /* with the content folder */
    struct span origin;
};

struct settings {
    struct source source;
    const struct value *fields; /* site.yaml, as its schema has settled it; NULL: unreadable */
    const struct schema *schema;
    struct str title;
    struct str language; /* nb when it cannot be told */
    struct str base_url; /* ends with a slash; absent when the site has no known address */
};

struct collection {
    struct arena arena;
    struct settings settings;
    struct source schema_source;
    const struct schema *schema; /* of an entry */
    struct entry_kind kind;
    struct facet_list facets; /* that of the folder first, the rest in the schema's order */
    struct store documents;   /* by path */
    struct {
        struct entry **items;
        size_t len, cap;
    } entries; /* in the collection's order: folder, order, title */
    struct {
        struct text_page *items;
        size_t len, cap;
    } pages; /* by order, then title */
    struct {
        struct picture *items;
        size_t len, cap;
    } pictures;
    struct map pictures_by_path;
    struct source synonyms_source;
    struct synonyms synonyms; /* none when there is no such file */
    struct published published;
};

struct load_options {
    size_t threads;
    bool drafts;         /* take drafts in, too */
    struct str base_url; /* instead of the settings' own; absent: theirs */
    bool advice;         /* look for what is only advice, too: a build need not */
    struct date today;   /* for what is due by now; year 0: nothing is, and no clock decides */
    const struct rule_list *rules; /* that exceptions may name */
};

void collection_init(struct collection *collection);
void collection_release(struct collection *collection);

/* Returns content/<folder>, in the arena. */
struct str collection_path(struct arena *arena, struct str folder);

/* The document at a path, or NULL. */
const struct document *collection_document(const struct collection *collection, struct str path);
bool collection_has_picture(const struct collection *collection, struct str path);

/* The facet of an entry's folder. */
const struct facet *collection_folders(const struct collection *collection);

/* What one of these folders is called in the language of the site, or else the field's name. */
struct str collection_folder_noun(const struct collection *collection);

/* The first facet that is marked x-main, or NULL. */
const struct facet *collection_main(const struct collection *collection);

#endif
