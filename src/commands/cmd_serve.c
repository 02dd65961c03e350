#include <errno.h>
#include <poll.h>
#include <stdio.h>

#include "base/confine.h"
#include "base/die.h"
#include "base/fs_place.h"
#include "base/stages.h"
#include "base/visible.h"
#include "base/workers.h"
#include "collection/theme_files.h"
#include "commands/base_url.h"
#include "commands/command.h"
#include "commands/tell.h"
#include "commands/today.h"
#include "serve/answers.h"
#include "serve/browser.h"
#include "serve/editor_link.h"
#include "serve/ending.h"
#include "serve/http.h"
#include "serve/watch.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling serve – viser nettstedet mens du skriver\n"
        "\n"
        "Bruk: samling serve [valg]\n"
        "\n"
        "Åpne http://localhost:8000/ i nettleseren. Når du lagrer en fil, skifter siden av seg\n"
        "selv. Er det feil i filen, ser du siden slik den var, med feilen foran. Nettstedet kan\n"
        "bare leses på denne maskinen, og ingenting blir skrevet til disken.\n"
        "\n"
        "http://localhost:8000/_samling viser samlingen under ett, for redaktøren.\n"
        "\n"
        "Det som bør rettes, er lenket til editoren som står i site.yaml, eller til den i\n"
        "--editor: " EDITOR_NAMES ", eller en adresse som\n"
        "«min-editor://open?file={file}&line={line}».\n"
        "\n"
        "Ctrl-C avslutter.",
    [DIAG_EN] =
        "samling serve – shows the site while you write\n"
        "\n"
        "Usage: samling serve [options]\n"
        "\n"
        "Open http://localhost:8000/ in a browser. When you save a file, the page changes by\n"
        "itself. If the file has an error, its page is shown as it was, with the error in front.\n"
        "The site can be read on this machine only, and nothing is written to the disk.\n"
        "\n"
        "http://localhost:8000/_samling shows the collection as a whole, for the editor.\n"
        "\n"
        "What should be mended is linked to the editor that site.yaml names, or to that of\n"
        "--editor: " EDITOR_NAMES ", or an address such as\n"
        "“myeditor://open?file={file}&line={line}”.\n"
        "\n"
        "Ctrl-C ends it.",
};

enum { PORT = 8000, PORT_MAX = 65535 };

static const size_t ANY_PORT = SIZE_MAX; /* none was asked for */

struct serve_options {
    struct str folder, base_url, once, editor;
    size_t port;
    bool drafts, open, sandbox;
};

static bool read_serve_options(int argc, char **argv, struct serve_options *options)
{
    const struct option_row rows[] = {
        OPTION_FOLDER(&options->folder),
        {"--port", "N", OPTION_NUMBER, &options->port,
         SAID("bruk denne porten (uten: 8000, eller den neste som er ledig)",
              "use this port (without: 8000, or the next one that is free)")},
        {"--open", NULL, OPTION_FLAG, &options->open, SAID("åpne nettleseren", "open the browser")},
        {"--editor", SAID("NAVN", "NAME"), OPTION_TEXT, &options->editor,
         SAID("åpne filene i denne editoren (uten: den i site.yaml)",
              "open files in this editor (without: that of site.yaml)")},
        {"--once", SAID("STI", "PATH"), OPTION_TEXT, &options->once,
         SAID("skriv bare ut den ene siden, slik den blir publisert",
              "only print that one page, as it will be published")},
        OPTION_BASE_URL(&options->base_url),
        {"--drafts", NULL, OPTION_FLAG, &options->drafts, SAID("ta med utkast", "include drafts")},
        OPTION_REQUIRE_SANDBOX(&options->sandbox),
    };
    return options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
}

struct serving {
    struct preview preview;
    struct answers answers;
    struct watch watch;
    struct http *http;
    int ending;
    bool told;      /* there are findings on the terminal */
    double changed; /* when the last change was seen to, on the clock of base/stages.h */
};

/* ---- what is said on the terminal ---- */

static void tell_state(struct serving *serving)
{
    struct arena arena;
    arena_init(&arena);
    const struct diags *diags = &serving->preview.now->diags;
    bool any = diag_count(diags, SEVERITY_ERROR) + diag_count(diags, SEVERITY_WARNING) > 0;
    tell_findings(diags, SEVERITY_WARNING);
    if (any || serving->told) {
        struct str counts = tell_counts(&arena, diags, SEVERITY_WARNING);
        fprintf(stderr, "%.*s\n", STR_ARG(counts));
    }
    serving->told = any;
    arena_release(&arena);
}

