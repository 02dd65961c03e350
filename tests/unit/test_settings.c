#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "base/value.h"
#include "collection/own_schemas.h"
#include "kit.h"
#include "schema/schema.h"

static bool is_taken(struct kit *kit, struct str setting, const char *text)
{
    const struct schema *site = builtin_schema(&kit->arena, SCHEMA_SITE);
    struct value *value = value_text(&kit->arena, str_of(text));
    kit_forget(kit);
    return schema_check(schema_property(site, setting)->schema, value, &kit->arena, &kit->diags);
}

/* Whether they are taken as an address, and as that of a folder. */
static const struct {
    const char *text;
    bool address, folder;
} addresses[] = {
    {"https://a.no/", true, true},
    {"http://a.no/", true, true},
    {"https://a.no/b/c/", true, true},
    {"https://a-b.c_d.no:8080/e%20f/", true, true},
    {"https://localhost/", true, true},
    {"https://127.0.0.1:80/", true, true},
    {"https://[::1]/", true, true},
    {"https://[2001:db8::1]:8080/a/", true, true},
    {"https://xn--bl-wia.no/", true, true},
    {"https://a.no:/", true, true}, /* RFC 3986 lets the port be empty */
    {"https://a.no", true, false},
    {"https://a.no/b", true, false},
    {"https://a.no/b?c=d/", true, false},
    {"https://a.no/#b/", true, false},
    {"https://a.no?b", true, false},
    {"https://a.no:80", true, false},

    {"", false, false},
    {"a.no/", false, false},
    {"//a.no/", false, false},
    {"ftp://a.no/", false, false},
    {"https:/", false, false},
    {"https://", false, false},
    {"https:///", false, false},
    {"https:///a/", false, false},
    {"https://?a/", false, false},
    {"https://#a/", false, false},
    {"https://:80/", false, false},
    {"https://:/", false, false},
    {"https://a.no:b/", false, false},
    {"https://b@/", false, false},
    {"https://b:c@a.no/", false, false},
    {"https://@a.no/", false, false},
    {"https://./", false, false},
    {"https://-/", false, false},
    {"https://[]/", false, false},
    {"https://[::1/", false, false},
    {"https://a b/", false, false},
    {"https://a.no/b c/", false, false},
    {" https://a.no/", false, false},
    {"https://a.no/ ", false, false},
    {"https://a.no/\n", false, false},
    {"https://blå.no/", false, false},
    {"https://a.no/%zz/", false, false},
    {"https://a.no\\b/", false, false},
};

static void test_addresses_have_a_host(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(addresses); i++) {
        const char *text = addresses[i].text;
        if (is_taken(kit, STR("accessibility"), text) != addresses[i].address)
            fail_msg("«%s» som adresse", text);
        if (is_taken(kit, STR("base_url"), text) != addresses[i].folder)
            fail_msg("«%s» som mappe", text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_addresses_have_a_host),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
