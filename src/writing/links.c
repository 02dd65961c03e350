#include "writing/links.h"

#include "base/address.h"
#include "base/arena.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/buf.h"
#include "base/ip.h"
#include "base/language.h"
#include "base/map.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/rules.h"
#include "writing/writing.h"

/* ---- addresses ---- */

/* An address with the scheme http or https. */
struct web_address {
    struct str url;  /* as written */
    struct str rest; /* after `https://` */
    struct address_parts parts;
    struct str host; /* as it is looked up */
};

static bool starts_http(struct str url)
{
    return str_begins(url, STR("https://")) || str_begins(url, STR("http://"));
}

static struct web_address web_of(struct arena *arena, struct str url)
{
    struct web_address web = {.url = url, .parts = address_split(url)};
    web.rest = str_from(url, web.parts.scheme.len + 3);
    web.host = address_plain_host(arena, web.parts.host);
    return web;
}

/* Whether the host is `domain` or lies in it. */
static bool is_in(struct str host, struct str domain)
{
    return str_eq(host, domain) || (host.len > domain.len && str_ends(host, domain) &&
                                    host.ptr[host.len - domain.len - 1] == '.');
}

/* How long the last thing in an address is that was copied with it out of a text, or 0. */
static size_t tail_of(struct str url)
{
    static const struct str tails[] = {
        STR_INIT("."), STR_INIT(","),         STR_INIT(";"),      STR_INIT("\""),
        STR_INIT("'"), STR_INIT("%20"),       STR_INIT("»"),      STR_INIT("%C2%BB"),
        STR_INIT("”"), STR_INIT("%E2%80%9D"), STR_INIT("%C2%A0"), STR_INIT("%E2%80%AF"),
    };
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(url, tails[i]))
            return tails[i].len;
    return blank_last_len(url);
}

/* A bracket at its end stays if the address has an opening one. */
static struct str without_tail(struct str url)
{
    bool open = str_find_byte(url, '(') != SIZE_MAX;
    for (size_t len = 1; len; url.len -= len)
        len = str_ends(url, STR(")")) && !open ? 1 : tail_of(url);
    return url;
}

/* Returns where the first blank of an address stands, hard ones among them, or SIZE_MAX. */
static size_t blank_in(struct str url)
{
    for (size_t i = 0; i < url.len; i++)
        if (url.ptr[i] == ' ' || blank_hard_len(str_from(url, i)))
            return i;
    return SIZE_MAX;
}

/* What an address with a blank in it was meant as: the blank encoded, or a title cut off. */
static struct str without_blank(struct arena *arena, struct str url)
{
    size_t at = blank_in(url);
    struct str rest = blank_trim(str_from(url, at)), part;
    if (rest.len && str_find_byte(STR("\"'("), rest.ptr[0]) != SIZE_MAX)
        return str_slice(url, 0, at);
    if (url.ptr[at] != ' ')
        return (struct str){0};
    struct buf out = BUF_INIT;
    while (str_cut(&url, ' ', &part)) {
        buf_put(&out, part);
        buf_put(&out, url.ptr ? STR("%20") : STR(""));
    }
    return buf_finish(&out, arena);
}

/*
 * Whether an address looks mistyped; *meant is then what was likely meant, or the absent
 * str. Looks for a second scheme, for what was copied with it, and for a host that is none.
 */
static bool is_malformed(struct arena *arena, const struct web_address *web, struct str *meant)
{
    static const struct str again[] = {STR_INIT("https//"), STR_INIT("http//"), STR_INIT("https:/"),
                                       STR_INIT("http:/")};
    *meant = (struct str){0};
    for (size_t i = 0; i < sizeof again / sizeof *again; i++)
        if (str_starts(web->rest, again[i])) {
            *meant = starts_http(web->rest) ? web->rest : (struct str){0};
            return true;
        }
    struct str kept = without_tail(web->url);
    if (blank_in(kept) != SIZE_MAX) {
        *meant = without_blank(arena, kept);
        return true;
    }
    if (kept.len < web->url.len) {
        *meant = kept;
        return true;
    }
    return web->host.len == 0 || str_starts(web->host, STR(".")) || str_ends(web->host, STR(".")) ||
           str_find(web->host, STR("..")) != SIZE_MAX || str_starts(web->host, STR("www,"));
}

/* Whether only a private network knows the host: by its IP number or by how its name ends. */
static bool is_local(struct str host)
{
    struct ip ip;
    if (ip_read_host(host, &ip))
        return ip_is_local(&ip);
    size_t dot = str_find_byte(host, '.');
    if (dot == SIZE_MAX)
        return !str_starts(host, STR("["));
    return languages_have(WORDS_INTRANET_HOSTS, str_slice(host, 0, dot), str_eq) ||
           languages_have(WORDS_INTRANET_DOMAINS, host, is_in);
}

