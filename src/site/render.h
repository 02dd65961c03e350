#ifndef SITE_RENDER_H
#define SITE_RENDER_H

#include "base/buf.h"
#include "base/hash.h"
#include "editions/edition.h"
#include "pages/theme.h"
#include "pages/view.h"
#include "plan/plan.h"

/*
 * Makes the bytes of every output of a plan.
 *
 * Calling sequence
 * ----------------
 *
 *     struct renderer renderer;
 *     if (renderer_init(&renderer, &arena, &plan, &theme, NULL, &diags))
 *         for (each output, on any thread)
 *             for (size_t part = 0; render_part(&renderer, output, part, &scratch, &bytes);)
 *                 part++;
 *
 * Errors
 * ------
 *
 * renderer_init() compiles the theme's templates, each against the names that its
 * family gives it. It returns false if there are errors among the findings, its own
 * or earlier ones. After it has returned true, nothing in content or theme can go
 * wrong any more.
 *
 * Ownership
 * ---------
 *
 * The renderer lives in the arena and is read-only once made. Plan and theme must
 * outlive it.
 */
struct renderer {
    const struct plan *plan;
    const struct template **templates; /* by the family's place in the table; NULL for none */
    struct view view;
};

/*
 * Templates that have been compiled without a finding, for the next renderer of a theme that has
 * the same ones and gives them the same names. Empty at first.
 */
struct compiled {
    struct arena arena;
    size_t holders;
    struct hash names;                 /* what decides which names there are */
    const struct template **templates; /* NULL: none */
    bool faulty; /* one could not be: there will be no others here, which would only grow */
};

/* `compiled` is NULL if there will be no other renderer. */
bool renderer_init(struct renderer *renderer, struct arena *arena, const struct plan *plan,
                   const struct theme *theme, struct compiled *compiled, struct diags *diags);

/*
 * Appends a part of an output, from 0 on, and returns whether there is one more: most outputs are
 * one part, large ones a number of them (put_part in plan/family.h). The caller may use the bytes,
 * and reset `scratch`, whenever it returns.
 */
bool render_part(const struct renderer *renderer, const struct output *output, size_t part,
                 struct arena *scratch, struct buf *bytes);

/*
 * Outputs are rendered in this order: most of them; editions, each of which takes all threads; and
 * the one page that needs their sizes.
 */
enum render_round { ROUND_MOST, ROUND_EDITIONS, ROUND_AFTER, RENDER_ROUNDS };

enum render_round render_round(const struct output *output);

/*
 * The same of an edition, an output that is made of others when all that it is made of can be
 * (editions/edition.h):
 *
 *     struct edition_maker maker;
 *     render_edition_begin(&maker, &renderer, output, &store, threads, &arena);
 *     if (render_edition_checked(&maker, &diags))
 *         for (size_t part = 0; render_edition_part(&maker, part, &bytes);)
 *             part++;
 *     render_edition_end(&maker);
 *
 * The maker stays where it is. The store is what need not be rendered again, NULL
 * if that is nothing. What the check tells of is an error, and nothing of the site must be
 * published then.
 *
 * Pages that say how large the editions are (`after_editions` in plan/family.h) are rendered when
 * the sizes have been stored in renderer.view.
 */
void render_edition_begin(struct edition_maker *maker, const struct renderer *renderer,
                          const struct output *output, const struct edition_store *store,
                          size_t threads, struct arena *arena);
bool render_edition_checked(struct edition_maker *maker, struct diags *diags);
bool render_edition_part(struct edition_maker *maker, size_t part, struct buf *bytes);

/* The same for whoever has done the jobs of the part. */
bool render_edition_put(struct edition_maker *maker, size_t part, struct buf *bytes);

void render_edition_end(struct edition_maker *maker);

/* Has those told of that cannot be made, for whoever makes none of them. */
void render_check_editions(const struct renderer *renderer, struct diags *diags);

#endif
