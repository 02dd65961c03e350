#include "search/written.h"

#include "base/norwegian.h"
#include "base/utf8.h"
#include "search/text_words.h"

/* A form with more code points than words have is one with marks that nobody writes. */
bool written_is_noted(struct str form)
{
    return utf8_plain_until(form) < form.len && utf8_skip(form, SEARCH_WORD_MAX) == form.len;
}

static bool has_capital(struct str form)
{
    while (form.len)
        if (norwegian_letter(utf8_next(&form)) == LETTER_CAPITAL)
            return true;
    return false;
}

static bool is_better(const struct written *one, const struct written *other)
{
    if (!one->text.ptr || !other->text.ptr)
        return one->text.ptr;
    return one->has_capital != other->has_capital ? other->has_capital
                                                  : one->document < other->document;
}

static void take_form(struct written *written, const struct written *other)
{
    written->text = other->text;
    written->has_capital = other->has_capital;
    written->document = other->document;
}

void written_note(struct written *written, struct arena *arena, struct str form, size_t document)
{
    written->documents += written->last != document;
    written->last = document;
    if (written->text.ptr && !written->has_capital)
        return;
    struct written noted = {.text = form, .has_capital = has_capital(form), .document = document};
    if (is_better(&noted, written)) {
        noted.text = str_copy(arena, form);
        take_form(written, &noted);
    }
}

void written_join(struct written *written, const struct written *other)
{
    written->documents += other->documents;
    if (is_better(other, written))
        take_form(written, other);
}
