#ifndef DATA_BIBLIOGRAPHY_H
#define DATA_BIBLIOGRAPHY_H

#include "pages/view.h"

/*
 * How all entries are cited, for those who keep sources: data/<noun for them>.bib, .ris and
 * .csl.json, each for other programs, and all with the same in them (pages/citation.h), in the
 * order of the collection. They are there when the schema has `x-entries.data`.
 */
void bibliography_add(struct plan *plan);
bool bibliography_put(struct buf *out, const struct output *output, const struct view *view,
                      struct arena *scratch, size_t part);

#endif
