#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"
#include "kit.h"
#include "serve/browser.h"

/*
 * What opens an address: programs of our own in bin/, which is all that there is to find. They tell
 * in `told`, a FIFO that we hold open, what they were given.
 */

enum { ENOUGH = 20000 /* ms: a fault, not a slow machine */ };

static const char address[] = "http://127.0.0.1:8000/?a=1&b=$HOME;'\"";

/* Its name, the words it was given, its session if that is ours, and the sockets that it has. */
static const char tells[] = "#!/bin/sh\n"
                            "PATH=/usr/bin:/bin\n"
                            "read -r _ _ _ _ _ session _ </proc/$$/stat\n"
                            "[ \"$session\" != \"$OURS\" ] && session=own\n"
                            "sockets=$(ls -l /proc/$$/fd | grep -c socket:)\n"
                            "echo \"${0##*/}|$#|$1|$session|$sockets\" >told\n";
static const char refuses[] = "#!/bin/sh\nexit 3\n";

static void make_program(struct kit *kit, const char *path, const char *text)
{
    kit_make_file(kit, path, text);
    assert_int_equal(chmod(path, 0755), 0);
}

static int lay_out(struct kit *kit)
{
    char number[32];
    make_program(kit, "bin/noe", tells);
    snprintf(number, sizeof number, "%d", (int)getsid(0));
    assert_int_equal(
        setenv("PATH", str_c(&kit->arena, STR_JOIN(&kit->arena, str_of(kit->folder), STR("/bin"))),
               1),
        0);
    setenv("OURS", number, 1);
    unsetenv("BROWSER");
    assert_int_equal(mkfifo("told", 0600), 0);
    return open("told", O_RDWR | O_CLOEXEC);
}

/* Returns what is written next. */
static struct str next_line(struct kit *kit, int fd)
{
    char *line = arena_text(&kit->arena, 4096);
    size_t len = 0;
    struct pollfd polled = {.fd = fd, .events = POLLIN};
    while (len < 4095 && (len == 0 || line[len - 1] != '\n')) {
        if (poll(&polled, 1, ENOUGH) != 1 || read(fd, line + len, 1) != 1)
            fail_msg("nothing was told");
        len++;
    }
    return str_slice((struct str){line, len}, 0, len - 1);
}

static void assert_opened_by(struct kit *kit, int told, const char *program)
{
    struct str expected =
        STR_JOIN(&kit->arena, str_of(program), STR("|1|"), str_of(address), STR("|own|0"));
    assert_str(program, next_line(kit, told), expected.ptr);
}

static void test_openers(void **state)
{
    static const struct {
        const char *present, *refusing, *chosen, *expected;
    } rows[] = {
        {"xdg-open", NULL, NULL, "xdg-open"},
        {"firefox", "xdg-open", NULL, "firefox"},
        {"x-www-browser", NULL, NULL, "x-www-browser"},
        {"xdg-open", NULL, "finnes-ikke:noe", "noe"},
        {"xdg-open", NULL, "/finnes/ikke:bin/noe %s", "noe"},
        {"xdg-open", NULL, "finnes-ikke::", "xdg-open"},
    };
    struct kit *kit = *state;
    int told = lay_out(kit), ours = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct browser browser;
        const char *path = STR_JOIN(&kit->arena, STR("bin/"), str_of(rows[i].present)).ptr;
        make_program(kit, path, tells);
        if (rows[i].refusing)
            make_program(kit, "bin/xdg-open", refuses);
        if (rows[i].chosen)
            setenv("BROWSER", rows[i].chosen, 1);
        browser_prepare(&browser);
        browser_open(&browser, address);
        assert_opened_by(kit, told, rows[i].expected);
        assert_int_equal(waitpid(-1, NULL, WNOHANG),
                         -1); /* no child of ours, not even a dead one */
        assert_int_equal(errno, ECHILD);
        unlink(path);
        unlink("bin/xdg-open");
        unsetenv("BROWSER");
    }
    close(ours);
    close(told);
}

/* Standard error, which the process that waits has from us. */
static void test_nothing_to_open_with(void **state)
{
    struct kit *kit = *state;
    struct browser browser;
    int ends[2], told = lay_out(kit), before = dup(STDERR_FILENO);
    unlink("bin/noe");
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    dup2(ends[1], STDERR_FILENO);
    browser_prepare(&browser);
    dup2(before, STDERR_FILENO);
    browser_open(&browser, address);
    struct str said = next_line(kit, ends[0]);
    assert_true(str_starts(said, STR("samling: ")) && str_find(said, str_of(address)) != SIZE_MAX);
    close(ends[0]);
    close(ends[1]);
    close(before);
    close(told);
}

/* The process that waits has the end of a pipe from us, and nobody else. */
static void test_no_address(void **state)
{
    struct browser browser;
    int ends[2];
    char byte;
    struct pollfd polled = {.events = POLLIN};
    close(lay_out(*state));
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    polled.fd = ends[0];
    browser_prepare(&browser);
    close(ends[1]);
    assert_int_equal(poll(&polled, 1, 0), 0);
    browser_close(&browser);
    assert_int_equal(poll(&polled, 1, ENOUGH), 1);
    assert_int_equal(read(ends[0], &byte, 1), 0);
    close(ends[0]);
}

static _Noreturn void open_shut_in(void)
{
    struct browser browser;
    struct confine confine;
    browser_prepare(&browser);
    confine_begin(&confine, true);
    confine_enter(&confine);
    if (open("told", O_RDWR | O_CLOEXEC) >= 0)
        _exit(1);
    browser_open(&browser, address);
    _exit(0);
}

static void test_shut_in(void **state)
{
    struct kit *kit = *state;
    int status;
    if (confine_abi() == 0) {
        puts("hoppet over: kjernen har ikke Landlock");
        skip();
    }
    int told = lay_out(kit);
    make_program(kit, "bin/xdg-open", tells);
    pid_t child = fork();
    if (child == 0)
        open_shut_in();
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_opened_by(kit, told, "xdg-open");
    close(told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_openers),
        WITH_FOLDER(test_nothing_to_open_with),
        WITH_FOLDER(test_no_address),
        WITH_FOLDER(test_shut_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
