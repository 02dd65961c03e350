#include "publish/built.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs_again.h"
#include "base/fs_write.h"
#include "base/packer.h"
#include "base/vec.h"
#include "publish/manifest.h"
#include "publish/neighbours.h"

#define FORM STR("samling built 2\n")

enum { BUILT_MAX = 1024 * 1024 * 1024, PIECE = 64 * 1024 };

/*
 * The file has its form, the maker, what was told, the hash of SHA256SUMS, how many inputs and how
 * many outputs there are; for each input its stamp and path, for each output its stamp, key and
 * path; last the checksum of all before. The length of a text stands before it.
 */

static void put_raw(struct buf *out, const void *bytes, size_t size)
{
    buf_put(out, (struct str){bytes, size});
}

static void put_long(struct buf *out, struct str text)
{
    uint32_t len = (uint32_t)text.len;
    put_raw(out, &len, sizeof len);
    buf_put(out, text);
}

static void put_built_head(struct buf *out, const struct built *built)
{
    uint64_t counts[] = {built->inputs.len, built->outputs.len};
    buf_put(out, FORM);
    put_long(out, built->maker);
    put_long(out, built->told);
    put_raw(out, &built->sums, sizeof built->sums);
    put_raw(out, counts, sizeof counts);
}

static void put_built_input(struct buf *out, const struct fs_entry *input)
{
    put_raw(out, &input->stamp, sizeof input->stamp);
    put_long(out, input->path);
}

static void put_built_output(struct buf *out, const struct built_file *output)
{
    put_raw(out, &output->stamp, sizeof output->stamp);
    put_raw(out, &output->key, sizeof output->key);
    put_long(out, output->path);
}

/* The file on its way, a piece at a time. */
struct built_writing {
    const struct built *built;
    struct buf piece;
    uint32_t crc;
    bool begun, ended;
    size_t next; /* of the inputs, then of the outputs */
};

static bool next_of_built(void *self, struct str *piece)
{
    struct built_writing *of = self;
    size_t inputs = of->built->inputs.len, all = inputs + of->built->outputs.len;
    if (of->ended)
        return false;
    buf_clear(&of->piece);
    if (!of->begun)
        put_built_head(&of->piece, of->built);
    of->begun = true;
    for (; of->next < all && of->piece.len < PIECE; of->next++)
        if (of->next < inputs)
            put_built_input(&of->piece, &of->built->inputs.items[of->next]);
        else
            put_built_output(&of->piece, &of->built->outputs.items[of->next - inputs]);
    of->crc = packer_crc_on(of->crc, buf_str(&of->piece));
    of->ended = of->next == all;
    if (of->ended)
        put_raw(&of->piece, &of->crc, sizeof of->crc);
    *piece = buf_str(&of->piece);
    return true;
}

static bool same_files(const struct built *a, const struct built *b)
{
    if (a->inputs.len != b->inputs.len || a->outputs.len != b->outputs.len)
        return false;
    for (size_t i = 0; i < a->inputs.len; i++)
        if (!fs_stamp_eq(&a->inputs.items[i].stamp, &b->inputs.items[i].stamp) ||
            !str_eq(a->inputs.items[i].path, b->inputs.items[i].path))
            return false;
    for (size_t i = 0; i < a->outputs.len; i++)
        if (!fs_stamp_eq(&a->outputs.items[i].stamp, &b->outputs.items[i].stamp) ||
            !hash_eq(a->outputs.items[i].key, b->outputs.items[i].key) ||
            !str_eq(a->outputs.items[i].path, b->outputs.items[i].path))
            return false;
    return true;
}

static bool says_the_same(const struct built *a, const struct built *b)
{
    return str_eq(a->maker, b->maker) && str_eq(a->told, b->told) && hash_eq(a->sums, b->sums) &&
           same_files(a, b);
}

