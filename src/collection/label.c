#include "collection/label.h"

/* Returns what a map of languages has for this one, or else for its first; NULL if it is no map. */
static const struct value *for_language(const struct value *by_language, struct str language)
{
    const struct value *own = value_get(by_language, language);
    if (!own && by_language && by_language->kind == VALUE_MAP && by_language->map.len)
        own = by_language->map.items[0].value;
    return own;
}

struct str label_text(const struct value *label, struct str language)
{
    const struct value *text = for_language(label, language);
    return value_str(text ? text : label);
}

struct str label_language(const struct value *label, struct str language)
{
    if (!label || label->kind != VALUE_MAP || label->map.len == 0)
        return (struct str){0};
    return value_get(label, language) ? language : label->map.items[0].key;
}

struct str label_form(const struct value *names, struct str language, struct str form)
{
    return value_get_str(for_language(names, language), form);
}

struct str label_noun(const struct value *names, struct str language, size_t count)
{
    return label_form(names, language, count == 1 ? STR("one") : STR("many"));
}
