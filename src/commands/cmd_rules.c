#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/nearest.h"
#include "commands/command.h"
#include "report/report.h"
#include "site/rules.h"

static const char *const usage[DIAG_LANGUAGES] = {
    [DIAG_NB] =
        "samling rules – viser reglene: alt som kan være galt, og hvor alvorlig det er\n"
        "\n"
        "Bruk: samling rules [valg] [REGEL]\n"
        "\n"
        "REGEL er navnet som står i hakeparentes sist i linjen om et funn. Med det vises også hva\n"
        "som bør skrives i stedet, på begge språk. Det som er ulikt fra funn til funn, står som "
        "«…».",
    [DIAG_EN] =
        "samling rules – shows the rules: everything that can be wrong, and how grave it is\n"
        "\n"
        "Usage: samling rules [options] [RULE]\n"
        "\n"
        "RULE is the name in square brackets at the end of the line of a finding. With it, what "
        "to\n"
        "write instead is shown, too, in both languages. What differs from finding to finding is "
        "“…”.",
};

static _Noreturn void refuse_rule(struct str id)
{
    struct nearest nearest = nearest_to(id);
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(&site_rules, i)); i++)
        nearest_try(&nearest, str_of(rule->id));
    if (nearest.best.len)
        die(SAID("det finnes ingen regel som heter «%.*s»; mente du «%.*s»?",
                 "there is no rule “%.*s”; did you mean “%.*s”?"),
            STR_ARG(id), STR_ARG(nearest.best));
    die(SAID("det finnes ingen regel som heter «%.*s»; samling rules viser alle",
             "there is no rule “%.*s”; samling rules shows them all"),
        STR_ARG(id));
}

/* Returns all ids, as the value of a row: «id|id|…». */
static struct str rule_ids(struct arena *arena)
{
    struct buf all = BUF_INIT;
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(&site_rules, i)); i++)
        buf_format(&all, "%s%s", i ? "|" : "", rule->id);
    return buf_finish(&all, arena);
}

int cmd_rules(int argc, char **argv)
{
    struct str id = {0};
    struct arena arena;
    arena_init(&arena);
    const struct option_row rows[] = {
        {SAID("REGEL", "RULE"), rule_ids(&arena).ptr, OPTION_MAYBE_WORD, &id,
         SAID("vis denne, med hjelp (uten: alle)", "show this one, with its help (without: all)")},
    };
    bool shown = options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage);
    arena_release(&arena);
    if (shown)
        return EXIT_FINE;
    enum diag_language language = said_language();
    const struct rule *rule = rule_find(&site_rules, id);
    if (id.ptr && !rule)
        refuse_rule(id);
    struct buf text = BUF_INIT;
    if (rule)
        report_put_rule(&text, rule, language);
    else
        report_put_rules(&text, &site_rules, language);
    buf_write(&text, stdout);
    buf_release(&text);
    return EXIT_FINE;
}
