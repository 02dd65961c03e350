#ifndef DATA_ENTRIES_JSON_H
#define DATA_ENTRIES_JSON_H

#include "pages/view.h"

/*
 * All entries with all that pages say of them: data/<noun for them>.json. It is there when the
 * schema has `x-entries.data`.
 *
 *     { "format": 1, …the site…, "schema": "recipes.schema.json", "count": 2,
 *       "recipes": [ { "id": "recipes/baking/lefse", "path": …, "url": …, "published": …,
 *                      "language": "nb",
 *                      "terms": { "kind": [{ "id": "baking", "name": "Bakst" }] },
 *                      "fields": { "title": "Lefse", … },
 *                      "body": "<p>…" } ] }
 *
 * `fields` are those of the entry's file, by the names and the rules of the schema; `terms` has of
 * each facet the ids, and the names in the language of the site; `body` is the text as HTML. Its
 * links are full addresses, or, of a site without a known one, begin at its root.
 *
 * The form stays: a later one may have more keys, and another number if it has fewer or others.
 */
enum { DATA_FORMAT = 1 };

void entries_json_add(struct plan *plan);
bool entries_json_put(struct buf *out, const struct output *output, const struct view *view,
                      struct arena *scratch, size_t part);

#endif
