#ifndef DATA_CATALOGUE_CODES_H
#define DATA_CATALOGUE_CODES_H

#include "base/str.h"

/*
 * The codes that DCAT-AP-NO asks for, of lists that the Publications Office of the EU keeps
 * (https://op.europa.eu/en/web/eu-vocabularies), for what a collection says in its own words. Each
 * returns the absent str for what the list does not have, or we do not know that it has.
 *
 * To add one: its row in catalogue_codes.c.
 */
#define EU_LIST(name) "http://publications.europa.eu/resource/authority/" name "/"

/* Returns the code in the list of languages, for a tag: nb is NOB. */
struct str catalogue_language(struct str tag);

/*
 * Returns the code in the list of licences, for the address of one. That may be of its text for
 * people or for lawyers, in any language: …/licenses/by/4.0/deed.no is CC_BY_4_0.
 */
struct str catalogue_licence(struct str url);

#endif
