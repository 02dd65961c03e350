#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <ftw.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/fs_compare.h"
#include "base/fs_place.h"
#include "base/fs_walk.h"
#include "base/fs_write.h"
#include "kit.h"

/*
 * Each test has a temporary folder, in which it stands, with
 *
 *     rot/         what is read, as `root`
 *     utenfor/     what nobody may reach
 *
 * All tests run twice: with the kernel's openat2, and without it.
 */
static char home[128];
static struct fs_root root;

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void put_socket(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    close(fd);
}

static void make_tree(void)
{
    static const char *const folders[] = {"rot",      "rot/mappe",      "rot/mappe/dyp",
                                          "rot/.git", "rot/mappe/.tmp", "utenfor",
                                          "rot/a",    "rot/tom mappe"};
    static const char *const files[] = {
        "rot/a.md",    "rot/a-b.md",      "rot/a/x.md",         "rot/mappe/b.md",
        "rot/.skjult", "rot/.git/config", "rot/mappe/dyp/c.md", "rot/mappe/.tmp/t",
        "rot/æ.md",    "rot/Z.md",        "utenfor/hemmelig.md"};
    static const char *const links[][2] = {
        {"a.md", "rot/lenke.md"},
        {"../utenfor/hemmelig.md", "rot/ut.md"},
        {"/etc/passwd", "rot/absolutt"},
        {"mappe", "rot/mappelenke"},
        {"../utenfor", "rot/utlenke"},
        {"..", "rot/mappe/opp"},
        {"ring", "rot/ring"},
        {"ingen", "rot/peker-på-ingen"},
    };
    for (size_t i = 0; i < ROWS(folders); i++)
        assert_int_equal(mkdir(folders[i], 0755), 0);
    for (size_t i = 0; i < ROWS(files); i++)
        put(files[i], files[i]);
    for (size_t i = 0; i < ROWS(links); i++)
        assert_int_equal(symlink(links[i][0], links[i][1]), 0);
    put("rot/tom.md", "");
    assert_int_equal(mkfifo("rot/kø", 0644), 0);
    put_socket("rot/sokkel");
}

static int setup(void **state)
{
    const char *parent = getenv("TMPDIR");
    snprintf(home, sizeof home, "%s/fs.XXXXXX", parent && *parent ? parent : "/tmp");
    if (kit_setup(state) != 0 || !mkdtemp(home) || chdir(home) != 0)
        return -1;
    make_tree();
    struct kit *kit = *state;
    root = fs_root_open(&kit->arena, STR("rot"));
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int type, struct FTW *place)
{
    (void)info;
    (void)type;
    (void)place;
    return remove(path);
}

