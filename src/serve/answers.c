#include "serve/answers.h"

#include "base/said.h"
#include "collection/fields.h"
#include "pages/editor.h"
#include "serve/editor_link.h"
#include "serve/findings.h"
#include "serve/live.h"
#include "base/media.h"

void answers_init(struct answers *answers, struct preview *preview,
                  const struct answers_asked *asked)
{
    *answers = (struct answers){.preview = preview, .asked = *asked};
    arena_init(&answers->scratch);
}

void answers_release(struct answers *answers)
{
    buf_release(&answers->made);
    arena_release(&answers->scratch);
}

/* ---- pages ---- */

/* What a page may do is said in the page itself; here stands what cannot be said there. */
static const struct str page_policy =
    STR_INIT("base-uri 'none'; object-src 'none'; frame-ancestors 'none'");

/* Puts a page with the script before the end of its head. What has no head is not shown as a page.
 */
static struct str with_script(struct answers *answers, struct str page)
{
    static const struct str end = STR_INIT("</head>");
    size_t at = str_find(page, end);
    if (at == SIZE_MAX)
        return page;
    buf_clear(&answers->made);
    buf_put(&answers->made, str_slice(page, 0, at));
    buf_lit(&answers->made, LIVE_SCRIPT);
    buf_put(&answers->made, str_from(page, at));
    return buf_str(&answers->made);
}

/* An edition that is a page runs no script but those that are in it, and has been taken along. */
static void give_page(struct answers *answers, unsigned status, const struct preview_page *page,
                      struct http_answer *answer)
{
    const struct output *output = page->output;
    bool html = str_ends(output->path, STR(".html")) && !output->family->edition;
    answer->status = status;
    answer->type = media_of(output->path);
    answer->bytes = html ? with_script(answers, page->bytes) : page->bytes;
    answer->policy = page_policy;
}

static bool find_with(struct answers *answers, struct str path, struct str ending,
                      struct preview_page *page)
{
    return preview_find(answers->preview, STR_JOIN(&answers->scratch, path, ending), page);
}

bool answers_find(struct answers *answers, struct str path, struct preview_page *page,
                  struct str *location)
{
    struct str name = str_from(path, 1);
    *location = (struct str){0};
    arena_reset(&answers->scratch);
    if (name.len == 0 || str_ends(name, STR("/")))
        return find_with(answers, name, STR("index.html"), page);
    if (preview_find(answers->preview, name, page) || find_with(answers, name, STR(".html"), page))
        return true;
    if (find_with(answers, name, STR("/index.html"), page))
        *location = STR_JOIN(&answers->scratch, path, STR("/"));
    return false;
}

/* ---- what is the preview's own ---- */

/* Returns the template of the writer's editor: the option's, or else that of the settings. */
static struct str editor_of(const struct answers *answers)
{
    struct str template = {0};
    const struct value *settings = answers->preview->now->collection.settings.fields;
    if (!editor_template(answers->asked.editor, &template))
        editor_template(value_get_str(settings, STR("editor")), &template);
    return template;
}

/* A file of src/live/. A worker has the policy that its script came with. */
static bool give_live(struct answers *answers, struct str name, struct http_answer *answer)
{
    (void)answers;
    answer->bytes = live_file(name);
    answer->type = media_of(name);
    answer->policy = STR("default-src 'none'; connect-src 'self'");
    return answer->bytes.ptr != NULL;
}

static bool give_findings(struct answers *answers, struct str name, struct http_answer *answer)
{
    struct findings_view view = {.language = said_language(),
                                 .edition = answers->preview->edition,
                                 .folder = answers->asked.folder,
                                 .editor = editor_of(answers)};
    (void)name;
    buf_clear(&answers->made);
    findings_put_json(&answers->made, &answers->preview->now->diags, &view);
    answer->type = media_of(STR(".json"));
    answer->bytes = buf_str(&answers->made);
    return true;
}

