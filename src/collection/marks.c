#include "collection/marks.h"

#include <assert.h>

#include "base/arena.h"
#include "base/nearest.h"
#include "base/slug.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "collection/label.h"
#include "collection/own_schemas.h"
#include "collection/rules.h"

static const struct str known_marks[] = {
    STR_INIT("x-entries"), STR_INIT("x-folder"),  STR_INIT("x-terms"),    STR_INIT("x-values"),
    STR_INIT("x-browse"),  STR_INIT("x-main"),    STR_INIT("x-weight"),   STR_INIT("x-entry"),
    STR_INIT("x-search"),  STR_INIT("x-partial"), STR_INIT("x-sections"), STR_INIT("x-form"),
    STR_INIT("x-labels"),  STR_INIT("x-show"),    STR_INIT("x-title"),    STR_INIT("x-before"),
    STR_INIT("x-unit"),    STR_INIT("x-figure"),  STR_INIT("x-kinds"),    STR_INIT("x-former"),
    STR_INIT("x-shelf"),   STR_INIT("x-ordered"), STR_INIT("x-between"),
};

enum { KNOWN_MARKS = sizeof known_marks / sizeof *known_marks };

static bool is_known_mark(struct str name)
{
    for (size_t i = 0; i < KNOWN_MARKS; i++)
        if (str_eq(name, known_marks[i]))
            return true;
    return false;
}

static void tell_unknown_mark(const struct member *member, struct diags *diags)
{
    struct nearest nearest = nearest_to(member->key);
    struct str all = known_marks[0];
    for (size_t i = 0; i < KNOWN_MARKS; i++) {
        nearest_try(&nearest, known_marks[i]);
        if (i > 0)
            all = STR_JOIN(&diags->arena, all, STR(", "), known_marks[i]);
    }
    collection_tell(diags, RULE_MARK_UNKNOWN, member_span(member),
                    (struct detail){.args = {member->key, all}, .suggestion = nearest.best});
}

/* The schema of one value of a field: of the field itself, or of the items of its list. */
static const struct schema *schema_of_value(const struct schema *schema)
{
    return schema->items ? schema->items : schema;
}

/* Only text can be searched, and a list of it. */
static void check_search_mark(const struct schema *schema, struct diags *diags)
{
    if (value_get_bool(schema->keywords, STR("x-search")) &&
        schema_of_value(schema)->types != SCHEMA_STRING)
        collection_tell(diags, RULE_SEARCH_TYPE,
                        member_span(value_member(schema->keywords, STR("x-search"))), NO_DETAIL);
}

static void tell_taken(const struct schema *schema, struct str name, struct str of,
                       struct diags *diags)
{
    const struct schema_property *property = schema_property(schema, name);
    if (property)
        collection_tell(diags, RULE_NAME_TAKEN, property->span,
                        (struct detail){.args = {name, of}});
}

/* Whether a value may be a list: the type says so, or neither type nor values are given. */
static bool may_be_list(const struct schema *schema)
{
    return schema->types ? schema->types & SCHEMA_ARRAY : !schema->choices && !schema->constant;
}

/* Tells of properties with the names that templates find beside another one (fields.h). */
static void check_names(struct arena *arena, const struct schema *schema, struct diags *diags)
{
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        struct str name = property->name;
        if (may_be_list(property->schema))
            tell_taken(schema, STR_JOIN(arena, name, STR(DERIVED_ANY)), name, diags);
        if (property->schema->format != SCHEMA_URI)
            continue;
        tell_taken(schema, STR_JOIN(arena, name, STR(DERIVED_HOST)), name, diags);
        tell_taken(schema, STR_JOIN(arena, name, STR(DERIVED_FILE)), name, diags);
    }
}

/*
 * Checks the marks of a schema, of its properties and of its items, each by a schema that
 * describes marks: `top_marks` at the top, where it is not NULL, and `field_marks` below.
 */
