#include "attached/content.h"

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "attached/office.h"
#include "base/ascii.h"
#include "base/utf8.h"

const struct content contents[CONTENT_KINDS] = {
    [CONTENT_EMPTY] = {{0}, {STR_INIT("tomt"), STR_INIT("empty")}},
    [CONTENT_LFS_POINTER] = {{0}, {STR_INIT("en peker"), STR_INIT("a pointer")}},
    [CONTENT_PNG] = {STR_INIT(".png"), {STR_INIT("et PNG-bilde"), STR_INIT("a PNG picture")}},
    [CONTENT_JPEG] = {STR_INIT(".jpg"), {STR_INIT("et JPEG-bilde"), STR_INIT("a JPEG picture")}},
    [CONTENT_GIF] = {STR_INIT(".gif"), {STR_INIT("et GIF-bilde"), STR_INIT("a GIF picture")}},
    [CONTENT_WEBP] = {STR_INIT(".webp"), {STR_INIT("et WebP-bilde"), STR_INIT("a WebP picture")}},
    [CONTENT_SVG] = {STR_INIT(".svg"), {STR_INIT("et SVG-bilde"), STR_INIT("an SVG picture")}},
    [CONTENT_PDF] = {STR_INIT(".pdf"), {STR_INIT("en PDF"), STR_INIT("a PDF")}},
    [CONTENT_ODT] = {STR_INIT(".odt"),
                     {STR_INIT("et OpenDocument-dokument"), STR_INIT("an OpenDocument text")}},
    [CONTENT_DOCX] = {STR_INIT(".docx"),
                      {STR_INIT("et Word-dokument"), STR_INIT("a Word document")}},
    [CONTENT_XLSX] = {STR_INIT(".xlsx"),
                      {STR_INIT("et Excel-regneark"), STR_INIT("an Excel workbook")}},
    [CONTENT_ZIP] = {{0}, {STR_INIT("et arkiv (ZIP)"), STR_INIT("an archive (ZIP)")}},
    [CONTENT_CUT_ZIP] = {{0},
                         {STR_INIT("et arkiv (ZIP) som ikke er helt"),
                          STR_INIT("an archive (ZIP) that is not whole")}},
    [CONTENT_OLE] = {{0},
                     {STR_INIT("et gammelt eller passordbeskyttet Office-dokument"),
                      STR_INIT("an Office document that is old or has a password")}},
    [CONTENT_HTML] = {{0}, {STR_INIT("en nettside (HTML)"), STR_INIT("a web page (HTML)")}},
    [CONTENT_HEIC] = {{0}, {STR_INIT("et HEIC-bilde"), STR_INIT("a HEIC picture")}},
    [CONTENT_AVIF] = {{0}, {STR_INIT("et AVIF-bilde"), STR_INIT("an AVIF picture")}},
    [CONTENT_TIFF] = {{0}, {STR_INIT("et TIFF-bilde"), STR_INIT("a TIFF picture")}},
    [CONTENT_BMP] = {{0}, {STR_INIT("et BMP-bilde"), STR_INIT("a BMP picture")}},
    [CONTENT_PROGRAM] = {{0}, {STR_INIT("et program"), STR_INIT("a program")}},
    [CONTENT_TEXT] = {{0}, {STR_INIT("vanlig tekst"), STR_INIT("plain text")}},
    [CONTENT_UNKNOWN] = {{0}, {STR_INIT("noe ukjent"), STR_INIT("something unknown")}},
};

