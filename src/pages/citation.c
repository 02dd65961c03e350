#include "pages/citation.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/escape.h"
#include "base/json.h"
#include "collection/fields.h"
#include "pages/page_maker.h"
#include "pages/values.h"
#include "plan/identity.h"
#include "plan/paths.h"

const char cited_shape[] =
    "author date{iso text} day keywords[.] bibtex ris files[name path] files_any?";

const struct citation_form_name citation_forms[CITATION_FORMS] = {
    [CITATION_BIBTEX] = {STR_INIT("BibTeX"), STR_INIT(".bib")},
    [CITATION_RIS] = {STR_INIT("RIS"), STR_INIT(".ris")},
    [CITATION_CSL] = {STR_INIT("CSL-JSON"), STR_INIT(".csl.json")},
};

/* ---- the model ---- */

static struct str key_of(struct arena *arena, struct str id)
{
    struct buf key = BUF_INIT;
    for (size_t i = 0; i < id.len; i++)
        buf_byte(&key, id.ptr[i] == '/' ? ':' : id.ptr[i]);
    return buf_finish(&key, arena);
}

/* Returns what all texts of the site have in common. */
static struct citation of_site(const struct collection *collection)
{
    const struct value *fields = collection->settings.fields;
    return (struct citation){
        .author = value_get_str(fields, STR(FIELD_PUBLISHER)),
        .site = collection->settings.title,
        .version = value_get_str(value_get(fields, STR("edition")), STR("version")),
        .rights = value_get_str(value_get(fields, STR(FIELD_LICENCE)), STR("title")),
    };
}

struct citation citation_of_entry(struct arena *arena, const struct view *view,
                                  const struct entry *entry)
{
    struct citation citation = of_site(view->collection);
    struct str updated = document_updated(entry->document);
    citation.key = key_of(arena, plan_id_of(view->plan, entry));
    citation.title = entry->title;
    citation.summary = entry->summary;
    citation.language = entry->language;
    citation.issued = updated.len ? updated : plan_first_date(view->plan, entry);
    citation.address =
        plan_address(arena, view->collection, plan_page_of(view->plan, entry->document));
    return citation;
}

struct citation citation_of_page(struct arena *arena, const struct view *view,
                                 const struct text_page *page)
{
    struct citation citation = of_site(view->collection);
    citation.key = page->document->slug;
    citation.title = page->title;
    citation.summary = page->summary;
    citation.language = page->language;
    citation.issued = plan_edition_date(view->plan);
    citation.address =
        plan_address(arena, view->collection, plan_page_of(view->plan, page->document));
    return citation;
}

/* Whether it has a date; stores that. */
static bool citation_date(const struct citation *citation, struct date *date)
{
    return date_parse(citation->issued, date);
}

/* ---- BibTeX ---- */

/* `around` is a second pair of braces: the name of a body is not taken apart, and a title keeps its
 * capitals. */
static void put_bibtex_field(struct buf *out, struct str name, struct str text, bool around)
{
    if (text.len == 0)
        return;
    buf_lit(out, ",\n  ");
    buf_put(out, name);
    buf_put(out, around ? STR(" = {{") : STR(" = {"));
    escape_bibtex(out, text);
    buf_put(out, around ? STR("}}") : STR("}"));
}

/* A month has the name that each style knows it by. */
static void put_bibtex_date(struct buf *out, const struct citation *citation)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    struct date date;
    if (!citation_date(citation, &date))
        return;
    buf_format(out, ",\n  year = {%04d}", date.year);
    if (date.month)
        buf_format(out, ",\n  month = %s", months[date.month - 1]);
    if (date.day)
        buf_format(out, ",\n  day = {%d}", date.day);
}

void citation_put_bibtex(struct buf *out, const struct citation *citation)
{
    buf_lit(out, "@misc{");
    buf_put(out, citation->key);
    put_bibtex_field(out, STR("author"), citation->author, true);
    put_bibtex_field(out, STR("title"), citation->title, true);
    put_bibtex_date(out, citation);
    put_bibtex_field(out, STR("howpublished"), citation->site, false);
    put_bibtex_field(out, STR("version"), citation->version, false);
    put_bibtex_field(out, STR("language"), citation->language, false);
    if (citation->address.len) { /* packages print it as it stands */
        buf_lit(out, ",\n  url = {");
        buf_put(out, citation->address);
        buf_byte(out, '}');
    }
    put_bibtex_field(out, STR("copyright"), citation->rights, false);
    put_bibtex_field(out, STR("abstract"), citation->summary, false);
    buf_lit(out, "\n}\n");
}

/* ---- RIS ---- */

static void put_ris_line(struct buf *out, struct str tag, struct str text, struct str line_end)
{
    buf_put(out, tag);
    buf_lit(out, "  - ");
    escape_ris(out, text);
    buf_put(out, line_end);
}

static void put_tag(struct buf *out, struct str tag, struct str text, struct str line_end)
{
    if (text.len)
        put_ris_line(out, tag, text, line_end);
}

/* Of a date, slashes stand also where the month or the day is not known. */
static void put_ris_date(struct buf *out, const struct citation *citation, struct str line_end)
{
    struct date date;
    if (!citation_date(citation, &date))
        return;
    buf_format(out, "PY  - %04d", date.year);
    buf_put(out, line_end);
    buf_format(out, "DA  - %04d/", date.year);
    if (date.month)
        buf_format(out, "%02d", date.month);
    buf_byte(out, '/');
    if (date.day)
        buf_format(out, "%02d", date.day);
    buf_byte(out, '/');
    buf_put(out, line_end);
}

