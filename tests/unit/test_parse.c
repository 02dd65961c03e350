#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/value.h"
#include "kit.h"
#include "parse/frontmatter.h"
#include "parse/gate.h"
#include "parse/markdown.h"

/* ---- the gate: characters ---- */

static void test_lines_are_made_plain(void **state)
{
    struct kit *kit = *state;
    static const struct {
        struct str raw;
        const char *text, *findings;
    } cases[] = {
        {STR_INIT(""), "", ""},
        {STR_INIT("a\nb"), "a\nb", ""},
        {STR_INIT("\xEF\xBB\xBF"), "", ""},
        {STR_INIT("\xEF\xBB\xBF"
                  "a"),
         "a", ""},
        {STR_INIT("\xEF\xBB\xBF\xEF\xBB\xBF"
                  "a"),
         "\xEF\xBB\xBF"
         "a",
         "1:1 hidden-character"},
        {STR_INIT("a\xEF\xBB\xBF"), "a\xEF\xBB\xBF", "1:2 hidden-character"},
        {STR_INIT("\xEF\xBB"), "\xEF\xBB", "1:1 not-utf8"},
        {STR_INIT("a\r\nb\r\n"), "a\nb\n", ""},
        {STR_INIT("\r\n"), "\n", ""},
        {STR_INIT("\xEF\xBB\xBF\r\n\r\na"), "\n\na", ""},
        {STR_INIT("a\r\nb\nc\r\n"), "a\nb\nc\n", ""},
        {STR_INIT("a\rb"), "a\nb", ""},
        {STR_INIT("a\r"), "a\n", ""},
        {STR_INIT("a\r\rb\r"), "a\n\nb\n", ""},
        {STR_INIT("a\r\r\nb\r\r\n"), "a\nb\n", ""},
        {STR_INIT("a\n\rb"), "a\n\nb", ""},
        {STR_INIT("a\rb\r\nc\nd"), "a\nb\nc\nd", ""},
        {STR_INIT("\xFF\xFE"
                  "a\0"
                  "\n\0"),
         "", "1:1 not-utf8"},
        {STR_INIT("\xFE\xFF"
                  "\0a"),
         "", "1:1 not-utf8"},
        {STR_INIT("a\0b\0c\0"), "", "1:1 not-utf8"},
        {STR_INIT("\0a\0b"), "", "1:1 not-utf8"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source source;
        kit_forget(kit);
        bool clean =
            gate_text(&kit->arena, cases[i].raw, STR("content/x.md"), &source, &kit->diags);
        assert_int_equal(clean, *cases[i].findings == '\0');
        assert_str("text", source.text, cases[i].text);
        assert_c(cases[i].text, kit_findings(kit), cases[i].findings);
        assert_str("path", source.path, "content/x.md");
    }
}

static void test_characters_that_pass(void **state)
{
    struct kit *kit = *state;
    struct source source;
    struct str text = STR("\tæøå ÆØÅ «–» … \xC2\xA0 \xC2\xAD € 😀 👩\xE2\x80\x8D💻 č đ ŋ «BLÅ» “BLÅ” "
                          "BLÅ… BLÅ–GRØNN «KAFÉ» ÅÄÂÃ "
                          "\xE2\x80\xAF Ελληνικά עברית العربية 日本\n");
    assert_true(gate_text(&kit->arena, text, STR("x"), &source, &kit->diags));
    assert_ptr_equal(source.text.ptr, text.ptr); /* nothing differs: a view */
    assert_c("none", kit_findings(kit), "");
}

static void test_characters_that_do_not(void **state)
{
    struct kit *kit = *state;
    static const struct {
        struct str text;
        const char *findings, *named;
    } cases[] = {
        {STR_INIT("ab\0c"), "1:3 control-character", "U+0000"},
        {STR_INIT("æ\x1B[2J"), "1:2 control-character", "U+001B"},
        {STR_INIT("a\n\x08"), "2:1 control-character", "U+0008"},
        {STR_INIT("\x7F"), "1:1 control-character", "U+007F"},
        {STR_INIT("\xC2\x85"), "1:1 control-character", "U+0085"},
        {STR_INIT("\xC2\x9B"), "1:1 control-character", "U+009B"},
        {STR_INIT("a\xE2\x80\xAE"
                  "b"),
         "1:2 hidden-character", "U+202E"},
        {STR_INIT("a\xE2\x81\xA6"), "1:2 hidden-character", "U+2066"},
        {STR_INIT("\xE2\x80\x8B"), "1:1 hidden-character", "U+200B"},
        {STR_INIT("\xE2\x80\xA8"), "1:1 hidden-character", "U+2028"},
        {STR_INIT("\xE2\x80\xA9"), "1:1 hidden-character", "U+2029"},
        {STR_INIT("\xF3\xA0\x81\x81"), "1:1 hidden-character", "U+E0041"},
        {STR_INIT("\xEF\xBF\xBE"), "1:1 hidden-character", "U+FFFE"},
        {STR_INIT("\xF4\x8F\xBF\xBF"), "1:1 hidden-character", "U+10FFFF"},
        {STR_INIT("ø\xE5"), "1:2 not-utf8", "E5"},
        {STR_INIT("bl\xE5"
                  "b\xE6r"),
         "1:3 not-utf8", "E5"}, /* the first is enough */
        {STR_INIT("a\n\xED\xA0\x80"), "2:1 not-utf8", "ED"},
        {STR_INIT("a\xC0\x80"), "1:2 not-utf8", "C0"},
        {STR_INIT("\0\xFF"), "1:2 not-utf8", "FF"},
        {STR_INIT("a\xF0\x9F\x98"), "1:2 not-utf8", "F0"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source source;
        kit_forget(kit);
        assert_false(gate_text(&kit->arena, cases[i].text, STR("x"), &source, &kit->diags));
        assert_c(cases[i].named, kit_findings(kit), cases[i].findings);
        assert_str("named", kit->diags.items[0].detail.args[0], cases[i].named);
    }
}

static void test_garbled_text(void **state)
{
    static const struct {
        const char *text, *finding, *meant;
    } cases[] = {
        {"Dette er en prÃ¸ve.", "1:13 garbled-text", "prøve."},
        {"pÃ¥ Ã¦rlig Ã˜y Ã†re Ã…s",
         "1:1 garbled-text, 1:5 garbled-text, 1:12 garbled-text, "
         "1:16 garbled-text, 1:21 garbled-text",
         "på"},
        {"det er hans â€™ord", "1:13 garbled-text", "’ord"},
        {"â€œsitatâ€\xC2\x9D", "1:1 garbled-text", "“sitat”"},
        {"â€œsitatâ€.", "1:1 garbled-text", "“sitat”."},
        {"2020 â€“ 2024", "1:6 garbled-text", "–"},
        {"kr.\xC3\x82\xC2\xA0"
         "5",
         "1:1 garbled-text",
         "kr.\xC2\xA0"
         "5"},
        {"Â«sitatÂ»", "1:1 garbled-text", "«sitat»"},
        {"â‚¬ 5", "1:1 garbled-text", "€"},
        {"DavvisÃ¡megiella", "1:1 garbled-text", "Davvisámegiella"},
        {"Å¡ Å¾ Ä‘", "1:1 garbled-text, 1:4 garbled-text, 1:7 garbled-text", "š"},
        {"prÃƒÂ¸ve", "1:1 garbled-text", "prøve"},
        {"blÃ\xC2\x85", "1:1 garbled-text", "blÅ"},
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source source;
        kit_forget(kit);
        assert_true(gate_text(&kit->arena, str_of(cases[i].text), STR("x"), &source, &kit->diags));
        assert_c(cases[i].text, kit_findings(kit), cases[i].finding);
        assert_str("meant", kit->diags.items[0].detail.suggestion, cases[i].meant);
    }
}

static void test_lost_characters(void **state)
{
    struct kit *kit = *state;
    struct source source;
    struct str text = STR("a \xEF\xBF\xBD b\n\xEF\xBF\xBC");
    assert_true(gate_text(&kit->arena, text, STR("x"), &source, &kit->diags));
    assert_c("lost", kit_findings(kit), "1:3 lost-character, 2:1 lost-character");
}

static void test_many_bad_characters_are_told_in_short(void **state)
{
    struct kit *kit = *state;
    struct source source;
    struct str text = kit_repeat(kit, "\x01\xE2\x80\xAE", 1000);
    assert_false(gate_text(&kit->arena, text, STR("x"), &source, &kit->diags));
    assert_in_range(kit->diags.len, 1, 10);
}

static void test_escapes_are_held_to_the_same(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("abc"));
    static const struct {
        struct str text;
        const char *findings;
    } cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("æ\tb\nc"), ""},
        {STR_INIT("a\0b"), "1:2 control-character"},
        {STR_INIT("a\xE2\x80\xAE"
                  "b\x01"),
         "1:2 hidden-character"}, /* the first is enough */
        {STR_INIT("a\r"), "1:2 control-character"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        kit_forget(kit);
        size_t marks = 0;
        gate_escapes(cases[i].text, source_span(source, 1, 2), &marks, &kit->diags);
        assert_c("escapes", kit_findings(kit), cases[i].findings);
    }
    size_t marks = 3;
    gate_escapes((struct str){0}, NO_SPAN, &marks, &kit->diags);
    assert_int_equal(marks, 3); /* an empty text parts nothing */
}

