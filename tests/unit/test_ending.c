#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kit.h"
#include "serve/ending.h"

/* Each in a process of its own, for signals belong to all of it. */

static bool can_be_read(int fd)
{
    struct pollfd polled = {.fd = fd, .events = POLLIN};
    return poll(&polled, 1, 0) == 1;
}

static void once(int number)
{
    int fd = ending_begin();
    bool before = can_be_read(fd);
    raise(number);
    _exit(before || !can_be_read(fd));
}

static void twice(int number)
{
    ending_begin();
    raise(number);
    raise(number);
}

static void after_the_end(int number)
{
    ending_begin();
    ending_end();
    raise(number);
}

static void with_a_pipe_that_is_closed(int number)
{
    int ends[2];
    (void)number;
    ending_begin();
    if (pipe(ends) != 0)
        _exit(2);
    close(ends[0]);
    _exit(write(ends[1], "x", 1) != -1 || errno != EPIPE);
}

static void test_signals(void **state)
{
    static const struct {
        void (*act)(int number);
        int number, ended_by;
    } rows[] = {
        {once, SIGINT, 0},
        {once, SIGTERM, 0},
        {twice, SIGINT, SIGINT},
        {twice, SIGTERM, SIGTERM},
        {after_the_end, SIGINT, SIGINT},
        {with_a_pipe_that_is_closed, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        int status;
        pid_t child = fork();
        if (child == 0) {
            rows[i].act(rows[i].number);
            _exit(1);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(WIFSIGNALED(status) ? WTERMSIG(status) : 0, rows[i].ended_by);
        assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {WITH_KIT(test_signals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
