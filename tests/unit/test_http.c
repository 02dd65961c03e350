#include "serve/http.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "kit.h"
#include "serve/callers.h"
#include "serve/http_rules.h"

/*
 * A server in this process and clients of it, all in one thread: it takes a turn when a test lets
 * it, and its clock stands still until a test sets it forward. Every path that it asks for is
 * noted. Of /side it says SECRET, of /stor a megabyte; there is nothing else.
 */
#define SECRET "bare for oss"

enum { LARGE = 1 << 20, TURNS = 2000 };

struct world {
    struct kit *kit;
    struct http *http;
    uint64_t now;
    unsigned asked; /* how often it was asked for anything */
    bool strayed;   /* it was asked for something that is not as it should be */
    char *large;
};

static bool is_straight(struct str path)
{
    static const char *const forbidden[] = {"//", "\\", "/../", "/./", "%"};
    for (size_t i = 0; i < ROWS(forbidden); i++)
        if (str_find(path, str_of(forbidden[i])) != SIZE_MAX)
            return false;
    return str_starts(path, STR("/")) && !str_ends(path, STR("/..")) &&
           !str_ends(path, STR("/.")) && !memchr(path.ptr, 0, path.len);
}

static void answer_of(void *context, struct str path, struct http_answer *answer)
{
    struct world *world = context;
    world->asked++;
    if (!is_straight(path))
        world->strayed = true;
    if (str_eq(path, STR("/side")))
        *answer = (struct http_answer){.status = 200,
                                       .type = STR("text/html; charset=utf-8"),
                                       .bytes = STR(SECRET),
                                       .policy = STR("default-src 'self'")};
    if (str_eq(path, STR("/stor")))
        *answer = (struct http_answer){
            .status = 200, .type = STR("text/plain"), .bytes = {world->large, LARGE}};
    if (str_eq(path, STR("/flyttet")))
        *answer = (struct http_answer){.status = 302, .location = STR("/side")};
}

static int world_setup(void **state)
{
    kit_setup(state);
    struct kit *kit = *state;
    struct world *world = arena_new(&kit->arena, struct world);
    world->kit = kit;
    world->now = 1000;
    world->large = arena_text(&kit->arena, LARGE);
    memset(world->large, 'x', LARGE);
    world->http = http_open(0, true);
    http_start(world->http, answer_of, world);
    *state = world;
    return 0;
}

static int world_teardown(void **state)
{
    struct world *world = *state;
    http_close(world->http);
    void *kit = world->kit;
    return kit_teardown(&kit);
}

#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

/* A client */

struct client {
    int fd;
    struct str got;
    bool ended; /* the server has hung up */
};

static int connect_to(int family, unsigned port)
{
    struct sockaddr_in four = {.sin_family = AF_INET,
                               .sin_port = htons((uint16_t)port),
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr_in6 six = {.sin6_family = AF_INET6,
                               .sin6_port = htons((uint16_t)port),
                               .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const struct sockaddr *address = family == AF_INET6 ? (void *)&six : (void *)&four;
    socklen_t size = family == AF_INET6 ? sizeof six : sizeof four;
    if (fd >= 0 && connect(fd, address, size) == 0) {
        fcntl(fd, F_SETFL, O_NONBLOCK);
        return fd;
    }
    close(fd);
    return -1;
}

static struct client client_new(struct world *world)
{
    struct client client = {.fd = connect_to(AF_INET, http_port(world->http))};
    assert_true(client.fd >= 0);
    return client;
}

static void client_free(struct client *client)
{
    close(client->fd);
    client->fd = -1;
}

static void client_say(struct client *client, struct str text)
{
    assert_int_equal(send(client->fd, text.ptr, text.len, MSG_NOSIGNAL), text.len);
}

/* Takes what has come. */
static void client_take(struct world *world, struct client *client)
{
    struct buf got = BUF_INIT;
    char bytes[1 << 14];
    ssize_t size;
    buf_put(&got, client->got);
    while ((size = recv(client->fd, bytes, sizeof bytes, 0)) > 0)
        buf_put(&got, (struct str){bytes, (size_t)size});
    client->ended |= size == 0 || (errno != EAGAIN && errno != EINTR);
    client->got = buf_finish(&got, &world->kit->arena);
}

/* Lets the server run until it has nothing more to do. */
static void settle(struct world *world)
{
    struct pollfd fd = {.fd = http_fd(world->http), .events = POLLIN};
    for (int i = 0; i < TURNS; i++) {
        http_run(world->http, world->now);
        if (http_timeout(world->http) != 0 && poll(&fd, 1, 0) == 0)
            return;
    }
    fail_msg("tjeneren blir ikke ferdig");
}

__attribute__((unused)) static void wait_for(struct world *world, uint64_t milliseconds)
{
    world->now += milliseconds;
    settle(world);
    settle(world);
}

static size_t number_after(struct str text, struct str label)
{
    size_t at = str_find(text, label);
    return at == SIZE_MAX ? SIZE_MAX : strtoull(text.ptr + at + label.len, NULL, 10);
}

static unsigned status_of(struct str answer)
{
    return str_starts(answer, STR("HTTP/1.1 ")) ? (unsigned)number_after(answer, STR("HTTP/1.1 "))
                                                : 0;
}

static struct str body_of(struct str answer)
{
    size_t at = str_find(answer, STR("\r\n\r\n"));
    return at == SIZE_MAX ? STR("") : str_from(answer, at + 4);
}

static bool has(struct str text, const char *part)
{
    return str_find(text, str_of(part)) != SIZE_MAX;
}

/* Sends these bytes on a connection of their own and returns all that comes. */
static struct str exchange(struct world *world, struct str request)
{
    struct client client = client_new(world);
    client_say(&client, request);
    shutdown(client.fd, SHUT_WR);
    for (int i = 0; i < TURNS && !client.ended; i++) {
        settle(world);
        client_take(world, &client);
    }
    client_free(&client);
    return client.got;
}

static struct str request_of(struct world *world, const char *line, const char *fields)
{
    return str_format(&world->kit->arena, "%s HTTP/1.1\r\nHost: localhost:%u\r\n%s\r\n", line,
                      http_port(world->http), fields);
}

static struct str get(struct world *world, const char *line)
{
    return exchange(world, request_of(world, line, "Connection: close\r\n"));
}

static void test_answers(void **state)
{
    struct world *world = *state;
    struct str answer = get(world, "GET /side?q=1");
    assert_int_equal(status_of(answer), 200);
    assert_true(str_eq(body_of(answer), STR(SECRET)));
    assert_true(has(answer, "Content-Length: 12\r\n"));
    assert_true(has(answer, "Content-Type: text/html; charset=utf-8\r\n"));
    assert_true(has(answer, "Content-Security-Policy: default-src 'self'\r\n"));
    answer = get(world, "HEAD /side");
    assert_int_equal(status_of(answer), 200);
    assert_true(has(answer, "Content-Length: 12\r\n"));
    assert_true(str_eq(body_of(answer), STR("")));
    assert_int_equal(body_of(get(world, "GET /stor")).len, LARGE);
    answer = get(world, "GET /flyttet");
    assert_int_equal(status_of(answer), 302);
    assert_true(has(answer, "Location: /side\r\n"));
    assert_int_equal(world->asked, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
