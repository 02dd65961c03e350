#include "data/security_txt.h"

#include "collection/fields.h"
#include "plan/paths.h"

static const struct value *security_of(const struct plan *plan)
{
    return value_get(plan->collection->settings.fields, STR(FIELD_SECURITY));
}

void security_txt_add(struct plan *plan)
{
    const struct value *security = security_of(plan);
    if (security)
        plan_add(plan,
                 (struct output){.path = STR(SECURITY_PATH), .origin = plan_settings_span(plan)});
}

static void put_line(struct buf *out, const char *name, struct str value)
{
    if (value.len)
        buf_format(out, "%s: %.*s\n", name, STR_ARG(value));
}

/* The day is in UTC, and the file holds until it begins. */
void security_txt_put(struct buf *out, const struct output *output, const struct plan *plan,
                      struct arena *scratch)
{
    const struct value *security = security_of(plan);
    struct str contact = value_get_str(security, STR(FIELD_CONTACT));
    struct str expires = value_get_str(security, STR(FIELD_EXPIRES));
    bool web = str_starts(contact, STR("https://"));
    put_line(out, "Contact", web ? contact : STR_JOIN(scratch, STR("mailto:"), contact));
    put_line(out, "Expires", STR_JOIN(scratch, expires, STR("T00:00:00Z")));
    put_line(out, "Canonical", plan_address(scratch, plan->collection, output->path));
    put_line(out, "Policy", value_get_str(security, STR("policy")));
}
