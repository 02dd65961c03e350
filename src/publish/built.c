#include "publish/built.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs_write.h"
#include "base/vec.h"
#include "publish/manifest.h"
#include "publish/neighbours.h"

#define FORM STR("samling built 1")

enum { BUILT_MAX = 1024 * 1024 * 1024, PIECE = 64 * 1024 };

/*
 * The file has these lines: its form, the maker, what was told, the hash of SHA256SUMS, the number
 * of folders; for each input «i STAMP PATH», for each output «o STAMP KEY PATH»; last the hash of
 * all lines before.
 */

static bool has_plain_lines(struct str text)
{
    return !text.len || (!memchr(text.ptr, '\n', text.len) && !memchr(text.ptr, '\0', text.len));
}

/* A name with a line feed in it is no part of a collection; if there is one, nothing is kept. */
static bool can_be_kept(const struct built *built)
{
    bool plain = has_plain_lines(built->maker) && has_plain_lines(built->told);
    for (size_t i = 0; i < built->inputs.len; i++)
        plain = plain && has_plain_lines(built->inputs.items[i].path);
    return plain;
}

static void put_built_line(struct buf *out, struct str line)
{
    buf_put(out, line);
    buf_byte(out, '\n');
}

static void put_hash(struct buf *out, struct hash hash, char end)
{
    hash_put(out, hash);
    buf_byte(out, end);
}

static void put_head(struct buf *out, const struct built *built)
{
    put_built_line(out, FORM);
    put_built_line(out, built->maker);
    put_built_line(out, built->told);
    put_hash(out, built->sums, '\n');
    buf_number(out, built->folders);
    buf_byte(out, '\n');
}

static void put_input(struct buf *out, const struct fs_entry *input)
{
    buf_lit(out, "i ");
    fs_stamp_put(out, &input->stamp);
    put_built_line(out, input->path);
}

static void put_output(struct buf *out, const struct built_file *output)
{
    buf_lit(out, "o ");
    fs_stamp_put(out, &output->stamp);
    put_hash(out, output->key, ' ');
    put_built_line(out, output->path);
}

/* The file on its way, a piece at a time. */
struct built_writing {
    const struct built *built;
    struct buf piece;
    struct hashing *hashing; /* NULL: all has been put */
    bool begun;
    size_t next; /* of the inputs, then of the outputs */
};

static bool next_of_built(void *self, struct str *piece)
{
    struct built_writing *of = self;
    size_t inputs = of->built->inputs.len, all = inputs + of->built->outputs.len;
    if (!of->hashing)
        return false;
    buf_clear(&of->piece);
    if (!of->begun)
        put_head(&of->piece, of->built);
    of->begun = true;
    for (; of->next < all && of->piece.len < PIECE; of->next++)
        if (of->next < inputs)
            put_input(&of->piece, &of->built->inputs.items[of->next]);
        else
            put_output(&of->piece, &of->built->outputs.items[of->next - inputs]);
    hash_append(of->hashing, buf_str(&of->piece));
    if (of->next == all) {
        put_hash(&of->piece, hash_end(of->hashing), '\n');
        of->hashing = NULL;
    }
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
           a->folders == b->folders && same_files(a, b);
}

void built_write(const struct built *built, const struct built *before,
                 const struct fs_root *parent, struct str name)
{
    if (!can_be_kept(built) || says_the_same(built, before))
        return;
    struct built_writing writing = {.built = built, .hashing = hash_begin()};
    fs_put_private(parent, name, next_of_built, &writing);
    buf_release(&writing.piece);
    if (writing.hashing)
        (void)hash_end(writing.hashing);
}

/* ---- reading ---- */

/* The text before the last line, if that is its hash. */
static bool cut_whole(struct str text, struct str *whole)
{
    struct hash hash;
    size_t last = HASH_DIGITS + 1;
    if (text.len < last || text.ptr[text.len - 1] != '\n')
        return false;
    *whole = str_slice(text, 0, text.len - last);
    return hash_parse(str_slice(text, whole->len, text.len - 1), &hash) &&
           hash_eq(hash, hash_of(*whole));
}

