#ifndef BASE_COMPRESS_H
#define BASE_COMPRESS_H

#include <stdint.h>

#include "base/str.h"

struct arena;
struct buf;
struct compression;

/*
 * The two codings that web servers send text in (RFC 9110, section 8.4.1). Same bytes, same
 * libraries, same result: nothing of the time or the machine is in it. May be used from any
 * thread. Lack of memory ends the program.
 */

/*
 * gzip (RFC 1952), as small as zlib makes it, and brotli (RFC 7932), of which the best takes some
 * twenty times the time of the good.
 */
enum coding { CODING_GZIP, CODING_BROTLI_GOOD, CODING_BROTLI_BEST };

/*
 * Bytes come piece by piece, and what is ready of the copy is appended to `out`; the rest is kept
 * until there is more, or until compress_end(), which frees what compress_begin() made.
 */
struct compression *compress_begin(enum coding coding);
void compress_append(struct compression *compression, struct buf *out, struct str bytes);
void compress_end(struct compression *compression, struct buf *out);

/* Return the versions of zlib and brotli, as the libraries tell them. */
const char *compress_gzip_version(void);
struct str compress_brotli_version(struct arena *arena);

#endif
