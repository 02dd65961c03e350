#include "base/map.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "collection/entry_fields.h"
#include "collection/fields.h"
#include "collection/shares.h"
#include "pages/editor_parts.h"

/* How much there is in each language, and what is filled in of what may be. */

/* Appends what the schema calls a language, and its tag. */
static void put_language_name(struct editor_page *page, struct str tag)
{
    const struct collection *collection = page->inputs->collection;
    const struct schema_property *field = schema_property(collection->schema, STR(FIELD_LANG));
    const struct value *labels = field ? value_get(field->schema->keywords, STR("x-labels")) : NULL;
    const struct value *label = labels ? value_get(labels, tag) : NULL;
    if (label) {
        editor_label(page, label);
        buf_byte(page->out, ' ');
    }
    buf_lit(page->out, "<code>");
    editor_text(page, tag);
    buf_lit(page->out, "</code>");
}

/* A cell with a number and its share of a whole. */
static void put_number_and_share(struct editor_page *page, size_t part, size_t whole)
{
    editor_number(page, part);
    buf_lit(page->out, "<td class=\"n\">");
    editor_percent(page, part, whole);
    buf_lit(page->out, "</td>");
}

/* Section 13 of the language act (LOV-2021-05-21-42) is about these two. */
static bool is_in_norwegian_forms(const struct shares *shares)
{
    for (size_t i = 0; i < shares->len; i++)
        if (str_eq(shares->items[i]->language, STR("nb")) ||
            str_eq(shares->items[i]->language, STR("nn")))
            return true;
    return false;
}

size_t editor_put_languages(struct editor_page *page)
{
    const struct collection *collection = page->inputs->collection;
    struct shares shares = shares_of(page->scratch, collection);
    editor_table(page, SAID("Hvor mye på hvert språk", "How much in each language"));
    editor_column(page, SAID("Språk", "Language"), EDITOR_TEXTS);
    buf_lit(page->out, "<th scope=\"col\" class=\"n\">");
    editor_noun(page, collection->entries.len);
    buf_lit(page->out, "</th>");
    editor_column(page, SAID("Andel", "Share"), EDITOR_NUMBERS);
    editor_column(page, SAID("Ord i alt", "Words in all"), EDITOR_NUMBERS);
    editor_column(page, SAID("Andel", "Share"), EDITOR_NUMBERS);
    editor_rows(page);
    for (size_t i = 0; i < shares.len; i++) {
        buf_lit(page->out, "<tr><th scope=\"row\">");
        put_language_name(page, shares.items[i]->language);
        buf_lit(page->out, "</th>");
        put_number_and_share(page, shares.items[i]->entries, collection->entries.len);
        put_number_and_share(page, shares.items[i]->words, shares.words);
        buf_lit(page->out, "</tr>\n");
    }
    editor_table_end(page);
    if (is_in_norwegian_forms(&shares))
        buf_put(page->out, str_of(SAID("<p>Statsorganer skal over tid bruke minst 25 % av hver "
                                       "målform (språklova § 13).</p>\n",
                                       "<p>Central government in Norway is to use at least 25% of "
                                       "each written form over time (the Language Act, section "
                                       "13).</p>\n")));
    return shares.len;
}

/*
 * Fields
 */

static bool is_filled(const struct value *value)
{
    if (!value || value->kind == VALUE_NULL)
        return false;
    if (value->kind == VALUE_LIST)
        return value->list.len > 0;
    return value->kind != VALUE_TEXT || value->text.len > 0;
}

static size_t count_filled(const struct collection *collection, struct str field)
{
    size_t count = 0;
    for (size_t i = 0; i < collection->entries.len; i++)
        count += is_filled(value_get(collection->entries.items[i]->document->fields, field));
    return count;
}

static void put_share_row(struct editor_page *page, struct str name, size_t part, size_t whole)
{
    buf_lit(page->out, "<tr><th scope=\"row\">");
    editor_text_in(page, name, page->inputs->collection->settings.language);
    buf_format(
        page->out,
        "</th><td><meter min=\"0\" max=\"%zu\" value=\"%zu\" aria-hidden=\"true\"></meter></td>",
        whole ? whole : 1, part);
    editor_number(page, whole);
    put_number_and_share(page, part, whole);
    buf_lit(page->out, "</tr>\n");
}

