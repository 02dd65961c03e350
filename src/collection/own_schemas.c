#include "collection/own_schemas.h"

#include <assert.h>

#include "base/arena.h"
#include "base/slug.h"
#include "parse/yaml.h"

/*
 * Stricter than `format: uri`: the address of a web site has a host, and no user name before
 * it. In Markdown files writing/links.c looks at hosts.
 */
#define WEB_HOST "https?://[A-Za-z0-9[][A-Za-z0-9._:\\]-]*"
#define WEB_ADDRESS \
    "type: string, format: uri, pattern: '^" WEB_HOST "([/?#]|$)', description: 'https://…'"
#define WEB_FOLDER \
    "type: string, format: uri, pattern: '^" WEB_HOST "/([^?#]*/)?$', description: 'https://…/'"
/* Nothing in them needs an escape in `mailto:`. */
#define MAIL_OR_ADDRESS \
    "{ type: string, pattern: '^([A-Za-z0-9._+-]+@[A-Za-z0-9.-]+|https://[A-Za-z0-9[][!-~]*)$', " \
    "description: 'post@… / https://…' }"
#define SLUG \
    "{ type: string, maxLength: 64, pattern: '" SLUG_PATTERN "', " \
    "description: 'a–z, 0–9, -' }"
#define NOUNS \
    "{ type: object, additionalProperties: { type: object, required: [one, many], " \
    "additionalProperties: false, properties: { one: { type: string }, many: { type: string }, " \
    "an: { type: string }, the_one: { type: string }, the_many: { type: string } } } }"
#define LABEL     "{ type: [string, object], additionalProperties: { type: string } }"
#define BOTH_ENDS "{ type: array, minItems: 2, maxItems: 2, items: " LABEL " }"
#define CROSSED \
    "{ type: array, uniqueItems: true, items: { type: object, required: [field, by], " \
    "additionalProperties: false, properties: { field: { type: string, minLength: 1 }, " \
    "by: { type: string, minLength: 1 } } } }"
#define LABELS           "{ type: object, additionalProperties: " LABEL " }"
#define FIELD_NAMES_LIST "{ type: array, items: { type: string, minLength: 1 }, uniqueItems: true }"
#define LANGUAGE_TAG \
    "{ type: string, pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', description: 'nb, nn, en …' }"
#define BROWSE \
    "{ type: object, required: [path, name], additionalProperties: false, properties: { " \
    "path: " SLUG ", title: " LABEL ", name: " NOUNS \
    ", index: { type: boolean }, group: { type: boolean }, booklets: " SLUG " } }"
#define SECTIONS \
    "{ type: array, items: { type: object, required: [title, ask], additionalProperties: false, " \
    "properties: { title: { type: string, minLength: 1 }, " \
    "ask: { type: array, minItems: 1, items: { type: string, minLength: 1 } } } } }"
#define PATHS \
    "{ type: array, items: { type: string, minLength: 1 }, maxItems: 50, uniqueItems: true }"
#define ONE_WORD \
    "type: string, maxLength: 40, pattern: '^[\\p{L}\\p{M}\\p{N}]+$', description: 'ord, word'"
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
#define HISTORY \
    "  history:\n" \
    "    type: array\n" \
    "    maxItems: 50\n" \
    "    items:\n" \
    "      type: object\n" \
    "      required: [date, text]\n" \
    "      additionalProperties: false\n" \
    "      properties:\n" \
    "        date: { type: string, format: date, x-partial: true }\n" \
    "        text: { type: string, minLength: 5, maxLength: 300 }\n"
#define LINKED_TYPE \
    "{ type: string, maxLength: 40, pattern: '^[A-Z][A-Za-z]+$', description: 'Project, Event …' " \
    "}"
/* The names are those of pages/motif_drawing.c; a unit test compares them. */
#define MARK \
    "{ type: object, additionalProperties: false, properties: { motif: { type: string, " \
    "enum: [rings, stairs, dots, leaves, scales, lines, checks, cut, shift, target, sails, " \
    "arches] }, tint: { type: string, enum: [blue, ochre, green, clay, plum, teal] }, " \
    "turned: { type: boolean } } }"
#define COLOUR "{ type: string, pattern: '^#[0-9A-Fa-f]{6}$', description: '\"#1d4a7c\"' }"
#define COLOURS \
    "{ type: object, additionalProperties: false, properties: { text: " COLOUR ", link: " COLOUR \
    ", visited: " COLOUR ", bar: " COLOUR ", tinted: " COLOUR " } }"
/* Of the lists that data/catalogue_codes.h tells of: what data are about, and countries. */
#define DATA_THEMES \
    "{ type: array, minItems: 1, uniqueItems: true, items: { type: string, enum: [AGRI, ECON, " \
    "EDUC, ENER, ENVI, GOVE, HEAL, INTR, JUST, OP_DATPRO, REGI, SOCI, TECH, TRAN] } }"
