#include "base/address.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/utf8.h"

/* The scheme before the first colon (RFC 3986, section 3.1), or the absent str. */
static struct str scheme_of(struct str url)
{
    size_t colon = str_find_byte(url, ':');
    if (colon == SIZE_MAX || colon == 0)
        return (struct str){0};
    for (size_t i = 0; i < colon; i++)
        if (url.ptr[i] == '/' || url.ptr[i] == '?' || url.ptr[i] == '#')
            return (struct str){0};
    return str_slice(url, 0, colon);
}

static bool equals_ignoring_case(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.ptr[i]) != b.ptr[i])
            return false;
    return true;
}

static bool is_allowed_scheme(struct str url, struct str scheme)
{
    bool web =
        equals_ignoring_case(scheme, STR("https")) || equals_ignoring_case(scheme, STR("http"));
    if (web) /* a host must follow: browsers read https:x and https:///x in ways of their own */
        return str_starts(str_from(url, scheme.len + 1), STR("//")) && url.len > scheme.len + 3 &&
               !strchr("/?#:@", url.ptr[scheme.len + 3]);
    return equals_ignoring_case(scheme, STR("mailto"));
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

/* What stands before the first of some bytes that end a part of an address. */
static struct str until(struct str url, const char *ends)
{
    size_t len = 0;
    while (len < url.len && !strchr(ends, url.ptr[len]))
        len++;
    return str_slice(url, 0, len);
}

struct str address_host(struct str url)
{
    size_t slashes = str_find(url, STR("://"));
    struct str host = slashes == SIZE_MAX ? url : str_from(url, slashes + 3);
    host = until(host, "/?#:");
    return str_starts(host, STR("www.")) ? str_from(host, 4) : host;
}

struct str address_file_type(struct arena *arena, struct str url)
{
    static const char *const types[] = {"PDF",  "DOC", "DOCX", "XLS", "XLSX", "PPT",
                                        "PPTX", "ODT", "ODS",  "CSV", "ZIP",  "EPUB"};
    struct str path = until(url, "?#");
    size_t dot = str_rfind_byte(path, '.');
    for (size_t i = 0; dot != SIZE_MAX && i < sizeof types / sizeof *types; i++)
        if (strcasecmp(str_c(arena, str_from(path, dot + 1)), types[i]) == 0)
            return str_of(types[i]);
    return (struct str){0};
}

bool address_is_picture(struct str path)
{
    static const struct str pictures[] = {STR_INIT(".png"), STR_INIT(".jpg"), STR_INIT(".jpeg"),
                                          STR_INIT(".webp"), STR_INIT(".gif")};
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
        if (str_ends(path, pictures[i]))
            return true;
    return false;
}

/* As written it must end with the file's name, too: `a.md/` names a folder. */
static enum address_kind kind_of_file(struct str written, struct str path)
{
    if (str_ends(written, STR(".md")) && str_ends(path, STR(".md")))
        return ADDRESS_MARKDOWN;
    return address_is_picture(written) && address_is_picture(path) ? ADDRESS_IMAGE : ADDRESS_OTHER;
}

struct address address_read(struct arena *arena, struct str url, struct str from)
{
    struct address address = {.kind = ADDRESS_REFUSED};
    struct str scheme = scheme_of(url);
    if (has_control(url) || str_starts(url, STR("//")) || str_find_byte(url, '\\') != SIZE_MAX)
        return address;
    if (scheme.len) {
        if (is_allowed_scheme(url, scheme))
            address.kind = ADDRESS_EXTERNAL;
        return address;
    }
    size_t hash = str_find_byte(url, '#');
    struct str path = str_slice(url, 0, hash == SIZE_MAX ? url.len : hash);
    address.anchor = hash == SIZE_MAX ? (struct str){0} : str_copy(arena, str_from(url, hash + 1));
    if (path.len == 0 && hash != SIZE_MAX) {
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
