#include "collection/shown.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "collection/rules.h"

static bool has_pages(const struct shown_field *field)
{
    return field->facet && field->facet->path.len;
}

static bool is_facet_field(const struct shown_field *field)
{
    return field->facet;
}

static bool names_entries(const struct schema *schema)
{
    return value_get((schema->items ? schema->items : schema)->keywords, STR("x-entry"));
}

static bool is_of_maps(const struct schema *schema)
{
    return (schema->items ? schema->items : schema)->types & SCHEMA_OBJECT;
}

static bool fits_card(const struct shown_field *field)
{
    return field->facet || !is_of_maps(field->property->schema);
}

bool shown_has_figures(const struct schema *schema)
{
    const struct schema *item = schema->items ? schema->items : schema;
    for (size_t i = 0; i < item->properties.len; i++)
        if (value_get_bool(item->properties.items[i].schema->keywords, STR("x-figure")))
            return true;
    return false;
}

/* Other entries are links at the foot of the page. */
static bool fits_facts(const struct shown_field *field)
{
    return field->facet || !names_entries(field->property->schema);
}

static bool fits_top(const struct shown_field *field)
{
    return fits_card(field) ? fits_facts(field) : shown_has_figures(field->property->schema);
}

static bool has_index(const struct shown_field *field)
{
    return has_pages(field) && field->facet->index;
}

/* A value that each entry has one of says at a glance what kind it is. */
static bool is_single(const struct shown_field *field)
{
    return field->facet &&
           (field->facet->of_folder || (field->property->schema->types != SCHEMA_ARRAY &&
                                        !field->facet->of_truth && !field->facet->main));
}

/* Beside what kind it is, how old it is. */
static bool is_at_top(const struct shown_field *field)
{
    return is_single(field) ||
           (field->property && str_eq(field->property->name, STR(FIELD_UPDATED)) &&
            field->property->schema->format == SCHEMA_DATE);
}

/* A truth is yes or nothing; any other choice is one of those in the schema. */
static bool is_choice_of_one(const struct shown_field *field)
{
    return field->property && field->property->schema->types != SCHEMA_ARRAY &&
           !field->facet->open && field->facet->vocabulary.len == 0;
}

/* The columns of the overview's table are the folders, so a chart of them says nothing new. */
static bool is_charted(const struct shown_field *field)
{
    return has_pages(field) && !field->facet->of_folder;
}

/*
 * Whether a field is a list of links: of maps with a `title` and one address. Such a field
 * stands under the text of an entry, under its own heading, and not among the facts.
 */
static bool is_of_links(const struct schema *schema)
{
    const struct schema *item = schema->items;
    size_t addresses = 0;
    for (size_t i = 0; item && i < item->properties.len; i++)
        addresses += item->properties.items[i].schema->format == SCHEMA_URI;
    return addresses == 1 && schema_property(item, STR(FIELD_TITLE));
}

/* A text is a note as it stands, and a truth by the name and the explanation in x-values. */
static bool fits_notes(const struct shown_field *field)
{
    return field->facet ? field->facet->of_truth : field->property->schema->types == SCHEMA_STRING;
}

static bool has_vocabulary(const struct shown_field *field)
{
    return field->facet && field->facet->vocabulary.len;
}

static bool is_nothing(const struct shown_field *field)
{
    (void)field;
    return false;
}

/* Fields that stand elsewhere on the page of an entry, or are for those who write it. */
static bool stands_elsewhere(const struct schema_property *property)
{
    static const struct str names[] = {
        STR_INIT(FIELD_TITLE),   STR_INIT(FIELD_SUMMARY), STR_INIT(FIELD_LANG),
        STR_INIT(FIELD_ORDER),   STR_INIT(FIELD_ALIASES), STR_INIT(FIELD_EXCEPTIONS),
        STR_INIT(FIELD_DRAFT),   STR_INIT(FIELD_REVIEW),  STR_INIT(FIELD_PROPOSED),
        STR_INIT(FIELD_HISTORY),
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq(property->name, names[i]))
            return true;
    return names_entries(property->schema) || is_of_links(property->schema);
}

static bool is_list_of_links(const struct shown_field *field)
{
    return field->property && is_of_links(field->property->schema);
}

static bool is_fact(const struct shown_field *field)
{
    return field->facet || !stands_elsewhere(field->property);
}

/*
 * `fits` is which fields x-show may name there, `usual` those that are shown when it says
 * nothing. For these the main facet comes first where `main_first` says so; the folder is the
 * first of the rest.
 */
static const struct {
    struct str name;
    bool (*fits)(const struct shown_field *field);
    bool (*usual)(const struct shown_field *field);
    bool main_first;
} places[SHOWN_PLACES] = {
    [SHOWN_HOME] = {STR_INIT("home"), has_pages, has_index, true},
    [SHOWN_FILTERS] = {STR_INIT("filters"), has_pages, has_pages, true},
    [SHOWN_CHARTS] = {STR_INIT("charts"), is_facet_field, is_charted, true},
    [SHOWN_CARD] = {STR_INIT("card"), fits_card, is_single, false},
    [SHOWN_TOP] = {STR_INIT("top"), fits_top, is_at_top, false},
    [SHOWN_NOTES] = {STR_INIT("notes"), fits_notes, is_nothing, false},
    [SHOWN_ASK] = {STR_INIT("ask"), has_vocabulary, is_nothing, false},
    [SHOWN_FACTS] = {STR_INIT("facts"), fits_facts, is_fact, false},
    [SHOWN_LINKS] = {.usual = is_list_of_links},
};

