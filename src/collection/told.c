#include "collection/told.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/language.h"
#include "base/vec.h"
#include "collection/published.h"
#include "collection/rules.h"
#include "parse/gate.h"

/* ---- as it is read ---- */

static bool told_is_item(struct str line)
{
    return (str_starts(line, STR("* ")) || str_starts(line, STR("- "))) &&
           published_is_page(str_from(line, 2));
}

static void told_add_words(struct told_item *item, struct arena *arena, struct str words)
{
    item->words = item->words.len ? STR_JOIN(arena, item->words, STR(" "), words) : words;
}

static void told_parse(struct told *told, struct arena *arena, struct diags *diags)
{
    struct str day = {0};
    bool open = false; /* an item waits for its words */
    for (struct str rest = told->source.text, line; str_cut(&rest, '\n', &line);) {
        struct str text = str_trim(line);
        bool indented = str_starts(line, STR(" ")) || str_starts(line, STR("\t"));
        if (text.len == 0 || text.ptr[0] == '#')
            continue;
        if (indented && open) {
            told_add_words(&told->items.items[told->items.len - 1], arena, text);
        } else if (!indented && date_is_day(text)) {
            day = text;
            open = false;
        } else if (!indented && day.len && told_is_item(text)) {
            bool gone = text.ptr[0] == '-';
            vec_push(arena, &told->items,
                     ((struct told_item){.day = day, .path = str_from(text, 2), .gone = gone}));
            open = true;
        } else {
            collection_tell(diags, RULE_NEWS_LINE, source_span_of(&told->source, text),
                            (struct detail){.args = {text}});
        }
    }
}

/* Returns what an item says as one text; no path has a blank. */
static struct str told_key(struct arena *arena, const struct told_item *item)
{
    return STR_JOIN(arena, item->path, STR(" "), item->words);
}

static void index_newest(struct told *told, struct arena *arena)
{
    struct str newest = {0};
    for (size_t i = 0; i < told->items.len; i++)
        if (str_cmp(told->items.items[i].day, newest) > 0)
            newest = told->items.items[i].day;
    for (size_t i = 0; i < told->items.len; i++)
        if (str_eq(told->items.items[i].day, newest))
            map_add(&told->newest, told_key(arena, &told->items.items[i]), &told->items.items[i]);
}

void told_read(struct told *told, struct arena *arena, const struct fs_root *root, struct str path,
               struct diags *diags)
{
    enum fs_kind kind;
    told->there = fs_kind_of(root, path, &kind);
    source_init(&told->source, arena, path, STR(""));
    map_init(&told->newest, arena);
    if (told->there && gate_read_list(arena, root, path, TOLD_MAX, &told->source, diags))
        told_parse(told, arena, diags);
    index_newest(told, arena);
}

/* ---- as it is written ---- */

/* Returns where the first line begins that is neither empty nor a comment. */
static size_t told_head_end(struct str text)
{
    size_t end = 0;
    for (struct str rest = text, line; str_cut(&rest, '\n', &line) && rest.ptr;) {
        struct str trimmed = str_trim(line);
        if (trimmed.len && trimmed.ptr[0] != '#')
            break;
        end = text.len - rest.len;
    }
    return end;
}

static void told_put_head(struct buf *out, const struct language *language)
{
    buf_format(out, "# %.*s\n", STR_ARG(language_says(language, PHRASE_NEWS_FIRST)));
    buf_format(out, "# %.*s\n\n", STR_ARG(language_says(language, PHRASE_NEWS_SECOND)));
}

struct str told_text(const struct told *told, const struct language *language, struct arena *arena,
                     const struct told_item *more, size_t count)
{
    struct str text = told->source.text;
    size_t head = told_head_end(text);
    struct buf out = BUF_INIT;
    if (count == 0)
        return text;
    if (head)
        buf_put(&out, str_slice(text, 0, head));
    else
        told_put_head(&out, language);
    buf_format(&out, "%.*s\n", STR_ARG(more[0].day));
    for (size_t i = 0; i < count; i++)
        buf_format(&out, "%c %.*s\n  %.*s\n", more[i].gone ? '-' : '*', STR_ARG(more[i].path),
                   STR_ARG(more[i].words));
    if (head < text.len) {
        buf_byte(&out, '\n');
        buf_put(&out, str_from(text, head));
    }
    return buf_finish(&out, arena);
}

bool told_has(const struct told *told, struct arena *arena, const struct told_item *item)
{
    return map_get(&told->newest, told_key(arena, item));
}
