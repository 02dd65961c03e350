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

static void append_line(struct hashing *hashing, struct str text)
{
    hash_append(hashing, text);
    hash_append(hashing, STR("\n"));
}

/*
 * The mark is made from the settings; where a picture has the shelf, from the ids there, too. And
 * the names that templates are given are those of schema and settings.
 */
static struct hash theme_asked(const struct collection *collection, bool drawn)
{
    const struct settings *settings = &collection->settings;
    const struct facet *shelf = settings->base_url.len ? collection_shelf(collection) : NULL;
    struct hashing *hashing = hash_begin();
    append_line(hashing, drawn ? STR("drawn") : STR("empty"));
    append_line(hashing, has_own_parts(collection) ? STR("own") : STR(""));
    append_line(hashing, settings->base_url);
    for (size_t i = 0; shelf && i < shelf->terms.len; i++)
        append_line(hashing, shelf->terms.items[i]->id);
    append_line(hashing, settings->source.text);
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

static void add_mark(struct held_theme *held, const struct collection *collection,
                     const struct held_theme *before, bool drawn)
{
    held->drawn = drawn;
    if (before && before->drawn == drawn && hash_eq(before->asked, held->asked))
        mark_copy(&held->mark, &held->arena, &before->mark);
    else
        mark_make(&held->mark, &held->arena, collection, drawn);
    mark_add(&held->theme, &held->arena, &held->mark);
}

struct held_theme *held_theme_load(const struct theme_place *place,
                                   const struct collection *collection, bool drawn,
                                   const struct held_theme *before, struct stages *stages,
                                   struct diags *diags)
{
    struct held_theme *held = memory_resize(NULL, sizeof *held);
    size_t told = diag_total(diags);
    *held = (struct held_theme){.holders = 1, .asked = theme_asked(collection, drawn)};
    arena_init(&held->arena);
    held->compiled.arena = &held->arena;
    stages_begin(stages, SAID("leser temaet", "reading the theme"));
    theme_load(&held->theme, &held->arena, place->layers,
               has_own_parts(collection) ? place->count : 1, collection->settings.language, diags);
    held->turns_pages = turns_pages(&held->theme);
    colours_set(&held->theme, &held->arena, &collection->settings, diags);
    end_theme(&held->theme, stages);
    stages_begin(stages, SAID("tegner merket", "drawing the mark"));
    add_mark(held, collection, before, drawn && diag_count(diags, SEVERITY_ERROR) == 0);
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
    arena_release(&theme->arena);
    free(theme);
}
