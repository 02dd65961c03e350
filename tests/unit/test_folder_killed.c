#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sites.h"

/* Where files have to be copied a round costs ten times as much. */
enum { KILLS = 200, KILLS_COPYING = 50 };

/* Two versions of one site: a third of the files the same, a third changed, a third renamed. */
static struct file *version(const char *name, size_t count)
{
    struct file *files = arena_items(&arena, struct file, count + 1);
    for (size_t i = 0; i < count; i++) {
        const char *mark = i % 3 ? name : "";
        files[i].path = str_format(&arena, "d%02zu/e%zu/f%04zu%s.html", i / 100, i % 100 / 20, i,
                                   i % 3 == 2 ? mark : "")
                            .ptr;
        files[i].text = str_format(&arena, "%zu %s", i, mark).ptr;
    }
    return files;
}

static void publish_for_ever(struct file *const *versions, unsigned flags)
{
    for (size_t i = 0;; i++) {
        publish(versions[i % 2], flags);
        arena_reset(&arena);
    }
}

/* Gives the trees that the two versions should be, on disk with somebody's file beside them. */
static void publish_both(struct file *const *versions, unsigned flags, struct str *trees)
{
    make_file("public/CNAME", "eksempel.no");
    for (size_t i = 2; i-- > 0;) {
        publish(versions[i], flags);
        assert_sums();
        trees[i] = tree_of("public", false);
    }
    assert_false(str_eq(trees[0], trees[1]));
}

static void kill_builds(unsigned flags, size_t kills)
{
    struct file *const versions[] = {version("a", 200), version("b", 200)};
    struct str trees[2];
    publish_both(versions, flags, trees);
    size_t seen[2] = {0};
    srand(1);
    for (size_t i = 0; i < kills; i++) {
        pid_t child = fork();
        if (child == 0) {
            arena_init(&arena); /* the versions lie in the parent's */
            publish_for_ever(versions, flags);
        }
        usleep((useconds_t)(rand() % 30000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        bool away = flags & FOLDER_NO_EXCHANGE && !exists("public");
        struct str tree = tree_of(away ? ".public.old" : "public", false);
        size_t which = str_eq(tree, trees[1]);
        assert_string_equal(tree.ptr, trees[which].ptr);
        seen[which]++;
        publish(versions[i / 2 % 2], flags);
        assert_string_equal(tree_of("public", false).ptr, trees[i / 2 % 2].ptr);
        assert_no_litter();
    }
    assert_true(seen[0] && seen[1]);
}

static void test_killed(void **state)
{
    (void)state;
    kill_builds(QUICK, KILLS);
}

static void test_killed_without_exchange(void **state)
{
    (void)state;
    kill_builds(QUICK | FOLDER_NO_EXCHANGE | FOLDER_NO_LINKS, KILLS_COPYING);
}

static void test_many(void **state)
{
    (void)state;
    struct file *files = version("a", FILES_MAX);
    assert_int_equal(publish(files, QUICK).written, FILES_MAX);
    assert_sums();
    files[1].text = "ny";
    assert_int_equal(publish(files, QUICK).kept, FILES_MAX - 1);
    assert_sums();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_killed),
        EACH(test_killed_without_exchange),
        EACH(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
