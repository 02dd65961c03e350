#include "commands/chosen.h"

#include "base/die.h"
#include "base/fs_place.h"
#include "collection/collection.h"
#include "collection/theme_files.h"
#include "site/site.h"

static bool is_in(struct str path, struct str folder)
{
    return str_starts(path, folder) && (path.len == folder.len || path.ptr[folder.len] == '/');
}

static bool is_hidden(struct str path)
{
    return str_starts(path, STR(".")) || str_find(path, STR("/.")) != SIZE_MAX;
}

/* Returns the path that findings in what the word names begin with; "" for those of all. */
static struct str chosen_path(struct arena *arena, struct str folder, struct str word)
{
    struct str path;
    if (!fs_path_within(arena, word, folder, &path) &&
        !fs_path_within(arena, STR_JOIN(arena, folder, STR("/"), word), folder, &path))
        die(SAID("%.*s finnes ikke i samlingen; oppgi filer eller mapper i " CONTENT_FOLDER,
                 "%.*s is not in the collection; name files or folders in " CONTENT_FOLDER),
            STR_ARG(word));
    if (path.len && !is_in(path, STR(CONTENT_FOLDER)) && !is_in(path, STR(THEME_FOLDER)))
        die(SAID("%.*s er ikke en del av samlingen; oppgi filer eller mapper i " CONTENT_FOLDER,
                 "%.*s is not part of the collection; name files or folders in " CONTENT_FOLDER),
            STR_ARG(word));
    if (is_hidden(path))
        die(SAID("%.*s blir ikke lest, for navnet begynner med punktum",
                 "%.*s is not read, for its name begins with a full stop"),
            STR_ARG(word));
    return path;
}

void chosen_read(struct chosen *chosen, struct arena *arena, struct str folder,
                 const struct option_words *words)
{
    *chosen = (struct chosen){0};
    map_init(&chosen->by_path, arena);
    for (size_t i = 0; i < words->len; i++) {
        struct str path = chosen_path(arena, folder, words->items[i]);
        if (path.len == 0) {
            chosen->count = 0;
            return;
        }
        map_add(&chosen->by_path, path, chosen);
        if (chosen->count++ == 0)
            chosen->first = path;
    }
}

/* The file itself, then each folder that it lies in: the cost is its depth, however many are
 * chosen. */
bool chosen_has(const struct source *source, void *chosen)
{
    const struct map *by_path = &((struct chosen *)chosen)->by_path;
    if (!source)
        return false;
    struct str path = source->path;
    while (path.len && !map_get(by_path, path))
        path = str_folder(path);
    return map_get(by_path, path);
}
