#include "collection/assemble.h"

#include <stdlib.h>

#include "base/blank.h"
#include "base/bullet.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "base/slug.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "collection/rules.h"

/* Facets that share a vocabulary each have a term of their own for each of its files. */
static void gather_term(struct collection *collection, struct facet *facet,
                        const struct document *document)
{
    struct arena *arena = &collection->arena;
    struct term *term = facet_add(arena, facet, document->slug, slug_make(arena, document->slug));
    term->document = document;
    term->label = value_get(document->fields, STR(FIELD_NAME));
    term->summary = value_get_str(document->fields, STR(FIELD_SUMMARY));
    term->order = value_get_int(document->fields, STR(FIELD_ORDER), INT64_MAX);
}

static void gather_page(struct collection *collection, const struct document *document)
{
    struct text_page page = {.document = document,
                             .title = value_get_str(document->fields, STR(FIELD_TITLE)),
                             .summary = value_get_str(document->fields, STR(FIELD_SUMMARY)),
                             .language = document->language,
                             .order = value_get_int(document->fields, STR(FIELD_ORDER), INT64_MAX)};
    page.key = document->key;
    vec_push(&collection->arena, &collection->pages, page);
}

static int by_page_order(const void *left, const void *right)
{
    const struct text_page *a = left, *b = right;
    int order = (a->order > b->order) - (a->order < b->order);
    if (order == 0)
        order = str_cmp(a->key, b->key);
    return order ? order : str_cmp(a->document->slug, b->document->slug);
}

/*
 * A file that could not be read still makes its term or page: entries that name the term,
 * and a menu that leads to the page, are not at fault.
 */
static void gather_terms_and_pages(struct collection *collection)
{
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        if (document->kind == DOCUMENT_PAGE)
            gather_page(collection, document);
        for (size_t f = 0; document->kind == DOCUMENT_TERM && f < collection->facets.len; f++)
            if (str_eq(collection->facets.items[f].vocabulary, document->folder))
                gather_term(collection, &collection->facets.items[f], document);
    }
    if (collection->pages.len)
        qsort(collection->pages.items, collection->pages.len, sizeof *collection->pages.items,
              by_page_order);
}

/* Returns `: ` and all ids of a vocabulary, or "" if they are too many to choose among. */
static struct str listed_ids(struct arena *arena, const struct facet *facet)
{
    enum { LISTED_MAX = 20 };
    struct str list = STR("");
    for (size_t i = 0; facet->terms.len <= LISTED_MAX && i < facet->terms.len; i++)
        list = STR_JOIN(arena, list, i ? STR(", ") : STR(": "), facet->terms.items[i]->id);
    return list;
}

/*
 * Returns the ids in a value that is several of them without commas, `-mel -egg`,
 * as a list has them between its brackets; "" unless each is one.
 */
static struct str several_terms(struct arena *arena, const struct facet *facet, struct str written)
{
    enum { LONGEST = 200 };
    struct str all = STR(""), item;
    size_t count = 0;
    if (written.len > LONGEST)
        return all;
    while (str_cut(&written, ' ', &item)) {
        item = blank_trim(str_from(item, bullet_len(item)));
        if (item.len && !facet_term(facet, item))
            return STR("");
        if (item.len)
            all = count++ ? STR_JOIN(arena, all, STR(", "), item) : item;
    }
    return count > 1 ? all : STR("");
}

static void tell_unknown_term(const struct facet *facet, struct str written, struct span span,
                              struct diags *diags)
{
    struct str where = collection_path(&diags->arena, facet->vocabulary);
    struct detail detail = {.args = {written, where, STR("")},
                            .suggestion = several_terms(&diags->arena, facet, written)};
    const struct term *meant = detail.suggestion.len ? NULL : facet_nearest(facet, written, diags);
    if (meant)
        detail.suggestion = meant->id;
    else if (!detail.suggestion.len && !diag_is_brief(diags))
        detail.args[2] = listed_ids(&diags->arena, facet);
    collection_tell(diags, RULE_UNKNOWN_TERM, span, detail);
}