#define COUNTRIES \
    "{ type: array, uniqueItems: true, items: { type: string, pattern: '^[A-Z]{3}$', " \
    "description: 'NOR …' } }"
/*
 * A name, or a template of an address, as serve/editor_link.h takes them; a unit test compares.
 * Browsers run some schemes as scripts, or show what stands in the address.
 */
#define EDITOR_TEXT "[!#-&(-;=?-\\[\\]_a-z~]*"
#define EDITOR \
    "{ type: string, maxLength: 300, description: 'vscode / https://…{file}…', pattern: " \
    "'^(vscode|vscode-insiders|vscodium|idea|zed|(?=.*\\{file\\})" \
    "(?!(javascript|vbscript|data|blob|file|about|view-source|filesystem)://)" \
    "[a-z][a-z0-9+.-]*://" EDITOR_TEXT "(\\{(file|line|column)\\}" EDITOR_TEXT ")*)$' }"
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
        "  url: { type: string, format: uri, pattern: '^https?://', description: 'https://…' }\n"
        "  kind: " SLUG "\n"
        "  lang: " LANGUAGE_TAG "\n"
        "  order: { type: integer, minimum: 1 }\n"
        "  aliases: " PATHS "\n" EXCEPTIONS,
    [SCHEMA_ENTRY] =
        "type: object\n"
        "properties:\n"
        "  aliases: " PATHS "\n" EXCEPTIONS HISTORY "  draft: { type: boolean, default: false }\n",
    [SCHEMA_PAGE] = "type: object\n"
                    "required: [title]\n"
                    "additionalProperties: false\n"
                    "properties:\n"
                    "  title: { type: string, minLength: 2, maxLength: 100 }\n"
                    "  summary: { type: string, minLength: 5, maxLength: 400 }\n"
                    "  lang: " LANGUAGE_TAG "\n"
                    "  order: { type: integer, minimum: 1 }\n"
                    "  aliases: " PATHS "\n" EXCEPTIONS,
    [SCHEMA_SITE] = "type: object\n"
                    "required: [title, language]\n"
                    "additionalProperties: false\n"
                    "properties:\n"
                    "  samling: {}\n"
                    "  title: { type: string, minLength: 1, maxLength: 100 }\n"
                    "  subtitle: { type: string, maxLength: 150 }\n"
                    "  description: { type: string, maxLength: 400 }\n"
                    "  language: " LANGUAGE_TAG "\n"
                    "  base_url: { " WEB_FOLDER " }\n"
                    "  publisher: { type: string, minLength: 1 }\n"
                    "  contact: { type: string, format: email }\n"
                    "  edit_url: { " WEB_FOLDER " }\n"
                    "  editor: " EDITOR "\n"
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
                    "  headline: { type: string, minLength: 1, maxLength: 120 }\n"
                    "  examples:\n"
                    "    type: array\n"
                    "    maxItems: 5\n"
                    "    uniqueItems: true\n"
                    "    items: { type: string, minLength: 2, maxLength: 80 }\n"
                    "  featured:\n"
                    "    type: array\n"
                    "    maxItems: 6\n"
                    "    uniqueItems: true\n"
                    "    items: { type: string, minLength: 1 }\n"
                    "  begin_title: { type: string, minLength: 1, maxLength: 100 }\n"
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
                    "  document_max: { type: integer, minimum: 1, maximum: 200 }\n"
                    "  page_size: { type: integer, minimum: 10, maximum: 500 }\n"
                    "  stop_words:\n"
                    "    type: array\n"
                    "    maxItems: 200\n"
                    "    uniqueItems: true\n"
                    "    items: { " ONE_WORD " }\n"
                    "  security:\n"
                    "    type: object\n"
                    "    required: [contact, expires]\n"
                    "    additionalProperties: false\n"
                    "    properties:\n"
                    "      contact: " MAIL_OR_ADDRESS "\n"
                    "      expires: { type: string, format: date }\n"
                    "      policy: { " WEB_ADDRESS " }\n"
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
    [SCHEMA_SYNONYMS] = "type: array\n"
                        "maxItems: 1000\n"
                        "items:\n"
                        "  type: array\n"
                        "  minItems: 2\n"
                        "  maxItems: 20\n"
                        "  items: { type: string, minLength: 1, maxLength: 100 }\n",
    [SCHEMA_PROPOSALS] =
        "type: array\n"
        "minItems: 1\n"
        "uniqueItems: true\n"
        "items:\n"
        "  type: object\n"
        "  required: [name]\n"
        "  additionalProperties: false\n"
        "  properties:\n"
        "    name: { type: string, minLength: 2, maxLength: 150, x-search: true }\n"
        "    url: { type: string, format: uri, pattern: '^https?://', description: 'https://…' }\n",
    [SCHEMA_TOP_MARKS] =
        "required: [x-entries, x-folder]\n"
        "properties:\n"
        "  x-entries:\n"
        "    type: object\n"
        "    required: [folder, path, name]\n"
        "    additionalProperties: false\n"
        "    properties: { folder: " SLUG ", path: " SLUG ", overview: " SLUG ", print: " SLUG
        ", compare: " SLUG ", news: " SLUG ", search: " SLUG ", data: " SLUG ", catalogue: " SLUG
        ", downloads: " SLUG ", form: " SLUG ", about: " LINKED_TYPE ", name: " NOUNS " }\n"
        "  x-folder:\n"
        "    type: object\n"
        "    required: [field, x-terms]\n"
        "    additionalProperties: false\n"
        "    properties: { field: { type: string, minLength: 1 }, title: " LABEL
        ", description: { type: string }, x-terms: " SLUG ", x-weight: " WEIGHT
        ", x-browse: " BROWSE ", x-kinds: " LABELS ", x-shelf: { type: boolean } }\n"
        "  x-show:\n"
        "    type: object\n"
        "    additionalProperties: false\n"
        "    properties: { home: " FIELD_NAMES_LIST ", filters: " FIELD_NAMES_LIST
        ", charts: " FIELD_NAMES_LIST ", crossed: " CROSSED ", card: " FIELD_NAMES_LIST
        ", top: " FIELD_NAMES_LIST ", notes: " FIELD_NAMES_LIST ", ask: " FIELD_NAMES_LIST
        ", facts: " FIELD_NAMES_LIST " }\n",
    [SCHEMA_FIELD_MARKS] = "properties:\n"
                           "  x-terms: " SLUG "\n"
                           "  x-values: " LABELS "\n"
                           "  x-browse: " BROWSE "\n"
                           "  x-main: { type: boolean }\n"
                           "  x-shelf: { type: boolean }\n"
                           "  x-weight: " WEIGHT "\n"
                           "  x-sections: { type: object, additionalProperties: " SECTIONS " }\n"
                           "  x-entry: { type: boolean }\n"
                           "  x-search: { type: boolean }\n"
                           "  x-form: { type: boolean }\n"
                           "  x-labels: " LABELS "\n"
                           "  x-kinds: " LABELS "\n"
                           "  x-ordered: { type: boolean }\n"
                           "  x-between: { type: object, additionalProperties: " BOTH_ENDS " }\n"
                           "  x-former: { type: object, additionalProperties: { type: string } }\n"
                           "  x-title: " LABEL "\n"
                           "  x-before: " LABEL "\n"
                           "  x-unit: " NOUNS "\n"
                           "  x-figure: { type: boolean }\n",
};

