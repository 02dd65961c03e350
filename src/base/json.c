#include "base/json.h"

#include <assert.h>

#include "base/buf.h"
#include "base/escape.h"

struct json json_into(struct buf *out)
{
    return (struct json){.out = out};
}

static struct json_level *innermost(struct json *json)
{
    return json->depth ? &json->levels[json->depth - 1] : NULL;
}

/* Ends the line, and indents the next one for each open level that is indented. */
static void new_line(struct json *json)
{
    buf_byte(json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        if (json->levels[i].layout == JSON_INDENTED)
            buf_lit(json->out, "  ");
}

/* Appends what separates a member from the one before: a comma, a space or a new line. */
static void begin_member(struct json *json, struct json_level *level)
{
    if (level->begun)
        buf_byte(json->out, ',');
    switch (level->layout) {
    case JSON_TIGHT: break;
    case JSON_SPACED:
        if (level->begun)
            buf_byte(json->out, ' ');
        break;
    case JSON_LINES:
    case JSON_INDENTED: new_line(json); break;
    }
    level->begun = true;
}

static void put_string(struct json *json, struct str text)
{
    buf_byte(json->out, '"');
    if (json->in_html)
        escape_json_in_html(json->out, text);
    else
        escape_json(json->out, text);
    buf_byte(json->out, '"');
}

void json_key(struct json *json, struct str key)
{
    struct json_level *level = innermost(json);
    assert(level && level->end == '}' && !level->keyed);
    begin_member(json, level);
    put_string(json, key);
    buf_byte(json->out, ':');
    if (level->layout == JSON_SPACED || level->layout == JSON_INDENTED)
        buf_byte(json->out, ' ');
    level->keyed = true;
}

struct buf *json_raw(struct json *json)
{
    struct json_level *level = innermost(json);
    assert(!level || level->keyed == (level->end == '}'));
    if (level && !level->keyed)
        begin_member(json, level);
    else if (level)
        level->keyed = false;
    return json->out;
}

static void open_level(struct json *json, char bracket, char end, enum json_layout layout)
{
    buf_byte(json_raw(json), bracket);
    assert(json->depth < JSON_DEPTH_MAX);
    json->levels[json->depth++] = (struct json_level){.end = end, .layout = layout};
}

void json_open_map(struct json *json, enum json_layout layout)
{
    open_level(json, '{', '}', layout);
}

void json_open_list(struct json *json, enum json_layout layout)
{
    open_level(json, '[', ']', layout);
}

void json_close(struct json *json)
{
    assert(json->depth);
    struct json_level level = json->levels[--json->depth];
    assert(!level.keyed);
    if (level.layout == JSON_LINES || (level.layout == JSON_INDENTED && level.begun))
        new_line(json);
    buf_byte(json->out, level.end);
}

void json_put_text(struct json *json, struct str text)
{
    json_raw(json);
    put_string(json, text);
}

void json_put_number(struct json *json, uint64_t number)
{
    buf_number(json_raw(json), number);
}

void json_put_bool(struct json *json, bool truth)
{
    buf_put(json_raw(json), truth ? STR("true") : STR("false"));
}

void json_put_null(struct json *json)
{
    buf_lit(json_raw(json), "null");
}

void json_put_member(struct json *json, struct str key, struct str text)
{
    json_key(json, key);
    json_put_text(json, text);
}

void json_put_if(struct json *json, struct str key, struct str text)
{
    if (text.len)
        json_put_member(json, key, text);
}

void json_put_figure(struct json *json, struct str key, uint64_t number)
{
    json_key(json, key);
    json_put_number(json, number);
}
