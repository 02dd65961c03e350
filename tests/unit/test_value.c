#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/value.h"
#include "kit.h"

static struct value *plain(struct kit *kit, const char *text)
{
    struct value *value = value_text(&kit->arena, str_of(text));
    value->kind = VALUE_PLAIN;
    return value;
}

static struct value *real(struct kit *kit, double number)
{
    struct value *value = value_null(&kit->arena);
    value->kind = VALUE_REAL;
    value->real = number;
    return value;
}

/* ---- trees ---- */

static void test_members_are_found_by_key(void **state)
{
    struct kit *kit = *state;
    struct value *map = value_map(&kit->arena);
    for (int64_t i = 0; i < 50; i++)
        value_put(&kit->arena, map, str_format(&kit->arena, "k%d", (int)i),
                  value_int(&kit->arena, i));
    assert_int_equal(map->map.len, 50);
    for (int64_t i = 0; i < 50; i++) {
        struct str key = str_format(&kit->arena, "k%d", (int)i);
        assert_int_equal(value_get_int(map, key, -1), i);
        assert_str("in the order written", map->map.items[i].key, key.ptr);
        assert_ptr_equal(value_member(map, key), &map->map.items[i]);
    }
    assert_null(value_get(map, STR("k")));
    assert_null(value_get(map, STR("k50")));
    assert_null(value_get(map, (struct str){0}));
}

static void test_lists_keep_their_order(void **state)
{
    struct kit *kit = *state;
    struct value *list = value_list(&kit->arena);
    for (int64_t i = 0; i < 50; i++)
        value_add(&kit->arena, list, value_int(&kit->arena, i));
    assert_int_equal(list->list.len, 50);
    assert_int_equal(value_list_len(list), 50);
    for (int64_t i = 0; i < 50; i++)
        assert_int_equal(list->list.items[i]->integer, i);
}

/* Asking for what is not there, of what is no map, or for another kind, is no crime. */
static void test_getters_answer_anything(void **state)
{
    struct kit *kit = *state;
    struct value *map = value_map(&kit->arena);
    value_put(&kit->arena, map, STR("text"), value_text(&kit->arena, STR("t")));
    value_put(&kit->arena, map, STR("html"), value_html(&kit->arena, STR("<h>")));
    value_put(&kit->arena, map, STR("plain"), plain(kit, "true"));
    value_put(&kit->arena, map, STR("yes"), value_bool(true));
    value_put(&kit->arena, map, STR("no"), value_bool(false));
    value_put(&kit->arena, map, STR("int"), value_int(&kit->arena, -7));
    value_put(&kit->arena, map, STR("null"), value_null(&kit->arena));

    assert_str("text", value_get_str(map, STR("text")), "t");
    assert_str("html", value_get_str(map, STR("html")), "<h>");
    assert_str("plain", value_get_str(map, STR("plain")), "true");
    assert_null(value_get_str(map, STR("int")).ptr);
    assert_null(value_get_str(map, STR("null")).ptr);
    assert_null(value_get_str(map, STR("none")).ptr);
    assert_null(value_str(NULL).ptr);
    assert_true(value_get_bool(map, STR("yes")));
    assert_false(value_get_bool(map, STR("no")));
    assert_false(value_get_bool(map, STR("plain"))); /* not settled, so not yet true */
    assert_false(value_get_bool(map, STR("int")));
    assert_false(value_get_bool(map, STR("none")));
    assert_int_equal(value_get_int(map, STR("int"), 3), -7);
    assert_int_equal(value_get_int(map, STR("text"), 3), 3);
    assert_int_equal(value_get_int(map, STR("none"), 3), 3);
    assert_int_equal(value_list_len(NULL), 0);
    assert_int_equal(value_list_len(map), 0);
    assert_int_equal(value_list_len(value_get(map, STR("text"))), 0);
    assert_null(value_get(NULL, STR("a")));
    assert_null(value_get(value_list(&kit->arena), STR("a")));
    assert_null(value_member(value_get(map, STR("text")), STR("a")));
}

/* ---- settling ---- */

