#include "base/html.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buf.h"

static bool is_html_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool html_is(const struct html_name *name, struct str text)
{
    return str_eq((struct str){name->text, name->len}, text);
}

bool html_is_same(const struct html_name *a, const struct html_name *b)
{
    return html_is(a, (struct str){b->text, b->len});
}

/*
 * Called for every tag, so it compares length and first letter first: most names
 * differ in those.
 */
static bool html_is_one_of(const struct html_name *name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (names[i].len == name->len && names[i].ptr[0] == name->text[0] &&
            memcmp(names[i].ptr, name->text, name->len) == 0)
            return true;
    return false;
}

#define HTML_IS_ONE_OF(name, table) html_is_one_of(name, table, sizeof(table) / sizeof *(table))

bool html_is_inline(const struct html_name *name)
{
    static const struct str names[] = {
        STR_INIT("a"),     STR_INIT("abbr"), STR_INIT("b"),    STR_INIT("bdi"),
        STR_INIT("bdo"),   STR_INIT("cite"), STR_INIT("code"), STR_INIT("button"),
        STR_INIT("del"),   STR_INIT("dfn"),  STR_INIT("em"),   STR_INIT("i"),
        STR_INIT("img"),   STR_INIT("ins"),  STR_INIT("kbd"),  STR_INIT("label"),
        STR_INIT("mark"),  STR_INIT("q"),    STR_INIT("s"),    STR_INIT("samp"),
        STR_INIT("small"), STR_INIT("span"), STR_INIT("sub"),  STR_INIT("strong"),
        STR_INIT("sup"),   STR_INIT("time"), STR_INIT("u"),    STR_INIT("var"),
        STR_INIT("wbr"),
    };
    return HTML_IS_ONE_OF(name, names);
}

static bool is_void(const struct html_name *name)
{
    static const struct str names[] = {
        STR_INIT("area"),  STR_INIT("base"), STR_INIT("br"),     STR_INIT("col"),
        STR_INIT("embed"), STR_INIT("hr"),   STR_INIT("img"),    STR_INIT("input"),
        STR_INIT("link"),  STR_INIT("meta"), STR_INIT("source"), STR_INIT("track"),
        STR_INIT("wbr"),
    };
    return HTML_IS_ONE_OF(name, names);
}

static bool holds_one_text(const struct html_name *name)
{
    static const struct str names[] = {STR_INIT("script"), STR_INIT("style"), STR_INIT("textarea"),
                                       STR_INIT("title")};
    return HTML_IS_ONE_OF(name, names);
}

/* ---- text ---- */

/*
 * Appends the character that a reference stands for; a reference that our pages do
 * not use stays as it is.
 */
static void put_reference(struct buf *out, struct str name)
{
    static const struct {
        struct str name, text;
    } known[] = {{STR_INIT("amp"), STR_INIT("&")},        {STR_INIT("lt"), STR_INIT("<")},
                 {STR_INIT("gt"), STR_INIT(">")},         {STR_INIT("quot"), STR_INIT("\"")},
                 {STR_INIT("#39"), STR_INIT("'")},        {STR_INIT("apos"), STR_INIT("'")},
                 {STR_INIT("nbsp"), STR_INIT("\xC2\xA0")}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_eq(name, known[i].name)) {
            buf_put(out, known[i].text);
            return;
        }
    buf_byte(out, '&');
    buf_put(out, name);
    buf_byte(out, ';');
}

/* Resolves the reference at a `&`. Returns how many bytes of `text` it took. */
static size_t take_reference(struct buf *out, struct str text)
{
    enum { REFERENCE_MAX = 10 };
    struct str ahead = str_slice(text, 1, text.len < REFERENCE_MAX ? text.len : REFERENCE_MAX);
    size_t end = str_find_byte(ahead, ';');
    if (end < ahead.len)
        put_reference(out, str_slice(ahead, 0, end));
    else
        buf_byte(out, '&');
    return end < ahead.len ? end + 2 : 1;
}

void html_put_text(struct buf *out, struct str text, bool *gap)
{
    for (size_t i = 0, start; i < text.len;) {
        for (start = i; i < text.len && !is_html_space(text.ptr[i]) && text.ptr[i] != '&';)
            i++;
        if (i == start && is_html_space(text.ptr[i])) {
            *gap = true;
            i++;
            continue;
        }
        if (*gap && out->len)
            buf_byte(out, ' ');
        *gap = false;
        if (i > start)
            buf_put(out, str_slice(text, start, i));
        else
            i += take_reference(out, str_from(text, i));
    }
}

/* ---- tags ---- */

static void read_tag_name(struct str *rest, struct html_name *name)
{
    size_t len = 0;
    while (len < rest->len && !is_html_space(rest->ptr[len]) && rest->ptr[len] != '>' &&
           rest->ptr[len] != '/')
        len++;
    *name = (struct html_name){.len = len <= HTML_NAME_MAX ? len : 0};
    for (size_t i = 0; i < name->len; i++) {
        char c = rest->ptr[i];
        name->text[i] = ascii_lower(c);
    }
    *rest = str_from(*rest, len);
}

/* Returns the offset after the first `end`, `from` or later; the length if there is none. */
static size_t after_byte(struct str text, size_t from, char end)
{
    size_t at = str_find_byte(str_from(text, from), end);
    return at == SIZE_MAX ? text.len : from + at + 1;
}

