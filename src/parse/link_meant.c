#include "parse/link_meant.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/nearest.h"
#include "base/utf8.h"

/* ---- what stands there ---- */

/* Returns the text without hard and other blanks at its ends, encoded ones as well. */
static struct str without_blanks(struct str url)
{
    static const struct str encoded[] = {STR_INIT("%C2%A0"), STR_INIT("%E2%80%AF"),
                                         STR_INIT("%20")};
    size_t before;
    do {
        before = url.len;
        url = blank_trim(url);
        for (size_t i = 0; i < sizeof encoded / sizeof *encoded; i++) {
            if (str_starts(url, encoded[i]))
                url = str_from(url, encoded[i].len);
            if (str_ends(url, encoded[i]))
                url.len -= encoded[i].len;
        }
    } while (url.len < before);
    return url;
}

/* The ending of a path without its dot; absent when its name has none. */
static struct str ending_of(struct str path)
{
    struct str name = str_name(path);
    size_t dot = str_rfind_byte(name, '.');
    return dot == SIZE_MAX || dot == 0 ? (struct str){0} : str_from(name, dot + 1);
}

static bool is_among(struct str text, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_same(text, words[i]))
            return true;
    return false;
}

/* Whether a text begins with a host: `www.a`, `a.no/b`; alone only if it ends as most hosts do. */
static bool begins_with_host(struct str text)
{
    static const struct str domains[] = {
        STR_INIT("no"), STR_INIT("com"), STR_INIT("org"), STR_INIT("net"), STR_INIT("eu"),
        STR_INIT("se"), STR_INIT("dk"),  STR_INIT("fi"),  STR_INIT("de"),  STR_INIT("uk"),
        STR_INIT("io"), STR_INIT("gov"), STR_INIT("edu"), STR_INIT("info")};
    size_t end = 0;
    while (end < text.len && str_find_byte(STR("/?#:"), text.ptr[end]) == SIZE_MAX)
        end++;
    struct str host = str_slice(text, 0, end), last = ending_of(host);
    if (str_begins(text, STR("www.")) && end > STR("www.").len)
        return true;
    for (size_t i = 0; i < host.len; i++)
        if (!ascii_is_unreserved(host.ptr[i]) && (unsigned char)host.ptr[i] < 0x80)
            return false;
    return host.len && host.ptr[0] != '.' &&
           is_among(last, domains, sizeof domains / sizeof *domains);
}

static bool is_mail(struct str text)
{
    size_t at = str_find_byte(text, '@');
    return at != SIZE_MAX && at > 0 && str_find_byte(str_from(text, at), '.') != SIZE_MAX &&
           str_find_byte(text, '/') == SIZE_MAX && str_find_byte(text, ' ') == SIZE_MAX;
}

/* `C:\x`, `c:/x`, `file:…`: a file of the writer's own machine. */
static bool is_on_disk(struct str url, struct str scheme)
{
    return str_same(scheme, STR("file")) ||
           (scheme.len == 1 && ascii_is_letter(scheme.ptr[0]) && url.len > 2 &&
            (url.ptr[2] == '\\' || url.ptr[2] == '/'));
}

static struct str with_slashes(struct arena *arena, struct str url)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < url.len; i++)
        buf_byte(&out, url.ptr[i] == '\\' ? '/' : url.ptr[i]);
    return buf_finish(&out, arena);
}

/* ---- slips ---- */

/* Each of these returns what was meant, if its slip is in the address, or the absent str. */

/* `https//a.no`, `https:/a.no`, `https:a.no`, `//a.no` */
static struct str meant_slashes(struct arena *arena, struct str url)
{
    static const struct str starts[] = {STR_INIT("https:"), STR_INIT("http:"), STR_INIT("https/"),
                                        STR_INIT("http/"), STR_INIT("//")};
    struct str rest = {0};
    for (size_t i = 0; !rest.ptr && i < sizeof starts / sizeof *starts; i++)
        if (str_begins(url, starts[i]))
            rest = str_from(url, starts[i].len);
    while (rest.len && (rest.ptr[0] == '/' || rest.ptr[0] == ':'))
        rest = str_from(rest, 1);
    return rest.len && begins_with_host(rest) ? STR_JOIN(arena, STR("https://"), rest)
                                              : (struct str){0};
}

