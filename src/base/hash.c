#include "base/hash.h"

#include <assert.h>
#include <nettle/sha2.h>
#include <nettle/version.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/base64.h"
#include "base/buf.h"
#include "base/memory.h"

static_assert(HASH_SIZE == SHA256_DIGEST_SIZE, "nettle and we mean the same hash");

static const struct str digits = STR_INIT("0123456789abcdef");

struct hashing {
    struct sha256_ctx context;
};

void hash_append(struct hashing *hashing, struct str bytes)
{
    sha256_update(&hashing->context, bytes.len, (const uint8_t *)bytes.ptr);
}

static struct hash digest(struct hashing *hashing)
{
    struct hash hash;
    sha256_digest(&hashing->context, sizeof hash.bytes, hash.bytes);
    return hash;
}

struct hash hash_of(struct str bytes)
{
    struct hashing hashing;
    sha256_init(&hashing.context);
    hash_append(&hashing, bytes);
    return digest(&hashing);
}

struct hashing *hash_begin(void)
{
    struct hashing *hashing = memory_resize(NULL, sizeof *hashing);
    sha256_init(&hashing->context);
    return hashing;
}

void hash_append_line(struct hashing *hashing, struct str line)
{
    hash_append(hashing, line);
    hash_append(hashing, STR("\n"));
}

void hash_append_hash(struct hashing *hashing, struct hash hash)
{
    hash_append(hashing, (struct str){(const char *)hash.bytes, sizeof hash.bytes});
}

struct hash hash_end(struct hashing *hashing)
{
    struct hash hash = digest(hashing);
    free(hashing);
    return hash;
}

bool hash_eq(struct hash a, struct hash b)
{
    return memcmp(a.bytes, b.bytes, HASH_SIZE) == 0;
}

void hash_put(struct buf *out, struct hash hash)
{
    char text[HASH_DIGITS];
    for (size_t i = 0; i < HASH_SIZE; i++) {
        text[2 * i] = digits.ptr[hash.bytes[i] >> 4];
        text[2 * i + 1] = digits.ptr[hash.bytes[i] & 15];
    }
    buf_put(out, (struct str){text, sizeof text});
}

struct str hash_hex(struct arena *arena, struct hash hash)
{
    struct buf text = BUF_INIT;
    hash_put(&text, hash);
    return buf_finish(&text, arena);
}

struct str hash_base64(struct arena *arena, struct hash hash)
{
    struct buf text = BUF_INIT;
    base64_put(&text, hash.bytes, HASH_SIZE);
    return buf_finish(&text, arena);
}

/* Returns the value of a digit; more than 15 if it is none, capital letters included. */
static size_t digit_value(char c)
{
    return str_find_byte(digits, c);
}

bool hash_parse(struct str text, struct hash *hash)
{
    if (text.len != HASH_DIGITS)
        return false;
    for (size_t i = 0; i < HASH_SIZE; i++) {
        size_t high = digit_value(text.ptr[2 * i]), low = digit_value(text.ptr[2 * i + 1]);
        if (high > 15 || low > 15)
            return false;
        hash->bytes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

uint32_t hash_number(struct str text)
{
    uint32_t number = 0x811c9dc5;
    for (size_t i = 0; i < text.len; i++)
        number = (number ^ (uint8_t)text.ptr[i]) * 0x01000193;
    return number ^ number >> 15;
}

struct str hash_version(struct arena *arena)
{
    return str_format(arena, "%d.%d", nettle_version_major(), nettle_version_minor());
}
