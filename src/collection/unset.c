#include "collection/unset.h"

#include "collection/fields.h"
#include "collection/unset_rules.h"

static const struct unset {
    struct str field;
    enum unset_rule rule;
    bool late; /* told only when the site is to be published */
} unset[] = {
    {STR_INIT(FIELD_CONTACT), UNSET_CONTACT, false},
    {STR_INIT(FIELD_EDIT_URL), UNSET_EDIT_URL, false},
    {STR_INIT(FIELD_BASE_URL), UNSET_BASE_URL, false},
    /* The Norwegian regulation on universal design of ICT requires it of public bodies. */
    {STR_INIT(FIELD_ACCESSIBILITY), UNSET_ACCESSIBILITY, false},
    {STR_INIT(FIELD_PUBLISHER), UNSET_PUBLISHER, true},
    {STR_INIT(FIELD_LICENCE), UNSET_LICENCE, true},
};

/* The address may also have been given with the command. */
static bool is_unset(const struct settings *settings, struct str field)
{
    if (str_eq(field, STR(FIELD_BASE_URL)))
        return settings->base_url.len == 0;
    return !value_get(settings->fields, field);
}

static void check_settings(const struct settings *settings, bool publish, struct diags *diags)
{
    for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
        if ((publish || !unset[i].late) && is_unset(settings, unset[i].field))
            diag_add(diags, &unset_rules[unset[i].rule], source_span(&settings->source, 0, 0),
                     NO_DETAIL);
}

struct str unset_for_catalogue(struct arena *arena, const struct collection *collection)
{
    static const struct str needed[] = {
        STR_INIT(FIELD_BASE_URL), STR_INIT(FIELD_DESCRIPTION), STR_INIT(FIELD_PUBLISHER),
        STR_INIT(FIELD_CONTACT),  STR_INIT(FIELD_LICENCE),     STR_INIT(FIELD_CATALOGUE),
    };
    struct str list = {0};
    if (!collection->kind.catalogue.len || !collection->kind.data.len)
        return list;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (is_unset(&collection->settings, needed[i]))
            list = list.len ? STR_JOIN(arena, list, STR(", "), needed[i]) : needed[i];
    return list;
}

static void check_catalogue(const struct collection *collection, struct diags *diags)
{
    struct str lacking = unset_for_catalogue(&diags->arena, collection);
    if (lacking.len)
        diag_add(diags, &unset_rules[UNSET_CATALOGUE],
                 source_span(&collection->settings.source, 0, 0),
                 (struct detail){.args = {lacking}});
}

/*
 * Tells once of all entries without a date to look at them again, if the schema has the field:
 * of the site, since an exception in one of the entries must not speak for the others. A date
 * that has passed has a rule of its own (dates.h).
 */
static void check_reviews(const struct collection *collection, struct diags *diags)
{
    const struct entry *first = NULL;
    size_t without = 0;
    if (!schema_property(collection->schema, STR(FIELD_REVIEW)))
        return;
    for (size_t i = 0; i < collection->entries.len; i++) {
        if (value_get(collection->entries.items[i]->document->fields, STR(FIELD_REVIEW)))
            continue;
        first = first ? first : collection->entries.items[i];
        without++;
    }
    if (first)
        diag_add(diags, &unset_rules[UNSET_REVIEW], source_span(&collection->settings.source, 0, 0),
                 (struct detail){.args = {str_format(&diags->arena, "%zu", without),
                                          str_format(&diags->arena, "%zu", collection->entries.len),
                                          first->document->source.path}});
}

void unset_check(const struct collection *collection, bool publish, struct diags *diags)
{
    if (collection->settings.fields)
        check_settings(&collection->settings, publish, diags);
    if (publish) {
        check_reviews(collection, diags);
        check_catalogue(collection, diags);
    }
}
