#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "base/buf.h"
#include "schema/format.h"
#include "schema/pattern.h"
#include "schema/schema.h"
#include "schema/schema_rules.h"
#include "parse/yaml.h"
#include "report/shared.h"

/* One schema and one document, both YAML, and what is said about them. */
struct bench {
    struct arena arena;
    struct diags diags;
    struct source schema_source, document_source;
    struct schema *schema;
    struct value *document;
};

static struct value *read_yaml(struct bench *bench, struct source *source, const char *path,
                               const char *text)
{
    struct diags diags;
    diag_init(&diags);
    source_init(source, &bench->arena, str_of(path), str_of(text));
    struct span all = source_span(source, 0, source->text.len);
    struct value *value = yaml_parse(&bench->arena, source, all, &diags);
    if (!value || diags.len)
        fail_msg("this is no YAML: %s", text);
    diag_release(&diags);
    return value;
}

static void bench_open(struct bench *bench, const char *schema)
{
    *bench = (struct bench){0};
    arena_init(&bench->arena);
    diag_init(&bench->diags);
    struct value *tree = read_yaml(bench, &bench->schema_source, "schema.yaml", schema);
    bench->schema = schema_compile(&bench->arena, tree, &bench->diags);
}

static bool bench_check(struct bench *bench, const char *document)
{
    bench->document = read_yaml(bench, &bench->document_source, "a.md", document);
    bool right = schema_check(bench->schema, bench->document, &bench->arena, &bench->diags);
    assert_int_equal(right, bench->diags.len == 0);
    return right;
}

static void bench_close(struct bench *bench)
{
    diag_release(&bench->diags);
    arena_release(&bench->arena);
}

/* Every finding on a line: place, rule and the text it points at. */
static const char *findings(struct bench *bench)
{
    struct buf out = BUF_INIT;
    diag_sort(&bench->diags);
    for (size_t i = 0; i < bench->diags.len; i++) {
        const struct finding *finding = &bench->diags.items[i];
        struct span span = finding->span;
        struct place place = source_place(span.source, span.start);
        struct str marked = str_slice(span.source->text, span.start, span.end);
        buf_format(&out, "%zu:%zu %s [%.*s]\n", place.line, place.column, finding->rule->id,
                   STR_ARG(marked));
    }
    struct str text = buf_take(&out, &bench->arena);
    buf_release(&out);
    return text.ptr;
}

static void expect_findings(const char *schema, const char *document, const char *wanted)
{
    struct bench bench;
    bench_open(&bench, schema);
    assert_string_equal(findings(&bench), "");
    bench_check(&bench, document);
    assert_string_equal(findings(&bench), wanted);
    bench_close(&bench);
}

static void expect_faults(const char *schema, const char *wanted)
{
    struct bench bench;
    bench_open(&bench, schema);
    assert_string_equal(findings(&bench), wanted);
    assert_int_equal(bench.schema == NULL, *wanted != '\0');
    bench_close(&bench);
}

/* Wraps a schema for the one field `v`. */
static const char *for_v(struct bench *bench, const char *schema)
{
    return str_format(&bench->arena, "properties: { v: { %s } }", schema).ptr;
}

/* How `v: …` is settled, as kind and value; "!" and the rule when it is wrong. */
static void expect_settled(const char *schema, const char *written, const char *wanted)
{
    struct bench bench, scratch = {0};
    arena_init(&scratch.arena);
    bench_open(&bench, for_v(&scratch, schema));
    assert_non_null(bench.schema);
    bench_check(&bench, str_format(&scratch.arena, "v: %s", written).ptr);
    const struct value *v = value_get(bench.document, STR("v"));
    struct str text = STR("null");
    if (bench.diags.len)
        text = STR_JOIN(&bench.arena, STR("!"), str_of(bench.diags.items[0].rule->id));
    else if (v->kind == VALUE_BOOL)
        text = v->boolean ? STR("bool true") : STR("bool false");
    else if (v->kind == VALUE_INT)
        text = str_format(&bench.arena, "int %lld", (long long)v->integer);
    else if (v->kind == VALUE_REAL)
        text = str_format(&bench.arena, "real %g", v->real);
    else if (v->kind == VALUE_TEXT)
        text = STR_JOIN(&bench.arena, STR("text "), v->text);
    assert_int_not_equal(v->kind, VALUE_PLAIN);
    if (!str_eq(text, str_of(wanted)))
        fail_msg("{ %s } v: %s\n gives  %.*s\n wanted %s", schema, written, STR_ARG(text), wanted);
    bench_close(&bench);
    arena_release(&scratch.arena);
}

