#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "collection/own_schemas.h"
#include "kit.h"
#include "pages/motif.h"
#include "schema/schema.h"

enum { MANY = 200 };

struct expected {
    struct str id;
    unsigned family, tint;
    bool turned;
};

/* Two vocabularies as a designer has seen them drawn. */
static const struct expected eleven[] = {
    {STR_INIT("styring"), 9, 4, false},    {STR_INIT("rapportering"), 10, 3, true},
    {STR_INIT("tilsyn"), 1, 5, true},      {STR_INIT("kommuner"), 0, 2, false},
    {STR_INIT("forstelinje"), 6, 1, true}, {STR_INIT("medbestemmelse"), 8, 0, false},
    {STR_INIT("ledelse"), 2, 2, true},     {STR_INIT("samordning"), 3, 4, true},
    {STR_INIT("utproving"), 4, 3, false},  {STR_INIT("brukerretting"), 5, 5, false},
    {STR_INIT("kompetanse"), 11, 0, true},
};

static const struct expected sixteen[] = {
    {STR_INIT("aid"), 5, 2, false}, {STR_INIT("bfd"), 6, 4, false}, {STR_INIT("dfd"), 7, 3, true},
    {STR_INIT("ed"), 4, 5, true},   {STR_INIT("fd"), 8, 1, true},   {STR_INIT("fin"), 11, 0, false},
    {STR_INIT("hod"), 9, 5, false}, {STR_INIT("jd"), 10, 0, true},  {STR_INIT("kd"), 0, 1, false},
    {STR_INIT("kdd"), 1, 2, true},  {STR_INIT("kld"), 2, 3, false}, {STR_INIT("kud"), 3, 4, true},
    {STR_INIT("lmd"), 8, 0, false}, {STR_INIT("nfd"), 11, 5, true}, {STR_INIT("sd"), 6, 1, true},
    {STR_INIT("ud"), 7, 4, false},
};

static bool looks_like(const struct motif *a, const struct motif *b)
{
    return a->family == b->family && a->tint == b->tint && a->turned == b->turned;
}

static void assert_apart(const struct motif *motifs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            assert_false(looks_like(&motifs[i], &motifs[k]));
}

static void assert_no_neighbours(const struct motif *motifs, size_t count)
{
    for (size_t i = 1; i < count; i++)
        assert_int_not_equal(motifs[i].tint, motifs[i - 1].tint);
}

static void assert_chosen(const struct expected *expected, size_t count)
{
    struct motif motifs[MANY];
    struct str ids[MANY] = {{0}};
    for (size_t i = 0; i < count; i++)
        ids[i] = expected[i].id;
    motifs_choose(motifs, ids, count);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(motifs[i].family, expected[i].family);
        assert_int_equal(motifs[i].tint, expected[i].tint);
        assert_int_equal(motifs[i].turned, expected[i].turned);
    }
    assert_apart(motifs, count);
    assert_no_neighbours(motifs, count);
}

static void test_known_vocabularies(void **state)
{
    (void)state;
    assert_chosen(eleven, ROWS(eleven));
    assert_chosen(sixteen, ROWS(sixteen));
}

/* Fills in ids that differ in little, and their motifs. */
static void choose_many(struct arena *arena, struct motif *motifs, size_t count)
{
    struct str ids[MANY];
    for (size_t i = 0; i < count; i++)
        ids[i] = str_format(arena, "term-%zu", i + 1);
    motifs_choose(motifs, ids, count);
}

static void test_a_new_one_moves_no_other(void **state)
{
    (void)state;
    struct arena arena;
    struct motif all[MANY], some[MANY];
    arena_init(&arena);
    choose_many(&arena, all, MANY);
    for (size_t count = 0; count < MANY; count++) {
        choose_many(&arena, some, count);
        for (size_t i = 0; i < count; i++) {
            assert_true(looks_like(&some[i], &all[i]));
            assert_int_equal(some[i].rotation, all[i].rotation);
        }
    }
    arena_release(&arena);
}

/* Each round has all families; twins are turned, so the first two rounds are apart for certain. */
static void test_many_are_apart(void **state)
{
    (void)state;
    struct arena arena;
    struct motif motifs[MANY];
    arena_init(&arena);
    choose_many(&arena, motifs, MANY);
    assert_apart(motifs, 72);
    assert_no_neighbours(motifs, MANY);
    for (size_t i = 0; i < MANY; i++) {
        for (size_t k = i - i % MOTIF_FAMILIES; k < i; k++)
            assert_int_not_equal(motifs[i].family, motifs[k].family);
        for (size_t k = 0; i >= MOTIF_FAMILIES && i < 2 * MOTIF_FAMILIES && k < MOTIF_FAMILIES; k++)
            if (motifs[i].family == motifs[k].family) {
                assert_int_not_equal(motifs[i].turned, motifs[k].turned);
                assert_int_not_equal(motifs[i].tint, motifs[k].tint);
            }
    }
    arena_release(&arena);
}

static void assert_drawn(struct motif motif, const char *svg)
{
    struct arena arena;
    struct buf out = BUF_INIT;
    arena_init(&arena);
    motif_put(&out, &arena, &motif, MOTIF_PLANE);
    assert_str("the file", buf_str(&out), svg);
    buf_release(&out);
    arena_release(&arena);
}

