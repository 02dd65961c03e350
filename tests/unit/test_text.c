#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "base/slug.h"
#include "base/turtle.h"
#include "base/utf8.h"
#include "kit.h"

/* ---- utf8 ---- */

/* The edges of Unicode's table 3-7: what is well formed, and how far. */
static void test_utf8_validity(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t valid;
    } cases[] = {
        {"", 0},
        {"abc", 3},
        {"\x7F", 1},
        {"\x80", 0},
        {"\xBF", 0},
        {"\xC0\x80", 0},
        {"\xC1\xBF", 0},
        {"\xC2\x80", 2},
        {"\xC2\x7F", 0},
        {"\xC2\xC0", 0},
        {"\xDF\xBF", 2},
        {"\xE0\x9F\xBF", 0},
        {"\xE0\xA0\x80", 3},
        {"\xED\x9F\xBF", 3},
        {"\xED\xA0\x80", 0}, /* a surrogate */
        {"\xEE\x80\x80", 3},
        {"\xEF\xBF\xBF", 3},
        {"\xE2\x82", 0},
        {"\xE2", 0},
        {"\xE2\x82\x28", 0},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xF0\x90\x80\x80", 4},
        {"\xF4\x8F\xBF\xBF", 4},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"\xF0\x90\x80", 0},
        {"\xF0\x90", 0},
        {"\xF0", 0},
        {"\xF8\x88\x80\x80\x80", 0},
        {"\xFE", 0},
        {"\xFF", 0},
        {"ab\xC3\xA6\xC3", 4},
        {"bl\xE5"
         "b\xE6r",
         2}, /* Latin-1 */
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_int_equal(utf8_valid_until(str_of(cases[i].text)), cases[i].valid);
    assert_int_equal(utf8_valid_until(STR("a\0b")), 3);
}

static void test_utf8_reads_what_it_writes(void **state)
{
    (void)state;
    struct buf buf = BUF_INIT;
    size_t count = 0;
    for (uint32_t rune = 0; rune <= 0x10FFFF; rune += rune == 0xD7FF ? 0x801 : 1) {
        buf_rune(&buf, rune);
        count++;
    }
    assert_int_equal(utf8_valid_until(buf_str(&buf)), buf.len);
    assert_int_equal(utf8_count(buf_str(&buf)), count);
    struct str rest = buf_str(&buf);
    for (uint32_t rune = 0; rune <= 0x10FFFF; rune += rune == 0xD7FF ? 0x801 : 1)
        if (utf8_next(&rest) != rune)
            fail_msg("U+%04X", rune);
    assert_int_equal(rest.len, 0);
    buf_release(&buf);
}

static void test_utf8_skip_and_plain(void **state)
{
    (void)state;
    struct str text = STR("aæ€😀b");
    static const size_t offsets[] = {0, 1, 3, 6, 10, 11, 11};
    for (size_t i = 0; i < ROWS(offsets); i++)
        assert_int_equal(utf8_skip(text, i), offsets[i]);
    assert_int_equal(utf8_skip(text, SIZE_MAX), 11);
    assert_int_equal(utf8_skip(STR("a\xF0"), 2), 2); /* never past the end */
    assert_int_equal(utf8_skip(STR("\x80\x80"), 9), 2);
    assert_int_equal(utf8_plain_until(STR("a ~\t\nb")), 6);
    assert_int_equal(utf8_plain_until(STR("a\x7F")), 1);
    assert_int_equal(utf8_plain_until(STR("ab\rc")), 2);
    assert_int_equal(utf8_plain_until(STR("abæ")), 2);
    assert_int_equal(utf8_plain_until(STR("\0")), 0);
    assert_int_equal(utf8_plain_until((struct str){0}), 0);
}

