#include "base/buf.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/nearest.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "base/workers.h"
#include "commands/command.h"
#include "commands/new.h"
#include "commands/tell.h"
#include "site/site.h"
#include "collection/fields.h"
#include "collection/scaffold.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling new – lager filen til noe nytt, med forklaringer fra skjemaet\n"
        "\n"
        "Bruk: samling new [valg] HVOR \"Tittel\"\n"
        "\n"
        "Filen får navn etter tittelen og legges på rett sted; stien blir skrevet ut. Fyll så\n"
        "inn det som mangler, og kjør samling check. En fil som finnes, blir aldri overskrevet.\n"
        "\n"
        "Er HVOR en mappe i content/ med verdiene til et felt, blir det en ny verdi der, og\n"
        "«Tittel» er navnet på den.\n"
        "\n"
        "Eksempel: samling new kultur \"Lån bøker uten kort\"\n"
        "          samling new forfattere \"Kari Nordmann\"",
    [DIAG_EN] =
        "samling new – makes the file of something new, with explanations from the schema\n"
        "\n"
        "Usage: samling new [options] WHERE \"Title\"\n"
        "\n"
        "The file is named after the title and put in its place; its path is printed. Then fill "
        "in\n"
        "what is missing, and run samling check. A file that exists is never written over.\n"
        "\n"
        "If WHERE is a folder in content/ with the values of a field, a new value is made there,\n"
        "and “Title” is its name.\n"
        "\n"
        "Example: samling new culture \"Borrow books without a card\"\n"
        "         samling new authors \"Mary Smith\"",
};

struct new_options {
    struct str root, type, folder, title;
    bool sandbox;
};

