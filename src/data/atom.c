#include "data/feed.h"

#include "base/xml_put.h"

void atom_add(struct plan *plan)
{
    feed_add(plan, STR(FEED_ATOM));
}

static void atom_line(struct buf *out, const char *name, struct str text)
{
    if (text.len == 0)
        return;
    xml_put_element(out, name, text);
    buf_byte(out, '\n');
}

static void atom_link(struct buf *out, const char *rel, const char *type, struct str address)
{
    if (address.len == 0)
        return;
    buf_format(out, "<link rel=\"%s\"", rel);
    xml_put_attribute(out, "type", str_of(type));
    xml_put_attribute(out, "href", address);
    buf_lit(out, "/>\n");
}

static void atom_author(struct buf *out, struct str name)
{
    buf_lit(out, "<author>");
    xml_put_element(out, "name", name);
    buf_lit(out, "</author>\n");
}

/* The generator has no version: what is published changes with what it says, not with us. */
static void atom_head(struct buf *out, const struct feed *feed)
{
    atom_line(out, "title", feed->title);
    atom_line(out, "subtitle", feed->summary);
    atom_line(out, "id", feed->address);
    atom_link(out, "self", "application/atom+xml", feed->address);
    atom_link(out, "alternate", "text/html", feed->page);
    atom_link(out, "license", NULL, feed->rights_address); /* RFC 4946 */
    atom_line(out, "updated", feed->updated);
    atom_author(out, feed->author);
    atom_line(out, "rights", feed->rights);
    atom_line(out, "icon", feed->icon);
    atom_line(out, "generator", STR("samling"));
}

static void atom_category(struct buf *out, const struct feed *feed, const struct feed_item *item,
                          const struct term *term)
{
    buf_lit(out, "<category");
    xml_put_attribute(out, "term", term->id);
    xml_put_attribute(out, "scheme", feed->topics_page);
    xml_put_attribute(out, "label", label_text(term->label, item->language));
    buf_lit(out, "/>\n");
}

static void atom_entry(struct buf *out, const struct feed *feed, const struct feed_item *item)
{
    buf_lit(out, "<entry");
    if (!str_eq(item->language, feed->language))
        xml_put_attribute(out, "xml:lang", item->language);
    buf_lit(out, ">\n");
    atom_line(out, "title", item->title);
    atom_line(out, "id", item->id);
    atom_link(out, "alternate", "text/html", item->address);
    atom_line(out, "updated", item->time);
    atom_line(out, "summary", item->text);
    for (size_t i = 0; item->topics && i < item->topics->len; i++)
        atom_category(out, feed, item, item->topics->items[i]);
    buf_lit(out, "</entry>\n");
}

void atom_put(struct buf *out, const struct output *output, const struct view *view,
              struct arena *scratch)
{
    struct feed *feed = arena_new(scratch, struct feed);
    feed_make(feed, output, view, scratch);
    buf_lit(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    xml_put_attribute(out, "xml:lang", feed->language);
    buf_lit(out, ">\n");
    atom_head(out, feed);
    for (size_t i = 0; i < feed->len; i++)
        atom_entry(out, feed, &feed->items[i]);
    buf_lit(out, "</feed>\n");
}
