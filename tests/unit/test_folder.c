#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/fs_write.h"
#include "kit.h"

static const struct kit_file site[] = {
    {"a/en.html", "en"}, {"a/to.html", "to"}, {"b.html", "b"}, {"index.html", "velkommen"}, {0}};

struct build {
    struct kit *kit;
    const char *output;
    const struct kit_file *files;
};

static void build(void *context)
{
    const struct build *build = context;
    folder_commit(kit_put(build->kit, build->output, build->files, QUICK), 2);
}

static void assert_dies_at(struct kit *kit, const char *output, const struct kit_file *files,
                           const char *message)
{
    assert_dies_with(message, build, &(struct build){kit, output, files});
}

static void assert_dies(struct kit *kit, const struct kit_file *files, const char *message)
{
    struct str before = kit_tree(kit, "public", true);
    assert_dies_at(kit, "public", files, message);
    assert_string_equal(kit_tree(kit, "public", true).ptr, before.ptr);
    assert_no_litter(kit);
}

/* ---- one build after another ---- */

static void test_fresh(void **state)
{
    struct kit *kit = *state;
    struct folder_result result = kit_publish(kit, site, 0);
    assert_true(result.changed);
    assert_int_equal(result.written, 4);
    assert_int_equal(result.kept + result.removed + result.foreign_count, 0);
    assert_file(kit, "public/a/to.html", "to");
    assert_int_equal(kit_stat("public/a/to.html").st_nlink, 1);
    assert_sums();
    assert_no_litter(kit);
}

/* A path that is left out is none: what an earlier build made there goes, what others made stays.
 */
static void test_left_out(void **state)
{
    struct kit *kit = *state;
    static const struct str paths[] = {STR_INIT("a"), STR_INIT("b"), STR_INIT("c")};
    for (int round = 0; round < 3; round++) {
        struct folder *folder = folder_open(&kit->arena, STR("public"), paths, 3, QUICK);
        folder_put(folder, 0, STR("en"));
        if (round == 0)
            folder_put(folder, 1, STR("to"));
        else
            folder_leave_out(folder, 1);
        folder_leave_out(folder, 2);
        struct folder_result result = folder_commit(folder, 2);
        assert_int_equal(result.written + result.kept, round == 0 ? 2 : 1);
        assert_int_equal(result.removed, round == 1);
        assert_int_equal(result.changed, round < 2);
        assert_int_equal(result.foreign_count, round > 0);
        assert_int_equal(kit_exists("public/b"), round == 0);
        kit_make_file(kit, "public/c", "mitt");
    }
    assert_file(kit, "public/c", "mitt");
    assert_sums();
}

static void assert_mode(const char *path, unsigned mode)
{
    assert_int_equal(kit_stat(path).st_mode & 07777, mode);
}

/* A web server is another user: who may read a site must not depend on how its builder works. */
static void check_all_may_read(struct kit *kit, mode_t mask, unsigned flags)
{
    static const struct kit_file grown[] = {
        {"a/en.html", "en"}, {"b.html", "ny"}, {"c/d/fem.html", "5"}, {0}};
    struct fs_root here = fs_root_open(&kit->arena, STR("."));
    umask(mask);
    kit_publish(kit, site, flags);
    assert_mode("public", 0755);
    assert_mode("public/a", 0755);
    assert_mode("public/a/to.html", 0644);
    assert_mode("public/SHA256SUMS", 0644);
    kit_publish(kit, grown, flags);
    assert_mode("public", 0755);
    assert_mode("public/b.html", 0644);
    assert_mode("public/c/d", 0755);
    assert_mode("public/c/d/fem.html", 0644);
    umask(022);
    fs_remove(&here, STR("public"));
    fs_root_close(&here);
}

static void test_all_may_read(void **state)
{
    static const mode_t masks[] = {077, 027, 002, 0};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
        check_all_may_read(*state, masks[i], 0);
        check_all_may_read(*state, masks[i], FOLDER_NO_LINKS);
    }
}

