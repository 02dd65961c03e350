#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "template/program.h"
#include "template/rules.h"
#include "template/scope.h"
#include "template/template.h"
#include "template/unit.h"

/*
 * The third of three steps: from units (template/unit.h) to ops. The compiler walks
 * through the template and all that it includes in the order in which template_run()
 * will, with shapes in the place of values.
 *
 * A routine is one file in one context. The same partial is another routine where
 * other names are known or other blocks are overridden. So what a name refers to and
 * which block overrides which is decided here, and not when running. A lenient
 * template has only one context for all names, and a partial that recurses calls the
 * routine that is being made.
 *
 * The ops of a block are put where the block stands. An override is rendered with the
 * environment of the place where it is written. That environment was made before the
 * one in which the block stands, so following overrides always ends.
 *
 * compile.c begins and ends it, emit.c goes through one unit, and include.c from one
 * unit to another.
 */

/* Above these limits something is wrong, such as partials that double at every level. */
enum { TAGS_MAX = 1 << 20, ROUTINES_MAX = 1 << 12 };

struct env;

/* A block that is written inside a parent. */
struct override {
    struct routine *home; /* the routine whose text it stands in */
    size_t at;            /* the index of its tag there */
};

/* Which blocks are overridden. Equal environments are one: pointers may be compared. */
struct env {
    const struct env *next; /* all of them, newest first */
    struct override *items;
    size_t len, cap;
};

struct routine {
    struct routine *next, *next_of_file;
    const struct routine *by; /* the routine whose text includes it; NULL for the first */
    struct unit *unit;
    struct scope *scope;
    const struct env *env;
    bool fresh;      /* it begins at the start of a line */
    bool line_start; /* while it is made: the next op is the first of its line */
    size_t height;   /* how many levels it descends from its start */
    uint32_t index;  /* in the order made */
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
    size_t tag_count; /* tags walked over so far, each time they are */
    size_t depth;     /* how many levels down the walk is */
    size_t peak;      /* the deepest since the current routine was begun */
    bool strict;
    bool cut; /* after a finding: some part has not been walked through */
};

/* A stretch of text that is being compiled, and what holds in it. */
struct passage {
    struct routine *into; /* gets the ops */
    struct routine *home; /* has the text; in an override this is another than `into` */
    struct scope *scope;
    struct str dedent; /* indentation in the source that lines lose here */
};

/* compile.c */

/* True above the limits. Then the walk ends early, and check_whole() tells of it. */
bool compile_is_too_large(const struct template_compiler *c);

/* Adds a finding. */
void compile_tell(struct template_compiler *c, enum template_rule rule, struct span span,
                  struct detail detail);

/* Go `by` levels down and up again. False after a finding about the tag: that is too deep. */
bool compile_descend(struct template_compiler *c, const struct passage *passage,
                     const struct tag *tag, size_t by);
void compile_ascend(struct template_compiler *c, size_t by);

/* emit.c */

/* Appends an op, and returns its index within the routine. */
size_t emit(struct template_compiler *c, const struct passage *passage, struct op op);

/* Appends the ops of the tags from `first` up to, not with, `last`, and of the text before each. */
void emit_range(struct template_compiler *c, const struct passage *passage, size_t first,
                size_t last);

/* Stand around ops that are indented as the tag is; `indent` comes from emit_enter_indent(). */
struct str emit_enter_indent(struct template_compiler *c, const struct passage *passage,
                             const struct tag *tag);
void emit_leave_indent(struct template_compiler *c, const struct passage *passage,
                       struct str indent);

/* include.c */

/* Returns the library's file of that name, made into a unit; or NULL. */
struct library_file *include_file(struct template_compiler *c, struct str name);

/* Makes the routine that `like` describes, and those it calls that are not made yet. */
struct routine *include_routine(struct template_compiler *c, struct library_file *file,
                                struct routine like);

/* Append the ops of the tag at an index: a {{>partial}}, a {{<parent}}, a {{$block}}. */
void include_partial(struct template_compiler *c, const struct passage *passage, size_t at);
void include_parent(struct template_compiler *c, const struct passage *passage, size_t at);
void include_block(struct template_compiler *c, const struct passage *passage, size_t at);

/* Tells of the blocks of a unit that override nothing. */
void include_check_blocks(struct template_compiler *c, const struct unit *unit);

static inline struct tag *passage_tag(const struct passage *passage, size_t at)
{
    return &passage->home->unit->tags.items[at];
}

#endif
