#include "pages/outline.h"

#include "base/buf.h"

static void put_point(struct buf *out, int x, int y)
{
    buf_integer(out, x);
    buf_byte(out, ' ');
    buf_integer(out, y);
}

void outline_put(struct buf *out, const struct outline *outline)
{
    for (size_t i = 0; i < outline->len; i++) {
        const struct outline_step *step = &outline->items[i];
        buf_byte(out, step->command);
        if (step->command == 'A') {
            put_point(out, step->radius, step->radius);
            buf_put(out, step->back ? STR(" 0 0 0 ") : STR(" 0 0 1 "));
        }
        if (step->command != 'Z')
            put_point(out, step->x, step->y);
    }
}
