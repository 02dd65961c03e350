#include <stdlib.h>

#include "base/vec.h"
#include "collection/fields.h"
#include "pages/editor_parts.h"

/* When entries are to be looked at again, and how old what they tell is. */

enum { SOON_DAYS = 90, YEARS = 10000 };

struct due {
    const struct entry *entry;
    struct str day;
};

struct dues {
    struct due *items;
    size_t len, cap;
};

static int compare_due(const void *left, const void *right)
{
    const struct due *a = left, *b = right;
    int order = str_cmp(a->day, b->day);
    return order ? order
                 : (a->entry->number > b->entry->number) - (a->entry->number < b->entry->number);
}

static struct str date_in(const struct entry *entry, struct str field, struct date *date)
{
    struct str text = value_get_str(entry->document->fields, field);
    return date_parse(text, date) ? text : (struct str){0};
}

/* Returns those that were due before a day; of those that were due before `from`, none. */
static struct dues dues_until(struct editor_page *page, struct date from, struct date until)
{
    const struct collection *collection = page->inputs->collection;
    struct dues dues = {0};
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        struct date date;
        struct str day = date_in(entry, STR(FIELD_REVIEW), &date);
        if (day.len && date_is_past(date, until) && !date_is_past(date, from))
            vec_push(page->scratch, &dues, ((struct due){entry, day}));
    }
    if (dues.len)
        qsort(dues.items, dues.len, sizeof *dues.items, compare_due);
    return dues;
}

static void put_dues(struct editor_page *page, const struct dues *dues, const char *caption)
{
    editor_table(page, caption);
    editor_column(page, SAID("Dato", "Date"), EDITOR_TEXTS);
    editor_column(page, SAID("Tittel", "Title"), EDITOR_TEXTS);
    editor_column(page, SAID("Fil", "File"), EDITOR_TEXTS);
    editor_rows(page);
    size_t shown = dues->len < EDITOR_LISTED_MAX ? dues->len : EDITOR_LISTED_MAX;
    for (size_t i = 0; i < shown; i++) {
        buf_lit(page->out, "<tr><td>");
        editor_text(page, dues->items[i].day);
        buf_lit(page->out, "</td><th scope=\"row\">");
        editor_entry(page, dues->items[i].entry);
        buf_lit(page->out, "</th><td>");
        editor_place(page, dues->items[i].entry->document->source.path, 0);
        buf_lit(page->out, "</td></tr>\n");
    }
    editor_table_end(page);
    editor_more(page, dues->len - shown);
}

/* Says how many nobody has set a date for. */
static void put_undue(struct editor_page *page)
{
    const struct collection *collection = page->inputs->collection;
    size_t without = 0;
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct date date;
        without += !date_in(collection->entries.items[i], STR(FIELD_REVIEW), &date).len;
    }
    buf_format(page->out,
               SAID("<p>%zu av %zu har ingen dato for når de bør ses gjennom.</p>\n",
                    "<p>%zu of %zu have no date to be looked at again.</p>\n"),
               without, collection->entries.len);
}

size_t editor_put_due(struct editor_page *page)
{
    struct date today = page->inputs->today;
    const struct schema *schema = page->inputs->collection->schema;
    if (!schema_property(schema, STR(FIELD_REVIEW))) {
        editor_nothing(page, SAID("Skjemaet har ikke feltet <code>review</code>, så det er ikke "
                                  "sagt når noe bør ses gjennom.",
                                  "The schema has no field <code>review</code>, so nobody has said "
                                  "when to look at anything again."));
        return 0;
    }
    if (!today.year) {
        editor_nothing(page, SAID("Dagen er ikke kjent.", "The day is not known."));
        return 0;
    }
    struct dues past = dues_until(page, (struct date){0}, today);
    struct dues soon = dues_until(page, today, date_after(today, SOON_DAYS + 1));
    if (past.len)
        put_dues(page, &past, SAID("Forbi datoen", "Past the date"));
    else
        editor_nothing(page, SAID("Ingen er forbi datoen.", "None is past its date."));
    if (soon.len)
        put_dues(page, &soon, SAID("De neste 90 dagene", "In the next 90 days"));
    put_undue(page);
    return past.len;
}

/*
 * Ages
 */

struct dated_field {
    const struct schema_property *property;
    size_t *by_year;
    size_t without;
};

struct dated_fields {
    struct dated_field *items;
    size_t len, cap;
};

/* A date to look at something again says nothing of its age. */
static struct dated_fields dated_fields_of(struct editor_page *page)
{
    const struct schema_properties *properties = &page->inputs->collection->schema->properties;
    struct dated_fields fields = {0};
    for (size_t i = 0; i < properties->len; i++) {
        const struct schema_property *property = &properties->items[i];
        if (property->schema->format == SCHEMA_DATE && !str_eq(property->name, STR(FIELD_REVIEW)))
            vec_push(
                page->scratch, &fields,
                ((struct dated_field){property, arena_items(page->scratch, size_t, YEARS), 0}));
    }
    return fields;
}

/* Counts the entries by the years of their dates, and returns how many have none. */
static size_t count_years(const struct collection *collection, struct dated_fields *fields)
{
    size_t undated = 0;
    for (size_t i = 0; i < collection->entries.len; i++) {
        bool dated = false;
        for (size_t f = 0; f < fields->len; f++) {
            struct dated_field *field = &fields->items[f];
            struct date date;
            if (date_in(collection->entries.items[i], field->property->name, &date).len) {
                field->by_year[date.year]++;
                dated = true;
            } else {
                field->without++;
            }
        }
        undated += !dated;
    }
    return undated;
}

static bool has_year(const struct dated_fields *fields, size_t year)
{
    for (size_t f = 0; f < fields->len; f++)
        if (fields->items[f].by_year[year])
            return true;
    return false;
}

static void put_years(struct editor_page *page, const struct dated_fields *fields)
{
    struct str language = page->inputs->collection->settings.language;
    editor_table(page, SAID("Hvor mange fra hvert år", "How many from each year"));
    editor_column(page, SAID("År", "Year"), EDITOR_TEXTS);
    for (size_t f = 0; f < fields->len; f++) {
        buf_lit(page->out, "<th scope=\"col\" class=\"n\">");
        editor_text_in(page, marks_name(fields->items[f].property, language), language);
        buf_lit(page->out, "</th>");
    }
    editor_rows(page);
    for (size_t year = YEARS; year-- > 0;) {
        if (!has_year(fields, year))
            continue;
        buf_format(page->out, "<tr><th scope=\"row\">%zu</th>", year);
        for (size_t f = 0; f < fields->len; f++)
            editor_number(page, fields->items[f].by_year[year]);
        buf_lit(page->out, "</tr>\n");
    }
    buf_format(page->out, "<tr><th scope=\"row\">%s</th>", SAID("Uten dato", "Without a date"));
    for (size_t f = 0; f < fields->len; f++)
        editor_number(page, fields->items[f].without);
    buf_lit(page->out, "</tr>\n");
    editor_table_end(page);
}

size_t editor_put_ages(struct editor_page *page)
{
    struct dated_fields fields = dated_fields_of(page);
    if (!fields.len) {
        editor_nothing(page, SAID("Skjemaet har ingen felt med datoer.",
                                  "The schema has no fields with dates."));
        return page->inputs->collection->entries.len;
    }
    size_t undated = count_years(page->inputs->collection, &fields);
    put_years(page, &fields);
    return undated;
}
