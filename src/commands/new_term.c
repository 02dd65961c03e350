#include "commands/new.h"

#include <stdio.h>

#include "base/die.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "collection/fields.h"
#include "collection/own_schemas.h"
#include "collection/proposals.h"
#include "collection/scaffold.h"

/*
 * Which vocabulary.
 */

/* Returns what stands after content/ and before a last slash, as a shell completes a path. */
static struct str folder_name(struct str written)
{
    if (str_starts(written, STR(CONTENT_FOLDER "/")))
        written = str_from(written, sizeof CONTENT_FOLDER);
    while (str_ends(written, STR("/")))
        written.len--;
    return written;
}

const struct facet *new_vocabulary(struct site *site, struct str written)
{
    const struct facet_list *facets = &site->collection.facets;
    struct str language = site->collection.settings.language, folder = folder_name(written);
    const struct facet *named = facet_of_vocabulary(facets, folder);
    for (size_t f = 0; !named && f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        bool same = new_is_same(&site->arena, label_noun(facet->names, language, 1), folder) ||
                    new_is_same(&site->arena, label_noun(facet->names, language, 2), folder);
        if (facet->vocabulary.len && same)
            named = facet;
    }
    return named;
}

struct str new_vocabularies(struct arena *arena, const struct collection *collection)
{
    struct str all = STR("");
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        if (facet_of_vocabulary(&collection->facets, facet->vocabulary) == facet)
            all = STR_JOIN(arena, all, all.len ? STR(", ") : STR(""), facet->vocabulary);
    }
    return all;
}

/*
 * Whether it can be made.
 */

/* Refuses a name that a term has already, in any of its forms. */
static void check_is_new(struct site *site, const struct facet *facet, struct str name,
                         struct str slug)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        if (str_eq(term->id, slug) || new_is_called(&site->arena, term, name))
            die(SAID("«%.*s» finnes fra før: %.*s; skriv id-en, %.*s, der den gjelder",
                     "“%.*s” exists already: %.*s; write its id, %.*s, where it belongs"),
                STR_ARG(name), STR_ARG(visible_text(&site->arena, term->document->source.path)),
                STR_ARG(term->id));
    }
}

/* Refuses a name that the schema of terms would reject once the file is there. */
static void check_term_name(struct site *site, struct str name)
{
    const struct schema *terms = builtin_schema(&site->arena, SCHEMA_TERM);
    const struct schema *schema = schema_property(terms, STR(FIELD_NAME))->schema;
    size_t length = utf8_count(name);
    if (length < schema->min_length || length > schema->max_length)
        die(SAID("navnet har %zu tegn, og skal ha %zu–%zu",
                 "the name has %zu characters, and must have %zu–%zu"),
            length, schema->min_length, schema->max_length);
}

static struct str term_slug(struct site *site, struct str name)
{
    struct str slug = slug_make(&site->arena, name);
    if (slug.len == 0)
        die(SAID("navnet «%.*s» har ingen bokstaver å lage filnavn av",
                 "the name “%.*s” has no letters to make a file name of"),
            STR_ARG(name));
    if (slug_is_reserved(slug))
        die(SAID("Windows kan ikke lagre en fil som heter «%.*s»; velg et lengre navn",
                 "Windows cannot store a file named “%.*s”; choose a longer name"),
            STR_ARG(slug));
    return slug;
}

/*
 * What entries have proposed.
 */

/* Returns the proposal of this name in an entry, or NULL. */
static const struct value *proposal_of(struct arena *arena, const struct entry *entry,
                                       const struct facet *facet, struct str name)
{
    const struct value *list = entry_proposals(entry, facet);
    for (size_t i = 0; i < value_list_len(list); i++)
        if (new_is_same(arena, proposal_name(list->list.items[i]), name))
            return list->list.items[i];
    return NULL;
}

static struct str proposed_url(struct site *site, const struct facet *facet, struct str name)
{
    struct str url = {0};
    for (size_t i = 0; url.len == 0 && i < site->collection.entries.len; i++)
        url =
            value_get_str(proposal_of(&site->arena, site->collection.entries.items[i], facet, name),
                          STR(FIELD_URL));
    return url;
}

/* Says where the new term is to be written, and which proposals it takes the place of. */
static void say_next(struct site *site, const struct facet *facet, struct str name, struct str slug)
{
    if (facet->of_folder) {
        fprintf(stderr,
                SAID("Nye tekster der lager du med samling new %.*s \"Tittel\".\n",
                     "New texts there are made with samling new %.*s \"Title\".\n"),
                STR_ARG(slug));
        return;
    }
    fprintf(stderr,
            SAID("Fyll ut det du vet i filen, og skriv %.*s i feltet «%.*s» der den gjelder.\n",
                 "Fill in what you know in the file, and write %.*s in the field “%.*s” where it "
                 "belongs.\n"),
            STR_ARG(slug), STR_ARG(facet->field));
    for (size_t i = 0; i < site->collection.entries.len; i++) {
        const struct entry *entry = site->collection.entries.items[i];
        if (proposal_of(&site->arena, entry, facet, name))
            fprintf(stderr,
                    SAID("Den er foreslått i %.*s: ta bort forslaget der.\n",
                         "It is proposed in %.*s: remove the proposal there.\n"),
                    STR_ARG(visible_text(&site->arena, entry->document->source.path)));
    }
}

void new_term(struct site *site, struct str root, const struct facet *facet, struct str name)
{
    struct str slug = term_slug(site, name);
    check_is_new(site, facet, name, slug);
    check_term_name(site, name);
    struct scaffold scaffold = {.language = language_or_english(site->collection.settings.language),
                                .title = name,
                                .url = proposed_url(site, facet, name)};
    struct buf text = BUF_INIT;
    scaffold_put_term(&text, &site->collection, &scaffold);
    struct str folder = collection_path(&site->arena, facet->vocabulary);
    new_add(site, root, STR_JOIN(&site->arena, folder, STR("/"), slug, STR(".md")), &text);
    say_next(site, facet, name, slug);
}
