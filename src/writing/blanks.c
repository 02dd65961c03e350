#include "writing/blanks.h"

#include "base/ascii.h"
#include "base/utf8.h"

size_t blanks_hard(struct str text)
{
    bool hard = false;
    struct str rest = text;
    while (rest.len) {
        struct str after = rest;
        uint32_t rune = utf8_next(&after);
        bool other = utf8_is_other_space(rune);
        if (!other && !(rune < 0x80 && ascii_is_space((char)rune)))
            break;
        hard |= other;
        rest = after;
    }
    return hard ? text.len - rest.len : 0;
}

struct str blanks_name(struct arena *arena, struct str text)
{
    while (text.len) {
        uint32_t rune = utf8_next(&text);
        if (utf8_is_other_space(rune))
            return str_format(arena, "U+%04X", rune);
    }
    return STR("");
}

struct blanks_words blanks_words(struct arena *arena, struct str text)
{
    size_t blanks = blanks_hard(text);
    if (!blanks)
        return (struct blanks_words){STR(""), STR("")};
    struct str name = blanks_name(arena, str_slice(text, 0, blanks));
    return (struct blanks_words){
        STR_JOIN(arena, STR(" ("), name, STR(" er et hardt mellomrom, og teller ikke)")),
        STR_JOIN(arena, STR(" ("), name, STR(" is a hard one, and does not count)")),
    };
}