static bool read_new_options(int argc, char **argv, struct new_options *options)
{
    const struct option_row rows[] = {
        {SAID("HVOR", "WHERE"), NULL, OPTION_WORD, &options->folder,
         SAID("mappen den hører til (id, navn eller forkortelse), eller mappen med verdier",
              "the folder that it belongs to (id, name or abbreviation), or the folder of values")},
        {SAID("TITTEL", "TITLE"), NULL, OPTION_WORD, &options->title,
         SAID("tittelen, i anførselstegn", "the title, in quotation marks")},
        {"--type", "TYPE", OPTION_TEXT, &options->type,
         SAID("hva slags tekst det er; det avgjør hvilke avsnitt filen får",
              "what kind of text it is; that decides which sections the file gets")},
        OPTION_FOLDER(&options->root),
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

/* Appends «kultur» (Kultur og fritid). */
static void put_term(struct buf *out, const struct term *term, struct str language)
{
    struct str name = label_text(term->label, language);
    buf_format(out, SAID("«%.*s»", "“%.*s”"), STR_ARG(term->id));
    if (name.len)
        buf_format(out, " (%.*s)", STR_ARG(name));
}

static _Noreturn void refuse_folder(struct site *site, struct str written)
{
    struct collection *collection = &site->collection;
    const struct facet *folders = collection_folders(collection);
    struct str language = collection->settings.language;
    struct str noun = label_noun(folders->names, language, 1);
    struct str what = noun.len ? noun : folders->field;
    const struct term *meant = facet_nearest(folders, written, &site->diags);
    struct buf terms = BUF_INIT;
    if (meant) {
        put_term(&terms, meant, language);
        die(SAID("ukjent %.*s «%.*s»; mente du %.*s?", "unknown %.*s “%.*s”; did you mean %.*s?"),
            STR_ARG(what), STR_ARG(written), STR_ARG(buf_str(&terms)));
    }
    for (size_t i = 0; i < folders->terms.len; i++) {
        buf_put(&terms, i ? STR(", ") : STR(""));
        put_term(&terms, folders->terms.items[i], language);
    }
    struct str vocabularies = new_vocabularies(&site->arena, collection);
    die(SAID("ukjent %.*s «%.*s»; id-ene er navnene på filene i " CONTENT_FOLDER
             "/%.*s, uten .md: %.*s; nye verdier kan lages i %.*s",
             "unknown %.*s “%.*s”; the ids are the names of the files in " CONTENT_FOLDER
             "/%.*s, without .md: %.*s; new values can be made in %.*s"),
        STR_ARG(what), STR_ARG(written), STR_ARG(folders->vocabulary), STR_ARG(buf_str(&terms)),
        STR_ARG(vocabularies));
}

/* Returns the folder of entries that goes by what was written, or the absent str. */
static struct str folder_of(struct site *site, struct str written)
{
    const struct facet *folders = collection_folders(&site->collection);
    if (utf8_valid_until(written) < written.len)
        die(SAID("HVOR er ikke skrevet i UTF-8", "WHERE is not written in UTF-8"));
    for (size_t i = 0; i < folders->terms.len; i++)
        if (new_is_called(&site->arena, folders->terms.items[i], written))
            return folders->terms.items[i]->id;
    return (struct str){0};
}

/* Refuses a type that is no value of the field which decides the sections. None is fine. */
static void check_type(struct site *site, struct str type)
{
    const struct collection *collection = &site->collection;
    if (type.len == 0)
        return;
    if (collection->kind.sectioned.len == 0)
        die(SAID("--type kan ikke brukes: ingen felt i " SCHEMA_FILE " har x-sections",
                 "--type cannot be used: no field in " SCHEMA_FILE " has x-sections"));
    struct str field = collection->kind.sectioned;
    const struct value *choices = schema_property(collection->schema, field)->schema->choices;
    struct nearest nearest = nearest_to(type);
    struct buf all = BUF_INIT;
    for (size_t i = 0; choices && i < choices->list.len; i++) {
        struct str choice = facet_id(&site->arena, choices->list.items[i]);
        if (str_eq(choice, type)) {
            buf_release(&all);
            return;
        }
        nearest_try(&nearest, choice);
        buf_format(&all, "%s%.*s", all.len ? ", " : "", STR_ARG(choice));
    }
    if (nearest.best.len)
        die(SAID("ukjent %.*s «%.*s»; mente du «%.*s»?",
                 "unknown %.*s “%.*s”; did you mean “%.*s”?"),
            STR_ARG(field), STR_ARG(type), STR_ARG(nearest.best));
    die(SAID("ukjent %.*s «%.*s»; verdiene er %.*s", "unknown %.*s “%.*s”; the values are %.*s"),
        STR_ARG(field), STR_ARG(type), STR_ARG(buf_str(&all)));
}

/* Returns a file name that no entry has, in any folder: it becomes the entry's id. */
static struct str slug_of(struct site *site, struct str title)
{
    const struct collection *collection = &site->collection;
    struct str slug = slug_make(&site->arena, title);
    if (slug.len == 0)
        die(SAID("tittelen «%.*s» har ingen bokstaver å lage filnavn av",
                 "the title “%.*s” has no letters to make a file name of"),
            STR_ARG(title));
    if (slug_is_reserved(slug))
        die(SAID("Windows kan ikke lagre en fil som heter «%.*s»; velg en lengre tittel",
                 "Windows cannot store a file named “%.*s”; choose a longer title"),
            STR_ARG(slug));
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        if (document->kind == DOCUMENT_ENTRY && str_eq(document->slug, slug))
            die(SAID("%.*s finnes fra før; endre den, eller velg en annen tittel",
                     "%.*s exists already; change it, or choose another title"),
                STR_ARG(document->source.path));
    }
    return slug;
}

/* Refuses a title that the schema would reject once the file is there. */
static void check_title(const struct collection *collection, struct str title)
{
    const struct schema_property *property = schema_property(collection->schema, STR(FIELD_TITLE));
    size_t length = utf8_count(title);
    if (property && length < property->schema->min_length)
        die(SAID("tittelen er for kort: den har %zu tegn, og skal ha minst %zu",
                 "the title is too short: it has %zu characters, and must have at least %zu"),
            length, property->schema->min_length);
    if (property && length > property->schema->max_length)
        die(SAID("tittelen er for lang: den har %zu tegn, og kan ha høyst %zu",
                 "the title is too long: it has %zu characters, and can have at most %zu"),
            length, property->schema->max_length);
}

/* Returns the `order` after the last in the folder; 0 if the schema has no such field. */
static int64_t next_order(const struct collection *collection, struct str folder)
{
    int64_t last = 0;
    if (!schema_property(collection->schema, STR(FIELD_ORDER)))
        return 0;
    for (size_t i = 0; i < collection->documents.len; i++) {
        const struct document *document = collection->documents.items[i];
        int64_t order = value_get_int(document->fields, STR(FIELD_ORDER), 0);
        bool here = document->kind == DOCUMENT_ENTRY && str_eq(document->folder, folder);
        if (here && order > last && order < INT64_MAX)
            last = order;
    }
    return last + 1;
}

static void create_entry(struct site *site, const struct new_options *options, struct str folder)
{
    const struct collection *collection = &site->collection;
    struct arena *arena = &site->arena;
    struct str title = new_title(options->title);
    check_type(site, options->type);
    struct str path = STR_JOIN(arena, STR(CONTENT_FOLDER "/"), collection->kind.folder, STR("/"),
                               folder, STR("/"), slug_of(site, title), STR(".md"));
    check_title(collection, title);
    struct scaffold scaffold = {.language = language_or_english(collection->settings.language),
                                .title = title,
                                .value = options->type,
                                .order = next_order(collection, folder)};
    struct buf text = BUF_INIT;
    scaffold_put(&text, collection, &scaffold);
    new_add(site, options->root, path, &text);
}

/* What is named may be a folder of entries or of a field's values; the former comes first. */
static void create_either(struct site *site, const struct new_options *options)
{
    struct str folder = folder_of(site, options->folder);
    const struct facet *facet = folder.len ? NULL : new_vocabulary(site, options->folder);
    if (folder.len)
        create_entry(site, options, folder);
    else if (!facet)
        refuse_folder(site, options->folder);
    else if (options->type.len)
        die(SAID("--type kan ikke brukes her: det gjelder bare nye tekster",
                 "--type cannot be used here: it is for new texts only"));
    else
        new_term(site, options->root, facet, new_title(options->title));
}

int cmd_new(int argc, char **argv)
{
    struct new_options options = {.root = STR(".")};
    if (read_new_options(argc, argv, &options))
        return EXIT_FINE;
    struct confine confine;
    confine_begin(&confine, options.sandbox);
    struct site site;
    struct site_options how = {.folder = options.root,
                               .content_only = true,
                               .puts_content = true,
                               .load = {.threads = workers_available()},
                               .confine = &confine};
    site_open(&site, &how);
    if (site.readable) /* errors in other entries do not matter to a new one */
        create_either(&site, &options);
    else
        tell_findings(&site.diags, SEVERITY_WARNING);
    int status = site.readable ? EXIT_FINE : EXIT_FINDINGS;
    site_close(&site);
    return status;
}
