#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdalign.h>
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "kit.h"

/* ---- arena ---- */

static bool is_filled(const void *memory, size_t size, unsigned char byte)
{
    const unsigned char *bytes = memory;
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != byte)
            return false;
    return true;
}

static void test_arena_memory_is_zeroed_and_aligned(void **state)
{
    struct kit *kit = *state;
    for (size_t size = 0; size < 200; size++) {
        arena_text(&kit->arena, size % 7); /* whatever stands before it */
        char *memory = arena_alloc(&kit->arena, size);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(uint64_t), 0);
        assert_true(is_filled(memory, size, 0));
        memset(memory, 0xFF, size);
    }
}

/* Sizes around that of a block and of what counts as large. */
static void test_arena_allocations_do_not_overlap(void **state)
{
    struct kit *kit = *state;
    static const size_t sizes[] = {1,     7,     16,    100,   4096,   16383, 16384,
                                   16385, 65535, 65536, 65537, 200000, 3,     40};
    enum { ROUNDS = 40, COUNT = ROUNDS * sizeof sizes / sizeof *sizes };
    unsigned char *memory[COUNT];
    size_t known[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        known[i] = sizes[(i * 5 + i / 14) % ROWS(sizes)];
        memory[i] =
            i % 2 ? arena_alloc(&kit->arena, known[i]) : (void *)arena_text(&kit->arena, known[i]);
        memset(memory[i], (int)(i % 251), known[i]);
    }
    for (size_t i = 0; i < COUNT; i++)
        assert_true(is_filled(memory[i], known[i], (unsigned char)(i % 251)));
}

static void test_arena_is_clean_after_a_reset(void **state)
{
    struct kit *kit = *state;
    static const size_t firsts[] = {10, 20000, 65536,
                                    100000}; /* what the first block is made for */
    for (size_t i = 0; i < ROWS(firsts); i++) {
        memset(arena_alloc(&kit->arena, firsts[i]), 0xAA, firsts[i]);
        for (size_t j = 0; j < 100; j++)
            memset(arena_alloc(&kit->arena, 3000), 0xBB, 3000);
        arena_reset(&kit->arena);
        for (size_t j = 0; j < 100; j++)
            assert_true(is_filled(arena_alloc(&kit->arena, 3000), 3000, 0));
        arena_reset(&kit->arena);
        arena_reset(&kit->arena);
    }
}

static void test_arena_release_is_a_new_beginning(void **state)
{
    struct kit *kit = *state;
    arena_alloc(&kit->arena, 5);
    arena_release(&kit->arena);
    arena_release(&kit->arena);
    arena_reset(&kit->arena);
    assert_string_equal(str_copy(&kit->arena, STR("igjen")).ptr, "igjen");
}

static void test_arena_adopts_all_of_another(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < 8; i++) { /* with and without memory of their own; small and large */
        struct arena into, from;
        arena_init(&into);
        arena_init(&from);
        struct str before = i & 1 ? str_copy(&into, STR("før")) : STR("før");
        struct str moved = i & 2 ? str_copy(&from, STR("flyttet")) : STR("flyttet");
        char *large = i & 4 ? arena_alloc(&from, 100000) : NULL;
        arena_adopt(&into, &from);
        arena_release(&from);
        struct str after = str_copy(&into, STR("etter"));
        assert_string_equal(before.ptr, "før");
        assert_string_equal(moved.ptr, "flyttet");
        assert_string_equal(after.ptr, "etter");
        assert_true(!large || is_filled(large, 100000, 0));
        arena_adopt(&kit->arena, &into);
        assert_string_equal(after.ptr, "etter");
    }
}

/* Thousands of arenas that hold little, and one that holds much, waste little. */
static void test_arena_is_not_much_larger_than_what_it_holds(void **state)
{
    struct kit *kit = *state;
    enum { PIECE = 40, FIRST = 1024 };
    for (size_t held = PIECE; held < 1000000; held += PIECE) {
        arena_text(&kit->arena, PIECE);
        assert_in_range(kit->arena.size, held, FIRST + held + held / 3);
    }
}

static void overflow_array(void *context)
{
    struct kit *kit = context;
    arena_array(&kit->arena, SIZE_MAX / 2, 3);
}

static void overflow_block(void *context)
{
    struct kit *kit = context;
    arena_alloc(&kit->arena, SIZE_MAX - 4);
}

