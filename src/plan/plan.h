#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "base/diag.h"
#include "base/map.h"
#include "collection/collection.h"

/*
 * Which files will exist. The whole list is made before the first byte is
 * rendered: collisions, stale files, the menu and every link come from it.
 *
 *     plan_init(&plan);
 *     plan_make(&plan, &collection, assets, asset_count, &search, &diags);
 *     …
 *     plan_release(&plan);
 *
 * The plan keeps views into the collection, which must outlive it.
 *
 * To add a kind of output:
 *  1. a name in enum family, and its row in the table in plan.c: a function
 *     that adds the outputs of the family, and whether their addresses last;
 *  2. its row in the table in site/render.c: who writes the bytes;
 *  3. a golden site under tests/site/ that has one.
 *
 * The families that nobody can rename come first.
 */
enum family {
    FAMILY_HOME,
    FAMILY_NOT_FOUND,
    FAMILY_ENTRIES,  /* the list of all entries */
    FAMILY_OVERVIEW, /* pictures of the collection */
    FAMILY_PRINT,    /* all entries on one page */
    FAMILY_ENTRY,    /* subject: struct entry */
    FAMILY_FACET,    /* subject: struct facet; the list of its terms */
    FAMILY_TERM,     /* subject: struct term */
    FAMILY_PAGE,     /* subject: struct page */
    FAMILY_ASSET,    /* subject: struct asset */
    FAMILY_PICTURE,  /* subject: struct picture */
    FAMILY_SEARCH,   /* subject: struct made_file */
    FAMILY_SCHEMA,   /* of an entry, for other programs */
    FAMILY_REDIRECT, /* subject: struct redirect */
    FAMILIES
};

/* A file of the theme that goes out as it is, under a name that holds its hash. */
struct asset {
    struct str name; /* site.css */
    struct str hash; /* hexadecimal, of the bytes */
    struct str bytes;
};

/* A file that was made before the plan, since how many there are depends on what is in them. */
struct made_file {
    struct str path;
    struct str bytes;
};

struct made_files {
    struct made_file *items;
    size_t len, cap;
};

/* A former address, and the path of the page that it leads on to. */
struct redirect {
    struct str from, to;
    struct span from_span, to_span;
};

struct output {
    struct str path; /* from the site's root: lower-case ASCII, with `/` */
    enum family family;
    union {
        const void *subject;
        const struct entry *entry;
        const struct facet *facet;
        const struct term *term;
        const struct page *page;
        const struct asset *asset;
        const struct picture *picture;
        const struct made_file *made;
        const struct redirect *redirect;
    };
    struct str language;
    struct span origin; /* what it is made from */
};

struct plan {
    struct arena arena;
    const struct collection *collection;
    struct {
        struct output *items;
        size_t len, cap;
    } outputs; /* sorted by path */
    struct map by_path;
    struct str *page_paths; /* by the number of the document; absent: it has none */
};

void plan_init(struct plan *plan);
void plan_release(struct plan *plan);

/*
 * Two sources for one path, settings that lead nowhere, and addresses that were
 * published and are no more (plan/lasting.h) are among the findings.
 */
void plan_make(struct plan *plan, const struct collection *collection, const struct asset *assets,
               size_t asset_count, const struct made_files *search, struct diags *diags);

const struct output *plan_find(const struct plan *plan, struct str path);

/* Whether others may link to it, so that its address must stay: pages and data, not what pages
 * load. */
bool plan_is_lasting(const struct output *output);

/*
 * Paths of pages. plan_page_of() is the absent str for a document that has no
 * page; plan_term_path() likewise for a term of a facet without pages; so are
 * those of the overview and the page for print, when the collection has none.
 */
struct str plan_page_of(const struct plan *plan, const struct document *document);
struct str plan_entry_path(struct arena *arena, const struct collection *collection,
                           const struct entry *entry);
struct str plan_term_path(struct arena *arena, const struct term *term);
struct str plan_facet_path(struct arena *arena, const struct facet *facet);
struct str plan_entries_path(struct arena *arena, const struct collection *collection);
struct str plan_overview_path(struct arena *arena, const struct collection *collection);
struct str plan_print_path(struct arena *arena, const struct collection *collection);
struct str plan_asset_path(struct arena *arena, const struct asset *asset);
struct str plan_picture_path(struct arena *arena, struct str picture);

/* The file of the search index that is always there; the absent str without an index. */
struct str plan_search_path(struct arena *arena, const struct collection *collection);

/* The schema as open data; the absent str when the collection has none. */
struct str plan_schema_path(struct arena *arena, const struct collection *collection);

/* The way from an output up to the site's root: "", "../", "../../" … */
struct str plan_root_of(struct arena *arena, struct str path);

#endif
