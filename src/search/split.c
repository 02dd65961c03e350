#include "search/split.h"

#include <assert.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "search/code.h"
#include "search/marked.h"
#include "search/named.h"
#include "search/orders.h"
#include "search/parts.h"
#include "search/suffixes.h"

/* The letters of the kinds of files that start says the hashes of. */
static const struct str kinds = STR_INIT("owpf");
enum { KINDS = 4 };

/* A capital letter counts the letters that two bounds share. */
enum { SHARED_MAX = 'Z' - 'A' };

struct split_writer {
    struct made_files *files;
    struct arena *arena;  /* where the files live */
    struct arena scratch; /* for all else */
    const struct search_documents *documents;
    const struct search_words *words;
    const struct search_options *options;
    struct str *lists;       /* by the word's number: its list, or where that is («p3.14») */
    struct search_sets sets; /* of the terms, or where those are */
    struct search_orders orders;
    struct suffixes suffixes;
    size_t
        *last_file; /* by the word's number: the last w-file it was reckoned to, from 1; 0: none */
    struct marked in_file;           /* the words of the w-file that is written, by number */
    struct str bound;                /* where the last w-file begins */
    struct buf word_files, sorts, f; /* what start says under these names */
    struct buf hashes[KINDS]; /* of the files of a kind, one after the other, by their numbers */
    struct buf bytes;         /* of the file that is being written */
};

static struct str split_add_file(struct split_writer *split, struct str stem)
{
    return search_add_file(split->files, split->arena, split->documents->collection, stem,
                           &split->bytes);
}

static struct buf *hashes_of(struct split_writer *split, char letter)
{
    size_t kind = str_find_byte(kinds, letter);
    assert(kind < KINDS);
    return &split->hashes[kind];
}

/* Adds a file of a kind; they come in the order of their numbers. */
static void add_numbered(struct split_writer *split, char letter, size_t number)
{
    struct buf *hashes = hashes_of(split, letter);
    assert(hashes->len == number * HASH_IN_INDEX);
    buf_put(hashes, split_add_file(split, str_format(&split->scratch, "%c%zu", letter, number)));
}

static void open_numbered(struct split_writer *split, char letter, size_t number)
{
    buf_format(&split->bytes, "samling_index.%c[%zu]=", letter, number);
}

static void split_orders(struct split_writer *split)
{
    search_orders_make(&split->orders, &split->scratch, split->documents->collection);
    for (size_t i = 0, file = 0; i < split->orders.len; i++)
        for (size_t from = 0; from < split->orders.entries; file++) {
            open_numbered(split, 'o', file);
            from = search_orders_put_ranks(&split->bytes, &split->orders, i, from,
                                           split->options->rows_max);
            buf_lit(&split->bytes, ";\n");
            add_numbered(split, 'o', file);
            buf_format(&split->sorts, "%s\"%.*s\"", file ? "," : "",
                       STR_ARG(split->orders.items[i].name));
        }
}

/* The p-file that is being written: its number, its bound, and how many lists it has so far. */
struct long_lists {
    size_t file, max, count;
};

static void end_list_file(struct split_writer *split, struct long_lists *lists)
{
    if (lists->count == 0)
        return;
    buf_lit(&split->bytes, "];\n");
    add_numbered(split, 'p', lists->file++);
    lists->count = 0;
}

/* Puts a list into a p-file. Returns what to put beside its word instead: «p3.14». */
static struct str put_long_list(struct split_writer *split, struct long_lists *lists,
                                struct str list)
{
    struct buf *bytes = &split->bytes;
    if (bytes->len + list.len > lists->max)
        end_list_file(split, lists);
    if (lists->count == 0)
        open_numbered(split, 'p', lists->file);
    buf_byte(bytes, lists->count ? ',' : '[');
    search_put_string(bytes, list);
    return str_format(&split->scratch, "p%zu.%zu", lists->file, lists->count++);
}

/* Where in a list the set of the text begins; at its end if there is none. */
static size_t text_at(struct str list)
{
    size_t at = 0, commas = 0;
    while (at < list.len && commas < SEARCH_TEXT)
        commas += list.ptr[at++] == ',';
    return at;
}

/* Of a list that fills a file the set of the text, which says least of an entry, stands in another.
 */
