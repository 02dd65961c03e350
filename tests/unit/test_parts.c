#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/escape.h"
#include "kit.h"
#include "base/html.h"
#include "compare/parts.h"

/* The units of a page as «t:one|f:two», by the first letter of their part. */
static const char *units_of(struct kit *kit, struct str html, struct parts *parts)
{
    struct buf out = BUF_INIT;
    parts_read(parts, &kit->arena, html);
    for (size_t i = 0; i < parts->units.len; i++)
        buf_format(&out, "%s%c:%.*s", i ? "|" : "", "tfln"[parts->units.items[i].part],
                   STR_ARG(parts->units.items[i].text));
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text.ptr;
}

static void test_units(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *html, *units;
    } rows[] = {
        {"", ""},
        {"<p>utenfor</p>", ""},
        {"<p data-part=\"text\">inne</p>ute", "t:inne"},
        {"<p data-part='text'>a</p><p data-part=text>b</p>", "t:a|t:b"},
        {"<p data-part=news>a</p><p data-part=new>b</p>", "n:a"},
        {"<div data-part=\"text\"><div>a</div><div>b</div></div>c", "t:a|t:b"},
        {"<article data-part=\"text\"><h1>T</h1><section data-part=\"facts\">f</section>"
         "<p>x</p></article>",
         "t:T|f:f|t:x"},
        {"<ul data-part=\"lists\"><li>en <a href=\"x\">to</a></li><li>tre</li></ul>",
         "l:en to|l:tre"},
        {"<p data-part=\"text\"> a \n\t b<b>c</b> <i> d</i></p>", "t:a bc d"},
        {"<p data-part=\"text\">en<br>to</p>", "t:en|t:to"},
        {"<p data-part=\"text\">&lt;b&gt; &amp;amp; &quot;&#39; &rar; & &;</p>",
         "t:<b> &amp; \"' &rar; & &;"},
        {"<dl data-part=\"facts\"><dt>Status</dt><dd>A</dd><dd>B</dd><dt>År</dt><dd>1</dd></dl>",
         "f:Status: A|f:Status: B|f:År: 1"},
        {"<dl data-part=\"facts\"><div><dt>A</dt><dd><p>b</p></dd></div></dl>", "f:b"},
        {"<p data-part=\"text\">a<!-- <p>b --> c<!DOCTYPE x><?x?>d</p>", "t:a cd"},
        {"<div data-part=\"text\">a<img data-part=\"facts\">b<br data-part=\"lists\"/>c</div>",
         "t:ab|t:c"},
        {"<div data-part=\"ukjent\">a</div>b", ""},
        {"<div data-part=\"text\">a<div data-part=\"ukjent\">b</div>c</div>", "t:a|t:c"},
        {"<DIV data-part=\"text\">a</Div>b", "t:a"},
        {"<p data-part=\"text\">1 < 2 <3 </ a</p>", "t:1 < 2 <3 </ a"},
        {"<p title=\"<b>\" data-part=\"text\">a</p>", "t:a"},
        /* what is broken ends somewhere, and takes nothing with it that it should not */
        {"<p data-part=\"text\">a", "t:a"},
        {"<p data-part=\"text\">a</div></p>b", "t:a"},
        {"</p></p><p data-part=\"text\">a</p>", "t:a"},
        {"<p data-part=\"text", ""},
        {"<p data-part=\"text\">a<b", "t:a"},
        {"<p data-part=\"text\">a<!-- b", "t:a"},
        {"<p data-part=\"text\">a<script>b</p>", "t:a|t:b</p>"},
        {"<title>a</title><p data-part=\"text\">b", "t:b"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct parts parts;
        assert_c(rows[i].html, units_of(kit, str_of(rows[i].html), &parts), rows[i].units);
    }
}

static void test_titles_and_redirects(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *html, *title, *leads_to;
    } rows[] = {
        {"", "", NULL},
        {"<title> Et &amp; to </title>", "Et & to", NULL},
        {"<title>hode</title><h1><span>en</span>\n <b>to</b></h1><h1>tre</h1>", "en to", NULL},
        {"<h1></h1><h1>a</h1>", "a", NULL},
        {"<svg><title>x</title></svg>", "x", NULL},
        {"<meta http-equiv=\"refresh\" content=\"0; url=../a.html\">", "", "../a.html"},
        {"<meta http-equiv=\"refresh\" content=\"5\"><meta name=\"x\" content=\"url=a\">", "",
         NULL},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct parts parts;
        parts_read(&parts, &kit->arena, str_of(rows[i].html));
        assert_str(rows[i].html, parts.title, rows[i].title);
        assert_int_equal(parts.leads_to.ptr == NULL, rows[i].leads_to == NULL);
        if (rows[i].leads_to)
            assert_str(rows[i].html, parts.leads_to, rows[i].leads_to);
    }
}

