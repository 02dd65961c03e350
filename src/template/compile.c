#include "template/compile.h"

#include <assert.h>

#include "base/arena.h"

bool compile_is_too_large(const struct template_compiler *c)
{
    return c->tag_count > TAGS_MAX || c->routine_count > ROUTINES_MAX;
}

void compile_tell(struct template_compiler *c, enum template_rule rule, struct span span,
                  struct detail detail)
{
    diag_add(&c->diags, &template_rules[rule], span, detail);
}

bool compile_descend(struct template_compiler *c, const struct passage *passage,
                     const struct tag *tag, size_t by)
{
    if (c->depth + by > TEMPLATE_DEPTH_MAX) {
        compile_tell(c, TEMPLATE_TOO_DEEP, unit_tag_span(passage->home->unit, tag),
                     (struct detail){.args = {unit_tag_text(passage->home->unit, tag),
                                              str_format(c->arena, "%d", TEMPLATE_DEPTH_MAX)}});
        c->cut = true;
        return false;
    }
    c->depth += by;
    c->peak = c->peak < c->depth ? c->depth : c->peak;
    return true;
}

void compile_ascend(struct template_compiler *c, size_t by)
{
    c->depth -= by;
}

const struct op_heights op_effects[OPCODES] = {
#define X(op, operand, contexts, calls, indents, does) [OP_##op] = {contexts, calls, indents},
    TEMPLATE_OPS(X)
#undef X
};

/*
 * True if the routine leaves the stacks as it found them. It is enough to go through the
 * ops once in their order: a jump leads past a whole section or back to its start, so to
 * an op that is reached with the same heights without jumping.
 */
static bool is_balanced(const struct ops *ops)
{
    struct op_heights sum = {0};
    for (size_t i = 0; i + 1 < ops->len; i++) {
        const struct op_heights *effect = &op_effects[ops->items[i].code];
        sum.contexts += effect->contexts;
        sum.indents += effect->indents;
        if (sum.contexts < 0 || sum.indents < 0 || effect->calls < 0)
            return false;
    }
    return sum.contexts == 0 && sum.indents == 0 && ops->items[ops->len - 1].code == OP_RETURN;
}

/*
 * The last pass puts the routines end to end, in the order in which they were begun. Until
 * now a jump was counted from the start of its routine, and a call named its routine by
 * index, for routines grow while others are made. Here both become indexes in the array.
 */
static const struct template *link_routines(struct template_compiler *c)
{
    struct op *ops = arena_items(c->arena, struct op, c->op_count);
    struct template_routine *routines =
        arena_items(c->arena, struct template_routine, c->routine_count);
    uint32_t at = 0;
    for (struct routine *routine = c->first; routine; routine = routine->next) {
        assert(is_balanced(&routine->ops));
        routines[routine->index] = (struct template_routine){routine->unit->name, at};
        at += (uint32_t)routine->ops.len;
    }
    assert(at == c->op_count);
    at = 0;
    for (struct routine *routine = c->first; routine; routine = routine->next) {
        uint32_t start = at;
        for (size_t i = 0; i < routine->ops.len; i++) {
            struct op op = routine->ops.items[i];
            op.jump = op.code == OP_CALL ? routines[op.jump].start : op.jump + start;
            ops[at++] = op;
        }
    }
    struct template *template = arena_new(c->arena, struct template);
    *template = (struct template){ops, c->op_count, routines, c->routine_count};
    return template;
}

/*
 * What can only be said when all has been walked through. A block that overrides nothing
 * is told of only if nothing was cut: the parent's block might be in the part that was.
 */
static void check_whole(struct template_compiler *c, const struct unit *unit)
{
    if (compile_is_too_large(c))
        compile_tell(c, TEMPLATE_TOO_LARGE, source_span(unit->source, 0, 0),
                     (struct detail){.args = {unit->name}});
    else if (c->strict && !c->cut)
        for (size_t i = 0; i < c->library->count; i++)
            if (c->files[i].unit)
                include_check_blocks(c, c->files[i].unit);
}

static const struct template *compile(struct template_compiler *c, struct str name,
                                      const struct shape *shape)
{
    static const struct env nothing;
    struct library_file *file = include_file(c, name);
    if (!file) {
        compile_tell(c, TEMPLATE_MISSING, NO_SPAN, (struct detail){.args = {name}});
        return NULL;
    }
    c->envs = &nothing; /* the first template overrides nothing */
    struct routine first = {.env = &nothing, .fresh = true};
    if (shape)
        first.scope = scope_root(c->arena, shape);
    include_routine(c, file, first);
    check_whole(c, file->unit);
    return c->diags.len ? NULL : link_routines(c);
}

const struct template *template_compile(struct arena *arena, const struct template_library *library,
                                        struct str name, const struct shape *shape,
                                        struct diags *diags)
{
    struct template_compiler c = {.arena = arena, .library = library, .strict = shape != NULL};
    c.files = arena_items(arena, struct library_file, library->count);
    c.last = &c.first;
    diag_init(&c.diags);
    const struct template *template = compile(&c, name, shape);
    diag_sort(&c.diags);
    diag_merge(diags, &c.diags);
    return template;
}
