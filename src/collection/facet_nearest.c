#include "base/buf.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "collection/facet.h"

enum {
    SHORT_ID = 4,      /* letters */
    BEGINNING_MIN = 4, /* letters that two words must share */
    WRITTEN_MAX = 200, /* bytes; longer texts are no names */
    NAMES_MAX = 12,    /* of one term; the rest are not looked at */
};

struct term_search {
    const struct facet *facet;
    struct str written;
    struct str words; /* the same, as folded words */
};

/* The names of a term, as folded words. */
struct words_list {
    struct str items[NAMES_MAX];
    size_t len;
};

static void keep_words(struct words_list *list, struct str words)
{
    if (words.len && list->len < NAMES_MAX)
        list->items[list->len++] = words;
}

/* Returns the name in the site's language, the abbreviation, and what else the term is called. */
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

/* Whether a term has these words as a name. Its id counts as one, for «“Tilsyn”». */
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

/* Restricted edit distance (base/nearest.h) to the ids. */
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

/* Returns how many bytes two words share at the front, or 0 if that is little of the shorter. */
static size_t shared_beginning(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len, shared = 0;
    while (shared < shorter && a.ptr[shared] == b.ptr[shared])
        shared++;
    return shared >= BEGINNING_MIN && shared * 2 > shorter ? shared : 0;
}

/*
 * Returns the sum, over the words of `written`, of how much each shares with the word of
 * `name` that it shares the most with.
 */
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

/*
 * The term whose names share the most with what was written, if there is only one such:
 * «Direktoratet for …» begins many names alike, and points at none of them.
 */
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

/* Restricted edit distance to the names in the site's language. */
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
    /* From the surest sign to the vaguest: the first way that finds a term decides. */
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
