#include "serve/loopback.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/die.h"

/* Those who come while all places are taken wait in the kernel, as many as it lets. */
enum { WAITING_ROOM = 1024, LAST_PORT = 65535 };

union loopback_address {
    struct sockaddr any;
    struct sockaddr_in four;
    struct sockaddr_in6 six;
};

static socklen_t loopback_address(union loopback_address *address, int family, unsigned port)
{
    memset(address, 0, sizeof *address);
    if (family == AF_INET6) {
        address->six = (struct sockaddr_in6){.sin6_family = AF_INET6,
                                             .sin6_port = htons((uint16_t)port),
                                             .sin6_addr = IN6ADDR_LOOPBACK_INIT};
        return sizeof address->six;
    }
    address->four = (struct sockaddr_in){.sin_family = AF_INET,
                                         .sin_port = htons((uint16_t)port),
                                         .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    return sizeof address->four;
}

/* A port is free again as soon as the program ends; that of one who listens is never shared. */
static void loopback_set_options(int fd, int family)
{
    const int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
}

/* Returns a socket that listens, or -1 with the reason in errno. */
static int loopback_listen(int family, unsigned port)
{
    union loopback_address address;
    socklen_t size = loopback_address(&address, family, port);
    int fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    loopback_set_options(fd, family);
    if (bind(fd, &address.any, size) == 0 && listen(fd, WAITING_ROOM) == 0)
        return fd;
    int reason = errno;
    close(fd);
    errno = reason;
    return -1;
}

static unsigned loopback_port_of(int fd)
{
    union loopback_address address;
    socklen_t size = sizeof address;
    if (getsockname(fd, &address.any, &size) != 0)
        die_errno(SAID("finner ikke porten", "cannot find the port"));
    return ntohs(address.four.sin_port);
}

/* Whether the machine has none of this family, or it is turned off. */
static bool loopback_family_is_missing(void)
{
    return errno == EAFNOSUPPORT || errno == EADDRNOTAVAIL || errno == EPROTONOSUPPORT;
}

static bool loopback_try(struct loopback *loopback, unsigned port)
{
    int four = loopback_listen(AF_INET, port);
    if (four < 0)
        return false;
    *loopback = (struct loopback){.fds = {four, -1}, .count = 1, .port = loopback_port_of(four)};
    int six = loopback_listen(AF_INET6, loopback->port);
    if (six >= 0)
        loopback->fds[loopback->count++] = six;
    else if (!loopback_family_is_missing()) {
        int reason = errno;
        loopback_close(loopback);
        errno = reason;
        return false;
    }
    return true;
}

void loopback_open(struct loopback *loopback, unsigned port, bool exact)
{
    unsigned tries = exact ? 1 : LOOPBACK_TRIES, next = port;
    for (; tries > 0 && next <= LAST_PORT; tries--, next += port != 0) {
        if (loopback_try(loopback, next))
            return;
        if (errno != EADDRINUSE)
            die_errno(SAID("kan ikke lytte på port %u", "cannot listen on port %u"), next);
    }
    if (exact)
        die(SAID("port %u er i bruk av et annet program", "port %u is in use by another program"),
            port);
    die(SAID("alle porter fra %u til %u er i bruk", "all ports from %u to %u are in use"), port,
        next - 1);
}

void loopback_close(struct loopback *loopback)
{
    for (size_t i = 0; i < loopback->count; i++)
        close(loopback->fds[i]);
    loopback->count = 0;
}
