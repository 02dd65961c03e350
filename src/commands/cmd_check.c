#include <stdio.h>

#include "base/die.h"
#include "base/workers.h"
#include "commands/command.h"
#include "commands/session.h"

static const char usage[] = "samling check – viser alt som bør rettes, og skriver ingenting\n"
                            "\n"
                            "Bruk: samling check [valg]\n"
                            "\n"
                            "Avslutter med 1 hvis det er feil som stopper publiseringen.";

struct check_options {
    struct str folder, format, language;
    bool drafts;
};

static bool read_options(int argc, char **argv, struct check_options *options)
{
    const struct option_row rows[] = {
        {"-C", "MAPPE", OPTION_TEXT, &options->folder,
         "mappen som har content/ og theme/ (uten: der du står)"},
        {"--format", "FORMAT", OPTION_TEXT, &options->format, "text er det eneste så langt"},
        {"--lang", "nb|en", OPTION_TEXT, &options->language, "språket i meldingene"},
        {"--drafts", NULL, OPTION_FLAG, &options->drafts, "ta med utkast"},
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

static enum diag_language language_of(struct str name)
{
    if (!str_eq(name, STR("nb")) && !str_eq(name, STR("en")))
        die("--lang skal være nb eller en, ikke «%.*s»", STR_ARG(name));
    return str_eq(name, STR("en")) ? DIAG_EN : DIAG_NB;
}

int cmd_check(int argc, char **argv)
{
    struct check_options options = {
        .folder = STR("."), .format = STR("text"), .language = STR("nb")};
    if (read_options(argc, argv, &options))
        return EXIT_FINE;
    if (!str_eq(options.format, STR("text")))
        die("--format skal være text, ikke «%.*s»", STR_ARG(options.format));
    enum diag_language language = language_of(options.language);

    struct session session;
    struct session_options how = {
        .folder = options.folder,
        .load = {.threads = workers_available(), .drafts = options.drafts}};
    session_open(&session, &how);
    session_report(&session, SEVERITY_ADVICE, language);
    struct str summary = session_summary(&session);
    struct str counts = session_counts(&session, SEVERITY_ADVICE, language);
    printf("%.*s%s%.*s\n", STR_ARG(summary), summary.len ? ": " : "", STR_ARG(counts));
    bool errors = diag_count(&session.diags, SEVERITY_ERROR) > 0;
    session_close(&session);
    return errors ? EXIT_FINDINGS : EXIT_FINE;
}
