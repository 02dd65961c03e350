#include "pages/places.h"

#include "collection/collection.h"
#include "plan/paths.h"

void places_init(struct places *places, struct arena *arena, const struct collection *collection)
{
    places->collection = collection;
    map_init(&places->there, arena);
}

void places_add(struct places *places, struct str path, struct str address)
{
    struct str *place = arena_new(places->there.arena, struct str);
    *place = address;
    map_add(&places->there, path, place);
}

struct str places_of(const struct places *places, struct arena *arena, struct str path)
{
    const struct str *place = map_get(&places->there, path);
    if (place)
        return *place;
    return path.len ? plan_address(arena, places->collection, path) : (struct str){0};
}
