#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/vec.h"
#include "kit.h"
#include "pages/related_terms.h"

/* A collection with one facet, whose terms have a letter each from a on. */
struct letters {
    struct arena arena;
    struct collection collection;
    struct facet facet;
    struct term terms[26];
};

static void add_entry(struct letters *letters, const char *has)
{
    struct entry *entry = arena_new(&letters->arena, struct entry);
    entry->terms = arena_items(&letters->arena, struct term_refs, 1);
    for (; *has; has++) {
        struct term *term = &letters->terms[*has - 'a'];
        vec_push(&letters->arena, entry->terms, term);
        vec_push(&letters->arena, &term->entries, entry);
    }
}

/* Makes the entries of a row: their letters, with spaces between. */
static void make(struct letters *letters, const char *entries)
{
    *letters = (struct letters){0};
    arena_init(&letters->arena);
    letters->collection.facets = (struct facet_list){.items = &letters->facet, .len = 1};
    for (size_t i = 0; i < ROWS(letters->terms); i++)
        letters->terms[i] = (struct term){.facet = &letters->facet, .number = i};
    char *copy = (char *)str_format(&letters->arena, "%s", entries).ptr;
    for (char *rest = copy, *entry; (entry = strtok_r(rest, " ", &rest));)
        add_entry(letters, entry);
}

/* Says which are related to a, with how many they have in common: «b2 c1». */
static struct str told(struct letters *letters)
{
    struct term_counts related =
        related_terms(&letters->arena, &letters->collection, &letters->terms[0]);
    struct str text = STR("");
    for (size_t i = 0; i < related.len; i++)
        text = str_format(&letters->arena, "%.*s%s%c%zu", STR_ARG(text), i ? " " : "",
                          (char)('a' + related.items[i].term->number), related.items[i].count);
    return text;
}

static void test_those_that_share_the_most_come_first(void **state)
{
    static const struct {
        const char *entries, *related;
    } rows[] = {
        {"", ""},
        {"a", ""},
        {"a b c", ""},
        {"bc cb", ""},
        {"ab", "b1"},
        {"ba", "b1"},
        {"ac ab", "b1 c1"},
        {"ab ac ac", "c2 b1"},
        {"ab bc bc bc", "b1"},
        {"abc acd ad cd", "c2 d2 b1"},
        {"agfedcb ag", "g2 b1 c1 d1 e1"},
        {"abcdefghijklmnopqrstuvwx", "b1 c1 d1 e1 f1"},
        {"abcdefghijklmnopqrstuvwxy az", "z1"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct letters letters;
        make(&letters, rows[i].entries);
        assert_str(rows[i].entries, told(&letters), rows[i].related);
        arena_release(&letters.arena);
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_those_that_share_the_most_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