static int teardown(void **state)
{
    fs_root_close(&root);
    if (chdir("/") != 0 || nftw(home, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
        return -1;
    return kit_teardown(state);
}

/* ---- one file ---- */

static const struct {
    const char *path;
    enum fs_status status;
} readings[] = {
    {"a.md", FS_OK},
    {"mappe/b.md", FS_OK},
    {"mappe/dyp/c.md", FS_OK},
    {".skjult", FS_OK},
    {"æ.md", FS_OK},
    /* what is not there */
    {"b.md", FS_MISSING},
    {"mappe/a.md", FS_MISSING},
    {"ingen/a.md", FS_MISSING},
    {"a.md/b.md", FS_MISSING},
    {"A.md", FS_MISSING},
    /* what is no ordinary file */
    {"mappe", FS_NOT_A_FILE},
    {".", FS_NOT_A_FILE},
    {"kø", FS_NOT_A_FILE},
    {"sokkel", FS_NOT_A_FILE},
    /* links, at each level, wherever they lead */
    {"lenke.md", FS_NOT_A_FILE},
    {"ut.md", FS_NOT_A_FILE},
    {"absolutt", FS_NOT_A_FILE},
    {"ring", FS_NOT_A_FILE},
    {"ring/a.md", FS_NOT_A_FILE},
    {"peker-på-ingen", FS_NOT_A_FILE},
    {"mappelenke", FS_NOT_A_FILE},
    {"mappelenke/b.md", FS_NOT_A_FILE},
    {"mappelenke/dyp/c.md", FS_NOT_A_FILE},
    {"utlenke/hemmelig.md", FS_NOT_A_FILE},
    {"mappe/opp/a.md", FS_NOT_A_FILE},
    {"mappe/opp/mappe/b.md", FS_NOT_A_FILE},
    {"lenke.md/a.md", FS_NOT_A_FILE},
    /* `..`, also where it stays inside */
    {"..", FS_NOT_A_FILE},
    {"../utenfor/hemmelig.md", FS_NOT_A_FILE},
    {"../rot/a.md", FS_NOT_A_FILE},
    {"mappe/..", FS_NOT_A_FILE},
    {"mappe/../a.md", FS_NOT_A_FILE},
    {"mappe/../../utenfor/hemmelig.md", FS_NOT_A_FILE},
    {"mappe/dyp/../../../utenfor/hemmelig.md", FS_NOT_A_FILE},
    /* absolute paths and other ways to write one */
    {"/", FS_NOT_A_FILE},
    {"/etc/passwd", FS_NOT_A_FILE},
    {"//etc/passwd", FS_NOT_A_FILE},
    {"", FS_NOT_A_FILE},
    {"./a.md", FS_NOT_A_FILE},
    {"mappe/./b.md", FS_NOT_A_FILE},
    {"mappe//b.md", FS_NOT_A_FILE},
    {"a.md/", FS_NOT_A_FILE},
    {"mappe/", FS_NOT_A_FILE},
};

static void test_read_only_ordinary_files_below_the_root(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(readings); i++) {
        struct str path = str_of(readings[i].path), text = STR("untouched");
        enum fs_status status = fs_read(&root, path, 1000, &kit->arena, &text);
        if (status != readings[i].status)
            fail_msg("«%s» gives %d", readings[i].path, (int)status);
        struct str expected = STR_JOIN(&kit->arena, STR("rot/"), path);
        assert_str(path.ptr, text, status == FS_OK ? expected.ptr : "untouched");
        assert_int_equal(fs_check_readable(&root, path, 1000), status);
        struct fs_comparison with;
        assert_int_equal(fs_compare_begin(&with, &root, path), status);
        if (status == FS_OK)
            fs_compare_end(&with);
    }
}

static void test_read_names_that_are_too_long(void **state)
{
    struct kit *kit = *state;
    struct str text, name = kit_repeat(kit, "n", 255);
    assert_int_equal(fs_read(&root, name, 10, &kit->arena, &text), FS_MISSING);
    name = kit_repeat(kit, "n", 256);
    assert_int_equal(fs_read(&root, name, 10, &kit->arena, &text), FS_NOT_A_FILE);
    name = STR_JOIN(&kit->arena, name, STR("/a.md"));
    assert_int_equal(fs_read(&root, name, 10, &kit->arena, &text), FS_NOT_A_FILE);
}

static void test_read_up_to_the_limit(void **state)
{
    struct kit *kit = *state;
    struct str hundred = kit_repeat(kit, "x", 100), text;
    put("rot/hundre", hundred.ptr);
    assert_int_equal(fs_read(&root, STR("hundre"), 101, &kit->arena, &text), FS_OK);
    assert_int_equal(fs_read(&root, STR("hundre"), 100, &kit->arena, &text), FS_OK);
    assert_str("all of it", text, hundred.ptr);
    assert_int_equal(fs_read(&root, STR("hundre"), 99, &kit->arena, &text), FS_TOO_LARGE);
    assert_int_equal(fs_check_readable(&root, STR("hundre"), 100), FS_OK);
    assert_int_equal(fs_check_readable(&root, STR("hundre"), 99), FS_TOO_LARGE);
    assert_int_equal(fs_read(&root, STR("tom.md"), 0, &kit->arena, &text), FS_OK);
    assert_int_equal(text.len, 0);
    assert_non_null(text.ptr);
}

/* Compares twice, with all the bytes at once and with both halves, which must agree. */
static bool is_file(const char *path, struct str bytes)
{
    bool same[2];
    for (size_t cut = 0; cut < 2; cut++) {
        struct fs_comparison with;
        size_t half = bytes.len / 2 * cut;
        assert_int_equal(fs_compare_begin(&with, &root, str_of(path)), FS_OK);
        same[cut] = fs_compare_next(&with, str_slice(bytes, 0, half)) &&
                    fs_compare_next(&with, str_from(bytes, half)) && fs_compare_is_at_end(&with);
        fs_compare_end(&with);
    }
    assert_int_equal(same[0], same[1]);
    return same[0];
}

static void test_compare_sees_every_byte(void **state)
{
    struct kit *kit = *state;
    static const size_t sizes[] = {1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 100000};
    assert_true(is_file("tom.md", STR("")));
    assert_false(is_file("tom.md", STR("a")));
    for (size_t i = 0; i < ROWS(sizes); i++) {
        struct str bytes = kit_repeat(kit, "x", sizes[i] + 1);
        bytes.len--;
        put("rot/fil", str_c(&kit->arena, bytes));
        assert_true(is_file("fil", bytes));
        assert_false(is_file("fil", (struct str){bytes.ptr, sizes[i] + 1}));
        assert_false(is_file("fil", (struct str){bytes.ptr, sizes[i] - 1}));
        ((char *)(uintptr_t)bytes.ptr)[sizes[i] - 1] = 'y';
        assert_false(is_file("fil", bytes));
    }
}

static void test_look_follows_no_link(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        int kind; /* -1: nothing stands there */
    } cases[] = {
        {"a.md", FS_FILE},
        {"mappe", FS_FOLDER},
        {"mappe/dyp/c.md", FS_FILE},
        {"lenke.md", FS_LINK},
        {"mappelenke", FS_LINK},
        {"ring", FS_LINK},
        {"kø", FS_OTHER},
        {"sokkel", FS_OTHER},
        {".", FS_FOLDER},
        {"b.md", -1},
        {"ingen/a.md", -1},
        {"a.md/b.md", -1},
        {"mappelenke/b.md", -1},
        {"..", -1},
        {"../utenfor", -1},
        {"mappe/../a.md", -1},
        {"/etc", -1},
        {"", -1},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        enum fs_kind kind;
        int found = fs_kind_of(&root, str_of(cases[i].path), &kind) ? (int)kind : -1;
        if (found != cases[i].kind)
            fail_msg("«%s» is %d", cases[i].path, found);
    }
}

