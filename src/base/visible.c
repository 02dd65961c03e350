#include "base/visible.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

void visible_put(struct buf *out, struct str text)
{
    while (text.len) {
        /* Four bytes are enough to know whether the next character is valid. */
        if (utf8_valid_until(str_slice(text, 0, text.len < 4 ? text.len : 4)) == 0) {
            buf_format(out, "\\x%02X", (unsigned char)text.ptr[0]);
            text = str_from(text, 1);
            continue;
        }
        uint32_t rune = utf8_next(&text);
        if (utf8_is_control(rune) || utf8_is_hidden(rune) || rune == '\n' || rune == 0x2028 ||
            rune == 0x2029)
            buf_format(out, "\\u{%04X}", rune);
        else
            buf_rune(out, rune == '\t' ? ' ' : rune);
    }
}

struct str visible_text(struct arena *arena, struct str text)
{
    struct buf shown = BUF_INIT;
    visible_put(&shown, text);
    return buf_finish(&shown, arena);
}
