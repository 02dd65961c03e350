#ifndef PAGES_VIEW_H
#define PAGES_VIEW_H

#include "base/value.h"
#include "plan/plan.h"
#include "pages/theme.h"

/*
 * What templates are given, as values: the parts that many pages share.
 *
 * Paths are given from the site's root; a page is given `root`, the way up to
 * it, and a template writes {{root}}{{path}}. So the card of an entry and the
 * value of a term are made once and used by every page that shows them.
 *
 * What a page of one language says of a term differs from that of another
 * language; so the shared values stand once for each language of the site's
 * pages, in a struct tongue.
 *
 * The names are described for the theme's author in theme/README.md, and for
 * the compiler of templates in the shapes beside the values.
 */
struct tongue {
    struct str language;
    const struct value *texts;    /* the theme's words: `t` */
    const struct value *site;     /* the settings */
    struct value **facets;        /* by the facet's number: title, path, terms */
    struct value ***terms;        /* by the facet's and the term's numbers */
    struct value **cards;         /* by the entry's number */
    const struct value *by_field; /* facets under the names of their fields */
    const struct value *browse;   /* the facets that have a page of their own */
};

struct view {
    struct arena *arena;
    const struct collection *collection;
    const struct plan *plan;
    struct tongue *tongues;
    size_t tongue_count;
    const struct value *assets;
    const struct value *pages; /* those of content/pages, in their order */
};

/* Makes the shared values. All of it lives in the arena and is read-only afterwards. */
void view_init(struct view *view, struct arena *arena, const struct plan *plan,
               const struct theme *theme);

/* The tongue of a page in this language; the site's own where the theme has no words for it. */
const struct tongue *view_tongue(const struct view *view, struct str language);

/* The name of a file of theme/assets in templates: site.css is assets.site_css. */
struct str view_asset_name(struct arena *arena, struct str file);

/* Fragments of pages/shapes.h: what is made of a term, a facet, an entry and its folder. */
extern const char term_shape[], facet_shape[], card_shape[], group_shape[];

/* How many terms of the main facet a card tells: its `topics`. */
enum { TOPICS_MAX = 3 };

/* What a link to an entry needs: its title, its path, and its language where that is another. */
void view_link(struct arena *arena, struct value *map, const struct plan *plan,
               const struct tongue *tongue, const struct entry *entry);

/* A list of the cards of some entries. */
struct value *view_cards(struct arena *arena, const struct tongue *tongue,
                         const struct entry *const *entries, size_t count);

/* What a group of entries of one folder begins with: the folder's id, name and path. */
struct value *view_group(struct arena *arena, const struct tongue *tongue,
                         const struct term *folder);

/* The cards, in groups by folder: those of the term of its folder, with its cards. */
struct value *view_groups(struct arena *arena, const struct collection *collection,
                          const struct tongue *tongue, const struct entry *const *entries,
                          size_t count);

#endif