static void read_forbidden(void *context)
{
    struct kit *kit = context;
    struct str text;
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
        return;
    fs_read(&root, STR("a.md"), 100, &kit->arena, &text);
}

static void test_what_the_machine_refuses_ends_the_program(void **state)
{
    struct kit *kit = *state;
    assert_int_equal(chmod("rot/a.md", 0), 0);
    assert_dies_with("rot/a.md: du har ikke tilgang", read_forbidden, kit);
}

/* ---- many files ---- */

static const char *listed(struct kit *kit, const struct fs_list *list)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < list->len; i++)
        buf_format(&out, "%c %.*s\n", "fdlomc"[list->items[i].kind], STR_ARG(list->items[i].path));
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text.ptr;
}

static void assert_walk(struct kit *kit, const char *under, bool dotted, const char *expected)
{
    struct fs_list list = {0};
    fs_walk(&root, str_of(under), dotted ? FS_DOTTED : 0, &kit->arena, &list);
    assert_c(under, listed(kit, &list), expected);
}

#define OF_MAPPE "f mappe/b.md\nf mappe/dyp/c.md\nl mappe/opp\n"

static void test_append_begins_and_goes_on(void **state)
{
    struct kit *kit = *state;
    struct str text;
    fs_append(&root, STR("mappe/logg"), STR("én\n"));
    fs_append(&root, STR("mappe/logg"), STR(""));
    fs_append(&root, STR("mappe/logg"), STR("to\n"));
    assert_int_equal(fs_read(&root, STR("mappe/logg"), 100, &kit->arena, &text), FS_OK);
    assert_str("appended", text, "én\nto\n");
}

static void test_walk_is_sorted_by_the_bytes_of_the_path(void **state)
{
    assert_walk(*state, "", false,
                "f Z.md\nf a-b.md\nf a.md\nf a/x.md\nl absolutt\no kø\nl lenke.md\n" OF_MAPPE
                "l mappelenke\nl peker-på-ingen\nl ring\no sokkel\nf tom.md\nl ut.md\nl utlenke\n"
                "f æ.md\n");
}

static void test_walk_with_dotted_names(void **state)
{
    assert_walk(*state, "", true,
                "f .git/config\nf .skjult\nf Z.md\nf a-b.md\nf a.md\nf a/x.md\nl absolutt\n"
                "o kø\nl lenke.md\nf mappe/.tmp/t\n" OF_MAPPE "l mappelenke\nl peker-på-ingen\n"
                "l ring\no sokkel\nf tom.md\nl ut.md\nl utlenke\nf æ.md\n");
}

