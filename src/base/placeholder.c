#include "base/placeholder.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/language.h"
#include "base/utf8.h"

void placeholder_put(struct buf *out, const struct language *language, struct str question)
{
    buf_byte(out, '[');
    buf_put(out, language_says(language, PHRASE_PLACEHOLDER));
    buf_lit(out, ": ");
    buf_put(out, question);
    buf_byte(out, ']');
}

/* How long the start of a placeholder is, in any language, that stands here; 0: none does. */
static size_t start_len(struct str text)
{
    for (size_t i = 0; i < language_count; i++) {
        struct str start = language_says(&languages[i], PHRASE_PLACEHOLDER);
        if (str_starts(text, STR("[")) && str_starts(str_from(text, 1), start))
            return 1 + start.len;
    }
    return 0;
}

bool placeholder_next(struct str *rest, struct str *placeholder)
{
    size_t end = 0;
    for (size_t at; (at = str_find_byte(*rest, '[')) != SIZE_MAX; *rest = str_from(*rest, 1)) {
        *rest = str_from(*rest, at);
        if ((end = start_len(*rest)) > 0)
            break;
    }
    if (end == 0)
        return false;
    while (end < rest->len && rest->ptr[end] != '\n' && rest->ptr[end - 1] != ']')
        end++;
    *placeholder = str_slice(*rest, 0, end);
    *rest = str_from(*rest, end);
    return true;
}

struct str placeholder_question(struct arena *arena, struct str placeholder)
{
    enum { SHOWN_MAX = 80 };
    struct str text = str_from(placeholder, start_len(placeholder));
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
