#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/value.h"
#include "kit.h"
#include "parse/gate.h"
#include "parse/yaml.h"

static struct value *read(struct kit *kit, struct str text)
{
    struct source *source = kit_source(kit, text);
    return yaml_parse(&kit->arena, source, source_span(source, 0, text.len), &kit->diags);
}

/* ---- what is read ---- */

static void put_value(struct buf *out, const struct value *value)
{
    static const char *const names[] = {
        [VALUE_NULL] = "null", [VALUE_TEXT] = "text", [VALUE_PLAIN] = "plain"};
    if (value->kind == VALUE_LIST) {
        buf_lit(out, "[");
        for (size_t i = 0; i < value->list.len; i++) {
            buf_put(out, i ? STR(" ") : STR(""));
            put_value(out, value->list.items[i]);
        }
        buf_lit(out, "]");
    } else if (value->kind == VALUE_MAP) {
        buf_lit(out, "{");
        for (size_t i = 0; i < value->map.len; i++) {
            buf_format(out, "%s%.*s=", i ? " " : "", STR_ARG(value->map.items[i].key));
            put_value(out, value->map.items[i].value);
        }
        buf_lit(out, "}");
    } else {
        buf_format(out, "%s(%.*s)", names[value->kind], STR_ARG(value_str(value)));
    }
}

static const char *shape(struct kit *kit, const struct value *value)
{
    struct buf out = BUF_INIT;
    if (value)
        put_value(&out, value);
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text.ptr;
}

static void test_fields_as_written(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *shape;
    } cases[] = {
        {"", "{}"},
        {"\n\n", "{}"},
        {"# bare en merknad\n", "{}"},
        {"a: b\n", "{a=plain(b)}"},
        {"a: b", "{a=plain(b)}"},
        {"---\na: b\n", "{a=plain(b)}"},
        {"a: b\n...\n", "{a=plain(b)}"},
        {"a:\n", "{a=plain()}"},
        {"a: ''\n", "{a=text()}"},
        {"a: 'b''c'\n", "{a=text(b'c)}"},
        {"a: \"b\\tc\\u00e6\"\n", "{a=text(b\tcæ)}"},
        {"a: b c  # d\n", "{a=plain(b c)}"},
        {"a: b#c\n", "{a=plain(b#c)}"},
        {"a: b\n  c\n\n  d\n", "{a=plain(b c\nd)}"},
        {"a: |\n  b\n   c\n\nd: e\n", "{a=text(b\n c\n) d=plain(e)}"},
        {"a: >-\n  b\n  c\n", "{a=text(b c)}"},
        {"a: [b, 'c', \"d\", []]\n", "{a=[plain(b) text(c) text(d) []]}"},
        {"a: {b: c, d: {}}\n", "{a={b=plain(c) d={}}}"},
        {"a:\n  - b\n  - c: d\n    e: f\n", "{a=[plain(b) {c=plain(d) e=plain(f)}]}"},
        {"a:\n- b\n- c\n", "{a=[plain(b) plain(c)]}"},
        {"a: [b: c]\n", "{a=[{b=plain(c)}]}"},
        {"\"a b\": c\n'd': e\n", "{a b=plain(c) d=plain(e)}"},
        {"? a\n: b\n", "{a=plain(b)}"},
        {"æøå: blåbær\n", "{æøå=plain(blåbær)}"},
        {"https://a.no: https://b.no\n", "{https://a.no=plain(https://b.no)}"},
        {"a: '<<'\n'<<': b\n", "{a=text(<<) <<=plain(b)}"},
        {"{a: b}\n", "{a=plain(b)}"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        assert_c(cases[i].text, shape(kit, read(kit, str_of(cases[i].text))), cases[i].shape);
        assert_c(cases[i].text, kit_findings(kit), "");
    }
}

/* Nothing is guessed: what an unquoted scalar is, the schema says. */
static void test_unquoted_scalars_stay_as_they_are(void **state)
{
    struct kit *kit = *state;
    static const char *const scalars[] = {
        "no",    "No",  "yes",  "on",   "off",  "y",   "true", "null",       "~",
        "1e3",   "0",   "007",  "1.0",  "0x1F", "0o7", "1_0",  "2024-04-17", "2024-04",
        "12:30", "+47", ".inf", ".nan", "=",    "<<",  "-1",   "1,5",
    };
    for (size_t i = 0; i < ROWS(scalars); i++) {
        struct str text = STR_JOIN(&kit->arena, STR("a: "), str_of(scalars[i]), STR("\n"));
        struct value *value = value_get(read(kit, text), STR("a"));
        assert_c(scalars[i], kit_findings(kit), "");
        assert_int_equal(value->kind, VALUE_PLAIN);
        assert_str(scalars[i], value->text, scalars[i]);
    }
}

/* ---- spans ---- */

