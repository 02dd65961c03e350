#include "pages/pages.h"

#include "collection/fields.h"
#include "pages/card.h"
#include "pages/feed_links.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "pages/news.h"
#include "pages/values.h"
#include "plan/paths.h"

const char news_page_shape[] =
    "@common days[date{@detail_value} waits? came[@card] came_any? came_text "
    "changed[card{@card} words] changed_any? gone[title path name] gone_any?] days_any? older?";

/* So many items are told, and so many new entries of a day; of more only the number. */
enum { TOLD = 200, CAME = 30 };

void news_page_add(struct plan *plan)
{
    plan_add_single(plan, plan_news_path(&plan->arena, plan->collection));
}

/* A day while its values are made. */
struct news_day {
    struct value *came, *changed, *gone;
    size_t came_count;
};

static void day_add_came(struct page_maker *maker, struct news_day *day,
                         const struct news_item *item)
{
    day->came_count++;
    value_add(maker->arena, day->came, tongue_card(maker->arena, maker->tongue, item->entry));
}

static void day_add_changed(struct page_maker *maker, struct news_day *day,
                            const struct news_item *item)
{
    struct value *map = value_map(maker->arena);
    value_put(maker->arena, map, STR("card"),
              tongue_card(maker->arena, maker->tongue, item->entry));
    values_text(maker->arena, map, STR("words"), item->words);
    value_add(maker->arena, day->changed, map);
}

static void day_add_gone(struct page_maker *maker, struct news_day *day,
                         const struct news_item *item)
{
    struct value *map = value_map(maker->arena);
    values_text(maker->arena, map, STR("title"), item->title);
    if (item->path.len) {
        values_text(maker->arena, map, STR("path"), item->path);
        values_text(maker->arena, map, STR("name"),
                    page_title_of(maker, plan_find(maker->view->plan, item->path)));
    }
    value_add(maker->arena, day->gone, map);
}

static void day_add(struct page_maker *maker, struct news_day *day, const struct news_item *item)
{
    switch (item->kind) {
    case NEWS_NEW: day_add_came(maker, day, item); break;
    case NEWS_CHANGED: day_add_changed(maker, day, item); break;
    case NEWS_GONE: day_add_gone(maker, day, item); break;
    }
}

static struct value *day_value(struct page_maker *maker, const struct news_day *day,
                               struct str date)
{
    struct arena *arena = maker->arena;
    struct value *map = value_map(arena);
    if (date.len)
        value_put(arena, map, STR("date"), values_dated(arena, date, maker->tongue->texts));
    value_put(arena, map, STR("waits"), value_bool(date.len == 0));
    value_put(arena, map, STR("came"), day->came_count > CAME ? value_list(arena) : day->came);
    values_any(arena, map, STR("came"), day->came);
    values_text(
        arena, map, STR("came_text"),
        values_counted(arena, maker->view->collection, maker->tongue->language, day->came_count));
    values_list(arena, map, STR("changed"), day->changed);
    values_list(arena, map, STR("gone"), day->gone);
    return map;
}

/* Returns where the items of the day at `from` end. */
static size_t day_end(const struct news_list *all, size_t from)
{
    size_t end = from;
    while (end < all->len && str_eq(all->items[end]->date, all->items[from]->date))
        end++;
    return end;
}

static size_t told_of_day(const struct news_day *day)
{
    return day->changed->list.len + day->gone->list.len +
           (day->came_count > CAME ? 1 : day->came_count);
}

/* What is new of a day is always told, at least by its number; of the rest, what there is room for.
 */
static void put_days(struct page_maker *maker)
{
    const struct news_list *all = &maker->view->news->all;
    struct value *days = value_list(maker->arena);
    size_t from = 0, told = 0;
    bool whole = true;
    for (size_t end; from < all->len && told < TOLD; from = end) {
        struct news_day day = {value_list(maker->arena), value_list(maker->arena),
                               value_list(maker->arena), 0};
        end = day_end(all, from);
        for (size_t i = from; i < end; i++)
            if (all->items[i]->kind == NEWS_NEW || told + told_of_day(&day) < TOLD)
                day_add(maker, &day, all->items[i]);
            else
                whole = false;
        told += told_of_day(&day);
        value_add(maker->arena, days, day_value(maker, &day, all->items[from]->date));
    }
    page_list(maker, STR("days"), days);
    page_put(maker, STR("older"), value_bool(!whole || from < all->len));
}

static struct str news_title(const struct page_maker *maker)
{
    return page_word_or(maker, STR("news"), maker->view->collection->kind.news);
}

void news_page_make(struct page_maker *maker)
{
    page_title(maker, news_title(maker), (struct str){0});
    put_days(maker);
    page_feed(maker, NULL);
    linked_page(maker);
}

struct str news_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return news_title(maker);
}
