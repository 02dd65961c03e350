/*
 * What is kept of a build for the next one: what is believed of it, and when nothing has changed.
 * The law rebuild-equals-clean-build tries the same on whole sites.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/hash.h"
#include "kit.h"
#include "publish/built.h"
#include "publish/neighbours.h"
#include "site/inputs.h"

static const struct str paths[] = {STR_INIT("a.html"), STR_INIT("b/c.html"), STR_INIT("b/d.html"),
                                   STR_INIT("b/d.html.gz")};
enum { COUNT = ROWS(paths) };

static struct hash key_of(const char *text)
{
    return hash_of(str_of(text));
}

static void read_kept(struct kit *kit, struct built *built)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    built_read(built, &kit->arena, &root, STR(".public.built"));
    fs_root_close(&root);
}

static struct theme_place place_of(const struct fs_root *root)
{
    return (struct theme_place){.layers[0] = {root, STR("theme"), STR("theme")}};
}

static void kept_of(struct kit *kit, struct built *now)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    struct theme_place place = place_of(&root);
    *now = (struct built){.maker = STR("test 1"), .told = STR("nb 3 filer")};
    inputs_look(&now->inputs, FS_FOLDERS, &kit->arena, &root, &place);
    fs_root_close(&root);
}

/* The last path is a copy of the one before. Returns how many outputs were not made again. */
static size_t publish(struct kit *kit, const char *maker, const char *keys[COUNT],
                      const char *texts[COUNT])
{
    static const size_t groups[] = {1, 1, 2};
    struct built before, now;
    read_kept(kit, &before);
    kept_of(kit, &now);
    now.maker = str_of(maker);
    struct folder *folder = folder_open(&kit->arena, STR("public"), paths, COUNT, QUICK);
    folder_set_built(folder, &before, &now);
    for (size_t i = 0, at = 0; i < ROWS(groups); at += groups[i++]) {
        uint32_t places[] = {(uint32_t)at, (uint32_t)at + 1};
        size_t len;
        if (folder_keep(folder, places, groups[i], key_of(keys[at]), &len)) {
            assert_int_equal(len, strlen(texts[at]));
            continue;
        }
        for (size_t k = at; k < at + groups[i]; k++) {
            if (texts[k])
                folder_put(folder, k, str_of(texts[k]));
            else
                folder_leave_out(folder, k);
        }
    }
    return folder_commit(folder, 1).reused;
}

static const char *same[COUNT] = {"1", "2", "3", "3"};
static const char *first[COUNT] = {"en", "to", "tre", "t"}, *none[COUNT] = {"en", "to", "tre"};

static size_t publish_again(struct kit *kit)
{
    return publish(kit, "test 1", same, first);
}

static void test_what_is_made_from_the_same_stays(void **state)
{
    struct kit *kit = *state;
    static const char *other[COUNT] = {"1", "ny", "3", "3"};
    assert_int_equal(publish_again(kit), 0);
    assert_int_equal(publish_again(kit), COUNT);
    assert_int_equal(publish(kit, "test 1", other, first), COUNT - 1);
    assert_int_equal(publish(kit, "test 2", other, first), 0);
    assert_sums();
}

/* What was left out has no file; its key is that of what it is a copy of. */
static void test_a_copy_that_was_left_out(void **state)
{
    struct kit *kit = *state;
    assert_int_equal(publish(kit, "test 1", same, none), 0);
    assert_int_equal(publish(kit, "test 1", same, none), COUNT - 1);
    assert_false(kit_exists("public/b/d.html.gz"));
    assert_int_equal(publish_again(kit), COUNT - 1);
}

static void test_what_was_changed_since_is_made_again(void **state)
{
    struct kit *kit = *state;
    publish_again(kit);
    kit_make_file(kit, "public/b/c.html", "ti");
    assert_int_equal(publish_again(kit), COUNT - 1);
    assert_file(kit, "public/b/c.html", "to");
    assert_int_equal(unlink("public/b/d.html.gz"), 0);
    assert_int_equal(publish_again(kit), COUNT - 2); /* the file goes with its copy */
    assert_file(kit, "public/b/d.html.gz", "t");
    assert_int_equal(publish_again(kit), COUNT);
}

