#include "base/placeholder.h"
#include "schema/schema_parts.h"
#include "schema/schema_rules.h"

static void tell_placeholder(struct str placeholder, struct span span, struct diags *diags)
{
    schema_tell(diags, SCHEMA_RULE_PLACEHOLDER, span,
                (struct detail){.args = {placeholder_question(&diags->arena, placeholder)}});
}

bool schema_tell_placeholder(const struct value *value, struct diags *diags)
{
    struct str text = value_str(value), placeholder;
    bool found = value->kind != VALUE_HTML && placeholder_next(&text, &placeholder);
    if (found)
        tell_placeholder(placeholder, value->span, diags);
    return found;
}

void schema_check_body(const struct source *source, struct span body, struct diags *diags)
{
    struct str rest = str_slice(source->text, body.start, body.end), placeholder;
    while (placeholder_next(&rest, &placeholder))
        tell_placeholder(placeholder, source_span_of(source, placeholder), diags);
}
