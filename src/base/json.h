#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct buf;

/*
 * A writer of JSON (RFC 8259). The caller opens and closes brackets and puts keys and
 * values between them; commas, colons and line ends are added here. Only the open
 * brackets are remembered, so the buffer may be emptied at any time.
 *
 *     struct json json = json_into(&out);
 *     json_open_map(&json, JSON_TIGHT);
 *     json_key(&json, STR("words"));
 *     json_open_list(&json, JSON_SPACED);
 *     json_put_text(&json, STR("a"));
 *     json_put_text(&json, STR("b"));
 *     json_close(&json);
 *     json_close(&json);                  // {"words":["a", "b"]}
 *
 * In a map each value comes after its key, and a key is given once; in a list and
 * at the top there are no keys. Text is valid UTF-8. Anything else is our bug, and
 * the order of the calls is asserted.
 */
enum json_layout {
    JSON_TIGHT,    /* {"a":1,"b":2} */
    JSON_SPACED,   /* {"a": 1, "b": 2} */
    JSON_LINES,    /* a line for each member, and one for the closing bracket */
    JSON_INDENTED, /* the same, spaced and indented, but {} without members */
};

enum { JSON_DEPTH_MAX = 64 };

struct json_level {
    char end; /* the closing bracket */
    enum json_layout layout;
    bool begun; /* it has a member */
    bool keyed; /* a key waits for its value */
};

struct json {
    struct buf *out; /* the caller's */
    bool in_html;    /* it will stand in a <script> element (escape_json_in_html) */
    size_t depth;
    struct json_level levels[JSON_DEPTH_MAX];
};

struct json json_into(struct buf *out);

void json_open_map(struct json *json, enum json_layout layout);
void json_open_list(struct json *json, enum json_layout layout);

/* Closes what was opened last. */
void json_close(struct json *json);

void json_key(struct json *json, struct str key);

void json_put_text(struct json *json, struct str text);
void json_put_number(struct json *json, uint64_t number);
void json_put_bool(struct json *json, bool truth);
void json_put_null(struct json *json);

/* Put a key with a text, or with a number. */
void json_put_member(struct json *json, struct str key, struct str text);
void json_put_figure(struct json *json, struct str key, uint64_t number);

/* Puts a key with a text, unless it is empty. */
void json_put_if(struct json *json, struct str key, struct str text);

/* Begins a value that the caller writes: returns the buffer to append its JSON to. */
struct buf *json_raw(struct json *json);

#endif
