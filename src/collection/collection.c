#include "collection/collection.h"

#include <stdlib.h>
#include <string.h>

#include "base/slug.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/workers.h"
#include "collection/assemble.h"
#include "collection/checks.h"
#include "collection/exceptions.h"
#include "collection/rules.h"
#include "base/address.h"
#include "parse/gate.h"
#include "parse/rules.h"
#include "parse/yaml.h"

void collection_init(struct collection *collection)
{
    *collection = (struct collection){0};
    arena_init(&collection->arena);
    map_init(&collection->by_path, &collection->arena);
    map_init(&collection->pictures_by_path, &collection->arena);
}

void collection_release(struct collection *collection)
{
    arena_release(&collection->arena);
}

/* One of the two YAML files; NULL when there is nothing to go on with. */
static struct value *load_yaml(struct collection *collection, const struct fs_root *root,
                               struct str path, struct source *source, struct diags *diags)
{
    struct arena *arena = &collection->arena;
    enum fs_kind kind;
    if (!fs_kind_of(root, path, &kind)) {
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
    if (!fs_kind_of(root, path, &kind) || !gate_read(arena, root, path, path, source, diags))
        return;
    struct span all = source_span(source, 0, source->text.len);
    struct value *groups = yaml_parse_any(arena, source, all, diags);
    if (!groups || groups->kind == VALUE_NULL)
        return;
    const struct schema *schema = builtin_schema(arena, SCHEMA_SYNONYMS);
    if (schema_check_named(schema, groups, STR("synonymer"), arena, diags))
        synonyms_read(&collection->synonyms, arena, groups, diags);
}

/* A place to point at when a file as a whole is meant. */
static struct span whole_file(struct collection *collection, struct str path)
{
    struct source *source = arena_new(&collection->arena, struct source);
    source_init(source, &collection->arena, path, STR(""));
    return source_span(source, 0, 0);
}

static void check_name(struct collection *collection, struct str path, struct str name,
                       struct diags *diags)
{
    if (!slug_is(name)) {
        bool valid = utf8_valid_until(path) == path.len;
        struct str better = valid ? slug_make(&collection->arena, name) : STR("");
        if (better.len == 0)
            better = STR("nytt-navn");
        diag_add(diags, &model_rules[RULE_FILE_NAME], whole_file(collection, path),
                 (struct detail){.args = {name, better}});
    }
    if (slug_is_reserved(name))
        diag_add(diags, &model_rules[RULE_NAME_RESERVED], whole_file(collection, path),
                 (struct detail){.args = {name}});
}

static void add_document(struct collection *collection, enum document_kind kind, struct str folder,
                         struct str name, struct str path, struct diags *diags)
{
    struct str slug = str_slice(name, 0, name.len - 3);
    check_name(collection, path, slug, diags);
    struct document document = {.kind = kind,
                                .folder = folder,
                                .slug = slug,
                                .source = {.path = path},
                                .number = collection->documents.len};
    vec_push(&collection->arena, &collection->documents, document);
}

/* Its folders are part of its address, too. The bytes are read when they are published. */
static void add_picture(struct collection *collection, const struct fs_root *root, struct str path,
                        struct diags *diags)
{
    struct str rest = str_from(path, sizeof CONTENT_FOLDER);
    for (struct str part; str_cut(&rest, '/', &part);)
        check_name(collection, path,
                   str_slice(part, 0, rest.ptr ? part.len : str_rfind_byte(part, '.')), diags);
    struct picture picture = {path, whole_file(collection, path)};
    vec_push(&collection->arena, &collection->pictures, picture);
    switch (fs_check_readable(root, path, PICTURE_MAX)) {
    case FS_TOO_LARGE:
        diag_add(diags, &parse_rules[RULE_FILE_TOO_LARGE], picture.origin,
                 (struct detail){.args = {STR("16 MiB")}});
        break;
    case FS_OK: break;
    default: diag_add(diags, &parse_rules[RULE_NOT_A_FILE], picture.origin, NO_DETAIL);
    }
}

/* What programs leave beside the files that people open. */
static bool is_litter(struct str name)
{
    return str_starts(name, STR("~$")) || str_ends(name, STR("~")) ||
           str_eq(name, STR("Thumbs.db")) || str_eq(name, STR("desktop.ini"));
}

/* How long the first of these endings is that a name has, in small letters or large; 0: none. */
static size_t ending_of(struct str name, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = str_of(endings[i]).len, same = 0;
        while (name.len > len && same < len &&
               (name.ptr[name.len - len + same] == endings[i][same] ||
                (name.ptr[name.len - len + same] | 0x20) == endings[i][same]))
            same++;
        if (same == len)
            return len;
    }
    return 0;
}

/* What some editors make of tekst.md: text, but under another name. The absent str: no such. */
static struct str meant_name(struct arena *arena, struct str name)
{
    static const char *const endings[] = {".md.txt", ".txt", ".text", ".markdown",
                                          ".mdown",  ".mkd", ".md"};
    size_t ending = ending_of(name, endings, sizeof endings / sizeof *endings);
    if (ending == 0 && str_find_byte(name, '.') != SIZE_MAX)
        return (struct str){0};
    return STR_JOIN(arena, str_slice(name, 0, name.len - ending), STR(".md"));
}

