#include "collection/edition_now.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/vec.h"
#include "collection/fields.h"

/* Appends a text as one value: tabs and line ends would part it. */
static void put_flat(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        buf_byte(out, ascii_is_space(text.ptr[i]) ? ' ' : text.ptr[i]);
}

static void put_sum(struct buf *out, struct str text)
{
    buf_format(out, "#%08x", (unsigned)hash_number(text));
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
    put_sum(out, buf_str(&whole));
    buf_release(&whole);
}

static void add_fact(struct edition_entry *now, struct arena *arena, struct str key,
                     struct buf *values)
{
    vec_push(arena, &now->facts, ((struct edition_fact){key, buf_finish(values, arena)}));
}

static void add_term_facts(struct edition_entry *now, struct arena *arena,
                           const struct facet *facet, const struct term_refs *terms)
{
    struct buf ids = BUF_INIT;
    for (size_t i = 0; i < terms->len; i++) {
        buf_put(&ids, i ? STR("\t") : STR(""));
        put_flat(&ids, terms->items[i]->id);
    }
    if (terms->len)
        add_fact(now, arena, facet->field, &ids);
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

static void add_seen_field(struct edition_entry *now, struct arena *arena,
                           const struct schema_property *property, const struct value *value)
{
    struct buf text = BUF_INIT;
    if (str_eq(property->name, STR(FIELD_TITLE)) || property->schema->format == SCHEMA_DATE)
        put_flat(&text, value_str(value));
    else
        put_sum_of(&text, arena, value);
    add_fact(now, arena, property->name, &text);
}

static void add_section(struct edition_entry *now, struct arena *arena, struct str heading,
                        struct str text)
{
    struct buf values = BUF_INIT;
    put_flat(&values, heading);
    buf_byte(&values, '\t');
    put_sum(&values, str_trim(text)); /* the last one ends without a line end */
    add_fact(now, arena, STR(""), &values);
}

/* What stands before the first heading is a section without one. */
static void add_sections(struct edition_entry *now, struct arena *arena,
                         const struct markdown *body)
{
    struct str heading = STR("");
    size_t from = 0;
    for (size_t i = 0; i <= body->heading_lines.len; i++) {
        bool last = i == body->heading_lines.len;
        size_t to = last ? body->text.len : body->heading_lines.items[i].start;
        if (heading.len || to > from)
            add_section(now, arena, heading, str_slice(body->text, from, to));
        if (!last) {
            from = body->heading_lines.items[i].end;
            heading = str_slice(body->text, to, from);
        }
    }
}

static void add_history(struct edition_entry *now, struct arena *arena, const struct value *history)
{
    struct buf numbers = BUF_INIT;
    for (size_t i = 0; i < value_list_len(history); i++) {
        buf_put(&numbers, i ? STR("\t") : STR(""));
        put_sum_of(&numbers, arena, history->list.items[i]);
    }
    if (numbers.len)
        add_fact(now, arena, STR(FIELD_HISTORY), &numbers);
    buf_release(&numbers);
}

struct edition_entry *edition_now(struct arena *arena, const struct collection *collection,
                                  const struct entry *entry, struct str path)
{
    struct edition_entry *now = arena_new(arena, struct edition_entry);
    const struct value *fields = entry->document->fields;
    const struct schema *schema = collection->schema;
    now->path = path;
    for (size_t f = 0; f < collection->facets.len; f++)
        add_term_facts(now, arena, &collection->facets.items[f], &entry->terms[f]);
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        const struct value *value = value_get(fields, property->name);
        if (value && is_seen(&collection->kind, property))
            add_seen_field(now, arena, property, value);
    }
    add_sections(now, arena, &entry->document->body);
    add_history(now, arena, value_get(fields, STR(FIELD_HISTORY)));
    return now;
}
