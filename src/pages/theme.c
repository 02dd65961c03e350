#include "pages/theme.h"

#include <stdint.h>

#include "base/die.h"
#include "base/hash.h"
#include "base/value.h"
#include "base/vec.h"
#include "schema/schema_rules.h"
#include "parse/gate.h"
#include "parse/yaml.h"
#include "pages/holes.h"
#include "pages/rules.h"
#include "pages/scripts.h"
#include "pages/words.h"

enum { ASSET_MAX = 4 * 1024 * 1024 };

/* What has been read so far; theme_load() hands it over. */
struct theme_loader {
    struct arena *arena;
    const struct fs_root *root;
    struct diags *diags;
    struct {
        struct template_file *items;
        size_t len, cap;
    } templates;
    struct {
        struct strings *items;
        size_t len, cap;
    } strings;
    struct {
        struct asset *items;
        size_t len, cap;
    } assets;
};

static struct source *read_source(struct theme_loader *loader, struct str path, bool *readable)
{
    struct source *source = arena_new(loader->arena, struct source);
    *readable = gate_read(loader->arena, loader->root, path, path, source, loader->diags);
    return source;
}

static void load_template(struct theme_loader *loader, struct str path, struct str name)
{
    bool readable;
    const struct source *source = read_source(loader, path, &readable);
    struct template_file file = {str_slice(name, 0, name.len - sizeof ".mustache" + 1), source};
    if (readable)
        vec_push(loader->arena, &loader->templates, file);
}

static void load_strings(struct theme_loader *loader, struct str path, struct str name)
{
    bool readable;
    const struct source *source = read_source(loader, path, &readable);
    struct span all = source_span(source, 0, source->text.len);
    struct value *texts = readable ? yaml_parse(loader->arena, source, all, loader->diags) : NULL;
    for (size_t i = 0; texts && i < texts->map.len; i++)
        if (!value_settle(texts->map.items[i].value, VALUE_TEXT))
            diag_add(loader->diags, &schema_rules[SCHEMA_RULE_NOT_TEXT],
                     texts->map.items[i].value->span,
                     (struct detail){.args = {texts->map.items[i].key}});
    struct strings strings = {str_slice(name, 0, name.len - sizeof ".yaml" + 1), texts};
    vec_push(loader->arena, &loader->strings, strings);
}

static void load_asset(struct theme_loader *loader, struct str path, struct str name)
{
    struct asset asset = {.name = name};
    if (fs_read(loader->root, path, ASSET_MAX, loader->arena, &asset.bytes) != FS_OK)
        die(SAID("kan ikke lese %.*s: den er ingen vanlig fil, eller for stor",
                 "cannot read %.*s: it is not an ordinary file, or too large"),
            STR_ARG(path));
    if (str_ends(name, STR(".js")) || str_ends(name, STR(".css")))
        asset.bytes = script_lean(loader->arena, asset.bytes);
    vec_push(loader->arena, &loader->assets, asset);
}

/* What lies where in a theme. A file that fits no row is not the program's, and is left alone. */
static const struct {
    struct str folder, ending;
    void (*load)(struct theme_loader *loader, struct str path, struct str name);
} theme_folders[] = {
    {STR_INIT(THEME_FOLDER "/templates/"), STR_INIT(".mustache"), load_template},
    {STR_INIT(THEME_FOLDER "/strings/"), STR_INIT(".yaml"), load_strings},
    {STR_INIT(THEME_FOLDER "/assets/"), STR_INIT(""), load_asset},
};

static void load_files(struct theme_loader *loader)
{
    struct fs_list files = {0};
    fs_walk(loader->root, STR(THEME_FOLDER), false, loader->arena, &files);
    for (size_t i = 0; i < files.len; i++)
        for (size_t k = 0; k < sizeof theme_folders / sizeof *theme_folders; k++) {
            struct str path = files.items[i].path;
            if (!str_starts(path, theme_folders[k].folder) ||
                !str_ends(path, theme_folders[k].ending))
                continue;
            struct str name = str_from(path, theme_folders[k].folder.len);
            if (str_find_byte(name, '/') == SIZE_MAX)
                theme_folders[k].load(loader, path, name);
        }
}

static void finish_assets(struct theme_loader *loader)
{
    struct asset *assets = loader->assets.items;
    loader->assets.len = scripts_join(loader->arena, assets, loader->assets.len);
    for (size_t i = 0; i < loader->assets.len; i++)
        assets[i].hash = hash_hex(loader->arena, hash_of(assets[i].bytes));
}

/* Adds a finding by `rule` for each key of `measure` that `strings` lacks. */
static void compare_strings(const struct strings *strings, const struct strings *measure,
                            struct str path, enum page_rule rule, struct diags *diags)
{
    for (size_t i = 0; i < measure->texts->map.len; i++) {
        const struct member *member = &measure->texts->map.items[i];
        if (value_get(strings->texts, member->key))
            continue;
        struct span span = rule == RULE_STRING_MISSING
                               ? source_span(strings->texts->span.source, 0, 0)
                               : member->key_span;
        diag_add(diags, &page_rules[rule], span, (struct detail){.args = {member->key, path}});
    }
}

static struct str strings_path(struct arena *arena, struct str language)
{
    return STR_JOIN(arena, STR(THEME_FOLDER "/strings/"), language, STR(".yaml"));
}

/* The words that C looks up by name (pages/words.h): the theme must have them. */
static void check_own_words(const struct strings *strings, struct diags *diags)
{
    for (size_t i = 0; i < OWN_WORDS; i++)
        if (!value_get(strings->texts, own_word_keys[i]))
            diag_add(diags, &page_rules[RULE_STRING_NEEDED],
                     source_span(strings->texts->span.source, 0, 0),
                     (struct detail){.args = {own_word_keys[i]}});
}

static void check_strings(const struct theme *theme, struct arena *arena, struct str language,
                          struct diags *diags)
{
    const struct strings *measure = theme_strings(theme, language);
    struct str path = strings_path(arena, language);
    if (!measure) {
        struct source *source = arena_new(arena, struct source);
        source_init(source, arena, path, STR(""));
        diag_add(diags, &page_rules[RULE_THEME_FILE_MISSING], source_span(source, 0, 0), NO_DETAIL);
        return;
    }
    if (!measure->texts)
        return;
    check_own_words(measure, diags);
    for (size_t i = 0; i < theme->language_count; i++) {
        if (!theme->languages[i].texts)
            continue;
        compare_strings(&theme->languages[i], measure, path, RULE_STRING_MISSING, diags);
        compare_strings(measure, &theme->languages[i], path, RULE_STRING_UNKNOWN, diags);
        holes_check(theme->languages[i].texts, measure->texts, path, diags);
    }
}

void theme_load(struct theme *theme, struct arena *arena, const struct fs_root *root,
                struct str language, struct diags *diags)
{
    struct theme_loader loader = {.arena = arena, .root = root, .diags = diags};
    load_files(&loader);
    finish_assets(&loader);
    *theme = (struct theme){
        .library = {loader.templates.items, loader.templates.len},
        .languages = loader.strings.items,
        .language_count = loader.strings.len,
        .assets = loader.assets.items,
        .asset_count = loader.assets.len,
    };
    check_strings(theme, arena, language, diags);
}

const struct strings *theme_strings(const struct theme *theme, struct str language)
{
    for (size_t i = 0; i < theme->language_count; i++)
        if (str_eq(theme->languages[i].language, language))
            return &theme->languages[i];
    return NULL;
}