/* ---- the gate: files ---- */

static void put_file(const char *path, size_t size)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (size_t i = 0; i < size; i++)
        fputc('a', file);
    assert_int_equal(fclose(file), 0);
}

static void test_files_come_through_the_gate(void **state)
{
    struct kit *kit = *state;
    char home[128];
    const char *parent = getenv("TMPDIR");
    snprintf(home, sizeof home, "%s/parse.XXXXXX", parent && *parent ? parent : "/tmp");
    assert_non_null(mkdtemp(home));
    assert_int_equal(chdir(home), 0);
    put_file("most", GATE_FILE_MAX);
    put_file("more", GATE_FILE_MAX + 1);
    assert_int_equal(symlink("most", "link"), 0);
    assert_int_equal(mkfifo("fifo", 0600), 0);
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    static const struct {
        const char *path, *findings;
    } cases[] = {
        {"most", ""},
        {"more", "1:1 file-too-large"},
        {"link", "1:1 not-a-file"},
        {"fifo", "1:1 not-a-file"},
        {".", "1:1 not-a-file"},
        {"none", "1:1 not-a-file"},
        {"../none", "1:1 not-a-file"},
        {"/etc/passwd", "1:1 not-a-file"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source source;
        kit_forget(kit);
        bool read = gate_read(&kit->arena, &root, str_of(cases[i].path), STR("vist.md"), &source,
                              &kit->diags);
        assert_int_equal(read, i == 0);
        assert_c(cases[i].path, kit_findings(kit), cases[i].findings);
        assert_str("always made", source.path, "vist.md");
        assert_int_equal(source.text.len, i == 0 ? GATE_FILE_MAX : 0);
    }
    fs_root_close(&root);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(unlink(cases[i].path), 0);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(rmdir(home), 0);
}

/* ---- the gate: bodies ---- */

static const char *gated(struct kit *kit, struct str text)
{
    struct source *source = kit_source(kit, text);
    kit_forget(kit);
    bool passed = gate_body(source, source_span(source, 0, text.len), &kit->diags);
    assert_int_equal(passed, kit->diags.len == 0);
    return kit_findings(kit);
}

static void test_bodies_have_a_size(void **state)
{
    struct kit *kit = *state;
    struct str text = kit_repeat(kit, "a", GATE_BODY_MAX + 1);
    assert_c("-1", gated(kit, str_slice(text, 0, GATE_BODY_MAX - 1)), "");
    assert_c("0", gated(kit, str_slice(text, 0, GATE_BODY_MAX)), "");
    assert_c("+1", gated(kit, text), "1:1 body-too-large");
    struct source *source = kit_source(kit, text);
    kit_forget(kit);
    assert_true(gate_body(source, source_span(source, 1, text.len), &kit->diags));
}

/* How many of each are let through; twice as many are not. A blank may be half a level. */
static void test_containers_have_a_depth(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *unit;
        size_t count;
    } cases[] = {
        {">", 100},  {"> ", 66},  {">\t", 33},  {"- ", 66},   {"* ", 66},  {"+ ", 66},
        {"-\t", 33}, {"1. ", 66}, {"1.\t", 33}, {"12) ", 66}, {"  ", 100}, {"\t", 50},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str most = kit_repeat(kit, cases[i].unit, cases[i].count);
        assert_c(cases[i].unit, gated(kit, STR_JOIN(&kit->arena, most, STR("a\n"))), "");
        assert_c(cases[i].unit, gated(kit, STR_JOIN(&kit->arena, most, most, STR("a\n"))),
                 "1:1 body-too-deep");
    }
    struct str quotes = kit_repeat(kit, ">", GATE_CONTAINERS_MAX + 1);
    assert_c("-1", gated(kit, str_from(quotes, 2)), "");
    assert_c("0", gated(kit, str_from(quotes, 1)), "");
    assert_c("+1", gated(kit, quotes), "1:1 body-too-deep");
    assert_c("place", gated(kit, STR_JOIN(&kit->arena, STR("æ\n\n"), quotes, STR("\n"))),
             "3:1 body-too-deep");
}

