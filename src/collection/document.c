#include "collection/document.h"

#include "base/date.h"
#include "collection/addresses.h"
#include "collection/fields.h"
#include "parse/frontmatter.h"
#include "parse/gate.h"
#include "parse/prose.h"
#include "writing/personal.h"
#include "writing/sketch.h"
#include "writing/writing.h"

static void check_writing(struct document *document, const struct document_reader *reader,
                          const struct prose *prose, struct arena *scratch)
{
    struct diags *diags = &document->diags;
    struct writing writing = {.fields = document->fields,
                              .prose = prose,
                              .scratch = scratch,
                              .language = language_of(document->language),
                              .advice = reader->advice};
    writing_check(&writing, diags);
    if (reader->advice && writing.language)
        abbreviations_gather(&document->facts.abbreviations, &document->arena, &writing);
    if (reader->advice && document->kind == DOCUMENT_ENTRY)
        document->facts.sketch = sketch_make(&document->arena, document->body.text);
}

/*
 * Recognises an entry in the folder of a vocabulary or of pages, by three or more fields
 * that entries have and this kind has not. Returns the first of them, or NULL.
 */
static const struct member *field_of_entry(const struct document *document,
                                           const struct document_reader *reader)
{
    const struct value *fields = document->fields;
    const struct member *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < fields->map.len; i++) {
        const struct member *member = &fields->map.items[i];
        if (schema_property(reader->schemas[document->kind], member->key) ||
            !schema_property(reader->schemas[DOCUMENT_ENTRY], member->key))
            continue;
        first = count++ ? first : member;
    }
    return count > 2 ? first : NULL;
}

/*
 * Settles and checks the fields. Those of a misplaced entry are only settled: it has one
 * fault, which checks.c tells, and a schema of another kind would find one in each field.
 */
static void settle_fields(struct document *document, const struct document_reader *reader,
                          struct arena *scratch)
{
    document->misplaced = field_of_entry(document, reader);
    const struct schema *schema = reader->schemas[document->kind];
    if (document->misplaced) {
        value_settle_all(document->fields);
        return;
    }
    schema_check(schema, document->fields, scratch, &document->diags);
    addresses_check(schema, document->fields, scratch, &document->diags);
}

static void read_fields(struct document *document, const struct document_reader *reader,
                        struct arena *scratch)
{
    settle_fields(document, reader, scratch);
    struct str language = value_get_str(document->fields, STR(FIELD_LANG));
    if (language.len)
        document->language = language;
    document->left_out = !reader->drafts && value_get_bool(document->fields, STR(FIELD_DRAFT));
}

static void read_body(struct document *document, const struct document_reader *reader,
                      struct span body, struct arena *scratch)
{
    struct source *source = &document->source;
    struct diags *diags = &document->diags;
    if (document->kind != DOCUMENT_PAGE) /* a page may explain what placeholders look like */
        schema_check_body(source, body, diags);
    document->body_read = gate_body(source, body, diags);
    if (!document->body_read)
        return;
    struct prose prose;
    prose_init(&prose, scratch, source);
    markdown_parse(&document->arena, source, body, &document->body, &prose, diags);
    check_writing(document, reader, &prose, scratch);
    prose_release(&prose);
}

/*
 * From the bytes to the language. Each step needs the ones before it; persons are looked
 * for first, in the whole file, so that no fault hides them. Bad fields do not hide the
 * body, nor the other way round.
 */
void document_read(struct document *document, const struct document_reader *reader,
                   struct arena *scratch)
{
    struct frontmatter front;
    struct source *source = &document->source;
    struct arena *arena = &document->arena;
    struct diags *diags = &document->diags;
    document->language = reader->language;
    if (!gate_read(arena, reader->root, source->path, source->path, source, diags))
        return;
    personal_check(source, diags);
    if (!frontmatter_parse(arena, source, &front, diags))
        return;
    document->fields = front.fields;
    if (front.fields)
        read_fields(document, reader, scratch);
    document->written = front.body;
    read_body(document, reader, front.body, scratch);
}

void document_drop(struct document *document)
{
    arena_release(&document->arena);
    diag_release(&document->diags);
    *document = (struct document){.kind = document->kind,
                                  .folder = document->folder,
                                  .slug = document->slug,
                                  .number = document->number,
                                  .source = {.path = document->source.path}};
}

struct span document_span(const struct document *document)
{
    return source_span(&document->source, 0, 0);
}

struct span document_field_span(const struct document *document, struct str field)
{
    const struct value *value = value_get(document->fields, field);
    return value ? value->span : document_span(document);
}

struct str document_updated(const struct document *document)
{
    struct str updated = value_get_str(document->fields, STR(FIELD_UPDATED));
    struct date date;
    return date_parse(updated, &date) ? updated : (struct str){0};
}
