#include "serve/editor_link.h"

#include "base/address.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/escape.h"

static const struct {
    struct str name, template;
} editors[] = {
    /* https://code.visualstudio.com/docs/configure/command-line, “Opening VS Code with URLs” */
    {STR_INIT("vscode"), STR_INIT("vscode://file{file}:{line}:{column}")},
    {STR_INIT("vscode-insiders"), STR_INIT("vscode-insiders://file{file}:{line}:{column}")},
    {STR_INIT("vscodium"), STR_INIT("vscodium://file{file}:{line}:{column}")},
    /* The IDEs register it themselves; others go by their own names: pycharm://open?file=… */
    {STR_INIT("idea"), STR_INIT("idea://open?file={file}&line={line}&column={column}")},
    /* https://github.com/zed-industries/zed/pull/9081 */
    {STR_INIT("zed"), STR_INIT("zed://file{file}:{line}:{column}")},
};

enum { EDITORS = sizeof editors / sizeof *editors };

enum hole { HOLE_NONE, HOLE_FILE, HOLE_LINE, HOLE_COLUMN };

static const struct str holes[] = {
    [HOLE_NONE] = {0},
    [HOLE_FILE] = STR_INIT("{file}"),
    [HOLE_LINE] = STR_INIT("{line}"),
    [HOLE_COLUMN] = STR_INIT("{column}"),
};

struct str editor_name(size_t number)
{
    return number < EDITORS ? editors[number].name : (struct str){0};
}

/* Takes what stands before the next hole from the front of a template, and the hole. */
static enum hole next_hole(struct str *rest, struct str *before)
{
    for (size_t i = 0; i < rest->len; i++)
        for (enum hole hole = HOLE_FILE; hole <= HOLE_COLUMN; hole++)
            if (str_starts(str_from(*rest, i), holes[hole])) {
                *before = str_slice(*rest, 0, i);
                *rest = str_from(*rest, i + holes[hole].len);
                return hole;
            }
    *before = *rest;
    *rest = (struct str){0};
    return HOLE_NONE;
}

/* Browsers read these as scripts, or as pages that hold what is in the address. */
static bool is_refused(struct str scheme)
{
    static const struct str refused[] = {
        STR_INIT("javascript"),  STR_INIT("vbscript"),   STR_INIT("data"),
        STR_INIT("blob"),        STR_INIT("file"),       STR_INIT("about"),
        STR_INIT("view-source"), STR_INIT("filesystem"),
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (str_eq(scheme, refused[i]))
            return true;
    return false;
}

/* The holes must stand behind the scheme, or a file would choose it. */
static bool has_scheme(struct str template)
{
    static const struct str signs = STR_INIT("abcdefghijklmnopqrstuvwxyz0123456789+-.");
    struct str scheme = address_split(template).scheme;
    for (size_t i = 0; i < scheme.len; i++)
        if (str_find(signs, str_slice(scheme, i, i + 1)) == SIZE_MAX)
            return false;
    return scheme.len && ascii_is_letter(scheme.ptr[0]) && !is_refused(scheme) &&
           str_starts(str_from(template, scheme.len), STR("://"));
}

/* Whether a part between holes is of an address as it stands: printable ASCII without what ends it.
 */
static bool is_address_text(struct str part)
{
    for (size_t i = 0; i < part.len; i++)
        if (part.ptr[i] <= ' ' || part.ptr[i] >= 0x7F ||
            str_find(STR("\"'<>\\^`{|}"), str_slice(part, i, i + 1)) != SIZE_MAX)
            return false;
    return true;
}

static bool is_template(struct str template)
{
    struct str rest = template, part;
    bool has_file = false;
    for (enum hole hole = HOLE_FILE; hole != HOLE_NONE;) {
        hole = next_hole(&rest, &part);
        has_file |= hole == HOLE_FILE;
        if (!is_address_text(part))
            return false;
    }
    return has_file && has_scheme(template);
}

bool editor_template(struct str named, struct str *template)
{
    *template = named;
    for (size_t i = 0; i < EDITORS; i++)
        if (str_eq(named, editors[i].name)) {
            *template = editors[i].template;
            return true;
        }
    return is_template(named);
}

static void put_file(struct buf *out, struct str file)
{
    for (struct str part, rest = file; str_cut(&rest, '/', &part);) {
        escape_url(out, part);
        if (part.ptr + part.len < file.ptr + file.len)
            buf_byte(out, '/');
    }
}

void editor_link_put(struct buf *out, struct str template, struct str file, struct place place)
{
    struct str before;
    for (enum hole hole = HOLE_FILE; hole != HOLE_NONE;) {
        hole = next_hole(&template, &before);
        buf_put(out, before);
        switch (hole) {
        case HOLE_NONE: break;
        case HOLE_FILE: put_file(out, file); break;
        case HOLE_LINE: buf_number(out, place.line); break;
        case HOLE_COLUMN: buf_number(out, place.column); break;
        }
    }
}

void editor_link_put_within(struct buf *out, struct str template, struct str folder,
                            struct str path, struct place place)
{
    struct buf file = BUF_INIT;
    if (!str_starts(path, STR("/"))) {
        buf_put(&file, folder);
        buf_byte(&file, '/');
    }
    buf_put(&file, path);
    editor_link_put(out, template, buf_str(&file), place);
    buf_release(&file);
}
