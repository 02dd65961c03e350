#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stddef.h>

/*
 * Runs `jobs` independent jobs on `threads` threads.
 *
 *     workers_run(threads, site->entry_count, parse_one, &context);
 *
 * A worker takes the next index from one atomic counter until there is none
 * left. `run` gets the index of its job and the number of its worker, from 0
 * up to threads - 1: whatever a job writes belongs to its own slot or to its
 * own worker, so no lock is needed and the result does not depend on the
 * number of threads. With one thread everything runs in the caller.
 *
 * If a thread cannot be started the others do its work.
 */
typedef void workers_job(void *context, size_t index, size_t worker);

void workers_run(size_t threads, size_t jobs, workers_job *run, void *context);

/* The processors this process may use, at least 1 and at most WORKERS_MAX. */
enum { WORKERS_MAX = 64 };
size_t workers_available(void);

#endif
