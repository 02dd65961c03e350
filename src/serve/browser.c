#include "serve/browser.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/said.h"
#include "base/str.h"

enum { ADDRESS_MAX = 4096, NOT_STARTED = 127 };

/* xdg-open hands the address on, and its status tells whether it could; the others are browsers. */
static const char first_opener[] = "xdg-open";
static const char *const browsers[] = {"sensible-browser", "x-www-browser", "firefox", "chromium"};

static void say_none(int to, const char *address)
{
    dprintf(to,
            SAID("samling: fant ikke noe program å åpne nettleseren med; gå selv til %s\n",
                 "samling: found no program to open the browser with; go to %s yourself\n"),
            address);
}

/* ---- in the process that waits ---- */

/* Becomes the program, if it is there. */
static void become(const char *program, const char *address)
{
    execlp(program, program, address, (char *)NULL);
}

static bool hand_on(const char *program, const char *address)
{
    int status = NOT_STARTED;
    pid_t child = fork();
    if (child == 0) {
        become(program, address);
        _exit(NOT_STARTED);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return status == 0;
}

/* Others write `%s` where the address is to stand: at the end, where we put it anyhow. */
static void become_chosen(const char *address)
{
    struct fs_name name;
    for (struct str rest = str_of(getenv("BROWSER")), program; str_cut(&rest, ':', &program);) {
        if (str_ends(program, STR("%s")))
            program = str_trim(str_slice(program, 0, program.len - 2));
        if (program.len && program.len < sizeof name.text)
            become(fs_name(&name, program), address);
    }
}

static _Noreturn void open_in_some(const char *address)
{
    /* Browsers chatter. What we say goes past that, and the browser does not get it. */
    int to = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = STDIN_FILENO; nothing >= 0 && fd <= STDERR_FILENO; fd++)
        dup2(nothing, fd);
    become_chosen(address);
    if (hand_on(first_opener, address))
        _exit(0);
    for (size_t i = 0; i < sizeof browsers / sizeof *browsers; i++)
        become(browsers[i], address);
    say_none(to, address);
    _exit(0);
}

/* Programs expect to be started as if from a terminal, whatever we do with signals. */
static void reset_signals(void)
{
    sigset_t none;
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void wait_for_address(int from)
{
    char address[ADDRESS_MAX];
    size_t have = 0;
    ssize_t got = 1;
    reset_signals();
    while (have < sizeof address && got > 0) {
        got = read(from, address + have, sizeof address - have);
        have += got > 0 ? (size_t)got : 0;
        if (have && address[have - 1] == '\0')
            open_in_some(address);
    }
    _exit(0);
}

/* ---- in ours ---- */

/* A child of a child that has ended belongs to the system, which takes care of it. */
static void begin_waiting(int from)
{
    setsid();
    if (fork() == 0)
        wait_for_address(from);
    _exit(0);
}

void browser_prepare(struct browser *browser)
{
    int ends[2];
    browser->fd = -1;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        begin_waiting(ends[1]);
    }
    close(ends[1]);
    browser->fd = ends[0];
    while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
        ;
}

void browser_open(struct browser *browser, const char *address)
{
    size_t len = strlen(address) + 1; /* the NUL tells that it is whole */
    bool sent = len <= ADDRESS_MAX && browser->fd >= 0 &&
                send(browser->fd, address, len, MSG_NOSIGNAL) == (ssize_t)len;
    if (!sent)
        say_none(STDERR_FILENO, address);
    browser_close(browser);
}

void browser_close(struct browser *browser)
{
    if (browser->fd >= 0)
        close(browser->fd);
    browser->fd = -1;
}
