#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/diag.h"
#include "base/source.h"
#include "base/str.h"

struct arena;
struct buf;
struct shape;
struct value;

/*
 * Mustache (https://github.com/mustache/spec, version 1.4 with its optional
 * inheritance, without lambdas and dynamic names), compiled once to an array
 * of ops that all threads share.
 *
 *     const struct template *page = template_compile(&arena, &library, STR("page"), shape, &diags);
 *     if (page)
 *         template_run(page, view, &out);
 *
 * Compiled with a shape (template/shape.h) a template is strict. Then it is
 * proved before the first page is rendered that
 *   - every name is one the template is given at that place, sections, partials
 *     and blocks of parents considered at each place they are used;
 *   - every partial and parent exists, and none takes in itself;
 *   - every block that overrides one has one to override;
 *   - {{{name}}} is HTML, {{name}} is text, and neither is a list or a map.
 * A name is settled once and for all: a value that is absent from a card does
 * not become the page's value of the same name.
 *
 * Without a shape it is lenient, as the specification is: what is missing is
 * empty, {{{name}}} puts out any text as it is, and partials may recurse. Only
 * what is wrong with the text as such, or beyond the limits, is a finding.
 *
 * Values: text is escaped for HTML, and so is VALUE_HTML unless it is written
 * {{{name}}}. A strict template puts out nothing but VALUE_HTML as it is,
 * whatever a value turns out to be at run time. False in a section are absent,
 * null, false, empty text and the empty list; 0 is true. A section pushes its
 * value, a list its items one by one.
 *
 * Where the specification is silent: indentation of a partial leaves empty
 * lines empty, and a block that overrides another is rendered with the
 * overrides that hold where it is written, so that a card's title inside a
 * page's block is not the page's.
 */
struct template_file {
    struct str name; /* as partials refer to it: "card" */
    const struct source *source;
};

/* All templates and partials of a theme; the names are unique. */
struct template_library {
    const struct template_file *files;
    size_t count;
};

struct template;

/*
 * Compiles one template with all that it takes in. NULL after findings; all of
 * them are found in one go. The template lives in the arena, with views of the
 * sources; nothing in it changes any more.
 */
const struct template *template_compile(struct arena *arena, const struct template_library *library,
                                        struct str name, const struct shape *shape,
                                        struct diags *diags);

/*
 * Appends what the template makes of `context`, without allocating anything but
 * room in `out`. A lenient template that recurses without end stops when it is
 * too deep; a strict one cannot.
 */
void template_run(const struct template *template, const struct value *context, struct buf *out);

/* Appends a listing of the ops, one a line. */
void template_dump(const struct template *template, struct buf *out);

#endif
