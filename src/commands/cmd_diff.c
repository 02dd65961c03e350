#include <stdio.h>

#include "base/confine.h"
#include "base/fs.h"
#include "base/workers.h"
#include "commands/command.h"
#include "compare/diff.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling diff – hva en endring gjør med nettstedet, som Markdown\n"
        "\n"
        "Bruk: samling diff [valg] GAMMEL NY\n"
        "\n"
        "GAMMEL og NY er to mapper som samling har publisert til. Passer som merknad på et\n"
        "forslag: hvilke sider som er nye, endret og borte, hva som er endret i dem, og hvilke\n"
        "adresser som går tapt. Om filene er slik SHA256SUMS sier, blir ikke kontrollert.\n"
        "\n"
        "Avslutter med 0 enten noe er ulikt eller ikke, og med 2 når en av mappene ikke er et\n"
        "publisert nettsted.",
    [DIAG_EN] =
        "samling diff – what a change does to the site, as Markdown\n"
        "\n"
        "Usage: samling diff [options] OLD NEW\n"
        "\n"
        "OLD and NEW are two folders that samling has published to. Fits as a comment on a pull\n"
        "request: which pages are new, changed and gone, what has changed in them, and which\n"
        "addresses are lost. Whether the files are as SHA256SUMS says is not checked.\n"
        "\n"
        "Ends with 0 whether anything differs or not, and with 2 when one of the folders is no\n"
        "published site.",
};

struct diff_options {
    struct str before, after;
    bool sandbox;
};

static bool read_diff_options(int argc, char **argv, struct diff_options *options)
{
    const struct option_row rows[] = {
        {SAID("GAMMEL", "OLD"), NULL, OPTION_WORD | OPTION_NAMES_FOLDER, &options->before,
         SAID("mappen slik den var", "the folder as it was")},
        {SAID("NY", "NEW"), NULL, OPTION_WORD | OPTION_NAMES_FOLDER, &options->after,
         SAID("mappen slik den er nå", "the folder as it is now")},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

/* Only the two folders may be read. */
static void confine_diff(struct arena *arena, const struct diff_options *options)
{
    struct confine confine;
    const struct str paths[] = {options->before, options->after};
    confine_begin(&confine, options->sandbox);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct fs_root folder = fs_root_open(arena, paths[i]);
        fs_root_allow(&folder, STR("."), &confine, CONFINE_READ);
        fs_root_close(&folder);
    }
    confine_enter(&confine);
}

int cmd_diff(int argc, char **argv)
{
    struct diff_options options = {0};
    if (read_diff_options(argc, argv, &options))
        return EXIT_FINE;

    struct arena arena;
    struct inventory before, after;
    struct diff diff;
    struct buf text = BUF_INIT;
    arena_init(&arena);
    confine_diff(&arena, &options);
    inventory_take(&before, &arena, options.before);
    inventory_take(&after, &arena, options.after);
    diff_make(&diff, &arena, &before, &after, workers_available());
    diff_put(&text, &diff, said_language());
    buf_write(&text, stdout);
    buf_release(&text);
    inventory_close(&before);
    inventory_close(&after);
    arena_release(&arena);
    return EXIT_FINE;
}
