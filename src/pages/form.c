#include "pages/form.h"

#include "base/buf.h"
#include "collection/fields.h"
#include "collection/scaffold.h"
#include "base/address.h"
#include "pages/entry_ids.h"
#include "parse/gate.h"
#include "pages/form_parts.h"
#include "pages/values.h"
#include "plan/paths.h"

const char form_shape[] =
    "path folder sectioned letters known front_max body_max brackets_max "
    "fields[@field] more[@field] more_any? entries[id title] ids_files "
    "entries_folder texts[value name rest? scaffold sections[title ask[.] ask_any?]] "
    "forge{name address name_key text_key}";

/*
 * The body, and the files for those who write without the form.
 */

static struct value *section_value(struct form_maker *maker, const struct value *section)
{
    struct value *map = value_map(maker->arena), *ask = value_list(maker->arena);
    const struct value *questions = value_get(section, STR("ask"));
    for (size_t i = 0; i < questions->list.len; i++)
        value_add(maker->arena, ask, questions->list.items[i]);
    values_text(maker->arena, map, STR("title"), value_get_str(section, STR("title")));
    form_put_list(maker, map, STR("ask"), ask);
    return map;
}

/* A kind of entry without sections gets one, without a title. */
static struct value *sections_value(struct form_maker *maker, const struct value *sections)
{
    struct value *list = value_list(maker->arena);
    for (size_t i = 0; sections && i < sections->list.len; i++)
        value_add(maker->arena, list, section_value(maker, sections->list.items[i]));
    if (list->list.len == 0)
        value_add(maker->arena, list, value_map(maker->arena));
    return list;
}

static struct str scaffold_text(struct form_maker *maker, struct str value)
{
    struct scaffold scaffold = {.language = language_or_english(maker->language), .value = value};
    struct buf text = BUF_INIT;
    scaffold_put(&text, maker->collection, &scaffold);
    return buf_finish(&text, maker->arena);
}

/*
 * Adds the text for one value of the field that decides the sections; the absent str
 * stands for all values that have no sections of their own.
 */
static void add_text(struct form_maker *maker, struct value *texts, struct str value)
{
    const struct entry_kind *kind = &maker->collection->kind;
    struct value *map = value_map(maker->arena);
    if (value.len) {
        const struct schema_property *property =
            schema_property(maker->collection->schema, kind->sectioned);
        form_put_text(maker, map, STR("value"), value);
        struct str name = form_label(maker, property->schema, value);
        form_put_text(maker, map, STR("name"), name.len ? name : value);
    } else if (texts->list.len) {
        form_put_true(maker, map, STR("rest"));
    }
    value_put(maker->arena, map, STR("sections"),
              sections_value(maker, entry_sections(kind, value)));
    form_put_text(maker, map, STR("scaffold"), scaffold_text(maker, value));
    value_add(maker->arena, texts, map);
}

static void put_texts(struct form_maker *maker, struct value *form)
{
    const struct value *sections = maker->collection->kind.sections;
    struct value *texts = value_list(maker->arena);
    for (size_t i = 0; sections && i < sections->map.len; i++)
        if (!str_eq(sections->map.items[i].key, STR("*")))
            add_text(maker, texts, sections->map.items[i].key);
    add_text(maker, texts, (struct str){0});
    value_put(maker->arena, form, STR("texts"), texts);
}

/*
 * Where the file is taken.
 */

/*
 * The part of an address that means «change a file» to each forge, and the part
 * that means «make a file»; the first row whose `edit` stands in the settings'
 * edit_url is taken. A `name` of NULL means the host's. GitLab's editor takes a
 * file name but no text (gitlab-org/gitlab#594214).
 */
static const struct forge {
    const char *edit, *make, *name;
    const char *name_key, *text_key;
} forges[] = {
    {"/-/edit/", "/-/new/", "GitLab", "file_name", NULL},
    {"/_edit/", "/_new/", NULL, "filename", "value"}, /* Gitea and Forgejo */
    {"/edit/", "/new/", "GitHub", "filename", "value"},
};

static void put_forge(struct form_maker *maker, struct value *form)
{
    struct str edit = value_get_str(maker->collection->settings.fields, STR(FIELD_EDIT_URL));
    for (size_t i = 0; i < sizeof forges / sizeof *forges; i++) {
        const struct forge *forge = &forges[i];
        size_t at = str_find(edit, str_of(forge->edit));
        if (at == SIZE_MAX)
            continue;
        struct str rest = str_from(edit, at + str_of(forge->edit).len);
        struct value *map = value_map(maker->arena);
        while (str_ends(rest, STR("/")))
            rest.len--;
        values_text(maker->arena, map, STR("name"),
                    forge->name ? str_of(forge->name) : address_host(edit));
        values_text(maker->arena, map, STR("address"),
                    STR_JOIN(maker->arena, str_slice(edit, 0, at), str_of(forge->make), rest));
        values_text(maker->arena, map, STR("name_key"), str_of(forge->name_key));
        if (forge->text_key)
            values_text(maker->arena, map, STR("text_key"), str_of(forge->text_key));
        value_put(maker->arena, form, STR("forge"), map);
        return;
    }
}

/*
 * Puts the entries to refer to, or of many in how many scripts they are. Drafts are not in
 * collection->entries, so the page does not give away their ids and titles.
 */
static void put_entries(struct form_maker *maker, struct value *form)
{
    struct value *entries = value_list(maker->arena);
    size_t files = entry_ids_files(maker->collection);
    if (files)
        value_put(maker->arena, form, STR("ids_files"), value_int(maker->arena, (int64_t)files));
    for (size_t i = 0; files == 0 && i < maker->collection->entries.len; i++) {
        const struct entry *entry = maker->collection->entries.items[i];
        struct value *map = value_map(maker->arena);
        values_text(maker->arena, map, STR("id"), entry->document->slug);
        values_text(maker->arena, map, STR("title"), entry->title);
        value_add(maker->arena, entries, map);
    }
    value_put(maker->arena, form, STR("entries"), entries);
}

struct value *form_view(struct arena *arena, const struct view *view, const struct tongue *tongue)
{
    struct form_maker maker = {
        .arena = arena, .collection = view->collection, .language = tongue->language};
    const struct entry_kind *kind = &view->collection->kind;
    struct value *form = value_map(arena);
    values_text(arena, form, STR("path"),
                STR_JOIN(arena, STR(CONTENT_FOLDER "/"), kind->folder, STR("/")));
    values_text(arena, form, STR("entries_folder"), plan_originals_path(arena, view->collection));
    values_text(arena, form, STR("folder"), collection_folders(view->collection)->field);
    form_put_text(&maker, form, STR("sectioned"), kind->sectioned);
    form_put_limit(&maker, form, STR("front_max"), GATE_FRONT_MATTER_MAX);
    form_put_limit(&maker, form, STR("body_max"), GATE_BODY_MAX);
    form_put_limit(&maker, form, STR("brackets_max"), GATE_BRACKETS_MAX);
    form_put_known(&maker, form);
    form_put_fields(&maker, form);
    put_texts(&maker, form);
    put_entries(&maker, form);
    put_forge(&maker, form);
    return form;
}
