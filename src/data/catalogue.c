#include "data/catalogue.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/norwegian.h"
#include "base/turtle.h"
#include "collection/fields.h"
#include "collection/unset.h"
#include "data/catalogue_codes.h"
#include "pages/news.h"
#include "plan/identity.h"
#include "plan/paths.h"

/*
 * A file about the entries, or about the terms of a facet: what its name ends with, or its whole
 * name; what its form is called; and its form in the lists of IANA and of the EU. BibTeX and RIS
 * stand in neither: the EU has text, and IANA nothing.
 */
struct catalogued_file {
    struct str ending, name, form, media, type;
};

/* Of the terms there are the first two. */
static const struct catalogued_file catalogued_files[] = {
    {.ending = STR_INIT(".json"),
     .form = STR_INIT("JSON"),
     .media = STR_INIT("application/json"),
     .type = STR_INIT("JSON")},
    {.ending = STR_INIT(".csv"),
     .form = STR_INIT("CSV"),
     .media = STR_INIT("text/csv"),
     .type = STR_INIT("CSV")},
    {.name = STR_INIT("datapackage.json"),
     .form = STR_INIT("Data Package"),
     .media = STR_INIT("application/vnd.datapackage+json"),
     .type = STR_INIT("JSON")},
    {.ending = STR_INIT(".bib"), .form = STR_INIT("BibTeX"), .type = STR_INIT("TXT")},
    {.ending = STR_INIT(".ris"), .form = STR_INIT("RIS"), .type = STR_INIT("TXT")},
    {.ending = STR_INIT(".csl.json"),
     .form = STR_INIT("CSL-JSON"),
     .media = STR_INIT("application/vnd.citationstyles.csl+json"),
     .type = STR_INIT("JSON")},
};
enum { ENTRY_FILES = sizeof catalogued_files / sizeof *catalogued_files, TERM_FILES = 2 };

/* The catalogue while it is put. */
struct catalogue {
    struct turtle turtle;
    const struct view *view;
    const struct collection *collection;
    const struct value *fields; /* of the settings */
    struct arena *arena;
    struct str address, language, publisher; /* its own address; the IRI of who publishes */
    struct str issued, modified;             /* absent unless they are whole days */
};

/* A data set: its files are the first of the table, as many as the plan has of them. */
struct data_set {
    struct str id, title, description, noun;
    const struct facet *facet; /* NULL: the entries */
    size_t count;
};

void catalogue_add(struct plan *plan)
{
    if (!unset_for_catalogue(&plan->arena, plan->collection).len)
        plan_add_single(plan, plan_catalogue_path(&plan->arena, plan->collection));
}

/* ---- what it is made of ---- */

static struct str whole_day(struct str date)
{
    return date_is_day(date) ? date : (struct str){0};
}

/* Returns the date of the newest thing that happened to an entry. */
static struct str newest(const struct news *news)
{
    for (size_t i = 0; i < news->all.len; i++)
        if (news->all.items[i]->date.len)
            return news->all.items[i]->date;
    return (struct str){0};
}

static const struct value *catalogue_field(const struct catalogue *catalogue, struct str name)
{
    return value_get(value_get(catalogue->fields, STR(FIELD_CATALOGUE)), name);
}

/* Returns the IRI of a part: no other has its name, since a slug has neither `_` nor a dot. */
static struct str part_iri(const struct catalogue *catalogue, struct str name)
{
    return STR_JOIN(catalogue->arena, catalogue->address, STR("#"), name);
}

static struct str full_address(const struct catalogue *catalogue, struct str path)
{
    return plan_address(catalogue->arena, catalogue->collection, path);
}