static void test_second_touches_nothing(void **state)
{
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    kit_make_file(kit, "public/CNAME", "eksempel.no");
    struct str before = kit_tree(kit, "public", true);
    struct folder_result result = kit_publish(kit, site, 0);
    assert_false(result.changed);
    assert_int_equal(result.kept, 4);
    assert_int_equal(result.foreign_count, 1);
    assert_string_equal(kit_tree(kit, "public", true).ptr, before.ptr);
    assert_no_litter(kit);
}

static void test_one_changed(void **state)
{
    static const struct kit_file changed[] = {
        {"a/en.html", "en"}, {"a/to.html", "2"}, {"b.html", "b"}, {"index.html", "velkommen"}, {0}};
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    struct stat kept = kit_stat("public/a/en.html"), written = kit_stat("public/a/to.html");
    struct folder_result result = kit_publish(kit, changed, QUICK);
    assert_true(result.changed);
    assert_int_equal(result.written, 1);
    assert_int_equal(result.kept, 3);
    assert_int_equal(kit_stat("public/a/en.html").st_ino, kept.st_ino);
    assert_int_equal(kit_stat("public/a/en.html").st_nlink, 1);
    assert_int_not_equal(kit_stat("public/a/to.html").st_ino, written.st_ino);
    assert_file(kit, "public/a/to.html", "2");
    assert_sums();
    assert_no_litter(kit);
}

static void test_stale(void **state)
{
    static const struct kit_file fewer[] = {{"b.html", "b"}, {"index.html", "velkommen"}, {0}};
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    struct folder_result result = kit_publish(kit, fewer, QUICK);
    assert_int_equal(result.removed, 2);
    assert_int_equal(result.kept, 2);
    assert_true(result.changed);
    assert_false(kit_exists("public/a"));
    assert_sums();
}

/* Somebody edits or deletes what we made, or damages the list. */
static void test_edited(void **state)
{
    static const struct kit_file fewer[] = {{"b.html", "b"}, {"index.html", "velkommen"}, {0}};
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    kit_make_file(kit, "public/a/en.html", "rettet for hånd");
    kit_make_file(kit, "public/index.html", "rettet for hånd");
    assert_int_equal(unlink("public/b.html"), 0);
    struct folder_result result = kit_publish(kit, fewer, QUICK);
    assert_int_equal(result.written, 2);
    assert_int_equal(result.removed, 1);
    assert_int_equal(result.foreign_count, 1);
    assert_string_equal(str_c(&kit->arena, result.foreign[0]), "a/en.html");
    assert_file(kit, "public/a/en.html", "rettet for hånd");
    assert_file(kit, "public/index.html", "velkommen");
    assert_sums();
    assert_int_equal(unlink("public/SHA256SUMS"), 0);
    assert_true(kit_publish(kit, fewer, QUICK).changed);
    assert_sums();
}

static void test_shapes(void **state)
{
    static const struct kit_file file[] = {{"a", "fil"}, {"index.html", "velkommen"}, {0}};
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    mode_t mode = kit_stat("public/b.html").st_mode;
    kit_publish(kit, file, QUICK);
    assert_file(kit, "public/a", "fil");
    assert_int_equal(kit_stat("public/a").st_mode, mode);
    assert_sums();
    kit_publish(kit, site, QUICK);
    assert_file(kit, "public/a/en.html", "en");
    assert_sums();
    assert_no_litter(kit);
}

/* ---- what is not ours ---- */

static void make_foreign(struct kit *kit)
{
    assert_int_equal(mkdir("public", 0777), 0);
    kit_make_file(kit, "public/.gitignore", "*\n");
    kit_make_file(kit, "public/CNAME", "eksempel.no");
    kit_make_file(kit, "public/a/notat æøå.txt", "notat");
    kit_make_file(kit, "public/privat/nøkkel", "hemmelig");
    assert_int_equal(mkdir("public/tom", 0777), 0);
    assert_int_equal(symlink("ingen steder", "public/lenke"), 0);
    assert_int_equal(chmod("public/privat", 0700), 0);
    assert_int_equal(chmod("public", 0775), 0);
}

