#ifndef BASE_STR_H
#define BASE_STR_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/*
 * A view of bytes: pointer and length. It owns nothing and needs no NUL.
 *
 * The owner is an arena, a source or a buf; a str is passed by value and is
 * valid as long as its owner is. An absent string has a NULL pointer, an empty
 * one has not; both have length 0 and compare equal.
 */
struct str {
    const char *ptr;
    size_t len;
};

/* A str of a string literal. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* The same where C wants a constant initialiser. */
#define STR_INIT(literal) \
    { \
        "" literal, sizeof(literal) - 1 \
    }
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).ptr

/* A view of a C string; NULL gives the absent str. */
struct str str_of(const char *text);

/* Asked more often than anything else: most that differ do so in length or in the last byte. */
static inline bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || (a.ptr[a.len - 1] == b.ptr[a.len - 1] &&
                                             memcmp(a.ptr, b.ptr, a.len) == 0));
}

/* Compares bytes, as memcmp() does. For the order that people expect see base/norwegian.h. */
int str_cmp(struct str a, struct str b);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* The same, where the case of ASCII letters does not matter. */
bool str_same(struct str a, struct str b);
bool str_begins(struct str s, struct str start);

/* Return the bytes from `start` up to, but not with, `end`. Both must lie within the string. */
static inline struct str str_slice(struct str s, size_t start, size_t end)
{
    if (!s.ptr)
        return s;
#ifdef STR_DEBUG
    assert(start <= end && end <= s.len); /* else it is our mistake, which must stop no publisher */
#endif
    end = end < s.len ? end : s.len;
    start = start < end ? start : end;
    return (struct str){s.ptr + start, end - start};
}

static inline struct str str_from(struct str s, size_t start)
{
    return str_slice(s, start, s.len);
}

/* Return the offset of the first `needle`, the first `byte`, the last `byte`; or SIZE_MAX. */
size_t str_find(struct str s, struct str needle);
size_t str_find_byte(struct str s, char byte);
size_t str_rfind_byte(struct str s, char byte);

/* Returns the offset, `from` or later, of the first byte that is in the table; or s.len. */
size_t str_find_in(struct str s, size_t from, const bool table[256]);

/* Return the two parts of a path: up to its last `/` ("" if it has none), and after it. */
struct str str_folder(struct str path);
struct str str_name(struct str path);

/* Returns `../` for each folder of a path: the way from the file up to where the path begins. */
struct str str_way_up(struct arena *arena, struct str path);

/* Returns the string without the ASCII white space at its ends. */
struct str str_trim(struct str s);

/*
 * Stores what stands before the next `separator` in *piece, and what stands after it in
 * *rest. The last piece goes to the end, and *rest is then absent. False when *rest is
 * absent to begin with. So a text has one piece more than it has separators.
 *
 *     for (struct str rest = text, line; str_cut(&rest, '\n', &line);)
 */
bool str_cut(struct str *rest, char separator, struct str *piece);

/* Return a text in the arena, with a NUL after it, so that libc can have it, too. */
struct str str_copy(struct arena *arena, struct str s);
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Returns the `count` parts end to end, likewise with a NUL. */
struct str str_join(struct arena *arena, const struct str *parts, size_t count);
#define STR_JOIN(arena, ...) \
    str_join(arena, (struct str[]){__VA_ARGS__}, \
             sizeof((struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* Returns a copy as a C string, for libc. */
const char *str_c(struct arena *arena, struct str s);

#endif
