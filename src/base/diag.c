#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { ARGS = sizeof((struct detail *)0)->args / sizeof(struct str), LINE_WIDTH = 100 };

static const char *const severity_names[DIAG_LANGUAGES][3] = {
    [DIAG_NB] = {"råd", "advarsel", "feil"},
    [DIAG_EN] = {"advice", "warning", "error"},
};

static const char *const severity_colours[3] = {"\033[36m", "\033[33m", "\033[31m"};

const char *diag_severity_name(enum severity severity, enum diag_language language)
{
    return severity_names[language][severity];
}

void diag_init(struct diags *diags)
{
    *diags = (struct diags){0};
    arena_init(&diags->arena);
}

void diag_release(struct diags *diags)
{
    arena_release(&diags->arena);
    diag_init(diags);
}

void diag_add(struct diags *diags, const struct rule *rule, struct span span, struct detail detail)
{
    for (size_t i = 0; i < ARGS; i++)
        detail.args[i] = str_copy(&diags->arena, detail.args[i]);
    detail.suggestion = str_copy(&diags->arena, detail.suggestion);
    vec_push(&diags->arena, diags, ((struct finding){rule, span, detail}));
}

bool diag_take_suggestion(struct diags *diags)
{
    return diags->suggestions++ < DIAG_SUGGESTIONS_MAX;
}

bool diag_is_brief(const struct diags *diags)
{
    return diags->suggestions > DIAG_SUGGESTIONS_MAX;
}

void diag_silence(struct diags *diags, diag_excuse *excuse, void *context)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->len; i++) {
        struct finding finding = diags->items[i];
        struct str reason = excuse(&finding, context);
        if (!reason.ptr) {
            diags->items[kept++] = finding;
            continue;
        }
        reason = str_copy(&diags->arena, reason);
        vec_push(&diags->arena, &diags->silenced, ((struct silenced){finding, reason}));
    }
    diags->len = kept;
}

void diag_merge(struct diags *into, struct diags *from)
{
    for (size_t i = 0; i < from->len; i++)
        vec_push(&into->arena, into, from->items[i]);
    for (size_t i = 0; i < from->silenced.len; i++)
        vec_push(&into->arena, &into->silenced, from->silenced.items[i]);
    arena_adopt(&into->arena, &from->arena);
    diag_init(from);
}

/* By what makes two findings the same: file, where it begins, rule and arguments. */
static int compare_what(const struct finding *a, const struct finding *b)
{
    struct str a_path = a->span.source ? a->span.source->path : (struct str){0};
    struct str b_path = b->span.source ? b->span.source->path : (struct str){0};
    int order = str_cmp(a_path, b_path);
    if (order == 0)
        order = (a->span.start > b->span.start) - (a->span.start < b->span.start);
    if (order == 0)
        order = strcmp(a->rule->id, b->rule->id);
    for (size_t i = 0; order == 0 && i < ARGS; i++)
        order = str_cmp(a->detail.args[i], b->detail.args[i]);
    return order;
}

/*
 * qsort() is not stable, so nothing that is shown may be left out: of the same
 * findings one with a suggestion comes first, and is the one that is kept.
 */
static int compare(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    int order = compare_what(a, b);
    if (order == 0)
        order = (a->detail.suggestion.len == 0) - (b->detail.suggestion.len == 0);
    if (order == 0)
        order = str_cmp(a->detail.suggestion, b->detail.suggestion);
    if (order == 0)
        order = (a->span.end > b->span.end) - (a->span.end < b->span.end);
    return order;
}

/*
 * Sorts items whose first member is a finding, and drops all but the first of
 * the same. Returns how many are left.
 */
static size_t sort_unique(void *items, size_t len, size_t size)
{
    char *bytes = items;
    size_t kept = 1;
    if (len == 0)
        return 0;
    qsort(items, len, size, compare);
    for (size_t i = 1; i < len; i++)
        if (compare_what((void *)(bytes + (kept - 1) * size), (void *)(bytes + i * size)) != 0)
            memmove(bytes + kept++ * size, bytes + i * size, size);
    return kept;
}

_Static_assert(offsetof(struct silenced, finding) == 0, "sorted as findings");

void diag_sort(struct diags *diags)
{
    struct silenced *silenced = diags->silenced.items;
    diags->len = sort_unique(diags->items, diags->len, sizeof *diags->items);
    diags->silenced.len = sort_unique(silenced, diags->silenced.len, sizeof *silenced);
}

