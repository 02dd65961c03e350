#include "render/search_split.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "render/search_code.h"
#include "render/search_parts.h"

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
    struct suffix *suffixes; /* sorted */
    size_t suffix_count;
    size_t *last_file; /* by the word's number: the w-file it was put in last, from 1 */
    struct buf word_files, list_files; /* as JSON, for the start */
    struct buf bytes;                  /* of the file at hand */
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

static void split_lists(struct splitting *splitting)
{
    struct buf list = BUF_INIT, *bytes = &splitting->bytes;
    size_t file = 0;
    for (size_t i = 0; i < splitting->words->len; i++) {
        search_put_list(&list, splitting->words->items[i]);
        if (bytes->len && bytes->len + list.len > splitting->options->lists_max) {
            buf_lit(bytes, "];\n");
            add_numbered(splitting, 'p', file++);
        }
        if (bytes->len == 0) {
            open_numbered(splitting, 'p', file);
            buf_format(&splitting->list_files, file ? ",%zu" : "%zu", i);
        }
        buf_byte(bytes, str_ends(buf_str(bytes), STR("=")) ? '[' : ',');
        buf_put(bytes, buf_str(&list));
        buf_clear(&list);
    }
    if (bytes->len) {
        buf_lit(bytes, "];\n");
        add_numbered(splitting, 'p', file);
    }
    buf_release(&list);
}

static struct str suffix_text(const struct search_words *words, const struct suffix *suffix)
{
    return str_from(words->items[suffix->word]->text, suffix->at);
}

static int by_text(const void *left, const void *right, void *context)
{
    const struct suffix *a = left, *b = right;
    if (a->first_bytes != b->first_bytes)
        return a->first_bytes < b->first_bytes ? -1 : 1;
    int order = str_cmp(suffix_text(context, a), suffix_text(context, b));
    return order ? order : (a->word > b->word) - (a->word < b->word);
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
    buf_lit(bytes, "\",\"");
    search_code_put(bytes, numbers, len);
    buf_lit(bytes, "\"];\n");
    add_numbered(splitting, 'w', file);
    buf_put(&splitting->word_files, file ? STR(",") : STR(""));
    search_put_string(&splitting->word_files,
                      suffix_text(splitting->words, &splitting->suffixes[from]));
}

/* Past the last suffix that is equal to this one: they stand in one file. */
static size_t group_end(const struct splitting *splitting, size_t at)
{
    const struct suffix *suffixes = splitting->suffixes;
    struct str text = suffix_text(splitting->words, &suffixes[at]);
    size_t end = at + 1;
    while (end < splitting->suffix_count && suffixes[end].first_bytes == suffixes[at].first_bytes &&
           str_eq(suffix_text(splitting->words, &suffixes[end]), text))
        end++;
    return end;
}

/* About how much longer a file gets by the words of some suffixes that it does not have yet. */
static size_t growth(const struct splitting *splitting, size_t file, size_t from, size_t to)
{
    enum { SEPARATOR = 1, CODE = 2 };
    size_t size = 0;
    for (size_t i = from; i < to; i++) {
        uint32_t word = splitting->suffixes[i].word;
        if (splitting->last_file[word] != file + 1)
            size += splitting->words->items[word]->text.len + SEPARATOR + CODE;
    }
    return size;
}

static void mark_words(struct splitting *splitting, size_t file, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        splitting->last_file[splitting->suffixes[i].word] = file + 1;
}

static void split_words(struct splitting *splitting)
{
    size_t count = splitting->suffix_count, file = 0, start = 0, size = 0;
    for (size_t at = 0, end; at < count; at = end) {
        end = group_end(splitting, at);
        size_t more = growth(splitting, file, at, end);
        if (at > start && size + more > splitting->options->words_max) {
            put_word_file(splitting, file++, start, at);
            start = at;
            size = 0;
            more = growth(splitting, file, at, end);
        }
        mark_words(splitting, file, at, end);
        size += more;
    }
    if (start < count)
        put_word_file(splitting, file, start, count);
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
    buf_lit(bytes, "],\n\"list_files\":[");
    buf_put(bytes, buf_str(&splitting->list_files));
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
    gather_suffixes(&splitting);
    split_words(&splitting);
    split_lists(&splitting);
    split_entries(&splitting);
    put_facets(&splitting);
    put_start(&splitting);
    buf_release(&splitting.word_files);
    buf_release(&splitting.list_files);
    buf_release(&splitting.bytes);
    arena_release(&splitting.scratch);
}
