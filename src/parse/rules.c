#include "parse/rules.h"

const struct rule parse_rules[PARSE_RULES] = {
    [RULE_FILE_TOO_LARGE] =
        {
            .id = "file-too-large",
            .severity = SEVERITY_ERROR,
            .text = {"filen er større enn {0}", "the file is larger than {0}"},
            .help = {"gjør den mindre: del den i flere, eller ta ut det som ikke hører hjemme her",
                     "make it smaller: split it, or take out what does not belong here"},
        },
    [RULE_NOT_A_FILE] =
        {
            .id = "not-a-file",
            .severity = SEVERITY_ERROR,
            .text = {"dette er ikke en vanlig fil som kan leses",
                     "this is not an ordinary file that can be read"},
            .help = {"snarveier og lenker i filsystemet leses ikke; legg selve filen her, og gi "
                     "deg selv "
                     "lov til å lese den",
                     "links in the file system are not followed; put the file itself here, and "
                     "let yourself read it"},
        },
    [RULE_NOT_UTF8] =
        {
            .id = "not-utf8",
            .severity = SEVERITY_ERROR,
            .text = {"filen er ikke lagret som UTF-8; {1}", "the file is not UTF-8; {2}"},
            .help = {"lagre filen på nytt med tegnkodingen UTF-8; den står i vinduet «Lagre som»",
                     "save the file again as UTF-8"},
        },
    [RULE_CONTROL_CHARACTER] =
        {
            .id = "control-character",
            .severity = SEVERITY_ERROR,
            .text = {"usynlig styretegn {0}", "invisible control character {0}"},
            .help = {"slett tegnet; det kommer ofte med når tekst limes inn",
                     "delete it; it often comes with pasted text"},
        },
    [RULE_HIDDEN_CHARACTER] =
        {
            .id = "hidden-character",
            .severity = SEVERITY_ERROR,
            .text = {"usynlig tegn {0}, som kan få teksten til å se annerledes ut enn den er",
                     "invisible character {0}, which can make the text look other than it is"},
            .help = {"slett tegnet", "delete the character"},
        },
    [RULE_TOO_MANY_MARKS] =
        {
            .id = "too-many-marks",
            .severity = SEVERITY_ERROR,
            .text = {"mer enn {0} aksenter eller andre merker på rad",
                     "more than {0} accents or other marks in a row"},
            .help = {"slett merkene; ingen bokstav trenger så mange",
                     "delete them; no letter needs so many"},
        },
    [RULE_LOST_CHARACTER] =
        {
            .id = "lost-character",
            .severity = SEVERITY_ERROR,
            .text = {"her er et tegn gått tapt: det står {0} i stedet",
                     "a character has been lost here: {0} stands in its place"},
            .help = {"skriv tegnet som skulle stått her; se etter i teksten du kopierte fra",
                     "write the character that was due; look in the text that you copied from"},
        },
    [RULE_GARBLED_TEXT] =
        {
            .id = "garbled-text",
            .severity = SEVERITY_WARNING,
            .text = {"bokstavene i «{0}» er blitt ødelagt av feil tegnkoding",
                     "the letters of “{0}” have been garbled by a wrong encoding"},
            .help = {"er det slik mange steder, hent teksten på nytt med tegnkodingen UTF-8",
                     "if there are many of these, fetch the text again with the encoding UTF-8"},
        },
    [RULE_FRONT_MATTER_MISSING] =
        {
            .id = "front-matter-missing",
            .severity = SEVERITY_ERROR,
            .text = {"filen mangler felt øverst", "the file has no front matter"},
            .help = {"begynn filen med en linje «---», så feltene, og så en ny linje «---»",
                     "begin with a line “---”, then the fields, then another line “---”"},
        },
    [RULE_FRONT_MATTER_LATE] =
        {
            .id = "front-matter-late",
            .severity = SEVERITY_ERROR,
            .text = {"filen begynner med en tom linje, og ikke med «---»",
                     "the file begins with an empty line, not with “---”"},
            .help = {"slett den tomme linjen øverst", "delete the empty line at the top"},
        },
    [RULE_FRONT_MATTER_FENCE] =
        {
            .id = "front-matter-fence",
            .severity = SEVERITY_ERROR,
            .text = {"denne linjen skulle vært «---»", "this line should be “---”"},
            .help = {"skriv tre bindestreker og ikke noe mer; noen programmer gjør dem om til "
                     "tankestrek",
                     "write three hyphens and nothing else; some programs turn them into a dash"},
        },
    [RULE_FRONT_MATTER_OPEN] =
        {
            .id = "front-matter-open",
            .severity = SEVERITY_ERROR,
            .text = {"feltene øverst mangler avslutning", "the front matter never ends"},
            .help = {"sett en linje med bare «---» etter det siste feltet",
                     "put a line “---” after the last field"},
        },
    [RULE_FRONT_MATTER_SPLIT] =
        {
            .id = "front-matter-split",
            .severity = SEVERITY_ERROR,
            .text = {"denne linjen deler feltene i to", "this line splits the front matter"},
            .help = {"slett linjen; bare den etter det siste feltet skal stå; resten blir "
                     "kontrollert når dette er rettet",
                     "delete the line, and keep only the one after the last field; the rest is "
                     "checked once this is mended"},
        },
    [RULE_FRONT_MATTER_SECOND] =
        {
            .id = "front-matter-second",
            .severity = SEVERITY_WARNING,
            .text = {"her står et sett med felt til, som blir vist som vanlig tekst",
                     "here is a second front matter, which is shown as plain text"},
            .help = {"flytt feltene opp til de andre, eller slett dem",
                     "move the fields up to the others, or delete them"},
        },
    [RULE_FRONT_MATTER_OTHER] =
        {
            .id = "front-matter-other",
            .severity = SEVERITY_ERROR,
            .text = {"feltene øverst er skrevet som {0}, og det leses ikke her",
                     "the front matter is {0}, which is not read here"},
            .help = {"skriv dem som YAML: en linje «---», ett felt på hver linje på formen "
                     "«navn: verdi», og en ny linje «---»",
                     "write it as YAML: a line “---”, a field “name: value” on each line, and "
                     "another line “---”"},
        },
    [RULE_FRONT_MATTER_TOO_LARGE] =
        {
            .id = "front-matter-too-large",
            .severity = SEVERITY_ERROR,
            .text = {"feltene øverst er større enn {0}", "the front matter is larger than {0}"},
            .help = {"flytt lang tekst ned under feltene", "move long text below the fields"},
        },
    [RULE_BODY_TOO_LARGE] =
        {
            .id = "body-too-large",
            .severity = SEVERITY_ERROR,
            .text = {"brødteksten er større enn {0}", "the body is larger than {0}"},
            .help = {"kort ned teksten, eller lenk til resten", "shorten it, or link to the rest"},
        },
    [RULE_BODY_TOO_DEEP] =
        {
            .id = "body-too-deep",
            .severity = SEVERITY_ERROR,
            .text = {"lister og sitater ligger for dypt inni hverandre: mer enn {0} nivåer",
                     "lists and quotes are nested too deeply: more than {0} levels"},
            .help = {"bruk færre nivåer, eller del teksten", "use fewer levels"},
        },
    [RULE_BODY_TOO_MANY_BRACKETS] =
        {
            .id = "body-too-many-brackets",
            .severity = SEVERITY_ERROR,
            .text = {"mer enn {0} tegn «[» i ett og samme avsnitt",
                     "more than {0} “[” in one paragraph"},
            .help = {"del avsnittet", "split the paragraph"},
        },
    [RULE_YAML_SYNTAX] =
        {
            .id = "yaml-syntax",
            .severity = SEVERITY_ERROR,
            .text = {"feltene kan ikke leses: {0}", "cannot read the fields: {1}"},
            .help = {"{2}; resten av feltene blir kontrollert når dette er rettet",
                     "{3}; the other fields are checked once this is mended"},
        },
    [RULE_YAML_TOO_DEEP] =
        {
            .id = "yaml-too-deep",
            .severity = SEVERITY_ERROR,
            .text = {"lister og felt ligger for dypt inni hverandre: mer enn {0} nivåer",
                     "nested too deeply: more than {0} levels"},
            .help = {"bruk færre nivåer", "use fewer levels"},
        },
    [RULE_YAML_NOT_FIELDS] =
        {
            .id = "yaml-not-fields",
            .severity = SEVERITY_ERROR,
            .text = {"her skal det stå felt på formen «navn: verdi»",
                     "fields of the form “name: value” are due here"},
        },
    [RULE_YAML_KEY] =
        {
            .id = "yaml-key",
            .severity = SEVERITY_ERROR,
            .text = {"et feltnavn må være ett ord eller én tekst",
                     "a field name must be one word or text"},
            .help = {"skriv navnet, kolon og mellomrom foran verdien",
                     "write the name, a colon and a blank before the value"},
        },
    [RULE_YAML_DUPLICATE_KEY] =
        {
            .id = "yaml-duplicate-key",
            .severity = SEVERITY_ERROR,
            .text = {"feltet «{0}» står to ganger", "the field “{0}” stands twice"},
            .help = {"behold ett av dem; det første står på linje {1}",
                     "keep one of them; the first is on line {1}"},
        },
    [RULE_YAML_ANCHOR] =
        {
            .id = "yaml-anchor",
            .severity = SEVERITY_ERROR,
            .text = {"ankere og aliaser (& og *) brukes ikke her",
                     "anchors and aliases (& and *) are not used here"},
            .help = {"skriv verdien helt ut, og sett den i anførselstegn hvis den skal begynne med "
                     "& eller *",
                     "write the value out, in quotes if it is to begin with & or *"},
        },
    [RULE_YAML_TAG] =
        {
            .id = "yaml-tag",
            .severity = SEVERITY_ERROR,
            .text = {"typemerker (!) brukes ikke her", "tags (!) are not used here"},
            .help = {"sett verdien i anførselstegn hvis den skal begynne med «!»",
                     "quote the value if it is to begin with “!”"},
        },
    [RULE_YAML_MERGE] =
        {
            .id = "yaml-merge",
            .severity = SEVERITY_ERROR,
            .text = {"flettenøkkelen «<<» brukes ikke her", "the merge key “<<” is not used here"},
            .help = {"skriv feltene helt ut", "write the fields out"},
        },
    [RULE_YAML_DIRECTIVE] =
        {
            .id = "yaml-directive",
            .severity = SEVERITY_ERROR,
            .text = {"direktiver (linjer som begynner med %) brukes ikke her",
                     "directives (%) are not used here"},
            .help = {"slett linjen", "delete the line"},
        },
    [RULE_YAML_SECOND_DOCUMENT] =
        {
            .id = "yaml-second-document",
            .severity = SEVERITY_ERROR,
            .text = {"det står et dokument til etter det første", "there is a second document"},
            .help = {"ha bare ett sett med felt i filen", "keep one set of fields in the file"},
        },
    [RULE_HEADING_LEVEL_ONE] =
        {
            .id = "heading-level-one",
            .severity = SEVERITY_ERROR,
            .text = {"overskrift på nivå 1 i brødteksten", "level 1 heading in the body"},
            .help = {"tittelen er nivå 1; begynn med to nummertegn: «## {0}», eller slett "
                     "overskriften hvis den gjentar tittelen",
                     "the title is level 1; begin with “## {0}”, or delete the heading if it "
                     "repeats the title"},
        },
    [RULE_HEADING_SKIPPED] =
        {
            .id = "heading-skipped",
            .severity = SEVERITY_ERROR,
            .text = {"overskriften hopper fra nivå {0} til nivå {1}",
                     "the heading skips from level {0} to {1}"},
            .help = {"bruk {2} foran overskriften", "use {2} before the heading"},
        },
    [RULE_HEADING_EMPTY] =
        {
            .id = "heading-empty",
            .severity = SEVERITY_ERROR,
            .text = {"overskriften mangler tekst", "the heading has no text"},
            .help = {"skriv en overskrift, eller slett nummertegnene",
                     "write one, or delete the number signs"},
        },
    [RULE_HEADING_BY_ACCIDENT] =
        {
            .id = "heading-by-accident",
            .severity = SEVERITY_WARNING,
            .text = {"linjen «{0}» gjør teksten over til en overskrift",
                     "the line “{0}” makes the text above it a heading"},
            .help = {"slett den, eller sett en tom linje foran den hvis den skal være en "
                     "skillelinje; er teksten en overskrift, så skriv «## {1}»",
                     "delete it, or put an empty line before it if it is to be a line between "
                     "paragraphs; if the text is a heading, write “## {1}”"},
        },
    [RULE_LINK_SCHEME] =
        {
            .id = "link-scheme",
            .severity = SEVERITY_ERROR,
            .text = {"lenken «{0}» har en adressetype som ikke er tillatt",
                     "the link “{0}” has a scheme that is not allowed"},
            .help = {"lenker kan begynne med https://, http:// eller mailto:, eller gå til en "
                     "Markdown-fil i samlingen",
                     "links may begin with https://, http:// or mailto:, or name a Markdown file"},
        },
    [RULE_LINK_NOT_MARKDOWN] =
        {
            .id = "link-not-markdown",
            .severity = SEVERITY_ERROR,
            .text = {"lenken «{0}» går ikke til en tekst, et bilde eller et dokument i samlingen",
                     "the link “{0}” names no text, picture or document of the collection"},
            .help = {"lenk til filen, for eksempel «../mappe/fil.md»; siden får adressen sin av "
                     "seg selv",
                     "link to the file, such as “../folder/file.md”; its page is found from that"},
        },
    [RULE_LINK_OUTSIDE] =
        {
            .id = "link-outside",
            .severity = SEVERITY_ERROR,
            .text = {"lenken «{0}» går ut av samlingen", "the link “{0}” leaves the collection"},
            .help = {"lenk til en fil inne i mappen content", "link to a file inside content"},
        },
    [RULE_LINK_BACKSLASH] =
        {
            .id = "link-backslash",
            .severity = SEVERITY_ERROR,
            .text = {"stien «{0}» er skrevet med «\\»", "the path “{0}” is written with “\\”"},
            .help = {"bruk «/» mellom mapper og filer: ../mappe/fil.md",
                     "use “/” between folders and files: ../folder/file.md"},
        },
    [RULE_LINK_OWN_DISK] =
        {
            .id = "link-own-disk",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» ligger på maskinen din, og ikke i samlingen",
                     "“{0}” lies on your own machine, not in the collection"},
            .help = {"legg filen i samlingen, og skriv stien fra denne filen: ../mappe/fil.md",
                     "put the file into the collection, and write its path from this one: "
                     "../folder/file.md"},
        },
    [RULE_LINK_WITHOUT_SCHEME] =
        {
            .id = "link-without-scheme",
            .severity = SEVERITY_ERROR,
            .text = {"adressen «{0}» mangler begynnelsen, som https:// eller mailto:",
                     "the address “{0}” lacks its beginning, such as https:// or mailto:"},
            .help = {"skriv hele adressen, slik den står i adressefeltet i nettleseren",
                     "write all of it, as the address field of the browser has it"},
        },
    [RULE_LINK_MISTYPED] =
        {
            .id = "link-mistyped",
            .severity = SEVERITY_ERROR,
            .text = {"begynnelsen av adressen «{0}» er skrevet feil",
                     "the beginning of the address “{0}” is mistyped"},
            .help = {"skriv https:// eller mailto: med kolon og skråstreker som her, og resten "
                     "rett "
                     "etter",
                     "write https:// or mailto: with colon and slashes as here, and the rest right "
                     "after"},
        },
    [RULE_LINK_BLANK] =
        {
            .id = "link-blank",
            .severity = SEVERITY_ERROR,
            .text = {"adressen «{0}» har et hardt mellomrom først eller sist",
                     "the address “{0}” begins or ends with a hard space"},
            .help = {"slett det; det kommer ofte med når en adresse limes inn",
                     "delete it; it often comes with an address that is pasted"},
        },
    [RULE_LINK_EMPTY] =
        {
            .id = "link-empty",
            .severity = SEVERITY_ERROR,
            .text = {"lenken har ingen tekst", "the link has no text"},
            .help = {"skriv hva lenken går til, mellom hakeparentesene",
                     "write what it leads to between the brackets"},
        },
    [RULE_LINK_NO_ADDRESS] =
        {
            .id = "link-no-address",
            .severity = SEVERITY_ERROR,
            .text = {"lenken mangler adresse", "the link has no address"},
            .help = {"skriv hele adressen; i en tekst står den mellom parentesene: "
                     "[teksten](https://…)",
                     "write the whole address; in a text it stands between the parentheses: "
                     "[the text](https://…)"},
        },
    [RULE_IMAGE_ALT] =
        {
            .id = "image-alt",
            .severity = SEVERITY_ERROR,
            .text = {"bildet mangler tekstalternativ", "the image has no text alternative"},
            .help = {"skriv hva bildet viser, mellom hakeparentesene: ![…](…)",
                     "write what it shows between the brackets: ![…](…)"},
        },
    [RULE_IMAGE_REMOTE] =
        {
            .id = "image-remote",
            .severity = SEVERITY_ERROR,
            .text = {"bildet «{0}» hentes fra et annet nettsted eller har et format som ikke "
                     "brukes her",
                     "the image “{0}” is loaded from elsewhere or has a format not used here"},
            .help = {"legg bildet som .png, .jpg, .webp, .gif eller .svg ved siden av teksten og "
                     "skriv filnavnet",
                     "put it as .png, .jpg, .webp, .gif or .svg beside the text and write its file "
                     "name"},
        },
    [RULE_RAW_HTML] =
        {
            .id = "raw-html",
            .severity = SEVERITY_ERROR,
            .text = {"HTML-koden «{0}» blir ikke med på siden",
                     "the HTML “{0}” will not be on the page"},
            .help = {"{1}", "{2}"},
        },
    [RULE_COMMENT_SHOWN] =
        {
            .id = "comment-shown",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» blir ikke en merknad her, så ordene ville ha stått på siden",
                     "“{0}” makes no comment here, so its words would be on the page"},
            .help = {"sett merknaden på egne linjer uten innrykk, med «<!--» først og «-->» sist; "
                     "inne i en "
                     "setning kan den ikke ha «--» eller tomme linjer i seg. Skal tegnene vises, "
                     "så skriv dem som kode",
                     "put it on lines of its own, not indented, with “<!--” first and “-->” last; "
                     "within a "
                     "sentence it may not hold “--” or empty lines. To show the characters, "
                     "write them as code"},
        },
    [RULE_COMMENT_OPEN] =
        {
            .id = "comment-open",
            .severity = SEVERITY_ERROR,
            .text = {"merknaden som begynner her, mangler avslutning og skjuler teksten under den",
                     "the comment that begins here never ends, and hides the text below it"},
            .help = {"skriv «-->» der den skal slutte; noen programmer gjør «--» til en tankestrek",
                     "write “-->” where it is to end; some programs turn “--” into a dash"},
        },
    [RULE_COMMENT_WITHIN] =
        {
            .id = "comment-within",
            .severity = SEVERITY_ERROR,
            .text = {"her begynner en merknad inne i den som begynner på linje {0}",
                     "a comment begins here within the one that begins on line {0}"},
            .help = {"skriv «-->» der den første slutter; en merknad kan ikke ha en annen i seg",
                     "write “-->” where the first one ends; no comment can hold another"},
        },
    [RULE_COMMENT_TEXT] =
        {
            .id = "comment-text",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» står etter en merknad på samme linje, og blir ikke med på siden",
                     "“{0}” comes after a comment on its line, and will not be on the page"},
            .help = {"flytt det til en linje for seg", "move it to a line of its own"},
        },
    [RULE_COMMENT_END] =
        {
            .id = "comment-end",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» avslutter ingen merknad, så ordene foran ville ha stått på siden",
                     "“{0}” ends no comment, so the words before it would be on the page"},
            .help = {"en merknad slutter ved den første «-->», og kan ikke ha en annen merknad i "
                     "seg. Er det en pil, så skriv «→»",
                     "a comment ends at the first “-->”, and cannot hold another comment. If it "
                     "is an arrow, write “→”"},
        },
    [RULE_COMMENT_ARROW] =
        {
            .id = "comment-arrow",
            .severity = SEVERITY_WARNING,
            .text = {"«{0}» avslutter ingen merknad, og blir vist slik det står",
                     "“{0}” ends no comment, and is shown as it is"},
            .help = {"er det en pil, så skriv «→»; er det slutten på en merknad, så må den begynne "
                     "med «<!--»",
                     "if it is an arrow, write “→”; if it ends a comment, that must begin with "
                     "“<!--”"},
        },
    [RULE_COMMENT_FOREIGN] =
        {
            .id = "comment-foreign",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» begynner en merknad i andre programmer, men her ville ordene ha stått "
                     "på siden",
                     "“{0}” begins a comment in other programs, but here its words would be on "
                     "the page"},
            .help = {"skriv «<!-- … -->»; skal tegnene vises, så skriv dem som kode",
                     "write “<!-- … -->”; to show the characters, write them as code"},
        },
    [RULE_COMMENT_FIELD] =
        {
            .id = "comment-field",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» blir ikke en merknad i et felt, så ordene ville ha vært en del av "
                     "verdien",
                     "“{0}” makes no comment in a field, so its words would be part of the value"},
            .help = {"slett den, eller skriv merknaden på en egen linje som begynner med «#»",
                     "delete it, or write the comment on a line of its own that begins with “#”"},
        },
};
