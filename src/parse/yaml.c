#include "parse/yaml.h"

#include <stdint.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/norwegian.h"
#include "base/utf8.h"
#include "base/value.h"
#include "parse/comment.h"
#include "parse/gate.h"
#include "parse/rules.h"
#include "parse/yaml_problems.h"
#include "parse/yaml_slips.h"

struct yaml_reader {
    struct arena *arena;
    struct arena scratch; /* for keys, and for lists and maps until they are read */
    const struct source *source;
    struct diags *diags;
    yaml_parser_t parser;
    struct span part;
    size_t first_line; /* of the part, in the source */
    size_t depth;      /* how many lists and maps are open */
    uint32_t last_end; /* where the last node ended, in the source */
    struct {
        size_t index, offset; /* in code points of the part, in bytes of the source */
    } reached;                /* the mark that was looked for last */
    bool stopped;             /* after a finding: no more can be read */
    bool unsound;             /* after a finding: more can be read, but no result is returned */
};

/* Nearly all marks come in their order, so each is counted to from the one before. */
static size_t offset_of_mark(struct yaml_reader *reader, const yaml_mark_t *mark)
{
    if (mark->index < reader->reached.index)
        return source_offset_runes(reader->source, reader->first_line + mark->line,
                                   mark->column + 1);
    struct str ahead = str_slice(reader->source->text, reader->reached.offset, reader->part.end);
    reader->reached.offset += utf8_skip(ahead, mark->index - reader->reached.index);
    reader->reached.index = mark->index;
    return reader->reached.offset;
}

/* libyaml ends block scalars after the line end; people end them before it. */
static struct span span_of(struct yaml_reader *reader, const yaml_event_t *event)
{
    size_t start = offset_of_mark(reader, &event->start_mark);
    size_t end = offset_of_mark(reader, &event->end_mark);
    struct str text = reader->source->text;
    while (end > start && (text.ptr[end - 1] == '\n' || text.ptr[end - 1] == ' '))
        end--;
    return source_span(reader->source, start, end);
}

static void yaml_tell(struct yaml_reader *reader, enum parse_rule rule, struct span span)
{
    diag_add(reader->diags, &parse_rules[rule], span, NO_DETAIL);
}

/* For what YAML allows and fields do not: anchors, tags, keys that are not names. */
static void yaml_tell_unsound(struct yaml_reader *reader, enum parse_rule rule, struct span span)
{
    yaml_tell(reader, rule, span);
    reader->unsound = true;
}

/* The same for a sign that most who write it meant as the first of a text. */
static void tell_sign(struct yaml_reader *reader, enum parse_rule rule, struct span span)
{
    struct str meant = slip_quoted_line(reader->arena, reader->source, span.start);
    diag_add(reader->diags, &parse_rules[rule], span, (struct detail){.suggestion = meant});
    reader->unsound = true;
}

/* Returns the offset of the first line that begins with a percent sign, or `otherwise`. */
static size_t directive_or(const struct yaml_reader *reader, size_t otherwise)
{
    for (size_t line = reader->first_line; line <= reader->source->line_count; line++)
        if (str_starts(source_line(reader->source, line), STR("%")))
            return reader->source->lines[line - 1];
    return otherwise;
}

/* libyaml wants a `---` after a directive and after `...`. Tells of the one that is there. */
static void tell_second_start(struct yaml_reader *reader, size_t at)
{
    size_t directive = directive_or(reader, SIZE_MAX);
    bool found = directive <= at;
    size_t place = found ? directive : at;
    size_t line = source_place(reader->source, place).line;
    yaml_tell(
        reader, found ? RULE_YAML_DIRECTIVE : RULE_YAML_SECOND_DOCUMENT,
        source_span(reader->source, place, source_offset_bytes(reader->source, line, SIZE_MAX)));
}

/*
 * Returns the number of the line at which libyaml cannot read a text on, SIZE_MAX if it can.
 * A text without fields cannot be read, nor can one that is too deep.
 */