static void test_utf8_controls_and_hidden(void **state)
{
    (void)state;
    static const uint32_t controls[] = {0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0D,
                                        0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F};
    static const uint32_t hidden[] = {
        0x061C, 0x180E, 0x200B, 0x200E, 0x200F,  0x202A,   0x202B,  0x202C,  0x202D,  0x202E,
        0x2060, 0x2064, 0x2066, 0x2067, 0x2068,  0x2069,   0x206F,  0xFEFF,  0xFFF9,  0xFFFB,
        0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE0000, 0xE0001, 0xE0041, 0xE007F,
    };
    static const uint32_t letters[] = {
        '\t',   '\n',   ' ',    '~',    0xA0,   0xAD,   0xE6,   0x200C, 0x200D,  0x2010,  0x2026,
        0x2028, 0x202F, 0x205F, 0x2070, 0xFB01, 0xFDF0, 0xFEFE, 0xFFFD, 0x1F600, 0xE0100,
    };
    for (size_t i = 0; i < ROWS(controls); i++)
        if (!utf8_is_control(controls[i]) || utf8_is_hidden(controls[i]))
            fail_msg("U+%04X is a control", controls[i]);
    for (size_t i = 0; i < ROWS(hidden); i++)
        if (!utf8_is_hidden(hidden[i]) || utf8_is_control(hidden[i]))
            fail_msg("U+%04X is hidden", hidden[i]);
    for (size_t i = 0; i < ROWS(letters); i++)
        if (utf8_is_hidden(letters[i]) || utf8_is_control(letters[i]))
            fail_msg("U+%04X passes", letters[i]);
}

/* ---- norwegian ---- */

static void test_fold(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"", ""},
        {"Tillit 2.0", "tillit 2.0"},
        {"ÆØÅ æøå", "aeoa aeoa"},
        {"Äpple Ö", "aepple o"},
        {"Én idé, à la carte", "en ide, a la carte"},
        {"A\xCC\x8A"
         "pen",
         "apen"},             /* å decomposed */
        {"O\xCC\x88l", "ol"}, /* ö decomposed */
        {"ǼǾǻ", "aeoa"},
        {"Kárášjohka Čáhcesuolu", "karasjohka cahcesuolu"},
        {"Đ Ŋ Ŧ Ł ß œ ð þ", "d ng t l ss oe d th"},
        {"ﬁn ﬂ", "fin fl"},
        {"½ m²", "1\xE2\x81\x84"
                 "2 m2"},
        {"Merke™ №5", "merketm no5"},
        {"ＦＵＬＬ", "full"},
        {"«sitat» – strek…", "«sitat» – strek..."},
        {"ΣΊΓΜΑ", "σιγμα"},
        {"til\xC2\xADlit a\xE2\x80\x8D", "tillit a"}, /* a soft hyphen, a joiner */
        {"å\xCC\x81 «Ø» xe\xCC\x81 E\xCC\x88", "a «o» xe e"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf folded = BUF_INIT;
        norwegian_fold(&folded, str_of(cases[i].text));
        assert_str(cases[i].text, buf_str(&folded), cases[i].folded);
        buf_release(&folded);
    }
}

/* However many marks there are, they go, and the letters on both sides stay. */
static void test_marks_without_end(void **state)
{
    (void)state;
    struct buf text = BUF_INIT, folded = BUF_INIT;
    for (size_t count = 0; count < 5 * NORWEGIAN_MARKS_MAX; count++) {
        buf_clear(&text);
        buf_clear(&folded);
        buf_lit(&text, "xA");
        for (size_t i = 0; i < count; i++)
            buf_rune(&text, i % 3 == 0 ? 0x301 : i % 3 == 1 ? 0x323 : 0xAD);
        buf_lit(&text, "Ye\u0301");
        norwegian_fold(&folded, buf_str(&text));
        assert_str("folded", buf_str(&folded), "xaye");
    }
    buf_release(&text);
    buf_release(&folded);
}

