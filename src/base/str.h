#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

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

bool str_eq(struct str a, struct str b);

/* By bytes, as memcmp() does; for order that people see there is base/norwegian.h. */
int str_cmp(struct str a, struct str b);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* From `start` up to `end`, both within the string. */
struct str str_slice(struct str s, size_t start, size_t end);
struct str str_from(struct str s, size_t start);

/* Where `needle` first stands, or SIZE_MAX. */
size_t str_find(struct str s, struct str needle);
size_t str_find_byte(struct str s, char byte);
size_t str_rfind_byte(struct str s, char byte);

/* Of a path: the folder, without its `/` ("" at the top), and the name, after the last `/`. */
struct str str_folder(struct str path);
struct str str_name(struct str path);

/* `../` for each folder of a path: the way from the file up to where the path begins. */
struct str str_way_up(struct arena *arena, struct str path);

/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);

/*
 * Takes the piece before the next `separator` off the front of *rest, with the
 * separator. The last piece is the one before the end; after it false.
 *
 *     for (struct str rest = text, line; str_cut(&rest, '\n', &line);)
 */
bool str_cut(struct str *rest, char separator, struct str *piece);

/* Copies, NUL-terminated so that the result may also pass libc's doors. */
struct str str_copy(struct arena *arena, struct str s);
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* One string of the `count` parts, end to end. */
struct str str_join(struct arena *arena, const struct str *parts, size_t count);
#define STR_JOIN(arena, ...) \
    str_join(arena, (struct str[]){__VA_ARGS__}, \
             sizeof((struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* A NUL-terminated copy, for the doors of libc. */
const char *str_c(struct arena *arena, struct str s);

#endif
