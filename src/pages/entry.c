#include "pages/pages.h"

#include <stdlib.h>

#include "base/buf.h"
#include "pages/body.h"
#include "pages/card.h"
#include "pages/citation.h"
#include "pages/facts.h"
#include "pages/history.h"
#include "pages/linked.h"
#include "pages/motif.h"
#include "pages/page_maker.h"
#include "pages/related.h"
#include "pages/values.h"
#include "plan/paths.h"

/* What every page that shows an entry whole is given of it. */
const char content_shape[] = "summary body:html fields{@fields} top[@top] top_any? "
                             "key_figures[@figure] key_figures_any? facts[@fact] details[@detail] "
                             "rest_any? link_lists[@link_list] notes[@note] ask[@asked] ask_any?";

const char entry_page_shape[] =
    "@common @content motif tint turned? shelf{@term} contents[id title] contents_any? mend_path "
    "compared_path cited{@cited} history[@history] history_any? related_any? related[card{@card} "
    "named? reason] neighbours? "
    "previous{title path lang folder elsewhere?} next{title path lang folder elsewhere?}";

void entry_page_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        plan_add(plan, (struct output){.path = plan_entry_path(&plan->arena, collection, entry),
                                       .entry = entry,
                                       .document = entry->document,
                                       .language = entry->language,
                                       .origin = plan_document_span(entry->document)});
    }
}

static int compare_to_entry(const void *key, const void *item)
{
    const struct entry *entry = key, *other = *(const struct entry *const *)item;
    return (entry->number > other->number) - (entry->number < other->number);
}

/* Whether the term is one of the entry's: the entries of a term stand in order. */
static bool is_term_of(const struct term *term, const struct entry *entry)
{
    return bsearch(entry, term->entries.items, term->entries.len, sizeof *term->entries.items,
                   compare_to_entry);
}

/*
 * Returns what two entries have in common: «samme ingredienser: Mel; Smør, saltet ·
 * samme redskap: Ovn». A name may have commas of its own. Only facets with a weight count,
 * since only those made the one a neighbour of the other.
 */
static struct str reason_text(const struct page_maker *maker, const struct entry *a,
                              const struct entry *b)
{
    const struct facet_list *facets = &maker->view->collection->facets;
    struct buf reason = BUF_INIT;
    for (size_t f = 0; f < facets->len; f++) {
        struct buf names = BUF_INIT;
        size_t shared = 0;
        for (size_t i = 0; facets->items[f].weight && i < a->terms[f].len; i++)
            if (is_term_of(a->terms[f].items[i], b)) {
                buf_put(&names, shared++ ? STR("; ") : STR(""));
                buf_put(&names, label_text(a->terms[f].items[i]->label, maker->tongue->language));
            }
        if (shared) {
            struct str noun = label_noun(facets->items[f].names, maker->tongue->language, shared);
            struct str same = page_word(maker, WORD_SAME);
            buf_format(&reason, "%s%.*s %.*s: %.*s", reason.len ? " · " : "", STR_ARG(same),
                       STR_ARG(noun), STR_ARG(buf_str(&names)));
        }
        buf_release(&names);
    }
    return buf_finish(&reason, maker->arena);
}

static void put_related(struct page_maker *maker, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    struct related related[RELATED_MAX];
    size_t count = related_choose(arena, maker->view->collection, entry, related);
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++) {
        struct value *item = value_map(arena);
        value_put(arena, item, STR("card"), tongue_card(arena, maker->tongue, related[i].entry));
        value_put(arena, item, STR("named"), value_bool(related[i].named));
        values_text(arena, item, STR("reason"),
                    related[i].named ? page_word(maker, WORD_NAMED_RELATED)
                                     : reason_text(maker, entry, related[i].entry));
        value_add(arena, list, item);
    }
    page_list(maker, STR("related"), list);
}

void page_put_content(const struct page_maker *maker, struct value *map, const struct entry *entry)
{
    struct arena *arena = maker->arena;
    values_text(arena, map, STR("summary"), entry->summary);
    value_put(arena, map, STR("fields"),
              values_fields(arena, maker->view->collection->schema, entry->document->fields,
                            maker->tongue->texts));
    facts_put(maker, map, entry);
}

