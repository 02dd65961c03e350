#include "writing/blanks.h"

#include "base/ascii.h"
#include "base/blank.h"
#include "base/utf8.h"

size_t blanks_hard(struct str text)
{
    size_t at = 0;
    bool hard = false;
    for (size_t len; at < text.len; at += len ? len : 1) {
        len = blank_hard_len(str_from(text, at));
        if (!len && !ascii_is_space(text.ptr[at]))
            break;
        hard |= len > 0;
    }
    return hard ? at : 0;
}

struct str blanks_name(struct arena *arena, struct str text)
{
    while (text.len && !blank_hard_len(text))
        text = str_from(text, 1);
    return text.len ? str_format(arena, "U+%04X", utf8_next(&text)) : STR("");
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