static void test_what_is_a_mark(void **state)
{
    static const struct {
        uint32_t rune;
        bool mark;
    } rows[] = {
        {'a', false},   {0xE5, false},   {0x300, true},    {0x345, true},
        {0x34F, true},  {0x20DD, true},  {0x903, true},    {0xF73, true},
        {0xFE0F, true}, {0x200D, true},  {0xAD, true},     {0x2014, false},
        {0x3099, true}, {0x1D165, true}, {0x1F600, false}, {0xAC00, false},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++)
        if (norwegian_is_mark(rows[i].rune) != rows[i].mark)
            fail_msg("U+%04X", rows[i].rune);
}

static void test_slug(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *slug;
    } cases[] = {
        {"", ""},
        {"!!! ???", ""},
        {"日本", ""},
        {"Én dør inn", "en-dor-inn"},
        {"Økonomi", "okonomi"},
        {"Ærlig Ålesund", "aerlig-alesund"},
        {"  --Problem & mål--  ", "problem-mal"},
        {"a/b\\c_d.e", "a-b-c-d-e"},
        {"Tid (2024–2026)", "tid-2024-2026"},
        {"C++ & C#", "c-c"},
        {"50 % færre krav", "50-faerre-krav"},
        {"Merke™", "merketm"},
        {"A\xCC\x8A"
         "pen",
         "apen"},
        {"a\xC2\xADvis", "avis"}, /* a soft hyphen is none */
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str slug = slug_make(&kit->arena, str_of(cases[i].text));
        assert_str(cases[i].text, slug, cases[i].slug);
        assert_int_equal(slug_is(slug), slug.len > 0);
    }
}

/* At most 64 bytes, cut between words where there is a place to cut. */
static void test_slug_is_cut_at_a_hyphen(void **state)
{
    struct kit *kit = *state;
    struct str a63 = kit_repeat(kit, "a", 63), a64 = kit_repeat(kit, "a", 64);
    struct str a70 = kit_repeat(kit, "a", 70), words = kit_repeat(kit, "fire ", 30);
    assert_str("64 is not cut", slug_make(&kit->arena, a64), a64.ptr);
    assert_str("one long word", slug_make(&kit->arena, a70), a64.ptr);
    struct str two = STR_JOIN(&kit->arena, a63, STR(" bc"));
    assert_str("the last word does not fit", slug_make(&kit->arena, two), a63.ptr);
    two = STR_JOIN(&kit->arena, a64, STR(" b"));
    assert_str("the hyphen is byte 65", slug_make(&kit->arena, two), a64.ptr);
    assert_str("words", slug_make(&kit->arena, words),
               "fire-fire-fire-fire-fire-fire-fire-fire-fire-fire-fire-fire-fire");
}

static void test_is_slug(void **state)
{
    struct kit *kit = *state;
    static const char *const slugs[] = {"a", "0", "a-b", "2024-04", "en-dor-inn"};
    static const char *const others[] = {"",    "-",   "-a",  "a-", "A",   "æ",        "a b",
                                         "a_b", "a.b", "a/b", "..", "a\n", "a\xCC\x8A"};
    for (size_t i = 0; i < ROWS(slugs); i++)
        assert_true(slug_is(str_of(slugs[i])));
    for (size_t i = 0; i < ROWS(others); i++)
        assert_false(slug_is(str_of(others[i])));
    assert_false(slug_is(STR("a\0")));
    assert_false(slug_is((struct str){0}));
    assert_true(slug_is(kit_repeat(kit, "a", SLUG_MAX)));
    assert_false(slug_is(kit_repeat(kit, "a", SLUG_MAX + 1)));
}

static void assert_rising(struct kit *kit, const char *const *texts, size_t count,
                          enum norwegian_order order)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            struct str a = norwegian_key(&kit->arena, str_of(texts[i]), order);
            struct str b = norwegian_key(&kit->arena, str_of(texts[j]), order);
            int cmp = str_cmp(a, b);
            if ((cmp > 0) - (cmp < 0) != (i > j) - (i < j))
                fail_msg("«%s» and «%s»", texts[i], texts[j]);
        }
}

