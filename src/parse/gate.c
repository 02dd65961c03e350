#include "parse/gate.h"

#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "parse/garbled.h"
#include "parse/rules.h"

/* At most this many characters of a file are told: by then the writer knows what is wrong. */
enum { TOLD_MAX = 10 };

static struct str kibibytes(struct arena *arena, size_t bytes)
{
    return str_format(arena, "%zu KiB", bytes / 1024);
}

static bool gate_tell_invalid(struct diags *diags, const struct source *source, size_t at)
{
    struct arena *arena = &diags->arena;
    unsigned char found = (unsigned char)source->text.ptr[at];
    struct str byte = str_format(arena, "%02X", found), letter = garbled_letter(arena, found);
    struct detail detail = {.args = {byte, STR_JOIN(arena, STR("her står byten "), byte),
                                     STR_JOIN(arena, STR("here is the byte "), byte)}};
    if (letter.len) {
        detail.args[1] = str_format(arena, "%.*s, som er «%.*s» i Latin-1 og Windows-1252",
                                    STR_ARG(detail.args[1]), STR_ARG(letter));
        detail.args[2] = str_format(arena, "%.*s, which is “%.*s” in Latin-1 and Windows-1252",
                                    STR_ARG(detail.args[2]), STR_ARG(letter));
    }
    diag_add(diags, &parse_rules[RULE_NOT_UTF8], source_span(source, at, at + 1), detail);
    return false;
}

/* Whether a file is UTF-16 or UTF-32: it has the mark of one, or every other byte is NUL. */
static bool is_utf16(struct str raw)
{
    if (str_starts(raw, STR("\xFF\xFE")) || str_starts(raw, STR("\xFE\xFF")))
        return true;
    return raw.len >= 4 && ((!raw.ptr[0] && !raw.ptr[2]) || (!raw.ptr[1] && !raw.ptr[3]));
}

static bool tell_utf16(struct diags *diags, const struct source *source, struct str raw)
{
    struct str byte = str_format(&diags->arena, "%02X", (unsigned char)raw.ptr[0]);
    diag_add(diags, &parse_rules[RULE_NOT_UTF8], source_span(source, 0, 0),
             (struct detail){.args = {byte, STR("den er lagret som UTF-16 («Unicode»)"),
                                      STR("it is UTF-16 (“Unicode”)")}});
    return false;
}

static bool gate_tell_limit(struct diags *diags, enum parse_rule rule, struct span span,
                            size_t limit)
{
    struct str number = str_format(&diags->arena, "%zu", limit);
    diag_add(diags, &parse_rules[rule], span, (struct detail){.args = {number}});
    return false;
}

/* False if the character is forbidden. It is told unless TOLD_MAX have been. */
static bool check_character(uint32_t rune, struct span span, size_t told, struct diags *diags)
{
    bool hidden = utf8_is_hidden(rune) || rune == 0x2028 || rune == 0x2029;
    if (!hidden && !utf8_is_control(rune))
        return true;
    struct str name = str_format(&diags->arena, "U+%04X", rune);
    if (told < TOLD_MAX)
        diag_add(diags, &parse_rules[hidden ? RULE_HIDDEN_CHARACTER : RULE_CONTROL_CHARACTER], span,
                 (struct detail){.args = {name}});
    return false;
}

/* Counts a character in a run of marks. True for the first that is one too many. */
static bool is_mark_too_many(uint32_t rune, size_t *marks)
{
    *marks = norwegian_is_mark(rune) ? *marks + 1 : 0;
    return *marks == NORWEGIAN_MARKS_MAX + 1;
}

/* U+FFFD stands where a character could not be read, U+FFFC where something was not text. */
static bool is_lost(uint32_t rune)
{
    return rune == 0xFFFD || rune == 0xFFFC;
}

static void tell_lost(uint32_t rune, struct span span, struct diags *diags)
{
    struct str name = str_format(&diags->arena, "U+%04X", rune);
    diag_add(diags, &parse_rules[RULE_LOST_CHARACTER], span, (struct detail){.args = {name}});
}

/* Returns what follows the lost characters that a text begins with: one letter leaves several. */
static struct str after_lost(struct str text)
{
    for (struct str rest = text; rest.len && is_lost(utf8_next(&rest));)
        text = rest;
    return text;
}

