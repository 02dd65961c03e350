#ifndef COLLECTION_PROPOSALS_H
#define COLLECTION_PROPOSALS_H

#include "base/diag.h"
#include "base/language.h"
#include "collection/collection.h"

/*
 * Terms that an entry proposes, since its vocabulary lacks them. Who writes an entry need not
 * look after the vocabularies, and must not be stopped by one:
 *
 *     proposed:
 *       ingredients:
 *         - { name: Havremelk, url: "https://www.example.no/havremelk" }
 *
 * The keys are the fields whose values are terms of a vocabulary (x-terms). No schema has a
 * word of this: proposals_declare() gives each that has such fields the property, so that a
 * proposal is checked, searched, published as JSON Schema and asked for in the form as if the
 * schema had it. A proposed term counts where one is required (`required`, `minItems`,
 * x-main); it is shown by its name, and has no id and no page.
 *
 *     proposals_declare(&arena, tree, language, &diags);        // the schema, as it was read
 *     struct schema *schema = schema_compile(&arena, tree, &diags);
 *     proposals_count(schema);
 *     …
 *     const struct value *list = entry_proposals(entry, facet);  // NULL: none
 *     for (size_t i = 0; i < value_list_len(list); i++)
 *         use(proposal_name(list->list.items[i]));               // absent: it is wrong, and told
 */

/*
 * Adds the property `proposed` to a schema that is not compiled yet. Tells of a property that
 * has the name already, and leaves it. What the property says to who writes is in `language`.
 */
void proposals_declare(struct arena *arena, struct value *tree, const struct language *language,
                       struct diags *diags);

/* Lets proposed terms count where the fields of a compiled schema ask for a value. */
void proposals_count(struct schema *schema);

/* Returns the schema of the list of proposals for a field, or NULL if its values are no terms. */
const struct schema *proposals_schema(const struct collection *collection, struct str field);

/* Returns what an entry proposes for a facet, as it was written: a list, or NULL if nothing. */
const struct value *entry_proposals(const struct entry *entry, const struct facet *facet);

/* Returns the name in a proposal; the absent str if it has none that can be shown. */
struct str proposal_name(const struct value *proposal);

/* Tells of every proposed term: how to add it, or which term it is already. */
void proposals_check(const struct collection *collection, struct diags *diags);

#endif
