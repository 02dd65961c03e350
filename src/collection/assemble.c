#include "collection/assemble.h"

#include <stdlib.h>

#include "base/nearest.h"
#include "base/norwegian.h"
#include "base/slug.h"
#include "base/vec.h"
#include "collection/rules.h"

static struct str language_of(const struct collection *collection, const struct value *fields)
{
    struct str own = value_get_str(fields, STR("lang"));
    return own.len ? own : collection->settings.language;
}

static void add_term(struct collection *collection, struct facet *facet,
                     const struct document *document)
{
    struct term *term = facet_add(&collection->arena, facet, document->slug);
    term->document = document;
    term->names = value_get(document->fields, STR("name"));
    term->summary = value_get_str(document->fields, STR("summary"));
    term->order = value_get_int(document->fields, STR("order"), INT64_MAX);
}

static void add_page(struct collection *collection, const struct document *document)
{
    struct page page = {.document = document,
                        .title = value_get_str(document->fields, STR("title")),
                        .summary = value_get_str(document->fields, STR("summary")),
                        .language = language_of(collection, document->fields),
                        .order = value_get_int(document->fields, STR("order"), INT64_MAX)};
    page.key = norwegian_key(&collection->arena, page.title, NORWEGIAN_WORDS);
    vec_push(&collection->arena, &collection->pages, page);
}

static int by_page_order(const void *left, const void *right)
{
    const struct page *a = left, *b = right;
    int order = (a->order > b->order) - (a->order < b->order);
    if (order == 0)
        order = str_cmp(a->key, b->key);
    return order ? order : str_cmp(a->document->slug, b->document->slug);
}

/*
 * A term whose file cannot be read is still a term: entries that name it are
 * not at fault. So is a page: the menu may lead to it.
 */
static void gather_terms_and_pages(struct collection *collection)
{
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = &collection->documents.items[i];
        if (document->kind == DOCUMENT_PAGE)
            add_page(collection, document);
        for (size_t f = 0; document->kind == DOCUMENT_TERM && f < collection->facets.len; f++)
            if (str_eq(collection->facets.items[f].vocabulary, document->folder))
                add_term(collection, &collection->facets.items[f], document);
    }
    if (collection->pages.len)
        qsort(collection->pages.items, collection->pages.len, sizeof *collection->pages.items,
              by_page_order);
}

/* All ids of a vocabulary, when they are few enough to choose among. */
static struct str listed_ids(struct arena *arena, const struct facet *facet)
{
    enum { LISTED_MAX = 20 };
    struct str list = STR("");
    for (size_t i = 0; facet->terms.len <= LISTED_MAX && i < facet->terms.len; i++)
        list = STR_JOIN(arena, list, i ? STR(", ") : STR(": "), facet->terms.items[i]->id);
    return list;
}

static void report_unknown_term(const struct facet *facet, struct str language,
                                const struct value *value, struct diags *diags)
{
    struct str where = STR_JOIN(&diags->arena, STR(CONTENT_FOLDER "/"), facet->vocabulary);
    const struct term *meant = facet_nearest(facet, language, value_str(value), diags);
    struct detail detail = {.args = {value_str(value), where, STR("")}};
    if (meant)
        detail.suggestion = meant->id;
    else if (!diag_is_brief(diags))
        detail.args[2] = listed_ids(&diags->arena, facet);
    diag_add(diags, &model_rules[RULE_UNKNOWN_TERM], value->span, detail);
}

/* A term that an entry brings. NULL when its page would have no address of its own. */
static struct term *open_term(struct arena *arena, struct facet *facet, struct str id,
                              const struct value *value, struct diags *diags)
{
    struct str slug = slug_make(arena, id);
    const struct term *other = map_get(&facet->by_slug, slug);
    if (facet->path.len && (slug.len == 0 || slug_is_reserved(slug) || other)) {
        diag_add(diags, &model_rules[RULE_VALUE_ADDRESS], value->span,
                 (struct detail){.args = {id, slug}, .suggestion = other ? other->id : slug});
        return NULL;
    }
    struct term *term = facet_add(arena, facet, id);
    term->names = value_text(arena, id);
    map_add(&facet->by_slug, slug, term);
    return term;
}

