#include "writing/leftover.h"

#include <stdlib.h>

#include "base/vec.h"
#include "writing/mark_forms.h"
#include "writing/rules.h"
#include "writing/writing.h"

/* The marks of one text. */
struct leftover {
    struct writing *writing;
    struct diags *diags;
    bool begins[256];           /* the first bytes of marks */
    struct mark_ahead ahead[2]; /* of all blocks in their order */
    size_t told[MARK_FORMS];    /* how often each is told of */
    size_t block[MARK_FORMS];   /* the number of the last block where it was told of, from 1 */
    struct {
        struct stretch *items;
        size_t len, cap;
    } found;
};

static void tell_mark(struct leftover *leftover, enum writing_rule rule,
                      const struct mark_form *mark, size_t start, size_t end)
{
    const struct prose *prose = leftover->writing->prose;
    struct str text = words_quoted(&leftover->diags->arena, prose_text(prose, start, end));
    writing_tell(leftover->diags, rule, prose_span(prose, start, end),
                 (struct detail){.args = {text, mark->nb, mark->en}});
    struct stretch stretch = {start, end};
    vec_push(leftover->writing->scratch, &leftover->found, stretch);
}

/* Tells of the mark that stands in a place, and returns its length; 0: there is none. */
static size_t check_place(struct leftover *leftover, struct mark_place *place, size_t number)
{
    for (size_t i = 0; i < MARK_FORMS; i++) {
        bool known = mark_forms[i].once && leftover->block[i] == number + 1;
        if (known || !str_starts(place->text, mark_forms[i].begins))
            continue;
        place->told = leftover->told[i];
        size_t len = mark_forms[i].fits(place);
        if (!len)
            continue;
        tell_mark(leftover, WRITING_MARK_SHOWN, &mark_forms[i], place->at, place->at + len);
        leftover->block[i] = number + 1;
        leftover->told[i]++;
        return len;
    }
    return 0;
}

static void check_block_marks(struct leftover *leftover, size_t number)
{
    const struct prose *prose = leftover->writing->prose;
    const struct prose_block *block = &prose->blocks.items[number];
    struct str text = prose_text(prose, 0, block->end);
    for (size_t at = block->start; (at = str_find_in(text, at, leftover->begins)) < text.len;
         at++) {
        struct mark_place place = {.prose = prose,
                                   .block = block,
                                   .at = at,
                                   .text = prose_text(prose, at, block->end),
                                   .before = at > block->start ? text.ptr[at - 1] : ' ',
                                   .ahead = leftover->ahead};
        if (prose_is_escaped(prose, at) || writing_is_told(leftover->writing, at))
            continue;
        size_t len = check_place(leftover, &place, number);
        at += len ? len - 1 : 0;
    }
}

static const struct mark_form *footnote_form(void)
{
    size_t i = 0;
    while (!str_eq(mark_forms[i].begins, STR("[^")))
        i++;
    return &mark_forms[i];
}

/*
 * A note of one word makes a link of the mark that refers to it, which leads nowhere unless
 * the word is an address.
 */
static void check_linked_notes(struct leftover *leftover)
{
    const struct prose *prose = leftover->writing->prose;
    for (size_t i = 0; i < prose->links.len; i++) {
        const struct prose_link *link = &prose->links.items[i];
        struct str text = prose_text(prose, link->start, link->end);
        if (!str_starts(text, STR("^")) || str_find_byte(text, ' ') != SIZE_MAX)
            continue;
        bool leads = str_begins(link->url, STR("http")) || str_begins(link->url, STR("mailto:"));
        tell_mark(leftover, leads ? WRITING_MARK_SHOWN : WRITING_LINK_NOT_MADE, footnote_form(),
                  link->start, link->end);
    }
}

static int by_start(const void *a, const void *b)
{
    size_t left = ((const struct stretch *)a)->start, right = ((const struct stretch *)b)->start;
    return (left > right) - (left < right);
}

void leftover_check(struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    struct leftover leftover = {.writing = writing, .diags = diags};
    for (size_t i = 0; i < MARK_FORMS; i++)
        leftover.begins[(unsigned char)mark_forms[i].begins.ptr[0]] = true;
    for (size_t i = 0; i < prose->blocks.len; i++)
        if (prose->blocks.items[i].kind != PROSE_LISTING)
            check_block_marks(&leftover, i);
    check_linked_notes(&leftover);
    for (size_t i = 0; i < leftover.found.len; i++)
        vec_push(writing->scratch, &writing->told, leftover.found.items[i]);
    if (leftover.found.len)
        qsort(writing->told.items, writing->told.len, sizeof *writing->told.items, by_start);
}
