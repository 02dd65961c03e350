#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <brotli/decode.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/compress.h"
#include "base/fs.h"
#include "kit.h"
#include "plan/plan.h"
#include "publish/precompress.h"

enum { LARGE = 600000 };

static struct str ungzip(struct kit *kit, struct str packed, size_t room)
{
    z_stream stream = {.next_in = (z_const Bytef *)packed.ptr, .avail_in = (uInt)packed.len};
    char *text = arena_text(&kit->arena, room);
    stream.next_out = (Bytef *)text;
    stream.avail_out = (uInt)room;
    assert_int_equal(inflateInit2(&stream, 15 + 16), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return (struct str){text, stream.total_out};
}

static struct str unbrotli(struct kit *kit, struct str packed, size_t room)
{
    char *text = arena_text(&kit->arena, room);
    assert_int_equal(
        BrotliDecoderDecompress(packed.len, (const uint8_t *)packed.ptr, &room, (uint8_t *)text),
        BROTLI_DECODER_RESULT_SUCCESS);
    return (struct str){text, room};
}

/* Lines of a table: the same words again and again, with other numbers. */
static struct str table(struct kit *kit, size_t len)
{
    struct buf text = BUF_INIT;
    for (uint32_t i = 1; text.len < len; i++)
        buf_format(&text, "%u;blåbær og %u røde epler\n", i, i * 2654435761u);
    struct str whole = buf_finish(&text, &kit->arena);
    return str_slice(whole, 0, len);
}

/* Bytes that no coding makes fewer. */
static struct str noise(struct kit *kit, size_t len)
{
    char *bytes = arena_text(&kit->arena, len);
    srand(1);
    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)(rand() >> 8);
    return (struct str){bytes, len};
}

static struct str packed(struct kit *kit, enum coding coding, struct str bytes, size_t piece)
{
    struct buf out = BUF_INIT;
    struct compression *compression = compress_begin(coding);
    for (size_t at = 0; at < bytes.len; at += piece)
        compress_append(compression, &out,
                        str_slice(bytes, at, at + piece < bytes.len ? at + piece : bytes.len));
    compress_end(compression, &out);
    return buf_finish(&out, &kit->arena);
}

static void check_packed(struct kit *kit, struct str bytes, size_t piece)
{
    struct str gzip = packed(kit, CODING_GZIP, bytes, piece);
    struct str good = packed(kit, CODING_BROTLI_GOOD, bytes, piece);
    struct str best = packed(kit, CODING_BROTLI_BEST, str_slice(bytes, 0, bytes.len / 8), piece);
    assert_true(str_eq(gzip, packed(kit, CODING_GZIP, bytes, SIZE_MAX / 2)));
    assert_true(str_eq(ungzip(kit, gzip, bytes.len + 1), bytes));
    assert_true(str_eq(unbrotli(kit, good, bytes.len + 1), bytes));
    assert_true(str_eq(unbrotli(kit, best, bytes.len + 1), str_slice(bytes, 0, bytes.len / 8)));
}

static void test_pieces_are_packed_as_their_whole(void **state)
{
    struct kit *kit = *state;
    const struct str texts[] = {STR(""), STR("a"), table(kit, 1000), table(kit, 100000),
                                noise(kit, 100000)};
    for (size_t i = 0; i < ROWS(texts); i++) {
        check_packed(kit, texts[i], 64 * 1024);
        check_packed(kit, texts[i], 501);
    }
}

/* ---- files and their copies ---- */

/* Publishes texts as 0.csv, 1.csv, …, with their copies. */
static struct folder_result publish(struct kit *kit, const struct str *texts, size_t count)
{
    enum { PIECE = 50000 };
    struct plan plan = {.outputs = {arena_items(&kit->arena, struct output, count), count, count}};
    struct precompress copies;
    for (size_t i = 0; i < count; i++)
        plan.outputs.items[i].path = str_format(&kit->arena, "%zu.csv", i);
    precompress_init(&copies, &kit->arena, &plan, PRECOMPRESS_GOOD);
    struct folder *folder =
        folder_open(&kit->arena, STR("public"), copies.paths, copies.count, QUICK);
    for (size_t i = 0; i < count; i++) {
        struct precompress_file file;
        precompress_begin(&file, &copies, folder, i);
        for (size_t at = 0, left; at < texts[i].len; at += PIECE) {
            left = texts[i].len - at;
            precompress_append(&file, str_slice(texts[i], at, at + (left < PIECE ? left : PIECE)));
        }
        precompress_end(&file);
    }
    return folder_commit(folder, 1);
}

static struct str published(struct kit *kit, const char *path)
{
    struct str bytes;
    struct fs_root root = fs_root_open(&kit->arena, STR("public"));
    assert_int_equal(fs_read(&root, str_of(path), SIZE_MAX, &kit->arena, &bytes), FS_OK);
    fs_root_close(&root);
    return bytes;
}

static void check_copies(struct kit *kit, const struct str *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *path = str_format(&kit->arena, "%zu.csv", i).ptr;
        assert_true(str_eq(published(kit, path), texts[i]));
        path = str_format(&kit->arena, "%zu.csv.gz", i).ptr;
        assert_true(str_eq(ungzip(kit, published(kit, path), texts[i].len + 1), texts[i]));
        path = str_format(&kit->arena, "%zu.csv.br", i).ptr;
        assert_true(str_eq(unbrotli(kit, published(kit, path), texts[i].len + 1), texts[i]));
    }
    assert_sums();
    assert_no_litter(kit);
}

static void test_copies_are_their_files(void **state)
{
    struct kit *kit = *state;
    struct str texts[] = {table(kit, 1000), table(kit, LARGE), table(kit, LARGE - 10)};
    assert_int_equal(publish(kit, texts, 3).written, 9);
    check_copies(kit, texts, 3);
    assert_true(published(kit, "1.csv.br").len > 65536); /* handed over while it is made */
    struct str tree = kit_tree(kit, "public", true);
    assert_false(publish(kit, texts, 3).changed);
    assert_string_equal(kit_tree(kit, "public", true).ptr, tree.ptr);
    texts[1] = table(kit, LARGE + 1);
    struct folder_result result = publish(kit, texts, 3);
    assert_int_equal(result.written, 3);
    assert_int_equal(result.kept, 6);
    check_copies(kit, texts, 3);
}

/* Whether they are told at once or when most of the copy is written. */
static void test_copies_that_are_not_smaller_are_left_out(void **state)
{
    struct kit *kit = *state;
    const struct str texts[] = {STR(""), STR("a"), noise(kit, 300000)};
    for (size_t round = 0; round < 2; round++) {
        struct folder_result result = publish(kit, texts, 3);
        assert_int_equal(result.written + result.kept, 3);
        assert_int_equal(result.changed, round == 0);
        assert_false(kit_exists("public/2.csv.gz") || kit_exists("public/2.csv.br"));
        assert_false(kit_exists("public/1.csv.gz") || kit_exists("public/0.csv.gz"));
        assert_sums();
        assert_no_litter(kit);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_pieces_are_packed_as_their_whole),
        WITH_FOLDER(test_copies_are_their_files),
        WITH_FOLDER(test_copies_that_are_not_smaller_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
