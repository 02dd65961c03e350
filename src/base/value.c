#include "base/value.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/vec.h"

static struct value *value_make(struct arena *arena, enum value_kind kind)
{
    struct value *value = arena_new(arena, struct value);
    value->kind = kind;
    return value;
}

struct value *value_null(struct arena *arena)
{
    return value_make(arena, VALUE_NULL);
}

const struct value *value_bool(bool boolean)
{
    static const struct value truths[] = {{.kind = VALUE_BOOL, .boolean = false},
                                          {.kind = VALUE_BOOL, .boolean = true}};
    return &truths[boolean];
}

struct value *value_int(struct arena *arena, int64_t integer)
{
    struct value *value = value_make(arena, VALUE_INT);
    value->integer = integer;
    return value;
}

struct value *value_text(struct arena *arena, struct str text)
{
    struct value *value = value_make(arena, VALUE_TEXT);
    value->text = text;
    return value;
}

struct value *value_html(struct arena *arena, struct str html)
{
    struct value *value = value_make(arena, VALUE_HTML);
    value->text = html;
    return value;
}

struct value *value_list(struct arena *arena)
{
    return value_make(arena, VALUE_LIST);
}

struct value *value_map(struct arena *arena)
{
    return value_make(arena, VALUE_MAP);
}

struct value *value_list_of(struct arena *arena, size_t room)
{
    struct value *list = value_list(arena);
    list->list.items = arena_items(arena, struct value *, room);
    list->list.cap = (uint32_t)room;
    return list;
}

struct value *value_map_of(struct arena *arena, size_t room)
{
    struct value *map = value_map(arena);
    map->map.items = arena_items(arena, struct member, room);
    map->map.cap = (uint32_t)room;
    return map;
}

void value_add(struct arena *arena, struct value *list, const struct value *item)
{
    assert(list->kind == VALUE_LIST);
    vec_push(arena, &list->list, (struct value *)item);
}

void value_put(struct arena *arena, struct value *map, struct str key, const struct value *value)
{
    assert(map->kind == VALUE_MAP);
    vec_push(arena, &map->map, ((struct member){.key = key, .value = (struct value *)value}));
}

void value_put_read(struct arena *arena, struct value *map, struct str key, struct span key_span,
                    const struct value *value)
{
    assert(key_span.source == value->span.source);
    value_put(arena, map, key, value);
    struct member *member = &map->map.items[map->map.len - 1];
    member->key_start = key_span.start;
    member->key_end = key_span.end;
}

struct span member_span(const struct member *member)
{
    bool read = member->key_start < member->key_end;
    return read ? (struct span){member->value->span.source, member->key_start, member->key_end}
                : NO_SPAN;
}

void value_fit(struct arena *arena, struct value *value)
{
    if (value->kind == VALUE_LIST)
        vec_fit(arena, &value->list);
    else if (value->kind == VALUE_MAP)
        vec_fit(arena, &value->map);
}

const struct member *value_member(const struct value *map, struct str key)
{
    if (!map || map->kind != VALUE_MAP)
        return NULL;
    for (const struct member *member = map->map.items, *end = member + map->map.len; member < end;
         member++)
        if (str_eq(member->key, key))
            return member;
    return NULL;
}

struct value *value_get(const struct value *map, struct str key)
{
    const struct member *member = value_member(map, key);
    return member ? member->value : NULL;
}

struct value *value_get_near(const struct value *map, struct str key, size_t place)
{
    bool there = place < map->map.len && str_eq(map->map.items[place].key, key);
    return there ? map->map.items[place].value : value_get(map, key);
}

size_t value_list_len(const struct value *list)
{
    return list && list->kind == VALUE_LIST ? list->list.len : 0;
}

struct str value_str(const struct value *value)
{
    bool text = value && (value->kind == VALUE_TEXT || value->kind == VALUE_HTML ||
                          value->kind == VALUE_PLAIN);
    return text ? value->text : (struct str){0};
}

struct str value_get_str(const struct value *map, struct str key)
{
    return value_str(value_get(map, key));
}

bool value_get_bool(const struct value *map, struct str key)
{
    const struct value *value = value_get(map, key);
    return value && value->kind == VALUE_BOOL && value->boolean;
}

int64_t value_get_int(const struct value *map, struct str key, int64_t otherwise)
{
    const struct value *value = value_get(map, key);
    return value && value->kind == VALUE_INT ? value->integer : otherwise;
}

struct str value_written(const struct value *value)
{
    return (struct str){value->written, value->written_len};
}

/* 15 digits come back as they were written, 17 tell any two doubles apart (C17, 5.2.4.2.2). */
static struct str real_text(struct arena *arena, double real, struct str written)
{
    struct str text = written;
    if (text.len)
        return text;
    for (int digits = 15; digits <= 17; digits++) {
        text = str_format(arena, "%.*g", digits, real);
        if (strtod(text.ptr, NULL) == real)
            break;
    }
    return text;
}

