#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Reading numbers and parts out of bytes that anybody may have made. Nothing here fails or
 * reads outside: what lies beyond the end reads as 0, or as no bytes.
 */

/* Return the number in `count` bytes (1 … 4) at an offset: big-endian, little-endian. */
uint32_t bytes_be(struct str bytes, size_t at, size_t count);
uint32_t bytes_le(struct str bytes, size_t at, size_t count);

/* Returns at most `len` bytes from an offset. */
struct str bytes_part(struct str bytes, size_t at, size_t len);

/* Whether these bytes stand at an offset. */
bool bytes_have(struct str bytes, size_t at, struct str part);

/* Whether any byte is neither NUL nor a blank. */
bool bytes_say_something(struct str bytes);

#endif
