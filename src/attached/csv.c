#include "attached/csv.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

static char separator_of(struct str text)
{
    size_t semicolons = 0, commas = 0, tabs = 0;
    for (size_t i = 0; i < text.len && text.ptr[i] != '\n'; i++) {
        semicolons += text.ptr[i] == ';';
        commas += text.ptr[i] == ',';
        tabs += text.ptr[i] == '\t';
    }
    if (tabs > semicolons && tabs > commas)
        return '\t';
    return commas > semicolons ? ',' : ';';
}

/* A number, a telephone number, a date, a dash: signs and digits alone do nothing. */
static bool is_number(struct str cell)
{
    for (size_t i = 0; i < cell.len; i++) {
        unsigned char c = (unsigned char)cell.ptr[i];
        bool exponent = (c == 'e' || c == 'E') && i > 0 && ascii_is_digit(cell.ptr[i - 1]);
        if (!ascii_is_digit((char)c) && !strchr(" +-.,%:()", (char)c) && c < 0x80 && !exponent)
            return false;
    }
    return true;
}

static bool is_formula(struct str cell)
{
    if (cell.len < 2)
        return false;
    char first = cell.ptr[0];
    return first == '=' || first == '@' || ((first == '+' || first == '-') && !is_number(cell));
}

/* Takes the next cell off *rest, without its quotes. */
static struct str take_cell(struct str *rest, char separator)
{
    size_t len = 0;
    bool quoted = rest->len && rest->ptr[0] == '"', inside = quoted;
    for (len = quoted; len < rest->len; len++) {
        char c = rest->ptr[len];
        if (c == '"')
            inside = quoted && !inside; /* two of them inside are one, which changes nothing */
        else if (!inside && (c == separator || c == '\n'))
            break;
    }
    struct str cell = str_slice(*rest, 0, len);
    *rest = str_from(*rest, len < rest->len ? len + 1 : len);
    if (quoted)
        cell = str_from(cell, 1);
    return quoted && str_ends(cell, STR("\"")) ? str_slice(cell, 0, cell.len - 1) : cell;
}

struct str csv_formula(struct str text, size_t *count)
{
    char separator = separator_of(text);
    struct str first = {0};
    *count = 0;
    while (text.len) {
        struct str cell = str_trim(take_cell(&text, separator));
        if (!is_formula(cell))
            continue;
        if ((*count)++ == 0)
            first = cell;
    }
    return first;
}
