#include "serve/answers.h"

#include "base/embedded.h"
#include "base/said.h"
#include "serve/media.h"

void answers_init(struct answers *answers, struct preview *preview)
{
    *answers = (struct answers){.preview = preview};
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
    buf_lit(&answers->made, "<script src=\"" OWN_FOLDER "/live.js\" defer></script>");
    buf_put(&answers->made, str_from(page, at));
    return buf_str(&answers->made);
}

static void give_page(struct answers *answers, unsigned status, const struct preview_page *page,
                      struct http_answer *answer)
{
    bool html = str_ends(page->output->path, STR(".html"));
    answer->status = status;
    answer->type = media_of(page->output->path);
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

static void give_script(struct answers *answers, struct http_answer *answer)
{
    (void)answers;
    answer->bytes = embedded_text(STR("live/live.js"));
}

static void give_style(struct answers *answers, struct http_answer *answer)
{
    (void)answers;
    answer->bytes = embedded_text(STR("live/live.css"));
}

static const struct {
    struct str path, type;
    void (*give)(struct answers *answers, struct http_answer *answer);
} own[] = {
    {STR_INIT(OWN_FOLDER "/live.js"), STR_INIT(".js"), give_script},
    {STR_INIT(OWN_FOLDER "/live.css"), STR_INIT(".css"), give_style},
};

static bool give_own(struct answers *answers, struct str path, struct http_answer *answer)
{
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (!str_eq(path, own[i].path))
            continue;
        answer->status = 200;
        answer->type = media_of(own[i].type);
        own[i].give(answers, answer);
        return true;
    }
    return false;
}

/* There is no whole site yet. The script shows what is wrong, and the page when it is mended. */
static void give_nothing_yet(struct http_answer *answer)
{
    answer->status = 503;
    answer->type = media_of(STR(".html"));
    answer->policy = STR("default-src 'none'; script-src 'self'; style-src 'self'; connect-src "
                         "'self'; base-uri 'none'; frame-ancestors 'none'");
    answer->bytes = str_of(
        SAID("<!DOCTYPE html>\n<html lang=\"nb\"><head><meta charset=\"utf-8\">"
             "<title>Ingen side ennå</title><script src=\"" OWN_FOLDER
             "/live.js\" defer></script></head><body><h1>Ingen side ennå</h1>"
             "<p>Nettstedet kan ikke vises før feilene er rettet.</p></body></html>\n",
             "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
             "<title>No page yet</title><script src=\"" OWN_FOLDER
             "/live.js\" defer></script></head><body><h1>No page yet</h1>"
             "<p>The site cannot be shown until its errors are mended.</p></body></html>\n"));
}

void answers_give(void *context, struct str path, struct http_answer *answer)
{
    struct answers *answers = context;
    struct preview_page page;
    struct str location;
    if (str_starts(path, STR(OWN_FOLDER))) {
        give_own(answers, path, answer);
    } else if (!answers->preview->shown) {
        give_nothing_yet(answer);
    } else if (answers_find(answers, path, &page, &location)) {
        give_page(answers, 200, &page, answer);
    } else if (location.len) {
        answer->status = 308;
        answer->location = location;
    } else if (preview_find_missing(answers->preview, &page)) {
        give_page(answers, 404, &page, answer);
    }
}
