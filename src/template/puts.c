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

static bool names_something(const struct op *op)
{
    return puts_out(op) || op->code == OP_SECTION || op->code == OP_UNLESS;
}

/* What is included within the section may ask for anything. */
static bool section_asks_for(const struct template *template, const struct op *section,
                             struct str member)
{
    for (const struct op *op = section + 1; op < &template->ops[section->jump]; op++)
        if (op->code == OP_CALL || (names_something(op) && str_eq(op->name->whole, member)))
            return true;
    return false;
}

bool template_asks_for(const struct template *template, struct str map, struct str member)
{
    for (size_t i = 0; i < template->op_count; i++) {
        const struct op *op = &template->ops[i];
        if (!names_something(op) || op->name->count == 0 || !str_eq(op->name->parts[0], map))
            continue;
        if (op->name->count > 1 ? str_eq(op->name->parts[1], member)
                                : op->code == OP_SECTION && section_asks_for(template, op, member))
            return true;
    }
    return false;
}
