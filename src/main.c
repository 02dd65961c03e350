#include <stdio.h>

#include "base/die.h"
#include "base/nearest.h"
#include "commands/command.h"
#include "commands/screen.h"
#include "commands/version.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *help;
} commands[] = {
    {"build", cmd_build, "kontroller alt, og publiser nettstedet"},
    {"check", cmd_check, "vis alt som bør rettes, og skriv ingenting"},
    {"new", cmd_new, "lag filen til noe nytt, med forklaringer fra skjemaet"},
    {"diff", cmd_diff, "vis hva en endring gjør med nettstedet, til et forslag"},
    {"rules", cmd_rules, "vis reglene: alt som kan være galt, og hvor alvorlig det er"},
    {"schema", cmd_schema, "skriv skjemaet som JSON Schema, for redigeringsprogrammer"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void print_commands(void)
{
    puts("samling – gjør en mappe med Markdown-filer om til et nettsted\n"
         "\n"
         "Bruk: samling KOMMANDO [valg]\n"
         "\n"
         "Kommandoer:");
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-10s %s\n", commands[i].name, commands[i].help);
    puts("\n"
         "  samling help KOMMANDO     valgene til en kommando, som samling KOMMANDO --help\n"
         "  samling --version         versjonen, bibliotekene og beskyttelsen\n"
         "\n"
         "Avslutter med 0 når alt er i orden, 1 når innholdet har feil (da er ingenting\n"
         "publisert), og 2 når bruken er feil eller maskinen sviktet.");
}

static _Noreturn void refuse_command(struct str word)
{
    if (str_starts(word, STR("-")))
        die("valg skrives etter kommandoen: samling build %.*s …", STR_ARG(word));
    struct nearest nearest = nearest_to(word);
    for (size_t i = 0; i < COMMANDS; i++)
        nearest_try(&nearest, str_of(commands[i].name));
    if (nearest.best.len)
        die("ukjent kommando «%.*s»; mente du «%.*s»?", STR_ARG(word), STR_ARG(nearest.best));
    die("ukjent kommando «%.*s»; samling --help viser hva som finnes", STR_ARG(word));
}

/*
 * Returns `status`, unless standard output could not be written (full disk, closed
 * pipe): that is a failure and ends the program.
 */
static int flush_stdout(int status)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        die_errno("kan ikke skrive til skjermen");
    return status;
}

/* «samling help build» is «samling build --help»; no word is all of them. */
static int help(int argc, char **argv)
{
    static char asked[] = "--help";
    if (argc < 2 || str_starts(str_of(argv[1]), STR("-"))) {
        print_commands();
        return EXIT_FINE;
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (str_eq(str_of(argv[1]), str_of(commands[i].name)))
            return commands[i].run(2, (char *[]){argv[1], asked, NULL});
    refuse_command(str_of(argv[1]));
}

int main(int argc, char **argv)
{
    screen_open();
    struct str word = str_of(argc > 1 ? argv[1] : "--help");
    for (size_t i = 0; i < COMMANDS; i++)
        if (str_eq(word, str_of(commands[i].name)))
            return flush_stdout(commands[i].run(argc - 1, argv + 1));
    if (str_eq(word, STR("help")))
        return flush_stdout(help(argc - 1, argv + 1));
    if (str_eq(word, STR("--version"))) {
        print_version();
    } else if (str_eq(word, STR("--help")) || str_eq(word, STR("-h"))) {
        print_commands();
    } else {
        refuse_command(word);
    }
    return flush_stdout(argc > 1 ? EXIT_FINE : EXIT_MISUSE);
}
