#include "collection/label.h"

struct str label_text(const struct value *label, struct str language)
{
    const struct value *text = value_get(label, language);
    if (!text && label && label->kind == VALUE_MAP && label->map.len)
        text = label->map.items[0].value;
    return value_str(text ? text : label);
}

struct str label_noun(const struct value *names, struct str language, size_t count)
{
    const struct value *of_language = value_get(names, language);
    if (!of_language && names && names->kind == VALUE_MAP && names->map.len)
        of_language = names->map.items[0].value;
    return value_get_str(of_language, count == 1 ? STR("one") : STR("many"));
}
