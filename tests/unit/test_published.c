#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "collection/published.h"
#include "kit.h"

#define OURS \
    "# Adressene som er publisert, én sti på hver linje. De skal alltid virke: en side som får\n" \
    "# ny adresse, må ha den gamle i aliases. Listen skrives av samling build --accept-paths.\n"

#define ENGLISH \
    "# The addresses that have been published, a path a line. They shall always work: a page " \
    "that\n" \
    "# gets a new one must have the old one in aliases. samling build --accept-paths writes the " \
    "list.\n"

/* The list as it is written in a language when these paths are new. */
static struct str written_in(const struct language *language, struct kit *kit, struct str text,
                             const struct published_path *more, size_t count)
{
    struct published *published = arena_new(&kit->arena, struct published);
    published->source = *kit_source(kit, text);
    kit_forget(kit);
    published_parse(published, &kit->arena, &kit->diags);
    return published_list(published, language, &kit->arena, more, count);
}

static struct str written(struct kit *kit, struct str text, const struct published_path *more,
                          size_t count)
{
    return written_in(language_of(STR("nb")), kit, text, more, count);
}

static void test_comments_stay_where_they_stand(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *list;
        struct published_path more[2];
        const char *written;
    } cases[] = {
        {"", {{.path = STR_INIT("b")}, {.path = STR_INIT("a")}}, OURS "a\nb\n"},
        {"b\n", {{.path = STR_INIT("a")}}, OURS "a\nb\n"},
        {OURS "b\n", {{.path = STR_INIT("a")}}, OURS "a\nb\n"},
        {OURS "b", {{.path = STR_INIT("b")}}, OURS "b\n"},

        /* In front of a line: they stay with it, wherever it comes. */
        {OURS "a\n# om c\nc\n", {{.path = STR_INIT("b")}}, OURS "a\nb\n# om c\nc\n"},
        {OURS "c\n# om b,\n  # i to linjer \nb\n",
         {{.path = STR_INIT("a")}},
         OURS "a\n# om b,\n  # i to linjer \nb\nc\n"},
        {OURS "# om b\nb\n", {{.path = STR_INIT("a")}}, OURS "a\n# om b\nb\n"},
        {OURS "b\n\n# om c\n\n# mer\n\nc\n\n",
         {{.path = STR_INIT("a")}},
         OURS "a\nb\n# om c\n# mer\nc\n"},
        {OURS "b\n#\nc\n#d\n", {{.path = STR_INIT("e")}}, OURS "b\n#\nc\ne\n#d\n"},
        {OURS "b\n# til slutt", {{.path = STR_INIT("c")}}, OURS "b\nc\n# til slutt\n"},

        /* At the top: the head. */
        {"# vårt\n" OURS "b\n", {{.path = STR_INIT("a")}}, "# vårt\n" OURS "a\nb\n"},
        {"# vårt\n# eget\nb\n", {{.path = STR_INIT("a")}}, "# vårt\n# eget\na\nb\n"},
        {"\n \n# vårt\nb\n", {{.path = STR_INIT("a")}}, "# vårt\na\nb\n"},
        {"# vårt\n\n# om b\nb\n", {{.path = STR_INIT("a")}}, "# vårt\n\na\n# om b\nb\n"},
        {OURS "# vårt\n\n# mer\n\n# om b\nb\n",
         {{.path = STR_INIT("a")}},
         OURS "# vårt\n\n# mer\n\na\n# om b\nb\n"},
        {"# vårt", {{.path = STR_INIT("a")}}, "# vårt\na\n"},
        {OURS "\n# vårt\n", {{.path = STR_INIT("a")}}, OURS "\n# vårt\na\n"},
        {"\n\n", {{.path = STR_INIT("a")}}, OURS "a\n"},
        {"\n\nb\n", {{.path = STR_INIT("a")}}, OURS "a\nb\n"},

        /* A path that stands there twice does so no more, and keeps what is said of it. */
        {OURS "b\na\nb\na\n", {{.path = {0}}}, OURS "a\nb\n"},
        {OURS "# en\nb\na\n# to\nb\n", {{.path = {0}}}, OURS "a\n# en\n# to\nb\n"},
        {OURS "# en\nb\na\n# en\nb\nb\n", {{.path = {0}}}, OURS "a\n# en\nb\n"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        size_t count = (cases[i].more[0].path.len > 0) + (size_t)(cases[i].more[1].path.len > 0);
        struct str text = written(kit, str_of(cases[i].list), cases[i].more, count);
        assert_str(cases[i].list, text, cases[i].written);
        assert_c(cases[i].list, kit_findings(kit), "");
        assert_str(cases[i].list, written(kit, text, cases[i].more, count), cases[i].written);
        assert_str(cases[i].list, written(kit, text, NULL, 0), cases[i].written);
    }
}

