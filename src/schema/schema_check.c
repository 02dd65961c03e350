#include "schema/schema_parts.h"

#include <assert.h>

#include "base/date.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "schema/format.h"
#include "schema/pattern.h"
#include "schema/schema_rules.h"

static struct str count_text(struct schema_checker *checker, size_t number)
{
    return str_format(checker->arena, "%zu", number);
}

static struct str nearest_choice(struct schema_checker *checker, const struct schema *schema,
                                 const struct value *value)
{
    if (schema->constant || value->kind == VALUE_LIST || value->kind == VALUE_MAP ||
        !diag_take_suggestion(checker->diags))
        return (struct str){0};
    return schema_meant_choice(checker->arena, schema, schema_show(checker->arena, value));
}

/* `empty`: the key had no value, which has been settled as null. */
static bool check_choice(struct schema_checker *checker, const struct schema *schema,
                         const struct value *value, bool empty, const struct schema_trail *at)
{
    if (schema_has_choice(schema, value))
        return true;
    if (empty) {
        schema_tell_field(checker, SCHEMA_RULE_MISSING_VALUE, at, value->span, NO_DETAIL);
        return false;
    }
    const struct value *choices = schema->constant ? NULL : schema->choices;
    struct detail detail = {
        .args[1] = schema_show(checker->arena, value),
        .args[2] = choices ? schema_show_items(checker->arena, choices)
                           : schema_show(checker->arena, schema->constant),
        .suggestion = nearest_choice(checker, schema, value),
    };
    schema_tell_field(checker, SCHEMA_RULE_NOT_ALLOWED_VALUE, at, value->span, detail);
    return false;
}

static bool check_length(struct schema_checker *checker, const struct schema *schema,
                         const struct value *value, const struct schema_trail *at)
{
    size_t length = utf8_count(value->text);
    bool too_short = length < schema->min_length;
    if (!too_short && length <= schema->max_length)
        return true;
    struct detail detail = {
        .args[1] = count_text(checker, length),
        .args[2] = count_text(checker, too_short ? schema->min_length : schema->max_length),
        .suggestion = too_short ? schema_uncut(checker->arena, schema, value) : STR(""),
    };
    schema_tell_field(checker, too_short ? SCHEMA_RULE_TOO_SHORT : SCHEMA_RULE_TOO_LONG, at,
                      value->span, detail);
    return false;
}

static bool was_given_up(const struct schema_checker *checker, const struct pattern *pattern)
{
    for (size_t i = 0; i < checker->given_up.len; i++)
        if (checker->given_up.items[i] == pattern)
            return true;
    return false;
}

/* Tells of a pattern that takes too long; it is tried no more in this document. */
static void give_up(struct schema_checker *checker, const struct schema *schema,
                    const struct value *value, const struct schema_trail *at)
{
    const struct value *written = value_get(schema->keywords, STR("pattern"));
    struct detail detail = {.args[1] = schema->pattern_text};
    if (written && written->span.source)
        detail.args[2] =
            str_format(checker->arena, " (%.*s:%zu)", STR_ARG(written->span.source->path),
                       source_place(written->span.source, written->span.start).line);
    schema_tell_field(checker, SCHEMA_RULE_PATTERN_TOO_SLOW, at, value->span, detail);
    vec_push(checker->arena, &checker->given_up, schema->pattern);
}