size_t diag_count(const struct diags *diags, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->len; i++)
        count += diags->items[i].rule->severity == severity;
    return count;
}

void diag_visible(struct buf *out, struct str text)
{
    while (text.len) {
        if (utf8_valid_until(str_slice(text, 0, text.len < 4 ? text.len : 4)) == 0) {
            buf_format(out, "\\x%02X", (unsigned char)text.ptr[0]);
            text = str_from(text, 1);
            continue;
        }
        uint32_t rune = utf8_next(&text);
        if (utf8_is_control(rune) || utf8_is_hidden(rune) || rune == '\n' || rune == 0x2028 ||
            rune == 0x2029)
            buf_format(out, "\\u{%04X}", rune);
        else
            buf_rune(out, rune == '\t' ? ' ' : rune);
    }
}

/* The template with "{0}" … "{3}" replaced by the arguments. */
static void put_filled(struct buf *out, const char *template, const struct str *args)
{
    for (const char *c = template; *c; c++) {
        if (c[0] == '{' && c[1] >= '0' && c[1] < '0' + ARGS && c[2] == '}') {
            diag_visible(out, args[c[1] - '0']);
            c += 2;
        } else {
            buf_byte(out, *c);
        }
    }
}

struct str diag_text(struct arena *arena, const struct finding *finding,
                     enum diag_language language)
{
    struct buf out = BUF_INIT;
    put_filled(&out, finding->rule->text[language], finding->detail.args);
    return buf_finish(&out, arena);
}

struct str diag_help(struct arena *arena, const struct finding *finding,
                     enum diag_language language)
{
    struct buf out = BUF_INIT;
    if (finding->detail.suggestion.len) {
        buf_put(&out, language == DIAG_NB ? STR("mente du «") : STR("did you mean “"));
        diag_visible(&out, finding->detail.suggestion);
        buf_put(&out, language == DIAG_NB ? STR("»?") : STR("”?"));
    }
    if (finding->rule->help[language]) {
        if (out.len)
            buf_byte(&out, ' ');
        put_filled(&out, finding->rule->help[language], finding->detail.args);
    }
    return buf_finish(&out, arena);
}

/* As much as is shown of a line; in what is no UTF-8 a character may seem to have no end. */
static struct str cut(struct str line)
{
    size_t len = utf8_skip(line, LINE_WIDTH);
    return str_slice(line, 0, len < LINE_WIDTH * 4 ? len : LINE_WIDTH * 4);
}

/* The part of a long line that holds the place, and what stands before that part. */
static struct str window(const struct source *source, struct place place, struct str *before)
{
    struct str line = source_line(source, place.line);
    bool fits = cut(line).len == line.len;
    size_t skip =
        !fits && place.column > LINE_WIDTH * 2 / 3 ? place.column - LINE_WIDTH * 2 / 3 : 0;
    size_t start = source_offset_runes(source, place.line, skip + 1);
    *before = str_slice(line, 0, start - source->lines[place.line - 1]);
    return cut(str_from(line, before->len));
}

static void print_excerpt(struct buf *out, struct span span)
{
    struct place place = source_place(span.source, span.start);
    struct str line = source_line(span.source, place.line), skipped;
    size_t line_start = span.source->lines[place.line - 1];
    struct str shown = window(span.source, place, &skipped);
    size_t shown_start = line_start + skipped.len;
    struct str lead = str_slice(shown, 0, span.start > shown_start ? span.start - shown_start : 0);
    size_t end = span.end < shown_start + shown.len ? span.end : shown_start + shown.len;
    struct str marked =
        str_slice(span.source->text, span.start, end > span.start ? end : span.start);

    buf_format(out, "%6zu | %s", place.line, skipped.len ? "…" : "");
    diag_visible(out, shown);
    buf_format(out, "%s\n       | ", skipped.len + shown.len < line.len ? "…" : "");
    struct buf visible = BUF_INIT; /* what stands before the caret takes the room it is shown in */
    diag_visible(&visible, lead);
    size_t pad = utf8_count(buf_str(&visible)) + (skipped.len ? 1 : 0);
    buf_clear(&visible);
    diag_visible(&visible, marked);
    size_t width = utf8_count(buf_str(&visible));
    buf_release(&visible);
    while (pad--)
        buf_byte(out, ' ');
    buf_byte(out, '^');
    while (width-- > 1)
        buf_byte(out, '~');
    buf_byte(out, '\n');
}

