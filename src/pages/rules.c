#include "pages/rules.h"

const struct rule page_rules[PAGE_RULES] = {
    [RULE_THEME_FILE_MISSING] =
        {
            .id = "theme-file-missing",
            .severity = SEVERITY_ERROR,
            .text = {"utseendet (theme/) mangler filen", "the theme lacks this file"},
            .help = {"skriv den med de samme nøklene som de andre språkene, i theme/ eller i "
                     "content/theme/strings/, eller velg et annet språk i content/site.yaml",
                     "write it with the same keys as the other languages, in the theme or in "
                     "content/theme/strings/, or choose another language in content/site.yaml"},
        },
    [RULE_STRING_NEEDED] =
        {
            .id = "string-needed",
            .severity = SEVERITY_ERROR,
            .text = {"teksten «{0}», som programmet selv bruker, mangler",
                     "the text “{0}”, which the program itself uses, is missing"},
            .help = {"legg til en linje med «{0}:» og ordene som skal stå der",
                     "add a line with “{0}:” and the words to be shown"},
        },
    [RULE_STRING_MISSING] =
        {
            .id = "string-missing",
            .severity = SEVERITY_ERROR,
            .text = {"teksten «{0}» mangler her, men finnes i {1}",
                     "the text “{0}” is missing here but is in {1}"},
            .help = {"skriv den på dette språket også", "write it in this language, too"},
        },
    [RULE_STRING_UNKNOWN] =
        {
            .id = "string-unknown",
            .severity = SEVERITY_ERROR,
            .text = {"teksten «{0}» finnes ikke i {1}", "the text “{0}” is not in {1}"},
            .help = {"skriv den der også, eller ta den bort her",
                     "write it there, too, or take it away here"},
        },
    [RULE_STRING_HOLE] =
        {
            .id = "string-hole",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» i klammer blir stående slik: det er verken et substantiv eller et tall",
                     "“{0}” in braces stays like that: it is neither a noun nor a number"},
            .help = {"theme/README.md sier hvilke substantiv som kan stå slik",
                     "theme/README.md tells which nouns can stand there"},
        },
    [RULE_STRING_NUMBERS] =
        {
            .id = "string-numbers",
            .severity = SEVERITY_ERROR,
            .text = {"{0} står enten bare her eller bare i den samme teksten i {1}",
                     "only one of this text and the same text in {1} has {0}"},
            .help = {"bruk de samme tallene i klammer på alle språk: de fylles ut av skriptene",
                     "use the same numbers in braces in all languages: scripts fill them in"},
        },
    [RULE_STRING_UNUSED] =
        {
            .id = "string-unused",
            .severity = SEVERITY_ERROR,
            .text =
                {"utseendet (theme/) har ingen tekst som heter «{0}», og ingen mal her bruker den",
                 "the theme has no text called “{0}”, and no template here uses it"},
            .help = {"skriv navnet på teksten som skal byttes ut; de står i theme/strings/",
                     "write the name of the text to be replaced; they are in strings/ of the "
                     "theme"},
        },
    [RULE_TEMPLATE_UNUSED] =
        {
            .id = "template-unused",
            .severity = SEVERITY_ERROR,
            .text = {"utseendet (theme/) har ingen mal som heter «{0}», og ingen mal bruker den",
                     "the theme has no template called “{0}”, and no template uses it"},
            .help = {"en mal her gjelder i stedet for malen med samme navn i theme/",
                     "a template here counts instead of the theme's of the same name"},
        },
    [RULE_TEMPLATE_PAGING] =
        {
            .id = "template-paging",
            .severity = SEVERITY_WARNING,
            .text = {"malen viser ikke veien til de neste sidene, men {0} går over {1} sider",
                     "the template does not show the way to the next pages, but {0} goes on "
                     "over {1} pages"},
            .help = {"skriv {{>paging}} der listen slutter: uten den kommer ingen lenger enn til "
                     "den første siden",
                     "write {{>paging}} where the list ends: without it nobody gets beyond the "
                     "first page"},
        },
    [RULE_STYLE_LINK] =
        {
            .id = "style-link",
            .severity = SEVERITY_ERROR,
            .text = {"utseendet (theme/) har ingen fil «{0}» som et stilark kan hente",
                     "the theme has no file “{0}” that a style sheet can fetch"},
            .help = {"skriv navnet på en fil i assets/, uten mappe; et annet stilark hentes av "
                     "en mal",
                     "write the name of a file in assets/, without a folder; it is for a "
                     "template to fetch another style sheet"},
        },
    [RULE_COLOUR_CONTRAST] =
        {
            .id = "colour-contrast",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» har en kontrast på {2} mot {1}, og må ha minst {3} for å kunne leses "
                     "av alle",
                     "“{0}” has a contrast of {2} to {1}, and must have at least {3} for all to "
                     "be able to read it"},
            .help = {"velg en farge som skiller seg mer fra den",
                     "choose a colour that differs more from it"},
        },
};
