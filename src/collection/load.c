#include "collection/load.h"

#include "base/stages.h"
#include "collection/assemble.h"
#include "collection/attachments.h"
#include "collection/checks.h"
#include "collection/entry_fields.h"
#include "collection/exceptions.h"
#include "collection/fields.h"
#include "collection/files.h"
#include "collection/own_schemas.h"
#include "collection/proposals.h"
#include "collection/rules.h"
#include "parse/gate.h"
#include "parse/yaml.h"
#include "writing/personal.h"
#include "writing/plain_text.h"

/* Reads site.yaml or schema.yaml. Returns NULL, and tells why, if it cannot be read. */
static struct value *load_yaml(struct collection *collection, const struct fs_root *root,
                               struct str path, struct source *source, struct diags *diags)
{
    struct arena *arena = &collection->arena;
    enum fs_kind kind;
    if (!fs_kind_of(root, path, &kind)) {
        source_init(source, arena, path, STR(""));
        collection_tell(diags, RULE_FILE_MISSING, source_span(source, 0, 0), NO_DETAIL);
        return NULL;
    }
    if (!gate_read(arena, root, path, path, source, diags))
        return NULL;
    personal_check(source, diags);
    return yaml_parse(arena, source, source_span(source, 0, source->text.len), diags);
}

/* Returns the language of the site if it is written as languages are, or else nb. */
static struct str site_language(const struct value *fields)
{
    const struct value *written = value_get(fields, STR(FIELD_LANGUAGE));
    return written && !written->faulty && written->kind == VALUE_TEXT ? written->text : STR("nb");
}

/* The version of the format, which src/manual/samling-schema.5 describes. */
static void check_version(const struct value *fields, struct arena *arena, struct diags *diags)
{
    enum { KNOWN = 1 };
    const struct value *version = value_get(fields, STR(FIELD_SAMLING));
    if (version && !(version->kind == VALUE_INT && version->integer == KNOWN))
        collection_tell(diags, RULE_FORMAT_VERSION, version->span,
                        (struct detail){.args = {value_scalar(arena, version),
                                                 str_format(arena, "%d", KNOWN)}});
}

/* A size that the schema refuses, of which there is a finding, is no size to plan by. */
static int64_t page_size(const struct value *fields)
{
    int64_t size = value_get_int(fields, STR(FIELD_PAGE_SIZE), PAGE_SIZE);
    return size > 0 ? size : PAGE_SIZE;
}

/* Faults in the settings do not stop the rest of the collection from being checked. */
static void load_settings(struct collection *collection, const struct fs_root *root,
                          struct diags *diags)
{
    struct settings *settings = &collection->settings;
    struct value *fields = load_yaml(collection, root, STR(SITE_FILE), &settings->source, diags);
    settings->schema = own_schema(collection->own_schemas, SCHEMA_SITE);
    settings->language = STR("nb");
    settings->document_max = DOCUMENT_MAX;
    settings->page_size = PAGE_SIZE;
    if (!fields)
        return;
    schema_check(settings->schema, fields, &collection->arena, diags);
    check_version(fields, &collection->arena, diags);
    plain_text_check(fields, diags);
    settings->document_max = value_get_int(fields, STR(FIELD_DOCUMENT_MAX), DOCUMENT_MAX);
    settings->page_size = page_size(fields);
    settings->language = site_language(fields);
    settings->fields = fields;
    settings->title = value_get_str(fields, STR(FIELD_TITLE));
    settings->base_url = value_get_str(fields, STR(FIELD_BASE_URL));
}

static bool load_schema(struct collection *collection, const struct fs_root *root,
                        struct diags *diags)
{
    struct value *tree =
        load_yaml(collection, root, STR(SCHEMA_FILE), &collection->schema_source, diags);
    if (!tree)
        return false;
    const struct language *language = language_or_english(collection->settings.language);
    entry_fields_declare(&collection->arena, tree, language);
    proposals_declare(&collection->arena, tree, language, diags);
    struct schema *schema = schema_compile(&collection->arena, tree, diags);
    if (schema)
        proposals_count(schema);
    collection->schema = schema;
    return collection->schema &&
           marks_read(&collection->arena, collection->schema, collection->own_schemas,
                      &collection->kind, &collection->facets, diags);
}

/* Reads the synonyms, if the collection has any. */
static void load_synonyms(struct collection *collection, const struct fs_root *root,
                          struct diags *diags)
{
    static const struct str path = STR_INIT(SYNONYMS_FILE);
    struct arena *arena = &collection->arena;
    struct source *source = &collection->synonyms_source;
    enum fs_kind kind;
    if (!fs_kind_of(root, path, &kind) || !gate_read(arena, root, path, path, source, diags))
        return;
    personal_check(source, diags);
    struct span all = source_span(source, 0, source->text.len);
    struct value *groups = yaml_parse_any(arena, source, all, diags);
    if (!groups || groups->kind == VALUE_NULL)
        return;
    const struct schema *schema = own_schema(collection->own_schemas, SCHEMA_SYNONYMS);
    if (schema_check_named(schema, groups, str_of(SAID("synonymer", "synonyms")), arena, diags))
        synonyms_read(&collection->synonyms, arena, groups, diags);
}

