#include "writing/numbers.h"

#include <stdint.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/language.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "writing/parts.h"
#include "writing/rules.h"
#include "writing/words.h"
#include "writing/writing.h"

/* No list has items beyond this one: what is larger is a year, a sum, a date in digits. */
enum { ITEM_MAX = 999 };

/* What is known of a list when its items are looked at, one after another. */
struct number_list {
    size_t column, content; /* where the sign and the text of its last item in place stand */
    size_t written;         /* the number of the last item, in the file */
    int64_t offset, step;   /* by how much the page's number was larger; from the one before */
    bool indented;          /* an item of it is indented too little: told */
    bool plain;             /* all its items so far have the same number, 0 or 1 */
    bool texts;             /* an item in its place is no expression: it is a list indeed */
};

struct numbers {
    const struct writing *writing;
    struct diags *diags;
    struct number_list *lists;  /* by number */
    bool counted[ITEM_MAX + 1]; /* the numbers that items before have */
};

/* ---- what stands there ---- */

/* No word that matters is longer than WORD_MAX bytes. */
static struct str first_word(struct str text)
{
    enum { WORD_MAX = 40 };
    size_t len = 0;
    for (struct str rest = text; rest.len && len < WORD_MAX; len = text.len - rest.len)
        if (norwegian_letter(utf8_next(&rest)) == LETTER_NONE)
            break;
    return str_slice(text, 0, len);
}

static size_t written_number(const struct prose *prose, const struct prose_part *part)
{
    struct str sign = part_sign(prose, part);
    size_t number = 0; /* cmark takes at most nine digits */
    for (size_t i = 0; i < sign.len && ascii_is_digit(sign.ptr[i]); i++)
        number = number * 10 + (size_t)(sign.ptr[i] - '0');
    return number;
}

/* Where the text of an item stands, which what belongs to it must be indented to. */
static size_t content_of(const struct prose *prose, const struct prose_part *part)
{
    enum { BLANKS_MAX = 4 };
    struct str rest = str_from(prose->source->text, part->span.end);
    size_t blanks = 0;
    while (blanks < rest.len && rest.ptr[blanks] == ' ')
        blanks++;
    if (blanks == 0 || blanks > BLANKS_MAX)
        blanks = 1;
    return part->column + (part->span.end - part->span.start) + blanks;
}

/* How many digits a text begins with. */
static size_t leading_digits(struct str text)
{
    size_t digits = 0;
    while (digits < text.len && ascii_is_digit(text.ptr[digits]))
        digits++;
    return digits;
}

/*
 * Whether a number is the day of a date in figures, «1. 3. 2024»: the month then makes a list of
 * its own within it, and the year is what is left of the text.
 */
static bool is_day(const struct prose *prose, const struct prose_part *part)
{
    const struct prose_part *next = part + 1;
    if (next == prose->parts.items + prose->parts.len || part->sign != PROSE_NUMBER ||
        next->sign != PROSE_NUMBER || !next->leads || next->items > 1)
        return false;
    size_t day = written_number(prose, part), month = written_number(prose, next);
    bool year = leading_digits(part_text(prose, next)) == 4;
    return day <= 31 && month <= 12 && (year || day > 12);
}

/*
 * Returns the front of a text whose number is the first of two, «1. og 2. mai», «1. – 5. mai»: a
 * dash or a short word in small letters, and the other number; or the absent str.
 */
static struct str other_number(const struct prose *prose, const struct prose_part *part)
{
    enum { BETWEEN_MAX = 6 }; /* bytes */
    struct str text = part_text(prose, part), between, rest = text;
    str_cut(&rest, ' ', &between);
    struct str letter = between;
    bool joins = between.len > 0 && between.len <= BETWEEN_MAX &&
                 (norwegian_letter(utf8_next(&letter)) == LETTER_SMALL ||
                  str_eq(between, STR("-")) || str_eq(between, STR("–")));
    size_t digits = joins ? leading_digits(rest) : 0, len = between.len + 1 + digits + 1;
    bool other = digits > 0 && digits <= 2 && str_starts(str_from(rest, digits), STR(". "));
    return other ? str_slice(text, 0, len) : (struct str){0};
}