/*
 * Whether a part of a host has Latin letters and others that look like them: «аpple» with a
 * Cyrillic а is another site. A host in one alphabet says what it is.
 */
static bool mixes_alphabets(struct str host)
{
    static const struct {
        uint32_t first, last;
    } others[] = {{0x370, 0x3FF}, {0x400, 0x52F}, {0x530, 0x58F}, {0x13A0, 0x13FF}};
    bool latin = false, other = false;
    while (host.len && !(latin && other)) {
        uint32_t rune = utf8_next(&host);
        if (rune == '.')
            latin = other = false;
        latin |= rune < 0x250 && norwegian_letter(rune) != LETTER_NONE;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            other |= rune >= others[i].first && rune <= others[i].last;
    }
    return latin && other;
}

static bool is_redirect(struct str host)
{
    return languages_have(WORDS_REDIRECTS, host, is_in);
}

static bool is_behind_login(const struct web_address *web)
{
    if (languages_have(WORDS_LOGIN_HOSTS, web->host, is_in))
        return true;
    struct str rest = web->parts.path;
    for (struct str part; str_cut(&rest, '/', &part);)
        if (languages_have(WORDS_LOGIN_PATHS, part, str_same))
            return true;
    return false;
}

static bool is_tracker(struct str name)
{
    return languages_have(WORDS_TRACKERS, name, str_same) || str_begins(name, STR("utm_"));
}

static struct str lower(struct arena *arena, struct str text)
{
    char *copy = arena_text(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        copy[i] = ascii_lower(text.ptr[i]);
    return (struct str){copy, text.len};
}

/* Returns the address without the parts that track; *first is the name of the first one. */
static struct str untracked(struct arena *arena, const struct web_address *web, struct str *first)
{
    struct str query = web->parts.query;
    *first = (struct str){0};
    if (!query.ptr)
        return web->url;
    size_t start = (size_t)(query.ptr - web->url.ptr);
    struct buf kept = BUF_INIT;
    buf_put(&kept, str_slice(web->url, 0, start - 1));
    struct str anchor = str_from(web->url, start + query.len);
    size_t count = 0;
    for (struct str part; str_cut(&query, '&', &part);) {
        size_t equals = str_find_byte(part, '=');
        struct str name = str_slice(part, 0, equals == SIZE_MAX ? part.len : equals);
        if (is_tracker(name)) {
            *first = first->len ? *first : lower(arena, name);
            continue;
        }
        buf_byte(&kept, count++ ? '&' : '?');
        buf_put(&kept, part);
    }
    buf_put(&kept, anchor);
    return buf_finish(&kept, arena);
}

/* Tells of the gravest fault of an address only, and that it is not encrypted if it has none. */
static void check_link_address(struct arena *arena, struct str url, struct span span,
                               struct diags *diags)
{
    if (!starts_http(url))
        return;
    struct web_address web = web_of(arena, url);
    struct detail detail = {.args = {words_quoted(arena, url), web.host}};
    struct str meant, tracker;
    struct str clean = untracked(arena, &web, &tracker);
    enum writing_rule rule = WRITING_RULES;
    bool as_shown = address_opens_as_shown(&web.parts) && !mixes_alphabets(web.parts.host);
    if (web.parts.userinfo.ptr) {
        rule = WRITING_LINK_HOST;
    } else if (is_malformed(arena, &web, &meant)) {
        rule = WRITING_LINK_FORM;
        detail.suggestion = meant;
    } else if (is_local(web.host)) {
        rule = WRITING_LINK_LOCAL;
    } else if (!as_shown) {
        rule = WRITING_LINK_HOST;
    } else if (is_redirect(web.host)) {
        rule = WRITING_LINK_REDIRECT;
    } else if (is_behind_login(&web)) {
        rule = WRITING_LINK_LOGIN;
    } else if (tracker.len) {
        rule = WRITING_LINK_TRACKING;
        detail = (struct detail){.args = {tracker}, .suggestion = clean};
    }
    if (rule < WRITING_RULES)
        writing_tell(diags, rule, span, detail);
    else if (str_same(web.parts.scheme, STR("http")))
        writing_tell(diags, WRITING_LINK_HTTP, span,
                     (struct detail){.args = {detail.args[0]},
                                     .suggestion = STR_JOIN(arena, STR("https://"), web.rest)});
}

/* ---- texts ---- */

struct named_link {
    struct str text, url;
    struct span span;
    struct str code; /* what stands in it as code, which is only one word in the text */
};

/*
 * Whether a link text is an address, which screen readers spell out. A domain alone is
 * not: «uustatus.no» may be what the site is called.
 */
static bool reads_as_address(struct str text)
{
    return starts_http(text) || (str_starts(text, STR("www.")) && words_count(text) == 1);
}

static struct str without_slash(struct str url)
{
    return str_ends(url, STR("/")) ? str_slice(url, 0, url.len - 1) : url;
}

static struct str without_anchor(struct str url)
{
    size_t anchor = str_find_byte(url, '#');
    return anchor == SIZE_MAX ? url : str_slice(url, 0, anchor);
}

/*
 * Whether two addresses are one page, for all that is known: capitals, `www.` and http do not
 * count. Two places on one page are two, but a page and a place on it are one.
 */
static bool is_same_page(struct str a, struct str b)
{
    struct str page_a = without_anchor(a), page_b = without_anchor(b);
    if (page_a.len == a.len || page_b.len == b.len) {
        a = page_a;
        b = page_b;
    }
    static const struct str fronts[] = {STR_INIT("https://"), STR_INIT("http://"),
                                        STR_INIT("www.")};
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
        if (str_begins(a, fronts[i]))
            a = str_from(a, fronts[i].len);
        if (str_begins(b, fronts[i]))
            b = str_from(b, fronts[i].len);
    }
    return str_same(without_slash(a), without_slash(b));
}

