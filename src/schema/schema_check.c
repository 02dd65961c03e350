#include "schema/schema_parts.h"

#include "base/date.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "schema/format.h"
#include "schema/pattern.h"
#include "base/placeholder.h"
#include "schema/schema_rules.h"

struct checker {
    struct arena *arena;
    struct diags *diags;
};

/* The way down to a value; made into a name only when there is something to say. */
struct trail {
    const struct trail *up;
    struct str name;
};

static struct str name_of(struct checker *checker, const struct trail *at, struct span span)
{
    if (!at->up && at->name.len == 0)
        return span.source ? span.source->path : STR("$");
    if (!at->up || (!at->up->up && at->up->name.len == 0))
        return at->name;
    return STR_JOIN(checker->arena, name_of(checker, at->up, span), STR("."), at->name);
}

static void report(struct checker *checker, enum schema_rule rule, const struct trail *at,
                   struct span span, struct detail detail)
{
    detail.args[0] = name_of(checker, at, span);
    diag_add(checker->diags, &schema_rules[rule], span, detail);
}

static struct str count(struct checker *checker, size_t number)
{
    return str_format(checker->arena, "%zu", number);
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

static void report_format(struct checker *checker, const struct schema *schema,
                          const struct value *value, const struct trail *at)
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
    report(checker, format_rule(schema, value), at, value->span, detail);
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

/* An example of each type that is due: the same in every language. */
static struct str show_types(struct arena *arena, unsigned types)
{
    static const char *const examples[] = {"null", "true", "12", "1.5", "\"…\"", "[…]", "{…}"};
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (types & 1u << i)
            buf_format(&out, "%s%s", out.len ? ", " : "", examples[i]);
    return buf_finish(&out, arena);
}

static void report_type(struct checker *checker, const struct schema *schema,
                        const struct value *value, const struct trail *at)
{
    /* Null as an alternative to one type is not worth mentioning. */
    unsigned other = schema->types & ~(unsigned)SCHEMA_NULL;
    enum schema_rule rule = type_rule(other ? other : schema->types);
    struct detail detail = {.args[1] = schema_show(checker->arena, value)};
    if (value->kind == VALUE_PLAIN && value->text.len == 0) {
        rule = SCHEMA_RULE_MISSING_VALUE;
    } else if (rule == SCHEMA_RULE_NOT_TEXT && schema->format) {
        report_format(checker, schema, value, at);
        return;
    }
    if (rule == SCHEMA_RULE_NOT_MAP) {
        detail.args[2] = schema_show_properties(checker->arena, schema);
        detail.args[3] = schema_show_map(checker->arena, schema);
    }
    if (rule == SCHEMA_RULE_NOT_LIST)
        detail.args[2] = schema_show_list(checker->arena, schema, value);
    if (rule == SCHEMA_RULE_NOT_INTEGER)
        detail.args[2] = schema_example_number(checker->arena, schema, value_str(value));
    if (rule == SCHEMA_RULE_NOT_BOOLEAN)
        detail.suggestion = schema_meant_truth(checker->arena, value_str(value));
    if (rule == SCHEMA_RULE_WRONG_TYPE)
        detail.args[1] = show_types(checker->arena, schema->types);
    report(checker, rule, at, value->span, detail);
}

static struct str nearest_choice(struct checker *checker, const struct schema *schema,
                                 const struct value *value)
{
    if (schema->constant || value->kind == VALUE_LIST || value->kind == VALUE_MAP ||
        !diag_take_suggestion(checker->diags))
        return (struct str){0};
    return schema_meant_choice(checker->arena, schema, schema_show(checker->arena, value));
}

/* `empty`: it was a key without a value before it was settled. */
static bool check_choice(struct checker *checker, const struct schema *schema,
                         const struct value *value, bool empty, const struct trail *at)
{
    if (schema_has_choice(schema, value))
        return true;
    if (empty) {
        report(checker, SCHEMA_RULE_MISSING_VALUE, at, value->span, NO_DETAIL);
        return false;
    }
    const struct value *choices = schema->constant ? NULL : schema->choices;
    struct detail detail = {
        .args[1] = schema_show(checker->arena, value),
        .args[2] = choices ? schema_show_items(checker->arena, choices)
                           : schema_show(checker->arena, schema->constant),
        .suggestion = nearest_choice(checker, schema, value),
    };
    report(checker, SCHEMA_RULE_NOT_ALLOWED_VALUE, at, value->span, detail);
    return false;
}

static bool check_length(struct checker *checker, const struct schema *schema,
                         const struct value *value, const struct trail *at)
{
    size_t length = utf8_count(value->text);
    bool too_short = length < schema->min_length;
    if (!too_short && length <= schema->max_length)
        return true;
    struct detail detail = {
        .args[1] = count(checker, length),
        .args[2] = count(checker, too_short ? schema->min_length : schema->max_length),
    };
    report(checker, too_short ? SCHEMA_RULE_TOO_SHORT : SCHEMA_RULE_TOO_LONG, at, value->span,
           detail);
    return false;
}

static void check_pattern(struct checker *checker, const struct schema *schema,
                          const struct value *value, const struct trail *at)
{
    if (!schema->pattern || pattern_matches(schema->pattern, value->text))
        return;
    struct str description = str_trim(schema->description);
    struct detail detail = {
        .args[1] = schema_show(checker->arena, value),
        .args[2] = schema->pattern_text,
    };
    if (description.len)
        detail.args[2] =
            STR_JOIN(checker->arena, description, STR(" ("), schema->pattern_text, STR(")"));
    report(checker, SCHEMA_RULE_PATTERN_MISMATCH, at, value->span, detail);
}

static bool has_format(const struct schema *schema, struct str text)
{
    struct date date;
    switch (schema->format) {
    case SCHEMA_ANY_TEXT: break;
    case SCHEMA_DATE: return date_parse(text, &date) && (date.day || schema->partial_date);
    case SCHEMA_URI: return format_is_uri(text);
    case SCHEMA_EMAIL: return format_is_email(text);
    }
    return true;
}

/* What is empty or no address at all need not be told that it lacks https://, too. */
static void check_text(struct checker *checker, const struct schema *schema,
                       const struct value *value, const struct trail *at)
{
    if (!check_length(checker, schema, value, at))
        return;
    if (!has_format(schema, value->text))
        report_format(checker, schema, value, at);
    else
        check_pattern(checker, schema, value, at);
}

static void check_number(struct checker *checker, const struct schema *schema,
                         const struct value *value, const struct trail *at)
{
    bool small = schema->minimum && schema_compare_numbers(value, schema->minimum) < 0;
    bool large = schema->maximum && schema_compare_numbers(value, schema->maximum) > 0;
    if (!small && !large)
        return;
    struct detail detail = {
        .args[1] = schema_show(checker->arena, value),
        .args[2] = schema_show(checker->arena, small ? schema->minimum : schema->maximum),
        .args[3] = schema_show_range(checker->arena, schema),
    };
    report(checker, small ? SCHEMA_RULE_TOO_SMALL : SCHEMA_RULE_TOO_LARGE, at, value->span, detail);
}

static void check_unique(struct checker *checker, const struct value *list, const struct trail *at)
{
    struct map seen;
    struct buf key = BUF_INIT;
    map_init(&seen, checker->arena);
    for (size_t i = 0; i < list->list.len; i++) {
        struct value *item = list->list.items[i];
        schema_canonical(&key, item);
        if (map_add(&seen, buf_take(&key, checker->arena), item) != item) {
            struct detail detail = {.args[1] = schema_show(checker->arena, item)};
            report(checker, SCHEMA_RULE_DUPLICATE_ITEM, at, item->span, detail);
        }
    }
    buf_release(&key);
}

static void check_value(struct checker *checker, const struct schema *schema, struct value *value,
                        const struct trail *at);

static void check_list(struct checker *checker, const struct schema *schema, struct value *list,
                       const struct trail *at)
{
    size_t len = list->list.len;
    bool few = len < schema->min_items;
    if (few || len > schema->max_items) {
        struct detail detail = {
            .args[1] = count(checker, len),
            .args[2] = count(checker, few ? schema->min_items : schema->max_items),
        };
        report(checker, few ? SCHEMA_RULE_TOO_FEW_ITEMS : SCHEMA_RULE_TOO_MANY_ITEMS, at,
               list->span, detail);
    }
    for (size_t i = 0; i < len; i++) {
        if (schema->items)
            check_value(checker, schema->items, list->list.items[i], at);
        else
            value_settle_all(list->list.items[i]);
    }
    if (schema->unique_items)
        check_unique(checker, list, at);
}

static size_t property_index(const struct schema *schema, struct str name)
{
    size_t i = 0;
    while (i < schema->properties.len && !str_eq(schema->properties.items[i].name, name))
        i++;
    return i;
}

const struct schema_property *schema_property(const struct schema *schema, struct str name)
{
    size_t i = property_index(schema, name);
    return i < schema->properties.len ? &schema->properties.items[i] : NULL;
}

/* The property that a key was to be: the one it is the title of, or the nearest. `known`: none. */
static size_t meant_property(struct checker *checker, const struct schema *schema, struct str key,
                             const bool *met)
{
    size_t known = schema->properties.len;
    struct nearest nearest = nearest_to(key);
    for (size_t i = 0; i < known; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        if (!met[i] && schema_is_titled(checker->arena, property->schema, key))
            return i;
        if (!met[i])
            nearest_try(&nearest, property->name);
    }
    return nearest.best.ptr ? property_index(schema, nearest.best) : known;
}

/* `met` tells for each property whether the map has it, or an unknown key that must mean it. */
static void report_unknown(struct checker *checker, const struct schema *schema,
                           const struct member *member, bool *met, const struct trail *at)
{
    size_t known = schema->properties.len;
    size_t meant = diag_take_suggestion(checker->diags)
                       ? meant_property(checker, schema, member->key, met)
                       : known;
    struct detail detail = {.args[1] = schema_show_properties(checker->arena, schema)};
    if (meant < known) {
        met[meant] = true;
        detail.suggestion = schema->properties.items[meant].name;
    }
    report(checker, SCHEMA_RULE_UNKNOWN_KEY, at, member->key_span, detail);
}

static void check_additional(struct checker *checker, const struct schema *schema,
                             const struct member *member, bool *met, const struct trail *at)
{
    if (schema->additional && !schema->additional->refuses) {
        check_value(checker, schema->additional, member->value, at);
        return;
    }
    if (schema->additional)
        report_unknown(checker, schema, member, met, at);
    value_settle_all(member->value);
}

static void check_required(struct checker *checker, const struct schema *schema,
                           const struct value *map, const bool *met, const struct trail *at)
{
    struct span span = map->span;
    span.end = span.start;
    for (size_t i = 0; i < schema->required.len; i++) {
        struct str name = schema->required.items[i];
        size_t index = property_index(schema, name);
        if (index < schema->properties.len ? met[index] : value_get(map, name) != NULL)
            continue;
        struct trail below = {at, name};
        report(checker, SCHEMA_RULE_MISSING_KEY, &below, span, (struct detail){.args[1] = name});
    }
}

static void check_map(struct checker *checker, const struct schema *schema, struct value *map,
                      const struct trail *at)
{
    size_t known = schema->properties.len;
    bool *met = arena_items(checker->arena, bool, known);
    for (size_t i = 0; i < map->map.len; i++) {
        struct member *member = &map->map.items[i];
        struct trail below = {at, member->key};
        size_t index = property_index(schema, member->key);
        if (index == known)
            continue;
        met[index] = true;
        check_value(checker, schema->properties.items[index].schema, member->value, &below);
    }
    for (size_t i = 0; i < map->map.len; i++) {
        struct trail below = {at, map->map.items[i].key};
        if (property_index(schema, below.name) == known)
            check_additional(checker, schema, &map->map.items[i], met, &below);
    }
    check_required(checker, schema, map, met, at);
}

static void check_scalar(struct checker *checker, const struct schema *schema,
                         const struct value *value, const struct trail *at)
{
    if (value->kind == VALUE_TEXT || value->kind == VALUE_HTML)
        check_text(checker, schema, value, at);
    else if (value->kind == VALUE_INT || value->kind == VALUE_REAL)
        check_number(checker, schema, value, at);
}

/* A list or map: its parts are settled before the whole can be compared with anything. */
static void check_parts(struct checker *checker, const struct schema *schema, struct value *value,
                        const struct trail *at)
{
    size_t before = checker->diags->len;
    if (value->kind == VALUE_LIST)
        check_list(checker, schema, value, at);
    else
        check_map(checker, schema, value, at);
    if (checker->diags->len == before)
        check_choice(checker, schema, value, false, at);
}

/* What is still to be filled in has one fault, and is nothing that could have others. */
static bool is_placeholder(struct checker *checker, struct value *value)
{
    bool text = value->kind == VALUE_TEXT || value->kind == VALUE_PLAIN;
    if (!text || !placeholder_report(value->text, value->span, checker->diags))
        return false;
    value->kind = VALUE_NULL;
    return true;
}

static void check_value(struct checker *checker, const struct schema *schema, struct value *value,
                        const struct trail *at)
{
    if (is_placeholder(checker, value))
        return;
    bool plain = value->kind == VALUE_PLAIN;
    bool empty = plain && value->text.len == 0;
    bool right = plain ? schema_settle(schema, value) : schema_allows(schema, value);
    if (schema->refuses || !right) {
        if (schema->refuses)
            report(checker, SCHEMA_RULE_NOT_ALLOWED, at, value->span, NO_DETAIL);
        else
            report_type(checker, schema, value, at);
        value_settle_all(value);
    } else if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
        check_parts(checker, schema, value, at);
    } else if (check_choice(checker, schema, value, empty, at)) {
        check_scalar(checker, schema, value, at);
    }
}

bool schema_check_named(const struct schema *schema, struct value *document, struct str name,
                        struct arena *arena, struct diags *diags)
{
    struct checker checker = {.arena = arena, .diags = diags};
    struct trail root = {.name = name};
    size_t before = diag_count(diags, SEVERITY_ERROR);
    check_value(&checker, schema, document, &root);
    return diag_count(diags, SEVERITY_ERROR) == before;
}

bool schema_check(const struct schema *schema, struct value *document, struct arena *arena,
                  struct diags *diags)
{
    return schema_check_named(schema, document, (struct str){0}, arena, diags);
}
