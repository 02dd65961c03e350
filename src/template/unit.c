#include "template/unit.h"

#include "base/arena.h"
#include "base/map.h"
#include "template/rules.h"

struct span unit_span(const struct unit *unit, struct str part)
{
    size_t start = (size_t)(part.ptr - unit->source->text.ptr);
    return source_span(unit->source, start, start + part.len);
}

struct span unit_tag_span(const struct unit *unit, const struct tag *tag)
{
    return source_span(unit->source, tag->start, tag->end);
}

struct str unit_tag_text(const struct unit *unit, const struct tag *tag)
{
    return str_slice(unit->source->text, tag->start, tag->end);
}

/* Matching opening and closing tags. */

struct matcher {
    struct unit *unit;
    struct diags *diags;
    struct map crossed; /* name → an opening tag that another tag's closing tag has closed */
    size_t open;        /* the innermost open tag, or NO_TAG; the others by its `outer` */
    size_t depth;
};

static bool opens(const struct tag *tag)
{
    return tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED || tag->kind == TAG_PARENT ||
           tag->kind == TAG_BLOCK;
}

static void unit_tell(struct matcher *m, enum template_rule rule, const struct tag *tag,
                      struct detail detail)
{
    diag_add(m->diags, &template_rules[rule], unit_tag_span(m->unit, tag), detail);
}

static void close_innermost(struct matcher *m, size_t at)
{
    struct tag *open = &m->unit->tags.items[m->open];
    open->match = at;
    m->open = open->outer;
    m->depth--;
}

/* Returns the innermost open tag of that name, or NO_TAG. */
static size_t find_open(const struct matcher *m, struct str name)
{
    const struct tag *tags = m->unit->tags.items;
    size_t at = m->open;
    while (at != NO_TAG && !str_eq(tags[at].name, name))
        at = tags[at].outer;
    return at;
}

/*
 * A closing tag that does not fit the innermost open one. To make it one finding, not
 * two, it closes the open tag that it was meant for and all that is open inside that.
 * Those are owed their own closing tags, which are passed over when they come. If it
 * was meant for none, only the innermost is closed.
 */
static void close_crossed(struct matcher *m, size_t at)
{
    struct tag *tags = m->unit->tags.items;
    const struct tag *innermost = &tags[m->open];
    unit_tell(m, TEMPLATE_CROSSED_SECTION, &tags[at],
              (struct detail){.args = {unit_tag_text(m->unit, &tags[at]),
                                       unit_tag_text(m->unit, innermost), innermost->name}});
    size_t meant = find_open(m, tags[at].name);
    do {
        size_t crossed = m->open;
        close_innermost(m, at);
        if (crossed == meant)
            break;
        struct tag *first = map_add(&m->crossed, tags[crossed].name, &tags[crossed]);
        first->owed = true;
    } while (meant != NO_TAG);
}

static void close_tag(struct matcher *m, size_t at)
{
    struct tag *tag = &m->unit->tags.items[at];
    struct tag *crossed = map_get(&m->crossed, tag->name);
    if (m->open != NO_TAG && str_eq(m->unit->tags.items[m->open].name, tag->name)) {
        tag->match = m->open;
        close_innermost(m, at);
    } else if (crossed && crossed->owed) {
        crossed->owed = false;
    } else if (m->open == NO_TAG) {
        unit_tell(m, TEMPLATE_UNOPENED_SECTION, tag,
                  (struct detail){.args = {unit_tag_text(m->unit, tag)}});
    } else {
        close_crossed(m, at);
    }
}

static void match_tags(struct unit *unit, struct arena *arena, struct diags *diags)
{
    struct tags *tags = &unit->tags;
    struct matcher m = {.unit = unit, .diags = diags, .open = NO_TAG};
    map_init(&m.crossed, arena);
    for (size_t i = 0; i < tags->len; i++) {
        struct tag *tag = &tags->items[i];
        tag->match = i;
        if (tag->kind == TAG_CLOSE)
            close_tag(&m, i);
        tag->outer = m.open;
        if (!opens(tag))
            continue;
        if (++m.depth > TEMPLATE_DEPTH_MAX) {
            unit_tell(&m, TEMPLATE_TOO_DEEP, tag,
                      (struct detail){.args = {unit_tag_text(unit, tag),
                                               str_format(arena, "%d", TEMPLATE_DEPTH_MAX)}});
            tags->items[0] = tags->items[tags->len]; /* nothing more can be said about it */
            tags->len = 0;
            return;
        }
        m.open = i;
    }
    while (m.open != NO_TAG) {
        const struct tag *tag = &tags->items[m.open];
        unit_tell(&m, TEMPLATE_UNCLOSED_SECTION, tag,
                  (struct detail){.args = {unit_tag_text(unit, tag), tag->name}});
        close_innermost(&m, tags->len);
    }
}

