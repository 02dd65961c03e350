#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/fs.h"
#include "kit.h"
#include "serve/watch.h"

/*
 * What counts as a change in a folder that is watched. An event is there as soon as the act that
 * causes it has returned, so with no calm nothing here waits, and no test depends on the clock.
 */

enum { NO_CALM = 0, LONG_CALM = 600000, ENOUGH = 20000 /* ms: a fault, not a slow machine */ };

struct watching {
    struct fs_root root;
    struct watch watch;
};

static void begin(struct kit *kit, struct watching *watching, unsigned calm)
{
    watching->root = fs_root_open(&kit->arena, STR("."));
    watch_open(&watching->watch, calm);
    watch_folder(&watching->watch, &watching->root, STR("content"));
}

static void end(struct watching *watching)
{
    watch_close(&watching->watch);
    fs_root_close(&watching->root);
}

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    size_t len = strlen(text);
    assert_true(fd >= 0 && write(fd, text, len) == (ssize_t)len);
    close(fd);
}

static void must(int result)
{
    assert_int_equal(result, 0);
}

/* ---- single acts ---- */

static void do_write(void)
{
    write_file("content/om.md", "ny");
}
static void do_make(void)
{
    write_file("content/mappe/ny.md", "ny");
}
static void do_cut(void)
{
    must(truncate("content/om.md", 0));
}
static void do_remove(void)
{
    must(unlink("content/om.md"));
}
static void do_rename(void)
{
    must(rename("content/om.md", "content/annet.md"));
}
static void do_move_in(void)
{
    must(rename("utenfor/fil", "content/om.md"));
}
static void do_move_out(void)
{
    must(rename("content/om.md", "utenfor/om.md"));
}
static void do_link_over(void)
{
    must(link("utenfor/fil", "content/.nytt") | rename("content/.nytt", "content/om.md"));
}
static void do_rights(void)
{
    must(chmod("content/om.md", 0600));
}
static void do_touch(void)
{
    must(utimensat(AT_FDCWD, "content/om.md", NULL, 0));
}
static void do_hide(void)
{
    must(rename("content/om.md", "content/.om.md"));
}
static void do_link(void)
{
    must(symlink("../utenfor/fil", "content/lenke"));
}
static void do_make_folder(void)
{
    must(mkdir("content/ny", 0755));
}
static void do_rename_folder(void)
{
    must(rename("content/mappe", "content/annen"));
}
static void do_rename_all(void)
{
    must(rename("content", "borte"));
}

static void do_backup(void)
{
    write_file("content/om.md~", "");
}
static void do_swap_file(void)
{
    write_file("content/.om.md.swp", "x");
    must(truncate("content/.om.md.swp", 0) | unlink("content/.om.md.swp"));
}
static void do_lock(void)
{
    must(symlink("noen@her", "content/.#om.md"));
}
static void do_hidden_folder(void)
{
    must(mkdir("content/.git", 0755));
    write_file("content/.git/index", "x");
}
static void do_read(void)
{
    char byte;
    int fd = open("content/om.md", O_RDONLY | O_CLOEXEC);
    assert_int_equal(read(fd, &byte, 1), 1);
    close(fd);
}
static void do_outside(void)
{
    write_file("utenfor/fil", "ny");
}
static void do_beside(void)
{
    write_file("annet", "ny");
    must(mkdir("public", 0755) | rename("public", "contents"));
}
static void do_beyond_a_link(void)
{
    write_file("utenfor/mappe/fil", "ny");
}

