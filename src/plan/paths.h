#ifndef PLAN_PATHS_H
#define PLAN_PATHS_H

#include "plan/plan.h"

/*
 * The addresses of the site, each made in one place. (That of a term is its
 * `path`, made in collection/facet.c; those of former addresses and 404.html are made where
 * they are added.) Each function returns a path from the site's root, allocated in
 * the arena; the absent str if the collection has no such page.
 */
#define HOME_PATH         "index.html"
#define SITEMAP_PATH      "sitemap.xml" /* further parts: sitemap-1.xml … */
#define ROBOTS_PATH       "robots.txt"
#define WEB_MANIFEST_PATH "site.webmanifest"
#define SECURITY_PATH     ".well-known/security.txt"

/*
 * Returns the full address of an output, which the front page shares with the site; the absent
 * str if the site has no known address.
 */
struct str plan_address(struct arena *arena, const struct collection *collection, struct str path);

/* One entry, the list of all entries, the list of a facet's terms, a text page. */
struct str plan_entry_path(struct arena *arena, const struct collection *collection,
                           const struct entry *entry);
struct str plan_entries_path(struct arena *arena, const struct collection *collection);
struct str plan_facet_path(struct arena *arena, const struct facet *facet);
struct str plan_text_page_path(struct arena *arena, const struct text_page *page);

/* The page with tables and charts, all entries on one page to print, what is new. */
struct str plan_overview_path(struct arena *arena, const struct collection *collection);
struct str plan_print_path(struct arena *arena, const struct collection *collection);
struct str plan_news_path(struct arena *arena, const struct collection *collection);

/* Of the page to print, where it is in parts, the first one with a folder's entries. */
struct str plan_print_part_path(struct arena *arena, const struct collection *collection,
                                const struct term *folder);

/* The booklet of a term, which has entries: booklets/theme/trust.html. */
struct str plan_booklet_path(struct arena *arena, const struct term *term);

/*
 * The page that puts entries side by side; and for it the scripts that say what they have
 * (pages/compared.c), by their numbers, in a folder beside it.
 */
struct str plan_compare_path(struct arena *arena, const struct collection *collection);
struct str plan_compared_folder(struct arena *arena, const struct collection *collection);
struct str plan_compared_path(struct arena *arena, const struct collection *collection,
                              size_t number);

/* assets/site.0123456789.css. The hash is in the name, so a browser may keep the file for ever. */
struct str plan_asset_path(struct arena *arena, const struct asset *asset);

/*
 * The path of a picture or document beside the texts: where it lies in content/, below
 * `files` or the word for pictures in the language of the site. It is not lasting, since no
 * other file could lead on from it.
 */
struct str plan_attachment_path(struct arena *arena, const struct collection *collection,
                                const struct attachment *attachment);

/*
 * The scripts with the cards of a list over several pages (pages/cards.h), by their numbers, beside
 * the search index. Their names hold no hash: they say themselves which index they are of.
 */
struct str plan_cards_path(struct arena *arena, const struct collection *collection, size_t number);

/*
 * Files of the open data: data/<name>; one about the entries, data/<noun for them><ending>, of
 * which the schema of an entry is one (data/schema_json.h); and one about the terms of a facet.
 * The catalogue of them (data/catalogue.h) has the name that the schema gives it.
 */
struct str plan_data_path(struct arena *arena, const struct collection *collection,
                          struct str name);
struct str plan_entries_data_path(struct arena *arena, const struct collection *collection,
                                  struct str ending);
struct str plan_catalogue_path(struct arena *arena, const struct collection *collection);
struct str plan_schema_path(struct arena *arena, const struct collection *collection);
/* What the terms of a facet go by there: the folder of their pages, or else the field as a slug. */
struct str plan_terms_name(struct arena *arena, const struct facet *facet);
struct str plan_terms_data_path(struct arena *arena, const struct collection *collection,
                                const struct facet *facet, struct str ending);

/*
 * A feed (data/feed.h): that of a term, beside its page, or for NULL that of the whole site. The
 * ending, .xml or .json, is its form's. The term has a page.
 */
struct str plan_feed_path(struct arena *arena, const struct term *term, struct str ending);

/*
 * The page that has the form for a new entry; and for the form, an entry as it is written
 * (data/original.h), in a folder beside that page, under the entry's id.
 */
struct str plan_form_path(struct arena *arena, const struct collection *collection);
struct str plan_originals_path(struct arena *arena, const struct collection *collection);
struct str plan_original_path(struct arena *arena, const struct collection *collection,
                              const struct entry *entry);

/* And the scripts with the ids of all entries (pages/entry_ids.h), by their numbers, there too: no
 * entry's id has a full stop. */
struct str plan_entry_ids_path(struct arena *arena, const struct collection *collection,
                               size_t number);

/* Returns the relative path from an output up to the site's root: "", "../", "../../" … */
struct str plan_root_of(struct arena *arena, struct str path);

#endif
