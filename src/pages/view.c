#include "pages/view.h"

#include "base/slug.h"
#include "collection/fields.h"
#include "collection/proposals.h"
#include "pages/details.h"
#include "pages/motif.h"
#include "pages/nouns.h"
#include "pages/picked.h"
#include "pages/places.h"
#include "pages/values.h"
#include "plan/paths.h"
#include "plan/print_parts.h"

const char term_shape[] =
    "id name lang short summary path count count_text used? bar motif tint turned? from to";
const char had_term_shape[] = "@term proposed? url url_host";
const char facet_shape[] =
    "field key title name noun size path leads? shelf? between? terms[@term] few[@term] few_only? "
    "ranked[@term] most{@term}";

static size_t most_entries(const struct facet *facet)
{
    size_t most = 1;
    for (size_t i = 0; i < facet->terms.len; i++)
        if (facet->terms.items[i]->entries.len > most)
            most = facet->terms.items[i]->entries.len;
    return most;
}

/* Puts the language of a term's name if the page has another. A name in a file is in the file's. */
static void put_language(struct arena *arena, struct value *map, const struct tongue *tongue,
                         const struct term *term)
{
    struct str language = label_language(term->label, tongue->language);
    if (!language.len && term->document)
        language = term->document->language;
    if (language.len && !str_eq(language, tongue->language))
        values_text(arena, map, STR("lang"), language);
}

/* Puts what a term is between, if the schema says so. */
static void put_ends(struct arena *arena, struct value *map, const struct tongue *tongue,
                     const struct term *term)
{
    const struct value *ends = value_get(term->facet->between, term->id);
    if (!ends)
        return;
    values_text(arena, map, STR("from"), label_text(ends->list.items[0], tongue->language));
    values_text(arena, map, STR("to"), label_text(ends->list.items[1], tongue->language));
}

/* Returns where what has this path on the site is. */
static struct str view_place(struct arena *arena, const struct view *view, struct str path)
{
    return view->places ? places_of(view->places, arena, path) : path;
}

/* `bar` is the length in a chart, of 100 for the facet's largest term, which has `most` entries. */
static struct value *term_value(struct arena *arena, const struct view *view,
                                const struct tongue *tongue, const struct term *term, size_t most)
{
    struct value *map = value_map(arena);
    values_text(arena, map, STR("id"), term->id);
    values_text(arena, map, STR("name"), label_text(term->label, tongue->language));
    put_language(arena, map, tongue, term);
    values_text(arena, map, STR("short"), term->short_name.text);
    values_text(arena, map, STR("summary"), term->summary);
    values_text(arena, map, STR("path"), view_place(arena, view, term->path));
    values_count(arena, map, view->collection, tongue->language, term->entries.len);
    value_put(arena, map, STR("used"), value_bool(term->entries.len > 0));
    value_put(arena, map, STR("bar"), value_int(arena, (int64_t)(term->entries.len * 100 / most)));
    motif_put_names(arena, map, view->plan, term);
    put_ends(arena, map, tongue, term);
    return map;
}

static struct value **term_values(struct view *view, const struct tongue *tongue,
                                  const struct facet *facet)
{
    struct value **terms = arena_items(view->arena, struct value *, facet->terms.len);
    size_t most = most_entries(facet);
    for (size_t i = 0; i < facet->terms.len; i++)
        terms[i] = term_value(view->arena, view, tongue, facet->terms.items[i], most);
    return terms;
}

static struct value **lists_of_one(struct arena *arena, const struct facet *facet,
                                   struct value *const *terms)
{
    struct value **lists = arena_items(arena, struct value *, facet->terms.len);
    for (size_t i = 0; i < facet->terms.len; i++) {
        lists[i] = value_list_of(arena, 1);
        value_add(arena, lists[i], terms[i]);
    }
    return lists;
}

static size_t few_of(const struct facet *facet)
{
    return facet->terms.len > MANY_TERMS ? FEW_TERMS : MANY_TERMS;
}

/* Puts the terms as a picture shows them, and the one that has the most entries, if it is one. */
static void put_ranked(struct arena *arena, struct value *map, const struct facet *facet,
                       struct value *const *terms)
{
    struct picked ranked = picked_ranked(arena, facet);
    struct value *list = value_list(arena);
    const struct term *most = NULL;
    bool shared = true;
    for (size_t i = 0; i < ranked.len; i++) {
        size_t count = ranked.terms[i]->entries.len;
        if (i < few_of(facet))
            value_add(arena, list, terms[ranked.terms[i]->number]);
        if (most && count == most->entries.len)
            shared = true;
        if (!most || count > most->entries.len) {
            shared = false;
            most = ranked.terms[i];
        }
    }
    value_put(arena, map, STR("ranked"), list);
    if (!shared && ranked.len > 1)
        value_put(arena, map, STR("most"), terms[most->number]);
}

