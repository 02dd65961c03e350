#include "schema/schema_parts.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/norwegian.h"
#include "base/utf8.h"

/* 2^63, the first real beyond int64_t. */
#define INT64_BEYOND 9223372036854775808.0

/* Whether a real is a whole number of int64_t. Beyond its range C does not define the cast. */
static bool fits_int64(double real)
{
    return real >= -INT64_BEYOND && real < INT64_BEYOND && (double)(int64_t)real == real;
}

/* From 2^53 on a double has no fraction, so all beyond int64_t are whole. */
static bool is_whole(double real)
{
    return fits_int64(real) || real < -INT64_BEYOND || real >= INT64_BEYOND;
}

static unsigned types_of(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL: return SCHEMA_NULL;
    case VALUE_BOOL: return SCHEMA_BOOLEAN;
    case VALUE_INT: return SCHEMA_INTEGER | SCHEMA_NUMBER;
    case VALUE_REAL: return SCHEMA_NUMBER | (is_whole(value->real) ? SCHEMA_INTEGER : 0);
    case VALUE_TEXT:
    case VALUE_HTML: return SCHEMA_STRING;
    case VALUE_LIST: return SCHEMA_ARRAY;
    case VALUE_MAP: return SCHEMA_OBJECT;
    case VALUE_PLAIN: break;
    }
    return 0;
}

bool schema_allows(const struct schema *schema, const struct value *value)
{
    unsigned types = types_of(value);
    return types && (!schema->types || (schema->types & types));
}

bool schema_has_choice(const struct schema *schema, const struct value *value)
{
    if (schema->constant && !value_equal(schema->constant, value))
        return false;
    if (!schema->choices)
        return true;
    const struct value_list *choices = &schema->choices->list;
    for (size_t i = 0; i < choices->len; i++)
        if (value_equal(choices->items[i], value))
            return true;
    return false;
}

static bool is_integer_due(const struct schema *schema)
{
    return (schema->types & SCHEMA_INTEGER) && !(schema->types & SCHEMA_NUMBER);
}

/* Whether a whole number was too long for an INT; the REAL nearest to it may fit in one. */
static bool is_too_long(const struct value *value)
{
    struct str written = value_written(value);
    bool digits = written.len && str_find_byte(written, '.') == SIZE_MAX &&
                  str_find_byte(written, 'e') == SIZE_MAX &&
                  str_find_byte(written, 'E') == SIZE_MAX;
    return digits || (is_whole(value->real) && !fits_int64(value->real));
}

/* Makes 3.0 the integer 3 where only integers are allowed. */
static void make_integer(const struct schema *schema, struct value *value)
{
    if (is_integer_due(schema) && value->kind == VALUE_REAL && fits_int64(value->real) &&
        !is_too_long(value)) {
        value->kind = VALUE_INT;
        value->integer = (int64_t)value->real;
    }
}

/*
 * A plain scalar has two readings: the core schema's, and the text that it is. The core's
 * is taken if its type is allowed, unless only the text is among the choices.
 */
bool schema_settle(const struct schema *schema, struct value *value)
{
    struct value core = *value, text = *value;
    value_settle_all(&core);
    value_settle(&text, VALUE_TEXT);
    bool as_core = schema_allows(schema, &core);
    bool as_text = value->text.len && schema_allows(schema, &text);
    if (as_core && as_text && !schema_has_choice(schema, &core) && schema_has_choice(schema, &text))
        as_core = false;
    if (!as_core && !as_text)
        return false;
    *value = as_core ? core : text;
    make_integer(schema, value);
    return true;
}

bool schema_is_too_long_integer(const struct schema *schema, const struct value *value)
{
    return is_integer_due(schema) && value->kind == VALUE_REAL && is_too_long(value);
}

static int compare_reals(double a, double b)
{
    return (a > b) - (a < b);
}

/*
 * Compares the whole parts as integers and then the fraction: a double cannot hold every
 * int64_t, so the integer must not be made one.
 */
static int compare_integer_real(int64_t integer, double real)
{
    if (real >= INT64_BEYOND || real < -INT64_BEYOND)
        return real > 0 ? -1 : 1;
    int64_t whole = (int64_t)real;
    if (integer != whole)
        return integer < whole ? -1 : 1;
    return compare_reals((double)whole, real);
}