static void plain_scalars_are_settled_by_type(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"type: string", "no", "text no"},
        {"type: string", "1e3", "text 1e3"},
        {"type: string", "2024-04", "text 2024-04"},
        {"type: string", "007", "text 007"},
        {"type: string", "true", "text true"},
        {"type: string", "'x'", "text x"},
        {"type: string", "''", "text "},
        {"type: string", "", "!missing-value"},
        {"type: string", "[a]", "!not-text"},
        {"type: integer", "3", "int 3"},
        {"type: integer", "-0", "int 0"},
        {"type: integer", "3.0", "int 3"},
        {"type: integer", "1e3", "int 1000"},
        {"type: integer", "3.5", "!not-integer"},
        {"type: integer", "'3'", "!not-integer"},
        {"type: integer", "3 stk", "!not-integer"},
        {"type: integer", "0x1F", "!not-integer"},
        {"type: integer", "007", "!not-integer"},
        {"type: integer", "9223372036854775807", "int 9223372036854775807"},
        {"type: integer", "9223372036854775808", "!integer-too-long"},
        {"type: integer", "1e400", "!not-integer"},
        {"type: integer", "", "!missing-value"},
        {"type: number", "3", "int 3"},
        {"type: number", "3.0", "real 3"},
        {"type: number", ".inf", "!not-number"},
        {"type: number", "2,5", "!not-number"},
        {"type: boolean", "true", "bool true"},
        {"type: boolean", "yes", "!not-boolean"},
        {"type: boolean", "'true'", "!not-boolean"},
        {"type: 'null'", "", "null"},
        {"type: 'null'", "~", "null"},
        {"type: 'null'", "x", "!not-null"},
        {"type: array", "a", "!not-list"},
        {"type: array", "", "!missing-value"},
        {"type: object", "a", "!not-map"},
        {"type: [string, integer]", "3", "int 3"},
        {"type: [string, integer]", "3.5", "text 3.5"},
        {"type: [string, integer]", "'3'", "text 3"},
        {"type: [string, 'null']", "", "null"},
        {"type: [string, 'null']", "true", "text true"},
        {"type: [integer, 'null']", "x", "!not-integer"},
        {"type: [integer, boolean]", "x", "!wrong-type"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_settled(cases[i][0], cases[i][1], cases[i][2]);
}

static void plain_scalars_are_settled_by_choice(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"enum: [1, a]", "1", "int 1"},
        {"enum: [1, a]", "1.0", "real 1"},
        {"enum: [1, a]", "a", "text a"},
        {"enum: ['1', a]", "1", "text 1"},
        {"enum: [1, '1']", "1", "int 1"},
        {"enum: [1, '1']", "'1'", "text 1"},
        {"enum: ['true']", "true", "text true"},
        {"enum: [a, ~]", "", "null"},
        {"enum: [a]", "", "!missing-value"},
        {"const: '2.0'", "2.0", "text 2.0"},
        {"const: 2", "2.0", "real 2"},
        {"const: 2", "3", "!not-allowed-value"},
        {"type: string, enum: [no, 2024, true]", "2024", "text 2024"},
        {"type: string, enum: [no, 2024, true]", "no", "text no"},
        {"type: [integer, string], enum: ['1']", "1", "text 1"},
        {"title: x", "no", "text no"},
        {"title: x", "12", "int 12"},
        {"title: x", "", "null"},
        {"title: x", "1e400", "text 1e400"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_settled(cases[i][0], cases[i][1], cases[i][2]);
}

static bool has_plain(const struct value *value)
{
    bool plain = value->kind == VALUE_PLAIN;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->list.len; i++)
        plain |= has_plain(value->list.items[i]);
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->map.len; i++)
        plain |= has_plain(value->map.items[i].value);
    return plain;
}

static void nothing_stays_plain(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, "additionalProperties: false\n"
                       "properties:\n"
                       "  a: { type: integer }\n"
                       "  b: { type: array, items: { type: boolean } }\n"
                       "  c: false\n"
                       "  d: { enum: [[1, x]] }\n");
    bench_check(&bench, "a: { x: [1, 2] }\n"
                        "b: [yes, true, { y: 1 }]\n"
                        "c: [1]\n"
                        "d: [1, x]\n"
                        "e: [1, { f: g }]\n");
    assert_false(has_plain(bench.document));
    assert_int_equal(bench.diags.len, 5);
    bench_close(&bench);
}