/* Returns what a number stands before: a word, the other number, or the rest of the date. */
static struct str word_after(const struct prose *prose, const struct prose_part *part)
{
    struct str other = other_number(prose, part);
    if (other.len)
        return other;
    if (!is_day(prose, part))
        return first_word(part_text(prose, part));
    struct str rest = str_from(prose->source->text, part->span.end);
    size_t month = part[1].span.end - part->span.end, end = month;
    while (end < rest.len && rest.ptr[end] == ' ')
        end++;
    size_t year = leading_digits(str_from(rest, end));
    return str_trim(str_slice(rest, 0, year ? end + year : month));
}

/* The number with its full stop or bracket as plain text: `15\.`, and the word after it. */
static struct str as_text(const struct numbers *numbers, const struct prose_part *part)
{
    const struct prose *prose = numbers->writing->prose;
    struct str sign = part_sign(prose, part), word = word_after(prose, part);
    /* In a list of dates each must stay an item, or they would run together. */
    bool listed = part->items > 1 && part->tight;
    return STR_JOIN(&numbers->diags->arena, listed ? STR("- ") : STR(""),
                    str_slice(sign, 0, sign.len - 1), STR("\\"), str_from(sign, sign.len - 1),
                    word.len ? STR(" ") : STR(""), word);
}

/* ---- numbers that are part of the text ---- */

/* «mars», «aug.» with a full stop. */
static bool is_month(struct str word, struct str after)
{
    enum { SHORT_MAX = 4 };
    return languages_have(WORDS_MONTHS, word, str_same) ||
           (word.len >= 3 && word.len <= SHORT_MAX && str_starts(after, STR(".")) &&
            languages_month(word) > 0);
}

/*
 * Whether a number and what follows are one expression: a date, «2. ledd». An item may
 * begin with such a word, too, but then in its place in the list; the name of a month then
 * stands in capitals, and there is no year after it, unless those above are no dates.
 */
static bool is_expression(const struct numbers *numbers, const struct prose_part *part,
                          size_t written)
{
    const struct prose *prose = numbers->writing->prose;
    struct str text = part_text(prose, part), word = first_word(text);
    struct str after = str_from(text, word.len), letter = word;
    bool month = word.len && is_month(word, after);
    if (!month && !languages_have(WORDS_COUNTED, word, str_same))
        return false;
    bool small = norwegian_letter(utf8_next(&letter)) == LETTER_SMALL;
    bool year = str_starts(after, STR(" ")) && after.len > 1 && ascii_is_digit(after.ptr[1]);
    bool in_place = written == part->number && (!part->first || written == 1);
    return !in_place || (small && (month || part->items == 1)) ||
           (month && year && !numbers->lists[part->list].texts);
}

/* Whether a number makes a list of its own where no list is: «17. …» after text. */
static bool stands_alone(const struct numbers *numbers, const struct prose_part *part,
                         size_t written)
{
    if (part->items > 1)
        return false;
    bool follows = written <= 1 || (written <= ITEM_MAX && numbers->counted[written - 1]);
    return part->empty || !follows || part_in_sentence(numbers->writing->prose, part);
}

static void tell_number(const struct numbers *numbers, const struct prose_part *part)
{
    struct arena *arena = &numbers->diags->arena;
    const struct prose *prose = numbers->writing->prose;
    struct str word = word_after(prose, part);
    struct str quoted =
        STR_JOIN(arena, part_sign(prose, part), word.len ? STR(" ") : STR(""), word);
    struct str shown = str_format(arena, "%zu", part->number);
    writing_tell(numbers->diags, WRITING_NUMBER_LIST, part->span,
                 (struct detail){.args = {quoted, shown, as_text(numbers, part)}});
}

