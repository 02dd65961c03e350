#include "writing/mail.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/rules.h"

enum { LOCAL_MAX = 64, DOMAIN_MAX = 253 }; /* RFC 5321, section 4.5.3.1 */

static bool is_local_byte(char c)
{
    return ascii_is_alphanumeric(c) || (unsigned char)c >= 0x80 || (c && strchr("._%+-\\", c));
}

static bool is_domain_byte(char c)
{
    return is_local_byte(c) && !strchr("_%+\\", c);
}

/* Before its language is known: a role of any language. */
static bool is_role(struct str part)
{
    return languages_have(WORDS_ROLES, part, str_starts);
}

/* A name as addresses have it: letters and hyphens, and not only an initial. */
static bool is_name_part(struct str part)
{
    size_t letters = 0;
    for (struct str rest = part; rest.len;) {
        uint32_t rune = utf8_next(&rest);
        if (norwegian_letter(rune) == LETTER_NONE && rune != '-')
            return false;
        letters += rune != '-';
    }
    return letters > 0;
}

static bool has_label(struct str domain, struct str label)
{
    for (struct str part; str_cut(&domain, '.', &part);)
        if (str_same(part, label))
            return true;
    return false;
}

/* Where people have an address of their own, and not their employer's. */
static bool is_private(struct str domain)
{
    return languages_have(WORDS_PRIVATE_MAIL, domain, str_same);
}

/* What people write to show how an address looks, and names of pictures: a@2x.png. */
static bool is_example_domain(struct str domain)
{
    return languages_have(WORDS_EXAMPLE_DOMAINS, domain, str_same);
}

bool mail_is_personal(struct str local, struct str domain)
{
    size_t parts = 0, longest = 0;
    struct buf folded = BUF_INIT;
    norwegian_fold(&folded, local);
    for (size_t i = 0; i < folded.len; i++)
        if (folded.ptr[i] == '_')
            folded.ptr[i] = '.';
    struct str rest = buf_str(&folded);
    while (rest.len && ascii_is_digit(rest.ptr[rest.len - 1]))
        rest.len--;
    bool person = true;
    for (struct str part; person && str_cut(&rest, '.', &part); parts++) {
        person = is_name_part(part) && !is_role(part) && !has_label(domain, part);
        longest = part.len > longest ? part.len : longest;
    }
    buf_release(&folded);
    return person && parts >= 2 && longest >= 3;
}

/* ---- where the sign stands ---- */

/* A sign `@`, however it is written: [start, end), with the blanks beside it. */
struct at_sign {
    size_t start, end;
};

static size_t blanks_before(struct str text, size_t at)
{
    return at > 0 && text.ptr[at - 1] == ' ';
}

/* Whether a word in brackets stands at the front, such as (at). Stores its length. */
static bool is_at_word(struct str text, size_t *len)
{
    static const char brackets[] = "()[]{}";
    enum { WORD_MAX = 16 };
    const char *opening = strchr(brackets, text.ptr[0]);
    size_t most = text.len < WORD_MAX ? text.len : WORD_MAX;
    size_t end = str_find_byte(str_slice(text, 0, most), opening[1]);
    if (end == SIZE_MAX)
        return false;
    *len = end + 1;
    return languages_have(WORDS_AT_SIGNS, str_trim(str_slice(text, 1, end)), str_same);
}

/* Returns the length of a sign that begins here, or 0. */
static size_t sign_length(struct str text)
{
    static const struct str signs[] = {
        STR_INIT("@"),      STR_INIT("\xEF\xBC\xA0"), STR_INIT("&#64;"), STR_INIT("&#x40;"),
        STR_INIT("&#X40;"), STR_INIT("&commat;"),     STR_INIT("%40"),   STR_INIT("\\@")};
    size_t len;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(text, signs[i]))
            return signs[i].len;
    return strchr("([{", text.ptr[0]) && is_at_word(text, &len) ? len : 0;
}

/* Finds the next sign from `from`. */
static bool find_sign(struct str text, size_t from, struct at_sign *sign)
{
    static const bool begins[256] = {['@'] = true, ['&'] = true, ['%'] = true, ['\\'] = true,
                                     ['('] = true, ['['] = true, ['{'] = true, [0xEF] = true};
    for (size_t at = from; (at = str_find_in(text, at, begins)) < text.len; at++) {
        size_t len = sign_length(str_from(text, at));
        if (len == 0)
            continue;
        *sign = (struct at_sign){at, at + len};
        if (blanks_before(text, at) && sign->end < text.len && text.ptr[sign->end] == ' ')
            *sign = (struct at_sign){at - 1, at + len + 1}; /* ola.nordmann (at) etat.no */
        return true;
    }
    return false;
}

/* ---- what stands around it ---- */

/* Takes a letter, a mark, or a byte of ASCII; false for what no address has, such as «. */
static bool next_of_address(struct str *rest)
{
    struct str before = *rest, word;
    if (utf8_next(rest) < 0x80)
        return true;
    struct str one = str_slice(before, 0, before.len - rest->len), left = one;
    return norwegian_word(&left, &word) && word.len == one.len;
}

/* Where the address begins in what stands before its @: after the last sign. */
static struct str after_signs(struct str local)
{
    for (struct str rest = local; rest.len;)
        if (!next_of_address(&rest))
            local = rest;
    return local;
}

static struct str until_sign(struct str domain)
{
    struct str rest = domain, before = domain;
    while (rest.len && next_of_address(&rest))
        before = rest;
    return str_slice(domain, 0, domain.len - before.len);
}

/* Without the backslashes that Markdown needs before some signs. */
static struct str without_escapes(struct arena *arena, struct str text)
{
    struct buf plain = BUF_INIT;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '\\')
            buf_byte(&plain, text.ptr[i]);
    return buf_finish(&plain, arena);
}

static struct str local_before(struct str text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < LOCAL_MAX && is_local_byte(text.ptr[start - 1]))
        start--;
    while (start < at && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++; /* cut at the limit within a letter */
    return after_signs(str_slice(text, start, at));
}

static struct str domain_after(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && end - at < DOMAIN_MAX && is_domain_byte(text.ptr[end]))
        end++;
    struct str domain = str_slice(text, at, end);
    domain.len = utf8_valid_until(domain); /* the limit may cut within a letter, too */
    domain = until_sign(domain);
    while (domain.len && strchr(".-", domain.ptr[domain.len - 1]))
        domain.len--;
    return domain;
}

static void check_sign(const struct source *source, struct at_sign sign, struct diags *diags)
{
    struct str text = source->text;
    struct str written = local_before(text, sign.start), domain = domain_after(text, sign.end);
    if (written.len == 0 || str_find_byte(domain, '.') == SIZE_MAX || is_example_domain(domain))
        return;
    struct str local = without_escapes(&diags->arena, written);
    bool private = is_private(domain);
    if (!private && !mail_is_personal(local, domain))
        return;
    struct str address = STR_JOIN(&diags->arena, local, STR("@"), domain);
    writing_tell(diags, private ? WRITING_EMAIL_PRIVATE : WRITING_EMAIL_PERSON,
                 source_span(source, sign.start - written.len, sign.end + domain.len),
                 (struct detail){.args = {address}});
}

void mail_check(const struct source *source, struct diags *diags)
{
    struct at_sign sign = {0, 0};
    while (find_sign(source->text, sign.end, &sign))
        check_sign(source, sign, diags);
}
