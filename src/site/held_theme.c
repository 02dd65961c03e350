#include "site/held_theme.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/stages.h"
#include "collection/theme_files.h"
#include "pages/colours.h"
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

/* The names that templates are given are those of schema and settings. */
static struct hash theme_asked(const struct collection *collection, bool drawn)
{
    struct hash parts[] = {files_asked(collection), mark_asked(collection, drawn)};
    struct hashing *hashing = hash_begin();
    hash_append(hashing, (struct str){(const char *)parts, sizeof parts});
    hash_append_line(hashing, collection->settings.source.text);
    hash_append(hashing, collection->schema_source.text);
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

static struct read_theme *read_files(const struct theme_place *place,
                                     const struct collection *collection, struct diags *diags)
{
    struct read_theme *read = memory_resize(NULL, sizeof *read);
    size_t told = diag_total(diags);
    *read = (struct read_theme){.asked = files_asked(collection)};
    arena_init(&read->arena);
    theme_load(&read->theme, &read->arena, place->layers,
               has_own_parts(collection) ? place->count : 1, collection->settings.language, diags);
    read->clean = diag_total(diags) == told;
    return read;
}

static void drop_files(struct read_theme *read)
{
    if (--read->holders)
        return;
    arena_release(&read->arena);
    free(read);
}

/* Takes what was read. What settings and templates change of it is the theme's own. */
static void take_files(struct held_theme *held, struct read_theme *read)
{
    held->read = read;
    read->holders++;
    held->theme = read->theme;
    held->theme.library.used = arena_items(&held->arena, bool, read->theme.library.count);
    held->theme.assets = arena_items(&held->arena, struct asset, read->theme.asset_count);
    for (size_t i = 0; i < read->theme.asset_count; i++)
        held->theme.assets[i] = read->theme.assets[i];
}

struct held_theme *held_theme_load(const struct theme_place *place,
                                   const struct collection *collection, bool drawn,
                                   const struct held_theme *before, bool changed,
                                   struct stages *stages, struct diags *diags)
{
    struct held_theme *held = memory_resize(NULL, sizeof *held);
    size_t told = diag_total(diags);
    bool same = before && !changed && before->read->clean &&
                hash_eq(before->read->asked, files_asked(collection));
    *held = (struct held_theme){.holders = 1, .asked = theme_asked(collection, drawn)};
    arena_init(&held->arena);
    held->compiled.arena = &held->arena;
    stages_begin(stages, SAID("leser temaet", "reading the theme"));
    take_files(held, same ? before->read : read_files(place, collection, diags));
    held->turns_pages = turns_pages(&held->theme);
    colours_set(&held->theme, &held->arena, &collection->settings, diags);
    end_theme(&held->theme, stages);
    stages_begin(stages, SAID("tegner merket", "drawing the mark"));
    mark_make(&held->mark, &held->arena, collection,
              drawn && diag_count(diags, SEVERITY_ERROR) == 0, before ? &before->mark : NULL);
    mark_add(&held->theme, &held->arena, &held->mark);
    stages_end(stages, 0, 0);
    held->clean = diag_total(diags) == told;
    return held;
}

/* Whether a template is used is found out each time (theme_check_used()). */
struct held_theme *held_theme_take(struct held_theme *theme, const struct collection *collection,
                                   bool drawn)
{
    if (!theme || !theme->clean || !hash_eq(theme->asked, theme_asked(collection, drawn)))
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
    drop_files(theme->read);
    arena_release(&theme->arena);
    free(theme);
}
