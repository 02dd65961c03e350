#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/confine.h"
#include "base/die.h"
#include "base/memory.h"
#include "base/visible.h"
#include "base/workers.h"
#include "commands/base_url.h"
#include "commands/before.h"
#include "commands/chosen.h"
#include "commands/command.h"
#include "commands/editor_file.h"
#include "commands/shares.h"
#include "commands/tell.h"
#include "commands/today.h"
#include "report/report.h"
#include "site/rules.h"
#include "site/site.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling check – viser alt som bør rettes, og endrer ingenting\n"
        "\n"
        "Bruk: samling check [valg] [STI …]\n"
        "\n"
        "Med en eller flere stier vises bare det som bør rettes i de filene og mappene. Hele\n"
        "samlingen blir lest likevel.\n"
        "\n"
        "Avslutter med 1 hvis det er feil som stopper publiseringen, eller advarsler med\n"
        "--strict.\n"
        "\n"
        "En fil kan gjøre unntak fra en regel som gir advarsler eller råd, med feltet\n"
        "exceptions; se samling help schema. Unntakene blir talt, og listet opp med --all.\n"
        "\n"
        "Om en frist er gått ut, og om en dato er kommet, avgjøres av klokken, eller av\n"
        "SOURCE_DATE_EPOCH.\n"
        "\n"
        "Med --base meldes det også når en endring tar bort en adresse som har virket, eller\n"
        "linjen med den i content/paths.txt. GAMMEL er samlingen slik den var, et publisert\n"
        "nettsted, en slik liste, eller SHA256SUMS fra et nettsted.\n"
        "\n"
        "Med --publish meldes det til slutt hva som må være på plass før nettstedet blir lagt ut:\n"
        "adresse, kontakt, tilgjengelighetserklæring, utgiver, lisens, og datoer for når filene\n"
        "bør ses gjennom, hvis skjemaet har feltet review. Mangler noe av det, avslutter check\n"
        "med 1.\n"
        "\n"
        "Med --report skrives en side for redaktøren, i én fil som ikke laster noe: det som bør\n"
        "rettes, hvor samlingen har hull, hva som bør ses gjennom, språkene, unntakene, og hva "
        "som\n"
        "endres når nettstedet blir publisert.\n"
        "\n"
        "Formatene: text er til å lese; github blir merknader i et forslag på GitHub; sarif\n"
        "(2.1.0) og json er for andre programmer.",
    [DIAG_EN] =
        "samling check – shows everything that should be mended, and changes nothing\n"
        "\n"
        "Usage: samling check [options] [PATH …]\n"
        "\n"
        "With one path or more, only what should be mended in those files and folders is shown.\n"
        "The whole collection is read all the same.\n"
        "\n"
        "Ends with 1 if there are errors that stop the publishing, or warnings with --strict.\n"
        "\n"
        "A file can make an exception from a rule that gives warnings or advice, with the field\n"
        "exceptions; see samling help schema. The exceptions are counted, and listed with --all.\n"
        "\n"
        "Whether a time limit has passed, and whether a date has come, is told by the clock, or "
        "by\n"
        "SOURCE_DATE_EPOCH.\n"
        "\n"
        "With --base it is also told when a change takes away an address that has worked, or the\n"
        "line with it in content/paths.txt. OLD is the collection as it was, a published site,\n"
        "such a list, or SHA256SUMS of a site.\n"
        "\n"
        "With --publish it is told last what must be in place before the site goes live: address,\n"
        "contact, accessibility statement, publisher, licence, and dates to look at the files\n"
        "again, if the schema has the field review. If any of it is missing, check ends with 1.\n"
        "\n"
        "With --report a page for the editor is written, in one file that loads nothing: what\n"
        "should be mended, where the collection has gaps, what is due for review, the languages,\n"
        "the exceptions, and what changes when the site is published.\n"
        "\n"
        "The formats: text is for reading; github becomes annotations on a pull request on "
        "GitHub;\n"
        "sarif (2.1.0) and json are for other programs.",
};

