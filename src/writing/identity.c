#include "writing/identity.h"

#include <string.h>

#include "base/ascii.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/digits.h"
#include "writing/national_no.h"
#include "writing/rules.h"

enum { ID_DIGITS = 11 };

/* A set of places: a gap before the digit with this number, from 0. */
#define GAP(at) (1u << (at))

/*
 * How the digits are written: which of them, in their order, are those of the number, and
 * where gaps may stand. Gaps elsewhere are those of other numbers: account numbers have
 * 1234 56 78901, amounts 12 345 678 901.
 */
static const struct id_form {
    size_t count;
    unsigned char order[ID_DIGITS];
    int century; /* where its two digits are, or -1 */
    uint32_t gaps[12];
    size_t ways;
} forms[] = {
    {.count = 11,
     .order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
     .century = -1,
     .gaps = {0, GAP(6), GAP(2) | GAP(4), GAP(2) | GAP(4) | GAP(6), GAP(3) | GAP(6),
              GAP(3) | GAP(6) | GAP(9), GAP(6) | GAP(9), GAP(6) | GAP(8),
              GAP(2) | GAP(4) | GAP(6) | GAP(9), GAP(2) | GAP(4) | GAP(6) | GAP(8),
              GAP(2) | GAP(4) | GAP(6) | GAP(8) | GAP(10), GAP(11) - GAP(1)},
     .ways = 12},
    {.count = 13, /* 31.02.1950 12345 */
     .order = {0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12},
     .century = 4,
     .gaps = {0, GAP(8), GAP(2) | GAP(4) | GAP(8), GAP(2) | GAP(4)},
     .ways = 4},
    {.count = 13, /* 1950-02-31 12345 */
     .order = {6, 7, 4, 5, 2, 3, 8, 9, 10, 11, 12},
     .century = 0,
     .gaps = {GAP(8), GAP(4) | GAP(6) | GAP(8), GAP(4) | GAP(6)},
     .ways = 3},
};

static bool is_written_so(const struct digits *digits, const struct id_form *form)
{
    uint32_t gaps = digits_gaps(digits, form->count);
    for (size_t i = 0; i < form->ways; i++)
        if (gaps == form->gaps[i])
            return true;
    return false;
}

static int two_digits(const char *digits)
{
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* What the digits are if they are read in one form. */
static enum national_id id_in_form(const struct digits *digits, const struct id_form *form)
{
    char id[ID_DIGITS];
    if (!digits_end(digits, form->count) || !is_written_so(digits, form))
        return NATIONAL_ID_NO;
    for (size_t i = 0; i < ID_DIGITS; i++)
        id[i] = digits->digit[form->order[i]];
    enum national_id kind = national_no_is_id(id);
    if (form->century < 0)
        return kind;
    int century = two_digits(digits->digit + form->century);
    bool valid = kind == NATIONAL_ID_VALID && national_no_fits_century(id, century);
    return valid ? kind : NATIONAL_ID_NO;
}

/* ---- what stands around the digits ---- */

static bool letter_before(struct str text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < 4 && ((unsigned char)text.ptr[--start] & 0xC0) == 0x80)
        ;
    struct str rest = str_slice(text, start, at);
    return rest.len && norwegian_letter(utf8_next(&rest)) != LETTER_NONE;
}

static bool letter_after(struct str text, size_t at)
{
    struct str rest = str_from(text, at);
    return rest.len && norwegian_letter(utf8_next(&rest)) != LETTER_NONE;
}

static bool digit_at(struct str text, size_t at)
{
    return at < text.len && ascii_is_digit(text.ptr[at]);
}

/* Whether the digits are part of a name or of a decimal number. */
static bool is_within_more(struct str text, size_t start, size_t end)
{
    bool decimal = start > 1 && strchr(".,", text.ptr[start - 1]) && digit_at(text, start - 2);
    return decimal || letter_before(text, start) || letter_after(text, end);
}

