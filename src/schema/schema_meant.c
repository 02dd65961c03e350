#include <stdint.h>

#include "base/address.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "base/date.h"
#include "base/language.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "schema/format.h"
#include "schema/pattern.h"
#include "schema/schema_parts.h"

/*
 * Dates.
 */

/* Returns the text without a time of day: `T10:00:00Z`, ` 10:00`, ` kl. 10.00`. */
static struct str without_time(struct str text)
{
    static const char form[] = "0000-00-00";
    size_t colon = str_find_byte(text, ':'), at = 0;
    while (at < sizeof form - 1 && at < text.len &&
           (form[at] == '0' ? ascii_is_digit(text.ptr[at]) : text.ptr[at] == '-'))
        at++;
    if (at == sizeof form - 1)
        return str_slice(text, 0, at);
    if (colon == SIZE_MAX)
        return text;
    struct str day = str_slice(text, 0, colon);
    size_t blank = str_rfind_byte(day, ' ');
    return blank == SIZE_MAX ? text : str_trim(str_slice(day, 0, blank));
}

/* Returns `20240417` with hyphens in it, and any other text as it is. */
static struct str with_hyphens(struct arena *arena, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]))
            return text;
    if (text.len != 8)
        return text;
    return STR_JOIN(arena, str_slice(text, 0, 4), STR("-"), str_slice(text, 4, 6), STR("-"),
                    str_from(text, 6));
}

/* Whether a word before a date is no part of it: a name of a weekday, «den». */
static bool is_beside(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (ascii_is_digit(word.ptr[i]))
            return false;
    return !languages_month(word);
}

/* Returns the digits at the front of a word, such as 17 of 17th; a word without any as it is. */
static struct str number_of(struct str word)
{
    size_t len = 0;
    while (len < word.len && ascii_is_digit(word.ptr[len]))
        len++;
    return len ? str_slice(word, 0, len) : word;
}

struct date_words {
    struct str items[3];
    size_t len;
};

/* Stores the words of a date. False if it has too few or too many. */
static bool date_words(struct arena *arena, struct str text, bool partial, struct date_words *words)
{
    struct str rest = norwegian_words(arena, with_hyphens(arena, without_time(text)));
    *words = (struct date_words){0};
    for (struct str word; str_cut(&rest, ' ', &word);) {
        if (words->len == 0 && is_beside(word))
            continue;
        if (words->len == 3)
            return false;
        words->items[words->len++] = number_of(word);
    }
    return words->len == 3 || (partial && words->len == 2);
}

/* April 17, 2024 begins with the month. */
static void put_day_first(struct date_words *words)
{
    struct str first = words->items[0];
    if (words->len < 3 || !languages_month(first))
        return;
    words->items[0] = words->items[1];
    words->items[1] = first;
}

/* 2024-4-17, 17.04.2024, «17. april 2024», «april 2024», 20240417, 2024-04-17T10:00:00Z. */
struct str schema_meant_date(struct arena *arena, struct str text, bool partial)
{
    enum { LONGEST = 50 };
    struct date_words words;
    struct date date;
    if (text.len > LONGEST || !date_words(arena, text, partial, &words))
        return (struct str){0};
    put_day_first(&words);
    bool year_first = words.items[0].len == 4 && ascii_is_digit(words.items[0].ptr[0]);
    struct str year = year_first ? words.items[0] : words.items[words.len - 1];
    struct str day = words.len < 3 ? STR("") : words.items[year_first ? 2 : 0];
    struct str month = words.items[words.len < 3 && !year_first ? 0 : 1];
    if (languages_month(month))
        month = str_format(arena, "%d", languages_month(month));
    struct str iso =
        str_format(arena, "%.*s-%s%.*s%s%s%.*s", STR_ARG(year), month.len < 2 ? "0" : "",
                   STR_ARG(month), day.len ? "-" : "", day.len == 1 ? "0" : "", STR_ARG(day));
    return date_parse(iso, &date) ? iso : (struct str){0};
}

bool schema_is_written_as_date(struct str text, bool partial)
{
    static const char form[] = "0000-00-00";
    for (size_t i = 0; i < text.len; i++)
        if (i >= sizeof form - 1 ||
            (form[i] == '0' ? !ascii_is_digit(text.ptr[i]) : text.ptr[i] != '-'))
            return false;
    return text.len == 10 || (partial && (text.len == 4 || text.len == 7));
}

/*
 * Other texts.
 */

/* `HTTPS://EXAMPLE.NO/a` in small letters up to its path, where they mean the same. */
struct str schema_meant_small(struct arena *arena, const struct schema *schema, struct str text)
{
    struct address_parts parts = address_split(text);
    if (!parts.scheme.len || !parts.host.len)
        return (struct str){0};
    size_t end = (size_t)(parts.host.ptr - text.ptr) + parts.host.len;
    struct buf small = BUF_INIT;
    for (size_t i = 0; i < text.len; i++)
        buf_byte(&small, i < end ? ascii_lower(text.ptr[i]) : text.ptr[i]);
    struct str meant = buf_finish(&small, arena);
    return pattern_try(schema->pattern, meant) == PATTERN_MATCHES ? meant : (struct str){0};
}

