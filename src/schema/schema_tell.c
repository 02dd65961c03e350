#include "base/arena.h"
#include "base/buf.h"
#include "schema/schema_parts.h"

/*
 * Returns the name of a field, `source.page` for one within another. The document itself
 * is called by the name it was given, or by the path of its file.
 */
static struct str field_name(struct schema_checker *checker, const struct schema_trail *at,
                             struct span span)
{
    if (!at->up && at->name.len == 0)
        return span.source ? span.source->path : STR("$");
    if (!at->up || (!at->up->up && at->up->name.len == 0))
        return at->name;
    return STR_JOIN(checker->arena, field_name(checker, at->up, span), STR("."), at->name);
}

void schema_tell_field(struct schema_checker *checker, enum schema_rule rule,
                       const struct schema_trail *at, struct span span, struct detail detail)
{
    detail.args[0] = field_name(checker, at, span);
    schema_tell(checker->diags, rule, span, detail);
}

static enum schema_rule format_rule(const struct schema *schema, const struct value *value)
{
    switch (schema->format) {
    case SCHEMA_DATE:
        return schema_is_written_as_date(value_str(value), schema->partial_date)
                   ? SCHEMA_RULE_BAD_DATE
                   : SCHEMA_RULE_DATE_FORM;
    case SCHEMA_URI: return SCHEMA_RULE_BAD_URI;
    default: return SCHEMA_RULE_BAD_EMAIL;
    }
}

void schema_tell_format(struct schema_checker *checker, const struct schema *schema,
                        const struct value *value, const struct schema_trail *at)
{
    struct detail detail = {.args[1] = schema_show(checker->arena, value)};
    if (schema->format == SCHEMA_DATE) {
        detail.args[2] =
            schema->partial_date ? STR("2024, 2024-04, 2024-04-17") : STR("2024-04-17");
        detail.suggestion =
            schema_meant_date(checker->arena, value_str(value), schema->partial_date);
    }
    if (schema->format == SCHEMA_URI)
        detail.suggestion = schema_meant_address(checker->arena, value_str(value));
    schema_tell_field(checker, format_rule(schema, value), at, value->span, detail);
}

static enum schema_rule type_rule(unsigned types)
{
    switch (types) {
    case SCHEMA_NULL: return SCHEMA_RULE_NOT_NULL;
    case SCHEMA_BOOLEAN: return SCHEMA_RULE_NOT_BOOLEAN;
    case SCHEMA_INTEGER: return SCHEMA_RULE_NOT_INTEGER;
    case SCHEMA_NUMBER:
    case SCHEMA_NUMBER | SCHEMA_INTEGER: return SCHEMA_RULE_NOT_NUMBER;
    case SCHEMA_STRING: return SCHEMA_RULE_NOT_TEXT;
    case SCHEMA_ARRAY: return SCHEMA_RULE_NOT_LIST;
    case SCHEMA_OBJECT: return SCHEMA_RULE_NOT_MAP;
    default: return SCHEMA_RULE_WRONG_TYPE;
    }
}

/* Returns an example of each type: JSON reads the same in every language. */
static struct str show_types(struct arena *arena, unsigned types)
{
    static const char *const examples[] = {"null", "true", "12", "1.5", "\"…\"", "[…]", "{…}"};
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (types & 1u << i)
            buf_format(&out, "%s%s", out.len ? ", " : "", examples[i]);
    return buf_finish(&out, arena);
}

void schema_tell_type(struct schema_checker *checker, const struct schema *schema,
                      const struct value *value, const struct schema_trail *at)
{
    /* Null as an alternative to one type is not worth mentioning. */
    unsigned other = schema->types & ~(unsigned)SCHEMA_NULL;
    enum schema_rule rule = type_rule(other ? other : schema->types);
    struct detail detail = {.args[1] = schema_show(checker->arena, value)};
    if (value->kind == VALUE_PLAIN && value->text.len == 0) {
        rule = SCHEMA_RULE_MISSING_VALUE;
        detail.suggestion = schema_uncut(checker->arena, schema, value);
    } else if (rule == SCHEMA_RULE_NOT_TEXT && schema->format) {
        schema_tell_format(checker, schema, value, at);
        return;
    }
    if (rule == SCHEMA_RULE_NOT_MAP) {
        detail.args[2] = schema_show_properties(checker->arena, schema);
        detail.args[3] = schema_show_map(checker->arena, schema);
    }
    if (rule == SCHEMA_RULE_NOT_LIST)
        detail.args[2] = schema_meant_list(checker->arena, schema, value);
    if (rule == SCHEMA_RULE_NOT_INTEGER) {
        detail.args[2] = schema_example_number(checker->arena, schema, value_str(value));
        detail.suggestion = schema_meant_integer(checker->arena, schema, value);
    }
    if (rule == SCHEMA_RULE_NOT_MAP)
        detail.suggestion = schema_meant_map(checker->arena, schema, value);
    if (rule == SCHEMA_RULE_NOT_BOOLEAN)
        detail.suggestion = schema_meant_truth(checker->arena, value_str(value));
    if (rule == SCHEMA_RULE_WRONG_TYPE)
        detail.args[1] = show_types(checker->arena, schema->types);
    schema_tell_field(checker, rule, at, value->span, detail);
}