/* Returns the path of a file, or the absent str if it is not in the plan. */
static struct str catalogued_path(const struct catalogue *catalogue, const struct data_set *set,
                                  const struct catalogued_file *file)
{
    struct arena *arena = catalogue->arena;
    const struct collection *collection = catalogue->collection;
    struct str path = set->facet ? plan_terms_data_path(arena, collection, set->facet, file->ending)
                      : file->name.len ? plan_data_path(arena, collection, file->name)
                                       : plan_entries_data_path(arena, collection, file->ending);
    return plan_find(catalogue->view->plan, path) ? path : (struct str){0};
}

/* Returns the address of the page about the data, or the absent str if the site has none. */
static struct str data_page(const struct catalogue *catalogue)
{
    struct str path = STR_JOIN(catalogue->arena, catalogue->collection->kind.data, STR(".html"));
    return plan_find(catalogue->view->plan, path) ? full_address(catalogue, path) : (struct str){0};
}

/* ---- properties that several have ---- */

static void catalogue_put_words(struct catalogue *catalogue, struct str title,
                                struct str description)
{
    turtle_text(&catalogue->turtle, "dct:title", title, catalogue->language);
    turtle_text(&catalogue->turtle, "dct:description", description, catalogue->language);
}

static void catalogue_put_dates(struct catalogue *catalogue)
{
    turtle_typed(&catalogue->turtle, "dct:issued", catalogue->issued, "xsd:date");
    turtle_typed(&catalogue->turtle, "dct:modified", catalogue->modified, "xsd:date");
}

static struct str licence_url(const struct catalogue *catalogue)
{
    return value_get_str(value_get(catalogue->fields, STR(FIELD_LICENCE)), STR("url"));
}

static void catalogue_put_licence(struct catalogue *catalogue)
{
    struct str code = catalogue_licence(licence_url(catalogue));
    turtle_code(&catalogue->turtle, "dct:license", EU_LIST("licence"), code);
    if (!code.len)
        turtle_iri(&catalogue->turtle, "dct:rights", part_iri(catalogue, STR("_rights")));
}

/* Puts what a catalogue and a data set have in common: who answers for it, and where it holds. */
static void put_resource(struct catalogue *catalogue)
{
    const struct value *countries = catalogue_field(catalogue, STR("countries"));
    turtle_iri(&catalogue->turtle, "dct:publisher", catalogue->publisher);
    turtle_iri(&catalogue->turtle, "dcat:contactPoint", part_iri(catalogue, STR("_contact")));
    for (size_t i = 0; i < value_list_len(countries); i++)
        turtle_code(&catalogue->turtle, "dct:spatial", EU_LIST("country"),
                    value_str(countries->list.items[i]));
    catalogue_put_dates(catalogue);
}

/* ---- a data set ---- */

static void put_distribution(struct catalogue *catalogue, const struct data_set *set,
                             const struct catalogued_file *file, struct str path)
{
    struct turtle *turtle = &catalogue->turtle;
    struct str address = full_address(catalogue, path), page = data_page(catalogue);
    turtle_begin(turtle, part_iri(catalogue, str_name(path)), "dcat:Distribution");
    turtle_text(turtle, "dct:title",
                STR_JOIN(catalogue->arena, set->noun, STR(" ("), file->form, STR(")")),
                catalogue->language);
    turtle_iri(turtle, "dcat:accessURL", page.len ? page : address);
    turtle_iri(turtle, "dcat:downloadURL", address);
    turtle_code(turtle, "dct:format", EU_LIST("file-type"), file->type);
    turtle_code(turtle, "dcat:mediaType", "https://www.w3.org/ns/iana/media-types/", file->media);
    catalogue_put_licence(catalogue);
    turtle_code(turtle, "adms:status", EU_LIST("distribution-status"), STR("COMPLETED"));
    turtle_code(turtle, "dcatap:availability", EU_LIST("planned-availability"), STR("STABLE"));
    catalogue_put_dates(catalogue);
    turtle_end(turtle);
}

static void put_distributions(struct catalogue *catalogue, const struct data_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        struct str path = catalogued_path(catalogue, set, &catalogued_files[i]);
        if (path.len)
            put_distribution(catalogue, set, &catalogued_files[i], path);
    }
}

