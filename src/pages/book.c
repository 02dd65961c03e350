#include "pages/book.h"

#include "base/buf.h"
#include "base/vec.h"
#include "plan/paths.h"

/* The name of a file is the path of the page, in one folder: slugs have no full stop. */
static struct str file_name(struct arena *arena, struct str path)
{
    struct buf name = BUF_INIT;
    const struct str html = STR(".html");
    for (size_t i = 0; i + html.len < path.len; i++)
        buf_byte(&name, path.ptr[i] == '/' ? '.' : path.ptr[i]);
    buf_lit(&name, ".xhtml");
    return buf_finish(&name, arena);
}

static void book_add_own(struct book *book, enum chapter_kind kind, struct str name)
{
    vec_push(book->view.arena, &book->chapters, ((struct chapter){.kind = kind, .name = name}));
}

/* Adds the chapter that stands for a page of the site. */
static void book_add(struct book *book, struct chapter chapter, struct str path)
{
    chapter.name = file_name(book->view.arena, path);
    places_add(&book->places, path, chapter.name);
    vec_push(book->view.arena, &book->chapters, chapter);
}

static void book_add_entry(struct book *book, const struct entry *entry)
{
    book_add(book,
             (struct chapter){.kind = CHAPTER_ENTRY, .language = entry->language, .entry = entry},
             plan_page_of(book->view.plan, entry->document));
}

static void book_add_term(struct book *book, const struct term *term)
{
    if (term->path.len)
        book_add(book, (struct chapter){.kind = CHAPTER_TERM, .term = term}, term->path);
}

static void book_add_folders(struct book *book)
{
    const struct facet *folders = collection_folders(book->view.collection);
    for (size_t i = 0; i < folders->terms.len; i++) {
        const struct term *folder = folders->terms.items[i];
        if (folder->entries.len == 0)
            continue;
        book_add_term(book, folder);
        for (size_t k = 0; k < folder->entries.len; k++)
            book_add_entry(book, folder->entries.items[k]);
    }
}

/* The form is to be filled in, and the page of the data leads to files: both are of the site. */
static bool is_in_book(const struct collection *collection, const struct text_page *page)
{
    struct str slug = page->document->slug;
    return !str_eq(slug, collection->kind.form) && !str_eq(slug, collection->kind.data);
}

static void book_add_pages(struct book *book)
{
    const struct collection *collection = book->view.collection;
    for (size_t i = 0; i < collection->pages.len && i < PAGES_MAX; i++) {
        const struct text_page *page = &collection->pages.items[i];
        if (is_in_book(collection, page))
            book_add(
                book,
                (struct chapter){.kind = CHAPTER_PAGE, .language = page->language, .page = page},
                plan_page_of(book->view.plan, page->document));
    }
}

/* Whether the book can be browsed by a facet: those of the front page, when entries have terms. */
static bool is_indexed(const struct facet *facet)
{
    bool used = false;
    for (size_t i = 0; facet && i < facet->terms.len; i++)
        used = used || facet->terms.items[i]->entries.len;
    return used && !facet->of_folder && facet->path.len;
}

static void book_add_facet(struct book *book, const struct facet *facet)
{
    book_add(book, (struct chapter){.kind = CHAPTER_FACET, .facet = facet},
             STR_JOIN(book->view.arena, facet->path, STR(".html")));
    for (size_t i = 0; i < facet->terms.len; i++)
        if (facet->terms.items[i]->entries.len)
            book_add_term(book, facet->terms.items[i]);
}

static void book_add_facets(struct book *book)
{
    const struct shown_list *home = &book->view.collection->kind.shown[SHOWN_HOME];
    for (size_t i = 0; i < home->len; i++)
        if (is_indexed(home->items[i].facet))
            book_add_facet(book, home->items[i].facet);
}

void book_init(struct book *book, struct arena *arena, const struct view *view)
{
    *book =
        (struct book){.view = {.arena = arena, .collection = view->collection, .plan = view->plan}};
    places_init(&book->places, arena, view->collection);
    book_add_own(book, CHAPTER_COVER, STR("_cover.xhtml"));
    book_add_own(book, CHAPTER_FRONT, STR("_title.xhtml"));
    book_add_own(book, CHAPTER_CONTENTS, STR(BOOK_CONTENTS));
    book_add_folders(book);
    book_add_pages(book);
    book_add_facets(book);
    book_add_own(book, CHAPTER_STYLE, STR(BOOK_STYLE));
    for (size_t i = 0; i < book->chapters.len; i++)
        book->chapters.items[i].book = book;
    view_init_elsewhere(&book->view, arena, view, &book->places);
}

struct output book_output(const struct chapter *chapter, const struct output *book)
{
    struct str language = chapter->language;
    return (struct output){.path = chapter->name,
                           .family = book->family,
                           .subject = chapter,
                           .language = language.len ? language : book->language,
                           .origin = book->origin};
}
