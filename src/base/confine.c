#include "base/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/die.h"

/*
 * The kernel's interface, in our own words: the header of the machine that compiles may be
 * older than the kernel of the one that runs. Numbers and names are those of
 * linux/landlock.h (Linux 6.12) and of asm-generic/unistd.h.
 */
enum {
    CALL_CREATE_RULESET = 444,
    CALL_ADD_RULE = 445,
    CALL_RESTRICT_SELF = 446,
    ASK_FOR_VERSION = 1,
    RULE_PATH_BENEATH = 1,
};

struct ruleset {
    uint64_t files, net, scoped;
};

struct path_rule {
    uint64_t allowed;
    int32_t fd;
} __attribute__((packed));

enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIR = 1 << 3,
    REMOVE_DIR = 1 << 4,
    REMOVE_FILE = 1 << 5,
    MAKE_CHAR = 1 << 6,
    MAKE_DIR = 1 << 7,
    MAKE_REG = 1 << 8,
    MAKE_SOCK = 1 << 9,
    MAKE_FIFO = 1 << 10,
    MAKE_BLOCK = 1 << 11,
    MAKE_SYM = 1 << 12,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14,
    IOCTL_DEV = 1 << 15,

    BIND_TCP = 1 << 0,
    CONNECT_TCP = 1 << 1,

    ABSTRACT_SOCKETS = 1 << 0,
    SIGNALS = 1 << 1,

    OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV,
};

/* What each version of the interface knows. All of it is forbidden unless a rule allows it. */
static const struct {
    unsigned since;
    struct ruleset adds;
} known[] = {
    {1,
     {EXECUTE | WRITE_FILE | READ_FILE | READ_DIR | REMOVE_DIR | REMOVE_FILE | MAKE_CHAR |
          MAKE_DIR | MAKE_REG | MAKE_SOCK | MAKE_FIFO | MAKE_BLOCK | MAKE_SYM,
      0, 0}},
    {2, {REFER, 0, 0}},
    {3, {TRUNCATE, 0, 0}},
    {4, {0, BIND_TCP | CONNECT_TCP, 0}},
    {5, {IOCTL_DEV, 0, 0}},
    {6, {0, 0, ABSTRACT_SOCKETS | SIGNALS}},
};

/* What each use needs. A foreign FIFO or socket in an old site is linked into the new one. */
static const struct {
    enum confine_use use;
    uint64_t rights;
} needs[] = {
    {CONFINE_READ, READ_FILE | READ_DIR},
    {CONFINE_LIST, READ_DIR},
    {CONFINE_APPEND, READ_FILE | WRITE_FILE | MAKE_REG},
    {CONFINE_PUT, READ_DIR | WRITE_FILE | MAKE_REG | MAKE_DIR | REMOVE_FILE},
    {CONFINE_PUBLISH, READ_DIR | WRITE_FILE | MAKE_REG | MAKE_DIR | MAKE_SYM | MAKE_FIFO |
                          MAKE_SOCK | REMOVE_FILE | REMOVE_DIR | REFER},
};

static struct ruleset known_to(unsigned abi)
{
    struct ruleset all = {0};
    for (size_t i = 0; i < sizeof known / sizeof *known && known[i].since <= abi; i++) {
        all.files |= known[i].adds.files;
        all.net |= known[i].adds.net;
        all.scoped |= known[i].adds.scoped;
    }
    return all;
}

unsigned confine_abi(void)
{
    long abi = syscall(CALL_CREATE_RULESET, NULL, (size_t)0, ASK_FOR_VERSION);
    return abi < 0 ? 0 : (unsigned)abi;
}

static _Noreturn void confine_refuse(const struct confine *confine)
{
    errno = confine->reason;
    if (errno == ENOSYS)
        die(SAID("--require-sandbox: kjernen har ikke Landlock, og uten kan samling ikke stenges "
                 "inne i mappene det skal bruke",
                 "--require-sandbox: the kernel has no Landlock, and without it samling cannot be "
                 "shut in the folders that it is to use"));
    if (errno == EOPNOTSUPP)
        die(SAID("--require-sandbox: Landlock er slått av i kjernen, og uten kan samling ikke "
                 "stenges inne i mappene det skal bruke",
                 "--require-sandbox: Landlock is turned off in the kernel, and without it samling "
                 "cannot be shut in the folders that it is to use"));
    die_errno(SAID("--require-sandbox: Landlock kan ikke brukes her",
                   "--require-sandbox: Landlock cannot be used here"));
}

/* From here on there is no Landlock for us, for the reason in errno. */
static void confine_give_up(struct confine *confine)
{
    confine->reason = errno;
    if (confine->ruleset >= 0)
        close(confine->ruleset);
    confine->ruleset = -1;
    if (confine->required)
        confine_refuse(confine);
}

/* Sanitizers look at the program itself when it ends. */
static void allow_sanitizers(struct confine *confine)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    int fd = open("/proc", O_PATH | O_CLOEXEC);
    confine_allow(confine, fd, CONFINE_READ);
    close(fd);
#else
    (void)confine;
#endif
}

void confine_begin(struct confine *confine, bool required)
{
    *confine = (struct confine){.required = required, .ruleset = -1, .abi = confine_abi()};
    struct ruleset forbidden = known_to(confine->abi);
    if (confine->abi)
        confine->ruleset =
            (int)syscall(CALL_CREATE_RULESET, &forbidden, sizeof forbidden, (uint32_t)0);
    if (confine->ruleset < 0)
        confine_give_up(confine);
    allow_sanitizers(confine);
}

void confine_allow(struct confine *confine, int fd, unsigned uses)
{
    struct stat info;
    struct path_rule rule = {.fd = fd};
    if (confine->ruleset < 0 || fstat(fd, &info) != 0)
        return;
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if (uses & needs[i].use)
            rule.allowed |= needs[i].rights;
    rule.allowed &= known_to(confine->abi).files & (S_ISDIR(info.st_mode) ? UINT64_MAX : OF_A_FILE);
    if (syscall(CALL_ADD_RULE, confine->ruleset, RULE_PATH_BENEATH, &rule, (uint32_t)0) != 0)
        confine_give_up(confine);
}

void confine_enter(struct confine *confine)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 && confine->required)
        die_errno(SAID("--require-sandbox: rettighetene kan ikke låses",
                       "--require-sandbox: the privileges cannot be locked"));
    if (confine->ruleset < 0)
        return;
    if (syscall(CALL_RESTRICT_SELF, confine->ruleset, (uint32_t)0) != 0)
        confine_give_up(confine);
    else
        close(confine->ruleset);
    confine->ruleset = -1;
}
