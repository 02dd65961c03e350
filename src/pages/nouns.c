#include "pages/nouns.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "pages/words.h"

enum whose { OF_ENTRY, OF_FOLDER, OF_TOPIC };

/* `form` is the noun's form in the schema, and `plain` what stands in for it. */
static const struct noun {
    struct str name;
    enum whose whose;
    struct str form;
    size_t plain; /* a count, as label_noun() takes it */
} nouns[] = {
    {STR_INIT("entry"), OF_ENTRY, STR_INIT("one"), 1},
    {STR_INIT("entries"), OF_ENTRY, STR_INIT("many"), 2},
    {STR_INIT("an_entry"), OF_ENTRY, STR_INIT("an"), 1},
    {STR_INIT("the_entry"), OF_ENTRY, STR_INIT("the_one"), 1},
    {STR_INIT("the_entries"), OF_ENTRY, STR_INIT("the_many"), 2},
    {STR_INIT("folder"), OF_FOLDER, STR_INIT("one"), 1},
    {STR_INIT("folders"), OF_FOLDER, STR_INIT("many"), 2},
    {STR_INIT("a_folder"), OF_FOLDER, STR_INIT("an"), 1},
    {STR_INIT("the_folder"), OF_FOLDER, STR_INIT("the_one"), 1},
    {STR_INIT("the_folders"), OF_FOLDER, STR_INIT("the_many"), 2},
    {STR_INIT("topic"), OF_TOPIC, STR_INIT("one"), 1},
    {STR_INIT("topics"), OF_TOPIC, STR_INIT("many"), 2},
    {STR_INIT("a_topic"), OF_TOPIC, STR_INIT("an"), 1},
    {STR_INIT("the_topic"), OF_TOPIC, STR_INIT("the_one"), 1},
    {STR_INIT("the_topics"), OF_TOPIC, STR_INIT("the_many"), 2},
};

enum { NOUNS = sizeof nouns / sizeof *nouns };

/* Returns the noun of a hole, or NULL; a capital at its beginning makes no difference. */
static const struct noun *find_noun(struct str hole)
{
    for (size_t i = 0; i < NOUNS; i++)
        if (hole.len == nouns[i].name.len && ascii_lower(hole.ptr[0]) == nouns[i].name.ptr[0] &&
            str_eq(str_from(hole, 1), str_from(nouns[i].name, 1)))
            return &nouns[i];
    return NULL;
}

bool nouns_know(struct str hole)
{
    return find_noun(hole) != NULL;
}

void nouns_try(struct nearest *nearest)
{
    for (size_t i = 0; i < NOUNS; i++)
        nearest_try(nearest, nouns[i].name);
}

/* Other text in braces is only text: it may be an example of a template. */
static bool is_hole(struct str name)
{
    if (name.len == 1 && ascii_is_digit(name.ptr[0]))
        return true;
    for (size_t i = 0; i < name.len; i++)
        if (!ascii_is_letter(name.ptr[i]) && name.ptr[i] != '_')
            return false;
    return name.len > 0;
}

bool nouns_hole(struct str *rest, struct str *hole)
{
    struct str text = *rest;
    for (size_t begin; (begin = str_find_byte(text, '{')) != SIZE_MAX;) {
        text = str_from(text, begin + 1);
        size_t end = str_find_byte(text, '}');
        if (end == SIZE_MAX)
            return false;
        *hole = str_slice(text, 0, end);
        if (!is_hole(*hole))
            continue;
        *rest = str_from(text, end + 1);
        return true;
    }
    return false;
}

/* Returns the names of what a noun is of; NULL if the collection has no such facet. */
static const struct value *noun_names(const struct collection *collection, enum whose whose)
{
    const struct facet *main = collection_main(collection);
    switch (whose) {
    case OF_ENTRY: return collection->kind.names;
    case OF_FOLDER: return collection_folders(collection)->names;
    case OF_TOPIC: return main ? main->names : NULL;
    }
    return NULL;
}

static struct str noun_text(const struct collection *collection, const struct noun *noun,
                            struct str language)
{
    const struct value *names = noun_names(collection, noun->whose);
    struct str text = label_form(names, language, noun->form);
    return text.len ? text : label_noun(names, language, noun->plain);
}

static struct str fill_nouns(struct arena *arena, struct str text,
                             const struct collection *collection, struct str language)
{
    struct buf out = BUF_INIT;
    struct str rest = text, hole;
    for (struct str from = text; nouns_hole(&rest, &hole); from = rest) {
        const struct noun *noun = find_noun(hole);
        size_t before = (size_t)(hole.ptr - 1 - from.ptr);
        buf_put(&out, str_slice(from, 0, before));
        if (!noun)
            buf_format(&out, "{%.*s}", STR_ARG(hole));
        else if (hole.ptr[0] == noun->name.ptr[0])
            buf_put(&out, noun_text(collection, noun, language));
        else
            norwegian_put_capital(&out, noun_text(collection, noun, language));
    }
    buf_put(&out, rest);
    return buf_finish(&out, arena);
}

static void put_filled(struct arena *arena, struct value *filled, const struct member *member,
                       const struct collection *collection, struct str language)
{
    struct str text = value_str(member->value);
    const struct value *value = member->value;
    if (str_find_byte(text, '{') != SIZE_MAX)
        value = value_text(arena, fill_nouns(arena, text, collection, language));
    value_put(arena, filled, member->key, value);
}

const struct value *nouns_fill(struct arena *arena, const struct value *texts,
                               const struct collection *collection, struct str language)
{
    struct value *filled = value_map(arena);
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; texts && i < texts->map.len; i++)
            if (own_words_have(texts->map.items[i].key) == own)
                put_filled(arena, filled, &texts->map.items[i], collection, language);
    return filled;
}
