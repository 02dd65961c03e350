#include "attached/picture.h"

#include <assert.h>

void picture_read(struct picture_facts *facts, enum content_kind kind, struct str bytes)
{
    *facts = (struct picture_facts){0};
    switch (kind) {
    case CONTENT_PNG: png_read(facts, bytes); break;
    case CONTENT_JPEG: jpeg_read(facts, bytes); break;
    case CONTENT_GIF: gif_read(facts, bytes); break;
    case CONTENT_WEBP: webp_read(facts, bytes); break;
    default: assert(!"a picture of pixels");
    }
}
