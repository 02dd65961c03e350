#include "base/stages.h"

#include <assert.h>
#include <string.h>
#include <time.h>

static double read_clock(clockid_t which)
{
    struct timespec now;
    clock_gettime(which, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double stages_clock(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

double stages_thread_clock(void)
{
    return read_clock(CLOCK_THREAD_CPUTIME_ID);
}

double stages_process_clock(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static struct stage read_clocks(void)
{
    return (struct stage){.wall = stages_clock(), .cpu = stages_process_clock()};
}

static void add_time(struct stage *to, const struct stage *from, const struct stage *until)
{
    to->wall += until->wall - from->wall;
    to->cpu += until->cpu - from->cpu;
}

/* Gives the time since the clocks were read to the stage that is at work. */
static void take_time(struct stages *stages)
{
    struct stage now = read_clocks();
    add_time(&stages->whole, &stages->read, &now);
    if (stages->depth)
        add_time(&stages->items[stages->open[stages->depth - 1]], &stages->read, &now);
    stages->read = now;
}

void stages_init(struct stages *stages)
{
    *stages = (struct stages){.read = read_clocks()};
}

static size_t stage_named(struct stages *stages, const char *name)
{
    size_t i = 0;
    while (i < stages->count && strcmp(stages->items[i].name, name) != 0)
        i++;
    assert(i < STAGES_MAX);
    if (i == stages->count)
        stages->items[stages->count++].name = name;
    return i;
}

void stages_begin(struct stages *stages, const char *name)
{
    if (!stages)
        return;
    take_time(stages);
    assert(stages->depth < STAGES_DEEP);
    stages->open[stages->depth++] = stage_named(stages, name);
}

void stages_end(struct stages *stages, size_t files, size_t bytes)
{
    if (!stages)
        return;
    take_time(stages);
    assert(stages->depth);
    struct stage *stage = &stages->items[stages->open[--stages->depth]];
    stage->files += files;
    stage->bytes += bytes;
}

struct stage stages_whole(struct stages *stages)
{
    take_time(stages);
    return stages->whole;
}
