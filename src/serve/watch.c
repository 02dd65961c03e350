#include "serve/watch.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/die.h"
#include "base/fs_walk.h"
#include "base/stages.h"
#include "base/vec.h"

enum {
    NAMED = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO,
    ITSELF = IN_DELETE_SELF | IN_MOVE_SELF,
    WRITTEN = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB,
    /* A folder may be watched for a name, and as a whole: one must not take from the other. */
    HOW = IN_ONLYDIR | IN_MASK_ADD | IN_EXCL_UNLINK,

    BYTES = 64 * 1024, /* that are read at a time */
    READS_MAX = 16,    /* in one call, if events come faster than they are read */
};

/* Returns what there is to do about it that no more can be watched, for the reason in errno. */
static const char *way_to_more(void)
{
    if (errno == ENOSPC)
        return SAID("øk grensen med «sudo sysctl fs.inotify.max_user_watches=524288», eller "
                    "avslutt andre programmer som følger med på mapper",
                    "raise the limit with “sudo sysctl fs.inotify.max_user_watches=524288”, or "
                    "end other programs that watch folders");
    if (errno == EMFILE)
        return SAID("øk grensen med «sudo sysctl fs.inotify.max_user_instances=1024», eller "
                    "avslutt andre programmer som følger med på mapper",
                    "raise the limit with “sudo sysctl fs.inotify.max_user_instances=1024”, or "
                    "end other programs that watch folders");
    return NULL;
}

static _Noreturn void refuse_more(void)
{
    const char *way = way_to_more();
    if (way)
        die(SAID("systemet lar deg ikke følge med på flere mapper; %s",
                 "the system does not let you watch more folders; %s"),
            way);
    die_errno(SAID("kan ikke følge med på mapper", "cannot watch folders"));
}

/* A folder is not watched, for the reason in errno. */
static void watch_less(struct watch *watch)
{
    if (errno == EACCES || errno == ENOENT)
        return; /* it is watched when that has changed, which its folder tells */
    if (!watch->working)
        refuse_more();
    if (!watch->told)
        fprintf(stderr,
                SAID("samling: ser ikke alt som endres; %s\n",
                     "samling: does not see all that changes; %s\n"),
                way_to_more() ? way_to_more() : SAID("start på nytt", "start again"));
    watch->told = true;
}

void watch_open(struct watch *watch, unsigned calm)
{
    *watch = (struct watch){.fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC), .calm = calm};
    if (watch->fd < 0)
        refuse_more();
    arena_init(&watch->arena);
}

/*
 * inotify takes paths only. This one stands for what is open, whatever its name is by now, and
 * Landlock does not mind.
 */
static void watch_descriptor(struct watch *watch, int fd, unsigned events, struct str waited)
{
    char path[sizeof "/proc/self/fd/" + 3 * sizeof fd];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int number = inotify_add_watch(watch->fd, path, events | HOW);
    if (number < 0)
        watch_less(watch);
    else
        vec_push(&watch->arena, watch, ((struct watched){number, waited}));
}

static void watch_whole(void *watch, int fd)
{
    watch_descriptor(watch, fd, NAMED | ITSELF | WRITTEN, (struct str){0});
}

/* Opens the folder of a path for being watched only, which Landlock lets us do anywhere. */
static int open_to_watch(const struct fs_root *root, struct str path)
{
    struct fs_name buffer;
    return fs_open_beneath(root, path.len ? fs_name(&buffer, path) : ".", O_PATH | O_DIRECTORY, 0);
}

/*
 * Watches the way to a folder, too: in each folder for the name of the next one. They are watched
 * before they are looked into, so that nothing comes or goes unseen between the two.
 */
static void watch_place(struct watch *watch, const struct watched_place *place)
{
    struct str folder = place->folder;
    for (struct str rest = folder, name; rest.len && str_cut(&rest, '/', &name);) {
        size_t start = (size_t)(name.ptr - folder.ptr);
        int fd = open_to_watch(place->root, str_slice(folder, 0, start ? start - 1 : 0));
        if (fd < 0)
            return;
        watch_descriptor(watch, fd, NAMED | ITSELF | IN_ATTRIB, name);
        close(fd);
    }
    fs_walk_folders(place->root, folder, watch_whole, watch);
}

