#include "pages/feed_links.h"

#include "pages/values.h"
#include "plan/paths.h"

struct str feed_title(struct arena *arena, const struct collection *collection,
                      const struct term *term)
{
    const struct settings *settings = &collection->settings;
    if (!term)
        return settings_name(arena, settings);
    return STR_JOIN(arena, label_text(term->label, settings->language), STR(" – "),
                    settings->title);
}

void page_feed(struct page_maker *maker, const struct term *term)
{
    struct arena *arena = maker->arena;
    struct str path = plan_feed_path(arena, term, STR(".xml"));
    if (!plan_find(maker->view->plan, path))
        return;
    struct value *map = value_map(arena);
    values_text(arena, map, STR("title"), feed_title(arena, maker->view->collection, term));
    values_text(arena, map, STR("path"), path);
    values_text(arena, map, STR("json_path"), plan_feed_path(arena, term, STR(".json")));
    page_put(maker, STR("feed"), map);
}
