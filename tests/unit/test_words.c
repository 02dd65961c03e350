#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "base/fs.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/placeholder.h"
#include "base/value.h"
#include "kit.h"
#include "parse/yaml.h"

/*
 * The files src/words/<language>.yaml, and what the program has of them.
 */

/* The file of a language, read as the YAML it is. */
static const struct value *file_of(struct kit *kit, const struct language *language)
{
    struct fs_root root = fs_root_open(&kit->arena, STR("."));
    struct str path = STR_JOIN(&kit->arena, STR("src/words/"), language->tag, STR(".yaml")), text;
    assert_int_equal(fs_read(&root, path, 1 << 20, &kit->arena, &text), FS_OK);
    struct source *source = kit_source(kit, text);
    struct value *tree =
        yaml_parse(&kit->arena, source, source_span(source, 0, source->text.len), &kit->diags);
    assert_c("src/words", kit_findings(kit), "");
    value_settle_all(tree);
    fs_root_close(&root);
    return tree;
}

static struct str about(struct kit *kit, const struct language *language, struct str what)
{
    return STR_JOIN(&kit->arena, STR("src/words/"), language->tag, STR(".yaml: "), what);
}

static void compare_list(struct kit *kit, const struct language *language,
                         const struct language_words *words, const struct value *written)
{
    const char *which = str_c(&kit->arena, about(kit, language, words->key));
    if (!written || written->kind != VALUE_LIST || written->list.len != words->len)
        fail_msg("%s: er ikke det samme i programmet", which);
    for (size_t i = 0; i < words->len; i++)
        assert_str(which, words->items[i], str_c(&kit->arena, value_str(written->list.items[i])));
}

/* Every language has every key, and nothing else; a table that lacks one shows it here. */
static void test_files(void **state)
{
    struct kit *kit = *state;
    assert_true(language_count >= 3);
    for (size_t i = 0; i < language_count; i++) {
        const struct language *language = &languages[i];
        const struct value *file = file_of(kit, language);
        for (size_t k = 0; k < WORD_LISTS; k++) {
            if (language->lists[k].key.len == 0)
                fail_msg("%s", str_c(&kit->arena, about(kit, language, languages[0].lists[k].key)));
            compare_list(kit, language, &language->lists[k],
                         value_get(file, language->lists[k].key));
        }
        for (size_t k = 0; k < PHRASES; k++) {
            struct str key = language->phrases[k].key, text = language->phrases[k].text;
            if (key.len == 0 || text.len == 0)
                fail_msg("%s",
                         str_c(&kit->arena, about(kit, language, languages[0].phrases[k].key)));
            assert_str(str_c(&kit->arena, about(kit, language, key)), value_get_str(file, key),
                       str_c(&kit->arena, text));
        }
        assert_int_equal(file->map.len, WORD_LISTS + PHRASES);
    }
}

/* A word that is not written as it is compared would never be met. */
static void test_folded(void **state)
{
    static const enum language_list folded[] = {WORDS_VAGUE, WORDS_MEANS_TRUE, WORDS_MEANS_FALSE,
                                                WORDS_STOP_WORDS, WORDS_ENDINGS};
    struct kit *kit = *state;
    for (size_t i = 0; i < language_count; i++) {
        for (size_t k = 0; k < ROWS(folded); k++) {
            const struct language_words *words = &languages[i].lists[folded[k]];
            for (size_t w = 0; w < words->len; w++)
                assert_str("foldet", norwegian_words(&kit->arena, words->items[w]),
                           str_c(&kit->arena, words->items[w]));
        }
        const struct language_words *roles = &languages[i].lists[WORDS_ROLES];
        for (size_t w = 0; w < roles->len; w++) {
            struct buf out = BUF_INIT;
            norwegian_fold(&out, roles->items[w]);
            assert_str("foldet", buf_str(&out), str_c(&kit->arena, roles->items[w]));
            buf_release(&out);
        }
    }
}

