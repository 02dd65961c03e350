#include "serve/http.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/memory.h"
#include "serve/callers.h"
#include "serve/http_rules.h"
#include "serve/loopback.h"

enum {
    HEADER_MAX = 32 * 1024, /* of a request, and of what is on its way to a listener */
    AT_ONCE = 64,           /* so many are let in, or noticed to be gone, in a turn */
    LOOK_EVERY = 1000,      /* milliseconds between looks for those who are late */
};

struct http {
    struct loopback loopback;
    int epoll; /* what listens, the library's own epoll, and the sockets of those who listen */
    bool open; /* new callers are let in */
    struct MHD_Daemon *daemon;
    http_answers *answers;
    void *context;
    uint64_t now, next_look;
    struct callers callers;
    struct event event;
    struct arena arena; /* of one answer */
};

/* What stands in every answer. */
static const struct {
    const char *name, *value;
} always[] = {
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Referrer-Policy", "no-referrer"},
};

static const struct {
    unsigned status;
    const char *words[DIAG_LANGUAGES];
} refusals[] = {
    {400, {"Forespørselen er ikke slik den skal være.\n", "The request is not as it should be.\n"}},
    {403,
     {"Forhåndsvisningen svarer bare denne maskinen.\n",
      "The preview answers this machine only.\n"}},
    {404, {"Siden finnes ikke.\n", "There is no such page.\n"}},
    {405, {"Her kan man bare lese.\n", "This is for reading only.\n"}},
    {503, {"For mange sider følger med.\n", "Too many pages are listening.\n"}},
};

/* Opening */

static void http_watch(struct http *http, int fd, uint32_t events, struct caller *caller)
{
    struct epoll_event event = {.events = events, .data.ptr = caller};
    if (epoll_ctl(http->epoll, EPOLL_CTL_ADD, fd, &event) != 0)
        die_errno(SAID("kan ikke vente på forbindelser", "cannot wait for connections"));
}

struct http *http_open(unsigned port, bool exact)
{
    struct http *http = memory_resize(NULL, sizeof *http);
    *http = (struct http){.epoll = epoll_create1(EPOLL_CLOEXEC), .open = true};
    if (http->epoll < 0)
        die_errno(SAID("kan ikke vente på forbindelser", "cannot wait for connections"));
    arena_init(&http->arena);
    loopback_open(&http->loopback, port, exact);
    for (size_t i = 0; i < http->loopback.count; i++)
        http_watch(http, http->loopback.fds[i], EPOLLIN, NULL);
    return http;
}

unsigned http_port(const struct http *http)
{
    return http->loopback.port;
}

int http_fd(const struct http *http)
{
    return http->epoll;
}

/* Answers */

static struct caller *caller_of(struct MHD_Connection *connection)
{
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static struct str refusal_words(unsigned status)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (refusals[i].status == status)
            return str_of(refusals[i].words[said_language()]);
    return STR("");
}

static struct http_answer plain_answer(unsigned status)
{
    return (struct http_answer){.status = status,
                                .type = STR("text/plain; charset=utf-8"),
                                .bytes = refusal_words(status),
                                .policy = STR("default-src 'none'")};
}

static void http_add_field(struct http *http, struct MHD_Response *response, const char *name,
                           struct str value)
{
    if (value.len > 0)
        MHD_add_response_header(response, name, str_c(&http->arena, value));
}

/* Sends an answer with these fields; the response is given away. */
static enum MHD_Result http_send(struct http *http, struct MHD_Connection *connection,
                                 const struct http_answer *answer, struct MHD_Response *response)
{
    if (!response)
        memory_end();
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        MHD_add_response_header(response, always[i].name, always[i].value);
    http_add_field(http, response, "Content-Type", answer->type);
    http_add_field(http, response, "Content-Security-Policy", answer->policy);
    http_add_field(http, response, "Location", answer->location);
    if (answer->status == 405)
        MHD_add_response_header(response, "Allow", "GET, HEAD");
    enum MHD_Result sent = MHD_queue_response(connection, answer->status, response);
    MHD_destroy_response(response);
    return sent;
}

static enum MHD_Result http_send_bytes(struct http *http, struct MHD_Connection *connection,
                                       const struct http_answer *answer)
{
    caller_turn(&http->callers, caller_of(connection), CALLER_ANSWERED, http->now);
    return http_send(http, connection, answer,
                     MHD_create_response_from_buffer(answer->bytes.len, (void *)answer->bytes.ptr,
                                                     MHD_RESPMEM_MUST_COPY));
}

/* Those who listen */

