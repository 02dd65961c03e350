#include "pages/news.h"

#include <stdlib.h>

#include "base/vec.h"
#include "base/workers.h"
#include "collection/edition_now.h"
#include "collection/fields.h"
#include "pages/changes.h"
#include "plan/identity.h"
#include "plan/redirects.h"

/* The items while they are gathered. */
struct gathering {
    struct arena *arena;
    const struct plan *plan;
    const struct tongue *tongue;
    struct news *news;
};

static const struct news_item *gather(struct gathering *gathering, struct news_item item)
{
    struct news_item *made = arena_new(gathering->arena, struct news_item);
    *made = item;
    vec_push(gathering->arena, &gathering->news->all, made);
    return made;
}

/* Returns the page that a path leads to today, or NULL. */
static const struct output *page_at(const struct plan *plan, struct str path)
{
    const struct output *output = plan_find(plan, path);
    struct str target = output ? redirect_target(output) : (struct str){0};
    return target.len ? plan_find(plan, target) : output;
}

static const struct entry *entry_of_page(const struct output *output)
{
    bool shown = output && output->family->template && output->document;
    return shown && output->document->kind == DOCUMENT_ENTRY ? output->entry : NULL;
}

static struct str path_of(const struct output *output)
{
    return output ? output->path : (struct str){0};
}

/* ---- what came ---- */

static void gather_new(struct gathering *gathering)
{
    const struct plan *plan = gathering->plan;
    for (size_t i = 0; i < plan->collection->entries.len; i++) {
        const struct entry *entry = plan->collection->entries.items[i];
        struct str path = plan_page_of(plan, entry->document);
        gather(gathering, (struct news_item){.kind = NEWS_NEW,
                                             .date = plan_first_date(plan, entry),
                                             .entry = entry,
                                             .title = entry->title,
                                             .was = path,
                                             .path = path});
    }
}

/* ---- what has been told ---- */

/* What was changed and is gone by now, is told of as gone only. */
static void gather_told(struct gathering *gathering)
{
    const struct told *told = &gathering->plan->collection->told;
    for (size_t i = 0; i < told->items.len; i++) {
        const struct told_item *item = &told->items.items[i];
        const struct output *page = page_at(gathering->plan, item->path);
        const struct entry *entry = entry_of_page(page);
        struct news_item news = {
            .date = item->day, .was = item->path, .path = path_of(page), .place = i + 1};
        if (item->gone) {
            news.kind = NEWS_GONE;
            news.title = item->words;
        } else if (entry) {
            news.kind = NEWS_CHANGED;
            news.entry = entry;
            news.title = entry->title;
            news.words = item->words;
        } else {
            continue;
        }
        gather(gathering, news);
    }
}

/* ---- what nobody has been told yet ---- */

static void gather_fresh(struct gathering *gathering, struct news_item item)
{
    const struct told_item told = {.path = item.was,
                                   .words = item.kind == NEWS_GONE ? item.title : item.words};
    item.date = gathering->plan->inputs.accepted;
    if (!told_has(&gathering->plan->collection->told, gathering->arena, &told))
        vec_push(gathering->arena, &gathering->news->fresh, gather(gathering, item));
}

/* What entries said before, and whether it is what they say now, by their numbers. */
struct comparison {
    const struct plan *plan;
    const struct edition_entry **before; /* NULL: they were not there */
    bool *differs;
    struct arena scratch[WORKERS_MAX]; /* for one entry */
};

/* Returns what an entry said in the edition before, under its path or a former one; or NULL. */
static const struct edition_entry *before_of(const struct plan *plan, const struct entry *entry,
                                             struct str path)
{
    const struct edition *edition = &plan->collection->edition;
    const struct edition_entry *before = edition_find(edition, path);
    const struct value *aliases = entry->document->aliases;
    for (size_t i = 0; !before && i < value_list_len(aliases); i++)
        before = edition_find(edition, value_str(aliases->list.items[i]));
    return before;
}

static void compare_entry(void *context, size_t number, size_t worker)
{
    struct comparison *comparison = context;
    const struct plan *plan = comparison->plan;
    const struct entry *entry = plan->collection->entries.items[number];
    struct arena *scratch = &comparison->scratch[worker];
    struct str path = plan_page_of(plan, entry->document);
    const struct edition_entry *before = before_of(plan, entry, path);
    comparison->before[number] = before;
    if (before) {
        struct edition_entry now = edition_now(scratch, plan->collection, entry, path);
        comparison->differs[number] = !edition_same(before, &now);
    }
    arena_reset(scratch);
}

/* Most entries say what they said: to see that is the work, and it is shared. */
static void compare_entries(struct comparison *comparison, struct gathering *gathering)
{
    const struct plan *plan = gathering->plan;
    size_t count = plan->collection->entries.len;
    *comparison = (struct comparison){
        .plan = plan,
        .before = arena_items(gathering->arena, const struct edition_entry *, count),
        .differs = arena_items(gathering->arena, bool, count),
    };
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_init(&comparison->scratch[i]);
    workers_run(plan->inputs.threads, count, compare_entry, comparison);
    for (size_t i = 0; i < WORKERS_MAX; i++)
        arena_release(&comparison->scratch[i]);
}

