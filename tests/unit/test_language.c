#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/date.h"
#include "base/language.h"
#include "kit.h"
#include "writing/writing.h"
#include "writing/national_no.h"
#include "writing/mail.h"
#include "collection/similar.h"
#include "writing/capitals.h"
#include "writing/plain_text.h"
#include "writing/sketch.h"
#include "writing/words.h"
#include "parse/markdown.h"
#include "parse/prose.h"

/* ---- sentences ---- */

/* The sentences of a text with a bar between them. */
static struct str split(struct kit *kit, const char *text, const struct language *language)
{
    struct buf out = BUF_INIT;
    struct str rest = str_of(text), sentence;
    while (words_sentence(&rest, language, &sentence)) {
        buf_put(&out, out.len ? STR("|") : STR(""));
        buf_put(&out, sentence);
    }
    struct str result = buf_take(&out, &kit->arena);
    buf_release(&out);
    return result;
}

static void test_sentences(void **state)
{
    static const struct {
        const char *text, *split;
    } cases[] = {
        {"", ""},
        {"  ", ""},
        {"Uten punktum", "Uten punktum"},
        {"En. To! Tre? Fire … Fem.", "En.|To!|Tre?|Fire …|Fem."},
        {"Han sa «nei.» Så gikk han.", "Han sa «nei.»|Så gikk han."},
        {"Den 1. januar 2024. Deretter", "Den 1. januar 2024.|Deretter"},
        {"I 3. etasje, jf. Meld. St. 14, er det bl.a. Oslo kommune, m.m. Så er det mer.",
         "I 3. etasje, jf. Meld. St. 14, er det bl.a. Oslo kommune, m.m.|Så er det mer."},
        {"Kl. 12.30 koster det kr. 3.50, ca. Så ikke.",
         "Kl. 12.30 koster det kr. 3.50, ca. Så ikke."},
        {"Det gjelder osv. og mer.", "Det gjelder osv. og mer."},
        {"Det gjelder kaker osv. Brød er unntatt.", "Det gjelder kaker osv.|Brød er unntatt."},
        {"Kari J. Hansen bor her. Æsj!", "Kari J. Hansen bor her.|Æsj!"},
        {"Se uustatus.no. Åpne siden.", "Se uustatus.no.|Åpne siden."},
        {"Fra 17.05.2024. Nye regler.", "Fra 17.05.2024.|Nye regler."},
        {"Hva?! Ja … (Vi ser.) Så.", "Hva?!|Ja …|(Vi ser.)|Så."},
        {"ord. ord. ord.", "ord. ord. ord."},
    };
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_str(cases[i].text, split(kit, cases[i].text, language_of(STR("nb"))),
                   cases[i].split);
    assert_str("engelsk",
               split(kit, "See No. Five, e.g. Mr. Smith. He knows.", language_of(STR("en"))),
               "See No. Five, e.g. Mr. Smith.|He knows.");
    assert_str("norsk no", split(kit, "Det er no. Kom hit.", language_of(STR("nb"))),
               "Det er no.|Kom hit.");
}

static void test_words(void **state)
{
    (void)state;
    assert_int_equal(words_count(STR("")), 0);
    assert_int_equal(words_count(STR("– en, to  3 «fire» … æ")), 5);
    assert_true(words_are_vague(STR("les her"), language_of(STR("nb"))));
    assert_false(words_are_vague(STR("les her"), language_of(STR("en"))));
    assert_false(words_are_vague(STR("les her om tilsyn"), language_of(STR("nb"))));
    assert_true(words_are_vague(STR("click here"), language_of(STR("en"))));
    assert_false(words_are_vague(STR("her"), NULL));
    assert_true(words_are_vague(STR("les meir"), language_of(STR("nb"))));
    assert_true(words_are_vague(STR("les mer"), language_of(STR("nn"))));
    assert_true(words_is_familiar(STR("EU")));
    assert_true(words_is_familiar(STR("XIV")));
    assert_false(words_is_familiar(STR("DFØ")));
}

/* ---- capitals ---- */

