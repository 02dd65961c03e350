#include "base/address.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/file_type.h"
#include "base/ip.h"
#include "base/utf8.h"

/* What ends the parts of an address: the scheme, the authority, the path, the query. */
static const bool scheme_ends[256] = {[':'] = true, ['/'] = true, ['?'] = true, ['#'] = true},
                  authority_ends[256] = {['/'] = true, ['?'] = true, ['#'] = true},
                  path_ends[256] = {['?'] = true, ['#'] = true}, query_ends[256] = {['#'] = true},
                  host_ends[256] = {[':'] = true}, bracket_ends[256] = {[']'] = true};

/* Cuts *rest before its first byte that is among `ends`, and returns what stood in front of it. */
static struct str take_until(struct str *rest, const bool ends[256])
{
    size_t len = str_find_in(*rest, 0, ends);
    struct str taken = str_slice(*rest, 0, len);
    *rest = str_from(*rest, len);
    return taken;
}

/* [userinfo "@"] host [":" port] */
static void split_authority(struct address_parts *parts, struct str authority)
{
    size_t at = str_rfind_byte(authority, '@');
    if (at != SIZE_MAX) {
        parts->userinfo = str_slice(authority, 0, at);
        authority = str_from(authority, at + 1);
    }
    /* Colons in brackets belong to IPv6. A bracket that is never closed takes all that follows. */
    struct str rest = authority;
    if (str_starts(authority, STR("[")))
        take_until(&rest, bracket_ends);
    take_until(&rest, host_ends);
    parts->host = str_slice(authority, 0, authority.len - rest.len);
    if (rest.len)
        parts->port = str_from(rest, 1);
}

struct address_parts address_split(struct str url)
{
    struct address_parts parts = {0};
    struct str rest = url, scheme = take_until(&rest, scheme_ends);
    if (scheme.len && str_starts(rest, STR(":"))) {
        parts.scheme = scheme;
        rest = str_from(rest, 1);
    } else {
        rest = url;
    }
    if (str_starts(rest, STR("//"))) {
        rest = str_from(rest, 2);
        split_authority(&parts, take_until(&rest, authority_ends));
    }
    parts.path = take_until(&rest, path_ends);
    if (str_starts(rest, STR("?"))) {
        rest = str_from(rest, 1);
        parts.query = take_until(&rest, query_ends);
    }
    if (rest.len)
        parts.fragment = str_from(rest, 1);
    return parts;
}

struct str address_plain_host(struct arena *arena, struct str host)
{
    char *plain = arena_text(arena, host.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < host.len; i++) {
        char byte = host.ptr[i];
        if (byte == '%' && host.len - i > 2 && ascii_hex(host.ptr[i + 1]) >= 0 &&
            ascii_hex(host.ptr[i + 2]) >= 0) {
            byte = (char)(ascii_hex(host.ptr[i + 1]) * 16 + ascii_hex(host.ptr[i + 2]));
            i += 2;
        }
        plain[len++] = ascii_lower(byte);
    }
    return (struct str){plain, len};
}

static bool is_port(struct str port)
{
    enum { PORT_MAX = 65535 };
    size_t number = 0;
    for (size_t i = 0; i < port.len && number <= PORT_MAX; i++) {
        if (!ascii_is_digit(port.ptr[i]))
            return false;
        number = number * 10 + (size_t)(port.ptr[i] - '0');
    }
    return number <= PORT_MAX;
}

static bool is_host_label(struct str label)
{
    enum { LABEL_MAX = 63 }; /* RFC 1035, 2.3.4 */
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        if ((unsigned char)c < 0x80 && !ascii_is_letter(c) && !ascii_is_digit(c) && c != '-' &&
            c != '_')
            return false;
    }
    return label.len > 0 && label.len <= LABEL_MAX;
}

/* A browser takes a host whose last label is a number for an IPv4 address («ends in a number»). */
static bool ends_in_number(struct str last)
{
    bool hex = str_begins(last, STR("0x"));
    for (size_t i = hex ? 2 : 0; i < last.len; i++)
        if (hex ? ascii_hex(last.ptr[i]) < 0 : !ascii_is_digit(last.ptr[i]))
            return false;
    return true;
}

static bool is_host_as_shown(struct str host)
{
    struct ip ip;
    struct str label = {0};
    if (str_starts(host, STR("[")))
        return str_ends(host, STR("]")) && ip_read_v6(str_slice(host, 1, host.len - 1), &ip);
    if (host.len == 0)
        return false;
    for (struct str rest = host; str_cut(&rest, '.', &label);)
        if (!is_host_label(label))
            return false;
    return !ends_in_number(label) || ip_read_v4(host, &ip);
}