/* How files of a kind begin. An empty `then` fits anything at 8. */
static const struct beginning {
    struct str start;
    struct str then;
    enum content_kind kind;
} beginnings[] = {
    {STR_INIT("version https://git-lfs.github.com/"), {0}, CONTENT_LFS_POINTER},
    {STR_INIT("\211PNG\r\n\032\n"), {0}, CONTENT_PNG},
    {STR_INIT("\377\330\377"), {0}, CONTENT_JPEG},
    {STR_INIT("GIF87a"), {0}, CONTENT_GIF},
    {STR_INIT("GIF89a"), {0}, CONTENT_GIF},
    {STR_INIT("RIFF"), STR_INIT("WEBP"), CONTENT_WEBP},
    {STR_INIT("%PDF-"), {0}, CONTENT_PDF},
    {STR_INIT("\320\317\021\340\241\261\032\341"), {0}, CONTENT_OLE},
    {STR_INIT("II*\0"), {0}, CONTENT_TIFF},
    {STR_INIT("MM\0*"), {0}, CONTENT_TIFF},
    {STR_INIT("BM"), {0}, CONTENT_BMP},
    {STR_INIT("MZ"), {0}, CONTENT_PROGRAM},
    {STR_INIT("\177ELF"), {0}, CONTENT_PROGRAM},
    {STR_INIT("#!"), {0}, CONTENT_PROGRAM},
};

/* How web pages begin, in capitals or small letters. */
static bool is_html(struct str text)
{
    static const struct str tags[] = {
        STR_INIT("<!doctype html"), STR_INIT("<html"), STR_INIT("<head"), STR_INIT("<body"),
        STR_INIT("<script"),        STR_INIT("<meta"), STR_INIT("<title")};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (str_begins(text, tags[i]))
            return true;
    return false;
}

/* XML whose first elements are those of an SVG: what stands before them may be long. */
static bool is_svg(struct str text)
{
    enum { HEAD_MAX = 16 * 1024 };
    struct str head = bytes_part(text, 0, HEAD_MAX);
    return str_starts(text, STR("<")) &&
           (str_find(head, STR("<svg")) < head.len || str_find(head, STR(":svg")) < head.len);
}

static enum content_kind kind_of_text(struct str bytes)
{
    enum { LOOKED_AT = 4096 };
    struct str text = str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_from(bytes, 3) : bytes;
    text = bytes_part(text, 0, text.len);
    while (text.len && ascii_is_space(text.ptr[0]))
        text = str_from(text, 1);
    if (is_html(text))
        return CONTENT_HTML;
    if (is_svg(text))
        return CONTENT_SVG;
    struct str head = bytes_part(text, 0, LOOKED_AT);
    size_t valid = utf8_valid_until(head); /* the last letter may be cut in two */
    bool cut = head.len == LOOKED_AT && head.len - valid < 4;
    bool readable = (valid == head.len || cut) && str_find_byte(head, '\0') == SIZE_MAX;
    return readable ? CONTENT_TEXT : CONTENT_UNKNOWN;
}

static const enum content_kind kinds_of_zip[] = {
    [OFFICE_NONE] = CONTENT_ZIP,  [OFFICE_CUT] = CONTENT_CUT_ZIP, [OFFICE_ODT] = CONTENT_ODT,
    [OFFICE_DOCX] = CONTENT_DOCX, [OFFICE_XLSX] = CONTENT_XLSX,
};

enum content_kind content_of(struct str bytes)
{
    if (!bytes_say_something(bytes_part(bytes, 0, 4096)) && !bytes_say_something(bytes))
        return CONTENT_EMPTY;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (str_starts(bytes, beginnings[i].start) && bytes_have(bytes, 8, beginnings[i].then))
            return beginnings[i].kind;
    if (bytes_have(bytes, 4, STR("ftypavif")) || bytes_have(bytes, 4, STR("ftypavis")))
        return CONTENT_AVIF;
    if (bytes_have(bytes, 4, STR("ftyp")))
        return CONTENT_HEIC;
    if (str_starts(bytes, STR("PK\3\4")))
        return kinds_of_zip[office_of(bytes)];
    return kind_of_text(bytes);
}

/* What the program cannot tell from text is left to the reader of that format. */
bool content_fits(enum content_kind kind, struct str ending)
{
    bool vague = kind == CONTENT_TEXT || kind == CONTENT_UNKNOWN;
    if (str_eq(ending, STR(".csv")))
        return vague || kind == CONTENT_BMP || kind == CONTENT_PROGRAM;
    if (str_eq(ending, STR(".jpeg")))
        return kind == CONTENT_JPEG;
    return contents[kind].ending.len && str_eq(contents[kind].ending, ending);
}
