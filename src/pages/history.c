#include "pages/history.h"

#include <stdlib.h>

#include "base/vec.h"
#include "collection/fields.h"
#include "pages/news.h"
#include "pages/values.h"

const char history_shape[] = "date{@detail_value} text lang";

struct history_line {
    struct str date, text;
    bool own;     /* the writer's, in the language of the entry */
    size_t place; /* among the lines of its kind */
};

struct history_lines {
    struct history_line *items;
    size_t len, cap;
};

static int newest_line_first(const void *left, const void *right)
{
    const struct history_line *a = left, *b = right;
    int order = -str_cmp(a->date, b->date);
    if (order == 0)
        order = b->own - a->own;
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static void take_own(struct history_lines *lines, struct arena *arena, const struct value *history)
{
    for (size_t i = 0; i < value_list_len(history); i++) {
        const struct value *line = history->list.items[i];
        struct str date = value_get_str(line, STR(FIELD_DATE));
        struct str text = value_get_str(line, STR(FIELD_TEXT));
        if (date.len && text.len)
            vec_push(arena, lines, ((struct history_line){date, text, true, i}));
    }
}

/* Whether what readers were told are the words of one of the lines. */
static bool repeats_a_line(const struct history_lines *lines, struct str words)
{
    for (size_t i = 0; i < lines->len; i++)
        if (lines->items[i].own && str_find(words, lines->items[i].text) != SIZE_MAX)
            return true;
    return false;
}

static void take_told(struct history_lines *lines, struct arena *arena,
                      const struct news_list *news)
{
    for (size_t i = 0; i < news->len; i++) {
        const struct news_item *item = news->items[i];
        if (item->kind == NEWS_CHANGED && item->date.len && !repeats_a_line(lines, item->words))
            vec_push(arena, lines, ((struct history_line){item->date, item->words, false, i}));
    }
}

void history_put(struct page_maker *maker, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    struct history_lines lines = {0};
    struct value *list = value_list(arena);
    take_own(&lines, arena, value_get(entry->document->fields, STR(FIELD_HISTORY)));
    take_told(&lines, arena, &maker->view->news->of_entry[entry->number]);
    if (lines.len)
        qsort(lines.items, lines.len, sizeof *lines.items, newest_line_first);
    for (size_t i = 0; i < lines.len; i++) {
        struct value *map = value_map(arena);
        struct str site = maker->view->collection->settings.language;
        value_put(arena, map, STR("date"),
                  values_dated(arena, lines.items[i].date, maker->tongue->texts));
        values_text(arena, map, STR("text"), lines.items[i].text);
        if (!lines.items[i].own && !str_eq(site, entry->language))
            values_text(arena, map, STR("lang"), site);
        value_add(arena, list, map);
    }
    page_list(maker, STR("history"), list);
}