static void test_order_of_words(void **state)
{
    static const char *const rising[] = {
        "",       "- strek", "2 på", "3 til", "a",   "a b",    "A-laget",  "aa",       "ab",
        "Arbeid", "Éa",      "eb",   "ide",   "idé", "Tillit", "tillit b", "tillitan", "z",
        "Zz",     "ærlig",   "Ätt",  "ø",     "øl",  "å",      "åpen",     "åpenhet",
    };
    assert_rising(*state, rising, ROWS(rising), NORWEGIAN_WORDS);
}

/* Capitals first, and only when nothing else tells them apart. */
static void test_order_by_case_last(void **state)
{
    static const char *const rising[] = {"Tillit", "tillit", "TILLIT b", "tillit c"};
    assert_rising(*state, rising, ROWS(rising), NORWEGIAN_WORDS);
}

static void test_order_of_names(void **state)
{
    static const char *const rising[] = {"Abel",  "Ada", "Zimmer", "Ærø",  "Østby",
                                         "Aabel", "Ås",  "Åse",    "Aasen"};
    assert_rising(*state, rising, ROWS(rising), NORWEGIAN_NAMES);
}

/* Composed and decomposed letters stand together; only the last bytes decide. */
static void test_order_ignores_how_letters_are_written(void **state)
{
    static const char *const rising[] = {"A\xCC\x8A"
                                         "l",
                                         "Ål", "Ål b"};
    assert_rising(*state, rising, ROWS(rising), NORWEGIAN_WORDS);
    struct kit *kit = *state;
    struct str key = norwegian_key(&kit->arena, (struct str){0}, NORWEGIAN_WORDS);
    assert_true(str_eq(key, norwegian_key(&kit->arena, STR(""), NORWEGIAN_WORDS)));
}

/* ---- escape ---- */

typedef void escaper(struct buf *out, struct str text);

static void assert_escapes(escaper *escape, struct str text, const char *expected)
{
    struct buf out = BUF_INIT;
    buf_lit(&out, "<");
    escape(&out, text);
    assert_str("escaped", str_from(buf_str(&out), 1), expected);
    buf_release(&out);
}

#define FOR_EACH_ESCAPER(escape, cases) \
    for (size_t i = 0; i < ROWS(cases); i++) \
    assert_escapes(escape, (cases)[i].text, (cases)[i].out)

struct escape_case {
    struct str text;
    const char *out;
};

static void test_escape_html(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("blåbær"), "blåbær"},
        {STR_INIT("&<>\"'"), "&amp;&lt;&gt;&quot;&#39;"},
        {STR_INIT("a<b>c"), "a&lt;b&gt;c"},
        {STR_INIT("&amp;"), "&amp;amp;"},
        {STR_INIT("</script><!--"), "&lt;/script&gt;&lt;!--"},
        {STR_INIT("`={}/"), "`={}/"},
    };
    FOR_EACH_ESCAPER(escape_html, cases);
}

static void test_escape_xml(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("&<>\"'"), "&amp;&lt;&gt;&quot;&#39;"},
        {STR_INIT("a\tb\nc\rd"), "a\tb\nc\rd"},
        {STR_INIT("a\0b"), "a\xEF\xBF\xBD"
                           "b"},
        {STR_INIT("\x01\x08\x0B\x1F"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {STR_INIT("\xEF\xBF\xBE\xEF\xBF\xBF"), "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {STR_INIT("]]>"), "]]&gt;"},
        {STR_INIT("æ€😀"), "æ€😀"},
        {STR_INIT("\x7F\xC2\x85"), "\x7F\xC2\x85"}, /* discouraged, but characters */
    };
    FOR_EACH_ESCAPER(escape_xml, cases);
}