struct check_options {
    struct str folder, format, base, base_url, report;
    struct option_words paths;
    bool drafts, strict, all, publish, sandbox;
};

static bool read_check_options(int argc, char **argv, struct check_options *options)
{
    const struct option_row rows[] = {
        OPTION_FOLDER(&options->folder),
        {"--format", REPORT_VALUES, OPTION_TEXT, &options->format,
         SAID("formen på det som vises (uten: text)", "the form of what is shown (without: text)")},
        {"--base", SAID("GAMMEL", "OLD"), OPTION_TEXT | OPTION_NAMES_FILE, &options->base,
         SAID("meld også adresser som var der før: en mappe eller en liste",
              "also tell of addresses that were there before: a folder or a list")},
        {"--publish", NULL, OPTION_FLAG, &options->publish,
         SAID("si hva som må være på plass før nettstedet blir lagt ut",
              "tell what must be in place before the site goes live")},
        OPTION_BASE_URL(&options->base_url),
        {"--report", SAID("FIL", "FILE"), OPTION_TEXT | OPTION_NAMES_FILE, &options->report,
         SAID("skriv også en side for redaktøren til denne filen, som skal ende på .html",
              "also write a page for the editor to this file, which must end with .html")},
        {"--strict", NULL, OPTION_FLAG, &options->strict,
         SAID("la advarsler telle som feil", "let warnings count as errors")},
        {"--all", NULL, OPTION_FLAG, &options->all,
         SAID("list opp unntakene, med grunnene, og hvor mye som er på hvert språk",
              "list the exceptions, with the reasons, and how much is in each language")},
        {"--drafts", NULL, OPTION_FLAG, &options->drafts, SAID("ta med utkast", "include drafts")},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
        {SAID("STI", "PATH"), NULL, OPTION_WORDS | OPTION_NAMES_FILE, &options->paths,
         SAID("en fil eller mappe i content/ (uten: alt)",
              "a file or folder in content/ (without: all)")},
    };
    if (options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage))
        return true;
    if (options->report.len && options->paths.len)
        die(SAID("--report er om hele samlingen, så den tar ingen stier",
                 "--report is about the whole collection, so it takes no paths"));
    return false;
}

/* Whether there are warnings that --strict counts as errors. */
static bool is_stricter(const struct check_options *options, const struct diags *diags)
{
    return options->strict && diag_count(diags, SEVERITY_WARNING) > 0;
}

/* Returns what was checked, and how it went: of all, or of what was chosen. */
static struct str checked_all(struct site *site)
{
    struct arena *arena = &site->arena;
    struct str summary = tell_summary(arena, &site->collection);
    struct str counts = tell_counts(arena, &site->diags, SEVERITY_ADVICE);
    return STR_JOIN(arena, summary, summary.len ? STR(": ") : STR(""), counts);
}

static struct str checked_chosen(struct site *site, const struct chosen *chosen)
{
    struct buf text = BUF_INIT;
    if (chosen->count == 1)
        visible_put(&text, chosen->first);
    else
        buf_format(&text, SAID("%zu filer og mapper", "%zu files and folders"), chosen->count);
    buf_lit(&text, ": ");
    if (diag_total(&site->diags))
        buf_put(&text, tell_counts(&site->arena, &site->diags, SEVERITY_ADVICE));
    else
        buf_put(&text, str_of(SAID("ingenting å rette", "nothing to mend")));
    return buf_finish(&text, &site->arena);
}

/* Returns the next rule from `*at` on, in the list of all, that --publish counts as an error. */
static const struct rule *next_undone(const struct diags *diags, size_t *at)
{
    const struct rule *rule;
    while ((rule = rule_at(&site_rules, (*at)++)))
        if (rule->due && diag_count_of(diags, rule))
            return rule;
    return NULL;
}

static bool is_undone(const struct check_options *options, const struct diags *diags)
{
    size_t at = 0;
    return options->publish && next_undone(diags, &at);
}