/*
 * Adds the term of a value that an open facet has not met before. Returns NULL, and tells
 * why, if its page would have no address of its own.
 */
static struct term *open_term(struct collection *collection, struct facet *facet, struct str id,
                              const struct value *value, struct diags *diags)
{
    struct arena *arena = &collection->arena;
    struct str slug = facet_slug(arena, value);
    const struct term *other = map_get(&facet->by_slug, slug);
    if (facet->path.len && (slug.len == 0 || slug_is_reserved(slug) || other)) {
        collection_tell(
            diags, RULE_VALUE_ADDRESS, value->span,
            (struct detail){.args = {id, slug}, .suggestion = other ? other->id : slug});
        return NULL;
    }
    struct term *term = facet_add(arena, facet, id, slug);
    term->label = value_text(arena, id);
    facet_name(arena, term, collection->settings.language);
    map_add(&facet->by_slug, slug, term);
    return term;
}

/* Whether the file of a term is there, but left out (collection/store.h). */
static bool term_left_out(const struct collection *collection, const struct facet *facet,
                          struct str id)
{
    struct arena arena;
    if (!facet->vocabulary.len)
        return false;
    arena_init(&arena);
    struct str path =
        STR_JOIN(&arena, collection_path(&arena, facet->vocabulary), STR("/"), id, STR(".md"));
    bool left_out = store_left_out(&collection->documents, path);
    arena_release(&arena);
    return left_out;
}

/* Returns a value as a finding shows it; the absent str for null, which counts as no value. */
static struct str shown_value(struct arena *arena, const struct value *value)
{
    if (value->kind == VALUE_LIST || value->kind == VALUE_MAP)
        return value->kind == VALUE_LIST ? STR("[…]") : STR("{…}");
    return facet_id(arena, value);
}

/*
 * Adds the term of one value to `refs`, unless it is there. A value without a term is
 * reported if the facet has a vocabulary, whose ids the schema need not list; becomes a
 * term if the facet is open; and has been reported by the schema if the facet has an enum.
 * A value that the schema has found wrong is passed by: as a term it could take the address
 * of a right one, and a file without a fault would be told of it.
 */
static void add_value(struct collection *collection, struct facet *facet, struct term_refs *refs,
                      const struct value *value, struct diags *diags)
{
    if (value->faulty)
        return;
    struct str id = facet_id(&collection->arena, value);
    struct term *term = id.len ? facet_term(facet, id) : NULL;
    struct str shown = term ? (struct str){0} : shown_value(&collection->arena, value);
    bool left_out = shown.len && term_left_out(collection, facet, shown);
    if (shown.len && facet->vocabulary.len && !left_out)
        tell_unknown_term(facet, shown, value->span, diags);
    else if (shown.len && facet->open && id.len)
        term = open_term(collection, facet, id, value, diags);
    for (size_t i = 0; term && i < refs->len; i++)
        if (refs->items[i] == term)
            return;
    if (term)
        vec_push(&collection->arena, refs, (const struct term *)term);
}

static void add_facet_terms(struct collection *collection, struct entry *entry, size_t number,
                            struct diags *diags)
{
    struct facet *facet = &collection->facets.items[number];
    struct term_refs *refs = &entry->terms[number];
    const struct value *value = value_get(entry->document->fields, facet->field);
    size_t most = value && value->kind == VALUE_LIST ? value->list.len : 1;
    if (!facet->of_folder && (!value || value->faulty))
        return;
    refs->items = arena_items(&collection->arena, const struct term *, most);
    refs->cap = (uint32_t)most;
    if (facet->of_folder) {
        vec_push(&collection->arena, refs, entry->folder);
        return;
    }
    if (facet->of_truth) {
        if (value->kind == VALUE_BOOL && value->boolean)
            vec_push(&collection->arena, refs, (const struct term *)facet->terms.items[0]);
    } else if (value->kind == VALUE_LIST) {
        for (size_t i = 0; i < value->list.len; i++)
            add_value(collection, facet, refs, value->list.items[i], diags);
    } else {
        add_value(collection, facet, refs, value, diags);
    }
}

