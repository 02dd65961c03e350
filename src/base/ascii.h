#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

/*
 * Characters of formats that are ASCII: addresses, dates, numbers, element names.
 * The locale does not matter, and no byte of a multi-byte UTF-8 sequence is any of
 * these. (White space: ascii_is_space(). Letters of a language: base/norwegian.h.)
 */
static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alphanumeric(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c);
}

/* Space, tab, LF, vertical tab, form feed and CR: isspace() in the C locale. */
static inline bool ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char ascii_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* Returns the value of a hexadecimal digit, or -1. */
static inline int ascii_hex(char c)
{
    char lower = ascii_lower(c);
    return ascii_is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* The characters that need no encoding in any part of an address (RFC 3986, section 2.3). */
static inline bool ascii_is_unreserved(char c)
{
    return ascii_is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

#endif
