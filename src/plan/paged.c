#include "plan/paged.h"

#include "base/ascii.h"

size_t paged_count(const struct collection *collection, size_t items)
{
    size_t size = (size_t)collection->settings.page_size;
    return size && items > size ? (items + size - 1) / size : 1;
}

/* Returns «recipes» of recipes.html. */
static struct str without_ending(struct str path)
{
    return str_slice(path, 0, str_rfind_byte(path, '.'));
}

static struct str stem_below(struct arena *arena, struct str first)
{
    return STR_JOIN(arena, without_ending(first), STR("/"));
}

struct str paged_path(struct arena *arena, const struct paging *paging, size_t number)
{
    return number == 0 ? paging->first
                       : str_format(arena, "%.*s%zu.html", STR_ARG(paging->stem), number + 1);
}

struct str paged_path_of_item(struct arena *arena, const struct collection *collection,
                              struct str first, size_t item)
{
    size_t size = (size_t)collection->settings.page_size, number = size ? item / size : 0;
    if (number == 0)
        return first;
    return paged_path(arena, &(struct paging){first, stem_below(arena, first), 0, 0}, number);
}

static const struct paging *new_paging(struct arena *arena, struct str first, struct str stem,
                                       size_t number, size_t count)
{
    if (count < 2)
        return NULL;
    struct paging *paging = arena_new(arena, struct paging);
    *paging = (struct paging){first, stem, number, count};
    return paging;
}

const struct paging *paged_page(struct arena *arena, struct str first, size_t number, size_t count)
{
    return new_paging(arena, first, stem_below(arena, first), number, count);
}

static void add_paged(struct plan *plan, struct output first, struct str stem, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct output page = first;
        page.paging = new_paging(&plan->arena, first.path, stem, i, count);
        if (i > 0) {
            page.path = paged_path(&plan->arena, page.paging, i);
            page.document = NULL;
            page.passing = true;
        }
        plan_add(plan, page);
    }
}

void paged_add(struct plan *plan, struct output first, size_t items)
{
    add_paged(plan, first, stem_below(&plan->arena, first.path),
              paged_count(plan->collection, items));
}

static bool is_whole_number(struct str slug)
{
    for (size_t i = 0; i < slug.len; i++)
        if (!ascii_is_digit(slug.ptr[i]))
            return false;
    return true;
}

void paged_add_terms(struct plan *plan, struct output first, const struct facet *facet)
{
    struct str stem = stem_below(&plan->arena, first.path);
    for (size_t i = 0; i < facet->terms.len; i++)
        if (is_whole_number(facet->terms.items[i]->slug))
            stem = STR_JOIN(&plan->arena, without_ending(first.path), STR("."));
    add_paged(plan, first, stem, paged_count(plan->collection, facet->terms.len));
}
