#ifndef SERVE_RENDERED_H
#define SERVE_RENDERED_H

#include "base/buf.h"
#include "base/hash.h"
#include "site/output_keys.h"

/*
 * Pages that have been made, kept until what they are made from changes: each with the key that a
 * build knows it by (site/output_keys.h).
 *
 *     rendered_init(&rendered);
 *     rendered_from(&rendered, site);            // whenever more than a text has changed
 *     struct str bytes = rendered_get(&rendered, output);
 *     rendered_release(&rendered);
 *
 * A few are kept, of which a new one takes the place that its path falls to; and none that is
 * large.
 */
enum { RENDERED_KEPT = 64, RENDERED_MOST = 1 << 20 /* bytes */ };

struct rendered {
    const struct site *site;
    uint64_t readings;  /* how many sites there have been */
    struct arena arena; /* of the keys */
    struct output_keys keys;
    struct arena scratch;
    struct buf large;             /* the last one that was too large to be kept */
    struct hash sized[DOWNLOADS]; /* the keys of editions whose sizes the site's view has */
    struct rendered_page {
        struct str path; /* in `bytes`, behind the page */
        struct hash key;
        struct buf bytes;
    } pages[RENDERED_KEPT];
};

void rendered_init(struct rendered *rendered);
void rendered_release(struct rendered *rendered);

/* From here on outputs are those of this site. It is whole. */
void rendered_from(struct rendered *rendered, const struct site *site);

/* Returns the bytes of an output, until the next call. */
struct str rendered_get(struct rendered *rendered, const struct output *output);

/* Whether an output has no text but its own, so that it is right while others change. */
bool rendered_has_own_text(const struct rendered *rendered, const struct output *output);

#endif
