#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/workers.h"
#include "kit.h"

enum { JOBS_MAX = 5000 };

struct running {
    atomic_uint runs[JOBS_MAX];
    size_t by_worker[WORKERS_MAX]; /* each worker writes only its own */
    atomic_size_t highest_worker;
    pthread_t caller;
    atomic_bool only_caller;
};

static void count(void *context, size_t index, size_t worker)
{
    struct running *tally = context;
    atomic_fetch_add(&tally->runs[index], 1);
    tally->by_worker[worker]++;
    size_t highest = atomic_load(&tally->highest_worker);
    while (worker > highest &&
           !atomic_compare_exchange_weak(&tally->highest_worker, &highest, worker))
        ;
    if (!pthread_equal(pthread_self(), tally->caller))
        tally->only_caller = false;
}

static void assert_all_run_once(size_t threads, size_t jobs)
{
    struct running *tally = calloc(1, sizeof *tally);
    assert_non_null(tally);
    tally->caller = pthread_self();
    tally->only_caller = threads <= 1;
    workers_run(threads, jobs, count, tally);
    size_t total = 0;
    for (size_t i = 0; i < JOBS_MAX; i++)
        assert_int_equal(tally->runs[i], i < jobs);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        total += tally->by_worker[i];
    assert_int_equal(total, jobs);
    assert_true(tally->highest_worker < (threads ? threads : 1));
    if (threads <= 1)
        assert_true(tally->only_caller);
    free(tally);
}

static void test_every_job_runs_once(void **state)
{
    (void)state;
    static const size_t threads[] = {0, 1, 2, 8, WORKERS_MAX, WORKERS_MAX + 1, 1000};
    static const size_t jobs[] = {0, 1, 2, 7, 8, 9, 64, 65, JOBS_MAX};
    for (size_t i = 0; i < ROWS(threads); i++)
        for (size_t j = 0; j < ROWS(jobs); j++)
            assert_all_run_once(threads[i], jobs[j]);
}

/* Each slot is the job's own: the same result with any number of threads. */
static void square(void *context, size_t index, size_t worker)
{
    (void)worker;
    ((size_t *)context)[index] = index * index;
}

static void test_the_result_does_not_depend_on_threads(void **state)
{
    (void)state;
    static size_t one[JOBS_MAX], eight[JOBS_MAX];
    workers_run(1, JOBS_MAX, square, one);
    workers_run(8, JOBS_MAX, square, eight);
    assert_memory_equal(one, eight, sizeof one);
    assert_int_equal(one[99], 9801);
}

/* Two jobs that wait for each other both run: there is more than one thread. */
static void meet(void *context, size_t index, size_t worker)
{
    (void)index;
    (void)worker;
    pthread_barrier_wait(context);
}

static void test_threads_run_at_the_same_time(void **state)
{
    (void)state;
    pthread_barrier_t barrier;
    pthread_barrier_init(&barrier, NULL, 4);
    workers_run(4, 4, meet, &barrier);
    pthread_barrier_destroy(&barrier);
}

static void test_processors_available(void **state)
{
    (void)state;
    assert_in_range(workers_available(), 1, WORKERS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_job_runs_once),
        cmocka_unit_test(test_the_result_does_not_depend_on_threads),
        cmocka_unit_test(test_threads_run_at_the_same_time),
        cmocka_unit_test(test_processors_available),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