static void check_marks(struct arena *arena, const struct schema *schema,
                        const struct schema *top_marks, const struct schema *field_marks,
                        struct diags *diags)
{
    if (!schema->keywords)
        return;
    const struct value *keywords = schema->keywords;
    for (size_t i = 0; i < keywords->map.len; i++)
        if (str_starts(keywords->map.items[i].key, STR("x-")) &&
            !is_known_mark(keywords->map.items[i].key))
            tell_unknown_mark(&keywords->map.items[i], diags);
    schema_check_settled(top_marks ? top_marks : field_marks, keywords, arena, diags);
    check_search_mark(schema, diags);
    check_names(arena, schema, diags);
    for (size_t i = 0; i < schema->properties.len; i++)
        check_marks(arena, schema->properties.items[i].schema, NULL, field_marks, diags);
    if (schema->items)
        check_marks(arena, schema->items, NULL, field_marks, diags);
}

/* Returns the mark of a property or, for a list, of its items; NULL if there is none. */
static const struct member *mark_member(const struct schema *schema, struct str mark)
{
    const struct member *found = value_member(schema->keywords, mark);
    return !found && schema->items ? value_member(schema->items->keywords, mark) : found;
}

static const struct value *mark_of(const struct schema *schema, struct str mark)
{
    const struct member *member = mark_member(schema, mark);
    return member ? member->value : NULL;
}

static const struct value *choices_of(const struct schema *schema)
{
    return schema->choices ? schema->choices : schema->items ? schema->items->choices : NULL;
}

/* Reads the mark x-browse, without which a facet has no pages. */
static void read_browse(struct facet *facet, const struct value *browse)
{
    if (!browse)
        return;
    facet->span = browse->span;
    facet->path = value_get_str(browse, STR("path"));
    facet->names = value_get(browse, STR("name"));
    facet->index = value_get_bool(browse, STR("index"));
    facet->grouped = value_get_bool(browse, STR("group"));
    facet->booklets = value_get_str(browse, STR("booklets"));
    if (value_get(browse, STR("title")))
        facet->title = value_get(browse, STR("title"));
}

/* Tells of each value that is not in both enum and a mark; the facet has those of enum as terms. */
static void compare_values(const struct facet *facet, const struct value *choices,
                           const struct value *marked, struct str mark, struct diags *diags)
{
    for (size_t i = 0; i < facet->terms.len; i++) {
        struct str id = facet->terms.items[i]->id;
        if (!value_get(marked, id))
            collection_tell(diags, RULE_VALUES_DIFFER, choices->list.items[i]->span,
                            (struct detail){.args = {id, mark}});
    }
    for (size_t i = 0; i < marked->map.len; i++)
        if (!facet_term(facet, marked->map.items[i].key))
            collection_tell(diags, RULE_VALUES_DIFFER, member_span(&marked->map.items[i]),
                            (struct detail){.args = {marked->map.items[i].key, mark}});
}

/* Adds the values of enum as terms, under their names in x-values. */
static void read_values(struct arena *arena, struct facet *facet, const struct value *choices,
                        const struct value *values)
{
    for (size_t i = 0; i < choices->list.len; i++) {
        const struct value *choice = choices->list.items[i];
        struct str id = facet_id(arena, choice);
        const struct value *named = value_get(values, id);
        struct term *term = facet_add(arena, facet, id, facet_slug(arena, choice));
        term->label = named;
        term->summary = value_get_str(named, STR(FIELD_SUMMARY));
        term->order = (int64_t)i;
    }
}

/* Adds the one term of a field that is true or false. */
static void add_truth(struct arena *arena, struct facet *facet, const struct value *values)
{
    const struct value *named = value_get(values, STR("true"));
    struct term *term = facet_add(arena, facet, facet->field, slug_make(arena, facet->field));
    term->label = named ? named : facet->title;
    term->summary = value_get_str(named, STR(FIELD_SUMMARY));
    facet->of_truth = true;
    facet->order = FACET_AS_WRITTEN;
}

static bool is_facet(const struct schema *schema)
{
    return mark_of(schema, STR("x-terms")) || mark_of(schema, STR("x-values")) ||
           value_get(schema->keywords, STR("x-browse"));
}