/* Says which files have changed, the first few by name, and how long it took to see to that. */
static void tell_change(const struct serving *serving, double took)
{
    enum { NAMED = 3 };
    struct arena arena;
    const struct seen_changes *changed = &serving->preview.changed;
    arena_init(&arena);
    for (size_t i = 0; i < changed->len && i < NAMED; i++) {
        struct str path = visible_text(&arena, changed->items[i].path);
        printf("%s%.*s", i ? ", " : SAID("Endret: ", "Changed: "), STR_ARG(path));
    }
    if (changed->len > NAMED)
        printf(SAID(" og %zu til", " and %zu more"), changed->len - NAMED);
    printf(", %.1f ms\n", took);
    fflush(stdout);
    arena_release(&arena);
}

/* The address stands by itself, where it is found again and can be marked with two clicks. */
static void tell_address(const struct serving *serving, const struct serve_options *options)
{
    unsigned port = http_port(serving->http);
    struct arena arena;
    arena_init(&arena);
    const struct site *shown = serving->preview.shown;
    struct str summary = shown ? tell_summary(&arena, &shown->collection) : (struct str){0};
    if (port != PORT && options->port == ANY_PORT)
        printf(SAID("Porten %d er opptatt.\n", "Port %d is in use.\n"), PORT);
    printf("http://localhost:%u/\n", port);
    if (shown)
        printf(SAID("Viser %.*s. ", "Showing %.*s. "), STR_ARG(summary));
    else
        printf("%s ", SAID("Ingenting kan vises før feilene er rettet.",
                           "Nothing can be shown until the errors are mended."));
    printf("%s\n", SAID("Ctrl-C avslutter.", "Ctrl-C ends it."));
    fflush(stdout);
    arena_release(&arena);
}

/* ---- what happens ---- */

static void tell_browsers(struct serving *serving)
{
    const struct diags *diags = &serving->preview.now->diags;
    struct buf data = BUF_INIT;
    buf_format(&data, "{\"edition\":%lu,\"errors\":%zu,\"warnings\":%zu}", serving->preview.edition,
               diag_count(diags, SEVERITY_ERROR), diag_count(diags, SEVERITY_WARNING));
    http_tell(serving->http, STR("change"), buf_str(&data));
    buf_release(&data);
}

static void look(struct serving *serving)
{
    double start = stages_clock();
    if (!preview_look(&serving->preview))
        return;
    tell_browsers(serving);
    serving->changed = stages_clock();
    tell_change(serving, serving->changed - start);
    tell_state(serving);
}

static void settle_site(struct serving *serving)
{
    if (!preview_settle(&serving->preview))
        return;
    tell_browsers(serving);
    tell_state(serving);
}

