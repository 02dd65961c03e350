#include "site/site.h"

#include <time.h>

#include "collection/load.h"
#include "site/families.h"
#include "site/rules.h"

double session_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void prepare(struct session *session, const struct session_options *options)
{
    struct collection *collection = &session->collection;
    struct diags *diags = &session->diags;
    struct load_options load = options->load;
    load.rules = &site_rules;
    session->readable = collection_load(collection, &session->root, &load, diags);
    if (!session->readable || options->content_only)
        return;
    theme_load(&session->theme, &session->arena, &session->root, collection->settings.language,
               diags);
    struct plan_inputs inputs = {
        .root = &session->root,
        .assets = session->theme.assets,
        .asset_count = session->theme.asset_count,
        .indexed = options->indexed && diag_count(diags, SEVERITY_ERROR) == 0,
        .threads = options->load.threads,
    };
    plan_make(&session->plan, collection, &inputs, site_families, site_family_count, diags);
    session->whole =
        renderer_init(&session->renderer, &session->arena, &session->plan, &session->theme, diags);
}

void session_open(struct session *session, const struct session_options *options)
{
    *session = (struct session){0};
    arena_init(&session->arena);
    diag_init(&session->diags);
    collection_init(&session->collection);
    plan_init(&session->plan);
    session->root = fs_root_open(&session->arena, options->folder);
    prepare(session, options);
    diag_sort(&session->diags);
    if (diag_count(&session->diags, SEVERITY_ERROR))
        session->whole = false;
}

void session_close(struct session *session)
{
    plan_release(&session->plan);
    collection_release(&session->collection);
    diag_release(&session->diags);
    fs_root_close(&session->root);
    arena_release(&session->arena);
}
