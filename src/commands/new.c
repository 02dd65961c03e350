#include "commands/new.h"

#include <stdio.h>

#include "base/die.h"
#include "base/fs_whole.h"
#include "base/slug.h"
#include "base/visible.h"
#include "collection/scaffold.h"

struct str new_title(struct str written)
{
    struct str title = str_trim(written);
    if (title.len == 0)
        die(SAID("tittelen er tom", "the title is empty"));
    if (!scaffold_is_line(title))
        die(SAID("tittelen skal være én linje uten usynlige tegn, i UTF-8",
                 "the title must be one line without invisible characters, in UTF-8"));
    return title;
}

bool new_is_same(struct arena *arena, struct str a, struct str b)
{
    return a.len && str_eq(slug_make(arena, a), slug_make(arena, b));
}

static bool is_one_of_names(struct arena *arena, const struct term_names *names, struct str written)
{
    for (size_t i = 0; i < names->len; i++)
        if (new_is_same(arena, names->items[i].text, written))
            return true;
    return false;
}

bool new_is_called(struct arena *arena, const struct term *term, struct str written)
{
    return new_is_same(arena, term->id, written) ||
           is_one_of_names(arena, &term->labels, written) ||
           new_is_same(arena, term->short_name.text, written) ||
           is_one_of_names(arena, &term->names, written);
}

void new_add(struct site *site, struct str root, struct str path, struct buf *text)
{
    fs_add(&site->root, path, buf_str(text));
    buf_release(text);
    if (!str_eq(root, STR(".")))
        path = STR_JOIN(&site->arena, root, STR("/"), path);
    printf("%.*s\n", STR_ARG(visible_text(&site->arena, path)));
}
