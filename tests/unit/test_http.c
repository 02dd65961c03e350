#include "serve/http.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
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

static void wait_for(struct world *world, uint64_t milliseconds)
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

/* What may be in no answer of which it is not said that it may. */
static void assert_no_secret(const char *about, struct str answer)
{
    if (has(answer, SECRET))
        fail_msg("%s fikk vite noe:\n%.*s", about, STR_ARG(answer));
}

static void test_every_answer_has_its_fields(void **state)
{
    static const char *const lines[] = {"GET /side", "GET /ingenting", "POST /side", "HEAD /side",
                                        "GET /../side"};
    static const char *const fields[] = {
        "\r\nCache-Control: no-store\r\n",
        "\r\nX-Content-Type-Options: nosniff\r\n",
        "\r\nX-Frame-Options: DENY\r\n",
        "\r\nCross-Origin-Resource-Policy: same-origin\r\n",
        "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
        "\r\nReferrer-Policy: no-referrer\r\n",
        "\r\nContent-Security-Policy: default-src '",
        "\r\nContent-Length: ",
    };
    struct world *world = *state;
    for (size_t i = 0; i < ROWS(lines); i++) {
        struct str answer = get(world, lines[i]);
        for (size_t j = 0; j < ROWS(fields); j++)
            if (!has(answer, fields[j]))
                fail_msg("%s: uten %s:\n%.*s", lines[i], fields[j], STR_ARG(answer));
        assert_false(has(answer, "Access-Control"));
        assert_false(has(answer, "\r\nServer:"));
    }
    assert_true(has(get(world, "POST /side"), "\r\nAllow: GET, HEAD\r\n"));
}

/* Host × Origin × method × path: what is answered, and that nobody else learns anything. */

struct part {
    const char *text; /* %u is our port; NULL: the field is not sent */
    unsigned refused; /* 0, or the status */
};

static const struct part hosts[] = {
    {"localhost:%u", 0},
    {"127.0.0.1:%u", 0},
    {"[::1]:%u", 0},
    {"LocalHost:%u", 0},
    {NULL, 400},
    {"", 403},
    {"localhost", 403},
    {"localhost:1", 403},
    {"localhost:%u0", 403},
    {"localhost.:%u", 403},
    {"localhost:%u.evil.example", 403},
    {"evil.example:%u", 403},
    {"evil.localhost:%u", 403},
    {"127.0.0.2:%u", 403},
    {"127.1:%u", 403},
    {"0.0.0.0:%u", 403},
    {"2130706433:%u", 403},
    {"[::]:%u", 403},
    {"[::ffff:127.0.0.1]:%u", 403},
    {"localhost:%u, evil.example", 403},
    {"user@localhost:%u", 403},
    {"localhost:%u\r\nHost: localhost:%u", 400},
    {"localhost:%u\r\nHost: evil.example", 400},
    {"evil.example\r\nhost: localhost:%u", 400},
};

static const struct part origins[] = {
    {NULL, 0},
    {"http://localhost:%u", 0},
    {"http://127.0.0.1:%u", 0},
    {"http://[::1]:%u", 0},
    {"null", 403},
    {"", 403},
    {"https://localhost:%u", 403},
    {"http://localhost", 403},
    {"http://localhost:%u/", 403},
    {"http://localhost:%u.evil.example", 403},
    {"http://evil.example:%u", 403},
    {"http://localhost:1", 403},
    {"file://", 403},
};

static const struct part methods[] = {
    {"GET", 0},      {"HEAD", 0},      {"POST", 405},    {"PUT", 405},
    {"DELETE", 405}, {"OPTIONS", 405}, {"CONNECT", 405}, {"TRACE", 405},
    {"BREW", 405},   {"get", 405},     {"PATCH", 405},   {"PROPFIND", 405},
};

static const struct part paths[] = {
    {"/side", 0}, {"/side?x=../..", 0}, {"/ingenting", 404}, {"/../side", 400}, {"*", 400},
};

