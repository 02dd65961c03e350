#include "base/buf.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "collection/facet.h"

enum {
    SHORT_ID = 4,      /* letters */
    BEGINNING_MIN = 4, /* letters that two words must share */
    WRITTEN_MAX = 200, /* bytes; longer texts are no names */
    NAMES_MAX = 12,    /* of one term that are looked at */
};

struct term_search {
    const struct facet *facet;
    struct str written;
    struct str words; /* of it, folded */
};

/* The folded names that are looked at. */
struct words_list {
    struct str items[NAMES_MAX];
    size_t len;
};

static void keep_words(struct words_list *list, struct str words)
{
    if (words.len && list->len < NAMES_MAX)
        list->items[list->len++] = words;
}

/* The name in the site's language comes first, then the abbreviation and what else it is called. */
static struct words_list words_of(const struct term *term)
{
    struct words_list list = {0};
    if (term->labels.len)
        keep_words(&list, term->labels.items[0].words);
    keep_words(&list, term->short_name.words);
    for (size_t i = 0; i < term->names.len; i++)
        keep_words(&list, term->names.items[i].words);
    return list;
}

/* Of the id, too: «“Tilsyn”». */
static bool goes_by(const struct term *term, struct str written)
{
    struct words_list list = words_of(term);
    bool same = false;
    struct buf id = BUF_INIT;
    norwegian_put_words(&id, term->id);
    keep_words(&list, buf_str(&id));
    for (size_t i = 0; !same && i < list.len; i++)
        same = str_eq(list.items[i], written);
    buf_release(&id);
    return same;
}

static const struct term *by_same_name(const struct term_search *search)
{
    for (size_t i = 0; i < search->facet->terms.len; i++)
        if (goes_by(search->facet->terms.items[i], search->words))
            return search->facet->terms.items[i];
    return NULL;
}

static const struct term *by_id(const struct term_search *search)
{
    struct nearest nearest = nearest_to(search->written);
    for (size_t i = 0; i < search->facet->terms.len; i++)
        nearest_try(&nearest, search->facet->terms.items[i]->id);
    if (!nearest.best.len)
        return NULL;
    bool likely = nearest.best.len > SHORT_ID || (nearest.distance <= 1 && nearest.rivals == 0);
    return likely ? facet_term(search->facet, nearest.best) : NULL;
}

/* How many letters two words share at their front, if that is much of the shorter one. */
static size_t shared_beginning(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len, shared = 0;
    while (shared < shorter && a.ptr[shared] == b.ptr[shared])
        shared++;
    return shared >= BEGINNING_MIN && shared * 2 > shorter ? shared : 0;
}

/* Folded words, one space apart: the best match in `name` of each word of `written`, added up. */
static size_t shared_words(struct str written, struct str name)
{
    size_t sum = 0;
    for (struct str word; str_cut(&written, ' ', &word);) {
        size_t best = 0;
        for (struct str rest = name, other; str_cut(&rest, ' ', &other);) {
            size_t shared = shared_beginning(word, other);
            best = shared > best ? shared : best;
        }
        sum += best;
    }
    return sum;
}

static size_t likeness(const struct term_search *search, const struct term *term)
{
    size_t best = 0;
    struct words_list list = words_of(term);
    for (size_t i = 0; i < list.len; i++) {
        size_t shared = shared_words(search->words, list.items[i]);
        best = shared > best ? shared : best;
    }
    return best;
}

/* «Direktoratet for …» begins many names alike, and says nothing of which. */
static const struct term *by_words(const struct term_search *search)
{
    const struct term *found = NULL;
    size_t best = 0;
    bool alone = false;
    for (size_t i = 0; i < search->facet->terms.len; i++) {
        size_t like = likeness(search, search->facet->terms.items[i]);
        if (like < best || like == 0)
            continue;
        alone = like > best;
        best = like;
        found = search->facet->terms.items[i];
    }
    return alone ? found : NULL;
}

static const struct term *by_name(const struct term_search *search)
{
    const struct term *found = NULL;
    struct nearest nearest = nearest_to(search->written);
    for (size_t i = 0; i < search->facet->terms.len; i++) {
        const struct term *term = search->facet->terms.items[i];
        size_t before = nearest.distance;
        if (term->labels.len)
            nearest_try(&nearest, term->labels.items[0].text);
        if (nearest.distance < before)
            found = term;
    }
    return found;
}

const struct term *facet_nearest(const struct facet *facet, struct str written, struct diags *diags)
{
    static const struct term *(*const ways[])(const struct term_search *) = {by_same_name, by_id,
                                                                             by_words, by_name};
    const struct term *found = NULL;
    if (written.len > WRITTEN_MAX || !diag_take_suggestion(diags))
        return NULL;
    struct buf words = BUF_INIT;
    norwegian_put_words(&words, written);
    struct term_search search = {facet, written, buf_str(&words)};
    for (size_t i = 0; !found && i < sizeof ways / sizeof *ways; i++)
        found = ways[i](&search);
    buf_release(&words);
    return found;
}
