#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/embedded.h"
#include "base/nearest.h"
#include "commands/command.h"
#include "commands/help.h"
#include "commands/lang.h"

/* What the program does: the commands stand after its first two paragraphs. */
static const char *const program[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling – gjør en mappe med Markdown-filer om til et nettsted\n"
        "\n"
        "Bruk: samling KOMMANDO [valg]\n"
        "\n"
        "  samling help KOMMANDO     valgene til en kommando, som samling KOMMANDO --help\n"
        "  samling help schema       alt som kan stå i filene til en samling (på engelsk)\n"
        "  samling help hosting      å legge et nettsted ut på en tjener (på engelsk)\n"
        "  samling help --format F   alt dette som manualside, eller til fullføring i skall\n"
        "  samling --version         versjonen, bibliotekene og beskyttelsen\n"
        "\n"
        "Meldingene er på samlingens språk, eller på det som --lang " LANG_VALUES " sier.\n"
        "\n"
        "Avslutter med 0 når alt er i orden, 1 når innholdet har feil (da er ingenting\n"
        "publisert), og 2 når kommandoen er brukt feil, eller maskinen svikter.",
    [DIAG_EN] =
        "samling – makes a folder of Markdown files into a web site\n"
        "\n"
        "Usage: samling COMMAND [options]\n"
        "\n"
        "  samling help COMMAND      the options of a command, as samling COMMAND --help\n"
        "  samling help schema       all that the files of a collection may say\n"
        "  samling help hosting      how to put a site on a server\n"
        "  samling help --format F   all this as a manual page, or for completion in shells\n"
        "  samling --version         the version, the libraries and the protection\n"
        "\n"
        "Messages are in the language of the collection, or in what --lang " LANG_VALUES " says.\n"
        "\n"
        "Ends with 0 when all is well, 1 when the content has errors (nothing has been\n"
        "published then), and 2 when the use is wrong or the machine failed.",
};

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling help – viser hjelpen, en av håndbøkene, eller alt i en annen form\n"
        "\n"
        "Bruk: samling help [valg] [KOMMANDO]\n"
        "\n"
        "Uten KOMMANDO vises kommandoene. Med en kommando vises valgene dens, som med --help\n"
        "etter den. Håndbøkene er schema, om alt som kan stå i filene til en samling, og\n"
        "hosting, om å legge et nettsted ut på en tjener.\n"
        "\n"
        "Formene: text er til å lese på skjermen; man er manualsiden samling(1); bash, zsh og\n"
        "fish er det som disse skallene fullfører kommandoer med. make install legger alle på\n"
        "plass. Uten å installere noe kan du skrive dette i bash:\n"
        "\n"
        "  source <(samling help --format bash)",
    [DIAG_EN] =
        "samling help – shows the help, one of the manuals, or all in another form\n"
        "\n"
        "Usage: samling help [options] [COMMAND]\n"
        "\n"
        "Without COMMAND the commands are shown. With a command its options are shown, as with\n"
        "--help after it. The manuals are schema, of all that the files of a collection may say,\n"
        "and hosting, of how to put a site on a server.\n"
        "\n"
        "The forms: text is for reading on the screen; man is the manual page samling(1); bash,\n"
        "zsh and fish are what these shells complete commands with. make install puts all of\n"
        "them in place. Without installing anything, this can be typed in bash:\n"
        "\n"
        "  source <(samling help --format bash)",
};

const struct command *command_find(struct str name)
{
    for (size_t i = 0; i < command_count; i++)
        if (str_eq(name, str_of(commands[i].name)))
            return &commands[i];
    return NULL;
}

