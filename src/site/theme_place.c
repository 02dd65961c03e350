#include "site/theme_place.h"

#include "base/buf.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/fs_place.h"
#include "base/vec.h"
#include "base/visible.h"
#include "collection/theme_files.h"

/* Where `make install` puts what is not a program: the Makefile gives PREFIX. */
#ifndef SAMLING_PREFIX
#define SAMLING_PREFIX "/usr/local"
#endif
#define SHARE "share/samling"

struct folder_list {
    struct str *items;
    size_t len, cap;
};

/* Lists the folders that may hold the program's theme. */
static void list_places(struct folder_list *places, struct arena *arena)
{
    enum { UP = 3 };
    struct str folder = fs_program_folder(arena);
    struct str above = folder.len ? str_folder(folder) : folder;
    for (size_t i = 0; folder.len && i <= UP; i++, folder = str_folder(folder))
        vec_push(arena, places, folder);
    if (above.len)
        vec_push(arena, places, STR_JOIN(arena, above, STR("/" SHARE)));
    vec_push(arena, places, STR(SAMLING_PREFIX "/" SHARE));
}

/* A folder of that name may be anybody's; a theme has templates. */
static bool has_theme(struct arena *arena, struct str folder, struct fs_root *root)
{
    enum fs_kind kind;
    if (!fs_root_try(arena, folder, root))
        return false;
    if (fs_kind_of(root, STR(THEME_FOLDER "/templates"), &kind) && kind == FS_FOLDER)
        return true;
    fs_root_close(root);
    return false;
}

static _Noreturn void refuse_places(struct arena *arena, const struct folder_list *places)
{
    struct buf all = BUF_INIT;
    for (size_t i = 0; i < places->len; i++) {
        buf_put(&all, i ? STR(", ") : STR(""));
        visible_put(&all, STR_JOIN(arena, places->items[i], STR("/" THEME_FOLDER)));
    }
    die(SAID("samlingen har ikke mappen " THEME_FOLDER
             ", og programmets eget tema ble ikke funnet; det ble lett etter her: %.*s",
             "the collection has no folder " THEME_FOLDER
             ", and the program's own theme was not found; it was looked for here: %.*s"),
        STR_ARG(buf_str(&all)));
}

static bool find_program_theme(struct fs_root *program, struct arena *arena,
                               struct folder_list *places)
{
    list_places(places, arena);
    for (size_t i = 0; i < places->len; i++)
        if (has_theme(arena, places->items[i], program))
            return true;
    program->fd = -1;
    return false;
}

void theme_place_program(struct fs_root *program, struct arena *arena)
{
    struct folder_list places = {0};
    if (!find_program_theme(program, arena, &places))
        refuse_places(arena, &places);
}

/* Which is the theme of the site: its own, or the program's if that is known. */
void theme_place_turn(struct theme_place *place)
{
    enum fs_kind kind;
    const struct fs_root *site = place->layers[1].root;
    bool own = place->program.fd < 0 || fs_kind_of(site, STR(THEME_FOLDER), &kind);
    place->layers[0] = (struct theme_layer){own ? site : &place->program, STR(THEME_FOLDER),
                                            own ? STR(THEME_FOLDER) : place->shown};
}

static void keep_program_theme(struct theme_place *place, struct arena *arena)
{
    place->shown = STR_JOIN(arena, place->program.path, STR("/" THEME_FOLDER));
    theme_place_turn(place);
}

void theme_place_find(struct theme_place *place, struct arena *arena, const struct fs_root *site)
{
    enum fs_kind kind;
    *place = (struct theme_place){.program.fd = -1, .count = THEME_LAYERS};
    place->layers[1] = (struct theme_layer){site, STR(OWN_THEME_FOLDER), STR(OWN_THEME_FOLDER)};
    if (!fs_kind_of(site, STR(THEME_FOLDER), &kind))
        theme_place_program(&place->program, arena);
    keep_program_theme(place, arena);
}

void theme_place_follow(struct theme_place *place, struct arena *arena)
{
    struct folder_list places = {0};
    if (place->program.fd >= 0 || find_program_theme(&place->program, arena, &places))
        keep_program_theme(place, arena);
    fs_root_forgive(&place->program);
}

bool theme_place_has_asset(const struct theme_place *place, struct str path)
{
    enum theme_part part;
    struct str name;
    for (size_t i = 0; i < place->count; i++) {
        struct str folder = place->layers[i].shown;
        if (str_starts(path, folder) && path.len > folder.len &&
            theme_file_is(str_from(path, folder.len + 1), &part, &name))
            return part == THEME_ASSETS;
    }
    return false;
}

void theme_place_allow(const struct theme_place *place, struct confine *confine)
{
    if (place->program.fd >= 0)
        fs_root_allow(&place->program, STR(THEME_FOLDER), confine, CONFINE_READ);
}

void theme_place_close(struct theme_place *place)
{
    fs_root_close(&place->program);
}
