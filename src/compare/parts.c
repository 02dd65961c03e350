#include "compare/parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/vec.h"
#include "base/html.h"

enum {
    NESTED_MAX = 32, /* parts within parts; deeper ones belong to the part around them */
    TERM_MAX = 200   /* bytes of a <dt>, which is repeated before each of its values */
};

/* A part whose end tag has not come. */
struct open_part {
    struct html_name name; /* of its element */
    size_t count;          /* open elements of this name, itself among them */
    enum part part;
    bool whole; /* no other part is within it */
};

struct parts_reader {
    struct parts *parts;
    struct arena *arena;
    struct buf seen[PARTS];
    struct buf unit, title, term;
    bool gap, title_gap; /* white space is due before the next character */
    bool in_title, in_head_title, in_linked_data;
    struct open_part open[NESTED_MAX];
    size_t depth;
};

static enum part part_now(const struct parts_reader *reader)
{
    return reader->depth ? reader->open[reader->depth - 1].part : PART_OTHER;
}

/* ---- text ---- */

static void read_page_title(struct parts_reader *reader, struct str text)
{
    struct buf title = BUF_INIT;
    bool gap = false;
    html_put_text(&title, text, &gap);
    buf_put(&reader->seen[PART_HEAD], buf_str(&title));
    buf_byte(&reader->seen[PART_HEAD], '\n');
    if (!reader->parts->title.ptr)
        reader->parts->title = buf_finish(&title, reader->arena);
}

static void see_text(struct parts_reader *reader, const struct html_token *token)
{
    if (reader->in_linked_data)
        return;
    if (reader->in_head_title) {
        read_page_title(reader, token->text);
        return;
    }
    if (reader->in_title)
        html_put_text(&reader->title, token->text, &reader->title_gap);
    html_put_text(&reader->unit, token->text, &reader->gap);
}

/*
 * Makes a unit of the text since the last boundary. `element` is the one that ends
 * here, or NULL.
 */
static void end_unit(struct parts_reader *reader, const struct html_name *element)
{
    enum part part = part_now(reader);
    struct str text = buf_str(&reader->unit);
    bool is_term = element && html_is(element, STR("dt"));
    bool is_value = element && html_is(element, STR("dd"));
    reader->gap = false;
    if (is_term)
        buf_clear(&reader->term);
    if (text.len == 0)
        return;
    buf_put(&reader->seen[part], text);
    buf_byte(&reader->seen[part], '\n');
    if (is_term) {
        buf_put(&reader->term, str_slice(text, 0, text.len < TERM_MAX ? text.len : TERM_MAX));
    } else if (part <= PART_NEWS) {
        struct str whole = is_value && reader->term.len
                               ? STR_JOIN(reader->arena, buf_str(&reader->term), STR(": "), text)
                               : str_copy(reader->arena, text);
        vec_push(reader->arena, &reader->parts->units, ((struct part_unit){part, whole}));
    }
    buf_clear(&reader->unit);
}

/* ---- tags ---- */

static bool is_hash(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!strchr("0123456789abcdef", text.ptr[i]) || !text.ptr[i])
            return false;
    return true;
}

/* Whether a hash of `len` digits ends the text, after this sign and something before that. */
static bool ends_with_hash(struct str text, char sign, size_t len)
{
    return text.len > len + 1 && text.ptr[text.len - len - 1] == sign &&
           is_hash(str_from(text, text.len - len));
}

/* Whether a name without its hash is that of a file of the search index: «start», «w12». */
static bool is_index_stem(struct str stem)
{
    size_t at = 1;
    while (at < stem.len && ascii_is_digit(stem.ptr[at]))
        at++;
    return str_eq(stem, STR("start")) ||
           (stem.len && stem.ptr[0] >= 'a' && stem.ptr[0] <= 'z' && at == stem.len);
}

/* Returns how many digits of hash an address has before its ending, where `last` is its last full
 * stop; 0: none. */
