#include "base/ascii.h"
#include "base/date.h"
#include "base/language.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "schema/format.h"
#include "schema/schema_parts.h"

/*
 * Dates.
 */

/* 2024-4-17, 17.04.2024, «17. april 2024», «april 2024», as words: at most three. */
struct str schema_meant_date(struct arena *arena, struct str text, bool partial)
{
    enum { LONGEST = 30 };
    struct str words[4] = {{0}}, rest = text, iso = {0};
    struct date date;
    size_t count = 0;
    if (text.len > LONGEST)
        return iso;
    rest = norwegian_words(arena, text);
    for (struct str word; count < 4 && str_cut(&rest, ' ', &word);)
        words[count++] = word;
    bool year_first = words[0].len == 4 && ascii_is_digit(words[0].ptr[0]);
    if (count < 2 || count > 3 || (count == 2 && !partial))
        return iso;
    struct str year = year_first ? words[0] : words[count - 1];
    struct str day = count < 3 ? STR("") : year_first ? words[2] : words[0];
    struct str month = count < 3 && !year_first ? words[0] : words[1];
    if (languages_month(month))
        month = str_format(arena, "%d", languages_month(month));
    iso = str_format(arena, "%.*s-%s%.*s%s%s%.*s", STR_ARG(year), month.len < 2 ? "0" : "",
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

struct str schema_meant_address(struct arena *arena, struct str text)
{
    bool host = str_find_byte(text, '.') != SIZE_MAX && str_find_byte(text, ':') == SIZE_MAX &&
                str_find_byte(text, '@') == SIZE_MAX;
    struct str whole = STR_JOIN(arena, STR("https://"), text);
    return host && format_is_uri(whole) ? whole : (struct str){0};
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

struct str schema_meant_choice(struct arena *arena, const struct schema *schema, struct str text)
{
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

/* Words with commas are a list but for its brackets. */
static bool is_bare_list(struct str text)
{
    enum { LONGEST = 80 };
    for (size_t i = 0; i < text.len; i++)
        if (str_find_byte(STR("[]{}\"'#:&*!|>%@`\n"), text.ptr[i]) != SIZE_MAX)
            return false;
    return text.len > 0 && text.len <= LONGEST;
}

struct str schema_show_list(struct arena *arena, const struct schema *schema,
                            const struct value *value)
{
    if (schema->items && schema->items->types == SCHEMA_OBJECT)
        return STR_JOIN(arena, STR("- "), schema_show_map(arena, schema->items));
    if ((value->kind == VALUE_PLAIN || value->kind == VALUE_TEXT) && is_bare_list(value->text))
        return STR_JOIN(arena, STR("["), str_trim(value->text), STR("]"));
    return STR("[a, b]");
}