/* What only looks like containers: no limit is any of an ordinary writer's business. */
static void test_other_lines_are_no_containers(void **state)
{
    struct kit *kit = *state;
    static const char *const units[] = {"-",   "*",    "+",    "1", "1.5 ",
                                        "a> ", "a - ", "2024", "=", "#"};
    for (size_t i = 0; i < ROWS(units); i++)
        assert_c(units[i], gated(kit, kit_repeat(kit, units[i], 1000)), "");
    assert_c("quotes below each other", gated(kit, kit_repeat(kit, "> a\n", 10000)), "");
    assert_c("points below each other", gated(kit, kit_repeat(kit, "- a\n", 10000)), "");
    assert_c("empty lines", gated(kit, kit_repeat(kit, "\n", 10000)), "");
    assert_c("blank lines", gated(kit, kit_repeat(kit, " \t", 10000)), "");
    assert_c("points without text", gated(kit, kit_repeat(kit, "- \n  ", 10000)), "");
}

static void test_brackets_are_counted_by_paragraph(void **state)
{
    struct kit *kit = *state;
    struct str most = kit_repeat(kit, "[", GATE_BRACKETS_MAX);
    struct str lines = kit_repeat(kit, "[\n", GATE_BRACKETS_MAX + 1);
    assert_c("0", gated(kit, most), "");
    assert_c("+1", gated(kit, STR_JOIN(&kit->arena, most, STR("["))), "1:1 body-too-many-brackets");
    assert_c("lines, 0", gated(kit, str_from(lines, 2)), "");
    assert_c("lines, +1", gated(kit, lines), "2001:1 body-too-many-brackets");
    assert_c("a blank line ends it", gated(kit, STR_JOIN(&kit->arena, most, STR("\n\n"), most)),
             "");
    assert_c("of blanks, too", gated(kit, STR_JOIN(&kit->arena, most, STR("\n \t\n"), most)), "");
    assert_c("other lines do not", gated(kit, STR_JOIN(&kit->arena, most, STR("\na\n"), most)),
             "3:1 body-too-many-brackets");
    assert_c("other brackets", gated(kit, kit_repeat(kit, "]()", 10000)), "");
}

