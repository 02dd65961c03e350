#include <stdio.h>

#include "base/die.h"
#include "base/escape.h"
#include "base/fs_walk.h"
#include "base/visible.h"
#include "base/workers.h"
#include "collection/collection.h"
#include "collection/theme_files.h"
#include "commands/command.h"
#include "commands/forge.h"
#include "commands/lang.h"
#include "commands/start.h"
#include "commands/tell.h"
#include "site/site.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling init – lager en ny samling som kan bygges med en gang\n"
        "\n"
        "Bruk: samling init [valg] MAPPE\n"
        "\n"
        "MAPPE er en mappe som ikke finnes, eller som er tom; navn som begynner med punktum\n"
        "teller ikke. Filene har forklaringer i seg, så det er bare å endre dem.\n"
        "Ingenting som finnes, blir skrevet over.\n"
        "\n"
        "Har MAPPE en samling, kan den få sitt eget tema med --theme, og filer for GitHub\n"
        "med --github.\n"
        "\n"
        "Eksempel: samling init kokebok\n"
        "          samling serve -C kokebok",
    [DIAG_EN] =
        "samling init – makes a new collection that can be built at once\n"
        "\n"
        "Usage: samling init [options] FOLDER\n"
        "\n"
        "FOLDER is a folder that is not there yet, or is empty; names that begin with a full\n"
        "stop do not count. The files have explanations in them, ready to be changed.\n"
        "Nothing that is there is written over.\n"
        "\n"
        "If FOLDER has a collection, it can get a theme of its own with --theme, and files\n"
        "for GitHub with --github.\n"
        "\n"
        "Example: samling init cookbook\n"
        "         samling serve -C cookbook",
};

struct init_options {
    struct str folder, language;
    bool sample, theme, forge;
};

