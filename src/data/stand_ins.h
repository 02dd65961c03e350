#ifndef DATA_STAND_INS_H
#define DATA_STAND_INS_H

#include "base/json.h"
#include "schema/schema.h"

/*
 * What JSON Schema says of properties for which values elsewhere may stand in (`stand_ins` of
 * struct schema): that one or the other must be there,
 *
 *     "allOf": [
 *       {"anyOf": [
 *         {"required": ["themes"], "properties": {"themes": {"minItems": 1}}},
 *         {"required": ["proposed"], "properties": {"proposed": {"required": ["themes"]}}}]}
 *     ]
 *
 * in place of `required` and `minItems` of the property itself. JSON Schema cannot add up
 * what stands in two places, so where several are due it lets one stand in for them all.
 */

/* Whether values elsewhere count with those of a property. */
bool stand_ins_exist(const struct schema *schema, struct str property);

/* Returns how many values a list must have; x-main asks for one. */
size_t stand_ins_least(const struct schema *schema);

/* Puts the member `allOf`, if a property of the schema needs it. */
void stand_ins_put(struct json *json, const struct schema *schema);

#endif
