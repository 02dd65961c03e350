#ifndef ATTACHED_ATTACHMENT_H
#define ATTACHED_ATTACHMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file_type.h"
#include "base/fs.h"

/*
 * A picture or a document that lies beside the texts of a collection. As with a text its path
 * becomes its address.
 *
 *     struct attachment *attachment = arena_new(arena, struct attachment);
 *     attachment_init(attachment, arena, path);
 *     attachment_read(attachment, &root);     // on any thread: each one writes to its own
 *     diag_merge(&diags, &attachment->diags);
 *
 * Its bytes are read to look at them, and not kept; they are read once more when they are
 * published. Only the text of an SVG or CSV with findings stays, for them to point at. The
 * struct must not move, since findings point at its source.
 */
enum { PICTURE_MAX = 16 * 1024 * 1024 }; /* bytes; of documents the collection says how many */
#define PICTURE_MAX_SHOWN "16 MiB"

struct attachment {
    const struct file_type *type; /* what its name says */
    struct source source;         /* its path from the folder that holds content/ */

    /* Set by who gathers them (collection/files.h, collection/attachments.h). */
    bool told;      /* it is not published, and a finding about the file says why */
    bool published; /* a page that is published shows it, or links to it */
    bool drafted;   /* a draft does */

    /* Set by attachment_read(). */
    size_t size;            /* in bytes */
    unsigned width, height; /* of a picture, in pixels; 0: not known */
    struct arena arena;
    struct diags diags;
};

void attachment_init(struct attachment *attachment, struct arena *arena, struct str path);

/* Frees what attachment_read() has kept. */
void attachment_release(struct attachment *attachment);

/* Reads the file, of which the gatherer has checked that it can be, and looks at its bytes. */
void attachment_read(struct attachment *attachment, const struct fs_root *root);

/* Returns the span of a finding about the file as a whole. */
struct span attachment_span(const struct attachment *attachment);

#endif
