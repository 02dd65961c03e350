#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct buf;

/* Base64 (RFC 4648, section 4): policies of pages, keys and signatures. */

/* Appends the bytes. */
void base64_put(struct buf *out, const uint8_t *bytes, size_t size);

/* Stores the bytes. False unless the text is exactly what base64_put() makes of `size` bytes. */
bool base64_parse(struct str text, uint8_t *bytes, size_t size);

#endif
