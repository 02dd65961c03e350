#include "base/date.h"

#include "base/ascii.h"

static bool read_digits(struct str text, size_t from, size_t count, int *number)
{
    *number = 0;
    for (size_t i = from; i < from + count; i++) {
        if (!ascii_is_digit(text.ptr[i]))
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
    if (!read_digits(text, 0, 4, &date->year))
        return false;
    if (text.len >= 7 && (text.ptr[4] != '-' || !read_digits(text, 5, 2, &date->month) ||
                          date->month < 1 || date->month > 12))
        return false;
    if (text.len == 10 && (text.ptr[7] != '-' || !read_digits(text, 8, 2, &date->day) ||
                           date->day < 1 || date->day > days_in(date->year, date->month)))
        return false;
    return true;
}

bool date_is(struct str text)
{
    struct date date;
    return date_parse(text, &date);
}

bool date_is_day(struct str text)
{
    struct date date;
    return date_parse(text, &date) && date.day;
}

/*
 * Howard Hinnant, «chrono-Compatible Low-Level Date Algorithms», civil_from_days().
 * Days are counted from 1 March of year 0, and years begin in March: then the leap day
 * is the last day of a year, and a line through the lengths of the months gives the month of a day.
 * The calendar repeats after an era of 400 years, which has 146097 days.
 */
struct date date_of_seconds(int64_t seconds)
{
    enum { DAY = 86400, ERA = 146097, TO_1970 = 719468 };
    static const int64_t first = -62167219200, last = 253402300799; /* 0000-01-01, 9999-12-31 */
    seconds = seconds < first ? first : seconds > last ? last : seconds;
    /* Counted from `first`, so that nothing that is divided is negative. */
    int64_t days = (seconds - first) / DAY + first / DAY + TO_1970;
    int64_t era = (days >= 0 ? days : days - ERA + 1) / ERA;
    int64_t of_era = days - era * ERA;
    /* Take out the leap days, one in 4 years but none in 100, and every year has 365. */
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / (ERA - 1)) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    /* Five months from March on have 153 days, and so have the next five. */
    int64_t march = (5 * of_year + 2) / 153;
    int64_t month = march < 10 ? march + 3 : march - 9;
    return (struct date){.year = (int)(year + era * 400 + (month <= 2)),
                         .month = (int)month,
                         .day = (int)(of_year - (153 * march + 2) / 5 + 1)};
}

static struct date day_after(struct date date)
{
    if (date.day++ < days_in(date.year, date.month))
        return date;
    date.day = 1;
    if (date.month++ < 12)
        return date;
    return (struct date){date.year + 1, 1, 1};
}

struct str date_begins(struct arena *arena, struct date date)
{
    return str_format(arena, "%04d-%02d-%02dT00:00:00Z", date.year, date.month ? date.month : 1,
                      date.day ? date.day : 1);
}

struct date date_after(struct date day, int days)
{
    while (days-- > 0)
        day = day_after(day);
    return day;
}

bool date_is_past(struct date date, struct date today)
{
    if (date.year != today.year || date.month == 0)
        return date.year < today.year;
    if (date.month != today.month || date.day == 0)
        return date.month < today.month;
    return date.day < today.day;
}

bool date_is_future(struct date date, struct date today)
{
    struct date tomorrow = day_after(today);
    if (date.year != tomorrow.year || date.month == 0)
        return date.year > tomorrow.year;
    if (date.month != tomorrow.month || date.day == 0)
        return date.month > tomorrow.month;
    return date.day > tomorrow.day;
}
