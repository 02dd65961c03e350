#include <stdio.h>

#include "base/die.h"
#include "commands/command.h"
#include "commands/lang.h"
#include "commands/screen.h"
#include "commands/version.h"

const struct command commands[] = {
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
    {"serve",
     cmd_serve,
     {"vis nettstedet mens du skriver, bare på denne maskinen",
      "show the site while you write, on this machine only"}},
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
    {"help",
     cmd_help,
     {"vis hjelpen til en kommando, eller en håndbok", "show the help of a command, or a manual"}},
};

const size_t command_count = sizeof commands / sizeof *commands;

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

static int run(int argc, char **argv)
{
    struct str word = str_of(argc > 1 ? argv[1] : "--help");
    const struct command *command = command_find(word);
    if (command)
        return command->run(argc - 1, argv + 1);
    if (str_eq(word, STR("--version")))
        print_version();
    else if (str_eq(word, STR("--help")) || str_eq(word, STR("-h")))
        cmd_help(1, argv);
    else
        command_refuse(word);
    return argc > 1 ? EXIT_FINE : EXIT_MISUSE;
}

int main(int argc, char **argv)
{
    screen_open();
    said_set_language(lang_of(argc, argv));
    argc = lang_move(argc, argv);
    return flush_stdout(run(argc, argv));
}
