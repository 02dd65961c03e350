#ifndef TEMPLATE_SCOPE_H
#define TEMPLATE_SCOPE_H

#include <stdint.h>

#include "template/shape.h"

/*
 * Which names are known at one place of a strict template: the stack of contexts that
 * template_run() will have there, as shapes.
 *
 * Equal stacks are one scope, so scopes may be compared by their pointers. In a lenient
 * template the scope is NULL.
 */
struct scope {
    const struct scope *outer;
    const struct shape *shape; /* NULL: unknown, after a finding; it may have any name */
    struct scope *inner;       /* the newest scope that was pushed on this one */
    struct scope *next;        /* the one that was pushed on `outer` before this one */
};

/* Returns a new scope of one shape: what a whole template is given. */
struct scope *scope_root(struct arena *arena, const struct shape *shape);

/* Returns the scope with `shape` as its innermost context; makes it if it is new. */
struct scope *scope_push(struct arena *arena, struct scope *scope, const struct shape *shape);

struct scope_answer {
    const struct shape *shape; /* NULL: missing, or unknown because of an earlier finding */
    uint32_t up;               /* how many scopes out the first part was found */
    bool missing;              /* there is no such name */
    struct str part;           /* if missing: the first part that is not there */
    struct str suggestion;     /* if missing: the nearest name, or the absent str */
};

/* Looks up a name that has been split at its full stops. */
struct scope_answer scope_find(const struct scope *scope, const struct str *parts, size_t count);

#endif
