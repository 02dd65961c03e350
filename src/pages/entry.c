#include "base/buf.h"
#include "pages/making.h"
#include "pages/related.h"

/* «samme tema: Tilsyn og kontroll; samme virksomhet: NVE» */
static struct str reason_text(const struct making *page, const struct entry *a,
                              const struct entry *b)
{
    const struct facet_list *facets = &page->view->collection->facets;
    struct buf reason = BUF_INIT;
    for (size_t f = 0; f < facets->len; f++) {
        struct buf names = BUF_INIT;
        size_t shared = 0;
        for (size_t i = 0; facets->items[f].weight && i < a->terms[f].len; i++)
            for (size_t k = 0; k < b->terms[f].len; k++)
                if (a->terms[f].items[i] == b->terms[f].items[k]) {
                    buf_put(&names, shared++ ? STR(", ") : STR(""));
                    buf_put(&names,
                            label_text(a->terms[f].items[i]->label, page->tongue->language));
                }
        if (shared) {
            struct str noun = label_noun(facets->items[f].names, page->tongue->language, shared);
            struct str same = page_word(page, STR("same"));
            buf_format(&reason, "%s%.*s %.*s: %.*s", reason.len ? "; " : "", STR_ARG(same),
                       STR_ARG(noun), STR_ARG(buf_str(&names)));
        }
        buf_release(&names);
    }
    return buf_finish(&reason, page->arena);
}

static void put_related(struct making *page, const struct entry *entry)
{
    struct arena *arena = page->arena;
    struct related related[RELATED_MAX];
    size_t count = related_choose(arena, page->view->collection, entry, related);
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++) {
        struct value *item = value_map(arena);
        value_put(arena, item, STR("card"), page->tongue->cards[related[i].entry->number]);
        value_put(arena, item, STR("named"), value_bool(arena, related[i].named));
        view_text(arena, item, STR("reason"),
                  related[i].named ? page_word(page, STR("named_related"))
                                   : reason_text(page, entry, related[i].entry));
        value_add(arena, list, item);
    }
    page_put(page, STR("related"), list);
    view_any(arena, page->map, STR("related"), list);
}

/* The facets in which the entry has a value, in the schema's order. */
static struct value *facts_of(const struct making *page, const struct entry *entry)
{
    struct arena *arena = page->arena;
    struct value *facts = value_list(arena);
    for (size_t f = 0; f < page->view->collection->facets.len; f++) {
        const struct term_refs *refs = &entry->terms[f];
        if (refs->len == 0)
            continue;
        const struct facet *facet = &page->view->collection->facets.items[f];
        struct value *fact = value_map(arena), *terms = value_list(arena);
        struct str noun = label_noun(facet->names, page->tongue->language, refs->len);
        for (size_t k = 0; k < refs->len; k++)
            value_add(arena, terms, page->tongue->terms[f][refs->items[k]->number]);
        view_text(arena, fact, STR("title"),
                  noun.len ? noun : label_text(facet->title, page->tongue->language));
        value_put(arena, fact, STR("terms"), terms);
        value_add(arena, facts, fact);
    }
    return facts;
}

/* What a template is given of an entry wherever all of it is shown, but for its body. */
static void put_content(const struct making *page, struct value *map, const struct entry *entry)
{
    struct arena *arena = page->arena;
    view_text(arena, map, STR("summary"), entry->summary);
    value_put(arena, map, STR("fields"),
              view_fields(arena, page->view->collection->schema, entry->document->fields,
                          page->tongue->texts));
    value_put(arena, map, STR("facts"), facts_of(page, entry));
}

static bool put_neighbour(struct making *page, struct str name, size_t number)
{
    const struct collection *collection = page->view->collection;
    if (number >= collection->entries.len) /* also one before the first */
        return false;
    struct value *neighbour = value_map(page->arena);
    view_link(page->arena, neighbour, page->view->plan, page->tongue,
              collection->entries.items[number]);
    page_put(page, name, neighbour);
    return true;
}

void make_entry(struct making *page)
{
    const struct entry *entry = page->output->entry;
    const struct collection *collection = page->view->collection;
    struct arena *arena = page->arena;
    page_crumb(page, page_entries_title(page), plan_entries_path(arena, collection));
    page_crumb(page, label_text(entry->folder->label, page->tongue->language),
               plan_term_path(arena, entry->folder));
    page_title(page, entry->title, entry->summary);
    put_content(page, page->map, entry);
    page_put(page, STR("body"), view_body(arena, page->view->plan, page->root, entry->document));
    put_related(page, entry);
    bool previous = put_neighbour(page, STR("previous"), entry->number - 1);
    bool next = put_neighbour(page, STR("next"), entry->number + 1);
    page_put(page, STR("neighbours"), value_bool(arena, previous || next));
    page_edit_url(page, entry->document);
}

static struct value *printed(const struct making *page, const struct entry *entry)
{
    struct arena *arena = page->arena;
    const struct plan *plan = page->view->plan;
    struct value *map = value_map(arena);
    view_text(arena, map, STR("anchor"), view_anchor(arena, entry->document));
    view_link(arena, map, plan, page->tongue, entry);
    put_content(page, map, entry);
    value_put(arena, map, STR("body"), view_body_in_print(arena, plan, entry));
    return map;
}

void make_print(struct making *page)
{
    const struct collection *collection = page->view->collection;
    struct arena *arena = page->arena;
    struct value *groups = value_list(arena), *entries = NULL;
    page_title(page, page_word(page, STR("print_all")), (struct str){0});
    page_all_count(page);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        if (i == 0 || entry->folder != collection->entries.items[i - 1]->folder) {
            struct value *group = view_group(arena, page->tongue, entry->folder);
            entries = value_list(arena);
            value_put(arena, group, STR("entries"), entries);
            value_add(arena, groups, group);
        }
        value_add(arena, entries, printed(page, entry));
    }
    page_put(page, STR("groups"), groups);
}
