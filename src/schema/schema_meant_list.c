#include <inttypes.h>
#include <stdint.h>

#include "base/ascii.h"
#include "base/blank.h"
#include "base/bullet.h"
#include "base/escape.h"
#include "base/vec.h"
#include "schema/schema_parts.h"

/*
 * Lists, and what stands in them, as people write them who do not know YAML: `2022–2024`,
 * `-mel`, `• mel`, `mel, egg`. What is suggested must pass itself, so
 * each item is held against the schema.
 */

struct items {
    struct str *items;
    size_t len, cap;
};

/* ---- numbers ---- */

static bool fits(const struct schema *schema, int64_t integer)
{
    struct value number = {.kind = VALUE_INT, .integer = integer};
    return (!schema->minimum || schema_compare_numbers(&number, schema->minimum) >= 0) &&
           (!schema->maximum || schema_compare_numbers(&number, schema->maximum) <= 0);
}

/* The runs of digits in a text: how many, the first two, and what stands between those. */
struct digits {
    size_t runs;
    int64_t first, second;
    struct str between;
};

static struct digits digits_of(struct str text)
{
    enum { DIGITS_MAX = 9 };
    struct digits digits = {0};
    size_t end = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            continue;
        size_t start = i;
        int64_t number = 0;
        for (; i < text.len && ascii_is_digit(text.ptr[i]); i++)
            number = i - start < DIGITS_MAX ? number * 10 + (text.ptr[i] - '0') : INT64_MAX / 100;
        *(digits.runs ? &digits.second : &digits.first) = number;
        if (digits.runs++ == 1)
            digits.between = str_slice(text, end, start);
        end = i;
    }
    return digits;
}

static bool is_dash(struct str text)
{
    struct str sign = blank_trim(text);
    return str_eq(sign, STR("-")) || str_eq(sign, STR("–")) || str_eq(sign, STR("—")) ||
           str_eq(sign, STR("til")) || str_eq(sign, STR("to"));
}

/* Adds the numbers of a text, all years of a range. False if they are not clear, or do not fit. */
static bool add_numbers(struct arena *arena, const struct schema *schema, struct str text,
                        struct items *items)
{
    enum { RANGE_MAX = 20 };
    struct digits digits = digits_of(text);
    bool range = digits.runs == 2 && is_dash(digits.between) && digits.first < digits.second &&
                 digits.second - digits.first < RANGE_MAX && fits(schema, digits.second);
    if ((digits.runs != 1 && !range) || !fits(schema, digits.first))
        return false;
    for (int64_t n = digits.first; n <= (range ? digits.second : digits.first); n++)
        vec_push(arena, items, str_format(arena, "%" PRId64, n));
    return true;
}

static struct str joined_items(struct arena *arena, const struct items *items)
{
    struct str all = STR("");
    for (size_t i = 0; i < items->len; i++)
        all = STR_JOIN(arena, all, i ? STR(", ") : STR(""), items->items[i]);
    return all;
}

/* Whether a value stands between the brackets of a list, where one may become several. */
static bool is_in_brackets(const struct value *value)
{
    struct str text = value->span.source ? value->span.source->text : STR("");
    size_t at = text.len ? value->span.start : 0;
    while (at > 0 && ascii_is_space(text.ptr[at - 1]))
        at--;
    return at > 0 && (text.ptr[at - 1] == '[' || text.ptr[at - 1] == ',');
}

struct str schema_meant_integer(struct arena *arena, const struct schema *schema,
                                const struct value *value)
{
    struct items items = {0};
    struct str text = value_str(value);
    enum { LONGEST = 40 };
    bool found = text.len <= LONGEST && add_numbers(arena, schema, text, &items);
    return found && (items.len == 1 || is_in_brackets(value)) ? joined_items(arena, &items)
                                                              : STR("");
}

/* ---- lists ---- */

/* Returns the offset at which the item at the front ends, and *next that of the next one. */
static size_t item_end(struct str text, bool signs, size_t *next)
{
    for (size_t i = 0; i < text.len; i++) {
        bool blank = ascii_is_space(text.ptr[i]);
        bool sign = signs && blank && bullet_len(str_from(text, i + 1));
        if (text.ptr[i] == '\n' || sign || (!signs && (text.ptr[i] == ',' || text.ptr[i] == ';'))) {
            *next = i + 1;
            return i;
        }
    }
    *next = text.len;
    return text.len;
}

/* Adds an item of a list of texts. False if it would need quotation marks, or does not fit. */
static bool add_text(struct arena *arena, const struct schema *schema, struct str text,
                     struct items *items)
{
    struct value value = {.kind = VALUE_PLAIN, .text = text};
    for (size_t i = 0; i < text.len; i++)
        if (str_find_byte(STR("[]{}\"'#:&*!|>%@`,"), text.ptr[i]) != SIZE_MAX)
            return false;
    value_settle_all(&value);
    if (value.kind != VALUE_TEXT ||
        (schema && (!schema_allows(schema, &value) || !schema_has_choice(schema, &value))))
        return false;
    vec_push(arena, items, text);
    return true;
}

static bool split(struct arena *arena, const struct schema *schema, struct str text,
                  struct items *items)
{
    bool signs = bullet_len(blank_trim(text)) > 0;
    for (size_t next; text.len; text = str_from(text, next)) {
        struct str item = blank_trim(str_slice(text, 0, item_end(text, signs, &next)));
        for (size_t len; (len = bullet_len(item)) && item.len > len;)
            item = blank_trim(str_from(item, len));
        bool numbers = schema && schema->types == SCHEMA_INTEGER;
        if (item.len && !(numbers ? add_numbers : add_text)(arena, schema, item, items))
            return false;
    }
    return items->len > 0;
}

/* An example of a list, for want of what was meant. */
static struct str example_list(struct arena *arena, const struct schema *items)
{
    struct str item = {0};
    if (items && items->types == SCHEMA_INTEGER)
        item = schema_example_number(arena, items, STR(""));
    else if (items && items->choices && items->choices->list.len)
        item = schema_show(arena, items->choices->list.items[0]);
    return item.len ? STR_JOIN(arena, STR("["), item, STR("]")) : STR("[a, b]");
}

struct str schema_meant_list(struct arena *arena, const struct schema *schema,
                             const struct value *value)
{
    enum { LONGEST = 100 };
    struct items items = {0};
    if (schema->items && schema->items->types == SCHEMA_OBJECT)
        return STR_JOIN(arena, STR("- "), schema_show_map(arena, schema->items));
    struct str text = value_str(value);
    if (value->kind == VALUE_PLAIN && value->span.source) /* with its line ends */
        text = str_slice(value->span.source->text, value->span.start, value->span.end);
    bool found = text.len <= LONGEST && split(arena, schema->items, text, &items);
    return found ? STR_JOIN(arena, STR("["), joined_items(arena, &items), STR("]"))
                 : example_list(arena, schema->items);
}

/* ---- maps ---- */

struct str schema_meant_map(struct arena *arena, const struct schema *schema,
                            const struct value *value)
{
    struct str text = value_str(value);
    struct str rest = text, name;
    struct buf field = BUF_INIT;
    if (!str_cut(&rest, ':', &name) || !rest.ptr || !schema_property(schema, name))
        return STR("");
    buf_format(&field, "{ %.*s: ", STR_ARG(name));
    escape_yaml(&field, blank_trim(rest));
    buf_lit(&field, " }");
    return buf_finish(&field, arena);
}
