#include "attached/pdf.h"

#include <stdint.h>
#include <string.h>

#include "base/bytes.h"
#include "base/ascii.h"

enum { NAME_MAX_LOOKED_AT = 32 };

/* Delimiters and white space, where a name ends (7.2.3). */
static bool ends_name(char c)
{
    return c == '\0' || ascii_is_space(c) || strchr("()<>[]{}/%", c);
}

/* Decodes the name after a slash: any byte may be written as `#` and two digits (7.3.5). */
static struct str decode_name(struct str rest, char name[NAME_MAX_LOOKED_AT])
{
    size_t len = 0;
    for (size_t i = 0; i < rest.len && len < NAME_MAX_LOOKED_AT && !ends_name(rest.ptr[i]); i++) {
        char c = rest.ptr[i];
        if (c == '#' && rest.len - i > 2 && ascii_hex(rest.ptr[i + 1]) >= 0 &&
            ascii_hex(rest.ptr[i + 2]) >= 0) {
            c = (char)(ascii_hex(rest.ptr[i + 1]) * 16 + ascii_hex(rest.ptr[i + 2]));
            i += 2;
        }
        name[len++] = c;
    }
    return (struct str){name, len};
}

/* A short name may stand in compressed data by chance: there only the long ones count. */
static const struct active_name {
    struct str name;
    bool by_chance;
} active[] = {
    {STR_INIT("JavaScript"), false},
    {STR_INIT("JS"), true},
    {STR_INIT("Launch"), false},
    {STR_INIT("EmbeddedFile"), false},
    {STR_INIT("EmbeddedFiles"), false},
    {STR_INIT("RichMedia"), false},
    {STR_INIT("XFA"), true},
};

static struct str find_active(struct str name, bool in_stream)
{
    for (size_t i = 0; i < sizeof active / sizeof *active; i++)
        if (str_eq(active[i].name, name) && !(in_stream && active[i].by_chance))
            return active[i].name;
    return (struct str){0};
}

struct str pdf_active(struct str bytes)
{
    bool in_stream = false;
    for (size_t at = 0; at < bytes.len; at++) {
        char c = bytes.ptr[at];
        char name[NAME_MAX_LOOKED_AT];
        struct str found = {0};
        if (c == '/')
            found = find_active(decode_name(str_from(bytes, at + 1), name), in_stream);
        else if (c == 's' && bytes_have(bytes, at, STR("stream")))
            in_stream = at < 3 || !bytes_have(bytes, at - 3, STR("end"));
        if (found.len)
            return found;
    }
    return (struct str){0};
}
