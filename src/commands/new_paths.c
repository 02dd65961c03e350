#include "commands/new_paths.h"

#include <stdio.h>

#include "base/die.h"
#include "base/fs_lock.h"
#include "base/fs_whole.h"
#include "base/visible.h"
#include "pages/news.h"
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

/*
 * What readers are told of changes, and what every entry says now. The latter comes last: if the
 * program ends between the two, the next build finds the same changes, and sees that they have been
 * told.
 */
static size_t keep_news(struct site *site)
{
    struct arena *arena = &site->arena;
    const struct collection *collection = &site->collection;
    const struct language *language = language_or_english(collection->settings.language);
    size_t count = site->renderer.view.news->fresh.len;
    const struct told_item *fresh = news_to_tell(arena, site->renderer.view.news);
    struct str told = told_text(&collection->told, language, arena, fresh, count);
    struct str edition = news_edition(arena, &site->plan);
    if (count)
        fs_replace(&site->root, STR(NEWS_FILE), told);
    if (!str_eq(edition, collection->edition.source.text))
        fs_replace(&site->root, STR(EDITION_FILE), edition);
    return count;
}

/* Two builds may have changes to tell at once: the second must see what the first wrote. */
static void check_news(struct site *site)
{
    struct told told = {0};
    struct edition edition = {0};
    struct diags faults;
    diag_init(&faults);
    told_read(&told, &site->arena, &site->root, STR(NEWS_FILE), &faults);
    edition_read(&edition, &site->root, STR(EDITION_FILE), &faults);
    bool same = str_eq(told.source.text, site->collection.told.source.text) &&
                str_eq(edition.source.text, site->collection.edition.source.text);
    edition_release(&edition);
    diag_release(&faults);
    if (!same)
        die(SAID("%.*s/" NEWS_FILE " eller " EDITION_FILE
                 " ble endret under byggingen; kjør samling "
                 "build --accept-paths på nytt",
                 "%.*s/" NEWS_FILE " or " EDITION_FILE " was changed during the build; run samling "
                 "build --accept-paths again"),
            STR_ARG(site->root.path));
}

static void news_tell(const struct site *site)
{
    size_t count = site->renderer.view.news->fresh.len;
    if (count)
        printf(count == 1 ? SAID("%zu endring venter på en dato; samling build --accept-paths "
                                 "gir den dagens\n",
                                 "%zu change waits for a date; samling build --accept-paths gives "
                                 "it today's\n")
                          : SAID("%zu endringer venter på en dato; samling build --accept-paths "
                                 "gir dem dagens\n",
                                 "%zu changes wait for a date; samling build --accept-paths gives "
                                 "them today's\n"),
               count);
}

static size_t count_new(const struct site *site)
{
    const struct published *published = &site->collection.published;
    return published->there ? lasting_count_new(&site->plan, published) : 0;
}

bool new_paths_any(const struct site *site)
{
    return site->renderer.view.news->fresh.len || count_new(site);
}

void new_paths_tell(const struct site *site)
{
    news_tell(site);
    size_t count = count_new(site);
    if (count == 0)
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
    bool listed = published->there && str_eq(list, published->source.text);
    bool news = site->collection.kind.news.len > 0;
    size_t fresh = 0, told = 0;
    struct fs_lock lock;
    if (listed && !news)
        return;
    lock_paths(&lock, &site->root);
    if (news)
        check_news(site);
    if (!listed)
        fresh = add_paths(site);
    if (news)
        told = keep_news(site);
    fs_lock_release(&lock, &site->root);
    struct str shown = visible_text(&site->arena, folder);
    if (!listed)
        printf(
            SAID("Skrev %zu %s i %.*s/" PATHS_FILE "\n", "Wrote %zu %s to %.*s/" PATHS_FILE "\n"),
            fresh, addresses(fresh), STR_ARG(shown));
    if (told)
        printf(SAID("Skrev %zu %s i %.*s/" NEWS_FILE "; les gjennom den\n",
                    "Wrote %zu %s to %.*s/" NEWS_FILE "; read it through\n"),
               told, told == 1 ? SAID("endring", "change") : SAID("endringer", "changes"),
               STR_ARG(shown));
}
