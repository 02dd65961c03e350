#include "template/template.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/escape.h"
#include "base/value.h"
#include "template/program.h"
#include "template/unit.h"

/* A strict template needs TEMPLATE_DEPTH_MAX + 1; only a lenient one that recurses fills it. */
enum { STACK_MAX = 256 };
_Static_assert((int)STACK_MAX > (int)TEMPLATE_DEPTH_MAX, "a strict template never stops half-way");

struct context {
    const struct value *value;
    const struct value *list; /* the list that `value` is an item of, or NULL */
    size_t index;             /* of `value` in the list */
};

/* What the ops work on: the output and the three stacks (program.h). */
struct machine {
    struct buf *out;
    size_t contexts_len, calls_len, indents_len;
    struct context contexts[STACK_MAX]; /* the last is the innermost */
    uint32_t calls[STACK_MAX];          /* where to go on after each */
    struct str indents[STACK_MAX];      /* together they are the indentation */
};

static const struct value *search(const struct machine *machine, struct str part)
{
    for (size_t i = machine->contexts_len; i--;) {
        const struct member *member = value_member(machine->contexts[i].value, part);
        if (member)
            return member->value;
    }
    return NULL;
}

/* Returns the value of one part of a name, or NULL when there is none. */
static const struct value *get_part(const struct value *map, struct name *name, uint32_t part)
{
    const struct member *items = map->kind == VALUE_MAP ? map->map.items : NULL;
    size_t slot = atomic_load_explicit(&name->slots[part], memory_order_relaxed);
    if (items && slot < map->map.len && str_eq(items[slot].key, name->parts[part]))
        return items[slot].value;
    const struct member *member = value_member(map, name->parts[part]);
    if (!member)
        return NULL;
    atomic_store_explicit(&name->slots[part], (size_t)(member - items), memory_order_relaxed);
    return member->value;
}

/* Returns the value of a name, or NULL when there is none. */
static const struct value *look_up(const struct machine *machine, struct name *name)
{
    const struct context *innermost = &machine->contexts[machine->contexts_len - 1];
    bool searched = name->up == NAME_SEARCH;
    const struct value *value =
        searched ? search(machine, name->parts[0]) : (innermost - name->up)->value;
    for (uint32_t i = searched; value && i < name->count; i++)
        value = get_part(value, name, i);
    return value;
}

static bool is_true(const struct value *value)
{
    if (!value)
        return false;
    switch (value->kind) {
    case VALUE_NULL: return false;
    case VALUE_BOOL: return value->boolean;
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN: return value->text.len > 0;
    case VALUE_LIST: return value->list.len > 0;
    default: return true;
    }
}

/* Appends the fewest digits that read back as the same number; a whole one as an integer. */
static void put_real(struct buf *out, double real, struct str written)
{
    char digits[40];
    if (written.len) {
        buf_put(out, written);
        return;
    }
    if (real > -1e15 && real < 1e15 && (double)(int64_t)real == real) {
        buf_integer(out, (int64_t)real);
        return;
    }
    for (int precision = 1; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, real);
        if (strtod(digits, NULL) == real)
            break;
    }
    buf_put(out, str_of(digits));
}

static void put_value(struct buf *out, const struct value *value, bool raw)
{
    if (!value)
        return;
    switch (value->kind) {
    case VALUE_TEXT:
    case VALUE_HTML:
    case VALUE_PLAIN:
        if (raw)
            buf_put(out, value->text);
        else
            escape_html(out, value->text);
        break;
    case VALUE_BOOL: buf_put(out, value->boolean ? STR("true") : STR("false")); break;
    case VALUE_INT: buf_integer(out, value->integer); break;
    case VALUE_REAL: put_real(out, value->real, value_written(value)); break;
    case VALUE_NULL:
    case VALUE_LIST:
    case VALUE_MAP: break;
    }
}

static void put_indent(struct machine *machine)
{
    for (size_t i = 0; i < machine->indents_len; i++)
        buf_put(machine->out, machine->indents[i]);
}

