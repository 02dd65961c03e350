#ifndef COLLECTION_SHOWN_H
#define COLLECTION_SHOWN_H

#include "collection/facet.h"
#include "schema/schema.h"

/*
 * Which fields are shown where, as the schema's mark x-show says:
 *
 *     x-show:
 *       home:    [topic, place]          facets whose values the front page lists
 *       filters: [topic, place, effort]  facets beside the list of all entries
 *       charts:  [topic, effort]         facets that the overview draws
 *       crossed: [{ field: effort, by: year }]
 *                                        pairs of facets that it draws: of the entries that each
 *                                        term of the second has, how many have each of the first
 *       card:    [place, effort]         what an entry in a list says of itself
 *       top:     [effort, place, sizes]  what its page says beside its title; of a field with
 *                                        x-figure the first figures, which are set large
 *       notes:   [learned, outdated]     what stands in boxes of its own beside its text
 *       ask:     [place, topic]          whom to ask: of the first of these facets in which
 *                                        the entry has terms with an address, those
 *       facts:   [place, topic, people]  what stands in the fact box of an entry
 *
 * A place that is not named gets what a reader would expect (the table in shown.c). The
 * folder goes by the name that x-folder gives its field.
 *
 * To add a place: its name in the enum and its row in shown.c, and the same name in
 * own_schemas.c and in the manual.
 */
enum shown_place {
    SHOWN_HOME,
    SHOWN_FILTERS,
    SHOWN_CHARTS,
    SHOWN_CARD,
    SHOWN_TOP,
    SHOWN_NOTES,
    SHOWN_ASK,
    SHOWN_FACTS,
    SHOWN_LINKS, /* the lists of links under a text, which x-show cannot name */
    SHOWN_PLACES
};

struct shown_field {
    const struct schema_property *property; /* NULL for the folder */
    const struct facet *facet;              /* NULL for a field that is none */
};

struct shown_list {
    struct shown_field *items;
    size_t len, cap;
};

/* Whether a part of the field, or of an item of its list, has the mark x-figure. */
bool shown_has_figures(const struct schema *schema);

/* Whether a place shows the field. */
bool shown_holds(const struct shown_list *list, const struct shown_field *field);

/* Two facets of which the overview shows how many entries have both of their terms. */
struct crossed {
    const struct facet *field, *by;
    bool stacked; /* each entry has one term of `field` at the most, of those in the schema */
};

struct crossed_list {
    struct crossed *items;
    size_t len, cap;
};

/*
 * Fills one list for each place. `mark` is x-show, or NULL; `facets` has all facets, and the
 * lists point into it. Adds a finding for each name that is no field or cannot be shown there.
 */
void shown_read(struct shown_list lists[SHOWN_PLACES], struct arena *arena,
                const struct schema *schema, const struct facet_list *facets,
                const struct value *mark, struct diags *diags);

/* Fills the list of pairs likewise; `pairs` is what x-show has under `crossed`, or NULL. */
void crossed_read(struct crossed_list *list, struct arena *arena, const struct schema *schema,
                  const struct facet_list *facets, const struct value *pairs, struct diags *diags);

#endif