static void check_foreign(struct kit *kit, unsigned flags)
{
    static const char *const expected[] = {"CNAME", "a/notat æøå.txt", "lenke", "privat/nøkkel",
                                           "tom/"};
    make_foreign(kit);
    struct stat before = kit_stat("public/CNAME");
    struct folder_result result = kit_publish(kit, site, flags);
    assert_int_equal(result.written, 4);
    assert_int_equal(result.foreign_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(str_c(&kit->arena, result.foreign[i]), expected[i]);
    assert_file(kit, "public/.gitignore", "*\n");
    assert_file(kit, "public/a/notat æøå.txt", "notat");
    char target[64] = {0};
    assert_int_equal(readlink("public/lenke", target, sizeof target - 1), 12);
    assert_string_equal(target, "ingen steder");
    assert_true(S_ISDIR(kit_stat("public/tom").st_mode));
    assert_int_equal(kit_stat("public/privat").st_mode & 07777, 0700);
    assert_int_equal(kit_stat("public").st_mode & 07777, 0775);
    struct stat after = kit_stat("public/CNAME");
    assert_int_equal(after.st_ino == before.st_ino, !(flags & FOLDER_NO_LINKS));
    assert_memory_equal(&after.st_mtim, &before.st_mtim, sizeof after.st_mtim);
    assert_false(kit_publish(kit, site, flags).changed);
    assert_sums();
    assert_no_litter(kit);
}

static void test_foreign(void **state)
{
    struct kit *kit = *state;
    check_foreign(kit, QUICK);
}

static void test_foreign_copied(void **state)
{
    struct kit *kit = *state;
    check_foreign(kit, QUICK | FOLDER_NO_LINKS | FOLDER_NO_EXCHANGE);
}

static void test_foreign_at_output(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "public/b.html", "ikke vår");
    assert_dies(kit, site, "public/b.html finnes fra før og er ikke laget av samling");
    kit_make_file(kit, "public/b.html", "b");
    assert_int_equal(kit_publish(kit, site, QUICK).kept, 1);
    assert_sums();
}

static void test_foreign_blocks(void **state)
{
    static const char *const folders[] = {"public/b.html", "public/a/en.html"};
    struct kit *kit = *state;
    kit_make_file(kit, "public/a", "fil der en mappe skal være");
    assert_dies(kit, site, "public/a finnes fra før");
    assert_int_equal(unlink("public/a"), 0);
    assert_int_equal(symlink("/etc", "public/a"), 0);
    assert_dies(kit, site, "public/a finnes fra før");
    assert_int_equal(unlink("public/a"), 0);
    kit_make_file(kit, "public/b.html/x", "mappe der en fil skal være");
    assert_dies(kit, site, "public/b.html/x finnes fra før");
    kit_make_file(kit, "public/b.html", "b");
    for (size_t i = 0; i < 2; i++) {
        unlink(folders[i]);
        mkdir("public/a", 0777);
        assert_int_equal(mkdir(folders[i], 0777), 0);
        assert_dies(kit, site, "finnes fra før");
        assert_int_equal(rmdir(folders[i]), 0);
        assert_int_equal(symlink("/etc/passwd", folders[i]), 0);
        assert_dies(kit, site, "finnes fra før");
        assert_int_equal(unlink(folders[i]), 0);
    }
}

/* A list of other files, even one of our form, says nothing about ours. */
static void test_foreign_sums(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "public/debian.iso", "abc");
    kit_make_file(kit, "public/SHA256SUMS",
                  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  debian.iso\n");
    assert_dies(kit, site, "public/SHA256SUMS finnes fra før");
    kit_make_file(kit, "public/SHA256SUMS", "noe annet");
    assert_dies(kit, site, "public/SHA256SUMS finnes fra før");
    assert_int_equal(unlink("public/SHA256SUMS"), 0);
    assert_int_equal(mkdir("public/SHA256SUMS", 0777), 0);
    assert_dies(kit, site, "public/SHA256SUMS finnes fra før");
    assert_file(kit, "public/debian.iso", "abc");
}

/* ---- beside the folder ---- */

