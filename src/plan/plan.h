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
 * Calling sequence
 * ----------------
 *
 *     plan_init(&plan);
 *     plan_make(&plan, &collection, &inputs, families, family_count, &diags);
 *     …                                  // read-only from here on
 *     plan_release(&plan);
 *
 * Errors
 * ------
 *
 * These become findings: two sources for one path, settings that lead nowhere, and
 * addresses that were published and are no more (plan/lasting.h). A plan with
 * errors among its findings can be looked at, but must not be rendered.
 *
 * Ownership
 * ---------
 *
 * The plan owns its outputs and their paths. It keeps views into the collection and
 * the inputs, which must outlive it.
 *
 * To add a kind of output
 * -----------------------
 *
 * plan/family.h has the recipe.
 */

/* A file of the theme that goes out under a name that holds its hash (pages/theme.h). */
struct asset {
    struct str name; /* site.css */
    struct str hash; /* hexadecimal, of the bytes, or of what they are made of */
    struct str bytes;
    bool drawn;   /* there are no bytes before it is put (pages/mark.h) */
    bool inlined; /* stands inside pages only (pages/inlined.h), and is no file of its own */
};

/*
 * A file whose bytes are made while the plan is: for an output that may become
 * several files, depending on what is in them.
 */
struct made_file {
    struct str path;
    struct str bytes;
};

struct made_files {
    struct made_file *items;
    size_t len, cap;
};

/* What a family of such files has for `put`: the bytes are there already. */
void plan_put_made(struct buf *out, const struct output *output, const struct plan *plan,
                   struct arena *scratch);

/* The items of a list that stand in a part of an output (put_part in plan/family.h). */
struct plan_part {
    size_t from, to;
    bool more; /* there is a part after it */
};

/* Returns which a part has, of `count` items, when each but the last has `size` of them. */
struct plan_part plan_part(size_t part, size_t size, size_t count);

struct paging;
struct search_index;

/* A former address, and the path of the page that it leads on to. */
struct redirect {
    struct str from, to;
    struct span from_span, to_span;
};

struct output {
    struct str path; /* from the site's root: lower-case ASCII, with `/` */
    const struct family *family;
    union { /* what it shows; the family knows which member is set */
        const void *subject;
        const struct entry *entry;
        const struct facet *facet;
        const struct term *term;
        const struct text_page *text_page;
        const struct asset *asset;
        const struct attachment *attachment;
        const struct made_file *made;
        const struct redirect *redirect;
    };
    const struct document *document; /* the file that it is the page of; NULL: of none */
    const struct paging *paging;     /* plan/paged.h; NULL: it is no page of several */
    struct {
        const struct entry *const *items;
        size_t len;
    } texts;             /* the entries whose texts it has, too (plan/family.h) */
    bool passing;        /* it comes and goes with the number of entries */
    struct str language; /* the site's own unless plan_add() was given another */
    struct span origin;  /* where findings about it point */
};

/* The picture that is shown where a page is shared; 0 × 0 if that is not known. */
struct share_picture {
    const struct asset *asset; /* NULL: the theme has none */
    unsigned width, height;
};

/* What pages call the motif of a term (pages/motif.h): its file, and its tint. */
struct motif_names {
    struct str path, tint;
    bool turned;
};

/* What outputs are made from besides the collection. */
struct plan_inputs {
    const struct fs_root *root; /* where attachments are read when they are put */
    const struct asset *assets; /* of the theme */
    size_t asset_count;
    struct share_picture share;
    struct search_index *index; /* begun (search/search.h), or NULL; no finding depends on it */
    size_t threads;             /* for what is made in parallel */
    /*
     * Outputs are made in one thread, and only those that are asked for: what many share may be
     * made when the first one needs it.
     */
    bool when_asked;
    bool partial; /* documents are left out (collection/store.h), and what is missing is no fault */
    /*
     * What had been published before a change (plan/lasting.h); NULL: nobody asks. Paths
     * with spans come from the list as it was, others from the site as it was.
     */
    const struct published *before;
    /*
     * The day, if this build writes the list of published paths: what is new has it as its date
     * (plan/identity.h). The absent str otherwise.
     */
    struct str accepted;
    struct stages *stages; /* as in load_options */
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
    struct map listed;      /* path → struct published_path, the first of each */
    struct str *page_paths; /* by the document's number; absent: it has no page */
    /* Of the file that the search index is loaded from; absent: the collection has no search. It is
     * known before the index is made (search/named.h). */
    struct str search_path;
    bool search_split; /* it leads to other files; not known of a small one before it is made */
    /* By the number of the term in collection_shelf(); NULL: there are none. */
    const struct motif_names *motifs;

    /* Used by plan_make() only. */
    const struct family *family; /* the family that is adding outputs */
    struct arena growing;        /* of outputs, until all are there */
    struct diags *diags;
};

void plan_init(struct plan *plan);
void plan_release(struct plan *plan);

/*
 * Makes the plan: each family adds its outputs, wave by wave and in the order of
 * the table. If two outputs have one path, the finding blames the later family:
 * so the table begins with families whose addresses are fixed.
 */
void plan_make(struct plan *plan, const struct collection *collection,
               const struct plan_inputs *inputs, const struct family *families, size_t count,
               struct diags *diags);

/*
 * Adds the outputs of the family that makes the search index, to a plan that has been made without
 * it; outputs that were found before are no more.
 */
void plan_add_index(struct plan *plan, const struct family *family, struct search_index *index);

/*
 * Adds an output; only for the `add` function of a family. Fills in its `family`,
 * and its language if it has none. The path must live as long as the plan. If a
 * document gets several outputs, links to it lead to the first.
 */
void plan_add(struct plan *plan, struct output output);

/* Adds the only output of a family, which the schema may ask for; nothing if the path is absent. */
void plan_add_single(struct plan *plan, struct str path);

/* Return the span that stands for the settings, or for a document, as a whole. */
struct span plan_settings_span(const struct plan *plan);
struct span plan_document_span(const struct document *document);

/* Returns the output at a path, or NULL. */
const struct output *plan_find(const struct plan *plan, struct str path);

/* Returns the path of a document's page, or the absent str if it has none. */
struct str plan_page_of(const struct plan *plan, const struct document *document);

/* Returns the entry that has its page at a path, or NULL. It looks at all of them. */
const struct entry *plan_entry_at(const struct plan *plan, struct str path);

/* Returns the file of the theme that has this name, or NULL. */
const struct asset *plan_asset(const struct plan *plan, struct str name);

/* Whether others may link to an output, so that its address must stay. */
bool plan_lasts(const struct output *output);

/* Whether an output is a page that a menu or a redirect may lead to. */
bool plan_is_page(const struct output *output);

/* Returns the date in the field `updated` of the file that an output is the page of, or nothing. */
struct str plan_updated(const struct output *output);

#endif
