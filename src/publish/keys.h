#ifndef PUBLISH_KEYS_H
#define PUBLISH_KEYS_H

#include "base/sign.h"
#include "base/str.h"

struct buf;

/*
 * The keys that a site is signed with, in the files of minisign and of signify, which both tools
 * can make:
 *
 *     minisign -G -W -p site.pub -s site.key
 *     signify -G -n -p site.pub -s site.sec
 *
 * Such a file is a line that begins with «untrusted comment: », and a line of base64:
 *
 *     public      "Ed"  id(8)  key(32)                                         both
 *     minisign's  "Ed"  kdf(2)  "B2"  salt(32)  limits(16)  id(8)  secret(64)  checksum(32)
 *     signify's   "Ed"  "BK"  rounds(4)  salt(16)  checksum(8)  id(8)  secret(64)
 *
 * where `secret` is the private key of RFC 8032 and the public key after it. It is encrypted by a
 * password unless `kdf`, or `rounds`, is zero. Such a key needs somebody at a keyboard, and we ask
 * for none. The checksums (BLAKE2b, which nettle lacks, and SHA-512) tell a wrong password; that a
 * key is whole we see from its public half.
 */
enum { KEY_ID_SIZE = 8, KEY_FILE_MAX = 4096 };

struct key_id {
    uint8_t bytes[KEY_ID_SIZE];
};

struct public_key {
    struct key_id id;
    struct sign_public key;
};

struct secret_key {
    struct key_id id;
    struct sign_secret key;
};

enum key_status {
    KEY_FINE,
    KEY_NONE,      /* the text is no key */
    KEY_IS_SECRET, /* where a public one is due */
    KEY_IS_PUBLIC, /* where a secret one is due */
    KEY_ENCRYPTED,
    KEY_DAMAGED, /* the two halves of a secret key do not belong together */
};

/* Store the key in the text of a file, or return why there is none. */
enum key_status keys_read_public(struct str text, struct public_key *key);
enum key_status keys_read_secret(struct str text, struct secret_key *key);

/* Returns the public half. */
struct public_key keys_public_of(const struct secret_key *key);

/* Appends the id as minisign shows it: 16 hexadecimal digits, the last byte first. */
void keys_put_id(struct buf *out, struct key_id id);
bool keys_id_eq(struct key_id a, struct key_id b);

/* The comment that a file begins with, which is told to whoever opens it and proves nothing. */
#define KEYS_COMMENT STR("untrusted comment: ")

#endif
