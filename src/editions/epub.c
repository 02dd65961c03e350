#include "editions/epub.h"

#include "base/vec.h"
#include "editions/batch.h"
#include "editions/epub_package.h"
#include "pages/mark.h"
#include "plan/paths.h"

struct epub {
    struct batch batch;
    struct book book;
    struct epub_pictures pictures;
    struct str package;
    size_t next; /* the first file that has not been put */
};

/* What stands before the chapters, and between them and the pictures. */
enum { FILE_MIMETYPE, FILE_CONTAINER, FILE_PACKAGE, FILES_BEFORE, FILES_BETWEEN = 1 };

void epub_add(struct plan *plan)
{
    plan_add_download(plan, DOWNLOAD_EPUB);
}

/* ---- pictures ---- */

/* Notes the pictures that a text shows. */
static void note_shown(struct map *shown, const struct document *document)
{
    const struct markdown *body = &document->body;
    for (size_t i = 0; i < body->links.len; i++)
        if (body->links.items[i].kind == LINK_IMAGE)
            map_add(shown, body->links.items[i].path, shown);
}

static const struct document *document_of(const struct chapter *chapter)
{
    switch (chapter->kind) {
    case CHAPTER_TERM: return chapter->term->document;
    case CHAPTER_ENTRY: return chapter->entry->document;
    case CHAPTER_PAGE: return chapter->page->document;
    default: return NULL;
    }
}

static void take_shown(struct epub *epub, struct arena *arena)
{
    const struct plan *plan = epub->book.view.plan;
    const struct collection *collection = plan->collection;
    struct map shown;
    map_init(&shown, arena);
    for (size_t i = 0; i < epub->book.chapters.len; i++)
        if (document_of(&epub->book.chapters.items[i]))
            note_shown(&shown, document_of(&epub->book.chapters.items[i]));
    for (size_t i = 0; i < collection->attachments.len; i++) {
        const struct attachment *file = collection->attachments.items[i];
        if (!map_get(&shown, file->source.path))
            continue;
        struct str path = plan_attachment_path(arena, collection, file);
        epub->pictures.shown = true;
        epub->pictures.moving =
            epub->pictures.moving || str_ends(path, STR(".gif")) || str_ends(path, STR(".webp"));
        vec_push(arena, &epub->pictures, plan_find(plan, path));
    }
}

static void take_motifs(struct epub *epub, struct arena *arena)
{
    const struct plan *plan = epub->book.view.plan;
    const struct facet *shelf = collection_shelf(plan->collection);
    for (size_t i = 0; plan->motifs && i < shelf->terms.len; i++)
        if (shelf->terms.items[i]->entries.len)
            vec_push(arena, &epub->pictures, plan_find(plan, plan->motifs[i].path));
}

/* ---- the file ---- */

static void epub_begin(struct edition_maker *maker)
{
    struct arena *arena = maker->arena;
    struct epub *epub = arena_new(arena, struct epub);
    struct buf package = BUF_INIT;
    batch_init(&epub->batch, maker);
    book_init(&epub->book, arena, maker->view);
    take_shown(epub, arena);
    take_motifs(epub, arena);
    epub_package_put(&package, arena,
                     &(struct epub_package){&epub->book, maker->output, &epub->pictures});
    epub->package = buf_finish(&package, arena);
    maker->state = epub;
}

static struct str container(void)
{
    return STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\" "
               "version=\"1.0\">\n"
               "<rootfiles>\n"
               "<rootfile full-path=\"" EPUB_PACKAGE
               "\" media-type=\"application/oebps-package+xml\"/>\n"
               "</rootfiles>\n"
               "</container>\n");
}

/*
 * Returns the page that is made of all that a chapter is: that of its text, or one of none. NULL
 * for a text that has no page.
 */
static const struct output *page_like(const struct epub *epub, const struct document *document)
{
    const struct plan *plan = epub->book.view.plan;
    struct str path = document ? plan_page_of(plan, document) : STR(HOME_PATH);
    return path.ptr ? plan_find(plan, path) : NULL;
}