/*
 * Bodies and fields with which libcmark 0.30.2 and libyaml 0.2.5 would take
 * minutes. The parsers must not see them.
 */
static void test_hostile_bodies_are_refused(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *unit;
        size_t count;
        const char *after, *findings;
    } cases[] = {
        {"- ", 40000, "", "1:1 body-too-deep"}, /* GHSA-66g8-4hjf-77xh */
        {"- ", 40000, "a\n\n\n\n", "1:1 body-too-deep"},
        {"* ", 40000, "a", "1:1 body-too-deep"},
        {"+ ", 40000, "a", "1:1 body-too-deep"},
        {"1. ", 40000, "a", "1:1 body-too-deep"},
        {"1) ", 40000, "a", "1:1 body-too-deep"},
        {">", 100000, "", "1:1 body-too-deep"}, /* CVE-2023-24824 */
        {">", 50000, "a*", "1:1 body-too-deep"},
        {"> ", 100000, "a", "1:1 body-too-deep"},
        {"> - ", 50000, "a", "1:1 body-too-deep"},
        {"- > 1. ", 30000, "a", "1:1 body-too-deep"},
        {" -", 40000, " a", "1:1 body-too-deep"},
        {"-\t", 40000, "a", "1:1 body-too-deep"},
        {"![[]()", 40000, "", "1:1 body-too-many-brackets"}, /* CVE-2023-22486 */
        {"[", 200000, "", "1:1 body-too-many-brackets"},
        {"![", 100000, "", "1:1 body-too-many-brackets"},
        {"[a](b", 40000, "", "1:1 body-too-many-brackets"},
        {"[a](<b", 40000, "", "1:1 body-too-many-brackets"},
        {"[a][", 40000, "", "1:1 body-too-many-brackets"},
        {"[]", 40000, "", "1:1 body-too-many-brackets"},
        {"[a]:b\n", 40000, "", "2001:1 body-too-many-brackets"},
        {"*[a](b)* ", 25000, "", "1:1 body-too-many-brackets"},
        {"a", 300000, "", "1:1 body-too-large"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str text = STR_JOIN(&kit->arena, kit_repeat(kit, cases[i].unit, cases[i].count),
                                   str_of(cases[i].after));
        assert_c(cases[i].unit, gated(kit, text), cases[i].findings);
    }
    struct buf steps = BUF_INIT; /* a staircase of lists: the depth is in the indentation */
    for (int i = 0; i < 400; i++)
        buf_format(&steps, "%*s- a\n", i * 2, "");
    assert_c("staircase", gated(kit, buf_str(&steps)), "101:1 body-too-deep");
    buf_release(&steps);
}

