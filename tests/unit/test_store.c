#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <unistd.h>

#include "collection/own_schemas.h"
#include "collection/store.h"
#include "kit.h"

/* Documents that can be dropped and read again, one at a time. */

enum { THREADS = 3, PAGES = 3 };

static const char *const paths[PAGES] = {"content/pages/a.md", "content/pages/b.md",
                                         "content/pages/c.md"};

struct library {
    struct fs_root root;
    struct document_reader reader;
    struct store store;
};

static void add_page(struct store *store, struct str path)
{
    store_add(store, &(struct document){.kind = DOCUMENT_PAGE,
                                        .folder = str_slice(path, 8, 13),
                                        .slug = str_slice(path, 14, 15),
                                        .source = {.path = path}});
}

static void open_library(struct kit *kit, struct library *library)
{
    library->root = fs_root_open(&kit->arena, STR("."));
    library->reader =
        (struct document_reader){.root = &library->root,
                                 .schemas = {builtin_schema(&kit->arena, SCHEMA_PAGE),
                                             builtin_schema(&kit->arena, SCHEMA_TERM),
                                             builtin_schema(&kit->arena, SCHEMA_PAGE)},
                                 .language = STR("nb"),
                                 .advice = true};
    store_init(&library->store, &kit->arena);
    for (size_t i = 0; i < PAGES; i++)
        add_page(&library->store, str_of(paths[i]));
    store_read(&library->store, &library->reader, THREADS);
}

static void close_library(struct library *library)
{
    store_release(&library->store);
    fs_root_close(&library->root);
}

static struct document *find(struct library *library, const char *path)
{
    struct document *document = store_find(&library->store, str_of(path));
    assert_non_null(document);
    return document;
}

static void assert_title(struct library *library, const char *path, const char *title)
{
    assert_str(path, value_get_str(find(library, path)->fields, STR("title")), title);
}

/* What was found in all of them, as «path rule»; the findings are the documents'. */
static void assert_found(struct library *library, const char *expected)
{
    struct diags diags;
    struct buf out = BUF_INIT;
    diag_init(&diags);
    store_findings(&library->store, &diags);
    for (size_t i = 0; i < diags.len; i++)
        buf_format(&out, "%s%.*s %s", out.len ? ", " : "",
                   STR_ARG(diags.items[i].span.source->path), diags.items[i].rule->id);
    assert_str("findings", buf_str(&out), expected);
    buf_release(&out);
    diag_release(&diags);
}

static void make_pages(struct kit *kit)
{
    kit_make_file(kit, paths[0], "---\ntitle: Om boka\n---\n\nHer.\n");
    kit_make_file(kit, paths[1], "---\ntitle: Om oss\nlnag: nn\n---\n\n## Hvem\n\nVi.\n");
    kit_make_file(kit, paths[2], "---\ntitle: Om alt\nlang: nn\n---\n\nDer.\n");
}

static void test_one_is_read_again(void **state)
{
    struct library library;
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    assert_found(&library, "content/pages/b.md unknown-key");
    const struct value *others = find(&library, paths[0])->fields;

    kit_make_file(kit, paths[1],
                  "---\ntitle: Om dere\nlang: nn\n---\n\n## Kven\n\nDe.\n\n## Kva\n\nDet.\n");
    store_read_again(find(&library, paths[1]), &library.reader);
    assert_found(&library, "");
    assert_title(&library, paths[1], "Om dere");
    assert_str("language", find(&library, paths[1])->language, "nn");
    assert_int_equal(find(&library, paths[1])->body.headings.len, 2);
    assert_int_equal(find(&library, paths[1])->number, 1);
    assert_ptr_equal(find(&library, paths[0])->fields, others);
    assert_title(&library, paths[0], "Om boka");
    close_library(&library);
}

