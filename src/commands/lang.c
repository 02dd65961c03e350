#include "commands/lang.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/die.h"
#include "base/fs.h"
#include "collection/collection.h"

/* The bytes of site.yaml that are looked at. */
enum { PEEKED = 64 * 1024 };

/* Returns how many arguments the option takes that stands here; 0: it is another. */
static int lang_length(const char *word)
{
    if (str_eq(str_of(word), STR(LANG_OPTION)))
        return 2;
    return str_starts(str_of(word), STR(LANG_OPTION "=")) ? 1 : 0;
}

int lang_move(int argc, char **argv)
{
    int before = 1;
    for (int length; before < argc && (length = lang_length(argv[before])); before += length)
        ;
    if (before >= argc)
        return 1;
    char *command = argv[before];
    for (int i = before; i > 1; i--)
        argv[i] = argv[i - 1];
    argv[1] = command;
    return argc;
}

/* ---- what was asked for ---- */

/* Returns what follows the last option of this name; the absent str when nobody gave it. */
static struct str value_of(int argc, char **argv, struct str name)
{
    struct str value = {0};
    for (int i = 1; i < argc && !str_eq(str_of(argv[i]), STR("--")); i++) {
        struct str word = str_of(argv[i]);
        if (!str_starts(word, name))
            continue;
        if (word.len == name.len)
            value = i + 1 < argc ? str_of(argv[++i]) : STR("");
        else if (word.ptr[name.len] == '=')
            value = str_from(word, name.len + 1);
    }
    return value;
}

/* Returns the language of a value of --lang. */
static enum diag_language lang_asked(struct str value)
{
    static const struct {
        struct str tag;
        enum diag_language language;
    } rows[] = {{STR_INIT("nb"), DIAG_NB}, {STR_INIT("nn"), DIAG_NB}, {STR_INIT("en"), DIAG_EN}};
    if (value.len == 0)
        die(SAID("%s mangler verdi: %s %s", "%s lacks its value: %s %s"), LANG_OPTION, LANG_OPTION,
            LANG_VALUES);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_eq(value, rows[i].tag))
            return rows[i].language;
    die(SAID(LANG_OPTION " skal være nb, nn eller en, ikke «%.*s»",
             LANG_OPTION " must be nb, nn or en, not “%.*s”"),
        STR_ARG(value));
}

/* ---- where we are ---- */

/* Returns the language of a tag such as nn, nb-NO, no_NO.UTF-8. */
static enum diag_language lang_of_tag(struct str tag)
{
    static const struct str norwegian[] = {STR_INIT("nb"), STR_INIT("nn"), STR_INIT("no")};
    size_t end = 0;
    while (end < tag.len && ascii_is_letter(tag.ptr[end]))
        end++;
    for (size_t i = 0; i < sizeof norwegian / sizeof *norwegian; i++)
        if (str_same(str_slice(tag, 0, end), norwegian[i]))
            return DIAG_NB;
    return DIAG_EN;
}

/* Returns a value without what YAML lets stand around it on its line. */
static struct str bare_value(struct str value)
{
    size_t comment = str_find(value, STR(" #"));
    value = str_trim(str_slice(value, 0, comment == SIZE_MAX ? value.len : comment));
    if (value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\''))
        value = str_slice(value, 1, value.len - 1);
    return value;
}

/*
 * The lines are looked at, not the YAML: a file with a mistake in it has a language all the same,
 * and that is what the mistake is told in.
 */
struct str lang_written(struct str site)
{
    static const struct str field = STR_INIT("language:");
    for (struct str line; str_cut(&site, '\n', &line);)
        if (str_starts(line, field)) {
            struct str value = bare_value(str_from(line, field.len));
            return value.len ? value : (struct str){0};
        }
    return (struct str){0};
}

static struct str locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    struct str tag = {0};
    for (size_t i = 0; tag.len == 0 && i < sizeof names / sizeof *names; i++)
        tag = str_of(getenv(names[i]));
    return tag;
}

static enum diag_language lang_here(struct str folder)
{
    struct arena arena;
    arena_init(&arena);
    struct str site = fs_peek(&arena, folder, STR(SITE_FILE), PEEKED);
    struct str tag = lang_written(site);
    enum diag_language language = lang_of_tag(tag.ptr ? tag : locale());
    arena_release(&arena);
    return language;
}

enum diag_language lang_of(int argc, char **argv)
{
    struct str folder = value_of(argc, argv, STR("-C"));
    struct str asked = value_of(argc, argv, STR(LANG_OPTION));
    enum diag_language here = lang_here(folder.len ? folder : STR("."));
    said_set_language(here); /* what --lang lacks is said in it */
    return asked.ptr ? lang_asked(asked) : here;
}