struct str value_scalar(struct arena *arena, const struct value *value)
{
    if (!value)
        return (struct str){0};
    switch (value->kind) {
    case VALUE_BOOL: return value->boolean ? STR("true") : STR("false");
    case VALUE_INT: return str_format(arena, "%" PRId64, value->integer);
    case VALUE_REAL: return real_text(arena, value->real, value_written(value));
    default: return value_str(value);
    }
}

static const char *skip_digits(const char *at)
{
    while (ascii_is_digit(*at))
        at++;
    return at;
}

/* RFC 8259, section 6. *whole becomes true if there is neither fraction nor exponent. */
static bool is_number(const char *text, bool *whole)
{
    const char *at = *text == '-' ? text + 1 : text;
    if (!ascii_is_digit(*at) || (at[0] == '0' && ascii_is_digit(at[1])))
        return false;
    at = skip_digits(at);
    *whole = *at == '\0';
    if (*at == '.') {
        if (!ascii_is_digit(at[1]))
            return false;
        at = skip_digits(at + 1);
    }
    if (*at == 'e' || *at == 'E') {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        if (!ascii_is_digit(*at))
            return false;
        at = skip_digits(at);
    }
    return *at == '\0';
}

/* A number with more characters than this is taken for text. */
enum { NUMBER_MAX = 40 };

static bool settle_number(struct value *value, enum value_kind kind)
{
    char text[NUMBER_MAX + 1];
    bool whole;
    if (value->text.len == 0 || value->text.len > NUMBER_MAX)
        return false;
    memcpy(text, value->text.ptr, value->text.len);
    text[value->text.len] = '\0';
    if (strlen(text) != value->text.len || !is_number(text, &whole))
        return false;
    if (kind == VALUE_REAL) {
        double real = strtod(text, NULL);
        if (!isfinite(real))
            return false;
        struct str written = value->text;
        value->real = real;
        value->written = written.ptr;
        value->written_len = (uint8_t)written.len;
    } else {
        errno = 0;
        long long integer = whole ? strtoll(text, NULL, 10) : 0;
        if (!whole || errno)
            return false;
        value->integer = integer;
    }
    value->kind = kind;
    return true;
}

bool value_settle(struct value *value, enum value_kind kind)
{
    if (value->kind != VALUE_PLAIN)
        return value->kind == kind;
    struct str text = value->text;
    switch (kind) {
    case VALUE_TEXT: break;
    case VALUE_NULL:
        if (text.len && !str_eq(text, STR("null")) && !str_eq(text, STR("~")))
            return false;
        break;
    case VALUE_BOOL:
        if (!str_eq(text, STR("true")) && !str_eq(text, STR("false")))
            return false;
        value->boolean = text.len == 4;
        break;
    case VALUE_INT:
    case VALUE_REAL: return settle_number(value, kind);
    case VALUE_HTML:
    case VALUE_PLAIN:
    case VALUE_LIST:
    case VALUE_MAP: return false;
    }
    value->kind = kind;
    return true;
}

void value_settle_all(struct value *value)
{
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            value_settle_all(value->list.items[i]);
    else if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < value->map.len; i++)
            value_settle_all(value->map.items[i].value);
    else if (value->kind == VALUE_PLAIN)
        (void)(value_settle(value, VALUE_NULL) || value_settle(value, VALUE_BOOL) ||
               value_settle(value, VALUE_INT) || value_settle(value, VALUE_REAL) ||
               value_settle(value, VALUE_TEXT));
}

static bool is_numeric(const struct value *value)
{
    return value->kind == VALUE_INT || value->kind == VALUE_REAL;
}

static double as_real(const struct value *value)
{
    return value->kind == VALUE_INT ? (double)value->integer : value->real;
}

static bool lists_equal(const struct value *a, const struct value *b)
{
    if (a->list.len != b->list.len)
        return false;
    for (size_t i = 0; i < a->list.len; i++)
        if (!value_equal(a->list.items[i], b->list.items[i]))
            return false;
    return true;
}

static bool maps_equal(const struct value *a, const struct value *b)
{
    if (a->map.len != b->map.len)
        return false;
    for (size_t i = 0; i < a->map.len; i++) {
        const struct value *other = value_get(b, a->map.items[i].key);
        if (!other || !value_equal(a->map.items[i].value, other))
            return false;
    }
    return true;
}

bool value_equal(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return is_numeric(a) && is_numeric(b) && as_real(a) == as_real(b);
    switch (a->kind) {
    case VALUE_NULL: return true;
    case VALUE_BOOL: return a->boolean == b->boolean;
    case VALUE_INT: return a->integer == b->integer;
    case VALUE_REAL: return a->real == b->real;
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN: return str_eq(a->text, b->text);
    case VALUE_LIST: return lists_equal(a, b);
    case VALUE_MAP: return maps_equal(a, b);
    }
    return false;
}