/* Which parts of two pages differ, as their numbers. */
static const char *differing(struct kit *kit, const char *one, const char *other)
{
    struct buf out = BUF_INIT;
    struct parts a, b;
    parts_read(&a, &kit->arena, str_of(one));
    parts_read(&b, &kit->arena, str_of(other));
    for (size_t i = 0; i < PARTS; i++)
        if (!str_eq(a.seen[i], b.seen[i]))
            buf_byte(&out, "tflnhoa"[i]);
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text.ptr;
}

static void test_what_differs(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *one, *other, *parts;
    } rows[] = {
        {"<p data-part=\"text\">a</p>", "<p data-part=\"text\">b</p>", "t"},
        {"<p data-part=\"text\">a</p>", "<p class=\"x\" data-part=\"text\"><em>a</em></p>", ""},
        {"<p data-part=\"text\"><a href=\"x\">a</a></p>",
         "<p data-part=\"text\"><a href=\"y\">a</a></p>", "t"},
        {"<dl data-part=\"facts\"><dt>a</dt></dl>", "<dl data-part=\"facts\"><dt>b</dt></dl>", "f"},
        {"<p>a</p>", "<p>b</p>", "o"},
        {"<p>a</p>", "<p class=\"x\">a</p>", "o"},
        {"<p>a</p>", "<div>a</div>", "o"},
        {"<title>a</title>", "<title>b</title>", "h"},
        {"<meta name=\"description\" content=\"a\">", "<meta name=\"description\" content=\"b\">",
         "h"},
        {"<link rel=\"canonical\" href=\"a\">", "<link rel=\"canonical\" href=\"b\">", ""},
        {"<meta property=\"og:title\" content=\"a\"><meta name=\"DC.title\" content=\"a\">",
         "<meta property=\"og:title\" content=\"b\"><meta name=\"citation_title\" content=\"b\">",
         ""},
        {"<script type=\"application/ld+json\">{\"a\":1}</script><p>a</p>",
         "<script type=\"application/ld+json\">{\"b\":[]}</script><p>a</p>", ""},
        {"<script type=\"application/ld+json\">{}</script><p>a</p>", "<p>b</p>", "o"},
        {"<script>a</script>", "<script>b</script>", "o"},
        {"<link href=\"../assets/site.0123456789.css\">",
         "<link href=\"../assets/site.abcdef0123.css\">", "a"},
        {"<link href=\"assets/site.0123456789.css\">",
         "<link href=\"assets/annet.0123456789.css\">", "oa"},
        {"<p data-part=\"lists\">a</p><p data-part=\"text\">b</p>",
         "<p data-part=\"text\">a</p><p data-part=\"lists\">b</p>", "tl"},
    };
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_c(rows[i].other, differing(kit, rows[i].one, rows[i].other), rows[i].parts);
}

static void test_addresses_of_assets(void **state)
{
    (void)state;
    static const struct {
        const char *address, *put;
    } rows[] = {
        {"assets/site.0123456789.css", "assets/site.*.css"},
        {"../../assets/a.b.0123456789.css", "../../assets/a.b.*.css"},
        {"assets/site.0123456789", NULL},
        {"assets/site.012345678.css", NULL},
        {"assets/site.012345678G.css", NULL},
        {"assets/.0123456789.css", NULL},
        {"assets/0123456789.css", NULL},
        {"asset/site.0123456789.css", NULL},
        {"sok/start-0a1b2c3.js", "sok/start-*.js"},
        {"../let/e12-0a1b2c3.js", "../let/e12-*.js"},
        {"sok/f-0a1b2c3.js", "sok/f-*.js"},
        {"sok/e12-0a1b2c.js", NULL},
        {"sok/e12-0a1b2cg.js", NULL},
        {"sok/e12.0a1b2c3.js", NULL},
        {"sok/e12-0a1b2c3.css", NULL},
        {"sok/stort-0a1b2c3.js", NULL},
        {"sok/e1f-0a1b2c3.js", NULL},
        {"sok/-0a1b2c3.js", NULL},
        {"e12-0a1b2c3.js", NULL},
        {"/.js", NULL},
        {"", NULL},
        {"assets/", NULL},
        {".", NULL},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct buf out = BUF_INIT;
        assert_int_equal(parts_put_asset(&out, str_of(rows[i].address)), rows[i].put != NULL);
        assert_str(rows[i].address, buf_str(&out), rows[i].put ? rows[i].put : rows[i].address);
        buf_release(&out);
    }
}

static const char whole[] =
    "<!DOCTYPE html><html lang=nb><head><title>a &amp; b</title><meta http-equiv='refresh' "
    "content=\"0; url=x.html\"></head><body><!-- x --><h1>T</h1><dl data-part=\"facts\"><dt>a</dt>"
    "<dd>b<br/></dd></dl><script src=\"assets/a.0123456789.js\">if (a < b) {}</script><div "
    "data-part=text><div>æøå &lt;</div></div></body></html>";