static void put_field(struct buf *out, const char *name, struct str value, unsigned port)
{
    if (!value.ptr)
        return;
    buf_format(out, "%s: ", name);
    for (size_t at; (at = str_find(value, STR("%u"))) != SIZE_MAX;
         value = str_from(value, at + 2)) {
        buf_put(out, str_slice(value, 0, at));
        buf_number(out, port);
    }
    buf_put(out, value);
    buf_lit(out, "\r\n");
}

/* An origin is ours if it is that of the host. */
static bool is_of(const struct part *origin, const struct part *host)
{
    return !origin->text || (host->text && origin->refused == 0 &&
                             str_same(str_from(str_of(origin->text), 7), str_of(host->text)));
}

static unsigned expected(const struct part *host, const struct part *origin,
                         const struct part *method, const struct part *path)
{
    if (host->refused)
        return host->refused;
    if (!is_of(origin, host))
        return 403;
    return method->refused ? method->refused : path->refused ? path->refused : 200;
}

static void try_combination(struct world *world, const struct part *host, const struct part *origin,
                            const struct part *method, const struct part *path)
{
    struct buf request = BUF_INIT;
    unsigned port = http_port(world->http);
    buf_format(&request, "%s %s HTTP/1.1\r\n", method->text, path->text);
    put_field(&request, "Host", str_of(host->text), port);
    put_field(&request, "Origin", str_of(origin->text), port);
    buf_lit(&request, "Connection: close\r\n\r\n");
    struct str answer = exchange(world, buf_str(&request));
    unsigned status = expected(host, origin, method, path);
    if (status_of(answer) != status)
        fail_msg("%u, ikke %u:\n%.*s%.*s", status_of(answer), status, STR_ARG(buf_str(&request)),
                 STR_ARG(answer));
    if (status != 200 || strcmp(method->text, "GET") != 0)
        assert_no_secret(request.ptr, answer);
    buf_release(&request);
}

static void test_who_is_answered(void **state)
{
    struct world *world = *state;
    for (size_t h = 0; h < ROWS(hosts); h++)
        for (size_t o = 0; o < ROWS(origins); o++)
            for (size_t m = 0; m < ROWS(methods); m++)
                for (size_t p = 0; p < ROWS(paths); p++)
                    /* The long way where the first two are ours, else one method and path. */
                    if ((!hosts[h].refused && is_of(&origins[o], &hosts[h])) || m + p == 0)
                        try_combination(world, &hosts[h], &origins[o], &methods[m], &paths[p]);
    assert_false(world->strayed);
}

/* What browsers say of where a request comes from. */
static void test_where_it_comes_from(void **state)
{
    static const struct {
        const char *site, *mode, *dest;
        unsigned status;
    } rows[] = {
        {"same-origin", "cors", "empty", 200},     {"same-origin", "no-cors", "script", 200},
        {"none", "navigate", "document", 200},     {"cross-site", "navigate", "document", 200},
        {"cross-site", "navigate", "iframe", 403}, {"cross-site", "no-cors", "script", 403},
        {"cross-site", "no-cors", "image", 403},   {"same-site", "no-cors", "style", 403},
        {"same-site", "cors", "empty", 403},       {"cross-site", "websocket", "websocket", 403},
        {"", "navigate", "object", 403},
    };
    struct world *world = *state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct str fields =
            str_format(&world->kit->arena,
                       "Sec-Fetch-Site: %s\r\nSec-Fetch-Mode: %s\r\nSec-Fetch-Dest: %s\r\n",
                       rows[i].site, rows[i].mode, rows[i].dest);
        struct str answer = exchange(world, request_of(world, "GET /side", fields.ptr));
        assert_int_equal(status_of(answer), rows[i].status);
        assert_true(has(answer, SECRET) == (rows[i].status == 200));
    }
}

/*
 * Ways out of a folder: each way to write a dot, a dot and a slash, in each shape of a path. None
 * may reach what is asked for answers in another form than a straight path, nor get to /side by a
 * detour.
 */
