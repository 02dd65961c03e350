#ifndef DATA_TERMS_DATA_H
#define DATA_TERMS_DATA_H

#include "pages/view.h"

/*
 * The terms of each facet as data of their own: data/<its path, or its field>.json and .csv, for
 * the facets that facet_has_names() names. They are there when the schema has `x-entries.data`.
 *
 *     { "format": 1, "name": "Kjøkken", "field": "kitchen", "language": "nb", "count": 2,
 *       "kjokken": [ { "id": "bakst", "name": "Bakst", "labels": { "nn": "Bakst" }, "short": …,
 *                      "names": […], "summary": …, "kind": { "id": …, "name": … },
 *                      "website": …, "path": …, "url": …, "count": 3 } ] }
 *
 * What a term has not is left out. `names` and `summary` stand as in its file; `count` is how many
 * entries it has. The table has the same, but for the labels in other languages.
 */
void terms_json_add(struct plan *plan);
bool terms_json_put(struct buf *out, const struct output *output, const struct view *view,
                    struct arena *scratch, size_t part);

void terms_csv_add(struct plan *plan);
bool terms_csv_put(struct buf *out, const struct output *output, const struct view *view,
                   struct arena *scratch, size_t part);

/* The columns of the table; `url` only where the site has an address. */
enum term_column {
    TERM_ID,
    TERM_NAME,
    TERM_SHORT,
    TERM_NAMES,
    TERM_SUMMARY,
    TERM_KIND,
    TERM_WEBSITE,
    TERM_PATH,
    TERM_URL,
    TERM_COUNT,
    TERM_COLUMNS
};
extern const struct str term_columns[TERM_COLUMNS];

#endif
