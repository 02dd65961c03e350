#include "search/sections.h"

#include "base/buf.h"
#include "base/norwegian.h"

void sections_read(struct sections *sections, struct arena *arena, const struct entry_kind *kind)
{
    map_init(&sections->titles, arena);
    for (size_t i = 0; kind->sections && i < kind->sections->map.len; i++) {
        const struct value *list = kind->sections->map.items[i].value;
        for (size_t k = 0; list->kind == VALUE_LIST && k < list->list.len; k++) {
            struct str title = value_get_str(list->list.items[k], STR("title"));
            map_add(&sections->titles, norwegian_words(arena, title), sections);
        }
    }
}

static bool is_section(const struct sections *sections, struct str heading)
{
    struct buf words = BUF_INIT;
    if (sections->titles.len)
        norwegian_put_words(&words, heading);
    bool found = words.len && map_get(&sections->titles, buf_str(&words));
    buf_release(&words);
    return found;
}

void sections_put_text(struct buf *out, const struct sections *sections,
                       const struct markdown *body)
{
    size_t from = 0, before = out->len;
    for (size_t i = 0; i < body->heading_lines.len; i++) {
        struct heading_line line = body->heading_lines.items[i];
        if (!is_section(sections, str_slice(body->text, line.start, line.end)))
            continue;
        buf_put(out, str_slice(body->text, from, line.start));
        from = line.end < body->text.len ? line.end + 1 : line.end;
    }
    buf_put(out, str_from(body->text, from));
    if (out->len > before && out->ptr[out->len - 1] == '\n') /* the last line was left out */
        out->len--;
}
