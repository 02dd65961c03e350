#include "serve/ending.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/die.h"

static const int ways_to_end[] = {SIGINT, SIGTERM};

/*
 * Of the process, as ending.h explains: a handler is given nothing else. signalfd() would do
 * without, but needs signals that are blocked, and then a program that is busy cannot be ended.
 */
static volatile sig_atomic_t asked = -1;

static void ask_to_end(int signal_number)
{
    const uint64_t one = 1;
    int reason = errno;
    (void)signal_number;
    ssize_t written = write((int)asked, &one, sizeof one);
    (void)written;
    errno = reason;
}

static void set_action(int signal_number, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, NULL);
}

int ending_begin(void)
{
    asked = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (asked < 0)
        die_errno(SAID("kan ikke vente på Ctrl-C", "cannot wait for Ctrl-C"));
    for (size_t i = 0; i < sizeof ways_to_end / sizeof *ways_to_end; i++)
        set_action(ways_to_end[i], ask_to_end, SA_RESTART | (int)SA_RESETHAND);
    set_action(SIGPIPE, SIG_IGN, 0);
    return (int)asked;
}

void ending_end(void)
{
    for (size_t i = 0; i < sizeof ways_to_end / sizeof *ways_to_end; i++)
        set_action(ways_to_end[i], SIG_DFL, 0);
    close((int)asked);
    asked = -1;
}
