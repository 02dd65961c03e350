#include "editions/epub_package.h"

#include "base/date.h"
#include "base/escape.h"
#include "base/hash.h"
#include "base/media.h"
#include "base/xml_put.h"
#include "collection/fields.h"
#include "plan/identity.h"
#include "plan/paths.h"

/* Returns the type of a file of the book, where all text is UTF-8, so that no charset is told. */
static struct str book_media(struct str name)
{
    struct str all = media_of(name), type = {0};
    str_cut(&all, ';', &type);
    return type;
}

/* ---- what it is ---- */

static void package_line(struct buf *out, const char *name, struct str text)
{
    if (text.len == 0)
        return;
    xml_put_element(out, name, text);
    buf_byte(out, '\n');
}

static void package_meta(struct buf *out, const char *property, struct str text)
{
    if (text.len == 0)
        return;
    buf_format(out, "<meta property=\"%s\">", property);
    escape_xml(out, text);
    buf_lit(out, "</meta>\n");
}

static void package_title(struct buf *out, const char *type, struct str title)
{
    if (title.len == 0)
        return;
    buf_format(out, "<dc:title id=\"%s\">", type);
    escape_xml(out, title);
    buf_format(out, "</dc:title>\n<meta refines=\"#%s\" property=\"title-type\">%s</meta>\n", type,
               type);
}

/* RFC 9562, section 5.8: a number that is made of whatever its maker likes. */
static struct str made_identifier(struct arena *arena, const struct collection *collection)
{
    enum { VERSION = 0x80, VARIANT = 0x80 };
    struct hash hash =
        hash_of(STR_JOIN(arena, collection->settings.title, STR("\n"),
                         collection->settings.language, STR("\n"), collection->kind.path));
    hash.bytes[6] = (uint8_t)(VERSION | (hash.bytes[6] & 0x0f));
    hash.bytes[8] = (uint8_t)(VARIANT | (hash.bytes[8] & 0x3f));
    struct str hex = hash_hex(arena, hash);
    return STR_JOIN(arena, STR("urn:uuid:"), str_slice(hex, 0, 8), STR("-"), str_slice(hex, 8, 12),
                    STR("-"), str_slice(hex, 12, 16), STR("-"), str_slice(hex, 16, 20), STR("-"),
                    str_slice(hex, 20, 32));
}

static struct str modified(struct arena *arena, const struct plan *plan)
{
    const struct collection *collection = plan->collection;
    struct str newest = plan_edition_date(plan);
    struct date date;
    for (size_t i = 0; i < collection->entries.len; i++) {
        struct str updated = document_updated(collection->entries.items[i]->document);
        if (str_cmp(updated, newest) > 0)
            newest = updated;
    }
    if (!date_parse(newest, &date))
        date = (struct date){.year = 1980};
    return date_begins(arena, date);
}

/* Puts the language of the book, and then those of its other chapters. */
static void package_languages(struct buf *out, struct arena *scratch, const struct book *book)
{
    struct str own = book->view.collection->settings.language;
    struct map told;
    map_init(&told, scratch);
    map_add(&told, own, &told);
    package_line(out, "dc:language", own);
    for (size_t i = 0; i < book->chapters.len; i++) {
        struct str language = book->chapters.items[i].language;
        if (language.len == 0 || map_get(&told, language))
            continue;
        map_add(&told, language, &told);
        package_line(out, "dc:language", language);
    }
}