static void tell_undone(const struct diags *diags, FILE *out)
{
    const struct rule *rule;
    size_t at = 0;
    const char *before = SAID("; må på plass før nettstedet blir lagt ut (--publish): ",
                              "; must be in place before the site goes live (--publish): ");
    for (; (rule = next_undone(diags, &at)); before = ", ")
        fprintf(out, "%s%s", before, rule->id);
}

/* Says what else counts as errors than those that are counted as such. */
static void tell_counted_too(const struct check_options *options, const struct diags *diags,
                             FILE *out)
{
    if (is_stricter(options, diags))
        fputs(
            SAID("; advarsler teller som feil (--strict)", "; warnings count as errors (--strict)"),
            out);
    if (is_undone(options, diags))
        tell_undone(diags, out);
}

static void tell_checked(struct site *site, const struct check_options *options,
                         const struct chosen *chosen, const struct report *report, FILE *out)
{
    bool some = chosen->count && site->readable;
    struct str checked = some ? checked_chosen(site, chosen) : checked_all(site);
    size_t silenced = site->diags.silenced.count;
    fprintf(out, "%.*s", STR_ARG(checked));
    if (silenced)
        fprintf(out, ", %zu %s", silenced, report_exceptions(silenced, said_language()));
    if (silenced && !report->excuses)
        fputs(SAID(" (--all viser dem)", " (--all shows them)"), out);
    tell_counted_too(options, &site->diags, out);
    fputc('\n', out);
}

/* Tells how much of the collection is in each language, if it is in several. */
static void tell_shares(struct site *site, FILE *out)
{
    struct str shares = shares_text(&site->arena, &site->collection);
    if (shares.len)
        fprintf(out, SAID("språkene i tekstene: %.*s\n", "languages of the texts: %.*s\n"),
                STR_ARG(shares));
}

int cmd_check(int argc, char **argv)
{
    struct check_options options = {.folder = STR("."), .format = STR("text")};
    struct arena arena;
    arena_init(&arena);
    options.paths.arena = &arena;
    if (read_check_options(argc, argv, &options)) {
        arena_release(&arena);
        return EXIT_FINE;
    }
    memory_keep();
    const struct report_format *format = report_format(options.format);
    if (!format)
        die(SAID("--format skal være " REPORT_NAMES_NB ", ikke «%.*s»",
                 "--format must be " REPORT_NAMES_EN ", not “%.*s”"),
            STR_ARG(options.format));

    base_url_check(options.base_url);
    struct chosen chosen;
    struct confine confine;
    chosen_read(&chosen, &arena, options.folder, &options.paths);
    confine_begin(&confine, options.sandbox);
    report_allow(format, &arena, &confine);
    struct editor_file file;
    if (options.report.len)
        editor_file_open(&file, &arena, options.report, &confine);
    struct published before;
    if (options.base.len)
        before_read(&before, &arena, options.base);
    struct site site;
    struct site_options how = {.folder = options.folder,
                               .load = {.threads = workers_available(),
                                        .drafts = options.drafts,
                                        .advice = true,
                                        .publish = options.publish,
                                        .base_url = options.base_url,
                                        .today = today()},
                               .before = options.base.len ? &before : NULL,
                               .wanted = chosen.count ? chosen_has : NULL,
                               .wanted_context = &chosen,
                               .confine = &confine};
    site_open(&site, &how);
    struct report report = {&site.diags, options.folder, said_language(), tell_in_colour(),
                            options.all || format->on_stdout};
    report_write(format, &report);
    tell_checked(&site, &options, &chosen, &report, format->on_stdout ? stderr : stdout);
    if (options.all && !chosen.count)
        tell_shares(&site, format->on_stdout ? stderr : stdout);
    if (options.report.len)
        editor_file_write(&file, &site, today());
    bool stops = diag_count(&site.diags, SEVERITY_ERROR) || is_stricter(&options, &site.diags) ||
                 is_undone(&options, &site.diags);
    site_close(&site);
    arena_release(&arena);
    return stops ? EXIT_FINDINGS : EXIT_FINE;
}