static void put_spans(struct buf *out, const struct value *value, const char *name)
{
    struct str text = kit_spanned(value->span);
    buf_format(out, "%s ", name);
    for (size_t i = 0; i < text.len; i++)
        buf_put(out, text.ptr[i] == '\n' ? STR("↵") : str_slice(text, i, i + 1));
    buf_lit(out, "|");
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            put_spans(out, value->list.items[i], "-");
    if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < value->map.len; i++) {
            struct str key = kit_spanned(member_span(&value->map.items[i]));
            char label[32];
            snprintf(label, sizeof label, "%.*s:", STR_ARG(key));
            put_spans(out, value->map.items[i].value, label);
        }
}

/* What each value of the one field `a` came from: quotes, brackets and all, blanks and notes not.
 */
static void test_spans_of_each_kind_of_value(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *spans;
    } cases[] = {
        {"a: b\n", "= b|"},
        {"a:   b c   # d\n", "= b c|"},
        {"a:\nb: c\n", "= |"},
        {"a: b\n  c\n  d # e\nf: g\n", "= b↵  c↵  d|"},
        {"a: 'b ' # c\n", "= 'b '|"},
        {"a: \"b\n  c\"\n", "= \"b↵  c\"|"},
        {"a: blåbær # ø\n", "= blåbær|"},
        {"a: |\n  b\n  c\n\n# d\ne: f\n", "= |↵  b↵  c|"},
        {"a: |+\n  b\n\n\nc: d\n", "= |+↵  b|"},
        {"a: >-\n  b\n\n  c\n", "= >-↵  b↵↵  c|"},
        {"a: |\n  b", "= |↵  b|"},
        {"a: []\n", "= []|"},
        {"a: {} # b\n", "= {}|"},
        {"a: [b, 'c' , \"d\" ] # e\n", "= [b, 'c' , \"d\" ]|- b|- 'c'|- \"d\"|"},
        {"a: {b: c , d: 'e'} # f\n", "= {b: c , d: 'e'}|b: c|d: 'e'|"},
        {"a: {b, c: }\n", "= {b, c: }|b: |c: |"},
        {"a: [\n  b, # c\n  d\n ] # e\nf: g\n", "= [↵  b, # c↵  d↵ ]|- b|- d|"},
        {"a: [b: c , d]\n", "= [b: c , d]|- b: c|b: c|- d|"},
        {"a:\n  - b\n  - c # d\n# e\n\nf: g\n", "= - b↵  - c|- b|- c|"},
        {"a:\n- b\n- c\n# d\ne: f\n", "= - b↵- c|- b|- c|"},
        {"a:\n  -\n  - \n  - b\n", "= -↵  - ↵  - b|- |- |- b|"},
        {"a:\n  b: c\n  # d\n  'e': f # g\n\n# h\ni: j\n", "= b: c↵  # d↵  'e': f|b: c|'e': f|"},
        {"a:\n  - b: c\n    d: |\n      e\n\n  # f\n",
         "= - b: c↵    d: |↵      e|- b: c↵    d: |↵      e|b: c|d: |↵      e|"},
        {"a:\n  - [b]\n  - {c: d}\n\n", "= - [b]↵  - {c: d}|- [b]|- b|- {c: d}|c: d|"},
        {"\n\n# æ\n'a': b\n", "= b|"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf out = BUF_INIT;
        struct value *map = read(kit, str_of(cases[i].text));
        put_spans(&out, value_get(map, STR("a")), "=");
        assert_str(cases[i].text, buf_str(&out), cases[i].spans);
        assert_str(cases[i].text, str_trim(kit_spanned(member_span(&map->map.items[0]))),
                   i + 1 == ROWS(cases) ? "'a'" : "a");
        buf_release(&out);
    }
}

/* The part may begin anywhere; places are those of the whole file. */
static void test_places_are_those_of_the_file(void **state)
{
    struct kit *kit = *state;
    struct source *source = kit_source(kit, STR("---\næ: ø\nb: &c d\n---\nbrødtekst\n"));
    struct str text = source->text;
    size_t start = 4, end = str_find(text, STR("---\nbr"));
    yaml_parse(&kit->arena, source, source_span(source, start, end), &kit->diags);
    assert_c("place", kit_findings(kit), "3:4 yaml-anchor");
}

/* Every value lies within the one that holds it, after its key and the value before it. */
static void assert_spans_lie_in_order(const struct value *value)
{
    uint32_t from = value->span.start;
    assert_true(value->span.start <= value->span.end);
    assert_true(value->span.end <= value->span.source->text.len);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->list.len; i++) {
        const struct value *item = value->list.items[i];
        assert_true(from <= item->span.start && item->span.end <= value->span.end);
        from = item->span.end;
        assert_spans_lie_in_order(item);
    }
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->map.len; i++) {
        const struct member *member = &value->map.items[i];
        assert_true(from <= member->key_start);
        assert_true(member->key_end <= member->value->span.start);
        assert_true(member->value->span.end <= value->span.end);
        from = member->value->span.end;
        assert_spans_lie_in_order(member->value);
    }
}

static const struct str example =
    STR_INIT("title: Én dør inn\nsummary: >-\n  Bedrifter får\n  én inngang.\n\nthemes: [a, 'b', "
             "{c: d}]\nfigures:\n  - { label: Aktører, value: \"…\" }\n  - label: Æ\n    value: |\n"
             "      ø\n      å\n# merknad\nyears: [2022,\n  2023] # to\nempty:\nlast: 'x'\n");