static void test_escape_url(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("Az09-._~"), "Az09-._~"},
        {STR_INIT("a b+c"), "a%20b%2Bc"},
        {STR_INIT("/?#[]@!$&'()*,;=:%"), "%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2C%3B%3D%3A%25"},
        {STR_INIT("å"), "%C3%A5"},
        {STR_INIT("\"<>\\^`{|}"), "%22%3C%3E%5C%5E%60%7B%7C%7D"},
        {STR_INIT("\0\n\x7F"), "%00%0A%7F"},
    };
    FOR_EACH_ESCAPER(escape_url, cases);
}

static void test_escape_json(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("\"\\/"), "\\\"\\\\/"},
        {STR_INIT("a\nb\tc\rd"), "a\\nb\\tc\\u000dd"},
        {STR_INIT("\0\x1F\x7F"), "\\u0000\\u001f\\u007f"},
        {STR_INIT("<&>"), "<&>"},
        {STR_INIT("æ\xE2\x80\xA8😀"), "æ\xE2\x80\xA8😀"},
    };
    FOR_EACH_ESCAPER(escape_json, cases);
}

static void test_escape_json_in_html(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT("\"\\"), "\\\"\\\\"},
        {STR_INIT("</script>"), "\\u003c/script\\u003e"},
        {STR_INIT("<!--&"), "\\u003c!--\\u0026"},
        {STR_INIT("\xE2\x80\xA8\xE2\x80\xA9"), "\\u2028\\u2029"},
        {STR_INIT("æ'"), "æ'"},
    };
    FOR_EACH_ESCAPER(escape_json_in_html, cases);
}

static void test_escape_csv(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), "\"\""},
        {STR_INIT("a,b;c\nd"), "\"a,b;c\nd\""},
        {STR_INIT("si \"hei\""), "\"si \"\"hei\"\"\""},
        {STR_INIT("=1+1"), "\"'=1+1\""},
        {STR_INIT("+47"), "\"'+47\""},
        {STR_INIT("-2"), "\"'-2\""},
        {STR_INIT("@a"), "\"'@a\""},
        {STR_INIT("\t=1"), "\"'\t=1\""},
        {STR_INIT("\r=1"), "\"'\r=1\""},
        {STR_INIT("1=1"), "\"1=1\""},
        {STR_INIT("'=1"), "\"'=1\""},
        {STR_INIT("=\"\""), "\"'=\"\"\"\"\""},
    };
    FOR_EACH_ESCAPER(escape_csv, cases);
}

static void test_escape_github(void **state)
{
    (void)state;
    static const struct escape_case data[] = {
        {STR_INIT(""), ""},
        {STR_INIT("100 %25\r\n::error::x"), "100 %2525%0D%0A::error::x"},
        {STR_INIT("æ, ø: å"), "æ, ø: å"},
    };
    static const struct escape_case property[] = {
        {STR_INIT("a%b\rc\nd"), "a%25b%0Dc%0Ad"},
        {STR_INIT("a,line=1::æ"), "a%2Cline=1%3A%3Aæ"},
    };
    FOR_EACH_ESCAPER(escape_github_data, data);
    FOR_EACH_ESCAPER(escape_github_property, property);
}

static void test_escape_bibtex(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("Blåbær «og» \"fløte\", @1"), "Blåbær «og» \"fløte\", @1"},
        {STR_INIT("A & B: 5 % av $1_000 #2"), "A \\& B: 5 \\% av \\$1\\_000 \\#2"},
        {STR_INIT("}{"), "\\textbraceright{}\\textbraceleft{}"},
        {STR_INIT("\\end{x}"), "\\textbackslash{}end\\textbraceleft{}x\\textbraceright{}"},
        {STR_INIT("~^"), "\\textasciitilde{}\\textasciicircum{}"},
        {STR_INIT("<b>|"), "\\textless{}b\\textgreater{}\\textbar{}"},
        {STR_INIT("a\n\tb\x7F😀"), "a  b 😀"},
        {STR_INIT("a---b ''c'' ,,d `` e-f"), "a-{}-{}-b '{}'c'{}' ,{},d `{}` e-f"},
    };
    FOR_EACH_ESCAPER(escape_bibtex, cases);
}