/* What one property has, under the names of others, counts with their values. */
static void values_stand_in_for_others(void **state)
{
    (void)state;
    static const char schema[] = "required: [a, b]\n"
                                 "properties: { a: { minItems: 2 }, b: true, more: true, c: {\n"
                                 "  properties: { a: { minItems: 1 } } } }";
    static const char *const cases[][2] = {
        {"a: [1]\nb: 1\nmore: { a: [2] }", ""},
        {"a: []\nb: 1\nmore: { a: [2, 3] }", ""},
        {"more: { a: [1], b: [2] }", ""},
        {"more: { a: [], b: 2 }", "1:1 missing-key []\n1:1 missing-key []\n"},
        {"more: [a, b]\nb: 1", "1:1 missing-key []\n"},
        {"a: []\nb: 1\nmore: { a: [2] }", "1:4 too-few-items [[]]\n"},
        {"b: 1\nc: { a: [] }\nmore: { a: [2] }", "2:9 too-few-items [[]]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench bench;
        bench_open(&bench, schema);
        bench.schema->stand_ins = STR("more");
        bench_check(&bench, cases[i][0]);
        assert_string_equal(findings(&bench), cases[i][1]);
        bench_close(&bench);
    }
}

static void every_rule_points_at_its_place(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"additionalProperties: false\nproperties: { title: true }", "titel: x",
         "1:1 unknown-key [titel]\n"},
        {"additionalProperties: false", "a: x\nb: y", "1:1 unknown-key [a]\n2:1 unknown-key [b]\n"},
        {"required: [a]", "b: 1\n", "1:1 missing-key []\n"},
        {"properties: { a: { required: [b, c] } }", "x: 1\na: { c: 1 }", "2:4 missing-key []\n"},
        {"properties: { a: { type: string } }", "a:\nb: 1", "1:3 missing-value []\n"},
        {"properties: { a: false }", "a: 1", "1:4 not-allowed [1]\n"},
        {"properties: { a: { items: false } }", "a: [1, x]",
         "1:5 not-allowed [1]\n1:8 not-allowed [x]\n"},
        {"properties: { a: { type: integer, minimum: 5 } }", "a: x", "1:4 not-integer [x]\n"},
        {"properties: { a: { type: [integer, boolean] } }", "a: 'x'", "1:4 wrong-type ['x']\n"},
        {"properties: { a: { items: { type: string, enum: [x, y] } } }", "a:\n  - x\n  - z\n",
         "3:5 not-allowed-value [z]\n"},
        {"properties: { a: { type: string, minLength: 3 } }", "a: øø", "1:4 too-short [øø]\n"},
        {"properties: { a: { type: string, maxLength: 3 } }", "a: øøøø", "1:4 too-long [øøøø]\n"},
        {"properties: { a: { type: string, maxLength: 4 } }", "a: øøøø", ""},
        {"properties: { a: { type: string, pattern: '^x' } }", "a: yx",
         "1:4 pattern-mismatch [yx]\n"},
        {"properties: { a: { minimum: 3, maximum: 4 } }", "a: 2", "1:4 too-small [2]\n"},
        {"properties: { a: { minimum: 3, maximum: 4 } }", "a: 4.01", "1:4 too-large [4.01]\n"},
        {"properties: { a: { minItems: 2 } }", "a: [1]", "1:4 too-few-items [[1]]\n"},
        {"properties: { a: { maxItems: 1 } }", "a: [1, 2]", "1:4 too-many-items [[1, 2]]\n"},
        {"properties: { a: { uniqueItems: true } }",
         "a: [1, 2, 1.0, { x: 1, y: 2 }, { y: 2, x: 1 }]",
         "1:11 duplicate-item [1.0]\n1:32 duplicate-item [{ y: 2, x: 1 }]\n"},
        {"properties: { a: { uniqueItems: true } }",
         "a: [å b, a\u030A b, å  b, å\u00A0b, å\u00ADb, Å b]",
         "1:10 duplicate-item [a\u030A b]\n1:16 duplicate-item [å  b]\n"
         "1:22 duplicate-item [å\u00A0b]\n"},
        {"properties: { a: { type: string, format: date } }", "a: 2024-02-30",
         "1:4 bad-date [2024-02-30]\n"},
        {"properties: { a: { type: string, format: date } }", "a: 2024-04",
         "1:4 date-form [2024-04]\n"},
        {"properties: { a: { type: string, format: date, x-partial: true } }", "a: 2024-04", ""},
        {"properties: { a: { type: string, format: date, x-partial: true } }", "a: 2024", ""},
        {"properties: { a: { type: string, format: date } }", "a: [1]", "1:4 date-form [[1]]\n"},
        {"properties: { a: { type: string, format: uri } }", "a: www.nav.no",
         "1:4 bad-uri [www.nav.no]\n"},
        {"properties: { a: { type: string, format: email } }", "a: meg", "1:4 bad-email [meg]\n"},
        {"additionalProperties: { type: integer }", "a: 1\nb: x", "2:4 not-integer [x]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_findings(cases[i][0], cases[i][1], cases[i][2]);
}

static void everything_is_said_in_one_run(void **state)
{
    (void)state;
    expect_findings(
        "required: [title, type, themes]\n"
        "additionalProperties: false\n"
        "properties:\n"
        "  title: { type: string, minLength: 5, pattern: '^[A-ZÆØÅ]' }\n"
        "  type: { type: string, enum: [pilot, forsok] }\n"
        "  themes: { type: array, uniqueItems: true, maxItems: 2, items: { type: string } }\n"
        "  order: { type: integer, maximum: 10 }\n",
        "title: abc\n"
        "typ: pilot\n"
        "order: 11\n"
        "farge: rød\n",
        "1:1 missing-key []\n"
        "1:8 too-short [abc]\n"
        "2:1 unknown-key [typ]\n"
        "3:8 too-large [11]\n"
        "4:1 unknown-key [farge]\n");
}

static void faults_in_a_schema_are_found(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"requird: [a]", "1:1 schema-unknown-keyword [requird]\n"},
        {"properties: { a: { $ref: '#' } }", "1:20 schema-unknown-keyword [$ref]\n"},
        {"x-whatever: { a: [1] }\ntitle: A", ""},
        {"type: strnig", "1:7 schema-unknown-type [strnig]\n"},
        {"type: [string, string]", "1:7 schema-bad-keyword [[string, string]]\n"},
        {"type: []", "1:7 schema-bad-keyword [[]]\n"},
        {"format: date-time", "1:9 schema-unknown-format [date-time]\n"},
        {"minLength: -1", "1:12 schema-bad-keyword [-1]\n"},
        {"minLength: 1.5", "1:12 schema-bad-keyword [1.5]\n"},
        {"minLength: 2.0", ""},
        {"maxItems: '3'", "1:11 schema-bad-keyword ['3']\n"},
        {"minimum: x", "1:10 schema-bad-keyword [x]\n"},
        {"uniqueItems: yes", "1:14 schema-bad-keyword [yes]\n"},
        {"enum: a", "1:7 schema-bad-keyword [a]\n"},
        {"title: [a]", "1:8 schema-bad-keyword [[a]]\n"},
        {"required: [a, a]", "1:11 schema-bad-keyword [[a, a]]\n"},
        {"required: a", "1:11 schema-bad-keyword [a]\n"},
        {"properties: [a]", "1:13 schema-bad-keyword [[a]]\n"},
        {"properties: { a: b }", "1:18 schema-bad-schema [b]\n"},
        {"items: 3", "1:8 schema-bad-schema [3]\n"},
        {"$schema: http://json-schema.org/draft-07/schema#",
         "1:10 schema-bad-keyword [http://json-schema.org/draft-07/schema#]\n"},
        {"$schema: https://json-schema.org/draft/2020-12/schema", ""},
        {"pattern: '[a'", "1:10 schema-bad-pattern ['[a']\n"},
        {"required: [titel]\nproperties: { title: true }\nadditionalProperties: false",
         "1:12 schema-unknown-required [titel]\n"},
        {"required: [titel]\nproperties: { title: true }", ""},
        {"type: integer\nmaximum: 3\ndefault: 5", "3:10 too-large [5]\n"},
        {"type: integer\ndefault: x", "2:10 not-integer [x]\n"},
        {"type: integer\nenum: [1, x]", "2:11 not-integer [x]\n"},
        {"type: string\nenum: [a, b]\ndefault: c", "3:10 not-allowed-value [c]\n"},
        {"type: string\nconst:\n", "2:7 missing-value []\n"},
        {"format: date\nx-partial: ja", "2:12 schema-bad-keyword [ja]\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_faults(cases[i][0], cases[i][1]);
}

static void a_schema_can_be_walked(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench,
               "title: Tiltak\n"
               "required: [b, c]\n"
               "properties:\n"
               "  b: { type: string, enum: [no, 2024], default: no, x-facet: true }\n"
               "  a: { type: array, items: { type: [integer, 'null'] }, description: D }\n");
    const struct schema *schema = bench.schema;
    assert_non_null(schema);
    assert_true(str_eq(schema->title, STR("Tiltak")));
    assert_int_equal(schema->properties.len, 2);
    const struct schema_property *b = &schema->properties.items[0];
    assert_true(str_eq(b->name, STR("b")) && b->required);
    assert_ptr_equal(b, schema_property(schema, STR("b")));
    assert_null(schema_property(schema, STR("c")));
    assert_true(value_get_bool(b->schema->keywords, STR("x-facet")));
    assert_true(str_eq(value_str(b->schema->fallback), STR("no")));
    assert_int_equal(b->schema->choices->list.len, 2);
    assert_int_equal(b->schema->choices->list.items[1]->kind, VALUE_TEXT);
    const struct schema_property *a = &schema->properties.items[1];
    assert_false(a->required);
    assert_int_equal(a->schema->items->types, SCHEMA_INTEGER | SCHEMA_NULL);
    assert_true(str_eq(a->schema->description, STR("D")));
    bench_close(&bench);
}