static const struct act {
    const char *name;
    void (*act)(void);
    bool counts;
} acts[] = {
    {"write", do_write, true},
    {"make", do_make, true},
    {"cut", do_cut, true},
    {"remove", do_remove, true},
    {"rename", do_rename, true},
    {"move in", do_move_in, true},
    {"move out", do_move_out, true},
    {"link over", do_link_over, true},
    {"rights", do_rights, true},
    {"touch", do_touch, true},
    {"hide", do_hide, true},
    {"link", do_link, true},
    {"make a folder", do_make_folder, true},
    {"rename a folder", do_rename_folder, true},
    {"rename all", do_rename_all, true},
    {"backup", do_backup, true},
    {"swap file", do_swap_file, false},
    {"lock", do_lock, false},
    {"hidden folder", do_hidden_folder, false},
    {"read", do_read, false},
    {"outside", do_outside, false},
    {"beside", do_beside, false},
    {"beyond a link", do_beyond_a_link, false},
};

static void lay_out(struct kit *kit)
{
    static const char *const files[] = {"content/om.md", "content/mappe/en.md", "utenfor/fil",
                                        "utenfor/mappe/fil"};
    assert_int_equal(system("rm -rf ./* .[a-z]*"), 0);
    for (size_t i = 0; i < ROWS(files); i++)
        kit_make_file(kit, files[i], "tekst\n");
    must(symlink("../utenfor/mappe", "content/ut-av-mappen"));
}

static void test_acts(void **state)
{
    for (size_t i = 0; i < ROWS(acts); i++) {
        struct watching watching;
        lay_out(*state);
        begin(*state, &watching, NO_CALM);
        assert_false(watch_changed(&watching.watch));
        acts[i].act();
        if (watch_changed(&watching.watch) != acts[i].counts)
            fail_msg("%s: %s", acts[i].name, acts[i].counts ? "not told" : "told");
        assert_false(watch_changed(&watching.watch));
        assert_int_equal(watch_timeout(&watching.watch), -1);
        end(&watching);
    }
}

/* ---- folders that come and go ---- */

/* Fails unless a file that is written there now is told. */
static void assert_watched(struct watching *watching, const char *path)
{
    write_file(path, "nytt");
    if (!watch_changed(&watching->watch))
        fail_msg("%s: not told", path);
}

static void assert_not_watched(struct watching *watching, const char *path)
{
    write_file(path, "nytt");
    if (watch_changed(&watching->watch))
        fail_msg("%s: told", path);
}

static void test_new_folders(void **state)
{
    struct watching watching;
    lay_out(*state);
    begin(*state, &watching, NO_CALM);
    kit_make_file(*state, "content/a/b/c/d.md", "laget før noen fulgte med\n");
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "content/a/b/c/d.md");
    assert_watched(&watching, "content/a/b/e.md");
    kit_make_file(*state, "utenfor/tre/gren/blad.md", "");
    must(rename("utenfor/tre", "content/tre"));
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "content/tre/gren/blad.md");
    end(&watching);
}

static void test_folders_that_leave(void **state)
{
    struct watching watching;
    lay_out(*state);
    kit_make_file(*state, "content/tre/gren/blad.md", "");
    begin(*state, &watching, NO_CALM);
    size_t watched = watching.watch.len;
    must(rename("content/tre", "utenfor/tre"));
    assert_true(watch_changed(&watching.watch));
    assert_not_watched(&watching, "utenfor/tre/gren/blad.md");
    assert_not_watched(&watching, "utenfor/tre/ny.md");
    assert_int_equal(watching.watch.len, watched - 2);
    must(rename("utenfor/tre", "content/tre"));
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "content/tre/gren/blad.md");
    must(system("rm -r content/tre"));
    assert_true(watch_changed(&watching.watch));
    watch_changed(&watching.watch);
    assert_int_equal(watching.watch.len, watched - 2);
    end(&watching);
}

/* The folder itself: away, back, another in its place. */
static void test_the_folder_itself(void **state)
{
    struct watching watching;
    lay_out(*state);
    begin(*state, &watching, NO_CALM);
    must(rename("content", "gammel"));
    assert_true(watch_changed(&watching.watch));
    assert_not_watched(&watching, "gammel/om.md");
    kit_make_file(*state, "content/ny/om.md", "");
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "content/ny/om.md");
    must(renameat2(AT_FDCWD, "content", AT_FDCWD, "gammel", RENAME_EXCHANGE));
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "content/mappe/en.md");
    assert_not_watched(&watching, "gammel/ny/om.md");
    must(system("rm -r content"));
    assert_true(watch_changed(&watching.watch));
    must(symlink("gammel", "content"));
    watch_changed(&watching.watch);
    assert_not_watched(&watching, "gammel/ny/om.md");
    end(&watching);
}

