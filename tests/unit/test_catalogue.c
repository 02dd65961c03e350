#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "data/catalogue_codes.h"
#include "kit.h"

static void test_licences(void **state)
{
    (void)state;
    static const struct {
        struct str url, code;
    } rows[] = {
        {STR_INIT("https://data.norge.no/nlod/no/2.0"), STR_INIT("NLOD_2_0")},
        {STR_INIT("http://data.norge.no/nlod/en/2.0/"), STR_INIT("NLOD_2_0")},
        {STR_INIT("https://data.norge.no/nlod/no/1.0"), STR_INIT("NLOD_1_0")},
        {STR_INIT("https://creativecommons.org/licenses/by/4.0/"), STR_INIT("CC_BY_4_0")},
        {STR_INIT("https://creativecommons.org/licenses/by/4.0/deed.no"), STR_INIT("CC_BY_4_0")},
        {STR_INIT("https://creativecommons.org/publicdomain/zero/1.0/legalcode"), STR_INIT("CC0")},
        {STR_INIT("https://creativecommons.org/licenses/by-nc-sa/4.0"), STR_INIT("CC_BYNCSA_4_0")},
        {STR_INIT("https://creativecommons.org/licenses/by/4.01"), STR_INIT("")},
        {STR_INIT("https://creativecommons.org/licenses/by/3.0/"), STR_INIT("")},
        {STR_INIT("https://a.no/?https://data.norge.no/nlod/no/2.0"), STR_INIT("")},
        {STR_INIT(""), STR_INIT("")},
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_true(str_eq(catalogue_licence(rows[i].url), rows[i].code));
}

static void test_languages(void **state)
{
    (void)state;
    assert_true(str_eq(catalogue_language(STR("nb")), STR("NOB")));
    assert_true(str_eq(catalogue_language(STR("nn")), STR("NNO")));
    assert_true(str_eq(catalogue_language(STR("n")), STR("")));
    assert_true(str_eq(catalogue_language((struct str){0}), STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_licences),
        cmocka_unit_test(test_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
