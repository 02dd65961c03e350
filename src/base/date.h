#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/*
 * Dates of ISO 8601 / RFC 3339 in the proleptic Gregorian calendar, in up to
 * three precisions: 2024, 2024-04, 2024-04-17. No clock, no zone, no locale.
 */
struct date {
    int year;  /* 0 … 9999 */
    int month; /* 1 … 12, 0 when only the year is given */
    int day;   /* 1 … 31, 0 when the day is not given */
};

/* Stores the date. False unless the whole text is a date that exists. */
bool date_parse(struct str text, struct date *date);

/* Whether the whole text is a date that exists; and a whole day: 2024-04-17. */
bool date_is(struct str text);
bool date_is_day(struct str text);

/*
 * Returns the day, in UTC, of a time in seconds since 1970. Times before year 0 and after
 * year 9999 give the first and the last day.
 */
struct date date_of_seconds(int64_t seconds);

/* Returns the moment at which it begins in UTC, as RFC 3339 has it: 2024-04-01T00:00:00Z. */
struct str date_begins(struct arena *arena, struct date date);

/* Returns the day so many days after another. */
struct date date_after(struct date day, int days);

/* True if all of `date`, which may be a month or a year, lies before the day `today`. */
bool date_is_past(struct date date, struct date today);

/*
 * True if all of it lies after the day that follows `today`: that one has begun already where
 * clocks are ahead of UTC.
 */
bool date_is_future(struct date date, struct date today);

#endif
