#include "base/turtle.h"

#include "base/buf.h"
#include "base/escape.h"

struct turtle turtle_into(struct buf *out)
{
    return (struct turtle){out};
}

static void turtle_put_iri(struct turtle *turtle, struct str iri)
{
    buf_byte(turtle->out, '<');
    escape_turtle_iri(turtle->out, iri);
    buf_byte(turtle->out, '>');
}

static void turtle_put_string(struct turtle *turtle, struct str text)
{
    buf_byte(turtle->out, '"');
    escape_turtle(turtle->out, text);
    buf_byte(turtle->out, '"');
}

void turtle_prefix(struct turtle *turtle, const char *name, struct str iri)
{
    buf_format(turtle->out, "@prefix %s: ", name);
    turtle_put_iri(turtle, iri);
    buf_lit(turtle->out, " .\n");
}

void turtle_begin(struct turtle *turtle, struct str iri, const char *class)
{
    buf_byte(turtle->out, '\n');
    turtle_put_iri(turtle, iri);
    buf_format(turtle->out, " a %s", class);
}

void turtle_end(struct turtle *turtle)
{
    buf_lit(turtle->out, " .\n");
}

static void begin_property(struct turtle *turtle, const char *property)
{
    buf_format(turtle->out, " ;\n    %s ", property);
}

void turtle_text(struct turtle *turtle, const char *property, struct str text, struct str language)
{
    if (text.len == 0)
        return;
    begin_property(turtle, property);
    turtle_put_string(turtle, text);
    if (language.len)
        buf_format(turtle->out, "@%.*s", STR_ARG(language));
}

void turtle_typed(struct turtle *turtle, const char *property, struct str text, const char *type)
{
    if (text.len == 0)
        return;
    begin_property(turtle, property);
    turtle_put_string(turtle, text);
    buf_format(turtle->out, "^^%s", type);
}

void turtle_iri(struct turtle *turtle, const char *property, struct str iri)
{
    if (iri.len == 0)
        return;
    begin_property(turtle, property);
    turtle_put_iri(turtle, iri);
}

void turtle_code(struct turtle *turtle, const char *property, const char *list, struct str code)
{
    if (code.len == 0)
        return;
    begin_property(turtle, property);
    buf_format(turtle->out, "<%s", list);
    escape_turtle_iri(turtle->out, code);
    buf_byte(turtle->out, '>');
}