static void put_share_heads(struct editor_page *page, const char *caption, const char *what)
{
    editor_table(page, caption);
    editor_column(page, what, EDITOR_TEXTS);
    buf_lit(page->out, "<td class=\"bar\"></td>");
    editor_column(page, SAID("Kan ha", "May have"), EDITOR_NUMBERS);
    editor_column(page, SAID("Har", "Have"), EDITOR_NUMBERS);
    editor_column(page, SAID("Andel", "Share"), EDITOR_NUMBERS);
    editor_rows(page);
}

/* Appends the fields that need not be filled in, and returns how many of them nobody fills in. */
static size_t put_optional_fields(struct editor_page *page)
{
    const struct collection *collection = page->inputs->collection;
    const struct schema_properties *properties = &collection->schema->properties;
    size_t empty = 0;
    put_share_heads(page, SAID("Felt som ikke må fylles ut", "Fields that need not be filled in"),
                    SAID("Felt", "Field"));
    for (size_t i = 0; i < properties->len; i++) {
        const struct schema_property *property = &properties->items[i];
        if (property->required || !entry_field_is_told(property->name))
            continue;
        size_t filled = count_filled(collection, property->name);
        struct str name = marks_name(property, collection->settings.language);
        put_share_row(page, name, filled, collection->entries.len);
        empty += filled == 0;
    }
    editor_table_end(page);
    return empty;
}

/*
 * Sections of the text
 */

struct due_section {
    struct str title;
    size_t due, written;
};

struct due_sections {
    struct due_section **items;
    size_t len, cap;
    struct map by_title; /* folded */
};

static struct str section_folded(struct arena *arena, struct str text)
{
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, text);
    return buf_finish(&folded, arena);
}

static struct due_section *due_section_of(struct due_sections *sections, struct arena *arena,
                                          struct str title)
{
    struct str key = section_folded(arena, title);
    struct due_section *section = map_get(&sections->by_title, key);
    if (section)
        return section;
    section = arena_new(arena, struct due_section);
    section->title = title;
    map_add(&sections->by_title, key, section);
    vec_push(arena, sections, section);
    return section;
}

/* Titles are in the site's language, so the sections of other texts cannot be found. */
static void count_sections(struct editor_page *page, struct due_sections *sections,
                           const struct entry *entry)
{
    const struct collection *collection = page->inputs->collection;
    struct str kind = value_get_str(entry->document->fields, collection->kind.sectioned);
    const struct value *titles = entry_sections(&collection->kind, kind);
    struct map headings;
    if (!titles || !str_eq(entry->language, collection->settings.language))
        return;
    map_init(&headings, page->scratch);
    for (size_t i = 0; i < entry->document->body.headings.len; i++) {
        struct heading *heading = &entry->document->body.headings.items[i];
        map_add(&headings, section_folded(page->scratch, heading->text), heading);
    }
    for (size_t i = 0; i < value_list_len(titles); i++) {
        struct str title = value_get_str(titles->list.items[i], STR("title"));
        struct due_section *section = due_section_of(sections, page->scratch, title);
        section->due++;
        section->written += map_get(&headings, section_folded(page->scratch, title)) != NULL;
    }
}

static void put_text_sections(struct editor_page *page)
{
    const struct collection *collection = page->inputs->collection;
    struct due_sections sections = {0};
    map_init(&sections.by_title, page->scratch);
    for (size_t i = 0; collection->kind.sections && i < collection->entries.len; i++)
        count_sections(page, &sections, collection->entries.items[i]);
    if (!sections.len)
        return;
    put_share_heads(page, SAID("Avsnitt i teksten", "Sections of the text"),
                    SAID("Avsnitt", "Section"));
    for (size_t i = 0; i < sections.len; i++)
        put_share_row(page, sections.items[i]->title, sections.items[i]->written,
                      sections.items[i]->due);
    editor_table_end(page);
}

size_t editor_put_fields(struct editor_page *page)
{
    size_t empty = put_optional_fields(page);
    put_text_sections(page);
    return empty;
}
