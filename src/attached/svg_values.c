#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "attached/svg_parts.h"
#include "base/ascii.h"

bool svg_allows_address(struct str address)
{
    static const struct str pixels[] = {STR_INIT("png"), STR_INIT("jpeg"), STR_INIT("jpg"),
                                        STR_INIT("gif"), STR_INIT("webp")};
    static const struct str data = STR_INIT("data:image/");
    address = str_trim(address);
    if (address.len == 0 || str_starts(address, STR("#")))
        return true;
    for (size_t i = 0; str_begins(address, data) && i < sizeof pixels / sizeof *pixels; i++) {
        struct str rest = str_from(address, data.len);
        if (str_begins(rest, pixels[i]) && rest.len > pixels[i].len &&
            strchr(";,", rest.ptr[pixels[i].len]))
            return true;
    }
    return false;
}

/* Returns the length of the name that ends before `at`. */
static size_t name_before(struct str style, size_t at)
{
    size_t len = 0;
    while (len < at && len < 32 &&
           (ascii_is_letter(style.ptr[at - len - 1]) || style.ptr[at - len - 1] == '-'))
        len++;
    return len;
}

/* Returns how the argument begins whose parenthesis is at `at`; enough to know what it names. */
static struct str argument_at(struct str style, size_t at)
{
    enum { BEGINNING = 64 };
    size_t left = style.len - at - 1;
    struct str begins = str_slice(style, at + 1, at + 1 + (left < BEGINNING ? left : BEGINNING));
    begins = str_trim(begins);
    return begins.len && strchr("\"'", begins.ptr[0]) ? str_from(begins, 1) : begins;
}

/* Functions that load what their argument names, or whatever it holds. */
static bool is_loading(struct str name)
{
    static const struct str loading[] = {
        STR_INIT("image"),        STR_INIT("image-set"),  STR_INIT("-webkit-image-set"),
        STR_INIT("src"),          STR_INIT("cross-fade"), STR_INIT("-webkit-cross-fade"),
        STR_INIT("expression"),   STR_INIT("paint"),      STR_INIT("element"),
        STR_INIT("-moz-element"), STR_INIT("url-prefix")};
    for (size_t i = 0; i < sizeof loading / sizeof *loading; i++)
        if (str_same(name, loading[i]))
            return true;
    return false;
}

/*
 * `\` may hide any letter (CSS Syntax 3, 4.3.7), so none is let through. A comment cannot
 * hide a function: it parts its name from the parenthesis, and then it is none.
 */
struct str svg_loading_style(struct str style)
{
    static const struct str refused[] = {STR_INIT("@import"), STR_INIT("@namespace"),
                                         STR_INIT("javascript:"), STR_INIT("-moz-binding"),
                                         STR_INIT("behavior:")};
    for (size_t at = 0; at < style.len; at++) {
        struct str rest = str_from(style, at);
        if (rest.ptr[0] == '\\')
            return str_slice(rest, 0, 1);
        for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
            if (str_begins(rest, refused[i]))
                return str_slice(rest, 0, refused[i].len);
        if (rest.ptr[0] != '(')
            continue;
        struct str name = str_slice(style, at - name_before(style, at), at);
        struct str argument = argument_at(style, at);
        bool foreign =
            str_same(name, STR("url")) && (argument.len == 0 || !svg_allows_address(argument));
        if (foreign || is_loading(name))
            return str_slice(style, at - name.len, at + 1);
    }
    return (struct str){0};
}

/* Stores the number that a text begins with. Returns what comes after it, or the absent str. */
static struct str take_number(struct str text, double *number)
{
    char copy[32] = {0}, *end;
    size_t len = text.len < sizeof copy ? text.len : sizeof copy - 1;
    memcpy(copy, text.ptr, len);
    *number = strtod(copy, &end);
    if (end == copy || !isfinite(*number))
        return (struct str){0};
    return str_from(text, (size_t)(end - copy));
}

double svg_length(struct str value)
{
    static const struct {
        struct str name;
        double pixels;
    } units[] = {{STR_INIT(""), 1},          {STR_INIT("px"), 1},  {STR_INIT("pt"), 4.0 / 3},
                 {STR_INIT("pc"), 16},       {STR_INIT("in"), 96}, {STR_INIT("cm"), 96 / 2.54},
                 {STR_INIT("mm"), 96 / 25.4}};
    double number;
    struct str trimmed = str_trim(value);
    struct str unit = trimmed.len ? take_number(trimmed, &number) : (struct str){0};
    for (size_t i = 0; unit.ptr && i < sizeof units / sizeof *units; i++)
        if (str_same(unit, units[i].name))
            return number > 0 ? number * units[i].pixels : 0;
    return 0;
}

bool svg_view_box(struct str value, double *width, double *height)
{
    double numbers[4];
    struct str rest = value;
    for (size_t i = 0; i < 4; i++) {
        while (rest.len && (ascii_is_space(rest.ptr[0]) || rest.ptr[0] == ','))
            rest = str_from(rest, 1);
        rest = rest.len ? take_number(rest, &numbers[i]) : (struct str){0};
        if (!rest.ptr)
            return false;
    }
    *width = numbers[2];
    *height = numbers[3];
    return *width > 0 && *height > 0;
}
