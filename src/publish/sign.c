#include "publish/sign.h"

#include <string.h>

#include "base/arena.h"
#include "base/base64.h"
#include "base/buf.h"

#define TRUSTED STR("trusted comment: ")

enum { ALGORITHM_SIZE = 2, LINE_SIZE = ALGORITHM_SIZE + KEY_ID_SIZE + SIGN_SIZE };

/* The file, taken apart. */
struct parts {
    bool hashed; /* the newer form */
    struct signature of_text, of_comment;
    struct signed_by by;
};

/* ---- putting ---- */

/* What the second signature is of. */
static void put_bound(struct buf *out, const struct signature *of_text, struct str comment)
{
    buf_put(out, (struct str){(const char *)of_text->bytes, SIGN_SIZE});
    buf_put(out, comment);
}

static void put_first(struct buf *out, const struct secret_key *key,
                      const struct signature *of_text)
{
    uint8_t bytes[LINE_SIZE] = {'E', 'd'};
    memcpy(bytes + ALGORITHM_SIZE, key->id.bytes, KEY_ID_SIZE);
    memcpy(bytes + ALGORITHM_SIZE + KEY_ID_SIZE, of_text->bytes, SIGN_SIZE);
    buf_put(out, KEYS_COMMENT);
    buf_put(out, STR("signature by samling with the key "));
    keys_put_id(out, key->id);
    buf_byte(out, '\n');
    base64_put(out, bytes, sizeof bytes);
}

struct str sign_format(const struct secret_key *key, struct str text, struct str comment,
                       struct arena *arena)
{
    struct buf out = BUF_INIT, bound = BUF_INIT;
    struct signature of_text = sign_text(&key->key, text);
    put_bound(&bound, &of_text, comment);
    struct signature of_comment = sign_text(&key->key, buf_str(&bound));
    put_first(&out, key, &of_text);
    buf_byte(&out, '\n');
    buf_put(&out, TRUSTED);
    buf_put(&out, comment);
    buf_byte(&out, '\n');
    base64_put(&out, of_comment.bytes, SIGN_SIZE);
    buf_byte(&out, '\n');
    buf_release(&bound);
    return buf_finish(&out, arena);
}

/* ---- reading ---- */

static bool read_first(struct str line, struct parts *parts)
{
    uint8_t bytes[LINE_SIZE];
    if (!base64_parse(line, bytes, sizeof bytes) || bytes[0] != 'E' ||
        (bytes[1] != 'd' && bytes[1] != 'D'))
        return false;
    parts->hashed = bytes[1] == 'D';
    memcpy(parts->by.id.bytes, bytes + ALGORITHM_SIZE, KEY_ID_SIZE);
    memcpy(parts->of_text.bytes, bytes + ALGORITHM_SIZE + KEY_ID_SIZE, SIGN_SIZE);
    return true;
}

/* Takes the four lines, each of which ends, and nothing after them. */
static bool read_parts(struct str file, struct parts *parts)
{
    struct str untrusted, first, trusted, second, rest = file;
    if (!str_ends(file, STR("\n")) || !str_cut(&rest, '\n', &untrusted) ||
        !str_cut(&rest, '\n', &first) || !str_cut(&rest, '\n', &trusted) ||
        !str_cut(&rest, '\n', &second) || rest.len)
        return false;
    if (!str_starts(untrusted, KEYS_COMMENT) || !str_starts(trusted, TRUSTED))
        return false;
    parts->by.comment = str_from(trusted, TRUSTED.len);
    return read_first(first, parts) && base64_parse(second, parts->of_comment.bytes, SIGN_SIZE);
}

bool sign_read(struct str file, struct signed_by *by)
{
    struct parts parts;
    if (!read_parts(file, &parts))
        return false;
    *by = parts.by;
    return true;
}

static bool comment_holds(const struct public_key *key, const struct parts *parts)
{
    struct buf bound = BUF_INIT;
    put_bound(&bound, &parts->of_text, parts->by.comment);
    bool holds = sign_holds(&key->key, buf_str(&bound), &parts->of_comment);
    buf_release(&bound);
    return holds;
}

enum sign_status sign_check(struct str file, const struct public_key *key, struct str text,
                            struct signed_by *by)
{
    struct parts parts;
    if (!read_parts(file, &parts))
        return SIGN_NO_FORM;
    *by = parts.by;
    if (parts.hashed)
        return SIGN_NEW_FORM;
    if (!keys_id_eq(by->id, key->id))
        return SIGN_OTHER_KEY;
    if (!sign_holds(&key->key, text, &parts.of_text))
        return SIGN_OTHER_TEXT;
    return comment_holds(key, &parts) ? SIGN_HOLDS : SIGN_OTHER_COMMENT;
}
