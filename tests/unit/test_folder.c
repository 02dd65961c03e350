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

#include "sites.h"

static const struct file site[] = {
    {"a/en.html", "en"}, {"a/to.html", "to"}, {"b.html", "b"}, {"index.html", "velkommen"}, {0}};

/* Runs in a child whether the build dies: with status 2 and this in its message. */
static void assert_dies_at(const char *output, const struct file *files, const char *message)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        folder_commit(put_all(output, files, QUICK), 2);
        _exit(0);
    }
    close(ends[1]);
    char said[4096] = {0};
    for (size_t have = 0; have < sizeof said - 1;) {
        ssize_t got = read(ends[0], said + have, sizeof said - 1 - have);
        if (got <= 0)
            break;
        have += (size_t)got;
    }
    close(ends[0]);
    int status;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    if (!strstr(said, message))
        fail_msg("«%s» is not in «%s»", message, said);
}

static void assert_dies(const struct file *files, const char *message)
{
    struct str before = tree_of("public", true);
    assert_dies_at("public", files, message);
    assert_string_equal(tree_of("public", true).ptr, before.ptr);
    assert_no_litter();
}

/* ---- one build after another ---- */

static void test_fresh(void **state)
{
    (void)state;
    umask(027);
    struct folder_result result = publish(site, 0);
    assert_true(result.changed);
    assert_int_equal(result.written, 4);
    assert_int_equal(result.kept + result.removed + result.foreign_count, 0);
    assert_text("public/a/to.html", "to");
    assert_int_equal(info_of("public").st_mode & 07777, 0750);
    assert_int_equal(info_of("public/a").st_mode & 07777, 0750);
    assert_int_equal(info_of("public/a/to.html").st_mode & 07777, 0640);
    assert_int_equal(info_of("public/a/to.html").st_nlink, 1);
    assert_sums();
    assert_no_litter();
}

static void test_second_touches_nothing(void **state)
{
    (void)state;
    publish(site, QUICK);
    make_file("public/CNAME", "eksempel.no");
    struct str before = tree_of("public", true);
    struct folder_result result = publish(site, 0);
    assert_false(result.changed);
    assert_int_equal(result.kept, 4);
    assert_int_equal(result.foreign_count, 1);
    assert_string_equal(tree_of("public", true).ptr, before.ptr);
    assert_no_litter();
}

static void test_one_changed(void **state)
{
    static const struct file changed[] = {
        {"a/en.html", "en"}, {"a/to.html", "2"}, {"b.html", "b"}, {"index.html", "velkommen"}, {0}};
    (void)state;
    publish(site, QUICK);
    struct stat kept = info_of("public/a/en.html"), written = info_of("public/a/to.html");
    struct folder_result result = publish(changed, QUICK);
    assert_true(result.changed);
    assert_int_equal(result.written, 1);
    assert_int_equal(result.kept, 3);
    assert_int_equal(info_of("public/a/en.html").st_ino, kept.st_ino);
    assert_int_equal(info_of("public/a/en.html").st_nlink, 1);
    assert_int_not_equal(info_of("public/a/to.html").st_ino, written.st_ino);
    assert_text("public/a/to.html", "2");
    assert_sums();
    assert_no_litter();
}

static void test_stale(void **state)
{
    static const struct file fewer[] = {{"b.html", "b"}, {"index.html", "velkommen"}, {0}};
    (void)state;
    publish(site, QUICK);
    struct folder_result result = publish(fewer, QUICK);
    assert_int_equal(result.removed, 2);
    assert_int_equal(result.kept, 2);
    assert_true(result.changed);
    assert_false(exists("public/a"));
    assert_sums();
}

/* Somebody edits or deletes what we made, or damages the list. */
static void test_edited(void **state)
{
    static const struct file fewer[] = {{"b.html", "b"}, {"index.html", "velkommen"}, {0}};
    (void)state;
    publish(site, QUICK);
    make_file("public/a/en.html", "rettet for hånd");
    make_file("public/index.html", "rettet for hånd");
    assert_int_equal(unlink("public/b.html"), 0);
    struct folder_result result = publish(fewer, QUICK);
    assert_int_equal(result.written, 2);
    assert_int_equal(result.removed, 1);
    assert_int_equal(result.foreign_count, 1);
    assert_string_equal(str_c(&arena, result.foreign[0]), "a/en.html");
    assert_text("public/a/en.html", "rettet for hånd");
    assert_text("public/index.html", "velkommen");
    assert_sums();
    assert_int_equal(unlink("public/SHA256SUMS"), 0);
    assert_true(publish(fewer, QUICK).changed);
    assert_sums();
}

