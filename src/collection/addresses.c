#include "collection/addresses.h"

#include "base/address.h"
#include "base/arena.h"
#include "parse/link_meant.h"
#include "parse/rules.h"
#include "schema/format.h"
#include "schema/pattern.h"

static void check_address(const struct schema *schema, const struct value *value,
                          struct arena *scratch, struct diags *diags)
{
    /* What is no URI, or not of the form that is asked for, has been told of by the schema. */
    bool told = !format_is_uri(value->text) ||
                (schema->pattern && pattern_try(schema->pattern, value->text) != PATTERN_MATCHES);
    struct address address = address_read(scratch, value->text, STR(""));
    if (told || address.kind == ADDRESS_EXTERNAL)
        return;
    struct link_meant meant = link_meant_read(&diags->arena, value->text, &address);
    diag_add(diags, &parse_rules[meant.rule], value->span,
             (struct detail){.args = {value->text}, .suggestion = meant.meant});
}

void addresses_check(const struct schema *schema, const struct value *fields, struct arena *scratch,
                     struct diags *diags)
{
    if (schema->format == SCHEMA_URI && fields->kind == VALUE_TEXT)
        check_address(schema, fields, scratch, diags);
    for (size_t i = 0; schema->items && fields->kind == VALUE_LIST && i < fields->list.len; i++)
        addresses_check(schema->items, fields->list.items[i], scratch, diags);
    for (size_t i = 0; fields->kind == VALUE_MAP && i < fields->map.len; i++) {
        const struct member *member = &fields->map.items[i];
        const struct schema_property *property = schema_property(schema, member->key);
        if (property)
            addresses_check(property->schema, member->value, scratch, diags);
    }
}
