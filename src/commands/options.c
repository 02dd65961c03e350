#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/die.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "commands/command.h"
#include "commands/lang.h"

enum { ROWS_MAX = 24 };

static void options_print_help(const struct option_row *rows, size_t count, const char *usage)
{
    printf(SAID("%s\n\nValg:\n", "%s\n\nOptions:\n"), usage);
    for (size_t i = 0; i < count; i++) {
        char head[64];
        snprintf(head, sizeof head, "%s%s%s", rows[i].name, rows[i].value ? " " : "",
                 rows[i].value ? rows[i].value : "");
        printf("  %-18s %s\n", head, rows[i].help);
    }
    printf("  %-18s %s\n", "-h, --help", SAID("denne hjelpen", "this help"));
}

static bool is_word_row(const struct option_row *row)
{
    return row->kind >= OPTION_WORD;
}

static const struct option_row *find_row(const struct option_row *rows, size_t count,
                                         struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (!is_word_row(&rows[i]) && str_eq(str_of(rows[i].name), name))
            return &rows[i];
    return NULL;
}

/*
 * Returns the row of the word that comes after `before` others, or NULL if there is none. A row
 * of many words takes all that come.
 */
static const struct option_row *find_word(const struct option_row *rows, size_t count,
                                          size_t before)
{
    for (size_t i = 0; i < count; i++)
        if (is_word_row(&rows[i]) && (rows[i].kind == OPTION_WORDS || before-- == 0))
            return &rows[i];
    return NULL;
}

static _Noreturn void refuse_word(const struct option_row *rows, size_t count, struct str word)
{
    struct nearest nearest = nearest_to(word);
    for (size_t i = 0; i < count; i++)
        if (!is_word_row(&rows[i]))
            nearest_try(&nearest, str_of(rows[i].name));
    const char *what = word.len && word.ptr[0] == '-' ? SAID("ukjent valg", "unknown option")
                                                      : SAID("ukjent ord", "unknown word");
    if (nearest.best.len)
        die(SAID("%s «%.*s»; mente du «%.*s»?", "%s “%.*s”; did you mean “%.*s”?"), what,
            STR_ARG(word), STR_ARG(nearest.best));
    die(SAID("%s «%.*s»; --help viser hva som finnes", "%s “%.*s”; --help shows what there is"),
        what, STR_ARG(word));
}

static size_t option_read_number(const struct option_row *row, struct str text)
{
    enum { DIGITS_MAX = 6 };
    size_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_digit(text.ptr[i]) || i >= DIGITS_MAX)
            die(SAID("%s skal ha et tall, ikke «%.*s»", "%s must have a number, not “%.*s”"),
                row->name, STR_ARG(text));
        number = number * 10 + (size_t)(text.ptr[i] - '0');
    }
    if (text.len == 0)
        die(SAID("%s skal ha et tall", "%s must have a number"), row->name);
    return number;
}

static _Noreturn void refuse_no_value(const struct option_row *row)
{
    die(SAID("%s mangler verdi: %s %s", "%s lacks its value: %s %s"), row->name, row->name,
        row->value);
}

static void option_set(const struct option_row *row, struct str text)
{
    switch (row->kind) {
    case OPTION_FLAG: *(bool *)row->target = true; break;
    case OPTION_TEXT:
        if (text.len == 0)
            refuse_no_value(row);
        *(struct str *)row->target = text;
        break;
    case OPTION_WORD:
    case OPTION_MAYBE_WORD: *(struct str *)row->target = text; break;
    case OPTION_WORDS: {
        struct option_words *words = row->target;
        vec_push(words->arena, words, text);
        break;
    }
    case OPTION_NUMBER: *(size_t *)row->target = option_read_number(row, text); break;
    }
}

/*
 * Reads one option, and the next argument if that is its value. Returns how many
 * arguments it took.
 */
static int read_option(int argc, char **argv, const struct option_row *rows, size_t count)
{
    struct str word = str_of(argv[0]), value = {0};
    size_t equals = str_starts(word, STR("--")) ? str_find_byte(word, '=') : SIZE_MAX;
    if (equals != SIZE_MAX) {
        value = str_from(word, equals + 1);
        word = str_slice(word, 0, equals);
    }
    const struct option_row *row = find_row(rows, count, word);
    if (!row)
        refuse_word(rows, count, word);
    if (row->kind == OPTION_FLAG && value.ptr)
        die(SAID("%s skal ikke ha noen verdi", "%s takes no value"), row->name);
    bool next = row->kind != OPTION_FLAG && !value.ptr;
    if (next && argc < 2)
        refuse_no_value(row);
    option_set(row, next ? str_of(argv[1]) : value);
    return next ? 2 : 1;
}

/*
 * Reads the word that comes after `before` others. If it is one too many, the user
 * has probably forgotten to quote a text of several words, and is told so.
 */
static void read_word(const struct option_row *rows, size_t count, size_t before, struct str word)
{
    const struct option_row *row = find_word(rows, count, before);
    if (!row && before == 0)
        refuse_word(rows, count, word);
    if (!row)
        die(SAID("ett ord for mye: «%.*s»; sett en tekst med mellomrom i anførselstegn",
                 "one word too many: “%.*s”; put a text with spaces in quotation marks"),
            STR_ARG(word));
    option_set(row, word);
}

static const struct option_row *missing_word(const struct option_row *rows, size_t count,
                                             size_t words)
{
    const struct option_row *missing = find_word(rows, count, words);
    return missing && missing->kind == OPTION_WORD ? missing : NULL;
}

/* Reads all arguments; the rows are complete. */
static bool read_arguments(int argc, char **argv, const struct option_row *rows, size_t count,
                           const char *usage)
{
    size_t words = 0;
    bool only_words = false;
    for (int i = 1; i < argc;) {
        struct str word = str_of(argv[i]);
        if (only_words || !str_starts(word, STR("-"))) {
            read_word(rows, count, words++, word);
            i++;
        } else if (str_eq(word, STR("--"))) {
            only_words = true;
            i++;
        } else if (str_eq(word, STR("-h")) || str_eq(word, STR("--help"))) {
            options_print_help(rows, count, usage);
            return true;
        } else {
            i += read_option(argc - i, argv + i, rows, count);
        }
    }
    const struct option_row *missing = missing_word(rows, count, words);
    if (missing)
        die(SAID("%s mangler; --help viser hva som trengs",
                 "%s is missing; --help shows what is needed"),
            missing->name);
    return false;
}

bool options_read(int argc, char **argv, const struct option_row *rows, size_t count,
                  const char *const usage[DIAG_LANGUAGES])
{
    struct str read_before; /* commands/lang.h */
    struct option_row all[ROWS_MAX];
    assert(count < ROWS_MAX);
    memcpy(all, rows, count * sizeof *rows);
    if (!find_row(rows, count, STR(LANG_OPTION)))
        all[count++] = (struct option_row){LANG_OPTION, LANG_VALUES, OPTION_TEXT, &read_before,
                                           SAID("språket i meldingene", "language of messages")};
    return read_arguments(argc, argv, all, count, usage[said_language()]);
}
