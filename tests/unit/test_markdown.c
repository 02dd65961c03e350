#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/slug.h"
#include "base/utf8.h"
#include "kit.h"
#include "parse/markdown.h"

/* A body as it stands in a file: the first line of it is line 4. */
static void read(struct kit *kit, const char *body, struct markdown *markdown)
{
    static const struct str front = STR_INIT("---\na: b\n---\n");
    struct source *source = kit_source(kit, STR_JOIN(&kit->arena, front, str_of(body)));
    kit_forget(kit);
    markdown_parse(&kit->arena, &kit->arena, source,
                   source_span(source, front.len, source->text.len), markdown, NULL, &kit->diags);
}

/* Puts what a hole is for: {path#anchor}, or {!path} for an image; {size}; {type}. */
static void fill(struct buf *out, const struct body_link *link, enum hole_kind kind,
                 const void *context)
{
    (void)context;
    if (kind != HOLE_ADDRESS) {
        buf_put(out, kind == HOLE_SIZE  ? STR("{size}")
                     : link->tells_type ? STR("{told}")
                                        : STR("{type}"));
        return;
    }
    struct str path = link->path;
    static const struct str collection = STR_INIT("content/");
    if (str_starts(path, collection))
        path = str_from(path, collection.len);
    buf_format(out, "{%s%.*s", link->kind == LINK_IMAGE ? "!" : "", STR_ARG(path));
    buf_format(out, "%s%.*s}", link->anchor.len ? "#" : "", STR_ARG(link->anchor));
}

static const char *html_of(struct kit *kit, const struct markdown *markdown)
{
    struct buf out = BUF_INIT;
    markdown_put(&out, markdown, fill, NULL);
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text.ptr;
}

/* ---- HTML ---- */

static void test_html_within_a_page(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *html;
    } cases[] = {
        {"## A\n", "<h4 id=\"x_a\">\nA\n</h4>\n"},
        {"## A\n\n### `<h2>` [b](y.md)\n",
         "<h4 id=\"x_a\">\nA\n</h4>\n<h5 id=\"x_h2-b\">\n<code>&lt;h2&gt;</code> <a "
         "href=\"{measures/nfd/y.md}\">b</a>\n</h5>\n"},
        {"## A\n### B\n#### C\n##### D\n",
         "<h4 id=\"x_a\">\nA\n</h4>\n<h5 id=\"x_b\">\nB\n</h5>\n<h6 "
         "id=\"x_c\">\nC\n</h6>\n<h6 id=\"x_d\">\nD\n</h6>\n"},
        {"Slutt.\n===\n",
         "<h4 id=\"x_slutt\">\nSlutt.\n</h4>\n"}, /* by accident: told, and no title */
        {"a\n\n---\n", "<p>a</p>\n<hr />\n"},
        {"    <h2 id=\"a\">\n\n", "<pre><code>&lt;h2 id=&quot;a&quot;&gt;\n</code></pre>\n"},
        {"", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        struct buf out = BUF_INIT;
        read(kit, cases[i].body, &markdown);
        markdown_put_within(&out, &markdown, fill, NULL, 2, STR("x_"));
        assert_str(cases[i].body, buf_take(&out, &kit->arena), cases[i].html);
        buf_release(&out);
    }
}

