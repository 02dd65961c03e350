#ifndef COLLECTION_UNSET_H
#define COLLECTION_UNSET_H

#include "base/diag.h"
#include "collection/collection.h"

/*
 * Tells what readers are without because the settings leave a field out. Such a field may be
 * left out, so this is advice; and it is about the site, so it is told last.
 *
 * `publish`: the site is to be published, so it is told of all that must be there by then, also
 * of what nobody need think of before. What stops the publishing has rules that are `due`.
 *
 * To add a field: its rule in unset_rules.c, `due` if no site should be published without it; its
 * row in unset.c; a folder in tests/check, with `--publish` in its `options` if it is told late;
 * its row in content/README.md.
 */
void unset_check(const struct collection *collection, bool publish, struct diags *diags);

/*
 * Returns the fields that a catalogue of the open data cannot be without (data/catalogue.h) and
 * that are unset, as a list in words; the absent str if there are none, or if the schema asks for
 * no catalogue.
 */
struct str unset_for_catalogue(struct arena *arena, const struct collection *collection);

#endif
