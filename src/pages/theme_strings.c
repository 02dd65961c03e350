#include "pages/theme_strings.h"

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/value.h"
#include "pages/holes.h"
#include "pages/rules.h"
#include "pages/words.h"

struct strings *strings_of(const struct strings_list *all, struct str language)
{
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->items[i].language, language))
            return &all->items[i];
    return NULL;
}

/*
 * Languages, held against the site's own.
 */

/* Adds a finding by `rule` for each key of `measure` that `strings` lacks. */
static void compare_keys(const struct strings *strings, const struct strings *measure,
                         struct str path, enum page_rule rule, struct diags *diags)
{
    for (size_t i = 0; i < measure->texts->map.len; i++) {
        const struct member *member = &measure->texts->map.items[i];
        if (value_get_near(strings->texts, member->key, i))
            continue;
        struct span span = rule == RULE_STRING_MISSING
                               ? source_span(strings->texts->span.source, 0, 0)
                               : member_span(member);
        diag_add(diags, &page_rules[rule], span, (struct detail){.args = {member->key, path}});
    }
}

static void tell_no_language(struct str folder, struct str language, struct arena *arena,
                             struct diags *diags)
{
    struct source *source = arena_new(arena, struct source);
    struct str path = STR_JOIN(arena, folder, STR("/strings/"), language, STR(".yaml"));
    source_init(source, arena, path, STR(""));
    diag_add(diags, &page_rules[RULE_THEME_FILE_MISSING], source_span(source, 0, 0), NO_DETAIL);
}

void strings_compare(const struct strings_list *all, struct str folder, struct str language,
                     struct arena *arena, struct diags *diags)
{
    const struct strings *measure = strings_of(all, language);
    if (!measure)
        tell_no_language(folder, language, arena, diags);
    if (!measure || !measure->texts)
        return;
    struct str path = measure->texts->span.source->path;
    for (size_t i = 0; i < all->len; i++) {
        if (!all->items[i].texts)
            continue;
        compare_keys(&all->items[i], measure, path, RULE_STRING_MISSING, diags);
        compare_keys(measure, &all->items[i], path, RULE_STRING_UNKNOWN, diags);
        holes_check(all->items[i].texts, measure->texts, path, diags);
    }
}

void strings_check_own(const struct strings *strings, struct diags *diags)
{
    for (size_t i = 0; i < OWN_WORDS; i++)
        if (!value_get(strings->texts, own_word_keys[i]))
            diag_add(diags, &page_rules[RULE_STRING_NEEDED],
                     source_span(strings->texts->span.source, 0, 0),
                     (struct detail){.args = {own_word_keys[i]}});
}

/*
 * Those of the collection.
 */

void strings_note(struct map *named, struct str template)
{
    for (size_t i = 0, start = 0; i <= template.len; i++) {
        bool inside =
            i < template.len && (ascii_is_alphanumeric(template.ptr[i]) || template.ptr[i] == '_');
        if (inside)
            continue;
        if (i > start)
            map_add(named, str_slice(template, start, i), named);
        start = i + 1;
    }
}

/* A language while texts are put into it: a map that has room for them, and its keys. */
struct joined {
    struct value *texts;
    struct map members; /* of `texts`, by key */
};

static struct joined joined_begin(struct arena *arena, const struct value *texts, size_t more)
{
    struct joined joined = {.texts = arena_new(arena, struct value)};
    size_t len = texts->map.len;
    *joined.texts = *texts;
    joined.texts->map.cap = (uint32_t)(len + more);
    joined.texts->map.items = arena_items(arena, struct member, len + more);
    map_init(&joined.members, arena);
    for (size_t i = 0; i < len; i++) {
        joined.texts->map.items[i] = texts->map.items[i];
        map_add(&joined.members, texts->map.items[i].key, &joined.texts->map.items[i]);
    }
    return joined;
}

static void joined_add(struct joined *joined, const struct member *member)
{
    struct member *added = &joined->texts->map.items[joined->texts->map.len++];
    *added = *member;
    map_add(&joined->members, added->key, added);
}

static void tell_unused(const struct member *member, const struct value *known, struct diags *diags)
{
    struct nearest nearest = nearest_to(member->key);
    size_t among = diag_take_suggestion(diags) ? nearest_among(known->map.len) : 0;
    for (size_t i = 0; i < among; i++)
        nearest_try(&nearest, known->map.items[i].key);
    diag_add(diags, &page_rules[RULE_STRING_UNUSED], member_span(member),
             (struct detail){.args = {member->key}, .suggestion = nearest.best});
}

static void join_language(struct strings *strings, const struct strings *own,
                          const struct map *named, struct arena *arena, struct diags *diags)
{
    const struct value *before = strings->texts;
    holes_check(own->texts, before, before->span.source->path, diags);
    struct joined joined = joined_begin(arena, before, own->texts->map.len);
    for (size_t i = 0; i < own->texts->map.len; i++) {
        const struct member *member = &own->texts->map.items[i];
        struct member *there = map_get(&joined.members, member->key);
        if (there)
            *there = *member;
        else
            joined_add(&joined, member);
        if (!there && !map_get(named, member->key))
            tell_unused(member, before, diags);
    }
    holes_check(own->texts, before, before->span.source->path, diags);
    strings->texts = joined.texts;
}

/* Gives a language the texts that it lacks, in the site's own. */
static void lend_texts(struct strings *strings, const struct strings *site, struct arena *arena)
{
    struct joined joined = joined_begin(arena, strings->texts, site->texts->map.len);
    for (size_t i = 0; i < site->texts->map.len; i++)
        if (!map_get(&joined.members, site->texts->map.items[i].key))
            joined_add(&joined, &site->texts->map.items[i]);
    strings->texts = joined.texts;
}

void strings_join(struct strings_list *all, const struct strings_list *own, struct str language,
                  const struct map *named, struct arena *arena, struct diags *diags)
{
    for (size_t i = 0; i < own->len; i++) {
        struct strings *strings = strings_of(all, own->items[i].language);
        if (strings->texts && own->items[i].texts)
            join_language(strings, &own->items[i], named, arena, diags);
    }
    const struct strings *site = strings_of(all, language);
    for (size_t i = 0; site && site->texts && i < all->len; i++)
        if (own->len && all->items[i].texts)
            lend_texts(&all->items[i], site, arena);
}
