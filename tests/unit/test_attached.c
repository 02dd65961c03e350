#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "attached/content.h"
#include "attached/csv.h"
#include "attached/office.h"
#include "attached/pdf.h"
#include "attached/picture.h"
#include "attached/svg.h"
#include "attached/traits.h"
#include "attached/zip.h"
#include "kit.h"

/*
 * Bytes are made by hand, and each text with them ends where its memory ends, so that the
 * address sanitizer sees any byte that is read beyond.
 */
static struct str exact(struct kit *kit, struct str bytes)
{
    char *copy = arena_text(&kit->arena, bytes.len ? bytes.len : 1);
    if (bytes.len)
        memcpy(copy, bytes.ptr, bytes.len);
    return (struct str){copy, bytes.len};
}

static void put_number(struct buf *out, bool big, uint32_t number, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_byte(out, (char)(number >> 8 * (big ? count - 1 - i : i)));
}

/* ---- EXIF ---- */

struct tag {
    uint32_t tag, type, count, value;
};

static struct str tiff(struct kit *kit, bool big, const struct tag *tags, size_t count,
                       struct str more)
{
    struct buf out = BUF_INIT;
    buf_put(&out, big ? STR("MM") : STR("II"));
    put_number(&out, big, 42, 2);
    put_number(&out, big, 8, 4);
    put_number(&out, big, (uint32_t)count, 2);
    for (size_t i = 0; i < count; i++) {
        put_number(&out, big, tags[i].tag, 2);
        put_number(&out, big, tags[i].type, 2);
        put_number(&out, big, tags[i].count, 4);
        put_number(&out, big, tags[i].value, 4);
    }
    put_number(&out, big, 0, 4);
    buf_put(&out, more);
    return exact(kit, buf_finish(&out, &kit->arena));
}

static void test_exif_in_both_orders(void **state)
{
    struct kit *kit = *state;
    /* The name of the artist lies behind the one directory, at 8 + 2 + 12 + 4. */
    const struct tag artist[] = {{0x013B, 2, 14, 26}};
    const struct tag beyond[] = {{0x013B, 2, 14, 4000000000u}};
    const struct tag endless[] = {{0x013B, 2, UINT32_MAX, 26}};
    const struct tag strange[] = {
        {0x013B, 999, 3, 0x41414141}, {0x8825, 4, 1, 8}, {0x8769, 4, 1, 8}};
    for (size_t big = 0; big < 2; big++) {
        unsigned orientation = 0;
        assert_int_equal(
            traits_of_exif(tiff(kit, big, artist, 1, STR("Kari Nordmann")), &orientation),
            TRAIT_CREATOR);
        assert_int_equal(
            traits_of_exif(tiff(kit, big, artist, 1, STR("              ")), &orientation), 0);
        assert_int_equal(traits_of_exif(tiff(kit, big, beyond, 1, STR("Kari")), &orientation), 0);
        assert_int_equal(traits_of_exif(tiff(kit, big, endless, 1, STR("Kari")), &orientation),
                         TRAIT_CREATOR);
        assert_int_equal(traits_of_exif(tiff(kit, big, strange, 3, STR("Kari")), &orientation),
                         TRAIT_CREATOR);
        assert_int_equal(orientation, 0);
    }
}

/* Directories that lead to each other are read a few times, and not for ever. */
static void test_exif_in_circles(void **state)
{
    struct kit *kit = *state;
    enum { MANY = 20000 };
    struct tag *tags = arena_items(&kit->arena, struct tag, MANY);
    for (size_t i = 0; i < MANY; i++) /* each has one long and blank value, the same */
        tags[i] = (struct tag){i % 2 ? 0x013B : 0x8825, i % 2 ? 2 : 4, i % 2 ? 1 << 20 : 1,
                               i % 2 ? 8 + 2 + 12 * MANY + 4 : 8};
    unsigned orientation;
    assert_int_equal(
        traits_of_exif(tiff(kit, true, tags, MANY, kit_repeat(kit, " ", 1 << 20)), &orientation),
        0);
}

/* ---- pictures ---- */

#define BYTES(...) ((struct str){(const char[]){__VA_ARGS__}, sizeof((const char[]){__VA_ARGS__})})
#define MARK(byte) (char)0xFF, (char)(byte)

