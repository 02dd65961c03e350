#include "base/blank.h"

#include <stdbool.h>

#include "base/ascii.h"

size_t blank_hard_len(struct str text)
{
    static const struct str blanks[] = {
        STR_INIT("\u00A0"), STR_INIT("\u2000"), STR_INIT("\u2001"), STR_INIT("\u2002"),
        STR_INIT("\u2003"), STR_INIT("\u2004"), STR_INIT("\u2005"), STR_INIT("\u2006"),
        STR_INIT("\u2007"), STR_INIT("\u2008"), STR_INIT("\u2009"), STR_INIT("\u200A"),
        STR_INIT("\u202F"), STR_INIT("\u205F"), STR_INIT("\u3000"),
    };
    if (text.len == 0 || (unsigned char)text.ptr[0] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (str_starts(text, blanks[i]))
            return blanks[i].len;
    return 0;
}

/* Returns how many bytes the blank at the end has, of any kind, or 0. */
static size_t last_len(struct str text)
{
    if (text.len && ascii_is_space(text.ptr[text.len - 1]))
        return 1;
    for (size_t len = 2; len <= 3 && len <= text.len; len++)
        if (blank_hard_len(str_from(text, text.len - len)) == len)
            return len;
    return 0;
}

struct str blank_trim(struct str text)
{
    for (size_t len; (len = blank_hard_len(text)) || (text.len && ascii_is_space(text.ptr[0]));)
        text = str_from(text, len ? len : 1);
    for (size_t len; (len = last_len(text));)
        text.len -= len;
    return text;
}