_Noreturn void command_refuse(struct str name)
{
    if (str_starts(name, STR("-")))
        die(SAID("valg skrives etter kommandoen: samling build %.*s …",
                 "options are written after the command: samling build %.*s …"),
            STR_ARG(name));
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < command_count; i++)
        nearest_try(&nearest, str_of(commands[i].name));
    if (nearest.best.len)
        die(SAID("ukjent kommando «%.*s»; mente du «%.*s»?",
                 "unknown command “%.*s”; did you mean “%.*s”?"),
            STR_ARG(name), STR_ARG(nearest.best));
    die(SAID("ukjent kommando «%.*s»; samling --help viser hva som finnes",
             "unknown command “%.*s”; samling --help shows what there is"),
        STR_ARG(name));
}

/* ---- the manuals ---- */

/* Whether an embedded file is the text of a manual, samling-TOPIC (src/manual/). */
static bool is_manual(const struct embedded_file *file, struct str *topic)
{
    static const struct str before = STR_INIT("manual/samling-"), after = STR_INIT(".txt");
    if (!str_starts(file->path, before) || !str_ends(file->path, after))
        return false;
    *topic = str_slice(file->path, before.len, file->path.len - after.len);
    return true;
}

/* `schema` is a command, too, whose options are in `samling schema --help`. */
static bool print_manual(struct str topic)
{
    for (size_t i = 0; i < embedded_count; i++) {
        struct str name;
        if (!is_manual(&embedded_files[i], &name) || !str_eq(name, topic))
            continue;
        fwrite(embedded_files[i].text.ptr, 1, embedded_files[i].text.len, stdout);
        return true;
    }
    return false;
}

/* Returns all that help can be asked for, as the value of a row: «init|build|…|hosting». */
static struct str topics(struct arena *arena)
{
    struct buf all = BUF_INIT;
    for (size_t i = 0; i < command_count; i++)
        buf_format(&all, "%s%s", i ? "|" : "", commands[i].name);
    for (size_t i = 0; i < embedded_count; i++) {
        struct str name;
        if (is_manual(&embedded_files[i], &name) && !command_find(name))
            buf_format(&all, "|%.*s", STR_ARG(name));
    }
    return buf_finish(&all, arena);
}

/* ---- the help ---- */

static void print_program(const struct help_form *form)
{
    const struct option_row rows[] = {
        {LANG_OPTION, LANG_VALUES, OPTION_TEXT, NULL,
         SAID("språket i meldingene, og i hjelpen", "language of messages, and of the help")},
        {"-h, " HELP_OPTION, NULL, OPTION_FLAG, NULL, SAID("vis hjelpen", "show the help")},
        {"--version", NULL, OPTION_FLAG, NULL,
         SAID("vis versjonen, bibliotekene og beskyttelsen",
              "show the version, the libraries and the protection")},
    };
    size_t count = sizeof rows / sizeof *rows;
    struct help help = {
        .usage = program[said_language()], .rows = rows, .count = count, .own = count};
    help_print_all(form, &help);
}

/* «samling help build» is «samling build --help». */
static int print_command(struct str name, const struct help_form *form)
{
    const struct command *command = command_find(name);
    if (!command)
        command_refuse(name);
    char option[HELP_ASKED_MAX];
    help_ask(option, form);
    return command->run(2, (char *[]){(char *)command->name, option, NULL});
}

int cmd_help(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena);
    struct str name = {0}, asked = STR(HELP_TEXT);
    const struct option_row rows[] = {
        {"--format", HELP_FORMS, OPTION_TEXT, &asked,
         SAID("formen på hjelpen (uten: text)", "the form of the help (without: text)")},
        {SAID("KOMMANDO", "COMMAND"), topics(&arena).ptr, OPTION_MAYBE_WORD, &name,
         SAID("en kommando eller en håndbok (uten: alle kommandoene)",
              "a command or a manual (without: all commands)")},
    };
    bool shown = options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
    arena_release(&arena);
    if (shown)
        return EXIT_FINE;
    const struct help_form *form = help_form_of(asked);
    if (!name.ptr)
        print_program(form);
    else if (!str_eq(asked, STR(HELP_TEXT)) || !print_manual(name))
        return print_command(name, form);
    return EXIT_FINE;
}
