#include "schema/schema_parts.h"

#include <stddef.h>
#include <stdint.h>

#include "base/nearest.h"
#include "base/vec.h"
#include "schema/pattern.h"
#include "schema/schema_rules.h"

struct schema_compiler {
    struct arena *arena;
    struct diags *diags;
};

/* Tells of a word that is not one of `words`, with all of those and the nearest. */
static void tell_word(struct schema_compiler *compiler, enum schema_rule rule, struct span span,
                      struct str word, const struct str *words, size_t words_len)
{
    struct nearest nearest = nearest_to(word);
    struct buf all = BUF_INIT;
    for (size_t i = 0; i < words_len; i++) {
        nearest_try(&nearest, words[i]);
        buf_format(&all, "%s%.*s", i ? ", " : "", STR_ARG(words[i]));
    }
    struct detail detail = {.args = {word, buf_str(&all)}, .suggestion = nearest.best};
    schema_tell(compiler->diags, rule, span, detail);
    buf_release(&all);
}

static struct schema *compile_schema(struct schema_compiler *compiler, struct value *tree);

/*
 * Each reads the value of a keyword into `member` of struct schema. Returns false if the
 * value is of the wrong kind, which compile_member() reports.
 */

static bool fill_text(struct schema_compiler *compiler, struct value *value, void *member)
{
    (void)compiler;
    if (!value_settle(value, VALUE_TEXT))
        return false;
    *(struct str *)member = value->text;
    return true;
}

static bool fill_dialect(struct schema_compiler *compiler, struct value *value, void *member)
{
    (void)member;
    struct str uri;
    return fill_text(compiler, value, &uri) &&
           str_eq(uri, STR("https://json-schema.org/draft/2020-12/schema"));
}

static bool fill_flag(struct schema_compiler *compiler, struct value *value, void *member)
{
    (void)compiler;
    if (!value_settle(value, VALUE_BOOL))
        return false;
    *(bool *)member = value->boolean;
    return true;
}

static bool fill_number(struct schema_compiler *compiler, struct value *value, void *member)
{
    (void)compiler;
    if (!value_settle(value, VALUE_INT) && !value_settle(value, VALUE_REAL))
        return false;
    *(const struct value **)member = value;
    return true;
}

/*
 * A whole number from 0, which may be written 2.0 (JSON Schema 2020-12, core, 6.3). Reals
 * are taken up to 1e15, where a double still tells whole numbers apart.
 */
static bool fill_count(struct schema_compiler *compiler, struct value *value, void *member)
{
    const struct value *number;
    if (!fill_number(compiler, value, &number))
        return false;
    bool whole = number->kind == VALUE_INT;
    double real = whole ? 0 : number->real;
    if (whole ? number->integer < 0 : !(real >= 0 && real <= 1e15 && (double)(size_t)real == real))
        return false;
    *(size_t *)member = whole ? (size_t)number->integer : (size_t)real;
    return true;
}

static bool fill_list(struct schema_compiler *compiler, struct value *value, void *member)
{
    (void)compiler;
    *(const struct value **)member = value->kind == VALUE_LIST ? value : NULL;
    return value->kind == VALUE_LIST;
}

static bool fill_value(struct schema_compiler *compiler, struct value *value, void *member)
{
    (void)compiler;
    *(const struct value **)member = value;
    return true;
}

static bool fill_schema(struct schema_compiler *compiler, struct value *value, void *member)
{
    *(const struct schema **)member = compile_schema(compiler, value);
    return true;
}

/* In the order of the bits of enum schema_type. */
static const struct str type_names[] = {
    STR_INIT("null"),   STR_INIT("boolean"), STR_INIT("integer"), STR_INIT("number"),
    STR_INIT("string"), STR_INIT("array"),   STR_INIT("object"),
};
enum { TYPE_NAMES = sizeof type_names / sizeof *type_names };

static bool fill_type_name(struct schema_compiler *compiler, struct value *value, unsigned *types)
{
    struct str name;
    if (!fill_text(compiler, value, &name))
        return false;
    for (size_t i = 0; i < TYPE_NAMES; i++) {
        if (str_eq(type_names[i], name)) {
            bool first = !(*types & 1u << i);
            *types |= 1u << i;
            return first;
        }
    }
    tell_word(compiler, SCHEMA_RULE_UNKNOWN_TYPE, value->span, name, type_names, TYPE_NAMES);
    return true;
}

static bool fill_types(struct schema_compiler *compiler, struct value *value, void *member)
{
    if (value->kind != VALUE_LIST)
        return fill_type_name(compiler, value, member);
    for (size_t i = 0; i < value->list.len; i++)
        if (!fill_type_name(compiler, value->list.items[i], member))
            return false;
    return value->list.len > 0;
}

