#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <jansson.h>

#include "base/json.h"
#include "kit.h"

/* What is written: commas, layouts, and that another reader of JSON agrees. */

static struct str taken(struct kit *kit, struct buf *out)
{
    return buf_finish(out, &kit->arena);
}

static void put_all_kinds(struct json *json, enum json_layout outer, enum json_layout inner)
{
    json_open_map(json, outer);
    json_put_member(json, STR("text"), STR("a\"b"));
    json_key(json, STR("list"));
    json_open_list(json, inner);
    json_put_number(json, UINT64_MAX);
    json_put_bool(json, true);
    json_put_bool(json, false);
    json_put_null(json);
    buf_lit(json_raw(json), "-2.5");
    json_close(json);
    json_key(json, STR("map"));
    json_open_map(json, inner);
    json_key(json, STR("none"));
    json_open_list(json, outer);
    json_close(json);
    json_key(json, STR("empty"));
    json_open_map(json, outer);
    json_close(json);
    json_close(json);
    json_close(json);
}

static void test_layouts(void **state)
{
    struct kit *kit = *state;
    static const struct {
        enum json_layout outer, inner;
        const char *text;
    } cases[] = {
        {JSON_TIGHT, JSON_TIGHT,
         "{\"text\":\"a\\\"b\",\"list\":[18446744073709551615,true,false,null,-2.5],"
         "\"map\":{\"none\":[],\"empty\":{}}}"},
        {JSON_SPACED, JSON_TIGHT,
         "{\"text\": \"a\\\"b\", \"list\": [18446744073709551615,true,false,null,-2.5], "
         "\"map\": {\"none\":[],\"empty\":{}}}"},
        {JSON_TIGHT, JSON_LINES,
         "{\"text\":\"a\\\"b\",\"list\":[\n18446744073709551615,\ntrue,\nfalse,\nnull,\n-2.5\n],"
         "\"map\":{\n\"none\":[],\n\"empty\":{}\n}}"},
        {JSON_LINES, JSON_TIGHT,
         "{\n\"text\":\"a\\\"b\",\n\"list\":[18446744073709551615,true,false,null,-2.5],\n"
         "\"map\":{\"none\":[\n],\"empty\":{\n}}\n}"},
        {JSON_INDENTED, JSON_SPACED,
         "{\n  \"text\": \"a\\\"b\",\n  \"list\": [18446744073709551615, true, false, null, "
         "-2.5],\n"
         "  \"map\": {\"none\": [], \"empty\": {}}\n}"},
        {JSON_INDENTED, JSON_INDENTED,
         "{\n  \"text\": \"a\\\"b\",\n  \"list\": [\n    18446744073709551615,\n    true,\n"
         "    false,\n    null,\n    -2.5\n  ],\n  \"map\": {\n    \"none\": [],\n"
         "    \"empty\": {}\n  }\n}"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf out = BUF_INIT;
        struct json json = json_into(&out);
        put_all_kinds(&json, cases[i].outer, cases[i].inner);
        assert_int_equal(json.depth, 0);
        assert_str("layout", taken(kit, &out), cases[i].text);
    }
}

/* Every layout in every other is JSON to jansson, and says the same. */
static void test_another_reader_agrees(void **state)
{
    struct kit *kit = *state;
    json_t *first = NULL;
    for (enum json_layout outer = JSON_TIGHT; outer <= JSON_INDENTED; outer++)
        for (enum json_layout inner = JSON_TIGHT; inner <= JSON_INDENTED; inner++) {
            struct buf out = BUF_INIT;
            struct json json = json_into(&out);
            json_open_list(&json, inner);
            for (int i = 0; i < 3; i++)
                put_all_kinds(&json, outer, inner);
            json_close(&json);
            struct str text = taken(kit, &out);
            json_t *tree = json_loadb(text.ptr, text.len, JSON_DECODE_INT_AS_REAL, NULL);
            assert_non_null(tree);
            assert_int_equal(json_array_size(tree), 3);
            assert_true(!first || json_equal(first, tree));
            if (first)
                json_decref(tree);
            else
                first = tree;
        }
    json_decref(first);
}

/* The buffer is the caller's: emptied in the middle, the pieces are the same bytes. */
static void test_in_pieces(void **state)
{
    struct kit *kit = *state;
    struct buf out = BUF_INIT, all = BUF_INIT;
    struct json json = json_into(&out);
    json_open_list(&json, JSON_LINES);
    for (size_t i = 0; i < 3; i++) {
        json_put_number(&json, i);
        buf_put(&all, buf_str(&out));
        buf_clear(&out);
    }
    json_close(&json);
    buf_put(&all, buf_str(&out));
    buf_release(&out);
    assert_str("pieces", taken(kit, &all), "[\n0,\n1,\n2\n]");
}

static void test_values_alone(void **state)
{
    struct kit *kit = *state;
    struct buf out = BUF_INIT;
    struct json json = json_into(&out);
    json_put_text(&json, STR("æ </script>\n"));
    assert_str("text", buf_take(&out, &kit->arena), "\"æ </script>\\n\"");
    json.in_html = true;
    json_put_text(&json, STR("æ </script>\n"));
    assert_str("in html", buf_take(&out, &kit->arena), "\"æ \\u003c/script\\u003e\\n\"");
    json_open_map(&json, JSON_TIGHT);
    json_key(&json, STR("<&>"));
    json_put_null(&json);
    json_close(&json);
    assert_str("keys, too", taken(kit, &out), "{\"\\u003c\\u0026\\u003e\":null}");
}

static void test_as_deep_as_it_goes(void **state)
{
    struct kit *kit = *state;
    struct buf out = BUF_INIT;
    struct json json = json_into(&out);
    for (int i = 0; i < JSON_DEPTH_MAX; i++)
        json_open_list(&json, JSON_TIGHT);
    for (int i = 0; i < JSON_DEPTH_MAX; i++)
        json_close(&json);
    struct str text = taken(kit, &out);
    assert_int_equal(text.len, 2 * JSON_DEPTH_MAX);
}

static void key_in_a_list(struct json *json)
{
    json_open_list(json, JSON_TIGHT);
    json_key(json, STR("a"));
}

static void value_without_key(struct json *json)
{
    json_open_map(json, JSON_TIGHT);
    json_put_null(json);
}

static void key_without_value(struct json *json)
{
    json_open_map(json, JSON_TIGHT);
    json_key(json, STR("a"));
    json_close(json);
}

static void two_keys(struct json *json)
{
    json_open_map(json, JSON_TIGHT);
    json_key(json, STR("a"));
    json_key(json, STR("b"));
}

static void too_deep(struct json *json)
{
    for (int i = 0; i <= JSON_DEPTH_MAX; i++)
        json_open_list(json, JSON_TIGHT);
}

/* Our own mistakes do not become bad JSON. */
static void test_misuse_is_an_assertion(void **state)
{
    static void (*const misuses[])(struct json *) = {
        key_in_a_list, value_without_key, key_without_value, two_keys, too_deep, json_close,
    };
    (void)state;
    for (size_t i = 0; i < ROWS(misuses); i++) {
        pid_t child = fork();
        if (child == 0) {
            setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
            signal(SIGABRT, SIG_DFL);
            close(STDERR_FILENO);
            struct buf out = BUF_INIT;
            struct json json = json_into(&out);
            misuses[i](&json);
            _exit(0);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_layouts),
        WITH_KIT(test_another_reader_agrees),
        WITH_KIT(test_in_pieces),
        WITH_KIT(test_values_alone),
        WITH_KIT(test_as_deep_as_it_goes),
        WITH_KIT(test_misuse_is_an_assertion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
