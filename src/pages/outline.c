#include "pages/outline.h"

#include "base/buf.h"

void outline_put(struct buf *out, const struct outline *outline)
{
    for (size_t i = 0; i < outline->len; i++) {
        const struct outline_step *step = &outline->items[i];
        buf_byte(out, step->command);
        if (step->command == 'A')
            buf_format(out, "%d %d 0 0 %d ", step->radius, step->radius, !step->back);
        if (step->command != 'Z')
            buf_format(out, "%d %d", step->x, step->y);
    }
}
