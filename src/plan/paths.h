#ifndef PLAN_PATHS_H
#define PLAN_PATHS_H

#include "plan/plan.h"

/*
 * The addresses of the site, each made in one place; that of a term is its `path`. All are paths
 * from the site's root, allocated in the arena; the absent str means that the collection has no
 * such page.
 */
#define HOME_PATH "index.html"

struct str plan_entry_path(struct arena *arena, const struct collection *collection,
                           const struct entry *entry);
struct str plan_entries_path(struct arena *arena, const struct collection *collection);
struct str plan_facet_path(struct arena *arena, const struct facet *facet);

/* Pictures of the collection, and all entries on one page to print. */
struct str plan_overview_path(struct arena *arena, const struct collection *collection);
struct str plan_print_path(struct arena *arena, const struct collection *collection);

struct str plan_asset_path(struct arena *arena, const struct asset *asset);
struct str plan_picture_path(struct arena *arena, struct str picture);

/* The file of the search index that is always there. */
struct str plan_search_path(struct arena *arena, const struct collection *collection);

/* The schema as open data. */
struct str plan_schema_path(struct arena *arena, const struct collection *collection);

/* Returns the way from an output up to the site's root: "", "../", "../../" … */
struct str plan_root_of(struct arena *arena, struct str path);

#endif
