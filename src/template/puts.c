#include "template/template.h"

#include "template/program.h"

static bool puts_out(const struct op *op)
{
    return op->code == OP_PUT || op->code == OP_PUT_HTML || op->code == OP_PUT_RAW;
}

/* In the section of a value it is «.», there or in what the section includes. */
static bool puts_context(const struct template *template, const struct op *section)
{
    for (const struct op *op = section + 1; op < &template->ops[section->jump]; op++)
        if (op->code == OP_CALL || (puts_out(op) && op->name->count == 0))
            return true;
    return false;
}

bool template_puts(const struct template *template, struct str name)
{
    for (size_t i = 0; i < template->op_count; i++) {
        const struct op *op = &template->ops[i];
        bool named = (puts_out(op) || op->code == OP_SECTION) && str_eq(op->name->whole, name);
        if (named && (puts_out(op) || puts_context(template, op)))
            return true;
    }
    return false;
}
