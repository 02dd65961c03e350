#include "attached/xml.h"

#include <expat.h>

#include "base/arena.h"
#include "base/memory.h"

/* Stands between namespace and name. A name cannot have it, so the last one is ours. */
#define BETWEEN '|'

struct xml_reader {
    XML_Parser parser;
    xml_take *take;
    void *context;
    bool stopped;
};

static struct xml_name split_name(const char *name)
{
    struct str whole = str_of(name);
    size_t between = str_rfind_byte(whole, BETWEEN);
    if (between >= whole.len)
        return (struct xml_name){STR(""), whole};
    return (struct xml_name){str_slice(whole, 0, between), str_from(whole, between + 1)};
}

static void give(struct xml_reader *reader, struct xml_step step, bool last)
{
    if (reader->stopped)
        return;
    XML_Index start = XML_GetCurrentByteIndex(reader->parser);
    int count = XML_GetCurrentByteCount(reader->parser);
    step.start = start > 0 ? (size_t)start : 0;
    step.end = step.start + (count > 0 ? (size_t)count : 0);
    reader->stopped = !reader->take(reader->context, &step) || last;
    if (reader->stopped)
        XML_StopParser(reader->parser, XML_FALSE);
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    give(data, (struct xml_step){.event = XML_START, .name = split_name(name)}, false);
    for (size_t i = 0; attributes[i]; i += 2)
        give(data,
             (struct xml_step){.event = XML_ATTRIBUTE,
                               .name = split_name(attributes[i]),
                               .text = str_of(attributes[i + 1])},
             false);
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
    (void)name;
    give(data, (struct xml_step){.event = XML_END}, false);
}

static void XMLCALL on_text(void *data, const XML_Char *text, int len)
{
    give(data, (struct xml_step){.event = XML_TEXT, .text = {text, (size_t)len}}, false);
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public, int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    give(data, (struct xml_step){.event = XML_DOCTYPE}, true);
}

static void XMLCALL on_instruction(void *data, const XML_Char *target, const XML_Char *text)
{
    (void)text;
    give(data, (struct xml_step){.event = XML_INSTRUCTION, .text = str_of(target)}, false);
}

static void XMLCALL on_declaration(void *data, const XML_Char *version, const XML_Char *encoding,
                                   int standalone)
{
    (void)version, (void)standalone;
    if (encoding && !str_same(str_of(encoding), STR("UTF-8")))
        give(data, (struct xml_step){.event = XML_ENCODING, .text = str_of(encoding)}, true);
}

/* All at once, so that the parser never begins a long token anew (CVE-2023-52425). */
struct xml_fault xml_read(struct str text, xml_take *take, void *context)
{
    struct xml_reader reader = {XML_ParserCreateNS("UTF-8", BETWEEN), take, context, false};
    struct xml_fault fault = {0};
    if (!reader.parser)
        memory_end();
    XML_SetUserData(reader.parser, &reader);
    XML_SetElementHandler(reader.parser, on_start, on_end);
    XML_SetCharacterDataHandler(reader.parser, on_text);
    XML_SetStartDoctypeDeclHandler(reader.parser, on_doctype);
    XML_SetProcessingInstructionHandler(reader.parser, on_instruction);
    XML_SetXmlDeclHandler(reader.parser, on_declaration);
    if (XML_Parse(reader.parser, text.ptr, (int)text.len, XML_TRUE) != XML_STATUS_OK &&
        !reader.stopped) {
        XML_Index at = XML_GetCurrentByteIndex(reader.parser);
        fault.reason = XML_ErrorString(XML_GetErrorCode(reader.parser));
        fault.at = at > 0 ? (size_t)at : 0;
    }
    XML_ParserFree(reader.parser);
    return fault;
}

struct str xml_version(struct arena *arena)
{
    XML_Expat_Version version = XML_ExpatVersionInfo();
    return str_format(arena, "%d.%d.%d", version.major, version.minor, version.micro);
}
