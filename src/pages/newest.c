#include "pages/newest.h"

#include <string.h>

#include "collection/document.h"

/* A date sorts as it is written. */
static size_t take_in(const struct entry *newest[NEWEST_MAX], size_t len, const struct entry *entry)
{
    struct str date = document_updated(entry->document);
    size_t at = len;
    while (at > 0 && str_cmp(date, document_updated(newest[at - 1]->document)) > 0)
        at--;
    if (at == NEWEST_MAX)
        return len;
    if (len < NEWEST_MAX)
        len++;
    memmove(&newest[at + 1], &newest[at], (len - at - 1) * sizeof *newest);
    newest[at] = entry;
    return len;
}

size_t newest_entries(const struct entry *newest[NEWEST_MAX], const struct collection *collection)
{
    struct str first = {0};
    bool differ = false;
    size_t len = 0;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        struct str date = document_updated(entry->document);
        if (date.len == 0)
            continue;
        differ = differ || (first.len && !str_eq(date, first));
        first = date;
        len = take_in(newest, len, entry);
    }
    return differ ? len : 0;
}