static bool fill_format(struct schema_compiler *compiler, struct value *value, void *member)
{
    static const struct str names[] = {
        [SCHEMA_DATE] = STR_INIT("date"),
        [SCHEMA_URI] = STR_INIT("uri"),
        [SCHEMA_EMAIL] = STR_INIT("email"),
    };
    enum { FIRST = SCHEMA_DATE, END = sizeof names / sizeof *names };
    struct str name;
    if (!fill_text(compiler, value, &name))
        return false;
    for (size_t i = FIRST; i < END; i++) {
        if (str_eq(names[i], name)) {
            *(enum schema_format *)member = (enum schema_format)i;
            return true;
        }
    }
    tell_word(compiler, SCHEMA_RULE_UNKNOWN_FORMAT, value->span, name, names + FIRST, END - FIRST);
    return true;
}

static bool fill_properties(struct schema_compiler *compiler, struct value *value, void *member)
{
    struct schema_properties *properties = member;
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->map.len; i++) {
        struct schema_property property = {
            .name = value->map.items[i].key,
            .span = member_span(&value->map.items[i]),
            .schema = compile_schema(compiler, value->map.items[i].value),
        };
        vec_push(compiler->arena, properties, property);
    }
    return value->kind == VALUE_MAP;
}

/* Reads a list of texts, which must all be different. */
static bool fill_names(struct schema_compiler *compiler, struct value *value, void *member)
{
    struct schema_names *names = member;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->list.len; i++) {
        struct str name;
        if (!fill_text(compiler, value->list.items[i], &name))
            return false;
        for (size_t k = 0; k < names->len; k++)
            if (str_eq(names->items[k], name))
                return false;
        vec_push(compiler->arena, names, name);
    }
    return value->kind == VALUE_LIST;
}

/*
 * A keyword, the function that reads its value, the member of struct schema that the value
 * goes to, and an example for whoever wrote something else there. schema.h says how to
 * add one.
 */
#define MEMBER(name) offsetof(struct schema, name)
static const struct keyword {
    struct str name;
    bool (*fill)(struct schema_compiler *compiler, struct value *value, void *member);
    size_t member;
    struct str example;
} keywords[] = {
    {STR_INIT("$schema"), fill_dialect, 0,
     STR_INIT("$schema: https://json-schema.org/draft/2020-12/schema")},
    {STR_INIT("title"), fill_text, MEMBER(title), STR_INIT("title: Status")},
    {STR_INIT("description"), fill_text, MEMBER(description), STR_INIT("description: …")},
    {STR_INIT("type"), fill_types, MEMBER(types), STR_INIT("type: string")},
    {STR_INIT("enum"), fill_list, MEMBER(choices), STR_INIT("enum: [a, b]")},
    {STR_INIT("const"), fill_value, MEMBER(constant), STR_INIT("const: a")},
    {STR_INIT("default"), fill_value, MEMBER(fallback), STR_INIT("default: a")},
    {STR_INIT("format"), fill_format, MEMBER(format), STR_INIT("format: date")},
    {STR_INIT("x-partial"), fill_flag, MEMBER(partial_date), STR_INIT("x-partial: true")},
    {STR_INIT("properties"), fill_properties, MEMBER(properties),
     STR_INIT("properties: { a: { type: string } }")},
    {STR_INIT("required"), fill_names, MEMBER(required), STR_INIT("required: [a, b]")},
    {STR_INIT("additionalProperties"), fill_schema, MEMBER(additional),
     STR_INIT("additionalProperties: false")},
    {STR_INIT("items"), fill_schema, MEMBER(items), STR_INIT("items: { type: string }")},
    {STR_INIT("minItems"), fill_count, MEMBER(min_items), STR_INIT("minItems: 1")},
    {STR_INIT("maxItems"), fill_count, MEMBER(max_items), STR_INIT("maxItems: 10")},
    {STR_INIT("uniqueItems"), fill_flag, MEMBER(unique_items), STR_INIT("uniqueItems: true")},
    {STR_INIT("minLength"), fill_count, MEMBER(min_length), STR_INIT("minLength: 1")},
    {STR_INIT("maxLength"), fill_count, MEMBER(max_length), STR_INIT("maxLength: 100")},
    {STR_INIT("pattern"), fill_text, MEMBER(pattern_text), STR_INIT("pattern: \"^[a-z]+$\"")},
    {STR_INIT("minimum"), fill_number, MEMBER(minimum), STR_INIT("minimum: 0")},
    {STR_INIT("maximum"), fill_number, MEMBER(maximum), STR_INIT("maximum: 100")},
};
#undef MEMBER
enum { KEYWORDS = sizeof keywords / sizeof *keywords };

static const struct keyword *keyword_of(struct str name)
{
    for (size_t i = 0; i < KEYWORDS; i++)
        if (str_eq(keywords[i].name, name))
            return &keywords[i];
    return NULL;
}

