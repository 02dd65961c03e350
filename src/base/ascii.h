#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

/*
 * Bytes of formats that are ASCII: addresses, dates, numbers, names of elements.
 * The same on every machine, whatever its locale; a byte of a longer UTF-8
 * sequence is none of these. (Letters of a language: base/norwegian.h.)
 */
static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char ascii_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

#endif