void citation_put_ris(struct buf *out, const struct citation *citation, struct str line_end)
{
    put_tag(out, STR("TY"), STR("ELEC"), line_end);
    put_tag(out, STR("ID"), citation->key, line_end);
    put_tag(out, STR("AU"), citation->author, line_end);
    put_tag(out, STR("TI"), citation->title, line_end);
    put_tag(out, STR("T2"), citation->site, line_end);
    put_ris_date(out, citation, line_end);
    put_tag(out, STR("PB"), citation->author, line_end);
    put_tag(out, STR("ET"), citation->version, line_end);
    put_tag(out, STR("LA"), citation->language, line_end);
    put_tag(out, STR("UR"), citation->address, line_end);
    put_tag(out, STR("AB"), citation->summary, line_end);
    put_ris_line(out, STR("ER"), STR(""), line_end);
}

/* ---- CSL-JSON ---- */

static void put_csl_author(struct json *json, const struct citation *citation)
{
    if (citation->author.len == 0)
        return;
    json_key(json, STR("author"));
    json_open_list(json, JSON_SPACED);
    json_open_map(json, JSON_SPACED);
    json_put_member(json, STR("literal"), citation->author);
    json_close(json);
    json_close(json);
}

static void put_csl_date(struct json *json, const struct citation *citation)
{
    struct date date;
    if (!citation_date(citation, &date))
        return;
    const int parts[] = {date.year, date.month, date.day};
    json_key(json, STR("issued"));
    json_open_map(json, JSON_SPACED);
    json_key(json, STR("date-parts"));
    json_open_list(json, JSON_SPACED);
    json_open_list(json, JSON_SPACED);
    for (size_t i = 0; i < sizeof parts / sizeof *parts && (i == 0 || parts[i]); i++)
        json_put_number(json, (uint64_t)parts[i]);
    json_close(json);
    json_close(json);
    json_close(json);
}

void citation_put_csl(struct json *json, const struct citation *citation)
{
    json_open_map(json, JSON_INDENTED);
    json_put_member(json, STR("id"), citation->key);
    json_put_member(json, STR("type"), STR("webpage"));
    put_csl_author(json, citation);
    json_put_if(json, STR("title"), citation->title);
    json_put_if(json, STR("container-title"), citation->site);
    put_csl_date(json, citation);
    json_put_if(json, STR("publisher"), citation->author);
    json_put_if(json, STR("version"), citation->version);
    json_put_if(json, STR("language"), citation->language);
    json_put_if(json, STR("URL"), citation->address);
    json_put_if(json, STR("abstract"), citation->summary);
    json_close(json);
}

/* ---- the page ---- */

/* Puts the date as Google Scholar asks for it: with slashes, and the year alone if it is no day. */
static void put_dates(struct page_maker *maker, struct value *map, const struct citation *citation)
{
    struct arena *arena = maker->arena;
    struct date date;
    if (!citation_date(citation, &date))
        return;
    value_put(arena, map, STR("date"), values_dated(arena, citation->issued, maker->tongue->texts));
    values_text(arena, map, STR("day"),
                date.day ? str_format(arena, "%04d/%d/%d", date.year, date.month, date.day)
                         : str_format(arena, "%04d", date.year));
}

static void citation_put_files(struct page_maker *maker, struct value *map)
{
    struct arena *arena = maker->arena;
    struct value *files = value_list(arena);
    for (size_t i = 0; i < CITATION_FORMS; i++) {
        struct value *file = value_map(arena);
        struct str path =
            plan_entries_data_path(arena, maker->view->collection, citation_forms[i].ending);
        if (!path.len || !plan_find(maker->view->plan, path))
            continue;
        values_text(arena, file, STR("name"), citation_forms[i].name);
        values_text(arena, file, STR("path"), path);
        value_add(arena, files, file);
    }
    values_list(arena, map, STR("files"), files);
}

static struct value *put_cited(struct page_maker *maker, const struct citation *citation)
{
    struct arena *arena = maker->arena;
    struct value *map = value_map(arena);
    struct buf out = BUF_INIT;
    values_text(arena, map, STR("author"), citation->author);
    put_dates(maker, map, citation);
    citation_put_bibtex(&out, citation);
    values_text(arena, map, STR("bibtex"), buf_take(&out, arena));
    citation_put_ris(&out, citation, STR("\n"));
    values_text(arena, map, STR("ris"), buf_finish(&out, arena));
    citation_put_files(maker, map);
    page_put(maker, STR("cited"), map);
    return map;
}

void citation_put_entry(struct page_maker *maker, const struct entry *entry)
{
    struct citation citation = citation_of_entry(maker->arena, maker->view, entry);
    const struct collection *collection = maker->view->collection;
    const struct facet *main = collection_main(collection);
    struct value *map = put_cited(maker, &citation), *keywords = value_list(maker->arena);
    const struct term_refs *terms =
        main ? &entry->terms[facet_number(&collection->facets, main)] : NULL;
    for (size_t i = 0; terms && i < terms->len; i++)
        value_add(
            maker->arena, keywords,
            value_text(maker->arena, label_text(terms->items[i]->label, maker->output->language)));
    value_put(maker->arena, map, STR("keywords"), keywords);
}

void citation_put_page(struct page_maker *maker, const struct text_page *page)
{
    struct citation citation = citation_of_page(maker->arena, maker->view, page);
    put_cited(maker, &citation);
}
