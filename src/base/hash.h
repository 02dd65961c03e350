#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct buf;
struct hashing;

/*
 * SHA-256 (FIPS 180-4), for SHA256SUMS and for assets whose address changes with
 * their content. May be used from any thread.
 */
enum { HASH_SIZE = 32, HASH_DIGITS = 2 * HASH_SIZE };

/*
 * How many digits stand in the address of an asset, and in that of a file of the search index,
 * which are many and told in full to each reader: of 2^28 changes of such a file, one leaves it its
 * name. plan/ and search/ write them, compare/ reads them.
 */
enum { HASH_SHOWN = 10, HASH_IN_INDEX = 7 };

struct hash {
    uint8_t bytes[HASH_SIZE];
};

struct hash hash_of(struct str bytes);
bool hash_eq(struct hash a, struct hash b);

/* The same of bytes that come piece by piece. hash_end() frees what hash_begin() made. */
struct hashing *hash_begin(void);
void hash_append(struct hashing *hashing, struct str bytes);
void hash_append_line(struct hashing *hashing, struct str line); /* with its end */
void hash_append_hash(struct hashing *hashing, struct hash hash);
struct hash hash_end(struct hashing *hashing);

/* Append or return it as 64 lower-case hexadecimal digits. */
void hash_put(struct buf *out, struct hash hash);
struct str hash_hex(struct arena *arena, struct hash hash);

/* Returns it in base64 (RFC 4648, section 4), as the policies of pages write it. */
struct str hash_base64(struct arena *arena, struct hash hash);

/* Stores the hash. False unless the text is exactly what hash_put() writes. */
bool hash_parse(struct str text, struct hash *hash);

/*
 * Returns a number for a text that a script finds with little, too: FNV-1a for 32 bits (RFC 9923),
 * with the upper half folded in, for its lowest bits alone are poor.
 */
uint32_t hash_number(struct str text);

/* Returns the version of nettle, as the library tells it. */
struct str hash_version(struct arena *arena);

#endif
