#include "schema/format.h"

#include <stdint.h>
#include <string.h>

#include "base/address.h"
#include "base/ascii.h"
#include "base/ip.h"

/*
 * The rules of RFC 3986, appendix A, by their names there: unreserved and sub-delims are
 * in CHARS; IPv6address is one alternative for each place that `::` can have.
 */
#define CHARS(more) "(?:[A-Za-z0-9._~!$&'()*+,;=" more "-]|%[0-9A-Fa-f]{2})*"
#define OCTET       "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
#define IPV4        "(?:" OCTET "\\.){3}" OCTET
#define H16         "[0-9A-Fa-f]{1,4}"
#define LS32        "(?:" H16 ":" H16 "|" IPV4 ")"
#define UP_TO(more) "(?:(?:" H16 ":){0," more "}" H16 ")?::"
#define IPV6 \
    "(?:(?:" H16 ":){6}" LS32 "|::(?:" H16 ":){5}" LS32 "|(?:" H16 ")?::(?:" H16 ":){4}" LS32 \
    "|" UP_TO("1") "(?:" H16 ":){3}" LS32 "|" UP_TO("2") "(?:" H16 ":){2}" LS32 "|" UP_TO("3") H16 \
        ":" LS32 "|" UP_TO("4") LS32 "|" UP_TO("5") H16 "|" UP_TO("6") ")"
#define IP_FUTURE "[vV][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+"
#define USERINFO  CHARS(":") "@"
#define HOST      "(?:\\[(?:" IPV6 "|" IP_FUTURE ")\\]|" CHARS("") ")"
#define PATH      CHARS(":@/")
#define QUERY     CHARS(":@/?")

const char format_uri_pattern[] = "^[A-Za-z][A-Za-z0-9+.-]*:"
                                  "(?://(?:" USERINFO ")?" HOST "(?::[0-9]*)?(?:/" PATH ")?"
                                  "|(?!//)" PATH ")"
                                  "(?:\\?" QUERY ")?(?:#" QUERY ")?$";

/*
 * RFC 5321, section 4.1.2: Dot-string, then Domain or address-literal. Quoted strings and
 * the signs # % & / ? are left out: a theme puts the address behind `mailto:`, where they
 * would add recipients and texts (RFC 6068, section 2). So are ^ ` { | }, which no URI has.
 */
#define ATOM  "[A-Za-z0-9!$'*+=_~-]+"
#define LABEL "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

const char format_email_pattern[] =
    "^(?=.{1,64}@[^@]*$)" ATOM "(?:\\." ATOM ")*@(?=.{1,255}$)(?:\\[(?:" IPV4 "|IPv6:" IPV6
    ")\\]|" LABEL "(?:\\." LABEL ")*)$";

static bool is_any_of(char c, const char *set)
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

static bool is_sub_delim(char c)
{
    return is_any_of(c, "!$&'()*+,;=");
}

/* Whether a text is only unreserved, sub-delims, pct-encoded (RFC 3986, 2) and bytes of `more`. */
static bool is_made_of(struct str s, const char *more)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '%') {
            if (s.len - i < 3 || ascii_hex(s.ptr[i + 1]) < 0 || ascii_hex(s.ptr[i + 2]) < 0)
                return false;
            i += 2;
        } else if (!ascii_is_unreserved(s.ptr[i]) && !is_sub_delim(s.ptr[i]) &&
                   !is_any_of(s.ptr[i], more)) {
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
        if (!ascii_is_letter(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) && !is_any_of(s.ptr[i], "+-."))
            return false;
    return true;
}

/* IPvFuture (RFC 3986, 3.2.2): "v", a version in hexadecimal, a dot and at least one more. */
static bool is_ip_future(struct str s)
{
    struct str version = {0};
    str_cut(&s, '.', &version);
    if (version.len < 2 || !is_any_of(version.ptr[0], "vV"))
        return false;
    for (size_t i = 1; i < version.len; i++)
        if (ascii_hex(version.ptr[i]) < 0)
            return false;
    return s.len && str_find_byte(s, '%') == SIZE_MAX && is_made_of(s, ":");
}

/* A name, or an IP literal in brackets (RFC 3986, 3.2.2). IPv4 addresses are names, too. */
static bool is_host(struct str s)
{
    struct ip ip;
    if (!str_starts(s, STR("[")))
        return is_made_of(s, "");
    struct str literal = str_slice(s, 1, s.len - str_ends(s, STR("]")));
    return literal.len + 2 == s.len && (ip_read_v6(literal, &ip) || is_ip_future(literal));
}

/* The parts are those of RFC 3986, 3: scheme, authority, path, query, fragment. */
bool format_is_uri(struct str text)
{
    struct address_parts parts = address_split(text);
    return is_scheme(parts.scheme) && is_made_of(parts.userinfo, ":") && is_host(parts.host) &&
           all_digits(parts.port) && is_made_of(parts.path, ":@/") &&
           is_made_of(parts.query, ":@/?") && is_made_of(parts.fragment, ":@/?");
}

/* In bytes: RFC 5321, 4.5.3.1, and for a label RFC 1035, 2.3.4. */
enum { LOCAL_MAX = 64, DOMAIN_MAX = 255, LABEL_MAX = 63 };

/* RFC 5322, 3.2.3, without what means something in a mailto address. */
static bool is_atom(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_letter(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) &&
            !is_any_of(s.ptr[i], "!$'*+-=_~"))
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

static bool is_domain_label(struct str s)
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
    if (s.ptr[0] == '[' && s.ptr[s.len - 1] == ']') { /* an address literal: RFC 5321, 4.1.3 */
        struct str address = str_slice(s, 1, s.len - 1);
        struct ip ip;
        return ip_read_v4(address, &ip) ||
               (str_starts(address, STR("IPv6:")) && ip_read_v6(str_from(address, 5), &ip));
    }
    for (struct str label; str_cut(&s, '.', &label);)
        if (!is_domain_label(label))
            return false;
    return true;
}

bool format_is_email(struct str text)
{
    size_t at = str_find_byte(text, '@');
    if (at == SIZE_MAX || at == 0 || at > LOCAL_MAX)
        return false;
    return is_dot_string(str_slice(text, 0, at)) && is_mail_domain(str_from(text, at + 1));
}
