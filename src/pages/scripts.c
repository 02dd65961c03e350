#include "pages/scripts.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"

/* Returns a text from where its first line that has something on it does so. */
static struct str from_written(struct str text)
{
    while (text.len && (text.ptr[0] == ' ' || text.ptr[0] == '\t' || text.ptr[0] == '\n'))
        text = str_from(text, 1);
    return text;
}

/*
 * Returns the length of the comment that begins here, with its line end; 0: there is none.
 * One that never ends is none, and *open tells that no later one needs to be looked for.
 */
static size_t comment_len(struct str text, bool *open)
{
    if (!str_starts(text, STR("/*")) || str_starts(text, STR("/*!")))
        return 0;
    size_t end = str_find(str_from(text, 2), STR("*/"));
    *open = end == SIZE_MAX;
    if (*open)
        return 0;
    struct str after = str_from(text, 2 + end + 2);
    return str_starts(after, STR("\n")) ? text.len - after.len + 1 : 0;
}

struct str script_lean(struct arena *arena, struct str text)
{
    struct buf out = BUF_INIT;
    bool open = false;
    while ((text = from_written(text)).len && !open) {
        size_t len = comment_len(text, &open), line = str_find_byte(text, '\n');
        if (!len) {
            len = line == SIZE_MAX ? text.len : line + 1;
            buf_put(&out, str_slice(text, 0, len));
        }
        text = str_from(text, len);
    }
    buf_put(&out, text);
    return buf_finish(&out, arena);
}

static bool is_part_of(struct str name, struct str whole)
{
    struct str stem = str_slice(whole, 0, whole.len - STR(".js").len);
    return str_ends(name, STR(".js")) && name.len > whole.len && str_starts(name, stem) &&
           name.ptr[stem.len] == '-';
}

/* Puts the parts of a script in front of it, and takes their names away. */
static void join_into(struct arena *arena, struct asset *assets, size_t count, const bool *alone,
                      struct asset *whole)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < count; i++)
        if (!alone[i] && is_part_of(assets[i].name, whole->name)) {
            buf_put(&out, assets[i].bytes);
            assets[i].name.len = 0;
        }
    buf_put(&out, whole->bytes);
    whole->bytes = buf_finish(&out, arena);
}

size_t scripts_join(struct arena *arena, struct asset *assets, size_t count, const bool *alone)
{
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (str_ends(assets[i].name, STR(".js")))
            join_into(arena, assets, count, alone, &assets[i]);
    for (size_t i = 0; i < count; i++)
        if (assets[i].name.len)
            assets[left++] = assets[i];
    return left;
}
