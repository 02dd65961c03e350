#ifndef BASE_STAGES_H
#define BASE_STAGES_H

#include <stddef.h>

/*
 * What a run spends its time on, stage by stage: for telling somebody, never for deciding
 * anything. No clock is read unless somebody asks.
 *
 *     struct stages stages;
 *     stages_init(&stages);
 *     … handed down as a pointer, or NULL where nobody asks:
 *     stages_begin(asked, SAID("leser tekstene", "reading the texts"));
 *     …
 *     stages_end(asked, files, bytes);
 *     … at last stages.items, and stages_whole(&stages)
 *
 * Stages may stand inside each other: what an inner one takes is not counted as the outer one's.
 * One that begins again goes on, and its numbers are added. All of it is done by one thread; the
 * processor's time is that of all threads.
 */
enum { STAGES_MAX = 24, STAGES_DEEP = 4 };

/* Times are milliseconds. */
struct stage {
    const char *name;
    double wall, cpu;
    size_t files, bytes;
};

struct stages {
    struct stage items[STAGES_MAX]; /* in the order in which they began first */
    size_t count;
    size_t open[STAGES_DEEP]; /* those that have begun and not ended, the inner one last */
    size_t depth;
    struct stage whole; /* the time until the clocks were read last */
    struct stage read;  /* and what they were then */
};

void stages_init(struct stages *stages);

/* The name must outlive the stages. */
void stages_begin(struct stages *stages, const char *name);

/* Ends the inner one of those that have begun, which was about so many files and bytes. */
void stages_end(struct stages *stages, size_t files, size_t bytes);

/* Returns the time until now, of all stages and what is between them. */
struct stage stages_whole(struct stages *stages);

/*
 * Return milliseconds: of a clock that never goes back, and of the processor for this thread and
 * for all threads together.
 */
double stages_clock(void);
double stages_thread_clock(void);
double stages_process_clock(void);

#endif
