#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/confine.h"
#include "base/die.h"
#include "base/fs_place.h"
#include "base/memory.h"
#include "base/stages.h"
#include "base/visible.h"
#include "base/workers.h"
#include "collection/document.h"
#include "collection/theme_files.h"
#include "commands/base_url.h"
#include "commands/command.h"
#include "commands/new_paths.h"
#include "commands/rebuilt.h"
#include "commands/spent.h"
#include "commands/tell.h"
#include "commands/today.h"
#include "site/families.h"
#include "site/site.h"
#include "publish/neighbours.h"
#include "publish/publish.h"
#include "site/output_keys.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling build – kontrollerer alt, og publiserer så nettstedet i én operasjon\n"
        "\n"
        "Bruk: samling build [valg]\n"
        "\n"
        "Er det feil i innholdet, blir ingenting publisert, og det som lå der, ligger urørt.\n"
        "\n"
        "En adresse som er publisert, skal alltid virke. Med --accept-paths skrives listen over\n"
        "adressene til " PATHS_FILE " når alt er publisert. En sti på listen som ikke\n"
        "lenger blir en side, og som ingen har i aliases, er en feil. Uten listen blir det ikke\n"
        "spurt. Har nettstedet en side for det som er nytt, får endringene dagens dato, og står\n"
        "i " NEWS_FILE "; det hvert innslag sier nå, står i " EDITION_FILE ".\n"
        "Dagen avgjøres av klokken, eller av SOURCE_DATE_EPOCH.\n"
        "\n"
        "Det som ikke er endret, blir ikke laget på nytt: «.public.built» ved siden av mappen\n"
        "public sier hva bygget ble laget av. Filen kan slettes. Annet skriver build ikke utenfor\n"
        "mappen det publiserer til.",
    [DIAG_EN] =
        "samling build – checks everything, then publishes the site in one operation\n"
        "\n"
        "Usage: samling build [options]\n"
        "\n"
        "If the content has errors, nothing is published, and what was there is left alone.\n"
        "\n"
        "An address that has been published shall always work. With --accept-paths the list of\n"
        "the addresses is written to " PATHS_FILE " when all is published. A path on the\n"
        "list that no longer becomes a page, and that nobody has in aliases, is an error. Without\n"
        "the list nothing is asked. If the site has a page of what is new, the changes get the\n"
        "day as their date, and stand in " NEWS_FILE
        "; what every entry says now, in\n" EDITION_FILE ". The day is that of the clock, or of\n"
        "SOURCE_DATE_EPOCH.\n"
        "\n"
        "What has not changed is not made again: “.public.built” beside the folder public tells\n"
        "what the build was made from. It can be removed. Nothing else is written outside the\n"
        "folder that is published to.",
};

struct build_options {
    struct str folder, output, base_url;
    size_t jobs;
    bool drafts, no_sync, verbose, accept_paths, sandbox, precompress, release;
};

