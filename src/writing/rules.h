#ifndef WRITING_RULES_H
#define WRITING_RULES_H

#include "base/diag.h"

/*
 * The rules about how a document is written: its language, its links, what should not
 * be told about persons. None of this stops a page from being made, so they are
 * warnings and advice, and a document may make exceptions from them
 * (collection/exceptions.h). A national identity number is an error, and so are a link or
 * picture that became none, and an exception that cannot be made.
 *
 * A finding where nothing is wrong costs more than one that is missed, since people
 * learn to ignore all of them. So each rule is drawn narrowly, and tests/check/ok-language
 * holds near misses, in which nothing may be found.
 *
 * To add a rule:
 *  1. a name in the enum and a row under the same name in rules.c;
 *  2. where it is found: the file in writing/ that has its idea, or a new one that
 *     writing_check() calls; collection/checks.c if it takes more than one text. The body is
 *     `prose`; titles, names and summaries are `writing_fields`; writing_tell() tells;
 *  3. tests/check/<id>/files/content/… with the smallest content that breaks it, laid over
 *     tests/check/_base, and SAMLING_ACCEPT=1 tests/check/run tests/check/<id> to write down
 *     what is said about it; its near misses in tests/check/ok-language;
 *  4. its row in a table of content/README.md.
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
    WRITING_HARD_SPACE,
    WRITING_TAB_TABLE,
    WRITING_PIPE_TABLE,
    WRITING_NUMBER_LIST,
    WRITING_NUMBER_CHANGED,
    WRITING_LIST_INDENT,
    WRITING_SENTENCE_CUT,
    WRITING_MARK_SHOWN,
    WRITING_LINK_NOT_MADE,
    WRITING_IMAGE_NOT_MADE,
    WRITING_INDENTED_CODE,
    WRITING_FENCE_OPEN,
    WRITING_BARE_ADDRESS,
    WRITING_QUOTED_VALUE,
    WRITING_FIELD_MARKUP,

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
    WRITING_LINK_HOST,
    WRITING_LINK_LOCAL,
    WRITING_LINK_REDIRECT,
    WRITING_LINK_LOGIN,
    WRITING_LINK_TRACKING,

    /* persons */
    WRITING_EMAIL_PERSON,
    WRITING_EMAIL_PRIVATE,
    WRITING_PHONE_PERSON,
    WRITING_NATIONAL_ID,
    WRITING_ELEVEN_DIGITS,
    WRITING_TEST_NUMBER,

    /* the whole collection: found in collection/checks.c and what it calls */
    WRITING_SECTION_MISSING,
    WRITING_REVIEW_PASSED,
    WRITING_DATE_FUTURE,
    WRITING_NEAR_DUPLICATE,

    /* exceptions: found in collection/exceptions.c */
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
