#ifndef DATA_PACKAGE_H
#define DATA_PACKAGE_H

#include "pages/view.h"

#define PACKAGE_FILE "datapackage.json"

/*
 * What the open data are, for programs that take them in: data/datapackage.json, a Data Package 1
 * of Frictionless (https://specs.frictionlessdata.io/), which has each table with its columns, and
 * beside it the same as JSON. A column with one term of a facet refers to the table of those.
 *
 * `edition` is ours, as in the file of the entries: the descriptor may have properties of its own.
 * samling sign reads it.
 *
 * A list in a cell is a text to it, and so is a date that may be a month or a year.
 */
void package_add(struct plan *plan);
void package_put(struct buf *out, const struct output *output, const struct view *view,
                 struct arena *scratch);

#endif