static void print_finding(struct buf *out, struct arena *arena, const struct finding *finding,
                          const struct diag_look *look)
{
    const struct source *source = finding->span.source;
    enum severity severity = finding->rule->severity;
    if (source) {
        struct place place = source_place(source, finding->span.start);
        diag_visible(out, source->path);
        buf_format(out, ":%zu:%zu: ", place.line, place.column);
    }
    buf_format(out, "%s%s%s: ", look->colour ? severity_colours[severity] : "",
               diag_severity_name(severity, look->language), look->colour ? "\033[0m" : "");
    buf_put(out, diag_text(arena, finding, look->language));
    buf_format(out, " [%s]\n", finding->rule->id);
    if (source && finding->span.end) /* nothing at the very start is the file as a whole */
        print_excerpt(out, finding->span);
    struct str help = diag_help(arena, finding, look->language);
    if (help.len)
        buf_format(out, "         %s: %.*s\n", look->language == DIAG_NB ? "hjelp" : "help",
                   STR_ARG(help));
}

/* How many findings of a rule one file has had; a file that is wrong all over says so once. */
struct tally {
    const struct rule *rule;
    size_t count;
};

struct tallies {
    struct tally *items;
    size_t len, cap;
};

static struct tally *tally_of(struct arena *arena, struct tallies *tallies, const struct rule *rule)
{
    for (size_t i = 0; i < tallies->len; i++)
        if (tallies->items[i].rule == rule)
            return &tallies->items[i];
    vec_push(arena, tallies, ((struct tally){.rule = rule}));
    return &tallies->items[tallies->len - 1];
}

static void print_rest(struct buf *out, const struct source *source, struct tallies *tallies,
                       enum diag_language language)
{
    for (size_t i = 0; i < tallies->len; i++) {
        if (tallies->items[i].count <= DIAG_SHOWN_MAX)
            continue;
        diag_visible(out, source->path);
        buf_format(out,
                   language == DIAG_NB ? ": … og %zu til av samme slag [%s]\n"
                                       : ": … and %zu more of the kind [%s]\n",
                   tallies->items[i].count - DIAG_SHOWN_MAX, tallies->items[i].rule->id);
    }
    tallies->len = 0;
}

void diag_print(const struct diags *diags, FILE *out, const struct diag_look *look)
{
    struct arena arena;
    arena_init(&arena);
    struct buf text = BUF_INIT;
    struct tallies tallies = {0};
    for (size_t i = 0; i < diags->len; i++) {
        const struct finding *finding = &diags->items[i];
        const struct source *before = i ? diags->items[i - 1].span.source : NULL;
        if (before && before != finding->span.source)
            print_rest(&text, before, &tallies, look->language);
        bool shown = finding->rule->severity >= look->least;
        if (shown && finding->span.source)
            shown = ++tally_of(&arena, &tallies, finding->rule)->count <= DIAG_SHOWN_MAX;
        if (shown)
            print_finding(&text, &arena, finding, look);
    }
    if (diags->len && diags->items[diags->len - 1].span.source)
        print_rest(&text, diags->items[diags->len - 1].span.source, &tallies, look->language);
    struct str all = buf_str(&text);
    fwrite(all.ptr, 1, all.len, out);
    buf_release(&text);
    arena_release(&arena);
}

void diag_print_silenced(const struct diags *diags, FILE *out, const struct diag_look *look)
{
    bool nb = look->language == DIAG_NB;
    size_t count = diags->silenced.len;
    struct buf text = BUF_INIT;
    if (count)
        buf_format(&text, "%zu %s:\n", count,
                   nb           ? "unntak"
                   : count == 1 ? "exception"
                                : "exceptions");
    for (size_t i = 0; i < count; i++) {
        const struct silenced *silenced = &diags->silenced.items[i];
        struct span span = silenced->finding.span;
        buf_lit(&text, "  ");
        if (span.source) {
            diag_visible(&text, span.source->path);
            buf_format(&text, ":%zu", source_place(span.source, span.start).line);
        }
        buf_format(&text, " [%s] ", silenced->finding.rule->id);
        diag_visible(&text, silenced->reason);
        buf_byte(&text, '\n');
    }
    struct str all = buf_str(&text);
    fwrite(all.ptr, 1, all.len, out);
    buf_release(&text);
}
