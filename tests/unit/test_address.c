#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "kit.h"
#include "base/address.h"
#include "base/ip.h"

static const char *const kinds[] = {
    [ADDRESS_EXTERNAL] = "external", [ADDRESS_MARKDOWN] = "markdown", [ADDRESS_FILE] = "file",
    [ADDRESS_OTHER] = "other",       [ADDRESS_OUTSIDE] = "outside",   [ADDRESS_REFUSED] = "refused",
};

static void assert_kind(struct kit *kit, struct str url, struct str from, const char *kind)
{
    struct address address = address_read(&kit->arena, url, from);
    if (strcmp(kinds[address.kind], kind) != 0)
        fail_msg("«%.*s» is %s, not %s", STR_ARG(url), kinds[address.kind], kind);
}

#define FROM STR("content/measures/nfd/x.md")

/* The whole list of what leads out of the collection. */
static void test_external_addresses(void **state)
{
    static const char *const urls[] = {
        "https://a.no",
        "http://a.no",
        "HTTPS://A.NO/",
        "hTTp://a.no",
        "https://a.no/b?c=d&e=f#g",
        "https://a.no/b:c",
        "https://a.no//b",
        "https://a.no:8080/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://blåbær.no/å",
        "https://a.no/%2e%2e/%00",
        "https://a.no/a b",
        "https://a",
        "mailto:a@b.no",
        "MailTo:a@b.no",
        "mailto:a@b.no?subject=c",
    };
    for (size_t i = 0; i < ROWS(urls); i++)
        assert_kind(*state, str_of(urls[i]), FROM, "external");
}

/* Everything that is not on that list and no path; each of these has been an attack somewhere. */
static void test_refused_addresses(void **state)
{
    static const char *const urls[] = {
        /* schemes */
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "javascript://a.no/%0aalert(1)",
        "javascript:",
        "vbscript:msgbox(1)",
        "data:text/html,<script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/png;base64,iVBORw0KGgo=",
        "DATA:image/svg+xml,<svg>",
        "blob:https://a.no/1",
        "filesystem:https://a.no/1",
        "file:///etc/passwd",
        "file:x",
        "ms-msdt:/id PCWDiagnostic",
        "ms-word:ofe|u|https://a.no",
        "search-ms:query=a",
        "tel:+4712345678",
        "sms:+4712345678",
        "ftp://a.no/",
        "ws://a.no/",
        "about:blank",
        "view-source:https://a.no",
        "intent://a#Intent;end",
        "jar:https://a.no!/",
        "x-y+z.1:a",
        "samling:0",
        "httpss://a.no",
        "xhttps://a.no",
        "http s://a.no",
        "c:/windows",
        "a:b.md",
        "mailto :a@b.no",
        /* web addresses without a host, which browsers mend in ways of their own */
        "https:",
        "https:a.no",
        "https:/a.no",
        "https://",
        "https:///a.no",
        "https:////a.no",
        "http:?a",
        "https://?a",
        "https://#a",
        "https://:80/",
        "https://@a.no",
        "https://a@",
        "https://a:80@/",
        /* other hosts without a scheme */
        "//a.no",
        "//a.no/x.md",
        "///a.no",
        "////a.no",
        /* backslashes are slashes to browsers */
        "\\\\a.no",
        "\\/a.no",
        "/\\a.no",
        "\\a.no",
        "https:\\\\a.no",
        "https://a.no\\@b.no",
        "..\\..\\x.md",
        "x\\y.md",
        "#a\\b",
        /* blanks, controls and hidden characters */
        " javascript:alert(1)",
        "\xC2\xA0javascript:alert(1)",
        "\tjavascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\rscript:alert(1)",
        "\x01javascript:alert(1)",
        "https://a.no/\n",
        "https://a\t.no",
        "x\x7F.md",
        "x\xC2\x85.md",
        "x\xE2\x80\xAE.md",
        "x\xE2\x80\x8B.md",
        "#a\xE2\x80\xAE",
        "\xEF\xBB\xBFhttps://a.no",
        "https://a.no/\xE2\x81\xA6",
        "\x1B[2J",
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(urls); i++)
        assert_kind(kit, str_of(urls[i]), FROM, "refused");
    assert_kind(kit, STR("java\0script:alert(1)"), FROM, "refused");
    assert_kind(kit, STR("x\0.md"), FROM, "refused");
}