/* A tree that one schema has settled is read by another, and nothing in it changes. */
static void a_settled_document_is_only_read(void **state)
{
    (void)state;
    struct bench bench, again;
    bench_open(&bench, "title: Alt\n");
    assert_true(bench_check(&bench, "a: [1, 1, '[FYLL INN]']\nb: x\nc: '2'\n"));
    bench_open(&again, "properties:\n"
                       "  a: { type: array, maxItems: 2, items: { type: integer } }\n"
                       "  b: { type: string, minLength: 2 }\n"
                       "additionalProperties: false\n");
    const struct value *document = bench.document;
    assert_false(schema_check_settled(again.schema, document, &again.arena, &again.diags));
    assert_string_equal(findings(&again), "1:4 too-many-items [[1, 1, '[FYLL INN]']]\n"
                                          "1:11 placeholder ['[FYLL INN]']\n"
                                          "2:4 too-short [x]\n"
                                          "3:1 unknown-key [c]\n");
    const struct value *list = value_get(document, STR("a"));
    assert_int_equal(list->list.items[2]->kind, VALUE_TEXT);
    assert_false(schema_check_settled(schema_property(again.schema, STR("a"))->schema, list,
                                      &again.arena, &again.diags));
    bench_close(&again);
    bench_close(&bench);
}

