#ifndef COLLECTION_SYNONYMS_H
#define COLLECTION_SYNONYMS_H

#include "base/diag.h"
#include "base/value.h"

struct arena;

/*
 * Words that mean the same in a search: content/synonyms.yaml, a list of groups.
 *
 *     - [ledelse, leiing]
 *     - [hjemmekontor, arbeide hjemmefra]
 *
 * What a search makes of them is in search/synonyms.h.
 */
struct synonym {
    struct str written;
    struct str folded; /* its words as a search has them (base/norwegian.h), one space apart */
    struct span span;
};

struct synonym_group { /* 2 … 20 */
    struct synonym *items;
    size_t len, cap;
};

struct synonyms {
    struct synonym_group *items;
    size_t len, cap;
};

/*
 * Reads the groups off a value that fits SCHEMA_SYNONYMS. A word that folds to nothing, or
 * to what an earlier one does, is reported and left out.
 */
void synonyms_read(struct synonyms *synonyms, struct arena *arena, const struct value *groups,
                   struct diags *diags);

#endif