/* All fields: the facets first, as they are listed, then the others in the schema's order. */
static struct shown_list all_fields(struct arena *arena, const struct schema *schema,
                                    const struct facet_list *facets)
{
    struct shown_list all = {0};
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        struct shown_field field = {facet->of_folder ? NULL : schema_property(schema, facet->field),
                                    facet};
        vec_push(arena, &all, field);
    }
    for (size_t i = 0, f = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        for (f = 0; f < all.len && all.items[f].property != property;)
            f++;
        if (f == all.len)
            vec_push(arena, &all, ((struct shown_field){property, NULL}));
    }
    return all;
}

static struct str name_of(const struct shown_field *field)
{
    return field->facet ? field->facet->field : field->property->name;
}

static const struct shown_field *find_field(const struct shown_list *all, struct str name)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(name_of(&all->items[i]), name))
            return &all->items[i];
    return NULL;
}

static void tell_no_field(const struct shown_list *all, const struct value *name,
                          struct diags *diags)
{
    struct nearest nearest = nearest_to(name->text);
    for (size_t i = 0; i < all->len; i++)
        nearest_try(&nearest, name_of(&all->items[i]));
    collection_tell(diags, RULE_SHOW_UNKNOWN, name->span,
                    (struct detail){.args = {name->text}, .suggestion = nearest.best});
}

/* Returns the field of that name, or NULL if there is none or it does not fit; tells of that. */
static const struct shown_field *fitting_field(const struct shown_list *all,
                                               const struct value *name, struct str place,
                                               bool (*fits)(const struct shown_field *field),
                                               struct diags *diags)
{
    const struct shown_field *field = find_field(all, name->text);
    if (field && fits(field))
        return field;
    if (field)
        collection_tell(diags, RULE_SHOW_UNFIT, name->span,
                        (struct detail){.args = {name->text, place}});
    else
        tell_no_field(all, name, diags);
    return NULL;
}

static void read_place(struct shown_list *list, struct arena *arena, enum shown_place place,
                       const struct shown_list *all, const struct value *names, struct diags *diags)
{
    for (size_t i = 0; i < names->list.len; i++) {
        const struct shown_field *field =
            fitting_field(all, names->list.items[i], places[place].name, places[place].fits, diags);
        if (field)
            vec_push(arena, list, *field);
    }
}

bool shown_holds(const struct shown_list *list, const struct shown_field *field)
{
    for (size_t i = 0; i < list->len; i++)
        if (list->items[i].property == field->property && list->items[i].facet == field->facet)
            return true;
    return false;
}

/* What is a note is no fact, too, unless x-show says so. */
static bool is_usual(const struct shown_list lists[SHOWN_PLACES], enum shown_place place,
                     const struct shown_field *field)
{
    return places[place].usual(field) &&
           !(place == SHOWN_FACTS && shown_holds(&lists[SHOWN_NOTES], field));
}

static void take_usual(struct shown_list lists[SHOWN_PLACES], struct arena *arena,
                       enum shown_place place, const struct shown_list *all)
{
    bool split = places[place].main_first;
    for (int first = split; first >= 0; first--)
        for (size_t i = 0; i < all->len; i++) {
            const struct shown_field *field = &all->items[i];
            bool main = field->facet && field->facet->main;
            if (is_usual(lists, place, field) && (!split || main == (first == 1)))
                vec_push(arena, &lists[place], *field);
        }
}

void shown_read(struct shown_list lists[SHOWN_PLACES], struct arena *arena,
                const struct schema *schema, const struct facet_list *facets,
                const struct value *mark, struct diags *diags)
{
    const struct shown_list all = all_fields(arena, schema, facets);
    for (enum shown_place place = 0; place < SHOWN_PLACES; place++) {
        const struct value *names = places[place].fits ? value_get(mark, places[place].name) : NULL;
        if (names)
            read_place(&lists[place], arena, place, &all, names, diags);
        else
            take_usual(lists, arena, place, &all);
    }
}

void crossed_read(struct crossed_list *list, struct arena *arena, const struct schema *schema,
                  const struct facet_list *facets, const struct value *pairs, struct diags *diags)
{
    static const struct str place = STR_INIT("crossed");
    const struct shown_list all = all_fields(arena, schema, facets);
    for (size_t i = 0; i < value_list_len(pairs); i++) {
        const struct value *pair = pairs->list.items[i];
        const struct shown_field *field =
            fitting_field(&all, value_get(pair, STR("field")), place, has_pages, diags);
        const struct shown_field *by =
            fitting_field(&all, value_get(pair, STR("by")), place, has_pages, diags);
        if (field && by)
            vec_push(arena, list,
                     ((struct crossed){field->facet, by->facet, is_choice_of_one(field)}));
    }
}
