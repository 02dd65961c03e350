#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/fs_whole.h"
#include "base/visible.h"
#include "base/workers.h"
#include "commands/command.h"
#include "commands/given_key.h"
#include "commands/told_edition.h"
#include "commands/today.h"
#include "commands/verified.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling sign – signerer et publisert nettsted, så en kopi kan vise hvem den er fra\n"
        "\n"
        "Bruk: samling sign [valg] --key FIL MAPPE\n"
        "\n"
        "Signerer SHA256SUMS i mappen, og med den hver fil, og skriver SHA256SUMS.minisig. Først\n"
        "kontrolleres alt, som med samling verify, og mangler noe, eller er noe endret, blir\n"
        "ingenting signert. Utgaven og dagen står i signaturen. Dagen avgjøres av klokken, eller "
        "av\n"
        "SOURCE_DATE_EPOCH. Etter neste samling build som endrer noe, må det signeres på nytt.\n"
        "\n"
        "Nøkkelen lages med minisign eller signify, én gang, og uten passord:\n"
        "\n"
        "  minisign -G -W -p offentlig.pub -s hemmelig.key\n"
        "  signify -G -n -p offentlig.pub -s hemmelig.sec\n"
        "\n"
        "Den offentlige skal alle få, et annet sted enn fra nettstedet. Den hemmelige skal ingen\n"
        "få: ha den utenfor samlingen og mappen, bare der det signeres. samling build bruker den\n"
        "ikke. Mer om dette i samling help hosting.\n"
        "\n"
        "Avslutter med 0 når mappen er signert, 1 når den ikke er hel, og 2 når kommandoen er\n"
        "brukt feil, eller maskinen svikter.",
    [DIAG_EN] =
        "samling sign – signs a published site, so that a copy can show whose it is\n"
        "\n"
        "Usage: samling sign [options] --key FILE FOLDER\n"
        "\n"
        "Signs SHA256SUMS in the folder, and with it every file, and writes SHA256SUMS.minisig.\n"
        "First everything is verified, as by samling verify, and if anything is missing or "
        "changed,\n"
        "nothing is signed. The edition and the day stand in the signature. The day is that of "
        "the\n"
        "clock, or of SOURCE_DATE_EPOCH. After the next samling build that changes something, it\n"
        "has to be signed anew.\n"
        "\n"
        "The key is made by minisign or signify, once, and without a password:\n"
        "\n"
        "  minisign -G -W -p public.pub -s secret.key\n"
        "  signify -G -n -p public.pub -s secret.sec\n"
        "\n"
        "The public one is for all, from another place than the site. The secret one is for none:\n"
        "keep it outside the collection and the folder, only where sites are signed. samling "
        "build\n"
        "does not use it. More about this in samling help hosting.\n"
        "\n"
        "Ends with 0 when the folder is signed, 1 when it is not whole, and 2 when the use is "
        "wrong\n"
        "or the machine failed.",
};

struct sign_options {
    struct str folder, key;
    bool sandbox;
};

static bool read_sign_options(int argc, char **argv, struct sign_options *options)
{
    const struct option_row rows[] = {
        {SAID("MAPPE", "FOLDER"), NULL, OPTION_WORD | OPTION_NAMES_FOLDER, &options->folder,
         SAID("mappen som samling har publisert til", "the folder that samling has published to")},
        {"--key", SAID("FIL", "FILE"), OPTION_TEXT | OPTION_NAMES_FILE, &options->key,
         SAID("den hemmelige nøkkelen", "the secret key")},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
    };
    if (options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage))
        return true;
    if (!options->key.len)
        die(SAID("--key FIL mangler: den hemmelige nøkkelen; --help viser hvordan den lages",
                 "--key FILE is missing: the secret key; --help shows how it is made"));
    return false;
}

/* Returns what the signature says besides, in the form of minisign's own: parts with tabs between.
 */
static struct str comment_of(struct arena *arena, const struct fs_root *folder,
                             const struct manifest *manifest)
{
    struct buf comment = BUF_INIT;
    int64_t now = now_in_seconds();
    struct date day = date_of_seconds(now);
    struct told_edition edition = told_edition_read(arena, folder, manifest);
    buf_format(&comment, "timestamp:%lld\tfile:SHA256SUMS\t", (long long)now);
    if (edition.version.len)
        buf_format(&comment, "edition:%.*s\t", STR_ARG(visible_text(arena, edition.version)));
    if (edition.date.len)
        buf_format(&comment, "edition-date:%.*s\t", STR_ARG(visible_text(arena, edition.date)));
    buf_format(&comment, "signed:%04d-%02d-%02d", day.year, day.month, day.day);
    return buf_finish(&comment, arena);
}

static enum exit_status sign_folder(struct arena *arena, const struct sign_options *options,
                                    const struct secret_key *secret, struct fs_root *folder)
{
    struct verification found;
    verify_folder(&found, arena, folder, NULL, workers_available());
    if (!verify_is_whole(&found)) {
        verified_tell_files(&found, arena, options->folder);
        puts(SAID("Ingenting ble signert: publiser på nytt med samling build",
                  "Nothing was signed: publish again with samling build"));
        return EXIT_FINDINGS;
    }
    struct str comment = comment_of(arena, folder, &found.manifest);
    struct str text = sign_format(secret, found.sums, comment, arena);
    fs_root_open_to_all(folder);
    fs_replace(folder, MANIFEST_SIGNATURE_PATH, text);
    if (!fs_root_is_there(folder))
        die(SAID("%.*s ble publisert på nytt mens den ble signert; signer igjen",
                 "%.*s was published anew while it was signed; sign again"),
            STR_ARG(visible_text(arena, options->folder)));
    struct public_key key = keys_public_of(secret);
    verify_signature(&found, arena, folder, &key);
    verified_tell_files(&found, arena, options->folder);
    verified_tell_signature(&found, arena, &key);
    return EXIT_FINE;
}

int cmd_sign(int argc, char **argv)
{
    struct sign_options options = {0};
    if (read_sign_options(argc, argv, &options))
        return EXIT_FINE;
    struct arena arena;
    arena_init(&arena);
    struct secret_key secret = given_secret_key(&arena, options.key);
    struct fs_root folder = fs_root_open(&arena, options.folder);
    struct confine confine;
    confine_begin(&confine, options.sandbox);
    fs_root_allow(&folder, STR("."), &confine, CONFINE_READ | CONFINE_PUT);
    confine_enter(&confine);
    enum exit_status status = sign_folder(&arena, &options, &secret, &folder);
    fs_root_close(&folder);
    arena_release(&arena);
    return status;
}
