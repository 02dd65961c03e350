#include "pages/holes.h"

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/value.h"
#include "pages/nouns.h"
#include "pages/rules.h"

static bool is_for_scripts(struct str hole)
{
    return hole.len == 1 && ascii_is_digit(hole.ptr[0]);
}

/* Returns the span of a hole, where the text stands in its file as it is. */
static struct span hole_span(const struct value *text, struct str hole)
{
    struct span span = text->span;
    struct str written = str_slice(span.source->text, span.start, span.end);
    size_t at = str_find(written, hole);
    return at == SIZE_MAX ? span
                          : source_span(span.source, span.start + at, span.start + at + hole.len);
}

static void check_nouns(const struct value *text, struct diags *diags)
{
    struct str rest = text->text, hole;
    while (nouns_hole(&rest, &hole)) {
        if (is_for_scripts(hole) || nouns_know(hole))
            continue;
        struct nearest nearest = nearest_to(hole);
        nouns_try(&nearest);
        diag_add(diags, &page_rules[RULE_STRING_HOLE], hole_span(text, hole),
                 (struct detail){.args = {hole}, .suggestion = nearest.best});
    }
}

/* The numbers of a text's holes, as a set of bits. */
static unsigned numbers_of(struct str text)
{
    unsigned numbers = 0;
    struct str hole;
    while (nouns_hole(&text, &hole))
        if (is_for_scripts(hole))
            numbers |= 1u << (hole.ptr[0] - '0');
    return numbers;
}

/* Returns the first number that only one of the two sets has, as it is written. */
static struct str first_other(struct arena *arena, unsigned one, unsigned other)
{
    char number = '0';
    for (unsigned differ = one ^ other; !(differ & 1); differ >>= 1)
        number++;
    return str_format(arena, "{%c}", number);
}

void holes_check(const struct value *texts, const struct value *measure, struct str path,
                 struct diags *diags)
{
    for (size_t i = 0; i < texts->map.len; i++) {
        const struct member *member = &texts->map.items[i];
        const struct value *twin = value_get_near(measure, member->key, i);
        if (member->value->kind != VALUE_TEXT || !twin || twin->kind != VALUE_TEXT)
            continue;
        check_nouns(member->value, diags);
        unsigned own = numbers_of(member->value->text), theirs = numbers_of(twin->text);
        if (own != theirs)
            diag_add(diags, &page_rules[RULE_STRING_NUMBERS], member->value->span,
                     (struct detail){.args = {first_other(&diags->arena, own, theirs), path}});
    }
}