static void test_drawn(void **state)
{
    (void)state;
    assert_drawn(
        (struct motif){.family = 8, .tint = 0, .rotation = 1},
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"192\" height=\"192\" viewBox=\"0 0 192 "
        "192\">"
        "<style>@media "
        "(prefers-color-scheme:dark){.g{fill:#1d2c3d}.e{fill:#41668f}.f{fill:#a9c8ea}}</style>"
        "<path class=\"g\" fill=\"#dde7f2\" d=\"M0 0H192V192H0Z\"/>"
        "<path class=\"e\" fill=\"#9dbbdb\" d=\"M48 96A36 36 0 0 1 48 24L52 28L52 68L48 72Z"
        "M144 0A36 36 0 0 1 144 72L140 68L140 28L144 24Z"
        "M144 192A36 36 0 0 1 144 120L148 124L148 164L144 168Z"
        "M48 96A36 36 0 0 1 48 168L44 164L44 124L48 120Z\"/>"
        "<path class=\"f\" fill=\"#1d4a7c\" d=\"M48 0A36 36 0 0 1 48 72Z"
        "M144 96A36 36 0 0 1 144 24Z"
        "M144 96A36 36 0 0 1 144 168Z"
        "M48 192A36 36 0 0 1 48 120Z\"/>"
        "</svg>\n");
    assert_drawn(
        (struct motif){.family = 10, .tint = 5, .turned = true},
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"192\" height=\"192\" viewBox=\"0 0 192 "
        "192\">"
        "<style>@media "
        "(prefers-color-scheme:dark){.g{fill:#96cfd0}.e{fill:#34706f}.f{fill:#17302f}}</style>"
        "<path class=\"g\" fill=\"#125359\" d=\"M0 0H192V192H0Z\"/>"
        "<path class=\"e\" fill=\"#8fc3c6\" d=\"M0 0L48 0L48 48L0 48Z"
        "M48 48L96 48L96 96L48 96Z"
        "M192 96L144 96L144 48L192 48Z"
        "M144 48L96 48L96 0L144 0Z"
        "M96 96L144 96L144 144L96 144Z"
        "M144 144L192 144L192 192L144 192Z"
        "M96 192L48 192L48 144L96 144Z"
        "M48 144L0 144L0 96L48 96Z\"/>"
        "<path class=\"f\" fill=\"#d8ebec\" d=\"M0 0L48 48L0 48Z"
        "M48 0L96 48L48 48Z"
        "M0 48L48 96L0 96Z"
        "M48 48L96 96L48 96Z"
        "M192 96L144 48L192 48Z"
        "M144 96L96 48L144 48Z"
        "M192 48L144 0L192 0Z"
        "M144 48L96 0L144 0Z"
        "M96 96L144 144L96 144Z"
        "M144 96L192 144L144 144Z"
        "M96 144L144 192L96 192Z"
        "M144 144L192 192L144 192Z"
        "M96 192L48 144L96 144Z"
        "M48 192L0 144L48 144Z"
        "M96 144L48 96L96 96Z"
        "M48 144L0 96L48 96Z\"/>"
        "</svg>\n");
}

/* Holds what settings may say against the table, whose rows have the same order. */
static void assert_names(struct arena *arena, struct str field,
                         bool (*named)(struct str name, unsigned *number), size_t count)
{
    const struct schema *site = builtin_schema(arena, SCHEMA_SITE);
    const struct schema *mark = schema_property(site, STR("mark"))->schema;
    const struct value *names = schema_property(mark, field)->schema->choices;
    unsigned number;
    assert_int_equal(names->list.len, count);
    for (unsigned i = 0; i < count; i++) {
        assert_true(named(names->list.items[i]->text, &number));
        assert_int_equal(number, i);
    }
    assert_false(named(STR("none"), &number));
}

/* The first of the four tiles, by itself. */
static void test_a_tile_is_drawn(void **state)
{
    (void)state;
    struct arena arena;
    struct buf out = BUF_INIT;
    arena_init(&arena);
    motif_put(&out, &arena, &(struct motif){.family = 9, .tint = 1}, MOTIF_TILE);
    assert_str("the file", buf_str(&out),
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"96\" height=\"96\" "
               "viewBox=\"0 0 96 96\"><style>@media "
               "(prefers-color-scheme:dark){.g{fill:#332a17}.e{fill:#80632a}.f{fill:#ecc983}}"
               "</style><path class=\"g\" fill=\"#f5e9cd\" d=\"M0 0H96V96H0Z\"/>"
               "<path class=\"e\" fill=\"#e2c06a\" d=\"M34 48A14 14 0 0 1 62 48"
               "A14 14 0 0 1 34 48Z\"/>"
               "<path class=\"f\" fill=\"#634600\" d=\"M8 48A40 40 0 0 1 88 48"
               "A40 40 0 0 1 8 48ZM22 48A26 26 0 0 0 74 48A26 26 0 0 0 22 48Z\"/></svg>\n");
    buf_release(&out);
    arena_release(&arena);
}

static void test_settings_know_all_names(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_names(&arena, STR("motif"), motif_family_named, MOTIF_FAMILIES);
    assert_names(&arena, STR("tint"), motif_tint_named, MOTIF_TINTS);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_vocabularies), cmocka_unit_test(test_a_new_one_moves_no_other),
        cmocka_unit_test(test_many_are_apart),     cmocka_unit_test(test_drawn),
        cmocka_unit_test(test_a_tile_is_drawn),    cmocka_unit_test(test_settings_know_all_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