/* A picture of 40 × 30, turned, with a comment, two scans and a mark within the data. */
static struct str jpeg(struct kit *kit)
{
    const struct tag turned[] = {{0x0112, 3, 1, 6u << 16}};
    return STR_JOIN(
        &kit->arena, BYTES(MARK(0xD8), MARK(0xE1), 0, 34), STR("Exif\0\0"),
        tiff(kit, true, turned, 1, STR("")), BYTES(MARK(0xFE), 0, 8), STR("/home/"),
        BYTES(MARK(0xC2), 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0),
        BYTES(MARK(0xDA), 0, 8, 1, 1, 0, 0, 0x3F, 0, 1, MARK(0), 2, MARK(0xD0), 3),
        BYTES(MARK(0xC4), 0, 3, 0, MARK(0xDA), 0, 8, 1, 1, 0, 0, 0x3F, 0, 1, MARK(0xD9)));
}

static struct str png(struct kit *kit)
{
    return STR_JOIN(
        &kit->arena, STR("\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\050\0\0\0\036\1\0\0\0\0crc!"),
        STR("\0\0\0\013tEXtAuthor\0KariCRC!"), STR("\0\0\0\2IDATx!CRC!"), STR("\0\0\0\0IENDCRC!"));
}

/* The `<` of its XMP is the length of a sub-block, too. */
static struct str gif(struct kit *kit)
{
    return STR_JOIN(
        &kit->arena, STR("GIF89a\050\0\036\0\200\0\0rgbRGB"), STR("!\376\6/home/\0"),
        STR("!\377\013XMP DataXMP<a xmlns:b='c' b:City='Oslo'/>                               \0"),
        STR(",\0\0\0\0\050\0\036\0\0\2\3abc\0;"));
}

static struct str webp(struct kit *kit)
{
    return STR_JOIN(&kit->arena, STR("RIFF\102\0\0\0WEBPVP8X\012\0\0\0\0\0\0\0\047\0\0\035\0\0"),
                    STR("VP8 \013\0\0\0abc\235\001*\050\0\036\0d\0"),
                    STR("XMP \020\0\0\0<a City='Oslo'/>"));
}

static const struct sample {
    struct str (*make)(struct kit *kit);
    enum content_kind kind;
    unsigned traits, width, height;
} samples[] = {
    {jpeg, CONTENT_JPEG, TRAIT_FOLDER, 30, 40},
    {png, CONTENT_PNG, TRAIT_CREATOR, 40, 30},
    {gif, CONTENT_GIF, TRAIT_FOLDER | TRAIT_PLACE, 40, 30},
    {webp, CONTENT_WEBP, TRAIT_PLACE, 40, 30},
};

static void test_pictures_that_are_whole(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(samples); i++) {
        struct picture_facts facts;
        struct str bytes = exact(kit, samples[i].make(kit));
        assert_int_equal(content_of(bytes), samples[i].kind);
        picture_read(&facts, samples[i].kind, bytes);
        assert_int_equal(facts.traits, samples[i].traits);
        assert_int_equal(facts.width, samples[i].width);
        assert_int_equal(facts.height, samples[i].height);
        assert_true(facts.has_data && facts.ends);
    }
}

/* Whatever its length, a beginning of a picture is read, and never taken for a whole one. */
static void test_any_beginning_of_a_picture(void **state)
{
    struct kit *kit = *state;
    for (size_t i = 0; i < ROWS(samples); i++) {
        struct str whole = samples[i].make(kit);
        size_t first = samples[i].kind == CONTENT_WEBP ? 12 : 8;
        for (size_t len = first; len < whole.len; len++) {
            struct picture_facts facts;
            picture_read(&facts, samples[i].kind, exact(kit, str_slice(whole, 0, len)));
            assert_false(facts.has_data && facts.ends);
        }
    }
}

/* Any byte may be any other, also those that say how long something is. */
static void test_any_byte_of_a_picture(void **state)
{
    struct kit *kit = *state;
    static const unsigned char bytes[] = {0, 1, 0x2A, 0x7F, 0x80, 0xD8, 0xE1, 0xFE, 0xFF};
    for (size_t i = 0; i < ROWS(samples); i++) {
        struct str whole = samples[i].make(kit);
        for (size_t at = 8; at < whole.len; at++)
            for (size_t b = 0; b < sizeof bytes; b++) {
                struct picture_facts facts;
                char *copy = malloc(whole.len);
                memcpy(copy, whole.ptr, whole.len);
                copy[at] = (char)bytes[b];
                picture_read(&facts, samples[i].kind, (struct str){copy, whole.len});
                free(copy);
            }
    }
}

/* ---- documents ---- */

