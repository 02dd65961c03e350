#include "collection/proposals.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "base/slug.h"
#include "collection/entry_fields.h"
#include "collection/fields.h"
#include "collection/own_schemas.h"
#include "collection/rules.h"

/*
 * The property.
 */

/* Whether the schema of a field, not compiled yet, has the mark x-terms, or its items have. */
static bool has_terms(const struct value *field)
{
    return value_get(field, STR("x-terms")) ||
           value_get(value_get(field, STR("items")), STR("x-terms"));
}

static void title_part(struct arena *arena, const struct value *properties, const char *field,
                       const struct language *language, enum language_phrase title)
{
    value_put(arena, value_get(properties, str_of(field)), STR("title"),
              value_text(arena, language_says(language, title)));
}

/* Returns the schema of what is proposed for one field, which all of them share. */
static struct value *list_schema(struct arena *arena, const struct language *language)
{
    struct value *list = builtin_tree(arena, SCHEMA_PROPOSALS);
    const struct value *parts = value_get(value_get(list, STR("items")), STR("properties"));
    title_part(arena, parts, FIELD_NAME, language, PHRASE_PROPOSED_NAME);
    title_part(arena, parts, FIELD_URL, language, PHRASE_PROPOSED_URL);
    return list;
}

static struct value *map_schema(struct arena *arena, const struct value *fields,
                                const struct language *language)
{
    struct value *map = value_map(arena), *properties = value_map(arena);
    const struct value *list = list_schema(arena, language);
    for (size_t i = 0; i < fields->map.len; i++)
        if (has_terms(fields->map.items[i].value))
            value_put(arena, properties, fields->map.items[i].key, list);
    value_put(arena, map, STR("title"),
              value_text(arena, language_says(language, PHRASE_PROPOSED_TITLE)));
    value_put(arena, map, STR("description"),
              value_text(arena, language_says(language, PHRASE_PROPOSED_HELP)));
    value_put(arena, map, STR("type"), value_text(arena, STR("object")));
    value_put(arena, map, STR("additionalProperties"), value_bool(false));
    value_put(arena, map, STR("properties"), properties);
    value_put(arena, map, STR("x-form"), value_bool(false));
    return map;
}

void proposals_declare(struct arena *arena, struct value *tree, const struct language *language,
                       struct diags *diags)
{
    static const struct str name = STR_INIT(FIELD_PROPOSED);
    struct value *fields = value_get(tree, STR("properties"));
    bool any = false;
    for (size_t i = 0; fields && fields->kind == VALUE_MAP && i < fields->map.len; i++)
        any = any || has_terms(fields->map.items[i].value);
    if (!any)
        return;
    const struct member *taken = value_member(fields, name);
    if (taken)
        collection_tell(diags, RULE_NAME_TAKEN, member_span(taken),
                        (struct detail){.args = {name, STR("x-terms")}});
    else
        entry_field_add(arena, tree, name, map_schema(arena, fields, language));
}

void proposals_count(struct schema *schema)
{
    schema->stand_ins = STR(FIELD_PROPOSED);
}

const struct schema *proposals_schema(const struct collection *collection, struct str field)
{
    const struct schema_property *proposed =
        schema_property(collection->schema, STR(FIELD_PROPOSED));
    const struct schema_property *list = proposed ? schema_property(proposed->schema, field) : NULL;
    return list ? list->schema : NULL;
}

/*
 * What entries have there.
 */

const struct value *entry_proposals(const struct entry *entry, const struct facet *facet)
{
    if (facet->vocabulary.len == 0 || facet->of_folder)
        return NULL;
    const struct value *list = value_get(entry->document->proposed, facet->field);
    return value_list_len(list) ? list : NULL;
}

struct str proposal_name(const struct value *proposal)
{
    const struct value *name = value_get(proposal, STR(FIELD_NAME));
    return name && !name->faulty ? value_str(name) : (struct str){0};
}

/*
 * The terms that they are, if they are no news.
 */

/* The names of a facet's terms, folded; made when a proposal is first looked up there. */
struct known_names {
    struct map terms;
    bool made;
};

struct proposals_checker {
    const struct collection *collection;
    struct diags *diags;
    struct arena arena;
    struct known_names *known; /* by the facet's number */
};

/* Returns the folded words of a name, with «aa» as «a», which «å» is folded to. */
static struct str folded_name(struct arena *arena, struct str name)
{
    struct str words = norwegian_words(arena, name);
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < words.len; i++)
        if (i == 0 || words.ptr[i] != 'a' || words.ptr[i - 1] != 'a')
            buf_byte(&out, words.ptr[i]);
    return buf_finish(&out, arena);
}

