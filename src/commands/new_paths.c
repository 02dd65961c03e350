#include "commands/new_paths.h"

#include <stdio.h>

#include "base/die.h"
#include "base/fs_lock.h"
#include "base/fs_whole.h"
#include "base/visible.h"
#include "plan/lasting.h"

static const char *addresses(size_t count)
{
    return count == 1 ? SAID("ny adresse", "new address") : SAID("nye adresser", "new addresses");
}

/* Two builds may have new addresses at once: the second waits, and adds to what the first wrote. */
static void lock_paths(struct fs_lock *lock, const struct fs_root *root)
{
    static const struct str name = STR_INIT(CONTENT_FOLDER "/.paths.txt.lock");
    long holder;
    if (fs_lock_take(lock, root, name, &holder))
        return;
    fprintf(stderr,
            SAID("venter på at et annet bygg (prosess %ld) skal bli ferdig med " PATHS_FILE "\n",
                 "waiting for another build (process %ld) to be done with " PATHS_FILE "\n"),
            holder);
    fs_lock_wait(lock, root, name);
}

/* Adds the new addresses to the list as it is on the disk by now. Returns how many they were. */
static size_t add_paths(struct site *site)
{
    struct published now = {0};
    struct diags faults;
    diag_init(&faults);
    published_read(&now, &site->arena, &site->root, STR(PATHS_FILE), &faults);
    if (diag_count(&faults, SEVERITY_ERROR))
        die(SAID("%.*s/" PATHS_FILE " ble endret under byggingen, og har feil; kjør samling check",
                 "%.*s/" PATHS_FILE " was changed during the build, and has errors; run samling "
                 "check"),
            STR_ARG(site->root.path));
    struct str list = lasting_list(&site->arena, &site->plan, &now);
    if (!now.there || !str_eq(list, now.source.text))
        fs_replace(&site->root, STR(PATHS_FILE), list);
    diag_release(&faults);
    return lasting_count_new(&site->plan, &now);
}

void new_paths_tell(const struct site *site)
{
    const struct published *published = &site->collection.published;
    size_t count = lasting_count_new(&site->plan, published);
    if (!published->there || count == 0)
        return;
    printf(count == 1
               ? SAID("%zu ny adresse står ikke i %s; samling build --accept-paths skriver "
                      "den dit\n",
                      "%zu new address is not in %s; samling build --accept-paths writes it "
                      "there\n")
               : SAID("%zu nye adresser står ikke i %s; samling build --accept-paths skriver "
                      "dem dit\n",
                      "%zu new addresses are not in %s; samling build --accept-paths writes "
                      "them there\n"),
           count, PATHS_FILE);
}

void new_paths_keep(struct site *site, struct str folder)
{
    const struct published *published = &site->collection.published;
    struct str list = lasting_list(&site->arena, &site->plan, published);
    if (published->there && str_eq(list, published->source.text))
        return;
    struct fs_lock lock;
    lock_paths(&lock, &site->root);
    size_t fresh = add_paths(site);
    fs_lock_release(&lock, &site->root);
    printf(SAID("Skrev %zu %s i %.*s/" PATHS_FILE "\n", "Wrote %zu %s to %.*s/" PATHS_FILE "\n"),
           fresh, addresses(fresh), STR_ARG(visible_text(&site->arena, folder)));
}
