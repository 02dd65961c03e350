#ifndef PUBLISH_SIGN_H
#define PUBLISH_SIGN_H

#include "publish/keys.h"

struct arena;

/*
 * SHA256SUMS.minisig: who published a site, and which edition it is.
 *
 * It is a signature of SHA256SUMS (publish/manifest.h), and so of every file that stands there, in
 * minisign's first form, the one that `minisign -S -l` writes. Both minisign and signify verify it:
 *
 *     untrusted comment: …
 *     base64 of  "Ed"  id of the key(8)  Ed25519 of SHA256SUMS(64)
 *     trusted comment: …
 *     base64 of  Ed25519 of (the 64 bytes above, and the trusted comment)
 *
 * minisign's newer form begins with "ED" and signs the BLAKE2b hash of the file instead: signify
 * refuses that, and nettle has no such hash.
 */
enum { SIGN_FILE_MAX = 16 * 1024 };

/* Returns the text of the file. `comment` is one line, which is signed, too. */
struct str sign_format(const struct secret_key *key, struct str text, struct str comment,
                       struct arena *arena);

enum sign_status {
    SIGN_HOLDS,
    SIGN_NO_FORM,       /* it is not a signature of this form */
    SIGN_NEW_FORM,      /* it is minisign's newer form */
    SIGN_OTHER_KEY,     /* it was made with another key */
    SIGN_OTHER_TEXT,    /* it is of another text, or another's who has given the key's id */
    SIGN_OTHER_COMMENT, /* the text holds, but the trusted comment is not what was signed */
};

/* What a signature says. The comment is to be trusted only if it holds. */
struct signed_by {
    struct key_id id;
    struct str comment; /* a view into the file */
};

/*
 * Returns whether a text was signed by whoever has the secret half of a key. `by` is stored unless
 * the form is wrong.
 */
enum sign_status sign_check(struct str file, const struct public_key *key, struct str text,
                            struct signed_by *by);

/* Reads what a signature says, without a key. False if it has not the form. */
bool sign_read(struct str file, struct signed_by *by);

#endif
