#include "data/feed.h"

#include "base/json.h"

void json_feed_add(struct plan *plan)
{
    feed_add(plan, STR(FEED_JSON));
}

static void json_feed_authors(struct json *json, struct str name)
{
    json_key(json, STR("authors"));
    json_open_list(json, JSON_SPACED);
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("name"), name);
    json_close(json);
    json_close(json);
}

static void json_feed_head(struct json *json, const struct feed *feed)
{
    json_put_member(json, STR("version"), STR("https://jsonfeed.org/version/1.1"));
    json_put_member(json, STR("title"), feed->title);
    json_put_if(json, STR("description"), feed->summary);
    json_put_member(json, STR("home_page_url"), feed->page);
    json_put_member(json, STR("feed_url"), feed->address);
    json_put_if(json, STR("icon"), feed->large_icon);
    json_put_if(json, STR("favicon"), feed->icon);
    json_feed_authors(json, feed->author);
    json_put_member(json, STR("language"), feed->language);
}

static void json_feed_tags(struct json *json, const struct feed_item *item)
{
    if (!item->topics || item->topics->len == 0)
        return;
    json_key(json, STR("tags"));
    json_open_list(json, JSON_SPACED);
    for (size_t i = 0; i < item->topics->len; i++)
        json_put_text(json, label_text(item->topics->items[i]->label, item->language));
    json_close(json);
}

/* An item must have a content; of one without a summary, the title is all that we say. */
static void json_feed_item(struct json *json, const struct feed_item *item)
{
    json_open_map(json, JSON_INDENTED);
    json_put_member(json, STR("id"), item->id);
    json_put_member(json, STR("url"), item->address);
    json_put_member(json, STR("title"), item->title);
    json_put_member(json, STR("content_text"), item->text.len ? item->text : item->title);
    json_put_member(json, STR("date_published"), item->time);
    json_feed_tags(json, item);
    json_put_member(json, STR("language"), item->language);
    json_close(json);
}

void json_feed_put(struct buf *out, const struct output *output, const struct view *view,
                   struct arena *scratch)
{
    struct feed *feed = arena_new(scratch, struct feed);
    feed_make(feed, output, view, scratch);
    struct json json = json_into(out);
    json_open_map(&json, JSON_INDENTED);
    json_feed_head(&json, feed);
    json_key(&json, STR("items"));
    json_open_list(&json, JSON_INDENTED);
    for (size_t i = 0; i < feed->len; i++)
        json_feed_item(&json, &feed->items[i]);
    json_close(&json);
    json_close(&json);
    buf_byte(out, '\n');
}