/* What an archive may take from the one before: by the bytes of its files, or by their keys. */
static void test_what_is_told_of_the_build_before(void **state)
{
    struct kit *kit = *state;
    static const uint32_t places[] = {0, 1, 2, 3};
    struct built before, now;
    struct fs_pieces file;
    struct buf bytes = BUF_INIT;
    size_t len;
    publish_again(kit);
    kit_make_file(kit, "public/b/d.html.gz", "x");
    read_kept(kit, &before);
    kept_of(kit, &now);
    now.maker = before.maker;
    struct folder *folder = folder_open(&kit->arena, STR("public"), paths, COUNT, QUICK);
    folder_set_built(folder, &before, &now);
    assert_true(folder_keep(folder, &places[0], 1, key_of("1"), &len)); /* the same key */
    assert_false(folder_keep(folder, &places[1], 1, key_of("ny"), &len));
    assert_false(folder_keep(folder, &places[2], 1, key_of("ny"), &len));
    assert_false(folder_is_as_before(folder, 1)); /* nobody knows yet */
    folder_put(folder, 1, STR("to"));             /* the same bytes */
    folder_put(folder, 2, STR("fire"));
    static const bool as_before[] = {true, true, false}, made_as_before[] = {true, false, false};
    for (size_t i = 0; i < ROWS(as_before); i++) {
        assert_int_equal(folder_is_as_before(folder, i), as_before[i]);
        assert_int_equal(folder_is_made_as_before(folder, i), made_as_before[i]);
        assert_int_equal(folder_read(folder, i, &bytes), as_before[i]);
    }
    assert_int_equal(bytes.len, 4);
    assert_memory_equal(bytes.ptr, "ento", 4);
    assert_true(folder_open_before(folder, 2, &file));
    assert_true(fs_pieces_put(&file, &bytes, 1, 2));
    assert_memory_equal(bytes.ptr, "entore", 6);
    assert_false(fs_pieces_put(&file, &bytes, 2, 2));
    fs_pieces_close(&file);
    assert_false(folder_open_before(folder, 3, &file)); /* somebody has touched it */
    folder_abandon(folder);
    buf_release(&bytes);
}

/* Another list of hashes than the one that belongs to it tells nothing about the files. */
static void test_another_list(void **state)
{
    struct kit *kit = *state;
    publish_again(kit);
    kit_make_file(kit, "public/SHA256SUMS", "");
    assert_int_equal(publish_again(kit), 0);
    assert_sums();
}

static void put_kept(struct kit *kit, const char *bytes, size_t len)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    fs_remove(&root, STR(".public.built"));
    fs_create(&root, STR(".public.built"), (struct str){bytes, len});
    fs_root_close(&root);
}

static void test_damage_costs_time_only(void **state)
{
    struct kit *kit = *state;
    struct built built;
    publish_again(kit);
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    struct str text;
    assert_int_equal(fs_read(&root, STR(".public.built"), 100000, &kit->arena, &text), FS_OK);
    fs_root_close(&root);
    for (size_t i = 0; i < text.len; i++) {
        char *damaged = arena_text(&kit->arena, text.len);
        memcpy(damaged, text.ptr, text.len);
        damaged[i] ^= 1;
        put_kept(kit, damaged, text.len);
        read_kept(kit, &built);
        assert_int_equal(built.maker.len + built.outputs.len + built.inputs.len, 0);
        put_kept(kit, damaged, i);
        read_kept(kit, &built);
        assert_int_equal(built.maker.len + built.outputs.len + built.inputs.len, 0);
    }
    assert_int_equal(publish_again(kit), 0);
    assert_int_equal(publish_again(kit), COUNT);
}

static bool stands(struct kit *kit)
{
    struct built before;
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    struct theme_place place = place_of(&root);
    struct neighbours at = neighbours_of(&kit->arena, STR("public"));
    read_kept(kit, &before);
    bool same_all = inputs_stand(&before.inputs, &kit->arena, &root, &place) &&
                    built_stands(&before, &root, &at, &kit->arena);
    fs_root_close(&root);
    return same_all;
}