static void test_html_with_its_holes_filled(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *html;
    } cases[] = {
        {"", ""},
        {"Blåbær & <syltetøy>.\n", "<p>Blåbær &amp; &lt;syltetøy&gt;.</p>\n"},
        {"*a* **b** `c` d\\\ne  \nf\n",
         "<p><em>a</em> <strong>b</strong> <code>c</code> d<br />\ne<br />\nf</p>\n"},
        {"- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
        {"> a\n", "<blockquote>\n<p>a</p>\n</blockquote>\n"},
        {"1. a\n", "<ol>\n<li>a</li>\n</ol>\n"},
        {"```c\na < b\n```\n", "<pre><code class=\"language-c\">a &lt; b\n</code></pre>\n"},
        {"[a](https://a.no/?b=c&d=\"e\")\n",
         "<p><a href=\"https://a.no/?b=c&amp;d=%22e%22\">a</a></p>\n"},
        {"[a](mailto:a@b.no) <a@b.no> <https://a.no>\n",
         "<p><a href=\"mailto:a@b.no\">a</a> <a href=\"mailto:a@b.no\">a@b.no</a> "
         "<a href=\"https://a.no\">https://a.no</a></p>\n"},
        {"[a](y.md)\n", "<p><a href=\"{measures/nfd/y.md}\">a</a></p>\n"},
        {"[a](../kld/y.md#b) og [c](#d)\n",
         "<p><a href=\"{measures/kld/y.md#b}\">a</a> og <a href=\"{measures/nfd/x.md#d}\">c</a>"
         "</p>\n"},
        {"[*a* `b`](y.md \"c \\\"d\\\" <e>\")\n",
         "<p><a href=\"{measures/nfd/y.md}\" title=\"c &quot;d&quot; &lt;e&gt;\"><em>a</em> "
         "<code>b</code></a></p>\n"},
        {"![a](y.png)\n", "<p><img src=\"{!measures/nfd/y.png}\"{size} alt=\"a\" /></p>\n"},
        {"![a *b* \"c\"](y.png 'd')\n", "<p><img src=\"{!measures/nfd/y.png}\"{size} alt=\"a b "
                                        "&quot;c&quot;\" title=\"d\" /></p>\n"},
        {"[![a](y.png)](z.md)\n", "<p><a href=\"{measures/nfd/z.md}\"><img "
                                  "src=\"{!measures/nfd/y.png}\"{size} alt=\"a\" /></a>"
                                  "</p>\n"},
        {"![a [b](z.md)](y.png)\n",
         "<p><img src=\"{!measures/nfd/y.png}\"{size} alt=\"a b\" /></p>\n"},
        {"[a](y.pdf#page=4)\n", "<p><a href=\"{measures/nfd/y.pdf#page=4}\">a{type}</a></p>\n"},
        {"[*a* (PDF)](y.pdf)\n",
         "<p><a href=\"{measures/nfd/y.pdf}\"><em>a</em> (PDF){told}</a></p>\n"},
        {"[a](y.pdf) ( pdf, 2 MB)\n",
         "<p><a href=\"{measures/nfd/y.pdf}\">a{told}</a> ( pdf, 2 MB)</p>\n"},
        {"[a](y.pdf) (ikke som PDF)\n",
         "<p><a href=\"{measures/nfd/y.pdf}\">a{type}</a> (ikke som PDF)</p>\n"},
        {"[a](y.pdf) (eller b (PDF))\n",
         "<p><a href=\"{measures/nfd/y.pdf}\">a{type}</a> (eller b (PDF))</p>\n"},
        {"[![a](y.png)](y.jpg)\n",
         "<p><a href=\"{measures/nfd/y.jpg}\"><img src=\"{!measures/nfd/y.png}\"{size} alt=\"a\" />"
         "{type}</a></p>\n"},
        {"[a (jpg)](y.jpg) [a (JPEG)](y.jpg) [a (PNG)](y.jpg)\n",
         "<p><a href=\"{measures/nfd/y.jpg}\">a (jpg){told}</a> "
         "<a href=\"{measures/nfd/y.jpg}\">a (JPEG){told}</a> "
         "<a href=\"{measures/nfd/y.jpg}\">a (PNG){type}</a></p>\n"},
        {"[a][r] [r] [R][]\n\n[r]: ../kld/y.md#b \"c\"\n",
         "<p><a href=\"{measures/kld/y.md#b}\" title=\"c\">a</a> "
         "<a href=\"{measures/kld/y.md#b}\" title=\"c\">r</a> "
         "<a href=\"{measures/kld/y.md#b}\" title=\"c\">R</a></p>\n"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, html_of(kit, &markdown), cases[i].html);
        assert_c(cases[i].body, kit_findings(kit), "");
    }
}

