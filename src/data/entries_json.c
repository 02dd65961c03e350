#include "data/entries_json.h"

#include "base/buf.h"
#include "base/json.h"
#include "collection/entry_fields.h"
#include "collection/fields.h"
#include "data/columns.h"
#include "data/tree_json.h"
#include "pages/body.h"
#include "plan/identity.h"
#include "plan/paths.h"

enum { ENTRIES_IN_PART = 64 };

void entries_json_add(struct plan *plan)
{
    plan_add_single(plan, plan_entries_data_path(&plan->arena, plan->collection, STR(".json")));
}

/* ---- the site ---- */

static void put_setting(struct json *json, const struct collection *collection, struct str name)
{
    const struct value *value = value_get(collection->settings.fields, name);
    if (!value)
        return;
    json_key(json, name);
    tree_json_put(json, value, JSON_SPACED, JSON_SPACED);
}

static void put_site_settings(struct json *json, struct arena *arena,
                              const struct collection *collection)
{
    const struct settings *settings = &collection->settings;
    json_put_member(json, STR("name"), settings_name(arena, settings));
    put_setting(json, collection, STR("description"));
    json_put_member(json, STR("language"), settings->language);
    json_put_if(json, STR("url"), settings->base_url);
    put_setting(json, collection, STR(FIELD_PUBLISHER));
    put_setting(json, collection, STR(FIELD_LICENCE));
    put_setting(json, collection, STR("edition"));
}

/* The map and its list stay open: the entries come in the parts that follow. */
static void open_whole(struct buf *out, struct arena *arena, const struct collection *collection)
{
    struct json json = json_into(out);
    json_open_map(&json, JSON_INDENTED);
    json_put_figure(&json, STR("format"), DATA_FORMAT);
    put_site_settings(&json, arena, collection);
    json_put_member(&json, STR("schema"), str_name(plan_schema_path(arena, collection)));
    json_put_figure(&json, STR("count"), collection->entries.len);
    json_key(&json, collection->kind.path);
    buf_byte(json_raw(&json), '[');
}

/* ---- an entry ---- */

static void entry_put_terms(struct json *json, const struct collection *collection,
                            const struct facet *facet, const struct term_refs *terms)
{
    if (terms->len == 0)
        return;
    json_key(json, facet->field);
    json_open_list(json, JSON_SPACED);
    for (size_t i = 0; i < terms->len; i++) {
        json_open_map(json, JSON_SPACED);
        json_put_member(json, STR("id"), terms->items[i]->id);
        json_put_member(json, STR("name"),
                        label_text(terms->items[i]->label, collection->settings.language));
        json_close(json);
    }
    json_close(json);
}

static void entry_put_fields(struct json *json, const struct collection *collection,
                             const struct value *fields)
{
    for (size_t i = 0; i < fields->map.len; i++) {
        const struct member *member = &fields->map.items[i];
        const struct schema_property *property = schema_property(collection->schema, member->key);
        if (!property || !entry_field_is_told(property->name))
            continue;
        json_key(json, member->key);
        tree_json_put(json, member->value, JSON_SPACED, JSON_SPACED);
    }
}

static void put_entry(struct buf *out, const struct view *view, const struct entry *entry,
                      struct arena *arena)
{
    const struct collection *collection = view->collection;
    const struct plan *plan = view->plan;
    struct str path = plan_page_of(plan, entry->document);
    struct str root = collection->settings.base_url;
    struct json json = json_into(out);
    json_open_map(&json, JSON_LINES);
    json_put_member(&json, STR("id"), plan_id_of(plan, entry));
    json_put_member(&json, STR("path"), path);
    json_put_if(&json, STR("url"), plan_address(arena, collection, path));
    json_put_if(&json, STR("published"), plan_first_date(plan, entry));
    json_put_member(&json, STR("language"), entry->language);
    json_key(&json, STR("terms"));
    json_open_map(&json, JSON_SPACED);
    for (size_t f = 0; f < collection->facets.len; f++)
        entry_put_terms(&json, collection, &collection->facets.items[f], &entry->terms[f]);
    json_close(&json);
    json_key(&json, STR("fields"));
    json_open_map(&json, JSON_SPACED);
    entry_put_fields(&json, collection, entry->document->fields);
    json_close(&json);
    json_put_member(&json, STR("body"),
                    value_str(body_value(arena, plan, root.len ? root : STR(""), entry->document)));
    json_close(&json);
}

bool entries_json_put(struct buf *out, const struct output *output, const struct view *view,
                      struct arena *scratch, size_t part)
{
    const struct collection *collection = view->collection;
    struct plan_part of = plan_part(part, ENTRIES_IN_PART, collection->entries.len);
    (void)output;
    if (part == 0)
        open_whole(out, scratch, collection);
    for (size_t i = of.from; i < of.to; i++) {
        buf_put(out, i ? STR(",\n") : STR("\n"));
        put_entry(out, view, collection->entries.items[i], scratch);
    }
    if (of.more)
        return true;
    buf_lit(out, "\n  ]\n}\n");
    return false;
}
