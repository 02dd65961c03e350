#include "collection/shares.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "collection/fields.h"

struct counting {
    struct arena *arena;
    struct shares shares;
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

static struct share *share_of(struct counting *counting, struct str language)
{
    struct share *share = map_get(&counting->by_language, language);
    if (share)
        return share;
    share = arena_new(counting->arena, struct share);
    share->language = language;
    map_add(&counting->by_language, language, share);
    vec_push(counting->arena, &counting->shares, share);
    return share;
}

static int compare_shares(const void *left, const void *right)
{
    const struct share *a = *(struct share *const *)left, *b = *(struct share *const *)right;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return str_cmp(a->language, b->language);
}

struct shares shares_of(struct arena *arena, const struct collection *collection)
{
    struct counting counting = {.arena = arena};
    struct shares *shares = &counting.shares;
    map_init(&counting.by_language, arena);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        size_t words = count_document(document);
        share_of(&counting, document->language)->words += words;
        shares->words += words;
    }
    for (size_t i = 0; i < collection->entries.len; i++)
        share_of(&counting, collection->entries.items[i]->document->language)->entries++;
    if (shares->len)
        qsort(shares->items, shares->len, sizeof *shares->items, compare_shares);
    return *shares;
}
