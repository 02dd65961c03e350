#include "pages/view.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/escape.h"
#include "base/address.h"
#include "collection/fields.h"

void view_text(struct arena *arena, struct value *map, struct str name, struct str text)
{
    if (text.ptr)
        value_put(arena, map, name, value_text(arena, text));
}

/* `count`, and `count_text` with the noun: «3 tiltak». */
void view_count(struct arena *arena, struct value *map, const struct collection *collection,
                const struct tongue *tongue, size_t count)
{
    struct str noun = label_noun(collection->kind.names, tongue->language, count);
    value_put(arena, map, STR("count"), value_int(arena, (int64_t)count));
    view_text(arena, map, STR("count_text"), str_format(arena, "%zu %.*s", count, STR_ARG(noun)));
}

struct str view_any_name(struct arena *arena, struct str list)
{
    return STR_JOIN(arena, list, STR(DERIVED_ANY));
}

void view_any(struct arena *arena, struct value *map, struct str name, const struct value *list)
{
    value_put(arena, map, view_any_name(arena, name), value_bool(arena, list->list.len > 0));
}

/* «17. april 2024»; the months are the theme's words month_1 … month_12. */
static struct str date_text(struct arena *arena, struct str iso, const struct value *texts)
{
    struct date date;
    if (!date_parse(iso, &date))
        return iso;
    struct str year = str_format(arena, "%d", date.year);
    struct str key = str_format(arena, "month_%d", date.month);
    struct str month = value_get_str(texts, key);
    if (date.month == 0 || month.len == 0)
        return date.month == 0 ? year : iso;
    struct str text = STR_JOIN(arena, month, STR(" "), year);
    return date.day ? str_format(arena, "%d. %s", date.day, text.ptr) : text;
}

static struct value *date_value(struct arena *arena, struct str iso, const struct value *texts)
{
    struct value *map = value_map(arena);
    view_text(arena, map, STR("iso"), iso);
    view_text(arena, map, STR("text"), date_text(arena, iso, texts));
    return map;
}

struct str view_host_name(struct arena *arena, struct str address)
{
    return STR_JOIN(arena, address, STR(DERIVED_HOST));
}

struct str view_file_name(struct arena *arena, struct str address)
{
    return STR_JOIN(arena, address, STR(DERIVED_FILE));
}

/* What a reader wants to know of an address before following it. */
static void put_address(struct arena *arena, struct value *map, struct str name, struct str url)
{
    struct str file = address_file_type(arena, url);
    view_text(arena, map, view_host_name(arena, name), address_host(url));
    if (file.len)
        view_text(arena, map, view_file_name(arena, name), file);
}

struct value *view_fields(struct arena *arena, const struct schema *schema,
                          const struct value *value, const struct value *texts)
{
    if (schema->format == SCHEMA_DATE && value->kind == VALUE_TEXT)
        return date_value(arena, value->text, texts);
    if (value->kind == VALUE_LIST && schema->items) {
        struct value *list = value_list(arena);
        for (size_t i = 0; i < value->list.len; i++)
            value_add(arena, list, view_fields(arena, schema->items, value->list.items[i], texts));
        return list;
    }
    if (value->kind == VALUE_MAP) {
        struct value *map = value_map(arena);
        for (size_t i = 0; i < value->map.len; i++) {
            const struct member *member = &value->map.items[i];
            const struct schema_property *property = schema_property(schema, member->key);
            if (!property)
                continue;
            struct value *field = view_fields(arena, property->schema, member->value, texts);
            value_put(arena, map, member->key, field);
            if (field->kind == VALUE_LIST)
                view_any(arena, map, member->key, field);
            if (property->schema->format == SCHEMA_URI)
                put_address(arena, map, member->key, value_str(field));
        }
        return map;
    }
    struct value *copy = arena_new(arena, struct value);
    *copy = *value;
    return copy;
}

static size_t most_entries(const struct facet *facet)
{
    size_t most = 1;
    for (size_t i = 0; i < facet->terms.len; i++)
        if (facet->terms.items[i]->entries.len > most)
            most = facet->terms.items[i]->entries.len;
    return most;
}

/* In a picture the bar of the facet's largest term, which has `most` entries, is 100 long. */
static struct value *term_value(struct arena *arena, const struct view *view,
                                const struct tongue *tongue, const struct term *term, size_t most)
{
    struct value *map = value_map(arena);
    view_text(arena, map, STR("id"), term->id);
    view_text(arena, map, STR("name"), label_text(term->label, tongue->language));
    view_text(arena, map, STR("short"), term->short_name.text);
    view_text(arena, map, STR("summary"), term->summary);
    view_text(arena, map, STR("path"), plan_term_path(arena, term));
    view_count(arena, map, view->collection, tongue, term->entries.len);
    value_put(arena, map, STR("used"), value_bool(arena, term->entries.len > 0));
    value_put(arena, map, STR("bar"), value_int(arena, (int64_t)(term->entries.len * 100 / most)));
    return map;
}

