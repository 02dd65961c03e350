#include "parse/flow.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/blank.h"
#include "parse/field_line.h"

size_t flow_quote_end(struct str text, size_t at)
{
    char mark = text.ptr[at];
    for (size_t i = at + 1; i < text.len; i++) {
        if (mark == '"' && text.ptr[i] == '\\')
            i++;
        else if (text.ptr[i] == mark && mark == '\'' && i + 1 < text.len && text.ptr[i + 1] == mark)
            i++;
        else if (text.ptr[i] == mark)
            return i + 1;
    }
    return SIZE_MAX;
}

/* The brackets that are open, as the signs that will close them. */
struct flow_scan {
    struct arena *arena;
    struct str value;
    size_t at;
    char closers[16];
    size_t opened[16];
    size_t depth;
    bool empty;  /* nothing since the last comma or bracket */
    size_t item; /* where what stands there begins */
};

/* Returns the value with [from, to) replaced. */
static struct str flow_with(struct flow_scan *scan, size_t from, size_t to, struct str with)
{
    return STR_JOIN(scan->arena, str_slice(scan->value, 0, from), with, str_from(scan->value, to));
}

/*
 * More than a comment follows the last bracket: a bracket that closes nothing, a hard blank, or
 * text, so that the whole was a text that begins with a bracket.
 */
static bool look_after(struct flow_scan *scan, struct flow_fault *fault)
{
    static const struct problem_words words = {
        {"en tekst kan ikke begynne med [ eller {, for de begynner en liste eller et felt med "
         "egne felt",
         "a text cannot begin with [ or {, which begin a list or a field with fields"},
        {"sett teksten i anførselstegn", "put the text in quotation marks"}};
    static const struct problem_words blank = {{FLOW_HARD_BLANK}, {FLOW_DELETE}};
    static const struct problem_words twice = {
        {"det står en parentes for mye", "there is one bracket too many"},
        {"slett den", "delete it"}};
    struct str rest = str_from(scan->value, scan->at), more = blank_trim(rest);
    if (str_trim(rest).len == 0 || str_starts(str_trim(rest), STR("#")))
        return false;
    struct str closed = str_slice(scan->value, 0, scan->at);
    if (more.len == 0)
        *fault = (struct flow_fault){&blank, scan->at, closed};
    else if (more.len == 1 && strchr("])}", more.ptr[0]))
        *fault = (struct flow_fault){&twice, (size_t)(more.ptr - scan->value.ptr), closed};
    else
        *fault = (struct flow_fault){&words, 0, field_line_quoted(scan->arena, scan->value)};
    return true;
}

/* The line ends before the last bracket does. */
static bool look_open(struct flow_scan *scan, struct flow_fault *fault)
{
    struct str kept = blank_trim(scan->value);
    bool wrong = kept.len > 1 && strchr(")]}>", kept.ptr[kept.len - 1]);
    kept.len -= wrong;
    while (kept.len > 1 &&
           (kept.ptr[kept.len - 1] == ',' || ascii_is_space(kept.ptr[kept.len - 1])))
        kept.len--;
    char closers[sizeof scan->closers];
    for (size_t i = 0; i < scan->depth; i++)
        closers[i] = scan->closers[scan->depth - 1 - i];
    fault->words = NULL;
    fault->at = scan->opened[scan->depth - 1];
    fault->mended = STR_JOIN(scan->arena, kept, (struct str){closers, scan->depth});
    return true;
}

static bool look_comma(struct flow_scan *scan, struct flow_fault *fault)
{
    static const struct problem_words words = {
        {"det står et komma for mye", "there is one comma too many"}, {FLOW_DELETE}};
    size_t start = scan->at;
    while (scan->value.ptr[start - 1] == ' ')
        start--;
    *fault = (struct flow_fault){&words, scan->at, flow_with(scan, start, scan->at + 1, STR(""))};
    return true;
}

