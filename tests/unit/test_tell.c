#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/stages.h"
#include "commands/tell.h"
#include "kit.h"
#include "site/site.h"

/* What commands say of a site. */

static const struct rule rules[] = {
    [SEVERITY_ADVICE] = {.id = "a", .severity = SEVERITY_ADVICE, .text = {"a", "a"}},
    [SEVERITY_WARNING] = {.id = "w", .severity = SEVERITY_WARNING, .text = {"w", "w"}},
    [SEVERITY_ERROR] = {.id = "e", .severity = SEVERITY_ERROR, .text = {"e", "e"}},
};

static void test_counts_agree_with_their_nouns(void **state)
{
    struct kit *kit = *state;
    static const struct {
        size_t each;
        enum severity least;
        const char *nb, *en;
    } cases[] = {
        {0, SEVERITY_ADVICE, "0 feil, 0 advarsler, 0 råd",
         "0 errors, 0 warnings, 0 pieces of advice"},
        {1, SEVERITY_ADVICE, "1 feil, 1 advarsel, 1 råd", "1 error, 1 warning, 1 piece of advice"},
        {2, SEVERITY_WARNING, "2 feil, 2 advarsler", "2 errors, 2 warnings"},
        {1, SEVERITY_ERROR, "1 feil", "1 error"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        kit_forget(kit);
        for (size_t k = 0; k < cases[i].each * ROWS(rules); k++)
            diag_add(&kit->diags, &rules[k % ROWS(rules)], NO_SPAN, NO_DETAIL);
        assert_str("nb", tell_counts(&kit->arena, &kit->diags, cases[i].least), cases[i].nb);
        said_set_language(DIAG_EN);
        assert_str("en", tell_counts(&kit->arena, &kit->diags, cases[i].least), cases[i].en);
        said_set_language(DIAG_NB);
    }
}

/* What a build says to whoever waits: nothing for a second, then what it counts, then nothing. */
static void test_progress_counts_files(void **state)
{
    struct kit *kit = *state;
    char *text = NULL;
    size_t len = 0;
    FILE *terminal = stderr;
    struct progress quick = {.start = stages_clock()}, slow = {.start = stages_clock() - 5e3};
    stderr = open_memstream(&text, &len);
    tell_progress(&quick, 3, 9);
    tell_progress_ended(&quick);
    tell_progress(&slow, 7, 9);
    tell_progress_ended(&slow);
    fclose(stderr);
    stderr = terminal;
    assert_str("said", str_copy(&kit->arena, (struct str){text, len}), "\r7 av 9 filer\r\033[K");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_counts_agree_with_their_nouns),
        WITH_KIT(test_progress_counts_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