static void expect_sentence(const char *schema, const char *document, const char *wanted)
{
    struct bench bench;
    bench_open(&bench, schema);
    if (bench.schema && document)
        bench_check(&bench, document);
    assert_int_equal(bench.diags.len, 1);
    struct str text = diag_text(&bench.arena, &bench.diags.items[0], DIAG_NB);
    struct str help = report_help(&bench.arena, &bench.diags.items[0], DIAG_NB);
    assert_string_equal(STR_JOIN(&bench.arena, text, STR(" | "), help).ptr, wanted);
    bench_close(&bench);
}

static void sentences_say_what_to_write(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"additionalProperties: false\nproperties: { title: true, order: true }", "tittel: x",
         "feltet «tittel» er ukjent | mente du «title»? feltene er: title, order"},
        {"additionalProperties: false", "x: 1", "feltet «x» er ukjent | feltene er: –"},
        {"properties: { links: { items: { required: [url] } } }", "links: [{ title: x }]",
         "feltet «links.url» mangler | legg til en linje med «url:» og verdien"},
        {"properties: { s: { properties: { page: { type: integer } } } }", "s: { page: ti }",
         "«s.page» skal være et heltall, men er «ti» | "
         "skriv bare sifrene, uten anførselstegn, for eksempel 3"},
        {"properties: { a: { type: [integer, boolean] } }", "a: x",
         "«a» er av feil type | skriv verdien på en av disse måtene: true, 12"},
        {"properties: { status: { type: string, enum: [planlagt, pagar] } }", "status: pågår",
         "«pågår» er ikke en gyldig verdi for «status» | mente du «pagar»? "
         "velg en av disse: planlagt, pagar"},
        {"properties: { a: { const: [1] } }", "a: [2]",
         "«[…]» er ikke en gyldig verdi for «a» | velg en av disse: […]"},
        {"properties: { a: { type: string, maxLength: 3 } }", "a: blåbær",
         "«a» er for lang: teksten har 6 tegn, og kan ha høyst 3 | kort ned teksten"},
        {"properties: { a: { minimum: 0.1 } }", "a: 0.05",
         "«a» er 0.05, men kan ikke være mindre enn 0.1 | tallet skal være: ≥ 0.1"},
        {"properties: { a: { minimum: 1990, maximum: 2100 } }", "a: 24",
         "«a» er 24, men kan ikke være mindre enn 1990 | tallet skal være: 1990–2100"},
        {"properties: { a: { type: string, pattern: '^x', description: Små bokstaver } }", "a: b",
         "«b» er ikke skrevet slik «a» skal være | formen er: Små bokstaver"},
        {"properties: { a: { type: string, format: date, x-partial: true } }", "a: april 2024",
         "«a» er ikke skrevet som en dato: «april 2024» | mente du «2024-04»? "
         "skriv den slik: 2024, 2024-04, 2024-04-17"},
        {"properties: { s: { type: object, properties: { b: true, c: true } } }", "s: x",
         "«s» skal ha egne felt | "
         "skriv: { b: …, c: … }; eller ett felt på hver linje; feltene er: b, c"},
        {"properties: { a: { format: uri } }", "a: www.nav.no",
         "«a» skal være en full nettadresse, men er «www.nav.no» | "
         "mente du «https://www.nav.no»? skriv den slik: https://www.eksempel.no/side; "
         "mellomrom og bokstaver utenom a–z skrives med prosentkoder; "
         "kopier adressen fra nettleseren"},
        {"type: array", "a: b",
         "«a.md» skal være en liste | "
         "skriv: [a, b]; eller én verdi på hver linje med bindestrek foran"},
        {"minLenght: 3", NULL,
         "nøkkelordet «minLenght» er ikke støttet i skjemaer | mente du «minLength»? "
         "egne merker begynner med «x-»; nøkkelordene er: $schema, title, description, type, enum, "
         "const, default, format, x-partial, properties, required, additionalProperties, items, "
         "minItems, maxItems, uniqueItems, minLength, maxLength, pattern, minimum, maximum"},
        {"minLength: x", NULL,
         "«minLength» kan ikke ha denne verdien i et skjema | skriv for eksempel: minLength: 1"},
        {"pattern: 'a('", NULL,
         "mønsteret «a(» er ikke gyldig: missing closing parenthesis | "
         "mønstre er regulære uttrykk slik JavaScript har dem, for eksempel ^[a-z]+$"},
        {"type: integer\ndefault: x", NULL,
         "«default» skal være et heltall, men er «x» | "
         "skriv bare sifrene, uten anførselstegn, for eksempel 3"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_sentence(cases[i][0], cases[i][1], cases[i][2]);
}

