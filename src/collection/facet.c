#include "collection/facet.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/norwegian.h"
#include "base/slug.h"
#include "base/vec.h"
#include "collection/document.h"
#include "collection/fields.h"
#include "collection/label.h"

size_t facet_number(const struct facet_list *facets, const struct facet *facet)
{
    return (size_t)(facet - facets->items);
}

const struct facet *facet_of_vocabulary(const struct facet_list *facets, struct str vocabulary)
{
    for (size_t f = 0; vocabulary.len && f < facets->len; f++)
        if (str_eq(facets->items[f].vocabulary, vocabulary))
            return &facets->items[f];
    return NULL;
}

const struct facet *facet_of_field(const struct facet_list *facets, struct str field)
{
    for (size_t f = 0; f < facets->len; f++)
        if (str_eq(facets->items[f].field, field))
            return &facets->items[f];
    return NULL;
}

bool facet_has_names(const struct facet *facet)
{
    return !facet->open && !facet->of_truth;
}

struct term *facet_term(const struct facet *facet, struct str id)
{
    return map_get(&facet->by_id, id);
}

struct str facet_id(struct arena *arena, const struct value *value)
{
    return value_scalar(arena, value);
}

struct str facet_slug(struct arena *arena, const struct value *value)
{
    struct str id = facet_id(arena, value);
    bool number = value->kind == VALUE_INT || value->kind == VALUE_REAL;
    if (number && str_starts(id, STR("-")))
        id = STR_JOIN(arena, STR("minus"), id);
    return slug_make(arena, id);
}

struct term *facet_add(struct arena *arena, struct facet *facet, struct str id, struct str slug)
{
    struct term *term = arena_new(arena, struct term);
    *term = (struct term){.facet = facet, .id = id, .slug = slug, .order = INT64_MAX};
    if (facet->path.len)
        term->path = STR_JOIN(arena, facet->path, STR("/"), slug, STR(".html"));
    vec_push(arena, &facet->terms, term);
    map_add(&facet->by_id, id, term);
    return term;
}

static struct term_name term_name_of(struct arena *arena, struct str text)
{
    return (struct term_name){text, norwegian_words(arena, text)};
}

static void add_term_name(struct arena *arena, struct term_names *names, struct str text)
{
    if (text.len)
        vec_push(arena, names, term_name_of(arena, text));
}

/* A label of x-values may have a summary beside its languages, which is not a name. */
static void add_labels(struct arena *arena, struct term *term, struct str language)
{
    const struct value *label = term->label;
    struct str own = label_text(label, language);
    add_term_name(arena, &term->labels, own);
    for (size_t i = 0; label && label->kind == VALUE_MAP && i < label->map.len; i++) {
        struct str text = value_str(label->map.items[i].value);
        if (text.ptr != own.ptr && !str_eq(label->map.items[i].key, STR(FIELD_SUMMARY)))
            add_term_name(arena, &term->labels, text);
    }
}

void facet_name(struct arena *arena, struct term *term, struct str language)
{
    const struct value *fields = term->document ? term->document->fields : NULL;
    const struct value *names = value_get(fields, STR(FIELD_NAMES));
    add_labels(arena, term, language);
    term->short_name = term_name_of(arena, value_get_str(fields, STR(FIELD_SHORT)));
    for (size_t i = 0; names && names->kind == VALUE_LIST && i < names->list.len; i++)
        add_term_name(arena, &term->names, value_str(names->list.items[i]));
}

/* Ids have no leading zeros: the longer one is farther from zero, and below it comes first. */
static int terms_by_number(const struct term *a, const struct term *b)
{
    bool below = str_starts(a->id, STR("-")), other_below = str_starts(b->id, STR("-"));
    if (below != other_below)
        return below ? -1 : 1;
    int order = (a->id.len > b->id.len) - (a->id.len < b->id.len);
    if (order == 0)
        order = str_cmp(a->id, b->id);
    return below ? -order : order;
}

static int terms_by_order(const void *left, const void *right)
{
    const struct term *a = *(struct term *const *)left, *b = *(struct term *const *)right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->facet->order == FACET_BY_NUMBER)
        return terms_by_number(a, b);
    int order = str_cmp(a->key, b->key);
    return order ? order : str_cmp(a->id, b->id);
}

void facet_sort(struct arena *arena, struct facet *facet, struct str language)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        struct term *term = facet->terms.items[i];
        term->key = norwegian_key(arena, label_text(term->label, language), NORWEGIAN_NAMES);
    }
    if (facet->terms.len)
        qsort(facet->terms.items, facet->terms.len, sizeof(struct term *), terms_by_order);
    for (size_t i = 0; i < facet->terms.len; i++)
        facet->terms.items[i]->number = i;
}

/* Whether a title is one of these nouns, or begins with one: «Typer oppskrifter», of type, typer.
 */
static bool begins_with_noun(struct arena *arena, struct str title, const struct facet *facet,
                             struct str language)
{
    struct str words = norwegian_words(arena, title);
    for (size_t count = 1; count <= 2; count++) {
        struct str noun = norwegian_words(arena, label_noun(facet->names, language, count));
        if (noun.len && str_starts(words, noun))
            return true;
    }
    return false;
}

struct str facet_heading(struct arena *arena, const struct facet *facet, struct str language,
                         size_t count)
{
    struct str title = label_text(facet->title, language);
    bool noun = title.len == 0 || begins_with_noun(arena, title, facet, language);
    return noun ? label_noun(facet->names, language, count) : title;
}