/* Text that looks like the marks of holes, wherever a text can stand. */
static void test_holes_cannot_be_forged(void **state)
{
    struct kit *kit = *state;
    static const char *const bodies[] = {
        "[a](https://a.no \"samling:0\")\n",
        "[a](https://a.no 'samling:99999999999999999999')\n",
        "![samling:7](y.png)\n",
        "![a](y.png \"samling:7\")\n",
        "[![samling:1](y.png \"samling:2\")](https://a.no \"samling:3\")\n",
        "href=\"samling:0\" src=\"samling:0\"\n",
        "`<a href=\"samling:0\">`\n",
        "    <a href=\"samling:0\">\n",
        "``` href=\"samling:0\"\n```\n",
        "```samling:0\n```\n",
        "[a](https://a.no/=\"samling:0)\n",
        "[a](<https://a.no/ href=\"samling:0>)\n",
        "[a](https://a.no '\" href=\"samling:0')\n",
        "[a](https://a.no \"&quot; href=&quot;samling:0\")\n",
        "![\" src=\"samling:0](y.png)\n",
        "![&quot; src=&quot;samling:0](y.png)\n",
        "## a href=\"samling:0\n",
        "<https://a.no/?=\"samling:0>\n",
        "`<type=\"samling:0\">` \\<type=\"samling:0\"> &lt;type=&quot;samling:0&quot;&gt;\n",
        "![<type=\"samling:0](y.png '<type=\"samling:1\">')\n",
        "[a](https://a.no/<type=\"samling:0\">)\n",
    };
    for (size_t i = 0; i < ROWS(bodies); i++) {
        struct markdown markdown;
        read(kit, bodies[i], &markdown);
        bool image = strstr(bodies[i], "y.png") != NULL;
        assert_int_equal(markdown.links.len, image);
        assert_int_equal(markdown.holes.len, image ? 2 : 0);
        assert_c(bodies[i], kit_findings(kit), "");
        if (image)
            assert_non_null(strstr(html_of(kit, &markdown), "src=\"{!measures/nfd/y.png}\""));
    }
    struct markdown markdown;
    read(kit, "[a](samling:0) ![b](samling:0) [c](Samling:0)\n", &markdown);
    assert_int_equal(markdown.holes.len, 0);
    assert_c("no scheme of theirs", kit_findings(kit),
             "4:1 link-scheme, 4:16 image-remote, 4:32 link-scheme");
}

/* Whatever is refused leaves no address behind. */
static void test_refused_addresses_are_empty(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *findings;
    } cases[] = {
        {"[a](javascript:alert(1))\n", "4:1 link-scheme"},
        {"[a](JaVaScRiPt:alert(1))\n", "4:1 link-scheme"},
        {"[a](&#106;avascript:alert(1))\n", "4:1 link-scheme"},
        {"[a](javascript&colon;alert(1))\n", "4:1 link-scheme"},
        {"[a](java&Tab;script:alert(1))\n", "4:1 link-scheme"},
        {"[a](java&NewLine;script:alert(1))\n", "4:1 link-scheme"},
        {"[a](&#1;javascript:alert(1))\n", "4:1 link-scheme"},
        {"[a](&#32;javascript:alert(1))\n", "4:1 link-scheme"},
        {"[a](\\javascript:alert(1))\n", "4:1 link-scheme"},
        {"[a](<javascript:alert(1)>)\n", "4:1 link-scheme"},
        {"<javascript:alert(1)>\n", "4:1 link-scheme"},
        {"[a]\n\n[a]: javascript:alert(1)\n", "4:1 link-scheme"},
        {"[a](data:text/html,b)\n", "4:1 link-scheme"},
        {"[a](data:image/png;base64,b)\n", "4:1 link-scheme"},
        {"[a](vbscript:b)\n", "4:1 link-scheme"},
        {"[a](ms-msdt:b)\n", "4:1 link-scheme"},
        {"<ms-msdt:b>\n", "4:1 link-scheme"},
        {"[a](blob:b)\n", "4:1 link-scheme"},
        {"[a](//a.no)\n", "4:1 link-mistyped"},
        {"[a](https:/a.no)\n", "4:1 link-mistyped"},
        {"[a](\\\\\\\\a.no)\n", "stray"},
        {"[a](c:\\a.md)\n", "4:1 link-own-disk"},
        {"[a](<&nbsp;javascript:alert(1)>)\n", "4:1 link-scheme"},
        {"[a](y.md&#x202E;)\n", "4:1 link-scheme"},
        {"[a](/etc/passwd)\n", "stray"},
        {"[a](../../../../y.md)\n", "4:1 link-outside"},
        {"[a](&#46;&#46;/../../../y.md)\n", "4:1 link-outside"},
        {"[a](y.xyz)\n", "4:1 link-not-markdown"},
        {"[a](y.html)\n", "stray"},
        {"[a](www.a.no/y.pdf)\n", "4:1 link-without-scheme"},
        {"[a](www.a.no)\n", "4:1 link-without-scheme"},
        {"[a]()\n", "4:1 link-no-address"},
        {"[a](<>)\n", "4:1 link-no-address"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, markdown.strays.len ? "stray" : kit_findings(kit),
                 cases[i].findings); /* collection/ tells of strays */
        assert_int_equal(markdown.links.len, 0);
        if (!strstr(html_of(kit, &markdown), "<a href=\"\">"))
            fail_msg("«%s»: %s", cases[i].body, markdown.html.ptr);
    }
}

