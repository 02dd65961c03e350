#include <stdio.h>

#include "base/confine.h"
#include "base/workers.h"
#include "commands/command.h"
#include "commands/tell.h"
#include "site/site.h"
#include "data/schema_json.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling schema – skriver skjemaet som JSON Schema 2020-12, for redigeringsprogrammer\n"
        "\n"
        "Bruk: samling schema [valg] >skjema.json\n"
        "\n"
        "Skjemaet kommer fra content/schema.yaml, med id-ene fra vokabularene som lovlige "
        "verdier.\n"
        "Hva som kan stå i den filen, og i de andre, viser samling help schema.",
    [DIAG_EN] = "samling schema – writes the schema as JSON Schema 2020-12, for editors\n"
                "\n"
                "Usage: samling schema [options] >schema.json\n"
                "\n"
                "The schema comes from content/schema.yaml, with the ids of the vocabularies as "
                "valid values.\n"
                "What that file may say, and the others, samling help schema shows.",
};

int cmd_schema(int argc, char **argv)
{
    struct str folder = STR(".");
    bool sandbox = false;
    const struct option_row rows[] = {
        OPTION_FOLDER(&folder),
        OPTION_REQUIRE_SANDBOX(&sandbox),
    };
    if (options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage))
        return EXIT_FINE;
    struct confine confine;
    confine_begin(&confine, sandbox);
    struct site site;
    struct site_options how = {.folder = folder,
                               .content_only = true,
                               .load = {.threads = workers_available()},
                               .confine = &confine};
    site_open(&site, &how);
    if (site.readable) { /* errors in entries do not matter to the schema */
        struct buf json = BUF_INIT;
        schema_json_put(&json, &site.collection);
        buf_write(&json, stdout);
        buf_release(&json);
    } else {
        tell_findings(&site.diags, SEVERITY_WARNING);
    }
    int status = site.readable ? EXIT_FINE : EXIT_FINDINGS;
    site_close(&site);
    return status;
}
