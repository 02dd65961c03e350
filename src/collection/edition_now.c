#include "collection/edition_now.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/hash.h"
#include "collection/fields.h"

/* Appends a text as one value: tabs and line ends would part it. */
static void put_flat(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        buf_byte(out, ascii_is_space(text.ptr[i]) ? ' ' : text.ptr[i]);
}

static void put_sum(struct buf *out, uint32_t sum)
{
    buf_format(out, "#%08x", (unsigned)sum);
}

/* Appends all that a value says, for a number to be made of it. */
static void put_all_of(struct buf *out, struct arena *arena, const struct value *value)
{
    if (value->kind == VALUE_LIST) {
        for (size_t i = 0; i < value->list.len; i++)
            put_all_of(out, arena, value->list.items[i]);
    } else if (value->kind == VALUE_MAP) {
        for (size_t i = 0; i < value->map.len; i++)
            put_all_of(out, arena, value->map.items[i].value);
    } else {
        buf_put(out, value_scalar(arena, value));
        buf_byte(out, '\n');
    }
}

static void put_sum_of(struct buf *out, struct arena *arena, const struct value *value)
{
    struct buf whole = BUF_INIT;
    put_all_of(&whole, arena, value);
    put_sum(out, hash_number(buf_str(&whole)));
    buf_release(&whole);
}

/* Appends what stands before the values of a fact; its line is ended after them. */
static void begin_fact(struct buf *out, struct str key)
{
    buf_byte(out, '\t');
    buf_put(out, key);
    buf_byte(out, '\t');
}

static void put_term_facts(struct buf *out, const struct facet *facet,
                           const struct term_refs *terms)
{
    if (terms->len == 0)
        return;
    begin_fact(out, facet->field);
    for (size_t i = 0; i < terms->len; i++) {
        buf_put(out, i ? STR("\t") : STR(""));
        put_flat(out, terms->items[i]->id);
    }
    buf_byte(out, '\n');
}

/* Whether readers see a field that is no facet; the title and the summary are seen anyhow. */
static bool is_seen(const struct entry_kind *kind, const struct schema_property *property)
{
    static const enum shown_place places[] = {SHOWN_TOP, SHOWN_NOTES, SHOWN_FACTS, SHOWN_LINKS};
    const struct shown_field field = {property, NULL};
    bool seen =
        str_eq(property->name, STR(FIELD_TITLE)) || str_eq(property->name, STR(FIELD_SUMMARY));
    for (size_t i = 0; !seen && i < sizeof places / sizeof *places; i++)
        seen = shown_holds(&kind->shown[places[i]], &field);
    return seen;
}

static void put_seen_field(struct buf *out, struct arena *arena,
                           const struct schema_property *property, const struct value *value)
{
    begin_fact(out, property->name);
    if (str_eq(property->name, STR(FIELD_TITLE)) || property->schema->format == SCHEMA_DATE)
        put_flat(out, value_str(value));
    else
        put_sum_of(out, arena, value);
    buf_byte(out, '\n');
}

/* What stands before the first heading is a section without one. */
static void put_section_facts(struct buf *out, const struct markdown *body)
{
    for (size_t i = 0; i < body->sections.len; i++) {
        begin_fact(out, STR(""));
        put_flat(out, body->sections.items[i].heading);
        buf_byte(out, '\t');
        put_sum(out, body->sections.items[i].sum);
        buf_byte(out, '\n');
    }
}

static void put_history(struct buf *out, struct arena *arena, const struct value *history)
{
    size_t count = value_list_len(history);
    if (count == 0)
        return;
    begin_fact(out, STR(FIELD_HISTORY));
    for (size_t i = 0; i < count; i++) {
        buf_put(out, i ? STR("\t") : STR(""));
        put_sum_of(out, arena, history->list.items[i]);
    }
    buf_byte(out, '\n');
}

struct edition_entry edition_now(struct arena *arena, const struct collection *collection,
                                 const struct entry *entry, struct str path)
{
    struct buf facts = BUF_INIT;
    const struct value *fields = entry->document->fields;
    const struct schema *schema = collection->schema;
    for (size_t f = 0; f < collection->facets.len; f++)
        put_term_facts(&facts, &collection->facets.items[f], &entry->terms[f]);
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        const struct value *value = value_get(fields, property->name);
        if (value && is_seen(&collection->kind, property))
            put_seen_field(&facts, arena, property, value);
    }
    put_section_facts(&facts, &entry->document->body);
    put_history(&facts, arena, value_get(fields, STR(FIELD_HISTORY)));
    return (struct edition_entry){path, buf_finish(&facts, arena)};
}
