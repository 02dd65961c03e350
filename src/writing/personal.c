#include "writing/personal.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/identity.h"
#include "writing/rules.h"

enum { LOCAL_MAX = 64, DOMAIN_MAX = 253 }; /* RFC 5321, section 4.5.3.1 */

static bool is_local_byte(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80 ||
           (c && strchr("._%+-", c));
}

static bool is_domain_byte(char c)
{
    return is_local_byte(c) && c != '_' && c != '%' && c != '+';
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

/* What people write to show how an address looks, and names of pictures: a@2x.png. */
static bool is_example_domain(struct str domain)
{
    return languages_have(WORDS_EXAMPLE_DOMAINS, domain, str_same);
}

bool personal_is_address(struct str local, struct str domain)
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

static void check_mail_address(const struct source *source, size_t at, struct diags *diags)
{
    struct str text = source->text;
    size_t start = at, end = at + 1;
    while (start > 0 && at - start < LOCAL_MAX && is_local_byte(text.ptr[start - 1]))
        start--;
    while (end < text.len && end - at < DOMAIN_MAX && is_domain_byte(text.ptr[end]))
        end++;
    while (start < at && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++; /* cut at the limit within a letter */
    struct str local = after_signs(str_slice(text, start, at));
    struct str domain = str_slice(text, at + 1, end);
    domain.len = utf8_valid_until(domain); /* the limit may cut within a letter, too */
    domain = until_sign(domain);
    while (domain.len && strchr(".-", domain.ptr[domain.len - 1]))
        domain.len--;
    if (str_find_byte(domain, '.') == SIZE_MAX || is_example_domain(domain) ||
        !personal_is_address(local, domain))
        return;
    start = at - local.len;
    end = at + 1 + domain.len;
    writing_tell(diags, WRITING_EMAIL_PERSON, source_span(source, start, end),
                 (struct detail){.args = {str_slice(text, start, end)}});
}

static void check_mail_addresses(const struct source *source, struct diags *diags)
{
    size_t from = 0;
    for (size_t at; (at = str_find_byte(str_from(source->text, from), '@')) != SIZE_MAX;) {
        check_mail_address(source, from + at, diags);
        from += at + 1;
    }
}

void personal_check(const struct source *source, struct diags *diags)
{
    check_mail_addresses(source, diags);
    identity_check(source, diags);
}

void personal_check_path(struct str path, struct span span, struct diags *diags)
{
    if (identity_is_in(path))
        writing_tell(diags, WRITING_NATIONAL_ID, span, NO_DETAIL);
}