static size_t hash_len(struct str address, size_t last)
{
    static const struct str folder = STR_INIT("assets/");
    struct str before = str_slice(address, 0, last);
    size_t assets = str_find(before, folder);
    size_t slash = str_rfind_byte(before, '/');
    if (assets < before.len)
        return ends_with_hash(str_from(before, assets + folder.len), '.', HASH_SHOWN) ? HASH_SHOWN
                                                                                      : 0;
    struct str name = slash < before.len ? str_from(before, slash + 1) : (struct str){0};
    return str_eq(str_from(address, last), STR(".js")) &&
                   ends_with_hash(name, '-', HASH_IN_INDEX) &&
                   is_index_stem(str_slice(name, 0, name.len - HASH_IN_INDEX - 1))
               ? HASH_IN_INDEX
               : 0;
}

bool parts_put_asset(struct buf *out, struct str address)
{
    size_t last = str_rfind_byte(address, '.');
    size_t len = last < address.len ? hash_len(address, last) : 0;
    if (len) {
        buf_put(out, str_slice(address, 0, last - len));
        buf_byte(out, '*');
        buf_put(out, str_from(address, last));
    } else {
        buf_put(out, address);
    }
    return len > 0;
}

/*
 * Notes the attributes that count. In a part only those do that lead a reader or
 * tell one something; in the frame all do.
 */
static void see_attributes(struct parts_reader *reader, const struct html_token *tag)
{
    static const struct str told[] = {STR_INIT("href"),     STR_INIT("src"),  STR_INIT("alt"),
                                      STR_INIT("datetime"), STR_INIT("lang"), STR_INIT("hreflang")};
    enum part part = part_now(reader);
    struct buf *seen = &reader->seen[part];
    struct str rest = tag->attributes, name, value;
    while (html_next_attribute(&rest, &name, &value)) {
        bool tells = part == PART_OTHER;
        for (size_t i = 0; !tells && i < sizeof told / sizeof *told; i++)
            tells = str_eq(name, told[i]);
        if (!tells)
            continue;
        buf_byte(seen, ' ');
        buf_put(seen, name);
        buf_byte(seen, '=');
        if (parts_put_asset(seen, value)) {
            buf_put(&reader->seen[PART_LOOK], value);
            buf_byte(&reader->seen[PART_LOOK], '\n');
        }
        buf_byte(seen, '\n');
    }
}

/* Reads a <meta>: the description, or where a refresh leads. Returns true if it needs no more. */
static bool read_meta(struct parts_reader *reader, const struct html_token *tag)
{
    struct str content = html_attribute(tag, STR("content"));
    bool describes = str_eq(html_attribute(tag, STR("name")), STR("description"));
    bool leads = str_eq(html_attribute(tag, STR("http-equiv")), STR("refresh"));
    size_t url = leads ? str_find(content, STR("url=")) : SIZE_MAX;
    if (url < content.len && !reader->parts->leads_to.ptr)
        reader->parts->leads_to = str_copy(reader->arena, str_from(content, url + 4));
    if (describes) {
        buf_put(&reader->seen[PART_HEAD], content);
        buf_byte(&reader->seen[PART_HEAD], '\n');
    }
    return describes;
}

static enum part part_named(struct str name)
{
    static const struct {
        struct str name;
        enum part part;
    } named[] = {{STR_INIT("news"), PART_NEWS},
                 {STR_INIT("text"), PART_TEXT},
                 {STR_INIT("facts"), PART_FACTS},
                 {STR_INIT("lists"), PART_LISTS},
                 {STR_INIT("copy"), PART_LISTS}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_eq(name, named[i].name))
            return named[i].part;
    return PART_OTHER;
}

