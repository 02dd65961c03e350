#ifndef BASE_TURTLE_H
#define BASE_TURTLE_H

#include "base/str.h"

struct buf;

/*
 * A writer of Turtle (RDF 1.1 Turtle): one subject after another, each with its class and its
 * properties.
 *
 *     struct turtle turtle = turtle_into(&out);
 *     turtle_prefix(&turtle, "dct", STR("http://purl.org/dc/terms/"));
 *     turtle_begin(&turtle, address, "dct:Standard");
 *     turtle_text(&turtle, "dct:title", title, STR("nb"));
 *     turtle_end(&turtle);      // <…> a dct:Standard ;
 *                               //     dct:title "…"@nb .
 *
 * Classes, properties and names are the program's own, with a prefix that has been declared; texts
 * and IRIs are anybody's, and are escaped here. A property whose value is absent is not put, so
 * that the caller need not ask.
 */
struct turtle {
    struct buf *out; /* the caller's */
};

struct turtle turtle_into(struct buf *out);

void turtle_prefix(struct turtle *turtle, const char *name, struct str iri);

/* Begins a subject, which turtle_end() ends; the functions below put its properties. */
void turtle_begin(struct turtle *turtle, struct str iri, const char *class);
void turtle_end(struct turtle *turtle);

/* Put a text, in a language if that is not absent; a text of a type, such as `xsd:date`. */
void turtle_text(struct turtle *turtle, const char *property, struct str text, struct str language);
void turtle_typed(struct turtle *turtle, const char *property, struct str text, const char *type);

void turtle_iri(struct turtle *turtle, const char *property, struct str iri);

/* Puts the IRI that is made of two ends: a list that others keep, and the code in it. */
void turtle_code(struct turtle *turtle, const char *property, const char *list, struct str code);

#endif
