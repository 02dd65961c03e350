#include "search/parts.h"

#include <stdlib.h>

#include "base/escape.h"
#include "base/norwegian.h"
#include "plan/plan.h"
#include "search/code.h"

void search_put_string(struct buf *out, struct str text)
{
    buf_byte(out, '"');
    escape_json_in_html(out, text);
    buf_byte(out, '"');
}

void search_put_head(struct buf *out, const struct collection *collection, size_t entries_each)
{
    buf_format(out, "var samling_index={\"count\":%zu,\"entries_each\":%zu,\n\"letters\":\"",
               collection->entries.len, entries_each);
    norwegian_put_letters(out);
    buf_lit(out, "\",\n");
}

/* The comma between the items of a list. */
static void put_comma(struct buf *out, size_t number)
{
    if (number)
        buf_byte(out, ',');
}

/* The number of the main facet, or that of none. */
static size_t main_facet(const struct collection *collection)
{
    const struct facet *main = collection_main(collection);
    return main ? facet_number(&collection->facets, main) : collection->facets.len;
}

static void put_entry(struct buf *out, struct arena *scratch, const struct collection *collection,
                      const struct entry *entry)
{
    bool own = str_eq(entry->language, collection->settings.language);
    size_t main = main_facet(collection);
    buf_byte(out, '[');
    search_put_string(out, entry->title);
    buf_byte(out, ',');
    search_put_string(out, plan_entry_path(scratch, collection, entry));
    buf_byte(out, ',');
    search_put_string(out, entry->summary);
    buf_byte(out, ',');
    search_put_string(out, own ? STR("") : entry->language);
    buf_byte(out, ',');
    buf_number(out, entry->folder->number);
    buf_lit(out, ",[");
    for (size_t i = 0; main < collection->facets.len && i < entry->terms[main].len; i++) {
        put_comma(out, i);
        buf_number(out, entry->terms[main].items[i]->number);
    }
    buf_lit(out, "]]");
}

void search_put_entries(struct buf *out, const struct collection *collection, size_t from,
                        size_t to)
{
    struct arena scratch;
    arena_init(&scratch);
    buf_byte(out, '[');
    for (size_t i = from; i < to; i++) {
        put_comma(out, i - from);
        put_entry(out, &scratch, collection, collection->entries.items[i]);
    }
    buf_byte(out, ']');
    arena_release(&scratch);
}

static void put_term_names(struct buf *out, const struct facet *facet, struct str language)
{
    buf_byte(out, '[');
    for (size_t i = 0; i < facet->terms.len; i++) {
        put_comma(out, i);
        search_put_string(out, label_text(facet->terms.items[i]->names, language));
    }
    buf_byte(out, ']');
}

void search_put_names(struct buf *out, const struct collection *collection)
{
    struct str language = collection->settings.language;
    size_t main = main_facet(collection);
    buf_byte(out, '[');
    put_term_names(out, collection_folders(collection), language);
    buf_byte(out, ',');
    if (main < collection->facets.len)
        put_term_names(out, &collection->facets.items[main], language);
    else
        buf_lit(out, "[]");
    buf_byte(out, ']');
}

static void put_facet_term(struct buf *out, struct arena *scratch, const struct term *term,
                           struct str language)
{
    uint32_t *numbers = arena_items(scratch, uint32_t, term->entries.len);
    for (size_t i = 0; i < term->entries.len; i++)
        numbers[i] = (uint32_t)term->entries.items[i]->number;
    buf_byte(out, '[');
    search_put_string(out, term->id);
    buf_byte(out, ',');
    search_put_string(out, label_text(term->names, language));
    buf_lit(out, ",\"");
    search_code_put(out, numbers, term->entries.len);
    buf_lit(out, "\"]");
}

static void put_facet(struct buf *out, const struct facet *facet, struct str language)
{
    struct arena scratch;
    arena_init(&scratch);
    buf_lit(out, "{\"field\":");
    search_put_string(out, facet->field);
    buf_lit(out, ",\"terms\":[");
    for (size_t i = 0; i < facet->terms.len; i++) {
        put_comma(out, i);
        put_facet_term(out, &scratch, facet->terms.items[i], language);
        arena_reset(&scratch);
    }
    buf_lit(out, "]}");
    arena_release(&scratch);
}

void search_put_facets(struct buf *out, const struct collection *collection)
{
    size_t count = 0;
    buf_byte(out, '[');
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].path.len) {
            put_comma(out, count++);
            put_facet(out, &collection->facets.items[f], collection->settings.language);
        }
    buf_byte(out, ']');
}

void search_put_list(struct buf *out, const struct search_word *word)
{
    uint32_t *numbers = memory_resize(NULL, word->uses.len * sizeof *numbers);
    size_t commas = 0;
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
