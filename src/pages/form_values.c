#include "collection/fields.h"
#include "pages/form_parts.h"
#include "pages/values.h"

void form_put_text(struct form_maker *maker, struct value *map, struct str name, struct str text)
{
    if (text.len)
        values_text(maker->arena, map, name, text);
}

void form_put_true(struct form_maker *maker, struct value *map, struct str name)
{
    value_put(maker->arena, map, name, value_bool(true));
}

void form_put_list(struct form_maker *maker, struct value *map, struct str name, struct value *list)
{
    value_put(maker->arena, map, name, list);
    values_any(maker->arena, map, name, list);
}

void form_put_limit(struct form_maker *maker, struct value *map, struct str name, size_t limit)
{
    if (limit > 0 && limit < SIZE_MAX)
        value_put(maker->arena, map, name, value_int(maker->arena, (int64_t)limit));
}

struct str form_label(struct form_maker *maker, const struct schema *schema, struct str value)
{
    const struct value *label = value_get(value_get(schema->keywords, STR("x-values")), value);
    if (!label)
        label = value_get(value_get(schema->keywords, STR("x-labels")), value);
    return label_text(label, maker->language);
}

struct str form_summary(const struct schema *schema, struct str value)
{
    return value_get_str(value_get(value_get(schema->keywords, STR("x-values")), value),
                         STR(FIELD_SUMMARY));
}