static void every_rule_has_its_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCHEMA_RULES; i++) {
        assert_non_null(schema_rules[i].id);
        assert_int_equal(schema_rules[i].severity,
                         i == SCHEMA_RULE_TEXT_CUT ? SEVERITY_WARNING : SEVERITY_ERROR);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(schema_rules[i].id, schema_rules[k].id);
        for (size_t language = 0; language < DIAG_LANGUAGES; language++)
            assert_non_null(schema_rules[i].text[language]);
        assert_int_equal(!schema_rules[i].help[DIAG_NB], !schema_rules[i].help[DIAG_EN]);
    }
}

static void suggestions_are_not_taken_twice(void **state)
{
    (void)state;
    /* `title` is there, so `titel` is no slip for it; `sumary` stands for the missing summary. */
    struct bench bench;
    bench_open(&bench, "additionalProperties: false\n"
                       "required: [title, summary]\n"
                       "properties: { title: true, summary: true }\n");
    bench_check(&bench, "title: x\ntitel: y\nsumary: z\nsummry: u\n");
    assert_string_equal(findings(&bench), "2:1 unknown-key [titel]\n"
                                          "3:1 unknown-key [sumary]\n"
                                          "4:1 unknown-key [summry]\n");
    assert_int_equal(bench.diags.items[0].detail.suggestion.len, 0);
    assert_true(str_eq(bench.diags.items[1].detail.suggestion, STR("summary")));
    assert_int_equal(bench.diags.items[2].detail.suggestion.len, 0);
    bench_close(&bench);
}

static void numbers_are_compared_exactly(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"maximum: 9007199254740992", "9007199254740993", "!too-large"},
        {"maximum: 9007199254740992.0", "9007199254740993", "!too-large"},
        {"maximum: 9223372036854775807", "9223372036854775808", "!too-large"},
        {"minimum: -9223372036854775808", "-1e300", "!too-small"},
        {"minimum: 1e300", "9223372036854775807", "!too-small"},
        {"minimum: -0.5", "0", "int 0"},
        {"minimum: -0.5", "-1", "!too-small"},
        {"maximum: 0.5", "1", "!too-large"},
        {"uniqueItems: true", "[9007199254740992, 9007199254740993, 1e300]", "null"},
        {"uniqueItems: true", "[1e300, 1.0e300]", "!duplicate-item"},
        {"uniqueItems: true", "[1, '1', true, 'true']", "null"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_settled(cases[i][0], cases[i][1], cases[i][2]);
}

static void hostile_documents_are_survived(void **state)
{
    (void)state;
    enum { MANY = 20000, DEEP = 2000 };
    struct bench bench;
    bench_open(&bench, "additionalProperties: false\n"
                       "properties:\n"
                       "  tags: { type: array, uniqueItems: true, items: { enum: [aaaa, bbbb] } }\n"
                       "  sets: { uniqueItems: true }\n"
                       "  text: { type: string, pattern: '^(a+)+$' }\n");
    struct value *document = value_map(&bench.arena);
    struct value *tags = value_list(&bench.arena), *sets = value_list(&bench.arena);
    for (size_t i = 0; i < MANY; i++) {
        struct value *tag = value_text(&bench.arena, str_format(&bench.arena, "aaa%zu", i));
        tag->kind = VALUE_PLAIN;
        value_add(&bench.arena, tags, tag);
        value_add(&bench.arena, sets, value_map(&bench.arena));
        value_put(&bench.arena, document, str_format(&bench.arena, "k%zu", i), tag);
    }
    struct value *deep = value_list(&bench.arena);
    for (size_t i = 0; i < DEEP; i++) {
        struct value *outer = value_list(&bench.arena);
        value_add(&bench.arena, outer, deep);
        deep = outer;
    }
    value_add(&bench.arena, sets, deep);
    char *wild = arena_text(&bench.arena, 5000);
    memset(wild, 'a', 4999);
    wild[4999] = '!';
    value_put(&bench.arena, document, STR("tags"), tags);
    value_put(&bench.arena, document, STR("sets"), sets);
    value_put(&bench.arena, document, STR("text"),
              value_text(&bench.arena, (struct str){wild, 5000}));
    assert_false(schema_check(bench.schema, document, &bench.arena, &bench.diags));
    assert_int_equal(diag_total(&bench.diags), MANY + MANY + MANY - 1 + 1);
    bench_close(&bench);
}