/* Appends text, and indents each line that begins within it, unless the line is empty. */
static void put_text(struct machine *machine, struct str text)
{
    for (size_t end; machine->indents_len; text = str_from(text, end + 1)) {
        end = str_find_byte(text, '\n');
        if (end == SIZE_MAX || end + 1 == text.len)
            break;
        buf_put(machine->out, str_slice(text, 0, end + 1));
        if (text.ptr[end + 1] != '\n' && text.ptr[end + 1] != '\r')
            put_indent(machine);
    }
    buf_put(machine->out, text);
}

static void push(struct machine *machine, const struct value *value)
{
    struct context context = {.value = value};
    if (value->kind == VALUE_LIST)
        context = (struct context){value->list.items[0], value, 0};
    machine->contexts[machine->contexts_len++] = context;
}

/* Makes the next item of a list the context. False when there are no more, or it is no list. */
static bool take_next(struct context *context)
{
    if (!context->list || context->index + 1 == context->list->list.len)
        return false;
    context->value = context->list->list.items[++context->index];
    return true;
}

static bool run_is_full(const struct machine *machine)
{
    return machine->contexts_len == STACK_MAX || machine->calls_len == STACK_MAX ||
           machine->indents_len == STACK_MAX;
}

static struct op_heights heights_of(const struct machine *machine)
{
    return (struct op_heights){(int)machine->contexts_len, (int)machine->calls_len,
                               (int)machine->indents_len};
}

#ifdef TEMPLATE_DEBUG
enum { EFFECTS_CHECKED = true };
#else
enum { EFFECTS_CHECKED = false };
#endif

/*
 * True if the op has changed the stacks as its row in program.h says. Asked of each op
 * in the flavours for debugging; in a release it would be a tenth of a run.
 */
static bool has_effect(enum opcode code, bool jumped, struct op_heights before,
                       struct op_heights after)
{
    const struct op_heights *effect = &op_effects[code];
    return after.contexts - before.contexts == (jumped ? 0 : effect->contexts) &&
           after.calls - before.calls == effect->calls &&
           after.indents - before.indents == effect->indents;
}

static void run_ops(struct machine *machine, const struct op *ops)
{
    for (uint32_t at = 0; !run_is_full(machine);) {
        const struct op *op = &ops[at++];
        uint32_t next = at;
        struct op_heights before = {0};
        if (EFFECTS_CHECKED)
            before = heights_of(machine);
        switch (op->code) {
        case OP_TEXT: put_text(machine, op->text); break;
        case OP_INDENT: put_indent(machine); break;
        case OP_PUT: put_value(machine->out, look_up(machine, op->name), false); break;
        case OP_PUT_RAW: put_value(machine->out, look_up(machine, op->name), true); break;
        case OP_PUT_HTML: {
            const struct value *value = look_up(machine, op->name);
            put_value(machine->out, value, value && value->kind == VALUE_HTML);
            break;
        }
        case OP_SECTION: {
            const struct value *value = look_up(machine, op->name);
            if (is_true(value))
                push(machine, value);
            else
                at = op->jump;
            break;
        }
        case OP_NEXT:
            if (take_next(&machine->contexts[machine->contexts_len - 1]))
                at = op->jump;
            else
                machine->contexts_len--;
            break;
        case OP_UNLESS:
            if (is_true(look_up(machine, op->name)))
                at = op->jump;
            break;
        case OP_CALL:
            machine->calls[machine->calls_len++] = at;
            at = op->jump;
            break;
        case OP_RETURN:
            if (machine->calls_len == 0)
                return;
            at = machine->calls[--machine->calls_len];
            break;
        case OP_INDENT_IN: machine->indents[machine->indents_len++] = op->text; break;
        case OP_INDENT_OUT: machine->indents_len--; break;
        case OPCODES: break;
        }
        assert(!EFFECTS_CHECKED || has_effect(op->code, at != next, before, heights_of(machine)));
    }
}

void template_run(const struct template *template, const struct value *context, struct buf *out)
{
    struct machine machine;
    machine.out = out;
    machine.contexts_len = 1;
    machine.calls_len = machine.indents_len = 0;
    machine.contexts[0] = (struct context){.value = context};
    run_ops(&machine, template->ops);
}
