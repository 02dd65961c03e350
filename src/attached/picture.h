#ifndef ATTACHED_PICTURE_H
#define ATTACHED_PICTURE_H

#include <stdbool.h>

#include "attached/content.h"

/*
 * What the bytes of a picture say about it. Nothing is decoded: the readers walk from one
 * block of the format to the next, and look into those that are about the picture. Bytes may
 * be hostile; a reader goes forwards only, and what lies beyond the end reads as 0.
 *
 * SVG is text with a grammar of its own: attached/svg.h.
 */
struct picture_facts {
    unsigned width, height; /* in pixels, as it is shown: turned if its orientation says so */
    unsigned traits;        /* of enum trait (attached/traits.h) */
    bool has_data;          /* there is a picture in it */
    bool ends;              /* it has its end */
};

/* Reads PNG, JPEG, GIF or WebP. */
void picture_read(struct picture_facts *facts, enum content_kind kind, struct str bytes);

/* The readers, a file each. The bytes begin as those of their format. */
void png_read(struct picture_facts *facts, struct str bytes);
void jpeg_read(struct picture_facts *facts, struct str bytes);
void gif_read(struct picture_facts *facts, struct str bytes);
void webp_read(struct picture_facts *facts, struct str bytes);

#endif
