#include "base/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/rule.h"
#include "base/source.h"
#include "base/vec.h"

/* The two pointers at the front of a tally are its key. */
_Static_assert(offsetof(struct tally, rule) == 0, "a key begins with the rule");
_Static_assert(offsetof(struct tally, kept) == 2 * sizeof(void *), "a key has no gaps");

static struct str tally_key(const struct tally *tally)
{
    return (struct str){(const char *)tally, offsetof(struct tally, kept)};
}

static struct tally *find_or_add(struct tallies *tallies, struct arena *arena,
                                 const struct tally *wanted)
{
    struct tally *tally;
    if (!tallies->by_place.arena)
        map_init(&tallies->by_place, arena);
    if ((tally = map_get(&tallies->by_place, tally_key(wanted))))
        return tally;
    tally = arena_new(arena, struct tally);
    *tally = *wanted;
    map_add(&tallies->by_place, tally_key(tally), tally);
    vec_push(arena, tallies, tally);
    return tally;
}

struct tally *tally_of(struct tallies *tallies, struct arena *arena, const struct rule *rule,
                       const struct source *source)
{
    struct tally wanted = {.rule = rule, .source = source}, *last = tallies->last;
    if (!last || last->rule != rule || last->source != source)
        tallies->last = find_or_add(tallies, arena, &wanted);
    return tallies->last;
}

void tallies_fold(struct tallies *tallies, struct arena *arena)
{
    size_t count = tallies->len; /* of the new ones none has a file */
    for (size_t i = 0; i < count; i++) {
        struct tally *tally = tallies->items[i];
        if (!tally->source || !tally->more || tally->kept)
            continue;
        tally_of(tallies, arena, tally->rule, NULL)->more += tally->more;
        tally->more = 0;
    }
}

static int compare_tallies(const void *left, const void *right)
{
    const struct tally *a = *(struct tally *const *)left, *b = *(struct tally *const *)right;
    struct str a_path = a->source ? a->source->path : (struct str){0};
    struct str b_path = b->source ? b->source->path : (struct str){0};
    int order = (a->more == 0) - (b->more == 0);
    if (order == 0)
        order = str_cmp(a_path, b_path);
    if (order == 0)
        order = strcmp(a->rule->id, b->rule->id);
    return order ? order : (a->more > b->more) - (a->more < b->more);
}

size_t tallies_sort(struct tallies *tallies)
{
    size_t count = 0;
    if (tallies->len)
        qsort(tallies->items, tallies->len, sizeof *tallies->items, compare_tallies);
    while (count < tallies->len && tallies->items[count]->more)
        count++;
    return count;
}