/* Paths are names of files: nothing in them is decoded, so nothing can be hidden in them. */
static void test_paths_into_the_collection(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *url, *kind, *path, *anchor;
    } cases[] = {
        {"y.md", "markdown", "content/measures/nfd/y.md", ""},
        {"y.md#a", "markdown", "content/measures/nfd/y.md", "a"},
        {"y.md#", "markdown", "content/measures/nfd/y.md", ""},
        {"y.md#a#b", "markdown", "content/measures/nfd/y.md", "a#b"},
        {"#a", "markdown", "content/measures/nfd/x.md", "a"},
        {"#", "markdown", "content/measures/nfd/x.md", ""},
        {"#a:b", "markdown", "content/measures/nfd/x.md", "a:b"},
        {"#/../..", "markdown", "content/measures/nfd/x.md", "/../.."},
        {"./y.md", "markdown", "content/measures/nfd/y.md", ""},
        {"././/y.md", "markdown", "content/measures/nfd/y.md", ""},
        {"../kld/y.md#a", "markdown", "content/measures/kld/y.md", "a"},
        {"../../pages/om.md", "markdown", "content/pages/om.md", ""},
        {"z/../y.md", "markdown", "content/measures/nfd/y.md", ""},
        {"../nfd/./../nfd/x.md", "markdown", "content/measures/nfd/x.md", ""},
        {"../../../content/pages/om.md", "markdown", "content/pages/om.md", ""},
        {"./a:b.md", "markdown", "content/measures/nfd/a:b.md", ""},
        {"z/a:b.md", "markdown", "content/measures/nfd/z/a:b.md", ""},
        {":b.md", "markdown", "content/measures/nfd/:b.md", ""},
        {"a b.md", "markdown", "content/measures/nfd/a b.md", ""},
        {" y.md", "markdown", "content/measures/nfd/ y.md", ""},
        {"blå.md", "markdown", "content/measures/nfd/blå.md", ""},
        {"...md", "markdown", "content/measures/nfd/...md", ""},
        {".../y.md", "markdown", "content/measures/nfd/.../y.md", ""},
        {"%2e%2e/%2e%2e/y.md", "markdown", "content/measures/nfd/%2e%2e/%2e%2e/y.md", ""},
        {"..%2f..%2fy.md", "markdown", "content/measures/nfd/..%2f..%2fy.md", ""},
        {"..%5cy.md", "markdown", "content/measures/nfd/..%5cy.md", ""},
        {"y.png", "file", "content/measures/nfd/y.png", ""},
        {"../y.jpg", "file", "content/measures/y.jpg", ""},
        {"y.jpeg", "file", "content/measures/nfd/y.jpeg", ""},
        {"y.webp", "file", "content/measures/nfd/y.webp", ""},
        {"y.gif#a", "file", "content/measures/nfd/y.gif", "a"},
        {"y.svg", "file", "content/measures/nfd/y.svg", ""},
        {"y.pdf#page=4", "file", "content/measures/nfd/y.pdf", "page=4"},
        {"y.docm", "file", "content/measures/nfd/y.docm", ""},
        {"y.pdf/", "other", "content/measures/nfd/y.pdf", ""},
        {"y.pdf?a", "other", "content/measures/nfd/y.pdf?a", ""},
        {"y.xyz", "other", "content/measures/nfd/y.xyz", ""},
        {".pdf", "other", "content/measures/nfd/.pdf", ""},
        {"y.PNG", "file", "content/measures/nfd/y.PNG", ""},
        {"y.MD", "other", "content/measures/nfd/y.MD", ""},
        {"y.html", "file", "content/measures/nfd/y.html", ""},
        {"y", "other", "content/measures/nfd/y", ""},
        {"y.md/", "other", "content/measures/nfd/y.md", ""},
        {"y.md?a", "other", "content/measures/nfd/y.md?a", ""},
        {"?a:b", "other", "content/measures/nfd/?a:b", ""},
        {"javascript%3Aalert(1)", "other", "content/measures/nfd/javascript%3Aalert(1)", ""},
        {"javascript&colon;alert(1)", "other", "content/measures/nfd/javascript&colon;alert(1)",
         ""},
        {"www.a.no", "other", "content/measures/nfd/www.a.no", ""},
        {".", "other", "content/measures/nfd", ""},
        {"..", "other", "content/measures", ""},
        {"", "other", "", ""},
        {"../../..", "outside", "", ""},
        {"../..", "outside", "", ""}, /* the collection itself */
        {"../../../y.md", "outside", "", ""},
        {"../../../contents/y.md", "outside", "", ""},
        {"../../../theme/y.md", "outside", "", ""},
        {"../../../../content/y.md", "outside", "", ""},
        {"../../../../../../etc/passwd", "outside", "", ""},
        {"z/../../../../y.md", "outside", "", ""},
        {"./.././../.././y.md", "outside", "", ""},
        {"/", "outside", "", ""},
        {"/y.md", "outside", "", ""},
        {"/content/pages/om.md", "outside", "", ""},
        {"/a//b", "outside", "", ""},
        {"/../y.md", "outside", "", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct address address = address_read(&kit->arena, str_of(cases[i].url), FROM);
        assert_c(cases[i].url, kinds[address.kind], cases[i].kind);
        if (address.kind == ADDRESS_OUTSIDE)
            continue;
        assert_str(cases[i].url, address.path, cases[i].path);
        assert_str(cases[i].url, address.anchor, cases[i].anchor);
    }
}

