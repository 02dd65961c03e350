#include "writing/writing.h"

#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/rules.h"

enum { LONG_SENTENCE = 30, LONG_PARAGRAPH = 6 };

static void report(struct diags *diags, enum language_rule rule, struct span span,
                   struct detail detail)
{
    diag_add(diags, &language_rules[rule], span, detail);
}

/* ---- capitals ---- */

/* Words in capitals with nothing but blanks between them. */
struct run {
    size_t start, end;
    size_t words, letters, shortest, longest;
};

/* Names of bodies and standards are short, and stand one, two or three together. */
static bool is_shouting(const struct run *run)
{
    if (run->words >= 3)
        return run->letters >= 10;
    if (run->words == 2)
        return run->shortest >= 5;
    return run->longest >= 8;
}

struct word {
    size_t start, end, letters;
    bool capitals;
};

/* The next word from `at`, of letters, digits and hyphens; empty at the end of the text. */
static struct word next_word(struct str text, size_t at)
{
    struct word word = {at, at, 0, true};
    bool begun = false;
    for (struct str rest = str_from(text, at); rest.len;) {
        size_t before = text.len - rest.len;
        uint32_t rune = utf8_next(&rest);
        enum letter_kind letter = norwegian_letter(rune);
        bool inside = letter != LETTER_NONE || (rune >= '0' && rune <= '9') || rune == '-';
        if (!inside && begun)
            break;
        if (!inside)
            continue;
        if (!begun)
            word.start = before;
        begun = true;
        word.end = text.len - rest.len;
        word.letters += letter != LETTER_NONE;
        word.capitals = word.capitals && (letter == LETTER_NONE || letter == LETTER_CAPITAL);
    }
    if (!begun)
        word.start = word.end = text.len;
    return word;
}

static void extend(struct run *run, const struct word *word)
{
    if (run->words == 0)
        *run = (struct run){.start = word->start, .shortest = word->letters};
    run->end = word->end;
    run->words++;
    run->letters += word->letters;
    run->shortest = word->letters < run->shortest ? word->letters : run->shortest;
    run->longest = word->letters > run->longest ? word->letters : run->longest;
}

static bool is_all_capitals(struct str text, struct run *all)
{
    *all = (struct run){0};
    for (size_t at = 0; at < text.len;) {
        struct word word = next_word(text, at);
        if (!word.capitals)
            return false;
        if (word.letters)
            extend(all, &word);
        at = word.end;
    }
    return true;
}

bool language_shouts(struct str text, bool heading, size_t *start, size_t *end)
{
    struct run run = {0};
    *start = *end = 0;
    if (!words_have_capitals(text))
        return false;
    bool found = heading && is_all_capitals(text, &run) &&
                 (run.words >= 2 ? run.letters >= 8 : run.letters >= 6);
    if (!found)
        run.words = 0;
    for (size_t at = 0; !found && at < text.len;) {
        struct word word = next_word(text, at);
        bool apart = str_trim(str_slice(text, at, word.start)).len > 0;
        if ((apart || !word.capitals || word.letters == 0) && run.words && is_shouting(&run))
            break;
        if (apart || !word.capitals)
            run.words = 0;
        if (word.capitals && word.letters)
            extend(&run, &word);
        at = word.end;
    }
    *start = run.start;
    *end = run.end;
    return run.words && (found || is_shouting(&run));
}

static void check_capitals(const struct prose *prose, const struct prose_block *block,
                           struct diags *diags)
{
    size_t start, end;
    struct str text = prose_block_text(prose, block);
    if (language_shouts(text, block->kind == PROSE_HEADING, &start, &end))
        report(diags, LANGUAGE_ALL_CAPS,
               prose_span(prose, block->start + start, block->start + end),
               (struct detail){.args = {words_quoted(&diags->arena, str_slice(text, start, end))}});
}

static void check_field_capitals(const struct document *document, struct diags *diags)
{
    static const struct str fields[] = {STR_INIT("title"), STR_INIT("name"), STR_INIT("summary")};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct value *value = value_get(document->fields, fields[i]);
        struct str text = value_str(value);
        size_t start, end;
        if (language_shouts(text, i < 2, &start, &end))
            report(diags, LANGUAGE_ALL_CAPS, value->span,
                   (struct detail){
                       .args = {words_quoted(&diags->arena, str_slice(text, start, end))}});
    }
}

/* ---- headings ---- */

static void check_heading(const struct writing *writing, const struct prose_block *block,
                          struct str title, struct diags *diags)
{
    struct str text = prose_block_text(writing->prose, block);
    if (title.len && text.len < 400 && str_eq(norwegian_words(writing->scratch, text), title))
        report(diags, LANGUAGE_HEADING_REPEATS_TITLE, block->span, NO_DETAIL);
}

/* ---- sentences ---- */

static struct str number(struct arena *arena, size_t count)
{
    return str_format(arena, "%zu", count);
}

static void report_sentence(const struct writing *writing, struct str sentence, size_t words,
                            size_t before, struct diags *diags)
{
    size_t start = (size_t)(sentence.ptr - writing->prose->text.ptr);
    report(diags, LANGUAGE_LONG_SENTENCES, prose_span(writing->prose, start, start + sentence.len),
           (struct detail){
               .args = {number(writing->scratch, words), number(writing->scratch, before)}});
}

/* One long sentence may be needed; two in a row are a habit. */
static void check_sentences(const struct writing *writing, const struct prose_block *block,
                            struct diags *diags)
{
    size_t count = 0, before = 0;
    struct str rest = prose_block_text(writing->prose, block), sentence;
    for (; words_sentence(&rest, writing->tongue, &sentence); count++) {
        size_t words = words_count(sentence);
        if (words > LONG_SENTENCE && before > LONG_SENTENCE)
            report_sentence(writing, sentence, words, before, diags);
        before = words;
    }
    if (count > LONG_PARAGRAPH)
        report(diags, LANGUAGE_LONG_PARAGRAPH, block->span,
               (struct detail){.args = {number(writing->scratch, count)}});
}

void language_check(const struct writing *writing, struct diags *diags)
{
    const struct document *document = writing->document;
    const struct prose *prose = writing->prose;
    struct str title = value_get_str(document->fields, STR("title"));
    if (!title.len)
        title = value_get_str(document->fields, STR("name"));
    title = norwegian_words(writing->scratch, title);
    check_field_capitals(document, diags);
    for (size_t i = 0; i < prose->blocks.len; i++) {
        const struct prose_block *block = &prose->blocks.items[i];
        if (!block->quoted)
            check_capitals(prose, block, diags);
        if (block->kind == PROSE_HEADING) {
            check_heading(writing, block, title, diags);
            continue;
        }
        if (writing->advice && !block->quoted && writing->tongue != TONGUE_OTHER)
            check_sentences(writing, block, diags);
    }
}