static bool speaks(const struct collection *collection, struct str language)
{
    for (size_t i = 0; i < collection->entries.len; i++)
        if (str_eq(collection->entries.items[i]->language, language))
            return true;
    return false;
}

/* Puts the languages that the site has words in and an entry is written in, and the site's own. */
static void put_languages(struct catalogue *catalogue)
{
    turtle_code(&catalogue->turtle, "dct:language", EU_LIST("language"),
                catalogue_language(catalogue->language));
    for (size_t i = 0; i < catalogue->view->tongue_count; i++) {
        struct str language = catalogue->view->tongues[i].language;
        if (!str_eq(language, catalogue->language) && speaks(catalogue->collection, language))
            turtle_code(&catalogue->turtle, "dct:language", EU_LIST("language"),
                        catalogue_language(language));
    }
}

/* Puts the terms of the main facet as keywords. */
static void catalogue_put_keywords(struct catalogue *catalogue)
{
    const struct facet *main = collection_main(catalogue->collection);
    for (size_t i = 0; main && i < main->terms.len; i++)
        if (main->terms.items[i]->entries.len)
            turtle_text(&catalogue->turtle, "dcat:keyword",
                        label_text(main->terms.items[i]->label, catalogue->language),
                        catalogue->language);
}

static struct str landing_page(const struct catalogue *catalogue, const struct data_set *set)
{
    struct str page = data_page(catalogue), own = {0};
    if (page.len)
        return page;
    own = set->facet ? plan_facet_path(catalogue->arena, set->facet)
                     : plan_entries_path(catalogue->arena, catalogue->collection);
    return own.len ? full_address(catalogue, own) : own;
}

static void put_standard_link(struct catalogue *catalogue)
{
    struct str path = plan_schema_path(catalogue->arena, catalogue->collection);
    if (plan_find(catalogue->view->plan, path))
        turtle_iri(&catalogue->turtle, "dct:conformsTo", full_address(catalogue, path));
}

static void put_data_set(struct catalogue *catalogue, const struct data_set *set)
{
    struct turtle *turtle = &catalogue->turtle;
    const struct value *themes = catalogue_field(catalogue, STR("themes"));
    turtle_begin(turtle, part_iri(catalogue, set->id), "dcat:Dataset");
    catalogue_put_words(catalogue, set->title, set->description);
    turtle_text(turtle, "dct:identifier", part_iri(catalogue, set->id), (struct str){0});
    put_resource(catalogue);
    turtle_iri(turtle, "dct:creator", catalogue->publisher);
    for (size_t i = 0; i < value_list_len(themes); i++)
        turtle_code(turtle, "dcat:theme", EU_LIST("data-theme"), value_str(themes->list.items[i]));
    if (!set->facet)
        catalogue_put_keywords(catalogue);
    put_languages(catalogue);
    turtle_code(turtle, "dct:accessRights", EU_LIST("access-right"), STR("PUBLIC"));
    turtle_text(turtle, "dcat:version",
                value_get_str(value_get(catalogue->fields, STR("edition")), STR("version")),
                (struct str){0});
    turtle_iri(turtle, "dcat:landingPage", landing_page(catalogue, set));
    if (!set->facet)
        put_standard_link(catalogue);
    for (size_t i = 0; i < set->count; i++) {
        struct str path = catalogued_path(catalogue, set, &catalogued_files[i]);
        if (path.len)
            turtle_iri(turtle, "dcat:distribution", part_iri(catalogue, str_name(path)));
    }
    turtle_end(turtle);
    put_distributions(catalogue, set);
}

/* ---- the data sets ---- */

