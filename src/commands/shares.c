#include "commands/shares.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/norwegian.h"
#include "base/said.h"
#include "base/vec.h"
#include "base/visible.h"
#include "collection/fields.h"

struct share {
    struct str language;
    size_t words;
};

struct shares {
    struct share **items;
    size_t len, cap, words;
    struct map by_language;
};

static size_t count_words(struct str text)
{
    struct buf folded = BUF_INIT;
    size_t count = 0;
    norwegian_fold(&folded, text);
    for (struct str rest = buf_str(&folded), word; norwegian_word(&rest, &word);)
        count++;
    buf_release(&folded);
    return count;
}

static size_t count_document(const struct document *document)
{
    static const struct str fields[] = {STR_INIT(FIELD_TITLE), STR_INIT(FIELD_NAME),
                                        STR_INIT(FIELD_SUMMARY)};
    size_t count = count_words(document->body.text);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        count += count_words(value_get_str(document->fields, fields[i]));
    return count;
}

static void add_document(struct shares *shares, struct arena *arena,
                         const struct document *document)
{
    struct share *share = map_get(&shares->by_language, document->language);
    size_t words = count_document(document);
    if (!share) {
        share = arena_new(arena, struct share);
        share->language = document->language;
        map_add(&shares->by_language, share->language, share);
        vec_push(arena, shares, share);
    }
    share->words += words;
    shares->words += words;
}

static int compare_shares(const void *left, const void *right)
{
    const struct share *a = *(struct share *const *)left, *b = *(struct share *const *)right;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return str_cmp(a->language, b->language);
}

struct str shares_text(struct arena *arena, const struct collection *collection)
{
    struct shares shares = {0};
    struct buf text = BUF_INIT;
    map_init(&shares.by_language, arena);
    for (size_t i = 0; i < collection->documents.len; i++)
        add_document(&shares, arena, collection->documents.items[i]);
    if (shares.len < 2 || shares.words == 0)
        return STR("");
    qsort(shares.items, shares.len, sizeof *shares.items, compare_shares);
    for (size_t i = 0; i < shares.len; i++) {
        const struct share *share = shares.items[i];
        size_t tenths = (share->words * 1000 + shares.words / 2) / shares.words;
        buf_put(&text, i ? STR(", ") : STR(""));
        visible_put(&text, share->language);
        buf_format(&text, SAID(" %zu,%zu %% (%zu ord)", " %zu.%zu%% (%zu words)"), tenths / 10,
                   tenths % 10, share->words);
    }
    return buf_finish(&text, arena);
}