/* Terms of a vocabulary are named by texts or numbers, as files are. */
static void check_terms_mark(const struct schema *schema, struct diags *diags)
{
    unsigned types = schema_of_value(schema)->types;
    unsigned fit = SCHEMA_STRING | SCHEMA_INTEGER | SCHEMA_NUMBER | SCHEMA_ARRAY;
    const struct member *mark = mark_member(schema, STR("x-terms"));
    if (mark && types && !(types & fit))
        collection_tell(diags, RULE_TERMS_TYPE, member_span(mark), NO_DETAIL);
}

/* The values of an open facet become addresses: texts or integers. */
static void check_browse_mark(const struct schema *schema, struct diags *diags)
{
    unsigned types = schema_of_value(schema)->types;
    if (types != SCHEMA_STRING && types != SCHEMA_INTEGER)
        collection_tell(diags, RULE_BROWSE_TYPE, member_span(mark_member(schema, STR("x-browse"))),
                        NO_DETAIL);
}

/* Gives a facet the terms that the schema has, and settles where others come from. */
static void declare_terms(struct arena *arena, struct facet *facet, const struct schema *schema,
                          struct diags *diags)
{
    const struct value *values = mark_of(schema, STR("x-values"));
    check_terms_mark(schema, diags);
    if (schema->types == SCHEMA_BOOLEAN) {
        add_truth(arena, facet, values);
        return;
    }
    if (values && choices_of(schema)) {
        read_values(arena, facet, choices_of(schema), values);
        compare_values(facet, choices_of(schema), values, STR("x-values"), diags);
        if (facet->between)
            compare_values(facet, choices_of(schema), facet->between, STR("x-between"), diags);
    } else if (values)
        collection_tell(diags, RULE_VALUES_WITHOUT_ENUM,
                        member_span(mark_member(schema, STR("x-values"))), NO_DETAIL);
    facet->open = !values && facet->vocabulary.len == 0;
    if (facet->open)
        check_browse_mark(schema, diags);
    facet->order = values                                             ? FACET_AS_WRITTEN
                   : schema_of_value(schema)->types == SCHEMA_INTEGER ? FACET_BY_NUMBER
                                                                      : FACET_BY_NAME;
}

static struct facet *add_facet(struct arena *arena, struct facet_list *facets, struct facet facet)
{
    assert(facets->len < facets->cap); /* terms point at their facet, so none may move */
    struct facet *added = &facets->items[facets->len++];
    *added = facet;
    map_init(&added->by_id, arena);
    map_init(&added->by_slug, arena);
    return added;
}

static void declare_field(struct arena *arena, const struct schema_property *property,
                          struct facet_list *facets, struct diags *diags)
{
    const struct schema *schema = property->schema;
    if (!is_facet(schema))
        return;
    struct facet *facet =
        add_facet(arena, facets,
                  (struct facet){.field = property->name,
                                 .title = value_get(schema->keywords, STR("title")),
                                 .vocabulary = value_str(mark_of(schema, STR("x-terms"))),
                                 .kinds = mark_of(schema, STR("x-kinds")),
                                 .between = mark_of(schema, STR("x-between")),
                                 .ordered = value_get_bool(schema->keywords, STR("x-ordered")),
                                 .main = value_get_bool(schema->keywords, STR("x-main")),
                                 .shelf = value_get_bool(schema->keywords, STR("x-shelf")),
                                 .weight = value_get_int(schema->keywords, STR("x-weight"), 0),
                                 .span = property->span});
    read_browse(facet, value_get(schema->keywords, STR("x-browse")));
    declare_terms(arena, facet, schema, diags);
}

static void declare_folder(struct arena *arena, const struct value *mark, struct facet_list *facets)
{
    struct facet *facet =
        add_facet(arena, facets,
                  (struct facet){.field = value_get_str(mark, STR("field")),
                                 .vocabulary = value_get_str(mark, STR("x-terms")),
                                 .kinds = value_get(mark, STR("x-kinds")),
                                 .of_folder = true,
                                 .shelf = value_get_bool(mark, STR("x-shelf")),
                                 .weight = value_get_int(mark, STR("x-weight"), 0),
                                 .span = mark->span});
    read_browse(facet, value_get(mark, STR("x-browse")));
}

static bool is_choice(struct arena *arena, const struct schema *schema, struct str id)
{
    for (size_t i = 0; schema->choices && i < schema->choices->list.len; i++)
        if (str_eq(facet_id(arena, schema->choices->list.items[i]), id))
            return true;
    return false;
}