/* ---- numbers of lists ---- */

/*
 * Tells where the numbers of the page and of the file part: not at those that only follow,
 * nor at those that go on in the same steps (10, 9, 8 …).
 */
static void check_count(const struct numbers *numbers, const struct prose_part *part,
                        size_t written)
{
    struct number_list *list = &numbers->lists[part->list];
    int64_t offset = (int64_t)part->number - (int64_t)written;
    int64_t step = (int64_t)written - (int64_t)list->written;
    list->plain = part->first ? written <= 1 : list->plain && step == 0;
    if (list->plain)
        return;
    bool told = offset != 0 && offset != list->offset && (step != list->step || !list->offset);
    list->offset = offset;
    list->step = step;
    if (!told || list->indented)
        return;
    struct arena *arena = &numbers->diags->arena;
    writing_tell(
        numbers->diags, WRITING_NUMBER_CHANGED, part->span,
        (struct detail){.args = {str_format(arena, "%zu", written),
                                 str_format(arena, "%zu", part->number), as_text(numbers, part)}});
}

/* ---- indentation ---- */

/* An item that is indented by less than this was not meant to lie within another. */
enum { INDENT_MIN = 2 };

static void tell_indent(const struct numbers *numbers, const struct prose_part *part, size_t column,
                        size_t content)
{
    const struct prose *prose = numbers->writing->prose;
    struct str more = str_format(&numbers->diags->arena, "%zu", content - column);
    writing_tell(numbers->diags, WRITING_LIST_INDENT, part->span,
                 (struct detail){.args = {more, part_sign(prose, part)}});
}

/* Compares an item with the last one in place, of its list or of the one that it ended. */
static void check_indent(const struct numbers *numbers, const struct prose_part *part)
{
    struct number_list *list = &numbers->lists[part->list];
    size_t above = part->first ? part->after_list : part->list;
    const struct number_list *base = above == SIZE_MAX ? NULL : &numbers->lists[above];
    size_t column = part->column;
    if (!base || column < base->column + INDENT_MIN || column >= base->content) {
        list->column = column;
        list->content = content_of(numbers->writing->prose, part);
        return;
    }
    if (part->first) {
        list->column = base->column;
        list->content = base->content;
    }
    if (!list->indented)
        tell_indent(numbers, part, column, base->content);
    list->indented = true;
}

static void check_number(struct numbers *numbers, const struct prose_part *part)
{
    const struct prose *prose = numbers->writing->prose;
    size_t written = written_number(prose, part);
    if (part > prose->parts.items && is_day(prose, part - 1))
        return; /* the month, which is told of with its day */
    bool expression = is_expression(numbers, part, written) || is_day(prose, part) ||
                      other_number(prose, part).len;
    if (expression || stands_alone(numbers, part, written))
        tell_number(numbers, part);
    else
        check_count(numbers, part, written);
    numbers->lists[part->list].written = written;
    numbers->lists[part->list].texts |= !expression && written == part->number;
    numbers->counted[written > ITEM_MAX ? 0 : written] = true;
    numbers->counted[part->number > ITEM_MAX ? 0 : part->number] = true;
}

void numbers_check(const struct writing *writing, struct diags *diags)
{
    const struct prose *prose = writing->prose;
    struct numbers numbers = {.writing = writing, .diags = diags};
    if (prose->parts.len == 0)
        return;
    numbers.lists = arena_items(writing->scratch, struct number_list, prose->parts.len);
    for (size_t i = 0; i < prose->parts.len; i++) {
        const struct prose_part *part = &prose->parts.items[i];
        if (part->sign != PROSE_QUOTE)
            check_indent(&numbers, part);
        if (part->sign == PROSE_NUMBER)
            check_number(&numbers, part);
    }
}
