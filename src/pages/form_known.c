#include "base/file_type.h"
#include "base/json.h"
#include "base/norwegian.h"
#include "base/slug.h"
#include "base/utf8.h"
#include "collection/fields.h"
#include "collection/unexplained.h"
#include "pages/details.h"
#include "pages/form_parts.h"
#include "pages/values.h"
#include "schema/format.h"

/* Of all that the program knows of a language, what the script asks. */
static const enum language_list lists[] = {WORDS_KIN, WORDS_VAGUE, WORDS_MONTHS};

/* What it asks of all languages together, as languages_have() does. */
static const enum language_list shared_lists[] = {
    WORDS_FAMILIAR,         WORDS_ROLES,          WORDS_EXAMPLE_DOMAINS, WORDS_PRIVATE_MAIL,
    WORDS_AT_SIGNS,         WORDS_INSTITUTIONS,   WORDS_PHONE_WORDS,     WORDS_SWITCHBOARDS,
    WORDS_INTRANET_DOMAINS, WORDS_INTRANET_HOSTS, WORDS_LOGIN_PATHS,     WORDS_LOGIN_HOSTS,
    WORDS_REDIRECTS,        WORDS_TRACKERS,
};

static void put_texts(struct json *json, struct str key, const struct str *texts, size_t count)
{
    json_key(json, key);
    json_open_list(json, JSON_TIGHT);
    for (size_t i = 0; i < count; i++)
        json_put_text(json, texts[i]);
    json_close(json);
}

static void put_shared(struct json *json, enum language_list list)
{
    json_key(json, languages[0].lists[list].key);
    json_open_list(json, JSON_TIGHT);
    for (size_t i = 0; i < language_count; i++) {
        const struct language_words *words = &languages[i].lists[list];
        for (size_t k = 0; k < words->len; k++)
            json_put_text(json, words->items[k]);
    }
    json_close(json);
}

static void put_language(struct json *json, const struct language *language)
{
    json_key(json, language->tag);
    json_open_map(json, JSON_TIGHT);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct language_words *words = &language->lists[lists[i]];
        put_texts(json, words->key, words->items, words->len);
    }
    json_put_member(json, language->phrases[PHRASE_PLACEHOLDER].key,
                    language_says(language, PHRASE_PLACEHOLDER));
    json_close(json);
}

/* Ranges as they stand in a class of a regular expression: \u{200e}-\u{200f}. */
static void put_ranges(struct json *json, struct str key, const struct utf8_range *ranges,
                       size_t count)
{
    struct buf set = BUF_INIT;
    for (size_t i = 0; i < count; i++)
        buf_format(&set, "\\u{%x}-\\u{%x}", (unsigned)ranges[i].first, (unsigned)ranges[i].last);
    json_put_member(json, key, buf_str(&set));
    buf_release(&set);
}

static void put_abbreviations(struct json *json, struct form_maker *maker)
{
    struct explained explained;
    unexplained_known(maker->collection, maker->arena, &explained);
    put_texts(json, STR("explained"), explained.items, explained.len);
}

/* What the page of an entry calls the kinds of file that its links lead to. */
static void put_file_types(struct json *json)
{
    json_key(json, STR("files"));
    json_open_map(json, JSON_TIGHT);
    for (size_t i = 0; i < file_type_count; i++)
        if (file_type_is_told(&file_types[i]))
            json_put_member(json, file_types[i].ending, file_types[i].name);
    json_close(json);
}

static void put_fact(struct json *json, struct form_maker *maker, const struct shown_field *shown)
{
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("field"), shown->facet->field);
    json_put_member(json, STR("one"),
                    facet_heading(maker->arena, shown->facet, maker->language, 1));
    json_put_member(json, STR("many"),
                    facet_heading(maker->arena, shown->facet, maker->language, 2));
    if (shown->facet->of_truth)
        json_put_member(json, STR("yes"), form_label(maker, shown->property->schema, STR("true")));
    json_close(json);
}