static void test_paths_from_other_places(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *from, *url, *kind, *path;
    } cases[] = {
        {"content/om.md", "y.md", "markdown", "content/y.md"},
        {"content/om.md", "../y.md", "outside", ""},
        {"content/om.md", "../content/y.md", "markdown", "content/y.md"},
        {"om.md", "y.md", "markdown", "y.md"},
        {"om.md", "z/y.md", "markdown", "z/y.md"},
        {"om.md", "../y.md", "outside", ""},
        {"om.md", "z/../y.md", "markdown", "y.md"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct address address =
            address_read(&kit->arena, str_of(cases[i].url), str_of(cases[i].from));
        assert_c(cases[i].url, kinds[address.kind], cases[i].kind);
        if (address.kind != ADDRESS_OUTSIDE)
            assert_str(cases[i].url, address.path, cases[i].path);
    }
}

/* The result lives in the arena, not in the text that was read. */
static void test_the_address_is_a_copy(void **state)
{
    struct kit *kit = *state;
    char url[] = "../kld/y.md#anker", from[] = "content/measures/nfd/x.md";
    struct address address = address_read(&kit->arena, str_of(url), str_of(from));
    memset(url, '!', sizeof url);
    assert_str("path", address.path, "content/measures/kld/y.md");
    assert_str("anchor", address.anchor, "anker");
}

/* A path of very many parts costs no more than its length. */
static void test_long_paths(void **state)
{
    struct kit *kit = *state;
    struct str down = kit_repeat(kit, "a/", 100000), up = kit_repeat(kit, "../", 100000);
    struct str both = STR_JOIN(&kit->arena, kit_repeat(kit, "a/../", 50000), STR("y.md"));
    struct address address =
        address_read(&kit->arena, STR_JOIN(&kit->arena, down, STR("y.md")), FROM);
    assert_int_equal(address.kind, ADDRESS_MARKDOWN);
    assert_int_equal(address.path.len, strlen("content/measures/nfd/") + 200000 + 4);
    assert_kind(kit, up, FROM, "outside");
    assert_str("back", address_read(&kit->arena, both, FROM).path, "content/measures/nfd/y.md");
}

static void test_what_a_reader_is_told_of_an_address(void **state)
{
    (void)state;
    static const struct {
        const char *url, *host, *file;
    } cases[] = {
        {"https://www.nav.no/", "nav.no", ""},
        {"https://nav.no", "nav.no", ""},
        {"http://nav.no:8080/a.b/c", "nav.no", ""},
        {"https://nav.no?fil=a.pdf", "nav.no", ""},
        {"https://nav.no#a.pdf", "nav.no", ""},
        {"https://nav.no/a.pdf", "nav.no", "PDF"},
        {"https://nav.no/a.PDF?side=2#3", "nav.no", "PDF"},
        {"https://nav.no/a.docx", "nav.no", "DOCX"},
        {"https://nav.no/a.html", "nav.no", ""},
        {"https://nav.no/a.", "nav.no", ""},
        {"https://blåbær.no/", "blåbær.no", ""},
        {"https://WWW.nav.no/", "nav.no", ""},
        {"https://nav.no:443/a", "nav.no", ""},
        {"https://a:b@www.nav.no:443/a.odt", "nav.no", "ODT"},
        {"https://[2001:db8::1]:80/a.csv", "[2001:db8::1]", "CSV"},
        {"https://example.zip", "example.zip", ""},
        {"https://example.zip/", "example.zip", ""},
        {"https://example.zip?a.pdf", "example.zip", ""},
        {"https://nav.no/a.zip/", "nav.no", ""},
        {"https://nav.no/a.pdf/b", "nav.no", ""},
        {"https://nav.no/zip", "nav.no", ""},
        {"https://nav.no/a.pdf.html", "nav.no", ""},
        {"mailto:a@nav.no", "", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str url = str_of(cases[i].url);
        assert_str(cases[i].url, address_host(url), cases[i].host);
        assert_str(cases[i].url, address_file_type(url), cases[i].file);
    }
}

static void test_relative_paths(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *from, *relative, *path;
    } cases[] = {
        {"index.html", "om.html", "om.html"},
        {"tema/styring.html", "../om.html", "om.html"},
        {"tema/styring.html", "./../tema//a.html", "tema/a.html"},
        {"a/b/c.html", "../../a.html", "a.html"},
        {"a/b/c.html", "", "a/b"},
        {"a/b.html", "../../a.html", NULL},
        {"index.html", "..", NULL},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str path =
            address_resolve(&kit->arena, str_of(cases[i].from), str_of(cases[i].relative));
        assert_int_equal(path.ptr == NULL, cases[i].path == NULL);
        assert_str(cases[i].relative, path, cases[i].path ? cases[i].path : "");
    }
    struct str deep = address_resolve(&kit->arena, STR("a.html"), kit_repeat(kit, "a/", 1000000));
    assert_int_equal(deep.len, 2 * 1000000 - 1);
}

