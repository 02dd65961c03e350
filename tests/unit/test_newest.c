#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/vec.h"
#include "collection/fields.h"
#include "kit.h"
#include "pages/newest.h"

static void add_entry(struct arena *arena, struct collection *collection, const char *date)
{
    struct entry *entry = arena_new(arena, struct entry);
    struct document *document = arena_new(arena, struct document);
    struct value *fields = value_map(arena);
    if (strcmp(date, "-") != 0)
        value_put(arena, fields, STR(FIELD_UPDATED), value_text(arena, str_of(date)));
    document->fields = fields;
    entry->document = document;
    entry->number = collection->entries.len;
    vec_push(arena, &collection->entries, entry);
}

/* Says which of the entries with these dates are new, by their numbers. */
static struct str told(struct arena *arena, const char *dates)
{
    struct collection collection = {0};
    const struct entry *newest[NEWEST_MAX];
    char *copy = (char *)str_format(arena, "%s", dates).ptr;
    for (char *rest = copy, *date; (date = strtok_r(rest, " ", &rest));)
        add_entry(arena, &collection, date);
    struct str text = STR("");
    for (size_t i = 0, len = newest_entries(newest, &collection); i < len; i++)
        text = str_format(arena, "%.*s%zu", STR_ARG(text), newest[i]->number);
    return text;
}

static void test_the_latest_come_first(void **state)
{
    static const struct {
        const char *dates, *newest;
    } rows[] = {
        {"", ""},
        {"-", ""},
        {"2024-04", ""},
        {"2024-04 2024-04 -", ""},
        {"2024-04 2024-05", "10"},
        {"2024-05 - 2024-04", "02"},
        {"2024-04 2024-04-02 2024", "102"},
        {"2024-01 2024-02 2024-03 2024-04", "321"},
        {"2024-04 2024-03 2024-02 2024-01", "012"},
        {"2024-01 2025-01 2024-01 2024-01 2025-01", "140"},
        {"soon 2024-01 2024-02", "21"},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct arena arena;
        arena_init(&arena);
        assert_str(rows[i].dates, told(&arena, rows[i].dates), rows[i].newest);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_latest_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
