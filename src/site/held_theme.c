#include "site/held_theme.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/stages.h"
#include "collection/theme_files.h"
#include "pages/colours.h"
#include "pages/inlined.h"
#include "pages/mark.h"

/* A collection whose entries lie in content/theme/ sets nothing there. */
static bool has_own_parts(const struct collection *collection)
{
    return !str_eq(collection->kind.folder, STR(THEME_FOLDER));
}

static struct hash files_asked(const struct collection *collection)
{
    struct hashing *hashing = hash_begin();
    hash_append_line(hashing, has_own_parts(collection) ? STR("own") : STR(""));
    hash_append_line(hashing, collection->settings.language);
    return hash_end(hashing);
}

/* What settings and schema say decides much: the names that templates are given are theirs. */
static void append_collection(struct hashing *hashing, const struct collection *collection)
{
    hash_append_hash(hashing, files_asked(collection));
    hash_append_line(hashing, collection->settings.source.text);
    hash_append_line(hashing, collection->schema_source.text);
}

static struct hash theme_asked(const struct collection *collection)
{
    struct hashing *hashing = hash_begin();
    append_collection(hashing, collection);
    hash_append_hash(hashing, mark_asked(collection));
    return hash_end(hashing);
}

/* Of assets templates are given the names, and the texts of those that fit inside a page. */
static struct hash names_of(const struct theme *theme, const struct collection *collection)
{
    struct hashing *hashing = hash_begin();
    append_collection(hashing, collection);
    for (size_t i = 0; i < theme->asset_count; i++) {
        hash_append_line(hashing, theme->assets[i].name);
        hash_append_line(hashing, inlined_fits(&theme->assets[i]) ? STR("inlined") : STR(""));
    }
    return hash_end(hashing);
}

static void end_theme(const struct theme *theme, struct stages *stages)
{
    size_t bytes = 0;
    for (size_t i = 0; i < theme->library.count; i++)
        bytes += theme->library.files[i].source->text.len;
    for (size_t i = 0; i < theme->asset_count; i++)
        bytes += theme->assets[i].bytes.len;
    stages_end(stages, theme->library.count + theme->asset_count, bytes);
}

static bool turns_pages(const struct theme *theme)
{
    for (size_t i = 0; i < theme->library.count; i++)
        if (str_eq(theme->library.files[i].name, STR("paging")))
            return true;
    return false;
}

static struct read_files *read_files(const struct theme_place *place,
                                     const struct collection *collection, enum read_part part,
                                     const struct read_files *texts, struct diags *diags)
{
    struct read_files *read = memory_resize(NULL, sizeof *read);
    size_t told = diag_total(diags), count = has_own_parts(collection) ? place->count : 1;
    *read = (struct read_files){.asked = files_asked(collection)};
    arena_init(&read->arena);
    if (part == READ_TEXTS)
        theme_load_texts(&read->theme, &read->arena, place->layers, count,
                         collection->settings.language, diags);
    else {
        read->theme = texts->theme;
        theme_load_assets(&read->theme, &read->arena, place->layers, count, diags);
    }
    read->clean = diag_total(diags) == told;
    return read;
}

static void drop_files(struct read_files *read)
{
    if (--read->holders)
        return;
    arena_release(&read->arena);
    free(read);
}

/*
 * Takes what was read, or reads it. Assets depend on what templates name, so they are kept only
 * with these.
 */
static void take_files(struct held_theme *held, const struct theme_place *place,
                       const struct collection *collection, const struct held_theme *before,
                       enum theme_changed changed, struct diags *diags)
{
    static const enum theme_changed least[READ_PARTS] = {
        [READ_TEXTS] = THEME_CHANGED,
        [READ_ASSETS] = THEME_ASSETS_CHANGED,
    };
    bool same = before && hash_eq(before->read[READ_TEXTS]->asked, files_asked(collection));
    for (size_t i = 0; i < READ_PARTS; i++) {
        same = same && changed < least[i] && before->read[i]->clean;
        held->read[i] =
            same ? before->read[i]
                 : read_files(place, collection, (enum read_part)i, held->read[READ_TEXTS], diags);
        held->read[i]->holders++;
    }
}

/* What settings and templates change of what was read is the theme's own. */
static void make_own(struct held_theme *held)
{
    const struct theme *read = &held->read[READ_ASSETS]->theme;
    held->theme = *read;
    held->theme.library.used = arena_items(&held->arena, bool, read->library.count);
    held->theme.assets = arena_items(&held->arena, struct asset, read->asset_count);
    for (size_t i = 0; i < read->asset_count; i++)
        held->theme.assets[i] = read->assets[i];
}

/* Takes what was compiled of the same templates for the same names, or what will be. */
static void take_compiled(struct held_theme *held, const struct collection *collection,
                          const struct held_theme *before)
{
    struct hash names = names_of(&held->theme, collection);
    bool same = before && before->read[READ_TEXTS] == held->read[READ_TEXTS] &&
                hash_eq(before->compiled->names, names);
    held->compiled = same ? before->compiled : memory_resize(NULL, sizeof *held->compiled);
    if (!same) {
        *held->compiled = (struct compiled){.names = names};
        arena_init(&held->compiled->arena);
    }
    held->compiled->holders++;
}

static void drop_compiled(struct compiled *compiled)
{
    if (--compiled->holders)
        return;
    arena_release(&compiled->arena);
    free(compiled);
}

struct held_theme *held_theme_load(const struct theme_place *place,
                                   const struct collection *collection,
                                   const struct held_theme *before, enum theme_changed changed,
                                   struct stages *stages, struct diags *diags)
{
    struct held_theme *held = memory_resize(NULL, sizeof *held);
    size_t told = diag_total(diags);
    *held = (struct held_theme){.holders = 1, .asked = theme_asked(collection)};
    arena_init(&held->arena);
    stages_begin(stages, SAID("leser temaet", "reading the theme"));
    take_files(held, place, collection, before, changed, diags);
    make_own(held);
    held->turns_pages = turns_pages(&held->theme);
    colours_set(&held->theme, &held->arena, &collection->settings, diags);
    end_theme(&held->theme, stages);
    mark_add(&held->theme, &held->arena, collection);
    take_compiled(held, collection, before);
    held->clean = diag_total(diags) == told;
    return held;
}

/* Whether a template is used is found out each time (theme_check_used()). */
struct held_theme *held_theme_take(struct held_theme *theme, const struct collection *collection)
{
    if (!theme || !theme->clean || !hash_eq(theme->asked, theme_asked(collection)))
        return NULL;
    for (size_t i = 0; i < theme->theme.library.count; i++)
        theme->theme.library.used[i] = false;
    theme->holders++;
    return theme;
}

void held_theme_drop(struct held_theme *theme)
{
    if (!theme || --theme->holders)
        return;
    for (size_t i = 0; i < READ_PARTS; i++)
        drop_files(theme->read[i]);
    drop_compiled(theme->compiled);
    arena_release(&theme->arena);
    free(theme);
}
