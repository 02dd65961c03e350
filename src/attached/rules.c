#include "attached/rules.h"

const struct rule attached_rules[ATTACHED_RULES] = {
    [ATTACHED_LFS_POINTER] =
        {
            .id = "file-lfs-pointer",
            .severity = SEVERITY_ERROR,
            .text = {"dette er en peker fra Git LFS, og ikke selve filen",
                     "this is a pointer of Git LFS, not the file itself"},
            .help = {"kjør «git lfs pull», som henter filen", "run “git lfs pull” to get the file"},
        },
    [ATTACHED_EMPTY] =
        {
            .id = "file-empty",
            .severity = SEVERITY_ERROR,
            .text = {"filen er tom", "the file is empty"},
            .help = {"legg inn filen på nytt, eller slett den",
                     "put the file here again, or delete it"},
        },
    [ATTACHED_CONTENT] =
        {
            .id = "file-content",
            .severity = SEVERITY_ERROR,
            .text = {"innholdet er {0}, men navnet slutter på «{2}»",
                     "the content is {1}, but the name ends in “{2}”"},
            .help = {"lagre filen på nytt i formatet som navnet sier; er den lastet ned, så se om "
                     "du har fått med selve filen og ikke en nettside om den",
                     "save the file again in the format that its name says; if it was downloaded, "
                     "see that it is the file itself and not a web page about it"},
        },
    [ATTACHED_WRONG_ENDING] =
        {
            .id = "file-wrong-ending",
            .severity = SEVERITY_ERROR,
            .text = {"innholdet er {0}, men navnet slutter på «{2}»",
                     "the content is {1}, but the name ends in “{2}”"},
            .help = {"gi filen navnet «{3}», og skriv det i teksten også",
                     "name the file “{3}”, and write that in the text, too"},
        },
    [ATTACHED_BROKEN] =
        {
            .id = "file-broken",
            .severity = SEVERITY_ERROR,
            .text = {"filen er skadet eller ikke hel: {0}",
                     "the file is damaged or not whole: {1}"},
            .help = {"lagre eller last ned filen på nytt", "save or download the file again"},
        },
    [ATTACHED_PICTURE_SIZE] =
        {
            .id = "picture-size",
            .severity = SEVERITY_ERROR,
            .text = {"bildet er {0} piksler bredt og {1} piksler høyt",
                     "the picture is {0} pixels wide and {1} pixels high"},
            .help = {"hver side må ha minst 1 og høyst 30 000 piksler, og bildet høyst 100 "
                     "millioner til sammen; 2000 piksler er nok på en skjerm",
                     "a side must have from 1 to 30 000 pixels, the picture at most 100 million; "
                     "2000 pixels are enough on a screen"},
        },
    [ATTACHED_PICTURE_PLACE] =
        {
            .id = "picture-place",
            .severity = SEVERITY_ERROR,
            .text = {"bildet har koordinater som viser hvor det er tatt",
                     "the picture tells where it was taken, with coordinates"},
            .help = {"fjern opplysningene {2}", "remove that {3}"},
        },
    [ATTACHED_PICTURE_METADATA] =
        {
            .id = "picture-metadata",
            .severity = SEVERITY_WARNING,
            .text = {"bildet forteller {0}", "the picture tells {1}"},
            .help = {"fjern opplysningene {2}; skal de være med, så gjør et unntak i teksten som "
                     "viser bildet",
                     "remove that {3}; if it is to stay, make an exception in the text that shows "
                     "the picture"},
        },
    [ATTACHED_SVG_SYNTAX] =
        {
            .id = "svg-syntax",
            .severity = SEVERITY_ERROR,
            .text = {"filen kan ikke leses som SVG: {0}", "the file cannot be read as SVG: {1}"},
            .help = {"eksporter bildet på nytt fra tegneprogrammet",
                     "export the picture again from the drawing program"},
        },
    [ATTACHED_SVG_DECLARATION] =
        {
            .id = "svg-declaration",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke tillatt i et SVG-bilde",
                     "“{0}” is not allowed in an SVG picture"},
            .help = {"slett det; bildet ser likt ut uten, når filen er lagret som UTF-8",
                     "delete it; the picture looks the same without, if the file is UTF-8"},
        },
    [ATTACHED_SVG_ELEMENT] =
        {
            .id = "svg-element",
            .severity = SEVERITY_ERROR,
            .text = {"elementet «{0}» er ikke tillatt i et SVG-bilde",
                     "the element “{0}” is not allowed in an SVG picture"},
            .help = {"ta det bort: bildet kan bare ha tegning og tekst, ikke skript, lenker eller "
                     "noe som hentes; eller lagre bildet som PNG",
                     "take it away: a picture may have drawing and text, not scripts, links or "
                     "what is loaded; or save it as PNG"},
        },
    [ATTACHED_SVG_ATTRIBUTE] =
        {
            .id = "svg-attribute",
            .severity = SEVERITY_ERROR,
            .text = {"attributtet «{0}» er ikke tillatt i et SVG-bilde",
                     "the attribute “{0}” is not allowed in an SVG picture"},
            .help = {"ta det bort: bildet kan ikke ha noe som kjører; eller lagre bildet som PNG",
                     "take it away: a picture must not run anything; or save it as PNG"},
        },
    [ATTACHED_SVG_REFERENCE] =
        {
            .id = "svg-reference",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» henter noe utenfra, eller skjuler hva det gjør",
                     "“{0}” loads something from elsewhere, or hides what it does"},
            .help = {"vis til noe i samme fil («#navn»), eller bygg inn et bilde som begynner med "
                     "«data:image/png»",
                     "refer to something in the same file (“#name”), or embed a picture that "
                     "begins with “data:image/png”"},
        },
    [ATTACHED_DOCUMENT_ACTIVE] =
        {
            .id = "document-active",
            .severity = SEVERITY_ERROR,
            .text = {"dokumentet har makroer, skript eller filer inni seg: «{0}»",
                     "the document has macros, scripts or files inside: “{0}”"},
            .help =
                {"lagre det på nytt uten dem, eller som PDF/A-2, som aldri har makroer eller "
                 "skript",
                 "save it again without them, or as PDF/A-2, which never has macros or scripts"},
        },
    [ATTACHED_CSV_FORMULA] =
        {
            .id = "csv-formula",
            .severity = SEVERITY_WARNING,
            .text = {"regneark leser «{0}» som en formel{1}",
                     "spreadsheets read “{0}” as a formula{2}"},
            .help =
                {"skriv noe annet enn =, +, - eller @ først i ruten; skal det stå slik, så gjør "
                 "et unntak i teksten som lenker til filen",
                 "begin the cell with something other than =, +, - or @; if it is to stay, "
                 "make an exception in the text that links to the file"},
        },
};

void attached_tell(struct diags *diags, enum attached_rule rule, struct span span,
                   struct detail detail)
{
    diag_add(diags, &attached_rules[rule], span, detail);
}
