#include "plan/identity.h"

#include "collection/fields.h"
#include "plan/paths.h"

static const struct str ending = STR_INIT(".html");

/* An address of an entry, and where it stands on the list; NULL: not there. */
struct lived {
    struct str path;
    const struct published_path *listed;
};

/* Those without a day are the oldest, and those that are not on the list the newest. */
static bool is_older(struct lived a, struct lived b)
{
    if (!a.listed || !b.listed)
        return a.listed && !b.listed;
    return str_cmp(a.listed->since, b.listed->since) < 0;
}

static struct lived first_of(const struct plan *plan, const struct entry *entry)
{
    const struct value *aliases = entry->document->aliases;
    struct str own = plan_page_of(plan, entry->document);
    struct lived first = {own, map_get(&plan->listed, own)};
    for (size_t i = 0; i < value_list_len(aliases); i++) {
        struct str path = value_str(aliases->list.items[i]);
        struct lived lived = {path, map_get(&plan->listed, path)};
        if (is_older(lived, first))
            first = lived;
    }
    return first;
}

struct str plan_id_of(const struct plan *plan, const struct entry *entry)
{
    struct str path = first_of(plan, entry).path;
    return str_ends(path, ending) ? str_slice(path, 0, path.len - ending.len) : path;
}

struct str plan_id_address(struct arena *arena, const struct plan *plan, const struct entry *entry)
{
    return plan_address(arena, plan->collection, first_of(plan, entry).path);
}

struct str plan_edition_date(const struct plan *plan)
{
    return value_get_str(value_get(plan->collection->settings.fields, STR("edition")), STR("date"));
}

struct str plan_first_date(const struct plan *plan, const struct entry *entry)
{
    struct lived first = first_of(plan, entry);
    if (first.listed && first.listed->since.len)
        return first.listed->since;
    if (!first.listed && plan->collection->published.there)
        return plan->inputs.accepted;
    struct str updated = document_updated(entry->document), edition = plan_edition_date(plan);
    return updated.len ? updated : edition.len ? edition : plan->inputs.accepted;
}
