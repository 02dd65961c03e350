#include "schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/memory.h"

/*
 * Steps for a text of this length. They grow with it, so that the many short texts of a
 * document are given no more together than one long text.
 */
enum { STEPS_LEAST = 1000, STEPS_A_BYTE = 50, HEAP_MAX_KIB = 8 * 1024 };

/*
 * PCRE2 counts steps anew at each place where a match can begin. So what can begin anywhere
 * is compiled as a search that begins at the front, where all steps are of one count.
 * What stands before the bracket at the end closes a \Q.
 */
#define SEARCH_BEGINS "^[^]*?(?:"
#define SEARCH_ENDS   "\\E)"

struct pattern {
    pcre2_code *code;
};

static void *take_from_arena(PCRE2_SIZE size, void *arena)
{
    return arena_alloc(arena, size);
}

static void leave_in_arena(void *memory, void *arena)
{
    (void)memory;
    (void)arena;
}

static void *take_memory(PCRE2_SIZE size, void *unused)
{
    (void)unused;
    return memory_resize(NULL, size);
}

static void free_memory(void *memory, void *unused)
{
    (void)unused;
    free(memory);
}

/* ECMA-262's long names of the general categories; PCRE2 knows the short ones. */
static const struct {
    struct str name;
    const char *code;
} categories[] = {
    {STR_INIT("Letter"), "L"},
    {STR_INIT("Cased_Letter"), "L&"},
    {STR_INIT("Uppercase_Letter"), "Lu"},
    {STR_INIT("Lowercase_Letter"), "Ll"},
    {STR_INIT("Titlecase_Letter"), "Lt"},
    {STR_INIT("Modifier_Letter"), "Lm"},
    {STR_INIT("Other_Letter"), "Lo"},
    {STR_INIT("Mark"), "M"},
    {STR_INIT("Nonspacing_Mark"), "Mn"},
    {STR_INIT("Spacing_Mark"), "Mc"},
    {STR_INIT("Enclosing_Mark"), "Me"},
    {STR_INIT("Number"), "N"},
    {STR_INIT("Decimal_Number"), "Nd"},
    {STR_INIT("Letter_Number"), "Nl"},
    {STR_INIT("Other_Number"), "No"},
    {STR_INIT("Punctuation"), "P"},
    {STR_INIT("Connector_Punctuation"), "Pc"},
    {STR_INIT("Dash_Punctuation"), "Pd"},
    {STR_INIT("Open_Punctuation"), "Ps"},
    {STR_INIT("Close_Punctuation"), "Pe"},
    {STR_INIT("Initial_Punctuation"), "Pi"},
    {STR_INIT("Final_Punctuation"), "Pf"},
    {STR_INIT("Other_Punctuation"), "Po"},
    {STR_INIT("Symbol"), "S"},
    {STR_INIT("Math_Symbol"), "Sm"},
    {STR_INIT("Currency_Symbol"), "Sc"},
    {STR_INIT("Modifier_Symbol"), "Sk"},
    {STR_INIT("Other_Symbol"), "So"},
    {STR_INIT("Separator"), "Z"},
    {STR_INIT("Space_Separator"), "Zs"},
    {STR_INIT("Line_Separator"), "Zl"},
    {STR_INIT("Paragraph_Separator"), "Zp"},
    {STR_INIT("Other"), "C"},
    {STR_INIT("Control"), "Cc"},
    {STR_INIT("Format"), "Cf"},
    {STR_INIT("Surrogate"), "Cs"},
    {STR_INIT("Private_Use"), "Co"},
    {STR_INIT("Unassigned"), "Cn"},
};

static struct str category(struct str name)
{
    if (str_starts(name, STR("gc=")))
        name = str_from(name, 3);
    else if (str_starts(name, STR("General_Category=")))
        name = str_from(name, 17);
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
        if (str_eq(categories[i].name, name))
            return str_of(categories[i].code);
    return name;
}

