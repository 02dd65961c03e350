#include "template/compile.h"

#include "base/arena.h"
#include "base/vec.h"

size_t emit(struct template_compiler *c, const struct passage *passage, struct op op)
{
    vec_push(c->arena, &passage->into->ops, op);
    c->op_count++;
    return passage->into->ops.len - 1;
}

/* Text and indentation. */

static size_t common_prefix(struct str a, struct str b)
{
    size_t len = 0;
    while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
        len++;
    return len;
}

static struct str without_prefix(struct str text, struct str prefix)
{
    return str_from(text, common_prefix(text, prefix));
}

/* Returns a copy of the text in which each line has lost what it has in common with `indent`. */
static struct str dedent(struct arena *arena, struct str text, bool line_start, struct str indent)
{
    char *copy = arena_text(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (line_start)
            i += common_prefix(str_from(text, i), indent);
        if (i == text.len)
            break;
        copy[len++] = text.ptr[i];
        line_start = text.ptr[i] == '\n';
    }
    return (struct str){copy, len};
}

/*
 * The indentation of a line is put out by its first op that has something to show: so an
 * empty line stays empty, and a value at the start of a line is indented too.
 */
static void start_line(struct template_compiler *c, const struct passage *passage)
{
    if (passage->into->line_start)
        emit(c, passage, (struct op){.code = OP_INDENT});
    passage->into->line_start = false;
}

static bool is_empty_line(struct str text)
{
    return str_starts(text, STR("\n")) || str_starts(text, STR("\r\n"));
}

static void emit_text(struct template_compiler *c, const struct passage *passage, size_t from,
                      size_t to)
{
    struct str source = passage->home->unit->source->text;
    if (from >= to)
        return;
    struct str text = str_slice(source, from, to);
    if (passage->dedent.len)
        text = dedent(c->arena, text, from == 0 || source.ptr[from - 1] == '\n', passage->dedent);
    if (text.len == 0)
        return;
    if (!is_empty_line(text))
        start_line(c, passage);
    emit(c, passage, (struct op){.code = OP_TEXT, .text = text});
    passage->into->line_start = text.ptr[text.len - 1] == '\n';
}

struct str emit_enter_indent(struct template_compiler *c, const struct passage *passage,
                             const struct tag *tag)
{
    struct str indent = without_prefix(tag->indent, passage->dedent);
    if (indent.len)
        emit(c, passage, (struct op){.code = OP_INDENT_IN, .text = indent});
    return indent;
}

void emit_leave_indent(struct template_compiler *c, const struct passage *passage,
                       struct str indent)
{
    if (indent.len)
        emit(c, passage, (struct op){.code = OP_INDENT_OUT});
}

/* Names. */

static struct name *split_name(struct arena *arena, struct str whole)
{
    bool itself = str_eq(whole, STR("."));
    uint32_t count = itself ? 0 : 1;
    for (size_t i = 0; i < whole.len && !itself; i++)
        count += whole.ptr[i] == '.';
    struct name *name = arena_alloc(arena, sizeof *name + count * sizeof name->parts[0]);
    name->whole = whole;
    name->count = count;
    name->up = itself ? 0 : NAME_SEARCH;
    name->slots = arena_items(arena, atomic_size_t, count);
    struct str rest = whole;
    for (uint32_t i = 0; i < count; i++)
        str_cut(&rest, '.', &name->parts[i]);
    return name;
}

/* Returns the name in a tag, and stores its shape, or NULL if that is unknown or wrong. */
static struct name *take_name(struct template_compiler *c, const struct passage *passage,
                              const struct tag *tag, const struct shape **shape)
{
    struct name *name = split_name(c->arena, tag->name);
    *shape = NULL;
    if (!c->strict || tag->bad)
        return name;
    struct scope_answer answer = scope_find(passage->scope, name->parts, name->count);
    if (answer.missing)
        compile_tell(c, TEMPLATE_UNKNOWN_NAME, unit_span(passage->home->unit, answer.part),
                     (struct detail){.args = {tag->name}, .suggestion = answer.suggestion});
    name->up = answer.up;
    *shape = answer.shape;
    return name;
}

