#include "data/feed.h"

#include <string.h>

#include "base/buf.h"
#include "collection/fields.h"
#include "pages/feed_links.h"
#include "pages/news.h"
#include "pages/values.h"
#include "plan/identity.h"
#include "plan/paths.h"

/* ---- which feeds there are ---- */

/* A feed is of the one term that it is added for; that of the whole has none. */
static void add_feed(struct plan *plan, const struct term *term, struct str ending)
{
    plan_add(plan, (struct output){.path = plan_feed_path(&plan->arena, term, ending),
                                   .term = term,
                                   .origin = term ? term->facet->span : plan_settings_span(plan)});
}

static bool any_dated(const struct plan *plan, const struct entry *const *entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (plan_first_date(plan, entries[i]).len)
            return true;
    return false;
}

static void add_terms(struct plan *plan, const struct facet *facet, struct str ending)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        if (any_dated(plan, term->entries.items, term->entries.len))
            add_feed(plan, term, ending);
    }
}

void feed_add(struct plan *plan, struct str ending)
{
    const struct collection *collection = plan->collection;
    const struct facet *main = collection_main(collection);
    if (collection->settings.base_url.len == 0 ||
        !any_dated(plan, (const struct entry *const *)collection->entries.items,
                   collection->entries.len))
        return;
    add_feed(plan, NULL, ending);
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        if (facet->path.len && (facet->of_folder || facet == main))
            add_terms(plan, facet, ending);
    }
}

/* ---- which items one has ---- */

/* The newest first, and of one date in the order in which they came. */
struct picked {
    const struct news_item *items[FEED_ITEMS_MAX];
    size_t len;
};

static void pick(struct picked *picked, const struct news_item *item)
{
    size_t at = picked->len;
    while (at > 0 && str_cmp(item->date, picked->items[at - 1]->date) > 0)
        at--;
    if (at == FEED_ITEMS_MAX || item->date.len == 0)
        return;
    if (picked->len < FEED_ITEMS_MAX)
        picked->len++;
    memmove(&picked->items[at + 1], &picked->items[at],
            (picked->len - at - 1) * sizeof *picked->items);
    picked->items[at] = item;
}

static void pick_all(struct picked *picked, const struct news_list *list)
{
    for (size_t i = 0; i < list->len; i++)
        pick(picked, list->items[i]);
}

static void pick_of(struct picked *picked, const struct news *news, const struct term *term)
{
    picked->len = 0;
    if (!term)
        pick_all(picked, &news->all);
    for (size_t i = 0; term && i < term->entries.len; i++)
        pick_all(picked, &news->of_entry[term->entries.items[i]->number]);
}

/* ---- what an item says ---- */

static struct str item_time(struct arena *arena, struct str text)
{
    struct date date = {0};
    date_parse(text, &date);
    return date_begins(arena, date);
}

static struct str item_id(struct arena *arena, const struct plan *plan,
                          const struct news_item *item)
{
    struct str address = item->entry ? plan_id_address(arena, plan, item->entry)
                                     : plan_address(arena, plan->collection, item->was);
    return item->kind == NEWS_NEW ? address : STR_JOIN(arena, address, STR("#"), item->date);
}

/* What is gone may have left no page behind. */
static struct str item_page(struct arena *arena, const struct collection *collection,
                            const struct news_item *item)
{
    if (item->path.len)
        return item->path;
    struct str news = plan_news_path(arena, collection);
    return news.len ? news : plan_entries_path(arena, collection);
}

static struct str title_form(const struct value *texts, enum news_kind kind)
{
    switch (kind) {
    case NEWS_NEW: break;
    case NEWS_CHANGED: return value_get_str(texts, STR("feed_changed"));
    case NEWS_GONE: return value_get_str(texts, STR("feed_gone"));
    }
    return STR("{0}");
}

/* Absent if the theme is of older days and has no word for it. */
static struct str item_title(struct arena *arena, const struct value *texts,
                             const struct news_item *item)
{
    struct buf out = BUF_INIT;
    values_fill(&out, title_form(texts, item->kind), &item->title, 1);
    return buf_finish(&out, arena);
}

static struct str item_text(struct arena *arena, const struct news_item *item)
{
    struct str summary = item->entry ? item->entry->summary : (struct str){0};
    if (!summary.len || !item->words.len)
        return summary.len ? summary : item->words;
    return STR_JOIN(arena, item->words, STR(" "), summary);
}