/* Returns the text of a link as a finding shows it: a link that is only code has that. */
static struct str shown_text(const struct named_link *link)
{
    return str_eq(link->text, STR(PROSE_CODE)) && link->code.len ? str_trim(link->code)
                                                                 : link->text;
}

/* `known` has the links so far by their folded text: one text must not lead to two places. */
static void check_link_text(const struct writing *writing, struct map *known,
                            struct named_link link, struct diags *diags)
{
    struct arena *arena = writing->scratch;
    struct str folded = norwegian_words(arena, link.text);
    if (folded.len == 0)
        return;
    if (reads_as_address(link.text)) {
        writing_tell(diags, WRITING_LINK_TEXT_ADDRESS, link.span,
                     (struct detail){.args = {words_quoted(arena, link.text)}});
        return;
    }
    if (words_are_vague(folded, writing->language)) {
        writing_tell(diags, WRITING_LINK_TEXT_VAGUE, link.span,
                     (struct detail){.args = {words_quoted(arena, link.text)}});
        return;
    }
    struct named_link *kept = arena_new(arena, struct named_link);
    *kept = link;
    const struct named_link *first =
        map_add(known, link.code.len ? STR_JOIN(arena, folded, link.code) : folded, kept);
    if (is_same_page(first->url, link.url))
        return;
    size_t line = source_place(first->span.source, first->span.start).line;
    writing_tell(diags, WRITING_LINK_TEXT_SAME, link.span,
                 (struct detail){.args = {words_quoted(arena, shown_text(&link)),
                                          str_format(arena, "%zu", line)}});
}

static void check_field_links(const struct writing *writing, struct map *known,
                              const struct value *value, struct diags *diags)
{
    bool one = value->kind == VALUE_TEXT && str_find_byte(value->text, ' ') == SIZE_MAX;
    if (one && address_split(value->text).host.len) /* else it is told that it leads nowhere */
        check_link_address(writing->scratch, value->text, value->span, diags);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->list.len; i++)
        check_field_links(writing, known, value->list.items[i], diags);
    if (value->kind != VALUE_MAP)
        return;
    const struct value *title = value_get(value, STR("title")), *url = value_get(value, STR("url"));
    if (title && url && title->kind == VALUE_TEXT && url->kind == VALUE_TEXT)
        check_link_text(writing, known,
                        (struct named_link){
                            .text = str_trim(title->text), .url = url->text, .span = title->span},
                        diags);
    for (size_t i = 0; i < value->map.len; i++)
        check_field_links(writing, known, value->map.items[i].value, diags);
}

void links_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    struct map known;
    map_init(&known, writing->scratch);
    const struct value *fields = writing->fields;
    /* Each field by itself: `title` and `url` at the top are the document's, and no link. */
    for (size_t i = 0; fields && i < fields->map.len; i++)
        check_field_links(writing, &known, fields->map.items[i].value, diags);
    for (size_t i = 0; i < prose->links.len; i++) {
        const struct prose_link *link = &prose->links.items[i];
        struct str text = str_trim(prose_text(prose, link->start, link->end));
        struct str code = str_slice(buf_str(&prose->code), link->code_start, link->code_end);
        struct address address = address_read(writing->scratch, link->url, prose->source->path);
        if (address.kind > ADDRESS_FILE)
            continue; /* no page can have that one: it is told of as that alone */
        if (address_split(link->url).host.len) /* else the parser has told that it leads nowhere */
            check_link_address(writing->scratch, link->url, link->span, diags);
        check_link_text(writing, &known, (struct named_link){text, link->url, link->span, code},
                        diags);
    }
}