/* ---- images ---- */

static void test_images(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *findings;
    } cases[] = {
        {"![a](y.png) ![a](../y.jpg) ![a](y.jpeg) ![a](y.webp) ![a](y.gif)\n", ""},
        {"![](y.png)\n", "4:1 image-alt"},
        {"![ ](y.png)\n", "4:1 image-alt"},
        {"a ![](y.png) b\n", "4:3 image-alt"},
        {"![`a`](y.png) ![*a*](y.png)\n", ""},
        {"![a](https://a.no/y.png)\n", "4:1 image-remote"},
        {"![a](//a.no/y.png)\n", "4:1 image-remote"},
        {"![a](data:image/png;base64,b)\n", "4:1 image-remote"},
        {"![a](y.svg) ![a](y.PNG) ![a](y.pdf)\n", ""}, /* what files are is seen when they are */
        {"![a](y.xyz)\n", "4:1 image-remote"},
        {"![a](y.md)\n", "4:1 image-remote"},
        {"![a](/y.png)\n", ""}, /* kept for those who know where all files lie */
        {"![a](../../../../y.png)\n", "4:1 link-outside"},
        {"![](https://a.no/y.png)\n", "4:1 image-alt, 4:1 image-remote"},
        {"[![a](y.png)](z.md)\n", ""},
        {"[![](y.png)](z.md)\n", "4:2 image-alt"}, /* told of once, not also as an empty link */
        {"![![](y.png)](z.png)\n", "4:1 image-alt, 4:3 image-alt"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, kit_findings(kit), cases[i].findings);
        bool stray = strstr(cases[i].body, "(/y") != NULL;
        assert_int_equal(markdown.strays.len, stray);
        if (stray || strstr(cases[i].findings, "-remote") || strstr(cases[i].findings, "-outside"))
            assert_non_null(strstr(markdown.html.ptr, "<img src=\"\""));
    }
}

/* ---- headings ---- */

static void test_headings_have_ids_and_texts(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *headings;
    } cases[] = {
        {"## Problem og mål\n", "2 problem-og-mal Problem og mål"},
        {"## Økonomi\n### Ærlig Åpenhet\n", "2 okonomi Økonomi|3 aerlig-apenhet Ærlig Åpenhet"},
        {"## A\n## A\n## a!\n", "2 a A|2 a-2 A|2 a-3 a!"},
        {"## A\n## A 2\n## A\n", "2 a A|2 a-2 A 2|2 a-3 A"},
        {"## A\n## A\n## A 2\n", "2 a A|2 a-2 A|2 a-2-2 A 2"},
        {"## A-2\n## A\n## A\n## A-2\n", "2 a-2 A-2|2 a A|2 a-3 A|2 a-2-2 A-2"},
        {"## !!!\n## 日本\n## Avsnitt\n", "2 avsnitt !!!|2 avsnitt-2 日本|2 avsnitt-3 Avsnitt"},
        {"## A *b* `c` [d](y.md) ![e](y.png)\n", "2 a-b-c-d-e A b c d e"},
        {"## A &amp; B &lt;c&gt;\n", "2 a-b-c A & B <c>"},
        {"## A ##\n", "2 a A"},
        {"A b\n---\n", "2 a-b A b"},
        {"##   A \n", "2 a A"},
        {"> ## A\n\n- ## B\n", "2 a A|2 b B"},
        {"## A <!-- b --> c\n", "2 a-c A  c"},
        {"## 2024\n## 50 % mindre\n", "2 2024 2024|2 50-mindre 50 % mindre"},
        {"#A\n\n####### B\n", ""},
        {"```\n## A\n```\n", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        struct buf list = BUF_INIT;
        read(kit, cases[i].body, &markdown);
        for (size_t j = 0; j < markdown.headings.len; j++) {
            const struct heading *heading = &markdown.headings.items[j];
            buf_format(&list, "%s%d %.*s %.*s", j ? "|" : "", heading->level, STR_ARG(heading->id),
                       STR_ARG(heading->text));
            assert_true(markdown_has_anchor(&markdown, heading->id));
            struct str tag =
                str_format(&kit->arena, "<h%d id=\"%.*s\">", heading->level, STR_ARG(heading->id));
            assert_non_null(strstr(markdown.html.ptr, tag.ptr));
        }
        assert_str(cases[i].body, buf_str(&list), cases[i].headings);
        assert_c(cases[i].body, kit_findings(kit), "");
        assert_false(markdown_has_anchor(&markdown, STR("finnes-ikke")));
        assert_false(markdown_has_anchor(&markdown, STR("")));
        buf_release(&list);
    }
}

