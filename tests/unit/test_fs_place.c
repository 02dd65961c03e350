#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/fs_place.h"
#include "kit.h"

/* Which folder lies in which; test_fs.c has the paths that are of ordinary length. */

enum { DEEP = 24, NAME = 250 }; /* together longer than PATH_MAX */

static void go_down(struct kit *kit, size_t levels)
{
    const char *name = kit_repeat(kit, "d", NAME).ptr;
    for (size_t i = 0; i < levels; i++) {
        assert_int_equal(mkdir(name, 0755), 0);
        assert_int_equal(chdir(name), 0);
    }
}

static void test_deep(void **state)
{
    struct kit *kit = *state;
    go_down(kit, DEEP);
    assert_int_equal(mkdir("content", 0755), 0);
    assert_int_equal(mkdir("content/pages", 0755), 0);
    assert_int_equal(mkdir("annet", 0755), 0);
    assert_true(fs_is_within(STR("content"), STR("content")));
    assert_true(fs_is_within(STR("content/pages/ny"), STR("content")));
    assert_true(fs_is_within(STR("."), str_of(kit->folder)));
    assert_true(fs_is_within(STR("content"), STR("..")));
    assert_false(fs_is_within(STR("content"), STR("annet")));
    assert_false(fs_is_within(STR("annet/ny"), STR("content")));
}

/* One folder with several names: a path says nothing. */
static void test_other_names(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "content/pages/om.md", "om");
    assert_int_equal(symlink("content", "lenke"), 0);
    assert_int_equal(symlink("content/pages", "dypere"), 0);
    assert_true(fs_is_within(STR("lenke"), STR("content")));
    assert_true(fs_is_within(STR("content"), STR("lenke/")));
    assert_true(fs_is_within(STR("dypere/ny"), STR("content")));
    assert_true(fs_is_within(STR("dypere/../pages/./ny/"), STR("content/")));
    assert_true(fs_is_within(STR("dypere/.."), STR("content")));
    assert_false(fs_is_within(STR("content"), STR("dypere")));
}

static void assert_within(struct kit *kit, const char *path, const char *outer,
                          const char *expected)
{
    struct str within;
    bool found = fs_path_within(&kit->arena, str_of(path), str_of(outer), &within);
    assert_int_equal(found, expected != NULL);
    if (expected)
        assert_string_equal(str_c(&kit->arena, within), expected);
}

static void test_path_within(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "a/content/pages/om.md", "om");
    kit_make_file(kit, "ab/om.md", "om");
    assert_int_equal(symlink("../ab", "a/ut"), 0);
    assert_int_equal(symlink("a", "inn"), 0);
    assert_within(kit, "a/content/pages/om.md", "a", "content/pages/om.md");
    assert_within(kit, "./a//content/../content/pages/", "a/.", "content/pages");
    assert_within(kit, "inn/content/pages/..", "a", "content");
    assert_within(kit, "a", "inn", "");
    assert_within(kit, "a/.", "a", "");
    assert_within(kit, "a/ut", "a", "ut"); /* a link is itself */
    assert_within(kit, "a/ut/om.md", "a", NULL);
    assert_within(kit, "ab", "a", NULL);
    assert_within(kit, ".", "a", NULL);
    assert_within(kit, "a/content/nei", "a", NULL);
    assert_within(kit, "a/nei/../content", "a", NULL);
    assert_within(kit, "a", "nei", NULL);
    assert_within(kit, "", "a", NULL);
    assert_within(kit, "/proc", "/", "proc");
    assert_within(kit, "/", "/", "");
}

/* Where the machine gives no answer, the answer is not «no». */
static void ask_without_rights(void *context)
{
    const char *inner = context;
    if (geteuid() == 0 && (setregid(65534, 65534) != 0 || setreuid(65534, 65534) != 0))
        _exit(1);
    fs_is_within(str_of(inner), STR("content"));
}

static void test_no_answer(void **state)
{
    char there[] = "lukket/inne", coming[] = "lukket/inne/ny";
    struct kit *kit = *state;
    kit_make_file(kit, "content/om.md", "om");
    kit_make_file(kit, "lukket/inne/noe.md", "noe");
    assert_int_equal(chmod(kit->folder, 0755), 0);
    assert_int_equal(chmod("lukket", 0700), 0);
    if (geteuid() != 0)
        assert_int_equal(chmod("lukket", 0), 0);
    assert_dies_with("kan ikke finne ut hvor lukket/inne ligger: du har ikke tilgang",
                     ask_without_rights, there);
    assert_dies_with("kan ikke finne ut hvor lukket/inne/ny ligger", ask_without_rights, coming);
    assert_int_equal(chmod("lukket", 0700), 0);
}

static void test_mount_of(void **state)
{
    (void)state;
    int here = open(".", O_PATH | O_DIRECTORY), proc = open("/proc", O_PATH | O_DIRECTORY);
    int inside = open("..", O_PATH | O_DIRECTORY);
    assert_true(fs_mount_of(here) == fs_mount_of(inside));
    assert_true(fs_mount_of(here) != fs_mount_of(proc));
    close(here);
    close(proc);
    close(inside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_deep),      WITH_FOLDER(test_other_names), WITH_FOLDER(test_path_within),
        WITH_FOLDER(test_no_answer), WITH_FOLDER(test_mount_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
