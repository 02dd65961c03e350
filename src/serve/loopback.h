#ifndef SERVE_LOOPBACK_H
#define SERVE_LOOPBACK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Sockets that listen to this machine and to no other: 127.0.0.1, and ::1 where there is IPv6,
 * both on one port, since a browser that is asked for localhost may try either. They are made
 * before the program is shut in (base/confine.h), which may bind none afterwards.
 */
enum { LOOPBACK_FAMILIES = 2, LOOPBACK_TRIES = 100 };

struct loopback {
    int fds[LOOPBACK_FAMILIES]; /* do not block; IPv4 first */
    size_t count;
    unsigned port;
};

/*
 * Listens on a port or, unless it must be `exact`, on the first of LOOPBACK_TRIES from there on
 * that nobody else has, in either family. Port 0 is any free one. Ends the program with the reason
 * if there is none (base/die.h).
 */
void loopback_open(struct loopback *loopback, unsigned port, bool exact);
void loopback_close(struct loopback *loopback);

#endif