static void package_what(struct buf *out, struct arena *scratch, const struct epub_package *package)
{
    const struct collection *collection = package->book->view.collection;
    const struct value *site = collection->settings.fields;
    const struct value *licence = value_get(site, STR(FIELD_LICENCE));
    struct str address = plan_address(scratch, collection, package->output->path);
    struct str publisher = value_get_str(site, STR(FIELD_PUBLISHER));
    buf_lit(out, "<dc:identifier id=\"id\">");
    escape_xml(out, address.len ? address : made_identifier(scratch, collection));
    buf_lit(out, "</dc:identifier>\n");
    package_title(out, "main", collection->settings.title);
    package_title(out, "subtitle", value_get_str(site, STR("subtitle")));
    package_languages(out, scratch, package->book);
    package_line(out, "dc:creator", publisher);
    package_line(out, "dc:publisher", publisher);
    package_line(out, "dc:description", value_get_str(site, STR(FIELD_DESCRIPTION)));
    package_line(out, "dc:date", plan_edition_date(package->book->view.plan));
    package_line(out, "dc:source", collection->settings.base_url);
    package_line(out, "dc:rights", value_get_str(licence, STR("title")));
    package_meta(out, "dcterms:license", value_get_str(licence, STR("url")));
    package_meta(out, "dcterms:modified", modified(scratch, package->book->view.plan));
}

/*
 * EPUB Accessibility 1.1, section 2. Each picture that a text shows has a text of its own, or says
 * nothing (the rule picture-text). That the book conforms to a standard is for a person to say.
 */
static void package_access(struct buf *out, const struct epub_package *package)
{
    const struct view *view = &package->book->view;
    const struct tongue *tongue = view_tongue(view, view->collection->settings.language);
    const struct epub_pictures *pictures = package->pictures;
    package_meta(out, "schema:accessMode", STR("textual"));
    if (pictures->shown)
        package_meta(out, "schema:accessMode", STR("visual"));
    package_meta(out, "schema:accessModeSufficient", STR("textual"));
    package_meta(out, "schema:accessibilityFeature", STR("alternativeText"));
    package_meta(out, "schema:accessibilityFeature", STR("displayTransformability"));
    package_meta(out, "schema:accessibilityFeature", STR("index"));
    package_meta(out, "schema:accessibilityFeature", STR("readingOrder"));
    package_meta(out, "schema:accessibilityFeature", STR("structuralNavigation"));
    package_meta(out, "schema:accessibilityFeature", STR("tableOfContents"));
    package_meta(out, "schema:accessibilityHazard",
                 pictures->moving ? STR("unknown") : STR("none"));
    package_meta(out, "schema:accessibilitySummary",
                 value_get_str(tongue->texts, STR("book_accessible")));
}

/* ---- which files it has ---- */

static void package_item(struct buf *out, char kind, size_t number, struct str name,
                         const char *properties)
{
    buf_format(out, "<item id=\"%c%zu\"", kind, number);
    xml_put_attribute(out, "href", name);
    xml_put_attribute(out, "media-type", book_media(name));
    if (properties)
        xml_put_attribute(out, "properties", str_of(properties));
    buf_lit(out, "/>\n");
}

static void package_manifest(struct buf *out, const struct epub_package *package)
{
    const struct book *book = package->book;
    buf_lit(out, "<manifest>\n");
    for (size_t i = 0; i < book->chapters.len; i++)
        package_item(out, 'c', i, book->chapters.items[i].name,
                     book->chapters.items[i].kind == CHAPTER_CONTENTS ? "nav" : NULL);
    package_item(out, 'p', 0, STR(BOOK_COVER), "cover-image");
    for (size_t i = 0; i < package->pictures->len; i++)
        package_item(out, 'p', i + 1, package->pictures->items[i]->path, NULL);
    buf_lit(out, "</manifest>\n");
}

static void package_spine(struct buf *out, const struct book *book)
{
    buf_lit(out, "<spine>\n");
    for (size_t i = 0; i < book->chapters.len; i++)
        if (book->chapters.items[i].kind != CHAPTER_STYLE)
            buf_format(out, "<itemref idref=\"c%zu\"/>\n", i);
    buf_lit(out, "</spine>\n");
}

void epub_package_put(struct buf *out, struct arena *scratch, const struct epub_package *package)
{
    buf_lit(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
                 "unique-identifier=\"id\"");
    xml_put_attribute(out, "xml:lang", package->book->view.collection->settings.language);
    buf_lit(out, ">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    package_what(out, scratch, package);
    package_access(out, package);
    buf_lit(out, "</metadata>\n");
    package_manifest(out, package);
    package_spine(out, package->book);
    buf_lit(out, "</package>\n");
}
