#include "search/orders.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"

struct keyed_entry {
    struct str key;
    const struct entry *entry;
};

typedef int compare_keyed(const void *left, const void *right);

static int by_number(const struct keyed_entry *a, const struct keyed_entry *b)
{
    return (a->entry->number > b->entry->number) - (a->entry->number < b->entry->number);
}

static int first_lowest(const void *left, const void *right)
{
    const struct keyed_entry *a = left, *b = right;
    int order = str_cmp(a->key, b->key);
    return order ? order : by_number(a, b);
}

static int first_highest(const void *left, const void *right)
{
    const struct keyed_entry *a = left, *b = right;
    int order = str_cmp(b->key, a->key);
    return order ? order : by_number(a, b);
}

static struct str key_of_title(const struct entry *entry)
{
    return entry->key;
}

/* A date sorts as it is written. */
static struct str key_of_date(const struct entry *entry)
{
    return document_updated(entry->document);
}

static const struct {
    struct str name;
    struct str (*key)(const struct entry *entry);
    compare_keyed *compare;
    bool lacks_without; /* the collection lacks the order if no entry has a key */
} order_rows[SEARCH_ORDERS_MAX] = {
    {STR_INIT("title"), key_of_title, first_lowest, false},
    {STR_INIT("newest"), key_of_date, first_highest, true},
};

static const uint32_t *make_ranks(struct arena *arena, struct keyed_entry *entries, size_t len,
                                  compare_keyed *compare)
{
    uint32_t *ranks = arena_items(arena, uint32_t, len);
    if (len)
        qsort(entries, len, sizeof *entries, compare);
    for (size_t i = 0; i < len; i++)
        ranks[entries[i].entry->number] = (uint32_t)i;
    return ranks;
}

void search_orders_make(struct search_orders *orders, struct arena *arena,
                        const struct collection *collection)
{
    size_t len = collection->entries.len;
    struct keyed_entry *entries = arena_items(arena, struct keyed_entry, len);
    *orders = (struct search_orders){.entries = len};
    for (size_t row = 0; row < SEARCH_ORDERS_MAX; row++) {
        size_t keys = 0;
        for (size_t i = 0; i < len; i++) {
            const struct entry *entry = collection->entries.items[i];
            entries[i] = (struct keyed_entry){order_rows[row].key(entry), entry};
            keys += entries[i].key.len > 0;
        }
        if (keys || !order_rows[row].lacks_without)
            orders->items[orders->len++] = (struct search_order){
                order_rows[row].name, make_ranks(arena, entries, len, order_rows[row].compare)};
    }
}

void search_orders_put_names(struct buf *out, const struct search_orders *orders)
{
    buf_byte(out, '[');
    for (size_t i = 0; i < orders->len; i++)
        buf_format(out, "%s\"%.*s\"", i ? "," : "", STR_ARG(orders->items[i].name));
    buf_byte(out, ']');
}

size_t search_orders_put_ranks(struct buf *out, const struct search_orders *orders, size_t order,
                               size_t from, size_t enough)
{
    size_t at = from;
    buf_byte(out, '[');
    for (; at < orders->entries && (at == from || out->len < enough); at++) {
        if (at > from)
            buf_byte(out, ',');
        buf_number(out, orders->items[order].ranks[at]);
    }
    buf_byte(out, ']');
    return at;
}
