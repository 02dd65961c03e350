#include "pages/theme.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/fs_walk.h"
#include "base/hash.h"
#include "base/nearest.h"
#include "base/value.h"
#include "base/vec.h"
#include "collection/theme_files.h"
#include "schema/schema_rules.h"
#include "parse/gate.h"
#include "parse/yaml.h"
#include "pages/rules.h"
#include "pages/scripts.h"
#include "pages/style_links.h"

enum { ASSET_MAX = 4 * 1024 * 1024 };

/* A file of a layer. Those that an upper layer replaces are not kept, save files of strings. */
struct theme_file {
    struct str path; /* below the layer's folder */
    enum theme_part part;
    struct str name;
    const struct theme_layer *layer;
    bool added; /* no lower layer has it */
};

/* What has been read so far; theme_load_texts() and theme_load_assets() hand it over. */
struct theme_loader {
    struct arena *arena;
    struct diags *diags;
    struct {
        struct theme_file **items;
        size_t len, cap;
    } files; /* in the order of their paths, of the lower layers first */
    struct {
        struct template_file *items;
        size_t len, cap;
    } templates;
    struct {
        bool *items;
        size_t len, cap;
    } added; /* a flag for each template */
    struct strings_list strings, own_strings;
    struct map named; /* words in the templates of upper layers */
    struct {
        struct asset *items;
        size_t len, cap;
    } assets;
    struct {
        struct source *items;
        size_t len, cap;
    } sheets; /* the style sheets as they are written, in the order of the assets */
};

/*
 * Which files.
 */

static void find_file(struct theme_loader *loader, struct map *by_path, bool lowest,
                      struct theme_file found)
{
    struct theme_file *file = arena_new(loader->arena, struct theme_file);
    *file = found;
    struct theme_file *there = map_add(by_path, file->path, file);
    file->added = !lowest && there == file;
    if (there != file && found.part != THEME_STRINGS)
        *there = *file;
    else
        vec_push(loader->arena, &loader->files, file);
}

/* A file that is none of a theme's is not the program's, and is left alone. */
static void find_files(struct theme_loader *loader, const struct theme_layer *layers, size_t count,
                       bool assets)
{
    struct map by_path;
    map_init(&by_path, loader->arena);
    for (size_t l = 0; l < count; l++) {
        struct fs_list list = {0};
        fs_walk(layers[l].root, layers[l].folder, 0, loader->arena, &list);
        for (size_t i = 0; i < list.len; i++) {
            struct theme_file file = {
                .path = str_from(list.items[i].path, layers[l].folder.len + 1),
                .layer = &layers[l],
            };
            if (theme_file_is(file.path, &file.part, &file.name) &&
                (file.part == THEME_ASSETS) == assets)
                find_file(loader, &by_path, l == 0, file);
        }
    }
}

static int theme_file_order(const void *a, const void *b)
{
    const struct theme_file *one = *(struct theme_file *const *)a;
    const struct theme_file *other = *(struct theme_file *const *)b;
    int order = str_cmp(one->path, other->path);
    return order ? order : (one->layer > other->layer) - (one->layer < other->layer);
}

/*
 * What is in them.
 */

static struct str file_path(struct theme_loader *loader, const struct theme_file *file,
                            struct str folder)
{
    return STR_JOIN(loader->arena, folder, STR("/"), file->path);
}

static struct source *read_source(struct theme_loader *loader, const struct theme_file *file,
                                  bool *readable)
{
    struct source *source = arena_new(loader->arena, struct source);
    *readable =
        gate_read(loader->arena, file->layer->root, file_path(loader, file, file->layer->folder),
                  file_path(loader, file, file->layer->shown), source, loader->diags);
    return source;
}

static void load_template(struct theme_loader *loader, const struct theme_file *file, bool upper)
{
    bool readable;
    const struct source *source = read_source(loader, file, &readable);
    struct template_file template = {file->name, source};
    if (!readable)
        return;
    vec_push(loader->arena, &loader->templates, template);
    vec_push(loader->arena, &loader->added, file->added);
    if (upper)
        strings_note(&loader->named, source->text);
}