static void test_ways_out(void **state)
{
    static const char *const dots[] = {"..",         "%2e%2e",       ".%2e",       "%2E.",
                                       "%252e%252e", "%c0%ae%c0%ae", "%e0%80%ae.", "%u002e%u002e",
                                       "..%00",      "...",          ". .",        "..;",
                                       "..%20",      "%ef%bc%8e.",   "\xc0\xae.",  "%2"};
    static const char *const slashes[] = {"/",     "%2f",       "%5c",       "\\",    "%252f",
                                          "%255c", "%c0%af",    "%e0%80%af", "//",    "/./",
                                          "%00/",  "%ef%bc%8f", "/%2e/",     "%c1%9c"};
    static const char *const shapes[] = {"/<d><s>side", "/x<s><d><s>side", "<s><d><s>side",
                                         "<d><s>side", "http://localhost/<d><s>side"};
    struct world *world = *state;
    size_t tried = 0;
    for (size_t d = 0; d < ROWS(dots); d++)
        for (size_t s = 0; s < ROWS(slashes); s++)
            for (size_t f = 0; f < ROWS(shapes); f++, tried++) {
                struct buf line = BUF_INIT;
                buf_lit(&line, "GET ");
                for (const char *c = shapes[f]; *c; c++) {
                    bool hole = *c == '<';
                    if (hole)
                        buf_put(&line, str_of(c[1] == 'd' ? dots[d] : slashes[s]));
                    else
                        buf_byte(&line, *c);
                    c += hole ? 2 : 0;
                }
                buf_byte(&line, 0);
                struct str answer = get(world, line.ptr);
                assert_no_secret(line.ptr, answer);
                /* A blank is no part of a target: the library hangs up. */
                if (answer.len > 0 && status_of(answer) != 400 && status_of(answer) != 404)
                    fail_msg("%s: %u", line.ptr, status_of(answer));
                buf_release(&line);
            }
    assert_true(tried >= 300);
    assert_false(world->strayed);
}

/* How a path is read. The absent one is refused. */
static void test_paths(void **state)
{
    static const struct {
        const char *target, *path;
    } rows[] = {
        {"/", "/"},
        {"/a/b.html", "/a/b.html"},
        {"/%61%C3%A5", "/a\xc3\xa5"},
        {"/a/", "/a/"},
        {"/a%20b", "/a b"},
        {"/a..b/...", "/a..b/..."},
        {"", NULL},
        {"a", NULL},
        {"/a//b", NULL},
        {"/a/..", NULL},
        {"/.", NULL},
        {"/a%2fb", NULL},
        {"/%25", NULL},
        {"/%", NULL},
        {"/%4", NULL},
        {"/%zz", NULL},
        {"/\xc3\xa5", NULL},
        {"/%ff", NULL},
        {"/%ed%a0%80", NULL},
        {"/a b", NULL},
        {"/a#b", NULL},
        {"/%7f", NULL},
        {"/%0a", NULL},
        {"//", NULL},
    };
    struct world *world = *state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct str path;
        bool good = http_path(&world->kit->arena, str_of(rows[i].target), &path);
        assert_true(good == (rows[i].path != NULL));
        if (good)
            assert_str(rows[i].target, path, rows[i].path);
    }
}