static struct str put_word_list(struct split_writer *split, struct long_lists *lists,
                                struct str list)
{
    size_t at = text_at(list);
    if (list.len > lists->max && list.len - at > split->options->list_inline)
        list = STR_JOIN(&split->scratch, str_slice(list, 0, at),
                        put_long_list(split, lists, str_from(list, at)));
    return put_long_list(split, lists, list);
}

static void split_word_lists(struct split_writer *split, struct long_lists *lists)
{
    struct buf list = BUF_INIT;
    for (size_t i = 0; i < split->words->len; i++) {
        search_put_list(&list, split->words->items[i]);
        split->lists[i] = list.len > split->options->list_inline
                              ? put_word_list(split, lists, buf_str(&list))
                              : str_copy(&split->scratch, buf_str(&list));
        buf_clear(&list);
    }
    end_list_file(split, lists);
    buf_release(&list);
}

/* The sets of one facet are wanted together, so they share no file with those of another. */
static void split_sets(struct split_writer *split, struct long_lists *lists)
{
    struct search_sets *sets = &split->sets;
    search_sets_make(sets, &split->scratch, split->documents->collection);
    for (size_t i = 0; i < sets->len; i++) {
        struct search_set *set = &sets->items[i];
        if (i && set->facet != set[-1].facet)
            end_list_file(split, lists);
        set->elsewhere = set->text.len > split->options->list_inline;
        if (set->elsewhere)
            set->text = put_long_list(split, lists, set->text);
    }
    end_list_file(split, lists);
}

static void split_lists(struct split_writer *split)
{
    struct long_lists lists = {.max = split->options->lists_max};
    split_word_lists(split, &lists);
    lists.max = split->options->sets_max;
    split_sets(split, &lists);
}

static void split_facets(struct split_writer *split)
{
    size_t file = 0, at = 0;
    do {
        open_numbered(split, 'f', file);
        at = search_put_terms(&split->bytes, &split->sets,
                              split->documents->collection->settings.language, at,
                              split->options->rows_max);
        buf_lit(&split->bytes, ";\n");
        add_numbered(split, 'f', file);
        buf_put(&split->f, file++ ? STR(",0") : STR("0"));
    } while (at < split->sets.len);
}

/* How a word is written, if this suffix is the whole of it and it is not as it is folded. */
static struct str form_at(const struct split_writer *split, size_t suffix)
{
    const struct suffix *one = &split->suffixes.items[suffix];
    return one->at == 0 ? split->words->items[one->word]->written.text : (struct str){0};
}

static void put_forms(struct split_writer *split, size_t from, size_t to)
{
    bool begun = false;
    for (size_t i = from; i < to; i++) {
        struct str form = form_at(split, i);
        if (!form.ptr)
            continue;
        buf_put(&split->bytes, begun ? STR(" ") : STR("\",\""));
        buf_put(&split->bytes, form);
        begun = true;
    }
}

/* How many letters two texts begin with that are the same. */
static size_t count_shared(struct str a, struct str b)
{
    size_t count = 0;
    while (a.len && b.len && utf8_next(&a) == utf8_next(&b))
        count++;
    return count;
}

/* What divides two suffixes that follow each other: of the second as much as is not in the first.
 */
static struct str bound_between(struct str before, struct str after)
{
    return str_slice(after, 0, utf8_skip(after, count_shared(before, after) + 1));
}

/* Where the file begins that has the suffixes from one on. */
static struct str bound_at(const struct split_writer *split, size_t from)
{
    const struct suffix *first = &split->suffixes.items[from];
    return bound_between(from ? suffix_text(split->words, first - 1) : STR(""),
                         suffix_text(split->words, first));
}

/* Says where the next file begins, by what the one before it does not share. */
static void put_bound(struct split_writer *split, struct str bound)
{
    size_t shared = count_shared(split->bound, bound);
    if (shared > SHARED_MAX)
        shared = SHARED_MAX;
    buf_byte(&split->word_files, (char)('A' + shared));
    buf_put(&split->word_files, str_from(bound, utf8_skip(bound, shared)));
    split->bound = bound;
}

/*
 * Writes the file with the words of the suffixes [from, to): each word once, in the
 * words' order.
 */