static void load_strings(struct theme_loader *loader, const struct theme_file *file, bool upper)
{
    bool readable;
    const struct source *source = read_source(loader, file, &readable);
    struct span all = source_span(source, 0, source->text.len);
    struct value *texts = readable ? yaml_parse(loader->arena, source, all, loader->diags) : NULL;
    for (size_t i = 0; texts && i < texts->map.len; i++)
        if (!value_settle(texts->map.items[i].value, VALUE_TEXT))
            diag_add(loader->diags, &schema_rules[SCHEMA_RULE_NOT_TEXT],
                     texts->map.items[i].value->span,
                     (struct detail){.args = {texts->map.items[i].key}});
    struct strings strings = {file->name, texts};
    bool beside = upper && strings_of(&loader->strings, file->name);
    vec_push(loader->arena, beside ? &loader->own_strings : &loader->strings, strings);
}

static bool is_style(const struct asset *asset)
{
    return str_ends(asset->name, STR(".css"));
}

static void keep_sheet(struct theme_loader *loader, const struct theme_file *file, struct str text)
{
    struct source sheet;
    source_init(&sheet, loader->arena, file_path(loader, file, file->layer->shown), text);
    vec_push(loader->arena, &loader->sheets, sheet);
}

/* Tells of an asset that has no bytes then: templates may go on naming it. */
static void tell_asset_unread(struct theme_loader *loader, const struct theme_file *file,
                              enum fs_status status)
{
    struct source *source = arena_new(loader->arena, struct source);
    source_init(source, loader->arena, file_path(loader, file, file->layer->shown), STR(""));
    gate_tell_unread(source, status, ASSET_MAX, loader->diags);
}

static void load_asset(struct theme_loader *loader, const struct theme_file *file, bool upper)
{
    (void)upper;
    struct asset asset = {.name = file->name, .bytes = STR("")};
    struct str path = file_path(loader, file, file->layer->folder);
    enum fs_status status =
        fs_read(file->layer->root, path, ASSET_MAX, loader->arena, &asset.bytes);
    if (status != FS_OK)
        tell_asset_unread(loader, file, status);
    if (str_ends(file->name, STR(".js")))
        asset.bytes = script_lean(loader->arena, asset.bytes);
    if (is_style(&asset))
        keep_sheet(loader, file, asset.bytes);
    vec_push(loader->arena, &loader->assets, asset);
}

static void (*const load_part[])(struct theme_loader *loader, const struct theme_file *file,
                                 bool upper) = {
    [THEME_TEMPLATES] = load_template,
    [THEME_STRINGS] = load_strings,
    [THEME_ASSETS] = load_asset,
};

/* Loads the assets, or all that is none. */
static void load_files(struct theme_loader *loader, const struct theme_layer *layers, size_t count,
                       bool assets)
{
    find_files(loader, layers, count, assets);
    if (loader->files.len)
        qsort(loader->files.items, loader->files.len, sizeof *loader->files.items,
              theme_file_order);
    for (size_t i = 0; i < loader->files.len; i++) {
        const struct theme_file *file = loader->files.items[i];
        load_part[file->part](loader, file, file->layer != layers);
    }
}

struct str theme_asset_name(struct arena *arena, struct str file)
{
    char *name = arena_text(arena, file.len);
    for (size_t i = 0; i < file.len; i++)
        name[i] = file.ptr[i] == '.' || file.ptr[i] == '-' ? '_' : file.ptr[i];
    return (struct str){name, file.len};
}

/* Returns the names in the tags of the templates that begin and end so. */
static struct map names_in_tags(struct arena *arena, const struct template_library *library,
                                struct str begin, struct str end)
{
    struct map names;
    map_init(&names, arena);
    for (size_t i = 0; i < library->count; i++) {
        struct str text = library->files[i].source->text;
        for (size_t at, len; (at = str_find(text, begin)) != SIZE_MAX;) {
            text = str_from(text, at + begin.len);
            if ((len = str_find(text, end)) != SIZE_MAX)
                map_add(&names, str_slice(text, 0, len), arena);
        }
    }
    return names;
}

static void hash_asset(struct theme_loader *loader, struct asset *asset)
{
    asset->hash = hash_hex(loader->arena, hash_of(asset->bytes));
}

