#include "collection/unexplained.h"

#include "base/arena.h"
#include "base/map.h"
#include "collection/collection.h"
#include "writing/abbreviations.h"
#include "writing/rules.h"

/* Adds the abbreviations in a text to those that are known: a set, whose values are not used. */
static void know_words(struct map *known, struct str text)
{
    for (struct str abbreviation; abbreviations_next(&text, &abbreviation);)
        map_add(known, abbreviation, known);
}

static void know_names(struct map *known, const struct term_names *names)
{
    for (size_t i = 0; i < names->len; i++)
        know_words(known, names->items[i].text);
}

/* Only vocabularies explain: the terms of x-values and of open fields are just used. */
static void know_terms(struct map *known, const struct facet *facet)
{
    for (size_t i = 0; facet->vocabulary.len && i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        know_words(known, term->short_name.text);
        know_names(known, &term->labels);
        know_names(known, &term->names);
    }
}

static void know_synonyms(struct map *known, const struct synonyms *synonyms)
{
    for (size_t i = 0; i < synonyms->len; i++)
        for (size_t k = 0; k < synonyms->items[i].len; k++)
            know_words(known, synonyms->items[i].items[k].written);
}

void unexplained_check(const struct collection *collection, struct diags *diags)
{
    struct map known;
    struct arena scratch;
    arena_init(&scratch);
    map_init(&known, &scratch);
    for (size_t f = 0; f < collection->facets.len; f++)
        know_terms(&known, &collection->facets.items[f]);
    know_synonyms(&known, &collection->synonyms);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct abbreviations *abbreviations =
            &collection->documents.items[i].facts.abbreviations;
        for (size_t k = 0; k < abbreviations->len; k++) {
            const struct abbreviation *abbreviation = &abbreviations->items[k];
            if (!map_get(&known, abbreviation->text))
                writing_tell(diags, WRITING_ABBREVIATION, abbreviation->span,
                             (struct detail){.args = {abbreviation->text}});
        }
    }
    arena_release(&scratch);
}