static void test_plain_text(void **state)
{
    static const struct {
        const char *text, *markup; /* NULL: none */
    } cases[] = {
        {"Tynne **gode** lefser", "**gode**"},
        {"Tynne **gode lefser", "**"},
        {"gode **lefser**ne", "**lefser**"},
        {"__init__", "__init__"},
        {"snake_case_navn og a*b*c", NULL},
        {"2**3 og 3**2", NULL},
        {"5 * 3 * 2", NULL},
        {"[Utkast] Lefser", NULL},
        {"Boka (2024) [3]", NULL},
        {"kilder [1][2]", NULL},
        {"Wow![1]", NULL},
        {"[lefser](https://example.no/)", "[lefser](https://example.no/)"},
        {"Se [lefser] (https://example.no/a)", "[lefser] (https://example.no/a)"},
        {"[lefser][1]", "[lefser][1]"},
        {"[lefser][]", "[lefser][]"},
        {"Lefser](her", "]("},
        {"Lefser ![her", "!["},
        {"[Utkast] og [lefser](a)", "[lefser](a)"},
        {"Lefser[^1]", "[^1]"},
        {"Lefser^[note]", "^[note]"},
        {"Lefser {#id}", "{#id}"},
        {"Lefser {.stor}", "{.stor}"},
        {"Prisen er {x}", NULL},
        {"{{ navn }}", "{{ navn }}"},
        {"{% if x %}", "{% if x %}"},
        {"[[lefse|Lefser]]", "[[lefse|Lefser]]"},
        {"![[lefse.png]]", "![[lefse.png]]"},
        {"~~Lefser~~ kake", "~~Lefser~~"},
        {"~5 egg", NULL},
        {"==Lefser==", "==Lefser=="},
        {"H~2~O", "~2~"},
        {"20 m^2^", "^2^"},
        {"Mel | egg |---|---|", "|---"},
        {"Mel | egg", NULL},
        {":cake: til fest", ":cake:"},
        {"kl. 10:30:15", NULL},
        {"$$a = b$$", "$$a = b$$"},
        {"100 $", NULL},
        {"Mel &amp; egg", "&amp;"},
        {"&oslah;l", "&oslah;"},
        {"R&D; i staten", NULL},
        {"Lefser</b>", "</b>"},
        {"5 < 6 > 4, <3 og <navn>", NULL},
        {"<https://example.no/>", "<https://example.no/>"},
        {"Bruk `mel`", "`mel`"},
        {"## Lefser", "##"},
        {"C# og F#", NULL},
        {"\\*Lefser\\*", "\\*"},
        {"C:\\mel", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t start = 0, end = 0;
        struct str text = str_of(cases[i].text);
        bool found = plain_text_find(text, &start, &end);
        assert_int_equal(found, cases[i].markup != NULL);
        if (found)
            assert_str(cases[i].text, str_slice(text, start, end), cases[i].markup);
    }
}

static void test_capitals(void **state)
{
    static const struct {
        const char *text;
        bool heading;
        const char *shouted; /* NULL: nothing */
    } cases[] = {
        {"", false, NULL},
        {"NAV, DFØ og NVE", false, NULL},
        {"EU NATO FN", false, NULL},
        {"NS-EN ISO 9001", false, NULL},
        {"HUSK Å VASKE HENDENE nå", false, "HUSK Å VASKE HENDENE"},
        {"Dette er VIKTIG!", false, NULL},
        {"Dette er KJEMPEVIKTIG!", false, "KJEMPEVIKTIG"},
        {"DIREKTE TILSYN", false, "DIREKTE TILSYN"},
        {"COVID-19", false, NULL},
        {"Feltet tittel_SENSITIV", false, NULL},
        {"INNBYGGERPOST_DIGITAL_1_0 og ARKIVMELDING_SVAR", false, NULL},
        {"CC-BY-NC-SA-2.0", false, NULL},
        {"Filen CODEOWNERS", false, NULL},
        {"på formen DDMMYYYY eller ÅÅÅÅMMDD", false, NULL},
        {"RISIKO-VURDERING", false, "RISIKO-VURDERING"},
        {"RSAES-OAEP og HMAC-SHA256", false, NULL},
        {"IETF RFC7523 JSON", false, NULL},
        {"fra -----BEGIN CERTIFICATE----- til slutt", false, NULL},
        {"svaret er «FULLFØRT», \"AVSLUTTET\", 'UTELATT' eller [GODKJENT]", false, NULL},
        {"skriv «HUSK Å VASKE HENDENE»", false, "HUSK Å VASKE HENDENE"},
        {"BAKGRUNN", true, "BAKGRUNN"},
        {"Bakgrunn", true, NULL},
        {"NAV", true, NULL},
        {"KI I NAV", true, NULL},
        {"HVA ER ØKT?", true, "HVA ER ØKT"},
        {"2024", true, NULL},
        {"ØKONOMI OG TID, og mer", true, "ØKONOMI OG TID"},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        size_t start, end;
        struct str text = str_of(cases[i].text);
        bool shouts = capitals_find(text, cases[i].heading, &start, &end);
        assert_c(cases[i].text, shouts ? "ja" : "nei", cases[i].shouted ? "ja" : "nei");
        if (shouts)
            assert_str(cases[i].text, str_slice(text, start, end), cases[i].shouted);
    }
}

/* ---- persons ---- */

static void test_addresses_of_persons(void **state)
{
    static const struct {
        const char *local, *domain;
        bool person;
    } cases[] = {
        {"ola.nordmann", "etat.no", true},
        {"Anne-Lise.Åsen", "etat.no", true},
        {"ola_nordmann2", "dep.etat.no", true},
        {"o.nordmann", "etat.no", true},
        {"ola", "etat.no", false},
        {"postmottak", "etat.no", false},
        {"postmottak.oslo", "etat.no", false},
        {"oslo.firmapost", "etat.no", false},
        {"etat.nord", "etat.no", false},
        {"tillit.dfd", "dfd.dep.no", false},
        {"a.b", "etat.no", false},
        {"versjon.2024", "etat.no", false},
        {"ola.nordmann", "Nordmann.no", false},
        {"ola.ombudsmann", "etat.no", false},
        {"", "etat.no", false},
        {".", "etat.no", false},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_c(cases[i].local,
                 mail_is_personal(str_of(cases[i].local), str_of(cases[i].domain)) ? "ja" : "nei",
                 cases[i].person ? "ja" : "nei");
}

/* Numbers of years and series that are given to nobody. */
static void test_national_ids(void **state)
{
    (void)state;
    assert_int_equal(national_no_is_id("01014560013"), NATIONAL_ID_VALID);
    assert_int_equal(national_no_is_id("41014560007"), NATIONAL_ID_VALID);
    assert_int_equal(national_no_is_id("01014560014"), NATIONAL_ID_DATED);
    assert_int_equal(national_no_is_id("01014560023"), NATIONAL_ID_DATED);
    assert_int_equal(national_no_is_id("01814560013"), NATIONAL_ID_NO);
    assert_int_equal(national_no_is_id("00014560013"), NATIONAL_ID_NO);
    assert_int_equal(national_no_is_id("32014560013"), NATIONAL_ID_NO);
    assert_int_equal(national_no_is_id("99999999999"), NATIONAL_ID_NO);
    assert_int_equal(national_no_is_id("31425030054"), NATIONAL_ID_HELP);
    assert_int_equal(national_no_is_id("31675030181"), NATIONAL_ID_TEST);
    assert_int_equal(national_no_is_id("31825030037"), NATIONAL_ID_TEST);
    assert_int_equal(national_no_is_id("71825030020"), NATIONAL_ID_TEST);
    assert_int_equal(national_no_is_id("31825030038"), NATIONAL_ID_NO);
    assert_true(national_no_fits_century("31025030071", 19));
    assert_true(national_no_fits_century("31025090058", 19));
    assert_false(national_no_fits_century("31025030071", 20));
    assert_true(national_no_fits_century("31020550050", 20));
    assert_false(national_no_fits_century("31020590000", 19));
    assert_false(national_no_fits_century("31025030071", 21));
    assert_true(national_no_is_account("12345678903"));
    assert_false(national_no_is_account("12345678901"));
}

/* ---- likeness ---- */

static struct str numbered_words(struct kit *kit, size_t from, size_t to)
{
    struct buf out = BUF_INIT;
    for (size_t i = from; i < to; i++)
        buf_format(&out, "ord%zu ", i);
    struct str text = buf_take(&out, &kit->arena);
    buf_release(&out);
    return text;
}

static void test_likeness(void **state)
{
    struct kit *kit = *state;
    const struct sketch *whole = sketch_make(&kit->arena, numbered_words(kit, 0, 400));
    const struct sketch *same = sketch_make(&kit->arena, numbered_words(kit, 0, 400));
    const struct sketch *most = sketch_make(&kit->arena, numbered_words(kit, 20, 400));
    const struct sketch *half = sketch_make(&kit->arena, numbered_words(kit, 200, 600));
    const struct sketch *other = sketch_make(&kit->arena, numbered_words(kit, 1000, 1400));
    assert_null(sketch_make(&kit->arena, STR("for kort til å si noe")));
    assert_int_equal(sketch_likeness(whole, same), 100);
    assert_true(sketch_likeness(whole, most) >= SIMILAR_ENOUGH);
    assert_in_range(sketch_likeness(whole, half), 15, 55);
    assert_true(sketch_likeness(whole, other) < 10);
}

/* ---- prose ---- */

/* Blocks as «kind start text», with what they are; links as «text → url»; spans as the source has
 * them. */
static void test_prose(void **state)
{
    struct kit *kit = *state;
    struct source *source =
        kit_source(kit, STR("## En *god* `kode` &amp; [lenke\ntil](https://a.no) mer\n\n"
                            "> **Fet** **skrift**\n\n- ![alt](b.png) et **punkt**\n  til\\!\n"));
    struct markdown markdown;
    struct prose prose;
    prose_init(&prose, &kit->arena, source);
    markdown_parse(&kit->arena, &kit->arena, source, source_span(source, 0, source->text.len),
                   &markdown, &prose, &kit->diags);
    assert_int_equal(prose.blocks.len, 4);
    const struct prose_block *blocks = prose.blocks.items;
    assert_str("overskrift", prose_block_text(&prose, &blocks[0]), "En god kode & [lenke");
    assert_int_equal(blocks[0].kind, PROSE_HEADING);
    assert_str("avsnitt", prose_block_text(&prose, &blocks[1]), "til](https://a.no) mer");
    assert_str("sitat", prose_block_text(&prose, &blocks[2]), "Fet skrift");
    assert_true(blocks[2].quoted && blocks[2].stress == PROSE_STRONG && !blocks[2].listed);
    assert_str("punkt", prose_block_text(&prose, &blocks[3]), " et punkt til!");
    assert_true(blocks[3].listed && !blocks[3].stress && !blocks[3].quoted);
    assert_int_equal(blocks[3].first_line, 6);
    assert_int_equal(blocks[3].last_line, 7);
    struct span span = prose_span(&prose, blocks[0].start + 3, blocks[0].start + 6);
    assert_str("god", kit_spanned(span), "god");
    span = prose_span_of(&prose, str_slice(prose_block_text(&prose, &blocks[0]), 3, 6));
    assert_str("god, som tekst", kit_spanned(span), "god");
    span = prose_span(&prose, blocks[3].end - 4, blocks[3].end);
    assert_str("til!", kit_spanned(span), "til\\!");
    span = prose_span(&prose, blocks[3].start + 4, blocks[3].end);
    assert_str("bare én linje", kit_spanned(span), "punkt**");
    prose_release(&prose);
}

static void test_prose_links(void **state)
{
    struct kit *kit = *state;
    struct source *source =
        kit_source(kit, STR("a\n   [b *c*\nd](../e.md \"f\") og <https://g.no> ![h](i.png)\n"));
    struct markdown markdown;
    struct prose prose;
    prose_init(&prose, &kit->arena, source);
    markdown_parse(&kit->arena, &kit->arena, source, source_span(source, 0, source->text.len),
                   &markdown, &prose, &kit->diags);
    assert_int_equal(prose.links.len, 2);
    const struct prose_link *links = prose.links.items;
    assert_str("tekst", prose_text(&prose, links[0].start, links[0].end), "b c d");
    assert_str("adresse", links[0].url, "../e.md");
    assert_str("sted", kit_spanned(links[0].span), "b *c*");
    assert_str("tekst", prose_text(&prose, links[1].start, links[1].end), "https://g.no");
    prose_release(&prose);
}

static void test_prose_kinds(void **state)
{
    struct kit *kit = *state;
    struct source *source =
        kit_source(kit, STR("*a*\n\n***b*** *c*\n\n### d\n\n    e\n\n~~~\nf\n~~~\n"));
    struct markdown markdown;
    struct prose prose;
    prose_init(&prose, &kit->arena, source);
    markdown_parse(&kit->arena, &kit->arena, source, source_span(source, 0, source->text.len),
                   &markdown, &prose, &kit->diags);
    assert_int_equal(prose.blocks.len, 5);
    const struct prose_block *blocks = prose.blocks.items;
    assert_int_equal(blocks[0].stress, PROSE_EMPHASIS);
    assert_int_equal(blocks[1].stress, PROSE_EMPHASIS);
    assert_int_equal(blocks[2].level, 3);
    assert_int_equal(blocks[3].kind, PROSE_LISTING);
    assert_str("kode", kit_spanned(blocks[3].span), "e");
    assert_int_equal(blocks[4].kind, PROSE_LISTING);
    assert_str("kode", kit_spanned(blocks[4].span), "~~~");
    prose_release(&prose);
}

/* ---- the day ---- */

static void test_days(void **state)
{
    static const struct {
        int64_t seconds;
        int year, month, day;
    } cases[] = {
        {0, 1970, 1, 1},
        {86399, 1970, 1, 1},
        {86400, 1970, 1, 2},
        {-1, 1969, 12, 31},
        {951782400, 2000, 2, 29},
        {951868800, 2000, 3, 1},
        {1709164800, 2024, 2, 29},
        {4107542400, 2100, 3, 1},
        {253402300799, 9999, 12, 31},
        {INT64_MAX, 9999, 12, 31},
        {INT64_MIN, 0, 1, 1},
        {-62167219200, 0, 1, 1},
        {-11644473600, 1601, 1, 1},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct date date = date_of_seconds(cases[i].seconds);
        assert_int_equal(date.year, cases[i].year);
        assert_int_equal(date.month, cases[i].month);
        assert_int_equal(date.day, cases[i].day);
    }
}

static void test_past(void **state)
{
    static const struct {
        const char *date;
        bool past;
    } cases[] = {
        {"2023", true},     {"2024", false},       {"2025", false},       {"2024-04", true},
        {"2024-05", false}, {"2024-05-16", true},  {"2024-05-17", false}, {"2024-05-18", false},
        {"2023-12", true},  {"2025-01-01", false},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct date date;
        assert_true(date_parse(str_of(cases[i].date), &date));
        assert_c(cases[i].date, date_is_past(date, (struct date){2024, 5, 17}) ? "ja" : "nei",
                 cases[i].past ? "ja" : "nei");
    }
}

/* The day after is no future: clocks ahead of UTC are there already. */
static void test_future(void **state)
{
    static const struct {
        const char *date;
        struct date today;
        bool future;
    } cases[] = {
        {"2024-05-17", {2024, 5, 17}, false},  {"2024-05-18", {2024, 5, 17}, false},
        {"2024-05-19", {2024, 5, 17}, true},   {"2024-05", {2024, 5, 17}, false},
        {"2024-06", {2024, 5, 17}, true},      {"2024", {2024, 5, 17}, false},
        {"2025", {2024, 5, 17}, true},         {"2023-12-31", {2024, 5, 17}, false},
        {"2024-06-01", {2024, 5, 31}, false},  {"2024-06-02", {2024, 5, 31}, true},
        {"2024-06", {2024, 5, 31}, false},     {"2024-07", {2024, 5, 31}, true},
        {"2025-01-01", {2024, 12, 31}, false}, {"2025-01-02", {2024, 12, 31}, true},
        {"2025", {2024, 12, 31}, false},       {"2026", {2024, 12, 31}, true},
        {"2024-02-29", {2024, 2, 28}, false},  {"2024-03-01", {2024, 2, 28}, true},
        {"2023-03-01", {2023, 2, 28}, false},  {"9999-12-31", {9999, 12, 31}, false},
    };
    (void)state;
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct date date;
        assert_true(date_parse(str_of(cases[i].date), &date));
        assert_c(cases[i].date, date_is_future(date, cases[i].today) ? "ja" : "nei",
                 cases[i].future ? "ja" : "nei");
    }
}

static void test_sizes_of_files(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *language;
        size_t size;
        const char *told;
    } cases[] = {
        {"nb", 0, "0 kB"},         {"nb", 1, "1 kB"},           {"nb", 1001, "2 kB"},
        {"nb", 999000, "999 kB"},  {"nb", 999001, "1 MB"},      {"nb", 1049999, "1 MB"},
        {"nb", 1050000, "1,1 MB"}, {"en", 1234567, "1.2 MB"},   {"nn", 1234567, "1,2 MB"},
        {"nb", 19999999, "20 MB"}, {"en", 12345678, "12.3 MB"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        struct buf out = BUF_INIT;
        language_put_size(&out, language_of(str_of(cases[i].language)), cases[i].size);
        struct str told = buf_finish(&out, &kit->arena), number, unit = told;
        size_t space = str_find(told, STR("\u00A0"));
        number = str_slice(told, 0, space);
        unit = str_from(told, space + strlen("\u00A0"));
        assert_str(cases[i].told, STR_JOIN(&kit->arena, number, STR(" "), unit), cases[i].told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_sentences),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_plain_text),
        cmocka_unit_test(test_capitals),
        cmocka_unit_test(test_addresses_of_persons),
        cmocka_unit_test(test_national_ids),
        WITH_KIT(test_likeness),
        WITH_KIT(test_prose),
        WITH_KIT(test_prose_links),
        WITH_KIT(test_prose_kinds),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_past),
        cmocka_unit_test(test_future),
        WITH_KIT(test_sizes_of_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
