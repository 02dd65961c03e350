#include "collection/published.h"

#include "base/slug.h"
#include "base/vec.h"
#include "collection/rules.h"
#include "parse/gate.h"

/* Letters, digits and what stands between them, in parts that begin with neither. */
static bool is_published_path(struct str path)
{
    bool fresh = true; /* at the start of a part */
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
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

static void read_line(struct published *published, struct arena *arena, struct str line,
                      struct diags *diags)
{
    struct str path = str_trim(line);
    if (path.len == 0 || path.ptr[0] == '#')
        return;
    size_t start = (size_t)(path.ptr - published->source.text.ptr);
    struct span span = source_span(&published->source, start, start + path.len);
    struct published_path item = {path, span};
    if (is_published_path(path))
        vec_push(arena, published, item);
    else
        diag_add(diags, &collection_rules[RULE_PATH_LINE], span, (struct detail){.args = {path}});
}

void published_read(struct published *published, struct arena *arena, const struct fs_root *root,
                    struct str path, struct diags *diags)
{
    enum fs_kind kind;
    published->there = fs_kind_of(root, path, &kind);
    if (!published->there ||
        !gate_read_list(arena, root, path, PUBLISHED_MAX, &published->source, diags))
        return;
    for (struct str rest = published->source.text, line; str_cut(&rest, '\n', &line);)
        read_line(published, arena, line, diags);
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
