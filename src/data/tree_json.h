#ifndef DATA_TREE_JSON_H
#define DATA_TREE_JSON_H

#include "base/json.h"
#include "base/value.h"

/*
 * Puts a tree of values as JSON, lists and maps in the layouts that are named. What was
 * written as a number is written alike.
 */
void tree_json_put(struct json *json, const struct value *value, enum json_layout lists,
                   enum json_layout maps);

#endif
