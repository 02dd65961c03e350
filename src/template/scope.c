#include "template/scope.h"

#include "base/arena.h"
#include "base/nearest.h"

struct scope *scope_root(struct arena *arena, const struct shape *shape)
{
    struct scope *scope = arena_new(arena, struct scope);
    scope->shape = shape;
    return scope;
}

struct scope *scope_push(struct arena *arena, struct scope *scope, const struct shape *shape)
{
    for (struct scope *inner = scope->inner; inner; inner = inner->next)
        if (inner->shape == shape)
            return inner;
    struct scope *inner = scope_root(arena, shape);
    inner->outer = scope;
    inner->next = scope->inner;
    scope->inner = inner;
    return inner;
}

static void try_members(struct nearest *nearest, const struct shape *shape)
{
    if (shape && shape->kind == SHAPE_MAP)
        for (size_t i = 0; i < shape->members.len; i++)
            nearest_try(nearest, shape->members.items[i].name);
}

static struct scope_answer missing_part(struct str part, struct nearest nearest)
{
    return (struct scope_answer){.missing = true, .part = part, .suggestion = nearest.best};
}

/* Looks for the first part from the innermost context outwards. An unknown shape has every name. */
static struct scope_answer find_first(const struct scope *scope, struct str part)
{
    uint32_t up = 0;
    for (const struct scope *at = scope; at; at = at->outer, up++) {
        const struct shape *shape = shape_get(at->shape, part);
        if (shape || !at->shape)
            return (struct scope_answer){.shape = shape, .up = up};
    }
    struct nearest nearest = nearest_to(part);
    for (const struct scope *at = scope; at; at = at->outer)
        try_members(&nearest, at->shape);
    return missing_part(part, nearest);
}

struct scope_answer scope_find(const struct scope *scope, const struct str *parts, size_t count)
{
    if (count == 0)
        return (struct scope_answer){.shape = scope->shape};
    struct scope_answer answer = find_first(scope, parts[0]);
    for (size_t i = 1; i < count && answer.shape; i++) {
        const struct shape *shape = shape_get(answer.shape, parts[i]);
        if (!shape) {
            struct nearest nearest = nearest_to(parts[i]);
            try_members(&nearest, answer.shape);
            return missing_part(parts[i], nearest);
        }
        answer.shape = shape;
    }
    return answer;
}
