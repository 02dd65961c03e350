#include "commands/verified.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/said.h"
#include "base/visible.h"

static void tell_paths(const struct verify_paths *paths, struct arena *arena, const char *word)
{
    for (size_t i = 0; i < paths->len; i++)
        printf("%s: %.*s\n", word, STR_ARG(visible_text(arena, paths->items[i])));
}

static void tell_counts_of_files(const struct verification *found, struct str folder)
{
    size_t all = found->manifest.len;
    if (verify_is_whole(found))
        printf(SAID("%.*s: %zu filer, alle er der, og ingen er endret",
                    "%.*s: %zu files, all are there, and none has been changed"),
               STR_ARG(folder), all);
    else
        printf(SAID("%.*s: av %zu filer mangler %zu, og %zu er endret",
                    "%.*s: of %zu files %zu are missing, and %zu have been changed"),
               STR_ARG(folder), all, found->missing.len, found->changed.len);
    if (found->foreign.len)
        printf(SAID("; %zu hører ikke til", "; %zu do not belong to it"), found->foreign.len);
    putchar('\n');
}

void verified_tell_files(const struct verification *found, struct arena *arena, struct str folder)
{
    folder = visible_text(arena, folder);
    switch (found->list) {
    case VERIFY_NO_LIST:
        printf(
            SAID("%.*s: her er det ingen SHA256SUMS, som sier hva som skal være her; er dette "
                 "mappen med index.html?\n",
                 "%.*s: there is no SHA256SUMS here, which says what should be here; is this the "
                 "folder with index.html?\n"),
            STR_ARG(folder));
        return;
    case VERIFY_BAD_LIST:
        printf(
            SAID("%.*s/SHA256SUMS:%zu: linjen er ikke slik samling skriver den, så ingenting er "
                 "kontrollert; hent filen på nytt\n",
                 "%.*s/SHA256SUMS:%zu: the line is not as samling writes it, so nothing has been "
                 "verified; fetch the file anew\n"),
            STR_ARG(folder), found->bad_line);
        return;
    case VERIFY_LISTED: break;
    }
    tell_paths(&found->missing, arena, SAID("mangler", "missing"));
    tell_paths(&found->changed, arena, SAID("endret", "changed"));
    tell_paths(&found->foreign, arena, SAID("fremmed", "foreign"));
    tell_counts_of_files(found, folder);
}

static struct str id_shown(struct arena *arena, struct key_id id)
{
    struct buf text = BUF_INIT;
    keys_put_id(&text, id);
    return buf_finish(&text, arena);
}

static void tell_status(const struct verification *found, struct arena *arena,
                        const struct public_key *key)
{
    struct str id = id_shown(arena, found->by.id);
    struct str comment = visible_text(arena, found->by.comment);
    switch (found->status) {
    case SIGN_HOLDS:
        printf(SAID("Signaturen stemmer, nøkkel %.*s: %.*s\n",
                    "The signature holds, key %.*s: %.*s\n"),
               STR_ARG(id), STR_ARG(comment));
        return;
    case SIGN_OTHER_KEY:
        printf(SAID("Signert med en annen nøkkel: %.*s, og ikke %.*s\n",
                    "Signed with another key: %.*s, and not %.*s\n"),
               STR_ARG(id), STR_ARG(id_shown(arena, key->id)));
        return;
    case SIGN_OTHER_TEXT:
        puts(SAID("Signaturen stemmer ikke: SHA256SUMS er ikke det som ble signert med nøkkelen",
                  "The signature is wrong: SHA256SUMS is not what was signed with the key"));
        return;
    case SIGN_OTHER_COMMENT:
        puts(SAID("Signaturen stemmer ikke: utgave og dato i den er endret",
                  "The signature is wrong: the edition and date in it have been changed"));
        return;
    case SIGN_NEW_FORM:
        puts(SAID("Signaturen har minisigns nyere form, som samling ikke kontrollerer; bruk "
                  "minisign -V, eller be om en som er laget med samling sign",
                  "The signature has minisign's newer form, which samling does not verify; use "
                  "minisign -V, or ask for one made by samling sign"));
        return;
    case SIGN_NO_FORM: break;
    }
}

void verified_tell_signature(const struct verification *found, struct arena *arena,
                             const struct public_key *key)
{
    switch (found->signature) {
    case VERIFY_UNSIGNED:
        puts(SAID("Ikke signert, så ingenting viser hvem som har publisert den",
                  "Not signed, so nothing shows who has published it"));
        return;
    case VERIFY_UNREADABLE:
        puts(SAID("SHA256SUMS.minisig er ikke en signatur som samling har laget",
                  "SHA256SUMS.minisig is no signature that samling has made"));
        return;
    case VERIFY_NOT_ASKED:
        printf(SAID("Signert med nøkkel %.*s, som ikke er kontrollert: bruk --key FIL, med den "
                    "offentlige nøkkelen\n",
                    "Signed with the key %.*s, which has not been verified: use --key FILE, with "
                    "the public key\n"),
               STR_ARG(id_shown(arena, found->by.id)));
        return;
    case VERIFY_ASKED: tell_status(found, arena, key); return;
    }
}