static void gather_changed(struct gathering *gathering, const struct entry *entry,
                           const struct edition_entry *before)
{
    const struct plan *plan = gathering->plan;
    struct str path = plan_page_of(plan, entry->document);
    struct edition_entry now = edition_now(gathering->arena, plan->collection, entry, path);
    struct str words =
        changes_told(gathering->arena, plan->collection, gathering->tongue, entry, before, &now);
    if (words.len)
        gather_fresh(gathering, (struct news_item){.kind = NEWS_CHANGED,
                                                   .entry = entry,
                                                   .title = entry->title,
                                                   .was = path,
                                                   .path = path,
                                                   .words = words});
}

static void gather_gone(struct gathering *gathering, const struct edition_entry *before)
{
    struct str was = str_copy(gathering->arena, before->path);
    struct str title = edition_values(before, STR(FIELD_TITLE));
    gather_fresh(gathering,
                 (struct news_item){.kind = NEWS_GONE,
                                    .title = title.ptr ? str_copy(gathering->arena, title) : was,
                                    .was = was,
                                    .path = path_of(page_at(gathering->plan, was))});
}

static void gather_untold(struct gathering *gathering)
{
    const struct collection *collection = gathering->plan->collection;
    struct comparison comparison;
    struct map met; /* paths of the edition before that an entry of today has taken */
    map_init(&met, gathering->arena);
    compare_entries(&comparison, gathering);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct edition_entry *before = comparison.before[i];
        if (before)
            map_add(&met, before->path, (void *)before);
        if (comparison.differs[i])
            gather_changed(gathering, collection->entries.items[i], before);
    }
    for (size_t i = 0; i < collection->edition.entries.len; i++) {
        const struct edition_entry *before = &collection->edition.entries.items[i];
        if (!map_get(&met, before->path))
            gather_gone(gathering, before);
    }
}

/* ---- the list ---- */

/* Of one day comes first what is new, then what was changed, in the order of the collection. */
static int newest_first(const void *left, const void *right)
{
    const struct news_item *a = *(const struct news_item *const *)left;
    const struct news_item *b = *(const struct news_item *const *)right;
    bool dated = a->date.len && b->date.len;
    int order = dated ? -str_cmp(a->date, b->date) : (a->date.len > 0) - (b->date.len > 0);
    if (order == 0)
        order = (a->kind > b->kind) - (a->kind < b->kind);
    if (order == 0 && a->entry && b->entry)
        order = (a->entry->number > b->entry->number) - (a->entry->number < b->entry->number);
    if (order == 0)
        order = str_cmp(a->was, b->was);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static bool is_same_day(const struct news_item *a, const struct news_item *b)
{
    return a->kind == NEWS_CHANGED && b->kind == NEWS_CHANGED && a->entry == b->entry &&
           str_eq(a->date, b->date);
}

/* An entry that was changed twice in a day has one item: those who follow know it by its day. */
static void join_days(struct gathering *gathering)
{
    struct news_list *all = &gathering->news->all;
    size_t kept = 0;
    for (size_t i = 0; i < all->len; i++) {
        const struct news_item *item = all->items[i];
        if (kept && is_same_day(all->items[kept - 1], item)) {
            struct news_item *joined = arena_new(gathering->arena, struct news_item);
            *joined = *all->items[kept - 1];
            joined->words = STR_JOIN(gathering->arena, joined->words, STR(" "), item->words);
            all->items[kept - 1] = joined;
        } else {
            all->items[kept++] = item;
        }
    }
    all->len = kept;
}

static void index_news(struct gathering *gathering)
{
    struct news *news = gathering->news;
    news->of_entry =
        arena_items(gathering->arena, struct news_list, gathering->plan->collection->entries.len);
    for (size_t i = 0; i < news->all.len; i++)
        if (news->all.items[i]->entry)
            vec_push(gathering->arena, &news->of_entry[news->all.items[i]->entry->number],
                     news->all.items[i]);
}

struct news *news_make(struct arena *arena, const struct view *view)
{
    const struct plan *plan = view->plan;
    struct gathering gathering = {
        .arena = arena,
        .plan = plan,
        .tongue = view_tongue(view, plan->collection->settings.language),
        .news = arena_new(arena, struct news),
    };
    struct news_list *all = &gathering.news->all;
    gather_new(&gathering);
    gather_told(&gathering);
    if (plan->collection->edition.there)
        gather_untold(&gathering);
    if (all->len)
        qsort(all->items, all->len, sizeof *all->items, newest_first);
    join_days(&gathering);
    index_news(&gathering);
    return gathering.news;
}

/* ---- for the collection ---- */

struct told_item *news_to_tell(struct arena *arena, const struct news *news)
{
    struct told_item *lines = arena_items(arena, struct told_item, news->fresh.len);
    for (size_t i = 0; i < news->fresh.len; i++) {
        const struct news_item *item = news->fresh.items[i];
        bool gone = item->kind == NEWS_GONE;
        lines[i] = (struct told_item){.day = item->date,
                                      .path = item->was,
                                      .words = gone ? item->title : item->words,
                                      .gone = gone};
    }
    return lines;
}

static int by_edition_path(const void *left, const void *right)
{
    const struct edition_entry *a = left, *b = right;
    return str_cmp(a->path, b->path);
}

struct str news_edition(struct arena *arena, const struct plan *plan)
{
    const struct collection *collection = plan->collection;
    size_t count = collection->entries.len;
    struct edition_entry *now = arena_items(arena, struct edition_entry, count);
    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = collection->entries.items[i];
        now[i] = edition_now(arena, collection, entry, plan_page_of(plan, entry->document));
    }
    if (count)
        qsort(now, count, sizeof *now, by_edition_path);
    return edition_text(arena, language_or_english(collection->settings.language), now, count);
}