static void test_outputs(void **state)
{
    static const char *const bad[] = {"", "/", "///", ".", "..", "./", "ut/..", "ut/."};
    struct kit *kit = *state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_dies_at(kit, bad[i], site, "oppgi navnet på en mappe");
    assert_dies_at(kit, "mangler/public", site,
                   "det er ingen mappe som heter mangler; lag den først");
    kit_make_file(kit, "public", "fil");
    assert_dies_at(kit, "public", site, "det er en fil, ikke en mappe");
    assert_int_equal(unlink("public"), 0);
    assert_int_equal(symlink("/tmp", "public"), 0);
    assert_dies_at(kit, "public", site,
                   "det er en lenke, ikke en mappe; oppgi mappen som den fører til");
    assert_int_equal(mkdir("på nett", 0777), 0);
    folder_commit(kit_put(kit, "på nett/blåbær ut//", site, QUICK), 1);
    assert_file(kit, "på nett/blåbær ut/b.html", "b");
    const char *absolute = str_format(&kit->arena, "%s/på nett/ut", kit->folder).ptr;
    folder_commit(kit_put(kit, absolute, site, QUICK), 1);
    assert_file(kit, "på nett/ut/b.html", "b");
    assert_no_litter(kit);
}

static void test_abandon(void **state)
{
    static const struct kit_file other[] = {{"index.html", "ny"}, {0}};
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    struct str before = kit_tree(kit, "public", true);
    folder_abandon(kit_put(kit, "public", other, QUICK));
    assert_string_equal(kit_tree(kit, "public", true).ptr, before.ptr);
    assert_no_litter(kit);
}

static void test_lock(void **state)
{
    int ends[2];
    char byte;
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    assert_int_equal(pipe(ends), 0);
    pid_t holder = fork();
    if (holder == 0) {
        kit_put(kit, "public", site, QUICK);
        byte = (char)(write(ends[1], "x", 1) == 1);
        for (;;)
            pause();
    }
    assert_int_equal(read(ends[0], &byte, 1), 1);
    assert_dies_at(kit, "public", site, str_format(&kit->arena, "(prosess %d)", (int)holder).ptr);
    kill(holder, SIGKILL);
    waitpid(holder, NULL, 0);
    close(ends[0]);
    close(ends[1]);
    assert_true(kit_exists(".public.lock"));
    assert_false(kit_publish(kit, site, QUICK).changed);
    assert_no_litter(kit);
}

static void test_litter(void **state)
{
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    kit_make_file(kit, ".public.new/a/halv.html", "halv");
    kit_make_file(kit, ".public.old/a/gammel.html", "gammel");
    kit_make_file(kit, ".public.lock", "");
    assert_int_equal(symlink(kit->folder, ".public.new/ut"), 0);
    assert_int_equal(chmod(".public.new/a", 0500), 0);
    assert_false(kit_publish(kit, site, 0).changed);
    assert_file(kit, "public/b.html", "b");
    assert_no_litter(kit);
}

static void test_old_recovered(void **state)
{
    struct kit *kit = *state;
    kit_publish(kit, site, QUICK);
    ino_t inode = kit_stat("public/b.html").st_ino;
    assert_int_equal(rename("public", ".public.old"), 0);
    kit_make_file(kit, ".public.new/b.html", "halv");
    assert_false(kit_publish(kit, site, QUICK).changed);
    assert_int_equal(kit_stat("public/b.html").st_ino, inode);
    assert_no_litter(kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_fresh),
        WITH_FOLDER(test_all_may_read),
        WITH_FOLDER(test_second_touches_nothing),
        WITH_FOLDER(test_one_changed),
        WITH_FOLDER(test_stale),
        WITH_FOLDER(test_edited),
        WITH_FOLDER(test_shapes),
        WITH_FOLDER(test_foreign),
        WITH_FOLDER(test_foreign_copied),
        WITH_FOLDER(test_foreign_at_output),
        WITH_FOLDER(test_foreign_blocks),
        WITH_FOLDER(test_foreign_sums),
        WITH_FOLDER(test_outputs),
        WITH_FOLDER(test_left_out),
        WITH_FOLDER(test_abandon),
        WITH_FOLDER(test_lock),
        WITH_FOLDER(test_litter),
        WITH_FOLDER(test_old_recovered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
