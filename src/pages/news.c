#include "pages/news.h"

#include <stdlib.h>

#include "base/vec.h"
#include "plan/identity.h"
#include "plan/plan.h"

/* A month comes before its days. Items of one day stay in the collection's order. */
static int newest_first(const void *left, const void *right)
{
    const struct news_item *a = *(const struct news_item *const *)left;
    const struct news_item *b = *(const struct news_item *const *)right;
    if (!a->date.len || !b->date.len)
        return (a->date.len > 0) - (b->date.len > 0);
    return -str_cmp(a->date, b->date);
}

static void add_item(struct news *news, struct arena *arena, struct news_item item)
{
    struct news_item *made = arena_new(arena, struct news_item);
    *made = item;
    vec_push(arena, &news->all, made);
    if (item.entry)
        vec_push(arena, &news->of_entry[item.entry->number], made);
}

static void add_first(struct news *news, struct arena *arena, const struct plan *plan)
{
    for (size_t i = 0; i < plan->collection->entries.len; i++) {
        const struct entry *entry = plan->collection->entries.items[i];
        add_item(news, arena,
                 (struct news_item){.kind = NEWS_NEW,
                                    .date = plan_first_date(plan, entry),
                                    .entry = entry,
                                    .title = entry->title,
                                    .path = plan_page_of(plan, entry->document)});
    }
}

struct news *news_make(struct arena *arena, const struct plan *plan, const struct tongue *tongue)
{
    (void)tongue;
    struct news *news = arena_new(arena, struct news);
    news->of_entry = arena_items(arena, struct news_list, plan->collection->entries.len);
    add_first(news, arena, plan);
    if (news->all.len)
        qsort(news->all.items, news->all.len, sizeof *news->all.items, newest_first);
    return news;
}
