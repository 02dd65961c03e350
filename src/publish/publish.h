#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include <stdatomic.h>

#include "publish/built.h"
#include "publish/folder.h"
#include "publish/precompress.h"
#include "site/output_keys.h"
#include "site/render.h"

/* Called after each output, from any thread: `done` of `all` have been put. */
typedef void publish_progress(void *context, size_t done, size_t all);

/*
 * What the outputs of a family were, and the processor's nanoseconds that they took: making the
 * bytes, and writing them. Zero before.
 */
struct family_work {
    atomic_size_t files, bytes, making, writing;
};

struct publish_options {
    size_t threads;
    enum precompress_how precompress;
    publish_progress *progress; /* may be NULL */
    void *progress_context;
    struct family_work *work; /* NULL, or one for each of site_families */
    struct stages *stages;    /* NULL, or who asks (base/stages.h) */
    struct diags *diags;      /* gets what is wrong with editions */
    /*
     * NULL, or the keys of outputs, what is known of the build before, and where to store what is
     * known of this one (publish/built.h).
     */
    const struct output_keys *keys;
    const struct built *before;
    struct built *built;
};

/*
 * Renders every output of a plan, on several threads, into a folder, which is replaced in one step
 * (publish/folder.h); or, after findings about editions, not at all, and nothing is in the result
 * but `refused`.
 *
 * A large output is nowhere held whole, unless an edition takes what has been made.
 */
struct folder_result publish_to_folder(const struct renderer *renderer, struct arena *arena,
                                       const struct publish_options *options, struct str folder,
                                       unsigned folder_flags);

#endif