static void test_ids_of_long_headings_are_slugs(void **state)
{
    struct kit *kit = *state;
    struct str word = kit_repeat(kit, "ø", 100);
    struct str body = STR_JOIN(&kit->arena, STR("## "), word, STR("\n## "), word, STR("\n"));
    struct markdown markdown;
    read(kit, body.ptr, &markdown);
    assert_true(slug_is(markdown.headings.items[0].id));
    assert_str("the second", markdown.headings.items[1].id,
               STR_JOIN(&kit->arena, markdown.headings.items[0].id, STR("-2")).ptr);
}

static void test_links_in_headings_stay_links(void **state)
{
    struct kit *kit = *state;
    struct markdown markdown;
    read(kit, "## a [b](y.md) *c*\n", &markdown);
    assert_c("heading", html_of(kit, &markdown),
             "<h2 id=\"a-b-c\">\na <a href=\"{measures/nfd/y.md}\">b</a> <em>c</em>\n</h2>\n");
}

static void test_levels_of_headings(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *findings;
    } cases[] = {
        {"## A\n### B\n#### C\n##### D\n###### E\n## F\n", ""},
        {"## A\n### B\n## C\n### D\n### E\n", ""},
        {"# A\n", "4:1 heading-level-one"},
        {"A\n===\n", "4:1 heading-level-one"},
        {"# A\n## B\n# C\n", "4:1 heading-level-one, 6:1 heading-level-one"},
        {"### A\n", "4:1 heading-skipped"},
        {"###### A\n", "4:1 heading-skipped"},
        {"## A\n\n#### B\n#### C\n", "6:1 heading-skipped"},
        {"## A\n##### B\n#### C\n", "5:1 heading-skipped"},
        {"##\n", "4:1 heading-empty"},
        {"## <!-- a -->\n", "4:1 heading-empty"},
        {"# \n", "4:1 heading-empty"}, /* one fault, whatever its level */
        {"## A\n#### \n##### B\n", "5:1 heading-empty"},
        {"- ## A\n  #### B\n", "5:3 heading-skipped"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, kit_findings(kit), cases[i].findings);
    }
    struct markdown markdown;
    read(kit, "##### A\n", &markdown);
    struct detail detail = kit->diags.items[0].detail;
    assert_str("from", detail.args[0], "1");
    assert_str("to", detail.args[1], "5");
    assert_str("due", detail.args[2], "##");
}

/* ---- other rules ---- */

static void test_raw_html_and_notes(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *html, *findings;
    } cases[] = {
        {"<!-- a -->\n", "", ""},
        {"<!-- a\nb -->\n\nc\n", "<p>c</p>\n", ""},
        {"a <!-- b --> c\n", "<p>a  c</p>\n", ""},
        {"<!---->\n", "", ""},
        {"<!-- a --> b\n", "", "4:12 comment-text"},
        {"<!-- a --> <b>c</b> <!-- d -->\n", "", "4:12 comment-text"},
        {"<!-- a --> <!-- b -->\nc\n", "<p>c</p>\n", ""},
        {"<!-- a\n\nb\n", "",
         "4:1 comment-open"}, /* a note that never ends takes the rest with it */
        {"a <!-- b -- c --> d\n", "<p>a &lt;!-- b -- c --&gt; d</p>\n", "4:3 comment-shown"},
        {"a <!-- b\n\nc --> d\n", "<p>a &lt;!-- b</p>\n<p>c --&gt; d</p>\n", "4:3 comment-shown"},
        {"a <!DOCTYPE <![CDATA[ <?x\n", "<p>a &lt;!DOCTYPE &lt;![CDATA[ &lt;?x</p>\n",
         "4:3 raw-html, 4:13 raw-html, 4:23 raw-html"},
        {"<script>alert(1)</script>\n", "", "4:1 raw-html"},
        {"a <script>alert(1)</script> b\n", "<p>a alert(1) b</p>\n", "4:3 raw-html"},
        {"<div>\na\n</div>\n", "", "4:1 raw-html"},
        {"</div>\na\n\nb\n", "<p>b</p>\n", "4:1 raw-html"}, /* text would be lost without a word */
        {"a<br>b</br>c\n", "<p>abc</p>\n", "4:2 raw-html"},
        {"<b>a</b> <i>c</i>\n", "<p>a c</p>\n", "4:1 raw-html, 4:10 raw-html"},
        {"<img src=x onerror=alert(1)>\n", "", "4:1 raw-html"},
        {"<svg/onload=alert(1)>\n", "<p>&lt;svg/onload=alert(1)&gt;</p>\n", ""},
        {"a <?php b ?> <!X c> <![CDATA[d]]>\n", "<p>a   </p>\n",
         "4:3 raw-html, 4:14 raw-html, 4:21 raw-html"},
        {"<style>\na\n</style>\n", "", "4:1 raw-html"},
        {"- <div>\n", "<ul>\n<li></li>\n</ul>\n", "4:3 raw-html"},
        {"a < b, c > d, 1<2 og \\<b>\n", "<p>a &lt; b, c &gt; d, 1&lt;2 og &lt;b&gt;</p>\n", ""},
        {"`<b>`\n", "<p><code>&lt;b&gt;</code></p>\n", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, kit_findings(kit), cases[i].findings);
        assert_c(cases[i].body, html_of(kit, &markdown), cases[i].html);
    }
    struct markdown markdown;
    read(kit, "<div class=\"a\">\nb\n</div>\n", &markdown);
    assert_str("its first line", kit->diags.items[0].detail.args[0], "<div class=\"a\">");
}

