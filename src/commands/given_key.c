#include "commands/given_key.h"

#include "base/die.h"
#include "base/fs_given.h"
#include "base/visible.h"

static const char *why_not(enum key_status status)
{
    switch (status) {
    case KEY_IS_SECRET:
        return SAID("er den hemmelige nøkkelen; her trengs den offentlige, som alle kan få",
                    "is the secret key; what is needed here is the public one, which all may have");
    case KEY_IS_PUBLIC:
        return SAID("er den offentlige nøkkelen; det er den hemmelige som signerer",
                    "is the public key; it is the secret one that signs");
    case KEY_ENCRYPTED:
        return SAID("er låst med passord, og samling spør ikke etter noe; lag en uten: minisign -G "
                    "-W, eller signify -G -n, og ha den bare der det signeres",
                    "is locked by a password, and samling asks for none; make one without: "
                    "minisign -G -W, or signify -G -n, and keep it only where sites are signed");
    case KEY_DAMAGED:
        return SAID("er skadet: de to halvdelene hører ikke sammen",
                    "is damaged: its two halves do not belong together");
    case KEY_NONE: break;
    case KEY_FINE: break;
    }
    return SAID("er ikke en nøkkel fra minisign eller signify", "is no key of minisign or signify");
}

static void refuse_unless_fine(struct arena *arena, struct str path, enum key_status status)
{
    if (status != KEY_FINE)
        die(SAID("nøkkelen %.*s %s", "the key %.*s %s"), STR_ARG(visible_text(arena, path)),
            why_not(status));
}

struct public_key given_public_key(struct arena *arena, struct str path)
{
    struct public_key key;
    struct str text = fs_read_given(arena, path, KEY_FILE_MAX);
    refuse_unless_fine(arena, path, keys_read_public(text, &key));
    return key;
}

struct secret_key given_secret_key(struct arena *arena, struct str path)
{
    struct secret_key key;
    struct str text = fs_read_given(arena, path, KEY_FILE_MAX);
    refuse_unless_fine(arena, path, keys_read_secret(text, &key));
    return key;
}