static void make_terms(struct view *view, struct tongue *tongue)
{
    struct arena *arena = view->arena;
    const struct facet_list *facets = &view->collection->facets;
    tongue->terms = arena_items(arena, struct value **, facets->len);
    tongue->facets = arena_items(arena, struct value *, facets->len);
    struct value *by_field = value_map(arena), *browse = value_list(arena);
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        struct value *map = value_map(arena), *terms = value_list(arena);
        size_t most = most_entries(facet);
        tongue->terms[f] = arena_items(arena, struct value *, facet->terms.len);
        for (size_t i = 0; i < facet->terms.len; i++) {
            tongue->terms[f][i] = term_value(arena, view, tongue, facet->terms.items[i], most);
            value_add(arena, terms, tongue->terms[f][i]);
        }
        view_text(arena, map, STR("field"), facet->field);
        view_text(arena, map, STR("key"), facet->path);
        view_text(arena, map, STR("title"), label_text(facet->title, tongue->language));
        view_text(arena, map, STR("name"), label_noun(facet->names, tongue->language, 1));
        view_text(arena, map, STR("path"), plan_facet_path(arena, facet));
        value_put(arena, map, STR("terms"), terms);
        tongue->facets[f] = map;
        value_put(arena, by_field, facet->field, map);
        if (facet->path.len)
            value_add(arena, browse, map);
    }
    tongue->by_field = by_field;
    tongue->browse = browse;
}

/* The values of an entry's first terms in one facet. */
static struct value *terms_of(struct arena *arena, const struct tongue *tongue,
                              const struct entry *entry, size_t facet, size_t most)
{
    struct value *list = value_list(arena);
    for (size_t k = 0; k < entry->terms[facet].len && k < most; k++)
        value_add(arena, list, tongue->terms[facet][entry->terms[facet].items[k]->number]);
    return list;
}

void view_link(struct arena *arena, struct value *map, const struct plan *plan,
               const struct tongue *tongue, const struct entry *entry)
{
    view_text(arena, map, STR("title"), entry->title);
    view_text(arena, map, STR("path"), plan_page_of(plan, entry->document));
    if (!str_eq(entry->language, tongue->language))
        view_text(arena, map, STR("lang"), entry->language);
}

static struct value *card_value(const struct view *view, const struct tongue *tongue,
                                const struct entry *entry)
{
    struct arena *arena = view->arena;
    const struct facet_list *facets = &view->collection->facets;
    struct value *card = value_map(arena), *terms = value_map(arena);
    view_text(arena, card, STR("id"), entry->document->slug);
    view_text(arena, card, STR("summary"), entry->summary);
    view_link(arena, card, view->plan, tongue, entry);
    for (size_t f = 0; f < facets->len; f++)
        value_put(arena, terms, facets->items[f].field,
                  terms_of(arena, tongue, entry, f, SIZE_MAX));
    value_put(arena, card, STR("facets"), terms);
    const struct facet *main = collection_main(view->collection);
    if (main) {
        struct value *topics =
            terms_of(arena, tongue, entry, facet_number(facets, main), TOPICS_MAX);
        value_put(arena, card, STR("topics"), topics);
        view_any(arena, card, STR("topics"), topics);
    }
    return card;
}

static void make_tongue(struct view *view, struct tongue *tongue, const struct strings *strings)
{
    const struct settings *settings = &view->collection->settings;
    size_t count = view->collection->entries.len;
    tongue->language = strings->language;
    tongue->texts = strings->texts;
    tongue->site = view_fields(view->arena, settings->schema, settings->fields, strings->texts);
    make_terms(view, tongue);
    tongue->cards = arena_items(view->arena, struct value *, count);
    for (size_t i = 0; i < count; i++)
        tongue->cards[i] = card_value(view, tongue, view->collection->entries.items[i]);
}

struct str view_asset_name(struct arena *arena, struct str file)
{
    char *name = arena_text(arena, file.len);
    for (size_t i = 0; i < file.len; i++)
        name[i] = file.ptr[i] == '.' || file.ptr[i] == '-' ? '_' : file.ptr[i];
    return (struct str){name, file.len};
}

static const struct value *assets_value(struct arena *arena, const struct theme *theme)
{
    struct value *map = value_map(arena);
    for (size_t i = 0; i < theme->asset_count; i++)
        view_text(arena, map, view_asset_name(arena, theme->assets[i].name),
                  plan_asset_path(arena, &theme->assets[i]));
    return map;
}

static const struct value *pages_value(struct arena *arena, const struct plan *plan)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < plan->collection->pages.len; i++) {
        const struct page *page = &plan->collection->pages.items[i];
        struct value *item = value_map(arena);
        view_text(arena, item, STR("title"), page->title);
        view_text(arena, item, STR("path"), plan_page_of(plan, page->document));
        value_add(arena, list, item);
    }
    return list;
}