static bool read_build_options(int argc, char **argv, struct build_options *options)
{
    const struct option_row rows[] = {
        OPTION_FOLDER(&options->folder),
        {"--output", SAID("MAPPE", "FOLDER"), OPTION_TEXT | OPTION_NAMES_FOLDER, &options->output,
         SAID("publiser hit (uten: public/ ved siden av content/)",
              "publish here (without: public/ beside content/)")},
        OPTION_BASE_URL(&options->base_url),
        {"--jobs", "N", OPTION_NUMBER, &options->jobs,
         SAID("bruk N tråder (uten: så mange som maskinen har)",
              "use N threads (without: as many as the machine has)")},
        {"--drafts", NULL, OPTION_FLAG, &options->drafts, SAID("ta med utkast", "include drafts")},
        {"--accept-paths", NULL, OPTION_FLAG, &options->accept_paths,
         SAID("skriv nye adresser i " PATHS_FILE, "write new addresses to " PATHS_FILE)},
        {"--precompress", NULL, OPTION_FLAG, &options->precompress,
         SAID("legg .gz og .br ved siden av alle filer med tekst",
              "put .gz and .br beside all files of text")},
        {"--release", NULL, OPTION_FLAG, &options->release,
         SAID("det samme, så smått som det går (tar lengre tid)",
              "the same, as small as can be (takes longer)")},
        {"--no-sync", NULL, OPTION_FLAG, &options->no_sync,
         SAID("vent ikke til disken har lagret alt (for målinger)",
              "do not wait until the disk has stored all (for measuring)")},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
        {"--verbose", NULL, OPTION_FLAG, &options->verbose,
         SAID("si mer: hva som skjer, og hvor lang tid og mange byte hvert trinn tar",
              "say more: what happens, and how much time and how many bytes each stage takes")},
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

static enum precompress_how precompress_of(const struct build_options *options)
{
    return options->release       ? PRECOMPRESS_BEST
           : options->precompress ? PRECOMPRESS_GOOD
                                  : PRECOMPRESS_NONE;
}

static _Noreturn void refuse_output(struct str output, const char *why)
{
    die(SAID("kan ikke publisere til %.*s: %s; velg en egen mappe til nettstedet, som public",
             "cannot publish to %.*s: %s; choose a folder of its own for the site, such as public"),
        STR_ARG(output), why);
}

/* A site replaces the folder it is published to, and carries over what is foreign there. */
static bool is_home(struct arena *arena, struct str output)
{
    struct str home = str_of(getenv("HOME")), within;
    return home.len && fs_path_within(arena, STR_JOIN(arena, home, STR("/.")), output, &within);
}

/* Refuses to publish to a folder that holds what the site is made from, or lies in it. */
static void check_output_folder(struct arena *arena, struct str folder, struct str output)
{
    static const struct str inputs[] = {STR_INIT("/" CONTENT_FOLDER), STR_INIT("/" THEME_FOLDER)};
    const char *const why[] = {SAID("nettstedet blir laget av det som ligger i " CONTENT_FOLDER,
                                    "the site is made from what is in " CONTENT_FOLDER),
                               SAID("nettstedet blir laget av det som ligger i " THEME_FOLDER,
                                    "the site is made from what is in " THEME_FOLDER)};
    if (fs_is_within(folder, output))
        refuse_output(output, SAID("samlingen ligger der", "the collection is there"));
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct str input = STR_JOIN(arena, folder, inputs[i]);
        if (fs_is_within(input, output) || fs_is_within(output, input))
            refuse_output(output, why[i]);
    }
    if (is_home(arena, output))
        refuse_output(output, SAID("hjemmemappen din ligger der", "your home folder is there"));
}

/* Returns the folder to publish to. */
static struct str output_of(struct arena *arena, const struct build_options *options)
{
    struct str output = options->output;
    while (output.len > 1 && str_ends(output, STR("/")))
        output.len--;
    if (output.len)
        return output;
    return str_eq(options->folder, STR(".")) ? STR("public")
                                             : STR_JOIN(arena, options->folder, STR("/public"));
}

/* Returns the day, as it is written down. */
static struct str day_written(struct arena *arena)
{
    struct date day = today();
    return str_format(arena, "%04d-%02d-%02d", day.year, day.month, day.day);
}

/* Returns «13 oppskrifter, 5 kjøkken: 40 sider, 0 feil, 1 advarsel». */
static struct str site_summary(struct site *site)
{
    struct arena *arena = &site->arena;
    struct str summary = tell_summary(arena, &site->collection);
    struct str counts = tell_counts(arena, &site->diags, SEVERITY_WARNING);
    size_t pages = 0;
    for (size_t i = 0; i < site->plan.outputs.len; i++) {
        const struct family *family = site->plan.outputs.items[i].family;
        pages += family->template && !family->edition && family->wave == 0;
    }
    return str_format(arena, "%.*s: %zu %s, %.*s", STR_ARG(summary), pages,
                      pages == 1 ? SAID("side", "page") : SAID("sider", "pages"), STR_ARG(counts));
}

static void tell_done(struct str output, struct str summary, bool changed, double took)
{
    printf("%s %.*s/index.html\n",
           changed ? SAID("Publisert:", "Published:")
                   : SAID("Ingenting var endret:", "Nothing had changed:"),
           STR_ARG(output));
    printf("%.*s, %.0f ms\n", STR_ARG(summary), took);
}

static void tell_result(struct site *site, const struct folder_result *result,
                        const struct build_options *options, struct str output)
{
    struct arena *arena = &site->arena;
    for (size_t i = 0; i < result->foreign_count; i++)
        fprintf(stderr,
                SAID("beholdt: %.*s/%.*s er ikke laget av samling\n",
                     "kept: %.*s/%.*s was not made by samling\n"),
                STR_ARG(output), STR_ARG(visible_text(arena, result->foreign[i])));
    if (options->verbose)
        printf(SAID("%zu skrevet, %zu uendret, %zu av dem ikke laget på nytt, %zu fjernet\n",
                    "%zu written, %zu unchanged, %zu of them not made again, %zu removed\n"),
               result->written, result->kept, result->reused, result->removed);
    if (result->unsigned_now)
        printf(SAID("Signaturen gjaldt utgaven før, og er tatt bort: samling sign --key FIL %.*s\n",
                    "The signature was of the edition before, and is gone: samling sign --key FILE "
                    "%.*s\n"),
               STR_ARG(output));
}

/* What the bytes of the site depend on besides its files, in one line. */
static struct str asked_of(struct arena *arena, const struct build_options *options,
                           struct str accepted)
{
    return str_format(arena, "%d %d %.*s %.*s", options->drafts, precompress_of(options),
                      STR_ARG(options->base_url), STR_ARG(accepted));
}

/* Whether a build tells more than its summary, which the next one has to tell, too. */
static bool says_more(const struct site *site, const struct build_options *options)
{
    return options->accept_paths || diag_count(&site->diags, SEVERITY_WARNING) ||
           (!options->drafts && new_paths_any(site));
}

static int tell_unpublished(struct site *site)
{
    struct str counts = tell_counts(&site->arena, &site->diags, SEVERITY_WARNING);
    fprintf(stderr, SAID("Ingenting ble publisert: %.*s\n", "Nothing was published: %.*s\n"),
            STR_ARG(counts));
    return EXIT_FINDINGS;
}

/* Tells of what was found while the site was made, after what had been found before. */
static int tell_late(struct site *site, struct diags *late)
{
    diag_sort(late);
    tell_findings(late, SEVERITY_WARNING);
    diag_merge(&site->diags, late);
    return tell_unpublished(site);
}

/* `stages` is NULL unless it is asked what takes time. */
static int publish_site(struct site *site, const struct build_options *options,
                        struct rebuilt *rebuilt, double start, struct stages *stages)
{
    struct str shown = visible_text(&site->arena, rebuilt->output);
    struct str summary = site_summary(site);
    struct output_keys keys;
    struct family_work *work =
        stages ? arena_items(&site->arena, struct family_work, site_family_count) : NULL;
    struct progress progress = {.start = start};
    struct diags late;
    diag_init(&late);
    struct publish_options how = {
        .threads = options->jobs,
        .precompress = precompress_of(options),
        .progress = isatty(STDERR_FILENO) ? tell_progress : NULL,
        .progress_context = &progress,
        .work = work,
        .stages = stages,
        .diags = &late,
    };
    if (rebuilt->now.maker.len) {
        output_keys_make(&keys, &site->arena, site, &rebuilt->now.inputs);
        how.keys = &keys;
        how.before = &rebuilt->before;
        how.built = &rebuilt->now;
    }
    if (!says_more(site, options))
        rebuilt_keep_told(rebuilt, &site->arena, summary);
    struct folder_result result =
        publish_to_folder(&site->renderer, &site->arena, &how, rebuilt->output,
                          options->no_sync ? FOLDER_NO_SYNC : 0);
    tell_progress_ended(&progress);
    if (result.refused)
        return tell_late(site, &late);
    diag_release(&late);
    if (stages)
        spent_tell(stages, work, &result);
    tell_result(site, &result, options, shown);
    tell_done(shown, summary, result.changed, stages_clock() - start);
    if (options->accept_paths)
        new_paths_keep(site, options->folder);
    else if (!options->drafts)
        new_paths_tell(site);
    return EXIT_FINE;
}

static int build_site(struct site *site, const struct site_options *how,
                      const struct build_options *options, struct rebuilt *rebuilt, double start)
{
    rebuilt_look(rebuilt, &site->arena, site);
    site_read(site, how);
    tell_findings(&site->diags, SEVERITY_WARNING);
    if (site->whole)
        return publish_site(site, options, rebuilt, start, how->load.stages);
    return tell_unpublished(site);
}

int cmd_build(int argc, char **argv)
{
    double start = stages_clock();
    struct build_options options = {.folder = STR("."), .jobs = workers_available()};
    if (read_build_options(argc, argv, &options))
        return EXIT_FINE;
    memory_keep();
    if (options.jobs < 1 || options.jobs > WORKERS_MAX)
        die(SAID("--jobs skal være fra 1 til %d", "--jobs must be from 1 to %d"), WORKERS_MAX);
    base_url_check(options.base_url);
    if (options.accept_paths && options.drafts)
        die(SAID("--accept-paths gjelder det som er publisert, og går ikke sammen med --drafts",
                 "--accept-paths is about what has been published, and cannot be used with "
                 "--drafts"));

    struct arena arena;
    struct confine confine;
    arena_init(&arena);
    struct str output = output_of(&arena, &options);
    check_output_folder(&arena, options.folder, output);
    confine_begin(&confine, options.sandbox);
    neighbours_allow(&confine, &arena, output);
    struct str accepted = options.accept_paths ? day_written(&arena) : (struct str){0};
    struct stages measured, *stages = options.verbose ? &measured : NULL;
    stages_init(&measured);
    struct site site;
    struct site_options how = {
        .folder = options.folder,
        .puts_content = options.accept_paths,
        .accepted = accepted,
        .confine = &confine,
        .load = {.threads = options.jobs,
                 .drafts = options.drafts,
                 .base_url = options.base_url,
                 .stages = stages},
        .indexed = true,
    };
    site_begin(&site, &how);
    struct rebuilt rebuilt;
    rebuilt_begin(&rebuilt, &arena, output, asked_of(&arena, &options, accepted));
    struct str told = options.verbose ? (struct str){0} : rebuilt_told(&rebuilt, &arena, &site);
    int status = EXIT_FINE;
    if (told.ptr)
        tell_done(visible_text(&arena, output), told, false, stages_clock() - start);
    else
        status = build_site(&site, &how, &options, &rebuilt, start);
    site_close(&site);
    arena_release(&arena);
    return status;
}
