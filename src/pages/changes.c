#include "pages/changes.h"

#include "base/buf.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "pages/values.h"
#include "pages/words.h"

/* The sentences while they are made. */
struct changes {
    struct arena *arena;
    const struct collection *collection;
    const struct tongue *tongue;
    const struct edition_entry *before, *now;
    struct buf out;
};

/* Names that stand together in a sentence. */
struct names {
    struct str *items;
    size_t len, cap;
};

static struct str sentence_form(const struct changes *changes, enum own_sentence sentence)
{
    return value_get_str(changes->tongue->texts, own_sentence_keys[sentence]);
}

static void say(struct changes *changes, enum own_sentence sentence, const struct str *parts,
                size_t count)
{
    buf_put(&changes->out, changes->out.len ? STR(" ") : STR(""));
    values_fill(&changes->out, sentence_form(changes, sentence), parts, count);
}

/* Returns the names as a sentence has them: «A, B og C», «A, B, C, D og 3 til». */
static struct str names_joined(const struct changes *changes, const struct names *names)
{
    enum { SHOWN = 5 };
    const struct value *texts = changes->tongue->texts;
    size_t shown = names->len > SHOWN ? SHOWN - 1 : names->len;
    struct str and = value_get_str(texts, STR("and"));
    struct str more = value_get_str(texts, STR("and_more"));
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < shown; i++) {
        bool last = i + 1 == names->len;
        if (i && last)
            buf_format(&out, " %.*s ", STR_ARG(and));
        else if (i)
            buf_lit(&out, ", ");
        buf_put(&out, names->items[i]);
    }
    if (shown < names->len)
        buf_format(&out, " %.*s %zu %.*s", STR_ARG(and), names->len - shown, STR_ARG(more));
    return buf_finish(&out, changes->arena);
}

static struct str in_quotes(const struct changes *changes, struct str text)
{
    struct buf out = BUF_INIT;
    values_fill(&out, value_get_str(changes->tongue->texts, STR("found_quoted")), &text, 1);
    return buf_finish(&out, changes->arena);
}

/* Says something of names, if there are any, with or without what they are under. */
static void say_names(struct changes *changes, enum own_sentence sentence, struct str under,
                      const struct names *names)
{
    if (names->len == 0)
        return;
    const struct str parts[] = {names_joined(changes, names), under};
    say(changes, sentence, parts, 2);
}

/* ---- terms ---- */

/* Returns what a term is called: one that is no more, by its id. */
static struct str name_of_term(const struct changes *changes, const struct facet *facet,
                               struct str id)
{
    const struct term *term = facet_term(facet, id);
    return term ? label_text(term->label, changes->tongue->language) : id;
}

/* Returns the id that a value has today, if another has taken over from it (x-former). */
static struct str heir_of(const struct changes *changes, const struct facet *facet, struct str id)
{
    const struct schema_property *property =
        schema_property(changes->collection->schema, facet->field);
    const struct schema *schema = property ? property->schema : NULL;
    const struct schema *items = schema && schema->items ? schema->items : schema;
    struct str heir =
        items ? value_get_str(value_get(items->keywords, STR("x-former")), id) : (struct str){0};
    return heir.len ? heir : id;
}

/* Returns the ids that were there as they are called today, with tabs between them. */
static struct str ids_before(const struct changes *changes, const struct facet *facet)
{
    struct str rest = edition_values(changes->before, facet->field);
    struct buf ids = BUF_INIT;
    for (struct str id; rest.len && str_cut(&rest, '\t', &id);) {
        buf_put(&ids, ids.len ? STR("\t") : STR(""));
        buf_put(&ids, heir_of(changes, facet, id));
    }
    return buf_finish(&ids, changes->arena);
}

/* Returns the names of the terms that one list has and the other has not. */
static struct names only_in(const struct changes *changes, const struct facet *facet,
                            struct str these, struct str others)
{
    struct names names = {0};
    for (struct str id; these.len && str_cut(&these, '\t', &id);)
        if (!edition_has(others, id))
            vec_push(changes->arena, &names, in_quotes(changes, name_of_term(changes, facet, id)));
    return names;
}

/* Returns what a writer calls the field. */
static struct str facet_title(const struct changes *changes, const struct facet *facet)
{
    const struct schema *schema = changes->collection->schema;
    const struct schema_property *property = schema_property(schema, facet->field);
    struct str language = changes->tongue->language;
    return property
               ? marks_name(property, language)
               : marks_folder_name(value_get(schema->keywords, STR("x-folder")), facet, language);
}

/* Of a field with one value it is told what it was; of others what came and went. */
static void tell_facet(struct changes *changes, const struct facet *facet)
{
    struct str before = ids_before(changes, facet);
    struct str now = edition_values(changes->now, facet->field);
    struct names came = only_in(changes, facet, now, before);
    struct names went = only_in(changes, facet, before, now);
    struct str title = facet_title(changes, facet);
    bool one = str_find_byte(before, '\t') == SIZE_MAX && str_find_byte(now, '\t') == SIZE_MAX;
    if (one && came.len && went.len) {
        const struct str parts[] = {title, went.items[0], came.items[0]};
        say(changes, SENTENCE_FROM_TO, parts, 3);
        return;
    }
    say_names(changes, SENTENCE_CAME, in_quotes(changes, title), &came);
    say_names(changes, SENTENCE_WENT, in_quotes(changes, title), &went);
}