/* Returns a file that is no chapter, and no output. */
static struct batch_file own_file(const struct epub *epub, size_t number)
{
    switch (number) {
    case FILE_MIMETYPE:
        return (struct batch_file){
            .name = STR("mimetype"), .how = ARCHIVE_STORED, .bytes = STR("application/epub+zip")};
    case FILE_CONTAINER:
        return (struct batch_file){
            .name = STR("META-INF/container.xml"), .how = ARCHIVE_PACKED, .bytes = container()};
    case FILE_PACKAGE:
        return (struct batch_file){
            .name = STR(EPUB_PACKAGE), .how = ARCHIVE_PACKED, .bytes = epub->package};
    default:
        return (struct batch_file){.name = STR(EPUB_FOLDER BOOK_COVER),
                                   .how = ARCHIVE_STORED,
                                   .put = mark_put_cover,
                                   .name_before = STR(EPUB_FOLDER BOOK_COVER),
                                   .made_as = page_like(epub, NULL)};
    }
}

static struct batch_file chapter_file(const struct epub *epub, const struct edition_maker *maker,
                                      const struct chapter *chapter)
{
    struct output output = book_output(chapter, maker->output);
    struct str name = STR_JOIN(maker->arena, STR(EPUB_FOLDER), output.path);
    return (struct batch_file){.name = name,
                               .how = ARCHIVE_PACKED,
                               .output = output,
                               .name_before = name,
                               .made_as = page_like(epub, document_of(chapter))};
}

static struct batch_file picture_file(const struct edition_maker *maker,
                                      const struct output *picture)
{
    struct str name = STR_JOIN(maker->arena, STR(EPUB_FOLDER), picture->path);
    return (struct batch_file){
        .name = name, .how = ARCHIVE_PACKED, .output = *picture, .name_before = name};
}

/* Returns the file of a number: those before, the chapters, those between, the pictures. */
static struct batch_file epub_file(const struct epub *epub, const struct edition_maker *maker,
                                   size_t number)
{
    const struct book *book = &epub->book;
    size_t chapter = number - FILES_BEFORE, picture = chapter - book->chapters.len - FILES_BETWEEN;
    if (number >= FILES_BEFORE && chapter < book->chapters.len)
        return chapter_file(epub, maker, &book->chapters.items[chapter]);
    if (number >= FILES_BEFORE && chapter >= book->chapters.len + FILES_BETWEEN)
        return picture_file(maker, epub->pictures.items[picture]);
    return own_file(epub, number);
}

static size_t file_count(const struct epub *epub)
{
    return FILES_BEFORE + epub->book.chapters.len + FILES_BETWEEN + epub->pictures.len;
}

static size_t epub_jobs(struct edition_maker *maker, size_t part)
{
    struct epub *epub = maker->state;
    (void)part;
    while (epub->next < file_count(epub) && batch_has_room(&epub->batch)) {
        struct batch_file file = epub_file(epub, maker, epub->next++);
        batch_take(&epub->batch, &file);
    }
    return batch_jobs(&epub->batch);
}

static void epub_job(struct edition_maker *maker, size_t index, size_t worker)
{
    struct epub *epub = maker->state;
    batch_job(&epub->batch, index, worker);
}

static bool epub_put(struct edition_maker *maker, struct buf *out, size_t part)
{
    struct epub *epub = maker->state;
    bool more = epub->next < file_count(epub);
    (void)part;
    batch_put(&epub->batch, out);
    if (!more)
        batch_end(&epub->batch, out);
    return more;
}

static void epub_end(struct edition_maker *maker)
{
    struct epub *epub = maker->state;
    batch_release(&epub->batch);
}

const struct edition_kind epub_edition = {
    .begin = epub_begin, .jobs = epub_jobs, .job = epub_job, .put = epub_put, .end = epub_end};
