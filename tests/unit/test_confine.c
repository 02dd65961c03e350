#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/fs.h"
#include "kit.h"

/*
 * What the program may do once it is shut in, tried by itself: content/ may be read, ut/ is
 * where a site is replaced, put/ where single files are put, and utenfor/ is nobody's.
 */

/* ---- things to try; each returns 0 or errno ---- */

static int tell(long result)
{
    return result < 0 ? errno : 0;
}

static int open_it(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0644), reason = tell(fd);
    if (fd >= 0)
        close(fd);
    return reason;
}

static int try_read(const char *path)
{
    return open_it(path, O_RDONLY);
}
static int try_list(const char *path)
{
    return open_it(path, O_RDONLY | O_DIRECTORY);
}
static int try_write(const char *path)
{
    return open_it(path, O_WRONLY);
}
static int try_make(const char *path)
{
    return open_it(path, O_WRONLY | O_CREAT | O_EXCL);
}
static int try_cut(const char *path)
{
    return tell(truncate(path, 0));
}
static int try_remove(const char *path)
{
    return tell(unlink(path));
}
static int try_make_folder(const char *path)
{
    return tell(mkdir(path, 0755));
}
static int try_remove_folder(const char *path)
{
    return tell(rmdir(path));
}
static int try_make_link(const char *path)
{
    return tell(symlink("om.md", path));
}
static int try_take_away(const char *path)
{
    return tell(rename(path, "ut/tatt"));
}
static int try_link_in(const char *path)
{
    return tell(link(path, "ut/ny/lenket"));
}
static int try_exchange(const char *path)
{
    return tell(renameat2(AT_FDCWD, path, AT_FDCWD, "ut/ny", RENAME_EXCHANGE));
}
static int try_run(const char *path)
{
    char *const words[] = {(char *)"x", NULL};
    return tell(execv(path, words));
}

static int try_tcp(bool connecting)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons(connecting ? 9 : 0),
                                  .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    const struct sockaddr *to = (const struct sockaddr *)&address;
    int reason = tell(connecting ? connect(fd, to, sizeof address) : bind(fd, to, sizeof address));
    close(fd);
    return reason;
}
static int try_connect(const char *path)
{
    (void)path;
    return try_tcp(true);
}
static int try_bind(const char *path)
{
    (void)path;
    return try_tcp(false);
}

static struct sockaddr_un abstract_name(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path + 1, sizeof address.sun_path - 1, "samling-%d", (int)getppid());
    return address;
}
static int try_abstract(const char *path)
{
    struct sockaddr_un address = abstract_name();
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    int reason = tell(connect(fd, (const struct sockaddr *)&address, sizeof address));
    (void)path;
    close(fd);
    return reason;
}
static int try_signal(const char *path)
{
    (void)path;
    return tell(kill(getppid(), 0));
}

/* ---- a folder to try them in ---- */

struct attempt {
    const char *name;
    int (*act)(const char *path);
    const char *path;
    int expected;
    unsigned since; /* the version that refuses it; 0: all */
};

#define ATTEMPT(act, path, expected, since) \
    { \
#act " " path, act, path, expected, since \
    }

static const struct attempt reading[] = {
    ATTEMPT(try_read, "content/om.md", 0, 0),
    ATTEMPT(try_list, "content/mappe", 0, 0),
    ATTEMPT(try_write, "content/om.md", EACCES, 0),
    ATTEMPT(try_cut, "content/om.md", EACCES, 3),
    ATTEMPT(try_make, "content/ny.md", EACCES, 0),
    ATTEMPT(try_make_folder, "content/ny", EACCES, 0),
    ATTEMPT(try_make_link, "content/ny", EACCES, 0),
    ATTEMPT(try_remove, "content/om.md", EACCES, 0),
    ATTEMPT(try_remove_folder, "content/mappe", EACCES, 0),
    ATTEMPT(try_take_away, "content/om.md", EACCES, 0),
    ATTEMPT(try_link_in, "content/om.md", EXDEV, 0),
};

static const struct attempt outside[] = {
    ATTEMPT(try_read, "utenfor/hemmelig", EACCES, 0),
    ATTEMPT(try_read, "content/ut-av-mappen", EACCES, 0), /* a link */
    ATTEMPT(try_read, "/etc/passwd", EACCES, 0),
    ATTEMPT(try_list, "/", EACCES, 0),
    ATTEMPT(try_list, "utenfor", EACCES, 0),
    ATTEMPT(try_list, ".", EACCES, 0),
    ATTEMPT(try_write, "utenfor/hemmelig", EACCES, 0),
    ATTEMPT(try_write, "/dev/null", EACCES, 0),
    ATTEMPT(try_make, "utenfor/ny", EACCES, 0),
    ATTEMPT(try_make, "ny", EACCES, 0),
    ATTEMPT(try_remove, "utenfor/hemmelig", EACCES, 0),
    ATTEMPT(try_cut, "utenfor/hemmelig", EACCES, 3),
    ATTEMPT(try_run, "/bin/true", EACCES, 0),
    ATTEMPT(try_run, "content/program", EACCES, 0),
    ATTEMPT(try_run, "ut/program", EACCES, 0),
    ATTEMPT(try_connect, "", EACCES, 4),
    ATTEMPT(try_bind, "", EACCES, 4),
    ATTEMPT(try_abstract, "", EPERM, 6),
    ATTEMPT(try_signal, "", EPERM, 6),
};

