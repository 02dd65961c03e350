#ifndef DATA_COLUMNS_H
#define DATA_COLUMNS_H

#include "collection/collection.h"

/*
 * What the open data say of an entry, in their order: for the table of entries
 * (data/entries_csv.h), and for who describes it (data/package.h).
 *
 * The first columns are ours; then come title and summary; of each facet, the ids of its terms and,
 * unless those are their names, their names as pages say them; then the other fields of the schema.
 * Fields that are only for those who write are not told (collection/entry_fields.h). A field that
 * is called as one of the columns before it, or as a formula begins, has `fields.` before its name.
 */
enum data_column_kind {
    COLUMN_ID,        /* plan/identity.h */
    COLUMN_PATH,      /* of its page */
    COLUMN_URL,       /* the full address, where the site has one */
    COLUMN_PUBLISHED, /* when it came */
    COLUMN_LANGUAGE,  /* of its text */
    COLUMN_TERM_IDS,
    COLUMN_TERM_NAMES,
    COLUMN_TRUTH, /* of a facet that is true or false */
    COLUMN_FIELD,
};

struct data_column {
    enum data_column_kind kind;
    struct str name;
    const struct facet *facet;              /* of the terms and the truth */
    const struct schema_property *property; /* of the field; NULL for the folder and for ours */
};

struct data_columns {
    struct data_column *items;
    size_t len, cap;
};

struct data_columns data_columns(struct arena *arena, const struct collection *collection);

#endif