/* ---- what the gate lets through although there is much of it ---- */

static void parse(struct kit *kit, struct str text, struct markdown *markdown)
{
    struct source *source = kit_source(kit, text);
    struct span body = source_span(source, 0, text.len);
    kit_forget(kit);
    assert_true(gate_body(source, body, &kit->diags));
    markdown_parse(&kit->arena, &kit->arena, source, body, markdown, NULL, &kit->diags);
}

static void test_many_equal_headings_get_ids_of_their_own(void **state)
{
    struct kit *kit = *state;
    enum { MANY = 40000 };
    struct markdown markdown;
    struct map seen;
    map_init(&seen, &kit->arena);
    parse(kit, kit_repeat(kit, "## a\n", MANY), &markdown);
    assert_int_equal(markdown.headings.len, MANY);
    for (size_t i = 0; i < MANY; i++) {
        struct heading *heading = &markdown.headings.items[i];
        assert_ptr_equal(map_add(&seen, heading->id, heading), heading);
        assert_true(markdown_has_anchor(&markdown, heading->id));
    }
    assert_str("the last", markdown.headings.items[MANY - 1].id, "a-40000");
    assert_false(markdown_has_anchor(&markdown, STR("a-40001")));
    assert_c("none", kit_findings(kit), "");
}

static void fill_short(struct buf *out, const struct body_link *link, enum hole_kind kind,
                       const void *context)
{
    (void)link, (void)kind;
    ++*(size_t *)(uintptr_t)context;
    buf_lit(out, "X");
}

static void test_many_links_fill_as_many_holes(void **state)
{
    struct kit *kit = *state;
    enum { MANY = 20000 };
    struct markdown markdown;
    struct buf out = BUF_INIT;
    size_t filled = 0;
    parse(kit, kit_repeat(kit, "[a](b.md)\n\n", MANY), &markdown);
    assert_int_equal(markdown.links.len, MANY);
    assert_int_equal(markdown.holes.len, MANY);
    markdown_put(&out, &markdown, fill_short, &filled);
    assert_int_equal(filled, MANY);
    static const struct str line = STR_INIT("<p><a href=\"X\">a</a></p>\n");
    assert_int_equal(out.len, MANY * line.len);
    for (size_t i = 0; i < MANY; i++)
        assert_memory_equal(out.ptr + i * line.len, line.ptr, line.len);
    buf_release(&out);
}

