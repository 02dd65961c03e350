#include "parse/yaml_problems.h"

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"

/* The words of a problem, and what is put after them in both languages, if anything. */
struct explanation {
    const struct problem_words *words;
    struct str after_text;
};

struct problem {
    const char *libyaml; /* its message */
    struct problem_words words;
    bool at_start; /* see yaml_problem_is_at_start() */

    /* Explains it by the line and the column (in bytes, from 0). NULL: look_at_line() does. */
    const struct problem_words *(*look)(struct str line, size_t column);
};

#define QUOTE_IT "sett den i anførselstegn", "put it in quotation marks"
#define SINGLE_QUOTES \
    "bruk enkle anførselstegn når teksten inneholder \\", \
        "use single quotation marks when the text has a \\ in it"
#define WRONG_INDENT   "innrykket stemmer ikke", "the indentation does not match"
#define UNKNOWN_ESCAPE "ukjent tegn etter \\", "unknown character after \\"
#define BEGINS_TAG     "en verdi kan ikke begynne med !", "a value cannot begin with !"
#define COLON          "kolon midt i en verdi", "a colon in the middle of a value"

/*
 * libyaml means a colon in the middle of a value. But if it is the first colon on its
 * line, the line was meant as a field, and libyaml has read it as a part of the one above.
 */
static const struct problem_words *look_at_colon(struct str line, size_t column)
{
    static const struct problem_words continued = {
        {"linjen leses som en fortsettelse av den over",
         "the line is read as the continuation of the one above"},
        {"rett innrykket, eller sett kolon etter feltnavnet der",
         "mend the indentation, or put a colon after the name of the field there"}};
    static const struct problem_words curly = {
        {COLON},
        {"sett hele verdien i rette anførselstegn (\"), ikke “ ” eller « »",
         "put the whole value in straight quotation marks (\"), not “ ” or « »"}};
    static const struct problem_words inner = {
        {COLON}, {"sett hele verdien i anførselstegn", "put the whole value in quotation marks"}};
    struct str before = str_slice(line, 0, column);
    size_t colon = str_find(before, STR(": "));
    if (colon == SIZE_MAX)
        return &continued;
    struct str value = str_from(before, colon + 2);
    if (str_starts(value, STR("“")) || str_starts(value, STR("«")))
        return &curly;
    return &inner;
}

/*
 * The messages that people's mistakes lead to. All others are explained in general
 * terms, with libyaml's message after them.
 */
static const struct problem problems[] = {
    {.libyaml = "mapping values are not allowed in this context", .look = look_at_colon},
    {.libyaml = "did not find expected ',' or ']'",
     .words = {{"listen mangler et komma eller «]» til slutt",
                "the list lacks a comma or a final “]”"},
               {"skriv den slik: [a, b]", "write it like this: [a, b]"}},
     .at_start = true},
    {.libyaml = "did not find expected ',' or '}'",
     .words = {{"det mangler et komma eller «}» til slutt", "a comma or a final “}” is missing"},
               {"skriv det slik: { navn: verdi, navn: verdi }",
                "write it like this: { name: value, name: value }"}},
     .at_start = true},
    {.libyaml = "did not find expected key",
     .words = {{"innrykket stemmer ikke, eller et anførselstegn mangler",
                "the indentation does not match, or a quotation mark is missing"},
               {"begynn hvert felt i første kolonne, eller rett under det over",
                "begin each field in the first column, or right below the one above"}}},
    {.libyaml = "did not find expected '-' indicator",
     .words = {{WRONG_INDENT},
               {"begynn hvert punkt i listen med bindestrek og mellomrom i samme kolonne",
                "begin each item of the list with a hyphen and a space in the same column"}}},
    {.libyaml = "could not find expected ':'",
     .words = {{"det mangler kolon og mellomrom etter feltnavnet",
                "a colon and a space are missing after the name of the field"},
               {"skriv feltet slik: «navn: verdi»", "write the field like this: “name: value”"}},
     .at_start = true},
    {.libyaml = "found unexpected end of stream",
     .words = {{YAML_NEVER_CLOSED}, {YAML_SAME_QUOTE}},
     .at_start = true},
    {.libyaml = "found unexpected document indicator",
     .words = {{YAML_NEVER_CLOSED}, {YAML_SAME_QUOTE}},
     .at_start = true},
    {.libyaml = "found character that cannot start any token",
     .words = {{"en verdi kan ikke begynne med %, @, ` eller tabulator",
                "a value cannot begin with %, @, ` or a tab"},
               {"sett den i anførselstegn, og bruk mellomrom til innrykk",
                "put it in quotation marks, and indent with spaces"}}},
    {.libyaml = "did not find expected alphabetic or numeric character",
     .words = {{"en verdi kan ikke begynne med * eller &", "a value cannot begin with * or &"},
               {QUOTE_IT}},
     .at_start = true},
    {.libyaml = "found undefined tag handle",
     .words = {{BEGINS_TAG}, {QUOTE_IT}},
     .at_start = true},
    {.libyaml = "did not find the expected '>'",
     .words = {{BEGINS_TAG}, {QUOTE_IT}},
     .at_start = true},
    {.libyaml = "did not find expected node content",
     .words = {{"en verdi kan ikke begynne med komma, ] eller }",
                "a value cannot begin with a comma, ] or }"},
               {QUOTE_IT}}},
    {.libyaml = "mapping keys are not allowed in this context",
     .words = {{"en verdi kan ikke begynne med spørsmålstegn og mellomrom",
                "a value cannot begin with a question mark and a space"},
               {QUOTE_IT}}},
    {.libyaml = "did not find expected comment or line break",
     .words = {{"etter | eller > begynner teksten på neste linje",
                "after | or > the text begins on the next line"},
               {"sett verdien i anførselstegn hvis den skal begynne med et slikt tegn",
                "put the value in quotation marks if it is to begin with such a sign"}}},
    {.libyaml = "found unknown escape character", .words = {{UNKNOWN_ESCAPE}, {SINGLE_QUOTES}}},
    {.libyaml = "did not find expected hexdecimal number",
     .words = {{UNKNOWN_ESCAPE}, {SINGLE_QUOTES}}},
    {.libyaml = "block sequence entries are not allowed in this context",
     .words = {{"en liste kan ikke begynne her", "a list cannot begin here"},
               {"sett den på linjene under feltnavnet",
                "put it on the lines below the name of the field"}}},
    {.libyaml = "block collections are not allowed here",
     .words = {{WRONG_INDENT}, {YAML_NO_TABS}}},
    {.libyaml = "found a tab character that violates indentation",
     .words = {{YAML_IS_TAB}, {YAML_NO_TABS}}},
    {.libyaml = "found a tab character where an indentation space is expected",
     .words = {{YAML_IS_TAB}, {YAML_NO_TABS}}},
};