/* However a document is cut or a byte of it lost, it is read or refused, with a place. */
static void test_any_part_of_a_document(void **state)
{
    struct kit *kit = *state;
    for (size_t cut = 0; cut <= example.len; cut++)
        for (size_t lost = 0; lost < 2; lost++) {
            struct str text =
                STR_JOIN(&kit->arena, str_slice(example, 0, cut),
                         str_from(example, lost && cut < example.len ? cut + 1 : cut));
            if (!lost)
                text = str_slice(example, 0, cut);
            if (utf8_valid_until(text) < text.len)
                continue;
            struct value *value = read(kit, text);
            assert_true(value || diag_count(&kit->diags, SEVERITY_ERROR) > 0);
            if (value)
                assert_spans_lie_in_order(value);
            for (size_t i = 0; i < kit->diags.len; i++)
                assert_true(kit->diags.items[i].span.end <= text.len);
            kit_forget(kit);
        }
}

/* ---- what is refused ---- */

struct refusal {
    const char *text, *findings;
};

static void assert_refusals(struct kit *kit, const struct refusal *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        kit_forget(kit);
        read(kit, str_of(cases[i].text));
        assert_c(cases[i].text, kit_findings(kit), cases[i].findings);
    }
}

static void test_duplicate_keys(void **state)
{
    static const struct refusal cases[] = {
        {"a: 1\nb: 2\na: 3\n", "3:1 yaml-duplicate-key"},
        {"a: 1\n'a': 2\n\"a\": 3\n", "2:1 yaml-duplicate-key, 3:1 yaml-duplicate-key"},
        {"a: {b: 1, b: 2}\n", "1:11 yaml-duplicate-key"},
        {"a:\n  - b: 1\n    b: 2\n", "3:5 yaml-duplicate-key"},
        {"a: {b: 1}\nc: {b: 1}\n", ""},
        {"a: 1\nA: 1\n", ""},
        {"æ: 1\n\"\\u00e6\": 2\n", "2:1 yaml-duplicate-key"},
    };
    assert_refusals(*state, cases, ROWS(cases));
    struct kit *kit = *state;
    kit_forget(kit);
    struct value *map = read(kit, STR("# a\na: 1\na: 2\n"));
    assert_str("the first is kept", value_get_str(map, STR("a")), "1");
    assert_str("and told of", kit->diags.items[0].detail.args[1], "2");
}

static void test_anchors_aliases_tags_and_merge_keys(void **state)
{
    static const struct refusal cases[] = {
        {"a: &b c\n", "1:4 yaml-anchor"},
        {"a: &b\n  c: d\n", "1:4 yaml-anchor"},
        {"a: &b [c]\n", "1:4 yaml-anchor"},
        {"&a b: c\n", "1:1 yaml-anchor"},
        {"a: *b\n", "1:4 yaml-anchor"},
        {"a: &b c\nd: *b\n", "1:4 yaml-anchor, 2:4 yaml-anchor"},
        {"a: [*b, &c d]\n", "1:5 yaml-anchor, 1:9 yaml-anchor"},
        {"*a : b\n", "1:1 yaml-anchor, 1:1 yaml-key"},
        {"a: !b c\n", "1:4 yaml-tag"},
        {"a: !!int 7\n", "1:4 yaml-tag"},
        {"a: !!python/object:os.system b\n", "1:4 yaml-tag"},
        {"a: !<tag:yaml.org,2002:str> b\n", "1:4 yaml-tag"},
        {"a: ! b\n", "1:4 yaml-tag"},
        {"!!map {a: b}\n", "1:1 yaml-tag"},
        {"a: !!seq [b]\n", "1:4 yaml-tag"},
        {"!!str a: b\n", "1:1 yaml-tag"},
        {"a: &b !c d\n", "1:4 yaml-anchor, 1:4 yaml-tag"},
        {"<<: {a: b}\n", "1:1 yaml-merge"},
        {"a:\n  <<: b\n", "2:3 yaml-merge"},
        {"<<: *a\n", "1:1 yaml-merge, 1:5 yaml-anchor"},
        {"a: '&b *c !d'\n", ""},
        {"a: b &c *d !e\n", ""},
    };
    struct kit *kit = *state;
    assert_refusals(kit, cases, ROWS(cases));
    for (size_t i = 0; i + 2 < ROWS(cases); i++) /* what such text means would be a guess */
        assert_null(read(kit, str_of(cases[i].text)));
}

