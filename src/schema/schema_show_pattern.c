#include <stdint.h>

#include "base/ascii.h"
#include "schema/schema_parts.h"

/* The texts that a pattern asks for at the front: `^https?://` has two. */
struct fronts {
    struct str items[2];
    size_t len;
};

static bool is_literal(char c)
{
    return ascii_is_alphanumeric(c) || c == ':' || c == '/' || c == '-' || c == '_' || c == ' ' ||
           c == '#' || c == '@';
}

/*
 * Reads a pattern that is `^` and signs that stand for themselves, one of which may be left
 * out: it has a `?` after it. False for every other.
 */
static bool read_fronts(struct arena *arena, struct str pattern, struct fronts *fronts)
{
    struct buf whole = BUF_INIT, without = BUF_INIT;
    size_t optional = 0;
    bool plain = str_starts(pattern, STR("^")) && pattern.len > 1;
    for (size_t i = 1; plain && i < pattern.len; i++) {
        bool may_lack = i + 1 < pattern.len && pattern.ptr[i + 1] == '?';
        plain = is_literal(pattern.ptr[i]);
        buf_byte(&whole, pattern.ptr[i]);
        if (!may_lack)
            buf_byte(&without, pattern.ptr[i]);
        optional += may_lack;
        i += may_lack;
    }
    fronts->items[0] = buf_finish(&whole, arena);
    fronts->items[1] = buf_finish(&without, arena);
    fronts->len = optional ? 2 : 1;
    return plain && optional < 2;
}

struct str schema_show_pattern(struct arena *arena, const struct schema *schema,
                               enum diag_language language)
{
    static const struct {
        struct str begins, or, close, unknown;
    } words[DIAG_LANGUAGES] = {
        [DIAG_NB] = {STR_INIT("teksten begynner med «"), STR_INIT("» eller «"), STR_INIT("»"),
                     STR_INIT("den som står i skjemaet (schema.yaml) under feltet; spør den som "
                              "steller med samlingen. Mønsteret er ")},
        [DIAG_EN] = {STR_INIT("the text begins with “"), STR_INIT("” or “"), STR_INIT("”"),
                     STR_INIT("the one in the schema (schema.yaml) under the field; ask whoever "
                              "looks after the collection. The pattern is ")},
    };
    struct str description = str_trim(schema->description);
    struct fronts fronts;
    if (description.len)
        return description;
    if (!read_fronts(arena, schema->pattern_text, &fronts))
        return STR_JOIN(arena, words[language].unknown, schema->pattern_text);
    if (fronts.len == 1)
        return STR_JOIN(arena, words[language].begins, fronts.items[0], words[language].close);
    return STR_JOIN(arena, words[language].begins, fronts.items[0], words[language].or,
                    fronts.items[1], words[language].close);
}
