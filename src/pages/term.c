#include "pages/pages.h"

#include "pages/body.h"
#include "pages/card.h"
#include "pages/crossing.h"
#include "pages/feed_links.h"
#include "pages/linked.h"
#include "pages/motif.h"
#include "pages/page_maker.h"
#include "pages/related_terms.h"
#include "pages/values.h"
#include "collection/fields.h"
#include "plan/paged.h"
#include "plan/paths.h"

const char term_page_shape[] =
    "@common @turning motif tint turned? summary short names[.] names_any? url url_host body:html "
    "facet "
    "count count_text used? grouped? groups[@group] cards[@card] crossings[@crossing] "
    "crossings_any? crossings_more of_folder? booklet_path related[term{@term} common] "
    "related_any?";

/*
 * A term without a document is a value of a field, or its file has errors and
 * nothing is rendered.
 */
static void add_term(struct plan *plan, const struct term *term)
{
    const struct document *document = term->document;
    paged_add(
        plan,
        (struct output){.path = term->path,
                        .term = term,
                        .document = document,
                        .origin = document ? plan_document_span(document) : term->facet->span},
        term->entries.len);
}

void term_page_add(struct plan *plan)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++)
        for (size_t i = 0; facets->items[f].path.len && i < facets->items[f].terms.len; i++)
            add_term(plan, facets->items[f].terms.items[i]);
}

static void put_other_names(struct page_maker *maker, const struct term_names *names)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < names->len; i++)
        value_add(maker->arena, list, value_text(maker->arena, names->items[i].text));
    page_list(maker, STR("names"), list);
}

static void put_term_document(struct page_maker *maker, const struct term *term)
{
    const struct document *document = term->document;
    page_text(maker, STR("short"), term->short_name.text);
    put_other_names(maker, &term->names);
    values_url(maker->arena, maker->map, value_get_str(document->fields, STR(FIELD_URL)));
    page_put(maker, STR("body"),
             body_value(maker->arena, maker->view->plan, maker->root, document));
    page_edit_url(maker, document);
}

static void put_crossings(struct page_maker *maker, const struct term *folder)
{
    size_t more;
    const struct value *crossings =
        crossing_of_folder(maker->arena, maker->view->collection, maker->tongue, folder, &more);
    if (!crossings)
        return;
    page_list(maker, STR("crossings"), crossings);
    if (more)
        page_put(maker, STR("crossings_more"), value_int(maker->arena, (int64_t)more));
}

static void put_related(struct page_maker *maker, const struct term *term)
{
    const struct collection *collection = maker->view->collection;
    struct value *const *terms =
        maker->tongue->terms[facet_number(&collection->facets, term->facet)];
    struct term_counts related = related_terms(maker->arena, collection, term);
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; i < related.len; i++) {
        struct value *map = value_map(maker->arena);
        value_put(maker->arena, map, STR("term"), terms[related.items[i].term->number]);
        value_put(maker->arena, map, STR("common"),
                  value_int(maker->arena, (int64_t)related.items[i].count));
        value_add(maker->arena, list, map);
    }
    page_list(maker, STR("related"), list);
}

/* All entries are counted for this, so not for each page of the list, but for the first alone. */
static void put_counted(struct page_maker *maker, const struct term *term)
{
    if (term->facet->of_folder)
        put_crossings(maker, term);
    put_related(maker, term);
}

void term_page_make(struct page_maker *maker)
{
    const struct term *term = maker->output->term;
    const struct facet *facet = term->facet;
    struct str language = maker->tongue->language;
    struct plan_part here = page_window(maker, term->entries.len);
    struct str facet_path = plan_facet_path(maker->arena, facet);
    if (facet_path.len)
        page_crumb(maker, label_text(facet->title, language), facet_path);
    else
        page_crumb_entries(maker);
    page_title(maker, label_text(term->label, language), term->summary);
    page_text(maker, STR("summary"), term->summary);
    motif_put_names(maker->arena, maker->map, maker->view->plan, term);
    page_text(maker, STR("facet"), label_noun(facet->names, language, 1));
    values_count(maker->arena, maker->map, maker->view->collection, maker->tongue->language,
                 term->entries.len);
    page_put(maker, STR("used"), value_bool(term->entries.len > 0));
    page_put(maker, STR("grouped"), value_bool(facet->grouped));
    if (facet->grouped)
        page_put(maker, STR("groups"),
                 groups_value(maker->arena, maker->view->collection, maker->tongue,
                              term->entries.items, term->entries.len, here));
    else
        page_put(maker, STR("cards"),
                 cards_value(maker->arena, maker->tongue, term->entries.items + here.from,
                             here.to - here.from));
    page_put(maker, STR("of_folder"), value_bool(facet->of_folder));
    if (here.from == 0)
        put_counted(maker, term);
    page_text(maker, STR("booklet_path"), plan_booklet_path(maker->arena, term));
    if (term->document)
        put_term_document(maker, term);
    page_feed(maker, term);
    linked_entries(maker, term->entries.items, term->entries.len, here);
}

struct str term_page_title(const struct page_maker *maker, const struct output *output)
{
    return label_text(output->term->label, maker->tongue->language);
}
