#include "pages/values.h"

#include "base/address.h"
#include "base/buf.h"
#include "base/date.h"
#include "collection/fields.h"
#include "pages/nouns.h"
#include "pages/words.h"

void values_text(struct arena *arena, struct value *map, struct str name, struct str text)
{
    if (text.ptr)
        value_put(arena, map, name, value_text(arena, text));
}

struct str values_counted(struct arena *arena, const struct collection *collection,
                          struct str language, size_t count)
{
    struct str noun = label_noun(collection->kind.names, language, count);
    return str_format(arena, "%zu %.*s", count, STR_ARG(noun));
}

void values_count(struct arena *arena, struct value *map, const struct collection *collection,
                  struct str language, size_t count)
{
    value_put(arena, map, STR("count"), value_int(arena, (int64_t)count));
    values_text(arena, map, STR("count_text"), values_counted(arena, collection, language, count));
}

struct str values_any_name(struct arena *arena, struct str list)
{
    return STR_JOIN(arena, list, STR(DERIVED_ANY));
}

void values_any(struct arena *arena, struct value *map, struct str name, const struct value *list)
{
    value_put(arena, map, values_any_name(arena, name), value_bool(list->list.len > 0));
}

void values_list(struct arena *arena, struct value *map, struct str name, const struct value *list)
{
    value_put(arena, map, name, list);
    values_any(arena, map, name, list);
}

void values_fill(struct buf *out, struct str form, const struct str *parts, size_t count)
{
    struct str rest = form, hole;
    for (struct str from = rest; nouns_hole(&rest, &hole); from = rest) {
        size_t part = hole.len == 1 ? (size_t)(hole.ptr[0] - '0') : SIZE_MAX;
        buf_put(out, str_slice(from, 0, (size_t)(hole.ptr - 1 - from.ptr)));
        buf_put(out, part < count ? parts[part] : hole);
    }
    buf_put(out, rest);
}

/* Returns the form of a whole date in the theme: {0} is the day, {1} the month, {2} the year. */
static struct str date_form(const struct value *texts)
{
    struct str form = value_get_str(texts, own_sentence_keys[SENTENCE_DAY]);
    return form.len ? form : STR("{0}. {1} {2}");
}

static struct str whole_date(struct arena *arena, const struct date *date, struct str month,
                             const struct value *texts)
{
    const struct str parts[] = {str_format(arena, "%d", date->day), month,
                                str_format(arena, "%d", date->year)};
    struct buf out = BUF_INIT;
    values_fill(&out, date_form(texts), parts, sizeof parts / sizeof *parts);
    return buf_finish(&out, arena);
}

struct str values_date(struct arena *arena, struct str iso, const struct value *texts)
{
    struct date date;
    if (!date_parse(iso, &date))
        return iso;
    struct str year = str_format(arena, "%d", date.year);
    if (date.month == 0)
        return year;
    struct str month = value_get_str(texts, own_word_keys[WORD_JANUARY + date.month - 1]);
    if (month.len == 0)
        return iso;
    return date.day ? whole_date(arena, &date, month, texts)
                    : STR_JOIN(arena, month, STR(" "), year);
}

struct value *values_dated(struct arena *arena, struct str iso, const struct value *texts)
{
    struct value *map = value_map(arena);
    values_text(arena, map, STR("iso"), iso);
    values_text(arena, map, STR("text"), values_date(arena, iso, texts));
    return map;
}

struct str values_host_name(struct arena *arena, struct str address)
{
    return STR_JOIN(arena, address, STR(DERIVED_HOST));
}

struct str values_file_name(struct arena *arena, struct str address)
{
    return STR_JOIN(arena, address, STR(DERIVED_FILE));
}

void values_url(struct arena *arena, struct value *map, struct str url)
{
    values_text(arena, map, STR("url"), url);
    if (url.len)
        values_text(arena, map, values_host_name(arena, STR("url")), address_host(url));
}

/* Puts what a reader wants to know before following a link: where it leads, and to which file. */
static void put_address(struct arena *arena, struct value *map, struct str name, struct str url)
{
    struct str file = address_file_type(url);
    values_text(arena, map, values_host_name(arena, name), address_host(url));
    if (file.len)
        values_text(arena, map, values_file_name(arena, name), file);
}

struct value *values_fields(struct arena *arena, const struct schema *schema,
                            const struct value *value, const struct value *texts)
{
    if (schema->format == SCHEMA_DATE && value->kind == VALUE_TEXT)
        return values_dated(arena, value->text, texts);
    if (value->kind == VALUE_LIST && schema->items) {
        struct value *list = value_list(arena);
        for (size_t i = 0; i < value->list.len; i++)
            value_add(arena, list,
                      values_fields(arena, schema->items, value->list.items[i], texts));
        return list;
    }
    if (value->kind == VALUE_MAP) {
        struct value *map = value_map(arena);
        for (size_t i = 0; i < value->map.len; i++) {
            const struct member *member = &value->map.items[i];
            const struct schema_property *property = schema_property(schema, member->key);
            if (!property)
                continue;
            struct value *field = values_fields(arena, property->schema, member->value, texts);
            value_put(arena, map, member->key, field);
            if (field->kind == VALUE_LIST)
                values_any(arena, map, member->key, field);
            if (property->schema->format == SCHEMA_URI)
                put_address(arena, map, member->key, value_str(field));
        }
        return map;
    }
    struct value *copy = arena_new(arena, struct value);
    *copy = *value;
    return copy;
}

struct shape *values_fields_shape(struct arena *arena, const struct schema *schema)
{
    if (schema->format == SCHEMA_DATE)
        return shape_parse(arena, "iso text", NULL);
    if (schema->types & SCHEMA_OBJECT) {
        struct shape *map = shape_map(arena);
        for (size_t i = 0; i < schema->properties.len; i++) {
            const struct schema_property *property = &schema->properties.items[i];
            shape_put(arena, map, property->name, values_fields_shape(arena, property->schema));
            if (property->schema->types == SCHEMA_ARRAY)
                shape_put(arena, map, values_any_name(arena, property->name), shape_truth(arena));
            if (property->schema->format == SCHEMA_URI) {
                shape_put(arena, map, values_host_name(arena, property->name), shape_text(arena));
                shape_put(arena, map, values_file_name(arena, property->name), shape_text(arena));
            }
        }
        return map;
    }
    if (schema->types & SCHEMA_ARRAY && schema->items)
        return shape_list(arena, values_fields_shape(arena, schema->items));
    return schema->types == SCHEMA_BOOLEAN ? shape_truth(arena) : shape_text(arena);
}
