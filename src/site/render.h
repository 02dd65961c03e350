#ifndef SITE_RENDER_H
#define SITE_RENDER_H

#include "base/buf.h"
#include "base/fs.h"
#include "plan/plan.h"
#include "pages/theme.h"
#include "pages/view.h"

/*
 * The bytes of every output of a plan.
 *
 *     struct renderer renderer;
 *     if (renderer_init(&renderer, &arena, &root, &plan, &theme, &diags))
 *         for (each output, on any thread)
 *             render_output(&renderer, output, &scratch, &bytes);
 *
 * renderer_init() compiles the theme's templates, each against the names its
 * family is given, and makes the values that pages share; false means that
 * there are findings. From then on nothing can go wrong with content or theme,
 * and the renderer is read-only.
 *
 * To add a kind of output: plan/plan.h has the recipe.
 */
struct renderer {
    const struct fs_root *root; /* for files that go out as they are */
    const struct plan *plan;
    const struct collection *collection;
    const struct template *templates[FAMILIES];
    struct view view;
};

bool renderer_init(struct renderer *renderer, struct arena *arena, const struct fs_root *root,
                   const struct plan *plan, const struct theme *theme, struct diags *diags);

/* Appends the bytes. `scratch` may be reset when they have been used. */
void render_output(const struct renderer *renderer, const struct output *output,
                   struct arena *scratch, struct buf *bytes);

#endif
