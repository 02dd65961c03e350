#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kit.h"

/* Where files have to be copied a round costs ten times as much. */
enum { KILLS = 200, KILLS_COPYING = 50 };

/* Two versions of one site: a third of the files the same, a third changed, a third renamed. */
static struct kit_file *version(struct kit *kit, const char *name, size_t count)
{
    struct kit_file *files = arena_items(&kit->arena, struct kit_file, count + 1);
    for (size_t i = 0; i < count; i++) {
        const char *mark = i % 3 ? name : "";
        files[i].path = str_format(&kit->arena, "d%02zu/e%zu/f%04zu%s.html", i / 100, i % 100 / 20,
                                   i, i % 3 == 2 ? mark : "")
                            .ptr;
        files[i].text = str_format(&kit->arena, "%zu %s", i, mark).ptr;
    }
    return files;
}

static void publish_for_ever(struct kit *kit, struct kit_file *const *versions, unsigned flags)
{
    for (size_t i = 0;; i++) {
        kit_publish(kit, versions[i % 2], flags);
        arena_reset(&kit->arena);
    }
}

/* Gives the trees that the two versions should be, on disk with somebody's file beside them. */
static void publish_both(struct kit *kit, struct kit_file *const *versions, unsigned flags,
                         struct str *trees)
{
    kit_make_file(kit, "public/CNAME", "eksempel.no");
    for (size_t i = 2; i-- > 0;) {
        kit_publish(kit, versions[i], flags);
        assert_sums();
        trees[i] = kit_tree(kit, "public", false);
    }
    assert_false(str_eq(trees[0], trees[1]));
}

static void kill_builds(struct kit *kit, unsigned flags, size_t kills)
{
    struct kit_file *const versions[] = {version(kit, "a", 200), version(kit, "b", 200)};
    struct str trees[2];
    publish_both(kit, versions, flags, trees);
    size_t seen[2] = {0};
    srand(1);
    for (size_t i = 0; i < kills; i++) {
        pid_t child = fork();
        if (child == 0) {
            arena_init(&kit->arena); /* the versions lie in the parent's */
            publish_for_ever(kit, versions, flags);
        }
        usleep((useconds_t)(rand() % 30000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        bool away = flags & FOLDER_NO_EXCHANGE && !kit_exists("public");
        struct str tree = kit_tree(kit, away ? ".public.old" : "public", false);
        size_t which = str_eq(tree, trees[1]);
        assert_string_equal(tree.ptr, trees[which].ptr);
        seen[which]++;
        kit_publish(kit, versions[i / 2 % 2], flags);
        assert_string_equal(kit_tree(kit, "public", false).ptr, trees[i / 2 % 2].ptr);
        assert_no_litter(kit);
    }
    assert_true(seen[0] && seen[1]);
}

static void test_killed(void **state)
{
    struct kit *kit = *state;
    kill_builds(kit, QUICK, KILLS);
}

static void test_killed_without_exchange(void **state)
{
    struct kit *kit = *state;
    kill_builds(kit, QUICK | FOLDER_NO_EXCHANGE | FOLDER_NO_LINKS, KILLS_COPYING);
}

static void test_many(void **state)
{
    struct kit *kit = *state;
    struct kit_file *files = version(kit, "a", KIT_FILES_MAX);
    assert_int_equal(kit_publish(kit, files, QUICK).written, KIT_FILES_MAX);
    assert_sums();
    files[1].text = "ny";
    assert_int_equal(kit_publish(kit, files, QUICK).kept, KIT_FILES_MAX - 1);
    assert_sums();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_killed),
        WITH_FOLDER(test_killed_without_exchange),
        WITH_FOLDER(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
