#include "editions/edition.h"

void edition_render(const struct edition_maker *maker, const struct output *output,
                    struct arena *scratch, struct buf *out)
{
    for (size_t part = 0; maker->render(maker->renderer, output, part, scratch, out);)
        part++;
}
