#ifndef TEMPLATE_PROGRAM_H
#define TEMPLATE_PROGRAM_H

#include <stdint.h>

#include "base/str.h"

/*
 * What a template is compiled to. Only compile.h, run.c and dump.c include this.
 *
 * A template is one array of ops, made of routines: the template itself comes
 * first, then each file that it takes in, once for every context it is taken
 * in with. `jump` is an index into the array.
 *
 *      X(op,         operand, what it does)
 */
#define TEMPLATE_OPS(X) \
    X(TEXT, TEXT, "puts out the text, its lines after the first indented") \
    X(INDENT, NONE, "puts out the indentation; the start of a line") \
    X(PUT, NAME, "puts out the value as text, escaped") \
    X(PUT_HTML, NAME, "puts out the value as it is if it is VALUE_HTML, else as PUT") \
    X(PUT_RAW, NAME, "puts out the value as it is; in lenient templates only") \
    X(SECTION, NAME_JUMP, "jumps if the value is false, else pushes it or its first item") \
    X(NEXT, JUMP, "takes the next item and jumps to the section's start, or pops") \
    X(UNLESS, NAME_JUMP, "jumps unless the value is false") \
    X(CALL, JUMP, "runs the routine that starts there, and comes back") \
    X(RETURN, NONE, "the end of a routine") \
    X(INDENT_IN, TEXT, "adds to the indentation") \
    X(INDENT_OUT, NONE, "takes the last addition back")

enum opcode {
#define X(op, operand, does) OP_##op,
    TEMPLATE_OPS(X)
#undef X
};

/* `up` of a name that is looked for in every context, from the innermost. */
#define NAME_SEARCH UINT32_MAX

/* A name split at its full stops; without parts it is the context itself. */
struct name {
    uint32_t count;
    uint32_t up; /* how many contexts outside the innermost, or NAME_SEARCH */
    struct str whole;
    struct str parts[];
};

struct op {
    enum opcode code;
    uint32_t jump;
    union {
        struct str text;
        const struct name *name;
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
