#ifndef TESTS_HELPERS_H
#define TESTS_HELPERS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

/*
 * What most unit tests need: an arena and findings, new for each test and
 * gone after it. A test gets them from its state:
 *
 *     static void test_something(void **state)
 *     {
 *         struct kit *kit = *state;
 *         …
 *         cmocka_unit_test_setup_teardown(test_something, kit_setup, kit_teardown)
 */
struct kit {
    struct arena arena;
    struct diags diags;
};

int kit_setup(void **state);
int kit_teardown(void **state);

#define WITH_KIT(test) cmocka_unit_test_setup_teardown(test, kit_setup, kit_teardown)

/* A source with this text and the path of a measure, as the gate would leave it. */
struct source *kit_source(struct kit *kit, struct str text);

/* Forgets the findings, for the next row of a table. */
void kit_forget(struct kit *kit);

/* What was found, in order: "1:4 yaml-tag, 3:1 yaml-anchor"; "" when nothing was. */
const char *kit_findings(struct kit *kit);

/* The bytes of a span. */
struct str kit_spanned(struct span span);

/* A text `count` times over. */
struct str kit_repeat(struct kit *kit, const char *text, size_t count);

/* Fails, showing both, unless they are the same; `about` tells which row it is. */
void assert_str(const char *about, struct str actual, const char *expected);
void assert_c(const char *about, const char *actual, const char *expected);

/* Runs `act` in a process of its own: it must end with status 2 and this in its message. */
void assert_dies_with(const char *message, void (*act)(void));

#define ROWS(table) (sizeof(table) / sizeof *(table))

#endif
