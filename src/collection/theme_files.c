#include "collection/theme_files.h"

#include <stddef.h>
#include <stdint.h>

static const struct theme_place {
    struct str folder, ending;
} theme_places[] = {
    [THEME_TEMPLATES] = {STR_INIT("templates/"), STR_INIT(".mustache")},
    [THEME_STRINGS] = {STR_INIT("strings/"), STR_INIT(".yaml")},
    [THEME_ASSETS] = {STR_INIT("assets/"), STR_INIT("")},
};

bool theme_file_is(struct str path, enum theme_part *part, struct str *name)
{
    for (size_t i = 0; i < sizeof theme_places / sizeof *theme_places; i++) {
        const struct theme_place *place = &theme_places[i];
        if (!str_starts(path, place->folder) || !str_ends(path, place->ending))
            continue;
        *part = (enum theme_part)i;
        *name = str_slice(path, place->folder.len, path.len - place->ending.len);
        return name->len && str_find_byte(*name, '/') == SIZE_MAX;
    }
    return false;
}
