#include "collection/entry_fields.h"

#include "collection/fields.h"
#include "collection/own_schemas.h"

/* What a person who writes reads of those that may be in a new entry. */
static const struct {
    struct str name;
    enum language_phrase title, help;
} described[] = {
    {STR_INIT(FIELD_DRAFT), PHRASE_DRAFT_TITLE, PHRASE_DRAFT_HELP},
    {STR_INIT(FIELD_HISTORY), PHRASE_HISTORY_TITLE, PHRASE_HISTORY_HELP},
};

static void describe(struct arena *arena, const struct value *properties,
                     const struct language *language)
{
    for (size_t i = 0; i < sizeof described / sizeof *described; i++) {
        struct value *field = value_get(properties, described[i].name);
        value_put(arena, field, STR("title"),
                  value_text(arena, language_says(language, described[i].title)));
        value_put(arena, field, STR("description"),
                  value_text(arena, language_says(language, described[i].help)));
    }
}

void entry_field_add(struct arena *arena, struct value *tree, struct str name,
                     const struct value *schema)
{
    const struct member *place = value_member(tree, STR("properties"));
    if (!place || place->value->kind != VALUE_MAP)
        return;
    struct value *placed = arena_new(arena, struct value);
    *placed = *schema;
    placed->span = member_span(place);
    value_put_read(arena, place->value, name, placed->span, placed);
}

void entry_fields_declare(struct arena *arena, struct value *tree, const struct language *language)
{
    const struct value *own = value_get(builtin_tree(arena, SCHEMA_ENTRY), STR("properties"));
    const struct value *theirs = value_get(tree, STR("properties"));
    describe(arena, own, language);
    for (size_t i = 0; i < own->map.len; i++) {
        const struct member *field = &own->map.items[i];
        if (theirs && !value_get(theirs, field->key)) {
            value_put(arena, field->value, STR("x-form"), value_bool(false));
            entry_field_add(arena, tree, field->key, field->value);
        }
    }
}

bool entry_field_is_told(struct str name)
{
    static const struct str untold[] = {STR_INIT(FIELD_DRAFT), STR_INIT(FIELD_EXCEPTIONS),
                                        STR_INIT(FIELD_ORDER), STR_INIT(FIELD_REVIEW)};
    for (size_t i = 0; i < sizeof untold / sizeof *untold; i++)
        if (str_eq(name, untold[i]))
            return false;
    return true;
}