/* The gate cannot see what an entity makes. */
static void test_entities_cannot_make_what_is_refused(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *findings;
    } cases[] = {
        {"a&#x202E;b\n", "4:1 hidden-character"},
        {"a &rlm; &lrm; &ZeroWidthSpace; b\n", "4:1 hidden-character"},
        {"a&#8;b\n", "4:1 control-character"},
        {"a&#x9b;b\n", "4:1 control-character"},
        {"a&#xFFFF;b\n", "4:1 hidden-character"},
        {"a&#x2028;b\n", "4:1 hidden-character"},
        {"&#xFFFE;\n", "4:1 hidden-character"},
        {"## a&#xFFFF;\n", "4:4 hidden-character"},
        {"[a](y.md '&#xFFFF;')\n", "4:1 hidden-character"},
        {"```&#xFFFF;\n```\n", "4:1 hidden-character"},
        {"[a](y.md&#xFFFF;)\n", "4:1 link-scheme"},
        {"![a](y.png&#65534;)\n", "4:1 image-remote"},
        {"æ\n\n## a&#x202E;b\n", "6:4 hidden-character"},
        {"[a&#x202E;](y.md)\n", "4:2 hidden-character"},
        {"[a](y.md \"b&#x202E;\")\n", "4:1 hidden-character"},
        {"![a](y.png '&#1;')\n", "4:1 control-character"},
        {"![a&#x202E;](y.png)\n", "4:3 hidden-character"},
        {"```a&#x202E;\n```\n", "4:1 hidden-character"},
        {"`a&#x202E;`\n", ""}, /* no entities there */
        {"    a&#x202E;\n", ""},
        {"\\&#x202E;\n", ""},
        {"a&#0;\n", "4:1 lost-character"}, /* HTML makes U+FFFD of it */
        {"a&#xFFFD;\n", "4:1 lost-character"},
        {"&aelig;&oslash;&aring; &nbsp; &shy; &hellip; &zwj; &unknown;\n", ""},
        {"a & b\n", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, kit_findings(kit), cases[i].findings);
        assert_int_equal(utf8_valid_until(markdown.html), markdown.html.len);
    }
}

static void test_links_have_text(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *findings;
    } cases[] = {
        {"[](y.md)\n", "4:1 link-empty"},
        {"[ ](y.md)\n", "4:1 link-empty"},
        {"[<!-- a -->](y.md)\n", "4:1 link-empty"},
        {"[**](y.md)\n", ""},
        {"[`a`](y.md) [*a*](y.md) [![a](y.png)](y.md)\n", ""},
        {"a [](https://a.no) b\n", "4:3 link-empty"},
        {"[](javascript:a)\n", "4:1 link-empty, 4:1 link-scheme"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_c(cases[i].body, kit_findings(kit), cases[i].findings);
    }
}

/* ---- places ---- */

