#include "search/documents.h"

#include "base/buf.h"
#include "base/vec.h"
#include "plan/paths.h"

static void add_entries(struct search_documents *documents, struct arena *arena)
{
    const struct collection *collection = documents->collection;
    for (size_t i = 0; i < collection->entries.len; i++) {
        const struct entry *entry = collection->entries.items[i];
        vec_push(arena, documents,
                 ((struct search_document){.title = entry->title,
                                           .summary = entry->summary,
                                           .language = entry->language,
                                           .body = &entry->document->body,
                                           .file = entry->document,
                                           .entry = entry}));
    }
}

static void add_text_pages(struct search_documents *documents, struct arena *arena)
{
    const struct collection *collection = documents->collection;
    for (size_t i = 0; i < collection->pages.len; i++) {
        const struct text_page *page = &collection->pages.items[i];
        vec_push(arena, documents,
                 ((struct search_document){.title = page->title,
                                           .summary = page->summary,
                                           .language = page->language,
                                           .body = &page->document->body,
                                           .file = page->document,
                                           .page = true,
                                           .path = plan_text_page_path(arena, page)}));
    }
}

static void add_list_page(struct search_documents *documents, struct arena *arena,
                          const struct facet *facet)
{
    struct str language = documents->collection->settings.language;
    struct str path = plan_facet_path(arena, facet);
    if (path.len)
        vec_push(arena, documents,
                 ((struct search_document){.title = label_text(facet->title, language),
                                           .language = language,
                                           .path = path}));
}

static void add_term_pages(struct search_documents *documents, struct arena *arena,
                           const struct facet *facet)
{
    struct str language = documents->collection->settings.language;
    for (size_t i = 0; i < facet->terms.len; i++) {
        const struct term *term = facet->terms.items[i];
        if (term->entries.len)
            vec_push(
                arena, documents,
                ((struct search_document){.title = label_text(term->label, language),
                                          .summary = term->summary,
                                          .language = language,
                                          .body = term->document ? &term->document->body : NULL,
                                          .term = term,
                                          .path = term->path,
                                          .kind = label_noun(facet->names, language, 1)}));
    }
}

static void add_places(struct search_documents *documents, struct arena *arena)
{
    const struct facet_list *facets = &documents->collection->facets;
    add_text_pages(documents, arena);
    for (size_t f = 0; f < facets->len; f++)
        if (facets->items[f].path.len) {
            add_list_page(documents, arena, &facets->items[f]);
            add_term_pages(documents, arena, &facets->items[f]);
        }
}

/* How many documents there are at the most. */
static size_t room_of(const struct collection *collection)
{
    size_t room = collection->entries.len + collection->pages.len;
    for (size_t f = 0; f < collection->facets.len; f++)
        room += 1 + collection->facets.items[f].terms.len;
    return room;
}

void search_documents_list(struct search_documents *documents, struct arena *arena,
                           const struct collection *collection)
{
    size_t room = room_of(collection);
    *documents =
        (struct search_documents){.collection = collection,
                                  .items = arena_items(arena, struct search_document, room),
                                  .cap = room};
    sections_read(&documents->sections, arena, &collection->kind);
    add_entries(documents, arena);
    add_places(documents, arena);
}

void search_documents_put_text(struct buf *out, const struct search_documents *documents,
                               const struct search_document *document)
{
    if (document->entry)
        sections_put_text(out, &documents->sections, document->body);
    else if (document->body)
        buf_put(out, document->body->text);
}
