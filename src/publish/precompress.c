#include "publish/precompress.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/compress.h"
#include "plan/plan.h"

enum { PLAIN, GZIP, BROTLI, CODINGS };

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
    size_t at[CODINGS];
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
    size_t count = plan->outputs.len;
    *copies = (struct precompress){
        .how = how,
        .paths = arena_items(arena, struct str, CODINGS * count),
        .places = arena_items(arena, struct precompress_places, count),
    };
    struct placed *placed = arena_items(arena, struct placed, CODINGS * count);
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
    for (size_t p = 0; p < copies->count; p++) {
        copies->paths[p] = placed[p].path;
        copies->places[placed[p].output].at[placed[p].coding] = p;
    }
}

static void put_copy(struct folder *folder, size_t at, struct str copy, size_t most)
{
    if (copy.len < most)
        folder_put(folder, at, copy);
    else
        folder_leave_out(folder, at);
}

void precompress_put(const struct precompress *copies, struct folder *folder, size_t output,
                     struct str bytes)
{
    const struct precompress_places *places = &copies->places[output];
    folder_put(folder, places->at[PLAIN], bytes);
    if (!places->text)
        return;
    struct buf copy = BUF_INIT;
    compress_gzip(&copy, bytes);
    put_copy(folder, places->at[GZIP], buf_str(&copy), bytes.len);
    buf_clear(&copy);
    compress_brotli(&copy, bytes, copies->how == PRECOMPRESS_BEST ? BROTLI_BEST : BROTLI_GOOD);
    put_copy(folder, places->at[BROTLI], buf_str(&copy), bytes.len);
    buf_release(&copy);
}
