#include "search/written.h"

#include "base/norwegian.h"
#include "base/utf8.h"
#include "search/text_words.h"

/* A form with more code points than words have is one with marks that nobody writes. */
bool written_is_noted(struct str form)
{
    return utf8_plain_until(form) < form.len && utf8_skip(form, SEARCH_WORD_MAX) == form.len;
}

bool written_has_capital(struct str form)
{
    while (form.len)
        if (norwegian_letter(utf8_next(&form)) == LETTER_CAPITAL)
            return true;
    return false;
}

void written_note(struct written *written, struct str form, bool has_capital, size_t document)
{
    written->documents += written->last != document;
    written->last = document;
    if (written->text.ptr && (has_capital || !written->has_capital))
        return;
    written->text = form;
    written->has_capital = has_capital;
}
