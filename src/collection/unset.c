#include "collection/unset.h"

#include "collection/fields.h"
#include "collection/rules.h"

static const struct {
    struct str field;
    enum collection_rule rule;
} unset[] = {
    {STR_INIT(FIELD_CONTACT), RULE_CONTACT_UNSET},
    {STR_INIT(FIELD_EDIT_URL), RULE_EDIT_URL_UNSET},
    {STR_INIT(FIELD_BASE_URL), RULE_BASE_URL_UNSET},
    /* The Norwegian regulation on universal design of ICT requires it of public bodies. */
    {STR_INIT(FIELD_ACCESSIBILITY), RULE_ACCESSIBILITY_UNSET},
};

void unset_check(const struct collection *collection, struct diags *diags)
{
    const struct settings *settings = &collection->settings;
    for (size_t i = 0; settings->fields && i < sizeof unset / sizeof *unset; i++)
        if (!value_get(settings->fields, unset[i].field))
            collection_tell(diags, unset[i].rule, source_span(&settings->source, 0, 0), NO_DETAIL);
}
