#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include "publish/folder.h"
#include "site/render.h"

/*
 * Renders every output of a plan, on several threads, and hands the bytes to a
 * sink: a folder, and later an archive or the memory of the preview.
 *
 * put() is called once for each output, from any thread, in any order; the
 * bytes are only good during the call.
 */
struct sink {
    void *self;
    void (*put)(void *self, size_t index, struct str bytes);
};

/* Told after each output, from any thread; may be NULL. */
typedef void publish_progress(void *context, size_t done, size_t all);

struct publish_options {
    size_t threads;
    publish_progress *progress;
    void *progress_context;
};

void publish_outputs(const struct renderer *renderer, const struct publish_options *options,
                     const struct sink *sink);

/* The same into a folder that is replaced in one step (publish/folder.h). */
struct folder_result publish_to_folder(const struct renderer *renderer, struct arena *arena,
                                       const struct publish_options *options, struct str folder,
                                       unsigned folder_flags);

#endif
