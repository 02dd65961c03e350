#include "pages/compared.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/vec.h"
#include "collection/fields.h"
#include "pages/values.h"
#include "plan/paths.h"

enum { ENTRIES_IN_FILE = 32 };

/* The entries of one file, in the collection's order. */
struct compared_file {
    const struct entry **items;
    size_t len, cap;
};

size_t compared_files(const struct collection *collection)
{
    return (collection->entries.len + ENTRIES_IN_FILE - 1) / ENTRIES_IN_FILE;
}

void compared_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    if (collection->kind.compare.len == 0)
        return;
    size_t count = compared_files(collection);
    struct compared_file *files = arena_items(&plan->arena, struct compared_file, count);
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        vec_push(&plan->arena, &files[hash_number(entry->document->slug) % count], entry);
    }
    for (size_t i = 0; i < count; i++)
        plan_add(plan, (struct output){.path = plan_compared_path(&plan->arena, collection, i),
                                       .subject = &files[i],
                                       .origin = collection->kind.names->span});
}

/* Returns what a value says; of an address elsewhere of a term that is only proposed, the host,
 * too. */
static struct str compared_text(struct arena *arena, const struct value *value)
{
    struct str name = value_get_str(value, STR("name"));
    struct str host = value_get_str(value, STR("url_host"));
    if (name.len == 0)
        return value_get_str(value, STR("text"));
    return host.len ? STR_JOIN(arena, name, STR(" ("), host, STR(")")) : name;
}

static struct str compared_href(struct arena *arena, const struct value *value)
{
    struct str path = value_get_str(value, STR("path")), url = value_get_str(value, STR("url"));
    struct str mail = value_get_str(value, STR("mail"));
    return path.len   ? path
           : url.len  ? url
           : mail.len ? STR_JOIN(arena, STR("mailto:"), mail)
                      : mail;
}

/* Puts a term or a value of a detail. */
static void compared_put_value(struct json *json, struct arena *arena, const struct value *value)
{
    json_open_map(json, JSON_TIGHT);
    json_put_if(json, STR("figure"), value_get_str(value, STR("figure")));
    json_put_member(json, STR("text"), compared_text(arena, value));
    json_put_if(json, STR("href"), compared_href(arena, value));
    json_put_if(json, STR("date"), value_get_str(value, STR("iso")));
    json_close(json);
}

static void compared_put_field(struct json *json, struct arena *arena, const struct value *values)
{
    json_open_list(json, JSON_TIGHT);
    for (size_t i = 0; i < values->list.len; i++)
        compared_put_value(json, arena, values->list.items[i]);
    json_close(json);
}

static void compared_put_summary(struct json *json, const struct entry *entry, struct str lang)
{
    json_open_list(json, JSON_TIGHT);
    if (entry->summary.len) {
        json_open_map(json, JSON_TIGHT);
        json_put_member(json, STR("text"), entry->summary);
        json_put_if(json, STR("lang"), lang);
        json_close(json);
    }
    json_close(json);
}

static void compared_put_entry(struct buf *out, const struct view *view,
                               const struct tongue *tongue, const struct entry *entry,
                               struct arena *arena)
{
    const struct shown_list *facts = &view->collection->kind.shown[SHOWN_FACTS];
    struct json json = json_into(out);
    struct value *link = value_map(arena);
    view_link(arena, link, view->plan, tongue, entry);
    struct str lang = value_get_str(link, STR("lang"));
    json_open_map(&json, JSON_LINES);
    json_put_member(&json, STR("title"), entry->title);
    json_put_member(&json, STR("path"), value_get_str(link, STR("path")));
    json_put_if(&json, STR("lang"), lang);
    json_key(&json, STR("values"));
    json_open_list(&json, JSON_TIGHT);
    if (schema_property(view->collection->schema, STR(FIELD_SUMMARY)))
        compared_put_summary(&json, entry, lang);
    for (size_t i = 0; i < facts->len; i++)
        compared_put_field(&json, arena,
                           view_values(arena, view->collection, tongue, &facts->items[i], entry));
    json_close(&json);
    json_close(&json);
}

void compared_put(struct buf *out, const struct output *output, const struct view *view,
                  struct arena *scratch)
{
    const struct compared_file *file = output->subject;
    const struct tongue *tongue = view_tongue(view, output->language);
    for (size_t i = 0; i < file->len; i++) {
        buf_lit(out, "(self.samling_compared ||= {})[\"");
        buf_put(out, file->items[i]->document->slug); /* a slug needs no escapes */
        buf_lit(out, "\"] = ");
        compared_put_entry(out, view, tongue, file->items[i], scratch);
        buf_lit(out, ";\n");
    }
}