static struct data_set entries_set(const struct catalogue *catalogue)
{
    const struct entry_kind *kind = &catalogue->collection->kind;
    struct buf noun = BUF_INIT;
    norwegian_put_capital(&noun, label_noun(kind->names, catalogue->language, 2));
    return (struct data_set){
        .id = kind->path,
        .title = settings_name(catalogue->arena, &catalogue->collection->settings),
        .description = value_get_str(catalogue->fields, STR(FIELD_DESCRIPTION)),
        .noun = buf_finish(&noun, catalogue->arena),
        .count = ENTRY_FILES,
    };
}

/* Returns «Temaer: Brukerretting, Styring …», which needs no word of ours. */
static struct str terms_told(const struct catalogue *catalogue, const struct facet *facet,
                             struct str title)
{
    enum { NAMED_MAX = 24 };
    struct buf told = BUF_INIT;
    buf_format(&told, "%.*s:", STR_ARG(title));
    for (size_t i = 0; i < facet->terms.len && i < NAMED_MAX; i++) {
        struct str name = label_text(facet->terms.items[i]->label, catalogue->language);
        buf_format(&told, "%s%.*s", i ? ", " : " ", STR_ARG(name));
    }
    if (facet->terms.len > NAMED_MAX)
        buf_lit(&told, " …");
    return buf_finish(&told, catalogue->arena);
}

static struct data_set terms_set(const struct catalogue *catalogue, const struct facet *facet)
{
    struct str title = label_text(facet->title, catalogue->language);
    struct str site = catalogue->collection->settings.title;
    return (struct data_set){
        .id = plan_terms_name(catalogue->arena, facet),
        .title = STR_JOIN(catalogue->arena, site, STR(": "), title),
        .description = terms_told(catalogue, facet, title),
        .noun = title,
        .facet = facet,
        .count = TERM_FILES,
    };
}

static bool has_files(const struct catalogue *catalogue, const struct data_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (catalogued_path(catalogue, set, &catalogued_files[i]).len)
            return true;
    return false;
}

/* Does it for each data set that there is a file of. */
static void for_each_set(struct catalogue *catalogue,
                         void (*act)(struct catalogue *catalogue, const struct data_set *set))
{
    const struct facet_list *facets = &catalogue->collection->facets;
    struct data_set entries = entries_set(catalogue);
    act(catalogue, &entries);
    for (size_t i = 0; i < facets->len; i++) {
        struct data_set terms = terms_set(catalogue, &facets->items[i]);
        if (has_files(catalogue, &terms))
            act(catalogue, &terms);
    }
}

/* ---- the catalogue ---- */

static void put_set_link(struct catalogue *catalogue, const struct data_set *set)
{
    turtle_iri(&catalogue->turtle, "dcat:dataset", part_iri(catalogue, set->id));
}

static void put_prefixes(struct turtle *turtle)
{
    turtle_prefix(turtle, "adms", STR("http://www.w3.org/ns/adms#"));
    turtle_prefix(turtle, "dcat", STR("http://www.w3.org/ns/dcat#"));
    turtle_prefix(turtle, "dcatap", STR("http://data.europa.eu/r5r/"));
    turtle_prefix(turtle, "dct", STR("http://purl.org/dc/terms/"));
    turtle_prefix(turtle, "foaf", STR("http://xmlns.com/foaf/0.1/"));
    turtle_prefix(turtle, "odrs", STR("http://schema.theodi.org/odrs#"));
    turtle_prefix(turtle, "org", STR("http://www.w3.org/ns/org#"));
    turtle_prefix(turtle, "vcard", STR("http://www.w3.org/2006/vcard/ns#"));
    turtle_prefix(turtle, "xsd", STR("http://www.w3.org/2001/XMLSchema#"));
}