static void test_directives_and_documents(void **state)
{
    static const struct refusal cases[] = {
        {"%YAML 1.2\n---\na: b\n", "1:1 yaml-directive"},
        {"%YAML 1.1\n---\na: b\n", "1:1 yaml-directive"},
        {"%TAG ! tag:a.no,2024:\n---\na: b\n", "1:1 yaml-directive"},
        {"# a\n%YAML 1.2\n---\na: b\n", "2:1 yaml-directive"},
        {"a: b\n---\nc: d\n", "2:1 yaml-second-document"},
        {"---\na: b\n---\nc: d\n", "3:1 yaml-second-document"},
        {"a: b\n---\n", "2:1 yaml-second-document"},
        {"a: b\n...\nc: d\n", "3:1 yaml-second-document"},
        {"a: b\n...\n---\nc: d\n", "3:1 yaml-second-document"},
        {"a: b\n---\nc: *d\n---\ne: !f g\n", "2:1 yaml-second-document"},
    };
    assert_refusals(*state, cases, ROWS(cases));
}

static void test_what_is_no_fields(void **state)
{
    static const struct refusal cases[] = {
        {"a\n", "1:1 yaml-not-fields"},   {"a b c\n", "1:1 yaml-not-fields"},
        {"a:b\n", "1:3 yaml-syntax"},     {"- a\n- b\n", "1:1 yaml-not-fields"},
        {"[a]\n", "1:1 yaml-not-fields"}, {"'a'\n", "1:1 yaml-not-fields"},
        {"\n~\n", "2:1 yaml-not-fields"}, {"|\n  a\n", "1:1 yaml-not-fields"},
        {"[a]: b\n", "1:1 yaml-key"},     {"{a: b}: c\n", "1:1 yaml-key"},
        {"? - a\n: b\n", "1:3 yaml-key"}, {"'': a\n", "1:1 yaml-key"},
        {"a: {'': b}\n", "1:5 yaml-key"},
    };
    assert_refusals(*state, cases, ROWS(cases));
}

/* Escapes can make what the gate would not let through. */
static void test_escapes_cannot_make_what_is_refused(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *escape, *rule;
    } cases[] = {
        {"\\0", "control-character"},
        {"\\a", "control-character"},
        {"\\b", "control-character"},
        {"\\e", "control-character"},
        {"\\v", "control-character"},
        {"\\f", "control-character"},
        {"\\r", "control-character"},
        {"\\N", "control-character"},
        {"\\x1b", "control-character"},
        {"\\x7F", "control-character"},
        {"\\u0000", "control-character"},
        {"\\u009b", "control-character"},
        {"\\L", "hidden-character"},
        {"\\P", "hidden-character"},
        {"\\u200B", "hidden-character"},
        {"\\u202E", "hidden-character"},
        {"\\u2066", "hidden-character"},
        {"\\uFEFF", "hidden-character"},
        {"\\uFFFE", "hidden-character"},
        {"\\U000E0041", "hidden-character"},
        {"\\n", NULL},
        {"\\t", NULL},
        {"\\\"", NULL},
        {"\\\\", NULL},
        {"\\/", NULL},
        {"\\ ", NULL},
        {"\\_", NULL},
        {"\\u00e6", NULL},
        {"\\u200D", NULL},
        {"\\U0001F600", NULL},
        {"\\\n  ", NULL},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct str escape = str_of(cases[i].escape);
        struct str value = STR_JOIN(&kit->arena, STR("æ: \"b"), escape, STR("c\"\n"));
        struct str key = STR_JOIN(&kit->arena, STR("a:\n  \"b"), escape, STR("\": c\n"));
        const char *rule = cases[i].rule ? cases[i].rule : "";
        kit_forget(kit);
        read(kit, value);
        assert_c(cases[i].escape, kit_findings(kit),
                 *rule ? STR_JOIN(&kit->arena, STR("1:4 "), str_of(rule)).ptr : "");
        if (str_find_byte(escape, '\n') != SIZE_MAX)
            continue;
        kit_forget(kit);
        read(kit, key);
        assert_c(cases[i].escape, kit_findings(kit),
                 *rule ? STR_JOIN(&kit->arena, STR("2:3 "), str_of(rule)).ptr : "");
    }
    kit_forget(kit);
    assert_str("only double quotes have escapes",
               value_get_str(read(kit, STR("a: '\\u202E'\n")), STR("a")), "\\u202E");
    assert_c("none", kit_findings(kit), "");
}

static void test_syntax_errors_have_a_place(void **state)
{
    static const struct refusal cases[] = {
        {"a: b: c\n", "1:5 yaml-syntax"},
        {"a: 'b\nc: d\n", "1:4 yaml-syntax"},
        {"æ: \"b\nc: d\n", "1:4 yaml-syntax"},
        {"a: [b, c\nd: e\n", "1:4 yaml-syntax"},
        {"a: @b\n", "1:4 yaml-syntax"},
        {"a: `b`\n", "1:4 yaml-syntax"},
        {"a:\n\t- b\n", "2:1 yaml-syntax"},
        {"a: 1\n  b: 2\n", "2:4 yaml-syntax"},
        {"a: \"æ\\q\"\n", "1:6 yaml-syntax"},
        {"a: \"\\uD800\"\n", "1:7 yaml-syntax"},
        {"a: \"\\U00110000\"\n", "1:7 yaml-syntax"},
    };
    struct kit *kit = *state;
    assert_refusals(kit, cases, ROWS(cases));
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_null(read(kit, str_of(cases[i].text)));
}

/* ---- slips ---- */