static struct str shown(struct str part)
{
    return part.ptr ? part : STR("-");
}

/* scheme | userinfo | host | port | path | query | fragment, and `-` for what is not there. */
static void test_the_parts_of_an_address(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *url, *parts;
    } cases[] = {
        {"", "-|-|-|-||-|-"},
        {"https://a.no", "https|-|a.no|-||-|-"},
        {"HTTPS://A.no:80/B?c#d", "HTTPS|-|A.no|80|/B|c|d"},
        {"https://a.no/?#", "https|-|a.no|-|/||"},
        {"https://a.no?b/c#d?e#f", "https|-|a.no|-||b/c|d?e#f"},
        {"https://a.no#b?c", "https|-|a.no|-||-|b?c"},
        {"https://a.no:/", "https|-|a.no||/|-|-"},
        {"https://a:b@c.no:80/d@e", "https|a:b|c.no|80|/d@e|-|-"},
        {"https://a@b@c", "https|a@b|c|-||-|-"},
        {"https://@a", "https||a|-||-|-"},
        {"https://a.no/@b:c", "https|-|a.no|-|/@b:c|-|-"},
        {"https://[::1]", "https|-|[::1]|-||-|-"},
        {"https://a@[fe80::1%25x]:8080/y", "https|a|[fe80::1%25x]|8080|/y|-|-"},
        {"https://[::1]x:8/", "https|-|[::1]x|8|/|-|-"},
        {"https://[::1", "https|-|[::1|-||-|-"},
        {"https://[", "https|-|[|-||-|-"},
        {"https://a:b:c", "https|-|a|b:c||-|-"},
        {"https:///a", "https|-||-|/a|-|-"},
        {"https:a", "https|-|-|-|a|-|-"},
        {"//a/b", "-|-|a|-|/b|-|-"},
        {"/a//b:c", "-|-|-|-|/a//b:c|-|-"},
        {"a/b:c", "-|-|-|-|a/b:c|-|-"},
        {":a", "-|-|-|-|:a|-|-"},
        {"?a:b", "-|-|-|-||a:b|-"},
        {"mailto:a@b.no?subject=c", "mailto|-|-|-|a@b.no|subject=c|-"},
        {"https://a\\@b.no/", "https|a\\|b.no|-|/|-|-"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct address_parts parts = address_split(str_of(cases[i].url));
        const struct str *part[] = {&parts.scheme, &parts.userinfo, &parts.host,    &parts.port,
                                    &parts.path,   &parts.query,    &parts.fragment};
        struct str all = STR("");
        for (size_t k = 0; k < ROWS(part); k++)
            all = STR_JOIN(&kit->arena, all, k ? STR("|") : STR(""), shown(*part[k]));
        assert_str(cases[i].url, all, cases[i].parts);
    }
    struct str nul = address_split(STR("https://a\0b.no/")).host;
    assert_int_equal(nul.len, 6);
}

