#include "search/parts.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/norwegian.h"
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

void search_put_head(struct buf *out, const struct search_documents *documents, size_t entries_each)
{
    const struct collection *collection = documents->collection;
    buf_format(out, "var samling_index={\"count\":%zu,\"places\":%zu,\"entries_each\":%zu,\n",
               collection->entries.len, search_documents_places(documents), entries_each);
    buf_lit(out, "\"letters\":\"");
    norwegian_put_letters(out);
    buf_lit(out, "\",\n\"stop_words\":\"");
    put_stop_words(out, collection);
    buf_lit(out, "\",\n\"endings\":\"");
    language_put_words(out, language_of(collection->settings.language), WORDS_ENDINGS);
    buf_lit(out, "\",\n\"doubling\":\"");
    language_put_words(out, language_of(collection->settings.language), WORDS_DOUBLING);
    buf_lit(out, "\",\n");
}

/* Returns the number of the main facet; without one, a number that no facet has. */
static size_t main_facet_number(const struct collection *collection)
{
    const struct facet *main = collection_main(collection);
    return main ? facet_number(&collection->facets, main) : collection->facets.len;
}

/* Puts a text that is shown with a hit, or, if it is long, its beginning, to the end of a word. */
static void put_shown(struct json *json, struct arena *scratch, struct str text)
{
    size_t cut = norwegian_cut(text, SEARCH_SHOWN_MAX);
    if (cut == text.len) {
        json_put_text(json, text);
        return;
    }
    size_t blank = str_rfind_byte(str_slice(text, 0, cut + 1), ' ');
    bool in_word = blank == SIZE_MAX || blank < cut / 2;
    struct str start = str_slice(text, 0, in_word ? cut : blank);
    json_put_text(json, STR_JOIN(scratch, start, in_word ? STR("…") : STR(" …")));
}

static void put_main_terms(struct json *json, const struct collection *collection,
                           const struct entry *entry)
{
    size_t main = main_facet_number(collection);
    json_open_list(json, JSON_TIGHT);
    for (size_t i = 0; entry && main < collection->facets.len && i < entry->terms[main].len; i++)
        json_put_number(json, entry->terms[main].items[i]->number);
    json_close(json);
}

static void put_document(struct json *json, struct arena *scratch,
                         const struct collection *collection,
                         const struct search_document *document)
{
    const struct entry *entry = document->entry;
    bool own = str_eq(document->language, collection->settings.language);
    json_open_list(json, JSON_TIGHT);
    put_shown(json, scratch, document->title);
    json_put_text(json, entry ? plan_entry_path(scratch, collection, entry) : document->path);
    put_shown(json, scratch, document->summary);
    json_put_text(json, own ? STR("") : document->language);
    json_put_number(json, entry ? entry->folder->number : document->kind);
    put_main_terms(json, collection, entry);
    json_close(json);
}

void search_put_entries(struct buf *out, const struct search_documents *documents, size_t from,
                        size_t to)
{
    struct json json = script_json(out);
    struct arena scratch;
    arena_init(&scratch);
    json_open_list(&json, JSON_TIGHT);
    for (size_t i = from; i < to; i++)
        put_document(&json, &scratch, documents->collection, &documents->items[i]);
    json_close(&json);
    arena_release(&scratch);
}

static void put_term_names(struct json *json, const struct facet *facet, struct str language)
{
    for (size_t i = 0; facet && i < facet->terms.len; i++)
        json_put_text(json, label_text(facet->terms.items[i]->label, language));
}

/* In the order of their numbers (documents.c); last those that have no noun. */
static void put_kind_nouns(struct json *json, const struct facet_list *facets, struct str language)
{
    for (size_t f = 0; f < facets->len; f++)
        if (facets->items[f].path.len)
            json_put_text(json, label_noun(facets->items[f].names, language, 1));
    json_put_text(json, STR(""));
}

void search_put_names(struct buf *out, const struct collection *collection)
{
    struct json json = script_json(out);
    struct str language = collection->settings.language;
    json_open_list(&json, JSON_TIGHT);
    json_open_list(&json, JSON_TIGHT);
    put_term_names(&json, collection_folders(collection), language);
    put_kind_nouns(&json, &collection->facets, language);
    json_close(&json);
    json_open_list(&json, JSON_TIGHT);
    put_term_names(&json, collection_main(collection), language);
    json_close(&json);
    json_close(&json);
}

static void put_facet_term(struct json *json, struct arena *scratch, const struct term *term,
                           struct str language)
{
    uint32_t *numbers = arena_items(scratch, uint32_t, term->entries.len);
    for (size_t i = 0; i < term->entries.len; i++)
        numbers[i] = (uint32_t)term->entries.items[i]->number;
    json_open_list(json, JSON_TIGHT);
    json_put_text(json, term->id);
    json_put_text(json, label_text(term->label, language));
    struct buf *out = json_raw(json); /* no letter of the code needs an escape */
    buf_byte(out, '"');
    search_code_put(out, numbers, term->entries.len);
    buf_byte(out, '"');
    json_close(json);
}

static void put_facet(struct json *json, const struct facet *facet, struct str language)
{
    struct arena scratch;
    arena_init(&scratch);
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("field"), facet->field);
    json_key(json, STR("terms"));
    json_open_list(json, JSON_TIGHT);
    for (size_t i = 0; i < facet->terms.len; i++) {
        put_facet_term(json, &scratch, facet->terms.items[i], language);
        arena_reset(&scratch);
    }
    json_close(json);
    json_close(json);
    arena_release(&scratch);
}

void search_put_facets(struct buf *out, const struct collection *collection)
{
    struct json json = script_json(out);
    json_open_list(&json, JSON_TIGHT);
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].path.len)
            put_facet(&json, &collection->facets.items[f], collection->settings.language);
    json_close(&json);
}

void search_put_list(struct buf *out, const struct search_word *word)
{
    uint32_t *numbers = memory_resize(NULL, word->uses.len * sizeof *numbers);
    size_t commas = 0; /* due before the next set; so none follow the last that is not empty */
    for (unsigned field = 0; field < SEARCH_FIELDS; field++, commas++) {
        size_t count = 0;
        for (size_t i = 0; i < word->uses.len; i++)
            if (word->uses.items[i] >> field & 1)
                numbers[count++] = word->uses.items[i] >> SEARCH_FIELDS;
        for (; count && commas; commas--)
            buf_byte(out, ',');
        search_code_put(out, numbers, count);
    }
    free(numbers);
}
