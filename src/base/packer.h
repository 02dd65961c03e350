#ifndef BASE_PACKER_H
#define BASE_PACKER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct buf;

/*
 * Makes bytes smaller for files that hold other files (RFC 1951, as zip files have it). It takes
 * the whole at once, and little more than a third of the time of zlib. What web servers send is
 * made otherwise (base/compress.h), for that is sent often, and comes piece by piece.
 *
 *     struct packer packer = {0};
 *     for (each file)
 *         if (!packer_put(&packer, &out, bytes))
 *             … as they are …
 *     packer_release(&packer);
 *
 * A packer has some 200 kB once it has been used; on one thread at a time. Same bytes, same
 * library, same result. Lack of memory ends the program.
 */
struct packer {
    struct libdeflate_compressor *library; /* NULL until there is something to pack */
};

/*
 * Appends the bytes packed; or nothing, and returns false, if they do not become smaller. Room is
 * made for as much as there is before, but only what is written takes memory.
 */
bool packer_put(struct packer *packer, struct buf *out, struct str bytes);

void packer_release(struct packer *packer);

/* Returns the checksum of what has the checksum `crc`, 0 for nothing, and these bytes after it. */
uint32_t packer_crc_on(uint32_t crc, struct str bytes);

/* Return the checksums of zip, PNG and gzip (RFC 1952, section 8) and of zlib's own form (RFC
 * 1950). */
uint32_t packer_crc(struct str bytes);
uint32_t packer_adler(struct str bytes);

/* Returns the version of libdeflate that this is compiled with; the library tells no other. */
const char *packer_version(void);

#endif
