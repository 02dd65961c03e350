#ifndef COLLECTION_COLLECTION_H
#define COLLECTION_COLLECTION_H

#include "attached/attachment.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/fs_walk.h"
#include "base/map.h"
#include "collection/document.h"
#include "collection/edition.h"
#include "collection/facet.h"
#include "collection/label.h"
#include "collection/marks.h"
#include "collection/published.h"
#include "collection/store.h"
#include "collection/synonyms.h"
#include "collection/told.h"
#include "schema/schema.h"

/*
 * The whole collection: settings, entries, facets with their terms, pages.
 *
 * Calling sequence
 * ----------------
 *
 *     struct collection collection;
 *     collection_init(&collection);
 *     bool whole = collection_load(&collection, &root, &options, &diags);
 *     …                                  // read-only from here on
 *     collection_release(&collection);
 *
 * Once loaded (collection/load.h) a collection never changes, and all threads may read it.
 *
 * Ownership
 * ---------
 *
 * Everything lives as long as the collection. Its arena holds settings, schema, entries,
 * facets and pages; each document holds its own text, fields and body
 * (collection/store.h), into which the others point.
 *
 * To add a field or a facet
 * -------------------------
 *
 * Add a property or a mark to content/schema.yaml. A field that the program itself is to
 * know by name also goes in collection/fields.h.
 */
#define CONTENT_FOLDER "content"
#define PAGES_FOLDER   "pages" /* below it */
#define SITE_FILE      CONTENT_FOLDER "/site.yaml"
#define SCHEMA_FILE    CONTENT_FOLDER "/schema.yaml"
#define SYNONYMS_FILE  CONTENT_FOLDER "/synonyms.yaml"
#define PATHS_FILE     CONTENT_FOLDER "/paths.txt"
#define NEWS_FILE      CONTENT_FOLDER "/news.txt"
#define EDITION_FILE   CONTENT_FOLDER "/edition.txt"

struct term_refs {
    const struct term **items;
    uint32_t *places; /* for each of them, where the entry stands in the term's list of entries */
    uint32_t len, cap;
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
    } related; /* those that the entry itself names */
    int64_t order;
    struct str key; /* of the title, for sorting */
    size_t number;  /* its place in the collection's order */
};

struct text_page {
    const struct document *document;
    struct str title, summary;
    struct str language;
    int64_t order;
    struct str key; /* of the title, for sorting */
};

enum { DOCUMENT_MAX = 20, PAGE_SIZE = 100 }; /* of struct settings, if site.yaml does not say */

struct settings {
    struct source source;
    const struct value *fields; /* of site.yaml, settled; NULL if it could not be read */
    const struct schema *schema;
    struct str title;
    struct str language;  /* nb if site.yaml names none that the program knows */
    struct str base_url;  /* ends with a slash; absent when the site has no known address */
    int64_t document_max; /* how many megabytes (of 1 000 000 bytes) an attached one may have */
    int64_t page_size;    /* how many items of a list stand on a page; 0: however many it has */
};

struct collection {
    struct arena arena;
    struct settings settings;
    struct own_schemas *own_schemas;
    struct source schema_source;
    const struct schema *schema; /* of an entry */
    struct entry_kind kind;
    struct facet_list facets; /* the facet of folders first, then in the schema's order */
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
        struct attachment **items;
        size_t len, cap;
    } attachments; /* pictures and documents beside the texts, by path */
    struct map attachments_by_path;
    struct source synonyms_source;
    struct synonyms synonyms; /* empty if there is no such file */
    struct published published;
    struct told told;       /* what readers know of changes; only with a page of news */
    struct edition edition; /* what entries said before them, likewise */
};

struct load_options {
    size_t threads;
    bool drafts;         /* make entries of drafts, too */
    struct str base_url; /* used instead of that of the settings, unless absent */
    bool advice;         /* also look for what is only advice, which a build does not show */
    bool again;          /* documents will be read again, and taken over by later loads */
    bool publish;        /* and for what must be there before the site is published */
    struct date today;   /* tell of what was due before it; nothing if its year is 0 */
    const struct rule_list *rules; /* those that exceptions may name */
    struct stages *stages;         /* NULL, or who asks what takes time (base/stages.h) */
    const struct fs_list *files; /* NULL, or what is there, with stamps by which a later load knows
                                  * it again; what lies outside of content/ is passed by */
    const struct collection *before; /* NULL, or where documents are taken over from if their files
                                      * are as they were then (collection/store.h) */
    const struct store_instead *instead; /* NULL, or the documents that are replaced */
    struct own_schemas *own_schemas; /* NULL, or those that outlive it (collection/own_schemas.h) */
};

void collection_init(struct collection *collection);
void collection_release(struct collection *collection);

/* Returns content/<folder>, in the arena. */
struct str collection_path(struct arena *arena, struct str folder);

/* Returns what the site is called in full: its title, and its subtitle if it has one. */
struct str settings_name(struct arena *arena, const struct settings *settings);

/* Returns the document at a path, or NULL. */
const struct document *collection_document(const struct collection *collection, struct str path);

/* Returns the picture or document beside the texts at a path, or NULL. */
const struct attachment *collection_attachment(const struct collection *collection,
                                               struct str path);

/* Whether a document gets a page that a link can lead to. */
bool collection_publishes(const struct collection *collection, const struct document *document);

/* Returns the facet whose terms are the folders of entries. */
const struct facet *collection_folders(const struct collection *collection);

/* Returns the noun for such a folder in the site's language, or the field's name if it has none. */
struct str collection_folder_noun(const struct collection *collection);

/* Returns the first facet that is marked x-main, or NULL. */
const struct facet *collection_main(const struct collection *collection);

/* Returns the first that is marked x-shelf, whose terms have motifs; else the main one, or NULL. */
const struct facet *collection_shelf(const struct collection *collection);

/* Returns the entry's first term of that facet, or NULL. */
const struct term *entry_shelf(const struct collection *collection, const struct entry *entry);

#endif