/* What a value of a field, or of a part of it, is shown as (pages/details.h). */
static void put_telling(struct json *json, struct form_maker *maker, const struct schema *schema)
{
    static const char *const kinds[] = {
        [SCHEMA_URI] = "uri", [SCHEMA_EMAIL] = "mail", [SCHEMA_DATE] = "date"};
    const struct value *labels = value_get(schema->keywords, STR("x-labels"));
    const struct value *units = value_get(schema->keywords, STR("x-unit"));
    if (schema->format != SCHEMA_ANY_TEXT)
        json_put_member(json, STR("kind"), str_of(kinds[schema->format]));
    if (labels || schema->types == SCHEMA_BOOLEAN) {
        json_key(json, STR("labels"));
        json_open_map(json, JSON_TIGHT);
        for (size_t i = 0; labels && i < labels->map.len; i++)
            json_put_member(json, labels->map.items[i].key,
                            label_text(labels->map.items[i].value, maker->language));
        if (!labels) {
            json_put_member(json, STR("true"), details_truth(maker->language, true));
            json_put_member(json, STR("false"), details_truth(maker->language, false));
        }
        json_close(json);
    }
    if (units) {
        json_put_member(json, STR("unit"), label_noun(units, maker->language, 1));
        json_put_member(json, STR("units"), label_noun(units, maker->language, 2));
    }
}

static void put_detail_part(struct json *json, struct form_maker *maker,
                            const struct schema_property *part)
{
    const struct value *keywords = part->schema->keywords;
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("name"), part->name);
    json_put_member(json, STR("before"),
                    label_text(value_get(keywords, STR("x-before")), maker->language));
    if (value_get_bool(keywords, STR("x-figure")))
        json_put_member(json, STR("figure"), STR("figure"));
    put_telling(json, maker, part->schema);
    json_close(json);
}

/* A field that is no facet: its title, and how it or each of its parts is shown. */
static void put_detail(struct json *json, struct form_maker *maker,
                       const struct schema_property *property)
{
    const struct schema *schema = property->schema, *value = schema->items ? schema->items : schema;
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("field"), property->name);
    json_put_member(json, STR("title"), marks_name(property, maker->language));
    put_telling(json, maker, value);
    if (value->properties.len) {
        json_key(json, STR("parts"));
        json_open_list(json, JSON_TIGHT);
        for (size_t i = 0; i < value->properties.len; i++)
            put_detail_part(json, maker, &value->properties.items[i]);
        json_close(json);
    }
    json_close(json);
}

/* A note; of a truth, what it says of every entry that has it. */
static void put_note(struct json *json, struct form_maker *maker, const struct shown_field *shown)
{
    const struct schema_property *property = shown->property;
    const struct value *labels = value_get(property->schema->keywords, STR("x-values"));
    const struct value *truth = shown->facet ? value_get(labels, STR("true")) : NULL;
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("field"), property->name);
    json_put_member(json, STR("title"),
                    truth ? label_text(truth, maker->language)
                          : marks_name(property, maker->language));
    if (truth)
        json_put_member(json, STR("text"), value_get_str(truth, STR(FIELD_SUMMARY)));
    json_close(json);
}

static void put_shown(struct json *json, struct form_maker *maker, const struct shown_field *shown)
{
    if (shown->facet)
        put_fact(json, maker, shown);
    else
        put_detail(json, maker, shown->property);
}

static bool shows_facet(const struct shown_field *shown)
{
    return shown->facet;
}

static bool shows_other(const struct shown_field *shown)
{
    return !shown->facet;
}

/*
 * What the page of an entry has where: at the top, the notes, in the fact box of the facets
 * (`facts`) and of the other fields (`details`), and the links under the text.
 */
