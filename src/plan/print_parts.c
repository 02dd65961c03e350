#include "plan/print_parts.h"

#include "plan/paged.h"

/*
 * How large a page will be is known from what is written: markup adds half of it at the most, but
 * for texts that are nothing else, and what stands around an entry, its facts above all, is much
 * the same for each.
 */
enum { PAGE_BYTES = 450 * 1000, AROUND_ENTRY = 1800 };

static size_t printed_size(const struct entry *entry)
{
    size_t written = entry->document->source.text.len;
    return written + written / 2 + AROUND_ENTRY;
}

size_t print_part_end(const struct collection *collection, const struct entry *const *entries,
                      size_t from, size_t count)
{
    size_t most = (size_t)collection->settings.page_size, room = PAGE_BYTES, to = from;
    if (most == 0)
        return count;
    for (; to < count && to - from < most; to++) {
        size_t size = printed_size(entries[to]);
        if (size > room && to > from)
            return to;
        room -= size < room ? size : room;
    }
    return to;
}

size_t print_part_count(const struct collection *collection, const struct entry *const *entries,
                        size_t count)
{
    size_t parts = 0;
    for (size_t at = 0; at < count; at = print_part_end(collection, entries, at, count))
        parts++;
    return parts;
}

bool print_in_parts(const struct collection *collection)
{
    const struct entry *const *all = (const struct entry *const *)collection->entries.items;
    return print_part_count(collection, all, collection->entries.len) > 1;
}

void print_parts_add(struct plan *plan, struct output first)
{
    const struct collection *collection = plan->collection;
    const struct entry *const *entries = first.term->entries.items;
    size_t len = first.term->entries.len, from = 0;
    size_t count = print_part_count(collection, entries, len);
    for (size_t i = 0; i < count; i++) {
        struct output part = first;
        size_t to = print_part_end(collection, entries, from, len);
        part.paging = paged_page(&plan->arena, first.path, i, count);
        part.path = i ? paged_path(&plan->arena, part.paging, i) : first.path;
        part.passing = first.passing || i > 0;
        part.texts.items = entries + from;
        part.texts.len = to - from;
        plan_add(plan, part);
        from = to;
    }
}