/* What an unquoted scalar may become, and nothing else; all may become text. */
static void test_what_a_plain_scalar_can_be(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *kinds; /* n b i r */
    } cases[] = {
        {"", "n"},
        {"~", "n"},
        {"null", "n"},
        {"Null", ""},
        {"NULL", ""},
        {"none", ""},
        {"true", "b"},
        {"false", "b"},
        {"True", ""},
        {"TRUE", ""},
        {"yes", ""},
        {"no", ""},
        {"on", ""},
        {"off", ""},
        {"y", ""},
        {"n", ""},
        {"0", "ir"},
        {"-0", "ir"},
        {"7", "ir"},
        {"-7", "ir"},
        {"+7", ""},
        {"007", ""},
        {"00", ""},
        {"-", ""},
        {"1.", ""},
        {".5", ""},
        {"1.5", "r"},
        {"-1.5", "r"},
        {"1.0", "r"},
        {"1e3", "r"},
        {"1E+3", "r"},
        {"1e-3", "r"},
        {"1e", ""},
        {"1e+", ""},
        {"e3", ""},
        {"1.e3", ""},
        {"0x1F", ""},
        {"0o17", ""},
        {"0b1", ""},
        {"1_000", ""},
        {"1 000", ""},
        {"1,5", ""},
        {".inf", ""},
        {"-.inf", ""},
        {".nan", ""},
        {"inf", ""},
        {"nan", ""},
        {"infinity", ""},
        {"1e400", ""},
        {"-1e400", ""},
        {"1e308", "r"},
        {"1e-400", "r"},
        {" 7", ""},
        {"7 ", ""},
        {"2024-04", ""},
        {"2024-04-17", ""},
        {"12:30:45", ""},
        {"1.2.3", ""},
        {"--1", ""},
        {"1-", ""},
        {"９", ""},
        {"2024", "ir"},
        {"9223372036854775807", "ir"},
        {"9223372036854775808", "r"},
        {"-9223372036854775808", "ir"},
        {"-9223372036854775809", "r"},
    };
    static const enum value_kind kinds[] = {VALUE_NULL, VALUE_BOOL, VALUE_INT, VALUE_REAL};
    for (size_t i = 0; i < ROWS(cases); i++)
        for (size_t k = 0; k < ROWS(kinds); k++) {
            struct value *value = plain(kit, cases[i].text);
            bool can = strchr(cases[i].kinds, "nbir"[k]) != NULL;
            if (value_settle(value, kinds[k]) != can)
                fail_msg("«%s» as %c", cases[i].text, "nbir"[k]);
            assert_int_equal(value->kind, can ? kinds[k] : VALUE_PLAIN);
            if (!can)
                assert_str("as it was", value->text, cases[i].text);
            value = plain(kit, cases[i].text);
            assert_true(value_settle(value, VALUE_TEXT));
            assert_str("text", value_str(value), cases[i].text);
        }
}

static void test_settled_values(void **state)
{
    struct kit *kit = *state;
    struct value *value = plain(kit, "-9223372036854775808");
    assert_true(value_settle(value, VALUE_INT));
    assert_true(value->integer == INT64_MIN);
    value = plain(kit, "1.5e2");
    assert_true(value_settle(value, VALUE_REAL));
    assert_true(value->real == 150.0);
    value = plain(kit, "false");
    assert_true(value_settle(value, VALUE_BOOL));
    assert_false(value->boolean);
    value = plain(kit, "true");
    assert_true(value_settle(value, VALUE_BOOL));
    assert_true(value->boolean);
}

static void test_numbers_of_any_length_are_no_danger(void **state)
{
    struct kit *kit = *state;
    struct value *value = plain(kit, kit_repeat(kit, "1", 40).ptr);
    assert_false(value_settle(value, VALUE_INT));
    assert_true(value_settle(value, VALUE_REAL));
    value = plain(kit, kit_repeat(kit, "1", 41).ptr);
    assert_false(value_settle(value, VALUE_REAL));
    value = plain(kit, kit_repeat(kit, "9", 60000).ptr);
    assert_false(value_settle(value, VALUE_INT));
    value = plain(kit, "7");
    value->text = STR("7\0");
    assert_false(value_settle(value, VALUE_INT));
    value->text = str_slice(STR("78"), 0, 1); /* a view: what follows is not its own */
    assert_true(value_settle(value, VALUE_INT));
    assert_int_equal(value->integer, 7);
}

static void test_only_plain_scalars_are_settled(void **state)
{
    struct kit *kit = *state;
    struct value *quoted = value_text(&kit->arena, STR("7"));
    assert_false(value_settle(quoted, VALUE_INT));
    assert_int_equal(quoted->kind, VALUE_TEXT);
    assert_true(value_settle(quoted, VALUE_TEXT));
    assert_true(value_settle(value_int(&kit->arena, 7), VALUE_INT));
    assert_false(value_settle(value_int(&kit->arena, 7), VALUE_REAL));
    assert_true(value_settle(value_list(&kit->arena), VALUE_LIST));
    assert_false(value_settle(value_map(&kit->arena), VALUE_LIST));
    static const enum value_kind never[] = {VALUE_HTML, VALUE_LIST, VALUE_MAP};
    for (size_t i = 0; i < ROWS(never); i++)
        assert_false(value_settle(plain(kit, "<b>"), never[i]));
}

