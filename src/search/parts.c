#include "search/parts.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "plan/paths.h"
#include "search/code.h"

static struct json script_json(struct buf *out)
{
    struct json json = json_into(out);
    json.in_html = true;
    return json;
}

void search_put_string(struct buf *out, struct str text)
{
    struct json json = script_json(out);
    json_put_text(&json, text);
}

/* Those of the language, and those that the collection adds. JSON needs no escape for words. */
static void put_stop_words(struct buf *out, const struct collection *collection)
{
    const struct value *own = value_get(collection->settings.fields, STR(FIELD_STOP_WORDS));
    language_put_words(out, language_of(collection->settings.language), WORDS_STOP_WORDS);
    for (size_t i = 0; own && own->kind == VALUE_LIST && i < own->list.len; i++) {
        buf_byte(out, ' ');
        norwegian_put_words(out, value_str(own->list.items[i]));
    }
}

/* Puts what is shown of a place. Of an entry the page itself shows more. */
static void put_shown_place(struct json *json, const struct collection *collection,
                            const struct search_document *place)
{
    bool own = str_eq(place->language, collection->settings.language);
    json_open_list(json, JSON_TIGHT);
    json_put_text(json, place->title);
    json_put_text(json, place->path);
    json_put_text(json, own ? STR("") : place->language);
    json_put_text(json, place->kind);
    json_close(json);
}

static void put_places(struct buf *out, const struct search_documents *documents)
{
    struct json json = script_json(out);
    json_open_list(&json, JSON_TIGHT);
    for (size_t i = documents->collection->entries.len; i < documents->len; i++)
        put_shown_place(&json, documents->collection, &documents->items[i]);
    json_close(&json);
}

void search_put_head(struct buf *out, const struct search_documents *documents)
{
    const struct collection *collection = documents->collection;
    buf_format(out, "var samling_index={\"count\":%zu,\n\"places\":", collection->entries.len);
    put_places(out, documents);
    buf_lit(out, ",\n\"letters\":\"");
    norwegian_put_letters(out);
    buf_lit(out, "\",\n\"stop_words\":\"");
    put_stop_words(out, collection);
    buf_lit(out, "\",\n\"endings\":\"");
    language_put_words(out, language_of(collection->settings.language), WORDS_ENDINGS);
    buf_lit(out, "\",\n\"doubling\":\"");
    language_put_words(out, language_of(collection->settings.language), WORDS_DOUBLING);
    buf_lit(out, "\",\n");
}

void search_put_facets(struct buf *out, const struct collection *collection)
{
    struct json json = script_json(out);
    json_open_list(&json, JSON_TIGHT);
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].path.len)
            json_put_text(&json, collection->facets.items[f].field);
    json_close(&json);
}

static struct str set_of(struct arena *arena, struct buf *scratch, const struct term *term)
{
    uint32_t *numbers = memory_resize(NULL, term->entries.len * sizeof *numbers);
    for (size_t i = 0; i < term->entries.len; i++)
        numbers[i] = (uint32_t)term->entries.items[i]->number;
    buf_clear(scratch);
    search_code_put(scratch, numbers, term->entries.len);
    free(numbers);
    return str_copy(arena, buf_str(scratch));
}

void search_sets_make(struct search_sets *sets, struct arena *arena,
                      const struct collection *collection)
{
    struct buf scratch = BUF_INIT;
    *sets = (struct search_sets){0};
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        for (size_t i = 0; facet->path.len && i < facet->terms.len; i++) {
            const struct term *term = facet->terms.items[i];
            vec_push(arena, sets,
                     ((struct search_set){facet, term, set_of(arena, &scratch, term), false}));
        }
    }
    buf_release(&scratch);
}

static void put_term(struct json *json, const struct search_set *set, struct str language)
{
    json_open_list(json, JSON_TIGHT);
    json_put_text(json, set->facet->field);
    json_put_text(json, set->term->id);
    json_put_text(json, label_text(set->term->label, language));
    json_put_text(json, set->text);
    if (set->elsewhere)
        json_put_number(json, set->term->entries.len);
    json_close(json);
}

size_t search_put_terms(struct buf *out, const struct search_sets *sets, struct str language,
                        size_t from, size_t enough)
{
    struct json json = script_json(out);
    size_t at = from;
    json_open_list(&json, JSON_TIGHT);
    for (; at < sets->len && (at == from || out->len < enough); at++)
        put_term(&json, &sets->items[at], language);
    json_close(&json);
    return at;
}

void search_put_list(struct buf *out, const struct search_word *word)
{
    size_t len = word->uses.len, counts[SEARCH_FIELDS] = {0};
    uint32_t *numbers = memory_resize(NULL, SEARCH_FIELDS * len * sizeof *numbers);
    for (size_t i = 0; i < len; i++)
        for (unsigned field = 0; field < SEARCH_FIELDS; field++) {
            numbers[field * len + counts[field]] = word->uses.items[i] >> SEARCH_FIELDS;
            counts[field] += word->uses.items[i] >> field & 1;
        }
    size_t commas = 0; /* due before the next set; so none follow the last that is not empty */
    for (unsigned field = 0; field < SEARCH_FIELDS; field++, commas++) {
        for (; counts[field] && commas; commas--)
            buf_byte(out, ',');
        search_code_put(out, numbers + field * len, counts[field]);
    }
    free(numbers);
}
