#ifndef SITE_RENDER_H
#define SITE_RENDER_H

#include "base/buf.h"
#include "pages/theme.h"
#include "pages/view.h"
#include "plan/plan.h"

/*
 * The bytes of every output of a plan.
 *
 * Calling sequence:
 *
 *     struct renderer renderer;
 *     if (renderer_init(&renderer, &arena, &plan, &theme, &diags))
 *         for (each output, on any thread)
 *             render_output(&renderer, output, &scratch, &bytes);
 *
 * Errors: renderer_init() compiles the theme's templates, each against the names
 * that its family is given; false means that there are findings. From then on
 * nothing can go wrong with content or theme.
 *
 * Ownership: all of it lives in the arena, and is read-only once made.
 */
struct renderer {
    const struct plan *plan;
    const struct template **templates; /* by the family's place in the table; NULL: it has none */
    struct view view;
};

bool renderer_init(struct renderer *renderer, struct arena *arena, const struct plan *plan,
                   const struct theme *theme, struct diags *diags);

/* Appends the bytes. `scratch` may be reset when they have been used. */
void render_output(const struct renderer *renderer, const struct output *output,
                   struct arena *scratch, struct buf *bytes);

#endif