static void check_put(struct template_compiler *c, const struct passage *passage,
                      const struct tag *tag, const struct shape *shape)
{
    static const struct str what[][DIAG_LANGUAGES] = {
        [SHAPE_TRUTH] = {STR_INIT("sant eller usant"), STR_INIT("true or false")},
        [SHAPE_LIST] = {STR_INIT("en liste"), STR_INIT("a list")},
        [SHAPE_MAP] = {STR_INIT("flere verdier"), STR_INIT("several values")},
    };
    struct span span = unit_tag_span(passage->home->unit, tag);
    switch (shape->kind) {
    case SHAPE_TEXT:
        if (tag->kind == TAG_RAW)
            compile_tell(c, TEMPLATE_RAW_TEXT, span, (struct detail){.args = {tag->name}});
        break;
    case SHAPE_HTML:
        if (tag->kind == TAG_VALUE)
            compile_tell(c, TEMPLATE_ESCAPED_HTML, span, (struct detail){.args = {tag->name}});
        break;
    default:
        compile_tell(c, TEMPLATE_NOT_TEXT, span,
                     (struct detail){.args = {tag->name, what[shape->kind][DIAG_NB],
                                              what[shape->kind][DIAG_EN]}});
    }
}

static void emit_put(struct template_compiler *c, const struct passage *passage,
                     const struct tag *tag)
{
    const struct shape *shape;
    struct name *name = take_name(c, passage, tag, &shape);
    enum opcode code = tag->kind == TAG_VALUE ? OP_PUT : c->strict ? OP_PUT_HTML : OP_PUT_RAW;
    if (shape)
        check_put(c, passage, tag, shape);
    start_line(c, passage);
    emit(c, passage, (struct op){.code = code, .name = name});
}

/* Sections. */

static struct scope *section_scope(struct template_compiler *c, struct scope *scope,
                                   const struct shape *shape)
{
    if (!c->strict)
        return NULL;
    return scope_push(c->arena, scope, shape && shape->kind == SHAPE_LIST ? shape->item : shape);
}

/*
 *     start:  SECTION name → end         start:  UNLESS name → end
 *             … the inside …                     … the inside …
 *             NEXT → start + 1
 *     end:                               end:
 */
static void emit_section(struct template_compiler *c, const struct passage *passage, size_t at)
{
    const struct tag *tag = passage_tag(passage, at);
    const struct shape *shape;
    struct name *name = take_name(c, passage, tag, &shape);
    struct passage inside = *passage;
    bool inverted = tag->kind == TAG_INVERTED;
    if (!compile_descend(c, passage, tag, 1))
        return;
    if (!inverted)
        inside.scope = section_scope(c, passage->scope, shape);
    size_t start =
        emit(c, passage, (struct op){.code = inverted ? OP_UNLESS : OP_SECTION, .name = name});
    emit_range(c, &inside, at + 1, tag->match);
    if (!inverted)
        emit(c, passage, (struct op){.code = OP_NEXT, .jump = (uint32_t)start + 1});
    passage->into->ops.items[start].jump = (uint32_t)passage->into->ops.len;
    compile_ascend(c, 1);
}

/* A unit. */

static void emit_tag(struct template_compiler *c, const struct passage *passage, size_t at)
{
    c->tag_count++;
    switch (passage_tag(passage, at)->kind) {
    case TAG_VALUE:
    case TAG_RAW: emit_put(c, passage, passage_tag(passage, at)); break;
    case TAG_SECTION:
    case TAG_INVERTED: emit_section(c, passage, at); break;
    case TAG_PARTIAL: include_partial(c, passage, at); break;
    case TAG_PARENT: include_parent(c, passage, at); break;
    case TAG_BLOCK: include_block(c, passage, at); break;
    case TAG_CLOSE:
    case TAG_COMMENT:
    case TAG_DELIMITERS:
    case TAG_END: break;
    }
}

void emit_range(struct template_compiler *c, const struct passage *passage, size_t first,
                size_t last)
{
    size_t from = first ? passage_tag(passage, first - 1)->to : 0;
    for (size_t i = first; i <= last && !compile_is_too_large(c); i++) {
        emit_text(c, passage, from, passage_tag(passage, i)->from);
        if (i == last)
            break;
        emit_tag(c, passage, i);
        /* The tag's op has put out all up to its closing tag, if it has one. */
        i = passage_tag(passage, i)->match > i ? passage_tag(passage, i)->match : i;
        from = passage_tag(passage, i)->to;
    }
}
