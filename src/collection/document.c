#include "collection/document.h"

#include <assert.h>

#include "base/arena.h"
#include "base/slug.h"
#include "writing/writing.h"
#include "writing/links.h"
#include "writing/markup.h"
#include "writing/personal.h"
#include "base/placeholder.h"
#include "collection/rules.h"
#include "parse/frontmatter.h"
#include "parse/gate.h"
#include "parse/prose.h"
#include "parse/yaml.h"

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

/* These are YAML like the collection's own schema, and are read by the same code. */
/* A URI may do without a host, or have a name and password before it; a web site may not. */
#define WEB_HOST "https?://[A-Za-z0-9[][^/?#@]*"
#define WEB_ADDRESS \
    "type: string, format: uri, pattern: '^" WEB_HOST "([/?#]|$)', description: 'https://…'"
#define WEB_FOLDER \
    "type: string, format: uri, pattern: '^" WEB_HOST "/([^?#]*/)?$', description: 'https://…/'"
#define SLUG \
    "{ type: string, maxLength: 64, pattern: '" SLUG_PATTERN "', " \
    "description: 'a–z, 0–9, -' }"
#define NOUNS \
    "{ type: object, additionalProperties: { type: object, required: [one, many], " \
    "additionalProperties: false, properties: { one: { type: string }, many: { type: string } } " \
    "} }"
#define LABEL "{ type: [string, object], additionalProperties: { type: string } }"
#define BROWSE \
    "{ type: object, required: [path, name], additionalProperties: false, properties: { " \
    "path: " SLUG ", title: " LABEL ", name: " NOUNS \
    ", index: { type: boolean }, group: { type: boolean } } }"
#define SECTIONS \
    "{ type: array, items: { type: object, required: [title, ask], additionalProperties: false, " \
    "properties: { title: { type: string, minLength: 1 }, " \
    "ask: { type: array, minItems: 1, items: { type: string, minLength: 1 } } } } }"
#define PATHS \
    "{ type: array, items: { type: string, minLength: 1 }, maxItems: 50, uniqueItems: true }"
#define EXCEPTIONS \
    "  exceptions:\n" \
    "    type: array\n" \
    "    items:\n" \
    "      type: object\n" \
    "      required: [rule, reason]\n" \
    "      additionalProperties: false\n" \
    "      properties:\n" \
    "        rule: { type: string, minLength: 1 }\n" \
    "        reason: { type: string, minLength: 5, maxLength: 200 }\n"
#define WEIGHT "{ type: integer, minimum: 0, maximum: 1000 }"