/* Appends the pattern with the long names of categories in \p{…} and \P{…} made PCRE2's. */
static void translate(struct buf *out, struct str rest)
{
    while (rest.len) {
        bool property = str_starts(rest, STR("\\p{")) || str_starts(rest, STR("\\P{"));
        size_t end = property ? str_find_byte(rest, '}') : SIZE_MAX;
        size_t taken = rest.ptr[0] == '\\' && rest.len > 1 ? 2 : 1;
        if (end != SIZE_MAX) {
            buf_put(out, str_slice(rest, 0, 3));
            buf_put(out, category(str_slice(rest, 3, end)));
            taken = end;
        } else {
            buf_put(out, str_slice(rest, 0, taken));
        }
        rest = str_from(rest, taken);
    }
}

static struct str message(struct arena *arena, int error)
{
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(error, text, sizeof text);
    return str_copy(arena, str_of((const char *)text));
}

/*
 * As ECMA-262 has it: `$` is the very end, `[]` matches nothing, and a reference to a
 * group that took no part matches the empty text; BSUX gives \u and \x. \C is refused,
 * since it could match half a code point. AUTO_POSSESS would save steps that are counted
 * for others that are not: `\s+$` would walk through the same blanks from each of them.
 */
static pcre2_code *compile(struct arena *arena, struct str text, int *error)
{
    const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS |
                             PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C |
                             PCRE2_NO_AUTO_POSSESS;
    pcre2_general_context *memory =
        pcre2_general_context_create(take_from_arena, leave_in_arena, arena);
    pcre2_compile_context *context = pcre2_compile_context_create(memory);
    pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALT_BSUX);
    pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
    PCRE2_SIZE offset = 0;
    return pcre2_compile((PCRE2_SPTR)text.ptr, text.len, options, error, &offset, context);
}

static bool begins_at_front(const pcre2_code *code)
{
    uint32_t options = 0;
    pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
    return options & PCRE2_ANCHORED;
}

struct pattern *pattern_compile(struct arena *arena, struct str text, struct str *fault)
{
    struct buf translated = BUF_INIT, search = BUF_INIT;
    int error = 0;
    translate(&translated, text);
    pcre2_code *code = compile(arena, buf_str(&translated), &error);
    if (code && !begins_at_front(code)) {
        buf_lit(&search, SEARCH_BEGINS);
        buf_put(&search, buf_str(&translated));
        buf_lit(&search, SEARCH_ENDS);
        code = compile(arena, buf_str(&search), &error);
    }
    buf_release(&translated);
    buf_release(&search);
    if (!code) {
        *fault = message(arena, error);
        return NULL;
    }
    struct pattern *pattern = arena_new(arena, struct pattern);
    pattern->code = code;
    return pattern;
}

static uint32_t steps_for(struct str text)
{
    size_t steps = STEPS_LEAST + STEPS_A_BYTE * text.len;
    return steps < UINT32_MAX ? (uint32_t)steps : UINT32_MAX;
}

enum pattern_answer pattern_try(const struct pattern *pattern, struct str text)
{
    /* Matching allocates, and threads share the pattern: the memory cannot be its arena's. */
    pcre2_general_context *memory = pcre2_general_context_create(take_memory, free_memory, NULL);
    pcre2_match_context *context = pcre2_match_context_create(memory);
    pcre2_match_data *data = pcre2_match_data_create(1, memory);
    pcre2_set_match_limit(context, steps_for(text));
    pcre2_set_heap_limit(context, HEAP_MAX_KIB);
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.len ? text.ptr : "");
    int found = pcre2_match(pattern->code, subject, text.len, 0, 0, data, context);
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    pcre2_general_context_free(memory);
    if (found >= 0)
        return PATTERN_MATCHES;
    return found == PCRE2_ERROR_NOMATCH ? PATTERN_DIFFERS : PATTERN_TOO_SLOW;
}

struct str pattern_version(struct arena *arena)
{
    char text[64]; /* pcre2api(3) asks for 24 */
    struct str rest, version;
    pcre2_config(PCRE2_CONFIG_VERSION, text);
    rest = str_of(text);
    str_cut(&rest, ' ', &version);
    return str_copy(arena, version);
}
