#include <stdio.h>

#include "base/arena.h"
#include "base/confine.h"
#include "base/workers.h"
#include "commands/command.h"
#include "commands/given_key.h"
#include "commands/verified.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling verify – sier om en kopi av et nettsted er hel og uendret, og hvem den er fra\n"
        "\n"
        "Bruk: samling verify [valg] MAPPE\n"
        "\n"
        "SHA256SUMS i mappen sier hvilke filer som hører til, og hva som står i dem. Alle blir\n"
        "lest, og det som mangler, er endret eller er fremmed, får hver sin linje. Den som endrer\n"
        "en fil, kan endre SHA256SUMS også. Det avslører signaturen, SHA256SUMS.minisig: med\n"
        "--key kontrolleres den mot den offentlige nøkkelen, som du må ha fått fra dem du mener\n"
        "kopien er fra, og på en annen måte enn kopien. minisign og signify kan gjøre det samme:\n"
        "\n"
        "  minisign -V -p FIL -m SHA256SUMS\n"
        "  signify -V -p FIL -x SHA256SUMS.minisig -m SHA256SUMS\n"
        "\n"
        "Ingenting hentes fra nettet. En kopi av et nettsted kan du hente selv, etter listen:\n"
        "\n"
        "  wget https://eksempel.no/SHA256SUMS https://eksempel.no/SHA256SUMS.minisig\n"
        "  cut -c 67- SHA256SUMS | wget -x -nH -B https://eksempel.no/ -i -\n"
        "\n"
        "Ligger nettstedet i en undermappe av adressen, som https://eksempel.no/a/b/, trengs også\n"
        "--cut-dirs, med antall ledd: her --cut-dirs=2.\n"
        "\n"
        "Avslutter med 0 når alt stemmer, 1 når noe ikke gjør det, og 2 når mappen ikke finnes.",
    [DIAG_EN] =
        "samling verify – says whether a copy of a site is whole and unchanged, and whose it is\n"
        "\n"
        "Usage: samling verify [options] FOLDER\n"
        "\n"
        "SHA256SUMS in the folder says which files belong to it, and what is in them. All are\n"
        "read, and what is missing, changed or foreign gets a line each. Whoever changes a file\n"
        "can change SHA256SUMS as well. That is what the signature shows, SHA256SUMS.minisig: "
        "with\n"
        "--key it is verified with the public key, which you must have from those whom you take\n"
        "the copy to be from, and by another way than the copy. minisign and signify do the same:\n"
        "\n"
        "  minisign -V -p FILE -m SHA256SUMS\n"
        "  signify -V -p FILE -x SHA256SUMS.minisig -m SHA256SUMS\n"
        "\n"
        "Nothing is fetched from the network. You can fetch a copy of a site yourself, by the "
        "list:\n"
        "\n"
        "  wget https://example.org/SHA256SUMS https://example.org/SHA256SUMS.minisig\n"
        "  cut -c 67- SHA256SUMS | wget -x -nH -B https://example.org/ -i -\n"
        "\n"
        "If the site lies below its address, as https://example.org/a/b/, --cut-dirs is needed,\n"
        "too, with the number of parts: --cut-dirs=2 here.\n"
        "\n"
        "Ends with 0 when all is right, 1 when something is not, and 2 when there is no such "
        "folder.",
};

struct verify_options {
    struct str folder, key;
    bool sandbox;
};

static bool read_verify_options(int argc, char **argv, struct verify_options *options)
{
    const struct option_row rows[] = {
        {SAID("MAPPE", "FOLDER"), NULL, OPTION_WORD | OPTION_NAMES_FOLDER, &options->folder,
         SAID("kopien: mappen som har SHA256SUMS", "the copy: the folder that has SHA256SUMS")},
        {"--key", SAID("FIL", "FILE"), OPTION_TEXT | OPTION_NAMES_FILE, &options->key,
         SAID("den offentlige nøkkelen den skal være signert med",
              "the public key that it should be signed with")},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

int cmd_verify(int argc, char **argv)
{
    struct verify_options options = {0};
    if (read_verify_options(argc, argv, &options))
        return EXIT_FINE;
    struct arena arena;
    arena_init(&arena);
    struct public_key key = {0};
    if (options.key.len)
        key = given_public_key(&arena, options.key);
    struct fs_root folder = fs_root_open(&arena, options.folder);
    struct confine confine;
    confine_begin(&confine, options.sandbox);
    fs_root_allow(&folder, STR("."), &confine, CONFINE_READ);
    confine_enter(&confine);
    struct verification found;
    verify_folder(&found, &arena, &folder, options.key.len ? &key : NULL, workers_available());
    verified_tell_files(&found, &arena, options.folder);
    verified_tell_signature(&found, &arena, &key);
    bool fine = verify_is_clean(&found) && (!options.key.len || verify_is_signed(&found));
    fs_root_close(&folder);
    arena_release(&arena);
    return fine ? EXIT_FINE : EXIT_FINDINGS;
}