/* What is asked of us whenever a listener has read all: more, or that it is left to wait. */
static ssize_t http_tell_one(void *context, uint64_t position, char *bytes, size_t size)
{
    struct caller *caller = context;
    struct http *http = caller->server;
    (void)position;
    if (caller->leaving)
        return MHD_CONTENT_READER_END_OF_STREAM;
    size_t told = caller_tell(caller, &http->event, bytes, size);
    if (told == 0) {
        caller_turn(&http->callers, caller, CALLER_LISTENING, http->now);
        MHD_suspend_connection(caller->connection);
    }
    return (ssize_t)told;
}

static enum MHD_Result http_listen(struct http *http, struct MHD_Connection *connection)
{
    struct caller *caller = caller_of(connection);
    struct http_answer answer = plain_answer(503);
    if (http->callers.listeners >= CALLERS_LISTENING)
        return http_send_bytes(http, connection, &answer);
    answer.status = 200;
    answer.type = STR("text/event-stream; charset=utf-8");
    caller->greeted = caller->owed = caller->leaving = false;
    caller->heard = 0;
    caller_turn(&http->callers, caller, CALLER_TOLD, http->now);
    /* While a connection is suspended the library does not see that the other side is gone. */
    http_watch(http, caller->fd, EPOLLRDHUP | EPOLLONESHOT, caller);
    return http_send(http, connection, &answer,
                     MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, EVENT_MAX, http_tell_one,
                                                       caller, NULL));
}

static void http_wake(struct http *http, struct caller *caller)
{
    caller_wake(&http->callers, caller, http->now);
    MHD_resume_connection(caller->connection);
}

void http_tell(struct http *http, struct str name, struct str data)
{
    event_set(&http->event, name, data);
    for (size_t i = 0; i < CALLERS_MAX; i++)
        if (http->callers.places[i].phase == CALLER_LISTENING)
            http_wake(http, &http->callers.places[i]);
}

/* Requests, as the library hands them over */

/* Paths are decoded by us, once (http_path()). */
static size_t http_leave_encoded(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

/* The first line of a request has come. */
static void *http_begin_request(void *context, const char *target,
                                struct MHD_Connection *connection)
{
    struct http *http = context;
    struct caller *caller = caller_of(connection);
    (void)target;
    caller->accepted = false;
    caller_turn(&http->callers, caller, CALLER_ASKING, http->now);
    return NULL;
}

static void http_end_request(void *context, struct MHD_Connection *connection, void **unused,
                             enum MHD_RequestTerminationCode why)
{
    struct http *http = context;
    struct caller *caller = caller_of(connection);
    (void)unused;
    (void)why;
    if (caller->phase == CALLER_TOLD || caller->phase == CALLER_LISTENING)
        epoll_ctl(http->epoll, EPOLL_CTL_DEL, caller->fd, NULL);
    caller_turn(&http->callers, caller, CALLER_WAITING, http->now);
}

static enum MHD_Result http_read_field(void *context, enum MHD_ValueKind kind, const char *name,
                                       size_t name_size, const char *value, size_t value_size)
{
    (void)kind;
    http_asked_field(context, (struct str){name, name_size}, (struct str){value, value_size});
    return MHD_YES;
}

static unsigned http_judge(struct http *http, struct MHD_Connection *connection, struct str target,
                           const char *method)
{
    struct http_asked asked = {0};
    struct str path;
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, http_read_field, &asked);
    unsigned refusal = http_refusal(&asked, str_of(method), http->loopback.port);
    return refusal || http_path(&http->arena, target, &path) ? refusal : 400;
}

static enum MHD_Result http_give(struct http *http, struct MHD_Connection *connection,
                                 struct str target, const char *method)
{
    struct str path;
    struct http_answer answer = plain_answer(404);
    if (http_path(&http->arena, target, &path)) {
        if (!str_eq(path, STR(HTTP_EVENTS)))
            http->answers(http->context, path, &answer);
        else if (str_eq(str_of(method), STR("GET")))
            return http_listen(http, connection);
    }
    return http_send_bytes(http, connection, &answer);
}

/*
 * Called twice for each request: when its header has come, and when all of it has. Who is answered
 * at the first call is hung up on afterwards, so that is for those who are refused.
 */
static enum MHD_Result http_request(void *context, struct MHD_Connection *connection,
                                    const char *target, const char *method, const char *version,
                                    const char *upload, size_t *upload_size, void **unused)
{
    struct http *http = context;
    struct caller *caller = caller_of(connection);
    (void)version;
    (void)upload;
    (void)upload_size;
    (void)unused;
    arena_reset(&http->arena);
    if (caller->accepted)
        return http_give(http, connection, str_of(target), method);
    struct http_answer refusal = plain_answer(http_judge(http, connection, str_of(target), method));
    if (refusal.status)
        return http_send_bytes(http, connection, &refusal);
    caller->accepted = true;
    return MHD_YES;
}

/* Connections */

