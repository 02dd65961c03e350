#include "writing/check.h"

#include "writing/capitals.h"
#include "writing/headings.h"
#include "writing/links.h"
#include "writing/markup.h"
#include "writing/plain_text.h"
#include "writing/sentences.h"

void writing_check(struct writing *writing, struct diags *diags)
{
    markup_check(writing, diags); /* first, for what it tells of */
    capitals_check(writing, diags);
    headings_check(writing, diags);
    plain_text_check(writing->fields, diags);
    links_check(writing, diags);
    if (writing->advice && writing->language)
        sentences_check(writing, diags);
}
