#ifndef BASE_XML_PUT_H
#define BASE_XML_PUT_H

#include "base/buf.h"

/*
 * Elements of XML that we write. Names are ours and need no escape;
 * texts are anybody's, and get theirs here. An absent text puts nothing.
 */

/* Puts <name>text</name>. */
void xml_put_element(struct buf *out, const char *name, struct str text);

/* Puts name="text", with a blank before it, inside a tag. */
void xml_put_attribute(struct buf *out, const char *name, struct str text);

#endif