static void test_sizes_that_wrap_end_the_program(void **state)
{
    struct kit *kit = *state;
    assert_dies_with("ikke nok minne", overflow_array, kit);
    assert_dies_with("ikke nok minne", overflow_block, kit);
}

/* ---- str ---- */

static void test_str_absent_and_empty(void **state)
{
    struct kit *kit = *state;
    struct str absent = str_of(NULL), empty = str_of("");
    assert_null(absent.ptr);
    assert_non_null(empty.ptr);
    assert_true(str_eq(absent, empty));
    assert_int_equal(str_cmp(absent, empty), 0);
    assert_true(str_starts(absent, empty) && str_ends(empty, absent));
    assert_true(str_cmp(absent, STR("a")) < 0);
    assert_int_equal(str_find(absent, empty), 0);
    assert_int_equal(str_find(absent, STR("a")), SIZE_MAX);
    assert_int_equal(str_find_byte(absent, 'a'), SIZE_MAX);
    assert_int_equal(str_trim(absent).len, 0);
    assert_string_equal(str_c(&kit->arena, absent), "");
}

static void test_str_order_is_that_of_the_bytes(void **state)
{
    (void)state;
    static const struct str rising[] = {
        STR_INIT(""),    STR_INIT("\0"), STR_INIT("A"), STR_INIT("a"),
        STR_INIT("a\0"), STR_INIT("aa"), STR_INIT("b"), STR_INIT("\xC3\xA5"),
    };
    for (size_t i = 0; i < ROWS(rising); i++)
        for (size_t j = 0; j < ROWS(rising); j++) {
            int order = str_cmp(rising[i], rising[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
            assert_int_equal(str_eq(rising[i], rising[j]), i == j);
        }
}

static void test_str_find(void **state)
{
    (void)state;
    static const struct {
        const char *text, *needle;
        size_t at;
    } cases[] = {
        {"abc", "", 0},    {"abc", "a", 0},           {"abc", "c", 2},         {"abc", "bc", 1},
        {"abc", "abc", 0}, {"abc", "abcd", SIZE_MAX}, {"abc", "cd", SIZE_MAX}, {"aaab", "aab", 1},
        {"abab", "b", 1},  {"", "a", SIZE_MAX},       {"«a»", "»", 3},         {"aab", "ab", 1},
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_int_equal(str_find(str_of(cases[i].text), str_of(cases[i].needle)), cases[i].at);
    assert_int_equal(str_find_byte(STR("a/b/c"), '/'), 1);
    assert_int_equal(str_rfind_byte(STR("a/b/c"), '/'), 3);
    assert_int_equal(str_rfind_byte(STR("/bc"), '/'), 0);
    assert_int_equal(str_rfind_byte(STR("abc"), '/'), SIZE_MAX);
    assert_int_equal(str_find_byte(STR("a\0b"), '\0'), 1);
}

static void test_str_starts_ends_and_slices(void **state)
{
    (void)state;
    assert_true(str_starts(STR("abc"), STR("ab")) && str_ends(STR("abc"), STR("bc")));
    assert_true(str_starts(STR("abc"), STR("abc")) && str_ends(STR("abc"), STR("abc")));
    assert_false(str_starts(STR("abc"), STR("abcd")) || str_ends(STR("abc"), STR("zabc")));
    assert_false(str_starts(STR("abc"), STR("b")) || str_ends(STR("abc"), STR("b")));
    assert_str("slice", str_slice(STR("abcd"), 1, 3), "bc");
    assert_str("nothing of it", str_slice(STR("abcd"), 4, 4), "");
    assert_str("the rest", str_from(STR("abcd"), 3), "d");
}

static void test_str_trim(void **state)
{
    (void)state;
    assert_str("both ends", str_trim(STR(" \t\r\n\v\fa b \n")), "a b");
    assert_str("only space", str_trim(STR(" \n ")), "");
    assert_str("a no-break space is text", str_trim(STR("\xC2\xA0")), "\xC2\xA0");
}

static void test_str_cut(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *pieces;
    } cases[] = {
        {"a,b", "[a][b]"}, {"a,", "[a][]"},      {",a", "[][a]"}, {"", "[]"},
        {",", "[][]"},     {"a,,b", "[a][][b]"}, {"a", "[a]"},    {NULL, ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf pieces = BUF_INIT;
        for (struct str rest = str_of(cases[i].text), piece; str_cut(&rest, ',', &piece);)
            buf_format(&pieces, "[%.*s]", STR_ARG(piece));
        assert_str("pieces", buf_take(&pieces, &kit->arena), cases[i].pieces);
        buf_release(&pieces);
    }
}

static void test_str_way_up(void **state)
{
    struct kit *kit = *state;
    assert_str("no folder", str_way_up(&kit->arena, STR("a.md")), "");
    assert_str("absent", str_way_up(&kit->arena, (struct str){0}), "");
    assert_str("one", str_way_up(&kit->arena, STR("a/b.md")), "../");
    assert_str("two", str_way_up(&kit->arena, STR("a/b/c.md")), "../../");
}

static void test_str_copies_are_terminated(void **state)
{
    struct kit *kit = *state;
    struct str copy = str_copy(&kit->arena, str_slice(STR("abcd"), 1, 3));
    assert_int_equal(copy.len, 2);
    assert_string_equal(copy.ptr, "bc");
    struct str joined =
        STR_JOIN(&kit->arena, STR("a"), ((struct str){0}), STR("/"), STR(""), STR("b"));
    assert_int_equal(joined.len, 3);
    assert_string_equal(joined.ptr, "a/b");
    assert_string_equal(str_join(&kit->arena, NULL, 0).ptr, "");
    assert_string_equal(str_format(&kit->arena, "%d %.*s", -3, STR_ARG(copy)).ptr, "-3 bc");
    assert_int_equal(str_copy(&kit->arena, STR("a\0b")).len, 3);
}

/* ---- buf ---- */

static void test_buf_grows_and_is_taken(void **state)
{
    struct kit *kit = *state;
    struct buf buf = BUF_INIT;
    assert_str("a new one is empty, not absent", buf_str(&buf), "");
    assert_non_null(buf_str(&buf).ptr);
    for (int i = 0; i < 1000; i++) {
        buf_lit(&buf, "abc");
        buf_byte(&buf, '-');
        buf_put(&buf, (struct str){0});
    }
    assert_int_equal(buf.len, 4000);
    assert_memory_equal(buf.ptr + 3996, "abc-", 4);
    struct str taken = buf_take(&buf, &kit->arena);
    assert_int_equal(taken.len, 4000);
    assert_int_equal(taken.ptr[4000], '\0');
    assert_int_equal(buf.len, 0);
    buf_lit(&buf, "ny");
    assert_str("again", buf_str(&buf), "ny");
    assert_memory_equal(taken.ptr, "abc-", 4);
    buf_release(&buf);
    assert_null(buf.ptr);
}

static void test_buf_number_and_format(void **state)
{
    (void)state;
    struct buf buf = BUF_INIT;
    static const uint64_t numbers[] = {0, 9, 10, 1234567890, UINT64_MAX};
    for (size_t i = 0; i < ROWS(numbers); i++) {
        buf_number(&buf, numbers[i]);
        buf_byte(&buf, ' ');
    }
    assert_str("numbers", buf_str(&buf), "0 9 10 1234567890 18446744073709551615 ");
    buf_clear(&buf);
    for (int i = 0; i < 300; i++)
        buf_format(&buf, "%03d,", i);
    assert_int_equal(buf.len, 1200);
    assert_memory_equal(buf.ptr + 1196, "299,", 4);
    buf_release(&buf);
}

static void test_buf_rune_writes_each_length_of_utf8(void **state)
{
    (void)state;
    static const struct {
        uint32_t rune;
        const char *bytes;
    } cases[] = {
        {0x41, "A"},
        {0x7F, "\x7F"},
        {0x80, "\xC2\x80"},
        {0x7FF, "\xDF\xBF"},
        {0x800, "\xE0\xA0\x80"},
        {0xFFFF, "\xEF\xBF\xBF"},
        {0x10000, "\xF0\x90\x80\x80"},
        {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf buf = BUF_INIT;
        buf_rune(&buf, cases[i].rune);
        assert_str("rune", buf_str(&buf), cases[i].bytes);
        buf_release(&buf);
    }
}

/* A buffer that says it is nearly full, since a gibibyte is much for a test. */
static void test_buf_that_is_overfull_keeps_what_it_holds(void **state)
{
    (void)state;
    struct buf buf = BUF_INIT;
    buf_lit(&buf, "abc");
    buf.len = BUF_MAX;
    buf_lit(&buf, "d");
    assert_true(buf.overfull);
    assert_int_equal(buf.len, BUF_MAX);
    buf.len = 3;
    buf_lit(&buf, "e");
    buf_byte(&buf, 'f');
    buf_rune(&buf, 0xE6);
    buf_format(&buf, "%d", 7);
    assert_str("what it held", buf_str(&buf), "abc");
    buf_clear(&buf);
    buf_lit(&buf, "g");
    assert_str("cleared", buf_str(&buf), "g");
    buf_release(&buf);
}

/* ---- vec and map ---- */

struct numbers {
    int *items;
    size_t len, cap;
};

static void test_vec_keeps_its_items_while_it_grows(void **state)
{
    struct kit *kit = *state;
    struct numbers numbers = {0}, others = {0};
    for (int i = 0; i < 1000; i++) {
        vec_push(&kit->arena, &numbers, i);
        vec_push(&kit->arena, &others, -i);
    }
    assert_int_equal(numbers.len, 1000);
    assert_true(numbers.cap >= numbers.len);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(numbers.items[i], i);
        assert_int_equal(others.items[i], -i);
    }
}

static void test_map_finds_what_was_added_first(void **state)
{
    struct kit *kit = *state;
    int one, two;
    struct map map;
    map_init(&map, &kit->arena);
    assert_null(map_get(&map, STR("a")));
    assert_ptr_equal(map_add(&map, STR("a"), &one), &one);
    assert_ptr_equal(map_add(&map, STR("a"), &two), &one);
    assert_ptr_equal(map_get(&map, STR("a")), &one);
    assert_int_equal(map.len, 1);
    assert_null(map_get(&map, STR("A")));
    assert_null(map_get(&map, STR("a\0")));
    assert_ptr_equal(map_add(&map, STR("a\0"), &two), &two);
    assert_ptr_equal(map_add(&map, STR(""), &two), &two);
    assert_ptr_equal(map_get(&map, (struct str){0}), &two);
    assert_int_equal(map.len, 3);
}

static void test_map_holds_many(void **state)
{
    struct kit *kit = *state;
    enum { MANY = 20000 };
    static int things[MANY];
    struct map map;
    map_init(&map, &kit->arena);
    for (size_t i = 0; i < MANY; i++)
        assert_ptr_equal(map_add(&map, str_format(&kit->arena, "k%zu", i), &things[i]), &things[i]);
    assert_int_equal(map.len, MANY);
    for (size_t i = 0; i < MANY; i++) {
        assert_ptr_equal(map_get(&map, str_format(&kit->arena, "k%zu", i)), &things[i]);
        assert_null(map_get(&map, str_format(&kit->arena, "m%zu", i)));
    }
}

/* A table that is copied, as the structs that hold one are, finds the same. */
static void test_map_may_be_copied(void **state)
{
    struct kit *kit = *state;
    int one;
    struct map map, copy;
    map_init(&map, &kit->arena);
    map_add(&map, STR("a"), &one);
    copy = map;
    assert_ptr_equal(map_get(&copy, STR("a")), &one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_arena_memory_is_zeroed_and_aligned),
        WITH_KIT(test_arena_allocations_do_not_overlap),
        WITH_KIT(test_arena_is_clean_after_a_reset),
        WITH_KIT(test_arena_release_is_a_new_beginning),
        WITH_KIT(test_arena_adopts_all_of_another),
        WITH_KIT(test_arena_is_not_much_larger_than_what_it_holds),
        WITH_KIT(test_sizes_that_wrap_end_the_program),
        WITH_KIT(test_str_absent_and_empty),
        WITH_KIT(test_str_order_is_that_of_the_bytes),
        WITH_KIT(test_str_find),
        WITH_KIT(test_str_starts_ends_and_slices),
        WITH_KIT(test_str_trim),
        WITH_KIT(test_str_cut),
        WITH_KIT(test_str_way_up),
        WITH_KIT(test_str_copies_are_terminated),
        WITH_KIT(test_buf_grows_and_is_taken),
        WITH_KIT(test_buf_number_and_format),
        WITH_KIT(test_buf_rune_writes_each_length_of_utf8),
        WITH_KIT(test_buf_that_is_overfull_keeps_what_it_holds),
        WITH_KIT(test_vec_keeps_its_items_while_it_grows),
        WITH_KIT(test_map_finds_what_was_added_first),
        WITH_KIT(test_map_holds_many),
        WITH_KIT(test_map_may_be_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
