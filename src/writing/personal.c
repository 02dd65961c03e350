#include "writing/personal.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/rules.h"

/* ---- e-mail ---- */

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

/* ---- numbers ---- */

static int check_digit(const char *digits, const int *weights, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (digits[i] - '0') * weights[i];
    return (11 - sum % 11) % 11; /* no valid number has check digit 10 */
}

enum national_id personal_national_id(const char digits[11])
{
    static const int first[] = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    static const int second[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int day = (digits[0] - '0') * 10 + digits[1] - '0';
    int month = (digits[2] - '0') * 10 + digits[3] - '0';
    day = day > 40 ? day - 40 : day;
    if (day < 1 || day > 31 || month < 1 || month > 12)
        return NATIONAL_ID_NO;
    bool valid = check_digit(digits, first, 9) == digits[9] - '0' &&
                 check_digit(digits, second, 10) == digits[10] - '0';
    return valid ? NATIONAL_ID_VALID : NATIONAL_ID_DATED;
}

/* Takes eleven digits, written as one or as 010203 12345, that are not part of more. */
static bool eleven_at(struct str text, size_t at, char digits[11], size_t *end)
{
    size_t count = 0;
    bool parted = false;
    for (; at < text.len && count < 11; at++) {
        if (count == 6 && text.ptr[at] == ' ' && !parted)
            parted = true;
        else if (ascii_is_digit(text.ptr[at]))
            digits[count++] = text.ptr[at];
        else
            break;
    }
    *end = at;
    return count == 11 && (at == text.len || !ascii_is_digit(text.ptr[at]));
}

/* Whether what stands before or after makes the digits part of something else. */
static bool is_joined(struct str text, size_t start, size_t end)
{
    static const char joints[] = "/=_-+&.,#%:";
    char before = start ? text.ptr[start - 1] : ' ', after = end < text.len ? text.ptr[end] : ' ';
    bool more = end + 1 < text.len && ascii_is_digit(text.ptr[end + 1]);
    return strchr(joints, before) || ascii_is_letter(before) || strchr("/=_-&%", after) ||
           (strchr(".,", after) && more);
}

static void check_numbers(const struct source *source, struct diags *diags)
{
    struct str text = source->text;
    for (size_t at = 0; at < text.len; at++) {
        if (!ascii_is_digit(text.ptr[at]))
            continue;
        size_t end, run = at;
        char digits[11];
        if (eleven_at(text, at, digits, &end)) {
            enum national_id id = personal_national_id(digits);
            bool doubtful = id == NATIONAL_ID_DATED && !is_joined(text, at, end);
            if (id == NATIONAL_ID_VALID || doubtful)
                writing_tell(diags, doubtful ? WRITING_ELEVEN_DIGITS : WRITING_NATIONAL_ID,
                             source_span(source, at, end), NO_DETAIL);
        }
        while (run < text.len && ascii_is_digit(text.ptr[run]))
            run++;
        at = run;
    }
}

void personal_check(const struct source *source, struct diags *diags)
{
    check_mail_addresses(source, diags);
    check_numbers(source, diags);
}
