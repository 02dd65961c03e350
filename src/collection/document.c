#include "collection/document.h"

#include "base/arena.h"
#include "base/norwegian.h"
#include "writing/writing.h"
#include "writing/links.h"
#include "writing/markup.h"
#include "writing/personal.h"
#include "base/placeholder.h"
#include "collection/rules.h"
#include "parse/frontmatter.h"
#include "parse/gate.h"
#include "parse/prose.h"

static void check_writing(struct document *document, const struct document_reader *reader,
                          const struct prose *prose, struct arena *arena, struct arena *scratch,
                          struct diags *diags)
{
    struct str language = value_get_str(document->fields, STR("lang"));
    struct writing writing = {.document = document,
                              .prose = prose,
                              .scratch = scratch,
                              .tongue = tongue_of(language.len ? language : reader->language),
                              .advice = reader->advice};
    language_check(&writing, diags);
    markup_check(&writing, diags);
    links_check(&writing, diags);
    if (reader->advice && writing.tongue != TONGUE_OTHER)
        abbreviations_gather(&document->abbreviations, arena, &writing);
    if (reader->advice && document->kind == DOCUMENT_ENTRY)
        document->sketch = sketch_make(arena, document->body.text);
}

/* The first of three fields or more that entries have and this kind has not, or NULL. */
static const struct member *entry_field(const struct value *fields,
                                        const struct document_reader *reader)
{
    const struct member *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < fields->map.len; i++) {
        const struct member *member = &fields->map.items[i];
        if (schema_property(reader->schema, member->key) ||
            !schema_property(reader->of_entries, member->key))
            continue;
        first = count++ ? first : member;
    }
    return count > 2 ? first : NULL;
}

/* An entry in the folder of a vocabulary or of pages has one fault, not one a field. */
static void check_fields(const struct document *document, const struct document_reader *reader,
                         struct value *fields, struct arena *arena, struct diags *diags)
{
    const struct member *of_entry = entry_field(fields, reader);
    if (!of_entry) {
        schema_check(reader->schema, fields, arena, diags);
        return;
    }
    struct str folder = str_folder(document->source.path);
    value_settle_all(fields);
    diag_add(
        diags, &model_rules[RULE_ENTRY_MISPLACED], of_entry->key_span,
        (struct detail){.args = {reader->entries, folder, of_entry->key, reader->entries_lie}});
}

void document_read(struct document *document, const struct document_reader *reader,
                   struct arena *arena, struct arena *scratch, struct diags *diags)
{
    struct frontmatter front;
    struct source *source = &document->source;
    struct str path = source->path;
    if (!gate_read(arena, reader->root, path, path, source, diags))
        return;
    personal_check(source, diags);
    if (!frontmatter_parse(arena, source, &front, diags))
        return;
    document->fields = front.fields;
    if (front.fields)
        check_fields(document, reader, front.fields, arena, diags);
    if (document->kind != DOCUMENT_PAGE) /* a page may show how a template looks */
        placeholder_report_all(source, front.body, diags);
    document->body_read = gate_body(source, front.body, diags);
    if (!document->body_read)
        return;
    struct prose prose;
    prose_init(&prose, scratch, source);
    markdown_parse(arena, source, front.body, &document->body, &prose, diags);
    check_writing(document, reader, &prose, arena, scratch, diags);
    prose_release(&prose);
}
