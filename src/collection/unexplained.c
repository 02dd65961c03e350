#include "collection/unexplained.h"

#include "base/arena.h"
#include "base/map.h"
#include "collection/collection.h"
#include "writing/abbreviations.h"
#include "writing/rules.h"

static void add_words(struct map *known, struct str text)
{
    for (struct str abbreviation; abbreviations_next(&text, &abbreviation);)
        map_add(known, abbreviation, known);
}

static void add_terms(struct map *known, const struct collection *collection)
{
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = &collection->documents.items[i];
        const struct value *names = value_get(document->fields, STR("names"));
        if (document->kind != DOCUMENT_TERM)
            continue;
        add_words(known, value_get_str(document->fields, STR("short")));
        add_words(known, value_get_str(document->fields, STR("name")));
        for (size_t k = 0; names && names->kind == VALUE_LIST && k < names->list.len; k++)
            add_words(known, value_str(names->list.items[k]));
    }
}

static void add_synonyms(struct map *known, const struct synonyms *synonyms)
{
    for (size_t i = 0; i < synonyms->len; i++)
        for (size_t k = 0; k < synonyms->items[i].len; k++)
            add_words(known, synonyms->items[i].items[k].written);
}

void unexplained_check(const struct collection *collection, struct diags *diags)
{
    struct map known;
    struct arena scratch;
    arena_init(&scratch);
    map_init(&known, &scratch);
    add_terms(&known, collection);
    add_synonyms(&known, &collection->synonyms);
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
