#include "schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/memory.h"

/* PCRE2 counts steps anew at each place where a match can begin, so TEXT_MAX bounds the sum. */
enum { TEXT_MAX = 8 * 1024, STEPS_MAX = 100 * 1000, HEAP_MAX_KIB = 8 * 1024 };

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

struct pattern *pattern_compile(struct arena *arena, struct str text, struct str *fault)
{
    /*
     * As ECMA-262 has it: `$` is the very end, `[]` matches nothing, and a reference to a
     * group that took no part matches the empty text. ALT_BSUX below gives \u and \x.
     * \C is refused, since it could match half a code point.
     */
    const uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS |
                             PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;
    pcre2_general_context *memory =
        pcre2_general_context_create(take_from_arena, leave_in_arena, arena);
    pcre2_compile_context *context = pcre2_compile_context_create(memory);
    pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALT_BSUX);
    pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);

    struct buf translated = BUF_INIT;
    translate(&translated, text);
    struct str source = buf_str(&translated);
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)source.ptr, source.len, options, &error, &offset, context);
    buf_release(&translated);
    if (!code) {
        *fault = message(arena, error);
        return NULL;
    }
    struct pattern *pattern = arena_new(arena, struct pattern);
    pattern->code = code;
    return pattern;
}

bool pattern_matches(const struct pattern *pattern, struct str text)
{
    if (text.len > TEXT_MAX)
        return false;
    /* Matching allocates, and threads share the pattern: the memory cannot be its arena's. */
    pcre2_general_context *memory = pcre2_general_context_create(take_memory, free_memory, NULL);
    pcre2_match_context *context = pcre2_match_context_create(memory);
    pcre2_match_data *data = pcre2_match_data_create(1, memory);
    pcre2_set_match_limit(context, STEPS_MAX);
    pcre2_set_heap_limit(context, HEAP_MAX_KIB);
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.len ? text.ptr : "");
    int found = pcre2_match(pattern->code, subject, text.len, 0, 0, data, context);
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    pcre2_general_context_free(memory);
    return found >= 0;
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