static void test_walk_begins_at_a_folder(void **state)
{
    assert_walk(*state, "mappe", false, OF_MAPPE);
    assert_walk(*state, "mappe/dyp", false, "f mappe/dyp/c.md\n");
    assert_walk(*state, "tom mappe", false, "");
    static const char *const others[] = {"ingen", "a.md",     "mappelenke", "utlenke",
                                         "..",    "mappe/..", "/etc",       "mappe/opp"};
    for (size_t i = 0; i < ROWS(others); i++)
        assert_walk(*state, others[i], true, "");
}

static void test_walk_all_has_the_folders_too(void **state)
{
    struct kit *kit = *state;
    struct fs_list list = {0};
    fs_walk_all(&root, STR("mappe"), 0, &kit->arena, &list);
    assert_c("mappe", listed(kit, &list),
             "d mappe/.tmp\nf mappe/.tmp/t\nf mappe/b.md\nd mappe/dyp\nf mappe/dyp/c.md\n"
             "l mappe/opp\n");
    list = (struct fs_list){0};
    fs_walk_all(&root, STR("tom mappe"), 0, &kit->arena, &list);
    assert_int_equal(list.len, 0);
}

static void test_walk_lists_names_that_are_no_text(void **state)
{
    struct kit *kit = *state;
    struct fs_list list = {0};
    put("rot/tom mappe/\xFF\n.md", "");
    fs_walk(&root, STR("tom mappe"), 0, &kit->arena, &list);
    assert_int_equal(list.len, 1);
    assert_str("as it is", list.items[0].path, "tom mappe/\xFF\n.md");
}

static void walk_all_of_it(void *context)
{
    struct kit *kit = context;
    struct fs_list list = {0};
    fs_walk_all(&root, STR(""), 0, &kit->arena, &list);
}

static void test_walk_ends_at_a_depth(void **state)
{
    struct kit *kit = *state;
    struct fs_list list = {0};
    assert_int_equal(chdir("rot"), 0);
    for (size_t i = 0; i < 33; i++)
        assert_true(mkdir("d", 0755) == 0 && chdir("d") == 0);
    walk_all_of_it(kit);
    assert_int_equal(mkdir("d", 0755), 0);
    assert_dies_with("mappene ligger for dypt inni hverandre: rot/d/d/", walk_all_of_it, kit);
    fs_walk(&root, STR("d"), 0, &kit->arena, &list);
    assert_int_equal(list.len, 1);
    assert_int_equal(list.items[0].kind, FS_FOLDER);
}

/* As somebody who may not read; exits with 0 if all that is refused is an answer. */
static _Noreturn void be_refused(struct kit *kit)
{
    struct str text;
    enum fs_kind kind;
    size_t size;
    struct fs_list list = {0};
    struct fs_root forgiving = root;
    if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
        _exit(2);
    fs_root_forgive(&forgiving);
    fs_walk(&forgiving, STR("mappe"), 0, &kit->arena, &list);
    bool walked = list.len && fs_list_find(&list, STR("mappe/dyp"))->kind == FS_CLOSED;
    bool refused = fs_read(&forgiving, STR("a.md"), 100, &kit->arena, &text) == FS_REFUSED &&
                   fs_size(&forgiving, STR("a.md"), &size) == FS_REFUSED &&
                   fs_kind_of(&forgiving, STR("mappe/dyp/c.md"), &kind) && kind == FS_CLOSED;
    _exit(!(walked && refused));
}

static void test_a_forgiving_root_answers(void **state)
{
    int status;
    assert_int_equal(chmod("rot/a.md", 0), 0);
    assert_int_equal(chmod("rot/mappe/dyp", 0), 0);
    pid_t child = fork();
    if (child == 0)
        be_refused(*state);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(chmod("rot/mappe/dyp", 0755), 0);
}

/* ---- roots ---- */

static void open_missing(void *context)
{
    struct kit *kit = context;
    fs_root_open(&kit->arena, STR("ingen"));
}