static void http_come_or_go(void *context, struct MHD_Connection *connection, void **place,
                            enum MHD_ConnectionNotificationCode what)
{
    struct http *http = context;
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        callers_remove(&http->callers, *place);
        return;
    }
    struct caller *caller = callers_add(&http->callers, http->now);
    caller->connection = connection;
    caller->server = http;
    caller->fd = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    *place = caller;
}

static void http_let_in(struct http *http, bool open)
{
    for (size_t i = 0; open != http->open && i < http->loopback.count; i++) {
        struct epoll_event event = {.events = open ? EPOLLIN : 0};
        epoll_ctl(http->epoll, EPOLL_CTL_MOD, http->loopback.fds[i], &event);
    }
    http->open = open;
}

/* Hangs up. The library sees it and lets the connection go; nothing is kept of what was not read.
 */
static void http_hang_up(struct caller *caller)
{
    const struct linger at_once = {.l_onoff = 1};
    setsockopt(caller->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    shutdown(caller->fd, SHUT_RDWR);
}

/* Returns false when nobody more can be let in for now: all places, or descriptors, are taken. */
static bool http_accept(struct http *http, int listening)
{
    for (int i = 0; i < AT_ONCE; i++) {
        if (http->callers.count == CALLERS_MAX)
            return false;
        struct sockaddr_storage address;
        socklen_t size = sizeof address;
        int fd =
            accept4(listening, (struct sockaddr *)&address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0)
            return errno != EMFILE && errno != ENFILE && errno != ENOMEM && errno != ENOBUFS;
        MHD_add_connection(http->daemon, fd, (struct sockaddr *)&address, size);
    }
    return true;
}

static void http_accept_all(struct http *http)
{
    bool open = true;
    for (size_t i = 0; i < http->loopback.count; i++)
        open &= http_accept(http, http->loopback.fds[i]);
    http_let_in(http, open);
    struct caller *longest = open ? NULL : callers_longest_waiting(&http->callers, http->now);
    if (longest)
        http_hang_up(longest);
}

/* Listeners that have gone are told the end, which makes the library see it. */
static void http_notice_gone(struct http *http)
{
    struct epoll_event events[AT_ONCE];
    int count = epoll_wait(http->epoll, events, AT_ONCE, 0);
    for (int i = 0; i < count; i++) {
        struct caller *caller = events[i].data.ptr;
        if (!caller)
            continue;
        caller->leaving = true;
        if (caller->phase == CALLER_LISTENING)
            http_wake(http, caller);
    }
}

static void http_look(struct http *http)
{
    http->next_look = http->now + LOOK_EVERY;
    for (size_t i = 0; i < CALLERS_MAX; i++) {
        struct caller *caller = &http->callers.places[i];
        if (caller_is_late(caller, http->now))
            http_hang_up(caller);
        else if (caller_is_forgotten(caller, http->now))
            http_wake(http, caller);
    }
}

/* The loop */

/* The strictest that 0.9.75 knows; what it lacks, http_rules.c adds. */
void http_start(struct http *http, http_answers *answers, void *context)
{
    http->answers = answers;
    http->context = context;
    http->daemon = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
        http_request, http, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CALLERS_MAX,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_MAX, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, http_leave_encoded, NULL, MHD_OPTION_URI_LOG_CALLBACK,
        http_begin_request, http, MHD_OPTION_NOTIFY_COMPLETED, http_end_request, http,
        MHD_OPTION_NOTIFY_CONNECTION, http_come_or_go, http, MHD_OPTION_END);
    if (!http->daemon)
        die(SAID("libmicrohttpd kan ikke brukes her", "libmicrohttpd cannot be used here"));
    int fd = MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
    http_watch(http, fd, EPOLLIN, NULL);
}

int http_timeout(const struct http *http)
{
    unsigned long long pending;
    if (MHD_get_timeout(http->daemon, &pending) == MHD_YES && pending == 0)
        return 0;
    return http->callers.count > 0 || !http->open ? LOOK_EVERY : -1;
}

void http_run(struct http *http, uint64_t now)
{
    http->now = now;
    http_notice_gone(http);
    http_accept_all(http);
    if (now >= http->next_look)
        http_look(http);
    MHD_run(http->daemon);
}

void http_close(struct http *http)
{
    for (size_t i = 0; i < CALLERS_MAX; i++) {
        http->callers.places[i].leaving = true;
        if (http->callers.places[i].phase == CALLER_LISTENING)
            http_wake(http, &http->callers.places[i]);
    }
    if (http->daemon)
        MHD_stop_daemon(http->daemon);
    loopback_close(&http->loopback);
    close(http->epoll);
    buf_release(&http->event.text);
    arena_release(&http->arena);
    free(http);
}

const char *http_version(void)
{
    return MHD_get_version();
}
