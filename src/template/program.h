#ifndef TEMPLATE_PROGRAM_H
#define TEMPLATE_PROGRAM_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/str.h"

/*
 * What a template is compiled to. Only compile.h, run.c and dump.c include this.
 *
 * A template is one array of ops, made of routines: the template itself comes
 * first, then each file that it includes, once for every context in which it is
 * included. `jump` is an index into the array.
 *
 * Three stacks are used when it runs: the contexts in which names are looked up, the
 * calls that have not returned, and the pieces of the indentation. A row says by how
 * much its op changes each. That of the contexts holds when the op goes on to the next
 * one; when SECTION or NEXT jumps, the contexts stay as they are. compile.c asserts that
 * every routine leaves the stacks as it found them, run.c that each op does as its row
 * says.
 *
 * To add an op: its row, its case in run.c, and an emit() of it in emit.c or include.c.
 *
 *    X(op, operand, contexts, calls, indents, what it does)
 */
#define TEMPLATE_OPS(X) \
    X(TEXT, TEXT, 0, 0, 0, "puts out the text, its lines after the first indented") \
    X(INDENT, NONE, 0, 0, 0, "puts out the indentation; the start of a line") \
    X(PUT, NAME, 0, 0, 0, "puts out the value as text, escaped") \
    X(PUT_HTML, NAME, 0, 0, 0, "puts out the value as it is if it is VALUE_HTML, else as PUT") \
    X(PUT_RAW, NAME, 0, 0, 0, "puts out the value as it is; in lenient templates only") \
    X(SECTION, NAME_JUMP, 1, 0, 0, "jumps if the value is false, or pushes it or its first item") \
    X(NEXT, JUMP, -1, 0, 0, "takes the next item and jumps to the section's start, or pops") \
    X(UNLESS, NAME_JUMP, 0, 0, 0, "jumps unless the value is false") \
    X(CALL, JUMP, 0, 1, 0, "runs the routine that starts there, and comes back") \
    X(RETURN, NONE, 0, -1, 0, "the end of a routine") \
    X(INDENT_IN, TEXT, 0, 0, 1, "adds to the indentation") \
    X(INDENT_OUT, NONE, 0, 0, -1, "takes the last addition back")

enum opcode {
#define X(op, operand, contexts, calls, indents, does) OP_##op,
    TEMPLATE_OPS(X) OPCODES
#undef X
};

/* How many items are on each stack, or how many more an op makes them. */
struct op_heights {
    int contexts;
    int calls;
    int indents;
};

/* The middle columns of the table. */
extern const struct op_heights op_effects[OPCODES];

/* The `up` of a name that is looked up in every context, from the innermost one outwards. */
#define NAME_SEARCH UINT32_MAX

/*
 * A name, split at its full stops. Without parts it is «.», the context itself.
 *
 * The maps in which a part is looked up are made alike, page after page. So each part has a
 * slot, the place of the member where it was last found. If another stands there, the map is
 * searched, and the slot changes. Threads write it without waiting for each other.
 */
struct name {
    uint32_t count;       /* of the parts */
    uint32_t up;          /* the first part is so many contexts out; or NAME_SEARCH */
    struct str whole;     /* as it is written */
    atomic_size_t *slots; /* of the parts */
    struct str parts[];
};

struct op {
    enum opcode code;
    uint32_t jump;
    union {
        struct str text;
        struct name *name;
    };
};

struct template_routine { /* for the listing */
    struct str name;
    uint32_t start;
};

struct template
{
    const struct op *ops;
    size_t op_count;
    const struct template_routine *routines;
    size_t routine_count;
};

#endif
