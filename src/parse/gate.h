#ifndef PARSE_GATE_H
#define PARSE_GATE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/fs.h"
#include "base/source.h"

struct arena;

/*
 * The gate: limits that every input file must keep before any parser sees it.
 *
 * Anyone may propose content. libcmark and libyaml are robust but slow on hostile
 * input: Debian's cmark 0.30.2 is quadratic in nested containers (CVE-2023-24824)
 * and in runs of `[` (CVE-2023-22486), libyaml 0.2.5 in flow nesting. Within these
 * limits the worst file known takes less than a second.
 */
enum {
    GATE_FRONT_MATTER_MAX = 64 * 1024, /* bytes */
    GATE_BODY_MAX = 256 * 1024,        /* bytes */
    GATE_FILE_MAX = GATE_FRONT_MATTER_MAX + GATE_BODY_MAX + 1024,
    GATE_CONTAINERS_MAX = 100, /* quotes and lists inside each other */
    GATE_BRACKETS_MAX = 2000,  /* `[` in a run of lines that are not blank */
    GATE_YAML_DEPTH_MAX = 16,
};

/*
 * Reads a file through the gate: at most GATE_FILE_MAX bytes of valid UTF-8
 * without control or hidden characters or long runs of marks (base/norwegian.h), one byte
 * order mark stripped, the line ends of all systems made LF: CRLF, CR, and CRCRLF, which is
 * CRLF converted twice. `shown` is the path that findings show. False means that the file must
 * not be parsed; the reason is then among the findings. The source is made in any case, perhaps
 * with an empty text, so that findings have a place.
 */
bool gate_read(struct arena *arena, const struct fs_root *root, struct str path, struct str shown,
               struct source *source, struct diags *diags);

/* Tells of a file of at most `limit` bytes why it could not be read, which fs_read() has said. */
void gate_tell_unread(const struct source *source, enum fs_status status, size_t limit,
                      struct diags *diags);

/* The same with a limit of the caller's, for a file that no parser is given. */
bool gate_read_list(struct arena *arena, const struct fs_root *root, struct str path, size_t limit,
                    struct source *source, struct diags *diags);

/* The same for input that is not a file. `raw` may be anything. */
bool gate_text(struct arena *arena, struct str raw, struct str shown, struct source *source,
               struct diags *diags);

/*
 * Checks text that a parser has decoded from escapes, "\u202E" in YAML or &#x202E; in
 * Markdown. Tells of the first character in it that the gate would not have let through.
 * `marks` is how many marks stood in a row just before the text, and is set to how many
 * do at its end: markup between two texts does not part them.
 */
void gate_escapes(struct str text, struct span span, size_t *marks, struct diags *diags);

/* Checks the limits of a Markdown body. False after a finding: it must not reach cmark. */
bool gate_body(const struct source *source, struct span body, struct diags *diags);

#endif
