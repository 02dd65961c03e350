#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "kit.h"
#include "json.h"
#include "base/placeholder.h"
#include "collection/load.h"
#include "collection/scaffold.h"
#include "parse/frontmatter.h"
#include "parse/yaml.h"
#include "data/schema_json.h"
#include "site/rules.h"

/* The schema as others read it, and what is asked of writers: schema_json.h, scaffold.h. */

static struct collection collection;

static int load(void **state)
{
    struct fs_root root;
    struct diags diags;
    struct load_options options = {
        .threads = 1, .rules = &site_rules, .base_url = STR("https://eksempel.no/")};
    (void)state;
    collection_init(&collection);
    diag_init(&diags);
    root = fs_root_open(&collection.arena, STR("tests/collection"));
    bool whole = collection_load(&collection, &root, &options, &diags);
    fs_root_close(&root);
    diag_release(&diags);
    return whole ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    collection_release(&collection);
    return 0;
}

static struct str printed(struct arena *arena)
{
    struct buf json = BUF_INIT;
    schema_json_put(&json, &collection);
    struct str text = buf_take(&json, arena);
    buf_release(&json);
    return text;
}

/*
 * What was printed, read by our own reader of YAML, of which JSON is a part. `$id` and `allOf`
 * are not ours.
 */
static struct schema *reread(struct kit *kit)
{
    struct source *source = kit_source(kit, printed(&kit->arena));
    struct span all = source_span(source, 0, source->text.len);
    struct value *tree = yaml_parse(&kit->arena, source, all, &kit->diags);
    assert_non_null(tree);
    struct value *known = value_map(&kit->arena);
    for (size_t i = 0; i < tree->map.len; i++)
        if (!str_eq(tree->map.items[i].key, STR("$id")) &&
            !str_eq(tree->map.items[i].key, STR("allOf")))
            value_put(&kit->arena, known, tree->map.items[i].key, tree->map.items[i].value);
    assert_int_equal(known->map.len, tree->map.len - 2);
    struct schema *schema = schema_compile(&kit->arena, known, &kit->diags);
    assert_c("the schema", kit_findings(kit), "");
    return schema;
}

/* The fields of a document as they are before a schema has seen them. */
static struct value *fields_of(struct kit *kit, const struct source *source)
{
    struct frontmatter front;
    assert_true(frontmatter_parse(&kit->arena, source, &front, &kit->diags));
    assert_non_null(front.fields);
    return front.fields;
}

static void test_all_entries_are_valid_by_what_is_printed(void **state)
{
    struct kit *kit = *state;
    struct schema *schema = reread(kit);
    size_t entries = 0;
    for (size_t i = 0; i < collection.documents.len; i++) {
        const struct document *document = collection.documents.items[i];
        if (document->kind != DOCUMENT_ENTRY)
            continue;
        schema_check(schema, fields_of(kit, &document->source), &kit->arena, &kit->diags);
        assert_c(str_c(&kit->arena, document->source.path), kit_findings(kit), "");
        entries++;
    }
    assert_true(entries > 1);
}

static void test_what_is_printed_refuses_what_ours_refuses(void **state)
{
    static const struct {
        const char *fields, *findings;
    } rows[] = {
        {"title: En tittel\ntype: prove\n", "2:1 missing-key, 2:1 missing-key"},
        {"proposed: { themes: [] }\n", "2:21 too-few-items"},
        {"proposed: { themes: [{ url: \"https://eksempel.no/\" }] }\n", "2:22 missing-key"},
        {"proposed: { title: [{ name: Jord }] }\n", "2:13 unknown-key"},
        {"themes: [jod]\n", "2:10 not-allowed-value"},
        {"agencies: [frobanken, nrk]\n", "2:23 not-allowed-value"},
        {"related: [Nei Da]\n", "2:11 pattern-mismatch"},
        {"updated: 2024\n", ""},
        {"updated: \"2024\"\n", ""},
        {"updated: 2024-04\n", ""},
        {"updated: 2024-13\n", "2:10 pattern-mismatch"},
        {"updated: 20240417\n", "2:10 too-large"},
        {"emne: [jord]\n", "2:1 unknown-key"},
    };
    struct kit *kit = *state;
    struct schema *schema = reread(kit);
    for (size_t i = 0; i < ROWS(rows); i++) {
        if (i > 0) /* from the second row on only what is written counts */
            schema->required.len = 0;
        struct str text = STR_JOIN(&kit->arena, STR("---\n"), str_of(rows[i].fields), STR("---\n"));
        struct value *fields = fields_of(kit, kit_source(kit, text));
        schema_check(schema, fields, &kit->arena, &kit->diags);
        assert_c(rows[i].fields, kit_findings(kit), rows[i].findings);
        kit_forget(kit);
    }
}

