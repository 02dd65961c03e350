#include "pages/book.h"

#include "pages/body.h"
#include "pages/inlined.h"
#include "pages/motif.h"
#include "pages/pages.h"
#include "pages/values.h"
#include "plan/paths.h"

const char book_shape[] =
    "lang text_lang title t{@texts} site{@site} living "
    "style{inline{@inlined}} "
    "cover{picture} "
    "front{count count_text} "
    "contents{front first index groups[folder{@term} entries[title path lang]] "
    "pages[title path lang] pages_any? facets[title path terms[@term]]} "
    "term{of{@term} facet of_folder? body:html "
    "entries[title path lang summary folder]} "
    "entry{@content motif tint turned? folder{@term}} "
    "page{summary body:html} "
    "facet{title path terms[@term]}";

static void add_page_link(struct page_maker *maker, struct value *list,
                          const struct chapter *chapter)
{
    struct value *map = value_map(maker->arena);
    struct str language = chapter->page->language;
    values_text(maker->arena, map, STR("title"), chapter->page->title);
    values_text(maker->arena, map, STR("path"), chapter->name);
    if (!str_eq(language, maker->tongue->language))
        values_text(maker->arena, map, STR("lang"), language);
    value_add(maker->arena, list, map);
}

static struct value *shared_term(const struct page_maker *maker, const struct term *term)
{
    size_t number = facet_number(&maker->view->collection->facets, term->facet);
    return maker->tongue->terms[number][term->number];
}

static void make_style(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    const struct plan_inputs *inputs = &maker->view->plan->inputs;
    (void)chapter;
    value_put(maker->arena, map, STR("inline"),
              inlined_values(maker->arena, inputs->assets, inputs->asset_count));
}

static void make_cover(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    (void)chapter;
    values_text(maker->arena, map, STR("picture"), STR(BOOK_COVER));
}

static void make_front(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    const struct collection *collection = maker->view->collection;
    (void)chapter;
    values_count(maker->arena, map, collection, maker->tongue->language, collection->entries.len);
}

static struct value *folder_group(struct page_maker *maker, const struct term *folder)
{
    struct arena *arena = maker->arena;
    struct value *group = value_map(arena), *entries = value_list(arena);
    for (size_t i = 0; i < folder->entries.len; i++) {
        struct value *entry = value_map(arena);
        view_link(arena, entry, maker->view->plan, maker->tongue, folder->entries.items[i]);
        value_add(arena, entries, entry);
    }
    value_put(arena, group, STR("folder"), shared_term(maker, folder));
    value_put(arena, group, STR("entries"), entries);
    return group;
}

/* Puts the terms of a facet, of which some may have no entries. */
static void make_facet(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    struct arena *arena = maker->arena;
    size_t number = facet_number(&maker->view->collection->facets, chapter->facet);
    const struct value *facet = maker->tongue->facets[number];
    values_text(arena, map, STR("title"), value_get_str(facet, STR("title")));
    values_text(arena, map, STR("path"), chapter->name);
    value_put(arena, map, STR("terms"), value_get(facet, STR("terms")));
}

static void make_contents(struct page_maker *maker, struct value *map,
                          const struct chapter *contents)
{
    const struct book *book = contents->book;
    const struct facet *folders = collection_folders(maker->view->collection);
    struct arena *arena = maker->arena;
    struct value *groups = value_list(arena), *pages = value_list(arena),
                 *facets = value_list(arena);
    struct str first[CHAPTER_KINDS] = {{0}};
    for (size_t i = 0; i < folders->terms.len; i++)
        if (folders->terms.items[i]->entries.len)
            value_add(arena, groups, folder_group(maker, folders->terms.items[i]));
    for (size_t i = 0; i < book->chapters.len; i++) {
        const struct chapter *chapter = &book->chapters.items[i];
        if (!first[chapter->kind].len)
            first[chapter->kind] = chapter->name;
        if (chapter->kind == CHAPTER_PAGE)
            add_page_link(maker, pages, chapter);
        if (chapter->kind == CHAPTER_FACET) {
            struct value *facet = value_map(arena);
            make_facet(maker, facet, chapter);
            value_add(arena, facets, facet);
        }
    }
    values_text(arena, map, STR("front"), first[CHAPTER_FRONT]);
    values_text(arena, map, STR("first"), first[CHAPTER_ENTRY]);
    values_text(arena, map, STR("index"), first[CHAPTER_FACET]);
    value_put(arena, map, STR("groups"), groups);
    values_list(arena, map, STR("pages"), pages);
    value_put(arena, map, STR("facets"), facets);
}

static struct value *term_entries(struct page_maker *maker, const struct term *term)
{
    struct arena *arena = maker->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < term->entries.len; i++) {
        const struct entry *entry = term->entries.items[i];
        struct value *map = value_map(arena);
        view_link(arena, map, maker->view->plan, maker->tongue, entry);
        values_text(arena, map, STR("summary"), entry->summary);
        values_text(arena, map, STR("folder"),
                    label_text(entry->folder->label, maker->tongue->language));
        value_add(arena, list, map);
    }
    return list;
}

