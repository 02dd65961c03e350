#ifndef WRITING_NATIONAL_NO_H
#define WRITING_NATIONAL_NO_H

#include <stdbool.h>

/*
 * National identity numbers of Norway. Their rules are code and not words; those of
 * another country would be a file beside this one.
 *
 * The later a kind stands here, the more surely the number is a person's.
 */
enum national_id {
    NATIONAL_ID_NO,
    NATIONAL_ID_DATED, /* begins with a date, but the check digits are wrong */
    NATIONAL_ID_TEST,  /* made for tests: no person's */
    NATIONAL_ID_HELP,  /* a patient's number in health services, or made for tests */
    NATIONAL_ID_VALID, /* fødselsnummer, or d-number: the day plus 40 */
};

/*
 * What eleven digits are. All kinds but DATED have both check digits right (Skatteetaten,
 * «Fødselsnummer»: modulus 11 of the weights 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2).
 * Numbers for tests have the month plus 65 or 80; with the month plus 40 a number may be
 * one for tests, or the hjelpenummer of somebody in care.
 */
enum national_id national_no_is_id(const char digits[11]);

/*
 * Whether the three digits after the date go with the century of birth, 18, 19 or 20: 500
 * to 749, below 500 or from 1940 above 899, and above 499.
 */
bool national_no_fits_century(const char digits[11], int century);

/* Whether the last of eleven digits is right for an account number. */
bool national_no_is_account(const char digits[11]);

#endif