static void test_it_asks_for_a_term_or_a_proposed_one(void **state)
{
    static const struct str one =
        STR_INIT("  \"allOf\": [\n    {\"anyOf\": ["
                 "{\"required\": [\"themes\"], \"properties\": {\"themes\": {\"minItems\": 1}}}, "
                 "{\"required\": [\"proposed\"], "
                 "\"properties\": {\"proposed\": {\"required\": [\"themes\"]}}}]}\n  ]\n");
    struct kit *kit = *state;
    assert_true(str_ends(printed(&kit->arena), STR_JOIN(&kit->arena, one, STR("}\n"))));
}

static void test_it_is_json_with_an_address(void **state)
{
    struct kit *kit = *state;
    struct value *json = json_read(&kit->arena, printed(&kit->arena));
    assert_str("$id", value_get_str(json, STR("$id")),
               "https://eksempel.no/filer/hager.schema.json");
    const struct value *agencies = value_get(value_get(json, STR("properties")), STR("agencies"));
    const struct value *ids = value_get(value_get(agencies, STR("items")), STR("enum"));
    size_t clubs = 0;
    for (size_t i = 0; i < collection.documents.len; i++)
        clubs += str_starts(collection.documents.items[i]->source.path, STR("content/clubs/"));
    assert_true(clubs > 0);
    assert_int_equal(ids->list.len, clubs);
    assert_null(value_get(agencies, STR("x-weight")));
}

static void test_placeholders_are_found_where_they_stand(void **state)
{
    static const struct {
        const char *text, *findings;
    } rows[] = {
        {"", ""},
        {"Fyll inn [dette](her.md)", ""},
        {"[FYLL INN]", "1:1 placeholder"},
        {"æ [FYLL INN: to] og [FYLL INN: tre]", "1:3 placeholder, 1:21 placeholder"},
        {"\n\n> [FYLL INN: uten slutt\nneste", "3:3 placeholder"},
        {"[FYLL INN[FYLL INN: x]", "1:1 placeholder"},
        {"[FYLL INN", "1:1 placeholder"},
        {"[FYLL IN", ""},
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct source *source = kit_source(kit, str_of(rows[i].text));
        schema_check_body(source, source_span(source, 0, source->text.len), &kit->diags);
        assert_c(rows[i].text, kit_findings(kit), rows[i].findings);
        kit_forget(kit);
    }
}

static void test_a_title_is_one_visible_line(void **state)
{
    static const struct {
        const char *text;
        bool line;
    } rows[] = {
        {"Én dør inn – «til» alt: #1", true},
        {"to\nlinjer", false},
        {"tabulator\t", false},
        {"\x01", false},
        {"null\xe2\x80\x8b", false},
        {"skjult\xe2\x80\xae", false},
        {"linje\xe2\x80\xa8skille", false},
        {"\xff", false},
        {"\xc2\x85", false},
        {"a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
         "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
         "\u0301\u0301\u0301\u0301\u0301",
         false},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(rows); i++)
        if (scaffold_is_line(str_of(rows[i].text)) != rows[i].line)
            fail_msg("«%s»", rows[i].text);
}

/* The title comes back as it was given, whatever YAML thinks of its signs. */
static void test_titles_survive_yaml(void **state)
{
    static const char *const titles[] = {
        "Én dør inn",
        "true",
        "null er null",
        "a: b",
        "a #b",
        "- a",
        "\"sitat\" og 'et'",
        "\\ skråstrek",
        "[liste]",
        "{ a: b }",
        "*stjerne",
        "&og",
        "!merke",
        "%prosent",
        "@krøll",
        "`grav`",
        "slutt:",
        "2024 ble året",
        "a --- b",
        "?",
        "| rør",
        "> stør enn",
        "~",
        "«Ås», (på) 1/2 + 3.",
        "1e3",
        "ja",
        "a,b og c",
        "…",
        "<b>nei</b>",
        "=",
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(titles); i++) {
        struct scaffold scaffold = {
            .language = language_of(STR("nb")), .title = str_of(titles[i]), .order = 1};
        struct buf text = BUF_INIT;
        scaffold_put(&text, &collection, &scaffold);
        struct str whole = buf_take(&text, &kit->arena);
        buf_release(&text);
        struct value *fields = fields_of(kit, kit_source(kit, whole));
        assert_c(titles[i], kit_findings(kit), "");
        struct value *title = value_get(fields, STR("title"));
        assert_str(titles[i], value_str(title), titles[i]);
        value_settle_all(title);
        assert_int_equal(title->kind, VALUE_TEXT); /* for other readers of YAML, too */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_all_entries_are_valid_by_what_is_printed),
        WITH_KIT(test_what_is_printed_refuses_what_ours_refuses),
        WITH_KIT(test_it_asks_for_a_term_or_a_proposed_one),
        WITH_KIT(test_it_is_json_with_an_address),
        WITH_KIT(test_placeholders_are_found_where_they_stand),
        WITH_KIT(test_a_title_is_one_visible_line),
        WITH_KIT(test_titles_survive_yaml),
    };
    return cmocka_run_group_tests_name("schema_json", tests, load, unload);
}
