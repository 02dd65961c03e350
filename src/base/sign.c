#include "base/sign.h"

#include <assert.h>
#include <nettle/eddsa.h>
#include <string.h>

static_assert(SIGN_KEY_SIZE == ED25519_KEY_SIZE && SIGN_SIZE == ED25519_SIGNATURE_SIZE,
              "nettle and we mean the same curve");

struct sign_public sign_public_of(const struct sign_secret *secret)
{
    struct sign_public key;
    ed25519_sha512_public_key(key.bytes, secret->bytes);
    return key;
}

bool sign_public_eq(struct sign_public a, struct sign_public b)
{
    return memcmp(a.bytes, b.bytes, SIGN_KEY_SIZE) == 0;
}

struct signature sign_text(const struct sign_secret *secret, struct str text)
{
    struct signature signature;
    struct sign_public key = sign_public_of(secret);
    ed25519_sha512_sign(key.bytes, secret->bytes, text.len, (const uint8_t *)text.ptr,
                        signature.bytes);
    return signature;
}

bool sign_holds(const struct sign_public *key, struct str text, const struct signature *signature)
{
    return ed25519_sha512_verify(key->bytes, text.len, (const uint8_t *)text.ptr,
                                 signature->bytes) == 1;
}
