#include <stdio.h>

#include "base/die.h"
#include "base/embedded.h"
#include "base/nearest.h"
#include "commands/command.h"
#include "commands/lang.h"
#include "commands/screen.h"
#include "commands/version.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *help[DIAG_LANGUAGES];
} commands[] = {
    {"init",
     cmd_init,
     {"lag en ny samling, som kan bygges med en gang",
      "make a new collection, which can be built at once"}},
    {"build",
     cmd_build,
     {"kontroller alt, og publiser nettstedet", "check everything, and publish the site"}},
    {"check",
     cmd_check,
     {"vis alt som bør rettes, og skriv ingenting",
      "show everything that should be mended, and write nothing"}},
    {"new",
     cmd_new,
     {"lag filen til noe nytt, med forklaringer fra skjemaet",
      "make the file of something new, with explanations from the schema"}},
    {"diff",
     cmd_diff,
     {"vis hva en endring gjør med nettstedet, til et forslag",
      "show what a change does to the site, for a pull request"}},
    {"sign",
     cmd_sign,
     {"signer et publisert nettsted, så en kopi kan vise hvem den er fra",
      "sign a published site, so that a copy can show whose it is"}},
    {"verify",
     cmd_verify,
     {"si om en kopi er hel og uendret, og hvem den er fra",
      "say whether a copy is whole and unchanged, and whose it is"}},
    {"rules",
     cmd_rules,
     {"vis reglene: alt som kan være galt, og hvor alvorlig det er",
      "show the rules: everything that can be wrong, and how grave it is"}},
    {"schema",
     cmd_schema,
     {"skriv skjemaet som JSON Schema, for redigeringsprogrammer",
      "write the schema as JSON Schema, for editors"}},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const char *const before_commands[DIAG_LANGUAGES] = {
    [DIAG_NB] = "samling – gjør en mappe med Markdown-filer om til et nettsted\n"
                "\n"
                "Bruk: samling KOMMANDO [valg]\n"
                "\n"
                "Kommandoer:",
    [DIAG_EN] = "samling – makes a folder of Markdown files into a web site\n"
                "\n"
                "Usage: samling COMMAND [options]\n"
                "\n"
                "Commands:",
};

static const char *const after_commands[DIAG_LANGUAGES] = {
    [DIAG_NB] = "\n"
                "  samling help KOMMANDO     valgene til en kommando, som samling KOMMANDO --help\n"
                "  samling help schema       alt som kan stå i filene til en samling (på engelsk)\n"
                "  samling help hosting      å legge et nettsted ut på en tjener (på engelsk)\n"
                "  samling --version         versjonen, bibliotekene og beskyttelsen\n"
                "\n"
                "Meldingene er på samlingens språk, eller på det som --lang " LANG_VALUES " sier.\n"
                "\n"
                "Avslutter med 0 når alt er i orden, 1 når innholdet har feil (da er ingenting\n"
                "publisert), og 2 når kommandoen er brukt feil, eller maskinen svikter.",
    [DIAG_EN] =
        "\n"
        "  samling help COMMAND      the options of a command, as samling COMMAND --help\n"
        "  samling help schema       all that the files of a collection may say\n"
        "  samling help hosting      how to put a site on a server\n"
        "  samling --version         the version, the libraries and the protection\n"
        "\n"
        "Messages are in the language of the collection, or in what --lang " LANG_VALUES " says.\n"
        "\n"
        "Ends with 0 when all is well, 1 when the content has errors (nothing has been\n"
        "published then), and 2 when the use is wrong or the machine failed.",
};

static void print_commands(void)
{
    puts(before_commands[said_language()]);
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-10s %s\n", commands[i].name, commands[i].help[said_language()]);
    puts(after_commands[said_language()]);
}

static _Noreturn void refuse_command(struct str word)
{
    if (str_starts(word, STR("-")))
        die(SAID("valg skrives etter kommandoen: samling build %.*s …",
                 "options are written after the command: samling build %.*s …"),
            STR_ARG(word));
    struct nearest nearest = nearest_to(word);
    for (size_t i = 0; i < COMMANDS; i++)
        nearest_try(&nearest, str_of(commands[i].name));
    if (nearest.best.len)
        die(SAID("ukjent kommando «%.*s»; mente du «%.*s»?",
                 "unknown command “%.*s”; did you mean “%.*s”?"),
            STR_ARG(word), STR_ARG(nearest.best));
    die(SAID("ukjent kommando «%.*s»; samling --help viser hva som finnes",
             "unknown command “%.*s”; samling --help shows what there is"),
        STR_ARG(word));
}

/*
 * Returns `status`, unless standard output could not be written (full disk, closed
 * pipe): that is a failure and ends the program.
 */
static int flush_stdout(int status)
{
    if (fflush(stdout) != 0 || ferror(stdout))
        die_errno(SAID("kan ikke skrive til skjermen", "cannot write to the screen"));
    return status;
}

/*
 * Prints the manual of a topic, samling-TOPIC (src/manual/). False if there is none. `schema` is a
 * command, too, whose options are in `samling schema --help`.
 */
static bool print_manual(const char *topic)
{
    for (size_t i = 0; i < embedded_count; i++) {
        struct str name = embedded_files[i].path, text = embedded_files[i].text;
        static const struct str before = STR_INIT("manual/samling-"), after = STR_INIT(".txt");
        if (!str_starts(name, before) || !str_ends(name, after) ||
            !str_eq(str_slice(name, before.len, name.len - after.len), str_of(topic)))
            continue;
        fwrite(text.ptr, 1, text.len, stdout);
        return true;
    }
    return false;
}

/* «samling help build» is «samling build --help»; no word is all of them. */
static int help(int argc, char **argv)
{
    static char asked[] = "--help";
    argc = lang_move(argc, argv);
    if (argc < 2 || str_starts(str_of(argv[1]), STR("-"))) {
        print_commands();
        return EXIT_FINE;
    }
    if (print_manual(argv[1]))
        return EXIT_FINE;
    for (size_t i = 0; i < COMMANDS; i++)
        if (str_eq(str_of(argv[1]), str_of(commands[i].name)))
            return commands[i].run(2, (char *[]){argv[1], asked, NULL});
    refuse_command(str_of(argv[1]));
}

int main(int argc, char **argv)
{
    screen_open();
    said_set_language(lang_of(argc, argv));
    argc = lang_move(argc, argv);
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