/* Tells of a vocabulary without files: the mark has a slip, or the folder was forgotten. */
static void check_vocabularies(const struct collection *collection, struct diags *diags)
{
    for (size_t f = 0; collection->entries.len && f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        struct str where = collection_path(&diags->arena, facet->vocabulary);
        if (facet->vocabulary.len && facet->terms.len == 0)
            collection_tell(diags, RULE_VOCABULARY_EMPTY, facet->span,
                            (struct detail){.args = {where}});
    }
}

/* Tells of each folder of entries that is no term, once, at its first file (they are by path). */
static void check_folders(const struct collection *collection, struct diags *diags)
{
    const struct facet *folders = collection_folders(collection);
    struct str last = {0};
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        if (document->kind != DOCUMENT_ENTRY || str_eq(document->folder, last))
            continue;
        last = document->folder;
        if (facet_term(folders, last) || term_left_out(collection, folders, last))
            continue;
        struct str where = collection_path(&diags->arena, folders->vocabulary);
        const struct term *meant = facet_nearest(folders, last, diags);
        collection_tell(diags, RULE_UNKNOWN_FOLDER, document_span(document),
                        (struct detail){.args = {last, where},
                                        .suggestion = meant ? meant->id : (struct str){0}});
    }
}

static void add_entry(struct collection *collection, const struct document *document,
                      struct diags *diags)
{
    const struct term *folder = facet_term(collection_folders(collection), document->folder);
    if (!folder)
        return;
    const struct value *fields = document->fields;
    struct entry *entry = arena_new(&collection->arena, struct entry);
    entry->document = document;
    entry->folder = folder;
    entry->title = value_get_str(fields, STR(FIELD_TITLE));
    entry->summary = value_get_str(fields, STR(FIELD_SUMMARY));
    entry->language = document->language;
    entry->order = value_get_int(fields, STR(FIELD_ORDER), INT64_MAX);
    entry->key = document->key;
    entry->terms = arena_items(&collection->arena, struct term_refs, collection->facets.len);
    for (size_t f = 0; f < collection->facets.len; f++)
        add_facet_terms(collection, entry, f, diags);
    vec_push(&collection->arena, &collection->entries, entry);
}

static int by_collection_order(const void *left, const void *right)
{
    const struct entry *a = *(struct entry *const *)left, *b = *(struct entry *const *)right;
    int order = (a->folder->number > b->folder->number) - (a->folder->number < b->folder->number);
    if (order == 0)
        order = (a->order > b->order) - (a->order < b->order);
    if (order == 0)
        order = str_cmp(a->key, b->key);
    return order ? order : str_cmp(a->document->source.path, b->document->source.path);
}

static void gather_entries(struct collection *collection, struct diags *diags)
{
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && document->fields && !document->left_out)
            add_entry(collection, document, diags);
    }
    if (collection->entries.len)
        qsort(collection->entries.items, collection->entries.len, sizeof(struct entry *),
              by_collection_order);
}

/* Makes room in each term for the entries that it has. */
static void count_entries(struct collection *collection, struct facet *facet, size_t number)
{
    size_t *counts = arena_items(&collection->arena, size_t, facet->terms.len);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct term_refs *refs = &collection->entries.items[i]->terms[number];
        for (size_t k = 0; k < refs->len; k++)
            counts[refs->items[k]->number]++;
    }
    for (size_t i = 0; i < facet->terms.len; i++)
        vec_room(&collection->arena, &facet->terms.items[i]->entries, counts[i]);
}

/*
 * Inverts the terms of entries: gives each term its entries, in the collection's order, and
 * each entry its place in those lists, so that a page finds its neighbours without a search.
 */