static void put_catalogue(struct catalogue *catalogue)
{
    struct turtle *turtle = &catalogue->turtle;
    turtle_begin(turtle, catalogue->address, "dcat:Catalog");
    catalogue_put_words(catalogue, catalogue->collection->settings.title,
                        value_get_str(catalogue->fields, STR(FIELD_DESCRIPTION)));
    turtle_text(turtle, "dct:identifier", catalogue->address, (struct str){0});
    put_resource(catalogue);
    catalogue_put_licence(catalogue);
    turtle_code(turtle, "dct:language", EU_LIST("language"),
                catalogue_language(catalogue->language));
    turtle_iri(turtle, "foaf:homepage", catalogue->collection->settings.base_url);
    turtle_iri(turtle, "dcat:themeTaxonomy",
               STR("http://publications.europa.eu/resource/authority/data-theme"));
    for_each_set(catalogue, put_set_link);
    turtle_end(turtle);
}

/* Who publishes it has for a number what the address that it is known by ends with. */
static void put_publisher(struct catalogue *catalogue)
{
    struct turtle *turtle = &catalogue->turtle;
    struct str known = value_str(catalogue_field(catalogue, STR("publisher")));
    struct str name = value_get_str(catalogue->fields, STR(FIELD_PUBLISHER));
    turtle_begin(turtle, catalogue->publisher, "foaf:Agent, org:Organization");
    turtle_text(turtle, "foaf:name", name, catalogue->language);
    turtle_text(turtle, "dct:identifier", str_name(known), (struct str){0});
    turtle_end(turtle);
}

static void put_contact(struct catalogue *catalogue)
{
    struct turtle *turtle = &catalogue->turtle;
    turtle_begin(turtle, part_iri(catalogue, STR("_contact")), "vcard:Organization");
    turtle_text(turtle, "vcard:fn", value_get_str(catalogue->fields, STR(FIELD_PUBLISHER)),
                catalogue->language);
    turtle_iri(turtle, "vcard:hasEmail",
               STR_JOIN(catalogue->arena, STR("mailto:"),
                        value_get_str(catalogue->fields, STR(FIELD_CONTACT))));
    turtle_end(turtle);
}

static void put_rights(struct catalogue *catalogue)
{
    struct turtle *turtle = &catalogue->turtle;
    if (catalogue_licence(licence_url(catalogue)).len)
        return;
    turtle_begin(turtle, part_iri(catalogue, STR("_rights")),
                 "odrs:RightsStatement, dct:RightsStatement");
    turtle_iri(turtle, "odrs:dataLicense", licence_url(catalogue));
    turtle_end(turtle);
}

static void put_standard(struct catalogue *catalogue)
{
    struct turtle *turtle = &catalogue->turtle;
    struct str path = plan_schema_path(catalogue->arena, catalogue->collection);
    if (!plan_find(catalogue->view->plan, path))
        return;
    turtle_begin(turtle, full_address(catalogue, path), "dct:Standard");
    turtle_text(turtle, "dct:title",
                STR_JOIN(catalogue->arena,
                         marks_title(catalogue->collection->schema, catalogue->language),
                         STR(" (JSON Schema)")),
                catalogue->language);
    turtle_end(turtle);
}

void catalogue_put(struct buf *out, const struct output *output, const struct view *view,
                   struct arena *scratch)
{
    struct catalogue catalogue = {
        .turtle = turtle_into(out),
        .view = view,
        .collection = view->collection,
        .fields = view->collection->settings.fields,
        .arena = scratch,
        .address = plan_address(scratch, view->collection, output->path),
        .language = view->collection->settings.language,
        .issued = whole_day(plan_edition_date(view->plan)),
        .modified = whole_day(newest(view->news)),
    };
    struct str known = value_str(catalogue_field(&catalogue, STR("publisher")));
    catalogue.publisher = known.len ? known : part_iri(&catalogue, STR("_publisher"));
    put_prefixes(&catalogue.turtle);
    put_catalogue(&catalogue);
    put_publisher(&catalogue);
    put_contact(&catalogue);
    put_rights(&catalogue);
    put_standard(&catalogue);
    for_each_set(&catalogue, put_data_set);
}
