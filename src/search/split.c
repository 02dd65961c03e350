#include "search/split.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "search/code.h"
#include "search/parts.h"

/* There are many: the first bytes decide most comparisons without a look at the word. */
struct suffix {
    uint64_t first_bytes; /* the first one highest; 0 where there is none */
    uint32_t word;        /* its number */
    uint32_t at;          /* where in the word it begins */
};

struct splitting {
    struct made_files *files;
    struct arena *arena;  /* of the files */
    struct arena scratch; /* of the rest */
    const struct collection *collection;
    const struct search_words *words;
    const struct search_options *options;
    struct str *lists;       /* by the word's number: what stands beside it */
    struct suffix *suffixes; /* sorted */
    size_t suffix_count;
    size_t *last_file;     /* by the word's number: the w-file it was put in last, from 1 */
    struct buf word_files; /* as JSON, for the start */
    struct buf bytes;      /* of the file at hand */
};

static void add_file(struct splitting *splitting, struct str name)
{
    struct str folder = splitting->collection->kind.search;
    struct str path = STR_JOIN(splitting->arena, folder, STR("/"), name);
    struct made_file file = {path, buf_take(&splitting->bytes, splitting->arena)};
    vec_push(splitting->arena, splitting->files, file);
}

static void add_numbered(struct splitting *splitting, char letter, size_t number)
{
    add_file(splitting, str_format(&splitting->scratch, "%c%zu.js", letter, number));
}

static void open_numbered(struct splitting *splitting, char letter, size_t number)
{
    buf_format(&splitting->bytes, "samling_index.%c[%zu]=", letter, number);
}

static void split_entries(struct splitting *splitting)
{
    size_t each = splitting->options->entries_each, count = splitting->collection->entries.len;
    for (size_t from = 0, file = 0; from < count; from += each, file++) {
        size_t to = from + each < count ? from + each : count;
        open_numbered(splitting, 'e', file);
        search_put_entries(&splitting->bytes, splitting->collection, from, to);
        buf_lit(&splitting->bytes, ";\n");
        add_numbered(splitting, 'e', file);
    }
}

static void put_facets(struct splitting *splitting)
{
    buf_lit(&splitting->bytes, "samling_index.facets=");
    search_put_facets(&splitting->bytes, splitting->collection);
    buf_lit(&splitting->bytes, ";\n");
    add_file(splitting, STR("f.js"));
}

/* Those too long to stand beside their words. */
struct long_lists {
    size_t file, count; /* of those in the file at hand */
};

static void end_list_file(struct splitting *splitting, struct long_lists *lists)
{
    if (lists->count == 0)
        return;
    buf_lit(&splitting->bytes, "];\n");
    add_numbered(splitting, 'p', lists->file++);
    lists->count = 0;
}

/* Gives what stands beside the word instead. */
static struct str put_long_list(struct splitting *splitting, struct long_lists *lists,
                                struct str list)
{
    struct buf *bytes = &splitting->bytes;
    if (bytes->len + list.len > splitting->options->lists_max)
        end_list_file(splitting, lists);
    if (lists->count == 0)
        open_numbered(splitting, 'p', lists->file);
    buf_byte(bytes, lists->count ? ',' : '[');
    search_put_string(bytes, list);
    return str_format(&splitting->scratch, "p%zu.%zu", lists->file, lists->count++);
}

static void split_lists(struct splitting *splitting)
{
    struct buf list = BUF_INIT;
    struct long_lists lists = {0};
    for (size_t i = 0; i < splitting->words->len; i++) {
        search_put_list(&list, splitting->words->items[i]);
        splitting->lists[i] = list.len > splitting->options->list_inline
                                  ? put_long_list(splitting, &lists, buf_str(&list))
                                  : str_copy(&splitting->scratch, buf_str(&list));
        buf_clear(&list);
    }
    end_list_file(splitting, &lists);
    buf_release(&list);
}

static struct str suffix_text(const struct search_words *words, const struct suffix *suffix)
{
    return str_from(words->items[suffix->word]->text, suffix->at);
}

/* Of the words that end alike the shortest comes first: the suffix itself, if it is a word. */
static int by_text(const void *left, const void *right, void *context)
{
    const struct suffix *a = left, *b = right;
    if (a->first_bytes != b->first_bytes)
        return a->first_bytes < b->first_bytes ? -1 : 1;
    int order = str_cmp(suffix_text(context, a), suffix_text(context, b));
    if (order)
        return order;
    return a->at != b->at ? (a->at > b->at) - (a->at < b->at)
                          : (a->word > b->word) - (a->word < b->word);
}

static uint64_t first_bytes(struct str text)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes = bytes << 8 | (i < text.len ? (unsigned char)text.ptr[i] : 0);
    return bytes;
}

