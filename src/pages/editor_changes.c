#include "pages/editor_parts.h"
#include "pages/news.h"
#include "plan/address_changes.h"

/* What readers and links will meet when this is published. */

static size_t count_kind(const struct address_changes *changes, enum address_change_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->len; i++)
        count += address_change_kind(&changes->items[i]) == kind;
    return count;
}

static void put_change(struct editor_page *page, const struct address_change *change)
{
    buf_lit(page->out, "<li>");
    if (change->from.len)
        editor_address(page, change->from);
    if (change->from.len && change->to.len)
        buf_lit(page->out, " → ");
    if (change->to.len)
        editor_address(page, change->to);
    buf_lit(page->out, "</li>\n");
}

static void put_changes_of(struct editor_page *page, const struct address_changes *changes,
                           enum address_change_kind kind, const char *heading)
{
    size_t count = count_kind(changes, kind), shown = 0;
    buf_format(page->out, "<h3>%s <span class=\"n\">%zu</span></h3>\n", heading, count);
    if (!count) {
        editor_nothing(page, SAID("Ingen.", "None."));
        return;
    }
    buf_lit(page->out, "<ul>\n");
    for (size_t i = 0; i < changes->len && shown < EDITOR_LISTED_MAX; i++)
        if (address_change_kind(&changes->items[i]) == kind) {
            put_change(page, &changes->items[i]);
            shown++;
        }
    buf_lit(page->out, "</ul>\n");
    editor_more(page, count - shown);
}

size_t editor_put_addresses(struct editor_page *page)
{
    const struct plan *plan = page->inputs->plan;
    struct address_changes changes = address_changes_of(page->scratch, plan);
    if (!plan->collection->published.there) {
        editor_nothing(page,
                       SAID("Samlingen har ikke <code>content/paths.txt</code>, listen over "
                            "adresser som skal virke. «samling build --accept-paths» lager den.",
                            "The collection has no <code>content/paths.txt</code>, the list of "
                            "addresses that are to work. “samling build --accept-paths” makes "
                            "it."));
        return 0;
    }
    if (diag_count(page->inputs->diags, SEVERITY_ERROR))
        buf_put(page->out,
                str_of(SAID("<p>Det er feil, og noen adresser kan mangle på grunn av dem.</p>\n",
                            "<p>There are errors, and because of them some addresses may be "
                            "missing.</p>\n")));
    put_changes_of(page, &changes, ADDRESS_COMES, SAID("Nye", "New"));
    put_changes_of(page, &changes, ADDRESS_MOVES, SAID("Flyttet", "Moved"));
    put_changes_of(page, &changes, ADDRESS_GOES, SAID("Borte", "Gone"));
    return changes.len;
}

static void put_news_item(struct editor_page *page, const struct news_item *item)
{
    static const char *const names[][DIAG_LANGUAGES] = {
        [NEWS_NEW] = {"Ny", "New"},
        [NEWS_CHANGED] = {"Endret", "Changed"},
        [NEWS_GONE] = {"Borte", "Gone"},
    };
    struct str language = page->inputs->collection->settings.language;
    buf_format(page->out, "<tr><td>%s</td><th scope=\"row\">", names[item->kind][page->language]);
    if (item->entry)
        editor_entry(page, item->entry);
    else
        editor_text_in(page, item->title, language);
    buf_lit(page->out, "</th><td>");
    editor_text_in(page, item->words, language);
    buf_lit(page->out, "</td></tr>\n");
}

/* Those without a date come first: they wait for the build that gives them one. */
static size_t count_waiting(const struct news *news)
{
    size_t count = 0;
    while (count < news->all.len && !news->all.items[count]->date.len)
        count++;
    return count;
}

size_t editor_put_news(struct editor_page *page)
{
    const struct news *news = page->inputs->news;
    if (!page->inputs->collection->kind.news.len) {
        editor_nothing(page, SAID("Samlingen har ingen side for nyheter.",
                                  "The collection has no page of news."));
        return 0;
    }
    if (!news) {
        editor_nothing(page, SAID("Ikke kjent før feilene er rettet.",
                                  "Not known until the errors are mended."));
        return 0;
    }
    size_t count = count_waiting(news);
    if (!count) {
        editor_nothing(page, SAID("Ingen.", "None."));
        return 0;
    }
    size_t shown = count < EDITOR_LISTED_MAX ? count : EDITOR_LISTED_MAX;
    editor_table(page, SAID("Blir fortalt når «samling build --accept-paths» har gitt dem en dato",
                            "Told when “samling build --accept-paths” has given them a date"));
    editor_column(page, SAID("Hva", "What"), EDITOR_TEXTS);
    editor_column(page, SAID("Tittel", "Title"), EDITOR_TEXTS);
    editor_column(page, SAID("Endring", "Change"), EDITOR_TEXTS);
    editor_rows(page);
    for (size_t i = 0; i < shown; i++)
        put_news_item(page, news->all.items[i]);
    editor_table_end(page);
    editor_more(page, count - shown);
    return count;
}
