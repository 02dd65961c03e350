#include "editions/epub.h"

#include "base/vec.h"
#include "editions/batch.h"
#include "editions/edition.h"
#include "editions/epub_package.h"
#include "pages/mark.h"
#include "plan/paths.h"

struct epub {
    struct batch batch;
    struct book book;
    struct epub_pictures pictures;
    struct str package, cover;
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

static struct epub *epub_begin(const struct edition_maker *maker)
{
    struct arena *arena = maker->arena;
    struct epub *epub = arena_new(arena, struct epub);
    struct buf package = BUF_INIT, cover = BUF_INIT;
    batch_init(&epub->batch, maker);
    book_init(&epub->book, arena, maker->view);
    take_shown(epub, arena);
    take_motifs(epub, arena);
    mark_put_cover(&cover, maker->view->collection);
    epub->cover = buf_finish(&cover, arena);
    epub_package_put(&package, arena,
                     &(struct epub_package){&epub->book, maker->output, &epub->pictures});
    epub->package = buf_finish(&package, arena);
    return epub;
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

/* Returns a file that is known by its bytes, or one of no name. */
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
        return (struct batch_file){
            .name = STR(EPUB_FOLDER BOOK_COVER), .how = ARCHIVE_STORED, .bytes = epub->cover};
    }
}

static void take_output(struct epub *epub, const struct edition_maker *maker,
                        const struct output *output)
{
    struct str name = STR_JOIN(maker->arena, STR(EPUB_FOLDER), output->path);
    batch_take(&epub->batch,
               &(struct batch_file){
                   .name = name, .site_name = name, .how = ARCHIVE_PACKED, .output = *output});
}

/* Takes the file of a number: those before, the chapters, those between, the pictures. */
static void take_file(struct epub *epub, const struct edition_maker *maker, size_t number)
{
    const struct book *book = &epub->book;
    size_t chapter = number - FILES_BEFORE, picture = chapter - book->chapters.len - FILES_BETWEEN;
    if (number >= FILES_BEFORE && chapter < book->chapters.len) {
        struct output output = book_output(&book->chapters.items[chapter], maker->output);
        take_output(epub, maker, &output);
    } else if (number >= FILES_BEFORE && chapter >= book->chapters.len + FILES_BETWEEN) {
        take_output(epub, maker, epub->pictures.items[picture]);
    } else {
        struct batch_file file = own_file(epub, number);
        batch_take(&epub->batch, &file);
    }
}

bool epub_put(struct buf *out, struct edition_maker *maker, size_t part)
{
    struct epub *epub = part ? maker->state : epub_begin(maker);
    size_t count = FILES_BEFORE + epub->book.chapters.len + FILES_BETWEEN + epub->pictures.len;
    maker->state = epub;
    while (epub->next < count && batch_has_room(&epub->batch))
        take_file(epub, maker, epub->next++);
    batch_put(&epub->batch, maker, out);
    bool more = epub->next < count;
    if (!more)
        batch_end(&epub->batch, out);
    return more;
}