/* ---- other fields ---- */

static void tell_title(struct changes *changes)
{
    struct str before = edition_values(changes->before, STR(FIELD_TITLE));
    struct str now = edition_values(changes->now, STR(FIELD_TITLE));
    if (before.len && !str_eq(before, now)) {
        struct str was = in_quotes(changes, before);
        say(changes, SENTENCE_TITLE, &was, 1);
    }
}

static void tell_date(struct changes *changes, const struct schema_property *property,
                      struct str now)
{
    const struct str parts[] = {marks_name(property, changes->tongue->language),
                                values_date(changes->arena, now, changes->tongue->texts)};
    say(changes, SENTENCE_DATE, parts, 2);
}

/* A truth has one term, which says no more than the field. */
static bool is_told_as_terms(const struct changes *changes, const struct schema_property *property)
{
    const struct facet *facet = facet_of_field(&changes->collection->facets, property->name);
    return facet && !facet->of_truth;
}

static void tell_fields(struct changes *changes)
{
    const struct schema *schema = changes->collection->schema;
    struct names changed = {0};
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        struct str before = edition_values(changes->before, property->name);
        struct str now = edition_values(changes->now, property->name);
        if (str_eq(before, now) || str_eq(property->name, STR(FIELD_TITLE)) ||
            str_eq(property->name, STR(FIELD_HISTORY)) || is_told_as_terms(changes, property))
            continue;
        if (property->schema->format == SCHEMA_DATE && now.len)
            tell_date(changes, property, now);
        else
            vec_push(changes->arena, &changed,
                     in_quotes(changes, marks_name(property, changes->tongue->language)));
    }
    say_names(changes, SENTENCE_FIELDS, (struct str){0}, &changed);
}

/* ---- the text ---- */

static bool next_section(struct str *facts, struct edition_fact *section)
{
    while (edition_next(facts, section))
        if (section->key.len == 0)
            return true;
    return false;
}

static bool has_same(const struct edition_entry *entry, const struct edition_fact *section)
{
    struct edition_fact other;
    for (struct str rest = entry->facts; next_section(&rest, &other);)
        if (str_eq(other.values, section->values))
            return true;
    return false;
}

static bool has_section_under(const struct edition_entry *entry, struct str heading)
{
    struct edition_fact section;
    for (struct str rest = entry->facts; next_section(&rest, &section);)
        if (str_eq(edition_value(section.values), heading))
            return true;
    return false;
}

/* Returns the headings of one that are, or are not, among those of the other. */
static struct names headings(const struct changes *changes, const struct edition_entry *one,
                             const struct edition_entry *other, bool among, bool *untitled)
{
    struct names names = {0};
    struct edition_fact section;
    for (struct str rest = one->facts; next_section(&rest, &section);) {
        struct str heading = edition_value(section.values);
        if (has_same(other, &section))
            continue;
        if (heading.len == 0)
            *untitled = true;
        else if (has_section_under(other, heading) == among)
            vec_push(changes->arena, &names, in_quotes(changes, heading));
    }
    return names;
}

static void tell_sections(struct changes *changes)
{
    bool untitled = false;
    struct names changed = headings(changes, changes->now, changes->before, true, &untitled);
    struct names came = headings(changes, changes->now, changes->before, false, &untitled);
    struct names went = headings(changes, changes->before, changes->now, false, &untitled);
    if (untitled)
        say(changes, SENTENCE_TEXT, NULL, 0);
    else
        say_names(changes, SENTENCE_SECTIONS, (struct str){0}, &changed);
    say_names(changes, SENTENCE_SECTIONS_CAME, (struct str){0}, &came);
    say_names(changes, SENTENCE_SECTIONS_WENT, (struct str){0}, &went);
}

/* ---- what the writer says ---- */

/* The numbers of the history's lines stand in their order. */
static void tell_history(struct changes *changes, const struct value *history)
{
    struct str before = edition_values(changes->before, STR(FIELD_HISTORY));
    struct str now = edition_values(changes->now, STR(FIELD_HISTORY)), number;
    for (size_t i = 0; i < value_list_len(history) && str_cut(&now, '\t', &number); i++)
        if (!edition_has(before, number)) {
            buf_put(&changes->out, changes->out.len ? STR(" ") : STR(""));
            buf_put(&changes->out, value_get_str(history->list.items[i], STR(FIELD_TEXT)));
        }
}

struct str changes_told(struct arena *arena, const struct collection *collection,
                        const struct tongue *tongue, const struct entry *entry,
                        const struct edition_entry *before, const struct edition_entry *now)
{
    struct changes changes = {arena, collection, tongue, before, now, BUF_INIT};
    tell_history(&changes, value_get(entry->document->fields, STR(FIELD_HISTORY)));
    if (changes.out.len == 0) {
        tell_title(&changes);
        for (size_t f = 0; f < collection->facets.len; f++)
            if (!collection->facets.items[f].of_truth)
                tell_facet(&changes, &collection->facets.items[f]);
        tell_fields(&changes);
        tell_sections(&changes);
    }
    struct str told = buf_finish(&changes.out, arena);
    return told.len ? told : (struct str){0};
}
