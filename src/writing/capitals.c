#include "writing/capitals.h"

#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/rules.h"
#include "writing/writing.h"

/*
 * The fewest letters that shout. The bounds were drawn between what public texts
 * have in capitals without shouting (EU NATO FN; NS-EN ISO 9001; COVID, README, SHA256SUMS)
 * and what people have been seen to shout; the rows of test_capitals() in
 * tests/unit/test_language.c lie on both sides of each.
 */
enum {
    SHOUT_OF_ONE = 8,     /* in one word */
    SHOUT_OF_EACH = 5,    /* in each of two words side by side */
    SHOUT_OF_WORDS = 10,  /* in three words or more together */
    HEADING_OF_ONE = 6,   /* in a heading of one word, which is seldom the name of a body */
    HEADING_OF_WORDS = 8, /* in a heading of more words, all in capitals */
};

/* Words in capitals with nothing but blanks between them. */
struct capital_run {
    size_t start, end;
    size_t words, letters, shortest, longest;
};

/* Whether what begins at `at` is quoted: a value of a field, what a button says. */
static bool is_quoted(struct str text, size_t at)
{
    static const struct str signs[] = {STR_INIT("«"),  STR_INIT("“"), STR_INIT("”"), STR_INIT("‘"),
                                       STR_INIT("\""), STR_INIT("'"), STR_INIT("[")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends(str_slice(text, 0, at), signs[i]))
            return true;
    return false;
}

/* Names of bodies and standards are short, and stand one, two or three together. */
static bool is_shouting(struct str text, const struct capital_run *run)
{
    if (run->words >= 3)
        return run->letters >= SHOUT_OF_WORDS;
    if (run->words == 2)
        return run->shortest >= SHOUT_OF_EACH;
    return run->longest >= SHOUT_OF_ONE && !is_quoted(text, run->start);
}

struct capital_word {
    size_t start, end, letters;
    bool capitals;
};

/*
 * Whether a word in capitals is a name that is written so: of a field (INNBYGGERPOST_DIGITAL),
 * of a licence or a standard (CC-BY-NC-SA-4), of a file, of the form of a date (DDMMYYYY),
 * or what frames a key (-----BEGIN).
 */