/* The end of SCHEMA_SITE: a string has 4095 characters at the most (C17, 5.2.4.1). */
static const char site_rest[] = "  mark: " MARK "\n"
                                "  downloads:\n"
                                "    type: array\n"
                                "    uniqueItems: true\n"
                                "    items: { enum: [zip, html, epub] }\n"
                                "  colours:\n"
                                "    type: object\n"
                                "    additionalProperties: false\n"
                                "    properties: { light: " COLOURS ", dark: " COLOURS " }\n"
                                "  catalogue:\n"
                                "    type: object\n"
                                "    required: [themes]\n"
                                "    additionalProperties: false\n"
                                "    properties: { themes: " DATA_THEMES ", countries: " COUNTRIES
                                ", publisher: { " WEB_ADDRESS " } }\n";

struct value *builtin_tree(struct arena *arena, enum builtin_schema which)
{
    struct diags diags;
    diag_init(&diags);
    struct source *source = arena_new(arena, struct source);
    struct str text = str_of(builtin_texts[which]);
    if (which == SCHEMA_SITE)
        text = STR_JOIN(arena, text, str_of(site_rest));
    source_init(source, arena, STR("(innebygd)"), text);
    struct span all = source_span(source, 0, source->text.len);
    struct value *tree = yaml_parse(arena, source, all, &diags);
    assert(tree && diags.len == 0);
    diag_release(&diags);
    return tree;
}

const struct schema *builtin_schema(struct arena *arena, enum builtin_schema which)
{
    struct diags diags;
    diag_init(&diags);
    struct value *tree = builtin_tree(arena, which);
    const struct schema *schema = schema_compile(arena, tree, &diags);
    assert(schema && diags.len == 0);
    diag_release(&diags);
    return schema;
}

struct own_schemas {
    struct arena *arena;
    const struct schema *compiled[BUILTIN_SCHEMAS]; /* NULL until it is asked for */
};

struct own_schemas *own_schemas_make(struct arena *arena)
{
    struct own_schemas *own = arena_new(arena, struct own_schemas);
    own->arena = arena;
    return own;
}

const struct schema *own_schema(struct own_schemas *own, enum builtin_schema which)
{
    if (!own->compiled[which])
        own->compiled[which] = builtin_schema(own->arena, which);
    return own->compiled[which];
}