/* The text with its line at the finding replaced by what the finding suggests. */
static struct str with_suggestion(struct kit *kit, const char *text)
{
    const struct finding *finding = &kit->diags.items[0];
    size_t due = source_place(finding->span.source, finding->span.start).line, number = 0;
    struct buf out = BUF_INIT;
    for (struct str rest = str_of(text), line; str_cut(&rest, '\n', &line);) {
        size_t indent = 0;
        while (indent < line.len && line.ptr[indent] == ' ')
            indent++;
        bool mended = ++number == due;
        buf_put(&out, mended ? str_slice(line, 0, indent) : line);
        buf_put(&out, mended ? finding->detail.suggestion : STR(""));
        if (rest.ptr)
            buf_byte(&out, '\n');
    }
    return buf_finish(&out, &kit->arena);
}

/*
 * Each is told once, where it is, and what is suggested can be read. The fields around them
 * are there because libyaml notices most slips only on a later line.
 */
static void test_slips(void **state)
{
    static const struct {
        const char *text, *finding, *suggestion;
    } cases[] = {
        /* the first field; with_suggestion() keeps the indentation of a line */
        {"- a: b\nd: e\n", "1:1 yaml-syntax", "a: b"},
        {"-   a: b\nd: [e]\nf: g\n", "1:1 yaml-syntax", "a: b"},
        /* the colon */
        {"a:b c\nd: e\n", "1:3 yaml-syntax", "a: b c"},
        {"a: b\nd:e\n", "2:3 yaml-syntax", "d: e"},
        {"a:b c\n", "1:3 yaml-syntax", "a: b c"},
        {"a:[b, c]\nd: e\n", "1:3 yaml-syntax", "a: [b, c]"},
        {"a:\"b\"\nd: e\n", "1:3 yaml-syntax", "a: \"b\""},
        {"a:\n  - b:c\n    d: e\n", "2:7 yaml-syntax", "- b: c"},
        {"a:\n  - b: c\n    d:https://example.no/\n", "3:7 yaml-syntax", "d: https://example.no/"},
        {"a:\u00A0b\nd: e\n", "1:3 yaml-syntax", "a: b"},
        {"a:\u202Fb\nd: e\n", "1:3 yaml-syntax", "a: b"},
        {"a:\u2003\u00A0b\nd: e\n", "1:3 yaml-syntax", "a: b"},
        {"a：b\nd: e\n", "1:2 yaml-syntax", "a: b"},
        {"a： b\nd: e\n", "1:2 yaml-syntax", "a: b"},
        {"a = b\nd: e\n", "1:3 yaml-syntax", "a: b"},
        {"a; b\nd: e\n", "1:2 yaml-syntax", "a: b"},
        {"a b c\nd: e\n", "1:1 yaml-syntax", "a: b c"},
        {"a: b\nc d\ne: f\n", "2:1 yaml-syntax", "c: d"},
        {"a: b: c\n", "1:5 yaml-syntax", "a: \"b: c\""},
        {"a: b c:\n", "1:7 yaml-syntax", "a: \"b c:\""},
        {"a: “b: c”\n", "1:6 yaml-syntax", "a: \"b: c\""},
        {"a: b \"c\": d\n", "1:9 yaml-syntax", "a: 'b \"c\": d'"},
        /* quotation marks */
        {"a: \"b\nd: e\n", "1:4 yaml-syntax", "a: \"b\""},
        {"a: \"b\nd: \"e\"\nf: g\n", "1:4 yaml-syntax", "a: \"b\""},
        {"a: \"b\nd: e \"f\" g\n", "1:4 yaml-syntax", "a: \"b\""},
        {"a: \"b\nd: e\"\n", "1:4 yaml-syntax", "a: \"b\""},
        {"a: 'b\nd: e'\nf: g\n", "1:4 yaml-syntax", "a: 'b'"},
        {"a: \"b'\nd: e\n", "1:4 yaml-syntax", "a: \"b\""},
        {"a: \"b”\nd: e\n", "1:4 yaml-syntax", "a: \"b\""},
        {"a:\n  - \"b\n  - c\n", "2:5 yaml-syntax", "- \"b\""},
        {"a: \"b\" c\nd: e\n", "1:8 yaml-syntax", "a: '\"b\" c'"},
        {"a: 'b' c\nd: e\n", "1:8 yaml-syntax", "a: \"'b' c\""},
        {"a: \"b\"\"\nd: e\n", "1:7 yaml-syntax", "a: \"b\""},
        {"a: \"b \"c\" d\"\n", "1:8 yaml-syntax", "a: 'b \"c\" d'"},
        {"a: 'b's c'\n", "1:7 yaml-syntax", "a: \"b's c\""},
        {"a: \"b\"\u00A0\nd: e\n", "1:7 yaml-syntax", "a: \"b\""},
        /* brackets */
        {"a: [b] c\nd: e\n", "1:4 yaml-syntax", "a: \"[b] c\""},
        {"a: {b} c\nd: e\n", "1:4 yaml-syntax", "a: \"{b} c\""},
        {"a:\n  - [b] c\n  - d\n", "2:5 yaml-syntax", "- \"[b] c\""},
        {"a: [b]: c\n", "1:4 yaml-syntax", "a: \"[b]: c\""},
        {"a: [b,,c]\n", "1:7 yaml-syntax", "a: [b,c]"},
        {"a: [b, , c]\n", "1:8 yaml-syntax", "a: [b, c]"},
        {"a: [,b]\n", "1:5 yaml-syntax", "a: [b]"},
        {"a: [b, c\nd: e\n", "1:4 yaml-syntax", "a: [b, c]"},
        {"a: [b, c,\nd: e\n", "1:4 yaml-syntax", "a: [b, c]"},
        {"a: [b, c)\nd: e\n", "1:4 yaml-syntax", "a: [b, c]"},
        {"a: [b, c\nd: [e]\n", "1:4 yaml-syntax", "a: [b, c]"},
        {"a: {b: c\nd: e\n", "1:4 yaml-syntax", "a: {b: c}"},
        {"a: [{b: c]\nd: e\n", "1:5 yaml-syntax", "a: [{b: c}]"},
        {"a: [\"b\" \"c\"]\n", "1:8 yaml-syntax", "a: [\"b\", \"c\"]"},
        {"a: [\"b, c]\nd: e\n", "1:5 yaml-syntax", "a: [\"b\", c]"},
        {"a: [b, \"c]\nd: e\n", "1:8 yaml-syntax", "a: [b, \"c\"]"},
        {"a: [b]\u00A0\nd: e\n", "1:7 yaml-syntax", "a: [b]"},
        {"a: [b]]\nd: e\n", "1:7 yaml-syntax", "a: [b]"},
        {"a: [b, [c]] )\nd: e\n", "1:13 yaml-syntax", "a: [b, [c]]"},
        {"a: {b: c}}\nd: e\n", "1:10 yaml-syntax", "a: {b: c}"},
        {"a: [b #1, c]\nd: e\n", "1:7 yaml-syntax", "a: [\"b #1\", c]"},
        {"a: [{b: c #1, d: e}]\nd: e\n", "1:11 yaml-syntax", "a: [{b: \"c #1\", d: e}]"},
        /* signs */
        {"a: * b\n", "1:4 yaml-syntax", "a: \"* b\""},
        {"a: & b\n", "1:4 yaml-syntax", "a: \"& b\""},
        {"a: *b* c\n", "1:4 yaml-syntax", "a: \"*b* c\""},
        {"a: @b\n", "1:4 yaml-syntax", "a: \"@b\""},
        {"a: `b`\n", "1:4 yaml-syntax", "a: \"`b`\""},
        {"a: %b\n", "1:4 yaml-syntax", "a: \"%b\""},
        {"a: !b c\n", "1:4 yaml-tag", "a: \"!b c\""},
        {"a: &b c\n", "1:4 yaml-anchor", "a: \"&b c\""},
        {"a: | b\n", "1:4 yaml-syntax", "a: \"| b\""},
        {"a: > b\n", "1:4 yaml-syntax", "a: \"> b\""},
        {"a: - b\n", "1:4 yaml-syntax", "a: \"- b\""},
        {"a: ? b\n", "1:4 yaml-syntax", "a: \"? b\""},
        {"a: , b\n", "1:4 yaml-syntax", "a: \", b\""},
        {"a: @b # c d\n", "1:4 yaml-syntax", "a: \"@b\" # c d"},
        {"a:\n  - @b\n", "2:5 yaml-syntax", "- \"@b\""},
        /* items */
        {"a:\n  - b\n  -c\n", "3:3 yaml-syntax", "- c"},
        {"a:\n  - b\n  -\u00A0c\n", "3:3 yaml-syntax", "- c"},
        {"a:\n  - b\n  • c\n", "3:3 yaml-syntax", "- c"},
        {"a:\n  * b\n", "2:3 yaml-syntax", "- b"},
        /* what is not shown on one line */
        {"a:\n\u00A0\u00A0- b\n\u00A0\u00A0- c\nd: e\n", "2:1 yaml-syntax", ""},
        {"a:\n  - b: c\n\u00A0   d: e\n", "3:1 yaml-syntax", ""},
        {"a:\n\u00A0\u00A0- b\nd: e\n", "2:1 yaml-syntax", ""},
        {"a:\n  -\u00A0b\n  -\u00A0c\nd: e\n", "2:3 yaml-syntax", ""},
        {"a: b\n  c #1 d\n  e\n", "2:5 yaml-syntax", ""},
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        kit_forget(kit);
        read(kit, str_of(cases[i].text));
        assert_c(cases[i].text, kit_findings(kit), cases[i].finding);
        assert_str(cases[i].text, kit->diags.items[0].detail.suggestion, cases[i].suggestion);
        if (!*cases[i].suggestion)
            continue;
        struct str mended = with_suggestion(kit, cases[i].text);
        kit_forget(kit);
        assert_true(read(kit, mended) != NULL);
        assert_c(cases[i].text, kit_findings(kit), "");
    }
}