static void tell_keyword(struct schema_compiler *compiler, const struct member *member)
{
    struct str names[KEYWORDS];
    for (size_t i = 0; i < KEYWORDS; i++)
        names[i] = keywords[i].name;
    tell_word(compiler, SCHEMA_RULE_UNKNOWN_KEYWORD, member_span(member), member->key, names,
              KEYWORDS);
}

static void compile_member(struct schema_compiler *compiler, struct schema *schema,
                           const struct member *member)
{
    const struct keyword *keyword = keyword_of(member->key);
    if (!keyword && str_starts(member->key, STR("x-")))
        value_settle_all(member->value);
    else if (!keyword)
        tell_keyword(compiler, member);
    else if (!keyword->fill(compiler, member->value, (char *)schema + keyword->member))
        schema_tell(compiler->diags, SCHEMA_RULE_BAD_KEYWORD, member->value->span,
                    (struct detail){.args = {keyword->name, keyword->example}});
}

/*
 * The steps that need several keywords, which may stand in any order: they are taken when
 * all have been read.
 */

static void settle_pattern(struct schema_compiler *compiler, struct schema *schema)
{
    struct str fault = {0};
    if (!schema->pattern_text.ptr)
        return;
    schema->pattern = pattern_compile(compiler->arena, schema->pattern_text, &fault);
    if (!schema->pattern)
        schema_tell(compiler->diags, SCHEMA_RULE_BAD_PATTERN,
                    value_get(schema->keywords, STR("pattern"))->span,
                    (struct detail){.args = {schema->pattern_text, fault}});
}

/* Marks the properties that are required. Reports a name that is required but not allowed. */
static void settle_required(struct schema_compiler *compiler, struct schema *schema)
{
    const struct value *names = value_get(schema->keywords, STR("required"));
    for (size_t i = 0; i < schema->required.len; i++) {
        struct str name = schema->required.items[i];
        struct nearest nearest = nearest_to(name);
        bool known = false;
        for (size_t k = 0; k < schema->properties.len; k++) {
            struct schema_property *property = &schema->properties.items[k];
            bool same = str_eq(property->name, name);
            property->required |= same;
            known |= same;
            nearest_try(&nearest, property->name);
        }
        if (!known && schema->additional && schema->additional->refuses)
            schema_tell(compiler->diags, SCHEMA_RULE_UNKNOWN_REQUIRED, names->list.items[i]->span,
                        (struct detail){
                            .args = {name, schema_show_properties(compiler->arena, schema)},
                            .suggestion = nearest.best,
                        });
    }
}

static void settle_by_schema(struct schema_compiler *compiler, const struct schema *schema,
                             const char *keyword)
{
    struct value *value = value_get(schema->keywords, str_of(keyword));
    if (value)
        schema_check_named(schema, value, str_of(keyword), compiler->arena, compiler->diags);
}

/*
 * Checks the values of enum, const and default by the schema itself, which also settles
 * them. While those of enum are settled the schema has neither enum nor const, since they
 * can only be compared with settled ones; const must be among those of enum, and default
 * be allowed by both.
 */
static void settle_values(struct schema_compiler *compiler, struct schema *schema)
{
    const struct value *choices = schema->choices;
    schema->choices = NULL;
    schema->constant = NULL;
    for (size_t i = 0; choices && i < choices->list.len; i++)
        schema_check_named(schema, choices->list.items[i], STR("enum"), compiler->arena,
                           compiler->diags);
    schema->choices = choices;
    settle_by_schema(compiler, schema, "const");
    schema->constant = value_get(schema->keywords, STR("const"));
    settle_by_schema(compiler, schema, "default");
}

static struct schema *new_schema(struct schema_compiler *compiler)
{
    struct schema *schema = arena_new(compiler->arena, struct schema);
    schema->max_items = schema->max_length = SIZE_MAX;
    return schema;
}

static struct schema *compile_schema(struct schema_compiler *compiler, struct value *tree)
{
    struct schema *schema = new_schema(compiler);
    if (value_settle(tree, VALUE_BOOL)) {
        schema->refuses = !tree->boolean;
    } else if (tree->kind != VALUE_MAP) {
        schema_tell(compiler->diags, SCHEMA_RULE_BAD_SCHEMA, tree->span, NO_DETAIL);
    } else {
        schema->keywords = tree;
        for (size_t i = 0; i < tree->map.len; i++)
            compile_member(compiler, schema, &tree->map.items[i]);
        settle_pattern(compiler, schema);
        settle_required(compiler, schema);
        settle_values(compiler, schema);
    }
    return schema;
}

struct schema *schema_compile(struct arena *arena, struct value *tree, struct diags *diags)
{
    struct schema_compiler compiler = {.arena = arena, .diags = diags};
    size_t before = diag_count(diags, SEVERITY_ERROR);
    struct schema *schema = compile_schema(&compiler, tree);
    return diag_count(diags, SEVERITY_ERROR) == before ? schema : NULL;
}
