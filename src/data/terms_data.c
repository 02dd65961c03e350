#include "data/terms_data.h"

#include "base/buf.h"
#include "base/json.h"
#include "collection/fields.h"
#include "data/columns.h"
#include "data/csv_put.h"
#include "data/entries_json.h"
#include "data/tree_json.h"
#include "plan/paths.h"

enum { TERMS_IN_PART = 256 };

const struct str term_columns[TERM_COLUMNS] = {
    [TERM_ID] = STR_INIT("id"),           [TERM_NAME] = STR_INIT("name"),
    [TERM_SHORT] = STR_INIT("short"),     [TERM_NAMES] = STR_INIT("names"),
    [TERM_SUMMARY] = STR_INIT("summary"), [TERM_KIND] = STR_INIT("kind"),
    [TERM_WEBSITE] = STR_INIT("website"), [TERM_PATH] = STR_INIT("path"),
    [TERM_URL] = STR_INIT("url"),         [TERM_COUNT] = STR_INIT("count"),
};

static void terms_add(struct plan *plan, struct str ending)
{
    const struct facet_list *facets = &plan->collection->facets;
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        struct str path = plan_terms_data_path(&plan->arena, plan->collection, facet, ending);
        if (path.len && facet_has_names(facet))
            plan_add(plan, (struct output){.path = path, .facet = facet, .origin = facet->span});
    }
}

void terms_json_add(struct plan *plan)
{
    terms_add(plan, STR(".json"));
}

void terms_csv_add(struct plan *plan)
{
    terms_add(plan, STR(".csv"));
}

/* Returns a field of the term's file, or NULL. */
static const struct value *term_field(const struct term *term, struct str name)
{
    return term->document ? value_get(term->document->fields, name) : NULL;
}

/* Returns what kind of term it is, in words; the absent str if it is of none. */
static struct str kind_name(const struct term *term, struct str language)
{
    struct str kind = value_str(term_field(term, STR(FIELD_KIND)));
    const struct value *label = value_get(term->facet->kinds, kind);
    return label ? label_text(label, language) : (struct str){0};
}

/* ---- as JSON ---- */

/* The map and its list stay open: the terms come in the parts that follow. */
static void open_terms(struct buf *out, struct arena *arena, const struct facet *facet,
                       const struct collection *collection)
{
    struct str language = collection->settings.language;
    struct json json = json_into(out);
    json_open_map(&json, JSON_INDENTED);
    json_put_figure(&json, STR("format"), DATA_FORMAT);
    json_put_member(&json, STR("name"), label_text(facet->title, language));
    json_put_member(&json, STR("field"), facet->field);
    json_put_member(&json, STR("language"), language);
    json_put_figure(&json, STR("count"), facet->terms.len);
    json_key(&json, plan_terms_name(arena, facet));
    buf_byte(json_raw(&json), '[');
}

static void put_term_kind(struct json *json, const struct term *term, struct str language)
{
    struct str name = kind_name(term, language);
    if (name.len == 0)
        return;
    json_key(json, term_columns[TERM_KIND]);
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("id"), value_str(term_field(term, STR(FIELD_KIND))));
    json_put_member(json, STR("name"), name);
    json_close(json);
}

static void put_tree(struct json *json, struct str key, const struct value *value)
{
    if (!value)
        return;
    json_key(json, key);
    tree_json_put(json, value, JSON_SPACED, JSON_SPACED);
}

/* What x-values says of a term has its summary beside its names. */
static void put_labels(struct json *json, const struct value *label)
{
    if (label->kind != VALUE_MAP)
        return;
    json_key(json, STR("labels"));
    json_open_map(json, JSON_SPACED);
    for (size_t i = 0; i < label->map.len; i++)
        if (!str_eq(label->map.items[i].key, STR(FIELD_SUMMARY)))
            json_put_member(json, label->map.items[i].key, value_str(label->map.items[i].value));
    json_close(json);
}

