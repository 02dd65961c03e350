#include "pages/editor.h"

#include "base/embedded.h"
#include "base/hash.h"
#include "pages/editor_parts.h"

static const struct section {
    const char *id, *title[DIAG_LANGUAGES];
    size_t (*put)(struct editor_page *page);
    bool of_site; /* nothing is known of it where there is no plan */
} sections[] = {
    {"findings", {"Bør rettes", "To mend"}, editor_put_findings, false},
    {"coverage", {"Tomme kryss", "Empty crossings"}, editor_put_coverage, true},
    {"due", {"Bør ses gjennom", "Due for review"}, editor_put_due, true},
    {"ages", {"Uten dato", "Without a date"}, editor_put_ages, true},
    {"alike", {"Nesten like", "Nearly the same"}, editor_put_alike, true},
    {"languages", {"Språk", "Languages"}, editor_put_languages, true},
    {"fields", {"Felt ingen fyller ut", "Fields left empty"}, editor_put_fields, true},
    {"silenced", {"Unntak", "Exceptions"}, editor_put_silenced, false},
    {"addresses", {"Adresser som endres", "Addresses that change"}, editor_put_addresses, true},
    {"news", {"Nyheter som venter", "News that waits"}, editor_put_news, true},
};

enum { SECTIONS = sizeof sections / sizeof *sections };

struct str editor_policy(struct arena *arena, bool in_preview)
{
    struct str hash = hash_base64(arena, hash_of(embedded_text(STR("live/editor.css"))));
    struct str own = in_preview ? STR(" 'self'; script-src 'self'; connect-src 'self'")
                                : STR("; script-src 'none'");
    return STR_JOIN(arena, STR("default-src 'none'; style-src 'sha256-"), hash, STR("'"), own,
                    STR("; base-uri 'none'; form-action 'none'"));
}

/* What the page is about: the site's name, or the program's where there is none. */
static struct str page_name(struct editor_page *page)
{
    struct str name = settings_name(page->scratch, &page->inputs->collection->settings);
    return name.len ? name : STR("samling");
}

static void put_page_head(struct editor_page *page)
{
    struct str policy = editor_policy(page->scratch, page->inputs->in_preview);
    buf_format(page->out,
               "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"%.*s\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n"
               "<meta name=\"robots\" content=\"noindex\">\n<title>%s – ",
               SAID("nb", "en"), STR_ARG(policy), SAID("For redaktøren", "For the editor"));
    editor_text(page, page_name(page));
    buf_lit(page->out, "</title>\n<style>");
    buf_put(page->out, embedded_text(STR("live/editor.css")));
    buf_lit(page->out, "</style>\n</head>\n");
}

/* Appends «13 oppskrifter, sett 2026-11-27». */
static void put_summary(struct editor_page *page)
{
    struct date today = page->inputs->today;
    size_t count = page->inputs->collection->entries.len;
    buf_lit(page->out, "<p class=\"lead\">");
    if (page->inputs->plan) {
        buf_format(page->out, "%zu ", count);
        editor_noun(page, count);
    } else {
        buf_put(page->out,
                str_of(SAID("Samlingen lot seg ikke lese", "The collection could not be read")));
    }
    if (today.year)
        buf_format(
            page->out,
            SAID(", sett <time>%04d-%02d-%02d</time>", ", as of <time>%04d-%02d-%02d</time>"),
            today.year, today.month, today.day);
    buf_lit(page->out, ".</p>\n");
}

static bool is_put(const struct editor_page *page, const struct section *section)
{
    return page->inputs->plan || !section->of_site;
}

static void put_header(struct editor_page *page, const size_t *figures)
{
    buf_format(page->out,
               "<body>\n<a class=\"skip\" href=\"#main\">%s</a>\n<header>\n<p class=\"site\">",
               SAID("Gå til innholdet", "Go to the content"));
    editor_text_in(page, page_name(page), page->inputs->collection->settings.language);
    buf_format(page->out, "</p>\n<h1>%s</h1>\n", SAID("For redaktøren", "For the editor"));
    put_summary(page);
    buf_format(page->out, "<nav aria-label=\"%s\">\n<ul>\n",
               SAID("På denne siden", "On this page"));
    for (size_t i = 0; i < SECTIONS; i++)
        if (is_put(page, &sections[i]))
            buf_format(page->out, "<li><a href=\"#%s\"><b>%zu</b> %s</a></li>\n", sections[i].id,
                       figures[i], sections[i].title[page->language]);
    buf_lit(page->out, "</ul>\n</nav>\n</header>\n");
}

/* Appends the sections, and stores what each of them comes to. */
static void put_page_sections(struct editor_page *page, size_t *figures)
{
    for (size_t i = 0; i < SECTIONS; i++) {
        if (!is_put(page, &sections[i]))
            continue;
        buf_format(page->out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n",
                   sections[i].id, sections[i].id, sections[i].title[page->language]);
        figures[i] = sections[i].put(page);
        buf_lit(page->out, "</section>\n");
    }
}

void editor_put(struct buf *out, const struct editor_inputs *inputs, struct arena *scratch)
{
    struct buf main = BUF_INIT;
    struct editor_page page = {&main, scratch, inputs, said_language()};
    size_t figures[SECTIONS] = {0};
    put_page_sections(&page, figures);
    page.out = out;
    put_page_head(&page);
    put_header(&page, figures);
    buf_lit(out, "<main id=\"main\" tabindex=\"-1\">\n");
    buf_put(out, buf_str(&main));
    buf_lit(out, "</main>\n</body>\n</html>\n");
    buf_release(&main);
}
