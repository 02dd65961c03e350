#include "plan/rules.h"

const struct rule plan_rules[PLAN_RULES] = {
    [RULE_PATH_COLLISION] =
        {
            .id = "path-collision",
            .severity = SEVERITY_ERROR,
            .text = {"siden {0} blir allerede laget av {1}", "{1} makes the page {0} already"},
            .help = {"velg et annet navn", "choose another name"},
        },
    [RULE_MENU_PATH] =
        {
            .id = "menu-path",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke en side på nettstedet", "“{0}” is no page of the site"},
            .help = {"skriv stien til en side, for eksempel {1}",
                     "write the path of a page, such as {1}"},
        },
    [RULE_FEATURED_PATH] =
        {
            .id = "featured-path",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke siden til en fil i content/{1}/",
                     "“{0}” is not the page of a file in content/{1}/"},
            .help = {"skriv stien til en slik side, for eksempel {2}",
                     "write the path of such a page, for example {2}"},
        },
    [RULE_ALIAS_PATH] =
        {
            .id = "alias-path",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» kan ikke ha vært adressen til en side",
                     "“{0}” cannot have been the address of a page"},
            .help = {"skriv stien fra forsiden, med små bokstaver a–z, tall og bindestrek, og med "
                     ".html til slutt, for eksempel {1}",
                     "write the path from the front page, in lower case a–z, digits and hyphens, "
                     "ending in .html, such as {1}"},
        },
    [RULE_ALIAS_TAKEN] =
        {
            .id = "alias-taken",
            .severity = SEVERITY_ERROR,
            .text = {"adressen {0} er i bruk og kan ikke sendes videre: den lages av {1}",
                     "the address {0} is in use and cannot lead elsewhere: it is made by {1}"},
            .help = {"en tidligere adresse må være ledig; ta den bort her eller der",
                     "a former address must be free; take it away here or there"},
        },
    [RULE_ALIAS_WITHOUT_PAGE] =
        {
            .id = "alias-without-page",
            .severity = SEVERITY_ERROR,
            .text = {"{0} kan ikke sendes videre hit: filen blir ingen egen side",
                     "{0} cannot lead here: the file becomes no page"},
            .help = {"ta den bort her, og skriv i stedet under redirects i site.yaml: "
                     "- { from: {0}, to: {1} }",
                     "take it away here, and write instead under redirects in site.yaml: "
                     "- { from: {0}, to: {1} }"},
        },
    [RULE_REDIRECT_TARGET] =
        {
            .id = "redirect-target",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke en side som leserne kan sendes til",
                     "“{0}” is no page to lead anybody to"},
            .help = {"skriv stien til en side som blir laget, for eksempel {1}",
                     "write the path of a page that is made, such as {1}"},
        },
    [RULE_PATH_LOST] =
        {
            .id = "path-lost",
            .severity = SEVERITY_ERROR,
            .text = {"siden {0} er publisert før, og nå blir den borte",
                     "the page {0} has been published, and would be gone"},
            .help = {"skriv «aliases: [{0}]» øverst i filen som erstatter den; har den siden "
                     "ingen fil, så skriv under redirects i site.yaml: - { from: {0}, to: {1} }",
                     "write “aliases: [{0}]” at the top of the file that replaces it; if that "
                     "page has no file, write under redirects in site.yaml: "
                     "- { from: {0}, to: {1} }"},
        },
    [RULE_PATH_MOVED] =
        {
            .id = "path-moved",
            .severity = SEVERITY_ERROR,
            .text = {"siden {0} er publisert før, og nå blir den borte",
                     "the page {0} has been published, and would be gone"},
            .help = {"er den blitt til {1}, så skriv øverst i den filen: aliases: [{2}{0}]",
                     "if it has become {1}, write at the top of that file: aliases: [{2}{0}]"},
        },
    [RULE_PATH_DRAFT] =
        {
            .id = "path-draft",
            .severity = SEVERITY_ERROR,
            .text = {"siden {0} er publisert før, og nå er den et utkast",
                     "the page {0} has been published, and is now a draft"},
            .help = {"ta bort «draft: true» i {1}; skal siden bort, så skriv «aliases: [{0}]» "
                     "øverst i filen som erstatter den",
                     "take away “draft: true” in {1}; if the page is to go, write "
                     "“aliases: [{0}]” at the top of the file that replaces it"},
        },
    [RULE_FILE_LOST] =
        {
            .id = "file-lost",
            .severity = SEVERITY_ERROR,
            .text = {"filen {0} er publisert før, og nå blir den borte",
                     "the file {0} has been published, and would be gone"},
            .help =
                {"bare sider kan sendes videre, og andre henter kanskje filen fast; sørg for at "
                 "den lages igjen, eller slett linjen her hvis ingen trenger den",
                 "only pages can lead on, and others may fetch the file; see that it is made "
                 "again, or delete the line here if nobody needs it"},
        },
    [RULE_PATH_UNLISTED] =
        {
            .id = "path-unlisted",
            .severity = SEVERITY_ERROR,
            .text = {"linjen {0} er tatt ut av listen over adresser som skal virke",
                     "the line {0} has been taken off the list of addresses that must work"},
            .help = {"skriv den inn igjen her", "write it here again"},
        },
    [RULE_PATHS_GONE] =
        {
            .id = "paths-gone",
            .severity = SEVERITY_ERROR,
            .text = {"listen over adresser som skal virke, er borte eller tom",
                     "the list of addresses that must work is gone or empty"},
            .help = {"hent filen tilbake slik den var; samling build --accept-paths skriver bare "
                     "opp det som blir laget nå",
                     "bring the file back as it was; samling build --accept-paths records only "
                     "what is made now"},
        },
    [RULE_DOWNLOAD_SIZE] =
        {
            .id = "download-size",
            .severity = SEVERITY_ERROR,
            .text = {"samlingen blir på om lag {0} i én fil, og en fil til å sende kan være på {1}",
                     "in one file the collection becomes about {0}, and a file to send may be {1}"},
            .help = {"ta bort html her; zip har hele nettstedet, uansett hvor stort det er",
                     "take html away here; zip has the whole site, however large it is"},
        },
};
