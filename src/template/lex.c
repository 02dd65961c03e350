#include "template/lex.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/arena.h"
#include "base/vec.h"
#include "template/rules.h"

struct lexer {
    struct arena *arena;
    const struct source *source;
    struct diags *diags;
    struct tags *tags;
    struct str open, close; /* the delimiters */
};

static void lex_tell(struct lexer *lexer, enum template_rule rule, size_t start, size_t end,
                     struct detail detail)
{
    diag_add(lexer->diags, &template_rules[rule], source_span(lexer->source, start, end), detail);
}

static enum tag_kind kind_of(char sigil)
{
    switch (sigil) {
    case '{':
    case '&': return TAG_RAW;
    case '#': return TAG_SECTION;
    case '^': return TAG_INVERTED;
    case '/': return TAG_CLOSE;
    case '>': return TAG_PARTIAL;
    case '<': return TAG_PARENT;
    case '$': return TAG_BLOCK;
    case '!': return TAG_COMMENT;
    case '=': return TAG_DELIMITERS;
    default: return TAG_VALUE;
    }
}

/* True for one or more parts with full stops between them, and for a single full stop. */
static bool is_dotted(struct str name)
{
    if (str_eq(name, STR(".")))
        return true;
    if (name.len == 0 || name.ptr[0] == '.' || name.ptr[name.len - 1] == '.')
        return false;
    return str_find(name, STR("..")) == SIZE_MAX;
}

static bool is_name(const struct tag *tag)
{
    for (size_t i = 0; i < tag->name.len; i++)
        if (ascii_is_space(tag->name.ptr[i]))
            return false;
    switch (tag->kind) {
    case TAG_VALUE:
    case TAG_RAW:
    case TAG_SECTION:
    case TAG_INVERTED: return is_dotted(tag->name);
    default: return tag->name.len > 0;
    }
}

/* Sets the delimiters to the two inside a tag; false when there are not two. */
static bool set_delimiters(struct lexer *lexer, struct str inside)
{
    size_t gap = 0, next;
    while (gap < inside.len && !ascii_is_space(inside.ptr[gap]))
        gap++;
    for (next = gap; next < inside.len && ascii_is_space(inside.ptr[next]);)
        next++;
    struct str open = str_slice(inside, 0, gap), close = str_from(inside, next);
    for (size_t i = 0; i < close.len; i++)
        if (ascii_is_space(close.ptr[i]))
            return false;
    if (!open.len || !close.len || str_find_byte(inside, '=') != SIZE_MAX)
        return false;
    lexer->open = open;
    lexer->close = close;
    return true;
}

/*
 * Returns the offset of the tag's closing delimiter, which `close` has with the "}" or "="
 * before it, or SIZE_MAX. A tag other than a comment must end before the next one
 * opens. That gives better findings, and keeps the search linear: without it many
 * tags that are never closed would each search to the end of the text.
 */
static size_t find_close(struct lexer *lexer, enum tag_kind kind, struct str close, size_t inside)
{
    struct str rest = str_from(lexer->source->text, inside);
    if (kind != TAG_COMMENT && kind != TAG_DELIMITERS && !str_eq(lexer->open, lexer->close)) {
        size_t next = str_find(rest, lexer->open);
        rest.len = next < rest.len ? next : rest.len;
    }
    size_t at = str_find(rest, close);
    return at == SIZE_MAX ? SIZE_MAX : inside + at;
}

static void check_inside(struct lexer *lexer, struct tag *tag)
{
    struct str whole = str_slice(lexer->source->text, tag->start, tag->end);
    size_t name = (size_t)(tag->name.ptr - lexer->source->text.ptr);
    if (tag->kind == TAG_DELIMITERS) {
        if (!set_delimiters(lexer, tag->name))
            lex_tell(lexer, TEMPLATE_BAD_DELIMITERS, tag->start, tag->end,
                     (struct detail){.args = {whole}});
    } else if (tag->kind != TAG_COMMENT && !is_name(tag)) {
        tag->bad = true;
        size_t start = tag->name.len ? name : tag->start;
        size_t end = tag->name.len ? name + tag->name.len : tag->end;
        lex_tell(lexer, TEMPLATE_BAD_NAME, start, end, (struct detail){.args = {tag->name}});
    }
}

/* Adds the tag that opens at `start`. Returns where to go on. */
static size_t take_tag(struct lexer *lexer, size_t start)
{
    struct str text = lexer->source->text;
    size_t inside = start + lexer->open.len;
    char sigil = inside < text.len ? text.ptr[inside] : '\0';
    enum tag_kind kind = kind_of(sigil);
    struct str close = lexer->close;
    if (sigil == '{' || sigil == '=')
        close = STR_JOIN(lexer->arena, sigil == '{' ? STR("}") : STR("="), close);
    inside += kind != TAG_VALUE;
    size_t end = find_close(lexer, kind, close, inside);
    if (end == SIZE_MAX) {
        lex_tell(lexer, TEMPLATE_UNCLOSED_TAG, start, start + lexer->open.len,
                 (struct detail){.args = {lexer->open, close}});
        return start + lexer->open.len;
    }
    struct tag tag = {.kind = kind, .start = (uint32_t)start, .end = (uint32_t)(end + close.len)};
    tag.name = str_trim(str_slice(text, inside, end));
    check_inside(lexer, &tag);
    vec_push(lexer->arena, lexer->tags, tag);
    return tag.end;
}

void lex_tags(struct arena *arena, const struct source *source, struct diags *diags,
              struct tags *tags)
{
    struct lexer lexer = {arena, source, diags, tags, STR("{{"), STR("}}")};
    size_t at = 0, next;
    *tags = (struct tags){0};
    while ((next = str_find(str_from(source->text, at), lexer.open)) != SIZE_MAX)
        at = take_tag(&lexer, at + next);
    uint32_t end = (uint32_t)source->text.len;
    /* `len` does not count it, so it is there for all that looks one tag ahead. */
    vec_push(arena, tags, ((struct tag){.kind = TAG_END, .start = end, .end = end}));
    tags->len--;
}
