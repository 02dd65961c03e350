#include "collection/rules.h"

const struct rule collection_rules[COLLECTION_RULES] = {
    [RULE_FILE_MISSING] =
        {
            .id = "file-missing",
            .severity = SEVERITY_ERROR,
            .text = {"filen mangler", "the file is missing"},
            .help =
                {"en samling må ha filene site.yaml og schema.yaml i mappen content; ligger den "
                 "et annet sted, så bruk -C; «samling init MAPPE» lager en ny",
                 "a collection needs site.yaml and schema.yaml in its folder content; if that "
                 "is elsewhere, use -C; “samling init FOLDER” makes a new one"},
        },
    [RULE_FORMAT_VERSION] =
        {
            .id = "format-version",
            .severity = SEVERITY_ERROR,
            .text = {"samlingen er skrevet for versjon «{0}» av formatet, men programmet kjenner "
                     "bare {1}",
                     "the collection is written for version “{0}” of the format, but the program "
                     "knows only {1}"},
            .help = {"skriv samling: {1}, eller bruk et program som kjenner versjonen; «samling "
                     "help schema» sier hva den lover",
                     "write samling: {1}, or use a program that knows the version; “samling help "
                     "schema” tells what it promises"},
        },
    [RULE_FILE_STRAY] =
        {
            .id = "file-stray",
            .severity = SEVERITY_ERROR,
            .text = {"filen blir ikke brukt", "the file is not used"},
            .help = {"samlingen består av .md-filer, bilder og dokumenter i mappene som skjemaet "
                     "nevner, og i pages/; flytt filen dit den hører hjemme, eller slett den",
                     "the collection is .md files, pictures and documents, in the folders that the "
                     "schema names and in pages/; move it where it belongs, or delete it"},
        },
    [RULE_THEME_FILE_STRAY] =
        {
            .id = "theme-file-stray",
            .severity = SEVERITY_ERROR,
            .text = {"utseendet bruker ikke filen", "the theme does not use the file"},
            .help = {"i content/theme/ ligger templates/NAVN.mustache, strings/SPRÅK.yaml og "
                     "assets/FIL, og ingenting annet",
                     "content/theme/ has templates/NAME.mustache, strings/LANGUAGE.yaml and "
                     "assets/FILE, and nothing else"},
        },
    [RULE_FILE_DOCUMENT] =
        {
            .id = "file-document",
            .severity = SEVERITY_ERROR,
            .text = {"filen blir ikke publisert: {0}", "the file is not published: {1}"},
            .help = {"{2}", "{3}"},
        },
    [RULE_FILE_ENDING] =
        {
            .id = "file-ending",
            .severity = SEVERITY_ERROR,
            .text = {"filen «{0}» blir ikke brukt", "the file “{0}” is not used"},
            .help = {"filnavnet må slutte på «{2}» med små bokstaver: «{1}»; det gjelder også i "
                     "lenker til den",
                     "its name must end in “{2}”, in small letters: “{1}”; in links to it, too"},
        },
    [RULE_PICTURE_UNUSED] =
        {
            .id = "picture-unused",
            .severity = SEVERITY_ADVICE,
            .text = {"ingen side viser bildet, så det blir ikke publisert",
                     "no page shows the picture, so it is not published"},
            .help = {"vis det i en tekst, eller slett filen", "show it in a text, or delete it"},
        },
    [RULE_DOCUMENT_UNUSED] =
        {
            .id = "document-unused",
            .severity = SEVERITY_ADVICE,
            .text = {"ingen side lenker til dokumentet, så det blir ikke publisert",
                     "no page links to the document, so it is not published"},
            .help = {"lenk til det i teksten, som [Rapporten](rapport.pdf), eller slett filen",
                     "link to it in a text, such as [The report](report.pdf), or delete it"},
        },
    [RULE_FILE_NAME] =
        {
            .id = "file-name",
            .severity = SEVERITY_ERROR,
            .text = {"filnavnet «{0}» kan ikke bli en adresse",
                     "the file name “{0}” cannot be an address"},
            .help = {"bruk bare a–z, 0–9 og bindestrek, for eksempel «{1}»",
                     "use only a–z, 0–9 and hyphens, such as “{1}”"},
        },
    [RULE_FILE_COPY] =
        {
            .id = "file-copy",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» ser ut til å være en kopi av «{1}», som ligger i samme mappe",
                     "“{0}” looks like a copy of “{1}”, which is in the same folder"},
            .help = {"slett den som er eldst; den andre skal hete «{1}»",
                     "delete the older one; the other must be named “{1}”"},
        },
    [RULE_NAME_RESERVED] =
        {
            .id = "name-reserved",
            .severity = SEVERITY_ERROR,
            .text = {"Windows kan ikke lagre en fil som heter «{0}»",
                     "Windows cannot store a file named “{0}”"},
            .help = {"velg et annet filnavn", "choose another file name"},
        },
    [RULE_ENTRY_FOLDER] =
        {
            .id = "entry-folder",
            .severity = SEVERITY_ERROR,
            .text = {"filen ligger rett i {1}, og ikke i en av mappene der",
                     "the file lies in {1} itself, not in one of the folders there"},
            .help = {"flytt den til mappen for riktig {0}: {1}/<{0}>/",
                     "move it to the folder of its {0}: {1}/<{0}>/"},
        },
    [RULE_ENTRY_MISPLACED] =
        {
            .id = "entry-misplaced",
            .severity = SEVERITY_ERROR,
            .text = {"filen ligger i {1}, men har felt som bare {0} har, som «{2}»",
                     "the file lies in {1}, but has fields that only {0} have, such as “{2}”"},
            .help = {"flytt den til {3}", "move it to {3}"},
        },
    [RULE_UNKNOWN_FOLDER] =
        {
            .id = "unknown-folder",
            .severity = SEVERITY_ERROR,
            .text = {"mappen «{0}» har ingen fil i {1}", "the folder “{0}” is no term of {1}"},
            .help = {"mappen skal hete det samme som filen sin der, uten .md",
                     "a folder is named after one of the files there, without .md"},
        },
    [RULE_VALUES_DIFFER] =
        {
            .id = "values-differ",
            .severity = SEVERITY_ERROR,
            .text = {"verdien «{0}» mangler enten i enum eller i {1}",
                     "the value “{0}” is not in both enum and {1}"},
            .help = {"skriv den begge steder, eller ta den bort",
                     "write it in both, or take it away"},
        },
    [RULE_MARK_UNKNOWN] =
        {
            .id = "mark-unknown",
            .severity = SEVERITY_ERROR,
            .text = {"merket «{0}» er ukjent", "the mark “{0}” is unknown"},
            .help = {"merkene er: {1}", "the marks are: {1}"},
        },
    [RULE_LABEL_LANGUAGE] =
        {
            .id = "label-language",
            .severity = SEVERITY_WARNING,
            .text = {"navnet mangler på språket til nettstedet, «{0}», og blir vist på et annet",
                     "the name is not given in the language of the site, “{0}”, and is shown in "
                     "another"},
            .help = {"legg til «{0}:» med navnet på det språket", "write it after “{0}:”, too"},
        },
    [RULE_SHOW_UNKNOWN] =
        {
            .id = "show-unknown",
            .severity = SEVERITY_ERROR,
            .text = {"ingen felt heter «{0}»", "no field is called “{0}”"},
            .help = {"x-show nevner felt ved navnene de har under properties, og mappen ved "
                     "navnet i x-folder",
                     "x-show names fields as they are called under properties, and the folder as "
                     "x-folder calls it"},
        },
    [RULE_SHOW_UNFIT] =
        {
            .id = "show-unfit",
            .severity = SEVERITY_ERROR,
            .text = {"feltet «{0}» kan ikke vises i «{1}»",
                     "the field “{0}” cannot be shown in “{1}”"},
            .help =
                {"«home», «filters» og «crossed» viser felt med x-browse, «charts» felt som det "
                 "går an å bla etter, «card» felt som ikke har felt i seg, «top» det samme og "
                 "felt med x-figure, «notes» tekster og ja eller nei med x-values, og «ask» felt "
                 "med x-terms",
                 "“home”, “filters” and “crossed” show fields with x-browse, “charts” facets, "
                 "“card” fields that have no fields within, “top” those and fields with x-figure, "
                 "“notes” texts and truths with x-values, and “ask” fields with x-terms"},
        },
    [RULE_VALUES_WITHOUT_ENUM] =
        {
            .id = "values-without-enum",
            .severity = SEVERITY_ERROR,
            .text = {"x-values gir navn til verdiene i enum, men her er det ingen enum",
                     "x-values names the values of enum, but there is no enum here"},
            .help = {"skriv enum med de samme verdiene på linjen over",
                     "write enum with the same values on the line above"},
        },
    [RULE_BROWSE_TYPE] =
        {
            .id = "browse-type",
            .severity = SEVERITY_ERROR,
            .text = {"verdiene i dette feltet kan ikke få hver sin side",
                     "the values of this field cannot have pages of their own"},
            .help = {"bruk x-browse på tekst eller heltall, eller på en liste av slike",
                     "use x-browse on text or integers, or on a list of them"},
        },
    [RULE_SEARCH_TYPE] =
        {
            .id = "search-type",
            .severity = SEVERITY_ERROR,
            .text = {"verdiene i dette feltet kan ikke gjøres søkbare",
                     "the values of this field cannot be searched"},
            .help = {"bruk x-search på tekst, eller på en liste av tekster",
                     "use x-search on text, or on a list of texts"},
        },
    [RULE_SECTIONS_VALUE] =
        {
            .id = "sections-value",
            .severity = SEVERITY_ERROR,
            .text = {"x-sections nevner «{0}», som ikke er blant verdiene i enum",
                     "x-sections names “{0}”, which is not in enum"},
            .help = {"skriv en verdi fra enum, eller \"*\" for alle de andre",
                     "write a value of enum, or \"*\" for all the others"},
        },
    [RULE_TERMS_TYPE] =
        {
            .id = "terms-type",
            .severity = SEVERITY_ERROR,
            .text = {"verdiene i dette feltet kan ikke være id-er",
                     "the values of this field cannot be ids"},
            .help = {"id-er er filnavn uten .md: bruk x-terms på tekst, eller på en liste av "
                     "tekster",
                     "ids are file names without .md: use x-terms on text, or on a list of texts"},
        },
    [RULE_NAME_TAKEN] =
        {
            .id = "name-taken",
            .severity = SEVERITY_ERROR,
            .text = {"navnet «{0}» er opptatt: programmet lager det av «{1}»",
                     "the name “{0}” is taken: the program makes it of “{1}”"},
            .help = {"gi feltet et annet navn", "give the field another name"},
        },
    [RULE_VOCABULARY_EMPTY] =
        {
            .id = "vocabulary-empty",
            .severity = SEVERITY_ERROR,
            .text = {"mappen {0} mangler eller har ingen .md-filer",
                     "the folder {0} is missing or has no .md files"},
            .help = {"lag en fil for hver verdi der, eller rett navnet i x-terms",
                     "write a file for each value there, or mend the name in x-terms"},
        },
    [RULE_VALUE_ADDRESS] =
        {
            .id = "value-address",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» kan ikke få en egen side: adressen «{1}» er tom eller allerede brukt",
                     "“{0}” cannot have a page: the address “{1}” is empty or taken"},
            .help = {"skriv navnet likt overalt", "write the name the same way everywhere"},
        },
    [RULE_UNKNOWN_TERM] =
        {
            .id = "unknown-term",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» finnes ikke i {1}", "“{0}” is not in {1}"},
            .help = {"id-ene er navnene på filene der, uten .md{2}",
                     "the ids are the names of the files there, without .md{2}"},
        },
    [RULE_UNKNOWN_KIND] =
        {
            .id = "unknown-kind",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke blant slagene som schema.yaml har for {1}",
                     "“{0}” is not among the kinds that schema.yaml has for {1}"},
            .help = {"skriv et av slagene i x-kinds{2}, eller legg det til der",
                     "write one of the kinds in x-kinds{2}, or add it there"},
        },
    [RULE_TERM_PROPOSED] =
        {
            .id = "term-proposed",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» er bare foreslått til «{1}», og får ingen egen side",
                     "“{0}” is only proposed for “{1}”, and gets no page of its own"},
            .help = {"står den allerede i listen, så skriv id-en i feltet «{1}»; hvis ikke, så lag "
                     "filen {3}.md med «samling new {2}», og skriv {3} i feltet. Ta så bort "
                     "forslaget",
                     "if it is in the list already, write its id in the field “{1}”; if not, make "
                     "the "
                     "file {3}.md with “samling new {2}”, and write {3} in the field. Then take "
                     "the proposal away"},
        },
    [RULE_UNKNOWN_ENTRY] =
        {
            .id = "unknown-entry",
            .severity = SEVERITY_ERROR,
            .text = {"ingen annen fil i {1} har id-en «{0}»",
                     "“{0}” is the id of nothing else in {1}"},
            .help = {"id-en er filnavnet uten .md; utkast regnes ikke med",
                     "the id is the file name without .md; drafts do not count"},
        },
    [RULE_DUPLICATE_SLUG] =
        {
            .id = "duplicate-slug",
            .severity = SEVERITY_ERROR,
            .text = {"filnavnet «{0}» er allerede brukt av {1}",
                     "the file name “{0}” is taken by {1}"},
            .help = {"gi en av filene et annet navn", "rename one of them"},
        },
    [RULE_DUPLICATE_TITLE] =
        {
            .id = "duplicate-title",
            .severity = SEVERITY_ERROR,
            .text = {"tittelen er den samme som i {0}", "the title is that of {0}"},
            .help = {"skriv en tittel som sier hva som skiller dem",
                     "write a title that tells them apart"},
        },
    [RULE_SUMMARY_IS_TITLE] =
        {
            .id = "summary-is-title",
            .severity = SEVERITY_ERROR,
            .text = {"sammendraget gjentar bare tittelen", "the summary only repeats the title"},
            .help = {"si i en setning eller to det som tittelen ikke sier",
                     "say in a sentence or two what the title does not"},
        },
    [RULE_MAIN_TERM_MISSING] =
        {
            .id = "main-term-missing",
            .severity = SEVERITY_ERROR,
            .text = {"feltet «{0}» har ingen verdi", "the field “{0}” has no value"},
            .help = {"skriv minst én, med den viktigste først",
                     "write at least one, the most important first"},
        },
    [RULE_UNUSED_TERM] =
        {
            .id = "unused-term",
            .severity = SEVERITY_ADVICE,
            .text = {"ingen fil i {1} bruker «{0}»", "“{0}” is used in no file in {1}"},
        },
    [RULE_LINK_BROKEN] =
        {
            .id = "link-broken",
            .severity = SEVERITY_ERROR,
            .text = {"lenken går til {0}, som ikke er en fil i samlingen",
                     "the link leads to {0}, which is no file of the collection"},
            .help = {"rett stien, eller ta bort lenken", "mend the path, or take the link away"},
        },
    [RULE_LINK_ROOTED] =
        {
            .id = "link-rooted",
            .severity = SEVERITY_ERROR,
            .text = {"adressen «{0}» begynner med «/», men skal gå fra mappen der filen ligger",
                     "the address “{0}” begins with “/”, but should go from the folder of the "
                     "file"},
            .help = {"skriv stien til filen, for eksempel «../mappe/fil.md»",
                     "write the path of the file, such as “../folder/file.md”"},
        },
    [RULE_LINK_PAGE] =
        {
            .id = "link-page",
            .severity = SEVERITY_ERROR,
            .text = {"lenken «{0}» sier hva siden heter, men skal si hvilken fil den er laget av",
                     "the link “{0}” names the page, but should name the file that it is made of"},
            .help = {"skriv stien til filen; siden får adressen sin av seg selv",
                     "write the path of the file; the address of its page is found from that"},
        },
    [RULE_LINK_FOLDER] =
        {
            .id = "link-folder",
            .severity = SEVERITY_ERROR,
            .text = {"lenken «{0}» går til en mappe, og ikke til en fil",
                     "the link “{0}” leads to a folder, not to a file"},
            .help = {"lenk til en fil, for eksempel den som siden om mappen blir laget av",
                     "link to a file, such as the one that the page about the folder is made of"},
        },
    [RULE_LINK_UNPUBLISHED] =
        {
            .id = "link-unpublished",
            .severity = SEVERITY_ERROR,
            .text = {"lenken går til {0}, som ikke blir en egen side",
                     "the link leads to {0}, which becomes no page"},
            .help = {"utkast, og vokabular uten x-browse, har ingen side å lenke til; ta bort "
                     "lenken",
                     "drafts, and vocabularies without x-browse, have no page to link to; take "
                     "the link away"},
        },
    [RULE_ANCHOR_BROKEN] =
        {
            .id = "anchor-broken",
            .severity = SEVERITY_ERROR,
            .text = {"{0} har ingen overskrift «#{1}»", "{0} has no heading “#{1}”"},
            .help = {"skriv overskriften med små bokstaver, bindestrek for mellomrom, og ae, o og "
                     "a for æ, ø og å",
                     "write the heading in lower case, with hyphens, and ae, o and a for æ, ø and "
                     "å"},
        },
    [RULE_IMAGE_MISSING] =
        {
            .id = "image-missing",
            .severity = SEVERITY_ERROR,
            .text = {"bildet finnes ikke: {0}", "the image is missing: {0}"},
            .help = {"rett stien, eller legg bildet der", "mend the path, or put the image there"},
        },
    [RULE_SYNONYM_EMPTY] =
        {
            .id = "synonym-empty",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» har ingen bokstaver eller tall å søke etter",
                     "“{0}” has no letters or digits to search for"},
            .help = {"skriv et ord, eller ta det bort", "write a word, or take it away"},
        },
    [RULE_SYNONYM_TWICE] =
        {
            .id = "synonym-twice",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» står i listen fra før, på linje {1}",
                     "“{0}” is in the list already, on line {1}"},
            .help = {"et ord kan bare stå i én gruppe, og søket skiller ikke mellom store og små "
                     "bokstaver, eller mellom å og a; slå gruppene sammen, eller ta ordet bort",
                     "a word can be in one group only, and the search sees no capitals, and å as "
                     "a; join the groups, or take the word away"},
        },
    [RULE_PATH_LINE] =
        {
            .id = "path-line",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke stien til en fil på nettstedet",
                     "“{0}” is not the path of a file of the site"},
            .help = {"listen har én sti på hver linje, som mappe/side.html; den skrives av "
                     "samling build --accept-paths",
                     "the list has one path a line, such as folder/page.html; it is written by "
                     "samling build --accept-paths"},
        },
    [RULE_PATH_DAY] =
        {
            .id = "path-day",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» etter «{1}» er ikke en dato", "“{0}” after “{1}” is not a date"},
            .help = {"etter stien står datoen den kom, som 2024-04-17 eller 2024-04, eller "
                     "ingenting",
                     "after the path stands the date on which it came, such as 2024-04-17 or "
                     "2024-04, or nothing"},
        },
    [RULE_NEWS_LINE] =
        {
            .id = "news-line",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke en dag, en side eller det som er sagt om den",
                     "“{0}” is not a day, a page, or what is said of it"},
            .help = {"skriv en dag (2024-04-17), under den en linje for hver side: «* "
                     "mappe/side.html» "
                     "eller «- mappe/side.html», og under den setningene, rykket inn",
                     "write a day (2024-04-17), below it a line for each page: “* "
                     "folder/page.html” "
                     "or “- folder/page.html”, and below that the sentences, indented"},
        },
    [RULE_EDITION_LINE] =
        {
            .id = "edition-line",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke en side eller noe den sa",
                     "“{0}” is not a page or what it said"},
            .help = {"hent filen slik den var; den skrives av samling build --accept-paths",
                     "get the file back as it was; it is written by samling build --accept-paths"},
        },
    [RULE_FORM_PAGE] =
        {
            .id = "form-page",
            .severity = SEVERITY_ERROR,
            .text = {"siden som skal ha skjemaet, finnes ikke: {0}",
                     "the page that is to have the form is missing: {0}"},
            .help = {"lag siden, eller ta bort «form» under x-entries",
                     "make the page, or take “form” away under x-entries"},
        },
    [RULE_SECURITY_EXPIRES] =
        {
            .id = "security-expires",
            .severity = SEVERITY_WARNING,
            .text = {"security.txt gjelder ikke lenger enn til {0}, og etter det skal ingen stole "
                     "på adressen i den",
                     "security.txt holds no longer than until {0}, and after that nobody should "
                     "trust the address in it"},
            .help = {"se om adressen stemmer, og skriv en ny dato, høyst ett år fram",
                     "see whether the address is right, and write a new date, at most a year "
                     "ahead"},
        },
};

void collection_tell(struct diags *diags, enum collection_rule rule, struct span span,
                     struct detail detail)
{
    diag_add(diags, &collection_rules[rule], span, detail);
}