static void test_names_in_a_zip(void **state)
{
    struct kit *kit = *state;
    static const struct str entry =
        STR_INIT("PK\1\2\24\0\24\0\0\0\0\0\0\0\0\0crc!\0\0\0\0\0\0\0\0\3\0\1\0\2\0\0\0\0\0\0\0\0\0"
                 "\0\0\0\0a/bxcc");
    static const struct str end = STR_INIT("PK\5\6\0\0\0\0\1\0\1\0\064\0\0\0\0\0\0\0\3\0end");
    struct str whole = STR_JOIN(&kit->arena, entry, end), name;
    struct zip zip;
    assert_int_equal(entry.len, 0x34);
    assert_true(zip_open(&zip, exact(kit, whole)));
    assert_true(zip_next(&zip, &name));
    assert_str("name", name, "a/b");
    assert_false(zip_next(&zip, &name));
    for (size_t len = 0; len < whole.len; len++)
        assert_false(zip_open(&zip, exact(kit, str_slice(whole, 0, len))));
    for (size_t at = 0; at < whole.len; at++) {
        char *copy = malloc(whole.len);
        memcpy(copy, whole.ptr, whole.len);
        copy[at] = (char)0xFF;
        office_macro((struct str){copy, whole.len});
        office_of((struct str){copy, whole.len});
        free(copy);
    }
}

static void test_what_a_pdf_does(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *bytes, *found;
    } cases[] = {
        {"%PDF-1.7 << /Type /Page /OpenAction [3 0 R /Fit] >>", ""},
        {"<< /S /JavaScript >>", "JavaScript"},
        {"<</S/JavaScript>>", "JavaScript"},
        {"/J#61v#61Script", "JavaScript"},
        {"/Java#5", ""},
        {"/JavaScripts /JavaScrip /Launcher", ""},
        {"/JS", "JS"},
        {"/JS(", "JS"},
        {"stream /JS endstream", ""},
        {"stream /JS endstream /JS", "JS"},
        {"stream /JavaScript", "JavaScript"},
        {"/EmbeddedFile", "EmbeddedFile"},
        {"/", ""},
        {"", ""},
    };
    for (size_t i = 0; i < ROWS(cases); i++)
        assert_str(cases[i].bytes, pdf_active(exact(kit, str_of(cases[i].bytes))), cases[i].found);
}

static void test_cells_that_are_formulas(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *first;
        size_t count;
    } cases[] = {
        {"a;b\n1;2\n", "", 0},
        {"a;=b\n", "=b", 1},
        {"a,b;c,=d\n", "=d", 1},
        {"a;b,=c\n", "", 0},
        {"\"a;=b\";c\n", "", 0},
        {"\"a\"\";=b\";c\n", "", 0},
        {"\"=a\nb\";@c\n", "=a\nb", 2},
        {"-1;+2,5;-1e5;+47 22 11 00 00;-;- ;=;−3;-50 %\n", "", 0},
        {"-a;+a1;@\n", "-a", 2},
        {" =a\t\n", "=a", 1},
        {"=a", "=a", 1},
        {"\"=a", "=a", 1},
        {"\"", "", 0},
        {"", "", 0},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        size_t count;
        assert_str(cases[i].text, csv_formula(exact(kit, str_of(cases[i].text)), &count),
                   cases[i].first);
        assert_int_equal(count, cases[i].count);
    }
}

/* ---- SVG ---- */

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "

static void test_sizes_of_an_svg(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text;
        unsigned width, height;
    } cases[] = {
        {SVG "width='20' height='10px'/>", 20, 10},
        {SVG "width='1in' height='25.4mm'/>", 96, 96},
        {SVG "width=' 2.54cm ' height='72pt'/>", 96, 96},
        {SVG "viewBox='0 0 30 20'/>", 30, 20},
        {SVG "viewBox='-1,-1, 30.4 ,2e1'/>", 30, 20},
        {SVG "width='100%' height='100%' viewBox='0 0 30 20'/>", 30, 20},
        {SVG "width='60' viewBox='0 0 30 20'/>", 60, 40},
        {SVG "height='10' viewBox='0 0 30 20'/>", 15, 10},
        {SVG "width='60'/>", 60, 0},
        {SVG "width='2em' height='3em'/>", 0, 0},
        {SVG "width='-5' height='0'/>", 0, 0},
        {SVG "width='1e400' height='nan'/>", 0, 0},
        {SVG "viewBox='0 0 1e-300 1e300'/>", 0, 0},
        {SVG "viewBox='0 0 30'/>", 0, 0},
        {SVG "><svg width='5' height='5'/></svg>", 0, 0},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        unsigned width, height;
        kit_forget(kit);
        svg_check(kit_source(kit, str_of(cases[i].text)), &width, &height, &kit->diags);
        if (width != cases[i].width || height != cases[i].height)
            fail_msg("%s: %u × %u", cases[i].text, width, height);
        assert_c(cases[i].text, kit_findings(kit), "");
    }
}

