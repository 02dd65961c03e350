#include "base/xml_put.h"

#include "base/escape.h"

void xml_put_element(struct buf *out, const char *name, struct str text)
{
    if (!text.ptr)
        return;
    buf_format(out, "<%s>", name);
    escape_xml(out, text);
    buf_format(out, "</%s>", name);
}

void xml_put_attribute(struct buf *out, const char *name, struct str text)
{
    if (!text.ptr)
        return;
    buf_format(out, " %s=\"", name);
    escape_xml(out, text);
    buf_byte(out, '"');
}
