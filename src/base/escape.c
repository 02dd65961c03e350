#include "base/escape.h"

#include <stdint.h>

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

/*
 * Appends text, with `replace` called for each byte that is in the table `special`. All
 * between two such bytes is copied at once.
 */
static void put_replaced(struct buf *out, struct str text, const bool special[256],
                         void (*replace)(struct buf *out, unsigned char byte))
{
    for (size_t start = 0, end; start < text.len; start = end + 1) {
        end = str_find_in(text, start, special);
        buf_put(out, str_slice(text, start, end));
        if (end < text.len)
            replace(out, (unsigned char)text.ptr[end]);
    }
}

static const bool markup[256] = {
    ['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true};
static const bool mark[256] = {
    ['\\'] = true, ['`'] = true, ['*'] = true, ['_'] = true, ['{'] = true, ['}'] = true,
    ['['] = true,  [']'] = true, ['('] = true, [')'] = true, ['<'] = true, ['>'] = true,
    ['#'] = true,  ['+'] = true, ['-'] = true, ['.'] = true, ['!'] = true, ['|'] = true,
    ['~'] = true,  ['&'] = true, ['@'] = true, [':'] = true, ['='] = true, ['$'] = true,
};
#define CONTROLS \
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
static const bool json[256] = {CONTROLS, ['"'] = true, ['\\'] = true, [0x7F] = true};
static const bool json_in_html[256] = {
    CONTROLS, ['"'] = true, ['\\'] = true, [0x7F] = true, ['<'] = true, ['>'] = true, ['&'] = true};
static const bool bibtex[256] = {
    CONTROLS,     ['\\'] = true, ['{'] = true, ['}'] = true, ['$'] = true,
    ['&'] = true, ['#'] = true,  ['_'] = true, ['%'] = true, ['~'] = true,
    ['^'] = true, ['<'] = true,  ['>'] = true, ['|'] = true, [0x7F] = true};
static const bool control[256] = {CONTROLS, [0x7F] = true};
static const bool iri[256] = {
    CONTROLS,     [' '] = true,  ['<'] = true, ['>'] = true, ['"'] = true, ['{'] = true,
    ['}'] = true, ['\\'] = true, ['^'] = true, ['`'] = true, ['|'] = true, [0x7F] = true};
static const bool quote[256] = {['"'] = true};
static const bool mdoc[256] = {['"'] = true, ['\\'] = true, ['-'] = true};
static const bool shell[256] = {['\''] = true};
static const bool fish[256] = {['\''] = true, ['\\'] = true};
static const bool zsh[256] = {
    ['\''] = true, ['\\'] = true, [':'] = true, ['['] = true, [']'] = true};
static const bool zsh_message[256] = {['\''] = true, [':'] = true};
static const bool github_data[256] = {['%'] = true, ['\r'] = true, ['\n'] = true};
static const bool github_property[256] = {
    ['%'] = true, ['\r'] = true, ['\n'] = true, [':'] = true, [','] = true};

static void replace_markup(struct buf *out, unsigned char byte)
{
    switch (byte) {
    case '&': buf_lit(out, "&amp;"); break;
    case '<': buf_lit(out, "&lt;"); break;
    case '>': buf_lit(out, "&gt;"); break;
    case '"': buf_lit(out, "&quot;"); break;
    default: buf_lit(out, "&#39;"); break;
    }
}

void escape_html(struct buf *out, struct str text)
{
    put_replaced(out, text, markup, replace_markup);
}

static bool is_xml_char(uint32_t rune)
{
    return rune == '\t' || rune == '\n' || rune == '\r' || (rune >= 0x20 && rune < 0xFFFE) ||
           rune >= 0x10000;
}

void escape_xml(struct buf *out, struct str text)
{
    while (text.len) {
        uint32_t rune = utf8_next(&text);
        if (rune < 0x80 && markup[rune])
            replace_markup(out, (unsigned char)rune);
        else
            buf_rune(out, is_xml_char(rune) ? rune : 0xFFFD);
    }
}

/* Whether a colon begins the name of a sign: `:tada:`, `:+1:`. */
static bool begins_emoji(struct str after)
{
    size_t len = 0;
    while (len < after.len &&
           (ascii_is_alphanumeric(after.ptr[len]) || strchr("_+-", after.ptr[len])))
        len++;
    return len && len < after.len && after.ptr[len] == ':';
}

/*
 * Whether GitHub could make a link or a picture of what stands on both sides of the end
 * of this byte. It looks in the finished HTML, where the backslashes are gone, for @name,
 * #1, GH-1 and other projects' ABC-1, :sign:, and seven to forty digits of a commit.
 * https://docs.github.com/get-started/writing-on-github (autolinked references)
 */
static bool is_live(struct str text, size_t at, size_t *hex)
{
    enum { COMMIT_MIN = 7 };
    char byte = text.ptr[at], next = at + 1 < text.len ? text.ptr[at + 1] : ' ';
    *hex = ascii_hex(byte) >= 0 ? *hex + 1 : 0;
    if (*hex == COMMIT_MIN - 1 && ascii_hex(next) >= 0) {
        *hex = 0;
        return true;
    }
    switch (byte) {
    case '@':
    case '#': return true;
    case '-': return at && ascii_is_alphanumeric(text.ptr[at - 1]) && ascii_is_digit(next);
    case ':': return begins_emoji(str_from(text, at + 1));
    default: return false;
    }
}

void escape_markdown(struct buf *out, struct str text)
{
    size_t hex = 0; /* digits in a row */
    for (size_t i = 0; i < text.len; i++) {
        if (mark[(unsigned char)text.ptr[i]])
            buf_byte(out, '\\');
        buf_byte(out, text.ptr[i]);
        if (is_live(text, i, &hex))
            buf_lit(out, "&#8203;");
    }
}

/*
 * A code span ends at the first run of as many backticks as began it (CommonMark 0.30,
 * 6.1), so it is fenced with one more than the longest run in the text. One space on
 * each side is taken off again by the reader.
 */
void escape_markdown_code(struct buf *out, struct str text)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < text.len; i++) {
        run = text.ptr[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    bool room = longest > 0; /* or backticks at the ends of the text would join the fence */
    for (size_t i = 0; i <= longest; i++)
        buf_byte(out, '`');
    buf_put(out, room ? STR(" ") : STR(""));
    buf_put(out, text);
    buf_put(out, room ? STR(" ") : STR(""));
    for (size_t i = 0; i <= longest; i++)
        buf_byte(out, '`');
}

static void put_percent(struct buf *out, unsigned char byte)
{
    buf_format(out, "%%%02X", byte);
}

void escape_url(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (ascii_is_unreserved(text.ptr[i]))
            buf_byte(out, text.ptr[i]);
        else
            put_percent(out, (unsigned char)text.ptr[i]);
    }
}

static void replace_json(struct buf *out, unsigned char byte)
{
    switch (byte) {
    case '"': buf_lit(out, "\\\""); break;
    case '\\': buf_lit(out, "\\\\"); break;
    case '\n': buf_lit(out, "\\n"); break;
    case '\t': buf_lit(out, "\\t"); break;
    default: buf_format(out, "\\u%04x", byte); break;
    }
}

void escape_json(struct buf *out, struct str text)
{
    put_replaced(out, text, json, replace_json);
}

void escape_json_string(struct buf *out, struct str text)
{
    buf_byte(out, '"');
    escape_json(out, text);
    buf_byte(out, '"');
}

/* Returns the offset of the next U+2028 or U+2029, which end a line of a script; or SIZE_MAX. */
static size_t find_separator(struct str text)
{
    for (size_t i = 0; i + 2 < text.len; i++)
        if (memcmp(text.ptr + i, "\xE2\x80", 2) == 0 &&
            ((unsigned char)text.ptr[i + 2] & 0xFE) == 0xA8)
            return i;
    return SIZE_MAX;
}

void escape_json_in_html(struct buf *out, struct str text)
{
    for (size_t at; (at = find_separator(text)) != SIZE_MAX; text = str_from(text, at + 3)) {
        put_replaced(out, str_slice(text, 0, at), json_in_html, replace_json);
        buf_format(out, "\\u202%d", (unsigned char)text.ptr[at + 2] - 0xA0);
    }
    put_replaced(out, text, json_in_html, replace_json);
}

static void double_quote(struct buf *out, unsigned char byte)
{
    (void)byte;
    buf_lit(out, "\"\"");
}

bool escape_csv_guards(struct str text)
{
    return text.len && text.ptr[0] && strchr("=+-@\t\r", text.ptr[0]);
}

void escape_csv(struct buf *out, struct str text)
{
    buf_byte(out, '"');
    if (escape_csv_guards(text))
        buf_byte(out, '\'');
    put_replaced(out, text, quote, double_quote);
    buf_byte(out, '"');
}

void escape_github_data(struct buf *out, struct str text)
{
    put_replaced(out, text, github_data, put_percent);
}

void escape_github_property(struct buf *out, struct str text)
{
    put_replaced(out, text, github_property, put_percent);
}

static void replace_bibtex(struct buf *out, unsigned char byte)
{
    switch (byte) {
    case '\\': buf_lit(out, "\\textbackslash{}"); break;
    case '{': buf_lit(out, "\\textbraceleft{}"); break;
    case '}': buf_lit(out, "\\textbraceright{}"); break;
    case '~': buf_lit(out, "\\textasciitilde{}"); break;
    case '^': buf_lit(out, "\\textasciicircum{}"); break;
    case '<': buf_lit(out, "\\textless{}"); break;
    case '>': buf_lit(out, "\\textgreater{}"); break;
    case '|': buf_lit(out, "\\textbar{}"); break;
    case '$':
    case '&':
    case '#':
    case '_':
    case '%': buf_format(out, "\\%c", byte); break;
    default: buf_byte(out, ' '); break;
    }
}

/* What TeX would make one sign of, such as two hyphens, is parted by an empty group. */
void escape_bibtex(struct buf *out, struct str text)
{
    size_t start = 0;
    for (size_t i = 1; i < text.len; i++) {
        char byte = text.ptr[i];
        if (byte != text.ptr[i - 1] || !byte || !strchr("-'`,", byte))
            continue;
        put_replaced(out, str_slice(text, start, i), bibtex, replace_bibtex);
        buf_lit(out, "{}");
        start = i;
    }
    put_replaced(out, str_from(text, start), bibtex, replace_bibtex);
}

static void replace_control(struct buf *out, unsigned char byte)
{
    (void)byte;
    buf_byte(out, ' ');
}

void escape_ris(struct buf *out, struct str text)
{
    put_replaced(out, text, control, replace_control);
}

/* Turtle has the same escapes for the same characters as JSON. */
void escape_turtle(struct buf *out, struct str text)
{
    put_replaced(out, text, json, replace_json);
}

/* In Turtle these may be written as \u escapes, but then they stand in the IRI, where RFC 3987 has
 * none of them. */
void escape_turtle_iri(struct buf *out, struct str text)
{
    put_replaced(out, text, iri, put_percent);
}

static void replace_mdoc(struct buf *out, unsigned char byte)
{
    switch (byte) {
    case '"': buf_lit(out, "\\(dq"); break;
    case '\\': buf_lit(out, "\\e"); break;
    default: buf_lit(out, "\\-"); break;
    }
}

/* A line that begins with a full stop or an apostrophe would be a request. */
void escape_mdoc(struct buf *out, struct str text)
{
    if (str_starts(text, STR(".")) || str_starts(text, STR("'")))
        buf_lit(out, "\\&");
    put_replaced(out, text, mdoc, replace_mdoc);
}

void escape_mdoc_argument(struct buf *out, struct str text)
{
    enum {
        MACRO_MAX = 3
    }; /* the names of macros have two or three letters, punctuation one sign */
    const char *around = str_find_byte(text, ' ') == SIZE_MAX ? "" : "\"";
    buf_put(out, str_of(around));
    if (text.len <= MACRO_MAX)
        buf_lit(out, "\\&");
    put_replaced(out, text, mdoc, replace_mdoc);
    buf_put(out, str_of(around));
}

static void replace_shell(struct buf *out, unsigned char byte)
{
    (void)byte;
    buf_lit(out, "'\\''");
}

void escape_shell(struct buf *out, struct str text)
{
    put_replaced(out, text, shell, replace_shell);
}

static void replace_fish(struct buf *out, unsigned char byte)
{
    buf_format(out, "\\%c", byte);
}

void escape_fish(struct buf *out, struct str text)
{
    put_replaced(out, text, fish, replace_fish);
}

static void replace_zsh(struct buf *out, unsigned char byte)
{
    if (byte == '\'')
        replace_shell(out, byte);
    else
        buf_format(out, "\\%c", byte);
}

void escape_zsh(struct buf *out, struct str text)
{
    put_replaced(out, text, zsh, replace_zsh);
}

void escape_zsh_message(struct buf *out, struct str text)
{
    put_replaced(out, text, zsh_message, replace_zsh);
}

void escape_yaml(struct buf *out, struct str text)
{
    bool plain = str_find_byte(text, '"') == SIZE_MAX && str_find_byte(text, '\\') == SIZE_MAX;
    char around = plain ? '"' : '\'';
    buf_byte(out, around);
    for (size_t i = 0; i < text.len; i++) {
        if (!plain && text.ptr[i] == around)
            buf_byte(out, around);
        buf_byte(out, text.ptr[i]);
    }
    buf_byte(out, around);
}
