#include "pages/figure.h"

#include "base/ascii.h"
#include "pages/values.h"

const char figure_shape[] = "number unit label";

/* Returns the length of the number that a text begins with; blanks between digits are a part of it.
 */
static size_t number_len(struct str text)
{
    size_t len = 0;
    if (!text.len || !ascii_is_digit(text.ptr[0]) || str_find(text, STR("–")) != SIZE_MAX)
        return 0;
    for (size_t i = 0; i < text.len; i++)
        if (ascii_is_digit(text.ptr[i]))
            len = i + 1;
        else if (text.ptr[i] != ' ' && text.ptr[i] != ',' && text.ptr[i] != '.')
            break;
    return len;
}

/* Returns what stands after a number, without the blank between, which x-unit makes hard. */
static struct str unit_of(struct str text, size_t number)
{
    const struct str hard = STR("\u00A0");
    struct str unit = str_from(text, number);
    return str_trim(str_begins(unit, hard) ? str_from(unit, hard.len) : unit);
}

struct value *figure_of(struct arena *arena, const struct value *value, struct str otherwise)
{
    struct str text = value_get_str(value, STR("figure")), says = value_get_str(value, STR("text"));
    size_t len = number_len(text);
    if (len == 0)
        return NULL;
    struct value *figure = value_map_of(arena, 3);
    values_text(arena, figure, STR("number"), str_slice(text, 0, len));
    values_text(arena, figure, STR("unit"), unit_of(text, len));
    values_text(arena, figure, STR("label"), says.len ? says : otherwise);
    return figure;
}

static struct value *figure_in(const struct teller *teller, const struct schema *schema,
                               const struct value *field)
{
    const struct value *values = details_values(teller, schema, field);
    struct value *figure = NULL;
    for (size_t i = 0; i < values->list.len && !figure; i++)
        figure = figure_of(teller->arena, values->list.items[i], (struct str){0});
    return figure;
}

struct value *figure_first(const struct teller *teller, const struct schema *schema,
                           const struct value *fields)
{
    struct value *figure = NULL;
    for (size_t i = 0; i < schema->properties.len && !figure; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        const struct value *field = value_get(fields, property->name);
        if (field && shown_has_figures(property->schema))
            figure = figure_in(teller, property->schema, field);
    }
    return figure;
}