static bool read_init_options(int argc, char **argv, struct init_options *options)
{
    const struct option_row rows[] = {
        {SAID("MAPPE", "FOLDER"), NULL, OPTION_WORD | OPTION_NAMES_FOLDER, &options->folder,
         SAID("mappen som samlingen skal ligge i", "the folder that the collection is to lie in")},
        {LANG_OPTION, LANG_VALUES, OPTION_TEXT, &options->language,
         SAID("språket til samlingen, og til meldingene",
              "the language of the collection, and of messages")},
        {"--sample", NULL, OPTION_FLAG, &options->sample,
         SAID("lag en større samling, som viser mer",
              "make a larger collection, which shows more")},
        {"--theme", NULL, OPTION_FLAG, &options->theme,
         SAID("ta med en kopi av utseendet (theme/), så det kan endres",
              "bring a copy of the theme, so that the look can be changed")},
        {"--github", NULL, OPTION_FLAG, &options->forge,
         SAID("ta med filer for å arbeide med samlingen på GitHub",
              "bring files for working on the collection on GitHub")},
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

/* Returns the folder as it is shown: with one slash at its end. */
static struct str init_shown(struct arena *arena, struct str folder)
{
    return visible_text(arena,
                        str_eq(folder, STR("/")) ? folder : STR_JOIN(arena, folder, STR("/")));
}

/* Whether a collection lies in the folder. If anything else does, that ends the program. */
static bool has_collection(struct arena *arena, const struct init_options *options)
{
    struct str folder = options->folder;
    struct fs_root root;
    enum fs_kind kind;
    if (!fs_root_try(arena, folder, &root))
        return false;
    bool there = fs_kind_of(&root, STR(CONTENT_FOLDER), &kind);
    if (options->forge && fs_kind_of(&root, STR(FORGE_FOLDER), &kind))
        die(SAID("%.*s/" FORGE_FOLDER
                 " finnes fra før, og blir ikke skrevet over; ingenting er laget",
                 "%.*s/" FORGE_FOLDER
                 " is there already, and is not written over; nothing has been made"),
            STR_ARG(visible_text(arena, folder)));
    struct str name = fs_first_name(&root, arena);
    fs_root_close(&root);
    if (!there && name.len)
        die(SAID("i %.*s ligger det noe fra før: %.*s; velg en mappe som ikke finnes, eller som er "
                 "tom",
                 "something is in %.*s already: %.*s; choose a folder that is not there, or is "
                 "empty"),
            STR_ARG(visible_text(arena, folder)), STR_ARG(visible_text(arena, name)));
    return there;
}

static void add_files(struct start *start, const struct init_options *options, bool there)
{
    struct str set = options->sample ? STR("sample") : STR("plain");
    if (there && (options->sample || !(options->theme || options->forge)))
        die(SAID("i %.*s ligger det en samling fra før; den kan bare få tillegg: --theme, --github",
                 "there is a collection in %.*s already; it can only be added to: --theme, "
                 "--github"),
            STR_ARG(visible_text(start->arena, options->folder)));
    if (!there && !start_add(start, options->language, set, STR("")))
        die(SAID("det finnes ingen ny samling på «%.*s»; språkene er %.*s",
                 "there is no new collection in “%.*s”; the languages are %.*s"),
            STR_ARG(options->language), STR_ARG(start_languages(start->arena, set)));
    if (options->theme)
        start_add_theme(start);
}

/*
 * Puts the files for GitHub in place. They are made of what the collection says, so it is there
 * already; if that cannot be read, the findings say why. What Git is to ignore is left as it is.
 */
static bool put_forge(struct start *start, struct str folder)
{
    struct site site;
    struct start forge = {.arena = start->arena};
    struct site_options how = {
        .folder = folder, .content_only = true, .load = {.threads = workers_available()}};
    site_open(&site, &how);
    bool readable = site.readable;
    if (readable) {
        enum fs_kind kind;
        forge_add(&forge, &site.collection);
        if (!fs_kind_of(&site.root, STR(FORGE_IGNORED), &kind))
            forge_add_ignored(&forge);
        start_put(&forge, folder);
    } else {
        tell_findings(&site.diags, SEVERITY_WARNING);
    }
    site_close(&site);
    for (size_t i = 0; i < forge.len; i++)
        start_add_file(start, forge.items[i].path, forge.items[i].text);
    return readable;
}

/* Prints the paths that were made; of the theme, how many. */
static void tell_made(const struct start *start, struct str shown)
{
    size_t of_theme = 0;
    printf(SAID("Laget i %.*s\n", "Made in %.*s\n"), STR_ARG(shown));
    for (size_t i = 0; i < start->len; i++)
        if (str_starts(start->items[i].path, STR(THEME_FOLDER "/")))
            of_theme++;
        else
            printf("  %.*s\n", STR_ARG(start->items[i].path));
    if (of_theme)
        printf(SAID("  " THEME_FOLDER "/ (%zu filer)\n", "  " THEME_FOLDER "/ (%zu files)\n"),
               of_theme);
}

/* Returns a path as a shell takes it: in quotes if it needs them. */
static struct str quoted(struct arena *arena, struct str path)
{
    static const char *const plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
    bool bare = path.len > 0;
    for (size_t i = 0; i < path.len; i++)
        bare = bare && str_find_byte(str_of(plain), path.ptr[i]) != SIZE_MAX;
    if (bare)
        return path;
    struct buf out = BUF_INIT;
    buf_byte(&out, '\'');
    escape_shell(&out, path);
    buf_byte(&out, '\'');
    return visible_text(arena, buf_finish(&out, arena));
}

/* What the workflow cannot know. */
static void tell_forge(void)
{
    puts(SAID(
        "\nPå GitHub må du si hvor programmet ligger: under Settings → Secrets and variables →\n"
        "Actions → Variables lager du SAMLING, med eieren og navnet: EIER/NAVN. Med variabelen\n"
        "PUBLISH satt til true blir det som er på main, publisert med GitHub Pages.",
        "\nOn GitHub, say where the program lies: under Settings → Secrets and variables →\n"
        "Actions → Variables make SAMLING, with its owner and name: OWNER/NAME. With the\n"
        "variable PUBLISH set to true, what is on main is published with GitHub Pages."));
}

static void tell_next(struct arena *arena, struct str folder, struct str shown)
{
    bool here = str_eq(folder, STR("."));
    struct str where = here ? STR("") : STR_JOIN(arena, STR(" -C "), quoted(arena, folder));
    struct str prefix = here ? STR("") : shown;
    printf(
        SAID("\nSkriv så:\n\n"
             "  samling serve%.*s\n\n"
             "og åpne http://localhost:8000/ i nettleseren. Endre filene i %.*scontent/, så "
             "skifter\n"
             "siden når du lagrer, og det som må rettes, står foran den. «samling help schema» "
             "viser\n"
             "alt som kan stå i filene, og «samling build%.*s» lager nettstedet ferdig, i\n"
             "%.*spublic/.\n",
             "\nNow type:\n\n"
             "  samling serve%.*s\n\n"
             "and open http://localhost:8000/ in a browser. Change the files in %.*scontent/: the\n"
             "page follows when you save, and what must be mended stands before it. “samling help\n"
             "schema” tells all that can stand in the files, and “samling build%.*s” makes the\n"
             "site to publish, in %.*spublic/.\n"),
        STR_ARG(where), STR_ARG(prefix), STR_ARG(where), STR_ARG(prefix));
}

/* Returns the folder without slashes at its end. */
static struct str bare_folder(struct str folder)
{
    while (folder.len > 1 && str_ends(folder, STR("/")))
        folder.len--;
    if (folder.len == 0)
        die(SAID("MAPPE er tom; skriv navnet på en mappe",
                 "FOLDER is empty; write the name of a folder"));
    return folder;
}

int cmd_init(int argc, char **argv)
{
    struct arena arena;
    struct init_options options = {.language = said_language() == DIAG_NB ? STR("nb") : STR("en")};
    if (read_init_options(argc, argv, &options))
        return EXIT_FINE;
    arena_init(&arena);
    struct start start = {.arena = &arena};
    options.folder = bare_folder(options.folder);
    bool there = has_collection(&arena, &options);
    add_files(&start, &options, there);
    if (start.len)
        start_put(&start, options.folder);
    bool whole = !options.forge || put_forge(&start, options.folder);
    struct str shown = init_shown(&arena, options.folder);
    if (start.len)
        tell_made(&start, shown);
    if (options.forge && whole)
        tell_forge();
    if (whole)
        tell_next(&arena, options.folder, shown);
    arena_release(&arena);
    return whole ? EXIT_FINE : EXIT_FINDINGS;
}