/* The id that a value stands for: its text, or its number written out. */
static struct str id_of(struct arena *arena, const struct value *value)
{
    if (value->kind == VALUE_INT)
        return str_format(arena, "%lld", (long long)value->integer);
    return value_str(value);
}

/*
 * Values outside an enum have been reported by the schema. A facet without
 * vocabulary and names gets its terms from the entries themselves.
 */
static void add_value(struct collection *collection, struct facet *facet, struct term_refs *refs,
                      const struct value *value, struct diags *diags)
{
    struct str id = id_of(&collection->arena, value);
    struct term *term = id.len ? facet_term(facet, id) : NULL;
    if (!term && id.len && facet->vocabulary.len) {
        report_unknown_term(facet, collection->settings.language, value, diags);
    } else if (!term && id.len && facet->open) {
        term = open_term(&collection->arena, facet, id, value, diags);
    }
    for (size_t i = 0; term && i < refs->len; i++)
        if (refs->items[i] == term)
            return;
    if (term)
        vec_push(&collection->arena, refs, (const struct term *)term);
}

/* Then a value that is none has been told by the schema, and is no id. */
static bool is_list_due(const struct collection *collection, const struct facet *facet)
{
    const struct schema_property *property = schema_property(collection->schema, facet->field);
    return property && property->schema->types == SCHEMA_ARRAY;
}

static void add_facet_terms(struct collection *collection, struct entry *entry, size_t number,
                            struct diags *diags)
{
    struct facet *facet = &collection->facets.items[number];
    struct term_refs *refs = &entry->terms[number];
    const struct value *value = value_get(entry->document->fields, facet->field);
    if (facet->of_folder)
        vec_push(&collection->arena, refs, entry->folder);
    else if (value && value->kind == VALUE_BOOL && value->boolean)
        vec_push(&collection->arena, refs, (const struct term *)facet->terms.items[0]);
    else if (value && value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            add_value(collection, facet, refs, value->list.items[i], diags);
    else if (value && !is_list_due(collection, facet))
        add_value(collection, facet, refs, value, diags);
}

/* A vocabulary without files is a slip in the mark, or a folder that was forgotten. */
static void check_vocabularies(const struct collection *collection, struct diags *diags)
{
    for (size_t f = 0; collection->entries.len && f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        struct str where = STR_JOIN(&diags->arena, STR(CONTENT_FOLDER "/"), facet->vocabulary);
        if (facet->vocabulary.len && facet->terms.len == 0)
            diag_add(diags, &model_rules[RULE_VOCABULARY_EMPTY], facet->span,
                     (struct detail){.args = {where}});
    }
}

/* Told once, at the first file in it. */
static void check_folders(const struct collection *collection, struct diags *diags)
{
    const struct facet *folders = collection_folders(collection);
    struct str last = {0};
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = &collection->documents.items[i];
        if (document->kind != DOCUMENT_ENTRY || str_eq(document->folder, last))
            continue;
        last = document->folder;
        if (facet_term(folders, last))
            continue;
        struct str where = STR_JOIN(&diags->arena, STR(CONTENT_FOLDER "/"), folders->vocabulary);
        const struct term *meant =
            facet_nearest(folders, collection->settings.language, last, diags);
        diag_add(diags, &model_rules[RULE_UNKNOWN_FOLDER], source_span(&document->source, 0, 0),
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
    entry->title = value_get_str(fields, STR("title"));
    entry->summary = value_get_str(fields, STR("summary"));
    entry->language = language_of(collection, fields);
    entry->order = value_get_int(fields, STR("order"), INT64_MAX);
    entry->key = norwegian_key(&collection->arena, entry->title, NORWEGIAN_WORDS);
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
        const struct document *document = &collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && document->fields &&
            !collection_leaves_out(collection, document))
            add_entry(collection, document, diags);
    }
    if (collection->entries.len)
        qsort(collection->entries.items, collection->entries.len, sizeof(struct entry *),
              by_collection_order);
}

