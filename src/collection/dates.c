#include "collection/dates.h"

#include "collection/fields.h"
#include "collection/rules.h"
#include "writing/rules.h"

static const struct dated {
    struct str field;
    bool (*is_wrong)(struct date date, struct date today);
    enum writing_rule rule;
} dated[] = {
    {STR_INIT(FIELD_REVIEW), date_is_past, WRITING_REVIEW_PASSED},
    {STR_INIT(FIELD_UPDATED), date_is_future, WRITING_DATE_FUTURE},
};

enum { DATED = sizeof dated / sizeof *dated };

static void check_date(const struct document *document, const struct dated *kind, struct date today,
                       struct diags *diags)
{
    const struct value *value = value_get(document->fields, kind->field);
    struct date date;
    if (date_parse(value_str(value), &date) && kind->is_wrong(date, today))
        writing_tell(diags, kind->rule, value->span, (struct detail){.args = {value_str(value)}});
}

static void check_security(const struct settings *settings, struct date today, struct diags *diags)
{
    const struct value *security = value_get(settings->fields, STR(FIELD_SECURITY));
    const struct value *expires = value_get(security, STR(FIELD_EXPIRES));
    struct date date;
    if (date_parse(value_str(expires), &date) &&
        date_is_past(date, date_after(today, SECURITY_DAYS + 1)))
        collection_tell(diags, RULE_SECURITY_EXPIRES, expires->span,
                        (struct detail){.args = {value_str(expires)}});
}

void dates_check(const struct collection *collection, struct date today, struct diags *diags)
{
    for (size_t i = 0; i < collection->entries.len; i++)
        for (size_t d = 0; d < DATED; d++)
            check_date(collection->entries.items[i]->document, &dated[d], today, diags);
    check_security(&collection->settings, today, diags);
}

bool dates_has_rule(const struct rule *rule)
{
    for (size_t d = 0; d < DATED; d++)
        if (rule == &writing_rules[dated[d].rule])
            return true;
    return false;
}