static void test_many_findings_on_one_line(void **state)
{
    struct kit *kit = *state;
    struct markdown markdown;
    parse(kit, kit_repeat(kit, "<b>", 80000), &markdown);
    assert_int_equal(diag_total(&kit->diags), 80000);
    diag_sort(&kit->diags);
    assert_int_equal(kit->diags.len, DIAG_KEPT_MAX);
    for (size_t i = 0; i < DIAG_KEPT_MAX; i++) {
        struct place place =
            source_place(kit->diags.items[i].span.source, kit->diags.items[i].span.start);
        assert_int_equal(place.column, i * 3 + 1);
    }
}

static void test_images_inside_images(void **state)
{
    struct kit *kit = *state;
    enum { DEEP = GATE_BRACKETS_MAX };
    struct markdown markdown;
    struct str text = STR_JOIN(&kit->arena, kit_repeat(kit, "![", DEEP), STR("a"),
                               kit_repeat(kit, "](b.png)", DEEP));
    parse(kit, text, &markdown);
    assert_int_equal(markdown.links.len, DEEP);
    assert_int_equal(markdown.holes.len,
                     2); /* of the outer one; the inner ones are only its text */
    assert_c("all have text", kit_findings(kit), "");
    text = STR_JOIN(&kit->arena, kit_repeat(kit, "![", DEEP), kit_repeat(kit, "](b.png)", DEEP));
    parse(kit, text, &markdown);
    assert_int_equal(diag_total(&kit->diags), DEEP);
}

/* The rest of what makes Markdown parsers slow; cmark is quick with these, and so are we. */
static void test_other_hostile_bodies_are_read(void **state)
{
    struct kit *kit = *state;
    static const char *const units[] = {
        "*a **a ",  "_a __a ", "*_",      "a**b",    "a***b_c", "`a",     "`",
        "\\",       "&",       "&#x1",    "<",       "<!--",    "<?",     "<!A ",
        "<a b=\"",  "]",       "</a>",    "#",       "\n",      "a\n-\n", "```\n",
        "~~~ a\n",  "    a\n", "| - |\n", "<b>\n\n", "a  \n",   "a\\\n",  "<a@b.c>",
        "<http:a>", "\t",      "%",       "*** ",    "æ",
    };
    for (size_t i = 0; i < ROWS(units); i++) {
        struct markdown markdown;
        size_t count = GATE_BODY_MAX / strlen(units[i]);
        parse(kit, kit_repeat(kit, units[i], count), &markdown);
    }
    struct str definition =
        STR_JOIN(&kit->arena, STR("[x]: https://a.no/"), kit_repeat(kit, "a", 100000), STR("\n\n"),
                 kit_repeat(kit, "[x]\n\n", 30000));
    struct markdown markdown;
    parse(kit, definition, &markdown); /* each use is a copy of the address */
    assert_in_range(markdown.html.len, 30000, 4 * GATE_BODY_MAX);
}

/* ---- front matter ---- */