static void test_a_host_as_it_is_looked_up(void **state)
{
    struct kit *kit = *state;
    static const char *const cases[][2] = {
        {"A.No", "a.no"},     {"%6Cocal%68ost", "localhost"},
        {"a%2eno", "a.no"},   {"a%", "a%"},
        {"a%2", "a%2"},       {"a%zz", "a%zz"},
        {"BLÅ.no", "blÅ.no"}, {"[FE80::1%25X]", "[fe80::1%x]"},
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_str(cases[i][0], address_plain_host(&kit->arena, str_of(cases[i][0])), cases[i][1]);
}

static void test_addresses_by_number(void **state)
{
    (void)state;
    static const struct {
        const char *host, *kind;
    } cases[] = {
        {"10.0.0.1", "local"},
        {"10.255.255.255", "local"},
        {"9.255.255.255", "open"},
        {"11.0.0.0", "open"},
        {"172.15.255.255", "open"},
        {"172.16.0.0", "local"},
        {"172.31.255.255", "local"},
        {"172.32.0.0", "open"},
        {"192.167.255.255", "open"},
        {"192.168.0.0", "local"},
        {"192.169.0.0", "open"},
        {"127.255.255.255", "local"},
        {"128.0.0.1", "open"},
        {"169.253.0.1", "open"},
        {"169.254.0.1", "local"},
        {"100.63.255.255", "open"},
        {"100.64.0.0", "local"},
        {"100.127.255.255", "local"},
        {"100.128.0.0", "open"},
        {"0.0.0.0", "local"},
        {"1.0.0.0", "open"},
        {"255.255.255.255", "open"},
        /* as browsers read them */
        {"10.0.0.1.", "local"},
        {"127.1", "local"},
        {"10.1.65535", "local"},
        {"0x7f.1", "local"},
        {"0X7F000001", "local"},
        {"2130706433", "local"},
        {"017700000001", "local"},
        {"010.0.0.1", "open"}, /* 8.0.0.1 */
        {"012.0.0.1", "local"},
        /* and what is none of them */
        {"", "name"},
        {".", "name"},
        {"10.", "local"}, /* 0.0.0.10 */
        {"10..1", "name"},
        {"10.256.0.1", "name"},
        {"10.0.0.256", "name"},
        {"10.0.65536", "name"},
        {"256.1", "name"},
        {"4294967296", "name"},
        {"99999999999999999999999999", "name"},
        {"10.0.0.0.1", "name"},
        {"10.dager.no", "name"},
        {"08.0.0.1", "name"},
        {"0xg.0.0.1", "name"},
        {"-1.0.0.1", "name"},
        {"10.0.0.1 ", "name"},
        {"::1", "name"},
        /* in brackets */
        {"[::]", "local"},
        {"[::1]", "local"},
        {"[0:0:0:0:0:0:0:1]", "local"},
        {"[::2]", "open"},
        {"[fc00::]", "local"},
        {"[fdff:ffff::1]", "local"},
        {"[fbff::1]", "open"},
        {"[fe00::1]", "open"},
        {"[fe80::1]", "local"},
        {"[FEBF::1]", "local"},
        {"[fec0::1]", "open"},
        {"[fe80::1%eth0]", "local"},
        {"[::ffff:10.0.0.1]", "local"},
        {"[::ffff:a00:1]", "local"},
        {"[::ffff:8.8.8.8]", "open"},
        {"[2001:db8::1]", "open"},
        {"[1:2:3:4:5:6:7:8]", "open"},
        {"[1:2:3:4:5:6:1.2.3.4]", "open"},
        {"[1:2:3:4:5:6:7::]", "open"},
        {"[1:2:3:4:5:6:7::8]", "name"},
        {"[1:2:3:4:5:6:7:1.2.3.4]", "name"},
        {"[1:2:3:4:5:6:7:8:9]", "name"},
        {"[1:2:3:4:5:6:7:]", "name"},
        {"[1.2.3.4::]", "name"},
        {"[::1.2.3.04]", "name"},
        {"[12345::]", "name"},
        {"[1::2::3]", "name"},
        {"[:1]", "name"},
        {"[]", "name"},
        {"[", "name"},
        {"[::1", "name"},
        {"[10.0.0.1]", "name"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct ip ip;
        bool number = ip_read_host(str_of(cases[i].host), &ip);
        assert_c(cases[i].host,
                 !number            ? "name"
                 : ip_is_local(&ip) ? "local"
                                    : "open",
                 cases[i].kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_external_addresses),
        WITH_KIT(test_refused_addresses),
        WITH_KIT(test_paths_into_the_collection),
        WITH_KIT(test_paths_from_other_places),
        WITH_KIT(test_the_address_is_a_copy),
        WITH_KIT(test_long_paths),
        WITH_KIT(test_relative_paths),
        WITH_KIT(test_what_a_reader_is_told_of_an_address),
        WITH_KIT(test_the_parts_of_an_address),
        WITH_KIT(test_a_host_as_it_is_looked_up),
        WITH_KIT(test_addresses_by_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