static bool is_spoken(const struct plan *plan, struct str language)
{
    if (str_eq(plan->collection->settings.language, language))
        return true;
    for (size_t i = 0; i < plan->outputs.len; i++)
        if (str_eq(plan->outputs.items[i].language, language))
            return true;
    return false;
}

void view_init(struct view *view, struct arena *arena, const struct plan *plan,
               const struct theme *theme)
{
    *view = (struct view){.arena = arena, .collection = plan->collection, .plan = plan};
    view->assets = assets_value(arena, theme);
    view->pages = pages_value(arena, plan);
    view->tongues = arena_items(arena, struct tongue, theme->language_count);
    for (size_t i = 0; i < theme->language_count; i++)
        if (is_spoken(plan, theme->languages[i].language))
            make_tongue(view, &view->tongues[view->tongue_count++], &theme->languages[i]);
}

const struct tongue *view_tongue(const struct view *view, struct str language)
{
    const struct tongue *own = NULL;
    for (size_t i = 0; i < view->tongue_count; i++) {
        if (str_eq(view->tongues[i].language, language))
            return &view->tongues[i];
        if (str_eq(view->tongues[i].language, view->collection->settings.language))
            own = &view->tongues[i];
    }
    return own;
}

struct value *view_cards(struct arena *arena, const struct tongue *tongue,
                         const struct entry *const *entries, size_t count)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < count; i++)
        value_add(arena, list, tongue->cards[entries[i]->number]);
    return list;
}

struct value *view_group(struct arena *arena, const struct tongue *tongue,
                         const struct term *folder)
{
    struct value *group = value_map(arena);
    view_text(arena, group, STR("id"), folder->id);
    view_text(arena, group, STR("name"), label_text(folder->label, tongue->language));
    view_text(arena, group, STR("path"), plan_term_path(arena, folder));
    return group;
}

struct value *view_groups(struct arena *arena, const struct collection *collection,
                          const struct tongue *tongue, const struct entry *const *entries,
                          size_t count)
{
    struct value *groups = value_list(arena);
    for (size_t i = 0, end; i < count; i = end) {
        const struct term *folder = entries[i]->folder;
        for (end = i; end < count && entries[end]->folder == folder;)
            end++;
        struct value *group = view_group(arena, tongue, folder);
        view_count(arena, group, collection, tongue, end - i);
        value_put(arena, group, STR("cards"), view_cards(arena, tongue, entries + i, end - i));
        value_add(arena, groups, group);
    }
    return groups;
}

struct link_context {
    const struct plan *plan;
    struct arena *arena;
    struct str root;
    const struct document *document;
};

/* Paths are of [a-z0-9./-] and anchors are slugs, but they are escaped like everything else. */
static void fill_link(struct buf *out, const struct body_link *link, const void *context)
{
    const struct link_context *page = context;
    const struct document *to = collection_document(page->plan->collection, link->path);
    if (link->kind == LINK_IMAGE) {
        escape_html(out, page->root);
        escape_html(out, plan_picture_path(page->arena, link->path));
        return;
    }
    if (to && to != page->document) {
        escape_html(out, page->root);
        escape_html(out, plan_page_of(page->plan, to));
    }
    if (link->anchor.len || to == page->document) {
        buf_byte(out, '#');
        escape_html(out, link->anchor);
    }
}

struct value *view_body(struct arena *arena, const struct plan *plan, struct str root,
                        const struct document *document)
{
    struct link_context context = {plan, arena, root, document};
    struct buf html = BUF_INIT;
    markdown_put(&html, &document->body, fill_link, &context);
    struct value *body = value_html(arena, buf_finish(&html, arena));
    return body;
}

/* Slugs hold no underscore, so no heading of one entry can have the anchor of another. */
struct str view_anchor(struct arena *arena, const struct document *document)
{
    return STR_JOIN(arena, document->slug, STR("_"));
}

static void fill_link_in_print(struct buf *out, const struct body_link *link, const void *context)
{
    const struct link_context *page = context;
    const struct document *to = collection_document(page->plan->collection, link->path);
    if (link->kind == LINK_IMAGE || !to || to->kind != DOCUMENT_ENTRY) {
        fill_link(out, link, context);
        return;
    }
    buf_byte(out, '#');
    escape_html(out, view_anchor(page->arena, to));
    escape_html(out, link->anchor);
}

struct value *view_body_in_print(struct arena *arena, const struct plan *plan,
                                 const struct entry *entry)
{
    enum { DEEPER = 2 }; /* below the headings of the folder and the entry */
    struct link_context context = {.plan = plan, .arena = arena, .root = STR("")};
    struct buf html = BUF_INIT;
    markdown_put_within(&html, &entry->document->body, fill_link_in_print, &context, DEEPER,
                        view_anchor(arena, entry->document));
    struct value *body = value_html(arena, buf_finish(&html, arena));
    return body;
}