static void test_what_an_svg_may_not_have(void **state)
{
    struct kit *kit = *state;
    static const struct {
        const char *text, *findings;
    } cases[] = {
        {SVG "><use href='#a'/><use xlink:href=' #a '/></svg>", ""},
        {SVG "><image href='data:image/png;base64,AA'/></svg>", ""},
        {SVG "><image href='data:image/pngx,AA'/></svg>", "1:92 svg-reference"},
        {SVG "><image href='DATA:IMAGE/SVG+XML,AA'/></svg>", "1:92 svg-reference"},
        {SVG "><image href='a.png'/></svg>", "1:92 svg-reference"},
        {SVG "><g fill='url(#a)' style='fill:url(\"#a\")'/></svg>", ""},
        {SVG "><g fill='url(a)'/></svg>", "1:88 svg-reference"},
        {SVG "><g fill='url(                                                                  "
             "#a)'/></svg>",
         "1:88 svg-reference"},
        {SVG "><g fill='u&#x72;l(//a)'/></svg>", "1:88 svg-reference"},
        {SVG "><style>a{}</style><style>b{c:url(d)}</style></svg>", "1:103 svg-reference"},
        {SVG "><style><![CDATA[@IMPORT 'a']]></style></svg>", "1:85 svg-reference"},
        {SVG "><![CDATA[<script>]]></svg>", ""},
        {SVG "><!-- <script> --></svg>", ""},
        {SVG "><script/><script/></svg>", "1:85 svg-element, 1:94 svg-element"},
        {SVG "><s xmlns='a'/><g xmlns=''/></svg>", "1:85 svg-element, 1:99 svg-element"},
        {SVG "><set attributeName=' onclick '/></svg>", "1:90 svg-attribute"},
        {SVG "><set attributeName='xlink:href'/></svg>", "1:90 svg-attribute"},
        {SVG "><g data-a='javascript: b' aria-label='c'/></svg>", "1:88 svg-reference"},
        {SVG "></g></svg>", "1:87 svg-syntax"},
        {SVG ">&a;</svg>", "1:85 svg-syntax"},
        {"<!DOCTYPE svg><svg/>", "1:1 svg-declaration"},
        {"<a/>", "1:1 svg-syntax"},
        {"", "1:1 svg-syntax"},
    };
    for (size_t i = 0; i < ROWS(cases); i++) {
        unsigned width, height;
        kit_forget(kit);
        svg_check(kit_source(kit, str_of(cases[i].text)), &width, &height, &kit->diags);
        assert_c(cases[i].text, kit_findings(kit), cases[i].findings);
    }
}

/* A file that is wrong all over is told of in few words, and costs no more than its length. */
static void test_an_svg_that_is_wrong_all_over(void **state)
{
    struct kit *kit = *state;
    struct str many = STR_JOIN(&kit->arena, STR(SVG ">"),
                               kit_repeat(kit, "<g onclick='a'/>", 20000), STR("</svg>"));
    struct str open =
        STR_JOIN(&kit->arena, STR(SVG "style='"), kit_repeat(kit, "url(#", 100000), STR("'/>"));
    unsigned width, height;
    svg_check(kit_source(kit, many), &width, &height, &kit->diags);
    assert_int_equal(kit->diags.len, SVG_FINDINGS_MAX);
    kit_forget(kit);
    svg_check(kit_source(kit, open), &width, &height, &kit->diags);
    assert_int_equal(kit->diags.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_KIT(test_exif_in_both_orders),
        WITH_KIT(test_exif_in_circles),
        WITH_KIT(test_pictures_that_are_whole),
        WITH_KIT(test_any_beginning_of_a_picture),
        WITH_KIT(test_any_byte_of_a_picture),
        WITH_KIT(test_names_in_a_zip),
        WITH_KIT(test_what_a_pdf_does),
        WITH_KIT(test_cells_that_are_formulas),
        WITH_KIT(test_sizes_of_an_svg),
        WITH_KIT(test_what_an_svg_may_not_have),
        WITH_KIT(test_an_svg_that_is_wrong_all_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
