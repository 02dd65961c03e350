#include "template/template.h"

#include <ctype.h>

#include "base/buf.h"
#include "base/escape.h"
#include "template/program.h"

enum operand { NONE, TEXT, NAME, JUMP, NAME_JUMP };

static const struct {
    const char *name;
    enum operand operand;
} table[] = {
#define X(op, operand, contexts, calls, indents, does) [OP_##op] = {#op, operand},
    TEMPLATE_OPS(X)
#undef X
};

static void dump_name(const struct name *name, struct buf *out)
{
    buf_byte(out, ' ');
    buf_put(out, name->whole);
    if (name->up == NAME_SEARCH)
        buf_lit(out, " ?");
    else if (name->up)
        buf_format(out, " ^%u", name->up);
}

static void dump_text(struct str text, struct buf *out)
{
    buf_byte(out, ' ');
    escape_json_string(out, text);
}

static void dump_op(const struct op *op, struct buf *out)
{
    enum operand operand = table[op->code].operand;
    for (const char *c = table[op->code].name; *c; c++)
        buf_byte(out, *c == '_' ? '-' : (char)tolower(*c));
    if (operand == TEXT)
        dump_text(op->text, out);
    if (operand == NAME || operand == NAME_JUMP)
        dump_name(op->name, out);
    if (operand == JUMP || operand == NAME_JUMP)
        buf_format(out, " → %u", op->jump);
    buf_byte(out, '\n');
}

void template_dump(const struct template *template, struct buf *out)
{
    const struct template_routine *routine = template->routines;
    const struct template_routine *end = routine + template->routine_count;
    for (size_t i = 0; i < template->op_count; i++) {
        for (; routine < end && routine->start == i; routine++) {
            buf_put(out, routine->name);
            buf_lit(out, ":\n");
        }
        buf_format(out, "%5zu  ", i);
        dump_op(&template->ops[i], out);
    }
}