/* Returns the word that has the garbled character at `at`, cut to what can be shown. */
static struct str word_at(struct str text, size_t at)
{
    enum { BEFORE_MAX = 40, AFTER_MAX = 60 };
    size_t start = at, end = at;
    while (start > 0 && at - start < BEFORE_MAX && !ascii_is_space(text.ptr[start - 1]))
        start--;
    while (start < at && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start++;
    for (struct str rest = str_from(text, at); rest.len && end - at < AFTER_MAX;) {
        if (ascii_is_space(rest.ptr[0]))
            break;
        size_t garbled = garbled_len(rest);
        if (!garbled)
            utf8_next(&rest);
        rest = str_from(rest, garbled);
        end = text.len - rest.len;
    }
    return str_slice(text, start, end);
}

/* Tells of the word with a garbled character, and returns where the text goes on after it. */
static struct str tell_garbled(const struct source *source, struct str rest, size_t *told,
                               struct diags *diags)
{
    struct str word = word_at(source->text, source->text.len - rest.len);
    struct span span = source_span_of(source, word);
    if ((*told)++ < TOLD_MAX)
        diag_add(diags, &parse_rules[RULE_GARBLED_TEXT], span,
                 (struct detail){.args = {word}, .suggestion = garbled_meant(&diags->arena, word)});
    return str_from(source->text, span.end);
}

/*
 * Tells of the characters that text should not have. True if a parser may be given it: what
 * was lost or garbled on the way is a fault, but does no harm.
 */
static bool check_characters(const struct source *source, struct diags *diags)
{
    size_t refused = 0, lost = 0, garbled = 0, marks = 0;
    for (struct str rest = source->text; rest.len;) {
        size_t plain = utf8_plain_until(rest);
        marks = plain ? 0 : marks;
        rest = str_from(rest, plain);
        if (rest.len == 0)
            break;
        if (garbled_len(rest)) {
            rest = tell_garbled(source, rest, &garbled, diags);
            continue;
        }
        size_t start = source->text.len - rest.len;
        uint32_t rune = utf8_next(&rest);
        if (is_lost(rune))
            rest = after_lost(rest);
        struct span span = source_span(source, start, source->text.len - rest.len);
        if (is_lost(rune) && lost++ < TOLD_MAX)
            tell_lost(rune, span, diags);
        refused += !check_character(rune, span, refused, diags);
        if (is_mark_too_many(rune, &marks) && refused++ < TOLD_MAX)
            gate_tell_limit(diags, RULE_TOO_MANY_MARKS, span, NORWEGIAN_MARKS_MAX);
    }
    return refused == 0;
}

/* Whether a value has a lost character as it is written: then gate_text() has told of it. */
static bool is_lost_in(struct span span)
{
    struct str written = str_slice(span.source->text, span.start, span.end);
    return str_find(written, STR("\xEF\xBF\xBD")) != SIZE_MAX ||
           str_find(written, STR("\xEF\xBF\xBC")) != SIZE_MAX;
}

void gate_escapes(struct str text, struct span span, size_t *marks, struct diags *diags)
{
    while (text.len) {
        size_t plain = utf8_plain_until(text);
        *marks = plain ? 0 : *marks;
        text = str_from(text, plain);
        if (text.len == 0)
            return;
        uint32_t rune = utf8_next(&text);
        if (is_lost(rune) && !is_lost_in(span))
            tell_lost(rune, span, diags);
        if (is_lost(rune) || !check_character(rune, span, 0, diags))
            return;
        if (is_mark_too_many(rune, marks)) {
            gate_tell_limit(diags, RULE_TOO_MANY_MARKS, span, NORWEGIAN_MARKS_MAX);
            return;
        }
    }
}

/* Returns `raw` without byte order mark and with LF line ends; a view if it has LF already. */
static struct str with_plain_lines(struct arena *arena, struct str raw)
{
    if (str_starts(raw, STR("\xEF\xBB\xBF")))
        raw = str_from(raw, 3);
    if (str_find_byte(raw, '\r') == SIZE_MAX)
        return raw;
    char *text = arena_text(arena, raw.len);
    size_t len = 0;
    for (size_t i = 0, run; i < raw.len; i += run) {
        for (run = 0; i + run < raw.len && raw.ptr[i + run] == '\r';)
            run++;
        bool one = i + run < raw.len && raw.ptr[i + run] == '\n'; /* CRLF, also CRCRLF */
        for (size_t k = 0; !one && k < run; k++)
            text[len++] = '\n';
        if (run == 0 || one)
            text[len++] = raw.ptr[i + run];
        run += run == 0 || one;
    }
    return (struct str){text, len};
}

bool gate_text(struct arena *arena, struct str raw, struct str shown, struct source *source,
               struct diags *diags)
{
    if (is_utf16(raw)) {
        source_init(source, arena, shown, STR(""));
        return tell_utf16(diags, source, raw);
    }
    source_init(source, arena, shown, with_plain_lines(arena, raw));
    size_t valid = utf8_valid_until(source->text);
    if (valid < source->text.len)
        return gate_tell_invalid(diags, source, valid);
    return check_characters(source, diags);
}

void gate_tell_unread(const struct source *source, enum fs_status status, size_t limit,
                      struct diags *diags)
{
    struct span start = source_span(source, 0, 0);
    if (status == FS_TOO_LARGE)
        diag_add(diags, &parse_rules[RULE_FILE_TOO_LARGE], start,
                 (struct detail){.args = {kibibytes(&diags->arena, limit)}});
    else
        diag_add(diags, &parse_rules[RULE_NOT_A_FILE], start, NO_DETAIL);
}

static bool read_up_to(struct arena *arena, const struct fs_root *root, struct str path,
                       struct str shown, size_t limit, struct source *source, struct diags *diags)
{
    struct str raw = STR("");
    enum fs_status status = fs_read(root, path, limit, arena, &raw);
    if (status == FS_OK)
        return gate_text(arena, raw, shown, source, diags);
    source_init(source, arena, shown, raw);
    gate_tell_unread(source, status, limit, diags);
    return false;
}

bool gate_read(struct arena *arena, const struct fs_root *root, struct str path, struct str shown,
               struct source *source, struct diags *diags)
{
    return read_up_to(arena, root, path, shown, GATE_FILE_MAX, source, diags);
}

bool gate_read_list(struct arena *arena, const struct fs_root *root, struct str path, size_t limit,
                    struct source *source, struct diags *diags)
{
    return read_up_to(arena, root, path, path, limit, source, diags);
}

/*
 * Returns an upper bound of how many quotes and lists are open on a line (CommonMark 0.30,
 * 5.1 and 5.2): each marker at its front opens one, and each two columns of indentation
 * may continue one from a line before. A tab counts as four columns, the most it can be.
 */
static size_t containers(struct str line)
{
    size_t depth = 0, blanks = 0, i = 0;
    while (i < line.len) {
        char c = line.ptr[i];
        if (c == ' ' || c == '\t') {
            blanks += c == ' ' ? 1 : 4;
            i++;
        } else if (c == '>' || ((c == '-' || c == '*' || c == '+') &&
                                (i + 1 == line.len || strchr(" \t", line.ptr[i + 1])))) {
            depth++;
            i++;
        } else if (ascii_is_digit(c)) {
            size_t end = i;
            while (end < line.len && ascii_is_digit(line.ptr[end]))
                end++;
            if (end == line.len || !strchr(".)", line.ptr[end]))
                break;
            depth++;
            i = end + 1;
        } else {
            break;
        }
    }
    return depth + blanks / 2;
}

static size_t brackets(struct str line)
{
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++)
        count += line.ptr[i] == '[';
    return count;
}

bool gate_body(const struct source *source, struct span body, struct diags *diags)
{
    struct str text = str_slice(source->text, body.start, body.end);
    if (text.len > GATE_BODY_MAX) {
        diag_add(diags, &parse_rules[RULE_BODY_TOO_LARGE],
                 source_span(source, body.start, body.start),
                 (struct detail){.args = {kibibytes(&diags->arena, GATE_BODY_MAX)}});
        return false;
    }
    size_t open = 0; /* brackets since the last blank line, across which no link goes */
    for (struct str rest = text, line; str_cut(&rest, '\n', &line);) {
        size_t start = (size_t)(line.ptr - source->text.ptr);
        struct span front = source_span(source, start, start + 1);
        bool blank = str_trim(line).len == 0;
        if (!blank && containers(line) > GATE_CONTAINERS_MAX)
            return gate_tell_limit(diags, RULE_BODY_TOO_DEEP, front, GATE_CONTAINERS_MAX);
        open = blank ? 0 : open + brackets(line);
        if (open > GATE_BRACKETS_MAX)
            return gate_tell_limit(diags, RULE_BODY_TOO_MANY_BRACKETS, front, GATE_BRACKETS_MAX);
    }
    return true;
}
