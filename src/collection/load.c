#include "collection/load.h"

#include "base/workers.h"
#include "collection/assemble.h"
#include "collection/checks.h"
#include "collection/exceptions.h"
#include "collection/files.h"
#include "collection/label.h"
#include "collection/own_schemas.h"
#include "collection/rules.h"
#include "parse/gate.h"
#include "parse/yaml.h"

/* One of the two YAML files; NULL when there is nothing to go on with. */
static struct value *load_yaml(struct collection *collection, const struct fs_root *root,
                               struct str path, struct source *source, struct diags *diags)
{
    struct arena *arena = &collection->arena;
    enum fs_kind kind;
    if (!fs_look(root, path, &kind)) {
        source_init(source, arena, path, STR(""));
        diag_add(diags, &model_rules[RULE_FILE_MISSING], source_span(source, 0, 0), NO_DETAIL);
        return NULL;
    }
    if (!gate_read(arena, root, path, path, source, diags))
        return NULL;
    return yaml_parse(arena, source, source_span(source, 0, source->text.len), diags);
}

/* The site's language, if it is one of those that the schema lets it be. */
static struct str site_language(const struct settings *settings, const struct value *fields)
{
    const struct value *written = value_get(fields, STR("language"));
    const struct value *choices =
        schema_property(settings->schema, STR("language"))->schema->choices;
    for (size_t i = 0; written && i < choices->list.len; i++)
        if (value_equal(written, choices->list.items[i]))
            return value_str(written);
    return STR("nb");
}

/* With faults in it, too, the rest of the collection can be checked. */
static void load_settings(struct collection *collection, const struct fs_root *root,
                          struct diags *diags)
{
    struct settings *settings = &collection->settings;
    struct value *fields =
        load_yaml(collection, root, STR(CONTENT_FOLDER "/site.yaml"), &settings->source, diags);
    settings->schema = builtin_schema(&collection->arena, SCHEMA_SITE);
    settings->language = STR("nb");
    if (!fields)
        return;
    schema_check(settings->schema, fields, &collection->arena, diags);
    settings->language = site_language(settings, fields);
    settings->fields = fields;
    settings->title = value_get_str(fields, STR("title"));
    settings->base_url = value_get_str(fields, STR("base_url"));
}

static bool load_schema(struct collection *collection, const struct fs_root *root,
                        struct diags *diags)
{
    struct value *tree = load_yaml(collection, root, STR(CONTENT_FOLDER "/schema.yaml"),
                                   &collection->schema_source, diags);
    if (!tree)
        return false;
    collection->schema = schema_compile(&collection->arena, tree, diags);
    return collection->schema && facets_declare(&collection->arena, collection->schema,
                                                &collection->kind, &collection->facets, diags);
}

/* The file need not be there. */
static void load_synonyms(struct collection *collection, const struct fs_root *root,
                          struct diags *diags)
{
    static const struct str path = STR_INIT(SYNONYMS_FILE);
    struct arena *arena = &collection->arena;
    struct source *source = &collection->synonyms_source;
    enum fs_kind kind;
    if (!fs_look(root, path, &kind) || !gate_read(arena, root, path, path, source, diags))
        return;
    struct span all = source_span(source, 0, source->text.len);
    struct value *groups = yaml_parse_any(arena, source, all, diags);
    if (!groups || groups->kind == VALUE_NULL)
        return;
    const struct schema *schema = builtin_schema(arena, SCHEMA_SYNONYMS);
    if (schema_check_named(schema, groups, STR("synonymer"), arena, diags))
        synonyms_read(&collection->synonyms, arena, groups, diags);
}

struct reading {
    struct collection *collection;
    struct document_reader readers[3]; /* by kind */
    struct arena arenas[WORKERS_MAX], scratches[WORKERS_MAX];
    struct diags *diags; /* one a document */
};

static void read_one(void *context, size_t index, size_t worker)
{
    struct reading *reading = context;
    struct document *document = &reading->collection->documents.items[index];
    document_read(document, &reading->readers[document->kind], &reading->arenas[worker],
                  &reading->scratches[worker], &reading->diags[index]);
    arena_reset(&reading->scratches[worker]);
}

/* content/recipes/<kitchen>/ */
static struct str place_of_entries(struct collection *collection)
{
    const struct facet *folders = collection_folders(collection);
    struct str one = label_noun(folders->names, collection->settings.language, 1);
    return STR_JOIN(&collection->arena, STR(CONTENT_FOLDER "/"), collection->kind.folder, STR("/<"),
                    one.len ? one : folders->field, STR(">/"));
}

static void read_documents(struct collection *collection, const struct fs_root *root,
                           const struct load_options *options, struct diags *diags)
{
    const struct schema *schemas[] = {
        [DOCUMENT_ENTRY] = collection->schema,
        [DOCUMENT_TERM] = builtin_schema(&collection->arena, SCHEMA_TERM),
        [DOCUMENT_PAGE] = builtin_schema(&collection->arena, SCHEMA_PAGE)};
    struct reading *reading = arena_new(&collection->arena, struct reading);
    size_t count = collection->documents.len;
    reading->collection = collection;
    for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++)
        reading->readers[i] = (struct document_reader){
            .root = root,
            .schema = schemas[i],
            .language = collection->settings.language,
            .advice = options->advice,
            .of_entries = collection->schema,
            .entries = label_noun(collection->kind.names, collection->settings.language, 2),
            .entries_lie = place_of_entries(collection),
        };
    reading->diags = arena_items(&collection->arena, struct diags, count);
    workers_run(options->threads, count, read_one, reading);
    for (size_t i = 0; i < WORKERS_MAX; i++) {
        arena_adopt(&collection->arena, &reading->arenas[i]);
        arena_release(&reading->scratches[i]);
    }
    for (size_t i = 0; i < count; i++)
        diag_merge(diags, &reading->diags[i]);
}

bool collection_load(struct collection *collection, const struct fs_root *root,
                     const struct load_options *options, struct diags *diags)
{
    load_settings(collection, root, diags);
    if (!load_schema(collection, root, diags))
        return false;
    if (options->base_url.len)
        collection->settings.base_url = options->base_url;
    collection->drafts = options->drafts;
    load_synonyms(collection, root, diags);
    published_read(&collection->published, &collection->arena, root, STR(PATHS_FILE), diags);
    files_find(collection, root, diags);
    read_documents(collection, root, options, diags);
    assemble(collection, diags);
    checks_run(collection, options, diags);
    exceptions_apply(collection, options, diags);
    return true;
}
