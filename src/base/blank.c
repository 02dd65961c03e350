#include "base/blank.h"

#include "base/ascii.h"
#include "base/utf8.h"

size_t blank_hard_len(struct str text)
{
    if (text.len == 0 || (unsigned char)text.ptr[0] < 0x80)
        return 0;
    struct str rest = text;
    return utf8_is_blank(utf8_next(&rest)) ? text.len - rest.len : 0;
}

bool blank_at(struct str text, size_t at)
{
    return at >= text.len || ascii_is_space(text.ptr[at]);
}

bool blank_before(struct str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n' && ascii_is_space(text.ptr[at - 1]))
        at--;
    return at == 0 || text.ptr[at - 1] == '\n';
}

bool blank_behind(struct str text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && ascii_is_space(text.ptr[at]))
        at++;
    return at == text.len || text.ptr[at] == '\n';
}

size_t blank_last_len(struct str text)
{
    size_t at = text.len;
    while (at > 0 && ((unsigned char)text.ptr[--at] & 0xC0) == 0x80)
        ;
    struct str last = str_from(text, at);
    if (last.len == 1)
        return ascii_is_space(last.ptr[0]);
    return blank_hard_len(last);
}

struct str blank_trim(struct str text)
{
    for (size_t len; (len = blank_hard_len(text)) || (text.len && ascii_is_space(text.ptr[0]));)
        text = str_from(text, len ? len : 1);
    for (size_t len; (len = blank_last_len(text));)
        text.len -= len;
    return text;
}
