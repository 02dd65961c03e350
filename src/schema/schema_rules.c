#include "schema/schema_rules.h"

const struct rule schema_rules[SCHEMA_RULES] = {
    [SCHEMA_RULE_UNKNOWN_KEY] =
        {
            .id = "unknown-key",
            .severity = SEVERITY_ERROR,
            .text = {"feltet «{0}» er ukjent", "the field “{0}” is unknown"},
            .help = {"feltene er: {1}", "the fields are: {1}"},
        },
    [SCHEMA_RULE_MISSING_KEY] =
        {
            .id = "missing-key",
            .severity = SEVERITY_ERROR,
            .text = {"feltet «{0}» mangler", "the field “{0}” is missing"},
            .help = {"legg til en linje med «{1}:» og verdien",
                     "add a line with “{1}:” and its value"},
        },
    [SCHEMA_RULE_MISSING_VALUE] =
        {
            .id = "missing-value",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» mangler verdi", "“{0}” has no value"},
            .help = {"skriv verdien, eller ta bort linjen hvis feltet ikke må være med",
                     "write the value, or remove the line if the field is not required"},
        },
    [SCHEMA_RULE_NOT_ALLOWED] =
        {
            .id = "not-allowed",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal ikke stå her", "“{0}” must not stand here"},
            .help = {"ta det bort", "remove it"},
        },
    [SCHEMA_RULE_NOT_TEXT] =
        {
            .id = "not-text",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være tekst", "“{0}” must be text"},
            .help = {"skriv teksten rett etter kolon; sett den i anførselstegn hvis den begynner "
                     "med [, { eller et annet spesialtegn",
                     "write the text right after the colon; put it in quotation marks if it begins "
                     "with [, { or another special character"},
        },
    [SCHEMA_RULE_NOT_INTEGER] =
        {
            .id = "not-integer",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være et heltall, men er «{1}»",
                     "“{0}” must be a whole number, but is “{1}”"},
            .help = {"skriv bare sifrene, uten anførselstegn, for eksempel {2}",
                     "write the digits only, without quotation marks, such as {2}"},
        },
    [SCHEMA_RULE_NOT_NUMBER] =
        {
            .id = "not-number",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være et tall, men er «{1}»",
                     "“{0}” must be a number, but is “{1}”"},
            .help =
                {"skriv bare tallet, uten anførselstegn og med punktum for komma, for eksempel 2.5",
                 "write the number only, without quotation marks, such as 2.5"},
        },
    [SCHEMA_RULE_NOT_BOOLEAN] =
        {
            .id = "not-boolean",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være true (ja) eller false (nei), men er «{1}»",
                     "“{0}” must be true or false, but is “{1}”"},
            .help = {"skriv bare ordet, uten anførselstegn",
                     "write the word only, without quotation marks"},
        },
    [SCHEMA_RULE_NOT_NULL] =
        {
            .id = "not-null",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal stå uten verdi, men er «{1}»",
                     "“{0}” must have no value, but is “{1}”"},
            .help = {"ta bort det som står etter kolon", "remove what stands after the colon"},
        },
    [SCHEMA_RULE_NOT_LIST] =
        {
            .id = "not-list",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være en liste", "“{0}” must be a list"},
            .help = {"skriv: {2}; eller én verdi på hver linje med bindestrek foran",
                     "write: {2}; or one value on each line after a hyphen"},
        },
    [SCHEMA_RULE_NOT_MAP] =
        {
            .id = "not-map",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal ha egne felt", "“{0}” must have fields of its own"},
            .help = {"skriv: {3}; eller ett felt på hver linje; feltene er: {2}",
                     "write: {3}; or one field on each line; the fields are: {2}"},
        },
    [SCHEMA_RULE_WRONG_TYPE] =
        {
            .id = "wrong-type",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er av feil type", "“{0}” is of the wrong type"},
            .help = {"skriv verdien på en av disse måtene: {1}",
                     "write the value in one of these ways: {1}"},
        },
    [SCHEMA_RULE_NOT_ALLOWED_VALUE] =
        {
            .id = "not-allowed-value",
            .severity = SEVERITY_ERROR,
            .text = {"«{1}» er ikke en gyldig verdi for «{0}»",
                     "“{1}” is not a valid value for “{0}”"},
            .help = {"velg en av disse: {2}", "choose one of these: {2}"},
        },
    [SCHEMA_RULE_TOO_SHORT] =
        {
            .id = "too-short",
            .severity = SEVERITY_ERROR,
            .text =
                {"«{0}» er for kort: teksten har {1} tegn, og skal ha minst {2}",
                 "“{0}” is too short: the number of characters is {1} and must be at least {2}"},
            .help = {"skriv litt mer", "write a little more"},
        },
    [SCHEMA_RULE_TOO_LONG] =
        {
            .id = "too-long",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er for lang: teksten har {1} tegn, og kan ha høyst {2}",
                     "“{0}” is too long: the number of characters is {1} and must be at most {2}"},
            .help = {"kort ned teksten", "shorten the text"},
        },
    [SCHEMA_RULE_PATTERN_MISMATCH] =
        {
            .id = "pattern-mismatch",
            .severity = SEVERITY_ERROR,
            .text = {"«{1}» er ikke skrevet slik «{0}» skal være",
                     "“{1}” has not the form that “{0}” must have"},
            .help = {"formen er: {2}", "the form is: {3}"},
        },
    [SCHEMA_RULE_PATTERN_TOO_SLOW] =
        {
            .id = "pattern-too-slow",
            .severity = SEVERITY_ERROR,
            .text = {"det tar for lang tid å kontrollere «{0}» mot mønsteret «{1}»{2}",
                     "whether “{0}” has the right form takes too long to find out with the "
                     "pattern “{1}”{2}"},
            .help = {"kort ned teksten, eller skriv et mønster i skjemaet som begynner med ^ og "
                     "ikke har gjentakelser inni hverandre",
                     "shorten the text, or give the schema a pattern that begins with ^ and has "
                     "no repeats within repeats"},
        },
    [SCHEMA_RULE_INTEGER_TOO_LONG] =
        {
            .id = "integer-too-long",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er et større tall enn det er plass til: {1}",
                     "“{0}” is a larger number than there is room for: {1}"},
            .help = {"skriv et heltall med høyst 18 sifre",
                     "write an integer of at most 18 digits"},
        },
    [SCHEMA_RULE_TOO_SMALL] =
        {
            .id = "too-small",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er {1}, men kan ikke være mindre enn {2}",
                     "“{0}” is {1}, but must not be less than {2}"},
            .help = {"tallet skal være: {3}", "the number must be: {3}"},
        },
    [SCHEMA_RULE_TOO_LARGE] =
        {
            .id = "too-large",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er {1}, men kan ikke være større enn {2}",
                     "“{0}” is {1}, but must not be greater than {2}"},
            .help = {"tallet skal være: {3}", "the number must be: {3}"},
        },
    [SCHEMA_RULE_TOO_FEW_ITEMS] =
        {
            .id = "too-few-items",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» har for få verdier i listen: {1}, og skal ha minst {2}",
                     "“{0}” has too few items: {1}, and must have at least {2}"},
        },
    [SCHEMA_RULE_TOO_MANY_ITEMS] =
        {
            .id = "too-many-items",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» har for mange verdier i listen: {1}, og kan ha høyst {2}",
                     "“{0}” has too many items: {1}, and must have at most {2}"},
        },
    [SCHEMA_RULE_DUPLICATE_ITEM] =
        {
            .id = "duplicate-item",
            .severity = SEVERITY_ERROR,
            .text = {"«{1}» står allerede i «{0}»", "“{1}” is in “{0}” already"},
            .help = {"hver verdi skal stå bare én gang; ta bort denne",
                     "each value must stand only once; remove this one"},
        },
    [SCHEMA_RULE_BAD_DATE] =
        {
            .id = "bad-date",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være en dato som finnes, men er «{1}»",
                     "“{0}” must be a date that exists, but is “{1}”"},
            .help = {"skriv den slik: {2}", "write it like this: {2}"},
        },
    [SCHEMA_RULE_DATE_FORM] =
        {
            .id = "date-form",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» er ikke skrevet som en dato: «{1}»",
                     "“{0}” is not written as a date: “{1}”"},
            .help = {"skriv den slik: {2}", "write it like this: {2}"},
        },
    [SCHEMA_RULE_BAD_URI] =
        {
            .id = "bad-uri",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være en full nettadresse, men er «{1}»",
                     "“{0}” must be a full address (URI), but is “{1}”"},
            .help = {"skriv den slik: https://www.eksempel.no/side; mellomrom og bokstaver utenom "
                     "a–z skrives med prosentkoder; kopier adressen fra nettleseren",
                     "write it like this: https://www.example.com/page; spaces and non-English "
                     "characters are percent-encoded; copy the address from the browser"},
        },
    [SCHEMA_RULE_BAD_EMAIL] =
        {
            .id = "bad-email",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» skal være en e-postadresse, men er «{1}»",
                     "“{0}” must be an e-mail address, but is “{1}”"},
            .help = {"skriv bare adressen, slik: post@eksempel.no",
                     "write the address only, like this: post@example.com"},
        },
    [SCHEMA_RULE_TEXT_CUT] =
        {
            .id = "text-cut",
            .severity = SEVERITY_WARNING,
            .text = {"« #» gjør resten av linjen til en kommentar, så «{0}» er bare «{1}»",
                     "“ #” makes the rest of the line a comment, so “{0}” is only “{1}”"},
            .help = {"sett hele teksten i anførselstegn; er det en kommentar, flytt den til en "
                     "egen linje",
                     "put the whole text in quotation marks; if it is a comment, move it to a line "
                     "of its own"},
        },
    [SCHEMA_RULE_PLACEHOLDER] =
        {
            .id = "placeholder",
            .severity = SEVERITY_ERROR,
            .text = {"dette er ikke fylt ut: {0}", "this is still to be filled in: {0}"},
            .help = {"skriv det i stedet for «[FYLL INN: …]»; har du ikke noe å skrive, så slett "
                     "avsnittet, og overskriften hvis den blir stående tom; et felt som ikke må "
                     "være med, kan slettes",
                     "write it instead of what stands in brackets; if there is nothing to say, "
                     "delete the "
                     "paragraph, and the heading if nothing is left under it; a field that is not "
                     "required can be deleted"},
        },

    [SCHEMA_RULE_UNKNOWN_KEYWORD] =
        {
            .id = "schema-unknown-keyword",
            .severity = SEVERITY_ERROR,
            .text = {"nøkkelordet «{0}» er ikke støttet i skjemaer",
                     "the keyword “{0}” is not supported in schemas"},
            .help = {"egne merker begynner med «x-»; nøkkelordene er: {1}",
                     "marks of your own begin with “x-”; the keywords are: {1}"},
        },
    [SCHEMA_RULE_BAD_KEYWORD] =
        {
            .id = "schema-bad-keyword",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» kan ikke ha denne verdien i et skjema",
                     "“{0}” cannot have this value in a schema"},
            .help = {"skriv for eksempel: {1}", "write for example: {1}"},
        },
    [SCHEMA_RULE_UNKNOWN_TYPE] =
        {
            .id = "schema-unknown-type",
            .severity = SEVERITY_ERROR,
            .text = {"typen «{0}» finnes ikke", "there is no type “{0}”"},
            .help = {"typene er: {1}", "the types are: {1}"},
        },
    [SCHEMA_RULE_UNKNOWN_FORMAT] =
        {
            .id = "schema-unknown-format",
            .severity = SEVERITY_ERROR,
            .text = {"formatet «{0}» er ikke støttet", "the format “{0}” is not supported"},
            .help = {"formatene er: {1}", "the formats are: {1}"},
        },
    [SCHEMA_RULE_UNKNOWN_REQUIRED] =
        {
            .id = "schema-unknown-required",
            .severity = SEVERITY_ERROR,
            .text = {"«{0}» må være med, men er ikke blant feltene, og andre felt er ikke tillatt",
                     "“{0}” is required but no property, and others are not allowed"},
            .help = {"feltene er: {1}", "the properties are: {1}"},
        },
    [SCHEMA_RULE_BAD_PATTERN] =
        {
            .id = "schema-bad-pattern",
            .severity = SEVERITY_ERROR,
            .text = {"mønsteret «{0}» er ikke gyldig: {1}", "the pattern “{0}” is not valid: {1}"},
            .help = {"mønstre er regulære uttrykk slik JavaScript har dem, for eksempel ^[a-z]+$",
                     "patterns are regular expressions as in JavaScript, such as ^[a-z]+$"},
        },
    [SCHEMA_RULE_BAD_SCHEMA] =
        {
            .id = "schema-bad-schema",
            .severity = SEVERITY_ERROR,
            .text = {"et skjema er nøkkelord med verdier, true eller false",
                     "a schema is keywords with values, true or false"},
            .help = {"skriv for eksempel: { type: string }", "write for example: { type: string }"},
        },
};

void schema_tell(struct diags *diags, enum schema_rule rule, struct span span, struct detail detail)
{
    diag_add(diags, &schema_rules[rule], span, detail);
}