/* Requests that two readers could read differently, or that are none. Nobody learns anything. */
static void test_malformed(void **state)
{
    static const char *const requests[] = {
        "GET /side HTTP/1.1\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Content-Length: 4\r\n\r\nabcd",
        "GET /side HTTP/1.1\r\n<host>Content-Length: 0\r\nContent-Length: 4\r\n\r\nabcd",
        "GET /side HTTP/1.1\r\n<host>Content-Length: -1\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Content-Length: x\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Content-Length: 99999999999999999999999\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Content-Length : 4\r\n\r\nabcd",
        "GET /side HTTP/1.1\r\n<host>Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Transfer-Encoding: xchunked\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Transfer-Encoding\t: chunked\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>Transfer-Encoding: chunked\r\nContent-Length: "
        "5\r\n\r\n0\r\n\r\n",
        "POST /side HTTP/1.1\r\n<host>Content-Length: 4\r\n\r\nabcd",
        "GET /side HTTP/1.1\r\n<host>uten kolon\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>X\x01: y\r\n\r\n",
        "GET /side HTTP/1.1\r\n<host>X: \x01\r\n\r\n",
        "GET /side HTTP/1.1\r\n Host: localhost\r\n\r\n",
        "GET /side HTTP/2.0\r\n<host>\r\n",
        "GET /side HTTP/1.1 \r\n\r\n",
        "GET  /side  HTTP/1.1\r\n\r\n",
        "GET /side\r\n\r\n",
        "GET\r\n\r\n",
        "\r\n\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    };
    struct world *world = *state;
    for (size_t i = 0; i < ROWS(requests); i++) {
        struct buf request = BUF_INIT;
        struct str text = str_of(requests[i]), mark = STR("<host>");
        size_t at = str_find(text, mark);
        buf_put(&request, at == SIZE_MAX ? text : str_slice(text, 0, at));
        if (at != SIZE_MAX) {
            buf_format(&request, "Host: localhost:%u\r\n", http_port(world->http));
            buf_put(&request, str_from(text, at + mark.len));
        }
        struct str answer = exchange(world, buf_str(&request));
        assert_no_secret(requests[i], answer);
        if (answer.len > 0 && (status_of(answer) < 400 || !has(answer, "Connection: close")))
            fail_msg("%s:\n%.*s", requests[i], STR_ARG(answer));
        buf_release(&request);
    }
    assert_int_equal(world->asked, 0);
}

static void test_long_headers(void **state)
{
    struct world *world = *state;
    struct str field =
        str_format(&world->kit->arena, "X: %s\r\n", kit_repeat(world->kit, "y", 40000).ptr);
    struct client client = client_new(world);
    client_say(&client, request_of(world, "GET /side", field.ptr));
    settle(world);
    client_take(world, &client);
    assert_int_equal(status_of(client.got), 431);
    assert_no_secret("langt", client.got);
    client_free(&client);
}

/* Two requests at once are two answers; after one that is refused there is no other. */
static void test_one_after_another(void **state)
{
    struct world *world = *state;
    struct str one = request_of(world, "GET /side", "");
    struct str refused = request_of(world, "GET /side", "Origin: null\r\n");
    struct client client = client_new(world);
    client_say(&client, STR_JOIN(&world->kit->arena, one, one));
    settle(world);
    client_take(world, &client);
    struct str second = body_of(client.got);
    assert_true(str_starts(second, STR(SECRET "HTTP/1.1 200")));
    assert_false(client.ended);
    client_free(&client);
    assert_no_secret("etter en avvist",
                     exchange(world, STR_JOIN(&world->kit->arena, refused, one)));
}

/* Listening */

static struct client listener_new(struct world *world)
{
    struct client client = client_new(world);
    client_say(&client, request_of(world, "GET " HTTP_EVENTS, ""));
    return client;
}

static void test_listening(void **state)
{
    struct world *world = *state;
    http_tell(world->http, STR("change"), STR("{\"edition\":1}"));
    struct client client = listener_new(world);
    settle(world);
    client_take(world, &client);
    assert_int_equal(status_of(client.got), 200);
    assert_true(has(client.got, "Content-Type: text/event-stream"));
    assert_true(has(client.got, "\r\nCache-Control: no-store\r\n"));
    assert_true(has(client.got, "event: change\ndata: {\"edition\":1}\n\n"));
    http_tell(world->http, STR("change"), STR("{\"edition\":2}\nto"));
    settle(world);
    client_take(world, &client);
    assert_true(has(client.got, "event: change\ndata: {\"edition\":2}\ndata: to\n\n"));
    size_t before = client.got.len;
    wait_for(world, 14000);
    client_take(world, &client);
    assert_int_equal(client.got.len, before);
    wait_for(world, 2000);
    client_take(world, &client);
    assert_true(has(str_from(client.got, before), "\r\n:\n\n\r\n"));
    assert_int_equal(world->asked, 0);
    assert_int_equal(status_of(get(world, "HEAD " HTTP_EVENTS)), 404);
    client_free(&client);
}

static void test_there_is_room_again(void **state)
{
    struct world *world = *state;
    static struct client clients[CALLERS_LISTENING];
    for (size_t i = 0; i < CALLERS_LISTENING; i++) {
        clients[i] = listener_new(world);
        settle(world);
    }
    struct client one_more = listener_new(world);
    settle(world);
    client_take(world, &one_more);
    assert_int_equal(status_of(one_more.got), 503);
    assert_int_equal(status_of(get(world, "GET /side")), 200);
    /* They are let go at once, and not when they are next told something. */
    for (size_t i = 0; i < CALLERS_LISTENING; i++)
        client_free(&clients[i]);
    settle(world);
    client_free(&one_more);
    one_more = listener_new(world);
    settle(world);
    client_take(world, &one_more);
    assert_int_equal(status_of(one_more.got), 200);
    client_free(&one_more);
}

/*
 * Five hundred listen and fifty have begun a request. Another one gets its answer in the same
 * three turns that it takes alone, and each listener its event in three.
 */
static void test_nobody_waits_for_others(void **state)
{
    enum { LISTENERS = 500, SLOW = 50, FEW = 3 };
    struct world *world = *state;
    static struct client listeners[LISTENERS], slow[SLOW];
    for (size_t i = 0; i < LISTENERS; i++) {
        listeners[i] = listener_new(world);
        settle(world);
        client_take(world, &listeners[i]);
    }
    for (size_t i = 0; i < SLOW; i++) {
        slow[i] = client_new(world);
        client_say(&slow[i], STR("GET /side HTTP/1.1\r\nHo"));
    }
    settle(world);
    struct client other = client_new(world);
    client_say(&other, request_of(world, "GET /side", ""));
    for (int i = 0; i < FEW; i++)
        http_run(world->http, world->now);
    client_take(world, &other);
    assert_true(has(other.got, SECRET));

    http_tell(world->http, STR("change"), STR("7"));
    for (int i = 0; i < FEW; i++)
        http_run(world->http, world->now);
    for (size_t i = 0; i < LISTENERS; i++) {
        client_take(world, &listeners[i]);
        assert_true(has(listeners[i].got, "data: 7\n\n"));
    }

    /* The slow ones say a little now and then, which does not help them. */
    for (int i = 0; i < 4; i++) {
        wait_for(world, 3000);
        for (size_t j = 0; j < SLOW; j++)
            send(slow[j].fd, "s", 1, MSG_NOSIGNAL);
    }
    wait_for(world, 3000);
    for (size_t i = 0; i < SLOW; i++) {
        client_take(world, &slow[i]);
        assert_true(slow[i].ended);
        client_free(&slow[i]);
    }
    for (size_t i = 0; i < LISTENERS; i++) {
        client_take(world, &listeners[i]);
        assert_false(listeners[i].ended);
        client_free(&listeners[i]);
    }
    client_free(&other);
}

/* One that never reads fills what the kernel keeps for it, and is then hung up on. */
static void test_a_listener_that_does_not_read(void **state)
{
    struct world *world = *state;
    struct client deaf = client_new(world), other = listener_new(world);
    int small = 1;
    setsockopt(deaf.fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    client_say(&deaf, request_of(world, "GET " HTTP_EVENTS, ""));
    settle(world);
    struct str data = kit_repeat(world->kit, "z", 4000);
    size_t heard = 0;
    for (int i = 0; i < TURNS; i++) {
        http_tell(world->http, STR("change"), data);
        settle(world);
        client_take(world, &other);
        heard += other.got.len;
        other.got = STR("");
    }
    assert_true(heard > TURNS * data.len);
    assert_false(other.ended);
    wait_for(world, 11000);
    client_take(world, &deaf);
    assert_true(deaf.ended);
    assert_true(deaf.got.len < TURNS * data.len);
    client_free(&deaf);
    client_free(&other);
}

/* With all places taken, the one that has been idle for longest makes room. */
static void test_all_places_are_taken(void **state)
{
    struct world *world = *state;
    static struct client idle[CALLERS_MAX];
    for (size_t i = 0; i < CALLERS_MAX; i++) {
        idle[i] = client_new(world);
        if (i % 50 == 0)
            settle(world);
    }
    settle(world);
    struct client other = client_new(world);
    client_say(&other, request_of(world, "GET /side", ""));
    settle(world);
    client_take(world, &other);
    assert_int_equal(other.got.len, 0);
    wait_for(world, 1500);
    client_take(world, &other);
    assert_true(has(other.got, SECRET));
    size_t ended = 0;
    for (size_t i = 0; i < CALLERS_MAX; i++) {
        client_take(world, &idle[i]);
        ended += idle[i].ended;
        client_free(&idle[i]);
    }
    assert_true(ended > 0 && ended < 10);
    client_free(&other);
}

static void test_idle_ones_go(void **state)
{
    struct world *world = *state;
    struct client silent = client_new(world), served = client_new(world);
    client_say(&served, request_of(world, "GET /side", ""));
    settle(world);
    wait_for(world, 14000);
    client_take(world, &silent);
    client_take(world, &served);
    assert_false(silent.ended || served.ended);
    wait_for(world, 2000);
    client_take(world, &silent);
    client_take(world, &served);
    assert_true(silent.ended && served.ended);
    client_free(&silent);
    client_free(&served);
    settle(world);
    assert_int_equal(http_timeout(world->http), -1);
}

static void test_closing(void **state)
{
    struct world *world = *state;
    struct client client = listener_new(world), slow = client_new(world);
    client_say(&slow, STR("GET /si"));
    settle(world);
    http_close(world->http);
    client_take(world, &client);
    client_take(world, &slow);
    assert_true(client.ended && slow.ended);
    client_free(&client);
    client_free(&slow);
    world->http = http_open(0, true);
    http_start(world->http, answer_of, world);
}

/* Ports */

static void open_exactly(void *context)
{
    http_open(http_port(context), true);
}

static void test_ports(void **state)
{
    struct world *world = *state;
    unsigned port = http_port(world->http);
    struct http *next = http_open(port, false);
    assert_true(http_port(next) > port && http_port(next) <= port + 100);
    assert_dies_with("i bruk", open_exactly, world->http);
    http_close(next);
    int six = connect_to(AF_INET6, port);
    if (six < 0) {
        print_message("hoppet over: http; maskinen har ikke IPv6\n");
        return;
    }
    struct client client = {.fd = six};
    client_say(&client, str_format(&world->kit->arena,
                                   "GET /side HTTP/1.1\r\nHost: [::1]:%u\r\n\r\n", port));
    settle(world);
    client_take(world, &client);
    assert_true(has(client.got, SECRET));
    client_free(&client);
}

/* Both ends of all connections are ours. */
static void allow_many_descriptors(void)
{
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_answers),
        WITH_WORLD(test_every_answer_has_its_fields),
        WITH_WORLD(test_who_is_answered),
        WITH_WORLD(test_where_it_comes_from),
        WITH_WORLD(test_ways_out),
        WITH_WORLD(test_paths),
        WITH_WORLD(test_malformed),
        WITH_WORLD(test_long_headers),
        WITH_WORLD(test_one_after_another),
        WITH_WORLD(test_listening),
        WITH_WORLD(test_there_is_room_again),
        WITH_WORLD(test_nobody_waits_for_others),
        WITH_WORLD(test_a_listener_that_does_not_read),
        WITH_WORLD(test_all_places_are_taken),
        WITH_WORLD(test_idle_ones_go),
        WITH_WORLD(test_closing),
        WITH_WORLD(test_ports),
    };
    allow_many_descriptors();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