/* The span of the one link to y.md, in all the positions that lines can have. */
static void test_spans_of_links(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *place;
    } cases[] = {
        {"[a](y.md)\n", "4:1"},
        {"æøå [a](y.md) b\n", "4:5"},
        {"*[a](y.md)*\n", "4:2"},
        {"**æ** `b` &amp; [a](y.md)\n", "4:17"},
        {"a\nb [a](y.md)\n", "5:3"},
        {"a  \n[a](y.md)\n", "5:1"},
        {"a\n\næ\n[a](y.md)\n", "7:1"},
        {"a\n    b [a](y.md)\n", "5:7"}, /* indented, but still of the paragraph */
        {"- æ [a](y.md)\n", "4:5"},
        {"- a\n  b [a](y.md)\n", "5:5"},
        {"- a\nb [a](y.md)\n", "5:3"}, /* lazily */
        {"10. a\n\n    b\n    [a](y.md)\n", "7:5"},
        {"> a\n> b [a](y.md)\n", "5:5"},
        {"> a\nb [a](y.md)\n", "5:3"},
        {"> a\n   b [a](y.md)\n", "5:6"}, /* lazily, and indented */
        {"> > a\n>   b [a](y.md)\n", "5:7"},
        {"- a\n b [a](y.md)\n", "5:4"},
        {"- - a\n   b [a](y.md)\n", "5:6"},
        {"> - a\n>  b [a](y.md)\n", "5:6"},
        {"- > a\n    b [a](y.md)\n", "5:7"},
        {"> - a\n>   [a](y.md)\n", "5:5"},
        {"> > a\n> > [a](y.md)\n", "5:5"},
        {"## æ [a](y.md)\n", "4:6"},
        {"æ [a](y.md)\n---\n", "4:3"},
        {"a `b\nc` [a](y.md)\n", "5:4"}, /* after code and HTML over several lines */
        {"a <!-- b\nc --> [a](y.md)\n", "5:7"},
        {"a\n\n<!-- b -->\n\n[a](y.md)\n", "8:1"},
        {"[b]: z.md\n[c]: z.md\næ [a](y.md)\n", "6:3"}, /* after what is taken out */
        {"> [b]: z.md\n> æ\n> [a](y.md)\n", "6:3"},
        {"- [b]: z.md\n  *b* [a](y.md)\n", "5:7"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_int_equal(markdown.links.len, 1);
        struct span span = markdown.links.items[0].span;
        struct place place = source_place(span.source, span.start);
        assert_str(cases[i].body, str_format(&kit->arena, "%zu:%zu", place.line, place.column),
                   cases[i].place);
        assert_str(cases[i].body, kit_spanned(span), "[a](y.md)");
    }
}

/* What goes on for several lines is marked on one of them. */
static void test_spans_stay_on_a_line(void **state)
{
    struct kit *kit = *state;
    static const char *const bodies[] = {
        "[a\nb](y.md)\n",         "[a](y.md\n\"æ\")\n", "[a](\ny.md)\n",     "a\\\nb [a](y.md)\n",
        "> [a\n> b](y.md)\n",     "- [æ\nå](y.md)\n",   "<div>\n\n</div>\n", "<b\nc>\n",
        "# a\n\n| b |\n|---|\n",  "æ\\\nø\\\n[](y.md)", "a\n===\n",          "```&rlm;\na\n```\n",
        "[a][r]\n\n[r]:\ny.md\n", "![\n](y.png)\n",     "-\n  # \n",
    };
    for (size_t i = 0; i < ROWS(bodies); i++) {
        struct markdown markdown;
        read(kit, bodies[i], &markdown);
        for (size_t j = 0; j < markdown.links.len; j++) {
            struct span span = markdown.links.items[j].span;
            assert_true(span.start < span.source->text.len);
            assert_int_equal(str_find_byte(kit_spanned(span), '\n'), SIZE_MAX);
        }
        for (size_t j = 0; j < kit->diags.len; j++) {
            struct str marked = kit_spanned(kit->diags.items[j].span);
            assert_int_equal(str_find_byte(marked, '\n'), SIZE_MAX);
            assert_int_equal(utf8_valid_until(marked), marked.len);
        }
    }
}

static const struct str example =
    STR_INIT("## Problem og *mål*\n\nEn [lenke](y.md#a \"b\") og ![et bilde](z.png).\n\n"
             "- punkt\n  > sitat [c][r] &rlm; <b>\n  1. ```d&amp;\n     e\n     ```\n\n"
             "| f | g |\n|---|---|\n\n<!-- h -->\n### Økonomi\n\n[r]: https://a.no 'i'\n");