/* Waits until nothing is young any more. */
static void grow_old(void)
{
    usleep(25 * 1000);
}

/* From here on what there is, is known: the folders of outputs, too. */
static void settle(struct kit *kit)
{
    grow_old();
    publish_again(kit);
}

/* What comes from the future is young for long. */
static void make_young(const char *path)
{
    const struct timespec times[] = {{.tv_sec = INT32_MAX}, {.tv_sec = INT32_MAX}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void publish_inputs(struct kit *kit)
{
    static const char *const inputs[] = {"content/a.md", "content/b/c/d.md", "content/b/e.md",
                                         "content/b.md", "theme/f/g.css"};
    for (size_t i = 0; i < ROWS(inputs); i++)
        kit_make_file(kit, inputs[i], "x");
    assert_int_equal(mkdir("content/tom", 0755), 0);
    settle(kit);
}

static bool knows_folder(struct kit *kit, const char *path)
{
    struct built built;
    read_kept(kit, &built);
    const struct built_file *folder = built_find(&built, str_of(path));
    return folder && fs_stamp_is_known(&folder->stamp);
}

/* What comes and goes in any folder is seen, whether that is listed or known by its stamp. */
static void see_what_comes_and_goes(struct kit *kit, bool known)
{
    static const char *const others[] = {
        "public/ny.html",      "public/b/.skjult",  "public/b/ny.html", "content/ny.md",
        "content/b/c/ny.md",   "content/b/c/d.txt", "content/tom/ny",   "theme/ny.css",
        "theme/f/ny.mustache", ".public.new/a",     ".public.old/a"};
    assert_true(stands(kit));
    for (size_t i = 0; i < ROWS(others); i++) {
        kit_make_file(kit, others[i], "x");
        assert_false(stands(kit));
        assert_int_equal(unlink(others[i]), 0);
        rmdir(".public.new");
        rmdir(".public.old");
        assert_true(stands(kit));
        if (known)
            settle(kit);
    }
}

/* The same of folders, and what looks like a file and is none. */
static void see_other_kinds(struct kit *kit)
{
    static const char *const folders[] = {"public/tom", "public/b/tom"}, *const links[] = {
                                                                             "public/b/z.html",
                                                                             "content/b/z.md",
                                                                             "theme/f/z"};
    for (size_t i = 0; i < ROWS(folders); i++) {
        assert_int_equal(mkdir(folders[i], 0755), 0);
        assert_false(stands(kit));
        assert_int_equal(rmdir(folders[i]), 0);
        assert_true(stands(kit));
    }
    for (size_t i = 0; i < ROWS(links); i++) {
        assert_int_equal(symlink("c.html", links[i]), 0);
        assert_false(stands(kit));
        assert_int_equal(unlink(links[i]), 0);
        assert_true(stands(kit));
    }
}

/* One comes and another one goes: as many names as before. */
static void see_exchanges(struct kit *kit)
{
    static const char *const names[][2] = {{"public/b/c.html", "public/b/x.html"},
                                           {"public/b", "public/x"},
                                           {"content/b/c/d.md", "content/b/c/x.md"},
                                           {"content/b/c", "content/b/x"},
                                           {"theme/f", "theme/x"},
                                           {"public/b/c.html", "public/b/d.html.gz"}};
    for (size_t i = 0; i < ROWS(names); i++) {
        const char *put = i == ROWS(names) - 1 ? "public/x" : names[i][1];
        assert_int_equal(rename(names[i][0], put), 0);
        assert_false(stands(kit));
        assert_int_equal(rename(put, names[i][0]), 0);
        settle(kit);
        assert_true(stands(kit));
    }
}

static void see_all(struct kit *kit, bool known)
{
    see_what_comes_and_goes(kit, known);
    see_other_kinds(kit);
    kit_make_file(kit, "public/.gitignore", "*");
    kit_make_file(kit, "public/SHA256SUMS.minisig", "x");
    kit_make_file(kit, "content/b/.skjult", "x");
    assert_true(stands(kit));
    see_exchanges(kit);
    kit_make_file(kit, "public/b/c.html", "ti");
    assert_false(stands(kit));
    publish_again(kit);
    assert_true(stands(kit));
    kit_make_file(kit, "content/b/c/d.md", "b");
    assert_false(stands(kit));
}

static void test_nothing_has_changed(void **state)
{
    struct kit *kit = *state;
    assert_false(stands(kit));
    publish_inputs(kit);
    see_all(kit, false);
}

/* Whether the file system that we are on is one of those whose folders have stamps. */
static bool folders_are_known(void)
{
    int fd = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct fs_stamp stamp = fs_stamp_of_folder(fd);
    close(fd);
    return fs_stamp_is_known(&stamp);
}

/* The folders of outputs are known once they have been as they are for a while. */
static void test_nothing_has_changed_in_known_folders(void **state)
{
    struct kit *kit = *state;
    publish_inputs(kit);
    kit_make_file(kit, "content/a.md", "ny");
    settle(kit);
    if (!folders_are_known())
        skip();
    assert_true(knows_folder(kit, ""));
    assert_true(knows_folder(kit, "b/"));
    see_all(kit, true);
}

/* A folder that has more in it than outputs is not known, or it would never be told again. */
static void test_what_is_foreign_is_told_again(void **state)
{
    struct kit *kit = *state;
    publish_inputs(kit);
    kit_make_file(kit, "public/b/fremmed", "x");
    settle(kit);
    assert_false(knows_folder(kit, "b/"));
    assert_false(stands(kit));
}

/* Of an input that is young nothing is known. */
static void test_a_young_input(void **state)
{
    struct kit *kit = *state;
    publish_inputs(kit);
    make_young("content/b/e.md");
    settle(kit);
    assert_false(stands(kit));
}

/* A folder that is young is listed again, and that is all. */
static void test_young_folders(void **state)
{
    struct kit *kit = *state;
    static const char *const folders[] = {"content/b", "theme/f", "public/b"};
    publish_inputs(kit);
    for (size_t i = 0; i < ROWS(folders); i++)
        make_young(folders[i]);
    settle(kit);
    assert_false(knows_folder(kit, "b/"));
    for (size_t i = 0; i < ROWS(folders); i++) {
        const char *path = str_format(&kit->arena, "%s/ny.md", folders[i]).ptr;
        assert_true(stands(kit));
        kit_make_file(kit, path, "y");
        make_young(folders[i]);
        assert_false(stands(kit));
        assert_int_equal(unlink(path), 0);
        make_young(folders[i]);
    }
}

static void test_young(void **state)
{
    static const struct {
        uint64_t modified, changed, now;
        bool young;
    } rows[] = {
        {1000000001, 1000000001, 1000000001, true},  {1000000001, 1000000001, 1030000001, false},
        {1000000001, 1025000000, 1030000001, true},  {1000000000, 1000000000, 2500000000, true},
        {1000000000, 1000000000, 3100000000, false}, {9000000001, 1000000001, 1030000001, true},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct fs_stamp stamp = {.modified = rows[i].modified, .changed = rows[i].changed};
        assert_int_equal(fs_stamp_is_young(&stamp, rows[i].now), rows[i].young);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_what_is_made_from_the_same_stays),
        WITH_FOLDER(test_a_copy_that_was_left_out),
        WITH_FOLDER(test_what_was_changed_since_is_made_again),
        WITH_FOLDER(test_what_is_told_of_the_build_before),
        WITH_FOLDER(test_another_list),
        WITH_FOLDER(test_damage_costs_time_only),
        WITH_FOLDER(test_nothing_has_changed),
        WITH_FOLDER(test_nothing_has_changed_in_known_folders),
        WITH_FOLDER(test_what_is_foreign_is_told_again),
        WITH_FOLDER(test_a_young_input),
        WITH_FOLDER(test_young_folders),
        WITH_KIT(test_young),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