int schema_compare_numbers(const struct value *a, const struct value *b)
{
    if (a->kind == VALUE_INT && b->kind == VALUE_INT)
        return (a->integer > b->integer) - (a->integer < b->integer);
    if (a->kind == VALUE_INT)
        return compare_integer_real(a->integer, b->real);
    if (b->kind == VALUE_INT)
        return -compare_integer_real(b->integer, a->real);
    return compare_reals(a->real, b->real);
}

enum { SHOWN_MAX = 60 };

static struct str shorten(struct arena *arena, struct str text)
{
    struct str rest = text;
    for (size_t i = 0; i < SHOWN_MAX && rest.len; i++)
        utf8_next(&rest);
    struct str shown = str_slice(text, 0, text.len - rest.len);
    return rest.len ? STR_JOIN(arena, shown, STR("…")) : shown;
}

struct str schema_show(struct arena *arena, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL: return STR("null");
    case VALUE_BOOL:
    case VALUE_INT:
    case VALUE_REAL: return value_scalar(arena, value);
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN: return shorten(arena, value->text);
    case VALUE_LIST: return value->list.len ? STR("[…]") : STR("[]");
    case VALUE_MAP: return value->map.len ? STR("{…}") : STR("{}");
    }
    return (struct str){0};
}

static void put_with_comma(struct buf *out, struct str text)
{
    if (out->len)
        buf_lit(out, ", ");
    buf_put(out, text);
}

/* Returns what was put, or a dash for nothing. */
static struct str finish_shown(struct buf *out, struct arena *arena)
{
    if (out->len == 0)
        buf_lit(out, "–");
    return buf_finish(out, arena);
}

struct str schema_show_items(struct arena *arena, const struct value *list)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < list->list.len; i++)
        put_with_comma(&out, schema_show(arena, list->list.items[i]));
    return finish_shown(&out, arena);
}

struct str schema_show_properties(struct arena *arena, const struct schema *schema)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < schema->properties.len; i++)
        put_with_comma(&out, schema->properties.items[i].name);
    return finish_shown(&out, arena);
}

/*
 * The canonical text of a value: its kind, then numbers in one notation, texts as they look
 * and lists after their length so that no two run together, and maps by key.
 */

static int by_key(const void *left, const void *right)
{
    const struct member *const *a = left, *const *b = right;
    return str_cmp((*a)->key, (*b)->key);
}

static void canonical_text(struct buf *out, char tag, struct str text)
{
    buf_format(out, "%c%zu:", tag, text.len);
    buf_put(out, text);
}

/* Two texts that look the same to people are the same to them. */
static void canonical_look(struct buf *out, struct str text)
{
    struct buf look = BUF_INIT;
    norwegian_put_look(&look, text);
    canonical_text(out, 's', buf_str(&look));
    buf_release(&look);
}

static void canonical_map(struct buf *out, const struct value *map)
{
    size_t len = map->map.len;
    const struct member **sorted = memory_resize(NULL, len * sizeof *sorted);
    for (size_t i = 0; i < len; i++)
        sorted[i] = &map->map.items[i];
    qsort(sorted, len, sizeof *sorted, by_key);
    buf_format(out, "m%zu:", len);
    for (size_t i = 0; i < len; i++) {
        canonical_text(out, 'k', sorted[i]->key);
        schema_canonical(out, sorted[i]->value);
    }
    free(sorted);
}

void schema_canonical(struct buf *out, const struct value *value)
{
    switch (value->kind) {
    case VALUE_NULL: buf_byte(out, 'n'); break;
    case VALUE_BOOL: buf_byte(out, value->boolean ? 't' : 'f'); break;
    case VALUE_INT: buf_format(out, "i%" PRId64 ";", value->integer); break;
    case VALUE_REAL:
        if (fits_int64(value->real))
            buf_format(out, "i%" PRId64 ";", (int64_t)value->real);
        else
            buf_format(out, "r%.17g;", value->real);
        break;
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN: canonical_look(out, value->text); break;
    case VALUE_LIST:
        buf_format(out, "l%" PRIu32 ":", value->list.len);
        for (size_t i = 0; i < value->list.len; i++)
            schema_canonical(out, value->list.items[i]);
        break;
    case VALUE_MAP: canonical_map(out, value); break;
    }
}