static void test_fences(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *body, *findings; /* body NULL: there is no front matter */
    } cases[] = {
        {"---\na: b\n---\nbrødtekst\n", "brødtekst\n", ""},
        {"---\na: b\n---\n", "", ""},
        {"---\na: b\n---", "", ""},
        {"---\n---\n", "", ""},
        {"---\n---", "", ""},
        {"--- \t\na: b\n---  \nc", "c", ""},
        {"---\na: b\n---\n---\nc", "---\nc", ""},
        {"---\n\n# a\n\n---\n\nb", "\nb", ""},
        {"---\na: |\n  ---\n---\nb", "b", ""},
        {"---\na: b\n ---\n---\nc", "c", ""},
        {"", NULL, "1:1 front-matter-missing"},
        {"\n", NULL, "1:1 front-matter-missing"},
        {"a", NULL, "1:1 front-matter-missing"},
        {"\n---\na: b\n---\n", "", "1:1 front-matter-late"},
        {" \n\n---\na: b\n", "", "1:1 front-matter-late, 4:1 front-matter-open"},
        {" ---\na: b\n---\n", NULL, "1:1 front-matter-missing"},
        {"--\na: b\n--\n", "", "1:1 front-matter-fence, 3:1 front-matter-fence"},
        {"----\na: b\n----\n", "", "1:1 front-matter-fence, 3:1 front-matter-fence"},
        {"+++\na = 1\n+++\n", NULL, "1:1 front-matter-other"},
        {"{\n}\n", NULL, "1:1 front-matter-other"},
        {";;;\n{}\n;;;\n", NULL, "1:1 front-matter-other"},
        {"---js\nalert(1)\n---\n", NULL, "1:1 front-matter-missing"},
        {"---yaml\na: b\n---\n", NULL, "1:1 front-matter-missing"},
        {"--- # a\nb: c\n---\n", NULL, "1:1 front-matter-missing"},
        {"–––\na: b\n–––\n", "", "1:1 front-matter-fence, 3:1 front-matter-fence"},
        {"---", NULL, "1:1 front-matter-open"},
        {"---\n", NULL, "1:1 front-matter-open"},
        {"---\na: b\n", "", "2:1 front-matter-open"},
        {"---\na: b\n...\n", "...\n", "2:1 front-matter-open"},
        {"---\na: b\n ---\n", "", "3:1 front-matter-fence"},
        {"---\na: b\n  ---\n\n## c\n\nd\n---\n", "\n## c\n\nd\n---\n", "3:1 front-matter-fence"},
        {"---\na: |\n  b\n  ---\n  c\n---\nd", "d", ""},
        {"---\na: |\n  b\n  ---\n\nc: d\n---\ne", "e", ""},
        {"---\na: |\n  b\n  ---\n---\nd", "d", ""},
        {"---\na: b\n--- c\n", "--- c\n", "2:1 front-matter-open"},
        {"---\na: b\n----\n", "", "3:1 front-matter-fence"},
        {"---\na: b\n—\nc\n---\n", "c\n---\n", "3:1 front-matter-fence"},
        {"---\na: b\n\n## c\n\nd e\n\n---\n\nf\n", "\n## c\n\nd e\n\n---\n\nf\n",
         "2:1 front-matter-open"},
        {"---\na: b\n\nc d\n\n-----\n", "\nc d\n\n-----\n", "2:1 front-matter-open"},
        {"---\na: b\n\n- c\n- d\n\n---\n", "\n- c\n- d\n\n---\n", "2:1 front-matter-open"},
        {"---\na: b\n\nc d\n\n***\n", "\nc d\n\n***\n", "2:1 front-matter-open"},
        {"---\na: \"b\n\nc d\"\n---\ne", "e", ""},
        {"---\na: b\nc d\n\n---\n", "", "3:1 yaml-syntax"},
        {"---\na: b\n------\nc: d\n---\ne", "e", "3:1 front-matter-split"},
        {"---\na: b\n---\u00A0\nc: d\n\ne: f\n---\ng", "g", "3:1 front-matter-split"},
        {"---\na: b\n—-\nc:\n  - d\n---\ne", "e", "3:1 front-matter-split"},
        {"---\na: b\n---\nc: d\ne: f\n---\ng", "g", "3:1 front-matter-split"},
        {"---\na: b\n\n---\n\nc: d\ne: f\n---\ng", "g", "4:1 front-matter-split"},
        {"---\na: b\n---\n\n\nc:\n  - d\ne: f\n---\n\ng", "\ng", "3:1 front-matter-split"},
        {"---\na: b\n---\n\nc: d\n---\ne", "\nc: d\n---\ne", ""},
        {"---\na: b\n---\n\nc: d\ne: f\n\n---\ng", "\nc: d\ne: f\n\n---\ng", ""},
        {"---\na: b\n---\u00A0\nc\n", "c\n", "3:1 front-matter-fence"},
        {"---\na: b\n---\n\nc: d\n\n---\ne", "\nc: d\n\n---\ne", ""},
        {"---\na: b\n---\n\n---\nc: d\n---\ne", "\n---\nc: d\n---\ne", "5:1 front-matter-second"},
        {"---\na: b\n---\n---\nc: d\n---\n", "---\nc: d\n---\n", "4:1 front-matter-second"},
        {"---\na: b\n---\n\n---\nc d\n---\n", "\n---\nc d\n---\n", ""},
        {"---\na:\n-\n---\n", "", ""},
        {"--\na: b\n", NULL, "1:1 front-matter-missing"},
        {"---\na: b\na: c\n---\n", "", "3:1 yaml-duplicate-key"},
        {"---\na: b\n...\n---\nc", "c", ""},
        {"---\na\n---\nb", "b", "2:1 yaml-not-fields"},
        {"---\na: 'b\n---\nc'", "c'", "2:4 yaml-syntax"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source *source = kit_source(kit, str_of(cases[i].text));
        struct frontmatter frontmatter;
        kit_forget(kit);
        bool found = frontmatter_parse(&kit->arena, source, &frontmatter, &kit->diags);
        assert_c(cases[i].text, kit_findings(kit), cases[i].findings);
        assert_int_equal(found, cases[i].body != NULL);
        if (found)
            assert_str(cases[i].text, kit_spanned(frontmatter.body), cases[i].body);
    }
}

