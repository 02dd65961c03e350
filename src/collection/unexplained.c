#include "collection/unexplained.h"

#include "base/arena.h"
#include "base/vec.h"
#include "collection/collection.h"
#include "writing/abbreviations.h"
#include "writing/rules.h"

static void know_words(struct explained *explained, struct str text)
{
    for (struct str abbreviation; abbreviations_next(&text, &abbreviation);) {
        if (map_get(&explained->known, abbreviation))
            continue;
        map_add(&explained->known, abbreviation, explained);
        vec_push(explained->arena, explained, abbreviation);
    }
}

static void know_names(struct explained *explained, const struct term_names *names)
{
    for (size_t i = 0; i < names->len; i++)
        know_words(explained, names->items[i].text);
}

/* Only vocabularies explain: the terms of x-values and of open fields are just used. */
static void know_terms(struct explained *explained, const struct facet *facet)
{
    for (size_t i = 0; facet->vocabulary.len && i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        know_words(explained, term->short_name.text);
        know_names(explained, &term->labels);
        know_names(explained, &term->names);
    }
}

static void know_synonyms(struct explained *explained, const struct synonyms *synonyms)
{
    for (size_t i = 0; i < synonyms->len; i++)
        for (size_t k = 0; k < synonyms->items[i].len; k++)
            know_words(explained, synonyms->items[i].items[k].written);
}

void unexplained_known(const struct collection *collection, struct arena *arena,
                       struct explained *explained)
{
    *explained = (struct explained){.arena = arena};
    map_init(&explained->known, arena);
    for (size_t f = 0; f < collection->facets.len; f++)
        know_terms(explained, &collection->facets.items[f]);
    know_synonyms(explained, &collection->synonyms);
}

void unexplained_check(const struct collection *collection, struct diags *diags)
{
    struct arena scratch;
    struct explained explained;
    arena_init(&scratch);
    unexplained_known(collection, &scratch, &explained);
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct abbreviations *abbreviations =
            &collection->documents.items[i]->facts.abbreviations;
        for (size_t k = 0; k < abbreviations->len; k++) {
            const struct abbreviation *abbreviation = &abbreviations->items[k];
            if (!map_get(&explained.known, abbreviation->text))
                writing_tell(diags, WRITING_ABBREVIATION, abbreviation->span,
                             (struct detail){.args = {abbreviation->text}});
        }
    }
    arena_release(&scratch);
}
