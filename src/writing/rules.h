#ifndef WRITING_RULES_H
#define WRITING_RULES_H

#include "base/diag.h"

/*
 * What can be wrong with how a document is written: language, links, what
 * should not be told about persons. None of it keeps a page from being made, so
 * these are warnings and advice, which a document may make an exception for
 * (collection/exceptions.h); but for a number that is somebody's identity.
 *
 * A finding where nothing is wrong costs more than one that is missed: people
 * learn to pass by them. So each rule is drawn narrowly, and the near misses
 * stand in tests/check/ok-language.
 *
 * To add a rule:
 *  1. a name in the enum and a row under the same name in rules.c;
 *  2. where it is found: writing.h, markup.h, links.h, personal.h or collection/checks.c;
 *  3. a folder tests/check/<id>/ with the smallest content that breaks it, and
 *     `make accept` to write down what is said about it.
 */
enum language_rule {
    LANGUAGE_BOLD_HEADING,
    LANGUAGE_ITALIC_HEADING,
    LANGUAGE_HEADING_NO_SPACE,
    LANGUAGE_HEADING_REPEATS_TITLE,
    LANGUAGE_SECTION_EMPTY,
    LANGUAGE_BULLET_CHARACTER,
    LANGUAGE_BULLET_NO_SPACE,
    LANGUAGE_TAB_TABLE,
    LANGUAGE_INDENTED_CODE,
    LANGUAGE_ALL_CAPS,
    LANGUAGE_QUOTED_VALUE,
    LANGUAGE_LONG_SENTENCES,
    LANGUAGE_LONG_PARAGRAPH,
    LANGUAGE_ABBREVIATION,
    LANGUAGE_BARE_ADDRESS,
    LANGUAGE_LINK_TEXT_VAGUE,
    LANGUAGE_LINK_TEXT_ADDRESS,
    LANGUAGE_LINK_TEXT_SAME,
    LANGUAGE_LINK_HTTP,
    LANGUAGE_LINK_FORM,
    LANGUAGE_LINK_LOCAL,
    LANGUAGE_LINK_REDIRECT,
    LANGUAGE_LINK_LOGIN,
    LANGUAGE_LINK_TRACKING,
    LANGUAGE_EMAIL_PERSON,
    LANGUAGE_NATIONAL_ID,
    LANGUAGE_ELEVEN_DIGITS,
    LANGUAGE_SECTION_MISSING,
    LANGUAGE_REVIEW_PASSED,
    LANGUAGE_NEAR_DUPLICATE,
    LANGUAGE_EXCEPTION_UNKNOWN,
    LANGUAGE_EXCEPTION_ERROR,
    LANGUAGE_EXCEPTION_UNUSED,
    LANGUAGE_RULES
};

extern const struct rule language_rules[LANGUAGE_RULES];

#endif