static void patterns_are_those_of_ecma_262(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool found;
    } cases[] = {
        {"^\\p{Letter}+$", "blåbær", true},
        {"^\\p{gc=Lowercase_Letter}+$", "Blåbær", false},
        {"^\\P{Letter}+$", "123", true},
        {"^\\p{Lu}", "Ås", true},
        {"^\\p{Script=Greek}+$", "π", true},
        {"^\\d+$", "৪", false},
        {"^\\w+$", "å", false},
        {"^a$", "a\n", false},
        {"^.$", "ø", true},
        {"^\\u00e5$", "å", true},
        {"^\\u{1F600}$", "😀", true},
        {"[]", "a", false},
        {"^[^]$", "\n", true},
        {"\\\\p{", "\\p{", true},
        {"b", "abc", true},
        {"b", "a\nb", true},
        {"b", "ac", false},
        {"", "", true},
        {"x$", "x\ny", false},
        {"x$", "y\nx", true},
        {"a|c$", "xxc", true},
        {"^b|c", "abc", true},
        {"^b|c", "ab", false},
        {"(.)\\1", "abba", true},
        {"(.)\\1", "abab", false},
        {"(?<=å)b", "åb", true},
        {"\\bb", "ab b", true},
        {"[^]$", "", false},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str fault = {0};
        struct pattern *pattern = pattern_compile(&arena, str_of(cases[i].pattern), &fault);
        if (!pattern ||
            (pattern_try(pattern, str_of(cases[i].text)) == PATTERN_MATCHES) != cases[i].found)
            fail_msg("%s on %s %s", cases[i].pattern, cases[i].text, fault.ptr);
    }
    static const char *const invalid[] = {"a{2,1}", "a)(b", "(", ")", "a\\", "[a", "*a", "^*?)(b"};
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
        struct str fault = {0};
        if (pattern_compile(&arena, str_of(invalid[i]), &fault) || !fault.len)
            fail_msg("%s", invalid[i]);
    }
    arena_release(&arena);
}

/* However a pattern is written, it is given up before it costs much; see the law of linear cost. */
static void patterns_are_given_up(void **state)
{
    (void)state;
    static const char *const patterns[] = {"\\s+$",    "(a+)+$", "(a|a)*$",   "^(a+)+$",
                                           "(\\s*)*$", ".*.*x",  "(?=\\s+x)", "[\\sa]+[\\sa]+$"};
    struct arena arena;
    arena_init(&arena);
    char *text = arena_text(&arena, 60000);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct str fault;
        bool blank = patterns[i][0] == '\\' || patterns[i][2] == '=' || patterns[i][2] == 's';
        memset(text, blank ? ' ' : 'a', 59999);
        text[59999] = '!';
        struct pattern *pattern = pattern_compile(&arena, str_of(patterns[i]), &fault);
        if (!pattern || pattern_try(pattern, (struct str){text, 60000}) != PATTERN_TOO_SLOW)
            fail_msg("%s", patterns[i]);
    }
    struct str fault;
    struct pattern *fast = pattern_compile(&arena, STR("^[a-z ]+$|!$"), &fault);
    assert_int_equal(pattern_try(fast, (struct str){text, 60000}), PATTERN_MATCHES);
    assert_int_equal(pattern_try(fast, (struct str){text, 59999}), PATTERN_MATCHES);
    assert_int_equal(pattern_try(fast, STR("A")), PATTERN_DIFFERS);
    arena_release(&arena);
}

/* The text, and each that differs from it in one byte, is to the pattern what it is to the code. */
static void compare_format(const struct pattern *pattern, bool (*is_format)(struct str),
                           const char *written)
{
    static const char bytes[] = ":/[]@%?#.,!\"\\ a1-_~^\x7F";
    char copy[128];
    size_t len = strlen(written);
    assert_true(len < sizeof copy - 1);
    for (size_t at = 0; at <= len; at++)
        for (size_t b = 0; b < sizeof bytes; b++)
            for (size_t taken = 0; taken < 2 && at + taken <= len; taken++) {
                size_t put = b < sizeof bytes - 1; /* the last time a byte is only taken away */
                memcpy(copy, written, at);
                copy[at] = bytes[b];
                memcpy(copy + at + put, written + at + taken, len - at - taken);
                struct str text = {copy, len + put - taken};
                if (utf8_valid_until(text) == text.len &&
                    (pattern_try(pattern, text) == PATTERN_MATCHES) != is_format(text))
                    fail_msg("%.*s", STR_ARG(text));
            }
}

