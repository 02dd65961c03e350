#ifndef WRITING_NATIONAL_NO_H
#define WRITING_NATIONAL_NO_H

/*
 * National identity numbers of Norway. Their rules are code and not words; those of
 * another country would be a file beside this one.
 */
enum national_id { NATIONAL_ID_NO, NATIONAL_ID_DATED, NATIONAL_ID_VALID };

/*
 * What eleven digits are: valid as fødselsnummer or d-number (the day plus 40),
 * with both check digits (Skatteetaten, «Fødselsnummer»: modulus 11 of the weights
 * 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2), or only beginning like one. Numbers
 * made for tests (the month plus 40, 65 or 80) belong to no person.
 */
enum national_id national_no_is_id(const char digits[11]);

#endif