void built_write(const struct built *built, const struct built *before,
                 const struct fs_root *parent, struct str name)
{
    if (says_the_same(built, before))
        return;
    struct built_writing writing = {.built = built};
    fs_put_private(parent, name, next_of_built, &writing);
    buf_release(&writing.piece);
}

/* ---- reading ---- */

static bool cut_raw(struct str *rest, void *bytes, size_t size)
{
    if (rest->len < size)
        return false;
    memcpy(bytes, rest->ptr, size);
    *rest = str_from(*rest, size);
    return true;
}

static bool cut_long(struct str *rest, struct str *text)
{
    uint32_t len;
    if (!cut_raw(rest, &len, sizeof len) || len > rest->len)
        return false;
    *text = str_slice(*rest, 0, len);
    *rest = str_from(*rest, len);
    return true;
}

/* The bytes before the checksum, if it is theirs. */
static bool cut_whole(struct str text, struct str *whole)
{
    uint32_t crc;
    if (text.len < sizeof crc)
        return false;
    *whole = str_slice(text, 0, text.len - sizeof crc);
    memcpy(&crc, text.ptr + whole->len, sizeof crc);
    return crc == packer_crc(*whole);
}

static bool parse_built_head(struct built *built, struct arena *arena, struct str *rest)
{
    uint64_t counts[2];
    if (!str_starts(*rest, FORM))
        return false;
    *rest = str_from(*rest, FORM.len);
    if (!cut_long(rest, &built->maker) || !cut_long(rest, &built->told) ||
        !cut_raw(rest, &built->sums, sizeof built->sums) || !cut_raw(rest, counts, sizeof counts) ||
        counts[0] > rest->len || counts[1] > rest->len)
        return false;
    built->inputs.len = counts[0];
    built->outputs.len = counts[1];
    built->inputs.items = arena_items(arena, struct fs_entry, counts[0]);
    built->outputs.items = arena_items(arena, struct built_file, counts[1]);
    return true;
}

static bool parse_input(struct fs_entry *input, struct str *rest)
{
    bool read = cut_raw(rest, &input->stamp, sizeof input->stamp) && cut_long(rest, &input->path);
    input->kind = read && fs_path_is_folder(input->path) ? FS_FOLDER : FS_FILE;
    return read;
}

static bool parse_output(struct built_file *output, struct str *rest)
{
    return cut_raw(rest, &output->stamp, sizeof output->stamp) &&
           cut_raw(rest, &output->key, sizeof output->key) && cut_long(rest, &output->path);
}

static bool built_parse(struct built *built, struct arena *arena, struct str text)
{
    struct str rest;
    bool whole = cut_whole(text, &rest) && parse_built_head(built, arena, &rest);
    for (size_t i = 0; whole && i < built->inputs.len; i++)
        whole = parse_input(&built->inputs.items[i], &rest);
    for (size_t i = 0; whole && i < built->outputs.len; i++)
        whole = parse_output(&built->outputs.items[i], &rest);
    return whole && rest.len == 0;
}

void built_read(struct built *built, struct arena *arena, const struct fs_root *parent,
                struct str name)
{
    struct str text;
    *built = (struct built){0};
    if (fs_read(parent, name, BUILT_MAX, arena, &text) != FS_OK)
        return;
    if (!built_parse(built, arena, text))
        *built = (struct built){0};
}

static int built_by_path(const void *key, const void *item)
{
    return str_cmp(*(const struct str *)key, ((const struct built_file *)item)->path);
}

const struct built_file *built_find(const struct built *built, struct str path)
{
    if (built->outputs.len == 0)
        return NULL;
    return bsearch(&path, built->outputs.items, built->outputs.len, sizeof(struct built_file),
                   built_by_path);
}

/* ---- the published folder ---- */

/* What may come and go in the folder, and is none of the outputs. */
static bool may_come_and_go(struct str folder, struct str name)
{
    return folder.len == 0 && manifest_leaves_out(name) && !str_eq(name, MANIFEST_PATH);
}