static size_t fault_line(struct str text)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t line = SIZE_MAX, depth = 0;
    if (!yaml_parser_initialize(&parser))
        memory_end();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.ptr, text.len);
    for (bool ended = false; !ended;) {
        if (!yaml_parser_parse(&parser, &event)) {
            line = parser.problem_mark.line + 1;
            break;
        }
        bool opens =
            event.type == YAML_MAPPING_START_EVENT || event.type == YAML_SEQUENCE_START_EVENT;
        bool closes = event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT;
        bool bare = event.type == YAML_SCALAR_EVENT && depth == 0;
        depth = depth + opens - closes;
        ended = event.type == YAML_STREAM_END_EVENT || bare || depth > GATE_YAML_DEPTH_MAX;
        if (ended && event.type != YAML_STREAM_END_EVENT)
            line = event.start_mark.line + 1;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return line;
}

/* `detail` is of the problem as libyaml has it, for a slip without words of its own. */
static void tell_slip(struct diags *diags, const struct slip *slip, struct detail detail)
{
    if (slip->words)
        detail = yaml_problem_in_words(&diags->arena, slip->words, STR(""));
    detail.suggestion = slip->mended;
    diag_add(diags, &parse_rules[RULE_YAML_SYNTAX], slip->span, detail);
}

/* Tells of what YAML can read and people meant otherwise. `quoted`: in quotation marks. */
static void check_meant(struct yaml_reader *reader, struct span span, bool quoted)
{
    struct slip slip;
    if (reader->unsound || !(quoted ? slip_swallowed : slip_hard_blank)(reader->arena, span, &slip))
        return;
    tell_slip(reader->diags, &slip, NO_DETAIL);
    reader->unsound = true;
}

static void tell_syntax(struct yaml_reader *reader)
{
    yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        memory_end();
    struct str problem = parser->problem ? str_of(parser->problem) : STR("syntax error");
    bool at_start = parser->context && yaml_problem_is_at_start(problem);
    size_t at = offset_of_mark(reader, at_start ? &parser->context_mark : &parser->problem_mark);
    size_t width = utf8_skip(str_from(reader->source->text, at), 1);
    bool second = str_eq(problem, STR("did not find expected <document start>"));
    bool directive = second && directive_or(reader, SIZE_MAX) <= at;
    if (reader->unsound && !second)
        return;
    struct detail detail = yaml_problem_detail(reader->arena, reader->source, problem, at);
    struct slip slip;
    if (!directive && slip_find(reader->arena, reader->source, reader->part, fault_line, &slip))
        tell_slip(reader->diags, &slip, detail);
    else if (second)
        tell_second_start(reader, at);
    else
        diag_add(reader->diags, &parse_rules[RULE_YAML_SYNTAX],
                 source_span(reader->source, at, at + width), detail);
}

/* Stores the next event, which the caller deletes. False after a finding: there are no more. */
static bool next_event(struct yaml_reader *reader, yaml_event_t *event)
{
    if (reader->stopped)
        return false;
    if (!yaml_parser_parse(&reader->parser, event)) {
        tell_syntax(reader);
        reader->stopped = true;
        return false;
    }
    return true;
}

static void check_properties(struct yaml_reader *reader, const yaml_event_t *event,
                             const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        tell_sign(reader, RULE_YAML_ANCHOR, span_of(reader, event));
    if (tag)
        tell_sign(reader, RULE_YAML_TAG, span_of(reader, event));
}

/* A note in a value is part of the value. It is told at its place, if it is written as it is read.
 */
static void check_comment(struct yaml_reader *reader, const struct value *value)
{
    struct comment_reader comments = comment_reader_of(value->text);
    struct comment_mark mark = comment_next(&comments);
    while (mark.kind == COMMENT_CLOSES || mark.kind == COMMENT_HTML)
        mark = comment_next(&comments);
    if (mark.kind == COMMENT_NONE)
        return;
    const struct source *source = reader->source;
    struct span span = value->span;
    size_t at = str_find(str_slice(source->text, span.start, span.end), mark.text);
    if (at != SIZE_MAX)
        span = source_span(source, span.start + at, span.start + at + mark.text.len);
    diag_add(reader->diags, &parse_rules[RULE_COMMENT_FIELD], span,
             (struct detail){.args = {mark.text}});
}

/* Returns the text of a scalar. Where it stands in the source as it reads, it is a view of that. */
static struct str kept_text(const struct yaml_reader *reader, struct str text, struct span span)
{
    struct str written = str_slice(reader->source->text, span.start, span.end);
    bool quoted = str_starts(written, STR("\"")) || str_starts(written, STR("'"));
    struct str same = str_slice(str_from(written, quoted), 0, text.len);
    struct str composed = norwegian_composed(reader->arena, text);
    return composed.ptr == text.ptr && str_eq(same, text) ? same
                                                          : str_copy(reader->arena, composed);
}

