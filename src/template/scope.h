#ifndef TEMPLATE_SCOPE_H
#define TEMPLATE_SCOPE_H

#include <stdint.h>

#include "template/shape.h"

/*
 * What names mean at one place of a strict template: the stack of contexts that
 * template_run() will have there, as shapes.
 *
 * A scope is made once for each way to get there, so two places have the same
 * scope exactly when the pointers are equal. A lenient template has no scopes:
 * NULL stands for them.
 */
struct scope {
    const struct scope *outer;
    const struct shape *shape;  /* NULL: not known, after a finding; everything may be in it */
    struct scope *inner, *next; /* those made from this one; the next one of its siblings */
};

struct scope *scope_root(struct arena *arena, const struct shape *shape);
struct scope *scope_push(struct arena *arena, struct scope *scope, const struct shape *shape);

struct scope_answer {
    const struct shape *shape; /* NULL: not known, because of an earlier finding, or missing */
    uint32_t up;               /* how many scopes out the first part was found */
    bool missing;              /* there is no such name … */
    struct str part;           /* … because of this part of it */
    struct str suggestion;     /* the nearest name there is, or the absent str */
};

/* Looks up a name that has been split at its full stops. */
struct scope_answer scope_find(const struct scope *scope, const struct str *parts, size_t count);

#endif