static void test_roots(void **state)
{
    struct kit *kit = *state;
    struct fs_root other;
    struct str text;
    assert_dies_with("kan ikke åpne mappen ingen: finnes ikke", open_missing, kit);
    assert_false(fs_root_try(&kit->arena, STR("ingen"), &other));
    assert_false(fs_root_try(&kit->arena, STR("rot/a.md"), &other));
    assert_true(fs_root_try(&kit->arena, STR("rot/mappe"), &other));
    assert_int_equal(fs_read(&other, STR("b.md"), 100, &kit->arena, &text), FS_OK);
    assert_int_equal(fs_read(&other, STR("../a.md"), 100, &kit->arena, &text), FS_NOT_A_FILE);
    fs_root_close(&other);
    fs_root_close(&other);
}

static void test_roots_below_a_root(void **state)
{
    struct kit *kit = *state;
    static const char *const others[] = {"ingen",      "a.md", "mappelenke",
                                         "utlenke",    "..",   "mappe/..",
                                         "../utenfor", "/etc", "mappelenke/dyp"};
    struct fs_root below;
    struct str text;
    for (size_t i = 0; i < ROWS(others); i++)
        if (fs_root_below(&root, str_of(others[i]), &kit->arena, &below))
            fail_msg("«%s»", others[i]);
    assert_true(fs_root_below(&root, STR("mappe/dyp"), &kit->arena, &below));
    assert_str("for messages", below.path, "rot/mappe/dyp");
    assert_int_equal(fs_read(&below, STR("c.md"), 100, &kit->arena, &text), FS_OK);
    fs_root_close(&below);
}

static void test_is_within(void **state)
{
    (void)state;
    static const struct {
        const char *inner, *outer;
        bool within;
    } cases[] = {
        {"rot", "rot", true},
        {"rot/mappe", "rot", true},
        {"rot", "rot/mappe", false},
        {"rot/", "rot", true},
        {"rot", "rot///", true},
        {"rot/../utenfor", "rot", false},
        {"utenfor/../rot/mappe", "rot", true},
        {"rot/mappelenke/dyp", "rot/mappe", true}, /* links are resolved on either side */
        {"rot/mappe/dyp", "rot/mappelenke", true},
        {"rot/utlenke", "rot", false},
        {"rot/utlenke", "utenfor", true},
        {"rot", ".", true},
        {".", "rot", false},
        {"rot", "/", true},
        {"/", "/", true},
        {"/", "rot", false},
        {"rot/ny", "rot", true}, /* still to be made */
        {"rot/ny/", "rot", true},
        {"ny", ".", true},
        {"ny", "rot", false},
        {"rot", "ny", false},
        {"ny", "ny", true},
        {"ny", "nyere", false}, /* names that begin alike */
        {"nyere", "ny", false},
        {"rot/a-b.md", "rot/a", false},
        {"rot/ny/nyere", "rot", false}, /* where it is to lie is not there either */
        {"", "rot", false},
        {"rot", "", false},
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        if (fs_is_within(str_of(cases[i].inner), str_of(cases[i].outer)) != cases[i].within)
            fail_msg("«%s» in «%s»", cases[i].inner, cases[i].outer);
}

/* As on a kernel from before 5.6. False when this one does not let us pretend. */
static bool forget_openat2(void)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = ROWS(code), .filter = code};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_TREE(test_read_only_ordinary_files_below_the_root),
        IN_TREE(test_read_names_that_are_too_long),
        IN_TREE(test_read_up_to_the_limit),
        IN_TREE(test_compare_sees_every_byte),
        IN_TREE(test_look_follows_no_link),
        IN_TREE(test_what_the_machine_refuses_ends_the_program),
        IN_TREE(test_append_begins_and_goes_on),
        IN_TREE(test_walk_is_sorted_by_the_bytes_of_the_path),
        IN_TREE(test_walk_with_dotted_names),
        IN_TREE(test_walk_begins_at_a_folder),
        IN_TREE(test_walk_all_has_the_folders_too),
        IN_TREE(test_walk_lists_names_that_are_no_text),
        IN_TREE(test_walk_ends_at_a_depth),
        IN_TREE(test_a_forgiving_root_answers),
        IN_TREE(test_roots),
        IN_TREE(test_roots_below_a_root),
        IN_TREE(test_is_within),
    };
    int failed = cmocka_run_group_tests_name("as the kernel is", tests, NULL, NULL);
    if (!forget_openat2() || fs_kernel_guards()) {
        puts("hoppet over: fs uten openat2; kjernen lar oss ikke late som");
        return failed;
    }
    return failed + cmocka_run_group_tests_name("without openat2", tests, NULL, NULL);
}