/* One that is not there yet, below one that is watched and below one that is not there either. */
static void test_a_folder_to_come(void **state)
{
    struct watching watching;
    lay_out(*state);
    begin(*state, &watching, NO_CALM);
    watch_folder(&watching.watch, &watching.root, STR("theme"));
    watch_folder(&watching.watch, &watching.root, STR("share/samling/theme"));
    watch_folder(&watching.watch, &watching.root, STR("content/theme"));
    assert_watched(&watching, "content/om.md");
    must(mkdir("share", 0755));
    assert_true(watch_changed(&watching.watch));
    assert_not_watched(&watching, "share/annet");
    kit_make_file(*state, "share/samling/theme/templates/page.mustache", "");
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "share/samling/theme/templates/page.mustache");
    must(rename("share/samling", "share/andre"));
    assert_true(watch_changed(&watching.watch));
    assert_not_watched(&watching, "share/andre/theme/templates/page.mustache");
    kit_make_file(*state, "theme/strings/nb.yaml", "");
    assert_true(watch_changed(&watching.watch));
    assert_watched(&watching, "theme/strings/nb.yaml");
    end(&watching);
}

/* ---- when it is told ---- */

static bool wait_for_change(struct watching *watching)
{
    struct pollfd polled = {.fd = watch_fd(&watching->watch), .events = POLLIN};
    for (;;) {
        int most = watch_timeout(&watching->watch);
        int ready = poll(&polled, 1, most >= 0 ? most : ENOUGH);
        if (watch_changed(&watching->watch))
            return true;
        if (ready == 0 && most < 0)
            return false;
    }
}

static void test_many_are_one_change(void **state)
{
    struct watching watching;
    char path[64];
    lay_out(*state);
    begin(*state, &watching, LONG_CALM);
    for (int i = 0; i < 500; i++) {
        snprintf(path, sizeof path, "content/mappe%d", i / 50);
        if (i % 50 == 0)
            must(mkdir(path, 0755));
        snprintf(path, sizeof path, "content/mappe%d/%d.md", i / 50, i);
        write_file(path, "tekst");
        assert_false(watch_changed(&watching.watch));
    }
    assert_in_range(watch_timeout(&watching.watch), 1, LONG_CALM);
    watching.watch.calm = WATCH_CALM;
    assert_true(wait_for_change(&watching));
    assert_false(watch_changed(&watching.watch));
    assert_int_equal(watch_timeout(&watching.watch), -1);
    end(&watching);
}

static void test_writing_that_goes_on(void **state)
{
    struct watching watching;
    lay_out(*state);
    begin(*state, &watching, LONG_CALM);
    do_write();
    assert_false(watch_changed(&watching.watch));
    watching.watch.first -= (double)LONG_CALM * WATCH_CALMS_MAX;
    do_write();
    assert_int_equal(watch_timeout(&watching.watch), 0);
    assert_true(watch_changed(&watching.watch));
    do_write();
    assert_false(watch_changed(&watching.watch));
    end(&watching);
}

/* More events than the system keeps: the folders are looked for again. */
static void test_lost_events(void **state)
{
    struct watching watching;
    FILE *file = fopen("/proc/sys/fs/inotify/max_queued_events", "re");
    long most = 0;
    if (!file || fscanf(file, "%ld", &most) != 1 || most > 100000) {
        puts("hoppet over: systemet mister ingen hendelser");
        skip();
    }
    fclose(file);
    lay_out(*state);
    kit_make_file(*state, "content/a", "");
    begin(*state, &watching, NO_CALM);
    for (long i = 0; i <= most / 2; i++) /* two in turn, for one event twice is one */
        must(chmod("content/a", 0600) | chmod("content/om.md", 0600));
    kit_make_file(*state, "content/ny/en.md", "");
    assert_true(watch_changed(&watching.watch));
    while (watch_changed(&watching.watch))
        ;
    assert_watched(&watching, "content/ny/en.md");
    end(&watching);
}

