#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "kit.h"
#include "parse/markdown.h"
#include "parse/prose.h"
#include "parse/setext.h"
#include "parse/table.h"

/* What the rules are given of a body besides its sentences. test_language.c has those. */

static void read_prose(struct kit *kit, const char *body, struct prose *prose)
{
    struct markdown markdown;
    struct source *source = kit_source(kit, str_of(body));
    prose_init(prose, &kit->arena, source);
    markdown_parse(&kit->arena, &kit->arena, source, source_span(source, 0, source->text.len),
                   &markdown, prose, &kit->diags);
}

/* ---- escapes ---- */

/* The text with a «^» before each byte that is escaped, and where its last byte stands. */
static void test_escapes_are_known_and_keep_places(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *text, *last;
    } cases[] = {
        {"a*b", "a*b", "b"},
        {"\\*a\\* b", "^*a^* b", "b"},
        {"\\\\", "^\\", "\\\\"},
        {"\\\\\\\\", "^\\^\\", "\\\\"},
        {"a&amp;b", "a^&b", "b"},
        {"&amp;amp;", "^&amp;", ";"},
        {"&ikke; x", "&ikke; x", "x"},
        {"a & b;", "a & b;", ";"},
        {"&lt;\\&c", "^<^&c", "c"},
        {"**a** \\[b", "a ^[b", "b"},
        {"**x*", "*x", "x"},
        {"*x** y", "x* y", "y"},
        {"`\\*` \\*", "kode ^*", "\\*"},
        {"a\n  \\*b\\* c", "a ^*b^* c", "c"},
        {"> a\n> \\# b", "a ^# b", "b"},
        {"\\a", "\\a", "a"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct prose prose;
        struct buf out = BUF_INIT;
        read_prose(kit, cases[i].body, &prose);
        for (size_t at = 0; at < prose.text.len; at++) {
            buf_put(&out, prose_is_escaped(&prose, at) ? STR("^") : STR(""));
            buf_byte(&out, prose.text.ptr[at]);
        }
        assert_str(cases[i].body, buf_take(&out, &kit->arena), cases[i].text);
        struct span span = prose_span(&prose, prose.text.len - 1, prose.text.len);
        assert_str(cases[i].body, kit_spanned(span), cases[i].last);
        buf_release(&out);
        prose_release(&prose);
    }
}

/* ---- parts ---- */

/* Each part as its sign, the number shown, its list and what it lies next to. */
static const char *parts_of(struct kit *kit, const struct prose *prose)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < prose->parts.len; i++) {
        const struct prose_part *part = &prose->parts.items[i];
        struct str sign = kit_spanned(part->span);
        buf_format(&out, "%s%.*s", i ? " " : "", STR_ARG(sign));
        if (part->sign == PROSE_NUMBER)
            buf_format(&out, "=%zu", part->number);
        if (part->sign != PROSE_QUOTE)
            buf_format(&out, "/%zu:%zu", part->list, part->items);
        if (part->after_list != SIZE_MAX)
            buf_format(&out, "<%zu", part->after_list);
        buf_put(&out, part->cuts ? STR("^") : STR(""));
        buf_put(&out, part->empty ? STR("0") : STR(""));
        buf_put(&out, part->sign != PROSE_QUOTE && !part->tight ? STR("~") : STR(""));
        buf_format(&out, "@%zu", part->block);
    }
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text.ptr;
}

