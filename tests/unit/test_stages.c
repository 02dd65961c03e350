#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <time.h>

#include "base/stages.h"
#include "kit.h"

/* What a run spends its time on. */

static void wait_a_little(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 3000000}, NULL);
}

/* What an inner stage takes is its own, so all of them together take no more than the run; one that
 * begins again goes on. How long the outer one took is for the machine to say. */
static void test_stages_share_the_time(void **state)
{
    struct stages stages;
    (void)state;
    stages_init(&stages);
    for (size_t round = 0; round < 2; round++) {
        stages_begin(&stages, "outer");
        stages_begin(&stages, "inner");
        wait_a_little();
        stages_end(&stages, 1, 10);
        stages_end(&stages, 2, 30);
    }
    struct stage whole = stages_whole(&stages);
    assert_int_equal(stages.count, 2);
    const struct stage *outer = &stages.items[0], *inner = &stages.items[1];
    assert_string_equal(outer->name, "outer");
    assert_int_equal(outer->files, 4);
    assert_int_equal(outer->bytes, 60);
    assert_int_equal(inner->files, 2);
    assert_int_equal(inner->bytes, 20);
    assert_true(inner->wall >= 6);
    assert_true(whole.wall >= inner->wall + outer->wall);
}

/* Where nobody asks there are no stages, and nothing is done. */
static void test_stages_without_anybody(void **state)
{
    (void)state;
    stages_begin(NULL, "a");
    stages_end(NULL, 1, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_stages_share_the_time),
        WITH_KIT(test_stages_without_anybody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
