#include "collection/document.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/memory.h"
#include "base/norwegian.h"
#include "collection/addresses.h"
#include "collection/fields.h"
#include "collection/rules.h"
#include "parse/frontmatter.h"
#include "parse/gate.h"
#include "parse/prose.h"
#include "writing/personal.h"
#include "writing/sketch.h"
#include "writing/writing.h"

/* One document while it is read. */
struct reading {
    struct document *document;
    const struct document_reader *reader;
    struct arena *arena, *texts; /* of what is kept */
    struct arena *scratch;
    struct diags found;
};

static void check_writing(struct reading *reading, const struct prose *prose)
{
    struct document *document = reading->document;
    bool advice = reading->reader->advice;
    struct writing writing = {.fields = document->fields,
                              .prose = prose,
                              .scratch = reading->scratch,
                              .language = language_of(document->language),
                              .advice = advice};
    writing_check(&writing, &reading->found);
    if (advice && writing.language)
        abbreviations_gather(&document->facts.abbreviations, reading->arena, &writing);
    if (advice && document->kind == DOCUMENT_ENTRY)
        document->facts.sketch = sketch_make(reading->arena, document->body.text);
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
static void settle_fields(struct reading *reading)
{
    struct document *document = reading->document;
    const struct schema *schema = reading->reader->schemas[document->kind];
    document->misplaced = field_of_entry(document, reading->reader);
    if (document->misplaced) {
        value_settle_all(document->fields);
        return;
    }
    schema_check(schema, document->fields, reading->scratch, &reading->found);
    addresses_check(schema, document->fields, reading->scratch, &reading->found);
}

static void check_summary(struct reading *reading)
{
    struct document *document = reading->document;
    struct str summary = value_get_str(document->fields, STR(FIELD_SUMMARY));
    struct str look = norwegian_alike(reading->scratch, summary);
    if (str_ends(look, STR(".")))
        look.len--;
    if (document->look.len && str_eq(document->look, look))
        collection_tell(&reading->found, RULE_SUMMARY_IS_TITLE,
                        document_field_span(document, STR(FIELD_SUMMARY)), NO_DETAIL);
}

static void read_fields(struct reading *reading)
{
    struct document *document = reading->document;
    settle_fields(reading);
    struct str language = value_get_str(document->fields, STR(FIELD_LANG));
    if (language.len)
        document->language = language;
    struct str title = value_get_str(document->fields, STR(FIELD_TITLE));
    document->key = norwegian_key(reading->arena, title, NORWEGIAN_WORDS);
    document->look = norwegian_alike(reading->arena, title);
    document->aliases = value_get(document->fields, STR(FIELD_ALIASES));
    document->proposed = value_get(document->fields, STR(FIELD_PROPOSED));
    document->left_out =
        !reading->reader->drafts && value_get_bool(document->fields, STR(FIELD_DRAFT));
    if (document->kind == DOCUMENT_ENTRY && !document->left_out)
        check_summary(reading);
}

static void read_body(struct reading *reading)
{
    struct document *document = reading->document;
    struct source *source = &document->source;
    struct diags *found = &reading->found;
    if (document->kind != DOCUMENT_PAGE) /* a page may explain what placeholders look like */
        schema_check_body(source, document->written, found);
    document->body_read = gate_body(source, document->written, found);
    if (!document->body_read)
        return;
    struct prose prose;
    prose_init(&prose, reading->scratch, source);
    markdown_parse(reading->arena, reading->texts, source, document->written, &document->body,
                   &prose, found);
    check_writing(reading, &prose);
    prose_release(&prose);
}

static void note_hashes(struct document *document)
{
    struct str text = document->source.text;
    struct hashing *hashing = hash_begin();
    hash_append_line(hashing, str_slice(text, 0, document->written.start));
    hash_append(hashing, str_from(text, document->written.end));
    document->around_hash = hash_end(hashing);
    document->written_hash =
        hash_of(str_slice(text, document->written.start, document->written.end));
}

/*
 * From the bytes to the language. Each step needs the ones before it; persons are looked
 * for first, in the whole file, so that no fault hides them. Bad fields do not hide the
 * body, nor the other way round.
 */
static void read_all(struct reading *reading)
{
    struct frontmatter front;
    struct document *document = reading->document;
    struct source *source = &document->source;
    struct arena *arena = reading->arena;
    document->read = true;
    document->language = str_copy(arena, reading->reader->language);
    if (!gate_read(arena, reading->reader->root, source->path, source->path, source,
                   &reading->found))
        return;
    personal_check(source, &reading->found);
    if (!frontmatter_parse(arena, source, &front, &reading->found))
        return;
    document->fields = front.fields;
    if (front.fields)
        read_fields(reading);
    document->written = front.body;
    note_hashes(document);
    read_body(reading);
}

/* Most documents have no findings, and what holds some takes more room than all else here. */
static void keep_findings(struct reading *reading)
{
    if (diag_total(&reading->found)) {
        reading->document->diags = arena_new(reading->arena, struct diags);
        diag_merge(reading->document->diags, &reading->found);
    }
    diag_release(&reading->found);
}

void document_read(struct document *document, const struct document_reader *reader,
                   struct document_arenas *shared, struct arena *scratch)
{
    document->memory = shared ? NULL : memory_resize(NULL, sizeof *document->memory);
    if (!shared)
        *document->memory = (struct document_memory){0};
    struct reading reading = {.document = document,
                              .reader = reader,
                              .arena = shared ? &shared->all : &document->memory->all,
                              .texts = shared ? &shared->texts : &document->memory->all,
                              .scratch = scratch};
    diag_init(&reading.found);
    read_all(&reading);
    keep_findings(&reading);
}

static struct document at_its_place(const struct document *document)
{
    return (struct document){.kind = document->kind,
                             .folder = document->folder,
                             .slug = document->slug,
                             .stamp = document->stamp,
                             .number = document->number,
                             .holders = document->holders,
                             .source = {.path = document->source.path}};
}

static void drop_memory(struct document_memory *memory)
{
    if (!memory)
        return;
    arena_release(&memory->all);
    arena_release(&memory->fields);
    free(memory);
}

void document_drop(struct document *document)
{
    if (document->diags)
        diag_release(document->diags);
    drop_memory(document->memory);
    *document = at_its_place(document);
}

static bool same_links(const struct markdown *a, const struct markdown *b)
{
    if (a->links.len != b->links.len || a->strays.len || b->strays.len)
        return false;
    for (size_t i = 0; i < a->links.len; i++) {
        const struct body_link *x = &a->links.items[i], *y = &b->links.items[i];
        if (x->kind != y->kind || !str_eq(x->path, y->path) || !str_eq(x->anchor, y->anchor))
            return false;
    }
    return true;
}

static bool same_headings(const struct markdown *a, const struct markdown *b)
{
    if (a->headings.len != b->headings.len)
        return false;
    for (size_t i = 0; i < a->headings.len; i++)
        if (!str_eq(a->headings.items[i].id, b->headings.items[i].id))
            return false;
    return true;
}

/* Whether two readings of a file differ in nothing but the words of its text. */
static bool same_but_text(const struct document *a, const struct document *b)
{
    return a->fields && b->fields && a->body_read && b->body_read &&
           hash_eq(a->around_hash, b->around_hash) && !a->diags && !b->diags &&
           same_links(&a->body, &b->body) && same_headings(&a->body, &b->body);
}

/* Takes over what holds the fields, and drops the rest. */
static void keep_fields(struct document_memory *memory, struct document_memory *was)
{
    struct arena *fields = was->fields.blocks ? &was->fields : &was->all;
    memory->fields = *fields;
    arena_init(fields);
    drop_memory(was);
}

/* The struct stays where it is, since all spans point at its source. */
bool document_read_text(struct document *document, const struct document_reader *reader,
                        struct arena *scratch)
{
    struct document was = *document;
    *document = at_its_place(&was);
    document_read(document, reader, NULL, scratch);
    if (!same_but_text(&was, document)) {
        document_drop(document);
        *document = was;
        return false;
    }
    document->fields = was.fields;
    document->misplaced = was.misplaced;
    document->language = was.language;
    document->key = was.key;
    document->look = was.look;
    document->aliases = was.aliases;
    document->proposed = was.proposed;
    keep_fields(document->memory, was.memory);
    return true;
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
