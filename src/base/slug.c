#include "base/slug.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/norwegian.h"

static bool is_slug_byte(char c)
{
    return (c >= 'a' && c <= 'z') || ascii_is_digit(c);
}

struct str slug_make(struct arena *arena, struct str text)
{
    struct buf folded = BUF_INIT, slug = BUF_INIT;
    norwegian_fold(&folded, text);
    for (size_t i = 0; i < folded.len; i++) {
        if (is_slug_byte(folded.ptr[i]))
            buf_byte(&slug, folded.ptr[i]);
        else if (slug.len && slug.ptr[slug.len - 1] != '-')
            buf_byte(&slug, '-');
    }
    struct str result = buf_str(&slug);
    if (result.len > SLUG_MAX) {
        size_t hyphen = str_rfind_byte(str_slice(result, 0, SLUG_MAX + 1), '-');
        result.len = hyphen != SIZE_MAX && hyphen > 0 ? hyphen : SLUG_MAX;
    }
    while (result.len && result.ptr[result.len - 1] == '-')
        result.len--;
    result = str_copy(arena, result);
    buf_release(&folded);
    buf_release(&slug);
    return result;
}

bool slug_is(struct str text)
{
    if (text.len == 0 || text.len > SLUG_MAX || text.ptr[0] == '-' || text.ptr[text.len - 1] == '-')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!is_slug_byte(text.ptr[i]) && text.ptr[i] != '-')
            return false;
    return true;
}

const struct str slug_reserved[SLUG_RESERVED] = {
    STR_INIT("con"),  STR_INIT("prn"),  STR_INIT("aux"),  STR_INIT("nul"),  STR_INIT("com1"),
    STR_INIT("com2"), STR_INIT("com3"), STR_INIT("com4"), STR_INIT("com5"), STR_INIT("com6"),
    STR_INIT("com7"), STR_INIT("com8"), STR_INIT("com9"), STR_INIT("lpt1"), STR_INIT("lpt2"),
    STR_INIT("lpt3"), STR_INIT("lpt4"), STR_INIT("lpt5"), STR_INIT("lpt6"), STR_INIT("lpt7"),
    STR_INIT("lpt8"), STR_INIT("lpt9"),
};

bool slug_is_reserved(struct str name)
{
    for (size_t i = 0; i < SLUG_RESERVED; i++)
        if (str_eq(name, slug_reserved[i]))
            return true;
    return false;
}
