#ifndef TESTS_UNIT_JSON_H
#define TESTS_UNIT_JSON_H

#include "base/str.h"

struct arena;
struct value;

/*
 * JSON (RFC 8259), a text or a file, as a tree of base/value.h, through
 * jansson: the public suites and the data of the golden cases are JSON.
 *
 * Any value may stand at the top. Whole numbers are INT, others REAL; a member
 * given twice or text that is no JSON ends the program, for then it is the
 * test that is wrong. Strings may hold U+0000. NULL when there is no such file.
 */
struct value *json_read(struct arena *arena, struct str text);
struct value *json_read_file(struct arena *arena, const char *path);

#endif