/* Returns the address with what cannot stand in one encoded, but for its host. */
static struct str encoded(struct arena *arena, struct str url)
{
    struct str host = address_split(url).host;
    size_t end = host.len ? (size_t)(host.ptr - url.ptr) + host.len : 0;
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < url.len; i++) {
        unsigned char byte = (unsigned char)url.ptr[i];
        bool plain = i < end || (byte > ' ' && byte < 0x80);
        buf_put(&out, plain ? str_slice(url, i, i + 1) : str_format(arena, "%%%02X", byte));
    }
    return buf_finish(&out, arena);
}

struct str schema_meant_address(struct arena *arena, struct str text)
{
    struct str plain = blank_trim(text);
    bool whole = address_split(plain).host.len > 0;
    bool host = str_find_byte(plain, '.') != SIZE_MAX && str_find_byte(plain, ':') == SIZE_MAX &&
                str_find_byte(plain, '@') == SIZE_MAX && !str_starts(plain, STR(".")) &&
                !str_starts(plain, STR("/"));
    if (!whole && !host)
        return (struct str){0};
    struct str meant = encoded(arena, whole ? plain : STR_JOIN(arena, STR("https://"), plain));
    return format_is_uri(meant) ? meant : (struct str){0};
}

struct str schema_meant_truth(struct arena *arena, struct str text)
{
    enum { LONGEST = 9 };
    struct str word = norwegian_words(arena, str_slice(text, 0, text.len > LONGEST ? 0 : text.len));
    if (languages_have(WORDS_MEANS_TRUE, word, str_eq))
        return STR("true");
    return languages_have(WORDS_MEANS_FALSE, word, str_eq) ? STR("false") : (struct str){0};
}

/* The first number in the text that would do, else the least that does. */
struct str schema_example_number(struct arena *arena, const struct schema *schema, struct str text)
{
    enum { DIGITS_MAX = 9 };
    for (size_t i = 0; i < text.len;) {
        struct value number = {.kind = VALUE_INT};
        size_t start = i;
        for (; i < text.len && ascii_is_digit(text.ptr[i]) && i - start < DIGITS_MAX; i++)
            number.integer = number.integer * 10 + (text.ptr[i] - '0');
        bool fits = i > start &&
                    (!schema->minimum || schema_compare_numbers(&number, schema->minimum) >= 0) &&
                    (!schema->maximum || schema_compare_numbers(&number, schema->maximum) <= 0);
        if (fits)
            return schema_show(arena, &number);
        i += i == start;
    }
    return schema->minimum ? schema_show(arena, schema->minimum) : STR("3");
}

struct str schema_show_range(struct arena *arena, const struct schema *schema)
{
    struct str least = schema->minimum ? schema_show(arena, schema->minimum) : STR("");
    struct str most = schema->maximum ? schema_show(arena, schema->maximum) : STR("");
    if (least.len && most.len)
        return STR_JOIN(arena, least, STR("–"), most);
    return least.len ? STR_JOIN(arena, STR("≥ "), least) : STR_JOIN(arena, STR("≤ "), most);
}

/*
 * Names.
 */

/* Whether one of the names that people see for a value, in any language, is this. */
static bool is_shown_name(struct arena *arena, const struct value *label, struct str text)
{
    if (value_str(label).len)
        return str_eq(norwegian_words(arena, value_str(label)), text);
    for (size_t i = 0; label && label->kind == VALUE_MAP && i < label->map.len; i++)
        if (!str_eq(label->map.items[i].key, STR("summary")) &&
            str_eq(norwegian_words(arena, value_str(label->map.items[i].value)), text))
            return true;
    return false;
}

static bool is_choice(const struct schema *schema, struct str text)
{
    for (size_t i = 0; i < schema->choices->list.len; i++)
        if (str_eq(value_str(schema->choices->list.items[i]), text))
            return true;
    return false;
}

struct str schema_meant_choice(struct arena *arena, const struct schema *schema, struct str text)
{
    struct str heir = value_get_str(value_get(schema->keywords, STR("x-former")), text);
    if (heir.len && is_choice(schema, heir))
        return heir;
    static const struct str marks[] = {STR_INIT("x-values"), STR_INIT("x-labels")};
    struct str wanted = norwegian_words(arena, text);
    struct nearest nearest = nearest_to(wanted);
    for (size_t i = 0; i < schema->choices->list.len; i++) {
        struct str choice = value_str(schema->choices->list.items[i]);
        for (size_t k = 0; k < sizeof marks / sizeof *marks && choice.len && wanted.len; k++)
            if (is_shown_name(arena, value_get(value_get(schema->keywords, marks[k]), choice),
                              wanted))
                return choice;
        if (choice.len)
            nearest_try(&nearest, choice);
    }
    return nearest.best;
}

bool schema_is_titled(struct arena *arena, const struct schema *schema, struct str text)
{
    struct str wanted = norwegian_words(arena, text);
    return wanted.len && str_eq(norwegian_words(arena, schema->title), wanted);
}

/*
 * Forms.
 */

struct str schema_show_map(struct arena *arena, const struct schema *schema)
{
    struct buf out = BUF_INIT;
    for (size_t i = 0; i < schema->properties.len; i++)
        if (schema->properties.items[i].required || schema->required.len == 0)
            buf_format(&out, "%s%.*s: …", out.len ? ", " : "{ ",
                       STR_ARG(schema->properties.items[i].name));
    buf_put(&out, out.len ? STR(" }") : STR("{ … }"));
    return buf_finish(&out, arena);
}
