#include "search/term_words.h"

static void add_names(struct text_words *words, struct arena *arena, const struct lexicon *phrases,
                      const struct term_names *names)
{
    for (size_t i = 0; i < names->len; i++)
        text_words_find(words, arena, phrases, names->items[i].words, false);
}

static void read_term(struct text_words *words, struct arena *arena, const struct lexicon *phrases,
                      const struct term *term)
{
    add_names(words, arena, phrases, &term->labels);
    text_words_find(words, arena, phrases, term->short_name.words, true);
    add_names(words, arena, phrases, &term->names);
}

void term_words_read(struct term_words *terms, struct arena *arena, const struct facet_list *facets,
                     const struct lexicon *phrases)
{
    terms->names = arena_items(arena, struct text_words *, facets->len);
    for (size_t f = 0; f < facets->len; f++) {
        const struct facet *facet = &facets->items[f];
        terms->names[f] = arena_items(arena, struct text_words, facet->terms.len);
        for (size_t i = 0; i < facet->terms.len; i++) {
            const struct term *term = facet->terms.items[i];
            read_term(&terms->names[f][term->number], arena, phrases, term);
        }
    }
}

const struct text_words *term_words_of(const struct term_words *terms, size_t facet,
                                       const struct term *term)
{
    return &terms->names[facet][term->number];
}
