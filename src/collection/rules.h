#ifndef COLLECTION_RULES_H
#define COLLECTION_RULES_H

#include "base/diag.h"

/*
 * The rules about the collection as a whole: files that fit no place, marks of the schema
 * that do not go together, documents that do not agree. (For one document against its
 * schema see schema/schema_rules.h, for how it is written writing/rules.h.)
 *
 * To add a rule:
 *  1. a name in the enum and a row under the same name in rules.c;
 *  2. a check_…() in checks.c and its row in the table there, unless it is
 *     found while the collection is gathered;
 *  3. a folder tests/check/<id>/ with the smallest content that breaks it, and
 *     `make accept` to write down what is said about it;
 *  4. its row in a table of content/README.md, as parse/rules.h says.
 */
enum collection_rule {
    RULE_FILE_MISSING,
    RULE_FORMAT_VERSION,
    RULE_FILE_STRAY,
    RULE_THEME_FILE_STRAY,
    RULE_FILE_DOCUMENT,
    RULE_FILE_ENDING,
    RULE_PICTURE_UNUSED,
    RULE_DOCUMENT_UNUSED,
    RULE_FILE_NAME,
    RULE_FILE_COPY,
    RULE_NAME_RESERVED,
    RULE_ENTRY_FOLDER,
    RULE_ENTRY_MISPLACED,
    RULE_UNKNOWN_FOLDER,
    RULE_VALUES_DIFFER,
    RULE_MARK_UNKNOWN,
    RULE_LABEL_LANGUAGE,
    RULE_SHOW_UNKNOWN,
    RULE_SHOW_UNFIT,
    RULE_VALUES_WITHOUT_ENUM,
    RULE_BROWSE_TYPE,
    RULE_SEARCH_TYPE,
    RULE_SECTIONS_VALUE,
    RULE_TERMS_TYPE,
    RULE_NAME_TAKEN,
    RULE_VOCABULARY_EMPTY,
    RULE_VALUE_ADDRESS,
    RULE_UNKNOWN_TERM,
    RULE_UNKNOWN_KIND,
    RULE_TERM_PROPOSED,
    RULE_UNKNOWN_ENTRY,
    RULE_DUPLICATE_SLUG,
    RULE_DUPLICATE_TITLE,
    RULE_SUMMARY_IS_TITLE,
    RULE_MAIN_TERM_MISSING,
    RULE_UNUSED_TERM,
    RULE_LINK_BROKEN,
    RULE_LINK_ROOTED,
    RULE_LINK_PAGE,
    RULE_LINK_FOLDER,
    RULE_LINK_UNPUBLISHED,
    RULE_ANCHOR_BROKEN,
    RULE_IMAGE_MISSING,
    RULE_SYNONYM_EMPTY,
    RULE_SYNONYM_TWICE,
    RULE_PATH_LINE,
    RULE_PATH_DAY,
    RULE_NEWS_LINE,
    RULE_EDITION_LINE,
    RULE_FORM_PAGE,
    RULE_SECURITY_EXPIRES,
    COLLECTION_RULES
};

extern const struct rule collection_rules[COLLECTION_RULES];

/* Adds a finding of one of these rules. */
void collection_tell(struct diags *diags, enum collection_rule rule, struct span span,
                     struct detail detail);

#endif
