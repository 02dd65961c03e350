#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "base/diag.h"
#include "base/fs.h"
#include "base/map.h"
#include "collection/collection.h"
#include "plan/family.h"

/*
 * Which files will exist. The whole list is made before the first byte is
 * rendered: collisions, stale files, the menu and every link come from it.
 *
 * Calling sequence:
 *
 *     plan_init(&plan);
 *     plan_make(&plan, &collection, &inputs, families, family_count, &diags);
 *     …                                  // read-only from here on
 *     plan_release(&plan);
 *
 * Errors: two sources for one path, settings that lead nowhere, and addresses
 * that were published and are no more (plan/lasting.h) are findings. A plan
 * with findings can be looked at, but should not be rendered.
 *
 * Ownership: the plan owns its outputs and their paths. It keeps views into the
 * collection and the inputs, which must outlive it.
 *
 * To add a kind of output: plan/family.h has the recipe.
 */

/* A file of the theme that goes out as it is, under a name that holds its hash. */
struct asset {
    struct str name; /* site.css */
    struct str hash; /* hexadecimal, of the bytes */
    struct str bytes;
};

/* A file whose bytes were made while it was planned: how many there are depends on them. */
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
    const struct family *family;
    union { /* what it shows; which one, its family knows */
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
    const struct document *document; /* the file whose page it is, where that is one; or NULL */
    struct str language;             /* the site's own unless plan_add() was given another */
    struct span origin;              /* what it is made from */
};

/* What outputs are made from besides the collection. */
struct plan_inputs {
    const struct fs_root *root; /* for files that go out as they are */
    const struct asset *assets; /* of the theme */
    size_t asset_count;
    bool indexed;   /* make the search index, too; no finding depends on it */
    size_t threads; /* for what is made while it is planned */
};

struct plan {
    struct arena arena;
    const struct collection *collection;
    struct plan_inputs inputs;
    struct {
        struct output *items;
        size_t len, cap;
    } outputs; /* sorted by path */
    struct map by_path;
    struct str *page_paths; /* by the number of the document; absent: it has none */

    /* While it is made. */
    const struct family *family; /* whose outputs are being added */
    struct diags *diags;
};

void plan_init(struct plan *plan);
void plan_release(struct plan *plan);

/*
 * Makes the plan: each family adds its outputs, wave by wave and in the order
 * of the table. Of two outputs with one path, that of the later family is
 * blamed: so families whose addresses cannot be changed come first.
 */
void plan_make(struct plan *plan, const struct collection *collection,
               const struct plan_inputs *inputs, const struct family *families, size_t count,
               struct diags *diags);

/*
 * Adds an output of the family that is being added; its `family` is set, and
 * its language if it has none. The path must live as long as the plan. The
 * first page of a document is the one that links to the document lead to.
 */
void plan_add(struct plan *plan, struct output output);

/* Adds the one output of a family that the schema asks for; nothing when the path is absent. */
void plan_add_single(struct plan *plan, struct str path);

/* Returns the span that stands for the settings as a whole, or for a document. */
struct span plan_settings_span(const struct plan *plan);
struct span plan_document_span(const struct document *document);

/* Returns the output at a path, or NULL. */
const struct output *plan_find(const struct plan *plan, struct str path);

/* Returns the path of a document's page; the absent str if it has none. */
struct str plan_page_of(const struct plan *plan, const struct document *document);

/* Whether an output is a page that a menu or a former address can lead to. */
bool plan_is_page(const struct output *output);

#endif