static struct value *read_scalar(struct yaml_reader *reader, struct arena *arena,
                                 const yaml_event_t *event)
{
    struct value *value = arena_new(arena, struct value);
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    value->kind = plain ? VALUE_PLAIN : VALUE_TEXT;
    value->span = span_of(reader, event);
    reader->last_end = value->span.end;
    struct str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    size_t marks = 0;
    if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        gate_escapes(text, value->span, &marks, reader->diags);
    value->text = kept_text(reader, text, value->span);
    check_properties(reader, event, event->data.scalar.anchor, event->data.scalar.tag);
    check_comment(reader, value);
    if (event->data.scalar.style != YAML_LITERAL_SCALAR_STYLE &&
        event->data.scalar.style != YAML_FOLDED_SCALAR_STYLE)
        check_meant(reader, value->span, !plain);
    return value;
}

static struct value *read_node(struct yaml_reader *reader, struct arena *arena,
                               const yaml_event_t *event);

static bool enter_nested(struct yaml_reader *reader, const yaml_event_t *event)
{
    if (++reader->depth <= GATE_YAML_DEPTH_MAX)
        return true;
    struct str limit = str_format(reader->arena, "%d", GATE_YAML_DEPTH_MAX);
    diag_add(reader->diags, &parse_rules[RULE_YAML_TOO_DEEP], span_of(reader, event),
             (struct detail){.args = {limit}});
    reader->stopped = true;
    return false;
}

/*
 * Sets the end of a list or a map. One in brackets ends with its bracket. Any other ends
 * with the last node in it, for libyaml's end comes after blank lines and comments.
 */
static void leave_nested(struct yaml_reader *reader, struct value *value, const yaml_event_t *end)
{
    reader->depth--;
    if (end->end_mark.index > end->start_mark.index)
        reader->last_end = span_of(reader, end).end;
    if (value->span.end < reader->last_end)
        value->span.end = reader->last_end;
}

static struct value *read_sequence(struct yaml_reader *reader, const yaml_event_t *start)
{
    struct value *list = value_list(reader->arena);
    list->span = span_of(reader, start);
    check_properties(reader, start, start->data.sequence_start.anchor,
                     start->data.sequence_start.tag);
    yaml_event_t event;
    if (!enter_nested(reader, start))
        return list;
    while (next_event(reader, &event)) {
        bool ended = event.type == YAML_SEQUENCE_END_EVENT;
        if (ended)
            leave_nested(reader, list, &event);
        else
            value_add(&reader->scratch, list, read_node(reader, reader->arena, &event));
        yaml_event_delete(&event);
        if (ended)
            break;
    }
    value_fit(reader->arena, list);
    return list;
}

/* Adds a member to the map, or tells why not: its key is no name, or is taken. */
static void add_member(struct yaml_reader *reader, struct value *map, const struct value *key,
                       struct value *value)
{
    struct str name = value_str(key);
    const struct member *first = value_member(map, name);
    if (key->kind == VALUE_LIST || key->kind == VALUE_MAP || name.len == 0) {
        yaml_tell_unsound(reader, RULE_YAML_KEY, key->span);
    } else if (str_eq(name, STR("<<")) && key->kind == VALUE_PLAIN) {
        yaml_tell_unsound(reader, RULE_YAML_MERGE, key->span);
    } else if (first) {
        struct place place = source_place(reader->source, first->key_start);
        struct str line = str_format(reader->arena, "%zu", place.line);
        diag_add(reader->diags, &parse_rules[RULE_YAML_DUPLICATE_KEY], key->span,
                 (struct detail){.args = {name, line}});
    } else {
        value_put_read(&reader->scratch, map, name, key->span, value);
    }
}

/* The events of a mapping are its keys and values in turn; `key` waits for its value. */
static struct value *read_mapping(struct yaml_reader *reader, const yaml_event_t *start)
{
    struct value *map = value_map(reader->arena), *key = NULL;
    map->span = span_of(reader, start);
    check_properties(reader, start, start->data.mapping_start.anchor,
                     start->data.mapping_start.tag);
    yaml_event_t event;
    if (!enter_nested(reader, start))
        return map;
    while (next_event(reader, &event)) {
        bool ended = event.type == YAML_MAPPING_END_EVENT;
        struct arena *arena = key ? reader->arena : &reader->scratch;
        struct value *value = ended ? NULL : read_node(reader, arena, &event);
        if (ended)
            leave_nested(reader, map, &event);
        yaml_event_delete(&event);
        if (ended)
            break;
        if (key)
            add_member(reader, map, key, value);
        key = key ? NULL : value;
    }
    value_fit(reader->arena, map);
    return map;
}

