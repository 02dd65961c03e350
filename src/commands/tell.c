#include "commands/tell.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/said.h"
#include "base/stages.h"
#include "base/visible.h"
#include "report/report.h"

bool tell_in_colour(void)
{
    const char *no_colour = getenv("NO_COLOR");
    return isatty(STDERR_FILENO) && !(no_colour && *no_colour);
}

void tell_findings(const struct diags *diags, enum severity least)
{
    struct report_look look = {
        .language = said_language(), .least = least, .colour = tell_in_colour()};
    struct buf text = BUF_INIT;
    report_put_text(&text, diags, &look);
    buf_write(&text, stderr);
    buf_release(&text);
}

/* Appends «13 oppskrifter», after a comma if it is not the first. */
static void put_noun(struct buf *out, size_t count, struct str noun)
{
    buf_format(out, "%s%zu ", out->len ? ", " : "", count);
    visible_put(out, noun);
}

struct str tell_summary(struct arena *arena, const struct collection *collection)
{
    struct str language = collection->settings.language;
    if (collection->facets.len == 0)
        return STR("");
    struct buf text = BUF_INIT;
    size_t count = collection->entries.len;
    struct str noun = label_noun(collection->kind.names, language, count);
    put_noun(&text, count, noun);
    for (size_t f = 0; f < collection->facets.len; f++) {
        const struct facet *facet = &collection->facets.items[f];
        noun = label_noun(facet->names, language, facet->terms.len);
        if (facet->index)
            put_noun(&text, facet->terms.len, noun);
    }
    return buf_finish(&text, arena);
}

/* Appends «1 advarsel» or «2 advarsler», after a comma if it is not the first. */
static void put_counted(struct buf *out, size_t count, const char *one, const char *many)
{
    buf_format(out, "%s%zu %s", out->len ? ", " : "", count, count == 1 ? one : many);
}

struct str tell_counts(struct arena *arena, const struct diags *diags, enum severity least)
{
    static const struct {
        enum severity severity;
        const char *one[DIAG_LANGUAGES], *many[DIAG_LANGUAGES];
    } rows[] = {
        {SEVERITY_ERROR, {"feil", "error"}, {"feil", "errors"}},
        {SEVERITY_WARNING, {"advarsel", "warning"}, {"advarsler", "warnings"}},
        {SEVERITY_ADVICE, {"råd", "piece of advice"}, {"råd", "pieces of advice"}},
    };
    enum diag_language language = said_language();
    struct buf text = BUF_INIT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].severity >= least)
            put_counted(&text, diag_count(diags, rows[i].severity), rows[i].one[language],
                        rows[i].many[language]);
    return buf_finish(&text, arena);
}

void tell_progress(void *context, size_t done, size_t all)
{
    struct progress *progress = context;
    long tenths = (long)((stages_clock() - progress->start) / 100);
    long last = atomic_load_explicit(&progress->shown, memory_order_relaxed);
    if (tenths < 10 || tenths <= last ||
        !atomic_compare_exchange_strong(&progress->shown, &last, tenths))
        return;
    fprintf(stderr, SAID("\r%zu av %zu filer", "\r%zu of %zu files"), done, all);
}

void tell_progress_ended(struct progress *progress)
{
    if (atomic_load(&progress->shown))
        fputs("\r\033[K", stderr);
}
