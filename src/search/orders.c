#include "search/orders.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "collection/fields.h"

typedef int compare_entries(const void *left, const void *right);

static const struct entry *entry_of(const void *item)
{
    return *(const struct entry *const *)item;
}

static int by_number(const struct entry *a, const struct entry *b)
{
    return (a->number > b->number) - (a->number < b->number);
}

static int by_title(const void *left, const void *right)
{
    const struct entry *a = entry_of(left), *b = entry_of(right);
    int order = str_cmp(a->key, b->key);
    return order ? order : by_number(a, b);
}

/* Returns the date as it is written, which sorts as it is, or nothing. */
static struct str updated_of(const struct entry *entry)
{
    struct str updated = value_get_str(entry->document->fields, STR(FIELD_UPDATED));
    struct date date;
    return date_parse(updated, &date) ? updated : STR("");
}

static int by_age(const void *left, const void *right)
{
    const struct entry *a = entry_of(left), *b = entry_of(right);
    int order = str_cmp(updated_of(b), updated_of(a));
    return order ? order : by_number(a, b);
}

static bool has_dates(const struct collection *collection)
{
    for (size_t i = 0; i < collection->entries.len; i++)
        if (updated_of(collection->entries.items[i]).len)
            return true;
    return false;
}

static const struct {
    struct str name;
    compare_entries *compare;
    bool (*is_had)(const struct collection *collection); /* NULL: always */
} order_rows[SEARCH_ORDERS_MAX] = {
    {STR_INIT("title"), by_title, NULL},
    {STR_INIT("newest"), by_age, has_dates},
};

static const uint32_t *make_ranks(struct arena *arena, const struct collection *collection,
                                  compare_entries *compare)
{
    size_t len = collection->entries.len;
    const struct entry **sorted = arena_items(arena, const struct entry *, len);
    uint32_t *ranks = arena_items(arena, uint32_t, len);
    for (size_t i = 0; i < len; i++)
        sorted[i] = collection->entries.items[i];
    if (len)
        qsort(sorted, len, sizeof *sorted, compare);
    for (size_t i = 0; i < len; i++)
        ranks[sorted[i]->number] = (uint32_t)i;
    return ranks;
}

void search_orders_make(struct search_orders *orders, struct arena *arena,
                        const struct collection *collection)
{
    *orders = (struct search_orders){.entries = collection->entries.len};
    for (size_t i = 0; i < SEARCH_ORDERS_MAX; i++)
        if (!order_rows[i].is_had || order_rows[i].is_had(collection))
            orders->items[orders->len++] = (struct search_order){
                order_rows[i].name, make_ranks(arena, collection, order_rows[i].compare)};
}

void search_orders_put_names(struct buf *out, const struct search_orders *orders)
{
    buf_byte(out, '[');
    for (size_t i = 0; i < orders->len; i++)
        buf_format(out, "%s\"%.*s\"", i ? "," : "", STR_ARG(orders->items[i].name));
    buf_byte(out, ']');
}

void search_orders_put_ranks(struct buf *out, const struct search_orders *orders, size_t order)
{
    buf_byte(out, '[');
    for (size_t i = 0; i < orders->entries; i++)
        buf_format(out, "%s%u", i ? "," : "", (unsigned)orders->items[order].ranks[i]);
    buf_byte(out, ']');
}
