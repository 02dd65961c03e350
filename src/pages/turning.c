#include "pages/turning.h"

#include "pages/values.h"
#include "pages/words.h"
#include "plan/paged.h"
#include "template/template.h"

const char turning_shape[] =
    "paging{says previous next pages[number path current? after_gap?]} continued?";

bool turning_is_shown(const struct template *template)
{
    return template_asks_for(template, STR("paging"), STR("next")) ||
           template_asks_for(template, STR("paging"), STR("pages"));
}

/* So many pages to either side of this one have their numbers shown. */
enum { AROUND = 2 };

struct str turning_says(struct arena *arena, const struct tongue *tongue,
                        const struct paging *paging)
{
    struct str form = value_get_str(tongue->texts, own_sentence_keys[SENTENCE_PAGE_OF]);
    const struct str parts[] = {str_format(arena, "%zu", paging->number + 1),
                                str_format(arena, "%zu", paging->count)};
    struct buf out = BUF_INIT;
    values_fill(&out, form.len ? form : STR("{0}/{1}"), parts, sizeof parts / sizeof *parts);
    return buf_finish(&out, arena);
}

/* Whether a page is one of those that are shown. One alone is no gap. */
static bool is_near(const struct paging *paging, size_t number)
{
    size_t far = number > paging->number ? number - paging->number : paging->number - number;
    bool at_end = number == 0 || number + 1 == paging->count;
    bool fills = number == 1 || number + 2 == paging->count;
    return far <= AROUND || at_end || (fills && far == AROUND + 1);
}

static struct value *page_value(struct arena *arena, const struct paging *paging, size_t number)
{
    struct value *map = value_map(arena);
    value_put(arena, map, STR("number"), value_int(arena, (int64_t)number + 1));
    values_text(arena, map, STR("path"), paged_path(arena, paging, number));
    value_put(arena, map, STR("current"), value_bool(number == paging->number));
    value_put(arena, map, STR("after_gap"), value_bool(number > 0 && !is_near(paging, number - 1)));
    return map;
}

struct value *turning_value(struct arena *arena, const struct tongue *tongue,
                            const struct paging *paging)
{
    struct value *map = value_map(arena), *pages = value_list(arena);
    values_text(arena, map, STR("says"), turning_says(arena, tongue, paging));
    if (paging->number > 0)
        values_text(arena, map, STR("previous"), paged_path(arena, paging, paging->number - 1));
    if (paging->number + 1 < paging->count)
        values_text(arena, map, STR("next"), paged_path(arena, paging, paging->number + 1));
    for (size_t i = 0; i < paging->count; i++)
        if (is_near(paging, i))
            value_add(arena, pages, page_value(arena, paging, i));
    value_put(arena, map, STR("pages"), pages);
    return map;
}
