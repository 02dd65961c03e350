#include "template/shape.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/map.h"
#include "base/vec.h"

static struct shape *shape_make(struct arena *arena, enum shape_kind kind)
{
    struct shape *shape = arena_new(arena, struct shape);
    shape->kind = kind;
    return shape;
}

struct shape *shape_text(struct arena *arena)
{
    return shape_make(arena, SHAPE_TEXT);
}

struct shape *shape_html(struct arena *arena)
{
    return shape_make(arena, SHAPE_HTML);
}

struct shape *shape_truth(struct arena *arena)
{
    return shape_make(arena, SHAPE_TRUTH);
}

struct shape *shape_list(struct arena *arena, const struct shape *item)
{
    struct shape *list = shape_make(arena, SHAPE_LIST);
    list->item = item;
    return list;
}

struct shape *shape_map(struct arena *arena)
{
    return shape_make(arena, SHAPE_MAP);
}

void shape_put(struct arena *arena, struct shape *map, struct str name, const struct shape *child)
{
    assert(map->kind == SHAPE_MAP);
    const struct shape *taken = shape_get(map, name);
    assert(!taken || taken->kind == child->kind);
    if (!taken)
        vec_push(arena, &map->members, ((struct shape_member){name, child}));
}

const struct shape *shape_get(const struct shape *map, struct str name)
{
    if (!map || map->kind != SHAPE_MAP)
        return NULL;
    for (size_t i = 0; i < map->members.len; i++)
        if (str_eq(map->members.items[i].name, name))
            return map->members.items[i].shape;
    return NULL;
}

/* A notation that is being read, by recursive descent: each take_…() moves `at`. */
struct notation {
    struct arena *arena;
    const char *start;
    const char *at;
    const struct map *named;
};

static _Noreturn void reject(const struct notation *notation, const char *why)
{
    die("shape “%s”, at “%s”: %s", notation->start, notation->at, why);
}

/* Takes `c` if it comes next, after spaces. False if it does not. */
static bool takes(struct notation *notation, char c)
{
    notation->at += strspn(notation->at, " \n");
    if (*notation->at != c || c == '\0')
        return false;
    notation->at++;
    return true;
}

static struct str take_word(struct notation *notation)
{
    size_t len = strspn(notation->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789_-");
    if (len == 0)
        reject(notation, "a name is due here");
    struct str word = {notation->at, len};
    notation->at += len;
    return word;
}

static const struct shape *take_named(struct notation *notation)
{
    struct str name = take_word(notation);
    const struct shape *shape = notation->named ? map_get(notation->named, name) : NULL;
    if (!shape)
        reject(notation, "the name before this is not among the named shapes");
    return shape;
}

static void take_members(struct notation *notation, struct shape *map, char end);

/* Takes what stands after an opening bracket, with the bracket that closes it. */
static const struct shape *take_inside(struct notation *notation, char end)
{
    struct notation before = *notation;
    if (takes(notation, '.')) {
        if (end != ']' || !takes(notation, end))
            reject(notation, "“.” stands alone in a list");
        return shape_text(notation->arena);
    }
    if (takes(notation, '@')) {
        const struct shape *named = take_named(notation);
        if (takes(notation, end))
            return named;
        *notation = before;
    }
    struct shape *map = shape_map(notation->arena);
    take_members(notation, map, end);
    return map;
}

/* Takes the mark after a name, if any, and returns the shape that it means. */
static const struct shape *take_kind(struct notation *notation)
{
    const char mark = *notation->at;
    if (!mark || !strchr(":?{[", mark))
        return shape_text(notation->arena);
    notation->at++;
    switch (mark) {
    case '?': return shape_truth(notation->arena);
    case '{': return take_inside(notation, '}');
    case '[': return shape_list(notation->arena, take_inside(notation, ']'));
    default: break;
    }
    if (!str_eq(take_word(notation), STR("html")))
        reject(notation, "after “:” only “html” can stand");
    return shape_html(notation->arena);
}

static void put_all(struct notation *notation, struct shape *map, const struct shape *from)
{
    if (from->kind != SHAPE_MAP)
        reject(notation, "only a map can be put among other names");
    for (size_t i = 0; i < from->members.len; i++)
        shape_put(notation->arena, map, from->members.items[i].name, from->members.items[i].shape);
}

static void take_members(struct notation *notation, struct shape *map, char end)
{
    while (!takes(notation, end)) {
        if (*notation->at == '\0') {
            if (end)
                reject(notation, "a bracket is not closed");
            return;
        }
        if (takes(notation, '@')) {
            put_all(notation, map, take_named(notation));
        } else {
            struct str name = take_word(notation);
            shape_put(notation->arena, map, name, take_kind(notation));
        }
    }
}

struct shape *shape_parse(struct arena *arena, const char *notation, const struct map *named)
{
    struct notation n = {arena, notation, notation, named};
    struct shape *map = shape_map(arena);
    take_members(&n, map, '\0');
    return map;
}
