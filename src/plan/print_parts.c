#include "plan/print_parts.h"

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

size_t print_part_end(const struct collection *collection, size_t from, size_t end)
{
    size_t most = (size_t)collection->settings.page_size, room = PAGE_BYTES, to = from;
    for (; to < end && to - from < most; to++) {
        size_t size = printed_size(collection->entries.items[to]);
        if (size > room && to > from)
            return to;
        room -= size < room ? size : room;
    }
    return to;
}

bool print_in_parts(const struct collection *collection)
{
    size_t count = collection->entries.len;
    return collection->settings.page_size && print_part_end(collection, 0, count) < count;
}
