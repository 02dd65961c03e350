#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/workers.h"
#include "commands/before.h"
#include "commands/command.h"
#include "commands/tell.h"
#include "report/report.h"
#include "site/site.h"

static const char usage[] =
    "samling check – viser alt som bør rettes, og skriver ingenting\n"
    "\n"
    "Bruk: samling check [valg]\n"
    "\n"
    "Avslutter med 1 hvis det er feil som stopper publiseringen, eller advarsler med\n"
    "--strict.\n"
    "\n"
    "En fil kan gjøre unntak fra en regel som gir advarsler eller råd, med feltet\n"
    "exceptions; se content/README.md. Unntakene blir listet opp for seg.\n"
    "\n"
    "Om en frist er gått ut, avgjøres av klokken, eller av SOURCE_DATE_EPOCH.\n"
    "\n"
    "Med --base meldes det også når en endring tar bort en adresse som har virket, eller\n"
    "linjen dens i content/paths.txt. STI er samlingen slik den var, et publisert nettsted,\n"
    "en slik liste, eller SHA256SUMS fra et nettsted.\n"
    "\n"
    "Formatene: text er til å lese; github blir merknader i en forespørsel\n"
    "på GitHub; sarif (2.1.0) og json er for andre programmer.";

struct check_options {
    struct str folder, format, language, base;
    bool drafts, strict, sandbox;
};

static bool read_check_options(int argc, char **argv, struct check_options *options)
{
    const struct option_row rows[] = {
        {"-C", "MAPPE", OPTION_TEXT, &options->folder,
         "mappen som har content/ og theme/ (uten: der du står)"},
        {"--format", "FORMAT", OPTION_TEXT, &options->format, REPORT_NAMES " (uten: text)"},
        {"--lang", "nb|en", OPTION_TEXT, &options->language, "språket i meldingene"},
        {"--base", "STI", OPTION_TEXT, &options->base,
         "meld også adresser som var der før: en mappe eller en liste"},
        {"--strict", NULL, OPTION_FLAG, &options->strict, "la advarsler telle som feil"},
        {"--drafts", NULL, OPTION_FLAG, &options->drafts, "ta med utkast"},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

/*
 * Returns the day that deadlines are compared with: that of SOURCE_DATE_EPOCH
 * (https://reproducible-builds.org/specs/source-date-epoch/), or of the clock. Only
 * check asks, so no published byte depends on it.
 */
static struct date today(void)
{
    const char *set = getenv("SOURCE_DATE_EPOCH");
    if (!set || !*set)
        return date_of_seconds((int64_t)time(NULL));
    char *end;
    long long seconds = strtoll(set, &end, 10);
    if (*end)
        die("SOURCE_DATE_EPOCH skal være sekunder siden 1970, ikke «%s»", set);
    return date_of_seconds(seconds);
}

/* Whether there are warnings that --strict counts as errors. */
static bool is_stricter(const struct check_options *options, const struct diags *diags)
{
    return options->strict && diag_count(diags, SEVERITY_WARNING) > 0;
}

static void tell_checked(struct site *site, const struct check_options *options,
                         enum diag_language language, FILE *out)
{
    struct str summary = tell_summary(&site->arena, &site->collection);
    struct str counts = tell_counts(&site->arena, &site->diags, SEVERITY_ADVICE, language);
    size_t silenced = site->diags.silenced.count;
    fprintf(out, "%.*s%s%.*s", STR_ARG(summary), summary.len ? ": " : "", STR_ARG(counts));
    if (silenced)
        fprintf(out, ", %zu %s", silenced, report_exceptions(silenced, language));
    if (is_stricter(options, &site->diags))
        fputs(language == DIAG_NB ? "; advarsler teller som feil (--strict)"
                                  : "; warnings count as errors (--strict)",
              out);
    fputc('\n', out);
}

int cmd_check(int argc, char **argv)
{
    struct check_options options = {
        .folder = STR("."), .format = STR("text"), .language = STR("nb")};
    if (read_check_options(argc, argv, &options))
        return EXIT_FINE;
    const struct report_format *format = report_format(options.format);
    if (!format)
        die("--format skal være " REPORT_NAMES ", ikke «%.*s»", STR_ARG(options.format));
    enum diag_language language = options_language(options.language);

    struct arena arena;
    struct confine confine;
    arena_init(&arena);
    confine_begin(&confine, options.sandbox);
    report_allow(format, &arena, &confine);
    struct published before;
    if (options.base.len)
        before_read(&before, &arena, options.base);
    struct site site;
    struct site_options how = {.folder = options.folder,
                               .load = {.threads = workers_available(),
                                        .drafts = options.drafts,
                                        .advice = true,
                                        .today = today()},
                               .before = options.base.len ? &before : NULL,
                               .confine = &confine};
    site_open(&site, &how);
    struct report report = {&site.diags, options.folder, language, tell_in_colour()};
    report_write(format, &report);
    tell_checked(&site, &options, language, format->on_stdout ? stderr : stdout);
    bool stops = diag_count(&site.diags, SEVERITY_ERROR) || is_stricter(&options, &site.diags);
    site_close(&site);
    arena_release(&arena);
    return stops ? EXIT_FINDINGS : EXIT_FINE;
}