/* The suffixes of a word, one a call, from the word itself on; false after the last. */
static bool next_suffix(struct str word, struct str *suffix)
{
    if (!suffix->ptr) {
        *suffix = word;
        return true;
    }
    utf8_next(suffix);
    return utf8_skip(*suffix, 2) < suffix->len;
}

static void gather_suffixes(struct splitting *splitting)
{
    const struct search_words *words = splitting->words;
    size_t count = 0;
    for (size_t i = 0; i < words->len; i++)
        for (struct str suffix = {0}; next_suffix(words->items[i]->text, &suffix);)
            count++;
    splitting->suffixes = arena_items(&splitting->scratch, struct suffix, count);
    for (uint32_t i = 0; i < words->len; i++) {
        struct str word = words->items[i]->text;
        for (struct str suffix = {0}; next_suffix(word, &suffix);)
            splitting->suffixes[splitting->suffix_count++] =
                (struct suffix){first_bytes(suffix), i, (uint32_t)(word.len - suffix.len)};
    }
    qsort_r(splitting->suffixes, count, sizeof(struct suffix), by_text, (void *)words);
}

static int by_number(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* The file of the words that have the suffixes [from, to). */
static void put_word_file(struct splitting *splitting, size_t file, size_t from, size_t to)
{
    struct buf *bytes = &splitting->bytes;
    uint32_t *numbers = arena_items(&splitting->scratch, uint32_t, to - from);
    size_t len = 0;
    for (size_t i = from; i < to; i++)
        numbers[i - from] = splitting->suffixes[i].word;
    qsort(numbers, to - from, sizeof *numbers, by_number);
    for (size_t i = 0; i < to - from; i++)
        if (i == 0 || numbers[i] != numbers[len - 1])
            numbers[len++] = numbers[i];
    open_numbered(splitting, 'w', file);
    for (size_t i = 0; i < len; i++) {
        buf_put(bytes, i ? STR(" ") : STR("[\""));
        buf_put(bytes, splitting->words->items[numbers[i]]->text);
    }
    for (size_t i = 0; i < len; i++) {
        buf_put(bytes, i ? STR(" ") : STR("\",\""));
        buf_put(bytes, splitting->lists[numbers[i]]);
    }
    buf_lit(bytes, "\"];\n");
    add_numbered(splitting, 'w', file);
    buf_put(&splitting->word_files, file ? STR(",") : STR(""));
    search_put_string(&splitting->word_files,
                      suffix_text(splitting->words, &splitting->suffixes[from]));
}

/* About how much longer a file gets by a word. */
static size_t growth(const struct splitting *splitting, uint32_t word)
{
    enum { SEPARATORS = 2 };
    return splitting->words->items[word]->text.len + splitting->lists[word].len + SEPARATORS;
}

static void split_words(struct splitting *splitting)
{
    size_t file = 0, start = 0, size = 0;
    for (size_t at = 0; at < splitting->suffix_count; at++) {
        uint32_t word = splitting->suffixes[at].word;
        if (at > start && size + growth(splitting, word) > splitting->options->words_max) {
            put_word_file(splitting, file++, start, at);
            start = at;
            size = 0;
        }
        if (splitting->last_file[word] != file + 1)
            size += growth(splitting, word);
        splitting->last_file[word] = file + 1;
    }
    if (start < splitting->suffix_count)
        put_word_file(splitting, file, start, splitting->suffix_count);
}

static void put_start(struct splitting *splitting)
{
    struct buf *bytes = &splitting->bytes;
    buf_format(bytes, "var samling_index={\"count\":%zu,\"entries_each\":%zu,\n",
               splitting->collection->entries.len, splitting->options->entries_each);
    buf_lit(bytes, "\"names\":");
    search_put_names(bytes, splitting->collection);
    buf_lit(bytes, ",\n\"word_files\":[");
    buf_put(bytes, buf_str(&splitting->word_files));
    buf_lit(bytes, "],\n\"e\":{},\"w\":{},\"p\":{}};\n");
    add_file(splitting, STR("start.js"));
}

void search_split(struct made_files *files, struct arena *arena,
                  const struct collection *collection, const struct search_words *words,
                  const struct search_options *options)
{
    struct splitting splitting = {.files = files,
                                  .arena = arena,
                                  .collection = collection,
                                  .words = words,
                                  .options = options};
    arena_init(&splitting.scratch);
    splitting.last_file = arena_items(&splitting.scratch, size_t, words->len);
    splitting.lists = arena_items(&splitting.scratch, struct str, words->len);
    split_lists(&splitting);
    gather_suffixes(&splitting);
    split_words(&splitting);
    split_entries(&splitting);
    put_facets(&splitting);
    put_start(&splitting);
    buf_release(&splitting.word_files);
    buf_release(&splitting.bytes);
    arena_release(&splitting.scratch);
}