static void test_fields_between_the_fences(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("---\ntitle: Æ\nyears: [2024]\n---\nb: c\n"));
    struct frontmatter frontmatter;
    assert_true(frontmatter_parse(&kit->arena, source, &frontmatter, &kit->diags));
    assert_int_equal(frontmatter.fields->map.len, 2);
    assert_str("title", value_get_str(frontmatter.fields, STR("title")), "Æ");
    assert_str("span", kit_spanned(value_get(frontmatter.fields, STR("years"))->span), "[2024]");
    source = kit_source(kit, STR("---\n---\na: b\n"));
    assert_true(frontmatter_parse(&kit->arena, source, &frontmatter, &kit->diags));
    assert_int_equal(frontmatter.fields->map.len, 0);
}

/* Fields that are too large, or no fields: the body can still be checked. */
static void test_front_matter_has_a_size(void **state)
{
    struct kit *kit = *state;
    for (size_t size = GATE_FRONT_MATTER_MAX - 1; size <= GATE_FRONT_MATTER_MAX + 1; size++) {
        struct str text =
            STR_JOIN(&kit->arena, STR("---\na: "), kit_repeat(kit, "b", size - 4), STR("\n---\nc"));
        struct frontmatter frontmatter;
        struct source *source = kit_source(kit, text);
        bool large = size > GATE_FRONT_MATTER_MAX;
        assert_true(frontmatter_parse(&kit->arena, source, &frontmatter, &kit->diags));
        assert_c("size", kit_findings(kit), large ? "2:1 front-matter-too-large" : "");
        assert_int_equal(frontmatter.fields == NULL, large);
        assert_str("body", kit_spanned(frontmatter.body), "c");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_lines_are_made_plain),
        WITH_KIT(test_characters_that_pass),
        WITH_KIT(test_characters_that_do_not),
        WITH_KIT(test_garbled_text),
        WITH_KIT(test_lost_characters),
        WITH_KIT(test_many_bad_characters_are_told_in_short),
        WITH_KIT(test_escapes_are_held_to_the_same),
        WITH_KIT(test_files_come_through_the_gate),
        WITH_KIT(test_bodies_have_a_size),
        WITH_KIT(test_containers_have_a_depth),
        WITH_KIT(test_other_lines_are_no_containers),
        WITH_KIT(test_brackets_are_counted_by_paragraph),
        WITH_KIT(test_hostile_bodies_are_refused),
        WITH_KIT(test_many_equal_headings_get_ids_of_their_own),
        WITH_KIT(test_many_links_fill_as_many_holes),
        WITH_KIT(test_many_findings_on_one_line),
        WITH_KIT(test_images_inside_images),
        WITH_KIT(test_other_hostile_bodies_are_read),
        WITH_KIT(test_fences),
        WITH_KIT(test_fields_between_the_fences),
        WITH_KIT(test_front_matter_has_a_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