/* `ttps://a.no`, `hhtps://a.no`, `mailo:a@b.no` */
static struct str meant_scheme(struct arena *arena, struct str url, struct str scheme)
{
    static const struct str schemes[] = {STR_INIT("https"), STR_INIT("http"), STR_INIT("mailto")};
    struct nearest nearest = nearest_to(scheme);
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        nearest_try(&nearest, schemes[i]);
    struct str rest = str_from(url, scheme.len + 1);
    if (!nearest.best.len)
        return (struct str){0};
    if (str_eq(nearest.best, STR("mailto")))
        return is_mail(rest) ? STR_JOIN(arena, STR("mailto:"), rest) : (struct str){0};
    while (rest.len && rest.ptr[0] == '/')
        rest = str_from(rest, 1);
    return begins_with_host(rest) ? STR_JOIN(arena, STR("https://"), rest) : (struct str){0};
}

static struct str meant_with_scheme(struct arena *arena, struct str url)
{
    if (is_mail(url))
        return STR_JOIN(arena, STR("mailto:"), url);
    return begins_with_host(url) ? STR_JOIN(arena, STR("https://"), url) : (struct str){0};
}

static bool is_web_scheme(struct str scheme)
{
    return str_same(scheme, STR("http")) || str_same(scheme, STR("https"));
}

/* `https://`, `https:///`, `mailto:` and nothing more. */
static bool is_scheme_alone(struct str url, struct str scheme)
{
    struct str rest = str_from(url, scheme.len);
    while (rest.len && (rest.ptr[0] == ':' || rest.ptr[0] == '/'))
        rest = str_from(rest, 1);
    return rest.len == 0 && (is_web_scheme(scheme) || str_same(scheme, STR("mailto")));
}

/* In the order of how sure each is. */
static struct link_meant slip_of(struct arena *arena, struct str url)
{
    struct str plain = without_blanks(url), scheme = address_split(plain).scheme, meant;
    bool good = !scheme.len || address_read(arena, plain, STR("")).kind == ADDRESS_EXTERNAL;
    if (is_on_disk(plain, scheme))
        return (struct link_meant){.rule = RULE_LINK_OWN_DISK};
    if (!scheme.len && str_find_byte(plain, '\\') != SIZE_MAX)
        return (struct link_meant){RULE_LINK_BACKSLASH, with_slashes(arena, plain), true};
    if (scheme.len && good && plain.len < url.len)
        return (struct link_meant){.rule = RULE_LINK_BLANK, .meant = plain};
    if ((meant = meant_slashes(arena, plain)).len ||
        (scheme.len && (meant = meant_scheme(arena, plain, scheme)).len))
        return (struct link_meant){.rule = RULE_LINK_MISTYPED, .meant = meant};
    if (is_scheme_alone(plain, scheme))
        return (struct link_meant){.rule = RULE_LINK_NO_ADDRESS};
    if (is_web_scheme(scheme) && !good)
        return (struct link_meant){.rule = RULE_LINK_MISTYPED};
    if (!scheme.len && (meant = meant_with_scheme(arena, plain)).len)
        return (struct link_meant){.rule = RULE_LINK_WITHOUT_SCHEME, .meant = meant};
    if (good && plain.len && plain.len < url.len)
        return (struct link_meant){RULE_LINK_BLANK, plain, true};
    return (struct link_meant){.rule = PARSE_RULES};
}

/* Whether the path ends as that of a page or folder; a file of another kind is none of ours. */
static bool ends_as_page(struct str url)
{
    static const struct str endings[] = {STR_INIT("html"), STR_INIT("htm"), STR_INIT("md"),
                                         STR_INIT("markdown"), STR_INIT("mdx")};
    struct str ending = ending_of(address_split(url).path);
    return !ending.len || is_among(ending, endings, sizeof endings / sizeof *endings);
}

struct link_meant link_meant_read(struct arena *arena, struct str url,
                                  const struct address *address)
{
    struct link_meant meant = slip_of(arena, url);
    if (meant.rule != PARSE_RULES)
        return meant;
    switch (address->kind) {
    case ADDRESS_REFUSED: meant.rule = RULE_LINK_SCHEME; break;
    case ADDRESS_OUTSIDE:
        meant.rule = RULE_LINK_OUTSIDE;
        meant.stray = str_starts(url, STR("/"));
        break;
    default:
        meant.rule = RULE_LINK_NOT_MARKDOWN;
        meant.stray = address->kind <= ADDRESS_OTHER && ends_as_page(url);
    }
    return meant;
}