/* Whether what stands before or after makes the digits part of something else. */
static bool is_joined(struct str text, size_t start, size_t end)
{
    static const char joints[] = "/=_-+&.,#%:";
    char before = start ? text.ptr[start - 1] : ' ', after = end < text.len ? text.ptr[end] : ' ';
    return is_within_more(text, start, end) || strchr(joints, before) || strchr("/=_-&%", after) ||
           (strchr(".,", after) && digit_at(text, end + 1));
}

/*
 * Whether digits with a date but without valid check digits may be an identity number with
 * a slip: in one piece or with one blank, alone, and no account number.
 */
static bool is_doubtful(const struct digits *digits, struct str text, size_t start)
{
    uint32_t gaps = digits_gaps(digits, ID_DIGITS);
    bool plain = gaps == 0 || (gaps == GAP(6) && digits->before[6] == GAP_BLANK);
    return plain && !national_no_is_account(digits->digit) &&
           !is_joined(text, start, digits->end[ID_DIGITS - 1]);
}

/* ---- telling ---- */

struct id_found {
    enum national_id kind;
    size_t end;
};

/* Of several readings the one that is most surely a person's counts. */
static struct id_found id_at(const struct digits *digits)
{
    struct id_found found = {NATIONAL_ID_NO, 0};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        enum national_id kind = id_in_form(digits, &forms[i]);
        if (kind > found.kind)
            found = (struct id_found){kind, digits->end[forms[i].count - 1]};
    }
    return found;
}

static void identity_tell(const struct source *source, const struct digits *digits, size_t start,
                          struct id_found found, struct diags *diags)
{
    enum writing_rule rule = WRITING_RULES;
    switch (found.kind) {
    case NATIONAL_ID_NO: break;
    case NATIONAL_ID_DATED:
        if (is_doubtful(digits, source->text, start))
            rule = WRITING_ELEVEN_DIGITS;
        break;
    case NATIONAL_ID_TEST: rule = WRITING_TEST_NUMBER; break;
    case NATIONAL_ID_HELP: rule = WRITING_ELEVEN_DIGITS; break;
    case NATIONAL_ID_VALID:
        rule = is_within_more(source->text, start, found.end) ? WRITING_ELEVEN_DIGITS
                                                              : WRITING_NATIONAL_ID;
        break;
    }
    if (rule != WRITING_RULES)
        writing_tell(diags, rule, source_span(source, start, found.end), NO_DETAIL);
}

/* Returns where the digits end that are written without any gap. */
static size_t after_run(const struct digits *digits)
{
    size_t last = 0;
    while (last + 1 < digits->count && digits->before[last + 1] == GAP_NONE)
        last++;
    return digits->end[last];
}

/* Returns the offset of the next number, or the length of the text. */
static size_t next_number(struct str text, size_t at)
{
    /* Nearly all bytes are neither a digit nor the first of a wide one (UTF-8: EF BC 90 …). */
    static const bool begins[256] = {
        ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true,
        ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true, [0xEF] = true};
    while ((at = str_find_in(text, at, begins)) < text.len && !digits_begin(text, at))
        at++;
    return at;
}

void identity_check(const struct source *source, struct diags *diags)
{
    struct str text = source->text;
    struct digits digits;
    for (size_t at = 0; (at = next_number(text, at)) < text.len;) {
        digits_read(&digits, text, at);
        struct id_found found = id_at(&digits);
        identity_tell(source, &digits, at, found, diags);
        at = found.kind > NATIONAL_ID_DATED ? found.end : after_run(&digits);
    }
}

bool identity_is_in(struct str text)
{
    struct digits digits;
    for (size_t at = 0; (at = next_number(text, at)) < text.len; at = after_run(&digits)) {
        digits_read(&digits, text, at);
        if (id_at(&digits).kind == NATIONAL_ID_VALID)
            return true;
    }
    return false;
}