/* Folders that come and go while they are looked for never end the program. */
static void test_coming_and_going(void **state)
{
    struct watching watching;
    lay_out(*state);
    begin(*state, &watching, NO_CALM);
    pid_t other = fork();
    if (other == 0)
        for (;;) {
            mkdir("content/x", 0755);
            mkdir("content/x/y", 0755);
            rename("content/x/y", "content/z");
            rmdir("content/x");
            rmdir("content/z");
        }
    for (int told = 0; told < 500;)
        told += watch_changed(&watching.watch);
    kill(other, SIGKILL);
    assert_int_equal(waitpid(other, NULL, 0), other);
    must(system("rm -rf content/[xyz]"));
    while (watch_changed(&watching.watch))
        ;
    assert_watched(&watching, "content/mappe/en.md");
    end(&watching);
}

/* ---- shut in ---- */

/* In a process of its own, for nobody gets out again: tells by its status how far it came. */
static _Noreturn void watch_shut_in(struct kit *kit, int begun)
{
    struct watching watching;
    struct confine confine;
    begin(kit, &watching, NO_CALM);
    watch_folder(&watching.watch, &watching.root, STR("theme"));
    confine_begin(&confine, true);
    fs_root_allow(&watching.root, STR("content"), &confine, CONFINE_READ);
    confine_enter(&confine);
    int status = open(".", O_RDONLY | O_CLOEXEC) >= 0; /* it is not shut in */
    if (write(begun, "x", 1) != 1 || !wait_for_change(&watching))
        _exit(10);
    /* told of the outermost folder; what is in it is watched from now on */
    if (write(begun, "x", 1) != 1 || !wait_for_change(&watching))
        _exit(11);
    _exit(status);
}

static void wait_for_byte(int fd)
{
    char byte;
    assert_int_equal(read(fd, &byte, 1), 1);
}

static void test_shut_in(void **state)
{
    int begun[2], status;
    if (confine_abi() == 0) {
        puts("hoppet over: kjernen har ikke Landlock");
        skip();
    }
    lay_out(*state);
    must(pipe2(begun, O_CLOEXEC));
    pid_t child = fork();
    if (child == 0)
        watch_shut_in(*state, begun[1]);
    wait_for_byte(begun[0]);
    kit_make_file(*state, "content/ny/folder/en.md", "");
    wait_for_byte(begun[0]);
    write_file("content/ny/folder/en.md", "endret");
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    close(begun[0]);
    close(begun[1]);
}

/* ---- limits ---- */

/* The system answers alike when a user has no more instances; to use those up would harm others. */
static void open_one_too_many(void *context)
{
    const struct rlimit none = {0, 0};
    struct watch watch;
    (void)context;
    setrlimit(RLIMIT_NOFILE, &none);
    watch_open(&watch, NO_CALM);
}

static void test_too_many(void **state)
{
    (void)state;
    assert_dies_with("max_user_instances", open_one_too_many, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_acts),
        WITH_FOLDER(test_new_folders),
        WITH_FOLDER(test_folders_that_leave),
        WITH_FOLDER(test_the_folder_itself),
        WITH_FOLDER(test_a_folder_to_come),
        WITH_FOLDER(test_many_are_one_change),
        WITH_FOLDER(test_writing_that_goes_on),
        WITH_FOLDER(test_lost_events),
        WITH_FOLDER(test_coming_and_going),
        WITH_FOLDER(test_shut_in),
        WITH_KIT(test_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
