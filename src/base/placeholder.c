#include "base/placeholder.h"

#include <stdint.h>

#include "base/utf8.h"

bool placeholder_next(struct str *rest, struct str *placeholder)
{
    size_t start = str_find(*rest, STR(PLACEHOLDER_START));
    if (start == SIZE_MAX)
        return false;
    *rest = str_from(*rest, start);
    size_t end = sizeof PLACEHOLDER_START - 1;
    while (end < rest->len && rest->ptr[end] != '\n' && rest->ptr[end - 1] != ']')
        end++;
    *placeholder = str_slice(*rest, 0, end);
    *rest = str_from(*rest, end);
    return true;
}

struct str placeholder_question(struct arena *arena, struct str placeholder)
{
    enum { SHOWN_MAX = 80 };
    struct str text = str_from(placeholder, sizeof PLACEHOLDER_START - 1);
    if (str_ends(text, STR("]")))
        text.len--;
    if (str_starts(text, STR(":")))
        text = str_from(text, 1);
    text = str_trim(text);
    if (text.len == 0)
        return STR("…");
    size_t shown = utf8_skip(text, SHOWN_MAX);
    return shown < text.len ? STR_JOIN(arena, str_slice(text, 0, shown), STR("…")) : text;
}
