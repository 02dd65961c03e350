#include "base/date.h"

static bool digits(struct str text, size_t from, size_t count, int *number)
{
    *number = 0;
    for (size_t i = from; i < from + count; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        *number = *number * 10 + (text.ptr[i] - '0');
    }
    return true;
}

static int days_in(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool date_parse(struct str text, struct date *date)
{
    *date = (struct date){0};
    if (text.len != 4 && text.len != 7 && text.len != 10)
        return false;
    if (!digits(text, 0, 4, &date->year))
        return false;
    if (text.len >= 7 && (text.ptr[4] != '-' || !digits(text, 5, 2, &date->month) ||
                          date->month < 1 || date->month > 12))
        return false;
    if (text.len == 10 && (text.ptr[7] != '-' || !digits(text, 8, 2, &date->day) || date->day < 1 ||
                           date->day > days_in(date->year, date->month)))
        return false;
    return true;
}
