#include "attached/svg.h"

#include <stdint.h>

#include "attached/rules.h"
#include "attached/svg_parts.h"
#include "attached/traits.h"
#include "attached/xml.h"
#include "base/ascii.h"
#include "base/buf.h"

#define SPACE_SVG   "http://www.w3.org/2000/svg"
#define SPACE_XLINK "http://www.w3.org/1999/xlink"
#define SPACE_XML   "http://www.w3.org/XML/1998/namespace"

enum { SVG_DEPTH_MAX = 200 };

struct svg_reader {
    const struct source *source;
    struct diags *diags;
    size_t findings;
    size_t depth;
    size_t refused; /* depth of an element that has been told of with all that is in it, or 0 */
    bool of_svg;    /* the element that was entered last is of SVG's namespace */
    double width, height, box_width, box_height;
    size_t style_depth; /* of a <style> that is open, or 0 */
    struct buf style;   /* its text so far */
    struct span tag;    /* of the start of that */
    size_t naming;      /* depth of an element whose texts tell something, or 0 */
    unsigned named;     /* what */
    struct span named_tag;
    unsigned told; /* the traits that have been told of */
};

/* Adds a finding. Returns false if it was the last that is told. */
static bool svg_tell(struct svg_reader *reader, enum attached_rule rule, struct span span,
                     struct detail detail)
{
    attached_tell(reader->diags, rule, span, detail);
    return ++reader->findings < SVG_FINDINGS_MAX;
}

/* Tells of what the metadata say, once for each trait. */
static bool svg_tell_traits(struct svg_reader *reader, unsigned traits, struct span span)
{
    unsigned fresh = traits & ~reader->told;
    reader->told |= traits;
    if (!fresh)
        return true;
    struct arena *arena = &reader->diags->arena;
    enum attached_rule rule =
        fresh & TRAIT_COORDINATES ? ATTACHED_PICTURE_PLACE : ATTACHED_PICTURE_METADATA;
    struct detail detail = {
        .args = {traits_told(arena, fresh, false), traits_told(arena, fresh, true),
                 STR("ved å slette dette fra filen"), STR("by deleting this from the file")}};
    return svg_tell(reader, rule, span, detail);
}

/*
 * Returns the place of an attribute in its tag: where its name stands, with a blank or a
 * prefix before it. Only called for what is told of, since it searches the tag.
 */
static struct span attribute_span(const struct svg_reader *reader, const struct xml_step *step)
{
    struct str tag = str_slice(reader->source->text, step->start, step->end);
    struct str name = step->name.local;
    for (size_t from = 0; from < tag.len;) {
        size_t at = str_find(str_from(tag, from), name);
        if (at == SIZE_MAX)
            break;
        at += from;
        from = at + name.len;
        struct str after = str_trim(str_from(tag, from));
        if (at > 0 && (ascii_is_space(tag.ptr[at - 1]) || tag.ptr[at - 1] == ':') &&
            str_starts(after, STR("=")))
            return source_span(reader->source, step->start + at, step->start + from);
    }
    return source_span(reader->source, step->start, step->end);
}

/* ---- elements ---- */

static bool enter_svg_element(struct svg_reader *reader, const struct xml_step *step,
                              struct span span)
{
    struct str name = step->name.local;
    bool svg = str_eq(step->name.space, STR(SPACE_SVG));
    if (reader->depth == 1 && !(svg && str_eq(name, STR("svg")))) {
        svg_tell(reader, ATTACHED_SVG_SYNTAX, span,
                 (struct detail){.args = {STR("det ytterste elementet er ikke <svg> med "
                                              "xmlns=\"" SPACE_SVG "\""),
                                          STR("the outermost element is not <svg> with "
                                              "xmlns=\"" SPACE_SVG "\"")}});
        return false;
    }
    if (reader->depth > SVG_DEPTH_MAX) {
        svg_tell(reader, ATTACHED_SVG_SYNTAX, span,
                 (struct detail){.args = {STR("elementene ligger for dypt inni hverandre"),
                                          STR("the elements are nested too deeply")}});
        return false;
    }
    reader->of_svg = svg;
    if (svg ? svg_allows_element(name) : svg_is_inert(step->name.space))
        return true;
    reader->refused = reader->depth;
    return svg_tell(reader, ATTACHED_SVG_ELEMENT, span, (struct detail){.args = {name}});
}

