#include "pages/pages.h"

#include "base/escape.h"
#include "collection/fields.h"
#include "pages/card.h"
#include "pages/details.h"
#include "pages/feed_links.h"
#include "pages/figure.h"
#include "pages/linked.h"
#include "pages/newest.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/paths.h"

const char home_page_shape[] = "@common count count_text browse[@facet] facets{@facets} "
                               "home[@facet] filters[@facet] charts[@facet] main{@facet} "
                               "examples[text query] examples_any? featured[@card] featured_any? "
                               "newest[card{@card} updated{@detail_value}] newest_any?";

/* So many entries are featured if the settings name none. */
enum { FEATURED = 3 };

void home_page_add(struct plan *plan)
{
    plan_add(plan, (struct output){.path = STR(HOME_PATH), .origin = plan_settings_span(plan)});
}

/* Puts the example questions, as they are read and as they stand in an address. */
static void put_examples(struct page_maker *maker)
{
    const struct value *texts =
        value_get(maker->view->collection->settings.fields, STR("examples"));
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < value_list_len(texts); i++) {
        struct value *example = value_map(maker->arena);
        struct buf query = BUF_INIT;
        escape_url(&query, value_str(texts->list.items[i]));
        values_text(maker->arena, example, STR("text"), value_str(texts->list.items[i]));
        values_text(maker->arena, example, STR("query"), buf_finish(&query, maker->arena));
        value_add(maker->arena, list, example);
    }
    page_list(maker, STR("examples"), list);
}

/* Adds nothing for NULL: an entry that is left out. */
static void add_card(struct page_maker *maker, struct value *list, const struct entry *entry)
{
    if (entry)
        value_add(maker->arena, list, tongue_card(maker->arena, maker->tongue, entry));
}

/* Those of them that have a figure, spread over the collection. */
static void add_with_figures(struct page_maker *maker, struct value *list)
{
    const struct collection *collection = maker->view->collection;
    const struct teller teller = {maker->arena, maker->tongue->language, maker->tongue->texts};
    const struct entry **found =
        arena_items(maker->arena, const struct entry *, collection->entries.len);
    size_t len = 0;
    for (size_t i = 0; i < collection->entries.len; i++)
        if (figure_first(&teller, collection->schema,
                         collection->entries.items[i]->document->fields))
            found[len++] = collection->entries.items[i];
    for (size_t i = 0; i < FEATURED && i < len; i++)
        add_card(maker, list, found[len < FEATURED ? i : i * len / FEATURED]);
}

/* Puts the cards that the settings name (plan/make.c has checked them), or else some with figures.
 */
static void put_featured(struct page_maker *maker)
{
    const struct value *paths =
        value_get(maker->view->collection->settings.fields, STR("featured"));
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < value_list_len(paths); i++)
        add_card(maker, list, plan_entry_at(maker->view->plan, value_str(paths->list.items[i])));
    if (!paths)
        add_with_figures(maker, list);
    page_list(maker, STR("featured"), list);
}

/* Puts the entries with the latest dates, and what the dates read. */
static void put_newest(struct page_maker *maker)
{
    const struct collection *collection = maker->view->collection;
    const struct schema_property *updated = schema_property(collection->schema, STR(FIELD_UPDATED));
    const struct teller teller = {maker->arena, maker->tongue->language, maker->tongue->texts};
    const struct entry *newest[NEWEST_MAX];
    struct value *list = value_list(maker->arena);
    for (size_t i = 0, len = newest_entries(newest, collection); updated && i < len; i++) {
        const struct value *date = value_get(newest[i]->document->fields, STR(FIELD_UPDATED));
        const struct value *told = details_values(&teller, updated->schema, date);
        struct value *map = value_map(maker->arena);
        value_put(maker->arena, map, STR("card"),
                  tongue_card(maker->arena, maker->tongue, newest[i]));
        value_put(maker->arena, map, STR("updated"), told->list.items[0]);
        value_add(maker->arena, list, map);
    }
    page_list(maker, STR("newest"), list);
}

void home_page_make(struct page_maker *maker)
{
    const struct settings *settings = &maker->view->collection->settings;
    page_titles(maker, settings->title, settings_name(maker->arena, settings), (struct str){0});
    page_count_all(maker);
    page_facets(maker);
    put_examples(maker);
    put_featured(maker);
    put_newest(maker);
    page_feed(maker, NULL);
    linked_site(maker);
}

struct str home_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)output;
    return page_word(maker, WORD_HOME);
}
