#ifndef COLLECTION_ADDRESSES_H
#define COLLECTION_ADDRESSES_H

#include "schema/schema.h"

struct arena;

/*
 * Tells of fields with `format: uri` that a page must not make a link of. To the format
 * `javascript:alert(1)` and `https:a.no` are URIs like others; for links there is one list
 * of what is allowed, that of bodies (base/address.h). `fields` is settled.
 */
void addresses_check(const struct schema *schema, const struct value *fields, struct arena *scratch,
                     struct diags *diags);

#endif