static void formats_know_their_grammar(void **state)
{
    (void)state;
    static const char *const uris[] = {
        "https://www.regjeringen.no/no/dokumenter/x/id123/?q=%C3%A6#top",
        "a:",
        "file:///x",
        "http://[v1.a:b]/",
        "http://[1:2:3:4:5:6:7:8]:80/",
        "http://[::1.2.3.4]/",
        "http://a:/",
        "http://[1::]/",
    };
    static const char *const no_uris[] = {
        "",
        ":",
        "1a:b",
        "http://[1:2:3:4:5:6:7]/",
        "http://[1:2:3:4:5:6:7::8]/x[",
        "http://[:::]/",
        "http://[1::2::3]/",
        "http://[::1.2.3.4:5]/",
        "http://a@b@c/",
        "http://a:8x/",
        "a:b#c#d",
        "http://[v.a]/",
        "http://[::1]x/",
        "http://[::1",
        "a:%4",
        "a:ø",
        "http://[12345::]/",
        "http://[::1%eth0]/",
    };
    static const char *const emails[] = {
        "a@b",
        "a!b$c'd*e=f_g+h~m-n@c.no",
        "a@[IPv6:1:2:3:4:5:6:7:8]",
        "post+x@dep.no",
    };
    static const char *const no_emails[] = {
        "",
        "@",
        "a@",
        "a@b.",
        "a@-b.no",
        "a@b-.no",
        "a@.no",
        "\"a\"b\"@c.no",
        "\"a b\"@c.no",
        "\"a,b@c\"@d.no",
        "a?cc=b@c.no",
        "a?cc=b%40c.no&subject=x@d.no",
        "a%0Ab@c.no",
        "a#b@c.no",
        "a&b@c.no",
        "a/b@c.no",
        "a^b@c.no",
        "a`b@c.no",
        "a{b@c.no",
        "a|b@c.no",
        "a}b@c.no",
        "a,b@c.no",
        "a@b.no,c@d.no",
        "a@b@c.no",
        "a@[1.2.3]",
        "a@[]",
        "a@[::1]",
        "æ@b.no",
        "a@b.no\n",
        "\"@c.no",
        "a@b_c.no",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.no",
    };
    for (size_t i = 0; i < sizeof uris / sizeof *uris; i++)
        if (!format_is_uri(str_of(uris[i])))
            fail_msg("a URI: %s", uris[i]);
    for (size_t i = 0; i < sizeof no_uris / sizeof *no_uris; i++)
        if (format_is_uri(str_of(no_uris[i])))
            fail_msg("no URI: %s", no_uris[i]);
    for (size_t i = 0; i < sizeof emails / sizeof *emails; i++)
        if (!format_is_email(str_of(emails[i])))
            fail_msg("an e-mail address: %s", emails[i]);
    for (size_t i = 0; i < sizeof no_emails / sizeof *no_emails; i++)
        if (format_is_email(str_of(no_emails[i])))
            fail_msg("no e-mail address: %s", no_emails[i]);
    struct arena arena;
    arena_init(&arena);
    struct str fault = {0};
    struct pattern *uri = pattern_compile(&arena, str_of(format_uri_pattern), &fault);
    struct pattern *email = pattern_compile(&arena, str_of(format_email_pattern), &fault);
    assert_true(uri && email);
    for (size_t i = 0; i < sizeof uris / sizeof *uris; i++)
        compare_format(uri, format_is_uri, uris[i]);
    for (size_t i = 0; i < sizeof no_uris / sizeof *no_uris; i++)
        compare_format(uri, format_is_uri, no_uris[i]);
    for (size_t i = 0; i < sizeof emails / sizeof *emails; i++)
        compare_format(email, format_is_email, emails[i]);
    for (size_t i = 0; i < sizeof no_emails / sizeof *no_emails; i++)
        compare_format(email, format_is_email, no_emails[i]);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_scalars_are_settled_by_type),
        cmocka_unit_test(plain_scalars_are_settled_by_choice),
        cmocka_unit_test(nothing_stays_plain),
        cmocka_unit_test(every_rule_points_at_its_place),
        cmocka_unit_test(values_stand_in_for_others),
        cmocka_unit_test(everything_is_said_in_one_run),
        cmocka_unit_test(faults_in_a_schema_are_found),
        cmocka_unit_test(a_schema_can_be_walked),
        cmocka_unit_test(a_settled_document_is_only_read),
        cmocka_unit_test(sentences_say_what_to_write),
        cmocka_unit_test(every_rule_has_its_row),
        cmocka_unit_test(suggestions_are_not_taken_twice),
        cmocka_unit_test(numbers_are_compared_exactly),
        cmocka_unit_test(hostile_documents_are_survived),
        cmocka_unit_test(patterns_are_those_of_ecma_262),
        cmocka_unit_test(patterns_are_given_up),
        cmocka_unit_test(formats_know_their_grammar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
