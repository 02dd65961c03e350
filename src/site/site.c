#include "site/site.h"

#include "base/confine.h"
#include "base/memory.h"
#include "base/stages.h"
#include "collection/own_schemas.h"
#include "collection/theme_files.h"
#include "pages/card.h"
#include "search/search.h"
#include "search/words.h"
#include "site/families.h"
#include "site/rules.h"
#include "site/share.h"

static void confine_site(struct site *site, const struct site_options *options)
{
    struct confine *confine = options->confine;
    if (!confine)
        return;
    fs_root_allow(&site->root, STR(CONTENT_FOLDER), confine,
                  CONFINE_READ | (options->puts_content ? CONFINE_PUT : 0));
    if (options->followed)
        fs_root_allow(&site->root, STR("."), confine, CONFINE_READ);
    if (!options->content_only) {
        fs_root_allow(&site->root, STR(THEME_FOLDER), confine, CONFINE_READ);
        theme_place_allow(&site->theme_place, confine);
    }
    confine_enter(confine);
}

static void load_collection(struct site *site, const struct site_options *options)
{
    struct load_options how = options->load;
    how.rules = &site_rules;
    how.own_schemas = site->own_schemas;
    site->readable = collection_load(&site->collection, &site->root, &how, &site->diags);
}

static void load_theme(struct site *site, const struct site_options *options)
{
    struct held_theme *before = options->held_theme;
    if (options->theme_changed == THEME_UNCHANGED)
        site->held_theme = held_theme_take(before, &site->collection);
    if (!site->held_theme)
        site->held_theme =
            held_theme_load(&site->theme_place, &site->collection, before, options->theme_changed,
                            options->load.stages, &site->diags);
    site->theme = &site->held_theme->theme;
    if (!site->held_theme->turns_pages)
        site->collection.settings.page_size = 0;
}

/* Before all outputs are made: what the news were made of goes, unless it is to be written anew. */
static void prepare_all(struct site *site)
{
    if (site->plan.inputs.accepted.len == 0)
        edition_release(&site->collection.edition);
    cards_keep(&site->renderer.view, &site->arena);
    memory_give_back();
}

/* Makes the plan and what renders it. Whoever makes outputs has the editions checked then. */
static void prepare(struct site *site, const struct plan_inputs *inputs, bool outputs_follow)
{
    struct stages *stages = inputs->stages;
    stages_begin(stages, SAID("planlegger", "planning"));
    plan_make(&site->plan, &site->collection, inputs, site_families, site_family_count,
              &site->diags);
    stages_end(stages, 0, 0);
    stages_begin(stages, SAID("forbereder sidene", "preparing the pages"));
    site->whole = renderer_init(&site->renderer, &site->arena, &site->plan, site->theme,
                                site->held_theme->compiled, &site->diags);
    if (site->whole && !outputs_follow)
        render_check_editions(&site->renderer, &site->diags);
    if (site->whole && outputs_follow && !inputs->when_asked)
        prepare_all(site);
    stages_end(stages, 0, 0);
}

static struct search_index *begin_index(const struct site *site, size_t threads)
{
    return search_begin(&site->collection,
                        &(struct search_options){.threads = threads, .known = site->known_words});
}

/*
 * The index is left out if there are errors already, since then nothing will be rendered. It is the
 * last to read the texts of bodies.
 */
static struct search_index *index_all(struct site *site, const struct site_options *options)
{
    struct stages *stages = options->load.stages;
    if (!options->indexed || options->when_asked || diag_count(&site->diags, SEVERITY_ERROR))
        return NULL;
    stages_begin(stages, SAID("leser ordene", "reading the words"));
    struct search_index *index = begin_index(site, options->load.threads);
    store_drop_texts(&site->collection.documents);
    memory_give_back();
    stages_end(stages, 0, 0);
    return index;
}

static void prepare_site(struct site *site, const struct site_options *options)
{
    struct plan_inputs inputs = {
        .root = &site->root,
        .assets = site->theme->assets,
        .asset_count = site->theme->asset_count,
        .share = share_picture_of(site->theme),
        .index = index_all(site, options),
        .when_asked = options->when_asked,
        .partial = options->load.instead != NULL,
        .threads = options->load.threads,
        .before = options->before,
        .accepted = options->accepted,
        .stages = options->load.stages,
    };
    prepare(site, &inputs, options->indexed);
}

void site_index(struct site *site)
{
    const struct family *family = site_families;
    while (family->add != search_add)
        family++;
    plan_add_index(&site->plan, family, begin_index(site, site->plan.inputs.threads));
}

static void site_init(struct site *site)
{
    *site = (struct site){.theme_place.program.fd = -1};
    arena_init(&site->arena);
    diag_init(&site->diags);
    collection_init(&site->collection);
    plan_init(&site->plan);
}

void site_begin_beside(struct site *site, const struct site *other)
{
    site_init(site);
    site->root = other->root;
    site->theme_place = other->theme_place;
    site->known_words = other->known_words;
    site->own_schemas = other->own_schemas;
    site->beside = true;
}

void site_begin(struct site *site, const struct site_options *options)
{
    site_init(site);
    site->root = fs_root_open(&site->arena, options->folder);
    site->own_schemas = own_schemas_make(&site->arena);
    if (!options->content_only)
        theme_place_find(&site->theme_place, &site->arena, &site->root);
    if (options->followed) {
        site->known_words = known_words_open();
        fs_root_forgive(&site->root);
        theme_place_follow(&site->theme_place, &site->arena);
    }
    confine_site(site, options);
}

void site_read(struct site *site, const struct site_options *options)
{
    load_collection(site, options);
    if (site->readable && !options->content_only) {
        load_theme(site, options);
        prepare_site(site, options);
    }
    if (diag_count(&site->diags, SEVERITY_ERROR))
        site->whole = false;
    if (options->wanted && site->readable)
        diag_keep(&site->diags, options->wanted, options->wanted_context);
    diag_sort(&site->diags);
}

void site_open(struct site *site, const struct site_options *options)
{
    site_begin(site, options);
    site_read(site, options);
}

void site_close(struct site *site)
{
    plan_release(&site->plan);
    collection_release(&site->collection);
    diag_release(&site->diags);
    held_theme_drop(site->held_theme);
    if (!site->beside) {
        known_words_close(site->known_words);
        theme_place_close(&site->theme_place);
        fs_root_close(&site->root);
    }
    arena_release(&site->arena);
}
