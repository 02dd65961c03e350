#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "template/program.h"
#include "template/rules.h"
#include "template/scope.h"
#include "template/template.h"
#include "template/unit.h"

/*
 * The third step: from units to ops, by following the template through all that
 * it takes in as template_run() will, with shapes in the place of values.
 *
 * A routine is one file in one context: the same partial used where other names
 * are known, or with other blocks overridden, is another routine. So what a
 * name refers to and which block overrides which is settled here, and running
 * needs neither. In a lenient template there is but one context, and a partial
 * that recurses calls the routine that is being made.
 *
 * Blocks are put in where they stand. Their overrides are rendered with the
 * environment of the place where they are written, which is older than the one
 * they are put into; this is why it always ends.
 *
 * compile.c begins and ends it, emit.c follows one unit and include.c goes from
 * one unit to another.
 */

/* More than this and something is wrong: partials that double at every level, for instance. */
enum { TAGS_MAX = 1 << 20, ROUTINES_MAX = 1 << 12 };

struct env;

struct override {
    struct routine *home; /* where it is written */
    size_t at;            /* its tag there */
};

/* Which blocks are overridden; equal environments are the same one. */
struct env {
    const struct env *next; /* the one made before it */
    struct override *items;
    size_t len, cap;
};

struct routine {
    struct routine *next, *next_of_file;
    const struct routine *by; /* the one whose text takes it in; NULL for the first */
    struct unit *unit;
    struct scope *scope;
    const struct env *env;
    bool fresh;      /* it begins at the start of a line */
    bool line_start; /* the next op is the first of its line */
    size_t height;   /* how deep it goes, from its own start */
    uint32_t index;
    struct ops {
        struct op *items;
        size_t len, cap;
    } ops;
};

struct library_file {  /* of the library */
    struct unit *unit; /* NULL until it is used */
    struct routine *routines;
};

struct template_compiler {
    struct arena *arena;
    const struct template_library *library;
    struct library_file *files;
    struct diags diags;
    const struct env *envs;
    struct routine *first, **last;
    uint32_t routine_count;
    size_t op_count;
    size_t tag_count; /* those followed so far, each time */
    size_t depth, peak;
    bool strict;
    bool cut; /* something was not followed to its end */
};

/* A place in the text of a routine, and what holds there. */
struct passage {
    struct routine *into; /* where the ops go */
    struct routine *home; /* whose text it is: another one's in the override of a block */
    struct scope *scope;
    struct str dedent; /* what the lines of the text are shortened by here */
};

/* compile.c */

bool compile_is_too_large(const struct template_compiler *c);

void compile_tell(struct template_compiler *c, enum template_rule rule, struct span span,
                  struct detail detail);

/* Goes `by` levels deeper; false after a finding about the tag, when that is too deep. */
bool compile_descend(struct template_compiler *c, const struct passage *passage,
                     const struct tag *tag, size_t by);
void compile_ascend(struct template_compiler *c, size_t by);

/* emit.c */

/* The index of the op within its routine. */
size_t emit(struct template_compiler *c, const struct passage *passage, struct op op);

/* The tags from `first` up to `last`, and the text before each, `last` included. */
void emit_range(struct template_compiler *c, const struct passage *passage, size_t first,
                size_t last);

/* Around ops that the tag's indentation is for; `leave` gets what `enter` gave. */
struct str emit_enter_indent(struct template_compiler *c, const struct passage *passage,
                             const struct tag *tag);
void emit_leave_indent(struct template_compiler *c, const struct passage *passage,
                       struct str indent);

/* include.c */

/* The library's file of that name, read; or NULL. */
struct library_file *include_file(struct template_compiler *c, struct str name);

/* Makes the routine that `like` describes, with all those it calls that are not made yet. */
struct routine *include_routine(struct template_compiler *c, struct library_file *file,
                                struct routine like);

/* The tag at an index: {{>partial}}, {{<parent}} and {{$block}}. */
void include_partial(struct template_compiler *c, const struct passage *passage, size_t at);
void include_parent(struct template_compiler *c, const struct passage *passage, size_t at);
void include_block(struct template_compiler *c, const struct passage *passage, size_t at);

/* Finds the blocks of a unit that override nothing. */
void include_check_blocks(struct template_compiler *c, const struct unit *unit);

static inline struct tag *passage_tag(const struct passage *passage, size_t at)
{
    return &passage->home->unit->tags.items[at];
}

#endif
