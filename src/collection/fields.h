#ifndef COLLECTION_FIELDS_H
#define COLLECTION_FIELDS_H

/*
 * The names of the fields that the program itself reads, in the front matter of entries,
 * terms and pages and in content/site.yaml; for STR() and STR_INIT(). All other fields
 * are the schema's own, and the program knows them by their marks only.
 */

/* Of entries and pages; of an entry only when the schema has a property of that name. */
#define FIELD_TITLE   "title"
#define FIELD_SUMMARY "summary"
#define FIELD_LANG    "lang"  /* of the document, where it is not the site's */
#define FIELD_ORDER   "order" /* among its neighbours, from 1 */

/* Of all, whatever the schema has (collection/entry_fields.h). */
#define FIELD_ALIASES    "aliases"    /* former addresses */
#define FIELD_EXCEPTIONS "exceptions" /* see collection/exceptions.h */
#define FIELD_HISTORY    "history"    /* of entries: what happened when, each with a date */
#define FIELD_DATE       "date"       /* within it */
#define FIELD_TEXT       "text"       /* within it */

/* Of entries only; draft whatever the schema has. */
#define FIELD_DRAFT    "draft"
#define FIELD_UPDATED  "updated"  /* the date when it was last looked at */
#define FIELD_REVIEW   "review"   /* the date to look at it again */
#define FIELD_PROPOSED "proposed" /* see collection/proposals.h; no schema has it */

/* Of terms, beside summary, lang, order, aliases and exceptions. */
#define FIELD_NAME  "name"
#define FIELD_SHORT "short" /* abbreviation */
#define FIELD_NAMES "names" /* what else it is called */
#define FIELD_URL   "url"
#define FIELD_KIND  "kind" /* a key of the facet's x-kinds */

/* In site.yaml, those that the program reads itself. */
#define FIELD_SAMLING       "samling" /* the version of the format */
#define FIELD_LANGUAGE      "language"
#define FIELD_BASE_URL      "base_url"
#define FIELD_CONTACT       "contact"
#define FIELD_EDIT_URL      "edit_url"
#define FIELD_ACCESSIBILITY "accessibility"
#define FIELD_PUBLISHER     "publisher"
#define FIELD_LICENCE       "licence"
#define FIELD_SECURITY      "security"
#define FIELD_EXPIRES       "expires"      /* within it */
#define FIELD_DOCUMENT_MAX  "document_max" /* in megabytes */
#define FIELD_PAGE_SIZE     "page_size"
#define FIELD_STOP_WORDS    "stop_words"
#define FIELD_MARK          "mark"      /* see pages/mark.h */
#define FIELD_COLOURS       "colours"   /* see pages/colours.h */
#define FIELD_CATALOGUE     "catalogue" /* see data/catalogue.h */
#define FIELD_DESCRIPTION   "description"

/*
 * Endings of the names that templates find beside a field (pages/view.h): `links_any`,
 * whether the list `links` has items; `url_host` and `url_file`, the host of the address
 * `url` and what kind of file it leads to. A schema may not give such a name to a property
 * beside the field (RULE_NAME_TAKEN).
 */
#define DERIVED_ANY  "_any"
#define DERIVED_HOST "_host"
#define DERIVED_FILE "_file"

#endif