/* A file that is gone has a finding, and nothing of what it once said. */
static void test_one_is_gone_and_comes_back(void **state)
{
    struct library library;
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    assert_int_equal(unlink(paths[2]), 0);
    store_read_again(find(&library, paths[2]), &library.reader);
    assert_null(find(&library, paths[2])->fields);
    assert_str("language", find(&library, paths[2])->language, "nb");
    assert_found(&library, "content/pages/b.md unknown-key, content/pages/c.md not-a-file");
    make_pages(kit);
    store_read_again(find(&library, paths[2]), &library.reader);
    assert_title(&library, paths[2], "Om alt");
    assert_found(&library, "content/pages/b.md unknown-key");
    close_library(&library);
}

static void test_what_is_dropped_leaves_its_place(void **state)
{
    struct library library;
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    struct document *document = find(&library, paths[1]);
    document_drop(document);
    document_drop(document);
    assert_null(document->memory);
    assert_null(document->diags);
    assert_null(document->fields);
    assert_str("path", document->source.path, paths[1]);
    assert_str("folder", document->folder, "pages");
    assert_int_equal(document->kind, DOCUMENT_PAGE);
    assert_found(&library, "");
    close_library(&library);
}

/* Settled in one place: nothing in the fields is left as the parser had it. */
static void test_fields_are_settled(void **state)
{
    struct library library;
    struct kit *kit = *state;
    kit_make_file(kit, paths[0], "---\ntitle: 2024\norder: 3\nlnag: [no, 1e3]\n---\n\nHer.\n");
    kit_make_file(kit, paths[1], "---\ntitle: a\nordre: 1\n---\n");
    kit_make_file(kit, paths[2], "---\ntitle: Om alt\n---\n");
    open_library(kit, &library);
    const struct value *fields = find(&library, paths[0])->fields;
    assert_title(&library, paths[0], "2024");
    assert_int_equal(value_get_int(fields, STR("order"), 0), 3);
    const struct value *unknown = value_get(fields, STR("lnag"));
    assert_int_equal(unknown->list.items[0]->kind, VALUE_TEXT);
    assert_int_equal(unknown->list.items[1]->kind, VALUE_REAL);
    close_library(&library);
}

/* Adds the pages with stamps made of their numbers, of which `changed` has another. */
static void add_stamped(struct store *store, size_t changed, uint64_t other)
{
    for (size_t i = 0; i < PAGES; i++) {
        struct str path = str_of(paths[i]);
        store_add(store, &(struct document){.kind = DOCUMENT_PAGE,
                                            .folder = str_slice(path, 8, 13),
                                            .slug = str_slice(path, 14, 15),
                                            .stamp = {.size = i == changed ? other : i + 1},
                                            .source = {.path = path}});
    }
}

static void test_documents_are_shared(void **state)
{
    enum { CHANGED = 1 };
    struct library library;
    struct store first, second;
    struct hash asked = {0};
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    store_init(&first, &kit->arena);
    store_keep(&first, asked, NULL, NULL);
    add_stamped(&first, PAGES, 0);
    store_read(&first, &library.reader, THREADS);

    kit_make_file(kit, paths[CHANGED], "---\ntitle: Om dere\n---\n\nDe.\n");
    store_init(&second, &kit->arena);
    store_keep(&second, asked, &first, NULL);
    add_stamped(&second, CHANGED, 99);
    store_read(&second, &library.reader, THREADS);
    assert_ptr_equal(second.items[0], first.items[0]);
    assert_ptr_not_equal(second.items[CHANGED], first.items[CHANGED]);
    assert_ptr_equal(second.items[2], first.items[2]);
    store_release(&first);
    assert_str("kept", value_get_str(second.items[0]->fields, STR("title")), "Om boka");
    assert_str("read", value_get_str(second.items[CHANGED]->fields, STR("title")), "Om dere");
    store_release(&second);
    close_library(&library);
}

