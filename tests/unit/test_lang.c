#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "commands/lang.h"
#include "kit.h"

/* Which language the program speaks, before it has read anything. */

static void test_site(void **state)
{
    (void)state;
    static const struct {
        const char *site, *tag;
    } rows[] = {
        {"language: nb\n", "nb"},
        {"title: A\nlanguage: en", "en"},
        {"title: A\r\nlanguage: en\r\n", "en"},
        {"language: \"en\"  # engelsk\n", "en"},
        {"language:   'nn'\n", "nn"},
        {"language:en\n", "en"},
        {"language: nb # language: en\n", "nb"},
        {"languages: [nb]\nlanguage: en\n", "en"},
        {"menu:\n  language: en\n", ""},
        {"# language: en\n", ""},
        {"title: \"uten slutt\nlanguage: en\n", "en"},
        {"language: \"\n", "\""},
        {"language:\n", ""},
        {"", ""},
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_str(rows[i].site, lang_written(str_of(rows[i].site)), rows[i].tag);
}

enum { WORDS_MAX = 12 };

/* Splits at the blanks; returns how many words there are. */
static int arguments(struct kit *kit, const char *line, char **argv)
{
    int argc = 0;
    for (struct str rest = str_of(line), word; str_cut(&rest, ' ', &word);)
        argv[argc++] = (char *)str_c(&kit->arena, word);
    argv[argc] = NULL;
    return argc;
}

static void test_moved(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *written, *moved;
    } rows[] = {
        {"samling build --jobs 1", "samling build --jobs 1"},
        {"samling --lang en build x", "samling build --lang en x"},
        {"samling --lang=en build", "samling build --lang=en"},
        {"samling --lang nb --lang=en build x", "samling build --lang nb --lang=en x"},
        {"samling --lang en", "samling"},
        {"samling --lang", "samling"},
        {"samling --language en build", "samling --language en build"},
        {"samling -C x build", "samling -C x build"},
        {"samling", "samling"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        char *argv[WORDS_MAX];
        struct str moved = STR("");
        int argc = lang_move(arguments(kit, rows[i].written, argv), argv);
        for (int k = 0; k < argc; k++)
            moved = STR_JOIN(&kit->arena, moved, k ? STR(" ") : STR(""), str_of(argv[k]));
        assert_str(rows[i].written, moved, rows[i].moved);
    }
}

static void test_order(void **state)
{
    struct kit *kit = *state;
    kit_make_file(kit, "content/site.yaml", "language: nn\n");
    kit_make_file(kit, "english/content/site.yaml", "language: en\n");
    kit_make_file(kit, "swedish/content/site.yaml", "language: sv\n");
    kit_make_file(kit, "region/content/site.yaml", "language: NB-no\n");
    kit_make_file(kit, "without/content/site.yaml", "title: A\n");
    kit_make_file(kit, "file/content", "");
    assert_int_equal(mkdir("folder", 0755), 0);
    assert_int_equal(mkdir("folder/content", 0755), 0);
    assert_int_equal(mkdir("folder/content/site.yaml", 0755), 0);
    assert_int_equal(mkdir("link", 0755), 0);
    assert_int_equal(symlink("../english/content", "link/content"), 0);
    assert_int_equal(mkdir("pipe", 0755), 0);
    assert_int_equal(mkdir("pipe/content", 0755), 0);
    assert_int_equal(mkfifo("pipe/content/site.yaml", 0644), 0);
    static const struct {
        const char *line, *locale;
        enum diag_language language;
    } rows[] = {
        {"samling build", "en_GB.UTF-8", DIAG_NB},
        {"samling build --lang en", "nb_NO.UTF-8", DIAG_EN},
        {"samling build --lang=en", "nb_NO.UTF-8", DIAG_EN},
        {"samling build --lang en --lang nn", "", DIAG_NB},
        {"samling build -- --lang en", "", DIAG_NB},
        {"samling build -C english", "nb_NO.UTF-8", DIAG_EN},
        {"samling build -C swedish", "nb_NO.UTF-8", DIAG_EN},
        {"samling build -C region", "en_GB.UTF-8", DIAG_NB},
        {"samling build -C english --lang nb", "", DIAG_NB},
        {"samling build -C missing", "nb_NO.UTF-8", DIAG_NB},
        {"samling build -C missing", "nn_NO", DIAG_NB},
        {"samling build -C missing", "no", DIAG_NB},
        {"samling build -C missing", "nds_DE", DIAG_EN},
        {"samling build -C missing", "C", DIAG_EN},
        {"samling build -C missing", "", DIAG_EN},
        {"samling build -C without", "nb_NO.UTF-8", DIAG_NB},
        {"samling build -C file", "nb_NO.UTF-8", DIAG_NB},
        {"samling build -C folder", "nb_NO.UTF-8", DIAG_NB},
        {"samling build -C link", "nb_NO.UTF-8", DIAG_NB},
        {"samling build -C pipe", "nb_NO.UTF-8", DIAG_NB},
        {"samling build -C", "en_GB.UTF-8", DIAG_NB},
    };
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    for (size_t i = 0; i < ROWS(rows); i++) {
        char *argv[WORDS_MAX];
        int argc = arguments(kit, rows[i].line, argv);
        setenv("LANG", rows[i].locale, true);
        if (lang_of(argc, argv) != rows[i].language)
            fail_msg("%s, %s", rows[i].line, rows[i].locale);
    }
}

/* Of the locale the first that is set counts. */
static void test_locale(void **state)
{
    (void)state;
    char name[] = "samling", command[] = "help", *argv[] = {name, command, NULL};
    setenv("LANG", "nb_NO", true);
    setenv("LC_MESSAGES", "en_GB", true);
    assert_int_equal(lang_of(2, argv), DIAG_EN);
    setenv("LC_ALL", "nn_NO", true);
    assert_int_equal(lang_of(2, argv), DIAG_NB);
    setenv("LC_ALL", "", true);
    assert_int_equal(lang_of(2, argv), DIAG_EN);
    setenv("LC_MESSAGES", "", true);
    assert_int_equal(lang_of(2, argv), DIAG_NB);
    setenv("LANG", "", true);
    assert_int_equal(lang_of(2, argv), DIAG_EN);
}

static void ask(void *arguments)
{
    char **argv = arguments;
    int argc = 0;
    while (argv[argc])
        argc++;
    lang_of(argc, argv);
}

static void test_refused(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *locale, *line, *message;
    } rows[] = {
        {"en_GB", "samling build --lang sv", "--lang must be nb, nn or en, not “sv”"},
        {"en_GB", "samling build --lang", "--lang lacks its value: --lang nb|nn|en"},
        {"en_GB", "samling --lang= build", "--lang lacks its value: --lang nb|nn|en"},
        {"nb_NO", "samling --lang EN build", "--lang skal være nb, nn eller en, ikke «EN»"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        char *argv[WORDS_MAX];
        arguments(kit, rows[i].line, argv);
        setenv("LC_ALL", rows[i].locale, true);
        assert_dies_with(rows[i].message, ask, argv);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_site), WITH_KIT(test_moved),      WITH_FOLDER(test_order),
        WITH_FOLDER(test_locale),    WITH_FOLDER(test_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
