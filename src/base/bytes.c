#include "base/bytes.h"

static uint32_t byte_at(struct str bytes, size_t at)
{
    return at < bytes.len ? (unsigned char)bytes.ptr[at] : 0;
}

uint32_t bytes_be(struct str bytes, size_t at, size_t count)
{
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++)
        number = number << 8 | byte_at(bytes, at + i);
    return number;
}

uint32_t bytes_le(struct str bytes, size_t at, size_t count)
{
    uint32_t number = 0;
    for (size_t i = count; i-- > 0;)
        number = number << 8 | byte_at(bytes, at + i);
    return number;
}

struct str bytes_part(struct str bytes, size_t at, size_t len)
{
    size_t from = at < bytes.len ? at : bytes.len;
    size_t left = bytes.len - from;
    return str_slice(bytes, from, from + (len < left ? len : left));
}

bool bytes_have(struct str bytes, size_t at, struct str part)
{
    return str_eq(bytes_part(bytes, at, part.len), part);
}

bool bytes_say_something(struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.ptr[i] != '\0' && bytes.ptr[i] != ' ')
            return true;
    return false;
}