/* Cut anywhere, with any byte anywhere, and in memory that ends where the page does. */
static void test_any_bytes_will_do(void **state)
{
    struct kit *kit = *state;
    static const char bytes[] = {'<', '>', '"', '\'', '/', '&', ';', '!', '=', '\0', '\xFF'};
    size_t len = sizeof whole - 1;
    for (size_t end = 0; end <= len; end++) {
        char *copy = test_malloc(end ? end : 1);
        struct parts parts;
        memcpy(copy, whole, end);
        parts_read(&parts, &kit->arena, (struct str){copy, end});
        for (size_t b = 0; end && b < sizeof bytes; b++) {
            copy[end - 1] = bytes[b];
            parts_read(&parts, &kit->arena, (struct str){copy, end});
        }
        test_free(copy);
        arena_reset(&kit->arena);
    }
}

static void test_deep_and_long_pages_end(void **state)
{
    struct kit *kit = *state;
    static const char *const pieces[] = {"<div data-part=\"text\">",
                                         "<div data-part=\"facts\"><p>",
                                         "</div>",
                                         "<script>",
                                         "<!--",
                                         "<",
                                         "&",
                                         "<a b=",
                                         "<a \"",
                                         "<dt>a<dd>b",
                                         "<title>",
                                         "<h1>a ",
                                         "</script"};
    for (size_t i = 0; i < ROWS(pieces); i++) {
        struct parts parts;
        parts_read(&parts, &kit->arena, kit_repeat(kit, pieces[i], 50000));
    }
}

/* A term stands before each of its values, however long it is and however many they are. */
static void test_a_long_term_is_not_repeated_whole(void **state)
{
    struct kit *kit = *state;
    struct str html =
        STR_JOIN(&kit->arena, STR("<dl data-part=\"facts\"><dt>"), kit_repeat(kit, "a", 20000),
                 STR("</dt>"), kit_repeat(kit, "<dd>b</dd>", 2000));
    struct parts parts;
    size_t bytes = 0;
    parts_read(&parts, &kit->arena, html);
    for (size_t i = 0; i < parts.units.len; i++)
        bytes += parts.units.items[i].text.len;
    assert_int_equal(parts.units.len, 2000);
    assert_true(bytes < 20 * html.len);
}

static void test_markdown_means_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *text, *text_out, *code;
    } rows[] = {
        {"helt vanlig, 2024", "helt vanlig, 2024", "`helt vanlig, 2024`"},
        {"a*b_c`d", "a\\*b\\_c\\`d", "`` a*b_c`d ``"},
        {"@navn #1", "\\@&#8203;navn \\#&#8203;1", "`@navn #1`"},
        {"http://a.no", "http\\://a\\.no", "`http://a.no`"},
        {"``` <b>", "\\`\\`\\` \\<b\\>", "```` ``` <b> ````"},
        {"\\", "\\\\", "`\\`"},
        {":tada: :+1: 12:30 a::", "\\:&#8203;tada\\: \\:&#8203;\\+1\\: 12\\:30 a\\:\\:",
         "`:tada: :+1: 12:30 a::`"},
        {"GH-12 gh-1 JIRA-7 a-b -1", "GH\\-&#8203;12 gh\\-&#8203;1 JIRA\\-&#8203;7 a\\-b \\-1",
         "`GH-12 gh-1 JIRA-7 a-b -1`"},
        {"a1b2c3d", "a1b2c3&#8203;d", "`a1b2c3d`"},
        {"abcdef 123456", "abcdef 123456", "`abcdef 123456`"},
        {"0123456789ABCDEF0123456789abcdef01234567",
         "012345&#8203;6789AB&#8203;CDEF01&#8203;234567&#8203;89abcd&#8203;ef0123&#8203;4567",
         "`0123456789ABCDEF0123456789abcdef01234567`"},
        {"a/b@c12 a/b#1", "a/b\\@&#8203;c12 a/b\\#&#8203;1", "`a/b@c12 a/b#1`"},
        {"www.a.no a@b.no", "www\\.a\\.no a\\@&#8203;b\\.no", "`www.a.no a@b.no`"},
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct buf out = BUF_INIT;
        escape_markdown(&out, str_of(rows[i].text));
        assert_str(rows[i].text, buf_str(&out), rows[i].text_out);
        buf_clear(&out);
        escape_markdown_code(&out, str_of(rows[i].text));
        assert_str(rows[i].text, buf_str(&out), rows[i].code);
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_units),
        WITH_KIT(test_titles_and_redirects),
        WITH_KIT(test_what_differs),
        WITH_KIT(test_addresses_of_assets),
        WITH_KIT(test_any_bytes_will_do),
        WITH_KIT(test_deep_and_long_pages_end),
        WITH_KIT(test_a_long_term_is_not_repeated_whole),
        WITH_KIT(test_markdown_means_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
