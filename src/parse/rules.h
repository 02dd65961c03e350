#ifndef PARSE_RULES_H
#define PARSE_RULES_H

#include "base/diag.h"

/*
 * What can be wrong with one file, seen alone.
 *
 * To add a rule:
 *  1. a name in the enum and a row under the same name in rules.c;
 *  2. diag_add() where it is found;
 *  3. a folder tests/check/<id>/ with the smallest content that breaks it, and
 *     `make accept`, which writes the expected findings beside it;
 *  4. its row in a table of content/README.md, or in tests/check/every-rule-is-in-the-table
 *     if no writer meets it.
 */
enum parse_rule {
    RULE_FILE_TOO_LARGE,
    RULE_NOT_A_FILE,
    RULE_NOT_UTF8,
    RULE_CONTROL_CHARACTER,
    RULE_HIDDEN_CHARACTER,
    RULE_TOO_MANY_MARKS,
    RULE_LOST_CHARACTER,
    RULE_GARBLED_TEXT,
    RULE_FRONT_MATTER_MISSING,
    RULE_FRONT_MATTER_LATE,
    RULE_FRONT_MATTER_FENCE,
    RULE_FRONT_MATTER_OPEN,
    RULE_FRONT_MATTER_SPLIT,
    RULE_FRONT_MATTER_SECOND,
    RULE_FRONT_MATTER_OTHER,
    RULE_FRONT_MATTER_TOO_LARGE,
    RULE_BODY_TOO_LARGE,
    RULE_BODY_TOO_DEEP,
    RULE_BODY_TOO_MANY_BRACKETS,
    RULE_YAML_SYNTAX,
    RULE_YAML_TOO_DEEP,
    RULE_YAML_NOT_FIELDS,
    RULE_YAML_KEY,
    RULE_YAML_DUPLICATE_KEY,
    RULE_YAML_ANCHOR,
    RULE_YAML_TAG,
    RULE_YAML_MERGE,
    RULE_YAML_DIRECTIVE,
    RULE_YAML_SECOND_DOCUMENT,
    RULE_HEADING_LEVEL_ONE,
    RULE_HEADING_SKIPPED,
    RULE_HEADING_EMPTY,
    RULE_HEADING_BY_ACCIDENT,
    RULE_LINK_SCHEME,
    RULE_LINK_NOT_MARKDOWN,
    RULE_LINK_OUTSIDE,
    RULE_LINK_BACKSLASH,
    RULE_LINK_OWN_DISK,
    RULE_LINK_WITHOUT_SCHEME,
    RULE_LINK_MISTYPED,
    RULE_LINK_BLANK,
    RULE_LINK_EMPTY,
    RULE_LINK_NO_ADDRESS,
    RULE_IMAGE_ALT,
    RULE_IMAGE_REMOTE,
    RULE_RAW_HTML,
    RULE_COMMENT_SHOWN,
    RULE_COMMENT_OPEN,
    RULE_COMMENT_WITHIN,
    RULE_COMMENT_TEXT,
    RULE_COMMENT_END,
    RULE_COMMENT_ARROW,
    RULE_COMMENT_FOREIGN,
    RULE_COMMENT_FIELD,
    PARSE_RULES
};

extern const struct rule parse_rules[PARSE_RULES];

#endif
