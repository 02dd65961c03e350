#include "template/compile.h"

#include "base/arena.h"
#include "base/nearest.h"
#include "base/vec.h"

/* Routines. */

/* What is noted of a tag (template/lex.h) is of the template that is compiled. */
static void forget_notes(struct unit *unit)
{
    for (size_t i = 0; i < unit->tags.len; i++)
        unit->tags.items[i].offered = unit->tags.items[i].used = false;
}

/* A file with findings is read again, so that each template is known to have them. */
static struct unit *take_unit(struct template_compiler *c, size_t file)
{
    struct unit **kept = c->library->units ? &c->library->units[file] : NULL;
    if (kept && *kept) {
        forget_notes(*kept);
        return *kept;
    }
    struct unit *unit = arena_new(c->arena, struct unit);
    size_t told = diag_total(&c->diags);
    unit_init(unit, c->arena, c->library->files[file].name, c->library->files[file].source,
              &c->diags);
    if (kept && diag_total(&c->diags) == told)
        *kept = unit;
    return unit;
}

struct library_file *include_file(struct template_compiler *c, struct str name)
{
    for (size_t i = 0; i < c->library->count; i++) {
        if (!str_eq(c->library->files[i].name, name))
            continue;
        if (c->library->used)
            c->library->used[i] = true;
        if (!c->files[i].unit)
            c->files[i].unit = take_unit(c, i);
        return &c->files[i];
    }
    return NULL;
}

/* `peak` is measured for this routine alone, and then goes on as its caller's. */
static void fill_routine(struct template_compiler *c, struct routine *routine)
{
    struct passage passage = {.into = routine, .home = routine, .scope = routine->scope};
    size_t peak = c->peak;
    c->peak = c->depth;
    routine->line_start = routine->fresh;
    emit_range(c, &passage, 0, routine->unit->tags.len);
    emit(c, &passage, (struct op){.code = OP_RETURN});
    routine->height = c->peak - c->depth;
    c->peak = c->peak < peak ? peak : c->peak;
}

struct routine *include_routine(struct template_compiler *c, struct library_file *file,
                                struct routine like)
{
    struct routine *routine = arena_new(c->arena, struct routine);
    *routine = like;
    routine->unit = file->unit;
    routine->index = c->routine_count++;
    routine->next_of_file = file->routines;
    file->routines = routine;
    *c->last = routine;
    c->last = &routine->next;
    fill_routine(c, routine);
    return routine;
}

static struct routine *find_routine(const struct library_file *file, const struct routine *like)
{
    struct routine *routine = file->routines;
    while (routine && (routine->scope != like->scope || routine->env != like->env ||
                       routine->fresh != like->fresh))
        routine = routine->next_of_file;
    return routine;
}

/* Calls. */

/* Returns the file that a partial or a parent names, or NULL; if strict, after a finding. */
static struct library_file *find_partial(struct template_compiler *c, const struct passage *passage,
                                         const struct tag *tag)
{
    struct library_file *file = tag->bad ? NULL : include_file(c, tag->name);
    if (!file) {
        struct nearest nearest = nearest_to(tag->name);
        for (size_t i = 0; i < c->library->count; i++)
            nearest_try(&nearest, c->library->files[i].name);
        if (c->strict && !tag->bad)
            compile_tell(c, TEMPLATE_MISSING_PARTIAL, unit_span(passage->home->unit, tag->name),
                         (struct detail){.args = {tag->name}, .suggestion = nearest.best});
        c->cut = true;
    }
    return file;
}

/* True if the text of the passage is that of the file, or of one that the file includes. */
static bool is_within(const struct passage *passage, const struct library_file *file)
{
    const struct routine *routine = passage->home;
    while (routine && routine->unit != file->unit)
        routine = routine->by;
    return routine != NULL;
}

/* Returns the routine to call, and makes it if there is none. NULL after a finding. */
static struct routine *routine_for(struct template_compiler *c, const struct passage *passage,
                                   const struct tag *tag, struct library_file *file,
                                   const struct env *env)
{
    struct routine like = {.by = passage->home,
                           .scope = passage->scope,
                           .env = env,
                           .fresh = passage->into->line_start};
    if (c->strict && is_within(passage, file)) {
        compile_tell(c, TEMPLATE_RECURSIVE_PARTIAL, unit_span(passage->home->unit, tag->name),
                     (struct detail){.args = {tag->name}});
        c->cut = true;
        return NULL;
    }
    struct routine *routine = find_routine(file, &like);
    size_t levels = 1 + (routine ? routine->height : 0);
    if (!compile_descend(c, passage, tag, levels))
        return NULL;
    if (!routine)
        routine = include_routine(c, file, like);
    compile_ascend(c, levels);
    return routine;
}

static void emit_call(struct template_compiler *c, const struct passage *passage,
                      const struct tag *tag, struct library_file *file, const struct env *env)
{
    struct str indent = {0};
    const struct routine *routine = routine_for(c, passage, tag, file, env);
    if (routine) {
        if (tag->alone)
            indent = emit_enter_indent(c, passage, tag);
        emit(c, passage, (struct op){.code = OP_CALL, .jump = routine->index});
        emit_leave_indent(c, passage, indent);
    }
    passage->into->line_start = tag->alone;
}