static void test_indented_first_field(void **state)
{
    static const char *const texts[] = {" a: b\nd: e\n", "  a: b\nd:\n  - e\n",
                                        "    a: b\nd: e\nf: g\n"};
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(texts); i++) {
        kit_forget(kit);
        read(kit, str_of(texts[i]));
        assert_c(texts[i], kit_findings(kit), "1:1 yaml-syntax");
        assert_str(texts[i], kit->diags.items[0].detail.suggestion, "a: b");
    }
}

/* What only looks like a slip: within a long text, or in a value that may be written so. */
static void test_no_slips(void **state)
{
    static const char *const texts[] = {
        "a: |\n  b:c\n  [d] e\n  \"f\" g\nh: i\n",
        "a: \"b\n  c: d\"\n",
        "a: 'b\n\n  c'\nd: e\n",
        "a: \"b\nc\"\n",
        "a: b:c\nd: http://e\n",
        "a: [b, c,]\nd: {e: [f]}\n",
        "a: [\n  b,\n  c\n]\n",
        "a: b # c\nd: [e] # f\n",
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(texts); i++) {
        kit_forget(kit);
        assert_true(read(kit, str_of(texts[i])) != NULL);
        assert_c(texts[i], kit_findings(kit), "");
    }
}

/* ---- depth ---- */

