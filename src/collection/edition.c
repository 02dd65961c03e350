#include "collection/edition.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/vec.h"
#include "collection/published.h"
#include "collection/rules.h"
#include "parse/gate.h"

/* ---- as it is read ---- */

static void edition_add(struct edition *edition, struct str path)
{
    vec_push(&edition->arena, &edition->entries, ((struct edition_entry){.path = path}));
}

/* What lies between the facts of an entry is theirs, too: comments, and empty lines. */
static void edition_add_fact(struct edition_entry *entry, struct str line, struct str rest)
{
    if (!entry->facts.ptr)
        entry->facts.ptr = line.ptr;
    entry->facts.len =
        (size_t)(rest.ptr ? rest.ptr - entry->facts.ptr : line.ptr + line.len - entry->facts.ptr);
}

static void edition_parse(struct edition *edition, struct diags *diags)
{
    for (struct str rest = edition->source.text, line; str_cut(&rest, '\n', &line);) {
        bool fact = str_starts(line, STR("\t"));
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        if (!fact && published_is_page(line))
            edition_add(edition, line);
        else if (fact && edition->entries.len)
            edition_add_fact(&edition->entries.items[edition->entries.len - 1], line, rest);
        else
            collection_tell(diags, RULE_EDITION_LINE, source_span_of(&edition->source, line),
                            (struct detail){.args = {str_trim(line)}});
    }
}

static void edition_index(struct edition *edition)
{
    map_init_for(&edition->by_path, &edition->arena, edition->entries.len);
    for (size_t i = 0; i < edition->entries.len; i++)
        map_add(&edition->by_path, edition->entries.items[i].path, &edition->entries.items[i]);
}

void edition_read(struct edition *edition, const struct fs_root *root, struct str path,
                  struct diags *diags)
{
    enum fs_kind kind;
    struct arena *arena = &edition->arena;
    edition->there = fs_kind_of(root, path, &kind);
    source_init(&edition->source, arena, path, STR(""));
    if (edition->there && gate_read_list(arena, root, path, EDITION_MAX, &edition->source, diags))
        edition_parse(edition, diags);
    edition_index(edition);
}

void edition_release(struct edition *edition)
{
    arena_release(&edition->arena);
    *edition = (struct edition){0};
}

const struct edition_entry *edition_find(const struct edition *edition, struct str path)
{
    return map_get(&edition->by_path, path);
}

/* ---- facts ---- */

bool edition_next(struct str *facts, struct edition_fact *fact)
{
    for (struct str line; str_cut(facts, '\n', &line);)
        if (str_starts(line, STR("\t"))) {
            fact->values = str_from(line, 1);
            str_cut(&fact->values, '\t', &fact->key);
            if (!fact->values.ptr)
                fact->values = STR("");
            return true;
        }
    return false;
}

struct str edition_value(struct str values)
{
    struct str first;
    return str_cut(&values, '\t', &first) ? first : (struct str){0};
}

bool edition_has(struct str values, struct str value)
{
    for (struct str one; str_cut(&values, '\t', &one);)
        if (str_eq(one, value))
            return true;
    return false;
}

struct str edition_values(const struct edition_entry *entry, struct str key)
{
    struct edition_fact fact;
    for (struct str rest = entry->facts; edition_next(&rest, &fact);)
        if (str_eq(fact.key, key))
            return fact.values;
    return (struct str){0};
}

bool edition_same(const struct edition_entry *a, const struct edition_entry *b)
{
    return str_eq(a->facts, b->facts);
}

/* ---- as it is written ---- */

struct str edition_text(struct arena *arena, const struct language *language,
                        const struct edition_entry *entries, size_t count)
{
    struct buf out = BUF_INIT;
    buf_format(&out, "# %.*s\n", STR_ARG(language_says(language, PHRASE_EDITION_FIRST)));
    buf_format(&out, "# %.*s\n", STR_ARG(language_says(language, PHRASE_EDITION_SECOND)));
    for (size_t i = 0; i < count; i++) {
        buf_format(&out, "\n%.*s\n", STR_ARG(entries[i].path));
        buf_put(&out, entries[i].facts);
    }
    return buf_finish(&out, arena);
}