bool address_opens_as_shown(const struct address_parts *parts)
{
    return !parts->userinfo.ptr && is_host_as_shown(parts->host) && is_port(parts->port);
}

static bool is_allowed(const struct address_parts *parts)
{
    if (str_same(parts->scheme, STR("mailto")))
        return parts->path.len > 0 || parts->query.len > 0;
    /* A host must follow: browsers read https:x, https:///x and https://@x in ways of their own. */
    bool web = str_same(parts->scheme, STR("https")) || str_same(parts->scheme, STR("http"));
    return web && parts->host.len > 0 && (!parts->userinfo.ptr || parts->userinfo.len > 0);
}

static bool has_control(struct str url)
{
    for (struct str rest = url; rest.len;) {
        uint32_t rune = utf8_next(&rest);
        if (utf8_is_control(rune) || utf8_is_hidden(rune) || rune == '\n' || rune == '\t')
            return true;
    }
    return false;
}

struct str address_resolve(struct arena *arena, struct str from, struct str relative)
{
    struct str folder = str_folder(from);
    char *text = arena_text(arena, folder.len + 1 + relative.len + 1);
    struct str result = {text, folder.len};
    if (folder.len)
        memcpy(text, folder.ptr, folder.len);
    for (struct str rest = relative, part; str_cut(&rest, '/', &part);) {
        bool up = str_eq(part, STR(".."));
        if (up && result.len == 0)
            return (struct str){0};
        if (up)
            result = str_folder(result);
        if (up || part.len == 0 || str_eq(part, STR(".")))
            continue;
        if (result.len)
            text[result.len++] = '/';
        memcpy(text + result.len, part.ptr, part.len);
        result.len += part.len;
    }
    text[result.len] = '\0';
    return result;
}

struct str address_host(struct str url)
{
    struct str host = address_split(url).host;
    bool alias = str_begins(host, STR("www.")) && str_find_byte(str_from(host, 4), '.') < host.len;
    return alias ? str_from(host, 4) : host; /* www.no is the host of its own name */
}

struct str address_file_type(struct str url)
{
    const struct file_type *type = file_type_of(address_split(url).path);
    return file_type_is_told(type) ? type->name : (struct str){0};
}

/* The address as written must end in the file's name, too: `a.md/` names a folder. */
static enum address_kind kind_of_file(struct str written, struct str path)
{
    if (str_ends(written, STR(".md")) && str_ends(path, STR(".md")))
        return ADDRESS_MARKDOWN;
    return file_type_of(written) && file_type_of(path) ? ADDRESS_FILE : ADDRESS_OTHER;
}

struct address address_read(struct arena *arena, struct str url, struct str from)
{
    struct address address = {.kind = ADDRESS_REFUSED};
    struct address_parts parts = address_split(url);
    /* Browsers drop tabs and line ends and read `\` as `/` (WHATWG URL, «basic URL parser»). */
    if (has_control(url) || str_starts(url, STR("//")) || str_find_byte(url, '\\') != SIZE_MAX)
        return address;
    if (parts.scheme.len) {
        if (is_allowed(&parts))
            address.kind = ADDRESS_EXTERNAL;
        return address;
    }
    /* A path names a file, and a `?` may be part of its name. */
    bool anchored = parts.fragment.ptr != NULL;
    struct str path = str_slice(url, 0, anchored ? url.len - parts.fragment.len - 1 : url.len);
    if (anchored)
        address.anchor = str_copy(arena, parts.fragment);
    if (path.len == 0 && anchored) {
        address.kind = ADDRESS_MARKDOWN;
        address.path = from;
        return address;
    }
    address.path =
        path.len && path.ptr[0] != '/' ? address_resolve(arena, from, path) : (struct str){0};
    /* The first part of every path is the folder of the collection itself. */
    struct str root = from;
    root.len = str_find_byte(from, '/') == SIZE_MAX ? 0 : str_find_byte(from, '/') + 1;
    if (path.len == 0)
        address.kind = ADDRESS_OTHER;
    else if (!address.path.ptr || !str_starts(address.path, root))
        address.kind = ADDRESS_OUTSIDE;
    else
        address.kind = kind_of_file(path, address.path);
    return address;
}