static void index_entries(struct collection *collection)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        count_entries(collection, &collection->facets.items[f], f);
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct entry *entry = collection->entries.items[i];
        entry->number = i;
        for (size_t f = 0; f < collection->facets.len; f++) {
            struct term_refs *refs = &entry->terms[f];
            refs->places = arena_items(&collection->arena, uint32_t, refs->len);
            for (size_t k = 0; k < refs->len; k++) {
                struct term *term = collection->facets.items[f].terms.items[refs->items[k]->number];
                refs->places[k] = (uint32_t)term->entries.len;
                vec_push(&collection->arena, &term->entries, (const struct entry *)entry);
            }
        }
    }
}

static void tell_unknown_entry(const struct collection *collection, const struct entry *entry,
                               const struct value *value, struct diags *diags)
{
    struct nearest nearest = nearest_to(value_str(value));
    size_t candidates = diag_take_suggestion(diags) ? collection->entries.len : 0;
    for (size_t i = 0; i < nearest_among(candidates); i++)
        if (collection->entries.items[i] != entry)
            nearest_try(&nearest, collection->entries.items[i]->document->slug);
    struct str where = collection_path(&diags->arena, collection->kind.folder);
    collection_tell(diags, RULE_UNKNOWN_ENTRY, value->span,
                    (struct detail){.args = {value_str(value), where}, .suggestion = nearest.best});
}

/* Entries name each other by their slugs. */
struct slugs {
    struct map entries;
    struct map unread; /* files that made no entry; why has been reported */
};

/* Resolves one slug that an entry names; that of an unread file is passed by in silence. */
static void relate(struct collection *collection, const struct slugs *slugs, struct entry *entry,
                   const struct value *value, struct diags *diags)
{
    struct str slug = value_str(value);
    const struct entry *other = map_get(&slugs->entries, slug);
    if (other && other != entry)
        vec_push(&collection->arena, &entry->related, other);
    else if (slug.len && !map_get(&slugs->unread, slug) &&
             !store_left_out(&collection->documents, slug))
        tell_unknown_entry(collection, entry, value, diags);
}

static void gather_slugs(const struct collection *collection, struct slugs *slugs,
                         struct arena *scratch)
{
    map_init_for(&slugs->entries, scratch, collection->entries.len);
    map_init(&slugs->unread, scratch);
    for (size_t i = 0; i < collection->entries.len; i++)
        map_add(&slugs->entries, collection->entries.items[i]->document->slug,
                collection->entries.items[i]);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && !map_get(&slugs->entries, document->slug) &&
            !document->left_out)
            map_add(&slugs->unread, document->slug, document);
    }
}

static void gather_related(struct collection *collection, struct diags *diags)
{
    struct slugs slugs;
    struct arena scratch;
    arena_init(&scratch);
    gather_slugs(collection, &slugs, &scratch);
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct entry *entry = collection->entries.items[i];
        const struct value *ids = value_get(entry->document->fields, collection->kind.related);
        for (size_t k = 0; ids && ids->kind == VALUE_LIST && k < ids->list.len; k++)
            relate(collection, &slugs, entry, ids->list.items[k], diags);
    }
    arena_release(&scratch);
}

/*
 * Sorts the facets that are open, or those that are not. A facet is sorted when it has all
 * its terms. The others have them before the entries are gathered, and must be sorted then:
 * entries are in the order of their folders. Open ones get theirs from the entries.
 */
static void sort_facets(struct collection *collection, bool open)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].open == open)
            facet_sort(&collection->arena, &collection->facets.items[f],
                       collection->settings.language);
}

static void name_terms(struct collection *collection)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        for (size_t i = 0; i < collection->facets.items[f].terms.len; i++)
            facet_name(&collection->arena, collection->facets.items[f].terms.items[i],
                       collection->settings.language);
}

/* Each step needs what those above it have made. */
void assemble(struct collection *collection, struct diags *diags)
{
    gather_terms_and_pages(collection);
    name_terms(collection);
    sort_facets(collection, false);
    check_folders(collection, diags);
    gather_entries(collection, diags);
    check_vocabularies(collection, diags);
    sort_facets(collection, true);
    index_entries(collection);
    gather_related(collection, diags);
}
