#include "editions/moved.h"

#include "base/address.h"
#include "base/arena.h"
#include "base/base64.h"
#include "base/escape.h"
#include "base/media.h"
#include "editions/edition.h"
#include "plan/paths.h"

enum meaning {
    MEANS_NOTHING, /* it stays as it is */
    MEANS_IDS,     /* one or several */
    MEANS_LINK,
    MEANS_PICTURE,
    MEANS_OTHER_FILE, /* left out */
    MEANS_OF_LINK,    /* left out where the link leads nowhere (HTML 4.6.2) */
};

/* What does not stand here means nothing. */
static const struct {
    struct str name;
    enum meaning meaning;
} attributes[] = {
    {STR_INIT("id"), MEANS_IDS},
    {STR_INIT("for"), MEANS_IDS},
    {STR_INIT("list"), MEANS_IDS},
    {STR_INIT("form"), MEANS_IDS},
    {STR_INIT("headers"), MEANS_IDS},
    {STR_INIT("popovertarget"), MEANS_IDS},
    {STR_INIT("commandfor"), MEANS_IDS},
    {STR_INIT("aria-activedescendant"), MEANS_IDS},
    {STR_INIT("aria-controls"), MEANS_IDS},
    {STR_INIT("aria-describedby"), MEANS_IDS},
    {STR_INIT("aria-details"), MEANS_IDS},
    {STR_INIT("aria-errormessage"), MEANS_IDS},
    {STR_INIT("aria-flowto"), MEANS_IDS},
    {STR_INIT("aria-labelledby"), MEANS_IDS},
    {STR_INIT("aria-owns"), MEANS_IDS},
    {STR_INIT("href"), MEANS_LINK},
    {STR_INIT("xlink:href"), MEANS_LINK},
    {STR_INIT("src"), MEANS_PICTURE},
    {STR_INIT("srcset"), MEANS_OTHER_FILE},
    {STR_INIT("poster"), MEANS_OTHER_FILE},
    {STR_INIT("action"), MEANS_OTHER_FILE},
    {STR_INIT("formaction"), MEANS_OTHER_FILE},
    {STR_INIT("target"), MEANS_OF_LINK},
    {STR_INIT("download"), MEANS_OF_LINK},
    {STR_INIT("ping"), MEANS_OF_LINK},
    {STR_INIT("rel"), MEANS_OF_LINK},
    {STR_INIT("hreflang"), MEANS_OF_LINK},
    {STR_INIT("type"), MEANS_OF_LINK},
    {STR_INIT("referrerpolicy"), MEANS_OF_LINK},
};

static enum meaning meaning_of(struct str name)
{
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (str_eq(attributes[i].name, name))
            return attributes[i].meaning;
    return MEANS_NOTHING;
}

struct str moved_name(const struct output *output)
{
    return str_slice(output->path, 0, str_rfind_byte(output->path, '.'));
}

/* ---- ids ---- */

static void put_id(struct buf *out, const struct moved *moved, const struct output *page,
                   struct str name, struct str id)
{
    if (page != moved->pages->unprefixed) {
        buf_put(out, name);
        buf_byte(out, ':');
    }
    buf_put(out, id);
}

static void put_ids(struct buf *out, const struct moved *moved, struct str name, struct str ids)
{
    struct buf moved_ids = BUF_INIT;
    for (struct str rest = ids, id; str_cut(&rest, ' ', &id);) {
        if (id.len == 0)
            continue;
        if (moved_ids.len)
            buf_byte(&moved_ids, ' ');
        put_id(&moved_ids, moved, moved->output, moved->name, id);
    }
    html_put_attribute(out, name, buf_finish(&moved_ids, moved->scratch));
}

/* ---- links ---- */

static size_t number_of(const struct moved *moved, const struct output *output)
{
    return (size_t)(output - moved->pages->maker->view->plan->outputs.items);
}

/* Returns the output that an address on the page leads to, NULL for none of ours. */
static const struct output *output_at(const struct moved *moved, const struct address_parts *parts)
{
    if (parts->path.len == 0)
        return moved->output;
    struct str path = address_resolve(moved->scratch, moved->output->path, parts->path);
    return plan_find(moved->pages->maker->view->plan, path);
}

static void put_query(struct buf *out, const struct address_parts *parts)
{
    if (parts->query.len) {
        buf_byte(out, '?');
        buf_put(out, parts->query);
    }
}

/* Appends `?query#id` of a page that is in the file. */
static void put_place(struct buf *out, const struct moved *moved, const struct output *page,
                      const struct address_parts *parts)
{
    struct str name = page == moved->output ? moved->name : moved_name(page);
    put_query(out, parts);
    buf_byte(out, '#');
    if (parts->fragment.len)
        put_id(out, moved, page, name, parts->fragment);
    else
        buf_put(out, name);
}

/* Appends where a page is on the site, if that is known. */
static void put_living(struct buf *out, const struct moved *moved, const struct output *output,
                       const struct address_parts *parts)
{
    const struct collection *collection = moved->pages->maker->view->collection;
    struct str living = plan_address(moved->scratch, collection, output->path);
    if (living.len == 0)
        return;
    buf_put(out, living);
    put_query(out, parts);
    if (parts->fragment.len) {
        buf_byte(out, '#');
        buf_put(out, parts->fragment);
    }
}

/* Returns where a link leads from the file, "" for nowhere. */
static struct str link_of(const struct moved *moved, struct str written)
{
    struct buf plain = BUF_INIT, link = BUF_INIT, escaped = BUF_INIT;
    bool gap = false;
    html_put_text(&plain, written, &gap);
    struct str address = buf_finish(&plain, moved->scratch);
    struct address_parts parts = address_split(address);
    if (parts.scheme.len || parts.host.ptr)
        return written;
    const struct output *output = output_at(moved, &parts);
    if (output && (output == moved->output || moved->pages->held[number_of(moved, output)]))
        put_place(&link, moved, output, &parts);
    else if (output)
        put_living(&link, moved, output, &parts);
    escape_html(&escaped, buf_str(&link));
    buf_release(&link);
    return buf_finish(&escaped, moved->scratch);
}