static void read_documents(struct collection *collection, const struct fs_root *root,
                           const struct load_options *options, struct diags *diags)
{
    struct document_reader reader = {
        .root = root,
        .schemas = {[DOCUMENT_ENTRY] = collection->schema,
                    [DOCUMENT_TERM] = own_schema(collection->own_schemas, SCHEMA_TERM),
                    [DOCUMENT_PAGE] = own_schema(collection->own_schemas, SCHEMA_PAGE)},
        .language = collection->settings.language,
        .drafts = options->drafts,
        .advice = options->advice,
        .shares = !options->again,
    };
    store_read(&collection->documents, &reader, options->threads);
    store_findings(&collection->documents, diags);
}

/* Returns what decides, besides the bytes of a document, what is read of it. */
static struct hash documents_asked(const struct collection *collection,
                                   const struct load_options *options)
{
    struct hashing *hashing = hash_begin();
    hash_append(hashing, options->drafts ? STR("drafts ") : STR("- "));
    hash_append(hashing, options->advice ? STR("advice ") : STR("- "));
    hash_append_line(hashing, collection->settings.language);
    hash_append(hashing, collection->schema_source.text);
    return hash_end(hashing);
}

/* Reads what is there once: the settings, the schema, and what they may have beside them. */
static bool load_beside(struct collection *collection, const struct fs_root *root,
                        const struct load_options *options, struct diags *diags)
{
    load_settings(collection, root, diags);
    if (!load_schema(collection, root, diags))
        return false;
    if (options->base_url.len)
        collection->settings.base_url = options->base_url;
    load_synonyms(collection, root, diags);
    published_read(&collection->published, &collection->arena, root, STR(PATHS_FILE), diags);
    if (collection->kind.news.len) {
        told_read(&collection->told, &collection->arena, root, STR(NEWS_FILE), diags);
        personal_check(&collection->told.source, diags);
        edition_read(&collection->edition, root, STR(EDITION_FILE), diags);
    }
    return true;
}

static void end_beside(const struct collection *collection, struct stages *stages)
{
    const struct source *const read[] = {
        &collection->settings.source,  &collection->schema_source, &collection->synonyms_source,
        &collection->published.source, &collection->told.source,   &collection->edition.source};
    size_t files = 0, bytes = 0;
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        files += read[i]->text.len > 0;
        bytes += read[i]->text.len;
    }
    stages_end(stages, files, bytes);
}

static void end_documents(const struct store *documents, struct stages *stages)
{
    size_t bytes = 0;
    for (size_t i = 0; i < documents->len; i++)
        bytes += documents->items[i]->source.text.len;
    stages_end(stages, documents->len, bytes);
}

static void end_attachments(const struct collection *collection, struct stages *stages)
{
    size_t files = 0, bytes = 0;
    for (size_t i = 0; i < collection->attachments.len; i++) {
        files += collection->attachments.items[i]->published;
        bytes += collection->attachments.items[i]->size;
    }
    stages_end(stages, files, bytes);
}

/* The documents, and what they say together. */
static void load_documents(struct collection *collection, const struct fs_root *root,
                           const struct load_options *options, struct diags *diags)
{
    struct stages *stages = options->stages;
    stages_begin(stages, SAID("finner filene", "finding the files"));
    if (options->files)
        store_keep(&collection->documents, documents_asked(collection, options),
                   options->before ? &options->before->documents : NULL, options->instead);
    files_find(collection, root, options, diags);
    stages_end(stages, 0, 0);
    stages_begin(stages, SAID("leser tekstene", "reading the texts"));
    read_documents(collection, root, options, diags);
    end_documents(&collection->documents, stages);
    stages_begin(stages, SAID("ser på vedleggene", "looking at the attachments"));
    attachments_read(collection, root, options->threads, diags);
    end_attachments(collection, stages);
    stages_begin(stages, SAID("setter sammen", "putting together"));
    assemble(collection, diags);
    stages_end(stages, 0, 0);
    stages_begin(stages, SAID("kontrollerer", "checking"));
    checks_run(collection, options, diags);
    exceptions_apply(collection, options, diags);
    stages_end(stages, 0, 0);
}

bool collection_load(struct collection *collection, const struct fs_root *root,
                     const struct load_options *options, struct diags *diags)
{
    collection->own_schemas =
        options->own_schemas ? options->own_schemas : own_schemas_make(&collection->arena);
    stages_begin(options->stages, SAID("leser innstillingene", "reading the settings"));
    bool readable = load_beside(collection, root, options, diags);
    end_beside(collection, options->stages);
    if (readable)
        load_documents(collection, root, options, diags);
    return readable;
}
