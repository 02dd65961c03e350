#include "base/workers.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

struct crew {
    workers_job *run;
    void *context;
    size_t jobs;
    atomic_size_t next;
};

struct worker {
    struct crew *crew;
    size_t number;
    pthread_t thread;
    bool started;
};

/* Relaxed order is enough: the counter guards no data, and joining a thread shows its writes. */
static void *work(void *argument)
{
    struct worker *worker = argument;
    struct crew *crew = worker->crew;
    for (;;) {
        size_t index = atomic_fetch_add_explicit(&crew->next, 1, memory_order_relaxed);
        if (index >= crew->jobs)
            return NULL;
        crew->run(crew->context, index, worker->number);
    }
}

void workers_run(size_t threads, size_t jobs, workers_job *run, void *context)
{
    struct crew crew = {.run = run, .context = context, .jobs = jobs};
    struct worker workers[WORKERS_MAX];
    size_t count = threads < jobs ? threads : jobs;
    count = count > WORKERS_MAX ? WORKERS_MAX : count;
    for (size_t i = 1; i < count; i++) {
        workers[i] = (struct worker){.crew = &crew, .number = i};
        workers[i].started = pthread_create(&workers[i].thread, NULL, work, &workers[i]) == 0;
    }
    workers[0] = (struct worker){.crew = &crew};
    work(&workers[0]);
    for (size_t i = 1; i < count; i++)
        if (workers[i].started)
            pthread_join(workers[i].thread, NULL);
}

size_t workers_available(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count < 1 ? 1 : count > WORKERS_MAX ? WORKERS_MAX : (size_t)count;
}