static const struct attempt publishing[] = {
    ATTEMPT(try_list, "ut", 0, 0),
    ATTEMPT(try_make, "ut/fil", 0, 0),
    ATTEMPT(try_make_folder, "ut/mappe", 0, 0),
    ATTEMPT(try_make_link, "ut/lenke", 0, 0),
    ATTEMPT(try_remove, "ut/lenke", 0, 0),
    ATTEMPT(try_remove_folder, "ut/mappe", 0, 0),
    ATTEMPT(try_read, "ut/gammel/side.html", 0, 0), /* the old site, and nothing else there */
    ATTEMPT(try_read, "ut/annet", EACCES, 0),
    ATTEMPT(try_exchange, "ut/gammel", 0, 0),
    ATTEMPT(try_cut, "ut/annet", EACCES, 3),
};

static const struct attempt putting[] = {
    ATTEMPT(try_list, "put", 0, 0),
    ATTEMPT(try_make, "put/fil", 0, 0),
    ATTEMPT(try_make_folder, "put/ny", 0, 0),
    ATTEMPT(try_remove, "put/fil", 0, 0),
    ATTEMPT(try_read, "put/annet", EACCES, 0),
    ATTEMPT(try_make_link, "put/lenke", EACCES, 0),
    ATTEMPT(try_remove_folder, "put/ny", EACCES, 0),
};

static void lay_out(struct kit *kit)
{
    static const char *const files[] = {"content/om.md",
                                        "content/mappe/en.md",
                                        "content/program",
                                        "utenfor/hemmelig",
                                        "ut/gammel/side.html",
                                        "ut/ny/side.html",
                                        "ut/program",
                                        "ut/annet",
                                        "put/annet"};
    for (size_t i = 0; i < ROWS(files); i++)
        kit_make_file(kit, files[i], "#!/bin/true\n");
    assert_int_equal(symlink("../utenfor/hemmelig", "content/ut-av-mappen"), 0);
    assert_int_equal(chmod("content/program", 0755) | chmod("ut/program", 0755), 0);
}

static void shut_in(struct kit *kit)
{
    struct confine confine;
    struct fs_root here = fs_root_open(&kit->arena, STR("."));
    confine_begin(&confine, true);
    assert_true(fs_root_allow(&here, STR("content"), &confine, CONFINE_READ));
    assert_true(fs_root_allow(&here, STR("ut"), &confine, CONFINE_PUBLISH));
    assert_true(fs_root_allow(&here, STR("ut/gammel"), &confine, CONFINE_READ));
    assert_true(fs_root_allow(&here, STR("put"), &confine, CONFINE_PUT));
    assert_false(fs_root_allow(&here, STR("ingen"), &confine, CONFINE_PUT));
    confine_enter(&confine);
    fs_root_close(&here);
}

struct trying {
    const struct attempt *attempts;
    size_t count, wrong;
};

static void *try_all(void *context)
{
    struct trying *trying = context;
    for (size_t i = 0; i < trying->count; i++) {
        const struct attempt *attempt = &trying->attempts[i];
        if (attempt->since > confine_abi())
            continue;
        int reason = attempt->act(attempt->path);
        if (reason == attempt->expected)
            continue;
        fprintf(stderr, "%s: %s, not %s\n", attempt->name, strerror(reason),
                strerror(attempt->expected));
        trying->wrong++;
    }
    return NULL;
}

/* In a process of its own, for nobody gets out again; and in a thread that begins afterwards. */
static void assert_attempts(struct kit *kit, const struct attempt *attempts, size_t count,
                            bool threaded)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        struct trying trying = {attempts, count, 0};
        pthread_t thread;
        shut_in(kit);
        if (!threaded)
            try_all(&trying);
        else if (pthread_create(&thread, NULL, try_all, &trying) != 0 ||
                 pthread_join(thread, NULL) != 0)
            _exit(2);
        _exit(trying.wrong > 0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

#define ASSERT_ATTEMPTS(kit, attempts) assert_attempts(kit, attempts, ROWS(attempts), false)

/* ---- the tests ---- */

static void test_reading(void **state)
{
    lay_out(*state);
    ASSERT_ATTEMPTS(*state, reading);
}

static void test_outside(void **state)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path + 1, sizeof address.sun_path - 1, "samling-%d", (int)getpid());
    int listening = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listening, (const struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(listening, 8), 0);
    lay_out(*state);
    ASSERT_ATTEMPTS(*state, outside);
    assert_attempts(*state, outside, ROWS(outside), true);
    close(listening);
}

static void test_publishing(void **state)
{
    lay_out(*state);
    ASSERT_ATTEMPTS(*state, publishing);
}

static void test_putting(void **state)
{
    lay_out(*state);
    ASSERT_ATTEMPTS(*state, putting);
}

/* The old site keeps its right to be read under its new name, and its files get a second one. */
static void test_links_into_the_new_site(void **state)
{
    static const struct attempt linking[] = {ATTEMPT(try_link_in, "ut/gammel/side.html", 0, 0)};
    lay_out(*state);
    if (confine_abi() >= 2)
        ASSERT_ATTEMPTS(*state, linking);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_reading),
        WITH_FOLDER(test_outside),
        WITH_FOLDER(test_publishing),
        WITH_FOLDER(test_putting),
        WITH_FOLDER(test_links_into_the_new_site),
    };
    if (confine_abi() == 0) {
        puts("hoppet over: confine; kjernen har ikke Landlock");
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