/* A style sheet holds the hashes of what it names, so those are made before its own. */
static void link_sheets(struct theme_loader *loader)
{
    struct asset *assets = loader->assets.items;
    size_t sheet = 0, count = loader->assets.len;
    for (size_t i = 0; i < count; i++)
        if (style_can_name(&assets[i]))
            hash_asset(loader, &assets[i]);
    for (size_t i = 0; i < count; i++)
        if (is_style(&assets[i])) {
            struct str linked = style_link(loader->arena, &loader->sheets.items[sheet++], assets,
                                           count, loader->diags);
            assets[i].bytes = script_lean(loader->arena, linked);
        }
}

/* What a template names is a script by itself, and no part of another. */
static void finish_assets(struct theme_loader *loader, const struct template_library *library)
{
    struct arena *arena = loader->arena;
    struct asset *assets = loader->assets.items;
    bool *alone = arena_items(arena, bool, loader->assets.len);
    struct map loaded = names_in_tags(arena, library, STR("{{assets."), STR("}}"));
    struct map inlined = names_in_tags(arena, library, STR("{{{inline."), STR(".text}}}"));
    for (size_t i = 0; i < loader->assets.len; i++) {
        struct str name = theme_asset_name(arena, assets[i].name);
        alone[i] = map_get(&loaded, name) || map_get(&inlined, name);
        assets[i].inlined = map_get(&inlined, name) && !map_get(&loaded, name);
    }
    link_sheets(loader);
    loader->assets.len = scripts_join(arena, assets, loader->assets.len, alone);
    for (size_t i = 0; i < loader->assets.len; i++)
        if (!style_can_name(&assets[i]))
            hash_asset(loader, &assets[i]);
}

static void finish_strings(struct theme_loader *loader, struct str shown, struct str language)
{
    strings_compare(&loader->strings, shown, language, loader->arena, loader->diags);
    strings_join(&loader->strings, &loader->own_strings, language, &loader->named, loader->arena,
                 loader->diags);
    const struct strings *site = strings_of(&loader->strings, language);
    if (site && site->texts)
        strings_check_own(site, loader->diags);
}

void theme_load_texts(struct theme *theme, struct arena *arena, const struct theme_layer *layers,
                      size_t layer_count, struct str language, struct diags *diags)
{
    struct theme_loader loader = {.arena = arena, .diags = diags};
    map_init(&loader.named, arena);
    load_files(&loader, layers, layer_count, false);
    finish_strings(&loader, layers->shown, language);
    theme->library =
        (struct template_library){.files = loader.templates.items,
                                  .count = loader.templates.len,
                                  .used = arena_items(arena, bool, loader.templates.len)};
    theme->added = loader.added.items;
    theme->languages = loader.strings.items;
    theme->language_count = loader.strings.len;
}

void theme_load_assets(struct theme *theme, struct arena *arena, const struct theme_layer *layers,
                       size_t layer_count, struct diags *diags)
{
    struct theme_loader loader = {.arena = arena, .diags = diags};
    load_files(&loader, layers, layer_count, true);
    finish_assets(&loader, &theme->library);
    theme->assets = loader.assets.items;
    theme->asset_count = loader.assets.len;
}

static void tell_unused_template(const struct theme *theme, const struct template_file *file,
                                 struct diags *diags)
{
    struct nearest nearest = nearest_to(file->name);
    size_t among = diag_take_suggestion(diags) ? nearest_among(theme->library.count) : 0;
    for (size_t i = 0; i < among; i++)
        if (!theme->added[i])
            nearest_try(&nearest, theme->library.files[i].name);
    diag_add(diags, &page_rules[RULE_TEMPLATE_UNUSED], source_span(file->source, 0, 0),
             (struct detail){.args = {file->name}, .suggestion = nearest.best});
}

void theme_check_used(const struct theme *theme, struct diags *diags)
{
    for (size_t i = 0; i < theme->library.count; i++)
        if (theme->added[i] && !theme->library.used[i])
            tell_unused_template(theme, &theme->library.files[i], diags);
}

const struct strings *theme_strings(const struct theme *theme, struct str language)
{
    struct strings_list all = {theme->languages, theme->language_count, theme->language_count};
    return strings_of(&all, language);
}
