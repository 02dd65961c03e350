#include <stdint.h>

#include "attached/traits.h"
#include "attached/xml.h"
#include "base/ascii.h"

/* Where the reader is: how deep, and below which element, if any, texts tell something. */
struct xmp_reader {
    unsigned traits;
    size_t depth;
    size_t naming;  /* the depth of that element, or 0 */
    unsigned named; /* what its texts tell */
};

static void enter_element(struct xmp_reader *reader, const struct xml_step *step)
{
    reader->depth++;
    unsigned traits = traits_of_name(step->name.local);
    if (traits && !reader->naming) {
        reader->naming = reader->depth;
        reader->named = traits;
    }
}

static bool xmp_take(void *context, const struct xml_step *step)
{
    struct xmp_reader *reader = context;
    bool told = str_trim(step->text).len > 0;
    switch (step->event) {
    case XML_START: enter_element(reader, step); break;
    case XML_END:
        if (reader->naming == reader->depth--)
            reader->naming = 0;
        break;
    case XML_TEXT: reader->traits |= reader->naming && told ? reader->named : 0; break;
    case XML_ATTRIBUTE: reader->traits |= told ? traits_of_name(step->name.local) : 0; break;
    default: break;
    }
    return true;
}

/* What is not well-formed tells what it told until there. */
unsigned traits_of_xmp(struct str xmp)
{
    struct xmp_reader reader = {0};
    size_t start = str_find_byte(xmp, '<'), end = str_rfind_byte(xmp, '>');
    if (start != SIZE_MAX && end != SIZE_MAX && start < end)
        xml_read(str_slice(xmp, start, end + 1), xmp_take, &reader);
    return reader.traits;
}