/* However a body is cut or a byte of it lost, it becomes HTML whose holes are all filled. */
static void test_any_part_of_a_body(void **state)
{
    struct kit *kit = *state;
    for (size_t cut = 0; cut < example.len; cut++)
        for (size_t lost = 0; lost < 2; lost++) {
            struct str text = str_slice(example, 0, cut);
            if (lost)
                text = STR_JOIN(&kit->arena, text, str_from(example, cut + 1));
            if (utf8_valid_until(text) < text.len)
                continue;
            struct markdown markdown;
            read(kit, str_c(&kit->arena, text), &markdown);
            assert_true(markdown.holes.len <= 2 * markdown.links.len);
            const char *html = html_of(kit, &markdown);
            assert_int_equal(utf8_valid_until(str_of(html)), strlen(html));
            assert_null(strstr(html, "samling:"));
            assert_null(strstr(html, "<script"));
            for (size_t i = 0; i < kit->diags.len; i++)
                assert_true(kit->diags.items[i].span.end <= text.len + 13);
        }
}

static void test_text_is_what_a_reader_hears(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *text;
    } cases[] = {
        {"", ""},
        {"Blåbær &amp; *syltetøy*\nog **po**teter.\n", "Blåbær & syltetøy og poteter."},
        {"## Slik\n\nKok `vann`.\\\nRør.  \nSett av.\n", "Slik\nKok vann. Rør. Sett av."},
        {"- a\n- b\n\n  c\n\n> d\n\n1. e\n", "a\nb\nc\nd\ne"},
        {"> ## a\n> b\n> > c\n\n-\n- d\n  1. e\n", "a\nb\nc\nd\ne"},
        {"a\n\n```c\nint  b;\n\tc\n```\n\nd\n", "a\nint b; c\nd"},
        {"a<!-- b -->c\n\n<!-- d -->\n\ne\n\n***\n\nf\n", "ac\ne\nf"},
        {"a <!-- b -->\n\n&#32;\n\n`` ` ``\n\nc\n", "a\n`\nc"},
        {"[lenke](a.md \"tittel\") og ![et kart](b.png)\n", "lenke og et kart"},
        {"&lt;b&gt; &#32; x\n", "<b> x"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        read(kit, cases[i].body, &markdown);
        assert_str(cases[i].body, markdown.text, cases[i].text);
    }
}

/* Of the lines of the text those that are headings, and no others that say the same. */
static void test_lines_know_their_headings(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *headings;
    } cases[] = {
        {"", ""},
        {"a\n\n- b\n", ""},
        {"## a\n\na\n\n### b\n\n- b\n", "[a][b]"},
        {"a\n\n## a\n", "[a]"},
        {"##\n\na\n\n## b\n##\n", "[b]"},
        {"## a <!-- b -->\n\n## ![c](d.png) `e`\n\n> f\n> ---\n", "[a][c e][f]"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct markdown markdown;
        struct buf headings = BUF_INIT;
        read(kit, cases[i].body, &markdown);
        for (size_t k = 0; k < markdown.heading_lines.len; k++) {
            struct heading_line line = markdown.heading_lines.items[k];
            assert_true(line.start == 0 || markdown.text.ptr[line.start - 1] == '\n');
            assert_true(line.end == markdown.text.len || markdown.text.ptr[line.end] == '\n');
            buf_format(&headings, "[%.*s]",
                       STR_ARG(str_slice(markdown.text, line.start, line.end)));
        }
        assert_str(cases[i].body, buf_str(&headings), cases[i].headings);
        buf_release(&headings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_html_within_a_page),
        WITH_KIT(test_html_with_its_holes_filled),
        WITH_KIT(test_text_is_what_a_reader_hears),
        WITH_KIT(test_lines_know_their_headings),
        WITH_KIT(test_holes_cannot_be_forged),
        WITH_KIT(test_refused_addresses_are_empty),
        WITH_KIT(test_images),
        WITH_KIT(test_headings_have_ids_and_texts),
        WITH_KIT(test_ids_of_long_headings_are_slugs),
        WITH_KIT(test_links_in_headings_stay_links),
        WITH_KIT(test_levels_of_headings),
        WITH_KIT(test_raw_html_and_notes),
        WITH_KIT(test_entities_cannot_make_what_is_refused),
        WITH_KIT(test_links_have_text),
        WITH_KIT(test_spans_of_links),
        WITH_KIT(test_spans_stay_on_a_line),
        WITH_KIT(test_any_part_of_a_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