static void put_word_file(struct split_writer *split, size_t file, size_t from, size_t to)
{
    struct buf *bytes = &split->bytes;
    uint32_t *numbers = arena_items(&split->scratch, uint32_t, to - from);
    for (size_t i = from; i < to; i++)
        marked_add(&split->in_file, split->suffixes.items[i].word);
    size_t len = marked_take(&split->in_file, numbers);
    open_numbered(split, 'w', file);
    for (size_t i = 0; i < len; i++) {
        buf_put(bytes, i ? STR(" ") : STR("[\""));
        buf_put(bytes, split->words->items[numbers[i]]->text);
    }
    for (size_t i = 0; i < len; i++) {
        buf_put(bytes, i ? STR(" ") : STR("\",\""));
        buf_put(bytes, split->lists[numbers[i]]);
    }
    put_forms(split, from, to);
    buf_lit(bytes, "\"];\n");
    add_numbered(split, 'w', file);
    put_bound(split, bound_at(split, from));
}

/*
 * Returns where the run that begins at a suffix ends when its words fill a file. A word with
 * several suffixes in a run is written once, so only the first of them adds to the size.
 */
static size_t filled_by(struct split_writer *split, size_t file, size_t start)
{
    size_t at = start;
    for (size_t size = 0; at < split->suffixes.len; at++) {
        uint32_t word = split->suffixes.items[at].word;
        size_t growth = split->last_file[word] == file + 1
                            ? 0
                            : suffixes_growth(split->words, split->lists, word);
        struct str form = form_at(split, at);
        if (form.len)
            growth += form.len + 1;
        size += growth;
        if (at > start && size > split->options->words_max)
            break;
        split->last_file[word] = file + 1;
    }
    return at;
}

/* The file before a cut may be less full by this part, for start to say little of where it is. */
enum { CUT_WITHIN = 8 };

/* Cuts the suffix array into runs, near where each fills a file. */
static void split_words(struct split_writer *split)
{
    for (size_t file = 0, start = 0, end; start < split->suffixes.len; file++, start = end) {
        size_t filled = end = filled_by(split, file, start);
        size_t least = filled - (filled - start) / CUT_WITHIN;
        if (filled < split->suffixes.len)
            for (size_t at = filled; at-- > least;)
                if (bound_at(split, at).len < bound_at(split, end).len)
                    end = at;
        put_word_file(split, file, start, end);
    }
}

static void put_hashes(struct split_writer *split)
{
    for (size_t i = 0; i < KINDS; i++) {
        buf_format(&split->bytes, "%s\"%c\":\"", i ? "," : "{", kinds.ptr[i]);
        buf_put(&split->bytes, buf_str(&split->hashes[i]));
        buf_byte(&split->bytes, '"');
    }
    buf_byte(&split->bytes, '}');
}

static void put_start(struct split_writer *split)
{
    struct buf *bytes = &split->bytes;
    search_put_head(bytes, split->documents);
    buf_lit(bytes, "\"facets\":");
    search_put_facets(bytes, split->documents->collection);
    buf_lit(bytes, ",\n\"sorts\":[");
    buf_put(bytes, buf_str(&split->sorts));
    buf_lit(bytes, "],\n\"word_files\":\"");
    buf_put(bytes, buf_str(&split->word_files)); /* letters, digits and spaces only */
    buf_lit(bytes, "\",\n\"files\":");
    put_hashes(split);
    buf_lit(bytes, ",\n\"f\":[");
    buf_put(bytes, buf_str(&split->f));
    buf_lit(bytes, "],\"o\":{},\"w\":{},\"p\":{}};\n");
    search_add_start(split->files, split->arena, split->documents->collection, split->options,
                     bytes);
}

void search_split(struct made_files *files, struct arena *arena,
                  const struct search_documents *documents, const struct search_words *words,
                  struct arena *uses, const struct search_options *options)
{
    struct split_writer split = {
        .files = files, .arena = arena, .documents = documents, .words = words, .options = options};
    arena_init(&split.scratch);
    split.last_file = arena_items(&split.scratch, size_t, words->len);
    marked_init(&split.in_file, &split.scratch, words->len);
    split.lists = arena_items(&split.scratch, struct str, words->len);
    split_lists(&split);
    suffixes_make(&split.suffixes, &split.scratch, words, split.lists, documents->len,
                  options->threads);
    arena_release(uses);
    split_words(&split);
    split_orders(&split);
    split_facets(&split);
    put_start(&split);
    for (size_t i = 0; i < KINDS; i++)
        buf_release(&split.hashes[i]);
    buf_release(&split.word_files);
    buf_release(&split.sorts);
    buf_release(&split.f);
    buf_release(&split.bytes);
    arena_release(&split.scratch);
}
