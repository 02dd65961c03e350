#include "collection/edition.h"

#include "base/buf.h"
#include "base/language.h"
#include "base/vec.h"
#include "collection/published.h"
#include "collection/rules.h"
#include "parse/gate.h"

/* ---- as it is read ---- */

static struct edition_entry *edition_add(struct edition *edition, struct arena *arena,
                                         struct str path)
{
    struct edition_entry *entry = arena_new(arena, struct edition_entry);
    entry->path = path;
    vec_push(arena, &edition->entries, entry);
    map_add(&edition->by_path, path, entry);
    return entry;
}

static void edition_read_fact(struct edition_entry *entry, struct arena *arena, struct str line)
{
    struct str rest = str_from(line, 1), key;
    str_cut(&rest, '\t', &key);
    if (!rest.ptr)
        rest = STR("");
    vec_push(arena, &entry->facts, ((struct edition_fact){key, rest}));
}

static void edition_parse(struct edition *edition, struct arena *arena, struct diags *diags)
{
    struct edition_entry *entry = NULL;
    for (struct str rest = edition->source.text, line; str_cut(&rest, '\n', &line);) {
        bool fact = str_starts(line, STR("\t"));
        if (line.len == 0 || line.ptr[0] == '#')
            continue;
        if (!fact && published_is_page(line))
            entry = edition_add(edition, arena, line);
        else if (fact && entry)
            edition_read_fact(entry, arena, line);
        else
            collection_tell(diags, RULE_EDITION_LINE, source_span_of(&edition->source, line),
                            (struct detail){.args = {str_trim(line)}});
    }
}

void edition_read(struct edition *edition, struct arena *arena, const struct fs_root *root,
                  struct str path, struct diags *diags)
{
    enum fs_kind kind;
    map_init(&edition->by_path, arena);
    edition->there = fs_kind_of(root, path, &kind);
    source_init(&edition->source, arena, path, STR(""));
    if (edition->there && gate_read_list(arena, root, path, EDITION_MAX, &edition->source, diags))
        edition_parse(edition, arena, diags);
}

const struct edition_entry *edition_find(const struct edition *edition, struct str path)
{
    return map_get(&edition->by_path, path);
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

const struct edition_fact *edition_fact(const struct edition_entry *entry, struct str key,
                                        struct str heading)
{
    for (size_t i = 0; i < entry->facts.len; i++) {
        const struct edition_fact *fact = &entry->facts.items[i];
        if (str_eq(fact->key, key) && (key.len || str_eq(edition_value(fact->values), heading)))
            return fact;
    }
    return NULL;
}

bool edition_same(const struct edition_entry *a, const struct edition_entry *b)
{
    bool same = a->facts.len == b->facts.len;
    for (size_t i = 0; same && i < a->facts.len; i++)
        same = str_eq(a->facts.items[i].values, b->facts.items[i].values) &&
               str_eq(a->facts.items[i].key, b->facts.items[i].key);
    return same;
}

/* ---- as it is written ---- */

struct str edition_text(struct arena *arena, const struct language *language,
                        struct edition_entry *const *entries, size_t count)
{
    struct buf out = BUF_INIT;
    buf_format(&out, "# %.*s\n", STR_ARG(language_says(language, PHRASE_EDITION_FIRST)));
    buf_format(&out, "# %.*s\n", STR_ARG(language_says(language, PHRASE_EDITION_SECOND)));
    for (size_t i = 0; i < count; i++) {
        buf_format(&out, "\n%.*s\n", STR_ARG(entries[i]->path));
        for (size_t k = 0; k < entries[i]->facts.len; k++) {
            const struct edition_fact *fact = &entries[i]->facts.items[k];
            buf_format(&out, "\t%.*s\t%.*s\n", STR_ARG(fact->key), STR_ARG(fact->values));
        }
    }
    return buf_finish(&out, arena);
}
