#include "writing/writing.h"

#include "writing/capitals.h"
#include "writing/headings.h"
#include "writing/links.h"
#include "writing/markup.h"
#include "writing/sentences.h"

const struct writing_field writing_fields[WRITING_FIELDS] = {
    {STR_INIT("title"), true},
    {STR_INIT("name"), true},
    {STR_INIT("summary"), false},
};

void writing_check(const struct writing *writing, struct diags *diags)
{
    capitals_check(writing, diags);
    headings_check(writing, diags);
    markup_check(writing, diags);
    links_check(writing, diags);
    if (writing->advice && writing->language != LANGUAGE_OTHER)
        sentences_check(writing, diags);
}
