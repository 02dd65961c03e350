#include "template/rules.h"

const struct rule template_rules[TEMPLATE_RULES] = {
    [TEMPLATE_UNCLOSED_TAG] =
        {
            "template-unclosed-tag",
            SEVERITY_ERROR,
            {"«{0}» mangler avslutning", "“{0}” is not closed"},
            {"skriv «{1}» der den slutter", "write “{1}” where the tag ends"},
        },
    [TEMPLATE_BAD_NAME] =
        {
            "template-bad-name",
            SEVERITY_ERROR,
            {"«{0}» kan ikke være et navn i en mal", "“{0}” cannot be a name in a template"},
            {"et navn er uten mellomrom, med punktum mellom leddene: «site.name»",
             "a name has no spaces, and full stops between its parts: “site.name”"},
        },
    [TEMPLATE_BAD_DELIMITERS] =
        {
            "template-bad-delimiters",
            SEVERITY_ERROR,
            {"«{0}» setter ikke to skilletegn", "“{0}” does not set two delimiters"},
            {"skriv for eksempel «{{=<% %>=}}»", "write for instance “{{=<% %>=}}”"},
        },
    [TEMPLATE_UNCLOSED_SECTION] =
        {
            "template-unclosed-section",
            SEVERITY_ERROR,
            {"«{0}» mangler avslutning", "“{0}” is not closed"},
            {"skriv «{{/{1}}}» der den slutter", "write “{{/{1}}}” where it ends"},
        },
    [TEMPLATE_CROSSED_SECTION] =
        {
            "template-crossed-section",
            SEVERITY_ERROR,
            {"«{0}» lukker noe annet enn «{1}», som er åpen her",
             "“{0}” closes something else than “{1}”, which is open here"},
            {"skriv «{{/{2}}}» først", "write “{{/{2}}}” first"},
        },
    [TEMPLATE_UNOPENED_SECTION] =
        {
            "template-unopened-section",
            SEVERITY_ERROR,
            {"«{0}» lukker noe som ikke er åpnet", "“{0}” closes what is not open"},
            {NULL, NULL},
        },
    [TEMPLATE_TOO_DEEP] =
        {
            "template-too-deep",
            SEVERITY_ERROR,
            {"«{0}» ligger mer enn {1} nivåer ned", "“{0}” is more than {1} levels down"},
            {NULL, NULL},
        },
    [TEMPLATE_MISSING] =
        {
            "template-missing",
            SEVERITY_ERROR,
            {"utseendet (theme/) mangler malen «{0}»", "the theme lacks the template “{0}”"},
            {NULL, NULL},
        },
    [TEMPLATE_TOO_LARGE] =
        {
            "template-too-large",
            SEVERITY_ERROR,
            {"malen «{0}» blir for stor med alt den tar inn",
             "the template “{0}” is too large with all that it takes in"},
            {NULL, NULL},
        },
    [TEMPLATE_MISSING_PARTIAL] =
        {
            "template-missing-partial",
            SEVERITY_ERROR,
            {"det finnes ingen mal som heter «{0}»", "there is no template named “{0}”"},
            {NULL, NULL},
        },
    [TEMPLATE_RECURSIVE_PARTIAL] =
        {
            "template-recursive-partial",
            SEVERITY_ERROR,
            {"malen «{0}» tar her inn seg selv", "here the template “{0}” takes in itself"},
            {NULL, NULL},
        },
    [TEMPLATE_UNKNOWN_NAME] =
        {
            "template-unknown-name",
            SEVERITY_ERROR,
            {"«{0}» er ikke noe malen får her", "“{0}” is nothing that the template is given here"},
            {NULL, NULL},
        },
    [TEMPLATE_UNKNOWN_BLOCK] =
        {
            "template-unknown-block",
            SEVERITY_ERROR,
            {"malen «{1}» har ingen blokk som heter «{0}»",
             "the template “{1}” has no block named “{0}”"},
            {NULL, NULL},
        },
    [TEMPLATE_OUTSIDE_BLOCK] =
        {
            "template-outside-block",
            SEVERITY_ERROR,
            {"dette kommer ikke med: det står i «{0}», men ikke i en blokk",
             "this is left out: it stands in “{0}” but in no block"},
            {"flytt det inn i en «{{$blokk}}»", "move it into a “{{$block}}”"},
        },
    [TEMPLATE_NOT_TEXT] =
        {
            "template-not-text",
            SEVERITY_ERROR,
            {"«{0}» er {1} og kan ikke settes inn som tekst",
             "“{0}” is {2} and cannot be put in as text"},
            {"skriv «{{#{0}}} … {{/{0}}}»", "write “{{#{0}}} … {{/{0}}}”"},
        },
    [TEMPLATE_RAW_TEXT] =
        {
            "template-raw-text",
            SEVERITY_ERROR,
            {"«{0}» er tekst, ikke HTML", "“{0}” is text, not HTML"},
            {"skriv «{{{0}}}»", "write “{{{0}}}”"},
        },
    [TEMPLATE_ESCAPED_HTML] =
        {
            "template-escaped-html",
            SEVERITY_ERROR,
            {"«{0}» er HTML og ville blitt vist som kode", "“{0}” is HTML and would show as tags"},
            {"skriv «{{{{0}}}}»", "write “{{{{0}}}}”"},
        },
};