/* ---- pictures ---- */

void moved_put_data(struct buf *out, const struct edition_maker *maker, const struct output *output,
                    struct arena *scratch)
{
    struct buf bytes = BUF_INIT;
    edition_render(maker, output, scratch, &bytes);
    buf_lit(out, "data:");
    buf_put(out, media_of(output->path));
    buf_lit(out, ";base64,");
    base64_put(out, (const uint8_t *)bytes.ptr, bytes.len);
    buf_release(&bytes);
}

void moved_put_picture(struct buf *out, const struct edition_maker *maker, size_t number,
                       struct arena *scratch)
{
    buf_format(out, "[" MOVED_PICTURE "=\"%zu\"]{content:url(", number);
    moved_put_data(out, maker, &maker->view->plan->outputs.items[number], scratch);
    buf_lit(out, ")}\n");
}

/* What stands where the style sheet has the picture: one of nothing. */
#define NO_PICTURE "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

static void put_picture(struct buf *out, const struct moved *moved, const struct html_token *token,
                        struct str name, struct str value)
{
    struct address_parts parts = address_split(value);
    const struct output *output = parts.scheme.len ? NULL : output_at(moved, &parts);
    struct str alt = html_attribute(token, STR("alt"));
    struct buf data = BUF_INIT;
    if (!output || output == moved->output)
        return;
    if (moved->shown && html_is(&token->name, STR("img")) && alt.ptr && alt.len == 0) {
        size_t number = number_of(moved, output);
        moved->shown[number] = true;
        html_put_attribute(out, name, STR(NO_PICTURE));
        buf_format(out, " " MOVED_PICTURE "=\"%zu\"", number);
        return;
    }
    moved_put_data(&data, moved->pages->maker, output, moved->scratch);
    html_put_attribute(out, name, buf_finish(&data, moved->scratch));
}

/* ---- tags ---- */

static bool is_link(const struct html_token *token)
{
    return html_is(&token->name, STR("a")) || html_is(&token->name, STR("area"));
}

bool moved_changes(const struct html_token *token)
{
    struct str rest = token->attributes, name, value;
    if (token->kind != HTML_START || token->name.len == 0)
        return false;
    while (html_next_attribute(&rest, &name, &value)) {
        enum meaning meaning = meaning_of(name);
        if (meaning != MEANS_NOTHING && meaning != MEANS_OF_LINK)
            return true;
    }
    return false;
}

void moved_put_tag(struct buf *out, const struct moved *moved, const struct html_token *token)
{
    struct str rest = token->attributes, name, value;
    struct str href = html_attribute(token, STR("href"));
    struct str link = is_link(token) && href.ptr ? link_of(moved, href) : (struct str){0};
    buf_byte(out, '<');
    buf_put(out, (struct str){token->name.text, token->name.len});
    while (html_next_attribute(&rest, &name, &value)) {
        enum meaning meaning = meaning_of(name);
        if (meaning == MEANS_LINK && is_link(token)) {
            if (link.len)
                html_put_attribute(out, name, link);
        } else if (meaning == MEANS_PICTURE || meaning == MEANS_LINK)
            put_picture(out, moved, token, name, value);
        else if (meaning == MEANS_IDS)
            put_ids(out, moved, name, value);
        else if (meaning == MEANS_NOTHING ||
                 (meaning == MEANS_OF_LINK && (link.len || !is_link(token))))
            html_put_attribute(out, name, value);
    }
    buf_put(out, str_ends(token->attributes, STR("/")) ? STR("/>") : STR(">"));
}

/* ---- pages ---- */

/* What is said of a page. */
struct said_of {
    struct str language, title;
};

static void put_page_start(struct buf *out, const struct moved *moved, const struct said_of *said)
{
    buf_lit(out, "<div class=\"page\" data-part=\"copy\"");
    html_put_attribute(out, STR("id"), moved->name);
    html_put_attribute(out, STR("data-title"), said->title);
    if (!str_eq(said->language, moved->pages->maker->output->language))
        html_put_attribute(out, STR("lang"), said->language);
    buf_byte(out, '>');
}

/* Reads up to <main>. False if there is none. */
static bool find_main(struct str *rest, struct html_token *token, struct said_of *said)
{
    while (html_next(rest, token)) {
        if (token->kind != HTML_START)
            continue;
        if (html_is(&token->name, STR("main")))
            return true;
        if (html_is(&token->name, STR("html")))
            said->language = html_attribute(token, STR("lang"));
        else if (html_is(&token->name, STR("title")) && html_next(rest, token))
            said->title = token->text;
    }
    return false;
}

void moved_put_page(struct buf *out, const struct moved *moved, struct str page)
{
    struct html_token token = {0};
    struct said_of said = {0};
    struct str rest = page;
    if (!find_main(&rest, &token, &said))
        return;
    put_page_start(out, moved, &said);
    const char *from = rest.ptr, *at = from; /* what stays is put when something else follows */
    for (; html_next(&rest, &token); at = rest.ptr) {
        if (token.kind == HTML_END && html_is(&token.name, STR("main")))
            break;
        if (!moved_changes(&token))
            continue;
        buf_put(out, (struct str){from, (size_t)(at - from)});
        moved_put_tag(out, moved, &token);
        from = rest.ptr;
    }
    buf_put(out, (struct str){from, (size_t)(at - from)});
    buf_lit(out, "</div>\n");
}