static void check_pattern(struct schema_checker *checker, const struct schema *schema,
                          const struct value *value, const struct schema_trail *at)
{
    if (!schema->pattern || was_given_up(checker, schema->pattern))
        return;
    enum pattern_answer answer = pattern_try(schema->pattern, value->text);
    if (answer == PATTERN_TOO_SLOW)
        give_up(checker, schema, value, at);
    if (answer != PATTERN_DIFFERS)
        return;
    struct detail detail = {
        .args[1] = schema_show(checker->arena, value),
        .args[2] = schema_show_pattern(checker->arena, schema, DIAG_NB),
        .args[3] = schema_show_pattern(checker->arena, schema, DIAG_EN),
        .suggestion = schema_meant_small(checker->arena, schema, value->text),
    };
    schema_tell_field(checker, SCHEMA_RULE_PATTERN_MISMATCH, at, value->span, detail);
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

/* Stops at the first fault: an empty text is too short, and need not be called a bad address. */
static void check_text(struct schema_checker *checker, const struct schema *schema,
                       const struct value *value, const struct schema_trail *at)
{
    if (!check_length(checker, schema, value, at))
        return;
    if (!has_format(schema, value->text))
        schema_tell_format(checker, schema, value, at);
    else
        check_pattern(checker, schema, value, at);
}

static void check_number(struct schema_checker *checker, const struct schema *schema,
                         const struct value *value, const struct schema_trail *at)
{
    if (schema_is_too_long_integer(schema, value)) {
        schema_tell_field(checker, SCHEMA_RULE_INTEGER_TOO_LONG, at, value->span,
                          (struct detail){.args[1] = schema_show(checker->arena, value)});
        return;
    }
    bool small = schema->minimum && schema_compare_numbers(value, schema->minimum) < 0;
    bool large = schema->maximum && schema_compare_numbers(value, schema->maximum) > 0;
    if (!small && !large)
        return;
    struct detail detail = {
        .args[1] = schema_show(checker->arena, value),
        .args[2] = schema_show(checker->arena, small ? schema->minimum : schema->maximum),
        .args[3] = schema_show_range(checker->arena, schema),
    };
    schema_tell_field(checker, small ? SCHEMA_RULE_TOO_SMALL : SCHEMA_RULE_TOO_LARGE, at,
                      value->span, detail);
}

/* Equal items have one canonical text, so that each is looked up once in a map of them. */
static void check_unique(struct schema_checker *checker, const struct value *list,
                         const struct schema_trail *at)
{
    struct map seen;
    struct buf key = BUF_INIT;
    map_init(&seen, checker->arena);
    for (size_t i = 0; i < list->list.len; i++) {
        struct value *item = list->list.items[i];
        schema_canonical(&key, item);
        if (map_add(&seen, buf_take(&key, checker->arena), item) != item) {
            struct detail detail = {.args[1] = schema_show(checker->arena, item)};
            schema_tell_field(checker, SCHEMA_RULE_DUPLICATE_ITEM, at, item->span, detail);
        }
    }
    buf_release(&key);
}

/* Settles a value that no schema describes, or that is wrong, as YAML's core schema would. */
static void settle_rest(struct schema_checker *checker, struct value *value)
{
    if (!checker->settled)
        value_settle_all(value);
}

static void check_value(struct schema_checker *checker, const struct schema *schema,
                        struct value *value, const struct schema_trail *at);

/* Returns how many values stand in for those of a field of the document itself. */
static size_t stand_ins_for(const struct schema_checker *checker, const struct schema_trail *at)
{
    bool outermost = at->up && !at->up->up;
    return outermost ? value_list_len(value_get(checker->stand_ins, at->name)) : 0;
}

static void check_list(struct schema_checker *checker, const struct schema *schema,
                       const struct value *list, const struct schema_trail *at)
{
    size_t len = list->list.len;
    bool few = len + stand_ins_for(checker, at) < schema->min_items;
    if (few || len > schema->max_items) {
        struct detail detail = {
            .args[1] = count_text(checker, len),
            .args[2] = count_text(checker, few ? schema->min_items : schema->max_items),
        };
        schema_tell_field(checker, few ? SCHEMA_RULE_TOO_FEW_ITEMS : SCHEMA_RULE_TOO_MANY_ITEMS, at,
                          list->span, detail);
    }
    for (size_t i = 0; i < len; i++) {
        if (schema->items)
            check_value(checker, schema->items, list->list.items[i], at);
        else
            settle_rest(checker, list->list.items[i]);
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

/*
 * Returns the index of the property that an unknown key was likely meant as: the one with
 * that title, or else the one with the nearest name, but none that the map has already
 * (`seen`). Returns the number of properties if there is no such.
 */
static size_t meant_property(struct schema_checker *checker, const struct schema *schema,
                             struct str key, const bool *seen)
{
    size_t known = schema->properties.len;
    struct nearest nearest = nearest_to(key);
    for (size_t i = 0; i < known; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        if (!seen[i] && schema_is_titled(checker->arena, property->schema, key))
            return i;
        if (!seen[i])
            nearest_try(&nearest, property->name);
    }
    return nearest.best.ptr ? property_index(schema, nearest.best) : known;
}

/* A property that the key was meant as counts as seen, and is not reported as missing, too. */
static void tell_unknown_key(struct schema_checker *checker, const struct schema *schema,
                             const struct member *member, bool *seen, const struct schema_trail *at)
{
    size_t known = schema->properties.len;
    size_t meant = diag_take_suggestion(checker->diags)
                       ? meant_property(checker, schema, member->key, seen)
                       : known;
    struct detail detail = {.args[1] = schema_show_properties(checker->arena, schema)};
    if (meant < known) {
        seen[meant] = true;
        detail.suggestion = schema->properties.items[meant].name;
    }
    schema_tell_field(checker, SCHEMA_RULE_UNKNOWN_KEY, at, member_span(member), detail);
}

static void check_additional(struct schema_checker *checker, const struct schema *schema,
                             const struct member *member, bool *seen, const struct schema_trail *at)
{
    if (schema->additional && !schema->additional->refuses) {
        check_value(checker, schema->additional, member->value, at);
        return;
    }
    if (schema->additional)
        tell_unknown_key(checker, schema, member, seen, at);
    settle_rest(checker, member->value);
}

/* A missing key has no place of its own: the finding points at where its map begins. */
static void check_required(struct schema_checker *checker, const struct schema *schema,
                           const struct value *map, const bool *seen, const struct schema_trail *at)
{
    struct span span = map->span;
    span.end = span.start;
    for (size_t i = 0; i < schema->required.len; i++) {
        struct str name = schema->required.items[i];
        size_t index = property_index(schema, name);
        if (index < schema->properties.len ? seen[index] : value_get(map, name) != NULL)
            continue;
        struct schema_trail below = {at, name};
        if (stand_ins_for(checker, &below))
            continue;
        schema_tell_field(checker, SCHEMA_RULE_MISSING_KEY, &below, span,
                          (struct detail){.args[1] = name});
    }
}

/*
 * Known keys come first and unknown ones second, so that an unknown key is not taken for
 * a property that stands further down in the map.
 */
static void check_map(struct schema_checker *checker, const struct schema *schema,
                      const struct value *map, const struct schema_trail *at)
{
    size_t known = schema->properties.len;
    bool *seen = arena_items(checker->arena, bool, known);
    if (schema->stand_ins.len)
        checker->stand_ins = value_get(map, schema->stand_ins);
    for (size_t i = 0; i < map->map.len; i++) {
        const struct member *member = &map->map.items[i];
        struct schema_trail below = {at, member->key};
        size_t index = property_index(schema, member->key);
        if (index == known)
            continue;
        seen[index] = true;
        check_value(checker, schema->properties.items[index].schema, member->value, &below);
    }
    for (size_t i = 0; i < map->map.len; i++) {
        struct schema_trail below = {at, map->map.items[i].key};
        if (property_index(schema, below.name) == known)
            check_additional(checker, schema, &map->map.items[i], seen, &below);
    }
    check_required(checker, schema, map, seen, at);
}

static void check_scalar(struct schema_checker *checker, const struct schema *schema,
                         const struct value *value, const struct schema_trail *at)
{
    if (value->kind == VALUE_TEXT || value->kind == VALUE_HTML)
        check_text(checker, schema, value, at);
    else if (value->kind == VALUE_INT || value->kind == VALUE_REAL)
        check_number(checker, schema, value, at);
}

/*
 * Checks the parts of a list or map, which settles them. The whole is compared with enum
 * and const only then, and not if a part is wrong: it would be wrong for the same reason.
 */
static void check_parts(struct schema_checker *checker, const struct schema *schema,
                        const struct value *value, const struct schema_trail *at)
{
    size_t before = diag_total(checker->diags);
    if (value->kind == VALUE_LIST)
        check_list(checker, schema, value, at);
    else
        check_map(checker, schema, value, at);
    if (diag_total(checker->diags) == before)
        check_choice(checker, schema, value, false, at);
}

/* Reports a placeholder, and makes it null, so that nothing else is found wrong with it. */
static bool is_placeholder(struct schema_checker *checker, struct value *value)
{
    if (!schema_tell_placeholder(value, checker->diags))
        return false;
    if (!checker->settled)
        value->kind = VALUE_NULL;
    return true;
}

/* Checks without settling. `right`: the type is allowed; `empty`: the key had no value. */
static void check_settled(struct schema_checker *checker, const struct schema *schema,
                          const struct value *value, bool right, bool empty,
                          const struct schema_trail *at)
{
    if (schema->refuses)
        schema_tell_field(checker, SCHEMA_RULE_NOT_ALLOWED, at, value->span, NO_DETAIL);
    else if (!right)
        schema_tell_type(checker, schema, value, at);
    else if (value->kind == VALUE_LIST || value->kind == VALUE_MAP)
        check_parts(checker, schema, value, at);
    else if (check_choice(checker, schema, value, empty, at))
        check_scalar(checker, schema, value, at);
}

static void check_value(struct schema_checker *checker, const struct schema *schema,
                        struct value *value, const struct schema_trail *at)
{
    if (is_placeholder(checker, value))
        return;
    bool plain = value->kind == VALUE_PLAIN;
    bool empty = plain && value->text.len == 0;
    assert(!plain || !checker->settled);
    /* What cannot be settled as the schema asks is reported as written, and settled after. */
    size_t before = checker->diags->len;
    bool right = plain ? schema_settle(schema, value) : schema_allows(schema, value);
    check_settled(checker, schema, value, right, empty, at);
    if (schema->refuses || !right)
        settle_rest(checker, value);
    bool whole = value->kind != VALUE_LIST && value->kind != VALUE_MAP;
    bool told = checker->diags->len > before;
    if (!checker->settled)
        value->faulty = schema->refuses || !right || (whole && told);
    if (plain && !told)
        schema_check_cut(checker, schema, value, at);
}

bool schema_check_named(const struct schema *schema, struct value *document, struct str name,
                        struct arena *arena, struct diags *diags)
{
    struct schema_checker checker = {.arena = arena, .diags = diags};
    struct schema_trail root = {.name = name};
    size_t before = diag_count(diags, SEVERITY_ERROR);
    check_value(&checker, schema, document, &root);
    return diag_count(diags, SEVERITY_ERROR) == before;
}

bool schema_check(const struct schema *schema, struct value *document, struct arena *arena,
                  struct diags *diags)
{
    return schema_check_named(schema, document, (struct str){0}, arena, diags);
}

bool schema_check_settled(const struct schema *schema, const struct value *document,
                          struct arena *arena, struct diags *diags)
{
    struct schema_checker checker = {.arena = arena, .diags = diags, .settled = true};
    struct schema_trail root = {0};
    size_t before = diag_count(diags, SEVERITY_ERROR);
    if (!schema_tell_placeholder(document, diags))
        check_settled(&checker, schema, document, schema_allows(schema, document), false, &root);
    return diag_count(diags, SEVERITY_ERROR) == before;
}