/* Tells each term which entries have it, in the collection's order. */
static void turn_around(struct collection *collection)
{
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct entry *entry = collection->entries.items[i];
        entry->number = i;
        for (size_t f = 0; f < collection->facets.len; f++) {
            struct term_refs *refs = &entry->terms[f];
            refs->places = arena_items(&collection->arena, size_t, refs->len);
            for (size_t k = 0; k < refs->len; k++) {
                struct term *term = facet_term(&collection->facets.items[f], refs->items[k]->id);
                refs->places[k] = term->entries.len;
                vec_push(&collection->arena, &term->entries, (const struct entry *)entry);
            }
        }
    }
}

static void report_unknown_entry(const struct collection *collection, const struct entry *entry,
                                 const struct value *value, struct diags *diags)
{
    struct nearest nearest = nearest_to(value_str(value));
    size_t candidates = diag_take_suggestion(diags) ? collection->entries.len : 0;
    for (size_t i = 0; i < nearest_among(candidates); i++)
        if (collection->entries.items[i] != entry)
            nearest_try(&nearest, collection->entries.items[i]->document->slug);
    struct str where = STR_JOIN(&diags->arena, STR(CONTENT_FOLDER "/"), collection->kind.folder);
    diag_add(diags, &model_rules[RULE_UNKNOWN_ENTRY], value->span,
             (struct detail){.args = {value_str(value), where}, .suggestion = nearest.best});
}

/* Slugs are the ids by which entries name each other. */
struct slugs {
    struct map entries;
    struct map unread; /* documents that are no entries, for a reason that has been told */
};

static void relate(struct collection *collection, const struct slugs *slugs, struct entry *entry,
                   const struct value *value, struct diags *diags)
{
    struct str slug = value_str(value);
    const struct entry *other = map_get(&slugs->entries, slug);
    if (other && other != entry)
        vec_push(&collection->arena, &entry->related, other);
    else if (slug.len && !map_get(&slugs->unread, slug))
        report_unknown_entry(collection, entry, value, diags);
}

static void gather_slugs(struct collection *collection, struct slugs *slugs)
{
    map_init(&slugs->entries, &collection->arena);
    map_init(&slugs->unread, &collection->arena);
    for (size_t i = 0; i < collection->entries.len; i++)
        map_add(&slugs->entries, collection->entries.items[i]->document->slug,
                collection->entries.items[i]);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = &collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && !map_get(&slugs->entries, document->slug) &&
            !collection_leaves_out(collection, document))
            map_add(&slugs->unread, document->slug, document);
    }
}

static void gather_related(struct collection *collection, struct diags *diags)
{
    struct slugs slugs;
    gather_slugs(collection, &slugs);
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct entry *entry = collection->entries.items[i];
        const struct value *ids = value_get(entry->document->fields, collection->kind.related);
        for (size_t k = 0; ids && ids->kind == VALUE_LIST && k < ids->list.len; k++)
            relate(collection, &slugs, entry, ids->list.items[k], diags);
    }
}

void assemble(struct collection *collection, struct diags *diags)
{
    struct str language = collection->settings.language;
    gather_terms_and_pages(collection);
    for (size_t f = 0; f < collection->facets.len; f++) /* the keys, by which entries are sorted */
        facet_sort(&collection->arena, &collection->facets.items[f], language);
    check_folders(collection, diags);
    gather_entries(collection, diags);
    check_vocabularies(collection, diags);
    for (size_t f = 0; f < collection->facets.len; f++) /* again: entries may have brought terms */
        facet_sort(&collection->arena, &collection->facets.items[f], language);
    turn_around(collection);
    gather_related(collection, diags);
}
