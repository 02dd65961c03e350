#include "pages/style_links.h"

#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/nearest.h"
#include "base/source.h"
#include "pages/rules.h"
#include "plan/paths.h"

struct style_linker {
    struct arena *arena;
    const struct source *sheet;
    const struct asset *assets;
    size_t count;
    struct diags *diags;
};

bool style_can_name(const struct asset *asset)
{
    return !str_ends(asset->name, STR(".js")) && !str_ends(asset->name, STR(".css"));
}

static bool is_style_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static size_t blanks_len(struct str text)
{
    size_t len = 0;
    while (len < text.len && is_style_blank(text.ptr[len]))
        len++;
    return len;
}

/* Returns the length of the comment that begins here; 0: there is none. */
static size_t style_comment_len(struct str text)
{
    if (!str_starts(text, STR("/*")))
        return 0;
    size_t end = str_find(str_from(text, 2), STR("*/"));
    return end == SIZE_MAX ? text.len : 2 + end + 2;
}

/*
 * Returns the length of the string that begins here, with its quotes; 0: there is none. One that
 * is not ended ends with its line (CSS Syntax 3, section 4.3.5).
 */
static size_t string_len(struct str text)
{
    if (!text.len || (text.ptr[0] != '"' && text.ptr[0] != '\''))
        return 0;
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] == text.ptr[0] || text.ptr[i] == '\n')
            return i + 1;
        if (text.ptr[i] == '\\')
            i++;
    }
    return text.len;
}

/* Returns the length of what a reference begins with, up to its quote or name; 0: it is none. */
static size_t opening_len(struct str text)
{
    if (str_begins(text, STR("url(")))
        return STR("url(").len + blanks_len(str_from(text, STR("url(").len));
    if (!str_begins(text, STR("@import")))
        return 0;
    size_t len = STR("@import").len + blanks_len(str_from(text, STR("@import").len));
    return string_len(str_from(text, len)) ? len : 0;
}

/* Returns what a reference names, without quotes. */
static struct str named(struct str text)
{
    size_t quoted = string_len(text);
    if (quoted)
        return str_slice(text, 1, quoted > 1 ? quoted - 1 : 1);
    size_t end = str_find_byte(text, ')');
    return str_trim(str_slice(text, 0, end == SIZE_MAX ? text.len : end));
}

/* Whether a reference leads out of the theme: a full address, or one in the site or the sheet. */
static bool leads_out(struct str reference)
{
    return str_starts(reference, STR("/")) || str_starts(reference, STR("#")) ||
           str_find_byte(reference, ':') != SIZE_MAX;
}

/* What may follow the name of a file. */
static size_t name_len(struct str reference)
{
    size_t len = 0;
    while (len < reference.len && reference.ptr[len] != '#' && reference.ptr[len] != '?')
        len++;
    return len;
}

static void tell_missing(struct style_linker *linker, struct str name)
{
    struct nearest nearest = nearest_to(name);
    size_t among = diag_take_suggestion(linker->diags) ? nearest_among(linker->count) : 0;
    for (size_t i = 0; i < among; i++)
        if (style_can_name(&linker->assets[i]))
            nearest_try(&nearest, linker->assets[i].name);
    diag_add(linker->diags, &page_rules[RULE_STYLE_LINK], source_span_of(linker->sheet, name),
             (struct detail){.args = {name}, .suggestion = nearest.best});
}

/* The sheet lies in the same folder, so the last part of the path leads there. */
static void put_linked_name(void *context, struct buf *out, struct str name)
{
    struct style_linker *linker = context;
    for (size_t i = 0; i < linker->count; i++) {
        const struct asset *asset = &linker->assets[i];
        if (style_can_name(asset) && str_eq(asset->name, name)) {
            buf_put(out, str_name(plan_asset_path(linker->arena, asset)));
            return;
        }
    }
    tell_missing(linker, name);
}

/* A sheet whose references are put anew. */
struct style_anew {
    struct buf *out;
    style_put_name *put_name;
    void *context;
};

/* Puts a reference, from its opening to the end of what it names; returns its length. */
static size_t put_reference(const struct style_anew *anew, struct str text, size_t opening)
{
    struct str reference = named(str_from(text, opening));
    size_t start = (size_t)(reference.ptr - text.ptr);
    buf_put(anew->out, str_slice(text, 0, start));
    if (leads_out(reference)) {
        buf_put(anew->out, reference);
    } else {
        size_t len = name_len(reference);
        anew->put_name(anew->context, anew->out, str_slice(reference, 0, len));
        buf_put(anew->out, str_from(reference, len));
    }
    return start + reference.len;
}

/* Returns the length of what begins neither a comment, nor a string, nor a reference; at least 1.
 */
static size_t other_len(struct str text)
{
    static const bool begins[256] = {
        ['/'] = true, ['"'] = true, ['\''] = true, ['u'] = true, ['U'] = true, ['@'] = true};
    return str_find_in(text, 1, begins);
}

void style_put_anew(struct buf *out, struct str sheet, style_put_name *put_name, void *context)
{
    struct style_anew anew = {out, put_name, context};
    for (struct str text = sheet; text.len;) {
        size_t len = style_comment_len(text), opening = len ? 0 : opening_len(text);
        if (opening) {
            text = str_from(text, put_reference(&anew, text, opening));
            continue;
        }
        len = len ? len : string_len(text);
        len = len ? len : other_len(text);
        buf_put(out, str_slice(text, 0, len));
        text = str_from(text, len);
    }
}

struct str style_link(struct arena *arena, const struct source *sheet, const struct asset *assets,
                      size_t count, struct diags *diags)
{
    struct style_linker linker = {arena, sheet, assets, count, diags};
    struct buf out = BUF_INIT;
    style_put_anew(&out, sheet->text, put_linked_name, &linker);
    return buf_finish(&out, arena);
}

struct str style_without_fonts(struct arena *arena, struct str sheet)
{
    struct buf out = BUF_INIT;
    size_t start;
    while ((start = str_find(sheet, STR("@font-face"))) != SIZE_MAX) {
        size_t len = str_find_byte(str_from(sheet, start), '}');
        if (len == SIZE_MAX)
            break;
        buf_put(&out, str_slice(sheet, 0, start));
        sheet = str_from(sheet, start + len + 1);
    }
    buf_put(&out, sheet);
    return buf_finish(&out, arena);
}