/* Of files that are not known by their stamps, or that were asked something else, none is. */
static void test_what_is_not_the_same_is_not_shared(void **state)
{
    struct library library;
    struct store first, second, third;
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    store_init(&first, &kit->arena);
    store_keep(&first, (struct hash){0}, NULL, NULL);
    add_stamped(&first, 0, 0);
    store_read(&first, &library.reader, THREADS);
    store_init(&second, &kit->arena);
    store_keep(&second, (struct hash){{1}}, &first, NULL);
    add_stamped(&second, 0, 0);
    store_init(&third, &kit->arena);
    store_keep(&third, (struct hash){0}, &first, NULL);
    add_stamped(&third, 0, 0);
    assert_ptr_not_equal(second.items[1], first.items[1]);
    assert_ptr_not_equal(third.items[0], first.items[0]);
    assert_ptr_equal(third.items[1], first.items[1]);
    store_release(&third);
    store_release(&second);
    store_release(&first);
    close_library(&library);
}

/* A document that is at fault is as it was before, and one that is new is left out. */
static void test_others_serve_instead(void **state)
{
    struct library library;
    struct store good, store;
    struct store_instead instead = {.good = &good};
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    store_init(&good, &kit->arena);
    store_keep(&good, (struct hash){0}, NULL, NULL);
    struct str path = str_of(paths[0]);
    add_page(&good, path);
    store_read(&good, &library.reader, THREADS);
    map_init(&instead.paths, &kit->arena);
    map_add(&instead.paths, path, &instead);
    map_add(&instead.paths, str_of(paths[1]), &instead);
    kit_make_file(kit, paths[0], "---\ntitle: [\n---\n");
    store_init(&store, &kit->arena);
    store_keep(&store, (struct hash){0}, NULL, &instead);
    add_stamped(&store, 0, 0);
    store_read(&store, &library.reader, THREADS);
    assert_int_equal(store.len, 2);
    assert_str("good", value_get_str(store.items[0]->fields, STR("title")), "Om boka");
    assert_str("own", value_get_str(store.items[1]->fields, STR("title")), "Om alt");
    store_release(&good);
    store_release(&store);
    close_library(&library);
}

static void assert_text(struct library *library, const char *path, const char *text)
{
    assert_str(path, find(library, path)->body.text, text);
}

static void test_a_text_is_read_again(void **state)
{
    struct library library;
    struct kit *kit = *state;
    make_pages(kit);
    open_library(kit, &library);
    struct document *document = find(&library, paths[0]);
    const struct value *fields = document->fields;
    for (int i = 0; i < 3; i++) {
        kit_make_file(kit, paths[0], "---\ntitle: Om boka\n---\n\nDer og her.\n");
        assert_true(store_read_text(&library.store, document));
        assert_ptr_equal(document->fields, fields);
        assert_text(&library, paths[0], "Der og her.");
    }
    static const char *const more[] = {
        "---\ntitle: Om bok\n---\n\nDer.\n",
        "---\ntitle: Om boka\n---\n\nDer.\n\n## Der\n\nSa vi.\n",
        "---\ntitle: Om boka\n---\n\n[Der](b.md) er det.\n",
        "---\ntitle: Om boka\nlnag: nn\n---\n\nDer.\n",
        "---\ntitle: Om boka\n---\n\n<b>Der</b>\n",
        "",
    };
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        kit_make_file(kit, paths[0], more[i]);
        assert_false(store_read_text(&library.store, document));
        assert_text(&library, paths[0], "Der og her.");
        assert_title(&library, paths[0], "Om boka");
    }
    close_library(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(test_one_is_read_again),
        WITH_FOLDER(test_one_is_gone_and_comes_back),
        WITH_FOLDER(test_what_is_dropped_leaves_its_place),
        WITH_FOLDER(test_fields_are_settled),
        WITH_FOLDER(test_documents_are_shared),
        WITH_FOLDER(test_what_is_not_the_same_is_not_shared),
        WITH_FOLDER(test_others_serve_instead),
        WITH_FOLDER(test_a_text_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
