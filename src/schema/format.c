#include "schema/format.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

static bool is_hex(char c)
{
    return ascii_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

static bool all_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.ptr[i]))
            return false;
    return true;
}

/* Takes what stands before `mark` off the front; false, and all of it, when there is no mark. */
static bool split(struct str *rest, char mark, struct str *before)
{
    size_t at = str_find_byte(*rest, mark);
    *before = at == SIZE_MAX ? *rest : str_slice(*rest, 0, at);
    *rest = str_from(*rest, at == SIZE_MAX ? rest->len : at + 1);
    return at != SIZE_MAX;
}

/* 0 … 255 without leading zeros. */
static bool is_octet(struct str s)
{
    if (s.len < 1 || s.len > 3 || !all_digits(s) || (s.len > 1 && s.ptr[0] == '0'))
        return false;
    return s.len < 3 || str_cmp(s, STR("255")) <= 0;
}

static bool is_ipv4(struct str s)
{
    size_t octets = 0;
    for (struct str octet; str_cut(&s, '.', &octet); octets++)
        if (!is_octet(octet))
            return false;
    return octets == 4;
}

static bool is_group(struct str s)
{
    if (s.len < 1 || s.len > 4)
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!is_hex(s.ptr[i]))
            return false;
    return true;
}

/* How many 16-bit groups stand between colons; an IPv4 address at the end is two. */
static bool count_groups(struct str s, bool last, size_t *count)
{
    if (s.len == 0)
        return true;
    for (struct str group; str_cut(&s, ':', &group);) {
        bool ipv4 = last && !s.ptr && is_ipv4(group);
        if (!ipv4 && !is_group(group))
            return false;
        *count += ipv4 ? 2 : 1;
    }
    return true;
}

/* RFC 3986, section 3.2.2: eight groups, or fewer around one "::". */
static bool is_ipv6(struct str s)
{
    size_t count = 0, gap = str_find(s, STR("::"));
    if (gap == SIZE_MAX)
        return s.len && count_groups(s, true, &count) && count == 8;
    return count_groups(str_slice(s, 0, gap), false, &count) &&
           count_groups(str_from(s, gap + 2), true, &count) && count <= 7;
}

static bool is_unreserved(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || is_one_of(c, "-._~");
}

static bool is_sub_delim(char c)
{
    return is_one_of(c, "!$&'()*+,;=");
}

/* Only unreserved, sub-delims, those in `more` and percent-encoded bytes. */
static bool is_made_of(struct str s, const char *more)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '%') {
            if (s.len - i < 3 || !is_hex(s.ptr[i + 1]) || !is_hex(s.ptr[i + 2]))
                return false;
            i += 2;
        } else if (!is_unreserved(s.ptr[i]) && !is_sub_delim(s.ptr[i]) &&
                   !is_one_of(s.ptr[i], more)) {
            return false;
        }
    }
    return true;
}

static bool is_scheme(struct str s)
{
    if (s.len == 0 || !ascii_is_letter(s.ptr[0]))
        return false;
    for (size_t i = 1; i < s.len; i++)
        if (!ascii_is_letter(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) && !is_one_of(s.ptr[i], "+-."))
            return false;
    return true;
}

/* "v" and a version in hex, a dot, and characters nobody has given a meaning yet. */
static bool is_ip_future(struct str s)
{
    struct str version;
    if (!split(&s, '.', &version) || version.len < 2 || !is_one_of(version.ptr[0], "vV"))
        return false;
    for (size_t i = 1; i < version.len; i++)
        if (!is_hex(version.ptr[i]))
            return false;
    return s.len && str_find_byte(s, '%') == SIZE_MAX && is_made_of(s, ":");
}

/* [userinfo "@"] host [":" port], where the host may be an IP literal in brackets. */
static bool is_authority(struct str s)
{
    struct str user, host;
    if (str_find_byte(s, '@') != SIZE_MAX && split(&s, '@', &user) && !is_made_of(user, ":"))
        return false;
    if (str_starts(s, STR("["))) {
        s = str_from(s, 1);
        if (!split(&s, ']', &host) || (!is_ipv6(host) && !is_ip_future(host)))
            return false;
        return s.len == 0 || (s.ptr[0] == ':' && all_digits(str_from(s, 1)));
    }
    split(&s, ':', &host);
    return is_made_of(host, "") && all_digits(s);
}

bool format_is_uri(struct str text)
{
    struct str scheme, before, path;
    split(&text, '#', &before); /* text: the fragment, then the query */
    if (!is_made_of(text, ":@/?"))
        return false;
    text = before;
    split(&text, '?', &before);
    if (!is_made_of(text, ":@/?") || !split(&before, ':', &scheme) || !is_scheme(scheme))
        return false;
    path = before;
    if (str_starts(path, STR("//"))) {
        struct str rest = str_from(path, 2), authority;
        split(&rest, '/', &authority);
        if (!is_authority(authority))
            return false;
        path = rest;
    }
    return is_made_of(path, ":@/");
}

enum { LOCAL_MAX = 64, DOMAIN_MAX = 255, LABEL_MAX = 63 };

static bool is_atom(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_letter(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) &&
            !is_one_of(s.ptr[i], "!#$%&'*+-/=?^_`{|}~"))
            return false;
    return s.len > 0;
}

static bool is_dot_string(struct str s)
{
    for (struct str atom; str_cut(&s, '.', &atom);)
        if (!is_atom(atom))
            return false;
    return true;
}

/* Printable ASCII between quotation marks; a backslash lends its neighbour safety. */
static bool is_quoted_string(struct str s)
{
    if (s.len < 2 || s.ptr[0] != '"' || s.ptr[s.len - 1] != '"')
        return false;
    for (size_t i = 1; i < s.len - 1; i++) {
        if (s.ptr[i] == '"' || (s.ptr[i] == '\\' && ++i == s.len - 1))
            return false;
        if (s.ptr[i] < ' ' || s.ptr[i] > '~')
            return false;
    }
    return true;
}

static bool is_label(struct str s)
{
    if (s.len == 0 || s.len > LABEL_MAX || s.ptr[0] == '-' || s.ptr[s.len - 1] == '-')
        return false;
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_letter(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) && s.ptr[i] != '-')
            return false;
    return true;
}

static bool is_mail_domain(struct str s)
{
    if (s.len == 0 || s.len > DOMAIN_MAX)
        return false;
    if (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']') {
        struct str address = str_slice(s, 1, s.len - 1);
        return is_ipv4(address) ||
               (str_starts(address, STR("IPv6:")) && is_ipv6(str_from(address, 5)));
    }
    for (struct str label; str_cut(&s, '.', &label);)
        if (!is_label(label))
            return false;
    return true;
}

bool format_is_email(struct str text)
{
    size_t at = str_rfind_byte(text, '@');
    if (at == SIZE_MAX || at == 0 || at > LOCAL_MAX)
        return false;
    struct str local = str_slice(text, 0, at);
    return (is_dot_string(local) || is_quoted_string(local)) &&
           is_mail_domain(str_from(text, at + 1));
}
