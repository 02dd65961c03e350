#include "publish/precompress.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/compress.h"
#include "base/memory.h"
#include "plan/plan.h"

enum { PLAIN, GZIP, BROTLI, CODINGS };
enum { GOOD_PIECE = 64 * 1024 };

static const struct str endings[CODINGS] = {
    [PLAIN] = STR_INIT(""), [GZIP] = STR_INIT(".gz"), [BROTLI] = STR_INIT(".br")};

/* Files of text. What is not here is compressed already, as pictures and documents are. */
static const struct str texts[] = {
    STR_INIT(".html"), STR_INIT(".css"),  STR_INIT(".js"),          STR_INIT(".json"),
    STR_INIT(".xml"),  STR_INIT(".txt"),  STR_INIT(".svg"),         STR_INIT(".csv"),
    STR_INIT(".ttl"),  STR_INIT(".bib"),  STR_INIT(".webmanifest"), STR_INIT(".ris"),
    STR_INIT(".md"),   STR_INIT(".yaml"), STR_INIT(".jsonld"),      STR_INIT(".ics"),
};

/* Where an output and its copies stand in the folder's list of paths. */
struct precompress_places {
    bool text;
    uint32_t at[CODINGS];
};

/* A path on its way into the sorted list. */
struct placed {
    struct str path;
    size_t output;
    int coding;
};

static bool is_text(struct str path)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (str_ends(path, texts[i]))
            return true;
    return false;
}

static int placed_order(const void *a, const void *b)
{
    return str_cmp(((const struct placed *)a)->path, ((const struct placed *)b)->path);
}

void precompress_init(struct precompress *copies, struct arena *arena, const struct plan *plan,
                      enum precompress_how how)
{
    size_t count = plan->outputs.len, most = count * (how == PRECOMPRESS_NONE ? 1 : CODINGS);
    struct placed *placed = memory_resize(NULL, most * sizeof *placed + 1);
    *copies = (struct precompress){
        .how = how,
        .places = arena_items(arena, struct precompress_places, count),
    };
    for (size_t i = 0; i < count; i++) {
        struct str path = plan->outputs.items[i].path;
        copies->places[i].text = how != PRECOMPRESS_NONE && is_text(path);
        int codings = copies->places[i].text ? CODINGS : PLAIN + 1;
        for (int c = 0; c < codings; c++)
            placed[copies->count++] =
                (struct placed){c == PLAIN ? path : STR_JOIN(arena, path, endings[c]), i, c};
    }
    if (copies->count)
        qsort(placed, copies->count, sizeof *placed, placed_order);
    copies->paths = arena_items(arena, struct str, copies->count);
    for (size_t p = 0; p < copies->count; p++) {
        copies->paths[p] = placed[p].path;
        copies->places[placed[p].output].at[placed[p].coding] = (uint32_t)p;
    }
    free(placed);
}

/*
 * A copy is held until there is a good piece of it: one that is small, as most are that are not
 * smaller than their file, need never be written to be left out.
 */

static struct precompress_copy copy_begin(struct folder *folder, size_t at, enum coding coding)
{
    return (struct precompress_copy){
        .folder = folder, .at = at, .compression = compress_begin(coding)};
}

static void copy_hand_over(struct precompress_copy *copy)
{
    if (copy->handed_over == 0)
        copy->file = folder_begin(copy->folder, copy->at);
    folder_append(&copy->file, buf_str(&copy->held));
    copy->handed_over += copy->held.len;
    buf_clear(&copy->held);
}

static void copy_append(struct precompress_copy *copy, struct str bytes)
{
    compress_append(copy->compression, &copy->held, bytes);
    if (copy->held.len >= GOOD_PIECE)
        copy_hand_over(copy);
}

static void copy_end(struct precompress_copy *copy, size_t most)
{
    compress_end(copy->compression, &copy->held);
    if (copy->handed_over + copy->held.len < most) {
        copy_hand_over(copy);
        folder_end(&copy->file);
    } else if (copy->handed_over) {
        folder_take_back(&copy->file);
    } else {
        folder_leave_out(copy->folder, copy->at);
    }
    buf_release(&copy->held);
}

void precompress_begin(struct precompress_file *file, const struct precompress *copies,
                       struct folder *folder, size_t output)
{
    const struct precompress_places *places = &copies->places[output];
    bool best = copies->how == PRECOMPRESS_BEST;
    file->count = 0;
    if (places->text) {
        file->copies[file->count++] = copy_begin(folder, places->at[GZIP], CODING_GZIP);
        file->copies[file->count++] =
            copy_begin(folder, places->at[BROTLI], best ? CODING_BROTLI_BEST : CODING_BROTLI_GOOD);
    }
    file->file = folder_begin(folder, places->at[PLAIN]);
}

void precompress_append(struct precompress_file *file, struct str piece)
{
    folder_append(&file->file, piece);
    for (size_t i = 0; i < file->count; i++)
        copy_append(&file->copies[i], piece);
}

void precompress_end(struct precompress_file *file)
{
    folder_end(&file->file);
    for (size_t i = 0; i < file->count; i++)
        copy_end(&file->copies[i], file->file.len);
}

bool precompress_keep(const struct precompress *copies, struct folder *folder, size_t output,
                      struct hash key, size_t *len)
{
    const struct precompress_places *places = &copies->places[output];
    return folder_keep(folder, places->at, places->text ? CODINGS : PLAIN + 1, key, len);
}

size_t precompress_place(const struct precompress *copies, size_t output)
{
    return copies->places[output].at[PLAIN];
}
