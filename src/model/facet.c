#include "model/facet.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "model/rules.h"

static const struct str known_marks[] = {
    STR_INIT("x-entries"), STR_INIT("x-folder"), STR_INIT("x-terms"),
    STR_INIT("x-values"),  STR_INIT("x-browse"), STR_INIT("x-main"),
    STR_INIT("x-weight"),  STR_INIT("x-entry"),  STR_INIT("x-partial"),
};

static void check_known(const struct schema *schema, struct diags *diags)
{
    const struct value *marks = schema->marks;
    for (size_t i = 0; marks && i < marks->map.len; i++) {
        const struct member *member = &marks->map.items[i];
        if (!str_starts(member->key, STR("x-")))
            continue;
        bool known = false;
        struct nearest nearest = nearest_to(member->key);
        for (size_t k = 0; k < sizeof known_marks / sizeof *known_marks; k++) {
            known |= str_eq(member->key, known_marks[k]);
            nearest_try(&nearest, known_marks[k]);
        }
        if (!known)
            diag_add(diags, &model_rules[RULE_MARK_UNKNOWN], member->key_span,
                     (struct detail){.args = {member->key}, .suggestion = nearest.best});
    }
}

static void report_wrong(struct diags *diags, const struct value *where, const char *mark,
                         const char *what)
{
    diag_add(diags, &model_rules[RULE_MARK_WRONG], where ? where->span : NO_SPAN,
             (struct detail){.args = {str_of(mark), str_of(what)}});
}

/* The mark of a property or, for a list, of its items. */
static const struct value *mark_of(const struct schema *schema, struct str mark)
{
    const struct value *found = value_get(schema->marks, mark);
    return !found && schema->items ? value_get(schema->items->marks, mark) : found;
}

static const struct value *choices_of(const struct schema *schema)
{
    return schema->choices ? schema->choices : schema->items ? schema->items->choices : NULL;
}

/* The mark x-browse; without it a facet has no pages. */
static void read_browse(struct facet *facet, const struct value *browse, struct diags *diags)
{
    if (!browse)
        return;
    facet->span = browse->span;
    facet->path = value_get_str(browse, STR("path"));
    facet->names = value_get(browse, STR("name"));
    facet->index = value_get_bool(browse, STR("index"));
    facet->grouped = value_get_bool(browse, STR("group"));
    if (value_get(browse, STR("title")))
        facet->title = value_get(browse, STR("title"));
    if (!norwegian_is_slug(facet->path))
        report_wrong(diags, browse, "x-browse", "«path» må være et navn av a–z, 0–9 og bindestrek");
    if (!facet->names)
        report_wrong(diags, browse, "x-browse", "«name» mangler");
}

/* The terms of enum, named by x-values. */
static void read_values(struct arena *arena, struct facet *facet, const struct value *choices,
                        const struct value *values, struct diags *diags)
{
    for (size_t i = 0; i < choices->list.len; i++) {
        const struct value *choice = choices->list.items[i];
        const struct value *named = value_get(values, value_str(choice));
        if (!named)
            diag_add(diags, &model_rules[RULE_VALUES_DIFFER], choice->span,
                     (struct detail){.args = {value_str(choice)}});
        struct term *term = facet_add(arena, facet, value_str(choice));
        term->names = named;
        term->summary = value_get_str(named, STR("summary"));
        term->order = (int64_t)i;
    }
    for (size_t i = 0; i < values->map.len; i++)
        if (!facet_term(facet, values->map.items[i].key))
            diag_add(diags, &model_rules[RULE_VALUES_DIFFER], values->map.items[i].key_span,
                     (struct detail){.args = {values->map.items[i].key}});
}

static bool is_facet(const struct schema *schema)
{
    return mark_of(schema, STR("x-terms")) || mark_of(schema, STR("x-values")) ||
           value_get(schema->marks, STR("x-browse"));
}

static void declare_field(struct arena *arena, const struct schema_property *property,
                          struct facet_list *facets, struct diags *diags)
{
    const struct schema *schema = property->schema;
    check_known(schema, diags);
    if (schema->items)
        check_known(schema->items, diags);
    if (!is_facet(schema))
        return;
    vec_push(arena, facets, ((struct facet){.field = property->name}));
    struct facet *facet = &facets->items[facets->len - 1];
    facet->title = value_get(schema->marks, STR("title"));
    facet->vocabulary = value_str(mark_of(schema, STR("x-terms")));
    facet->main = value_get_bool(schema->marks, STR("x-main"));
    facet->weight = value_get_int(schema->marks, STR("x-weight"), 0);
    facet->span = property->span;
    map_init(&facet->by_id, arena);
    read_browse(facet, value_get(schema->marks, STR("x-browse")), diags);
    const struct value *values = mark_of(schema, STR("x-values"));
    if (values && values->kind == VALUE_MAP && choices_of(schema))
        read_values(arena, facet, choices_of(schema), values, diags);
    else if (values)
        report_wrong(diags, values, "x-values",
                     "det må stå sammen med enum, med en rad for hver verdi");
    facet->order = values                  ? FACET_AS_WRITTEN
                   : facet->vocabulary.len ? FACET_BY_NAME
                                           : FACET_BY_NUMBER;
}