struct nest {
    const char *before, *open, *inner, *close;
    size_t levels; /* that `before` has */
};

static struct str nested(struct kit *kit, const struct nest *nest, size_t count)
{
    return STR_JOIN(&kit->arena, str_of(nest->before), kit_repeat(kit, nest->open, count),
                    str_of(nest->inner), kit_repeat(kit, nest->close, count));
}

/* What is said, and what to do, in words of ours whichever language is asked for. */
static void test_syntax_errors_in_both_languages(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *words[DIAG_LANGUAGES], *help[DIAG_LANGUAGES];
    } cases[] = {
        {"a: b: c\n",
         {"kolon midt i en verdi", "a colon in the middle of a value"},
         {"sett hele verdien i anførselstegn", "put the whole value in quotation marks"}},
        {"a: \"b\": c: d\n",
         {"verdien fortsetter etter anførselstegnet som avslutter den",
          "the value goes on after the quotation mark that ends it"},
         {"sett den andre typen anførselstegn rundt hele verdien",
          "put the other kind of quotation mark around the whole value"}},
        {"a: «b: c»\n",
         {"kolon midt i en verdi", "a colon in the middle of a value"},
         {"sett hele verdien i rette anførselstegn (\"), ikke “ ” eller « »",
          "put the whole value in straight quotation marks (\"), not “ ” or « »"}},
        {"a: 1\n  b: 2\n",
         {"linjen leses som en fortsettelse av den over",
          "the line is read as the continuation of the one above"},
         {"rett innrykket, eller sett kolon etter feltnavnet der",
          "mend the indentation, or put a colon after the name of the field there"}},
        {"a: [b, c\nd: e\n",
         {"listen mangler et komma eller «]» til slutt", "the list lacks a comma or a final “]”"},
         {"skriv den slik: [a, b]", "write it like this: [a, b]"}},
        {"a: 'b\nc: d\n",
         {"det avsluttende anførselstegnet mangler", "the quotation mark is never closed"},
         {"avslutt verdien med det samme tegnet som den begynner med",
          "end the value with the same mark that it begins with"}},
        {"a: \"b \"c\" d\"\n",
         {"anførselstegn inne i en verdi som selv står i anførselstegn",
          "a quotation mark within a value that is itself in quotation marks"},
         {"bruk «…» inne i teksten, eller den andre typen anførselstegn rundt verdien",
          "use “…” within the text, or the other kind of mark around the value"}},
        {"a:\n\t- b\n",
         {"innrykket er en tabulator", "the indentation is a tab"},
         {"bruk mellomrom foran linjen, ikke tabulator", "use spaces before the line, not a tab"}},
        {"a: - b\n",
         {"en liste kan ikke begynne her", "a list cannot begin here"},
         {"sett den på linjene under feltnavnet",
          "put it on the lines below the name of the field"}},
        {"a: \"\\uD800\"\n",
         {"skrivemåten er feil (found invalid Unicode character escape code)",
          "the notation is wrong (found invalid Unicode character escape code)"},
         {"sett verdien i anførselstegn, eller se hvordan andre felt er skrevet",
          "put the value in quotation marks, or see how other fields are written"}},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        kit_forget(kit);
        read(kit, str_of(cases[i].text));
        assert_int_equal(kit->diags.len, 1);
        for (int language = 0; language < DIAG_LANGUAGES; language++) {
            const struct finding *finding = &kit->diags.items[0];
            struct str text = diag_text(&kit->arena, finding, (enum diag_language)language);
            struct str help = diag_help(&kit->arena, finding, (enum diag_language)language);
            text = str_from(text, str_find(text, STR(": ")) + 2);
            help = str_slice(help, 0, str_find(help, STR("; ")));
            assert_str(cases[i].text, text, cases[i].words[language]);
            assert_str(cases[i].text, help, cases[i].help[language]);
        }
    }
}