/* Reads up to the first `>` that is not in quotes; to the end of the page if there is none. */
static struct str read_attributes(struct str *rest)
{
    size_t i = 0;
    while (i < rest->len && rest->ptr[i] != '>') {
        char c = rest->ptr[i++];
        if ((c == '"' || c == '\'') && i > 1 && rest->ptr[i - 2] == '=')
            i = after_byte(*rest, i, c);
    }
    struct str attributes = str_slice(*rest, 0, i);
    *rest = str_from(*rest, i < rest->len ? i + 1 : i);
    return attributes;
}

/* Cuts a value that has no quotes off the front. */
static struct str take_unquoted(struct str *rest)
{
    size_t len = 0;
    while (len < rest->len && !is_html_space(rest->ptr[len]))
        len++;
    struct str value = str_slice(*rest, 0, len);
    *rest = str_from(*rest, len < rest->len ? len + 1 : len);
    return value;
}

static struct str take_quoted(struct str *rest)
{
    size_t end = after_byte(*rest, 1, rest->ptr[0]);
    bool closed = end > 1 && rest->ptr[end - 1] == rest->ptr[0];
    struct str value = str_slice(*rest, 1, closed ? end - 1 : end);
    *rest = str_from(*rest, end);
    return value;
}

bool html_next_attribute(struct str *rest, struct str *name, struct str *value)
{
    size_t start = 0, end;
    while (start < rest->len && (is_html_space(rest->ptr[start]) || rest->ptr[start] == '/'))
        start++;
    for (end = start; end < rest->len && !is_html_space(rest->ptr[end]) && rest->ptr[end] != '=';)
        end++;
    *name = str_slice(*rest, start, end);
    *value = STR("");
    if (end == rest->len || rest->ptr[end] != '=') {
        *rest = str_from(*rest, end);
        return name->len > 0;
    }
    *rest = str_from(*rest, end + 1);
    bool quoted = rest->len && (rest->ptr[0] == '"' || rest->ptr[0] == '\'');
    *value = quoted ? take_quoted(rest) : take_unquoted(rest);
    return true;
}

struct str html_attribute(const struct html_token *token, struct str wanted)
{
    struct str rest = token->attributes, name, value;
    while (html_next_attribute(&rest, &name, &value))
        if (str_eq(name, wanted))
            return value;
    return (struct str){0};
}

void html_put_attribute(struct buf *out, struct str name, struct str value)
{
    char quote = str_find_byte(value, '"') < value.len ? '\'' : '"';
    buf_byte(out, ' ');
    buf_put(out, name);
    buf_byte(out, '=');
    buf_byte(out, quote);
    buf_put(out, value);
    buf_byte(out, quote);
}

static bool begins_tag(struct str rest)
{
    if (rest.len > 2 && rest.ptr[1] == '/')
        return ascii_is_letter(rest.ptr[2]);
    return rest.len > 1 && ascii_is_letter(rest.ptr[1]);
}

static void read_tag(struct str *rest, struct html_token *token)
{
    bool closes = rest->ptr[1] == '/';
    *rest = str_from(*rest, closes ? 2 : 1);
    token->kind = closes ? HTML_END : HTML_START;
    read_tag_name(rest, &token->name);
    token->attributes = read_attributes(rest);
    if (closes)
        return;
    token->empty = is_void(&token->name) || str_ends(token->attributes, STR("/"));
    if (!token->empty && holds_one_text(&token->name))
        token->after = token->name;
}

/* Skips a comment or a declaration, which begins with `<!` or `<?`. */
static void skip_declaration(struct str *rest)
{
    struct str end = str_starts(*rest, STR("<!--")) ? STR("-->") : STR(">");
    size_t at = str_find(*rest, end);
    *rest = str_from(*rest, at < rest->len ? at + end.len : rest->len);
}

/* Whether the end tag of `name` begins here. */
static bool ends_text(struct str rest, const struct html_name *name)
{
    struct html_name closing;
    if (rest.len < 2 || rest.ptr[0] != '<' || rest.ptr[1] != '/')
        return false;
    rest = str_slice(rest, 2, rest.len < 3 + HTML_NAME_MAX ? rest.len : 3 + HTML_NAME_MAX);
    read_tag_name(&rest, &closing);
    return html_is_same(&closing, name);
}

/* Returns where the text of an element ends that has nothing else. */
static size_t text_len(struct str rest, const struct html_name *within)
{
    size_t end = 0;
    while (end < rest.len && !ends_text(str_from(rest, end), within)) {
        size_t next = str_find_byte(str_from(rest, end + 1), '<');
        end = next == SIZE_MAX ? rest.len : end + 1 + next;
    }
    return end;
}

static bool take_text(struct str *rest, struct html_token *token, size_t end)
{
    token->kind = HTML_TEXT;
    token->text = str_slice(*rest, 0, end);
    *rest = str_from(*rest, end);
    return true;
}

bool html_next(struct str *rest, struct html_token *token)
{
    struct html_name within = token->after;
    *token = (struct html_token){0};
    if (within.len)
        return take_text(rest, token, text_len(*rest, &within));
    while (rest->len > 1 && rest->ptr[0] == '<' && (rest->ptr[1] == '!' || rest->ptr[1] == '?'))
        skip_declaration(rest);
    if (rest->len == 0)
        return false;
    if (begins_tag(*rest) && rest->ptr[0] == '<') {
        read_tag(rest, token);
        return true;
    }
    size_t next = str_find_byte(str_from(*rest, 1), '<');
    return take_text(rest, token, next < rest->len ? next + 1 : rest->len);
}