static void put_few(struct arena *arena, struct value *map, const struct facet *facet,
                    struct value *const *terms)
{
    struct picked few = picked_most(arena, facet, few_of(facet));
    struct value *list = value_list(arena);
    for (size_t i = 0; i < few.len; i++)
        value_add(arena, list, terms[few.terms[i]->number]);
    value_put(arena, map, STR("few"), list);
    value_put(arena, map, STR("few_only"), value_bool(few.len < facet->terms.len));
}

static struct value *facet_value(struct arena *arena, const struct tongue *tongue,
                                 const struct facet *facet, struct value *const *terms)
{
    struct value *map = value_map(arena), *list = value_list(arena);
    for (size_t i = 0; i < facet->terms.len; i++)
        value_add(arena, list, terms[i]);
    values_text(arena, map, STR("field"), facet->field);
    values_text(arena, map, STR("key"), facet->path);
    values_text(arena, map, STR("title"), label_text(facet->title, tongue->language));
    values_text(arena, map, STR("name"), label_noun(facet->names, tongue->language, 1));
    values_text(arena, map, STR("noun"),
                label_noun(facet->names, tongue->language, facet->terms.len));
    value_put(arena, map, STR("size"), value_int(arena, (int64_t)facet->terms.len));
    values_text(arena, map, STR("path"),
                view_place(arena, tongue->view, plan_facet_path(arena, facet)));
    value_put(arena, map, STR("between"), value_bool(facet->between));
    value_put(arena, map, STR("terms"), list);
    put_few(arena, map, facet, terms);
    put_ranked(arena, map, facet, terms);
    return map;
}

static void make_facets(struct view *view, struct tongue *tongue)
{
    struct arena *arena = view->arena;
    const struct facet_list *facets = &view->collection->facets;
    tongue->none = value_list(arena);
    tongue->terms = arena_items(arena, struct value **, facets->len);
    tongue->alone = arena_items(arena, struct value **, facets->len);
    tongue->facets = arena_items(arena, struct value *, facets->len);
    tongue->headings = arena_items(arena, struct facet_headings, facets->len);
    struct value *by_field = value_map(arena), *browse = value_list(arena);
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        tongue->terms[f] = term_values(view, tongue, facet);
        tongue->alone[f] = lists_of_one(arena, facet, tongue->terms[f]);
        tongue->facets[f] = facet_value(arena, tongue, facet, tongue->terms[f]);
        for (size_t more = 0; more < 2; more++)
            tongue->headings[f].over[more] =
                facet_heading(arena, facet, tongue->language, more + 1);
        value_put(arena, by_field, facet->field, tongue->facets[f]);
        if (facet->path.len)
            value_add(arena, browse, tongue->facets[f]);
    }
    tongue->by_field = by_field;
    tongue->browse = browse;
}

/* Returns the facets of one of the places in x-show. */
static const struct value *shown_facets(const struct view *view, const struct tongue *tongue,
                                        enum shown_place place)
{
    const struct shown_list *shown = &view->collection->kind.shown[place];
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < shown->len; i++)
        if (shown->items[i].facet)
            value_add(
                view->arena, list,
                tongue->facets[facet_number(&view->collection->facets, shown->items[i].facet)]);
    return list;
}

static void choose_facets(const struct view *view, struct tongue *tongue)
{
    const struct facet *main = collection_main(view->collection);
    const struct facet *shelf = collection_shelf(view->collection);
    tongue->home = shown_facets(view, tongue, SHOWN_HOME);
    tongue->filters = shown_facets(view, tongue, SHOWN_FILTERS);
    tongue->charts = shown_facets(view, tongue, SHOWN_CHARTS);
    if (shelf)
        value_put(view->arena, tongue->facets[facet_number(&view->collection->facets, shelf)],
                  STR("shelf"), value_bool(true));
    if (!main)
        return;
    struct value *leading = tongue->facets[facet_number(&view->collection->facets, main)];
    value_put(view->arena, leading, STR("leads"), value_bool(true));
    tongue->main = leading;
}

/* Returns a term that is only proposed. It has no page here, but maybe an address elsewhere. */
static struct value *proposed_value(struct arena *arena, const struct collection *collection,
                                    struct str language, const struct value *proposal)
{
    struct value *map = value_map(arena);
    values_text(arena, map, STR("id"), slug_make(arena, proposal_name(proposal)));
    values_text(arena, map, STR("name"), proposal_name(proposal));
    values_url(arena, map, value_get_str(proposal, STR(FIELD_URL)));
    value_put(arena, map, STR("proposed"), value_bool(true));
    values_count(arena, map, collection, language, 0);
    return map;
}

