#include "writing/bare_addresses.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "writing/rules.h"
#include "writing/writing.h"

/* How much of a text is an address that it begins with. */
struct bare_address {
    size_t len; /* up to the next blank; 0: the text does not begin with an address */
    size_t end; /* without what belongs to the sentence; 0: the address has no host */
};

static struct bare_address bare_of(struct str text)
{
    static const struct str starts[] = {STR_INIT("https://"), STR_INIT("http://"),
                                        STR_INIT("www.")};
    size_t start = 0, len = 0;
    for (size_t i = 0; start == 0 && i < sizeof starts / sizeof *starts; i++)
        start = str_starts(text, starts[i]) ? starts[i].len : 0;
    while (start && len < text.len &&
           str_find_byte(STR(" \t<>\"|[]{}"), text.ptr[len]) == SIZE_MAX &&
           !str_starts(str_from(text, len), STR("»")))
        len++;
    /*
     * Punctuation at its end is the sentence's, and so is a closing bracket that the address
     * does not open (as in GitHub Flavored Markdown 0.29, 6.9).
     */
    size_t end = len, open = 0, closed = 0;
    for (size_t i = 0; i < len; i++) {
        open += text.ptr[i] == '(';
        closed += text.ptr[i] == ')';
    }
    while (end > start && str_find_byte(STR(".,;:!?'*_"), text.ptr[end - 1]) != SIZE_MAX)
        end--;
    if (end > start && text.ptr[end - 1] == ')' && closed > open)
        end--;
    struct str rest = str_slice(text, start < end ? start : end, end);
    bool found =
        rest.len && ascii_is_alphanumeric(rest.ptr[0]) && str_find_byte(rest, '.') != SIZE_MAX;
    return (struct bare_address){len, found ? end : 0};
}

/* The same for `<https://…>` that a blank keeps from being a link: it ends at its bracket. */
static struct bare_address bracketed_of(struct str text)
{
    enum { ADDRESS_MAX = 1000 };
    struct bare_address bare = bare_of(text);
    size_t end =
        str_find_byte(str_slice(text, 0, text.len < ADDRESS_MAX ? text.len : ADDRESS_MAX), '>');
    return bare.end && end != SIZE_MAX ? (struct bare_address){end, end} : bare;
}

/*
 * Whether `at` is within a link. The links are in the order of the text, and `at` only
 * grows: *link stays at the first one that ends after it.
 */
static bool is_in_link(const struct prose *prose, size_t *link, size_t at)
{
    while (*link < prose->links.len && prose->links.items[*link].end <= at)
        ++*link;
    return *link < prose->links.len && prose->links.items[*link].start <= at;
}

static void tell_bare_address(const struct prose *prose, size_t start, size_t end,
                              struct diags *diags)
{
    struct str address = prose_text(prose, start, end), part;
    struct buf whole = BUF_INIT;
    if (!str_starts(address, STR("http")))
        buf_put(&whole, STR("https://"));
    while (str_cut(&address, ' ', &part)) {
        buf_put(&whole, part);
        buf_put(&whole, address.ptr ? STR("%20") : STR(""));
    }
    writing_tell(diags, WRITING_BARE_ADDRESS, prose_span(prose, start, end),
                 (struct detail){.args = {buf_finish(&whole, &diags->arena)}});
}

static void check_block(const struct writing *writing, const struct prose_block *block,
                        size_t *link, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    for (size_t at = block->start; at < block->end; at++) {
        char first = prose->text.ptr[at];
        if (first != 'h' && first != 'w') /* which nearly all are not */
            continue;
        char before = at > block->start ? prose->text.ptr[at - 1] : ' ';
        if (before == '@' || ascii_is_alphanumeric(before))
            continue;
        struct str text = prose_text(prose, at, block->end);
        struct bare_address bare = before == '<' ? bracketed_of(text) : bare_of(text);
        if (bare.end && !is_in_link(prose, link, at) && !writing_is_told(writing, at))
            tell_bare_address(prose, at, at + bare.end, diags);
        at += bare.len ? bare.len - 1 : 0;
    }
}

void bare_addresses_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    size_t link = 0;
    for (size_t i = 0; i < prose->blocks.len; i++)
        if (prose->blocks.items[i].kind != PROSE_LISTING)
            check_block(writing, &prose->blocks.items[i], &link, diags);
}
