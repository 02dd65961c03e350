#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stddef.h>

/*
 * Runs `jobs` independent jobs on `threads` threads.
 *
 *     workers_run(threads, site->entry_count, parse_one, &context);
 *
 * A worker takes the next index from one atomic counter until none is left. `run`
 * is given the index of the job and the number of the worker, from 0 up to
 * threads - 1. A job writes only to what belongs to its index or to its worker, so no
 * lock is needed and the result does not depend on the number of threads.
 *
 * The caller is worker 0, so with one thread everything runs in the caller. If a
 * thread cannot be started the others do its work. Returns when all jobs are done.
 */
typedef void workers_job(void *context, size_t index, size_t worker);

void workers_run(size_t threads, size_t jobs, workers_job *run, void *context);

enum { WORKERS_MAX = 64 };

/* Returns how many processors this process may use, at least 1 and at most WORKERS_MAX. */
size_t workers_available(void);

#endif