static const struct problem *known_problem(struct str libyaml)
{
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (str_eq(libyaml, str_of(problems[i].libyaml)))
            return &problems[i];
    return NULL;
}

bool yaml_problem_is_at_start(struct str problem)
{
    const struct problem *known = known_problem(problem);
    return known && known->at_start;
}

/* True at `lefse` in `summary: "Vi kaller det "lefse" her"`: for libyaml the value has ended. */
static bool is_after_quote(struct str line, size_t at)
{
    struct str before = str_trim(str_slice(line, 0, at));
    return before.len && at < line.len && str_ends(before, STR("\"")) &&
           str_find_byte(before, '"') < before.len - 1;
}

/* A tab, and quotation marks within others, give various messages: they are seen in the line. */
static const struct problem_words *look_at_line(const struct problem *known, struct str line,
                                                size_t column)
{
    static const struct problem_words tab = {{YAML_IS_TAB}, {YAML_NO_TABS}};
    static const struct problem_words quoted = {
        {"anførselstegn inne i en verdi som selv står i anførselstegn",
         "a quotation mark within a value that is itself in quotation marks"},
        {"bruk «…» inne i teksten, eller skriv \\\" i stedet for \" der",
         "use “…” within the text, or write \\\" in place of \" there"}};
    if (column < line.len && line.ptr[column] == '\t')
        return &tab;
    return is_after_quote(line, column) ? &quoted : &known->words;
}

static struct explanation explain_problem(struct arena *arena, const struct source *source,
                                          struct str problem, size_t at)
{
    static const struct problem_words unknown = {
        {"skrivemåten er feil", "the notation is wrong"},
        {"sett verdien i anførselstegn, eller se hvordan andre felt er skrevet",
         "put the value in quotation marks, or see how other fields are written"}};
    const struct problem *known = known_problem(problem);
    if (!known)
        return (struct explanation){.words = &unknown,
                                    .after_text = STR_JOIN(arena, STR(" ("), problem, STR(")"))};
    size_t number = source_place(source, at).line;
    struct str line = source_line(source, number);
    size_t column = at - source->lines[number - 1];
    return (struct explanation){.words = known->look ? known->look(line, column)
                                                     : look_at_line(known, line, column)};
}

struct detail yaml_problem_in_words(struct arena *arena, const struct problem_words *words,
                                    struct str after)
{
    struct detail detail = {0};
    static_assert(2 * DIAG_LANGUAGES <= sizeof detail.args / sizeof *detail.args,
                  "all have a place");
    for (size_t i = 0; i < DIAG_LANGUAGES; i++) {
        detail.args[i] = STR_JOIN(arena, str_of(words->text[i]), after);
        detail.args[DIAG_LANGUAGES + i] = str_of(words->help[i]);
    }
    return detail;
}

struct detail yaml_problem_detail(struct arena *arena, const struct source *source,
                                  struct str problem, size_t at)
{
    struct explanation explanation = explain_problem(arena, source, problem, at);
    return yaml_problem_in_words(arena, explanation.words, explanation.after_text);
}
