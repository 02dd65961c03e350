#ifndef BASE_SIGN_H
#define BASE_SIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Signatures: Ed25519 (RFC 8032, the pure form), by nettle. What the files of keys and signatures
 * look like is known to publish/keys.h and publish/sign.h.
 */
enum { SIGN_KEY_SIZE = 32, SIGN_SIZE = 64 };

struct sign_secret {
    uint8_t bytes[SIGN_KEY_SIZE]; /* the RFC's private key, others' «seed» */
};

struct sign_public {
    uint8_t bytes[SIGN_KEY_SIZE];
};

struct signature {
    uint8_t bytes[SIGN_SIZE];
};

struct sign_public sign_public_of(const struct sign_secret *secret);
bool sign_public_eq(struct sign_public a, struct sign_public b);

/* Returns the signature of a text. The same text and key give the same one each time. */
struct signature sign_text(const struct sign_secret *secret, struct str text);

/* Whether it is the signature of this text by whoever has the secret key. */
bool sign_holds(const struct sign_public *key, struct str text, const struct signature *signature);

#endif
