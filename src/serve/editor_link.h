#ifndef SERVE_EDITOR_LINK_H
#define SERVE_EDITOR_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/source.h"
#include "base/str.h"

struct buf;

/*
 * The address that opens a file in the writer's editor, for `--editor` and the setting `editor`.
 * Either is a name of the table, or a template with the holes {file}, {line} and {column}:
 *
 *     vscode
 *     myeditor://open?file={file}&line={line}
 *
 * A browser that follows a link runs some schemes as scripts, or shows what stands in the address
 * as if it were a page; those are refused.
 *
 * To add an editor: its row in the table of editor_link.c, with where its scheme is documented; its
 * name in EDITOR_NAMES, and in EDITOR of collection/own_schemas.c, which a unit test compares.
 */
#define EDITOR_NAMES "vscode, vscode-insiders, vscodium, idea, zed"

/*
 * Sets the template that a name or a template means. False for an unknown name, a template without
 * {file} or with another hole, and a scheme that is refused.
 */
bool editor_template(struct str named, struct str *template);

/* Returns the name with this number (from 0); the absent str after the last. */
struct str editor_name(size_t number);

/*
 * Appends the address of a place in a file. `file` is an absolute path; what means something in an
 * address is percent-encoded, and its slashes stay.
 */
void editor_link_put(struct buf *out, struct str template, struct str file, struct place place);

/* Appends the same of a path in a folder that is absolute, unless the path is so itself. */
void editor_link_put_within(struct buf *out, struct str template, struct str folder,
                            struct str path, struct place place);

#endif
