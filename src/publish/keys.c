#include "publish/keys.h"

#include <string.h>

#include "base/base64.h"
#include "base/buf.h"

enum { PUBLIC_SIZE = 42, MINISIGN_SIZE = 158, SIGNIFY_SIZE = 104 };

static const uint8_t algorithm[] = {'E', 'd'};

/* Where the parts of a secret key stand. The key is plain if the bytes that lock it are zero. */
static const struct form {
    size_t size, lock, lock_size, id, secret;
} minisign = {.size = MINISIGN_SIZE, .lock = 2, .lock_size = 2, .id = 54, .secret = 62},
  signify = {.size = SIGNIFY_SIZE, .lock = 4, .lock_size = 4, .id = 32, .secret = 40};

/* Returns the line after the comment; the absent str if the text is not these two lines. */
static struct str second_line(struct str text)
{
    struct str comment, line = {0}, rest = text;
    if (!str_starts(text, KEYS_COMMENT) || !str_cut(&rest, '\n', &comment))
        return line;
    str_cut(&rest, '\n', &line);
    if (str_ends(line, STR("\r"))) /* a mail program has been at it */
        line.len--;
    return rest.len == 0 ? line : (struct str){0};
}

/* Stores the bytes of a key of this size. */
static bool read_bytes(struct str text, uint8_t *bytes, size_t size)
{
    return base64_parse(second_line(text), bytes, size) &&
           memcmp(bytes, algorithm, sizeof algorithm) == 0;
}

static const struct form *read_secret_bytes(struct str text, uint8_t bytes[MINISIGN_SIZE])
{
    if (read_bytes(text, bytes, minisign.size))
        return &minisign;
    return read_bytes(text, bytes, signify.size) ? &signify : NULL;
}

enum key_status keys_read_public(struct str text, struct public_key *key)
{
    uint8_t bytes[MINISIGN_SIZE];
    if (read_secret_bytes(text, bytes))
        return KEY_IS_SECRET;
    if (!read_bytes(text, bytes, PUBLIC_SIZE))
        return KEY_NONE;
    memcpy(key->id.bytes, bytes + sizeof algorithm, KEY_ID_SIZE);
    memcpy(key->key.bytes, bytes + sizeof algorithm + KEY_ID_SIZE, SIGN_KEY_SIZE);
    return KEY_FINE;
}

static bool is_locked(const struct form *form, const uint8_t *bytes)
{
    for (size_t i = 0; i < form->lock_size; i++)
        if (bytes[form->lock + i])
            return true;
    return false;
}

enum key_status keys_read_secret(struct str text, struct secret_key *key)
{
    uint8_t bytes[MINISIGN_SIZE];
    const struct form *form = read_secret_bytes(text, bytes);
    if (!form)
        return read_bytes(text, bytes, PUBLIC_SIZE) ? KEY_IS_PUBLIC : KEY_NONE;
    if (is_locked(form, bytes))
        return KEY_ENCRYPTED;
    struct sign_public written;
    memcpy(key->id.bytes, bytes + form->id, KEY_ID_SIZE);
    memcpy(key->key.bytes, bytes + form->secret, SIGN_KEY_SIZE);
    memcpy(written.bytes, bytes + form->secret + SIGN_KEY_SIZE, SIGN_KEY_SIZE);
    return sign_public_eq(written, sign_public_of(&key->key)) ? KEY_FINE : KEY_DAMAGED;
}

struct public_key keys_public_of(const struct secret_key *key)
{
    return (struct public_key){key->id, sign_public_of(&key->key)};
}

void keys_put_id(struct buf *out, struct key_id id)
{
    for (size_t i = KEY_ID_SIZE; i-- > 0;)
        buf_format(out, "%02X", id.bytes[i]);
}

bool keys_id_eq(struct key_id a, struct key_id b)
{
    return memcmp(a.bytes, b.bytes, KEY_ID_SIZE) == 0;
}
