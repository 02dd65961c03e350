#ifndef SERVE_CALLERS_H
#define SERVE_CALLERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Who is connected to the preview, and for how long each may stay: so that those who say nothing,
 * or say it slowly, or never read, leave the others room. Nothing here opens, reads or writes;
 * serve/http.h does what is decided here.
 *
 * Times are milliseconds of any clock that never goes back; the caller of http_run() reads it.
 */
enum {
    CALLERS_MAX = 600,
    CALLERS_LISTENING = 540, /* of these; the rest is for those who ask for a page */
};

enum caller_phase {
    CALLER_NONE,
    CALLER_WAITING,   /* has asked nothing yet, or has been answered: it may be sent away */
    CALLER_ASKING,    /* the first line of a request has come, and the rest is to */
    CALLER_ANSWERED,  /* has an answer, and is to read it */
    CALLER_TOLD,      /* listens, and is to read what it was told */
    CALLER_LISTENING, /* has read it all, and waits for more */
};

struct caller {
    enum caller_phase phase;
    uint64_t since; /* when the phase began */
    bool accepted;  /* what it asks for will be answered when all of the request is there */
    bool greeted;   /* as a listener */
    bool owed;      /* is to be told something, if only that we are there */
    bool leaving;   /* is told no more */
    uint64_t heard; /* the number of the last event that it was told */
    void *connection, *server; /* of serve/http.c */
    int fd;
};

struct callers {
    struct caller places[CALLERS_MAX];
    size_t count, listeners;
};

/* What listeners are told: the last event, whole, in the form of the HTML standard, 9.2.6. */
struct event {
    uint64_t number; /* grows by one with each; 0: there has been none */
    struct buf text;
};

/* Events are short: one that is longer is a mistake of ours. */
enum { EVENT_MAX = 4096 };

void event_set(struct event *event, struct str name, struct str data);

/* Returns a place in the phase of those that wait, or NULL if all are taken. */
struct caller *callers_add(struct callers *callers, uint64_t now);
void callers_remove(struct callers *callers, struct caller *caller);

/* Moves a caller to another phase, or to the same once more. */
void caller_turn(struct callers *callers, struct caller *caller, enum caller_phase phase,
                 uint64_t now);

/* The same for a listener that is to be told something: an event, or that we are there. */
void caller_wake(struct callers *callers, struct caller *caller, uint64_t now);

/* Whether a caller has had the time that there is for what it does. A listener never has. */
bool caller_is_late(const struct caller *caller, uint64_t now);

/* Whether a listener has been told nothing for so long that what lies between may have hung up. */
bool caller_is_forgotten(const struct caller *caller, uint64_t now);

/* Returns who is to make room for another: the one that has waited longest, or NULL. */
struct caller *callers_longest_waiting(struct callers *callers, uint64_t now);

/*
 * Stores what a listener is to be told next in at most `size` bytes, and returns how many: 0 if it
 * has been told all. A slow one is not told what has been overtaken, so nothing is kept for it.
 */
size_t caller_tell(struct caller *caller, const struct event *event, char *bytes, size_t size);

#endif