static void test_depth_has_a_limit(void **state)
{
    struct kit *kit = *state;
    static const struct nest nests[] = {
        {"a: ", "[", "b", "]", 1}, {"a: ", "{b: ", "c", "}", 1},    {"a:\n  ", "- ", "b", "", 1},
        {"", "{a: ", "b", "}", 0}, {"a: [[b], ", "[", "c", "]", 2},
    };
    for (size_t i = 0; i < ROWS(nests); i++) {
        size_t most = GATE_YAML_DEPTH_MAX - nests[i].levels;
        for (size_t count = most - 1; count <= most + 1; count++) {
            struct str text = nested(kit, &nests[i], count);
            if (nests[i].levels == 2)
                text = STR_JOIN(&kit->arena, text, STR("]"));
            kit_forget(kit);
            struct value *value = read(kit, text);
            bool told = strstr(kit_findings(kit), "yaml-too-deep") != NULL;
            if ((value == NULL) != (count > most) || told != (count > most))
                fail_msg("%s × %zu: %s", nests[i].open, count, kit_findings(kit));
            assert_int_equal(kit->diags.len, told);
        }
    }
}

static void test_block_maps_have_the_same_limit(void **state)
{
    struct kit *kit = *state;
    for (size_t depth = GATE_YAML_DEPTH_MAX - 1; depth <= GATE_YAML_DEPTH_MAX + 1; depth++) {
        struct buf text = BUF_INIT;
        for (size_t i = 0; i < depth; i++)
            buf_format(&text, "%*sa:\n", (int)i, "");
        kit_forget(kit);
        read(kit, buf_str(&text));
        assert_c("block", kit_findings(kit),
                 depth > GATE_YAML_DEPTH_MAX ? "17:17 yaml-too-deep" : "");
        buf_release(&text);
    }
}

/* libyaml alone would take minutes for some of these. */
static void test_hostile_depth_is_stopped(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *before, *unit;
        size_t count;
    } cases[] = {
        {"", "[", 80000},    {"a: ", "[", 60000},    {"a: ", "[b,", 20000}, {"a: ", "{b: ", 16000},
        {"a: ", "{", 60000}, {"a:\n ", "- ", 30000}, {"", "? ", 30000},     {"a: ", "[{b: ", 12000},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        kit_forget(kit);
        struct str text = STR_JOIN(&kit->arena, str_of(cases[i].before),
                                   kit_repeat(kit, cases[i].unit, cases[i].count));
        assert_null(read(kit, text));
        if (!strstr(kit_findings(kit), "yaml-too-deep"))
            fail_msg("%s: %s", cases[i].unit, kit_findings(kit));
    }
}

/* As much of one thing as front matter has room for, on one line, is read like a little. */
static void test_much_of_one_thing(void **state)
{
    struct kit *kit = *state;
    struct str items = kit_repeat(kit, "æ,", 20000), pairs = kit_repeat(kit, "a: b,", 12000);
    struct value *list =
        value_get(read(kit, STR_JOIN(&kit->arena, STR("a: ["), items, STR("]\n"))), STR("a"));
    assert_int_equal(list->list.len, 20000);
    assert_int_equal(list->list.items[19999]->span.start, 4 + 19999 * 3);
    assert_int_equal(source_place(list->span.source, list->list.items[19999]->span.start).column,
                     5 + 19999 * 2);
    list = value_get(read(kit, STR_JOIN(&kit->arena, STR("a: ["), pairs, STR("]\n"))), STR("a"));
    assert_int_equal(list->list.len, 12000);
    assert_c("none", kit_findings(kit), "");
    read(kit, STR_JOIN(&kit->arena, STR("a: {"), pairs, STR("}\n")));
    assert_int_equal(diag_total(&kit->diags), 11999);
    kit_forget(kit);
    read(kit, STR_JOIN(&kit->arena, STR("a: ["), kit_repeat(kit, "*b,", 20000), STR("]\n")));
    assert_int_equal(diag_total(&kit->diags), 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_fields_as_written),
        WITH_KIT(test_unquoted_scalars_stay_as_they_are),
        WITH_KIT(test_spans_of_each_kind_of_value),
        WITH_KIT(test_places_are_those_of_the_file),
        WITH_KIT(test_any_part_of_a_document),
        WITH_KIT(test_duplicate_keys),
        WITH_KIT(test_anchors_aliases_tags_and_merge_keys),
        WITH_KIT(test_directives_and_documents),
        WITH_KIT(test_what_is_no_fields),
        WITH_KIT(test_escapes_cannot_make_what_is_refused),
        WITH_KIT(test_syntax_errors_have_a_place),
        WITH_KIT(test_syntax_errors_in_both_languages),
        WITH_KIT(test_slips),
        WITH_KIT(test_indented_first_field),
        WITH_KIT(test_no_slips),
        WITH_KIT(test_depth_has_a_limit),
        WITH_KIT(test_block_maps_have_the_same_limit),
        WITH_KIT(test_hostile_depth_is_stopped),
        WITH_KIT(test_much_of_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