static bool output_stands(struct fs_again *again, const struct built_file *output)
{
    struct fs_stamp stamp = output->stamp;
    if (fs_path_is_folder(output->path))
        return fs_again_folder(again, output->path, &stamp);
    return fs_again_file(again, output->path, &stamp) &&
           fs_stamp_same_bytes(&stamp, &output->stamp);
}

static bool outputs_stand(const struct built *before, const struct fs_root *folder)
{
    struct fs_again again;
    bool same = before->outputs.len > 0;
    fs_again_begin(&again, folder, may_come_and_go);
    for (size_t i = 0; same && i < before->outputs.len; i++)
        same = output_stands(&again, &before->outputs.items[i]);
    return fs_again_end(&again) && same;
}

bool built_stands(const struct built *before, const struct fs_root *parent,
                  const struct neighbours *at, struct arena *arena)
{
    enum fs_kind kind;
    struct fs_root folder;
    if (!before->told.len || fs_kind_of(parent, at->fresh, &kind) ||
        fs_kind_of(parent, at->aside, &kind) || !fs_root_below(parent, at->name, arena, &folder))
        return false;
    fs_root_keep_to_mount(&folder);
    bool same = outputs_stand(before, &folder);
    fs_root_close(&folder);
    return same;
}

/* Takes the next folder of a file that the file before it was not in; false after the last. */
static bool next_folder(struct str path, struct str before, struct str *folder)
{
    for (size_t end = folder->len + 1; end <= path.len; end++) {
        *folder = str_slice(path, 0, end);
        if (str_ends(*folder, STR("/")) && !str_starts(before, *folder))
            return true;
    }
    return false;
}

static struct str path_before(const struct built_file *files, size_t i)
{
    return i ? files[i - 1].path : STR("");
}

static size_t count_folders(const struct built_file *files, size_t count)
{
    size_t folders = 0;
    for (size_t i = 0; i < count; i++)
        for (struct str at = {0}; next_folder(files[i].path, path_before(files, i), &at);)
            folders++;
    return folders;
}

/* Adds the files, and before each its folders that the file before it was not in. */
static void add_outputs(struct built *built, struct arena *arena, const struct built_file *files,
                        size_t count)
{
    vec_room(arena, &built->outputs, 1 + count_folders(files, count) + count);
    vec_push(arena, &built->outputs, (struct built_file){.path = STR("")});
    for (size_t i = 0; i < count; i++) {
        for (struct str at = {0}; next_folder(files[i].path, path_before(files, i), &at);)
            vec_push(arena, &built->outputs, (struct built_file){.path = at});
        vec_push(arena, &built->outputs, files[i]);
    }
}

/* Looks at the folders. False if more than the outputs are in them. */
static bool look_at_folders(struct built *built, const struct fs_root *folder)
{
    struct fs_again again;
    bool same = true;
    uint64_t now = fs_stamp_now();
    fs_again_begin(&again, folder, may_come_and_go);
    for (size_t i = 0; same && i < built->outputs.len; i++) {
        struct built_file *output = &built->outputs.items[i];
        if (!fs_path_is_folder(output->path)) {
            same = fs_again_file(&again, output->path, NULL);
            continue;
        }
        same = fs_again_folder(&again, output->path, &output->stamp);
        if (fs_stamp_is_young(&output->stamp, now))
            output->stamp = (struct fs_stamp){0};
    }
    return fs_again_end(&again) && same;
}

void built_set_outputs(struct built *built, struct arena *arena, const struct built_file *files,
                       size_t count, const struct fs_root *folder)
{
    add_outputs(built, arena, files, count);
    if (look_at_folders(built, folder))
        return;
    for (size_t i = 0; i < built->outputs.len; i++)
        if (fs_path_is_folder(built->outputs.items[i].path))
            built->outputs.items[i].stamp = (struct fs_stamp){0};
}
