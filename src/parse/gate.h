#ifndef PARSE_GATE_H
#define PARSE_GATE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/fs.h"
#include "base/source.h"

struct arena;

/*
 * The gate: what every input file passes before any parser sees it.
 *
 * Content comes from strangers. libcmark and libyaml are robust but not fast on
 * hostile input: Debian's cmark 0.30.2 is quadratic in nested containers
 * (CVE-2023-24824) and in runs of `[` (CVE-2023-22486), libyaml 0.2.5 in flow
 * nesting. Below these limits the worst file known takes less than a second.
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
 * without control or hidden characters, one byte order mark stripped, CRLF
 * made LF. `shown` is the path that findings show. The source is always made,
 * if only as an empty text, so that findings have a place; false means that
 * there is nothing to parse, and why is among the findings.
 */
bool gate_read(struct arena *arena, const struct fs_root *root, struct str path, struct str shown,
               struct source *source, struct diags *diags);

/* The same for a list, which may be longer than anything that a parser is given. */
bool gate_read_list(struct arena *arena, const struct fs_root *root, struct str path, size_t limit,
                    struct source *source, struct diags *diags);

/* The text part of it, for input that is no file. `raw` may be anything. */
bool gate_text(struct arena *arena, struct str raw, struct str shown, struct source *source,
               struct diags *diags);

/*
 * Text that escapes may have made, "\u202E" in YAML or &#x202E; in Markdown: the
 * first character in it that would not have come through the gate is reported.
 */
void gate_escapes(struct str text, struct span span, struct diags *diags);

/* The limits of a Markdown body; false when it must not reach cmark. */
bool gate_body(const struct source *source, struct span body, struct diags *diags);

#endif