static int by_number(const void *a, const void *b)
{
    int one = ((const struct watched *)a)->number, other = ((const struct watched *)b)->number;
    return (one > other) - (one < other);
}

/* Returns the first of those with a number, or where it would stand. */
static size_t watched_at(const struct watch *watch, int number)
{
    size_t low = 0;
    for (size_t high = watch->len; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (watch->items[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_watched(const struct watch *watch, int number)
{
    size_t at = watched_at(watch, number);
    return at < watch->len && watch->items[at].number == number;
}

/*
 * Watches all folders that there are, and no longer those that have left. One that is watched
 * already keeps its number.
 */
static void watch_again(struct watch *watch)
{
    struct watch before = *watch;
    arena_init(&watch->arena);
    watch->items = NULL;
    watch->len = watch->cap = 0;
    for (size_t i = 0; i < watch->count; i++)
        watch_place(watch, &watch->places[i]);
    if (watch->len)
        qsort(watch->items, watch->len, sizeof *watch->items, by_number);
    for (size_t i = 0; i < before.len; i++)
        if (!is_watched(watch, before.items[i].number))
            inotify_rm_watch(watch->fd, before.items[i].number); /* fails if it was removed */
    arena_release(&before.arena);
}

void watch_folder(struct watch *watch, const struct fs_root *root, struct str folder)
{
    assert(watch->count < WATCH_FOLDERS_MAX);
    watch->places[watch->count++] = (struct watched_place){root, folder};
    watch_again(watch);
}

int watch_fd(const struct watch *watch)
{
    return watch->fd;
}

/* Returns when the change is told, if nothing more happens. */
static double watch_due(const struct watch *watch)
{
    double calm = watch->last + watch->calm;
    double latest = watch->first + watch->calm * WATCH_CALMS_MAX;
    return calm < latest ? calm : latest;
}

int watch_timeout(const struct watch *watch)
{
    if (watch->first == 0)
        return -1;
    double left = watch_due(watch) - stages_clock();
    return left > 0 ? (int)left + 1 : 0;
}

/* Whether an event is of something that counts. */
static bool is_of_ours(const struct watch *watch, const struct inotify_event *event)
{
    struct str name = event->len ? str_of(event->name) : STR("");
    if (event->mask & (IN_Q_OVERFLOW | IN_IGNORED))
        return event->mask & IN_Q_OVERFLOW;
    for (size_t i = watched_at(watch, event->wd);
         i < watch->len && watch->items[i].number == event->wd; i++) {
        struct str waited = watch->items[i].waited;
        bool counts = waited.len ? str_eq(name, waited) : !str_starts(name, STR("."));
        if (counts || name.len == 0)
            return true;
    }
    return false;
}

/* Whether folders may have come or gone with it, or may be read now. */
static bool is_of_folders(const struct inotify_event *event)
{
    return event->mask & (IN_Q_OVERFLOW | IN_UNMOUNT | ITSELF) ||
           (event->mask & IN_ISDIR && event->mask & (NAMED | IN_ATTRIB));
}

/* Reads some of the events. False when there are none. */
static bool watch_read(struct watch *watch, bool *folders)
{
    _Alignas(struct inotify_event) char bytes[BYTES];
    ssize_t len = read(watch->fd, bytes, sizeof bytes);
    if (len < 0 && errno != EAGAIN && errno != EINTR)
        die_errno(SAID("kan ikke følge med på mapper", "cannot watch folders"));
    const struct inotify_event *event;
    for (ssize_t at = 0; at < len; at += (ssize_t)(sizeof *event + event->len)) {
        event = (const struct inotify_event *)(const void *)(bytes + at);
        if (!is_of_ours(watch, event))
            continue;
        *folders |= is_of_folders(event);
        watch->last = stages_clock();
        watch->first = watch->first != 0 ? watch->first : watch->last;
    }
    return len > 0;
}

bool watch_changed(struct watch *watch)
{
    bool folders = false;
    watch->working = true;
    for (int i = 0; i < READS_MAX && watch_read(watch, &folders); i++)
        ;
    if (folders)
        watch_again(watch);
    if (watch->first == 0 || stages_clock() < watch_due(watch))
        return false;
    watch->first = watch->last = 0;
    return true;
}

void watch_close(struct watch *watch)
{
    close(watch->fd);
    watch->fd = -1;
    arena_release(&watch->arena);
}
