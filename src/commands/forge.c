#include "commands/forge.h"

#include <assert.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/value.h"
#include "collection/fields.h"
#include "template/template.h"

/*
 * What the templates are given.
 */

static void forge_put(struct arena *arena, struct value *map, const char *name, struct str text)
{
    struct buf out = BUF_INIT;
    struct json json = json_into(&out);
    json_put_text(&json, text);
    struct str key = str_of(name);
    value_put(arena, map, key, value_text(arena, text));
    value_put(arena, map, STR_JOIN(arena, key, STR("_json")),
              value_text(arena, buf_finish(&out, arena)));
}

static struct value *add_field(struct arena *arena, struct value *fields, struct str id,
                               struct str label, struct str description)
{
    struct value *field = value_map(arena);
    forge_put(arena, field, "id", id);
    forge_put(arena, field, "label", label.len ? label : id);
    forge_put(arena, field, "description", description);
    value_add(arena, fields, field);
    return field;
}

/* A form cannot offer a choice among nothing. */
static void add_options(struct arena *arena, struct value *field, const struct facet *facet,
                        struct str language)
{
    struct value *options = value_list(arena);
    for (size_t i = 0; i < facet->terms.len; i++) {
        struct value *option = value_map(arena);
        struct str name = label_text(facet->terms.items[i]->label, language);
        forge_put(arena, option, "option", name.len ? name : facet->terms.items[i]->id);
        value_add(arena, options, option);
    }
    value_put(arena, field, STR("options"), options);
    value_put(arena, field, STR("options_any"), value_bool(facet->terms.len > 0));
}

static bool is_asked(const struct schema_property *property)
{
    const struct value *mark = value_get(property->schema->keywords, STR("x-form"));
    return !mark || value_get_bool(property->schema->keywords, STR("x-form"));
}

/* A field that is chosen among terms, or the title or the summary, has a row of its own. */
static void add_property(struct arena *arena, struct value *fields,
                         const struct collection *collection,
                         const struct schema_property *property)
{
    struct str language = collection->settings.language;
    const struct facet *facet = facet_of_field(&collection->facets, property->name);
    bool written =
        str_eq(property->name, STR(FIELD_TITLE)) || str_eq(property->name, STR(FIELD_SUMMARY));
    if (!is_asked(property) || (!written && (!facet || facet->open || facet->of_truth)))
        return;
    struct value *field =
        add_field(arena, fields, property->name, marks_title(property->schema, language),
                  property->schema->description);
    value_put(arena, field, STR("required"), value_bool(property->required));
    value_put(arena, field, STR("several"), value_bool(property->schema->items != NULL));
    if (facet)
        add_options(arena, field, facet, language);
}

static struct value *fields_value(struct arena *arena, const struct collection *collection)
{
    const struct schema *schema = collection->schema;
    struct value *fields = value_list(arena);
    const struct facet *folders = collection_folders(collection);
    const struct value *mark = value_get(schema->keywords, STR("x-folder"));
    struct str title = label_text(value_get(mark, STR("title")), collection->settings.language);
    struct value *folder = add_field(arena, fields, STR("folder"),
                                     title.len ? title : collection_folder_noun(collection),
                                     value_get_str(mark, STR("description")));
    value_put(arena, folder, STR("required"), value_bool(true));
    add_options(arena, folder, folders, collection->settings.language);
    for (size_t i = 0; i < schema->properties.len; i++)
        add_property(arena, fields, collection, &schema->properties.items[i]);
    return fields;
}

static struct value *sections_value(struct arena *arena, const struct collection *collection)
{
    const struct value *sections = entry_sections(&collection->kind, STR("*"));
    struct value *list = value_list(arena);
    for (size_t i = 0; i < value_list_len(sections); i++) {
        const struct value *section = sections->list.items[i],
                           *ask = value_get(section, STR("ask"));
        struct str id = str_format(arena, "section_%zu", i);
        add_field(arena, list, id, value_get_str(section, STR(FIELD_TITLE)),
                  value_list_len(ask) ? value_str(ask->list.items[0]) : STR(""));
    }
    return list;
}

static const struct value *forge_values(struct arena *arena, const struct collection *collection)
{
    struct value *map = value_map(arena);
    struct str language = collection->settings.language;
    forge_put(arena, map, "site", collection->settings.title);
    forge_put(arena, map, "one", label_noun(collection->kind.names, language, 1));
    forge_put(arena, map, "many", label_noun(collection->kind.names, language, 2));
    forge_put(arena, map, "place", collection_folder_noun(collection));
    forge_put(arena, map, "folder", collection->kind.folder);
    value_put(arena, map, STR("fields"), fields_value(arena, collection));
    value_put(arena, map, STR("sections"), sections_value(arena, collection));
    return map;
}

/*
 * What they become.
 */

static struct str forge_render(struct arena *arena, const struct start_file *file,
                               const struct value *values)
{
    struct source source;
    struct diags diags;
    struct buf out = BUF_INIT;
    diag_init(&diags);
    source_init(&source, arena, file->path, file->text);
    struct template_file only = {file->path, &source};
    struct template_library library = {.files = &only, .count = 1};
    const struct template *template = template_compile(arena, &library, file->path, NULL, &diags);
    assert(template);
    template_run(template, values, &out);
    diag_release(&diags);
    return buf_finish(&out, arena);
}

void forge_add(struct start *start, const struct collection *collection)
{
    static const struct str set = STR_INIT("github"), before = STR_INIT(FORGE_FOLDER "/");
    const struct value *values = forge_values(start->arena, collection);
    size_t first = start->len;
    if (!start_add(start, collection->settings.language, set, before))
        start_add(start, STR("en"), set, before);
    for (size_t i = first; i < start->len; i++)
        start->items[i].text = forge_render(start->arena, &start->items[i], values);
}

void forge_add_ignored(struct start *start)
{
    start_add_file(start, STR(FORGE_IGNORED), STR("/public/\n/.public.*\n"));
}