static void test_escape_ris(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {STR_INIT(""), ""},
        {STR_INIT("Blåbær & \\{fløte}, 5 %"), "Blåbær & \\{fløte}, 5 %"},
        {STR_INIT("a\r\nER  - "), "a  ER  - "},
        {STR_INIT("\0\t\x1F\x7F"), "    "},
    };
    FOR_EACH_ESCAPER(escape_ris, cases);
}

static void test_escape_turtle(void **state)
{
    (void)state;
    static const struct escape_case texts[] = {
        {STR_INIT(""), ""},
        {STR_INIT("Blåbær <i> 'a'"), "Blåbær <i> 'a'"},
        {STR_INIT("\" .\\u0022"), "\\\" .\\\\u0022"},
        {STR_INIT("a\n\tb\r\x7F"), "a\\n\\tb\\u000d\\u007f"},
    };
    static const struct escape_case iris[] = {
        {STR_INIT("https://a.no/b?c=d&e#f"), "https://a.no/b?c=d&e#f"},
        {STR_INIT("a> <b"), "a%3E%20%3Cb"},
        {STR_INIT("\"{}|\\^`\n"), "%22%7B%7D%7C%5C%5E%60%0A"},
        {STR_INIT("æ%20"), "æ%20"},
    };
    FOR_EACH_ESCAPER(escape_turtle, texts);
    FOR_EACH_ESCAPER(escape_turtle_iri, iris);
}

/* ---- turtle ---- */

static void test_escape_mdoc(void **state)
{
    (void)state;
    static const struct escape_case text[] = {
        {STR_INIT("a word"), "a word"},
        {STR_INIT(".Op is"), "\\&.Op is"},
        {STR_INIT("'tis"), "\\&'tis"},
        {STR_INIT("--a-b \\c \"d\""), "\\-\\-a\\-b \\ec \\(dqd\\(dq"},
        {STR_INIT("«å»"), "«å»"},
    };
    static const struct escape_case arguments[] = {
        {STR_INIT("FOLDER"), "FOLDER"},
        {STR_INIT("Op"), "\\&Op"},
        {STR_INIT("."), "\\&."},
        {STR_INIT("-a-b"), "\\-a\\-b"},
        {STR_INIT("a \"b\""), "\"a \\(dqb\\(dq\""},
    };
    FOR_EACH_ESCAPER(escape_mdoc, text);
    FOR_EACH_ESCAPER(escape_mdoc_argument, arguments);
}

static void test_escape_shells(void **state)
{
    (void)state;
    static const struct str text = STR_INIT("it's [a]: $b `c` \\d");
    assert_escapes(escape_shell, text, "it'\\''s [a]: $b `c` \\d");
    assert_escapes(escape_fish, text, "it\\'s [a]: $b `c` \\\\d");
    assert_escapes(escape_zsh, text, "it'\\''s \\[a\\]\\: $b `c` \\\\d");
    assert_escapes(escape_zsh_message, text, "it'\\''s [a]\\: $b `c` \\d");
}