/* What is said of an entry is in the site's language, whatever the entry's own is. */
static struct feed_item make_item(struct arena *arena, const struct view *view,
                                  const struct feed *feed, const struct news_item *item)
{
    const struct collection *collection = view->collection;
    const struct facet *main = collection_main(collection);
    struct str page = item_page(arena, collection, item);
    return (struct feed_item){
        .id = item_id(arena, view->plan, item),
        .address = plan_address(arena, collection, page),
        .title = item_title(arena, view_tongue(view, feed->language)->texts, item),
        .text = item_text(arena, item),
        .language = item->kind == NEWS_NEW ? item->entry->language : feed->language,
        .time = item_time(arena, item->date),
        .topics = main && item->entry ? &item->entry->terms[facet_number(&collection->facets, main)]
                                      : NULL,
    };
}

/* ---- the whole ---- */

/* At the most: in either form a byte becomes six, as in &quot;, and what stands around a text or
 * a list is less than a line of it. */
enum { ESCAPED = 6, AROUND = 120, MEMBERS = 10 };

static size_t size_at_most(struct str text)
{
    return text.len * ESCAPED + AROUND;
}

static size_t item_size(const struct feed *feed, const struct feed_item *item)
{
    size_t size = AROUND + size_at_most(item->id) + size_at_most(item->address) +
                  size_at_most(item->title) + size_at_most(item->text) +
                  size_at_most(item->language) + size_at_most(item->time);
    for (size_t i = 0; item->topics && i < item->topics->len; i++) {
        const struct term *term = item->topics->items[i];
        size += size_at_most(term->id) + size_at_most(label_text(term->label, item->language)) +
                size_at_most(feed->topics_page);
    }
    return size;
}

static size_t head_size(const struct feed *feed)
{
    const struct str texts[] = {feed->address, feed->address,   feed->page,   feed->title,
                                feed->summary, feed->author,    feed->rights, feed->rights_address,
                                feed->icon,    feed->large_icon};
    size_t size = AROUND * MEMBERS;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        size += size_at_most(texts[i]);
    return size;
}

static struct str asset_address(struct arena *arena, const struct plan *plan, struct str name)
{
    const struct asset *asset = plan_asset(plan, name);
    return asset ? plan_address(arena, plan->collection, plan_asset_path(arena, asset))
                 : (struct str){0};
}

/* Atom asks for an author: of a site that has no publisher, it is the site. */
static struct str feed_author(const struct settings *settings)
{
    struct str publisher = value_get_str(settings->fields, STR(FIELD_PUBLISHER));
    return publisher.len ? publisher : settings->title;
}

static void make_head(struct feed *feed, const struct output *output, const struct plan *plan,
                      struct arena *arena)
{
    const struct collection *collection = plan->collection;
    const struct settings *settings = &collection->settings;
    const struct facet *main = collection_main(collection);
    const struct value *licence = value_get(settings->fields, STR(FIELD_LICENCE));
    struct str topics = main ? plan_facet_path(arena, main) : (struct str){0};
    *feed = (struct feed){
        .address = plan_address(arena, collection, output->path),
        .page = plan_address(arena, collection, output->term ? output->term->path : STR(HOME_PATH)),
        .title = feed_title(arena, collection, output->term),
        .summary = output->term ? output->term->summary
                                : value_get_str(settings->fields, STR("description")),
        .language = settings->language,
        .author = feed_author(settings),
        .rights = value_get_str(licence, STR("title")),
        .rights_address = value_get_str(licence, STR("url")),
        .icon = asset_address(arena, plan, STR("icon-192.png")),
        .large_icon = asset_address(arena, plan, STR("icon-512.png")),
        .topics_page = topics.len ? plan_address(arena, collection, topics) : topics,
    };
}

void feed_make(struct feed *feed, const struct output *output, const struct view *view,
               struct arena *arena)
{
    struct picked picked;
    make_head(feed, output, view->plan, arena);
    pick_of(&picked, view->news, output->term);
    size_t size = head_size(feed);
    for (size_t i = 0; i < picked.len; i++) {
        struct feed_item item = make_item(arena, view, feed, picked.items[i]);
        size_t longer = size + item_size(feed, &item);
        if (item.title.len == 0 || longer > FEED_BYTES_MAX)
            continue;
        size = longer;
        feed->items[feed->len++] = item;
    }
    if (picked.len)
        feed->updated = feed->len ? feed->items[0].time : item_time(arena, picked.items[0]->date);
}