static void open_element(struct parts_reader *reader, const struct html_token *tag)
{
    struct str part = html_attribute(tag, STR("data-part"));
    struct open_part *top = reader->depth ? &reader->open[reader->depth - 1] : NULL;
    bool within = top && top->whole;
    if (part.ptr && !within && !tag->empty && reader->depth < NESTED_MAX) {
        bool whole = str_eq(part, STR("copy"));
        end_unit(reader, NULL);
        reader->open[reader->depth++] = (struct open_part){tag->name, 1, part_named(part), whole};
    } else if (top && !tag->empty && html_is_same(&top->name, &tag->name)) {
        top->count++;
    }
}

static void close_element(struct parts_reader *reader, const struct html_name *name)
{
    struct open_part *top = reader->depth ? &reader->open[reader->depth - 1] : NULL;
    if (!top || !html_is_same(&top->name, name) || --top->count > 0)
        return;
    end_unit(reader, NULL);
    reader->depth--;
}

static bool is_linked_data(const struct html_token *tag)
{
    return html_is(&tag->name, STR("script")) &&
           str_eq(html_attribute(tag, STR("type")), STR("application/ld+json"));
}

/* Whether a <meta> tells other programs once more what the page says. */
static bool is_metadata(const struct html_token *tag)
{
    struct str name = html_attribute(tag, STR("name"));
    return html_is(&tag->name, STR("meta")) &&
           (html_attribute(tag, STR("property")).ptr || str_starts(name, STR("DC.")) ||
            str_starts(name, STR("citation_")) || str_starts(name, STR("twitter:")));
}

/* Whether an element only repeats what the rest of the page says: where it changes, that does. */
static bool only_repeats(const struct html_token *tag)
{
    bool canonical = html_is(&tag->name, STR("link")) &&
                     str_eq(html_attribute(tag, STR("rel")), STR("canonical"));
    return canonical || is_metadata(tag) || is_linked_data(tag);
}

static void start_tag(struct parts_reader *reader, const struct html_token *tag)
{
    if (!html_is_inline(&tag->name))
        end_unit(reader, NULL);
    open_element(reader, tag);
    reader->in_head_title = html_is(&tag->name, STR("title")) && part_now(reader) == PART_OTHER;
    if (html_is(&tag->name, STR("h1")) && reader->title.len == 0)
        reader->in_title = true;
    reader->in_linked_data = is_linked_data(tag);
    reader->parts->continues |= str_eq(html_attribute(tag, STR("rel")), STR("prev"));
    if (reader->in_head_title || only_repeats(tag) ||
        (html_is(&tag->name, STR("meta")) && read_meta(reader, tag)))
        return;
    if (part_now(reader) == PART_OTHER) {
        buf_byte(&reader->seen[PART_OTHER], '<');
        buf_put(&reader->seen[PART_OTHER], (struct str){tag->name.text, tag->name.len});
    }
    see_attributes(reader, tag);
}

static void end_tag(struct parts_reader *reader, const struct html_token *tag)
{
    if (!html_is_inline(&tag->name))
        end_unit(reader, &tag->name);
    if (html_is(&tag->name, STR("h1")))
        reader->in_title = false;
    reader->in_head_title = reader->in_linked_data = false;
    close_element(reader, &tag->name);
}

/* ---- the page ---- */

static void parts_finish(struct parts_reader *reader)
{
    end_unit(reader, NULL);
    if (reader->title.len)
        reader->parts->title = buf_take(&reader->title, reader->arena);
    for (size_t i = 0; i < PARTS; i++) {
        reader->parts->seen[i] = buf_finish(&reader->seen[i], reader->arena);
    }
    buf_release(&reader->unit);
    buf_release(&reader->title);
    buf_release(&reader->term);
}

void parts_read(struct parts *parts, struct arena *arena, struct str html)
{
    struct parts_reader reader = {.parts = parts, .arena = arena};
    struct html_token token = {0};
    *parts = (struct parts){0};
    while (html_next(&html, &token))
        switch (token.kind) {
        case HTML_TEXT: see_text(&reader, &token); break;
        case HTML_START: start_tag(&reader, &token); break;
        case HTML_END: end_tag(&reader, &token); break;
        }
    parts_finish(&reader);
}