/* An editor_inputs.put_link whose context is a struct answers. */
static void put_editor_link(void *context, struct buf *out, struct str path, size_t line)
{
    const struct answers *answers = context;
    struct place place = {.line = line ? line : 1, .column = 1};
    editor_link_put_within(out, editor_of(answers), answers->asked.folder, path, place);
}

/*
 * The editor's page is about all that can be found, which takes a site read for it: with the advice
 * that nobody is told while writing.
 */
static bool give_editor_page(struct answers *answers, struct str name, struct http_answer *answer)
{
    struct site site;
    (void)name;
    preview_read_advised(answers->preview, &site, answers->asked.today);
    struct editor_inputs inputs = {.collection = &site.collection,
                                   .plan = site.readable ? &site.plan : NULL,
                                   .news = site.whole ? site.renderer.view.news : NULL,
                                   .diags = &site.diags,
                                   .today = answers->asked.today,
                                   .in_preview = true,
                                   .put_link = editor_of(answers).len ? put_editor_link : NULL,
                                   .context = answers};
    buf_clear(&answers->made);
    editor_put(&answers->made, &inputs, &answers->scratch);
    site_close(&site);
    answer->type = media_of(STR(".html"));
    answer->policy = editor_policy(&answers->scratch, true);
    answer->bytes = with_script(answers, buf_take(&answers->made, &answers->scratch));
    return true;
}

static const struct {
    struct str path; /* a folder, if it ends with a slash: then `name` is what lies there */
    bool (*give)(struct answers *answers, struct str name, struct http_answer *answer);
} own[] = {
    {STR_INIT(OWN_FOLDER), give_editor_page},
    {STR_INIT(OWN_FOLDER "/findings.json"), give_findings},
    {STR_INIT(OWN_FOLDER "/"), give_live},
};

static void give_own(struct answers *answers, struct str path, struct http_answer *answer)
{
    arena_reset(&answers->scratch);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        bool folder = str_ends(own[i].path, STR("/"));
        if (!(folder ? str_starts(path, own[i].path) : str_eq(path, own[i].path)))
            continue;
        struct http_answer given = *answer;
        given.status = 200;
        if (own[i].give(answers, str_from(path, own[i].path.len), &given))
            *answer = given;
        return;
    }
}

/* There is no whole site yet. The script shows what is wrong, and the page when it is mended. */
static void give_nothing_yet(struct answers *answers, struct http_answer *answer)
{
    const char *title = SAID("Ingen side ennå", "No page yet");
    const char *why = SAID("Nettstedet kan ikke vises før feilene er rettet.",
                           "The site cannot be shown until its errors are mended.");
    buf_clear(&answers->made);
    buf_format(&answers->made,
               "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title>"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
               "<link rel=\"stylesheet\" href=\"" OWN_FOLDER "/nothing.css\">" LIVE_SCRIPT
               "</head><body><main><h1>%s</h1><p>%s</p></main></body></html>\n",
               said_language() == DIAG_NB ? "nb" : "en", title, title, why);
    answer->status = 503;
    answer->type = media_of(STR(".html"));
    answer->policy = STR("default-src 'none'; script-src 'self'; style-src 'self'; connect-src "
                         "'self'; base-uri 'none'; frame-ancestors 'none'");
    answer->bytes = buf_str(&answers->made);
}

void answers_give(void *context, struct str path, struct http_answer *answer)
{
    struct answers *answers = context;
    struct preview_page page;
    struct str location;
    if (str_eq(path, STR(OWN_FOLDER "/"))) {
        answer->status = 308;
        answer->location = STR(OWN_FOLDER);
    } else if (str_starts(path, STR(OWN_FOLDER))) {
        give_own(answers, path, answer);
    } else if (!answers->preview->shown) {
        give_nothing_yet(answers, answer);
    } else if (answers_find(answers, path, &page, &location)) {
        give_page(answers, 200, &page, answer);
    } else if (location.len) {
        answer->status = 308;
        answer->location = location;
    } else if (preview_find_missing(answers->preview, &page)) {
        give_page(answers, 404, &page, answer);
    }
}
