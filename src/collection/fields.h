#ifndef COLLECTION_FIELDS_H
#define COLLECTION_FIELDS_H

/*
 * The fields that have a meaning to the program, by name: in the front matter
 * of entries, terms and pages, and in content/site.yaml. All other fields are
 * the schema's own, and are known by its marks only. For STR() and STR_INIT().
 */

/* Of entries and pages; of an entry only when the schema has a property of that name. */
#define FIELD_TITLE      "title"
#define FIELD_SUMMARY    "summary"
#define FIELD_LANG       "lang"       /* of the document, where it is not the site's */
#define FIELD_ORDER      "order"      /* among its neighbours, from 1 */
#define FIELD_ALIASES    "aliases"    /* former addresses */
#define FIELD_EXCEPTIONS "exceptions" /* see collection/exceptions.h */

/* Of entries only. */
#define FIELD_DRAFT  "draft"
#define FIELD_REVIEW "review" /* when it is to be looked at again */

/* Of terms, beside summary, lang, order, aliases and exceptions. */
#define FIELD_NAME  "name"
#define FIELD_SHORT "short" /* abbreviation */
#define FIELD_NAMES "names" /* what else it is called */
#define FIELD_URL   "url"

/* In site.yaml, those that the collection reads itself. */
#define FIELD_LANGUAGE      "language"
#define FIELD_BASE_URL      "base_url"
#define FIELD_ACCESSIBILITY "accessibility"

/*
 * Endings of the names under which templates find what is made of a field: of
 * a list `links` whether it has items, `links_any`; of an address `url` its
 * host, `url_host`, and what file it is, `url_file` (pages/view.h). A schema
 * may not give a property such a name beside the field (RULE_NAME_TAKEN).
 */
#define DERIVED_ANY  "_any"
#define DERIVED_HOST "_host"
#define DERIVED_FILE "_file"

#endif