/* Of two numbers of milliseconds the smaller, where -1 is for ever. */
static int sooner(int a, int b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Returns how many milliseconds it is until what is owed is done, if nothing more changes; -1:
 * nothing is. */
static int settle_timeout(const struct serving *serving)
{
    enum { SETTLED = 400 };
    if (!serving->preview.owed)
        return -1;
    double left = serving->changed + SETTLED - stages_clock();
    return left > 0 ? (int)left + 1 : 0;
}

/*
 * Until somebody wants it to end. What is owed after a text has changed is done when no file has
 * changed for a while, and nobody is in the middle of asking for the page.
 */
static void serve_until_ended(struct serving *serving)
{
    struct pollfd fds[] = {{.fd = serving->ending, .events = POLLIN},
                           {.fd = watch_fd(&serving->watch), .events = POLLIN},
                           {.fd = http_fd(serving->http), .events = POLLIN}};
    while (!(fds[0].revents & POLLIN)) {
        int wait = sooner(watch_timeout(&serving->watch), http_timeout(serving->http));
        wait = sooner(wait, settle_timeout(serving));
        int ready = poll(fds, sizeof fds / sizeof *fds, wait);
        if (ready < 0 && errno != EINTR)
            die_errno(SAID("kan ikke vente på det som skjer", "cannot wait for what happens"));
        if (ready < 0)
            continue;
        bool calm = ready == 0 && watch_timeout(&serving->watch) < 0;
        if (watch_changed(&serving->watch))
            look(serving);
        else if (calm && settle_timeout(serving) == 0)
            settle_site(serving);
        http_run(serving->http, (uint64_t)stages_clock());
    }
}

static void watch_site(struct serving *serving)
{
    const struct site *place = &serving->preview.place;
    watch_open(&serving->watch, WATCH_CALM);
    watch_folder(&serving->watch, &place->root, STR(CONTENT_FOLDER));
    watch_folder(&serving->watch, &place->root, STR(THEME_FOLDER));
    if (place->theme_place.program.fd >= 0)
        watch_folder(&serving->watch, &place->theme_place.program, STR(THEME_FOLDER));
}

static void open_browser(struct browser *browser, unsigned port)
{
    char address[64];
    snprintf(address, sizeof address, "http://localhost:%u/", port);
    browser_open(browser, address);
}

static void serve_site(struct serving *serving, const struct serve_options *options,
                       const struct answers_asked *asked, struct browser *browser)
{
    watch_site(serving);
    preview_look(&serving->preview); /* what has changed before it was watched */
    answers_init(&serving->answers, &serving->preview, asked);
    http_start(serving->http, answers_give, &serving->answers);
    tell_browsers(serving);
    tell_address(serving, options);
    tell_state(serving);
    if (options->open)
        open_browser(browser, http_port(serving->http));
    serve_until_ended(serving);
    watch_close(&serving->watch);
    answers_release(&serving->answers);
}

/* Who begins where there is no collection has taken the wrong folder. */
static bool has_content(const struct site *place)
{
    enum fs_kind kind;
    return fs_kind_of(&place->root, STR(CONTENT_FOLDER), &kind) && kind == FS_FOLDER;
}

static int serve(struct serving *serving, const struct serve_options *options,
                 const struct answers_asked *asked, const struct site_options *how)
{
    struct browser browser = {.fd = -1};
    if (options->open)
        browser_prepare(&browser);
    serving->ending = ending_begin();
    bool any = options->port == ANY_PORT;
    serving->http = http_open(any ? PORT : (unsigned)options->port, !any);
    preview_open(&serving->preview, how);
    bool able = has_content(&serving->preview.place);
    if (able)
        serve_site(serving, options, asked, &browser);
    else
        tell_state(serving);
    browser_close(&browser);
    http_close(serving->http);
    preview_close(&serving->preview);
    ending_end();
    return able ? EXIT_FINE : EXIT_FINDINGS;
}

/* Prints one page, with the bytes that a build writes. */
static int print_once(struct serving *serving, const struct serve_options *options,
                      const struct site_options *how)
{
    struct preview_page page;
    struct str location, path = options->once;
    struct preview *preview = &serving->preview;
    preview_open(preview, how);
    answers_init(&serving->answers, preview, &(struct answers_asked){0});
    tell_findings(&preview->now->diags, SEVERITY_WARNING);
    if (!str_starts(path, STR("/")))
        path = STR_JOIN(&preview->place.arena, STR("/"), path);
    bool found = preview->now->whole && answers_find(&serving->answers, path, &page, &location);
    if (found)
        fwrite(page.bytes.ptr, 1, page.bytes.len, stdout);
    else if (preview->now->whole)
        fprintf(stderr,
                SAID("nettstedet har ingen side på %.*s\n", "the site has no page at %.*s\n"),
                STR_ARG(visible_text(&preview->place.arena, path)));
    answers_release(&serving->answers);
    preview_close(preview);
    return found ? EXIT_FINE : EXIT_FINDINGS;
}

/* Returns the path of a folder from the root of all files on. */
static struct str absolute(struct arena *arena, struct str folder)
{
    struct str within;
    if (!fs_path_within(arena, STR_JOIN(arena, folder, STR("/.")), STR("/"), &within))
        return folder;
    return STR_JOIN(arena, STR("/"), within);
}

int cmd_serve(int argc, char **argv)
{
    struct serve_options options = {.folder = STR("."), .port = ANY_PORT};
    if (read_serve_options(argc, argv, &options))
        return EXIT_FINE;
    if (options.port != ANY_PORT && (options.port < 1 || options.port > PORT_MAX))
        die(SAID("--port skal være fra 1 til %d", "--port must be from 1 to %d"), PORT_MAX);
    base_url_check(options.base_url);
    struct str template;
    if (options.editor.len && !editor_template(options.editor, &template))
        die(SAID("--editor skal være " EDITOR_NAMES ", eller en adresse med {file}",
                 "--editor must be " EDITOR_NAMES ", or an address with {file}"));
    struct arena arena;
    struct confine confine;
    arena_init(&arena);
    confine_begin(&confine, options.sandbox);
    struct answers_asked asked = {
        .folder = absolute(&arena, options.folder), .editor = options.editor, .today = today()};
    struct site_options how = {
        .folder = options.folder,
        .confine = &confine,
        .load = {.threads = workers_available(),
                 .drafts = options.drafts,
                 .base_url = options.base_url,
                 .again = true},
    };
    struct serving serving = {0};
    int status = options.once.len ? print_once(&serving, &options, &how)
                                  : serve(&serving, &options, &asked, &how);
    arena_release(&arena);
    return status;
}
