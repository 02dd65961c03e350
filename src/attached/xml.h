#ifndef ATTACHED_XML_H
#define ATTACHED_XML_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * XML, read as a stream by libexpat, of which xml.c is the only user.
 *
 * There are no entities but the five that XML has itself: at a document type
 * declaration reading stops. An encoding other than UTF-8 is not read either.
 */

/* The name of an element or attribute: its namespace, "" if it has none, and the rest. */
struct xml_name {
    struct str space, local;
};

enum xml_event {
    XML_START,       /* name */
    XML_ATTRIBUTE,   /* name and text: its value. They come after their element's start */
    XML_END,         /* of the innermost element */
    XML_TEXT,        /* text: a piece of what stands in the innermost element */
    XML_DOCTYPE,     /* after it the reader stops */
    XML_INSTRUCTION, /* text: the name of a processing instruction */
    XML_ENCODING,    /* text: its name, which is not UTF-8. After it the reader stops */
};

struct xml_step {
    enum xml_event event;
    struct xml_name name;
    struct str text;
    size_t start, end; /* the bytes of the tag, or of what else it is */
};

/* Takes a step; views in it are valid until it returns. False: go no further. */
typedef bool xml_take(void *context, const struct xml_step *step);

struct xml_fault {
    const char *reason; /* in English, as libexpat gives it; NULL: none */
    size_t at;
};

/* Reads a text to its end, to its first fault or until `take` wants no more. */
struct xml_fault xml_read(struct str text, xml_take *take, void *context);

/* Returns the version of libexpat, as the library tells it. */
struct str xml_version(struct arena *arena);

#endif