static struct value *body_of(struct page_maker *maker, const struct document *document)
{
    return body_elsewhere(maker->arena, maker->view->plan, maker->view->places, document);
}

static void make_term(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    const struct term *term = chapter->term;
    const struct facet *facet = term->facet;
    struct arena *arena = maker->arena;
    value_put(arena, map, STR("of"), shared_term(maker, term));
    values_text(arena, map, STR("facet"), label_noun(facet->names, maker->tongue->language, 1));
    value_put(arena, map, STR("of_folder"), value_bool(facet->of_folder));
    value_put(arena, map, STR("entries"), term_entries(maker, term));
    if (term->document)
        value_put(arena, map, STR("body"), body_of(maker, term->document));
}

static void make_entry(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    const struct entry *entry = chapter->entry;
    page_put_content(maker, map, entry);
    value_put(maker->arena, map, STR("body"), body_of(maker, entry->document));
    value_put(maker->arena, map, STR("folder"), shared_term(maker, entry->folder));
    motif_put_names(maker->arena, map, maker->view->plan,
                    entry_shelf(maker->view->collection, entry));
}

static void make_page(struct page_maker *maker, struct value *map, const struct chapter *chapter)
{
    values_text(maker->arena, map, STR("summary"), chapter->page->summary);
    value_put(maker->arena, map, STR("body"), body_of(maker, chapter->page->document));
}

/*
 * The rows. A chapter is called by a word of the theme, or like the page that it stands for.
 */
static const struct chapter_row {
    struct str name; /* of the map that the template is given */
    struct str word;
    void (*make)(struct page_maker *maker, struct value *map, const struct chapter *chapter);
} rows[CHAPTER_KINDS] = {
    [CHAPTER_COVER] = {STR_INIT("cover"), STR_INIT("book_cover"), make_cover},
    [CHAPTER_FRONT] = {STR_INIT("front"), STR_INIT("book_front"), make_front},
    [CHAPTER_CONTENTS] = {STR_INIT("contents"), STR_INIT("contents"), make_contents},
    [CHAPTER_TERM] = {STR_INIT("term"), {0}, make_term},
    [CHAPTER_ENTRY] = {STR_INIT("entry"), {0}, make_entry},
    [CHAPTER_PAGE] = {STR_INIT("page"), {0}, make_page},
    [CHAPTER_FACET] = {STR_INIT("facet"), {0}, make_facet},
    [CHAPTER_STYLE] = {STR_INIT("style"), {0}, make_style},
};

static struct str chapter_title(const struct page_maker *maker, const struct chapter *chapter)
{
    struct str language = maker->tongue->language;
    switch (chapter->kind) {
    case CHAPTER_TERM: return label_text(chapter->term->label, language);
    case CHAPTER_ENTRY: return chapter->entry->title;
    case CHAPTER_PAGE: return chapter->page->title;
    case CHAPTER_FACET: return label_text(chapter->facet->title, language);
    default: break;
    }
    struct str word = rows[chapter->kind].word;
    return word.len ? page_word_or(maker, word, chapter->name) : (struct str){0};
}

/* Returns the path of the page that a chapter stands for, or that of the front page. */
static struct str site_path_of(const struct page_maker *maker, const struct chapter *chapter)
{
    const struct plan *plan = maker->view->plan;
    switch (chapter->kind) {
    case CHAPTER_TERM: return chapter->term->path;
    case CHAPTER_ENTRY: return plan_page_of(plan, chapter->entry->document);
    case CHAPTER_PAGE: return plan_page_of(plan, chapter->page->document);
    case CHAPTER_FACET: return plan_facet_path(maker->arena, chapter->facet);
    default: return STR(HOME_PATH);
    }
}

static void put_around(struct page_maker *maker, const struct chapter *chapter)
{
    struct str path = site_path_of(maker, chapter);
    page_text(maker, STR("title"), chapter_title(maker, chapter));
    page_text(maker, STR("lang"), maker->tongue->language);
    if (!str_eq(maker->output->language, maker->tongue->language))
        page_text(maker, STR("text_lang"), maker->output->language);
    page_put(maker, STR("t"), maker->tongue->texts);
    page_put(maker, STR("site"), maker->tongue->site);
    if (path.len)
        page_text(maker, STR("living"), plan_address(maker->arena, maker->view->collection, path));
}

void book_make(struct page_maker *maker)
{
    const struct chapter *chapter = maker->output->subject;
    const struct chapter_row *row = &rows[chapter->kind];
    struct value *map = value_map(maker->arena);
    maker->view = &chapter->book->view;
    maker->tongue = view_tongue(maker->view, maker->output->language);
    put_around(maker, chapter);
    row->make(maker, map, chapter);
    page_put(maker, row->name, map);
}