/* Tags that have a line to themselves. */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* True if only blanks stand before `at` on its line. Stores where the line starts, or else `at`. */
static bool blank_before(struct str text, size_t at, size_t *line)
{
    size_t start = at;
    while (start && is_blank(text.ptr[start - 1]))
        start--;
    bool blank = start == 0 || text.ptr[start - 1] == '\n';
    *line = blank ? start : at;
    return blank;
}

/* True if only blanks stand after `at` on its line. Stores where the next starts, or else `at`. */
static bool blank_after(struct str text, size_t at, size_t *line)
{
    size_t end = at;
    while (end < text.len && is_blank(text.ptr[end]))
        end++;
    if (end + 1 < text.len && text.ptr[end] == '\r' && text.ptr[end + 1] == '\n')
        end++;
    bool blank = end == text.len || text.ptr[end] == '\n';
    *line = !blank ? at : end == text.len ? end : end + 1;
    return blank;
}

/* Returns the indentation of the first line between `at` and `end` that is not blank, if any. */
static struct str first_indent(struct str text, size_t at, size_t end)
{
    size_t next;
    while (at < end && blank_after(text, at, &next))
        at = next;
    size_t start = at;
    while (at < end && is_blank(text.ptr[at]))
        at++;
    return at < end ? str_slice(text, start, at) : (struct str){0};
}

static bool is_inside_parent(const struct unit *unit, const struct tag *tag)
{
    return tag->outer != NO_TAG && unit->tags.items[tag->outer].kind == TAG_PARENT;
}

/*
 * Lets a tag have its line if nothing else is on it. A parent is one whole with its closing
 * tag, `last`: nothing may be before the one nor after the other. Else `last` is the tag.
 */
static void settle_line(struct unit *unit, struct tag *tag, struct tag *last)
{
    struct str text = unit->source->text;
    size_t from, to;
    if (!blank_before(text, tag->start, &from) || !blank_after(text, last->end, &to))
        return;
    tag->alone = true;
    tag->indent = str_slice(text, from, tag->start);
    tag->from = (uint32_t)from;
    last->to = (uint32_t)to;
}

/*
 * The specification says this only by its tests (mustache/spec, ~inheritance.yml:
 * «Standalone block», «Block reindentation», «Intrinsic indentation»):
 *
 * 1. The indentation of a block is that of its opening tag.
 * 2. But if the opening tag ends its line, the text begins on the next line, and the
 *    indentation is that of the first line with text; the tag takes its line with it.
 * 3. The closing tag takes its line with it if it stands alone there. It may not be on
 *    the line of the opening tag, which has that line already.
 *
 * `argument`: the block stands in a parent and overrides one of its blocks. Nothing
 * around it is text then, so other tags on its line do not keep it from having
 * the line alone.
 */
static void settle_block(struct unit *unit, struct tag *tag)
{
    struct str text = unit->source->text;
    struct tag *close = &unit->tags.items[tag->match];
    bool argument = is_inside_parent(unit, tag);
    size_t from, to, close_from, close_to;
    /* 1. */
    bool before = blank_before(text, tag->start, &from);
    tag->indent = str_slice(text, from, tag->start);
    /* 2. */
    if ((before || argument) && blank_after(text, tag->end, &to)) {
        tag->alone = true;
        tag->from = (uint32_t)from;
        tag->to = (uint32_t)to;
        struct str inner = first_indent(text, to, close->start);
        tag->indent = inner.ptr ? inner : tag->indent;
    }
    /* 3. */
    if (!blank_before(text, close->start, &close_from) || close_from < tag->to)
        return;
    bool after = blank_after(text, close->end, &close_to);
    if (after || argument) {
        close->from = (uint32_t)close_from;
        close->to = (uint32_t)close_to;
    }
}

static void settle_lines(struct unit *unit)
{
    struct tag *tags = unit->tags.items;
    for (size_t i = 0; i < unit->tags.len; i++) {
        switch (tags[i].kind) {
        case TAG_END:
        case TAG_VALUE:
        case TAG_RAW: break;
        case TAG_PARENT: settle_line(unit, &tags[i], &tags[tags[i].match]); break;
        case TAG_BLOCK: settle_block(unit, &tags[i]); break;
        case TAG_CLOSE:
            if (tags[tags[i].match].kind == TAG_PARENT || tags[tags[i].match].kind == TAG_BLOCK)
                break;
            /* fall through */
        default: settle_line(unit, &tags[i], &tags[i]);
        }
    }
}

void unit_init(struct unit *unit, struct arena *arena, struct str name, const struct source *source,
               struct diags *diags)
{
    *unit = (struct unit){.name = name, .source = source};
    lex_tags(arena, source, diags, &unit->tags);
    match_tags(unit, arena, diags);
    for (size_t i = 0; i <= unit->tags.len; i++) {
        unit->tags.items[i].from = unit->tags.items[i].start;
        unit->tags.items[i].to = unit->tags.items[i].end;
    }
    settle_lines(unit);
}