static void test_no_word_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_count; i++)
        for (size_t k = 0; k < WORD_LISTS; k++) {
            const struct language_words *words = &languages[i].lists[k];
            for (size_t w = 1; w < words->len; w++)
                for (size_t earlier = 0; earlier < w; earlier++)
                    if (str_eq(words->items[w], words->items[earlier]))
                        fail_msg("%.*s: «%.*s» to ganger", STR_ARG(words->key),
                                 STR_ARG(words->items[w]));
        }
}

static void test_languages(void **state)
{
    (void)state;
    assert_null(language_of(STR("se")));
    assert_ptr_equal(language_or_english(STR("se")), language_of(STR("en")));
    for (size_t i = 0; i < language_count; i++) {
        const struct language_words *kin = &languages[i].lists[WORDS_KIN];
        const struct language_words *months = &languages[i].lists[WORDS_MONTHS];
        for (size_t k = 0; k < kin->len; k++)
            assert_non_null(language_of(kin->items[k]));
        assert_int_equal(months->len, 12);
        for (size_t k = 0; k < months->len; k++)
            assert_int_equal(languages_month(months->items[k]), (int)k + 1);
    }
    assert_true(language_has(language_of(STR("nn")), WORDS_VAGUE, STR("les mer"), str_eq));
    assert_false(language_has(language_of(STR("en")), WORDS_VAGUE, STR("les mer"), str_eq));
    assert_false(language_has(NULL, WORDS_VAGUE, STR("les mer"), str_eq));
    assert_true(languages_have(WORDS_ROLES, STR("invoices"), str_starts));
    assert_int_equal(languages_month(STR("octo")), 10);
    assert_int_equal(languages_month(STR("ma")), 0);
}

/* How many times a word stands in a list, and how many words it has. */
static size_t times(struct str list, struct str word, size_t *words)
{
    size_t found = 0;
    *words = 0;
    for (struct str next; str_cut(&list, ' ', &next); ++*words)
        found += str_eq(next, word);
    return found;
}

/* Those of the kin are there, too, and each is there once; English has no kin. */
static void test_words_of_kin(void **state)
{
    (void)state;
    struct buf nb = BUF_INIT, en = BUF_INIT;
    size_t count;
    language_put_words(&nb, NULL, WORDS_STOP_WORDS);
    assert_str("uten språk", buf_str(&nb), "");
    language_put_words(&nb, language_of(STR("nb")), WORDS_STOP_WORDS);
    language_put_words(&en, language_of(STR("en")), WORDS_STOP_WORDS);
    for (struct str rest = buf_str(&nb), word; str_cut(&rest, ' ', &word);)
        assert_int_equal(times(buf_str(&nb), word, &count), 1);
    assert_int_equal(times(buf_str(&nb), STR("hvordan"), &count), 1);
    assert_int_equal(times(buf_str(&nb), STR("korleis"), &count), 1);
    assert_int_equal(times(buf_str(&en), STR("hvordan"), &count), 0);
    assert_int_equal(count, language_of(STR("en"))->lists[WORDS_STOP_WORDS].len);
    buf_release(&nb);
    buf_release(&en);
}

/* What a new entry says of placeholders names them as they are, and each is found again. */
static void test_placeholders(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < language_count; i++) {
        struct buf out = BUF_INIT;
        struct str lead = language_says(&languages[i], PHRASE_SCAFFOLD_LEAD), found;
        assert_true(placeholder_next(&lead, &found));
        assert_str("ledeteksten", placeholder_question(&kit->arena, found), "…");
        buf_lit(&out, "før [x] ");
        placeholder_put(&out, &languages[i], STR("hva"));
        buf_lit(&out, " etter");
        struct str rest = buf_str(&out);
        assert_true(placeholder_next(&rest, &found));
        assert_str("spørsmålet", placeholder_question(&kit->arena, found), "hva");
        assert_str("resten", rest, " etter");
        assert_false(placeholder_next(&rest, &found));
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_files),
        WITH_KIT(test_folded),
        cmocka_unit_test(test_no_word_twice),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_words_of_kin),
        WITH_KIT(test_placeholders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
