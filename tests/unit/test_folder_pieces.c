#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "kit.h"

enum { PIECE = 30000, WHOLE = 5 * PIECE }; /* more than is read at a time */

static const struct str paths[] = {STR_INIT("data/alle.csv"), STR_INIT("index.html")};

/* A file with letters of its own, one of which is another one. */
static struct str letters(struct kit *kit, size_t len, size_t other)
{
    char *text = arena_text(&kit->arena, len + 1);
    for (size_t i = 0; i < len; i++)
        text[i] = (char)(i == other ? '!' : 'a' + i % 23);
    text[len] = '\0';
    return (struct str){text, len};
}

static struct folder_result publish(struct kit *kit, struct str text, unsigned flags)
{
    struct folder *folder = folder_open(&kit->arena, STR("public"), paths, 2, flags);
    kit_put_pieces(folder, 0, text, PIECE);
    folder_put(folder, 1, STR("velkommen"));
    return folder_commit(folder, 1);
}

static void publish_as_before(void *context)
{
    struct kit *kit = context;
    publish(kit, letters(kit, WHOLE, WHOLE), QUICK);
}

static void check_changed(struct kit *kit, struct str before, struct str after, unsigned flags)
{
    publish(kit, before, flags);
    struct stat file = kit_stat("public/data/alle.csv"), page = kit_stat("public/index.html");
    struct folder_result result = publish(kit, after, flags);
    assert_true(result.changed);
    assert_int_equal(result.written, 1);
    assert_int_equal(result.kept, 1);
    assert_file(kit, "public/data/alle.csv", after.ptr);
    assert_int_not_equal(kit_stat("public/data/alle.csv").st_ino, file.st_ino);
    assert_int_equal(kit_stat("public/data/alle.csv").st_mode & 07777, 0644);
    assert_int_equal(kit_stat("public/index.html").st_ino == page.st_ino,
                     !(flags & FOLDER_NO_LINKS));
    assert_sums();
    assert_no_litter(kit);
    struct str tree = kit_tree(kit, "public", true);
    assert_false(publish(kit, after, flags).changed);
    assert_string_equal(kit_tree(kit, "public", true).ptr, tree.ptr);
}

/* Each is published after each of the others. */
static void test_changed(void **state)
{
    struct kit *kit = *state;
    const struct str versions[] = {
        letters(kit, 0, 0),
        letters(kit, WHOLE, 0),
        letters(kit, WHOLE, PIECE - 1),
        letters(kit, WHOLE, PIECE),
        letters(kit, WHOLE, WHOLE - 1),
        letters(kit, WHOLE, WHOLE),
        letters(kit, PIECE, PIECE),
        letters(kit, WHOLE + 1, WHOLE + 1),
        letters(kit, 2 * PIECE, WHOLE),
    };
    for (size_t i = 0; i < ROWS(versions); i++)
        for (size_t k = 0; k < ROWS(versions); k++)
            if (i != k)
                check_changed(kit, versions[i], versions[k],
                              k % 2 ? QUICK : QUICK | FOLDER_NO_LINKS | FOLDER_NO_EXCHANGE);
}

static void test_new(void **state)
{
    struct kit *kit = *state;
    struct str text = letters(kit, WHOLE, WHOLE);
    assert_int_equal(publish(kit, text, 0).written, 2);
    assert_file(kit, "public/data/alle.csv", text.ptr);
    assert_sums();
    assert_no_litter(kit);
}

/* Somebody's file stays, whether it differs early, late or in its length; one with our bytes is
 * ours. */
static void test_foreign(void **state)
{
    struct kit *kit = *state;
    const struct str versions[] = {
        letters(kit, 0, 0),
        letters(kit, WHOLE, 0),
        letters(kit, WHOLE, WHOLE - 1),
        letters(kit, WHOLE + 1, WHOLE + 1),
    };
    for (size_t i = 0; i < ROWS(versions); i++) {
        kit_make_file(kit, "public/data/alle.csv", versions[i].ptr);
        struct str tree = kit_tree(kit, "public", true);
        assert_dies_with("public/data/alle.csv finnes fra før og er ikke laget av samling",
                         publish_as_before, kit);
        assert_string_equal(kit_tree(kit, "public", true).ptr, tree.ptr);
        assert_no_litter(kit);
    }
    kit_make_file(kit, "public/data/alle.csv", letters(kit, WHOLE, WHOLE).ptr);
    assert_int_equal(publish(kit, letters(kit, WHOLE, WHOLE), QUICK).kept, 1);
    assert_sums();
}

/* Whatever stood there, what is taken back is as what was never begun. */
static void test_taken_back(void **state)
{
    struct kit *kit = *state;
    const struct str versions[] = {letters(kit, WHOLE, WHOLE), letters(kit, WHOLE, PIECE)};
    for (size_t round = 0; round < 4; round++) {
        bool there = round % 2;
        if (there)
            publish(kit, versions[0], QUICK);
        struct folder *folder = folder_open(&kit->arena, STR("public"), paths, 2, QUICK);
        struct folder_file file = folder_begin(folder, 0);
        folder_append(&file, versions[round / 2]);
        folder_take_back(&file);
        folder_put(folder, 1, STR("velkommen"));
        struct folder_result result = folder_commit(folder, 1);
        assert_int_equal(result.written + result.kept, 1);
        assert_int_equal(result.removed, there);
        assert_false(kit_exists("public/data/alle.csv"));
        assert_sums();
        assert_no_litter(kit);
    }
}

static size_t peak_memory(void)
{
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
    return (size_t)usage.ru_maxrss * 1024;
}

/* Must be the first of the tests, for the peak is that of the program. New, kept and changed. */
static void test_large_files_are_nowhere_whole(void **state)
{
    enum { PIECES = 400 };
    struct kit *kit = *state;
    struct str piece = letters(kit, WHOLE, WHOLE);
    size_t before = peak_memory();
    for (size_t round = 0; round < 3; round++) {
        struct folder *folder = folder_open(&kit->arena, STR("public"), paths, 1, QUICK);
        struct folder_file file = folder_begin(folder, 0);
        for (size_t i = 0; i < PIECES; i++)
            folder_append(&file, piece);
        folder_append(&file, round < 2 ? STR("") : STR("!"));
        folder_end(&file);
        assert_int_equal(folder_commit(folder, 1).changed, round != 1);
        assert_int_equal(kit_stat("public/data/alle.csv").st_size, file.len);
    }
    assert_true(peak_memory() - before < PIECES * WHOLE / 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_large_files_are_nowhere_whole),
        WITH_FOLDER(test_new),
        WITH_FOLDER(test_changed),
        WITH_FOLDER(test_foreign),
        WITH_FOLDER(test_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
