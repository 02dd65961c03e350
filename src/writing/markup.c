#include "writing/markup.h"

#include "writing/bare_addresses.h"
#include "writing/leftover.h"
#include "writing/lines.h"
#include "writing/numbers.h"
#include "writing/rules.h"
#include "writing/signs.h"
#include "writing/unasked_code.h"
#include "writing/unmade_links.h"
#include "writing/writing.h"

/* ---- tables ---- */

static void check_tables(const struct prose *prose, struct diags *diags)
{
    for (size_t i = 0; i < prose->blocks.len; i++)
        if (prose->blocks.items[i].kind == PROSE_TABLE)
            writing_tell(diags, WRITING_PIPE_TABLE, prose->blocks.items[i].span, NO_DETAIL);
}

/* ---- fields ---- */

/*
 * Quotation marks that mean nothing to YAML, as pairs. Those of Norwegian, «», are left
 * out: a title may be a quotation.
 */
static const struct {
    struct str opening, closing;
} quotes[] = {
    {STR_INIT("“"), STR_INIT("”")}, {STR_INIT("“"), STR_INIT("“")}, {STR_INIT("„"), STR_INIT("”")},
    {STR_INIT("„"), STR_INIT("“")}, {STR_INIT("”"), STR_INIT("”")}, {STR_INIT("”"), STR_INIT("“")},
    {STR_INIT("‘"), STR_INIT("’")},
};

static void check_quotes(const struct value *value, struct str field, struct diags *diags)
{
    struct str text = str_trim(value_str(value));
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        struct str opening = quotes[i].opening, closing = quotes[i].closing;
        if (text.len <= opening.len + closing.len || !str_starts(text, opening) ||
            !str_ends(text, closing))
            continue;
        struct str marks = STR_JOIN(&diags->arena, opening, STR(" "), closing);
        writing_tell(diags, WRITING_QUOTED_VALUE, value->span,
                     (struct detail){.args = {marks, field}});
        return;
    }
}

static void check_fields(const struct value *fields, struct diags *diags)
{
    for (size_t i = 0; i < WRITING_FIELDS; i++) {
        struct str name = writing_fields[i].name;
        check_quotes(value_get(fields, name), name, diags);
    }
}

void markup_check(struct writing *writing, struct diags *diags)
{
    check_fields(writing->fields, diags);
    check_tables(writing->prose, diags);
    unasked_code_check(writing->prose, diags);
    numbers_check(writing, diags);
    signs_check(writing->prose, diags);
    lines_check(writing->prose, diags);
    unmade_links_check(writing, diags);
    leftover_check(writing, diags);
    bare_addresses_check(writing, diags); /* last: not those in links that are none */
}
