#include "collection/fields.h"
#include "collection/own_schemas.h"
#include "collection/scaffold.h"

/* The fields that a new term is asked for, and what they are called. The others come later. */
static const struct {
    struct str field;
    enum language_phrase title;
} asked[] = {
    {STR_INIT(FIELD_NAME), PHRASE_PROPOSED_NAME}, {STR_INIT(FIELD_SHORT), PHRASE_TERM_SHORT},
    {STR_INIT(FIELD_NAMES), PHRASE_TERM_NAMES},   {STR_INIT(FIELD_SUMMARY), PHRASE_TERM_SUMMARY},
    {STR_INIT(FIELD_URL), PHRASE_PROPOSED_URL},
};

/* Returns the schema of terms with these fields alone, and their titles in a language. */
static const struct schema *asked_schema(struct arena *arena, const struct language *language)
{
    struct diags diags;
    struct value *tree = builtin_tree(arena, SCHEMA_TERM), *fields = value_map(arena);
    struct value *schema = value_map(arena);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        struct value *field = value_get(value_get(tree, STR("properties")), asked[i].field);
        value_put(arena, field, STR("title"),
                  value_text(arena, language_says(language, asked[i].title)));
        value_put(arena, fields, asked[i].field, field);
    }
    value_put(arena, schema, STR("required"), value_get(tree, STR("required")));
    value_put(arena, schema, STR("properties"), fields);
    diag_init(&diags);
    const struct schema *compiled = schema_compile(arena, schema, &diags);
    diag_release(&diags);
    return compiled;
}

void scaffold_put_term(struct buf *out, const struct collection *collection,
                       const struct scaffold *scaffold)
{
    struct arena arena;
    arena_init(&arena);
    scaffold_put_fields(out, collection, asked_schema(&arena, scaffold->language), scaffold);
    arena_release(&arena);
}
