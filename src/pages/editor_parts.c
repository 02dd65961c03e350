#include "pages/editor_parts.h"

#include "base/escape.h"
#include "base/visible.h"

void editor_text(struct editor_page *page, struct str text)
{
    escape_html(page->out, visible_text(page->scratch, text));
}

/* The page is in bokmål or in English. */
static struct str page_language(const struct editor_page *page)
{
    return page->language == DIAG_NB ? STR("nb") : STR("en");
}

void editor_text_in(struct editor_page *page, struct str text, struct str language)
{
    bool other = language.len && !str_eq(language, page_language(page));
    buf_lit(page->out, "<bdi");
    if (other) {
        buf_lit(page->out, " lang=\"");
        editor_text(page, language);
        buf_byte(page->out, '"');
    }
    buf_byte(page->out, '>');
    editor_text(page, text);
    buf_lit(page->out, "</bdi>");
}

void editor_label(struct editor_page *page, const struct value *label)
{
    struct str language = page->inputs->collection->settings.language;
    struct str own = label_language(label, language);
    editor_text_in(page, label_text(label, language), own.len ? own : language);
}

void editor_noun(struct editor_page *page, size_t count)
{
    const struct collection *collection = page->inputs->collection;
    struct str language = collection->settings.language;
    editor_text_in(page, label_noun(collection->kind.names, language, count), language);
}

void editor_term(struct editor_page *page, const struct term *term, bool brief)
{
    struct str language = page->inputs->collection->settings.language;
    struct str name = label_text(term->label, language);
    if (brief && term->short_name.text.len)
        name = term->short_name.text;
    editor_text_in(page, name.len ? name : term->id, language);
}

void editor_entry(struct editor_page *page, const struct entry *entry)
{
    const struct plan *plan = page->inputs->plan;
    struct str path = plan ? plan_page_of(plan, entry->document) : (struct str){0};
    bool linked = page->inputs->in_preview && path.len;
    if (linked) {
        buf_lit(page->out, "<a href=\"/");
        editor_text(page, path);
        buf_lit(page->out, "\">");
    }
    editor_text_in(page, entry->title, entry->language);
    if (linked)
        buf_lit(page->out, "</a>");
}

void editor_address(struct editor_page *page, struct str path)
{
    buf_lit(page->out, "<code>");
    editor_text(page, path);
    buf_lit(page->out, "</code>");
}

static void begin_link(struct editor_page *page, struct str path, size_t line)
{
    struct buf link = BUF_INIT;
    page->inputs->put_link(page->inputs->context, &link, path, line);
    buf_lit(page->out, "<a href=\"");
    editor_text(page, buf_finish(&link, page->scratch));
    buf_lit(page->out, "\">");
}

void editor_place(struct editor_page *page, struct str path, size_t line)
{
    bool linked = page->inputs->put_link != NULL;
    if (linked)
        begin_link(page, path, line);
    buf_lit(page->out, "<code>");
    editor_text(page, path);
    if (line)
        buf_format(page->out, ":%zu", line);
    buf_put(page->out, linked ? STR("</code></a>") : STR("</code>"));
}

void editor_percent(struct editor_page *page, size_t part, size_t whole)
{
    size_t percent = whole ? (part * 100 + whole / 2) / whole : 0;
    buf_format(page->out, SAID("%zu\u00a0%%", "%zu%%"), percent);
}

void editor_nothing(struct editor_page *page, const char *sentence)
{
    buf_format(page->out, "<p class=\"none\">%s</p>\n", sentence);
}

void editor_more(struct editor_page *page, size_t count)
{
    if (count)
        buf_format(page->out, SAID("<p>… og %zu til.</p>\n", "<p>… and %zu more.</p>\n"), count);
}

void editor_table(struct editor_page *page, const char *caption)
{
    buf_format(page->out, "<table>\n<caption>%s</caption>\n<thead><tr>", caption);
}

void editor_column(struct editor_page *page, const char *heading, enum editor_column kind)
{
    buf_format(page->out, "<th scope=\"col\"%s>%s</th>",
               kind == EDITOR_NUMBERS ? " class=\"n\"" : "", heading);
}

void editor_rows(struct editor_page *page)
{
    buf_lit(page->out, "</tr></thead>\n<tbody>\n");
}

void editor_number(struct editor_page *page, size_t number)
{
    buf_format(page->out, "<td class=\"n\">%zu</td>", number);
}

void editor_table_end(struct editor_page *page)
{
    buf_lit(page->out, "</tbody>\n</table>\n");
}