static void test_parts(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body, *parts;
    } cases[] = {
        {"a", ""},
        {"- a\n- b", "-/0:2@0 -/0:2@1"},
        {"3. a\n15) b", "3.=3/0:1@0 15)=15/1:1<0@1"},
        {"3. a\n9. b", "3.=3/0:2@0 9.=4/0:2@1"},
        {"- 25. a\n- b", "-/0:2@0 25.=25/1:1@0 -/0:2@1"},
        {"- a\n  - b\n  - c\n- d", "-/0:2@0 -/1:2@1 -/1:2@2 -/0:2@3"},
        {"a\n- b", "-/0:1^@1"},
        {"a\n\n- b", "-/0:1@1"},
        {"a\n> b", ">^@1"},
        {"> - a\n> - b", ">@0 -/0:2@0 -/0:2@1"},
        {"- a\n\n- b", "-/0:2~@0 -/0:2~@1"},
        {"5.\n\nb", "5.=5/0:1"
                    "0@0"},
        {"1. a\n   - b\n2. c\n\nd\n\n* e", "1.=1/0:2@0 -/1:1@1 2.=2/0:2@2 */2:1@4"},
        {"- a\n  > b\n\n      c\n+ d", "-/0:1~@0 >@1 +/1:1<0@3"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct prose prose;
        read_prose(kit, cases[i].body, &prose);
        assert_c(cases[i].body, parts_of(kit, &prose), cases[i].parts);
        prose_release(&prose);
    }
}

/* ---- tables ---- */

static void test_tables(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *body;
        bool table;
    } cases[] = {
        {"| a | b |\n|---|---|\n| c | d |\n", true},
        {"a | b\n--- | :-:\nc | d\n", true},
        {"tekst\n| a |\n| - |\n", true},
        {"| a |\n|:--|\n", true},
        {"- | a |\n  |---|\n", true},
        {"> a | b\n> ---|---\n", true},
        {"> - | a |\n>   |---|\n", true},
        {"| a |\n| b |\n", true},
        {"+---+---+\n| a | b |\n", true},
        {"| a |\n", false},
        {"a | b\nc | d\n", false},
        {"a\n|---|\n", false},
        {"|---|\n", false},
        {"a + b\nc - d\n", false},
        {"\\| a |\n\\| b |\n", false},
        {"- a\n- b\n", false},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source *source = kit_source(kit, str_of(cases[i].body));
        assert_str(cases[i].body,
                   table_is_meant(source, 1, source->line_count) ? STR("tabell") : STR("tekst"),
                   cases[i].table ? "tabell" : "tekst");
    }
}

static void test_tables_are_no_paragraphs(void **state)
{
    struct prose prose;
    read_prose(*state, "| a |\n|---|\n\n> b | c\n> --|--\n\nd\n\n    | a |\n    |---|\n", &prose);
    assert_int_equal(prose.blocks.len, 4);
    assert_int_equal(prose.blocks.items[0].kind, PROSE_TABLE);
    assert_int_equal(prose.blocks.items[1].kind, PROSE_TABLE);
    assert_int_equal(prose.blocks.items[2].kind, PROSE_PARAGRAPH);
    assert_int_equal(prose.blocks.items[3].kind, PROSE_LISTING);
    assert_int_equal(prose.blocks.items[3].code_lines, 2);
    prose_release(&prose);
}

/* ---- headings ---- */

static void test_headings_by_accident(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *source, *text, *under;
    } cases[] = {
        {"a\n---\n", "a", ""},
        {"a.\n---\n", "a.", "---"},
        {"a,\n=====\n", "a,", "====="},
        {"a?\n---\n", "a?", ""},
        {"a\n--\n", "a", "--"},
        {"a\n=\n", "a", "="},
        {"a\nb\n---\n", "a b", "---"},
        {"\n---\na: b\n---\n", "a: b", "---"},
        {"c: d\n---\na\n---\n", "a", ""},
        {"## a.\n---\n", "a.", ""},
        {"> a.\n> ---  \n", "a.", "---"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct source *source = kit_source(kit, str_of(cases[i].source));
        size_t start = str_find(source->text, str_of("a"));
        if (str_starts(source->text, STR("##")))
            start = 0;
        struct setext setext = setext_read(source, start, source->line_count);
        bool accident = setext_is_accident(&setext, str_of(cases[i].text));
        assert_str(cases[i].source, accident ? setext.under : STR(""), cases[i].under);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_escapes_are_known_and_keep_places),
        WITH_KIT(test_parts),
        WITH_KIT(test_tables),
        WITH_KIT(test_tables_are_no_paragraphs),
        WITH_KIT(test_headings_by_accident),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