static void test_turtle(void **state)
{
    (void)state;
    struct buf out = BUF_INIT;
    struct turtle turtle = turtle_into(&out);
    turtle_prefix(&turtle, "dct", STR("http://purl.org/dc/terms/"));
    turtle_begin(&turtle, STR("https://a.no/#b"), "dct:Standard");
    turtle_text(&turtle, "dct:title", STR("«B»\n\"c\""), STR("nb"));
    turtle_text(&turtle, "dct:identifier", STR("b"), (struct str){0});
    turtle_typed(&turtle, "dct:issued", STR("2024-04-17"), "xsd:date");
    turtle_iri(&turtle, "dct:source", STR("https://a.no/c d"));
    turtle_code(&turtle, "dct:type", "https://a.no/list/", STR("X"));
    turtle_text(&turtle, "dct:absent", (struct str){0}, STR("nb"));
    turtle_typed(&turtle, "dct:absent", (struct str){0}, "xsd:date");
    turtle_iri(&turtle, "dct:absent", (struct str){0});
    turtle_code(&turtle, "dct:absent", "https://a.no/list/", (struct str){0});
    turtle_end(&turtle);
    assert_str("turtle", buf_str(&out),
               "@prefix dct: <http://purl.org/dc/terms/> .\n"
               "\n<https://a.no/#b> a dct:Standard ;\n"
               "    dct:title \"«B»\\n\\\"c\\\"\"@nb ;\n"
               "    dct:identifier \"b\" ;\n"
               "    dct:issued \"2024-04-17\"^^xsd:date ;\n"
               "    dct:source <https://a.no/c%20d> ;\n"
               "    dct:type <https://a.no/list/X> .\n");
    buf_release(&out);
}

/* ---- date ---- */

static void test_dates_that_exist(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct date date;
    } cases[] = {
        {"2024", {2024, 0, 0}},         {"2024-04", {2024, 4, 0}},
        {"2024-04-17", {2024, 4, 17}},  {"0000", {0, 0, 0}},
        {"9999-12-31", {9999, 12, 31}}, {"2024-02-29", {2024, 2, 29}},
        {"2000-02-29", {2000, 2, 29}},  {"2023-02-28", {2023, 2, 28}},
        {"2024-01-31", {2024, 1, 31}},  {"2024-11-30", {2024, 11, 30}},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct date date;
        assert_true(date_parse(str_of(cases[i].text), &date));
        assert_memory_equal(&date, &cases[i].date, sizeof date);
    }
}

static void test_dates_that_do_not(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",           "24",         "202",        "20245",      "2024-",      "2024-4",
        "2024-00",    "2024-13",    "2024-04-",   "2024-04-0",  "2024-04-00", "2024-04-31",
        "2023-02-29", "1900-02-29", "2024-02-30", "2024/04/17", "2024-04/17", "2024-04-17T",
        "17.04.2024", "+024",       "-024",       " 2024",      "2024-4-17",  "20240417",
        "2024-0a",    "april 2024", "２０２４",   "2024-04-1 ",
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct date date;
        if (date_parse(str_of(cases[i]), &date))
            fail_msg("«%s» is no date", cases[i]);
    }
    struct date date;
    assert_false(date_parse(STR("2024\0"), &date));
    assert_false(date_parse((struct str){0}, &date));
}

/* ---- nearest ---- */

/* Candidates in the order they are tried; the nearest, and of equals the first. */
static void test_nearest(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *word, *candidates, *best;
    } cases[] = {
        {"tilsyn", "tema,tilsyn", "tilsyn"},
        {"Tilsyn", "tilsyn", "tilsyn"},
        {"tilsny", "tilsyn", "tilsyn"}, /* neighbours swapped count as one */
        {"økonomi", "okonomi", "okonomi"},
        {"pågår", "pagar", "pagar"},
        {"samordnig", "styring,samordning", "samordning"},
        {"abc", "abd,abe", "abd"},
        {"abc", "xyz", ""},
        {"abc", "axx", ""},       /* a third of three is one */
        {"abcd", "abxx", "abxx"}, /* of four, rounded up, two */
        {"abcd", "axxx", ""},
        {"titel", "tittel,title", "tittel"},
        {"a", "b", ""}, /* nothing is left of it */
        {"a", "ab", "ab"},
        {"", "a,b", ""},
        {"a", "", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct nearest nearest = nearest_to(str_of(cases[i].word));
        for (struct str rest = str_of(cases[i].candidates), one; str_cut(&rest, ',', &one);)
            nearest_try(&nearest, one);
        assert_str(cases[i].word, nearest.best, cases[i].best);
        assert_int_equal(nearest.best.ptr == NULL, !*cases[i].best);
    }
    struct nearest torn = nearest_to(STR("abc"));
    nearest_try(&torn, STR("abd"));
    nearest_try(&torn, STR("abe"));
    assert_int_equal(torn.rivals, 1);
    nearest_try(&torn, STR("ABC"));
    assert_int_equal(torn.rivals, 0);
    struct str long_word = kit_repeat(kit, "a", 65);
    struct nearest nearest = nearest_to(long_word);
    nearest_try(&nearest, long_word); /* too long to be compared */
    assert_null(nearest.best.ptr);
    struct str longest = kit_repeat(kit, "a", 64);
    nearest = nearest_to(longest);
    nearest_try(&nearest, long_word);
    assert_null(nearest.best.ptr);
    nearest_try(&nearest, longest);
    assert_ptr_equal(nearest.best.ptr, longest.ptr);
}

