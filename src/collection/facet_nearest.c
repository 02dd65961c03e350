#include "base/buf.h"
#include "base/nearest.h"
#include "base/norwegian.h"
#include "collection/document.h"
#include "collection/facet.h"
#include "collection/label.h"

enum {
    SHORT_ID = 4,      /* letters */
    BEGINNING_MIN = 4, /* letters that two words must share */
    WRITTEN_MAX = 200, /* bytes; longer texts are no names */
    NAMES_MAX = 12,    /* of one term that are looked at */
};

struct search {
    const struct facet *facet;
    struct str language;
    struct str written;
    struct buf words; /* of it, folded */
};

struct names {
    struct str items[NAMES_MAX];
    size_t len;
};

static void add_name(struct names *names, struct str name)
{
    if (name.len && names->len < NAMES_MAX)
        names->items[names->len++] = name;
}

/* The name comes first, then the abbreviation and what else it is called. */
static struct names names_of(const struct search *search, const struct term *term)
{
    struct names names = {0};
    const struct value *fields = term->document ? term->document->fields : NULL;
    const struct value *others = value_get(fields, STR("names"));
    add_name(&names, label_text(term->names, search->language));
    add_name(&names, value_get_str(fields, STR("short")));
    for (size_t i = 0; others && others->kind == VALUE_LIST && i < others->list.len; i++)
        add_name(&names, value_str(others->list.items[i]));
    return names;
}

/* Of the id, too: «“Tilsyn”». */
static const struct term *by_same_name(const struct search *search)
{
    const struct term *found = NULL;
    struct buf words = BUF_INIT;
    for (size_t i = 0; !found && i < search->facet->terms.len; i++) {
        struct names names = names_of(search, search->facet->terms.items[i]);
        add_name(&names, search->facet->terms.items[i]->id);
        for (size_t k = 0; k < names.len; k++) {
            buf_clear(&words);
            norwegian_put_words(&words, names.items[k]);
            if (words.len && str_eq(buf_str(&words), buf_str(&search->words)))
                found = search->facet->terms.items[i];
        }
    }
    buf_release(&words);
    return found;
}

static const struct term *by_id(const struct search *search)
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

/* Folded words, one space apart: for each of `written` its best fellow in `name`, added up. */
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

static size_t likeness(const struct search *search, const struct term *term)
{
    size_t best = 0;
    struct names names = names_of(search, term);
    struct buf words = BUF_INIT;
    for (size_t k = 0; k < names.len; k++) {
        buf_clear(&words);
        norwegian_put_words(&words, names.items[k]);
        size_t shared = shared_words(buf_str(&search->words), buf_str(&words));
        best = shared > best ? shared : best;
    }
    buf_release(&words);
    return best;
}

/* «Direktoratet for …» begins many names alike, and says nothing of which. */
static const struct term *by_words(const struct search *search)
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

static const struct term *by_name(const struct search *search)
{
    const struct term *found = NULL;
    struct nearest nearest = nearest_to(search->written);
    for (size_t i = 0; i < search->facet->terms.len; i++) {
        const struct term *term = search->facet->terms.items[i];
        size_t before = nearest.distance;
        nearest_try(&nearest, label_text(term->names, search->language));
        if (nearest.distance < before)
            found = term;
    }
    return found;
}

const struct term *facet_nearest(const struct facet *facet, struct str language, struct str written,
                                 struct diags *diags)
{
    static const struct term *(*const ways[])(const struct search *) = {by_same_name, by_id,
                                                                        by_words, by_name};
    const struct term *found = NULL;
    if (written.len > WRITTEN_MAX || !diag_suggests(diags))
        return NULL;
    struct search search = {facet, language, written, BUF_INIT};
    norwegian_put_words(&search.words, written);
    for (size_t i = 0; !found && i < sizeof ways / sizeof *ways; i++)
        found = ways[i](&search);
    buf_release(&search.words);
    return found;
}