void include_partial(struct template_compiler *c, const struct passage *passage, size_t at)
{
    struct library_file *file = find_partial(c, passage, passage_tag(passage, at));
    if (file)
        emit_call(c, passage, passage_tag(passage, at), file, passage->home->env);
}

/* Inheritance. */

static struct tag *override_tag(const struct override *override)
{
    return &override->home->unit->tags.items[override->at];
}

static bool same_override(const struct override *a, const struct override *b)
{
    return override_tag(a) == override_tag(b) && a->home->env == b->home->env;
}

/* Returns the environment that equals `env` and was made before, or else `env` itself. */
static const struct env *intern_env(struct template_compiler *c, struct env *env)
{
    for (const struct env *known = c->envs; known; known = known->next) {
        size_t i = 0;
        while (known->len == env->len && i < env->len &&
               same_override(&known->items[i], &env->items[i]))
            i++;
        if (known->len == env->len && i == env->len)
            return known;
    }
    env->next = c->envs;
    c->envs = env;
    return env;
}

static const struct override *find_override(const struct env *env, struct str name)
{
    for (size_t i = 0; i < env->len; i++)
        if (str_eq(override_tag(&env->items[i])->name, name))
            return &env->items[i];
    return NULL;
}

/* Only blocks, blanks and comments belong in a parent: anything else would be left out silently. */
static void check_between(struct template_compiler *c, const struct passage *passage,
                          const struct tag *parent, size_t from, const struct tag *next)
{
    struct str text = str_trim(str_slice(passage->home->unit->source->text, from, next->start));
    struct span span = {0};
    if (text.len)
        span = unit_span(passage->home->unit, text);
    else if (next->kind != TAG_BLOCK && next->kind != TAG_CLOSE && next->kind != TAG_COMMENT &&
             next->kind != TAG_DELIMITERS && next->kind != TAG_END)
        span = unit_tag_span(passage->home->unit, next);
    if (span.source && c->strict)
        compile_tell(c, TEMPLATE_OUTSIDE_BLOCK, span,
                     (struct detail){.args = {unit_tag_text(passage->home->unit, parent)}});
}

/*
 * Returns the environment inside a parent: the overrides that hold outside it, then its
 * own blocks. Of two with the same name the first counts (the specification's test
 * «Multi-level inheritance»).
 */
static const struct env *parent_env(struct template_compiler *c, const struct passage *passage,
                                    size_t at)
{
    const struct tag *parent = passage_tag(passage, at);
    struct env *env = arena_new(c->arena, struct env);
    for (size_t i = 0; i < passage->home->env->len; i++)
        vec_push(c->arena, env, passage->home->env->items[i]);
    size_t from = parent->end;
    for (size_t i = at + 1; i <= parent->match; i++) {
        struct tag *tag = passage_tag(passage, i);
        check_between(c, passage, parent, from, tag);
        if (tag->kind == TAG_BLOCK && !find_override(env, tag->name)) {
            vec_push(c->arena, env, ((struct override){passage->home, i}));
            tag->offered = true;
        }
        if (i < parent->match && tag->match > i)
            i = tag->match;
        from = passage_tag(passage, i)->end;
    }
    return intern_env(c, env);
}

void include_parent(struct template_compiler *c, const struct passage *passage, size_t at)
{
    struct library_file *file = find_partial(c, passage, passage_tag(passage, at));
    if (file)
        emit_call(c, passage, passage_tag(passage, at), file, parent_env(c, passage, at));
}

/*
 * Puts the override in the place of the block: its text, in its own environment, but with
 * the names that are known where the block stands. Its lines lose the indentation they
 * have where they are written, and get that of the block.
 */
static void emit_override(struct template_compiler *c, const struct passage *passage,
                          const struct tag *block, const struct override *override)
{
    struct tag *tag = override_tag(override);
    struct passage there = {.into = passage->into, .home = override->home, .scope = passage->scope};
    if (tag->alone)
        there.dedent = tag->indent;
    tag->used = true;
    struct str indent = emit_enter_indent(c, passage, block);
    emit_range(c, &there, override->at + 1, tag->match);
    emit_leave_indent(c, passage, indent);
}

void include_block(struct template_compiler *c, const struct passage *passage, size_t at)
{
    const struct tag *tag = passage_tag(passage, at);
    const struct override *override = find_override(passage->home->env, tag->name);
    if (!compile_descend(c, passage, tag, 1))
        return;
    if (override)
        emit_override(c, passage, tag, override);
    else
        emit_range(c, passage, at + 1, tag->match);
    compile_ascend(c, 1);
}

/* A block that overrides nothing would be left out silently. */
void include_check_blocks(struct template_compiler *c, const struct unit *unit)
{
    for (size_t i = 0; i < unit->tags.len; i++) {
        const struct tag *tag = &unit->tags.items[i];
        if (!tag->offered || tag->used)
            continue;
        struct str parent = unit->tags.items[tag->outer].name;
        const struct unit *other = include_file(c, parent)->unit;
        struct nearest nearest = nearest_to(tag->name);
        for (size_t k = 0; k < other->tags.len; k++)
            if (other->tags.items[k].kind == TAG_BLOCK)
                nearest_try(&nearest, other->tags.items[k].name);
        compile_tell(c, TEMPLATE_UNKNOWN_BLOCK, unit_span(unit, tag->name),
                     (struct detail){.args = {tag->name, parent}, .suggestion = nearest.best});
    }
}
