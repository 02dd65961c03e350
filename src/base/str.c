#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/memory.h"

struct str str_of(const char *text)
{
    return (struct str){text, text ? strlen(text) : 0};
}

int str_cmp(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_from(s, s.len - suffix.len), suffix);
}

bool str_begins(struct str s, struct str start)
{
    size_t same = 0;
    while (same < start.len && same < s.len &&
           ascii_lower(s.ptr[same]) == ascii_lower(start.ptr[same]))
        same++;
    return same == start.len;
}

bool str_same(struct str a, struct str b)
{
    return a.len == b.len && str_begins(a, b);
}

size_t str_find(struct str s, struct str needle)
{
    if (needle.len == 0)
        return 0;
    const char *at = s.len ? memmem(s.ptr, s.len, needle.ptr, needle.len) : NULL;
    return at ? (size_t)(at - s.ptr) : SIZE_MAX;
}

size_t str_find_byte(struct str s, char byte)
{
    const char *at = s.len ? memchr(s.ptr, byte, s.len) : NULL;
    return at ? (size_t)(at - s.ptr) : SIZE_MAX;
}

size_t str_rfind_byte(struct str s, char byte)
{
    for (size_t i = s.len; i > 0; i--)
        if (s.ptr[i - 1] == byte)
            return i - 1;
    return SIZE_MAX;
}

/* Most bytes are not in the table, so they are looked up eight at a time. */
size_t str_find_in(struct str s, size_t from, const bool table[256])
{
    const unsigned char *bytes = (const unsigned char *)s.ptr, *b = bytes + from;
    size_t at = from;
    for (; at + 8 <= s.len; at += 8, b += 8)
        if (table[b[0]] | table[b[1]] | table[b[2]] | table[b[3]] | table[b[4]] | table[b[5]] |
            table[b[6]] | table[b[7]])
            break;
    while (at < s.len && !table[bytes[at]])
        at++;
    return at;
}

struct str str_folder(struct str path)
{
    size_t slash = str_rfind_byte(path, '/');
    return str_slice(path, 0, slash == SIZE_MAX ? 0 : slash);
}

struct str str_name(struct str path)
{
    size_t slash = str_rfind_byte(path, '/');
    return slash == SIZE_MAX ? path : str_from(path, slash + 1);
}

struct str str_trim(struct str s)
{
    while (s.len && ascii_is_space(s.ptr[0]))
        s = str_from(s, 1);
    while (s.len && ascii_is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool str_cut(struct str *rest, char separator, struct str *piece)
{
    if (!rest->ptr)
        return false;
    size_t at = str_find_byte(*rest, separator);
    if (at == SIZE_MAX) {
        *piece = *rest;
        *rest = (struct str){0};
    } else {
        *piece = str_slice(*rest, 0, at);
        *rest = str_from(*rest, at + 1);
    }
    return true;
}

struct str str_copy(struct arena *arena, struct str s)
{
    return str_join(arena, &s, 1);
}

struct str str_way_up(struct arena *arena, struct str path)
{
    struct str way = STR("");
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/')
            way = STR_JOIN(arena, way, STR("../"));
    return way;
}

struct str str_join(struct arena *arena, const struct str *parts, size_t count)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        if (__builtin_add_overflow(len, parts[i].len, &len))
            memory_end();
    char *text = arena_text(arena, len + 1);
    char *next = text;
    for (size_t i = 0; i < count; i++)
        if (parts[i].len)
            next = (char *)memcpy(next, parts[i].ptr, parts[i].len) + parts[i].len;
    *next = '\0';
    return (struct str){text, len};
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    char most[128]; /* most texts are no longer: they are made once, and copied */
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(most, sizeof most, format, args);
    va_end(args);
    if (len < 0)
        memory_end(); /* our formats have no other way to fail */
    char *text = arena_text(arena, (size_t)len + 1);
    if ((size_t)len < sizeof most)
        memcpy(text, most, (size_t)len + 1);
    else
        vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return (struct str){text, (size_t)len};
}

const char *str_c(struct arena *arena, struct str s)
{
    return str_copy(arena, s).ptr;
}
