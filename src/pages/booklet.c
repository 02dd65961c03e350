#include "pages/pages.h"

#include "base/buf.h"
#include "base/qr.h"
#include "pages/linked.h"
#include "pages/motif.h"
#include "pages/page_maker.h"
#include "pages/printed.h"
#include "pages/values.h"
#include "plan/paths.h"
#include "plan/print_parts.h"

const char booklet_page_shape[] =
    "@common @turning motif tint turned? motifs[motif tint turned?] motifs_any? name summary facet "
    "term_path address qr{side path} count count_text of_folder? "
    "groups[@printed]";

void booklet_page_add(struct plan *plan)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        for (size_t i = 0; i < facet->terms.len; i++) {
            struct str path = plan_booklet_path(&plan->arena, facet->terms.items[i]);
            if (path.len)
                print_parts_add(plan, (struct output){.path = path,
                                                      .term = facet->terms.items[i],
                                                      .origin = facet->span});
        }
    }
}

/* The steps above it are those above the page of the term, and that. */
static void put_crumbs(struct page_maker *maker, const struct term *term)
{
    struct str language = maker->tongue->language;
    struct str facet_path = plan_facet_path(maker->arena, term->facet);
    if (facet_path.len)
        page_crumb(maker, label_text(term->facet->title, language), facet_path);
    else
        page_crumb_entries(maker);
    page_crumb(maker, label_text(term->label, language), term->path);
}

/*
 * Puts what the cover shows: the motif of the term, or of a term that has none those of the first
 * terms that its entries have.
 */
static void put_motifs(struct page_maker *maker, const struct term *term)
{
    enum { MOTIFS_MAX = 6 };
    const struct collection *collection = maker->view->collection;
    struct value *list = value_list(maker->arena);
    struct map shown;
    map_init(&shown, maker->arena);
    motif_put_names(maker->arena, maker->map, maker->view->plan, term);
    for (size_t i = 0; i < term->entries.len && list->list.len < MOTIFS_MAX; i++) {
        const struct term *other = term->facet == collection_shelf(collection)
                                       ? term
                                       : entry_shelf(collection, term->entries.items[i]);
        if (!other || map_get(&shown, other->id))
            continue;
        struct value *motif = value_map(maker->arena);
        map_add(&shown, other->id, motif);
        motif_put_names(maker->arena, motif, maker->view->plan, other);
        value_add(maker->arena, list, motif);
    }
    page_list(maker, STR("motifs"), list);
}

/* Puts the full address of the term's page, if the site has a known one, and its QR code. */
static void put_address(struct page_maker *maker, struct str address)
{
    struct buf path = BUF_INIT;
    unsigned side = qr_put(&path, address);
    struct value *qr = value_map(maker->arena);
    page_text(maker, STR("address"), address);
    value_put(maker->arena, qr, STR("side"), value_int(maker->arena, side));
    values_text(maker->arena, qr, STR("path"), buf_finish(&path, maker->arena));
    if (side)
        page_put(maker, STR("qr"), qr);
}

void booklet_page_make(struct page_maker *maker)
{
    const struct term *term = maker->output->term;
    struct str language = maker->tongue->language;
    put_crumbs(maker, term);
    page_title(maker, booklet_page_title(maker, maker->output), term->summary);
    page_text(maker, STR("name"), label_text(term->label, language));
    page_text(maker, STR("summary"), term->summary);
    page_text(maker, STR("facet"), label_noun(term->facet->names, language, 1));
    page_text(maker, STR("term_path"), term->path);
    put_address(maker, plan_address(maker->arena, maker->view->collection, term->path));
    page_put(maker, STR("of_folder"), value_bool(term->facet->of_folder));
    put_motifs(maker, term);
    values_count(maker->arena, maker->map, maker->view->collection, language, term->entries.len);
    printed_put(maker);
    maker->canonical = term->path;
    linked_page(maker);
}

struct str booklet_page_title(const struct page_maker *maker, const struct output *output)
{
    struct str name = label_text(output->term->label, maker->tongue->language);
    struct str word = page_word_or(maker, STR("booklet"), (struct str){0});
    return word.len ? STR_JOIN(maker->arena, name, STR(" – "), word) : name;
}
