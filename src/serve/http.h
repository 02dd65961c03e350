#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * The preview's server: GET and HEAD for this machine only (serve/loopback.h), for those whom
 * serve/http_rules.h lets in, and events for pages that are open. HTTP itself is GNU
 * libmicrohttpd's, which this file alone includes.
 *
 * Calling sequence
 * ----------------
 *
 * One thread, whose loop waits for everything at once with poll():
 *
 *     struct http *http = http_open(8000, false);         // before the program is shut in
 *     …
 *     http_start(http, answer, preview);
 *     struct pollfd fds[] = {{.fd = http_fd(http), .events = POLLIN}, …};
 *     while (poll(fds, count, http_timeout(http, now)) …) {
 *         …                                               // what changed
 *         http_tell(http, STR("change"), data);
 *         http_run(http, now);
 *     }
 *     http_close(http);
 *
 * http_run() handles what is ready and never blocks; it may be called at any time, and answers are
 * asked for from within it. `now` is milliseconds of a clock that never goes back, read anew for
 * each turn of the loop.
 *
 * Limits
 * ------
 *
 * At most CALLERS_MAX connections; when there are so many, others wait in the kernel, and the one
 * that has been idle for longest makes room. Who says nothing, sends slowly, or does not read, is
 * hung up on (serve/callers.c says after how long). 32 kB of a request's header.
 *
 * What is trusted
 * ---------------
 *
 * The library reads what strangers' pages can make a browser send. Debian 12 has 0.9.75, which is
 * older than the mends of April 2026 (1.0.4, 1.0.5) for requests that two servers in a row read
 * differently: it takes a lone LF for the end of a line, a blank before a colon, and a field
 * without a name for the end of a header. So it stands alone: on loopback, never behind a proxy,
 * with its strict mode on; a body, however it is announced, is refused and the connection ended.
 * Whatever is read amiss, there is only what the preview has made to be had, and only by one whose
 * first request has passed the rules on its own.
 *
 * Errors
 * ------
 *
 * Whoever asks for what there is not, or may not be told, gets a short text with the status. What
 * is no HTTP at all the library answers, or hangs up on, without asking us, and without the fields
 * that all our answers have.
 */
struct http;

/* Binds the port, or one that is free after it; see loopback_open(). Ends the program if it cannot.
 */
struct http *http_open(unsigned port, bool exact);
unsigned http_port(const struct http *http);

/*
 * An answer. It begins as 404 with a text that says so, and remains that if nobody changes it.
 * What it points to need only stay until the function that gave it is called again: it is copied.
 */
struct http_answer {
    unsigned status;
    struct str type;     /* media type */
    struct str bytes;    /* HEAD gets their number */
    struct str location; /* of another page, for a status that leads there; else absent */
    struct str policy;   /* Content-Security-Policy; at first one that allows nothing */
};

/*
 * Gives what is at a path. It is decoded and begins with `/`, and is such that no file system could
 * be led astray by it (http_path() of serve/http_rules.h); all the same none should be asked.
 */
typedef void http_answers(void *context, struct str path, struct http_answer *answer);

void http_start(struct http *http, http_answers *answers, void *context);

/* Returns a descriptor that can be read when there is something to run; it remains the same. */
int http_fd(const struct http *http);

/* Returns after how many milliseconds http_run() must be called, even if nothing is ready; -1:
 * never. */
int http_timeout(const struct http *http);

void http_run(struct http *http, uint64_t now);

/*
 * Tells all who listen at HTTP_EVENTS, as a server-sent event with this name and these lines of
 * data. Who begins to listen later is told the last one at once. At most EVENT_MAX bytes.
 */
#define HTTP_EVENTS "/_samling/events"
void http_tell(struct http *http, struct str name, struct str data);

/* Ends all connections and frees everything. May be called without http_start(). */
void http_close(struct http *http);

/* Returns the version of libmicrohttpd, as it tells it. */
const char *http_version(void);

#endif