/* A file that nobody looks for; `here`: one that ends in .md would be looked for. */
static void report_stray(struct collection *collection, struct str path, struct str name, bool here,
                         struct diags *diags)
{
    static const char *const documents[] = {".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages"};
    struct arena *arena = &collection->arena;
    struct span span = whole_file(collection, path);
    struct str meant = meant_name(arena, name);
    if (ending_of(name, documents, sizeof documents / sizeof *documents))
        diag_add(diags, &model_rules[RULE_FILE_DOCUMENT], span, NO_DETAIL);
    else if (here && meant.len)
        diag_add(diags, &model_rules[RULE_FILE_ENDING], span,
                 (struct detail){.args = {name, meant}});
    else
        diag_add(diags, &model_rules[RULE_FILE_STRAY], span,
                 (struct detail){.suggestion =
                                     str_ends(name, STR(".md.txt")) ? meant : (struct str){0}});
}

/* Which kind a file is, by where it lies; everything else is nobody's. */
static void sort_file(struct collection *collection, const struct fs_root *root, struct str path,
                      struct diags *diags)
{
    struct str rest = path, parts[4] = {{0}};
    size_t count = 0;
    for (struct str part; count < 4 && str_cut(&rest, '/', &part);)
        parts[count++] = part;
    struct str name = parts[count - 1];
    bool markdown = str_ends(name, STR(".md")) && name.len > 3 && !rest.ptr;
    bool entries = count >= 2 && str_eq(parts[1], collection->kind.folder);
    if (str_eq(name, STR("README.md")) || is_litter(name))
        return;
    if (utf8_valid_until(path) < path.len) { /* from here on paths are text */
        check_name(collection, path, path, diags);
        return;
    }
    if (!rest.ptr && address_is_picture(name)) {
        add_picture(collection, root, path, diags);
    } else if (markdown && count == 4 && entries) {
        add_document(collection, DOCUMENT_ENTRY, parts[2], name, path, diags);
    } else if (markdown && count == 3 && str_eq(parts[1], STR("pages"))) {
        add_document(collection, DOCUMENT_PAGE, parts[1], name, path, diags);
    } else if (markdown && count == 3 && facet_of_vocabulary(&collection->facets, parts[1])) {
        add_document(collection, DOCUMENT_TERM, parts[1], name, path, diags);
    } else if (markdown && count == 3 && entries) {
        const struct facet *folders = collection_folders(collection);
        struct str where = STR_JOIN(&collection->arena, STR(CONTENT_FOLDER "/"), parts[1]);
        struct str one = label_noun(folders->names, collection->settings.language, 1);
        diag_add(diags, &model_rules[RULE_ENTRY_FOLDER], whole_file(collection, path),
                 (struct detail){.args = {one.len ? one : folders->field, where}});
    } else if (!str_eq(path, STR(CONTENT_FOLDER "/site.yaml")) &&
               !str_eq(path, STR(CONTENT_FOLDER "/schema.yaml")) &&
               !str_eq(path, STR(SYNONYMS_FILE)) && !str_eq(path, STR(PATHS_FILE))) {
        bool term = count == 3 && facet_of_vocabulary(&collection->facets, parts[1]);
        bool page = count == 3 && str_eq(parts[1], STR("pages"));
        report_stray(collection, path, name, term || page || (count == 4 && entries && !rest.ptr),
                     diags);
    }
}

static void find_documents(struct collection *collection, const struct fs_root *root,
                           struct diags *diags)
{
    struct fs_list files = {0};
    fs_walk(root, STR(CONTENT_FOLDER), false, &collection->arena, &files);
    for (size_t i = 0; i < files.len; i++)
        sort_file(collection, root, files.items[i].path, diags);
    for (size_t i = 0; i < collection->documents.len; i++) {
        struct document *document = &collection->documents.items[i];
        map_add(&collection->by_path, document->source.path, document);
    }
    for (size_t i = 0; i < collection->pictures.len; i++) {
        struct picture *picture = &collection->pictures.items[i];
        map_add(&collection->pictures_by_path, picture->path, picture);
    }
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
    find_documents(collection, root, diags);
    read_documents(collection, root, options, diags);
    assemble(collection, diags);
    checks_run(collection, options, diags);
    exceptions_apply(collection, options, diags);
    return true;
}

const struct document *collection_document(const struct collection *collection, struct str path)
{
    return map_get(&collection->by_path, path);
}

bool collection_has_picture(const struct collection *collection, struct str path)
{
    return map_get(&collection->pictures_by_path, path) != NULL;
}

bool collection_leaves_out(const struct collection *collection, const struct document *document)
{
    return !collection->drafts && value_get_bool(document->fields, STR("draft"));
}

const struct facet *collection_folders(const struct collection *collection)
{
    return &collection->facets.items[0];
}

const struct facet *collection_main(const struct collection *collection)
{
    for (size_t f = 0; f < collection->facets.len; f++)
        if (collection->facets.items[f].main)
            return &collection->facets.items[f];
    return NULL;
}