static void know(struct arena *arena, struct map *names, struct str name, const struct term *term)
{
    struct str folded = folded_name(arena, name);
    if (folded.len)
        map_add(names, folded, (void *)term);
}

static void know_all(struct arena *arena, struct map *names, const struct term *term)
{
    know(arena, names, term->id, term);
    know(arena, names, term->short_name.text, term);
    for (size_t i = 0; i < term->labels.len; i++)
        know(arena, names, term->labels.items[i].text, term);
    for (size_t i = 0; i < term->names.len; i++)
        know(arena, names, term->names.items[i].text, term);
}

static const struct map *names_of(struct proposals_checker *checker, const struct facet *facet)
{
    struct known_names *known = &checker->known[facet_number(&checker->collection->facets, facet)];
    if (known->made)
        return &known->terms;
    known->made = true;
    map_init(&known->terms, &checker->arena);
    for (size_t i = 0; i < facet->terms.len; i++)
        know_all(&checker->arena, &known->terms, facet->terms.items[i]);
    return &known->terms;
}

/* Returns the term that goes by the name, or by what stands in brackets in it or before them. */
static const struct term *same_term(struct proposals_checker *checker, const struct facet *facet,
                                    struct str name)
{
    const struct map *names = names_of(checker, facet);
    const struct term *term = map_get(names, folded_name(&checker->arena, name));
    size_t open = str_find_byte(name, '(');
    if (term || open == SIZE_MAX)
        return term;
    term = map_get(names, folded_name(&checker->arena, str_slice(name, 0, open)));
    return term ? term : map_get(names, folded_name(&checker->arena, str_from(name, open)));
}

/*
 * Returns the term whose name differs by a slip or two. A proposal is more often new than
 * misspelt, so less is a slip here than where an id must be one: a letter in six.
 */
static const struct term *near_term(struct proposals_checker *checker, const struct facet *facet,
                                    struct str name)
{
    enum { LETTERS_A_SLIP = 6 };
    const struct term *near = NULL;
    struct nearest nearest = nearest_to(name);
    size_t slips = (nearest.len + LETTERS_A_SLIP - 1) / LETTERS_A_SLIP;
    size_t candidates = diag_take_suggestion(checker->diags) ? facet->terms.len : 0;
    nearest.allowed = slips < nearest.allowed ? slips : nearest.allowed;
    for (size_t i = 0; i < nearest_among(candidates); i++) {
        size_t before = nearest.distance;
        if (facet->terms.items[i]->labels.len)
            nearest_try(&nearest, facet->terms.items[i]->labels.items[0].text);
        near = nearest.distance < before ? facet->terms.items[i] : near;
    }
    return near;
}

/*
 * The findings.
 */

/*
 * Returns the arguments of `samling new`. The writer copies the command into a shell, so a name
 * with a sign that means more there than itself is left to be written.
 */
static struct str arguments(struct arena *arena, const struct facet *facet, struct str name)
{
    bool plain = true;
    for (size_t i = 0; i < name.len; i++)
        plain = plain && str_find_byte(STR("\"\\$`!%"), name.ptr[i]) == SIZE_MAX;
    return STR_JOIN(arena, facet->vocabulary, STR(" \""), plain ? name : STR("…"), STR("\""));
}

static void check_proposal(struct proposals_checker *checker, const struct facet *facet,
                           const struct value *proposal)
{
    struct arena *arena = &checker->arena;
    struct str name = proposal_name(proposal);
    if (name.len == 0)
        return;
    const struct term *term = same_term(checker, facet, name);
    if (!term)
        term = near_term(checker, facet, name);
    struct str slug = slug_make(arena, name);
    struct detail detail = {
        .args = {name, facet->field, arguments(arena, facet, name), slug.len ? slug : STR("…")},
        .suggestion = term ? term->id : (struct str){0}};
    collection_tell(checker->diags, RULE_TERM_PROPOSED, value_get(proposal, STR(FIELD_NAME))->span,
                    detail);
}

static void check_entry(struct proposals_checker *checker, const struct entry *entry)
{
    const struct facet_list *facets = &checker->collection->facets;
    for (size_t f = 0; f < facets->len; f++) {
        const struct value *list = entry_proposals(entry, &facets->items[f]);
        for (size_t i = 0; i < value_list_len(list); i++)
            check_proposal(checker, &facets->items[f], list->list.items[i]);
    }
}

void proposals_check(const struct collection *collection, struct diags *diags)
{
    struct proposals_checker checker = {.collection = collection, .diags = diags};
    arena_init(&checker.arena);
    checker.known = arena_items(&checker.arena, struct known_names, collection->facets.len);
    for (size_t i = 0; i < collection->entries.len; i++)
        check_entry(&checker, collection->entries.items[i]);
    arena_release(&checker.arena);
}