/* Returns a node in the arena. Of a scalar in another one than the reader's, the text is kept. */
static struct value *read_node(struct yaml_reader *reader, struct arena *arena,
                               const yaml_event_t *event)
{
    struct value *value;
    switch (event->type) {
    case YAML_SCALAR_EVENT: return read_scalar(reader, arena, event);
    case YAML_SEQUENCE_START_EVENT: return read_sequence(reader, event);
    case YAML_MAPPING_START_EVENT: return read_mapping(reader, event);
    case YAML_ALIAS_EVENT: tell_sign(reader, RULE_YAML_ANCHOR, span_of(reader, event)); break;
    default: break;
    }
    value = value_null(arena);
    value->span = span_of(reader, event);
    reader->last_end = value->span.end;
    return value;
}

static void check_document(struct yaml_reader *reader, const yaml_event_t *event, size_t number)
{
    if (event->data.document_start.version_directive ||
        event->data.document_start.tag_directives.start !=
            event->data.document_start.tag_directives.end)
        yaml_tell(reader, RULE_YAML_DIRECTIVE, span_of(reader, event));
    if (number > 1) {
        yaml_tell(reader, RULE_YAML_SECOND_DOCUMENT, span_of(reader, event));
        reader->stopped = true;
    }
}

static struct value *read_stream(struct yaml_reader *reader)
{
    struct value *root = NULL;
    size_t documents = 0;
    yaml_event_t event;
    bool ended = false;
    while (!ended && next_event(reader, &event)) {
        ended = event.type == YAML_STREAM_END_EVENT;
        if (event.type == YAML_DOCUMENT_START_EVENT)
            check_document(reader, &event, ++documents);
        else if (event.type == YAML_SCALAR_EVENT || event.type == YAML_SEQUENCE_START_EVENT ||
                 event.type == YAML_MAPPING_START_EVENT || event.type == YAML_ALIAS_EVENT)
            root = read_node(reader, reader->arena, &event);
        yaml_event_delete(&event);
    }
    return root;
}

/* Returns the document, or NULL if it is empty or unreadable. `sound`: it may be used. */
static struct value *parse(struct arena *arena, const struct source *source, struct span part,
                           struct diags *diags, bool *sound)
{
    struct yaml_reader reader = {.arena = arena, .source = source, .diags = diags, .part = part};
    struct str text = str_slice(source->text, part.start, part.end);
    reader.first_line = source_place(source, part.start).line;
    reader.reached.offset = part.start;
    if (!yaml_parser_initialize(&reader.parser))
        memory_end();
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text.ptr, text.len);
    struct value *root = read_stream(&reader);
    yaml_parser_delete(&reader.parser);
    arena_release(&reader.scratch);
    *sound = !reader.stopped && !reader.unsound;
    return reader.stopped ? NULL : root;
}

struct value *yaml_parse(struct arena *arena, const struct source *source, struct span part,
                         struct diags *diags)
{
    bool sound;
    struct value *root = parse(arena, source, part, diags, &sound);
    if (!root) {
        root = value_map(arena);
        root->span = source_span(source, part.start, part.start);
    }
    if (root->kind != VALUE_MAP) {
        struct slip slip;
        if (root->kind == VALUE_PLAIN && slip_find(arena, source, part, fault_line, &slip) &&
            slip.span.start > root->span.start) /* else it is prose: a word, and no colon */
            tell_slip(diags, &slip, NO_DETAIL);
        else
            diag_add(diags, &parse_rules[RULE_YAML_NOT_FIELDS], root->span, NO_DETAIL);
        return NULL;
    }
    return sound ? root : NULL;
}

struct value *yaml_parse_any(struct arena *arena, const struct source *source, struct span part,
                             struct diags *diags)
{
    bool sound;
    struct value *root = parse(arena, source, part, diags, &sound);
    if (!root) {
        root = value_null(arena);
        root->span = source_span(source, part.start, part.start);
    }
    return sound ? root : NULL;
}

const char *yaml_version(void)
{
    return yaml_get_version_string();
}