static void declare_folder(struct arena *arena, const struct schema *schema,
                           struct facet_list *facets, struct diags *diags)
{
    const struct value *mark = value_get(schema->marks, STR("x-folder"));
    struct str field = value_get_str(mark, STR("field"));
    struct str vocabulary = value_get_str(mark, STR("x-terms"));
    if (field.len == 0 || vocabulary.len == 0) {
        report_wrong(diags, mark ? mark : schema->marks, "x-folder",
                     "det må si «field» og «x-terms»");
        return;
    }
    vec_push(arena, facets,
             ((struct facet){.field = field, .vocabulary = vocabulary, .of_folder = true}));
    struct facet *facet = &facets->items[facets->len - 1];
    facet->weight = value_get_int(mark, STR("x-weight"), 0);
    facet->span = mark->span;
    map_init(&facet->by_id, arena);
    read_browse(facet, value_get(mark, STR("x-browse")), diags);
}

bool facets_declare(struct arena *arena, const struct schema *schema, struct entry_kind *kind,
                    struct facet_list *facets, struct diags *diags)
{
    size_t errors = diag_count(diags, SEVERITY_ERROR);
    const struct value *mark = value_get(schema->marks, STR("x-entries"));
    kind->folder = value_get_str(mark, STR("folder"));
    kind->path = value_get_str(mark, STR("path"));
    kind->names = value_get(mark, STR("name"));
    check_known(schema, diags);
    if (!norwegian_is_slug(kind->folder) || !norwegian_is_slug(kind->path) || !kind->names)
        report_wrong(diags, mark ? mark : schema->marks, "x-entries",
                     "det må si «folder», «path» og «name»");
    declare_folder(arena, schema, facets, diags);
    for (size_t i = 0; i < schema->properties.len; i++)
        declare_field(arena, &schema->properties.items[i], facets, diags);
    return diag_count(diags, SEVERITY_ERROR) == errors;
}

struct term *facet_term(const struct facet *facet, struct str id)
{
    return map_get(&facet->by_id, id);
}

struct term *facet_add(struct arena *arena, struct facet *facet, struct str id)
{
    struct term *term = arena_new(arena, struct term);
    *term = (struct term){.facet = facet, .id = id, .order = INT64_MAX};
    vec_push(arena, &facet->terms, term);
    map_add(&facet->by_id, id, term);
    return term;
}

static int by_number(const struct term *a, const struct term *b)
{
    return a->id.len != b->id.len ? (a->id.len > b->id.len) - (a->id.len < b->id.len)
                                  : str_cmp(a->id, b->id);
}

static int compare(const void *left, const void *right)
{
    const struct term *a = *(struct term *const *)left, *b = *(struct term *const *)right;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->facet->order == FACET_BY_NUMBER)
        return by_number(a, b);
    int order = str_cmp(a->key, b->key);
    return order ? order : str_cmp(a->id, b->id);
}

void facet_sort(struct arena *arena, struct facet *facet, struct str language)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        struct term *term = facet->terms.items[i];
        term->facet = facet;
        term->key = norwegian_key(arena, label_text(term->names, language), NORWEGIAN_NAMES);
    }
    if (facet->terms.len)
        qsort(facet->terms.items, facet->terms.len, sizeof(struct term *), compare);
    for (size_t i = 0; i < facet->terms.len; i++)
        facet->terms.items[i]->number = i;
}

struct str label_text(const struct value *label, struct str language)
{
    const struct value *text = value_get(label, language);
    if (!text && label && label->kind == VALUE_MAP && label->map.len)
        text = label->map.items[0].value;
    return value_str(text ? text : label);
}

struct str label_noun(const struct value *names, struct str language, size_t count)
{
    const struct value *of_language = value_get(names, language);
    if (!of_language && names && names->kind == VALUE_MAP && names->map.len)
        of_language = names->map.items[0].value;
    return value_get_str(of_language, count == 1 ? STR("one") : STR("many"));
}