static void test_days_stay_with_their_paths(void **state)
{
    struct kit *kit = *state;
    const struct published_path more[] = {{.path = STR_INIT("a"), .since = STR_INIT("2026-11-27")},
                                          {.path = STR_INIT("b"), .since = STR_INIT("2026-11-27")}};
    static const struct {
        const char *list, *written;
    } cases[] = {
        {OURS, OURS "a 2026-11-27\nb 2026-11-27\n"},
        {OURS "b\n", OURS "a 2026-11-27\nb 2026-11-27\n"},
        {OURS "b   2024-04-17\na 2024-04-18\n", OURS "a 2024-04-18\nb 2024-04-17\n"},
        {OURS "b 2024-04-17\nb 2023-04-17\n", OURS "a 2026-11-27\nb 2023-04-17\n"},
        {OURS "b 2024\nb\n", OURS "a 2026-11-27\nb 2024\n"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct published published = {.source = *kit_source(kit, str_of(cases[i].list))};
        published_parse(&published, &kit->arena, &kit->diags);
        struct str text =
            published_list(&published, language_of(STR("nb")), &kit->arena, more, ROWS(more));
        assert_str(cases[i].list, text, cases[i].written);
    }
}

/* A new list gets a head in its language, and one that has a head keeps it. */
static void test_head_is_in_a_language(void **state)
{
    struct kit *kit = *state;
    const struct published_path more[] = {{.path = STR_INIT("a")}};
    static const struct {
        const char *tag, *list, *written;
    } cases[] = {
        {"en", "", ENGLISH "a\n"},
        {"sv", "", ENGLISH "a\n"},
        {"en", ENGLISH "# om b\nb\n", ENGLISH "a\n# om b\nb\n"},
        {"en", OURS "# om b\nb\n", OURS "a\n# om b\nb\n"},
        {"nb", ENGLISH "# om b\nb\n", ENGLISH "a\n# om b\nb\n"},
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_str(cases[i].list,
                   written_in(language_or_english(str_of(cases[i].tag)), kit, str_of(cases[i].list),
                              more, ROWS(more)),
                   cases[i].written);
}

static void test_what_is_no_path_is_found(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *list, *findings;
    } cases[] = {
        {OURS "a.html\n", ""},
        {"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", "1:1 path-line, 3:1 path-line, 5:1 path-line"},
        {"a # om a\n  /b\n", "1:3 path-day, 2:3 path-line"},
        {"a.html 2024-04-17\nb.html  2024-02-29 \n", ""},
        {"a.html 2024-04\nb.html 2024-02-30\n/c 2024-04-17\n", "2:8 path-day, 3:1 path-line"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        written(kit, str_of(cases[i].list), NULL, 0);
        assert_c(cases[i].list, kit_findings(kit), cases[i].findings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_comments_stay_where_they_stand),
        WITH_KIT(test_days_stay_with_their_paths),
        WITH_KIT(test_head_is_in_a_language),
        WITH_KIT(test_what_is_no_path_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
