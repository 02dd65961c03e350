#include "serve/http_rules.h"

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

/* The fields that rules ask for. Each may stand there once. */
static const struct {
    struct str name;
    size_t member;
} kept[] = {
    {STR_INIT("Host"), offsetof(struct http_asked, host)},
    {STR_INIT("Origin"), offsetof(struct http_asked, origin)},
    {STR_INIT("Sec-Fetch-Site"), offsetof(struct http_asked, site)},
    {STR_INIT("Sec-Fetch-Mode"), offsetof(struct http_asked, mode)},
    {STR_INIT("Sec-Fetch-Dest"), offsetof(struct http_asked, dest)},
};

static const struct str hosts[] = {STR_INIT("localhost"), STR_INIT("127.0.0.1"), STR_INIT("[::1]")};

/* RFC 9110, 5.6.2: a blank before the colon is no part of a name. */
static bool field_is_token(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!ascii_is_alphanumeric(name.ptr[i]) &&
            str_find_byte(STR("!#$%&'*+-.^_`|~"), name.ptr[i]) == SIZE_MAX)
            return false;
    return name.len > 0;
}

static bool byte_is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7f;
}

static bool field_is_value(struct str value)
{
    for (size_t i = 0; i < value.len; i++)
        if (byte_is_control(value.ptr[i]) && value.ptr[i] != '\t')
            return false;
    return true;
}

static void asked_keep(struct http_asked *asked, size_t member, struct str value)
{
    struct str *place = (struct str *)(void *)((char *)asked + member);
    if (place->ptr)
        asked->malformed = true;
    *place = value;
}

void http_asked_field(struct http_asked *asked, struct str name, struct str value)
{
    if (!field_is_token(name) || !field_is_value(value))
        asked->malformed = true;
    value = value.ptr ? str_trim(value) : STR("");
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (str_same(name, kept[i].name))
            asked_keep(asked, kept[i].member, value);
    if (str_same(name, STR("Transfer-Encoding")) ||
        (str_same(name, STR("Content-Length")) && !str_eq(value, STR("0"))))
        asked->has_body = true;
}

/* A browser leaves out the port of http itself. */
static bool is_our_port(struct str rest, unsigned port)
{
    char text[16];
    snprintf(text, sizeof text, ":%u", port);
    return str_eq(rest, str_of(text)) || (port == 80 && rest.len == 0);
}

static bool is_our_host(struct str host, unsigned port)
{
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if (str_begins(host, hosts[i]) && is_our_port(str_from(host, hosts[i].len), port))
            return true;
    return false;
}

static bool is_our_origin(struct str origin, struct str host)
{
    struct str scheme = STR("http://");
    return str_starts(origin, scheme) && str_same(str_from(origin, scheme.len), host);
}

static bool comes_from_us(const struct http_asked *asked)
{
    if (!asked->site.ptr || str_eq(asked->site, STR("same-origin")) ||
        str_eq(asked->site, STR("none")))
        return true;
    return str_eq(asked->mode, STR("navigate")) && str_eq(asked->dest, STR("document"));
}

unsigned http_refusal(const struct http_asked *asked, struct str method, unsigned port)
{
    if (asked->malformed || !asked->host.ptr)
        return 400;
    if (!is_our_host(asked->host, port) ||
        (asked->origin.ptr && !is_our_origin(asked->origin, asked->host)) || !comes_from_us(asked))
        return 403;
    if (!str_eq(method, STR("GET")) && !str_eq(method, STR("HEAD")))
        return 405;
    return asked->has_body ? 400 : 0;
}

/* Stores the first byte that is meant in *byte and takes it off *rest. */
static bool path_byte(struct str *rest, char *byte)
{
    *byte = rest->ptr[0];
    if (*byte != '%') {
        *rest = str_from(*rest, 1);
        return *byte > ' ' && *byte < 0x7f && *byte != '\\' && *byte != '#';
    }
    int high = rest->len > 2 ? ascii_hex(rest->ptr[1]) : -1;
    int low = rest->len > 2 ? ascii_hex(rest->ptr[2]) : -1;
    if (high < 0 || low < 0)
        return false;
    *byte = (char)(high * 16 + low);
    *rest = str_from(*rest, 3);
    return !byte_is_control(*byte) && *byte != '/' && *byte != '\\' && *byte != '%';
}

static bool path_is_plain(struct str path)
{
    struct str rest = str_from(path, 1), part;
    while (str_cut(&rest, '/', &part))
        if ((part.len == 0 && rest.ptr) || str_eq(part, STR(".")) || str_eq(part, STR("..")))
            return false;
    return true;
}

bool http_path(struct arena *arena, struct str target, struct str *path)
{
    struct buf decoded = BUF_INIT;
    bool good = str_starts(target, STR("/"));
    for (char byte; good && target.len > 0;) {
        good = path_byte(&target, &byte);
        buf_byte(&decoded, byte);
    }
    *path = buf_finish(&decoded, arena);
    return good && utf8_valid_until(*path) == path->len && path_is_plain(*path);
}
