#ifndef DATA_CATALOGUE_H
#define DATA_CATALOGUE_H

#include "pages/view.h"

/*
 * The catalogue of the open data, by which data.norge.no and others find it: data/<name>.ttl, in
 * Turtle, after DCAT-AP-NO 3 (https://data.norge.no/specification/dcat-ap-no). It tells of the
 * entries and of the terms of each facet as data sets, and of each file about them that the plan
 * has as a distribution.
 *
 * It is there when the schema names it and nothing is unset that it cannot be without
 * (collection/unset.h). Dates that are not whole days it leaves out, since the specification knows
 * no others, and likewise codes of lists that do not have ours (data/catalogue_codes.h): a licence
 * that the list lacks is told of as rights.
 *
 * To add a file: its row in the table of catalogue.c.
 */
void catalogue_add(struct plan *plan);
void catalogue_put(struct buf *out, const struct output *output, const struct view *view,
                   struct arena *scratch);

#endif
