#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

struct arena;
struct buf;
struct shape;
struct unit;
struct value;

/*
 * Mustache (https://github.com/mustache/spec, version 1.4 with its optional
 * inheritance, without lambdas and dynamic names), compiled once to an array
 * of ops that all threads share.
 *
 * Calling sequence
 * ----------------
 *
 *     const struct template *page = template_compile(&arena, &library, STR("page"), shape, &diags);
 *     if (page)
 *         template_run(page, view, &out);
 *
 * Errors
 * ------
 *
 * A template that is compiled with a shape (template/shape.h) is strict. Before the
 * first page is rendered it is proved that
 *   - the template is given every name that it uses, at the place where it uses it;
 *     a partial and a block of a parent are checked at each place that uses them;
 *   - every partial and parent exists, and none includes itself;
 *   - every block that overrides has a block in the parent to override;
 *   - {{{name}}} is HTML, {{name}} is text, and neither is a list or a map.
 * What a name refers to is fixed when compiling: if a card lacks a value, the
 * page's value of the same name is not taken for it.
 *
 * Without a shape it is lenient, as the specification is: a missing value is
 * empty, {{{name}}} puts out any text as it is, and partials may recurse. Only
 * faults in the notation, and going beyond the limits, are findings.
 *
 * Running never fails: what could, is found when a strict template is compiled.
 *
 * Values
 * ------
 *
 * Text is escaped for HTML, and so is VALUE_HTML unless it is written {{{name}}}. A
 * strict template puts out nothing but VALUE_HTML unescaped, whatever a value turns
 * out to be at run time. In a section these are false: absent, null, false, empty text
 * and the empty list; 0 is true. A section pushes its value as the context, a list its
 * items one by one.
 *
 * Where the specification is silent: the indentation of a partial leaves empty
 * lines empty, and a block that overrides another is rendered with the
 * overrides that hold where it is written, so that a card's title inside a
 * page's block is not the page's.
 *
 * Ownership
 * ---------
 *
 * A template lives in the arena that it was compiled in, with views of the sources.
 * Threads may share it: all that running changes in it is where names were last found,
 * which is only where to look first (template/program.h).
 */
struct template_file {
    struct str name; /* as partials refer to it: "card" */
    const struct source *source;
};

/* All templates and partials of a theme; the names are unique. */
struct template_library {
    const struct template_file *files;
    size_t count;
    bool *used; /* NULL, or one for each file: set when a template that is compiled includes it */
    struct unit **units; /* NULL, or one for each file, NULL until one includes it: then it is read
                            once for all templates that are compiled in one arena, on one thread */
};

struct template;

/*
 * Compiles one template with all that it includes. Returns NULL after findings, of which
 * one run finds all.
 */
const struct template *template_compile(struct arena *arena, const struct template_library *library,
                                        struct str name, const struct shape *shape,
                                        struct diags *diags);

/*
 * Appends what the template makes of `context`. Allocates nothing, except that `out`
 * grows. A lenient template that recurses without end is stopped when it is too deep; a
 * strict one cannot recurse.
 */
void template_run(const struct template *template, const struct value *context, struct buf *out);

/* Whether it may put out the value that a name has in the outermost context, or anywhere else; and
 * not only ask whether there is one. */
bool template_puts(const struct template *template, struct str name);

/* Whether it may ask for a member of the map that has a name: {{map.member}}, or {{member}} in its
 * section. */
bool template_asks_for(const struct template *template, struct str map, struct str member);

/* Appends a listing of the ops, one a line; for tests. */
void template_dump(const struct template *template, struct buf *out);

#endif
