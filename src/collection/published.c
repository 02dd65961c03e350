#include "collection/published.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/slug.h"
#include "base/vec.h"
#include "collection/rules.h"
#include "parse/gate.h"

/* Small letters, digits, and `.`, `-` and `_`, of which the last two begin no part of it. */
static bool is_published_path(struct str path)
{
    bool fresh = true; /* at the start of a part */
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || ascii_is_digit(c);
        bool sign = c == '-' || c == '_' || c == '/';
        if (!letter && c != '.' && (!sign || fresh))
            return false;
        if ((c == '.' || c == '/') && i > 0 && path.ptr[i - 1] == '.')
            return false; /* no part is `.` or ends with one */
        fresh = c == '/';
    }
    return path.len > 0 && path.len <= PUBLISHED_PATH_MAX && !fresh &&
           path.ptr[path.len - 1] != '.';
}

/*
 * Reads a line; one that is not a path, or a path and a day, is reported. Returns false for empty
 * and comment lines.
 */
static bool read_line(struct published *published, struct arena *arena, struct str line,
                      struct str above, struct diags *diags)
{
    struct str whole = str_trim(line), rest = whole, path;
    if (whole.len == 0 || whole.ptr[0] == '#')
        return false;
    str_cut(&rest, ' ', &path);
    struct str since = str_trim(rest);
    struct span span = source_span_of(&published->source, path);
    if (!is_published_path(path))
        collection_tell(diags, RULE_PATH_LINE, source_span_of(&published->source, whole),
                        (struct detail){.args = {whole}});
    else if (since.len && !date_is(since))
        collection_tell(diags, RULE_PATH_DAY, source_span_of(&published->source, since),
                        (struct detail){.args = {since, path}});
    else
        vec_push(arena, published, ((struct published_path){path, since, span, above}));
    return true;
}

void published_parse(struct published *published, struct arena *arena, struct diags *diags)
{
    struct str text = published->source.text;
    struct arena growing;
    arena_init(&growing);
    size_t since = 0; /* where the last line with a path ended */
    size_t start = 0; /* where this line begins */
    for (struct str rest = text, line; str_cut(&rest, '\n', &line);) {
        size_t end = text.len - rest.len;
        if (read_line(published, &growing, line, str_slice(text, since, start), diags))
            since = end;
        start = end;
    }
    published->below = str_from(text, since);
    vec_fit(arena, published);
    arena_release(&growing);
}

void published_read(struct published *published, struct arena *arena, const struct fs_root *root,
                    struct str path, struct diags *diags)
{
    enum fs_kind kind;
    published->there = fs_kind_of(root, path, &kind);
    source_init(&published->source, arena, path, STR(""));
    if (published->there &&
        gate_read_list(arena, root, path, PUBLISHED_MAX, &published->source, diags))
        published_parse(published, arena, diags);
}

/* ---- the list as it is written ---- */

static void put_own_head(struct buf *out, const struct language *language)
{
    struct str first = language_says(language, PHRASE_PATHS_FIRST);
    struct str second = language_says(language, PHRASE_PATHS_SECOND);
    buf_format(out, "# %.*s\n# %.*s\n", STR_ARG(first), STR_ARG(second));
}

/* Returns where the program's own head ends, in whatever language it is; SIZE_MAX without one. */
static size_t own_head_end(struct str above)
{
    struct buf head = BUF_INIT;
    size_t end = SIZE_MAX;
    for (size_t i = 0; end == SIZE_MAX && i < language_count; i++) {
        buf_clear(&head);
        put_own_head(&head, &languages[i]);
        size_t start = str_find(above, buf_str(&head));
        end = start == SIZE_MAX ? SIZE_MAX : start + head.len;
    }
    buf_release(&head);
    return end;
}

/* Returns where the head ends in the lines above the first path (published.h). */
static size_t head_end(struct str above)
{
    size_t end = 0;
    bool comments = false;
    for (struct str rest = above, line; str_cut(&rest, '\n', &line) && rest.ptr;) {
        bool empty = str_trim(line).len == 0;
        comments |= !empty;
        if (empty && comments)
            end = above.len - rest.len;
    }
    if (end)
        return end;
    size_t own = own_head_end(above);
    return own == SIZE_MAX ? above.len : own;
}

static void put_comments(struct buf *out, struct str lines)
{
    for (struct str line; str_cut(&lines, '\n', &line);)
        if (str_starts(str_trim(line), STR("#"))) {
            buf_put(out, line);
            buf_byte(out, '\n');
        }
}

/* Appends the head, without empty lines before it, or the program's own if there is none. */
static void put_head(struct buf *out, struct str head, const struct language *language)
{
    struct str rest = head, line;
    while (str_cut(&rest, '\n', &line) && rest.ptr && str_trim(line).len == 0)
        head = rest;
    bool written = str_trim(head).len > 0;
    if (written)
        buf_put(out, head);
    else
        put_own_head(out, language);
    if (written && !str_ends(head, STR("\n")))
        buf_byte(out, '\n');
}

/* A path that is on the list twice keeps the order of its lines, for their comments. */
static int by_path_and_place(const void *left, const void *right)
{
    const struct published_path *a = left, *b = right;
    int order = str_cmp(a->path, b->path);
    return order ? order : (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

static struct str earliest(struct str a, struct str b)
{
    if (!a.len || !b.len)
        return a.len ? a : b;
    return str_cmp(a, b) <= 0 ? a : b;
}

/*
 * Appends each path once, with its earliest date and the comments of all its lines, but none twice
 * in a row.
 */
static void put_paths(struct buf *out, const struct published_path *paths, size_t len)
{
    for (size_t i = 0, next; i < len; i = next) {
        struct str since = paths[i].since;
        for (next = i; next < len && str_eq(paths[next].path, paths[i].path); next++) {
            if (next == i || !str_eq(paths[next].above, paths[next - 1].above))
                put_comments(out, paths[next].above);
            since = earliest(since, paths[next].since);
        }
        buf_put(out, paths[i].path);
        if (since.len)
            buf_format(out, " %.*s", STR_ARG(since));
        buf_byte(out, '\n');
    }
}

struct str published_list(const struct published *published, const struct language *language,
                          struct arena *arena, const struct published_path *more, size_t count)
{
    size_t len = published->len + count;
    struct published_path *paths = arena_items(arena, struct published_path, len + 1);
    for (size_t i = 0; i < published->len; i++)
        paths[i] = published->items[i];
    for (size_t i = 0; i < count; i++)
        paths[published->len + i] = more[i];
    struct str top = published->len ? paths[0].above : published->below;
    size_t end = published->len ? head_end(top) : top.len;
    paths[0].above = str_from(top, end);
    qsort(paths, len, sizeof *paths, by_path_and_place);
    struct buf text = BUF_INIT;
    put_head(&text, str_slice(top, 0, end), language);
    put_paths(&text, paths, len);
    if (published->len)
        put_comments(&text, published->below);
    return buf_finish(&text, arena);
}

bool published_is_page(struct str path)
{
    static const struct str ending = STR_INIT(".html");
    if (path.len > PUBLISHED_PAGE_MAX || !str_ends(path, ending))
        return false;
    struct str rest = str_slice(path, 0, path.len - ending.len);
    bool clean = true;
    for (struct str part; clean && str_cut(&rest, '/', &part);)
        clean = slug_is(part) && !slug_is_reserved(part) && !str_eq(part, STR("sha256sums"));
    return clean;
}
