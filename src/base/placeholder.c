#include "base/placeholder.h"

#include <stdint.h>

#include "base/utf8.h"
#include "collection/rules.h"

/* Takes the next placeholder off the front of *rest, up to its bracket or the end of its line. */
static bool next(struct str *rest, struct str *placeholder)
{
    size_t start = str_find(*rest, STR(PLACEHOLDER_START));
    if (start == SIZE_MAX)
        return false;
    *rest = str_from(*rest, start);
    size_t end = sizeof PLACEHOLDER_START - 1;
    while (end < rest->len && rest->ptr[end] != '\n' && rest->ptr[end - 1] != ']')
        end++;
    *placeholder = str_slice(*rest, 0, end);
    *rest = str_from(*rest, end);
    return true;
}

/* What is asked for, without the marks around it, and not at length. */
static struct str asked(struct arena *arena, struct str placeholder)
{
    enum { SHOWN_MAX = 80 };
    struct str text = str_from(placeholder, sizeof PLACEHOLDER_START - 1);
    if (str_ends(text, STR("]")))
        text.len--;
    if (str_starts(text, STR(":")))
        text = str_from(text, 1);
    text = str_trim(text);
    if (text.len == 0)
        return STR("…");
    size_t shown = utf8_skip(text, SHOWN_MAX);
    return shown < text.len ? STR_JOIN(arena, str_slice(text, 0, shown), STR("…")) : text;
}

static void report(struct str placeholder, struct span span, struct diags *diags)
{
    diag_add(diags, &model_rules[RULE_PLACEHOLDER], span,
             (struct detail){.args = {asked(&diags->arena, placeholder)}});
}

bool placeholder_report(struct str text, struct span span, struct diags *diags)
{
    struct str placeholder;
    bool found = next(&text, &placeholder);
    if (found)
        report(placeholder, span, diags);
    return found;
}

void placeholder_report_all(const struct source *source, struct span body, struct diags *diags)
{
    struct str rest = str_slice(source->text, body.start, body.end), placeholder;
    while (next(&rest, &placeholder)) {
        size_t start = (size_t)(placeholder.ptr - source->text.ptr);
        report(placeholder, source_span(source, start, start + placeholder.len), diags);
    }
}