/* Against the definition, by recursion, for all short words of two letters. */
static size_t defined_distance(const char *a, size_t i, const char *b, size_t j)
{
    if (!i || !j)
        return i + j;
    size_t best = defined_distance(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
    size_t dropped = defined_distance(a, i - 1, b, j) + 1;
    size_t added = defined_distance(a, i, b, j - 1) + 1;
    best = dropped < best ? dropped : best;
    best = added < best ? added : best;
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        size_t swapped = defined_distance(a, i - 2, b, j - 2) + 1;
        best = swapped < best ? swapped : best;
    }
    return best;
}

static void word_of(size_t number, char word[6])
{
    size_t len = 0;
    for (; number && len < 5; number /= 3)
        word[len++] = (char)('a' + number % 3);
    word[len] = '\0';
}

static void test_nearest_measures_as_defined(void **state)
{
    (void)state;
    for (size_t i = 1; i < 243; i++)
        for (size_t j = 1; j < 243; j += 2) {
            char a[6], b[6];
            word_of(i, a);
            word_of(j, b);
            size_t far = defined_distance(a, strlen(a), b, strlen(b));
            bool near = far <= (strlen(a) + 2) / 3 && far < strlen(b);
            struct nearest nearest = nearest_to(str_of(a));
            nearest_try(&nearest, str_of(b));
            assert_int_equal(nearest.best.ptr != NULL, near);
            assert_int_equal(nearest.distance, near ? far : SIZE_MAX);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_utf8_validity),
        WITH_KIT(test_utf8_reads_what_it_writes),
        WITH_KIT(test_utf8_skip_and_plain),
        WITH_KIT(test_utf8_controls_and_hidden),
        WITH_KIT(test_fold),
        cmocka_unit_test(test_marks_without_end),
        cmocka_unit_test(test_what_is_a_mark),
        WITH_KIT(test_slug),
        WITH_KIT(test_slug_is_cut_at_a_hyphen),
        WITH_KIT(test_is_slug),
        WITH_KIT(test_order_of_words),
        WITH_KIT(test_order_by_case_last),
        WITH_KIT(test_order_of_names),
        WITH_KIT(test_order_ignores_how_letters_are_written),
        WITH_KIT(test_escape_html),
        WITH_KIT(test_escape_xml),
        WITH_KIT(test_escape_url),
        WITH_KIT(test_escape_json),
        WITH_KIT(test_escape_json_in_html),
        WITH_KIT(test_escape_csv),
        WITH_KIT(test_escape_github),
        WITH_KIT(test_escape_bibtex),
        WITH_KIT(test_escape_ris),
        WITH_KIT(test_escape_turtle),
        WITH_KIT(test_escape_mdoc),
        WITH_KIT(test_escape_shells),
        WITH_KIT(test_turtle),
        WITH_KIT(test_dates_that_exist),
        WITH_KIT(test_dates_that_do_not),
        WITH_KIT(test_nearest),
        WITH_KIT(test_nearest_measures_as_defined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
