#include "serve/callers.h"

#include <assert.h>
#include <string.h>

/*
 * How long each phase may last. A browser keeps a connection for its next question for longer than
 * this and makes a new one when it is gone. A page is read within moments on the same machine; the
 * largest file of a site by a debugger that stops now and then.
 */
static const uint64_t patience[] = {
    [CALLER_WAITING] = 15000,
    [CALLER_ASKING] = 10000,
    [CALLER_ANSWERED] = 60000,
    [CALLER_TOLD] = 10000,
};

enum {
    SILENCE = 15000, /* after which a listener is told that we are there */
    AT_HOME = 1000,  /* for so long a caller may wait undisturbed, whoever comes */
};

void event_set(struct event *event, struct str name, struct str data)
{
    buf_clear(&event->text);
    buf_lit(&event->text, "event: ");
    buf_put(&event->text, name);
    for (struct str rest = data, line; str_cut(&rest, '\n', &line);) {
        buf_lit(&event->text, "\ndata: ");
        buf_put(&event->text, line);
    }
    buf_lit(&event->text, "\n\n");
    event->number++;
    assert(event->text.len <= EVENT_MAX);
}

static bool phase_listens(enum caller_phase phase)
{
    return phase == CALLER_TOLD || phase == CALLER_LISTENING;
}

struct caller *callers_add(struct callers *callers, uint64_t now)
{
    for (size_t i = 0; i < CALLERS_MAX; i++) {
        struct caller *caller = &callers->places[i];
        if (caller->phase != CALLER_NONE)
            continue;
        *caller = (struct caller){.phase = CALLER_WAITING, .since = now, .fd = -1};
        callers->count++;
        return caller;
    }
    return NULL;
}

void callers_remove(struct callers *callers, struct caller *caller)
{
    caller_turn(callers, caller, CALLER_NONE, 0);
    callers->count--;
}

void caller_turn(struct callers *callers, struct caller *caller, enum caller_phase phase,
                 uint64_t now)
{
    callers->listeners -= phase_listens(caller->phase);
    callers->listeners += phase_listens(phase);
    caller->phase = phase;
    caller->since = now;
}

void caller_wake(struct callers *callers, struct caller *caller, uint64_t now)
{
    caller->owed = true;
    caller_turn(callers, caller, CALLER_TOLD, now);
}

static bool caller_has_been(const struct caller *caller, uint64_t time, uint64_t now)
{
    return now - caller->since >= time;
}

bool caller_is_late(const struct caller *caller, uint64_t now)
{
    return caller->phase != CALLER_NONE && caller->phase != CALLER_LISTENING &&
           caller_has_been(caller, patience[caller->phase], now);
}

bool caller_is_forgotten(const struct caller *caller, uint64_t now)
{
    return caller->phase == CALLER_LISTENING && caller_has_been(caller, SILENCE, now);
}

struct caller *callers_longest_waiting(struct callers *callers, uint64_t now)
{
    struct caller *longest = NULL;
    for (size_t i = 0; i < CALLERS_MAX; i++) {
        struct caller *caller = &callers->places[i];
        if (caller->phase == CALLER_WAITING && caller_has_been(caller, AT_HOME, now) &&
            (!longest || caller->since < longest->since))
            longest = caller;
    }
    return longest;
}

/* What does not fit is not told: the next is as good. */
static size_t tell_fitting(struct str text, char *bytes, size_t size)
{
    if (text.len > size)
        return 0;
    memcpy(bytes, text.ptr, text.len);
    return text.len;
}

size_t caller_tell(struct caller *caller, const struct event *event, char *bytes, size_t size)
{
    if (!caller->greeted) {
        caller->greeted = true;
        return tell_fitting(STR("retry: 1000\n\n"), bytes, size);
    }
    bool owed = caller->owed;
    caller->owed = false;
    if (caller->heard != event->number) {
        caller->heard = event->number;
        return tell_fitting(buf_str(&event->text), bytes, size);
    }
    return owed ? tell_fitting(STR(":\n\n"), bytes, size) : 0;
}