static bool built_parse_head(struct built *built, struct str *rest)
{
    struct str form, sums;
    uint64_t folders;
    bool is_head = str_cut(rest, '\n', &form) && str_eq(form, FORM) &&
                   str_cut(rest, '\n', &built->maker) && str_cut(rest, '\n', &built->told) &&
                   str_cut(rest, '\n', &sums) && hash_parse(sums, &built->sums) &&
                   str_cut_number(rest, '\n', &folders);
    built->folders = is_head ? folders : 0;
    return is_head;
}

static bool parse_input(struct built *built, struct arena *arena, struct str line)
{
    struct fs_entry input = {.kind = FS_FILE};
    if (!fs_stamp_cut(&line, &input.stamp))
        return false;
    input.path = line;
    vec_push(arena, &built->inputs, input);
    return line.len > 0;
}

static bool parse_output(struct built *built, struct arena *arena, struct str line)
{
    struct built_file output = {0};
    struct str key;
    if (!fs_stamp_cut(&line, &output.stamp) || !str_cut(&line, ' ', &key) ||
        !hash_parse(key, &output.key))
        return false;
    output.path = line;
    vec_push(arena, &built->outputs, output);
    return line.len > 0;
}

static bool built_parse_file(struct built *built, struct arena *arena, struct str line)
{
    if (str_starts(line, STR("i ")))
        return parse_input(built, arena, str_from(line, 2));
    return str_starts(line, STR("o ")) && parse_output(built, arena, str_from(line, 2));
}

static bool built_parse(struct built *built, struct arena *arena, struct str text)
{
    struct str rest;
    if (!cut_whole(text, &rest) || !built_parse_head(built, &rest))
        return false;
    for (struct str line; rest.len && str_cut(&rest, '\n', &line);)
        if (!built_parse_file(built, arena, line))
            return false;
    return true;
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

/* ---- whether it stands ---- */

static bool same_inputs(const struct fs_list *before, const struct fs_list *now)
{
    if (before->len != now->len)
        return false;
    for (size_t i = 0; i < now->len; i++)
        if (!fs_stamp_is_known(&now->items[i].stamp) ||
            !fs_stamp_eq(&before->items[i].stamp, &now->items[i].stamp) ||
            !str_eq(before->items[i].path, now->items[i].path))
            return false;
    return true;
}

/* What may come and go in the folder, and is none of the outputs. */
static bool may_come_and_go(struct str path)
{
    return manifest_leaves_out(path) && !str_eq(path, MANIFEST_PATH);
}

static bool same_outputs(const struct built *before, const struct fs_root *folder,
                         struct arena *arena)
{
    struct fs_list there = {0};
    size_t known = 0, folders = 0;
    fs_walk_all(folder, STR(""), FS_STAMPED, arena, &there);
    for (size_t i = 0; i < there.len; i++) {
        const struct fs_entry *entry = &there.items[i];
        if (entry->kind == FS_FOLDER) {
            folders++;
            continue;
        }
        if (may_come_and_go(entry->path))
            continue;
        if (entry->kind != FS_FILE || known == before->outputs.len)
            return false;
        const struct built_file *file = &before->outputs.items[known++];
        if (!fs_stamp_same_bytes(&file->stamp, &entry->stamp) || !str_eq(file->path, entry->path))
            return false;
    }
    return known == before->outputs.len && folders == before->folders;
}

bool built_stands(const struct built *before, const struct built *now, const struct fs_root *parent,
                  const struct neighbours *at, struct arena *arena)
{
    enum fs_kind kind;
    struct fs_root folder;
    bool asked = before->told.len && str_eq(before->maker, now->maker) &&
                 same_inputs(&before->inputs, &now->inputs) &&
                 !fs_kind_of(parent, at->fresh, &kind) && !fs_kind_of(parent, at->aside, &kind);
    if (!asked || !fs_root_below(parent, at->name, arena, &folder))
        return false;
    fs_root_keep_to_mount(&folder);
    bool same = same_outputs(before, &folder, arena);
    fs_root_close(&folder);
    return same;
}
