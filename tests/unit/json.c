#include "json.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/value.h"

static struct str text_of(struct arena *arena, const json_t *json)
{
    return str_copy(arena, (struct str){json_string_value(json), json_string_length(json)});
}

static struct value *real_of(struct arena *arena, double real)
{
    struct value *value = value_null(arena);
    value->kind = VALUE_REAL;
    value->real = real;
    return value;
}

/* One of its own, for the schema notes in a value whether it is faulty. */
static struct value *json_truth(struct arena *arena, bool truth)
{
    struct value *value = value_null(arena);
    *value = *value_bool(truth);
    return value;
}

static struct value *convert(struct arena *arena, json_t *json)
{
    struct value *value;
    const char *key;
    json_t *item;
    size_t at;
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        value = value_map(arena);
        json_object_foreach(json, key, item)
            value_put(arena, value, str_copy(arena, str_of(key)), convert(arena, item));
        return value;
    case JSON_ARRAY:
        value = value_list(arena);
        json_array_foreach(json, at, item) value_add(arena, value, convert(arena, item));
        return value;
    case JSON_STRING: return value_text(arena, text_of(arena, json));
    case JSON_INTEGER: return value_int(arena, json_integer_value(json));
    case JSON_REAL: return real_of(arena, json_real_value(json));
    case JSON_TRUE: return json_truth(arena, true);
    case JSON_FALSE: return json_truth(arena, false);
    case JSON_NULL: break;
    }
    return value_null(arena);
}

enum { FLAGS = JSON_DECODE_ANY | JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES };

struct value *json_read(struct arena *arena, struct str text)
{
    json_error_t error;
    json_t *json = json_loadb(text.ptr, text.len, FLAGS, &error);
    if (!json)
        die("%d:%d: %s", error.line, error.column, error.text);
    struct value *value = convert(arena, json);
    json_decref(json);
    return value;
}

struct value *json_read_file(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file && errno == ENOENT)
        return NULL;
    if (!file)
        die_errno("%s", path);
    json_error_t error;
    json_t *json = json_loadf(file, FLAGS, &error);
    fclose(file);
    if (!json)
        die("%s:%d:%d: %s", path, error.line, error.column, error.text);
    struct value *value = convert(arena, json);
    json_decref(json);
    return value;
}
