#include "writing/rules.h"

const struct rule writing_rules[WRITING_RULES] = {
    [WRITING_HEADING_NO_SPACE] =
        {
            .id = "heading-no-space",
            .severity = SEVERITY_WARNING,
            .text = {"det mangler et mellomrom etter nummertegnene{2}, så dette blir ikke en "
                     "overskrift",
                     "there is no space after the number signs{3}, so this is no heading"},
            .help = {"skriv «{0} {1}»", "write “{0} {1}”"},
        },
    [WRITING_HEADING_REPEATS_TITLE] =
        {
            .id = "heading-repeats-title",
            .severity = SEVERITY_WARNING,
            .text = {"overskriften gjentar tittelen", "the heading repeats the title"},
            .help = {"tittelen står allerede øverst på siden; slett overskriften, eller si hva "
                     "avsnittet handler om",
                     "the title stands at the top of the page already; delete the heading, or say "
                     "what the section is about"},
        },
    [WRITING_BOLD_HEADING] =
        {
            .id = "bold-heading",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» er en linje med fet skrift, og ingen overskrift",
                     "“{0}” is a line in bold, not a heading"},
            .help = {"skriv den som overskrift, for eksempel «## {0}», så finner leserne og "
                     "skjermleserne den; er den ingen overskrift, så la den stå i avsnittet den "
                     "hører til",
                     "write it as a heading, such as “## {0}”, so that readers and screen readers "
                     "find it; if it is none, let it stand in the paragraph it belongs to"},
        },
    [WRITING_ITALIC_HEADING] =
        {
            .id = "italic-heading",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» er en linje i kursiv, og ingen overskrift",
                     "“{0}” is a line in italics, not a heading"},
            .help = {"skriv den som overskrift, for eksempel «## {0}»; er den ingen overskrift, så "
                     "la den stå i avsnittet den hører til",
                     "write it as a heading, such as “## {0}”; if it is none, let it stand in the "
                     "paragraph it belongs to"},
        },
    [WRITING_SECTION_EMPTY] =
        {
            .id = "section-empty",
            .severity = SEVERITY_WARNING,
            .text = {"overskriften «{0}» har ingen tekst under seg",
                     "there is no text under the heading “{0}”"},
            .help = {"skriv noe, eller slett overskriften også",
                     "write something, or delete the heading, too"},
        },

    [WRITING_BULLET_CHARACTER] =
        {
            .id = "bullet-character",
            .severity = SEVERITY_WARNING,
            .text = {"tegnet «{0}» lager ingen liste, så punktene flyter sammen",
                     "the character “{0}” makes no list, so the items run together"},
            .help = {"begynn hvert punkt med bindestrek og mellomrom: «- …», og sett en tom linje "
                     "foran det første",
                     "begin each item with a hyphen and a space: “- …”, with an empty line before "
                     "the first"},
        },
    [WRITING_BULLET_NO_SPACE] =
        {
            .id = "bullet-no-space",
            .severity = SEVERITY_WARNING,
            .text = {"det mangler et mellomrom etter «{0}»{1}, så dette blir ingen liste",
                     "there is no space after “{0}”{2}, so this is no list"},
            .help = {"begynn hvert punkt slik, med et vanlig mellomrom etter: «{0} …»",
                     "begin each item like this, with an ordinary space after it: “{0} …”"},
        },
    [WRITING_HARD_SPACE] =
        {
            .id = "hard-space",
            .severity = SEVERITY_WARNING,
            .text = {"her står et hardt mellomrom, {0}: {1}", "here is a hard space, {0}: {2}"},
            .help = {"slett det; skal det stå et mellomrom her, så skriv et vanlig",
                     "delete it; if there is to be a space, write an ordinary one"},
        },
    [WRITING_TAB_TABLE] =
        {
            .id = "tab-table",
            .severity = SEVERITY_WARNING,
            .text = {"dette ser ut som en tabell som er limt inn, men blir vist som vanlig tekst",
                     "this looks like a table that was pasted, but is shown as plain text"},
            .help = {"skriv innholdet som en liste", "write it as a list"},
        },
    [WRITING_PIPE_TABLE] =
        {
            .id = "pipe-table",
            .severity = SEVERITY_WARNING,
            .text = {"dette ser ut som en tabell, men blir vist som vanlig tekst",
                     "this looks like a table but is shown as plain text"},
            .help = {"skriv innholdet som en liste", "write it as a list"},
        },
    [WRITING_NUMBER_LIST] =
        {
            .id = "number-list",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» er lest som punkt {1} i en nummerert liste",
                     "“{0}” is read as item {1} of a numbered list"},
            .help = {"hører tallet til teksten, så skriv «{2}»",
                     "if the number belongs to the text, write “{2}”"},
        },
    [WRITING_NUMBER_CHANGED] =
        {
            .id = "number-changed",
            .severity = SEVERITY_WARNING,
            .text = {"her står det {0}, men siden viser {1}",
                     "{0} is written here, but the page shows {1}"},
            .help =
                {"bare det første tallet i en liste teller, og siden teller videre fra det; rett "
                 "tallet, eller skriv «{2}» hvis det hører til teksten",
                 "only the first number of a list counts, and the page counts on from it; mend "
                 "the number, or write “{2}” if it belongs to the text"},
        },
    [WRITING_LIST_INDENT] =
        {
            .id = "list-indent",
            .severity = SEVERITY_WARNING,
            .text =
                {"punktet har for lite innrykk til å høre under punktet over, og blir stående "
                 "på samme nivå",
                 "the item is indented too little to belong to the one above, and stands beside "
                 "it"},
            .help = {"rykk det inn {0} mellomrom til, så «{1}» står rett under teksten i punktet "
                     "over; skal det ikke høre under det, så ta bort innrykket",
                     "put more spaces before it ({0}), so that “{1}” stands right below the text "
                     "of the "
                     "item above; if it does not belong to it, take the indentation away"},
        },
    [WRITING_SENTENCE_CUT] =
        {
            .id = "sentence-cut",
            .severity = SEVERITY_WARNING,
            .text = {"tegnet «{0}» først på linjen gjør resten av setningen til {1}",
                     "the sign “{0}” at the front of the line makes the rest of the sentence {2}"},
            .help =
                {"skriv «\\{0}», eller flytt tegnet opp til slutten av en linje; er det ment som "
                 "{1}, "
                 "så sett en tom linje foran, og begynn med et ord",
                 "write “\\{0}”, or move the sign up to the end of a line; if it is meant as {2}, "
                 "put an empty line before it, and begin with a word"},
        },
    [WRITING_MARK_SHOWN] =
        {
            .id = "mark-shown",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» blir vist som det er skrevet", "“{0}” is shown as it is written"},
            .help = {"{1}", "{2}"},
        },
    [WRITING_LINK_NOT_MADE] =
        {
            .id = "link-not-made",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» blir ingen lenke, men vises som det er skrevet",
                     "“{0}” becomes no link, but is shown as it is written"},
            .help = {"{1}", "{2}"},
        },
    [WRITING_IMAGE_NOT_MADE] =
        {
            .id = "image-not-made",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» blir ikke noe bilde, men vises som det er skrevet",
                     "“{0}” becomes no picture, but is shown as it is written"},
            .help = {"{1}", "{2}"},
        },
    [WRITING_INDENTED_CODE] =
        {
            .id = "indented-code",
            .severity = SEVERITY_WARNING,
            .text = {"linjen har innrykk og blir vist som programkode",
                     "the line is indented and is shown as program code"},
            .help = {"ta bort mellomrommene foran; skal det være kode, så bruk ``` over og under",
                     "remove the spaces before it; if it is to be code, use ``` above and below"},
        },
    [WRITING_FENCE_OPEN] =
        {
            .id = "fence-open",
            .severity = SEVERITY_WARNING,
            .text =
                {"kodeblokken som begynner med «{0}», blir ikke avsluttet der den skal, så alt "
                 "til og med linje {1} blir vist som programkode",
                 "the block of code that begins with “{0}” does not end where it should, so all "
                 "up to line {1} is shown as code"},
            .help = {"{2}", "{3}"},
        },
    [WRITING_BARE_ADDRESS] =
        {
            .id = "bare-address",
            .severity = SEVERITY_WARNING,
            .text = {"adressen blir ikke en lenke", "the address becomes no link"},
            .help = {"skriv «[teksten leseren skal se]({0})»",
                     "write “[the text the reader is to see]({0})”"},
        },
    [WRITING_QUOTED_VALUE] =
        {
            .id = "quoted-value",
            .severity = SEVERITY_WARNING,
            .text = {"anførselstegnene {0} rundt hele «{1}» blir en del av teksten",
                     "the quotation marks {0} around all of “{1}” become part of the text"},
            .help = {"bruk \"…\" eller ingen anførselstegn", "use \"…\" or no quotation marks"},
        },

    [WRITING_FIELD_MARKUP] =
        {
            .id = "field-markup",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» blir vist akkurat slik, for feltene er ren tekst",
                     "“{0}” is shown exactly like that, for fields are plain text"},
            .help = {"skriv det uten Markdown og HTML; er det en tegnkode, så skriv tegnet selv",
                     "write it without Markdown and HTML, and the character itself, not a code"},
        },

    [WRITING_ALL_CAPS] =
        {
            .id = "all-caps",
            .severity = SEVERITY_ADVICE,
            .text = {"«{0}» er skrevet med bare store bokstaver",
                     "“{0}” is written in capitals only"},
            .help = {"skriv med små bokstaver; store er tunge å lese, og noen skjermlesere staver "
                     "dem. Det som er viktig, kan stå først{1}",
                     "write it in small letters; capitals are hard to read, and some screen "
                     "readers spell them. What matters can come first{2}"},
        },
    [WRITING_LONG_SENTENCES] =
        {
            .id = "long-sentences",
            .severity = SEVERITY_ADVICE,
            .text = {"to lange setninger på rad: denne har {0} ord, og den før har {1}",
                     "two long sentences in a row: this one has {0} words, the one before it {1}"},
            .help = {"del minst én av dem; under 30 ord er lett å følge",
                     "split at least one of them; below 30 words is easy to follow"},
        },
    [WRITING_LONG_PARAGRAPH] =
        {
            .id = "long-paragraph",
            .severity = SEVERITY_ADVICE,
            .text = {"avsnittet har {0} setninger", "the paragraph has {0} sentences"},
            .help = {"del det der teksten går over til noe nytt, eller gjør en oppramsing til en "
                     "liste; seks setninger er nok i ett avsnitt",
                     "split it where it turns to something new, or make an enumeration a list; six "
                     "sentences are enough for a paragraph"},
        },
    [WRITING_ABBREVIATION] =
        {
            .id = "abbreviation",
            .severity = SEVERITY_ADVICE,
            .text = {"forkortelsen «{0}» er ikke forklart",
                     "the abbreviation “{0}” is not explained"},
            .help = {"skriv ordene helt ut første gang, med forkortelsen i parentes: «… ({0})»",
                     "write the words out the first time, with the abbreviation in brackets: “… "
                     "({0})”"},
        },

    [WRITING_LINK_TEXT_VAGUE] =
        {
            .id = "link-text-vague",
            .severity = SEVERITY_WARNING,
            .text = {"lenketeksten «{0}» sier ikke hvor lenken går",
                     "the link text “{0}” does not say where it leads"},
            .help = {"skriv hva leseren finner der, for eksempel navnet på siden: noen leser bare "
                     "lenkene",
                     "write what the reader finds there, such as the name of the page: some read "
                     "the links only"},
        },
    [WRITING_LINK_TEXT_ADDRESS] =
        {
            .id = "link-text-address",
            .severity = SEVERITY_WARNING,
            .text = {"lenketeksten er en nettadresse: {0}", "the link text is an address: {0}"},
            .help = {"skriv hva leseren finner der, mellom hakeparentesene: [navnet på "
                     "siden](adressen)",
                     "write what the reader finds there between the brackets: [name of the "
                     "page](address)"},
        },
    [WRITING_LINK_TEXT_SAME] =
        {
            .id = "link-text-same",
            .severity = SEVERITY_WARNING,
            .text = {"lenken på linje {1} heter også «{0}», men går et annet sted",
                     "“{0}” is the text of another link, too, on line {1}, which leads elsewhere"},
            .help = {"skriv hva som skiller de to sidene", "write what tells the two pages apart"},
        },
    [WRITING_LINK_HTTP] =
        {
            .id = "link-http",
            .severity = SEVERITY_WARNING,
            .text = {"lenken «{0}» er ikke kryptert", "the link “{0}” is not encrypted"},
            .help = {"bruk https:// hvis siden også svarer der",
                     "use https:// if the page answers there, too"},
        },
    [WRITING_LINK_FORM] =
        {
            .id = "link-form",
            .severity = SEVERITY_WARNING,
            .text = {"adressen «{0}» ser ut til å være skrevet feil",
                     "the address “{0}” seems to be mistyped"},
            .help = {"kopier den fra adressefeltet i nettleseren",
                     "copy it from the address field of the browser"},
        },
    [WRITING_LINK_HOST] =
        {
            .id = "link-host",
            .severity = SEVERITY_ERROR,
            .text = {"adressen «{0}» går et annet sted enn den ser ut til, eller ingen steder",
                     "the address “{0}” leads elsewhere than it seems to, or nowhere"},
            .help = {"skriv bare https://, navnet på nettstedet og stien: ingenting med @ foran "
                     "navnet, ingen prosentkoder og bare ett alfabet i det, og høyst 65535 som "
                     "portnummer",
                     "write https://, the name of the site and the path only: nothing with @ "
                     "before the name, no percent codes and only one alphabet in it, and a port up "
                     "to 65535"},
        },
    [WRITING_LINK_LOCAL] =
        {
            .id = "link-local",
            .severity = SEVERITY_WARNING,
            .text = {"lenken «{0}» går til {1}, som bare finnes på et lokalt nett",
                     "the link “{0}” leads to {1}, which is found on a local network only"},
            .help = {"lenk til en side som alle kan åpne, eller ta bort lenken",
                     "link to a page that all can open, or take the link away"},
        },
    [WRITING_LINK_REDIRECT] =
        {
            .id = "link-redirect",
            .severity = SEVERITY_WARNING,
            .text = {"lenken «{0}» går via {1}, så leseren ser ikke hvor den fører",
                     "the link “{0}” goes by way of {1}, so readers cannot see where it leads"},
            .help = {"åpne lenken, og bruk adressen du kommer til",
                     "open it, and use the address where you arrive"},
        },
    [WRITING_LINK_LOGIN] =
        {
            .id = "link-login",
            .severity = SEVERITY_WARNING,
            .text = {"lenken «{0}» går til en side som krever innlogging, eller til en "
                     "redigeringsside",
                     "the link “{0}” leads to a page for logging in or for editing"},
            .help = {"lenk til siden slik alle kan se den", "link to the page as all can see it"},
        },
    [WRITING_LINK_TRACKING] =
        {
            .id = "link-tracking",
            .severity = SEVERITY_WARNING,
            .text = {"adressen inneholder sporing: «{0}»",
                     "the address tracks its reader with “{0}”"},
            .help = {"ta bort den delen av adressen", "remove that part of the address"},
        },

    [WRITING_EMAIL_PERSON] =
        {
            .id = "email-person",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» ser ut til å være e-postadressen til en person",
                     "“{0}” seems to be the e-mail address of a person"},
            .help = {"bruk en felles adresse, som postmottak@…; personer slutter, og adressen blir "
                     "liggende på nettet",
                     "use a shared address, such as post@…; persons leave, and the address stays "
                     "on the web"},
        },
    [WRITING_EMAIL_PRIVATE] =
        {
            .id = "email-private",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» er hos en tilbyder av privat e-post",
                     "“{0}” is at a provider of private e-mail"},
            .help = {"bruk en felles adresse hos virksomheten, som postmottak@…; en privat adresse "
                     "tilhører en person, og blir liggende på nettet",
                     "use a shared address of the organisation, such as post@…; a private address "
                     "is a "
                     "person's, and stays on the web"},
        },
    [WRITING_PHONE_PERSON] =
        {
            .id = "phone-person",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» ser ut til å være telefonnummeret til en person",
                     "“{0}” seems to be the telephone number of a person"},
            .help = {"bruk nummeret til sentralbordet eller en felles telefon; personer slutter, "
                     "og "
                     "nummeret blir liggende på nettet",
                     "use the number of the switchboard or one that many share; persons leave, and "
                     "the number stays on the web"},
        },
    [WRITING_NATIONAL_ID] =
        {
            .id = "national-id",
            .severity = SEVERITY_ERROR,
            .text = {"her står det som ser ut til å være et fødselsnummer eller d-nummer",
                     "this seems to be a national identity number"},
            .help = {"slett det; er filen allerede sendt inn, så si fra til den som er ansvarlig "
                     "for "
                     "personvernet, for det blir liggende i historikken",
                     "delete it; if the file has been sent in already, tell whoever is responsible "
                     "for privacy, for it stays in the history"},
        },
    [WRITING_ELEVEN_DIGITS] =
        {
            .id = "eleven-digits",
            .severity = SEVERITY_WARNING,
            .text = {"disse elleve sifrene kan være et fødselsnummer eller et annet nummer som "
                     "tilhører en person",
                     "these eleven digits may be a national identity number or another number of "
                     "a person"},
            .help = {"slett dem hvis de gjelder en person; er de noe annet, så skriv dem slik det "
                     "vanligvis blir skrevet, eller gjør et unntak",
                     "delete them if they are a person's; if they are something else, write them "
                     "as that is usually written, or make an exception"},
        },
    [WRITING_TEST_NUMBER] =
        {
            .id = "test-number",
            .severity = SEVERITY_ADVICE,
            .text = {"dette ser ut til å være et fødselsnummer som er laget for å prøve systemer",
                     "this seems to be a national identity number made for testing"},
            .help = {"si i teksten at nummeret er oppdiktet, så leserne ikke tror at det tilhører "
                     "noen",
                     "say in the text that it is made up, so that readers do not take it for a "
                     "person's"},
        },

    [WRITING_SECTION_MISSING] =
        {
            .id = "section-missing",
            .severity = SEVERITY_ADVICE,
            .text = {"teksten mangler {2}, som hører med når {0} er «{1}»",
                     "the text lacks {2}, which belongs to it when {0} is “{1}”"},
            .help = {"skriv det dere vet; spørsmålene er: {3}",
                     "write what you know; the questions are: {3}"},
        },
    [WRITING_REVIEW_PASSED] =
        {
            .id = "review-passed",
            .severity = SEVERITY_WARNING,
            .text = {"fristen for å se på teksten igjen er gått ut: {0}",
                     "the date for looking at the text again has passed: {0}"},
            .help = {"se om den fortsatt stemmer, og sett «updated» og «review» til nye datoer",
                     "see whether it still holds, and give “updated” and “review” new dates"},
        },
    [WRITING_DATE_FUTURE] =
        {
            .id = "date-future",
            .severity = SEVERITY_WARNING,
            .text = {"dagen er ikke kommet ennå: {0}", "that day has not come yet: {0}"},
            .help = {"«updated» sier når teksten sist ble kontrollert; se om året er riktig. Når "
                     "noen bør se på den igjen, står i «review»",
                     "“updated” says when the text was last checked; see whether the year is "
                     "right. "
                     "When somebody should look at it again stands in “review”"},
        },
    [WRITING_NEAR_DUPLICATE] =
        {
            .id = "near-duplicate",
            .severity = SEVERITY_ADVICE,
            .text = {"teksten er nesten den samme som i {0}", "the text is nearly that of {0}"},
            .help = {"slå dem sammen, eller skriv hva som er eget for denne",
                     "join them, or write what is this one's own"},
        },

    [WRITING_EXCEPTION_UNKNOWN] =
        {
            .id = "exception-unknown",
            .severity = SEVERITY_ERROR,
            .text = {"det finnes ingen regel som heter «{0}»", "there is no rule “{0}”"},
            .help = {"navnet står i hakeparentes sist i linjen om funnet",
                     "its name stands in brackets at the end of the finding's line"},
        },
    [WRITING_EXCEPTION_ERROR] =
        {
            .id = "exception-error",
            .severity = SEVERITY_ERROR,
            .text = {"det kan ikke gjøres unntak fra «{0}», for det er en feil",
                     "there can be no exception from “{0}”, for it is an error"},
            .help = {"rett feilen, og ta bort unntaket", "mend it, and take the exception away"},
        },
    [WRITING_EXCEPTION_UNUSED] =
        {
            .id = "exception-unused",
            .severity = SEVERITY_WARNING,
            .text = {"unntaket fra «{0}» trengs ikke: regelen har ingen funn i denne filen",
                     "the exception from “{0}” is not needed: the rule finds nothing in this file"},
            .help = {"ta det bort", "take it away"},
        },
};

void writing_tell(struct diags *diags, enum writing_rule rule, struct span span,
                  struct detail detail)
{
    diag_add(diags, &writing_rules[rule], span, detail);
}
