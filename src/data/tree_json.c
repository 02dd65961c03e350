#include "data/tree_json.h"

#include <inttypes.h>

#include "base/buf.h"

static void put_list(struct json *json, const struct value *list, enum json_layout lists,
                     enum json_layout maps)
{
    json_open_list(json, lists);
    for (size_t i = 0; i < list->list.len; i++)
        tree_json_put(json, list->list.items[i], lists, maps);
    json_close(json);
}

static void put_map(struct json *json, const struct value *map, enum json_layout lists,
                    enum json_layout maps)
{
    json_open_map(json, maps);
    for (size_t i = 0; i < map->map.len; i++) {
        json_key(json, map->map.items[i].key);
        tree_json_put(json, map->map.items[i].value, lists, maps);
    }
    json_close(json);
}

/*
 * What was written as a number is one in JSON, too (base/value.c). Seventeen digits tell
 * any double exactly.
 */
static void put_real_number(struct json *json, const struct value *value)
{
    struct str written = value_written(value);
    if (written.len)
        buf_put(json_raw(json), written);
    else
        buf_format(json_raw(json), "%.17g", value->real);
}

void tree_json_put(struct json *json, const struct value *value, enum json_layout lists,
                   enum json_layout maps)
{
    switch (value->kind) {
    case VALUE_NULL: json_put_null(json); break;
    case VALUE_BOOL: json_put_bool(json, value->boolean); break;
    case VALUE_INT: buf_format(json_raw(json), "%" PRId64, value->integer); break;
    case VALUE_REAL: put_real_number(json, value); break;
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN: json_put_text(json, value->text); break;
    case VALUE_LIST: put_list(json, value, lists, maps); break;
    case VALUE_MAP: put_map(json, value, lists, maps); break;
    }
}
