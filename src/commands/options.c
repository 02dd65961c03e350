#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/die.h"
#include "base/nearest.h"
#include "base/vec.h"
#include "commands/command.h"
#include "commands/help.h"
#include "commands/lang.h"

enum { ROWS_MAX = 24 };

bool option_name(struct str *rest, struct str *name)
{
    bool found = str_cut(rest, ',', name);
    *name = str_trim(*name);
    return found;
}

static bool is_called(const struct option_row *row, struct str name)
{
    for (struct str rest = str_of(row->name), own; option_name(&rest, &own);)
        if (str_eq(own, name))
            return true;
    return false;
}

static const struct option_row *find_row(const struct option_row *rows, size_t count,
                                         struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (!option_is_word(&rows[i]) && is_called(&rows[i], name))
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
        if (option_is_word(&rows[i]) && (option_kind_of(&rows[i]) == OPTION_WORDS || before-- == 0))
            return &rows[i];
    return NULL;
}

static _Noreturn void refuse_word(const struct option_row *rows, size_t count, struct str word)
{
    struct nearest nearest = nearest_to(word);
    for (size_t i = 0; i < count; i++)
        for (struct str rest = str_of(rows[i].name), name;
             !option_is_word(&rows[i]) && option_name(&rest, &name);)
            nearest_try(&nearest, name);
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
    switch (option_kind_of(row)) {
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
    default: assert(false);
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
    return missing && option_kind_of(missing) == OPTION_WORD ? missing : NULL;
}

/* Whether a word asks for help, and in which form. */
static const struct help_form *form_asked(struct str word)
{
    if (str_eq(word, STR("-h")) || str_eq(word, STR(HELP_OPTION)))
        return help_form_of(STR(HELP_TEXT));
    return str_starts(word, STR(HELP_OPTION "=")) ? help_form_of(str_from(word, sizeof HELP_OPTION))
                                                  : NULL;
}

/* Reads all arguments; the rows are complete. */
static bool read_arguments(int argc, char **argv, const struct help *help)
{
    size_t words = 0;
    bool only_words = false;
    for (int i = 1; i < argc;) {
        struct str word = str_of(argv[i]);
        const struct help_form *form = only_words ? NULL : form_asked(word);
        if (form) {
            help_print(form, help);
            return true;
        }
        if (only_words || !str_starts(word, STR("-"))) {
            read_word(help->rows, help->count, words++, word);
            i++;
        } else if (str_eq(word, STR("--"))) {
            only_words = true;
            i++;
        } else {
            i += read_option(argc - i, argv + i, help->rows, help->count);
        }
    }
    const struct option_row *missing = missing_word(help->rows, help->count, words);
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
    struct help help = {.usage = usage[said_language()], .rows = all, .own = count};
    assert(count + 2 <= ROWS_MAX);
    memcpy(all, rows, count * sizeof *rows);
    if (!find_row(rows, count, STR(LANG_OPTION)))
        all[count++] = (struct option_row){LANG_OPTION, LANG_VALUES, OPTION_TEXT, &read_before,
                                           SAID("språket i meldingene", "language of messages")};
    all[count++] = (struct option_row){"-h, " HELP_OPTION, NULL, OPTION_FLAG, NULL,
                                       SAID("denne hjelpen", "this help")};
    help.count = count;
    return read_arguments(argc, argv, &help);
}
