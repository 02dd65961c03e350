#include "data/entries_csv.h"

#include "base/buf.h"
#include "base/escape.h"
#include "data/columns.h"
#include "data/csv_put.h"
#include "plan/identity.h"
#include "plan/paths.h"

enum { ROWS_IN_PART = 64 };

void entries_csv_add(struct plan *plan)
{
    plan_add_single(plan, plan_entries_data_path(&plan->arena, plan->collection, STR(".csv")));
}

/* ---- cells ---- */

static const struct term_refs *entry_terms(const struct collection *collection,
                                           const struct facet *facet, const struct entry *entry)
{
    return &entry->terms[facet_number(&collection->facets, facet)];
}

static void put_terms_cell(struct buf *out, const struct view *view,
                           const struct data_column *column, const struct entry *entry)
{
    struct str language = view->collection->settings.language;
    const struct term_refs *terms = entry_terms(view->collection, column->facet, entry);
    struct buf text = BUF_INIT;
    for (size_t i = 0; i < terms->len; i++) {
        buf_put(&text, i ? STR("; ") : STR(""));
        buf_put(&text, column->kind == COLUMN_TERM_IDS
                           ? terms->items[i]->id
                           : label_text(terms->items[i]->label, language));
    }
    csv_put_text(out, buf_str(&text));
    buf_release(&text);
}

/* Appends what a value says, with `; ` between items of a list and `, ` between parts of a map. */
static void put_value_text(struct buf *text, struct arena *arena, const struct value *value)
{
    size_t before = text->len;
    if (value->kind == VALUE_LIST) {
        for (size_t i = 0; i < value->list.len; i++) {
            buf_put(text, text->len > before ? STR("; ") : STR(""));
            put_value_text(text, arena, value->list.items[i]);
        }
    } else if (value->kind == VALUE_MAP) {
        for (size_t i = 0; i < value->map.len; i++) {
            buf_put(text, text->len > before ? STR(", ") : STR(""));
            put_value_text(text, arena, value->map.items[i].value);
        }
    } else {
        buf_put(text, value_scalar(arena, value));
    }
}

static bool is_bare(const struct value *value)
{
    return value->kind == VALUE_INT || value->kind == VALUE_REAL || value->kind == VALUE_BOOL;
}

static void put_field_cell(struct buf *out, const struct data_column *column,
                           const struct entry *entry, struct arena *arena)
{
    const struct value *value = value_get(entry->document->fields, column->property->name);
    struct buf text = BUF_INIT;
    if (value)
        put_value_text(&text, arena, value);
    if (value && is_bare(value))
        buf_put(out, buf_str(&text));
    else
        csv_put_text(out, buf_str(&text));
    buf_release(&text);
}

static void put_cell(struct buf *out, const struct view *view, const struct data_column *column,
                     const struct entry *entry, struct arena *arena)
{
    const struct plan *plan = view->plan;
    switch (column->kind) {
    case COLUMN_ID: csv_put_text(out, plan_id_of(plan, entry)); break;
    case COLUMN_PATH: csv_put_text(out, plan_page_of(plan, entry->document)); break;
    case COLUMN_URL:
        csv_put_text(out,
                     plan_address(arena, plan->collection, plan_page_of(plan, entry->document)));
        break;
    case COLUMN_PUBLISHED: csv_put_text(out, plan_first_date(plan, entry)); break;
    case COLUMN_LANGUAGE: csv_put_text(out, entry->language); break;
    case COLUMN_TERM_IDS:
    case COLUMN_TERM_NAMES: put_terms_cell(out, view, column, entry); break;
    case COLUMN_TRUTH:
        buf_put(out, entry_terms(plan->collection, column->facet, entry)->len ? STR("true")
                                                                              : STR("false"));
        break;
    case COLUMN_FIELD: put_field_cell(out, column, entry, arena); break;
    }
}

/* ---- rows ---- */

static void entries_put_head(struct buf *out, const struct data_columns *columns)
{
    buf_lit(out, CSV_BEGIN);
    for (size_t i = 0; i < columns->len; i++) {
        csv_put_next(out, i);
        csv_put_text(out, columns->items[i].name);
    }
    buf_lit(out, CSV_LINE_END);
}

static void entries_put_row(struct buf *out, const struct view *view,
                            const struct data_columns *columns, const struct entry *entry,
                            struct arena *arena)
{
    for (size_t i = 0; i < columns->len; i++) {
        csv_put_next(out, i);
        put_cell(out, view, &columns->items[i], entry, arena);
    }
    buf_lit(out, CSV_LINE_END);
}

bool entries_csv_put(struct buf *out, const struct output *output, const struct view *view,
                     struct arena *scratch, size_t part)
{
    const struct collection *collection = view->collection;
    struct data_columns columns = data_columns(scratch, collection);
    struct plan_part of = plan_part(part, ROWS_IN_PART, collection->entries.len);
    (void)output;
    if (part == 0)
        entries_put_head(out, &columns);
    for (size_t i = of.from; i < of.to; i++)
        entries_put_row(out, view, &columns, collection->entries.items[i], scratch);
    return of.more;
}
