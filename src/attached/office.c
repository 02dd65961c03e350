#include "attached/office.h"

#include <stdbool.h>
#include <stddef.h>

#include "attached/zip.h"

enum office_kind office_of(struct str bytes)
{
    static const struct str odt = STR_INIT("application/vnd.oasis.opendocument.text");
    struct zip zip;
    struct str name;
    bool types = false, word = false, excel = false;
    if (!zip_open(&zip, bytes))
        return OFFICE_CUT;
    if (str_eq(zip_first(bytes, STR("mimetype")), odt))
        return OFFICE_ODT;
    while (zip_next(&zip, &name)) {
        types |= str_eq(name, STR("[Content_Types].xml"));
        word |= str_eq(name, STR("word/document.xml"));
        excel |= str_eq(name, STR("xl/workbook.xml"));
    }
    if (!types || word == excel)
        return OFFICE_NONE;
    return word ? OFFICE_DOCX : OFFICE_XLSX;
}

/* Visual Basic, ActiveX, macros of Excel 4.0; Basic and scripts of OpenDocument. */
static bool is_macro(struct str name)
{
    static const struct str folders[] = {STR_INIT("Basic/"), STR_INIT("Scripts/"),
                                         STR_INIT("word/activeX/"), STR_INIT("xl/activeX/"),
                                         STR_INIT("xl/macrosheets/")};
    static const struct str projects[] = {STR_INIT("vbaProject.bin"), STR_INIT("vbaData.xml"),
                                          STR_INIT("vbaProjectSignature.bin")};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (str_begins(name, folders[i]))
            return true;
    for (size_t i = 0; i < sizeof projects / sizeof *projects; i++)
        if (str_same(str_name(name), projects[i]))
            return true;
    return false;
}

struct str office_macro(struct str bytes)
{
    struct zip zip;
    struct str name;
    if (zip_open(&zip, bytes))
        while (zip_next(&zip, &name))
            if (is_macro(name))
                return name;
    return (struct str){0};
}
