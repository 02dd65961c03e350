/* The official cases of JSON Schema 2020-12 for the keywords that schema/schema.h has. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "json.h"
#include "kit.h"
#include "schema/schema.h"

static const char *const files[] = {
    "additionalProperties",
    "const",
    "default",
    "enum",
    "items",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "properties",
    "required",
    "type",
    "uniqueItems",
    "format/date",
    "format/email",
    "format/uri",
};

/* Outside the subset: a group whose schema has one of these is not tried. */
static const char *const unsupported[] = {
    "$comment",          "$defs",       "$ref",          "allOf", "dependentSchemas",
    "patternProperties", "prefixItems", "propertyNames",
};

struct totals {
    size_t passed, failed, outside, groups_outside;
};

static bool is_unsupported(struct str keyword)
{
    for (size_t i = 0; i < ROWS(unsupported); i++)
        if (str_eq(keyword, str_of(unsupported[i])))
            return true;
    return false;
}

static bool has_id(const struct finding *finding, const char *id)
{
    return strcmp(finding->rule->id, id) == 0;
}

static bool is_outside_subset(const struct diags *diags)
{
    for (size_t i = 0; i < diags->len; i++)
        if (!has_id(&diags->items[i], "schema-unknown-keyword") ||
            !is_unsupported(diags->items[i].detail.args[0]))
            return false;
    return diags->len > 0;
}

static void remove_defaults(struct value *schema)
{
    struct value *properties = value_get(schema, STR("properties"));
    for (size_t i = 0; i < schema->map.len; i++)
        if (str_eq(schema->map.items[i].key, STR("default")))
            schema->map.items[i] = schema->map.items[--schema->map.len];
    for (size_t i = 0; properties && i < properties->map.len; i++)
        remove_defaults(properties->map.items[i].value);
}

static void run_case(struct arena *arena, const struct schema *schema, struct value *test,
                     const char *name, struct totals *totals)
{
    struct diags diags;
    /* Addresses with a quoted local part are outside, too: see schema/format.c. */
    if (strstr(name, "format/email") &&
        str_starts(value_str(value_get(test, STR("data"))), STR("\""))) {
        totals->outside++;
        return;
    }
    diag_init(&diags);
    bool wanted = value_get_bool(test, STR("valid"));
    bool valid = schema_check(schema, value_get(test, STR("data")), arena, &diags);
    if (valid == wanted && (diags.len == 0) == wanted) {
        totals->passed++;
    } else {
        totals->failed++;
        print_message("%s: %s: valid should be %d\n", name,
                      str_c(arena, value_get_str(test, STR("description"))), wanted);
    }
    diag_release(&diags);
}

/* NULL after saying which keyword is outside the subset. */
static struct schema *compile(struct arena *arena, struct value *tree, const char *name)
{
    struct diags diags;
    diag_init(&diags);
    struct schema *schema = schema_compile(arena, tree, &diags);
    if (!schema && has_id(&diags.items[0], "schema-unknown-keyword")) {
        assert_true(is_outside_subset(&diags));
        print_message("utenfor: %s (%s)\n", name, str_c(arena, diags.items[0].detail.args[0]));
    } else if (!schema) {
        /* We refuse a default that does not fit; the suite lets it be. Its cases still hold. */
        assert_non_null(strstr(name, "default"));
        diag_release(&diags);
        remove_defaults(tree);
        schema = schema_compile(arena, tree, &diags);
        assert_non_null(schema);
    }
    diag_release(&diags);
    return schema;
}

static void run_group(struct arena *arena, struct value *group, const char *file,
                      struct totals *totals)
{
    struct str description = value_get_str(group, STR("description"));
    struct value *tests = value_get(group, STR("tests"));
    struct str name = str_format(arena, "%s.json: %.*s", file, STR_ARG(description));
    struct schema *schema = compile(arena, value_get(group, STR("schema")), name.ptr);
    totals->groups_outside += !schema;
    totals->outside += schema ? 0 : tests->list.len;
    for (size_t i = 0; schema && i < tests->list.len; i++)
        run_case(arena, schema, tests->list.items[i], name.ptr, totals);
}

static void official_cases(void **state)
{
    struct kit *kit = *state;
    struct str folder = kit_suite(kit, "json-schema");
    struct totals totals = {0};
    for (size_t i = 0; i < ROWS(files); i++) {
        struct str path = str_format(&kit->arena, "%s/%s.json", folder.ptr, files[i]);
        struct value *groups = json_read_file(&kit->arena, path.ptr);
        if (!groups)
            fail_msg("%s mangler", path.ptr);
        for (size_t k = 0; k < groups->list.len; k++)
            run_group(&kit->arena, groups->list.items[k], files[i], &totals);
    }
    print_message("suite: %s: %zu tilfeller, %zu feil, %zu utenfor delmengden i %zu grupper\n",
                  folder.ptr, totals.passed + totals.failed, totals.failed, totals.outside,
                  totals.groups_outside);
    assert_int_equal(totals.failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {WITH_KIT(official_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
