#include "base/media.h"

#include <stddef.h>

/* Outputs have lower-case paths. All text is UTF-8. */
static const struct {
    struct str ending, type;
} rows[] = {
    {STR_INIT(".html"), STR_INIT("text/html; charset=utf-8")},
    {STR_INIT(".xhtml"), STR_INIT("application/xhtml+xml")},
    {STR_INIT(".css"), STR_INIT("text/css; charset=utf-8")},
    {STR_INIT(".js"), STR_INIT("text/javascript; charset=utf-8")},
    {STR_INIT(".json"), STR_INIT("application/json")},
    {STR_INIT(".webmanifest"), STR_INIT("application/manifest+json")},
    {STR_INIT(".xml"), STR_INIT("application/xml")},
    {STR_INIT(".csv"), STR_INIT("text/csv; charset=utf-8")},
    {STR_INIT(".ttl"), STR_INIT("text/turtle; charset=utf-8")},
    {STR_INIT(".txt"), STR_INIT("text/plain; charset=utf-8")},
    {STR_INIT(".md"), STR_INIT("text/markdown; charset=utf-8")},
    {STR_INIT(".bib"), STR_INIT("application/x-bibtex; charset=utf-8")},
    {STR_INIT(".ris"), STR_INIT("application/x-research-info-systems; charset=utf-8")},
    {STR_INIT(".svg"), STR_INIT("image/svg+xml")},
    {STR_INIT(".png"), STR_INIT("image/png")},
    {STR_INIT(".jpg"), STR_INIT("image/jpeg")},
    {STR_INIT(".jpeg"), STR_INIT("image/jpeg")},
    {STR_INIT(".gif"), STR_INIT("image/gif")},
    {STR_INIT(".webp"), STR_INIT("image/webp")},
    {STR_INIT(".avif"), STR_INIT("image/avif")},
    {STR_INIT(".woff2"), STR_INIT("font/woff2")},
    {STR_INIT(".epub"), STR_INIT("application/epub+zip")},
    {STR_INIT(".zip"), STR_INIT("application/zip")},
    {STR_INIT(".pdf"), STR_INIT("application/pdf")},
    {STR_INIT(".odt"), STR_INIT("application/vnd.oasis.opendocument.text")},
    {STR_INIT(".ods"), STR_INIT("application/vnd.oasis.opendocument.spreadsheet")},
    {STR_INIT(".odp"), STR_INIT("application/vnd.oasis.opendocument.presentation")},
};

struct str media_of(struct str path)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_ends(path, rows[i].ending))
            return rows[i].type;
    return STR("application/octet-stream");
}
