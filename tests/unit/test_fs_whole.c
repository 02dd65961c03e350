#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs_lock.h"
#include "base/fs_walk.h"
#include "base/fs_whole.h"
#include "base/fs_write.h"
#include "kit.h"

/* Single files are put in place whole, whatever else happens in the folder meanwhile. */

enum { ROOM = 1000 };

typedef void put_file(const struct fs_root *root, struct str path, struct str bytes);

static struct str more_than_there_is_room_for(struct kit *kit)
{
    return kit_repeat(kit, "x", (size_t)ROOM * 2);
}

static void put(struct kit *kit, put_file *act, const char *path, struct str bytes)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    act(&root, str_of(path), bytes);
    fs_root_close(&root);
}

/* Writing beyond the limit is a signal, and an error where that is ignored. */
static void leave_little_room(void)
{
    struct rlimit limit = {ROOM, ROOM};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

struct failing {
    struct kit *kit;
    put_file *act;
};

static void fail_to_put(void *context)
{
    struct failing *failing = context;
    signal(SIGXFSZ, SIG_IGN);
    leave_little_room();
    put(failing->kit, failing->act, "mappe/fil", more_than_there_is_room_for(failing->kit));
}

static void be_killed_while_putting(struct kit *kit, put_file *act)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        leave_little_room();
        put(kit, act, "mappe/fil", more_than_there_is_room_for(kit));
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
}

static size_t files_in(struct kit *kit, const char *path)
{
    struct fs_list list = {0};
    struct fs_root root = fs_root_open(&kit->arena, str_of(path));
    fs_walk_all(&root, STR(""), 0, &kit->arena, &list);
    fs_root_close(&root);
    return list.len;
}

/* ---- what goes well ---- */

static void test_replace(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "mappe/a.md", "noe annet");
    for (int i = 0; i < 2; i++) { /* a new file, and one that is there */
        put(kit, fs_replace, "mappe/fil", i ? STR("ny\n") : STR("gammel\n"));
        assert_file(kit, "mappe/fil", i ? "ny\n" : "gammel\n");
        assert_int_equal(files_in(kit, "mappe"), 2);
    }
}

static void test_replace_a_link(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "hemmelig", "hemmelig");
    assert_int_equal(symlink("hemmelig", "fil"), 0);
    put(kit, fs_replace, "fil", STR("her\n"));
    assert_file(kit, "fil", "her\n");
    assert_file(kit, "hemmelig", "hemmelig");
}

static void test_add(void **state)
{
    struct kit *kit = *state;
    put(kit, fs_add, "mappe/dypere/fil", STR("ny\n"));
    assert_file(kit, "mappe/dypere/fil", "ny\n");
    assert_int_equal(kit_stat("mappe/dypere/fil").st_mode & 07777, 0644);
    assert_int_equal(kit_stat("mappe/dypere/fil").st_nlink, 1);
    assert_int_equal(files_in(kit, "mappe/dypere"), 1);
}

/* The longest name there can be leaves no room for more beside it. */
static void test_long_name(void **state)
{
    struct kit *kit = *state;
    const char *name = kit_repeat(kit, "n", 255).ptr;
    put(kit, fs_add, name, STR("ny\n"));
    put(kit, fs_replace, name, STR("nyere\n"));
    assert_file(kit, name, "nyere\n");
}

/* ---- what does not ---- */

static void add_again(void *context)
{
    put(context, fs_add, "mappe/fil", STR("en annen"));
}

static void test_add_replaces_nothing(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "mappe/fil", "den første");
    assert_dies_with("mappe/fil: finnes fra før", add_again, kit);
    assert_file(kit, "mappe/fil", "den første");
    assert_int_equal(unlink("mappe/fil"), 0);
    assert_int_equal(symlink("ingen-steder", "mappe/fil"), 0);
    assert_dies_with("mappe/fil: finnes fra før", add_again, kit);
    assert_int_equal(files_in(kit, "mappe"), 1);
}

