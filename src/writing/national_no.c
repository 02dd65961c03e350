#include "writing/national_no.h"

#include <stddef.h>

static int check_digit(const char *digits, const int *weights, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (digits[i] - '0') * weights[i];
    return (11 - sum % 11) % 11; /* no valid number has check digit 10 */
}

/* The second check digit of a person is that of an account. */
bool national_no_is_account(const char digits[11])
{
    static const int weights[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    return check_digit(digits, weights, 10) == digits[10] - '0';
}

static bool is_valid(const char digits[11])
{
    static const int weights[] = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    return check_digit(digits, weights, 9) == digits[9] - '0' && national_no_is_account(digits);
}

static int number_of(const char *digits, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++)
        number = number * 10 + digits[i] - '0';
    return number;
}

/* What is added to the month, and the kind of number that has it. */
static const struct {
    int added;
    enum national_id kind;
} months[] = {
    {0, NATIONAL_ID_VALID}, {40, NATIONAL_ID_HELP}, {65, NATIONAL_ID_TEST}, {80, NATIONAL_ID_TEST}};

enum national_id national_no_is_id(const char digits[11])
{
    int day = number_of(digits, 2), month = number_of(digits + 2, 2);
    day = day > 40 ? day - 40 : day;
    if (day < 1 || day > 31)
        return NATIONAL_ID_NO;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        int plain = month - months[i].added;
        if (plain < 1 || plain > 12)
            continue;
        if (is_valid(digits))
            return months[i].kind;
        return months[i].added ? NATIONAL_ID_NO : NATIONAL_ID_DATED;
    }
    return NATIONAL_ID_NO;
}

bool national_no_fits_century(const char digits[11], int century)
{
    int year = number_of(digits + 4, 2), person = number_of(digits + 6, 3);
    switch (century) {
    case 18: return person >= 500 && person <= 749;
    case 19: return person < 500 || (year >= 40 && person >= 900);
    case 20: return person >= 500;
    default: return false;
    }
}
