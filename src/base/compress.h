#ifndef BASE_COMPRESS_H
#define BASE_COMPRESS_H

#include "base/str.h"

struct arena;
struct buf;

/*
 * The two codings that web servers send text in (RFC 9110, section 8.4.1). Same bytes, same
 * libraries, same result: nothing of the time or the machine is in it. May be used from any
 * thread. Lack of memory ends the program.
 */

/* Appends the bytes in the form of gzip (RFC 1952), as small as zlib makes them. */
void compress_gzip(struct buf *out, struct str bytes);

/* Appends them as brotli (RFC 7932). The best quality takes some twenty times the time of the good.
 */
enum { BROTLI_GOOD = 9, BROTLI_BEST = 11 };
void compress_brotli(struct buf *out, struct str bytes, int quality);

/* Return the versions of zlib and brotli, as the libraries tell them. */
const char *compress_gzip_version(void);
struct str compress_brotli_version(struct arena *arena);

#endif