static void test_all_are_settled_as_the_core_schema_would(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text;
        enum value_kind kind;
    } cases[] = {
        {"", VALUE_NULL},     {"~", VALUE_NULL},
        {"true", VALUE_BOOL}, {"yes", VALUE_TEXT},
        {"2024", VALUE_INT},  {"2024-04", VALUE_TEXT},
        {"1e3", VALUE_REAL},  {"1.0", VALUE_REAL},
        {"Nei", VALUE_TEXT},  {"99999999999999999999", VALUE_REAL},
    };
    struct value *map = value_map(&kit->arena), *list = value_list(&kit->arena);
    value_put(&kit->arena, map, STR("list"), list);
    for (size_t i = 0; i < ROWS(cases); i++) {
        value_add(&kit->arena, list, plain(kit, cases[i].text));
        value_put(&kit->arena, map, str_of(cases[i].text), plain(kit, cases[i].text));
    }
    value_add(&kit->arena, list, value_text(&kit->arena, STR("7")));
    value_settle_all(map);
    for (size_t i = 0; i < ROWS(cases); i++) {
        assert_int_equal(list->list.items[i]->kind, cases[i].kind);
        assert_int_equal(map->map.items[i + 1].value->kind, cases[i].kind);
    }
    assert_int_equal(list->list.items[ROWS(cases)]->kind, VALUE_TEXT);
}

/* ---- equality ---- */

static struct value *pair(struct kit *kit, const char *a, const char *b)
{
    struct value *map = value_map(&kit->arena);
    value_put(&kit->arena, map, str_of(a), value_int(&kit->arena, *a));
    value_put(&kit->arena, map, str_of(b), value_int(&kit->arena, *b));
    return map;
}

static struct value *row(struct kit *kit, int64_t a, int64_t b)
{
    struct value *list = value_list(&kit->arena);
    value_add(&kit->arena, list, value_int(&kit->arena, a));
    value_add(&kit->arena, list, value_int(&kit->arena, b));
    return list;
}

/* Values of one number are equal to each other, and to no other. */
static void test_equality_is_that_of_json(void **state)
{
    struct kit *kit = *state;
    struct value *shorter = row(kit, 1, 2);
    shorter->list.len = 1;
    struct {
        int class;
        const struct value *value;
    } values[] = {
        {0, value_null(&kit->arena)},
        {0, value_null(&kit->arena)},
        {1, value_bool(true)},
        {2, value_bool(false)},
        {3, value_int(&kit->arena, 1)},
        {3, real(kit, 1.0)},
        {4, real(kit, 1.5)},
        {5, value_int(&kit->arena, 0)},
        {5, real(kit, -0.0)},
        {6, value_text(&kit->arena, STR("1"))},
        {6, value_text(&kit->arena, STR("1"))},
        {7, value_text(&kit->arena, STR(""))},
        {8, value_text(&kit->arena, STR("1\0"))},
        {9, row(kit, 1, 2)},
        {9, row(kit, 1, 2)},
        {10, row(kit, 2, 1)},
        {11, shorter},
        {12, value_list(&kit->arena)},
        {13, value_map(&kit->arena)},
        {14, pair(kit, "a", "b")},
        {14, pair(kit, "b", "a")},
        {15, pair(kit, "a", "c")},
    };
    for (size_t i = 0; i < ROWS(values); i++)
        for (size_t j = 0; j < ROWS(values); j++)
            if (value_equal(values[i].value, values[j].value) !=
                (values[i].class == values[j].class))
                fail_msg("%zu and %zu", i, j);
}

static void test_scalars_as_text(void **state)
{
    struct kit *kit = *state;
    const struct {
        const char *text;
        const struct value *value;
    } rows[] = {
        {"true", value_bool(true)},
        {"false", value_bool(false)},
        {"-9223372036854775808", value_int(&kit->arena, INT64_MIN)},
        {"1", real(kit, 1.0)},
        {"1.5", real(kit, 1.50)},
        {"0.1", real(kit, 0.1)},
        {"0.30000000000000004", real(kit, 0.1 + 0.2)},
        {"1e+300", real(kit, 1e300)},
        {"abc", value_text(&kit->arena, STR("abc"))},
        {"", value_text(&kit->arena, STR(""))},
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_str("scalar", value_scalar(&kit->arena, rows[i].value), rows[i].text);
    assert_null(value_scalar(&kit->arena, NULL).ptr);
    assert_null(value_scalar(&kit->arena, value_null(&kit->arena)).ptr);
    assert_null(value_scalar(&kit->arena, row(kit, 1, 2)).ptr);
    assert_null(value_scalar(&kit->arena, pair(kit, "a", "b")).ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_members_are_found_by_key),
        WITH_KIT(test_lists_keep_their_order),
        WITH_KIT(test_getters_answer_anything),
        WITH_KIT(test_what_a_plain_scalar_can_be),
        WITH_KIT(test_settled_values),
        WITH_KIT(test_numbers_of_any_length_are_no_danger),
        WITH_KIT(test_only_plain_scalars_are_settled),
        WITH_KIT(test_all_are_settled_as_the_core_schema_would),
        WITH_KIT(test_equality_is_that_of_json),
        WITH_KIT(test_scalars_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
