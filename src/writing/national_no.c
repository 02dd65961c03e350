#include "writing/national_no.h"

#include <stdbool.h>
#include <stddef.h>

static int check_digit(const char *digits, const int *weights, size_t count)
{
    int sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (digits[i] - '0') * weights[i];
    return (11 - sum % 11) % 11; /* no valid number has check digit 10 */
}

enum national_id national_no_is_id(const char digits[11])
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