/* A quotation mark that begins a text has no other on the line: one is due before the bracket. */
static bool look_quote(struct flow_scan *scan, struct flow_fault *fault)
{
    static const struct problem_words words = {{YAML_NEVER_CLOSED}, {YAML_SAME_QUOTE}};
    size_t end = scan->value.len;
    while (end > scan->at + 1 && strchr(" ]}", scan->value.ptr[end - 1]))
        end--;
    size_t comma = str_find_byte(str_slice(scan->value, scan->at, end), ',');
    end = comma == SIZE_MAX ? end : scan->at + comma;
    struct str mark = str_slice(scan->value, scan->at, scan->at + 1);
    *fault = (struct flow_fault){&words, scan->at, flow_with(scan, end, end, mark)};
    return true;
}

/* After a text in quotation marks only a comma, a colon or a bracket may come. */
static bool look_after_quote(struct flow_scan *scan, size_t from, struct flow_fault *fault)
{
    static const struct problem_words words = {
        {"det mangler komma mellom to verdier", "a comma is missing between two values"},
        {"skriv komma mellom dem", "write a comma between them"}};
    size_t next = scan->at;
    while (next < scan->value.len && ascii_is_space(scan->value.ptr[next]))
        next++;
    if (next == scan->value.len || strchr(",:]}#", scan->value.ptr[next]))
        return false;
    bool quoted = strchr("\"'", scan->value.ptr[next]);
    if (quoted && next > scan->at) {
        *fault =
            (struct flow_fault){&words, scan->at, flow_with(scan, scan->at, scan->at, STR(","))};
        return true;
    }
    /* `["x" y, z]`: the item as a whole was a text. */
    size_t end = next;
    while (end < scan->value.len && !strchr(",]}", scan->value.ptr[end]))
        end++;
    struct str item = str_trim(str_slice(scan->value, from, end));
    *fault = (struct flow_fault){
        NULL, next, flow_with(scan, from, from + item.len, field_line_quoted(scan->arena, item))};
    return true;
}

/* ` #` makes the rest of the line a comment, brackets and all. */
static bool look_comment(struct flow_scan *scan, struct flow_fault *fault)
{
    static const struct problem_words words = {
        {"« #» gjør resten av linjen til en kommentar",
         "“ #” makes the rest of the line a comment"},
        {"sett teksten i anførselstegn", "put the text in quotation marks"}};
    size_t end = scan->at;
    while (end < scan->value.len && !strchr(",]}", scan->value.ptr[end]))
        end++;
    struct str item = str_trim(str_slice(scan->value, scan->item, end));
    *fault = (struct flow_fault){
        &words, scan->at,
        flow_with(scan, scan->item, scan->item + item.len, field_line_quoted(scan->arena, item))};
    return true;
}

/* Takes one sign or one quoted text. True if it is a fault. */
static bool flow_step(struct flow_scan *scan, struct flow_fault *fault)
{
    char c = scan->value.ptr[scan->at];
    size_t start = scan->at;
    if (scan->empty && (c == '"' || c == '\'')) {
        size_t end = flow_quote_end(scan->value, start);
        if (end == SIZE_MAX)
            return look_quote(scan, fault);
        scan->at = end;
        scan->empty = false;
        return look_after_quote(scan, start, fault);
    }
    if (c == ',' && scan->empty)
        return look_comma(scan, fault);
    if (c == '#' && !scan->empty && scan->value.ptr[start - 1] == ' ')
        return look_comment(scan, fault);
    if (c == '[' || c == '{') {
        if (scan->depth == sizeof scan->closers)
            return false;
        scan->opened[scan->depth] = start;
        scan->closers[scan->depth++] = c == '[' ? ']' : '}';
    } else if (scan->closers[scan->depth - 1] == c) {
        scan->depth--;
    }
    bool value_next = c == ':' && start + 1 < scan->value.len && scan->value.ptr[start + 1] == ' ';
    if (c != ' ' && scan->empty)
        scan->item = start;
    if (c != ' ')
        scan->empty = c == ',' || c == '[' || c == '{' || value_next;
    scan->at++;
    return false;
}

bool flow_look(struct arena *arena, struct str value, struct flow_fault *fault)
{
    struct flow_scan scan = {.arena = arena, .value = value};
    do {
        size_t before = scan.at;
        if (flow_step(&scan, fault))
            return true;
        if (scan.at == before)
            return false; /* too deep */
    } while (scan.depth && scan.at < value.len);
    return scan.depth ? look_open(&scan, fault) : look_after(&scan, fault);
}