static const char *const builtin_texts[] = {
    [SCHEMA_TERM] =
        "type: object\n"
        "required: [name]\n"
        "additionalProperties: false\n"
        "properties:\n"
        "  name: { type: string, minLength: 2, maxLength: 150 }\n"
        "  short: { type: string, minLength: 1, maxLength: 20 }\n"
        "  names: { type: array, items: { type: string, minLength: 1 }, uniqueItems: true }\n"
        "  summary: { type: string, minLength: 5, maxLength: 300 }\n"
        "  url: { " WEB_ADDRESS " }\n"
        "  lang: { type: string, enum: [nb, nn, en, se] }\n"
        "  order: { type: integer, minimum: 1 }\n"
        "  aliases: " PATHS "\n" EXCEPTIONS,
    [SCHEMA_PAGE] = "type: object\n"
                    "required: [title]\n"
                    "additionalProperties: false\n"
                    "properties:\n"
                    "  title: { type: string, minLength: 2, maxLength: 100 }\n"
                    "  summary: { type: string, minLength: 5, maxLength: 400 }\n"
                    "  lang: { type: string, enum: [nb, nn, en, se] }\n"
                    "  order: { type: integer, minimum: 1 }\n"
                    "  aliases: " PATHS "\n" EXCEPTIONS,
    [SCHEMA_SITE] = "type: object\n"
                    "required: [title, language]\n"
                    "additionalProperties: false\n"
                    "properties:\n"
                    "  title: { type: string, minLength: 1, maxLength: 100 }\n"
                    "  subtitle: { type: string, maxLength: 150 }\n"
                    "  description: { type: string, maxLength: 400 }\n"
                    "  language: { type: string, enum: [nb, nn, en] }\n"
                    "  base_url: { " WEB_FOLDER " }\n"
                    "  publisher: { type: string, minLength: 1 }\n"
                    "  contact: { type: string, format: email }\n"
                    "  edit_url: { " WEB_FOLDER " }\n"
                    "  accessibility: { " WEB_ADDRESS " }\n"
                    "  edition:\n"
                    "    type: object\n"
                    "    additionalProperties: false\n"
                    "    properties:\n"
                    "      version: { type: string, minLength: 1 }\n"
                    "      date: { type: string, format: date, x-partial: true }\n"
                    "  licence:\n"
                    "    type: object\n"
                    "    required: [title, url]\n"
                    "    additionalProperties: false\n"
                    "    properties:\n"
                    "      title: { type: string, minLength: 1 }\n"
                    "      url: { " WEB_ADDRESS " }\n"
                    "  menu:\n"
                    "    type: array\n"
                    "    items:\n"
                    "      type: object\n"
                    "      required: [title, path]\n"
                    "      additionalProperties: false\n"
                    "      properties:\n"
                    "        title: { type: string, minLength: 1 }\n"
                    "        path: { type: string, minLength: 1 }\n"
                    "  contribute: { type: string, minLength: 1 }\n"
                    "  begin:\n"
                    "    type: array\n"
                    "    items:\n"
                    "      type: object\n"
                    "      required: [title, text, path]\n"
                    "      additionalProperties: false\n"
                    "      properties:\n"
                    "        title: { type: string, minLength: 1, maxLength: 100 }\n"
                    "        text: { type: string, minLength: 1, maxLength: 300 }\n"
                    "        path: { type: string, minLength: 1 }\n"
                    "  redirects:\n"
                    "    type: array\n"
                    "    maxItems: 1000\n"
                    "    uniqueItems: true\n"
                    "    items:\n"
                    "      type: object\n"
                    "      required: [from, to]\n"
                    "      additionalProperties: false\n"
                    "      properties:\n"
                    "        from: { type: string, minLength: 1 }\n"
                    "        to: { type: string, minLength: 1 }\n",
    /* Each word costs a look through all words of the index. */
    [SCHEMA_SYNONYMS] = "type: array\n"
                        "maxItems: 1000\n"
                        "items:\n"
                        "  type: array\n"
                        "  minItems: 2\n"
                        "  maxItems: 20\n"
                        "  items: { type: string, minLength: 1, maxLength: 100 }\n",
    [SCHEMA_TOP_MARKS] =
        "required: [x-entries, x-folder]\n"
        "properties:\n"
        "  x-entries:\n"
        "    type: object\n"
        "    required: [folder, path, name]\n"
        "    additionalProperties: false\n"
        "    properties: { folder: " SLUG ", path: " SLUG ", overview: " SLUG ", print: " SLUG
        ", search: " SLUG ", data: " SLUG ", form: " SLUG ", name: " NOUNS " }\n"
        "  x-folder:\n"
        "    type: object\n"
        "    required: [field, x-terms]\n"
        "    additionalProperties: false\n"
        "    properties: { field: { type: string, minLength: 1 }, title: " LABEL
        ", description: { type: string }, x-terms: " SLUG ", x-weight: " WEIGHT
        ", x-browse: " BROWSE " }\n",
    [SCHEMA_FIELD_MARKS] = "properties:\n"
                           "  x-terms: " SLUG "\n"
                           "  x-values: { type: object, additionalProperties: " LABEL " }\n"
                           "  x-browse: " BROWSE "\n"
                           "  x-main: { type: boolean }\n"
                           "  x-weight: " WEIGHT "\n"
                           "  x-sections: { type: object, additionalProperties: " SECTIONS " }\n"
                           "  x-entry: { type: boolean }\n"
                           "  x-search: { type: boolean }\n"
                           "  x-form: { type: boolean }\n"
                           "  x-labels: { type: object, additionalProperties: " LABEL " }\n",
};

const struct schema *builtin_schema(struct arena *arena, enum builtin_schema which)
{
    struct diags diags;
    diag_init(&diags);
    struct source *source = arena_new(arena, struct source);
    source_init(source, arena, STR("(innebygd)"), str_of(builtin_texts[which]));
    struct span all = source_span(source, 0, source->text.len);
    struct value *tree = yaml_parse(arena, source, all, &diags);
    const struct schema *schema = tree ? schema_compile(arena, tree, &diags) : NULL;
    assert(schema && diags.len == 0);
    diag_release(&diags);
    return schema;
}