static void test_full_disk(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "mappe/annet", "");
    assert_dies_with("mappe/fil", fail_to_put, &(struct failing){kit, fs_add});
    assert_int_equal(files_in(kit, "mappe"), 1);
    kit_make_file(kit, "mappe/fil", "gammel");
    assert_dies_with("mappe/fil", fail_to_put, &(struct failing){kit, fs_replace});
    assert_file(kit, "mappe/fil", "gammel");
    assert_int_equal(files_in(kit, "mappe"), 2);
}

static void test_killed(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "mappe/annet", "");
    be_killed_while_putting(kit, fs_add);
    assert_false(kit_exists("mappe/fil"));
    put(kit, fs_add, "mappe/fil", STR("gammel")); /* clears up after the dead one */
    assert_int_equal(files_in(kit, "mappe"), 2);
    be_killed_while_putting(kit, fs_replace);
    assert_file(kit, "mappe/fil", "gammel");
    put(kit, fs_replace, "mappe/fil", STR("ny"));
    assert_file(kit, "mappe/fil", "ny");
    assert_int_equal(files_in(kit, "mappe"), 2);
}

/* What another process is writing is its own, and so is what only looks like ours. */
static void test_the_living_are_left_alone(void **state)
{
    static const char *const others[] = {
        "mappe/.samling-0123456789abcdef.new", "mappe/.samling-0123456789abcdeg.new",
        "mappe/.samling-0123.new", "mappe/.samling-0123456789abcdef.old", "mappe/.fil.new"};
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(others); i++)
        kit_make_file(kit, others[i], "halv");
    int living = open(others[0], O_WRONLY);
    assert_int_equal(flock(living, LOCK_EX), 0);
    put(kit, fs_replace, "mappe/fil", STR("ny"));
    for (size_t i = 0; i < ROWS(others); i++)
        assert_file(kit, others[i], "halv");
    close(living);
    put(kit, fs_replace, "mappe/fil", STR("nyere"));
    assert_false(kit_exists(others[0]));
    assert_int_equal(files_in(kit, "mappe"), ROWS(others));
}

/* Many at once to one file: it is always the whole of one of them. */
static void test_at_once(void **state)
{
    enum { WRITERS = 8, TIMES = 50 };
    struct kit *kit = *state;
    kit_make_file(kit, "mappe/fil", "");
    for (int i = 0; i < WRITERS; i++)
        if (fork() == 0) {
            char letter[] = {(char)('a' + i), '\0'};
            for (int n = 0; n < TIMES; n++)
                put(kit, fs_replace, "mappe/fil", kit_repeat(kit, letter, 100));
            _exit(0);
        }
    for (int status, i = 0; i < WRITERS; i++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_int_equal(kit_stat("mappe/fil").st_size, 100);
    assert_int_equal(files_in(kit, "mappe"), 1);
}

/* ---- waiting for one's turn ---- */

static void test_wait_for_the_lock(void **state)
{
    int ends[2];
    char byte;
    struct kit *kit = *state;
    struct fs_lock lock;
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    assert_int_equal(pipe(ends), 0);
    if (fork() == 0) {
        fs_lock_wait(&lock, &root, STR(".lås"));
        byte = (char)write(ends[1], "x", 1);
        usleep(50 * 1000);
        kit_make_file(kit, "ferdig", "");
        fs_lock_release(&lock, &root);
        _exit(0);
    }
    assert_int_equal(read(ends[0], &byte, 1), 1);
    fs_lock_wait(&lock, &root, STR(".lås"));
    assert_true(kit_exists("ferdig"));
    assert_true(kit_exists(".lås")); /* ours, and not the file that the other removed */
    fs_lock_release(&lock, &root);
    assert_false(kit_exists(".lås"));
    assert_true(wait(NULL) > 0);
    fs_root_close(&root);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_replace),
        WITH_FOLDER(test_replace_a_link),
        WITH_FOLDER(test_add),
        WITH_FOLDER(test_long_name),
        WITH_FOLDER(test_add_replaces_nothing),
        WITH_FOLDER(test_full_disk),
        WITH_FOLDER(test_killed),
        WITH_FOLDER(test_the_living_are_left_alone),
        WITH_FOLDER(test_at_once),
        WITH_FOLDER(test_wait_for_the_lock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