static void put_term_json(struct buf *out, const struct term *term,
                          const struct collection *collection, struct arena *arena)
{
    struct str language = collection->settings.language;
    struct json json = json_into(out);
    json_open_map(&json, JSON_LINES);
    json_put_member(&json, term_columns[TERM_ID], term->id);
    json_put_member(&json, term_columns[TERM_NAME], label_text(term->label, language));
    put_labels(&json, term->label);
    json_put_if(&json, term_columns[TERM_SHORT], term->short_name.text);
    put_tree(&json, term_columns[TERM_NAMES], term_field(term, STR(FIELD_NAMES)));
    json_put_if(&json, term_columns[TERM_SUMMARY], term->summary);
    put_term_kind(&json, term, language);
    json_put_if(&json, term_columns[TERM_WEBSITE], value_str(term_field(term, STR(FIELD_URL))));
    json_put_if(&json, term_columns[TERM_PATH], term->path);
    if (term->path.len)
        json_put_if(&json, term_columns[TERM_URL], plan_address(arena, collection, term->path));
    json_put_figure(&json, term_columns[TERM_COUNT], term->entries.len);
    json_close(&json);
}

bool terms_json_put(struct buf *out, const struct output *output, const struct view *view,
                    struct arena *scratch, size_t part)
{
    const struct facet *facet = output->facet;
    struct plan_part of = plan_part(part, TERMS_IN_PART, facet->terms.len);
    if (part == 0)
        open_terms(out, scratch, facet, view->collection);
    for (size_t i = of.from; i < of.to; i++) {
        buf_put(out, i ? STR(",\n") : STR("\n"));
        put_term_json(out, facet->terms.items[i], view->collection, scratch);
    }
    if (of.more)
        return true;
    buf_lit(out, "\n  ]\n}\n");
    return false;
}

/* ---- as a table ---- */

static bool has_term_column(const struct collection *collection, enum term_column column)
{
    return column != TERM_URL || collection->settings.base_url.len;
}

static struct str joined_names(const struct term *term, struct arena *arena)
{
    const struct value *names = term_field(term, STR(FIELD_NAMES));
    struct buf text = BUF_INIT;
    for (size_t i = 0; i < value_list_len(names); i++) {
        buf_put(&text, i ? STR("; ") : STR(""));
        buf_put(&text, value_str(names->list.items[i]));
    }
    return buf_finish(&text, arena);
}

static struct str term_text(const struct term *term, const struct collection *collection,
                            enum term_column column, struct arena *arena)
{
    struct str language = collection->settings.language;
    switch (column) {
    case TERM_ID: return term->id;
    case TERM_NAME: return label_text(term->label, language);
    case TERM_SHORT: return term->short_name.text;
    case TERM_NAMES: return joined_names(term, arena);
    case TERM_SUMMARY: return term->summary;
    case TERM_KIND: return kind_name(term, language);
    case TERM_WEBSITE: return value_str(term_field(term, STR(FIELD_URL)));
    case TERM_PATH: return term->path;
    case TERM_URL: return term->path.len ? plan_address(arena, collection, term->path) : term->path;
    case TERM_COUNT:
    case TERM_COLUMNS: break;
    }
    return (struct str){0};
}

static void put_term_row(struct buf *out, const struct term *term,
                         const struct collection *collection, struct arena *arena)
{
    for (enum term_column column = 0; column < TERM_COLUMNS; column++) {
        if (!has_term_column(collection, column))
            continue;
        csv_put_next(out, column);
        if (column == TERM_COUNT)
            buf_number(out, term->entries.len);
        else
            csv_put_text(out, term_text(term, collection, column, arena));
    }
    buf_lit(out, CSV_LINE_END);
}

static void put_term_head(struct buf *out, const struct collection *collection)
{
    buf_lit(out, CSV_BEGIN);
    for (enum term_column column = 0; column < TERM_COLUMNS; column++)
        if (has_term_column(collection, column)) {
            csv_put_next(out, column);
            csv_put_text(out, term_columns[column]);
        }
    buf_lit(out, CSV_LINE_END);
}

bool terms_csv_put(struct buf *out, const struct output *output, const struct view *view,
                   struct arena *scratch, size_t part)
{
    const struct facet *facet = output->facet;
    struct plan_part of = plan_part(part, TERMS_IN_PART, facet->terms.len);
    if (part == 0)
        put_term_head(out, view->collection);
    for (size_t i = of.from; i < of.to; i++)
        put_term_row(out, facet->terms.items[i], view->collection, scratch);
    return of.more;
}
