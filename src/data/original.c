#include "data/original.h"

#include "base/json.h"
#include "data/tree_json.h"
#include "plan/paths.h"

/*
 * The lines of the fields, without comments. A comment can only stand between scalars
 * (YAML 1.2.2, 6.6), and in the first line of a block (8.1.1), so all scalars are gone
 * through in the order in which they are written.
 */
struct lines {
    const struct source *source;
    struct buf *out;
    size_t at;     /* what stands before it has been put */
    bool comments; /* some were left out */
};

/* Takes the blanks off that stand before a comment; a line of its own goes altogether. */
static void drop_comment(struct lines *lines, struct str *gap)
{
    size_t end = str_find_byte(*gap, '\n');
    struct str before = buf_str(lines->out);
    while (before.len && (str_ends(before, STR(" ")) || str_ends(before, STR("\t"))))
        before.len--;
    lines->out->len = before.len;
    bool alone = before.len == 0 || str_ends(before, STR("\n"));
    *gap = end == SIZE_MAX ? (struct str){0} : str_from(*gap, alone ? end + 1 : end);
    lines->comments = true;
}

/* Puts what stands between two scalars: signs, blanks, line ends and comments. */
static void put_gap(struct lines *lines, size_t end)
{
    struct str gap = str_slice(lines->source->text, lines->at, end);
    lines->at = end;
    for (size_t sign; (sign = str_find_byte(gap, '#')) != SIZE_MAX;) {
        buf_put(lines->out, str_slice(gap, 0, sign));
        gap = str_from(gap, sign);
        drop_comment(lines, &gap);
    }
    buf_put(lines->out, gap);
}

/* Puts a scalar; of a block, the first line is a gap. */
static void put_scalar(struct lines *lines, struct span span)
{
    struct str text = str_slice(lines->source->text, span.start, span.end);
    bool block = str_starts(text, STR("|")) || str_starts(text, STR(">"));
    size_t line = str_find_byte(text, '\n');
    put_gap(lines, block && line != SIZE_MAX ? span.start + line : span.start);
    buf_put(lines->out, str_slice(lines->source->text, lines->at, span.end));
    lines->at = span.end;
}

static void put_scalars(struct lines *lines, const struct value *value)
{
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->list.len; i++)
            put_scalars(lines, value->list.items[i]);
    else if (value->kind == VALUE_MAP)
        for (size_t i = 0; i < value->map.len; i++) {
            put_scalar(lines, member_span(&value->map.items[i]));
            put_scalars(lines, value->map.items[i].value);
        }
    else if (value->span.end > lines->at)
        put_scalar(lines, value->span);
}

static size_t line_start_of(struct str text, size_t at)
{
    size_t before = str_rfind_byte(str_slice(text, 0, at), '\n');
    return before == SIZE_MAX ? 0 : before + 1;
}

/* Whether each field begins a line: the map is not in brackets. */
static bool begin_lines(const struct document *document)
{
    const struct value_map *map = &document->fields->map;
    for (size_t i = 0; i < map->len; i++) {
        size_t start = map->items[i].key_start;
        if (line_start_of(document->source.text, start) != start)
            return false;
    }
    return true;
}

/* Fields in brackets are put as JSON, which is YAML. */
static void put_as_json(struct buf *out, const struct member *member)
{
    struct json json = json_into(out);
    buf_put(out, member->key);
    buf_lit(out, ": ");
    tree_json_put(&json, member->value, JSON_SPACED, JSON_SPACED);
    buf_byte(out, '\n');
}

static void put_field(struct json *json, struct lines *lines, const struct member *member,
                      size_t end)
{
    struct buf text = BUF_INIT;
    if (end) {
        lines->out = &text;
        put_scalar(lines, member_span(member));
        put_scalars(lines, member->value);
        put_gap(lines, end);
    } else {
        put_as_json(&text, member);
    }
    json_open_list(json, JSON_TIGHT);
    json_put_text(json, member->key);
    tree_json_put(json, member->value, JSON_TIGHT, JSON_TIGHT);
    json_put_text(json, buf_str(&text));
    json_close(json);
    buf_release(&text);
}

/* Returns whether there were comments. */
static bool put_fields(struct json *json, const struct document *document)
{
    const struct value_map *map = &document->fields->map;
    struct str text = document->source.text;
    size_t start = map->len ? map->items[0].key_start : 0;
    size_t end = line_start_of(text, document->written.start - 1);
    bool apart = begin_lines(document);
    struct lines lines = {.source = &document->source, .at = start};
    lines.comments = str_find_byte(str_slice(text, 0, start), '#') != SIZE_MAX;
    json_open_list(json, JSON_LINES);
    for (size_t i = 0; i < map->len; i++) {
        size_t next = i + 1 < map->len ? map->items[i + 1].key_start : end;
        put_field(json, &lines, &map->items[i], apart ? next : 0);
    }
    json_close(json);
    return lines.comments;
}

static void put_original(struct json *json, const struct document *document)
{
    json_open_map(json, JSON_LINES);
    json_put_member(json, STR("path"), document->source.path);
    json_key(json, STR("fields"));
    bool comments = put_fields(json, document);
    json_key(json, STR("comments"));
    json_put_bool(json, comments);
    json_put_member(
        json, STR("body"),
        str_slice(document->source.text, document->written.start, document->written.end));
    json_close(json);
}

void original_add(struct plan *plan)
{
    const struct entry *const *entries =
        (const struct entry *const *)plan->collection->entries.items;
    for (size_t i = 0; i < plan->collection->entries.len; i++) {
        const struct entry *entry = entries[i];
        struct str path = plan_original_path(&plan->arena, plan->collection, entry);
        if (path.len)
            plan_add(plan, (struct output){.path = path,
                                           .entry = entry,
                                           .texts = {entries + i, 1},
                                           .origin = plan_document_span(entry->document)});
    }
}

void original_put(struct buf *out, const struct output *output, const struct plan *plan,
                  struct arena *scratch)
{
    struct json json = json_into(out);
    (void)plan;
    (void)scratch;
    buf_lit(out, "(self.samling_entries ||= {})[\"");
    buf_put(out, output->entry->document->slug); /* a slug needs no escapes */
    buf_lit(out, "\"] = ");
    put_original(&json, output->entry->document);
    buf_lit(out, ";\n");
}
