#include "collection/synonyms.h"

#include "base/map.h"
#include "base/norwegian.h"
#include "base/vec.h"
#include "collection/rules.h"

static void tell_twice(const struct synonym *synonym, const struct synonym *first,
                       struct diags *diags)
{
    size_t line = source_place(first->span.source, first->span.start).line;
    struct str where = str_format(&diags->arena, "%zu", line);
    collection_tell(diags, RULE_SYNONYM_TWICE, synonym->span,
                    (struct detail){.args = {synonym->written, where}});
}

static void read_synonyms(struct synonym_group *group, struct arena *arena, struct map *known,
                          const struct value *members, struct diags *diags)
{
    for (size_t i = 0; i < members->list.len; i++) {
        const struct value *member = members->list.items[i];
        struct synonym *synonym = arena_new(arena, struct synonym);
        *synonym = (struct synonym){value_str(member), norwegian_words(arena, value_str(member)),
                                    member->span};
        if (synonym->folded.len == 0) {
            collection_tell(diags, RULE_SYNONYM_EMPTY, synonym->span,
                            (struct detail){.args = {synonym->written}});
            continue;
        }
        const struct synonym *first = map_add(known, synonym->folded, synonym);
        if (first == synonym)
            vec_push(arena, group, *synonym);
        else
            tell_twice(synonym, first, diags);
    }
}

void synonyms_read(struct synonyms *synonyms, struct arena *arena, const struct value *groups,
                   struct diags *diags)
{
    struct map known;
    map_init(&known, arena);
    for (size_t i = 0; i < groups->list.len; i++) {
        struct synonym_group group = {0};
        read_synonyms(&group, arena, &known, groups->list.items[i], diags);
        vec_push(arena, synonyms, group);
    }
}
