#include "data/catalogue_codes.h"

#include <stdint.h>

static const struct code {
    struct str own, code;
} languages[] = {
    {STR_INIT("nb"), STR_INIT("NOB")},  {STR_INIT("nn"), STR_INIT("NNO")},
    {STR_INIT("no"), STR_INIT("NOR")},  {STR_INIT("en"), STR_INIT("ENG")},
    {STR_INIT("se"), STR_INIT("SME")},  {STR_INIT("sma"), STR_INIT("SMA")},
    {STR_INIT("smj"), STR_INIT("SMJ")}, {STR_INIT("da"), STR_INIT("DAN")},
    {STR_INIT("sv"), STR_INIT("SWE")},  {STR_INIT("fi"), STR_INIT("FIN")},
    {STR_INIT("is"), STR_INIT("ISL")},  {STR_INIT("de"), STR_INIT("DEU")},
    {STR_INIT("fr"), STR_INIT("FRA")},  {STR_INIT("es"), STR_INIT("SPA")},
};

/* What addresses begin with, after https://. */
static const struct code licences[] = {
    {STR_INIT("data.norge.no/nlod/no/2.0"), STR_INIT("NLOD_2_0")},
    {STR_INIT("data.norge.no/nlod/en/2.0"), STR_INIT("NLOD_2_0")},
    {STR_INIT("data.norge.no/nlod/no/1.0"), STR_INIT("NLOD_1_0")},
    {STR_INIT("data.norge.no/nlod/en/1.0"), STR_INIT("NLOD_1_0")},
    {STR_INIT("creativecommons.org/publicdomain/zero/1.0"), STR_INIT("CC0")},
    {STR_INIT("creativecommons.org/licenses/by/4.0"), STR_INIT("CC_BY_4_0")},
    {STR_INIT("creativecommons.org/licenses/by-sa/4.0"), STR_INIT("CC_BYSA_4_0")},
    {STR_INIT("creativecommons.org/licenses/by-nd/4.0"), STR_INIT("CC_BYND_4_0")},
    {STR_INIT("creativecommons.org/licenses/by-nc/4.0"), STR_INIT("CC_BYNC_4_0")},
    {STR_INIT("creativecommons.org/licenses/by-nc-sa/4.0"), STR_INIT("CC_BYNCSA_4_0")},
    {STR_INIT("creativecommons.org/licenses/by-nc-nd/4.0"), STR_INIT("CC_BYNCND_4_0")},
};

struct str catalogue_language(struct str tag)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (str_eq(languages[i].own, tag))
            return languages[i].code;
    return (struct str){0};
}

struct str catalogue_licence(struct str url)
{
    size_t scheme = str_find(url, STR("://"));
    struct str rest = scheme == SIZE_MAX ? url : str_from(url, scheme + 3);
    for (size_t i = 0; i < sizeof licences / sizeof *licences; i++) {
        struct str own = licences[i].own;
        if (str_starts(rest, own) && (rest.len == own.len || rest.ptr[own.len] == '/'))
            return licences[i].code;
    }
    return (struct str){0};
}