static void put_places(struct json *json, struct form_maker *maker)
{
    static const struct {
        struct str name;
        enum shown_place place;
        bool (*fits)(const struct shown_field *shown); /* NULL: all do */
        void (*put)(struct json *json, struct form_maker *maker, const struct shown_field *shown);
    } places[] = {
        {STR_INIT("top"), SHOWN_TOP, NULL, put_shown},
        {STR_INIT("notes"), SHOWN_NOTES, NULL, put_note},
        {STR_INIT("facts"), SHOWN_FACTS, shows_facet, put_shown},
        {STR_INIT("details"), SHOWN_FACTS, shows_other, put_shown},
        {STR_INIT("links"), SHOWN_LINKS, NULL, put_shown},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const struct shown_list *shown = &maker->collection->kind.shown[places[i].place];
        json_key(json, places[i].name);
        json_open_list(json, JSON_TIGHT);
        for (size_t k = 0; k < shown->len; k++)
            if (!places[i].fits || places[i].fits(&shown->items[k]))
                places[i].put(json, maker, &shown->items[k]);
        json_close(json);
    }
}

/* A list for each name: {"marks":[["a|b","u"],…],…}. */
static void put_patterns(struct json *json)
{
    json_key(json, STR("patterns"));
    json_open_map(json, JSON_TIGHT);
    for (size_t i = 0; i < form_pattern_count; i++) {
        const struct form_pattern *pattern = &form_patterns[i];
        struct str name = str_of(pattern->name);
        if (i == 0 || !str_eq(name, str_of(form_patterns[i - 1].name))) {
            json_key(json, name);
            json_open_list(json, JSON_TIGHT);
        }
        json_open_list(json, JSON_TIGHT);
        json_put_text(json, str_of(pattern->pattern));
        json_put_text(json, str_of(pattern->flags));
        json_close(json);
        if (i + 1 == form_pattern_count || !str_eq(name, str_of(form_patterns[i + 1].name)))
            json_close(json);
    }
    json_close(json);
}

static void put_known(struct json *json, struct form_maker *maker, struct str letters)
{
    json_open_map(json, JSON_TIGHT);
    json_put_member(json, STR("letters"), letters);
    json_put_member(json, STR("language"), maker->collection->settings.language);
    json_key(json, STR("languages"));
    json_open_map(json, JSON_TIGHT);
    for (size_t i = 0; i < language_count; i++)
        put_language(json, &languages[i]);
    json_close(json);
    json_key(json, STR("words"));
    json_open_map(json, JSON_TIGHT);
    for (size_t i = 0; i < sizeof shared_lists / sizeof *shared_lists; i++)
        put_shared(json, shared_lists[i]);
    json_close(json);
    put_ranges(json, STR("control"), utf8_control, UTF8_CONTROL);
    put_ranges(json, STR("hidden"), utf8_hidden, UTF8_HIDDEN);
    json_put_member(json, STR("uri"), str_of(format_uri_pattern));
    json_put_member(json, STR("email"), str_of(format_email_pattern));
    put_texts(json, STR("reserved"), slug_reserved, SLUG_RESERVED);
    json_key(json, STR("slug_max"));
    json_put_number(json, SLUG_MAX);
    put_abbreviations(json, maker);
    put_patterns(json);
    put_file_types(json);
    put_places(json, maker);
    json_close(json);
}

/*
 * Appends JSON with other letters than those of ASCII as \uXXXX, which they may be within texts. So
 * the words of all languages, which the script knows, are none that stand on the page.
 */
static void put_ascii(struct buf *out, struct str json)
{
    while (json.len) {
        uint32_t rune = utf8_next(&json);
        if (rune < 0x80)
            buf_byte(out, (char)rune);
        else if (rune < 0x10000)
            buf_format(out, "\\u%04x", (unsigned)rune);
        else
            buf_format(out, "\\u%04x\\u%04x", (unsigned)(0xd800 + ((rune - 0x10000) >> 10)),
                       (unsigned)(0xdc00 + (rune & 0x3ff)));
    }
}

void form_put_known(struct form_maker *maker, struct value *form)
{
    struct buf letters = BUF_INIT, known = BUF_INIT, ascii = BUF_INIT;
    struct json json = json_into(&known);
    norwegian_put_letters(&letters);
    put_known(&json, maker, buf_str(&letters));
    put_ascii(&ascii, buf_str(&known));
    values_text(maker->arena, form, STR("letters"), buf_finish(&letters, maker->arena));
    values_text(maker->arena, form, STR("known"), buf_finish(&ascii, maker->arena));
    buf_release(&known);
}