static bool svg_start(struct svg_reader *reader, const struct xml_step *step)
{
    struct span span = source_span(reader->source, step->start, step->end);
    struct str name = step->name.local;
    reader->depth++;
    if (reader->refused)
        return true;
    if (!enter_svg_element(reader, step, span))
        return false;
    if (reader->of_svg && str_eq(name, STR("style")) && !reader->style_depth) {
        reader->style_depth = reader->depth;
        reader->tag = span;
    }
    if (!reader->of_svg && traits_of_name(name) && !reader->naming) {
        reader->naming = reader->depth;
        reader->named = traits_of_name(name);
        reader->named_tag = span;
    }
    return true;
}

static bool svg_end(struct svg_reader *reader)
{
    bool more = true;
    if (reader->style_depth == reader->depth) {
        struct str loading = svg_loading_style(buf_str(&reader->style));
        if (loading.len)
            more = svg_tell(reader, ATTACHED_SVG_REFERENCE, reader->tag,
                            (struct detail){.args = {loading}});
        reader->style_depth = 0;
        buf_clear(&reader->style);
    }
    if (reader->naming == reader->depth)
        reader->naming = 0;
    if (reader->refused == reader->depth)
        reader->refused = 0;
    reader->depth--;
    return more;
}

static bool svg_text(struct svg_reader *reader, struct str text)
{
    if (reader->style_depth)
        buf_put(&reader->style, text);
    if (reader->naming && str_trim(text).len)
        return svg_tell_traits(reader, reader->named, reader->named_tag);
    return true;
}

/* ---- attributes ---- */

/* The sizes of the outermost element are those of the picture. */
static void read_size(struct svg_reader *reader, struct str name, struct str value)
{
    if (str_eq(name, STR("width")))
        reader->width = svg_length(value);
    else if (str_eq(name, STR("height")))
        reader->height = svg_length(value);
    else if (str_eq(name, STR("viewBox")) &&
             !svg_view_box(value, &reader->box_width, &reader->box_height))
        reader->box_width = reader->box_height = 0;
}

/* An animation may change any attribute, so also an address. */
static bool is_allowed_target(struct str name)
{
    return svg_allows_attribute(name) && !str_eq(name, STR("href"));
}

static bool check_address(struct svg_reader *reader, const struct xml_step *step)
{
    enum { SHOWN = 60 };
    struct str shown = str_slice(step->text, 0, step->text.len < SHOWN ? step->text.len : SHOWN);
    return svg_allows_address(step->text) ||
           svg_tell(reader, ATTACHED_SVG_REFERENCE, attribute_span(reader, step),
                    (struct detail){.args = {shown}});
}

static bool check_plain_attribute(struct svg_reader *reader, const struct xml_step *step)
{
    struct str name = step->name.local;
    bool target = !str_eq(name, STR("attributeName")) || is_allowed_target(str_trim(step->text));
    if (!target)
        reader->refused = reader->depth;
    if (!svg_allows_attribute(name) || !target)
        return svg_tell(reader, ATTACHED_SVG_ATTRIBUTE, attribute_span(reader, step),
                        (struct detail){.args = {target ? name : step->text}});
    if (str_eq(name, STR("href")))
        return check_address(reader, step);
    struct str loading = svg_loading_style(step->text);
    return loading.len == 0 ||
           svg_tell(reader, ATTACHED_SVG_REFERENCE, attribute_span(reader, step),
                    (struct detail){.args = {loading}});
}