/* Reads x-sections, if the property has the mark; the caller takes the first that has. */
static void read_sections(struct arena *arena, struct entry_kind *kind,
                          const struct schema_property *property, struct diags *diags)
{
    const struct value *sections = value_get(property->schema->keywords, STR("x-sections"));
    if (!sections)
        return;
    kind->sectioned = property->name;
    kind->sections = sections;
    for (size_t i = 0; i < sections->map.len; i++) {
        const struct member *member = &sections->map.items[i];
        if (!str_eq(member->key, STR("*")) && !is_choice(arena, property->schema, member->key))
            collection_tell(diags, RULE_SECTIONS_VALUE, member_span(member),
                            (struct detail){.args = {member->key}});
    }
}

struct str marks_title(const struct schema *schema, struct str language)
{
    struct str own = value_get_str(value_get(schema->keywords, STR("x-title")), language);
    return own.len ? own : schema->title;
}

struct str marks_name(const struct schema_property *property, struct str language)
{
    struct str title = marks_title(property->schema, language);
    return title.len ? title : property->name;
}

struct str marks_folder_name(const struct value *mark, const struct facet *folder,
                             struct str language)
{
    struct str title = label_text(value_get(mark, STR("title")), language);
    struct str noun = label_noun(folder->names, language, 1);
    return title.len ? title : noun.len ? noun : folder->field;
}

const struct value *entry_sections(const struct entry_kind *kind, struct str value)
{
    const struct value *own = value_get(kind->sections, value);
    return own ? own : value_get(kind->sections, STR("*"));
}

static void read_entries_mark(struct entry_kind *kind, const struct value *mark)
{
    kind->folder = value_get_str(mark, STR("folder"));
    kind->path = value_get_str(mark, STR("path"));
    kind->overview = value_get_str(mark, STR("overview"));
    kind->print = value_get_str(mark, STR("print"));
    kind->compare = value_get_str(mark, STR("compare"));
    kind->news = value_get_str(mark, STR("news"));
    kind->search = value_get_str(mark, STR("search"));
    kind->data = value_get_str(mark, STR("data"));
    kind->catalogue = value_get_str(mark, STR("catalogue"));
    kind->downloads = value_get_str(mark, STR("downloads"));
    kind->form = value_get_str(mark, STR("form"));
    kind->about = value_get_str(mark, STR("about"));
    kind->names = value_get(mark, STR("name"));
}

bool marks_read(struct arena *arena, const struct schema *schema, struct own_schemas *own,
                struct entry_kind *kind, struct facet_list *facets, struct diags *diags)
{
    static const struct str folder = STR_INIT("x-folder");
    const struct value *folder_mark = value_get(schema->keywords, folder);
    size_t errors = diag_count(diags, SEVERITY_ERROR);
    check_marks(arena, schema, own_schema(own, SCHEMA_TOP_MARKS),
                own_schema(own, SCHEMA_FIELD_MARKS), diags);
    /* Facets are known by the names of their fields; that of the folder must not be another's. */
    tell_taken(schema, value_get_str(folder_mark, STR("field")), folder, diags);
    if (diag_count(diags, SEVERITY_ERROR) != errors)
        return false;
    read_entries_mark(kind, value_get(schema->keywords, STR("x-entries")));
    facets->cap = schema->properties.len + 1;
    facets->items = arena_items(arena, struct facet, facets->cap);
    declare_folder(arena, folder_mark, facets);
    for (size_t i = 0; i < schema->properties.len; i++) {
        const struct schema_property *property = &schema->properties.items[i];
        declare_field(arena, property, facets, diags);
        if (kind->related.len == 0 && mark_of(property->schema, STR("x-entry")))
            kind->related = property->name;
        if (kind->sectioned.len == 0)
            read_sections(arena, kind, property, diags);
    }
    const struct value *show = value_get(schema->keywords, STR("x-show"));
    shown_read(kind->shown, arena, schema, facets, show, diags);
    crossed_read(&kind->crossed, arena, schema, facets, value_get(show, STR("crossed")), diags);
    return diag_count(diags, SEVERITY_ERROR) == errors;
}