static void test_shapes(void **state)
{
    static const struct file file[] = {{"a", "fil"}, {"index.html", "velkommen"}, {0}};
    (void)state;
    publish(site, QUICK);
    mode_t mode = info_of("public/b.html").st_mode;
    publish(file, QUICK);
    assert_text("public/a", "fil");
    assert_int_equal(info_of("public/a").st_mode, mode);
    assert_sums();
    publish(site, QUICK);
    assert_text("public/a/en.html", "en");
    assert_sums();
    assert_no_litter();
}

/* ---- what is not ours ---- */

static void make_foreign(void)
{
    assert_int_equal(mkdir("public", 0777), 0);
    make_file("public/.gitignore", "*\n");
    make_file("public/CNAME", "eksempel.no");
    make_file("public/a/notat æøå.txt", "notat");
    make_file("public/privat/nøkkel", "hemmelig");
    assert_int_equal(mkdir("public/tom", 0777), 0);
    assert_int_equal(symlink("ingen steder", "public/lenke"), 0);
    assert_int_equal(chmod("public/privat", 0700), 0);
    assert_int_equal(chmod("public", 0775), 0);
}

static void check_foreign(unsigned flags)
{
    static const char *const expected[] = {"CNAME", "a/notat æøå.txt", "lenke", "privat/nøkkel",
                                           "tom/"};
    make_foreign();
    struct stat before = info_of("public/CNAME");
    struct folder_result result = publish(site, flags);
    assert_int_equal(result.written, 4);
    assert_int_equal(result.foreign_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(str_c(&arena, result.foreign[i]), expected[i]);
    assert_text("public/.gitignore", "*\n");
    assert_text("public/a/notat æøå.txt", "notat");
    char target[64] = {0};
    assert_int_equal(readlink("public/lenke", target, sizeof target - 1), 12);
    assert_string_equal(target, "ingen steder");
    assert_true(S_ISDIR(info_of("public/tom").st_mode));
    assert_int_equal(info_of("public/privat").st_mode & 07777, 0700);
    assert_int_equal(info_of("public").st_mode & 07777, 0775);
    struct stat after = info_of("public/CNAME");
    assert_int_equal(after.st_ino == before.st_ino, !(flags & FOLDER_NO_LINKS));
    assert_memory_equal(&after.st_mtim, &before.st_mtim, sizeof after.st_mtim);
    assert_false(publish(site, flags).changed);
    assert_sums();
    assert_no_litter();
}

static void test_foreign(void **state)
{
    (void)state;
    check_foreign(QUICK);
}

static void test_foreign_copied(void **state)
{
    (void)state;
    check_foreign(QUICK | FOLDER_NO_LINKS | FOLDER_NO_EXCHANGE);
}

static void test_foreign_at_output(void **state)
{
    (void)state;
    make_file("public/b.html", "ikke vår");
    assert_dies(site, "public/b.html finnes fra før og er ikke laget av samling");
    make_file("public/b.html", "b");
    assert_int_equal(publish(site, QUICK).kept, 1);
    assert_sums();
}

static void test_foreign_blocks(void **state)
{
    static const char *const folders[] = {"public/b.html", "public/a/en.html"};
    (void)state;
    make_file("public/a", "fil der en mappe skal være");
    assert_dies(site, "public/a finnes fra før");
    assert_int_equal(unlink("public/a"), 0);
    assert_int_equal(symlink("/etc", "public/a"), 0);
    assert_dies(site, "public/a finnes fra før");
    assert_int_equal(unlink("public/a"), 0);
    make_file("public/b.html/x", "mappe der en fil skal være");
    assert_dies(site, "public/b.html/x finnes fra før");
    make_file("public/b.html", "b");
    for (size_t i = 0; i < 2; i++) {
        unlink(folders[i]);
        mkdir("public/a", 0777);
        assert_int_equal(mkdir(folders[i], 0777), 0);
        assert_dies(site, "finnes fra før");
        assert_int_equal(rmdir(folders[i]), 0);
        assert_int_equal(symlink("/etc/passwd", folders[i]), 0);
        assert_dies(site, "finnes fra før");
        assert_int_equal(unlink(folders[i]), 0);
    }
}

/* A list of other files, even one of our form, says nothing about ours. */
static void test_foreign_sums(void **state)
{
    (void)state;
    make_file("public/debian.iso", "abc");
    make_file("public/SHA256SUMS",
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  debian.iso\n");
    assert_dies(site, "public/SHA256SUMS finnes fra før");
    make_file("public/SHA256SUMS", "noe annet");
    assert_dies(site, "public/SHA256SUMS finnes fra før");
    assert_int_equal(unlink("public/SHA256SUMS"), 0);
    assert_int_equal(mkdir("public/SHA256SUMS", 0777), 0);
    assert_dies(site, "public/SHA256SUMS finnes fra før");
    assert_text("public/debian.iso", "abc");
}

/* ---- beside the folder ---- */

static void test_outputs(void **state)
{
    static const char *const bad[] = {"", "/", "///", ".", "..", "./", "ut/..", "ut/."};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_dies_at(bad[i], site, "oppgi navnet på en mappe");
    assert_dies_at("mangler/public", site, "mappen mangler finnes ikke");
    make_file("public", "fil");
    assert_dies_at("public", site, "det er en fil, ikke en mappe");
    assert_int_equal(unlink("public"), 0);
    assert_int_equal(symlink("/tmp", "public"), 0);
    assert_dies_at("public", site, "det er en lenke, ikke en mappe");
    assert_int_equal(mkdir("på nett", 0777), 0);
    folder_commit(put_all("på nett/blåbær ut//", site, QUICK), 1);
    assert_text("på nett/blåbær ut/b.html", "b");
    const char *absolute = str_format(&arena, "%s/på nett/ut", home).ptr;
    folder_commit(put_all(absolute, site, QUICK), 1);
    assert_text("på nett/ut/b.html", "b");
    assert_no_litter();
}

static void test_abandon(void **state)
{
    static const struct file other[] = {{"index.html", "ny"}, {0}};
    (void)state;
    publish(site, QUICK);
    struct str before = tree_of("public", true);
    folder_abandon(put_all("public", other, QUICK));
    assert_string_equal(tree_of("public", true).ptr, before.ptr);
    assert_no_litter();
}

static void test_lock(void **state)
{
    int ends[2];
    char byte;
    (void)state;
    publish(site, QUICK);
    assert_int_equal(pipe(ends), 0);
    pid_t holder = fork();
    if (holder == 0) {
        put_all("public", site, QUICK);
        byte = (char)(write(ends[1], "x", 1) == 1);
        for (;;)
            pause();
    }
    assert_int_equal(read(ends[0], &byte, 1), 1);
    assert_dies_at("public", site, str_format(&arena, "(prosess %d)", (int)holder).ptr);
    kill(holder, SIGKILL);
    waitpid(holder, NULL, 0);
    close(ends[0]);
    close(ends[1]);
    assert_true(exists(".public.lock"));
    assert_false(publish(site, QUICK).changed);
    assert_no_litter();
}

static void test_litter(void **state)
{
    (void)state;
    publish(site, QUICK);
    make_file(".public.new/a/halv.html", "halv");
    make_file(".public.old/a/gammel.html", "gammel");
    make_file(".public.lock", "");
    assert_int_equal(symlink(home, ".public.new/ut"), 0);
    assert_int_equal(chmod(".public.new/a", 0500), 0);
    assert_false(publish(site, 0).changed);
    assert_text("public/b.html", "b");
    assert_no_litter();
}

static void test_old_recovered(void **state)
{
    (void)state;
    publish(site, QUICK);
    ino_t inode = info_of("public/b.html").st_ino;
    assert_int_equal(rename("public", ".public.old"), 0);
    make_file(".public.new/b.html", "halv");
    assert_false(publish(site, QUICK).changed);
    assert_int_equal(info_of("public/b.html").st_ino, inode);
    assert_no_litter();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_fresh),
        EACH(test_second_touches_nothing),
        EACH(test_one_changed),
        EACH(test_stale),
        EACH(test_edited),
        EACH(test_shapes),
        EACH(test_foreign),
        EACH(test_foreign_copied),
        EACH(test_foreign_at_output),
        EACH(test_foreign_blocks),
        EACH(test_foreign_sums),
        EACH(test_outputs),
        EACH(test_abandon),
        EACH(test_lock),
        EACH(test_litter),
        EACH(test_old_recovered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
