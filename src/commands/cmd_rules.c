#include <stdio.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/nearest.h"
#include "commands/command.h"
#include "report/report.h"
#include "site/rules.h"

static const char usage[] =
    "samling rules – viser reglene: alt som kan være galt, og hvor alvorlig det er\n"
    "\n"
    "Bruk: samling rules [valg] [REGEL]\n"
    "\n"
    "REGEL er navnet som står i hakeparentes sist i linjen om et funn. Med det vises også hva\n"
    "som bør skrives i stedet, på begge språk. Det som er ulikt fra funn til funn, står som «…».";

static _Noreturn void refuse_rule(struct str id)
{
    struct nearest nearest = nearest_to(id);
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_at(&site_rules, i)); i++)
        nearest_try(&nearest, str_of(rule->id));
    if (nearest.best.len)
        die("det finnes ingen regel som heter «%.*s»; mente du «%.*s»?", STR_ARG(id),
            STR_ARG(nearest.best));
    die("det finnes ingen regel som heter «%.*s»; samling rules viser alle", STR_ARG(id));
}

int cmd_rules(int argc, char **argv)
{
    struct str id = {0}, name = STR("nb");
    const struct option_row rows[] = {
        {"REGEL", NULL, OPTION_MAYBE_WORD, &id, "vis denne, med hjelp (uten: alle)"},
        {"--lang", "nb|en", OPTION_TEXT, &name, "språket i meldingene"},
    };
    if (options_read(argc, argv, rows, sizeof rows / sizeof *rows, usage))
        return EXIT_FINE;
    enum diag_language language = options_language(name);
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
