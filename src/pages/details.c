#include "pages/details.h"

#include "base/address.h"
#include "base/buf.h"
#include "base/language.h"
#include "collection/fields.h"
#include "collection/label.h"
#include "pages/values.h"

const char detail_value_shape[] = "text figure plain? url url_host mail iso";
const char detail_link_shape[] = "title lang url url_host url_file";

struct str details_truth(struct str tag, bool truth)
{
    const struct language *language = language_of(tag);
    enum language_list list = truth ? WORDS_MEANS_TRUE : WORDS_MEANS_FALSE;
    return language && language->lists[list].len ? language->lists[list].items[0]
                                                 : (truth ? STR("✓") : STR("–"));
}

/* Returns a number with its unit: «45 minutter». */
static struct str with_unit(const struct teller *teller, const struct schema *schema,
                            const struct value *value, struct str text)
{
    const struct value *units = value_get(schema->keywords, STR("x-unit"));
    bool one = value->kind == VALUE_INT && value->integer == 1;
    struct str unit = label_noun(units, teller->language, one ? 1 : 2);
    return unit.len ? STR_JOIN(teller->arena, text, STR("\u00A0"), unit) : text;
}

/* Returns what a value that is no list and no map says to a reader. */
static struct str scalar_text(const struct teller *teller, const struct schema *schema,
                              const struct value *value)
{
    struct str text = value_scalar(teller->arena, value);
    const struct value *label = value_get(value_get(schema->keywords, STR("x-labels")), text);
    if (label)
        return label_text(label, teller->language);
    if (value->kind == VALUE_BOOL)
        return details_truth(teller->language, value->boolean);
    if (schema->format == SCHEMA_DATE)
        return values_date(teller->arena, text, teller->texts);
    return with_unit(teller, schema, value, text);
}

/* Appends a part of a map, after a comma if it is not the first and after its x-before. */
static void put_part(struct buf *out, const struct teller *teller, const struct schema *schema,
                     const struct value *value)
{
    const struct value *before = value_get(schema->keywords, STR("x-before"));
    struct str text = scalar_text(teller, schema, value);
    if (text.len == 0)
        return;
    buf_put(out, out->len ? STR(", ") : STR(""));
    if (before)
        buf_format(out, "%.*s ", STR_ARG(label_text(before, teller->language)));
    buf_put(out, text);
}

/* Puts where the text of a value has_target, if it is an address or the name of an entry. */
static void put_target(const struct teller *teller, struct value *map, const struct schema *schema,
                       const struct value *value)
{
    struct arena *arena = teller->arena;
    struct str text = value_str(value);
    if (schema->format == SCHEMA_URI) {
        values_url(arena, map, text);
    } else if (schema->format == SCHEMA_EMAIL) {
        values_text(arena, map, STR("mail"), text);
    } else if (schema->format == SCHEMA_DATE) {
        values_text(arena, map, STR("iso"), text);
    }
}

static void put_map(const struct teller *teller, struct value *map, const struct schema *schema,
                    const struct value *value)
{
    struct buf parts = BUF_INIT;
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        const struct value *part = value_get(value, property->name);
        if (!part || part->kind == VALUE_LIST || part->kind == VALUE_MAP)
            continue;
        if (value_get_bool(property->schema->keywords, STR("x-figure")))
            values_text(teller->arena, map, STR("figure"),
                        scalar_text(teller, property->schema, part));
        else
            put_part(&parts, teller, property->schema, part);
        if (property->schema->format == SCHEMA_URI)
            put_target(teller, map, property->schema, part);
    }
    values_text(teller->arena, map, STR("text"), buf_finish(&parts, teller->arena));
}

/* Adds one value of a field to its detail. */
static bool has_target(const struct value *map)
{
    return value_get(map, STR("url")) || value_get(map, STR("mail")) || value_get(map, STR("iso"));
}

static void add_detail_value(const struct teller *teller, struct value *list,
                             const struct schema *schema, const struct value *value)
{
    struct value *map = value_map(teller->arena);
    if (value->kind == VALUE_MAP) {
        put_map(teller, map, schema, value);
    } else {
        values_text(teller->arena, map, STR("text"), scalar_text(teller, schema, value));
        put_target(teller, map, schema, value);
    }
    value_put(teller->arena, map, STR("plain"), value_bool(!has_target(map)));
    value_add(teller->arena, list, map);
}

struct value *details_values(const struct teller *teller, const struct schema *schema,
                             const struct value *value)
{
    bool several = value->kind == VALUE_LIST;
    struct value *list = value_list_of(teller->arena, several ? value->list.len : 1);
    if (!several)
        add_detail_value(teller, list, schema, value);
    else
        for (size_t i = 0; i < value->list.len; i++)
            if (schema->items && value->list.items[i]->kind != VALUE_LIST)
                add_detail_value(teller, list, schema->items, value->list.items[i]);
    return list;
}

struct value *details_link(const struct teller *teller, const struct schema *schema,
                           const struct value *value)
{
    struct arena *arena = teller->arena;
    struct value *map = value_map(arena);
    values_text(arena, map, STR("title"), value_get_str(value, STR(FIELD_TITLE)));
    values_text(arena, map, STR("lang"), value_get_str(value, STR(FIELD_LANG)));
    for (size_t i = 0; i < schema->properties.len; i++)
        if (schema->properties.items[i].schema->format == SCHEMA_URI) {
            struct str url = value_get_str(value, schema->properties.items[i].name);
            struct str file = address_file_type(url);
            put_target(teller, map, schema->properties.items[i].schema,
                       value_get(value, schema->properties.items[i].name));
            if (file.len)
                values_text(arena, map, values_file_name(arena, STR("url")), file);
        }
    return map;
}
