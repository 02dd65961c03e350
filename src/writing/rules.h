#ifndef WRITING_RULES_H
#define WRITING_RULES_H

#include "base/diag.h"

/*
 * What can be wrong with how a document is written: language, links, what
 * should not be told about persons. None of it keeps a page from being made, so
 * these are warnings and advice, which a document may make an exception for
 * (collection/exceptions.h). A person's national number alone is an error.
 *
 * A finding where nothing is wrong costs more than one that is missed: people
 * learn to pass by them. So each rule is drawn narrowly, and the near misses
 * stand in tests/check/ok-language.
 *
 * To add a rule:
 *  1. a name in the enum and a row under the same name in rules.c;
 *  2. where it is found: the file in writing/ that has its idea, or a new one that
 *     writing_check() calls; collection/checks.c if it takes more than one text;
 *  3. a folder tests/check/<id>/ with the smallest content that breaks it, and
 *     `make accept` to write down what is said about it.
 */
enum writing_rule {
    /* headings */
    WRITING_HEADING_NO_SPACE,
    WRITING_HEADING_REPEATS_TITLE,
    WRITING_BOLD_HEADING,
    WRITING_ITALIC_HEADING,
    WRITING_SECTION_EMPTY,

    /* markup */
    WRITING_BULLET_CHARACTER,
    WRITING_BULLET_NO_SPACE,
    WRITING_TAB_TABLE,
    WRITING_INDENTED_CODE,
    WRITING_BARE_ADDRESS,
    WRITING_QUOTED_VALUE,

    /* language */
    WRITING_ALL_CAPS,
    WRITING_LONG_SENTENCES,
    WRITING_LONG_PARAGRAPH,
    WRITING_ABBREVIATION,

    /* links */
    WRITING_LINK_TEXT_VAGUE,
    WRITING_LINK_TEXT_ADDRESS,
    WRITING_LINK_TEXT_SAME,
    WRITING_LINK_HTTP,
    WRITING_LINK_FORM,
    WRITING_LINK_LOCAL,
    WRITING_LINK_REDIRECT,
    WRITING_LINK_LOGIN,
    WRITING_LINK_TRACKING,

    /* persons */
    WRITING_EMAIL_PERSON,
    WRITING_NATIONAL_ID,
    WRITING_ELEVEN_DIGITS,

    /* of the whole collection: collection/checks.c */
    WRITING_SECTION_MISSING,
    WRITING_REVIEW_PASSED,
    WRITING_NEAR_DUPLICATE,

    /* collection/exceptions.c */
    WRITING_EXCEPTION_UNKNOWN,
    WRITING_EXCEPTION_ERROR,
    WRITING_EXCEPTION_UNUSED,

    WRITING_RULES
};

extern const struct rule writing_rules[WRITING_RULES];

/* Adds a finding of one of these rules. */
void writing_tell(struct diags *diags, enum writing_rule rule, struct span span,
                  struct detail detail);

#endif
