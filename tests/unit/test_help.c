#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "commands/help.h"
#include "kit.h"

/* The forms of the help, of a command whose words try to be more than words. */

const struct command commands[] = {{"try", NULL, {"prøv: «$(id)»", "try: it's [all]"}}};
const size_t command_count = 1;

#define HOSTILE "it's \"a\" [b]: $c `d` \\e -f"

static const struct option_row rows[] = {
    {"FOLDER", NULL, OPTION_WORD | OPTION_NAMES_FOLDER, NULL, ".hidden or 'quoted'"},
    {"Op", "one|two", OPTION_MAYBE_WORD, NULL, HOSTILE},
    {"FILE", NULL, OPTION_WORDS | OPTION_NAMES_FILE, NULL, "files"},
    {"-C", "Ar", OPTION_TEXT | OPTION_NAMES_FOLDER, NULL, HOSTILE},
    {"--how", "so|or so", OPTION_TEXT, NULL, "how?"},
    {"--many", "N", OPTION_NUMBER, NULL, "so many (without: one)"},
    {"-h, --help", NULL, OPTION_FLAG, NULL, "this help"},
};

static const char *const usage = "samling try – tries – all there is\n"
                                 "\n"
                                 "Usage: samling try FOLDER\n"
                                 "\n"
                                 "A word, --how. Then (e.g.)\n"
                                 ".Op is \\no macro! And 'this' goes with --many: no more.\n"
                                 "\n"
                                 "  shown   -x \"as it is\"\n"
                                 "    .Ed\n"
                                 "\n"
                                 "After it a/path_with/no-hyphens.\n"
                                 "  shown\n"
                                 "in between.\n"
                                 "\n"
                                 "Like so: samling try a\n"
                                 "         samling try b";

static struct help help_under_test(void)
{
    return (struct help){.usage = usage, .rows = rows, .count = ROWS(rows), .own = ROWS(rows) - 1};
}

static void assert_puts(void (*put)(struct buf *out, const struct help *help), const char *expected)
{
    struct buf out = BUF_INIT;
    struct help help = help_under_test();
    said_set_language(DIAG_EN);
    put(&out, &help);
    assert_str("form", buf_str(&out), expected);
    buf_release(&out);
}

static void test_text(void **state)
{
    (void)state;
    struct buf out = BUF_INIT;
    struct help help = help_under_test();
    said_set_language(DIAG_EN);
    help_put_text(&out, &help);
    struct str text = buf_str(&out);
    assert_true(str_starts(text, str_of(usage)));
    assert_str("options", str_from(text, str_of(usage).len),
               "\n\nOptions:\n"
               "  FOLDER             .hidden or 'quoted'\n"
               "  Op                 " HOSTILE "\n"
               "  FILE               files\n"
               "  -C Ar              " HOSTILE "\n"
               "  --how so|or so     how?\n"
               "  --many N           so many (without: one)\n"
               "  -h, --help         this help\n");
    buf_release(&out);
}

static void test_man(void **state)
{
    (void)state;
    assert_puts(help_put_man,
                ".Ss \\&try\n"
                ".D1 Nm Cm \\&try Oo Ar option ... Oc Ar FOLDER Oo Ar \\&Op Oc Oo Ar FILE ... Oc\n"
                ".Pp\n"
                "Tries – all there is.\n"
                ".Pp\n"
                "A word,\n"
                ".Fl \\-how .\n"
                "Then (e.g.)\n"
                "\\&.Op is \\eno macro!\n"
                "And \\&'this' goes with\n"
                ".Fl \\-many :\n"
                "no more.\n"
                ".Bd -literal -offset indent\n"
                "shown   \\-x \\(dqas it is\\(dq\n"
                "  .Ed\n"
                ".Ed\n"
                ".Pp\n"
                "After it \\%a/path_with/no\\-hyphens.\n"
                ".Bd -literal -offset indent\n"
                "shown\n"
                ".Ed\n"
                "in between.\n"
                ".Pp\n"
                "Like so:\n"
                ".Bd -literal -offset indent\n"
                "samling try a\n"
                "samling try b\n"
                ".Ed\n"
                ".Bl -tag -width Ds\n"
                ".It Ar FOLDER\n"
                "\\&.hidden or \\&'quoted'.\n"
                ".It Ar \\&Op\n"
                "It's \\(dqa\\(dq [b]: $c `d` \\ee\n"
                ".Fl \\&f .\n"
                ".It Ar FILE ...\n"
                "Files.\n"
                ".It Fl \\&C Ar \\&Ar\n"
                "It's \\(dqa\\(dq [b]: $c `d` \\ee\n"
                ".Fl \\&f .\n"
                ".It Fl \\-how Ar \"so|or so\"\n"
                "How?\n"
                ".It Fl \\-many Ar \\&N\n"
                "So many (without: one).\n"
                ".El\n");
}

static void test_bash(void **state)
{
    (void)state;
    assert_puts(help_put_bash, "_samling_try() {\n"
                               "    case $1 in\n"
                               "    -) takes=choices choices='-C --how --many -h --help' ;;\n"
                               "    1) takes=folders ;;\n"
                               "    2) takes=choices choices='one two' ;;\n"
                               "    [0-9]*) takes=files ;;\n"
                               "    -C) takes=folders ;;\n"
                               "    --how) takes=choices choices='so or so' ;;\n"
                               "    --many) takes=nothing ;;\n"
                               "    esac\n"
                               "}\n");
}

static void test_zsh(void **state)
{
    (void)state;
    assert_puts(help_put_zsh,
                "_samling_try() {\n"
                "    _arguments -S : \\\n"
                "        '1:.hidden or '\\''quoted'\\'':_files -/' \\\n"
                "        '2::it'\\''s \"a\" [b]\\: $c `d` \\e -f:(one two)' \\\n"
                "        '*:files:_files' \\\n"
                "        '-C[it'\\''s \"a\" \\[b\\]\\: $c `d` \\\\e -f]:Ar:_files -/' \\\n"
                "        '--how=[how?]:--how:(so or so)' \\\n"
                "        '--many=[so many (without\\: one)]:N: ' \\\n"
                "        '(-h --help)-h[this help]' \\\n"
                "        '(-h --help)--help[this help]'\n"
                "}\n"
                "\n");
}

static void test_fish(void **state)
{
    (void)state;
    assert_puts(help_put_fish,
                "complete -c samling -n '__samling_at try 1 -C --how --many'"
                " -a '(__fish_complete_directories)' -d '.hidden or \\'quoted\\''\n"
                "complete -c samling -n '__samling_at try 2 -C --how --many'"
                " -a 'one two' -d 'it\\'s \"a\" [b]: $c `d` \\\\e -f'\n"
                "complete -c samling -n '__samling_at try' -F -d 'files'\n"
                "complete -c samling -n '__samling_at try' -s C -x"
                " -a '(__fish_complete_directories)' -d 'it\\'s \"a\" [b]: $c `d` \\\\e -f'\n"
                "complete -c samling -n '__samling_at try' -l how -x -a 'so or so' -d 'how?'\n"
                "complete -c samling -n '__samling_at try' -l many -x -d 'so many (without: one)'\n"
                "complete -c samling -n '__samling_at try' -s h -l help -d 'this help'\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text), cmocka_unit_test(test_man),  cmocka_unit_test(test_bash),
        cmocka_unit_test(test_zsh),  cmocka_unit_test(test_fish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
