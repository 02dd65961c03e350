#include "base/file_type.h"

#include <stdint.h>

const struct file_type file_types[] = {
    {STR_INIT(".png"), STR_INIT("PNG"), FILE_PICTURE},
    {STR_INIT(".jpg"), STR_INIT("JPEG"), FILE_PICTURE},
    {STR_INIT(".jpeg"), STR_INIT("JPEG"), FILE_PICTURE},
    {STR_INIT(".gif"), STR_INIT("GIF"), FILE_PICTURE},
    {STR_INIT(".webp"), STR_INIT("WebP"), FILE_PICTURE},
    {STR_INIT(".svg"), STR_INIT("SVG"), FILE_PICTURE},
    {STR_INIT(".pdf"), STR_INIT("PDF"), FILE_DOCUMENT},
    {STR_INIT(".csv"), STR_INIT("CSV"), FILE_DOCUMENT},
    {STR_INIT(".odt"), STR_INIT("ODT"), FILE_DOCUMENT},
    {STR_INIT(".docx"), STR_INIT("DOCX"), FILE_DOCUMENT},
    {STR_INIT(".xlsx"), STR_INIT("XLSX"), FILE_DOCUMENT},
    {STR_INIT(".doc"), STR_INIT("DOC"), FILE_MACROS},
    {STR_INIT(".dot"), STR_INIT("DOT"), FILE_MACROS},
    {STR_INIT(".xls"), STR_INIT("XLS"), FILE_MACROS},
    {STR_INIT(".ppt"), STR_INIT("PPT"), FILE_MACROS},
    {STR_INIT(".docm"), STR_INIT("DOCM"), FILE_MACROS},
    {STR_INIT(".dotm"), STR_INIT("DOTM"), FILE_MACROS},
    {STR_INIT(".xlsm"), STR_INIT("XLSM"), FILE_MACROS},
    {STR_INIT(".xlsb"), STR_INIT("XLSB"), FILE_MACROS},
    {STR_INIT(".pptm"), STR_INIT("PPTM"), FILE_MACROS},
    {STR_INIT(".rtf"), STR_INIT("RTF"), FILE_FORMAT},
    {STR_INIT(".pptx"), STR_INIT("PPTX"), FILE_FORMAT},
    {STR_INIT(".odp"), STR_INIT("ODP"), FILE_FORMAT},
    {STR_INIT(".ods"), STR_INIT("ODS"), FILE_FORMAT},
    {STR_INIT(".dotx"), STR_INIT("DOTX"), FILE_FORMAT},
    {STR_INIT(".pages"), STR_INIT("Pages"), FILE_FORMAT},
    {STR_INIT(".numbers"), STR_INIT("Numbers"), FILE_FORMAT},
    {STR_INIT(".key"), STR_INIT("Keynote"), FILE_FORMAT},
    {STR_INIT(".vsdx"), STR_INIT("VSDX"), FILE_FORMAT},
    {STR_INIT(".epub"), STR_INIT("EPUB"), FILE_FORMAT},
    {STR_INIT(".html"), STR_INIT("HTML"), FILE_WEB},
    {STR_INIT(".htm"), STR_INIT("HTML"), FILE_WEB},
    {STR_INIT(".xhtml"), STR_INIT("HTML"), FILE_WEB},
    {STR_INIT(".mhtml"), STR_INIT("HTML"), FILE_WEB},
    {STR_INIT(".svgz"), STR_INIT("SVG"), FILE_WEB},
    {STR_INIT(".zip"), STR_INIT("ZIP"), FILE_ARCHIVE},
    {STR_INIT(".7z"), STR_INIT("7z"), FILE_ARCHIVE},
    {STR_INIT(".rar"), STR_INIT("RAR"), FILE_ARCHIVE},
    {STR_INIT(".tar"), STR_INIT("tar"), FILE_ARCHIVE},
    {STR_INIT(".gz"), STR_INIT("gzip"), FILE_ARCHIVE},
    {STR_INIT(".tgz"), STR_INIT("tar"), FILE_ARCHIVE},
    {STR_INIT(".exe"), STR_INIT("EXE"), FILE_PROGRAM},
    {STR_INIT(".msi"), STR_INIT("MSI"), FILE_PROGRAM},
    {STR_INIT(".bat"), STR_INIT("BAT"), FILE_PROGRAM},
    {STR_INIT(".cmd"), STR_INIT("CMD"), FILE_PROGRAM},
    {STR_INIT(".js"), STR_INIT("JavaScript"), FILE_PROGRAM},
    {STR_INIT(".vbs"), STR_INIT("VBScript"), FILE_PROGRAM},
    {STR_INIT(".ps1"), STR_INIT("PowerShell"), FILE_PROGRAM},
    {STR_INIT(".jar"), STR_INIT("JAR"), FILE_PROGRAM},
    {STR_INIT(".heic"), STR_INIT("HEIC"), FILE_PHOTO},
    {STR_INIT(".heif"), STR_INIT("HEIF"), FILE_PHOTO},
    {STR_INIT(".avif"), STR_INIT("AVIF"), FILE_PHOTO},
    {STR_INIT(".tif"), STR_INIT("TIFF"), FILE_PHOTO},
    {STR_INIT(".tiff"), STR_INIT("TIFF"), FILE_PHOTO},
    {STR_INIT(".bmp"), STR_INIT("BMP"), FILE_PHOTO},
    {STR_INIT(".eps"), STR_INIT("EPS"), FILE_PHOTO},
    {STR_INIT(".psd"), STR_INIT("PSD"), FILE_PHOTO},
};

const size_t file_type_count = sizeof file_types / sizeof *file_types;

const struct file_type *file_type_of(struct str path)
{
    struct str name = str_name(path);
    size_t dot = str_rfind_byte(name, '.');
    for (size_t i = 0; dot != SIZE_MAX && dot > 0 && i < file_type_count; i++)
        if (str_same(str_from(name, dot), file_types[i].ending))
            return &file_types[i];
    return NULL;
}

bool file_type_is_published(const struct file_type *type)
{
    return type && (type->use == FILE_PICTURE || type->use == FILE_DOCUMENT);
}

bool file_type_is_told(const struct file_type *type)
{
    return type && type->use != FILE_PICTURE && type->use != FILE_WEB;
}