/* Attributes of drawing programs do nothing, but may say where the file lay. */
static bool check_foreign_attribute(struct svg_reader *reader, const struct xml_step *step)
{
    struct str space = step->name.space, name = step->name.local;
    if (str_eq(space, STR(SPACE_XLINK)))
        return str_eq(name, STR("href")) ? check_address(reader, step) : true;
    bool language = str_eq(name, STR("lang")) || str_eq(name, STR("space"));
    if (!svg_is_inert(space) && !(str_eq(space, STR(SPACE_XML)) && language))
        return svg_tell(reader, ATTACHED_SVG_ATTRIBUTE, attribute_span(reader, step),
                        (struct detail){.args = {name}});
    unsigned traits = traits_of_comment(step->text);
    traits |= str_trim(step->text).len ? traits_of_name(name) : 0;
    return !traits || svg_tell_traits(reader, traits, attribute_span(reader, step));
}

static bool svg_attribute(struct svg_reader *reader, const struct xml_step *step)
{
    if (reader->refused)
        return true;
    if (step->name.space.len)
        return check_foreign_attribute(reader, step);
    if (!reader->of_svg)
        return true;
    if (reader->depth == 1)
        read_size(reader, step->name.local, step->text);
    return check_plain_attribute(reader, step);
}

/* ---- the file ---- */

/* What stands before or between elements, shown as it is written: `<!DOCTYPE`. */
static bool svg_declaration(struct svg_reader *reader, const struct xml_step *step)
{
    struct arena *arena = &reader->diags->arena;
    struct str shown = step->event == XML_DOCTYPE ? STR("<!DOCTYPE>")
                       : step->event == XML_ENCODING
                           ? STR_JOIN(arena, STR("encoding=\""), step->text, STR("\""))
                           : STR_JOIN(arena, STR("<?"), step->text, STR("?>"));
    /* libexpat tells of a document type at the end of its name. */
    size_t start =
        step->event == XML_DOCTYPE ? str_find(reader->source->text, STR("<!DOCTYPE")) : step->start;
    return svg_tell(reader, ATTACHED_SVG_DECLARATION, source_span(reader->source, start, step->end),
                    (struct detail){.args = {shown}});
}

static bool svg_take(void *context, const struct xml_step *step)
{
    struct svg_reader *reader = context;
    switch (step->event) {
    case XML_START: return svg_start(reader, step);
    case XML_ATTRIBUTE: return svg_attribute(reader, step);
    case XML_END: return svg_end(reader);
    case XML_TEXT: return svg_text(reader, step->text);
    case XML_INSTRUCTION: /* a packet of XMP is framed by these */
        return str_eq(step->text, STR("xpacket")) || svg_declaration(reader, step);
    case XML_DOCTYPE:
    case XML_ENCODING: return svg_declaration(reader, step);
    }
    return true;
}

/* Returns a size as it goes into a page, or 0 if it is out of all measure. */
static unsigned size_of(double pixels)
{
    enum { SIZE_LIMIT = 100000 };
    return pixels >= 0.5 && pixels < SIZE_LIMIT ? (unsigned)(pixels + 0.5) : 0;
}

/* A side that is not given follows from the other by the viewBox, or is that of the viewBox. */
static void store_size(const struct svg_reader *reader, unsigned *width, unsigned *height)
{
    double wide = reader->width, high = reader->height;
    double box_wide = reader->box_width, box_high = reader->box_height;
    if (box_wide > 0 && wide == 0)
        wide = high > 0 ? high * box_wide / box_high : box_wide;
    if (box_wide > 0 && high == 0)
        high = wide * box_high / box_wide;
    *width = size_of(wide);
    *height = size_of(high);
}

void svg_check(const struct source *source, unsigned *width, unsigned *height, struct diags *diags)
{
    struct svg_reader reader = {.source = source, .diags = diags};
    struct xml_fault fault = xml_read(source->text, svg_take, &reader);
    if (fault.reason)
        svg_tell(
            &reader, ATTACHED_SVG_SYNTAX, source_span(source, fault.at, fault.at),
            (struct detail){.args = {STR("XML-koden er ikke gyldig her"), str_of(fault.reason)}});
    store_size(&reader, width, height);
    buf_release(&reader.style);
}