const struct value *view_terms(struct arena *arena, const struct tongue *tongue,
                               const struct entry *entry, size_t facet, size_t most)
{
    const struct collection *collection = tongue->view->collection;
    const struct value *proposals = entry_proposals(entry, &collection->facets.items[facet]);
    size_t count = entry->terms[facet].len;
    if (count == 1 && !proposals)
        return tongue->alone[facet][entry->terms[facet].items[0]->number];
    if (count == 0 && !proposals)
        return tongue->none;
    struct value *list = value_list_of(arena, count < most ? count : most);
    for (size_t k = 0; k < count && k < most; k++)
        value_add(arena, list, tongue->terms[facet][entry->terms[facet].items[k]->number]);
    for (size_t k = 0; k < value_list_len(proposals) && list->list.len < most; k++)
        if (proposal_name(proposals->list.items[k]).len)
            value_add(
                arena, list,
                proposed_value(arena, collection, tongue->language, proposals->list.items[k]));
    return list;
}

const struct value *view_values(struct arena *arena, const struct collection *collection,
                                const struct tongue *tongue, const struct shown_field *field,
                                const struct entry *entry)
{
    const struct teller teller = {arena, tongue->language, tongue->texts};
    if (field->facet)
        return view_terms(arena, tongue, entry, facet_number(&collection->facets, field->facet),
                          SIZE_MAX);
    const struct value *value = value_get(entry->document->fields, field->property->name);
    if (!value || value->kind == VALUE_NULL)
        return value_list(arena);
    return details_values(&teller, field->property->schema, value);
}

void view_link(struct arena *arena, struct value *map, const struct plan *plan,
               const struct tongue *tongue, const struct entry *entry)
{
    values_text(arena, map, STR("title"), entry->title);
    values_text(arena, map, STR("path"),
                view_place(arena, tongue->view, plan_page_of(plan, entry->document)));
    if (!str_eq(entry->language, tongue->language))
        values_text(arena, map, STR("lang"), entry->language);
}

static void make_tongue(struct view *view, struct tongue *tongue, const struct strings *strings)
{
    const struct settings *settings = &view->collection->settings;
    tongue->view = view;
    tongue->language = strings->language;
    tongue->texts = nouns_fill(view->arena, strings->texts, view->collection, strings->language);
    tongue->site = values_fields(view->arena, settings->schema, settings->fields, tongue->texts);
    make_facets(view, tongue);
    choose_facets(view, tongue);
}

static const struct value *assets_value(struct arena *arena, const struct theme *theme)
{
    struct value *map = value_map(arena);
    for (size_t i = 0; i < theme->asset_count; i++)
        values_text(arena, map, theme_asset_name(arena, theme->assets[i].name),
                    plan_asset_path(arena, &theme->assets[i]));
    return map;
}

static void make_pages(struct view *view)
{
    struct arena *arena = view->arena;
    struct value *all = value_list(arena), *first = value_list(arena);
    for (size_t i = 0; i < view->collection->pages.len; i++) {
        const struct text_page *page = &view->collection->pages.items[i];
        struct value *item = value_map(arena);
        values_text(arena, item, STR("title"), page->title);
        values_text(arena, item, STR("path"), plan_page_of(view->plan, page->document));
        value_add(arena, all, item);
        if (i < PAGES_MAX)
            value_add(arena, first, item);
    }
    view->pages = all;
    view->first_pages = first;
}

/* Whether some page is in this language, so that the shared values are needed in it. */
static bool is_spoken(const struct plan *plan, struct str language)
{
    if (str_eq(plan->collection->settings.language, language))
        return true;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (str_eq(plan->outputs.items[i].language, language))
            return true;
    return false;
}

void view_init(struct view *view, struct arena *arena, const struct plan *plan,
               const struct theme *theme)
{
    *view = (struct view){.arena = arena, .collection = plan->collection, .plan = plan};
    view->prints_in_parts = print_in_parts(plan->collection);
    view->assets = assets_value(arena, theme);
    make_pages(view);
    view->tongues = arena_items(arena, struct tongue, theme->language_count);
    for (size_t i = 0; i < theme->language_count; i++)
        if (is_spoken(plan, theme->languages[i].language))
            make_tongue(view, &view->tongues[view->tongue_count++], &theme->languages[i]);
}

void view_init_elsewhere(struct view *view, struct arena *arena, const struct view *site,
                         const struct places *places)
{
    *view = *site;
    view->arena = arena;
    view->places = places;
    view->tongues = arena_items(arena, struct tongue, site->tongue_count);
    for (size_t i = 0; i < site->tongue_count; i++) {
        struct tongue *tongue = &view->tongues[i];
        *tongue = (struct tongue){.view = view,
                                  .language = site->tongues[i].language,
                                  .texts = site->tongues[i].texts,
                                  .site = site->tongues[i].site};
        make_facets(view, tongue);
        choose_facets(view, tongue);
    }
}

const struct tongue *view_tongue(const struct view *view, struct str language)
{
    const struct tongue *own = NULL;
    for (size_t i = 0; i < view->tongue_count; i++) {
        if (str_eq(view->tongues[i].language, language))
            return &view->tongues[i];
        if (str_eq(view->tongues[i].language, view->collection->settings.language))
            own = &view->tongues[i];
    }
    return own;
}
