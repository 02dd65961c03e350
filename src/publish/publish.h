#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include <stdatomic.h>

#include "publish/built.h"
#include "publish/folder.h"
#include "publish/precompress.h"
#include "site/output_keys.h"
#include "site/render.h"

/*
 * Takes the bytes of outputs, and keeps them: publish_outputs() renders every output of
 * a plan, on several threads, and hands them to one.
 *
 * put() is called once for each output, from any thread, in any order. It takes all the pieces,
 * each of which is rendered when it is asked for, so that a large output is nowhere held whole.
 */
struct sink {
    void *self;
    void (*put)(void *self, size_t index, const struct pieces *pieces);
    /* NULL, or returns whether it has an output already, and how many bytes: then it is not put. */
    bool (*has)(void *self, size_t index, size_t *len);
    /* Appends the bytes of an output that has been put, or was there, if it can read them; the
     * others as they are called in editions/edition.h. */
    bool (*read)(void *self, size_t index, struct buf *out);
    bool (*is_as_before)(void *self, size_t index);
    bool (*is_made_as_before)(void *self, size_t index);
    bool (*open_before)(void *self, size_t index, struct fs_pieces *file);
};

/* Called after each output, from any thread: `done` of `all` have been put. */
typedef void publish_progress(void *context, size_t done, size_t all);

/*
 * What the outputs of a family were, and the processor's nanoseconds that they took: making the
 * bytes, and handing them to the sink, which writes. Of publish_outputs(), zero before.
 */
struct family_work {
    atomic_size_t files, bytes, making, writing;
};

struct publish_options {
    size_t threads;
    enum precompress_how precompress; /* of publish_to_folder() */
    publish_progress *progress;       /* may be NULL */
    void *progress_context;
    struct family_work *work; /* NULL, or one for each of site_families */
    struct stages *stages;    /* of publish_to_folder(): NULL, or who asks (base/stages.h) */
    struct diags *diags;      /* gets what is wrong with editions */
    /*
     * Of publish_to_folder(): NULL, or the keys of outputs, what is known of the build before, and
     * where to store what is known of this one (publish/built.h).
     */
    const struct output_keys *keys;
    const struct built *before;
    struct built *built;
};

/*
 * Returns false if there are findings about editions: then those are not all put. While editions
 * are not made, outputs are held for them, up to PUBLISH_HELD_MAX bytes.
 */
enum { PUBLISH_HELD_MAX = 16 << 20 };
bool publish_outputs(const struct renderer *renderer, const struct publish_options *options,
                     const struct sink *sink);

/*
 * Does the same into a folder, which is replaced in one step (publish/folder.h); or, after
 * findings, not at all, and nothing is in the result but `refused`.
 */
struct folder_result publish_to_folder(const struct renderer *renderer, struct arena *arena,
                                       const struct publish_options *options, struct str folder,
                                       unsigned folder_flags);

#endif
