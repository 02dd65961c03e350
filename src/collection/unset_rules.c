#include "collection/unset_rules.h"

const struct rule unset_rules[UNSET_RULES] = {
    [UNSET_CONTACT] =
        {
            .id = "contact-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"nettstedet oppgir ingen e-postadresse, så leserne vet ikke hvor de kan sende "
                     "nye filer, spørsmål og feil de finner",
                     "the site gives no e-mail address, so readers do not know where to send new "
                     "files, questions and mistakes that they find"},
            .help = {"skriv en felles adresse her: contact: post@…",
                     "write a shared address here: contact: post@…"},
        },
    [UNSET_EDIT_URL] =
        {
            .id = "edit-url-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .text = {"nettstedet oppgir ikke hvor filene kan endres, så ingen side har en lenke "
                     "for å foreslå en endring",
                     "the site does not say where its files can be changed, so no page has a link "
                     "for proposing a change"},
            .help = {"ligger filene i en tjeneste som GitHub eller GitLab, så skriv adressen her, "
                     "med "
                     "/ til slutt: edit_url: https://github.com/EIER/NAVN/edit/main/",
                     "if the files are in a service such as GitHub or GitLab, write the address "
                     "here, with / at the end: edit_url: https://github.com/OWNER/NAME/edit/main/"},
        },
    [UNSET_BASE_URL] =
        {
            .id = "base-url-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"nettstedet vet ikke hvilken adresse det skal ha, så sidene kan ikke si hvor "
                     "de hører hjemme, søkemotorer får ingen oversikt over dem, delte lenker er "
                     "uten bilde, og lenkene på 404.html virker ikke i undermapper",
                     "the site does not know its address, so pages cannot say where they belong, "
                     "search engines get no list of them, shared links have no picture, and the "
                     "links of 404.html do not work in folders"},
            .help = {"skriv adressen her, med / til slutt: base_url: https://…/; eller oppgi den "
                     "med --base-url når du bygger",
                     "write the address here, with / at the end: base_url: https://…/; or give it "
                     "with --base-url when you build"},
        },
    [UNSET_ACCESSIBILITY] =
        {
            .id = "accessibility-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"nettstedet lenker ikke til noen tilgjengelighetserklæring",
                     "the site links to no accessibility statement"},
            .help = {"offentlige nettsteder må ha en: lag den på uustatus.no, og skriv adressen "
                     "her som accessibility: \"https://uustatus.no/…\"",
                     "the site of a public body must often have one: write its address here as "
                     "accessibility: \"https://…\""},
        },
    [UNSET_PUBLISHER] =
        {
            .id = "publisher-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"nettstedet sier ikke hvem som gir det ut, så leserne vet ikke hvem som "
                     "svarer "
                     "for det, og ingen kan vise til det med navn",
                     "the site does not say who publishes it, so readers do not know who answers "
                     "for it, and nobody can cite it by name"},
            .help = {"skriv navnet her: publisher: …", "write the name here: publisher: …"},
        },
    [UNSET_LICENCE] =
        {
            .id = "licence-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"nettstedet har ingen lisens, så ingen vet om de kan bruke innholdet videre",
                     "the site has no licence, so nobody knows whether its content may be used"},
            .help = {"skriv navnet på lisensen og adressen til den her: licence: { title: …, url: "
                     "\"https://…\" }",
                     "write the name of the licence and its address here: licence: { title: …, "
                     "url: \"https://…\" }"},
        },
    [UNSET_REVIEW] =
        {
            .id = "review-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"filer uten dato i «review», så ingen blir minnet om å se gjennom dem: {0} av "
                     "{1}, og den første er {2}",
                     "files without a date in “review”, so nobody is reminded to look at them "
                     "again: {0} of {1}, and the first is {2}"},
            .help = {"skriv datoen øverst i hver av dem: review: ÅÅÅÅ-MM-DD",
                     "write the date at the top of each of them: review: YYYY-MM-DD"},
        },
    [UNSET_CATALOGUE] =
        {
            .id = "catalogue-unset",
            .severity = SEVERITY_ADVICE,
            .told_last = true,
            .due = true,
            .text = {"skjemaet ber om en datakatalog, men den kan ikke lages, for disse feltene "
                     "mangler: {0}",
                     "the schema asks for a catalogue of the data, but it cannot be made, for "
                     "these fields are missing: {0}"},
            .help = {"skriv dem her; «catalogue» sier hva dataene handler om, med koder fra EU: "
                     "catalogue: { themes: [GOVE] }",
                     "write them here; “catalogue” says what the data are about, with codes of "
                     "the EU: catalogue: { themes: [GOVE] }"},
        },
};
