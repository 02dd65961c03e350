#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs_write.h"
#include "base/packer.h"
#include "editions/archive.h"
#include "editions/archive_before.h"
#include "kit.h"

static void put_file(struct archive *archive, struct buf *out, enum archive_how how,
                     struct str name, struct str text)
{
    struct buf bytes = BUF_INIT;
    struct packer packer = {0};
    struct packed packed = archive_pack(how, &packer, &bytes, text);
    archive_put(archive, out, name, &packed, buf_str(&bytes));
    buf_release(&bytes);
    packer_release(&packer);
}

/* Python reads the form, and shares nothing with us. */
static void read_with_python(const struct buf *out, const char *expression)
{
    char path[] = "/tmp/archive-XXXXXX", command[512];
    int file = mkstemp(path);
    assert_true(file >= 0);
    FILE *stream = fdopen(file, "wb");
    buf_write(out, stream);
    fclose(stream);
    snprintf(command, sizeof command,
             "python3 -c 'import sys, zipfile; z = zipfile.ZipFile(\"%s\"); "
             "sys.exit(0 if z.testzip() is None and (%s) else 1)'",
             path, expression);
    int status = system(command);
    remove(path);
    assert_int_equal(status, 0);
}

static void test_files_are_put_in_their_order(void **state)
{
    struct archive archive;
    struct buf out = BUF_INIT;
    (void)state;
    archive_init(&archive, STR("2024-04-17"));
    put_file(&archive, &out, ARCHIVE_STORED, STR("mimetype"), STR("application/x"));
    put_file(&archive, &out, ARCHIVE_PACKED, STR("a/b.txt"), STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    put_file(&archive, &out, ARCHIVE_PACKED, STR("a/empty"), STR(""));
    archive_end(&archive, &out);
    /* What is stored first is found at a known place, as readers of e-books ask. */
    assert_memory_equal(out.ptr + 30, "mimetypeapplication/x", 21);
    read_with_python(&out, "[i.filename for i in z.infolist()] == [\"mimetype\", \"a/b.txt\", "
                           "\"a/empty\"] and z.read(\"a/b.txt\") == b\"a\" * 30 and "
                           "{i.date_time for i in z.infolist()} == {(2024, 4, 17, 0, 0, 0)}");
    buf_release(&out);
}

/* Numbers in text get smaller, in several blocks; those of a generator as they are do not. */
static void test_what_does_not_get_smaller_is_stored(void **state)
{
    struct archive archive;
    struct buf out = BUF_INIT, text = BUF_INIT, noise = BUF_INIT;
    uint32_t number = 1;
    (void)state;
    for (unsigned i = 0; i < 100000; i++) {
        number = number * 1664525 + 1013904223;
        buf_byte(&noise, (char)(number >> 24));
        buf_format(&text, "%u ", i * i);
    }
    archive_init(&archive, STR(""));
    put_file(&archive, &out, ARCHIVE_PACKED, STR("text"), buf_str(&text));
    put_file(&archive, &out, ARCHIVE_PACKED, STR("noise"), buf_str(&noise));
    put_file(&archive, &out, ARCHIVE_PACKED, STR("a"), STR("a"));
    put_file(&archive, &out, ARCHIVE_STORED, STR("stored"), STR("aaaaaaaaaaaaaaaaaaaa"));
    archive_end(&archive, &out);
    read_with_python(&out, "[i.compress_type for i in z.infolist()] == [8, 0, 0, 0] and "
                           "all(i.compress_size <= i.file_size for i in z.infolist()) and "
                           "z.read(\"text\") == b\"\".join(b\"%d \" % (i * i & 0xffffffff) "
                           "for i in range(100000))");
    buf_release(&out);
    buf_release(&text);
    buf_release(&noise);
}

static void test_dates_that_the_form_lacks(void **state)
{
    static const struct {
        const char *date, *tuple;
    } rows[] = {
        {"", "(1980, 1, 1, 0, 0, 0)"},
        {"2024", "(2024, 1, 1, 0, 0, 0)"},
        {"2024-04", "(2024, 4, 1, 0, 0, 0)"},
        {"1814-05-17", "(1980, 1, 1, 0, 0, 0)"},
        {"2107-12-31", "(2107, 12, 31, 0, 0, 0)"},
        {"2108-01-01", "(1980, 1, 1, 0, 0, 0)"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct archive archive;
        struct buf out = BUF_INIT;
        char expression[128];
        archive_init(&archive, str_of(rows[i].date));
        put_file(&archive, &out, ARCHIVE_PACKED, STR("a"), STR("a"));
        archive_end(&archive, &out);
        snprintf(expression, sizeof expression, "z.getinfo(\"a\").date_time == %s", rows[i].tuple);
        read_with_python(&out, expression);
        buf_release(&out);
    }
}

static void test_more_files_than_two_bytes_count(void **state)
{
    struct archive archive;
    struct buf out = BUF_INIT;
    char name[16];
    (void)state;
    archive_init(&archive, STR(""));
    for (unsigned i = 0; i < 70000; i++) {
        snprintf(name, sizeof name, "%u", i);
        put_file(&archive, &out, ARCHIVE_STORED, str_of(name), str_of(name));
    }
    archive_end(&archive, &out);
    read_with_python(&out, "len(z.namelist()) == 70000 and z.read(\"69999\") == b\"69999\"");
    buf_release(&out);
}

/* ---- from the archive before ---- */

/* Opens a file with these bytes. */
static struct fs_pieces lay_file(struct fs_root *root, struct str bytes)
{
    struct fs_pieces file;
    remove("before.zip");
    fs_create(root, STR("before.zip"), bytes);
    assert_int_equal(fs_pieces_open(&file, root, STR("before.zip")), FS_OK);
    return file;
}

/* Appends two files with one name, and one of its own, which is what is returned. */
static struct str lay_archive(struct archive *archive, struct buf *out, struct str text)
{
    archive_init(archive, STR("2024-04-17"));
    put_file(archive, out, ARCHIVE_PACKED, STR("twice"), STR("one"));
    put_file(archive, out, ARCHIVE_PACKED, STR("twice"), STR("two"));
    put_file(archive, out, ARCHIVE_PACKED, STR("own"), text);
    archive_end(archive, out);
    return text;
}

static void test_files_are_taken_from_the_archive_before(void **state)
{
    struct kit *kit = *state;
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    struct buf old = BUF_INIT, now = BUF_INIT, bytes = BUF_INIT;
    struct archive archive;
    struct archive_before before;
    struct packed packed;
    struct str text =
        lay_archive(&archive, &old,
                    STR("a text that says the same, and a text that says the same, and a text that "
                        "says the same, "
                        "and a text that says the same, and a text that says the same"));
    struct fs_pieces file = lay_file(&root, buf_str(&old));
    archive_before_open(&before, &kit->arena, &file);
    assert_false(archive_before_put(&before, STR("none"), &packed, &bytes));
    assert_false(archive_before_put(&before, STR("twice"), &packed, &bytes));
    assert_true(archive_before_put(&before, STR("own"), &packed, &bytes));
    assert_int_equal(packed.how, ARCHIVE_PACKED);
    assert_int_equal(packed.size, text.len);
    archive_init(&archive, STR("2024-04-17"));
    archive_put(&archive, &now, STR("own"), &packed, buf_str(&bytes));
    archive_end(&archive, &now);
    read_with_python(&now, "z.read(\"own\").count(b\"a text\") == 5");
    archive_before_close(&before);
    buf_release(&old);
    buf_release(&now);
    buf_release(&bytes);
    fs_root_close(&root);
}

/* Whatever stands there, nothing outside the file is read. */
static void test_no_archive_before_is_believed_too_far(void **state)
{
    struct kit *kit = *state;
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    struct buf old = BUF_INIT, bytes = BUF_INIT;
    struct archive archive;
    struct packed packed;
    lay_archive(&archive, &old, STR("bbbbbbbbbbbbbbbbbbbbbbbb"));
    for (size_t at = 0; at < old.len; at++) {
        old.ptr[at] ^= (char)0xff;
        for (size_t cut = 0; cut < 2; cut++) {
            struct archive_before before;
            struct fs_pieces file =
                lay_file(&root, cut ? str_slice(buf_str(&old), 0, at) : buf_str(&old));
            archive_before_open(&before, &kit->arena, &file);
            buf_clear(&bytes);
            archive_before_put(&before, STR("own"), &packed, &bytes);
            assert_true(bytes.len <= old.len);
            archive_before_close(&before);
        }
        old.ptr[at] ^= (char)0xff;
    }
    buf_release(&old);
    buf_release(&bytes);
    fs_root_close(&root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_are_put_in_their_order),
        cmocka_unit_test(test_what_does_not_get_smaller_is_stored),
        cmocka_unit_test(test_dates_that_the_form_lacks),
        cmocka_unit_test(test_more_files_than_two_bytes_count),
        WITH_FOLDER(test_files_are_taken_from_the_archive_before),
        WITH_FOLDER(test_no_archive_before_is_believed_too_far),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