static bool is_name_in_capitals(struct str word)
{
    static const struct str files[] = {STR_INIT("CODEOWNERS"),   STR_INIT("CHANGELOG"),
                                       STR_INIT("CONTRIBUTING"), STR_INIT("MAINTAINERS"),
                                       STR_INIT("SHA256SUMS"),   STR_INIT("DOCKERFILE")};
    enum { PIECE_MAX = 5, DATE_MAX = 16 };
    size_t longest = 0, letters = 0;
    bool hyphen = false, date = word.len <= DATE_MAX;
    for (struct str rest = word; rest.len;) {
        uint32_t rune = utf8_next(&rest);
        if (rune == '_')
            return true;
        hyphen |= rune == '-';
        letters = norwegian_letter(rune) == LETTER_NONE ? 0 : letters + 1;
        longest = letters > longest ? letters : longest;
        date = date && (rune == 'D' || rune == 'M' || rune == 'Y' || rune == 0xC5 || rune == 'H' ||
                        rune == 'S' || rune == 'T');
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (str_eq(word, files[i]))
            return true;
    return date || (hyphen && longest <= PIECE_MAX) || str_find(word, STR("--")) != SIZE_MAX;
}

/* Returns the next word from `at`: letters, digits, hyphens and `_`; an empty one at the end. */
static struct capital_word word_from(struct str text, size_t at)
{
    struct capital_word word = {at, at, 0, true};
    bool begun = false, digit = false;
    for (struct str rest = str_from(text, at); rest.len;) {
        size_t before = text.len - rest.len;
        uint32_t rune = utf8_next(&rest);
        enum letter_kind letter = norwegian_letter(rune);
        bool number = rune >= '0' && rune <= '9';
        bool inside = letter != LETTER_NONE || number || rune == '-' || rune == '_';
        if (!inside && begun)
            break;
        if (!inside)
            continue;
        if (!begun)
            word.start = before;
        begun = true;
        digit |= number;
        word.end = text.len - rest.len;
        word.letters += letter != LETTER_NONE;
        word.capitals = word.capitals && (letter == LETTER_NONE || letter == LETTER_CAPITAL);
    }
    if (!begun)
        word.start = word.end = text.len;
    if (digit && word.letters)
        word.capitals = false; /* RFC7523, COVID19 */
    if (word.capitals && word.letters >= SHOUT_OF_EACH)
        word.capitals = !is_name_in_capitals(str_slice(text, word.start, word.end));
    return word;
}

static void extend(struct capital_run *run, const struct capital_word *word)
{
    if (run->words == 0)
        *run = (struct capital_run){.start = word->start, .shortest = word->letters};
    run->end = word->end;
    run->words++;
    run->letters += word->letters;
    run->shortest = word->letters < run->shortest ? word->letters : run->shortest;
    run->longest = word->letters > run->longest ? word->letters : run->longest;
}

/* Whether all words of a text are in capitals; *all is then the run of them. */
static bool is_all_capitals(struct str text, struct capital_run *all)
{
    *all = (struct capital_run){0};
    for (size_t at = 0; at < text.len;) {
        struct capital_word word = word_from(text, at);
        if (!word.capitals)
            return false;
        if (word.letters)
            extend(all, &word);
        at = word.end;
    }
    return true;
}

bool capitals_find(struct str text, bool heading, size_t *start, size_t *end)
{
    struct capital_run run = {0};
    *start = *end = 0;
    if (!words_have_capitals(text))
        return false;
    bool found = heading && is_all_capitals(text, &run) &&
                 run.letters >= (run.words >= 2 ? HEADING_OF_WORDS : HEADING_OF_ONE);
    if (!found)
        run.words = 0;
    /* A run ends at a word that is not in capitals, and where more than blanks come between. */
    for (size_t at = 0; !found && at < text.len;) {
        struct capital_word word = word_from(text, at);
        bool apart = str_trim(str_slice(text, at, word.start)).len > 0;
        if ((apart || !word.capitals || word.letters == 0) && run.words && is_shouting(text, &run))
            break;
        if (apart || !word.capitals)
            run.words = 0;
        if (word.capitals && word.letters)
            extend(&run, &word);
        at = word.end;
    }
    *start = run.start;
    *end = run.end;
    return run.words && (found || is_shouting(text, &run));
}

/* What is written in Markdown may be strong instead; fields are plain, and headings strong already.
 */
static void tell_capitals(struct str shouted, bool text, struct span span, struct diags *diags)
{
    struct detail detail = {.args = {words_quoted(&diags->arena, shouted)}};
    if (text) {
        detail.args[1] = STR(", eller i **fet skrift**");
        detail.args[2] = STR(", or be **strong**");
    }
    writing_tell(diags, WRITING_ALL_CAPS, span, detail);
}

static void check_block(const struct writing *writing, const struct prose_block *block,
                        struct diags *diags)
{
    size_t start, end;
    const struct prose *prose = writing->prose;
    struct str text = prose_block_text(prose, block);
    if (capitals_find(text, block->kind == PROSE_HEADING, &start, &end) &&
        !writing_is_told(writing, block->start + start))
        tell_capitals(str_slice(text, start, end), block->kind != PROSE_HEADING,
                      prose_span(prose, block->start + start, block->start + end), diags);
}

static void check_field(const struct value *fields, const struct writing_field *field,
                        struct diags *diags)
{
    size_t start, end;
    const struct value *value = value_get(fields, field->name);
    struct str text = value_str(value);
    if (capitals_find(text, field->heading, &start, &end))
        tell_capitals(str_slice(text, start, end), false, value->span, diags);
}

void capitals_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    for (size_t i = 0; i < WRITING_FIELDS; i++)
        check_field(writing->fields, &writing_fields[i], diags);
    for (size_t i = 0; i < prose->blocks.len; i++)
        if (!prose->blocks.items[i].quoted && prose->blocks.items[i].kind != PROSE_TABLE)
            check_block(writing, &prose->blocks.items[i], diags);
}