static bool put_neighbour(struct page_maker *maker, struct str name, size_t number)
{
    const struct collection *collection = maker->view->collection;
    if (number >= collection->entries.len) /* before the first, 0 - 1 wraps around to SIZE_MAX */
        return false;
    const struct entry *entry = collection->entries.items[number];
    struct value *neighbour = value_map(maker->arena);
    view_link(maker->arena, neighbour, maker->view->plan, maker->tongue, entry);
    values_text(maker->arena, neighbour, STR("folder"),
                label_text(entry->folder->label, maker->tongue->language));
    value_put(maker->arena, neighbour, STR("elsewhere"),
              value_bool(entry->folder != maker->output->entry->folder));
    page_put(maker, name, neighbour);
    return true;
}

/* Puts the term whose motif the page has, for a link to its page. */
static void put_shelf(struct page_maker *maker, const struct term *term)
{
    const struct collection *collection = maker->view->collection;
    motif_put_names(maker->arena, maker->map, maker->view->plan, term);
    if (term)
        page_put(maker, STR("shelf"),
                 maker->tongue->terms[facet_number(&collection->facets,
                                                   collection_shelf(collection))][term->number]);
}

/* Puts the headings of a text that is long and has many, for a list of its contents. */
static void put_contents(struct page_maker *maker, const struct entry *entry)
{
    enum { MANY = 3, LONG = 1500 }; /* headings; bytes */
    const struct markdown *body = &entry->document->body;
    struct value *contents = value_list(maker->arena);
    for (size_t i = 0; i < body->headings.len; i++) {
        if (body->headings.items[i].level != 2)
            continue;
        struct value *heading = value_map(maker->arena);
        values_text(maker->arena, heading, STR("id"), body->headings.items[i].id);
        values_text(maker->arena, heading, STR("title"), body->headings.items[i].text);
        value_add(maker->arena, contents, heading);
    }
    size_t under = value_list_len(value_get(maker->map, STR("link_lists")));
    if (contents->list.len + under >= MANY && body->text_len >= LONG)
        page_list(maker, STR("contents"), contents);
}

/* Puts the address where the form is filled in with the entry, if there is a form. */
static void put_mend_path(struct page_maker *maker, const struct entry *entry)
{
    struct str form = plan_form_path(maker->arena, maker->view->collection);
    if (form.len && plan_find(maker->view->plan, form))
        page_text(maker, STR("mend_path"),
                  STR_JOIN(maker->arena, form, STR("#endre="), entry->document->slug));
}

/* Puts the address where the entry stands beside others, if there is such a page. */
static void put_compared_path(struct page_maker *maker, const struct entry *entry)
{
    struct str page = plan_compare_path(maker->arena, maker->view->collection);
    if (page.len)
        page_text(maker, STR("compared_path"),
                  STR_JOIN(maker->arena, page, STR("?id="), entry->document->slug));
}

void entry_page_make(struct page_maker *maker)
{
    const struct entry *entry = maker->output->entry;
    struct arena *arena = maker->arena;
    page_crumb_entries(maker);
    page_crumb(maker, label_text(entry->folder->label, maker->tongue->language),
               entry->folder->path);
    page_title(maker, entry->title, entry->summary);
    page_put_content(maker, maker->map, entry);
    page_put(maker, STR("body"),
             body_value(arena, maker->view->plan, maker->root, entry->document));
    put_contents(maker, entry);
    put_shelf(maker, entry_shelf(maker->view->collection, entry));
    put_related(maker, entry);
    bool previous = put_neighbour(maker, STR("previous"), entry->number - 1);
    bool next = put_neighbour(maker, STR("next"), entry->number + 1);
    page_put(maker, STR("neighbours"), value_bool(previous || next));
    history_put(maker, entry);
    put_mend_path(maker, entry);
    put_compared_path(maker, entry);
    citation_put_entry(maker, entry);
    page_edit_url(maker, entry->document);
    linked_entry(maker, entry);
}

struct str entry_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)maker;
    return output->entry->title;
}
