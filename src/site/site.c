#include "site/site.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "collection/load.h"
#include "commands/command.h"

double session_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void make_search(struct session *session, size_t threads)
{
    double start = session_clock();
    struct search_options options = {.threads = threads};
    search_make(&session->search, &session->arena, &session->collection, &options);
    session->search_took = session_clock() - start;
}

static void prepare(struct session *session, const struct session_options *options)
{
    struct collection *collection = &session->collection;
    struct diags *diags = &session->diags;
    session->readable = collection_load(collection, &session->root, &options->load, diags);
    if (!session->readable || options->content_only)
        return;
    theme_load(&session->theme, &session->arena, &session->root, collection->settings.language,
               diags);
    if (options->search && diag_count(diags, SEVERITY_ERROR) == 0) /* else nobody will render it */
        make_search(session, options->load.threads);
    plan_make(&session->plan, collection, session->theme.assets, session->theme.asset_count,
              &session->search, diags);
    session->whole = renderer_init(&session->renderer, &session->arena, &session->root,
                                   &session->plan, &session->theme, diags);
}

void session_open(struct session *session, const struct session_options *options)
{
    *session = (struct session){0};
    arena_init(&session->arena);
    diag_init(&session->diags);
    collection_init(&session->collection);
    plan_init(&session->plan);
    session->root = fs_root_open(&session->arena, options->folder);
    prepare(session, options);
    diag_sort(&session->diags);
    if (diag_count(&session->diags, SEVERITY_ERROR))
        session->whole = false;
}

void session_close(struct session *session)
{
    plan_release(&session->plan);
    collection_release(&session->collection);
    diag_release(&session->diags);
    fs_root_close(&session->root);
    arena_release(&session->arena);
}

void session_report(const struct session *session, enum severity least, enum diag_language language)
{
    const char *no_colour = getenv("NO_COLOR");
    struct diag_look look = {
        .language = language,
        .least = least,
        .colour = isatty(STDERR_FILENO) && !(no_colour && *no_colour),
    };
    diag_print(&session->diags, stderr, &look);
    if (least == SEVERITY_ADVICE)
        diag_print_silenced(&session->diags, stderr, &look);
}

struct str session_summary(struct session *session)
{
    const struct collection *collection = &session->collection;
    struct str language = collection->settings.language;
    if (collection->facets.len == 0)
        return STR("");
    struct buf text = BUF_INIT;
    size_t count = collection->entries.len;
    struct str noun = label_noun(collection->kind.names, language, count);
    buf_format(&text, "%zu %.*s", count, STR_ARG(noun));
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        noun = label_noun(facet->names, language, facet->terms.len);
        if (facet->index)
            buf_format(&text, ", %zu %.*s", facet->terms.len, STR_ARG(noun));
    }
    return buf_finish(&text, &session->arena);
}

/* «1 advarsel», «2 advarsler»; the Norwegian «feil» and «råd» are the same in both. */
static void put_counted(struct buf *out, size_t count, const char *one, const char *many)
{
    buf_format(out, "%s%zu %s", out->len ? ", " : "", count, count == 1 ? one : many);
}

struct str session_counts(struct session *session, enum severity least, enum diag_language language)
{
    static const struct {
        enum severity severity;
        const char *one[DIAG_LANGUAGES], *many[DIAG_LANGUAGES];
    } rows[] = {
        {SEVERITY_ERROR, {"feil", "error"}, {"feil", "errors"}},
        {SEVERITY_WARNING, {"advarsel", "warning"}, {"advarsler", "warnings"}},
        {SEVERITY_ADVICE, {"råd", "piece of advice"}, {"råd", "pieces of advice"}},
    };
    struct buf text = BUF_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].severity >= least)
            put_counted(&text, diag_count(&session->diags, rows[i].severity), rows[i].one[language],
                        rows[i].many[language]);
    return buf_finish(&text, &session->arena);
}
